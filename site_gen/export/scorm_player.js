/*
 * The test of a learning path inside a learning system, by SCORM 1.2 (ADL, "SCORM Run-Time Environment",
 * version 1.2, 2001): the system offers an object `API` in a window above this one or behind it. Without one
 * the test can be taken all the same, and says that nothing is reported.
 */
(() => {
  'use strict';

  /** @typedef {{text: string, right: boolean, why: string}} Choice */
  /** @typedef {{id: string, ask: string, text: string, parts: [string, string][], options: Choice[], why: string[]}} Asked */
  /** @typedef {Record<string, (...values: string[]) => string>} Api */

  /** @type {{title: string, edition: string, pass: number, texts: Record<string, string>, questions: Asked[]}} */
  const data = JSON.parse(document.getElementById('data')?.textContent || '{}');
  const {questions, texts} = data;
  const place = /** @type {HTMLElement} */ (document.getElementById('test'));
  const DEEPEST = 30; // windows to look through
  const LONGEST = 4096; // characters that a system keeps for a test
  const begun = Date.now();
  const api = find(window);
  let open = Boolean(api);
  let wasPassed = false;
  /** The places of the questions to be asked, missed ones once more. @type {number[]} */
  let queue = questions.map((_, at) => at);
  /** First answers by question. @type {(boolean | undefined)[]} */
  let first = [];
  let interactions = 0;

  /**
   * The system's object: in a window around this one, or around the one that opened it or one around it.
   * @param {any} from
   * @returns {Api | null}
   */
  function find(from) {
    /** @type {any[]} */
    const openers = [];
    let at = from;
    for (let deep = 0; at && deep < DEEPEST; deep++) {
      try {
        if (at.API) return at.API;
        if (at.opener && at.opener !== at) openers.push(at.opener);
        at = at.parent === at ? openers.shift() : at.parent;
      } catch {
        at = openers.shift(); // a window of another site
      }
    }
    return null;
  }

  /**
   * What the system answers; "" where it refuses or fails, which must not end the test.
   * @param {string} name
   * @param {string[]} values
   */
  function call(name, ...values) {
    if (!api || !open) return '';
    try {
      return String(api[name](...values) ?? '');
    } catch {
      return '';
    }
  }

  /** @param {string} name @param {string} value */
  function tell(name, value) {
    call('LMSSetValue', name, value);
  }

  /** @param {string} name */
  function ask(name) {
    return call('LMSGetValue', name);
  }

  /**
   * @param {string} text
   * @param {Record<string, string | number>} [values]
   */
  function t(text, values = {}) {
    return texts[text].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
  }

  /**
   * @param {string} tag
   * @param {string} text
   * @param {Record<string, string>} [attributes]
   */
  function make(tag, text, attributes = {}) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.textContent = text;
    return element;
  }

  /** @param {string} text @param {() => void} use */
  function button(text, use) {
    const made = make('button', text, {type: 'button'});
    made.addEventListener('click', use);
    return made;
  }

  /**
   * Keeps how far one is, so that the next session goes on there: the edition, each first answer in the order
   * asked, and which questions come again; what is longer than a system keeps is not kept.
   */
  function keep() {
    const again = queue.filter((at) => first[at] !== undefined).map((at) => at.toString(36));
    const state = [data.edition, first.map((one) => (one ? 1 : 0)).join(''), again.join('.')].join(' ');
    if (state.length <= LONGEST) tell('cmi.suspend_data', state);
    tell('cmi.core.lesson_location', String(first.length));
    call('LMSCommit', '');
  }

  /** What an earlier session kept; nothing where the questions are others by now. */
  function resume() {
    const [edition, answers = '', again = ''] = ask('cmi.suspend_data').split(' ');
    if (edition !== data.edition || !/^[01]*$/.test(answers) || answers.length > questions.length) return;
    first = [...answers].map((one) => one === '1');
    const missed = again.split('.').map((at) => Number.parseInt(at, 36));
    queue = [...queue.slice(first.length), ...missed.filter((at) => at < first.length)];
  }

  function show() {
    if (!queue.length) return finish();
    const question = questions[queue[0]];
    const head = make('h2', question.ask, {tabindex: '-1'});
    const list = document.createElement('ol');
    const after = make('div', '', {role: 'status'});
    for (const [at, one] of question.options.entries()) {
      const item = document.createElement('li');
      item.append(button(one.text, () => choose(question, at, list, after)));
      list.append(item);
    }
    const parts = document.createElement('dl');
    for (const [number, meaning] of question.parts) parts.append(make('dt', number), make('dd', meaning));
    const left = t('where', {number: Math.min(first.length + 1, questions.length), whole: questions.length});
    place.replaceChildren(make('p', left), head, make('p', question.text), parts, list, after);
    head.focus();
  }

  /**
   * @param {Asked} question
   * @param {number} at
   * @param {HTMLElement} list
   * @param {HTMLElement} after
   */
  function choose(question, at, list, after) {
    const {right, why} = question.options[at];
    for (const [i, one] of list.querySelectorAll('button').entries()) {
      one.disabled = true;
      if (question.options[i].right) one.className = 'right';
      else if (i === at) one.className = 'wrong';
    }
    const [now, ...rest] = queue;
    if (first[now] === undefined) {
      first[now] = right;
      record(question, at, right);
    }
    queue = right ? rest : [...rest, now];
    keep();
    after.replaceChildren(make('strong', t(right ? 'right' : 'not_right')));
    for (const line of [why, ...question.why].filter(Boolean)) after.append(make('p', line));
    const onward = button(t(queue.length ? 'next' : 'result'), show);
    after.append(onward);
    onward.focus();
  }

  /**
   * @param {Asked} question
   * @param {number} at
   * @param {boolean} right
   */
  function record(question, at, right) {
    const name = `cmi.interactions.${interactions++}`;
    const key = question.options.findIndex((one) => one.right);
    tell(`${name}.id`, question.id);
    tell(`${name}.type`, 'choice');
    tell(`${name}.correct_responses.0.pattern`, 'abcd'[key]);
    tell(`${name}.student_response`, 'abcd'[at]);
    tell(`${name}.result`, right ? 'correct' : 'wrong');
  }

  function finish() {
    const score = first.filter(Boolean).length;
    const percent = Math.round((100 * score) / (questions.length || 1));
    const isPassed = percent >= data.pass;
    if (isPassed || !wasPassed) {
      tell('cmi.core.score.min', '0');
      tell('cmi.core.score.max', '100');
      tell('cmi.core.score.raw', String(percent));
      tell('cmi.core.lesson_status', isPassed ? 'passed' : 'failed');
    }
    tell('cmi.suspend_data', '');
    const isHeard = open;
    leave('');
    const head = make('h2', t(isPassed ? 'passed' : 'not_passed', {percent: data.pass}), {tabindex: '-1'});
    const said = t('score', {score, whole: questions.length, percent, edition: data.edition});
    place.replaceChildren(head, make('p', said), make('p', t(isHeard ? 'reported' : 'no_system')));
    head.focus();
  }

  /**
   * Ends the session, once.
   * @param {'' | 'suspend'} how '' for good, 'suspend' to go on later
   */
  function leave(how) {
    if (!open) return;
    const seconds = Math.floor((Date.now() - begun) / 1000);
    const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
    const hours = String(Math.floor(seconds / 3600)).padStart(4, '0');
    tell('cmi.core.session_time', `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`);
    tell('cmi.core.exit', how);
    call('LMSCommit', '');
    call('LMSFinish', '');
    open = false;
  }

  if (open) {
    open = call('LMSInitialize', '') === 'true';
    wasPassed = ['passed', 'completed'].includes(ask('cmi.core.lesson_status')); // which no later try takes away
    if (!wasPassed) tell('cmi.core.lesson_status', 'incomplete');
    interactions = Number(ask('cmi.interactions._count')) || 0;
    resume();
  }
  addEventListener('pagehide', () => leave('suspend'));
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload(); // its session ended when one left
  });
  addEventListener('keydown', (event) => {
    const at = Number(event.key) - 1;
    const one = place.querySelectorAll('ol button')[at];
    if (one instanceof HTMLButtonElement && !one.disabled && !event.ctrlKey && !event.altKey) one.click();
  });
  show();
})();
