/*
 * What all pages for learners share: progress kept in this browser, and the result line that a learner may
 * hand to a team lead. Nothing is sent anywhere.
 *
 * A store is a map of records by name, each with `at`, the time of its last change. Each record stands by
 * itself in localStorage, under `glossary.learn.1:<path of the site>:<store>:<name>`; 1 is the version of
 * this form. A tab sees what another one wrote only a little later: were a store one value, the tab would
 * write over it with what it knows. Where the browser keeps nothing (blocked or full), everything goes on in
 * memory, and the page says so.
 *
 * A result line reads
 *
 *   glossary/1 kind=quiz path=week-one date=2026-11-22 score=8/10 missed=churn,backlog edition=1k2j3h seed=4711
 *
 * `kind` is what was done (path, quiz, test or cards), `path` the id of a path or topic, `missed` and `asked`
 * slugs of terms, `edition` a mark of the questions' texts; all but the first four may be absent, fields stand in any order, fields unknown to a reader are passed over.
 * What stands before `glossary/1` on the line, such as a name in a chat, says who it is from.
 */
globalThis.glossary = globalThis.glossary || {};

(() => {
  'use strict';

  const ROOT = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/assets\/[^/]*$/, '');
  const PREFIX = `glossary.learn.1:${new URL(ROOT).pathname}:`;
  const TRIAL = `${PREFIX}?`;
  const MARK = 'glossary/1';

  // ---- progress

  /** What could not be stored, by key. @type {Map<string, Entry>} */
  const unsaved = new Map();
  /** @type {((store: string) => void)[]} */
  const watchers = [];
  /** Stores that another tab has changed. @type {Set<string>} */
  const heard = new Set();
  let kept = true;

  /**
   * A sound record, or null: whatever else somebody or something wrote there counts for nothing.
   * @param {string | null} text
   * @returns {Entry | null}
   */
  function parsed(text) {
    try {
      const record = text && JSON.parse(text);
      return record && typeof record === 'object' && Number.isFinite(record.at) ? record : null;
    } catch {
      return null;
    }
  }

  /** The keys of this site's records; none without a storage. */
  function keys() {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
    } catch {
      return [];
    }
  }

  /**
   * All records of a store by name.
   * @param {string} store
   * @returns {Entries}
   */
  function all(store) {
    /** @type {Entries} */
    const found = Object.create(null);
    const start = `${PREFIX + store}:`;
    for (const key of keys()) {
      const record = key.startsWith(start) && parsed(localStorage.getItem(key));
      if (record) found[key.slice(start.length)] = record;
    }
    for (const [key, record] of unsaved) {
      const name = key.slice(start.length);
      const known = found[name];
      if (key.startsWith(start) && !(known && known.at > record.at)) found[name] = record;
    }
    return found;
  }

  /** @param {Entry} record @param {string} key */
  function save(record, key) {
    try {
      localStorage.setItem(key, JSON.stringify(record));
      unsaved.delete(key);
    } catch {
      unsaved.set(key, record);
    }
  }

  /**
   * Set one record of a store; `at` is set here.
   * @param {string} store
   * @param {string} name
   * @param {Record<string, unknown>} fields
   */
  function put(store, name, fields) {
    const key = `${PREFIX + store}:${name}`;
    save({...fields, at: Date.now()}, key);
    for (const [other, record] of Array.from(unsaved)) if (other !== key) save(record, other);
    tell(store);
  }

  /**
   * Tells all watchers that a store has changed.
   * @param {string} store
   */
  function tell(store) {
    kept = !unsaved.size;
    for (const watcher of watchers) watcher(store);
  }

  /**
   * Call `use(store)` whenever a store changes, in this tab or another.
   * @param {(store: string) => void} use
   */
  function watch(use) {
    watchers.push(use);
  }

  /** Forget everything that pages for learners have kept in this browser for this site. */
  function clear() {
    unsaved.clear();
    for (const key of keys()) localStorage.removeItem(key);
    tell('');
  }

  // ---- progress taken elsewhere

  const FORM = 'glossary-progress/1';
  const KEY = /^[a-z]{1,20}(?:\.[a-z0-9-]{1,100})?:.{1,300}$/;

  /** Everything kept, by store and name. */
  function snapshot() {
    /** @type {Record<string, Entry>} */
    const records = {};
    for (const key of keys()) {
      const record = parsed(localStorage.getItem(key));
      if (record) records[key.slice(PREFIX.length)] = record;
    }
    for (const [key, record] of unsaved) records[key.slice(PREFIX.length)] = record;
    return records;
  }

  /**
   * Takes records over, where there is none or an older one; how many were sound.
   * @param {unknown} records
   */
  function restore(records) {
    const known = snapshot();
    let count = 0;
    for (const [name, value] of Object.entries(records && typeof records === 'object' ? records : {})) {
      const record = KEY.test(name) ? parsed(JSON.stringify(value)) : null;
      if (!record) continue;
      count++;
      if (!known[name] || known[name].at < record.at) save(record, PREFIX + name);
    }
    tell('');
    return count;
  }

  /** Buttons that write all progress to a file, and take it from one, in another browser. */
  function carry() {
    const {make, button, t} = glossary;
    const done = make('span', {role: 'status'});
    const input = make('input', {
      type: 'file',
      accept: '.json,application/json',
      class: 'gl-unseen',
      tabindex: '-1'
    });
    input.setAttribute('aria-label', t('learn.take_file'));
    function give() {
      const text = JSON.stringify({form: FORM, records: snapshot()});
      const href = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
      make('a', {href, download: `glossary-progress-${glossary.today()}.json`}).click();
      setTimeout(() => URL.revokeObjectURL(href));
    }
    input.addEventListener('change', async () => {
      const [file] = input.files || [];
      let count = 0;
      try {
        const read = JSON.parse(await file.text());
        if (read?.form === FORM) count = restore(read.records);
      } catch {
        count = 0; // no such file
      }
      done.textContent = ` ${count ? t('learn.taken', {n: count}) : t('learn.not_taken')}`;
      input.value = '';
    });
    return make('p', {class: 'gl-clear'}, [
      button([t('learn.give_file')], give, 'gl-quiet'),
      ' ',
      button([t('learn.take_file')], () => input.click(), 'gl-quiet'),
      input,
      done
    ]);
  }

  /** Whether anything was learned here. */
  function isBegun() {
    return unsaved.size > 0 || keys().length > 0;
  }

  /**
   * The day of a path to go on with: the first with an open stop; `done` where the one before was ended today, and
   * so this one waits for tomorrow. Null at the end of the path.
   * @param {string[][]} days the stops of each
   * @param {Entries} records
   */
  function dayOf(days, records) {
    /** @param {string} key */
    const isDone = (key) => Boolean(records[key]?.hash);
    const at = days.findIndex((day) => !day.every(isDone));
    if (at < 0) return null;
    const ended = Math.max(0, ...(days[at - 1] || []).map((key) => records[key]?.at || 0));
    const open = days[at].filter((key) => !isDone(key));
    const isFresh = open.length === days[at].length;
    const done = at > 0 && isFresh && glossary.today(ended) === glossary.today();
    return {number: at + 1, first: open[0], left: open.length, done};
  }

  // Another tab has written, or cleared: many records at once, told together.
  addEventListener('storage', (event) => {
    if (event.key !== null && (!event.key.startsWith(PREFIX) || event.key === TRIAL)) return;
    if (event.newValue === null) unsaved.clear(); // nothing but `clear` takes a record away
    if (!heard.size) setTimeout(tellHeard);
    heard.add(event.key === null ? '' : event.key.slice(PREFIX.length).split(':')[0]);
  });

  function tellHeard() {
    const stores = Array.from(heard);
    heard.clear();
    for (const store of stores) tell(store);
  }

  /** Tries whether the browser keeps anything. */
  function probe() {
    try {
      localStorage.setItem(TRIAL, '1');
      localStorage.removeItem(TRIAL);
    } catch {
      kept = false;
    }
  }

  /**
   * Say in `place` when the browser keeps nothing, and when it does again.
   * @param {Element} place
   */
  function notice(place) {
    const line = glossary.make('p', {class: 'gl-unkept', role: 'status'});
    function show() {
      const text = kept ? '' : glossary.t('learn.unkept');
      if (line.textContent !== text) line.textContent = text;
      line.hidden = kept;
    }
    place.append(line);
    watch(show);
    show();
  }

  /** A button that clears all progress, once it is pressed and then confirmed. */
  function clearButton() {
    const {make, button, t} = glossary; // which come after this script
    const ask = button([t('learn.clear')], () => turn(true), 'gl-quiet');
    const yes = button([t('learn.clear_all')], clearAll, 'gl-button gl-button--warm');
    const no = button([t('learn.keep')], () => turn(false), 'gl-button');
    const warning = `${t('learn.warning')} `;
    const sure = make('span', {class: 'gl-sure', hidden: ''}, [warning, yes, no]);
    const done = make('span', {role: 'status'});
    /** @param {boolean} asking */
    function turn(asking) {
      if (asking) done.textContent = '';
      ask.hidden = asking;
      sure.hidden = !asking;
      (asking ? no : ask).focus();
    }
    function clearAll() {
      const before = snapshot();
      clear();
      turn(false);
      const undo = button(
        [t('learn.undo')],
        () => {
          restore(before);
          done.textContent = ` ${t('learn.undone')}`;
          ask.focus();
        },
        'gl-button'
      );
      done.replaceChildren(` ${t('learn.cleared')} `, undo);
    }
    sure.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') turn(false);
    });
    return make('p', {class: 'gl-clear'}, [ask, sure, done]);
  }

  // ---- the result line

  /** A result as one line. @type {LearnScript['resultLine']} */
  function resultLine(result) {
    const parts = [
      MARK,
      `kind=${result.kind}`,
      `path=${result.path}`,
      `date=${result.date || glossary.today()}`,
      `score=${result.score}/${result.of}`
    ];
    if (result.missed?.length) parts.push(`missed=${result.missed.join(',')}`);
    if (result.asked?.length) parts.push(`asked=${result.asked.join(',')}`);
    if (result.edition) parts.push(`edition=${result.edition}`);
    if (result.seed !== undefined && result.seed !== '') parts.push(`seed=${result.seed}`);
    return parts.join(' ');
  }

  const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  /**
   * The key of what is wrong with the fields of a line, "" where nothing is.
   * @param {Record<string, string>} fields
   */
  function wrong(fields) {
    const score = /^(\d{1,4})\/(\d{1,4})$/.exec(fields.score || '');
    if (!fields.path || !SLUG.test(fields.path)) return 'no_path';
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(fields.date || '');
    if (!isDay || Number.isNaN(Date.parse(fields.date))) return 'no_date';
    if (!score) return 'no_score';
    if (Number(score[1]) > Number(score[2])) return 'too_high';
    const slugs = (fields.missed || '').split(',').filter(Boolean);
    return slugs.every((slug) => SLUG.test(slug)) ? '' : 'no_terms';
  }

  /**
   * One line with the mark, read; or what is wrong with it, as a string.
   * @param {string} text
   * @param {number} line
   * @returns {ResultLine | string}
   */
  function readLine(text, line) {
    const at = text.indexOf(MARK);
    /** @type {Record<string, string>} */
    const fields = Object.create(null);
    for (const part of text
      .slice(at + MARK.length)
      .trim()
      .split(/\s+/)) {
      const pair = /^([a-z]+)=(.*)$/.exec(part);
      if (pair) fields[pair[1]] = pair[2].replace(/(?<![.;|"'”’])[.;|"'”’]+$/, '');
    }
    const trouble = wrong(fields);
    if (trouble) return glossary.t(`learn.${trouble}`);
    const {path, date} = fields;
    const [score, of] = fields.score.split('/').map(Number);
    return {
      line,
      who: text
        .slice(0, at)
        .replace(/(?<![\s:>"'“‘|-])[\s:>"'“‘|-]+$/, '')
        .replace(/^[\s>"'“‘|-]+/, ''),
      kind: fields.kind || 'path',
      path,
      date,
      score,
      of,
      missed: (fields.missed || '').split(',').filter(Boolean),
      asked: (fields.asked || '').split(',').filter(Boolean),
      edition: fields.edition || '',
      seed: fields.seed || ''
    };
  }

  /** What may go on from the line above: a field, the rest of a list of slugs. */
  const REST = /^[\s>]*(?:[a-z]+=\S|[a-z0-9-]+(?:,[a-z0-9-]+)*(?:\s+[a-z]+=|\s*$))/;

  /**
   * A mail program may break a long line: what cannot begin a line of its own belongs to the one above.
   * @param {string} text
   */
  function unbroken(text) {
    /** @type {{text: string, line: number}[]} */
    const rows = [];
    for (const [number, row] of text.split(/\r\n|\r|\n/).entries()) {
      const last = rows[rows.length - 1];
      const mayGoOn = last?.text.includes(MARK) && row.trim() && !row.includes(MARK) && REST.test(row);
      const isOpen = /[,=]\s*$/.test(last?.text || '');
      if (mayGoOn && (isOpen || /^[\s>]*[a-z]+=/.test(row))) {
        last.text = last.text.trimEnd() + (isOpen ? '' : ' ') + row.replace(/^[\s>]+/, '');
      } else {
        rows.push({text: row, line: number + 1});
      }
    }
    return rows;
  }

  /**
   * The results in a pasted text. A line pasted twice counts once where it says who it is from.
   * @param {string} text
   */
  function readResults(text) {
    /** @type {ResultLine[]} */
    const results = [];
    /** @type {Trouble[]} */
    const troubles = [];
    const seen = new Set();
    for (const row of unbroken(text)) {
      const trimmed = row.text.trim();
      if (!trimmed) continue;
      let read = trimmed.includes(MARK) ? readLine(row.text, row.line) : glossary.t('learn.no_line');
      if (typeof read !== 'string' && read.who && seen.has(trimmed)) read = glossary.t('learn.twice');
      seen.add(trimmed);
      if (typeof read === 'string') troubles.push({line: row.line, text: trimmed, why: read});
      else results.push(read);
    }
    return {results, troubles};
  }

  probe();
  /** What is due is told on few pages, and only to who has begun. */
  function today() {
    if (document.querySelector('.gl-today') && isBegun()) glossary.load('today').catch(() => {});
  }
  document.addEventListener('DOMContentLoaded', today);
  watch(() => today());

  glossary.learn = {
    all,
    put,
    watch,
    clear,
    notice,
    clearButton,
    carry,
    isBegun,
    dayOf,
    resultLine,
    readResults
  };
})();
