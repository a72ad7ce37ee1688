/*
 * The quiz: ten of the questions in quiz-data.js, chosen and mixed by a seed, so that one address gives a
 * whole class the same quiz. Rows stand for terms, as in the lookup's data:
 *
 *   meanings  [right row, wrong rows]                       which term is this?
 *   shorts    [right row, abbreviation, its name, wrong readings of the letters]
 *   scenes    [left row, right row, row that fits, text]     which of two confusable terms fits?
 *   computes  [row, formula, unit, [[part, meaning]], [[numbers, right, [[wrong, place in whys]]]]]
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  /** @typedef {() => number} Random */
  /** @typedef {{row: number, make: () => Question}} Candidate */

  const COUNT = 10;
  const OPTIONS = 4;
  const MOST_SCENES = 3;
  const MOST_SHORTS = 2;
  const MOST_COMPUTES = 2;
  const {learn, make, button, part, studying, t} = glossary;

  /**
   * Numbers from 0 to 1, the same for the same seed (the generator mulberry32).
   * @param {number} seed
   * @returns {Random}
   */
  function randomFrom(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  /**
   * A list in another order.
   * @template Item
   * @param {Item[]} list
   * @param {Random} random
   */
  function shuffled(list, random) {
    const mixed = list.slice();
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
    }
    return mixed;
  }

  // ---- questions

  /**
   * An answer that names a term.
   * @param {number} row
   * @param {boolean} right
   * @param {string} [text]
   * @returns {Answer}
   */
  function option(row, right, text) {
    return {row, right, text: text || glossary.term(row).title, why: ''};
  }

  /**
   * Three wrong answers: those that an editor has told apart from the right one, then others.
   * @param {number} row
   * @param {number[]} rows
   * @param {Random} random
   */
  function wrongOf(row, rows, random) {
    /** @param {number} other */
    const isRuled = (other) => Boolean(difference(row, other));
    const first = shuffled(rows.filter(isRuled), random);
    const rest = rows.filter((other) => !isRuled(other));
    const all = [...first, ...shuffled(rest, random)];
    return all.slice(0, OPTIONS - 1).map((other) => option(other, false));
  }

  /**
   * What tells two terms apart, in an editor's words; "" where nobody has said.
   * @param {number} one
   * @param {number} other
   */
  function difference(one, other) {
    const slugs = [glossary.term(one).slug, glossary.term(other).slug].sort();
    return glossary.texts?.differences[slugs.join('-vs-')] || '';
  }

  /** @param {MeaningRow} from @param {Random} random @returns {Question} */
  function meaningOf(from, random) {
    const [row, rivals] = from;
    const options = shuffled([...wrongOf(row, rivals, random), option(row, true)], random);
    return {kind: 'meaning', row, text: studying.masked(row), options, from};
  }

  /** @param {ShortRow} from @param {Random} random @returns {Question} */
  function shortOf(from, random) {
    const [row, text, name, others] = from;
    const wrong = shuffled(others, random)
      .slice(0, OPTIONS - 1)
      .map((reading) => option(row, false, reading));
    const options = shuffled([...wrong, option(row, true, name)], random);
    return {kind: 'short', row, text, options, from};
  }

  /** @param {SceneRow} from @param {Random} random @returns {Question} */
  function sceneOf(from, random) {
    const [left, right, row, text] = from;
    const options = [left, right].map((one) => option(one, one === row));
    return {kind: 'scene', row, text, options: shuffled(options, random), from};
  }

  /** @param {ComputeRow} from @param {Random} random @returns {Question} */
  function computeOf(from, random) {
    const [row, , unit, , sums] = from;
    const [numbers, answer, others] = sums[Math.floor(random() * sums.length)];
    const wrong = shuffled(others, random)
      .slice(0, OPTIONS - 1)
      .map(([number, place]) => ({
        row,
        right: false,
        text: withUnit(number, unit),
        why: glossary.quiz?.whys[place] || ''
      }));
    const right = {row, right: true, text: withUnit(answer, unit), why: ''};
    const options = shuffled([...wrong, right], random);
    return {kind: 'compute', row, text: glossary.term(row).title, options, from, numbers};
  }

  /**
   * @param {string} number
   * @param {string} unit
   */
  function withUnit(number, unit) {
    if (/^[$€£]$/.test(unit)) return number.replace(/^-?/, (minus) => minus + unit);
    return number + (unit === '%' ? '%' : ` ${unit}`);
  }

  /**
   * The quiz of a seed: at most ten questions on these rows, of each kind some, no term twice while others
   * are left. The same rows and seed give the same questions, answers and numbers in the same order.
   * @param {number[]} rows
   * @param {number} seed
   */
  function makeQuiz(rows, seed) {
    const random = randomFrom(seed);
    const wanted = new Set(rows);
    const data = glossary.quiz || {meanings: [], shorts: [], scenes: [], computes: []};
    const used = new Set();
    /** @type {Candidate[]} */
    const chosen = [];

    /**
     * The questions of a kind on these rows.
     * @template From
     * @param {From[]} list
     * @param {(from: From) => number} rowOf
     * @param {(from: From, random: Random) => Question} use
     */
    function pool(list, rowOf, use) {
      const fitting = list.filter((from) => wanted.has(rowOf(from)));
      return shuffled(fitting, random).map((from) => ({row: rowOf(from), make: () => use(from, random)}));
    }

    /** @param {Candidate[]} list @param {number} most */
    function take(list, most) {
      let left = most;
      for (const one of list) {
        if (!left || chosen.length >= COUNT || used.has(one.row)) continue;
        used.add(one.row);
        chosen.push(one);
        left--;
      }
    }

    const scenes = pool(data.scenes, (from) => from[2], sceneOf);
    const computes = pool(data.computes, (from) => from[0], computeOf);
    const shorts = pool(data.shorts, (from) => from[0], shortOf);
    take(scenes, MOST_SCENES);
    take(computes, MOST_COMPUTES);
    take(shorts, MOST_SHORTS);
    take(
      pool(data.meanings, (from) => from[0], meaningOf),
      COUNT
    );
    take(shuffled([...scenes, ...computes, ...shorts], random), COUNT);
    return shuffled(chosen, random).map((one) => one.make());
  }

  // ---- one quiz on the page

  const PLAIN = 'gl-button';
  const MAIN = 'gl-button gl-button--main';

  /** @param {Element} place */
  function open(place) {
    const asked = studying.asked();
    let {set, seed} = asked;
    /** @type {Question[]} */
    let questions = [];
    let at = 0;
    /** @type {boolean[]} */
    let answers = [];
    let answered = false;
    const top = make('div', {class: 'gl-study__main'});
    const foot = make('div', {class: 'gl-study__foot'});
    const status = make('p', {role: 'status', class: 'gl-unseen'});

    function showStart() {
      questions = [];
      const picker = studying.picker(set, (one) => {
        set = one;
        showStart();
        part('select', top).focus();
      });
      const last = learn.all('quiz')[`${set.kind}.${set.id}`];
      top.replaceChildren(
        picker,
        last?.of
          ? make('p', {class: 'gl-study__count'}, [
              t('quiz.last_time', {score: Number(last.score), whole: Number(last.of)})
            ])
          : '',
        make('p', {}, [button([t('quiz.begin')], () => begin(0), MAIN)])
      );
    }

    /**
     * Begins a quiz; without a seed, any.
     * @param {number} wanted
     */
    function begin(wanted) {
      seed = wanted || 1 + Math.floor(Math.random() * 9999);
      history.replaceState(null, '', studying.fragment(set, seed));
      questions = makeQuiz(set.rows, seed);
      at = 0;
      answers = [];
      if (questions.length) showQuestion();
      else showNone();
    }

    function showNone() {
      top.replaceChildren(
        make('p', {}, [t('quiz.no_question')]),
        make('p', {}, [button([t('quiz.choose')], chooseSet, PLAIN)])
      );
    }

    function chooseSet() {
      showStart();
      focusOn('select');
    }

    /** @param {Question} question */
    function asks(question) {
      if (question.kind !== 'compute') {
        const looks = `gl-quiz__text gl-quiz__text--${question.kind}`;
        return [make('p', {class: looks}, studying.gapped(question.text))];
      }
      const parts = question.from[3].map(([, meaning], i) =>
        make('div', {}, [make('dt', {}, [question.numbers[i]]), make('dd', {}, [meaning])])
      );
      return [
        make('p', {class: 'gl-quiz__text'}, [t('quiz.numbers')]),
        make('dl', {class: 'gl-quiz__parts'}, parts)
      ];
    }

    function showQuestion() {
      const question = questions[at];
      const count = questions.length;
      answered = false;
      const options = question.options.map(({text}, i) => {
        const children = [make('kbd', {}, [String(i + 1)]), make('span', {}, [text])];
        return make('li', {}, [button(children, () => choose(i), 'gl-button gl-option')]);
      });
      const ask = t(`quiz.${question.kind}`, {term: question.text});
      top.replaceChildren(
        make('p', {class: 'gl-study__where'}, [
          t('quiz.where', {set: set.title, number: at + 1, whole: count})
        ]),
        make('progress', {max: String(count), value: String(at), 'aria-label': t('quiz.answered')}),
        make('h2', {class: 'gl-quiz__ask', tabindex: '-1'}, [ask]),
        ...asks(question),
        make('ol', {class: 'gl-quiz__options'}, options),
        make('div', {class: 'gl-quiz__why', tabindex: '-1', hidden: ''})
      );
      status.textContent = '';
      focusOn('h2');
    }

    /**
     * Takes the answer at a place, and says whether it is right.
     * @param {number} given
     */
    function choose(given) {
      if (answered) return;
      answered = true;
      const question = questions[at];
      const {right} = question.options[given];
      answers.push(right);
      /** @type {NodeListOf<HTMLButtonElement>} */
      const elements = top.querySelectorAll('.gl-option');
      for (const [i, element] of elements.entries()) {
        const one = question.options[i];
        element.disabled = true;
        if (!one.right && i !== given) continue;
        element.classList.add(one.right ? 'gl-option--right' : 'gl-option--wrong');
        element.append(
          make('span', {class: 'gl-option__mark'}, [t(one.right ? 'quiz.is_right' : 'quiz.is_wrong')])
        );
      }
      const why = part('.gl-quiz__why', top);
      const goOn = t(at + 1 < questions.length ? 'quiz.next' : 'quiz.result');
      const onward = button([goOn, make('kbd', {}, ['↵'])], next, MAIN);
      const said = [
        make('p', {class: 'gl-quiz__verdict'}, [t(right ? 'quiz.right' : 'quiz.not_right')]),
        ...reasons(question, question.options[given])
      ];
      why.replaceChildren(...said, make('p', {class: 'gl-study__tools'}, [onward]));
      why.hidden = false;
      part('progress', top).setAttribute('value', String(at + 1));
      status.textContent = said.map((line) => line.textContent).join(' ');
      onward.focus({preventScroll: true});
      why.scrollIntoView({block: 'nearest'});
    }

    /** @param {number} row */
    function meaning(row) {
      const {definition} = glossary.term(row);
      return make('p', {}, glossary.placed('quiz.definition', {term: studying.link(row), definition}));
    }

    /**
     * Why the answer is right, in the words of an editor where there are some.
     * @param {Question} question
     * @param {Answer} given
     */
    function reasons(question, given) {
      const {row, options} = question;
      if (question.kind === 'compute') return worked(question, given);
      const said = [meaning(row)];
      if (question.kind === 'short' && (!given.right || question.from[2] !== glossary.term(row).title)) {
        said.unshift(make('p', {}, [t('quiz.stands_for', {short: question.text, name: question.from[2]})]));
      }
      const rivals = given.right ? options.filter((one) => !one.right) : [given];
      const [told] = rivals.map((one) => difference(row, one.row)).filter(Boolean);
      if (!given.right && given.row !== row) said.push(meaning(given.row));
      if (told) {
        const title = make('strong', {}, [t('quiz.difference')]);
        said.push(make('p', {class: 'gl-quiz__difference'}, [title, ' ', told]));
      }
      return said;
    }

    /**
     * What went wrong in a sum, and the formula with its numbers.
     * @param {Question & {kind: 'compute'}} question
     * @param {Answer} given
     */
    function worked({row, from, numbers, options}, given) {
      const [, formula, , parts] = from;
      const filled = formula.replace(/[^\W\d]\w*/g, (name) => {
        const place = parts.findIndex(([part]) => part === name);
        return place < 0 ? name : numbers[place];
      });
      const sum = make('code', {}, [filled.replace(/\*/g, '×').replace(/\//g, '÷')]);
      const right = options.find((one) => one.right);
      const said = [make('p', {}, [sum, ` = ${right?.text}`]), meaning(row)];
      if (given.why) said.unshift(make('p', {}, [t('quiz.why_wrong', {answer: given.text, why: given.why})]));
      return said;
    }

    function next() {
      at++;
      if (at < questions.length) showQuestion();
      else showResult();
    }

    function showResult() {
      const of = questions.length;
      const score = answers.filter(Boolean).length;
      const rows = questions.filter((_, i) => !answers[i]).map((question) => question.row);
      const missed = rows.map((row) => glossary.term(row).slug);
      const line = learn.resultLine({kind: 'quiz', path: set.id, score, of, missed, seed});
      learn.put('quiz', `${set.kind}.${set.id}`, {score, of, missed, seed, day: glossary.today()});
      const copy = button([t('quiz.copy')], copyLine, PLAIN);
      function copyLine() {
        glossary.toClipboard(line).then(() => {
          copy.textContent = t('common.copied');
          status.textContent = t('common.copied');
        });
      }
      const told = t('quiz.score', {score, whole: of});
      const href = `cards.html${studying.fragment(set)}`;
      top.replaceChildren(
        make('h2', {tabindex: '-1'}, [told]),
        rows.length ? make('h3', {}, [t('quiz.again')]) : make('p', {}, [t('quiz.nothing_again')]),
        rows.length ? studying.listed(rows) : '',
        make('p', {class: 'gl-study__tools'}, [
          button([t('quiz.ten_more')], () => begin(0), MAIN),
          make('a', {class: 'gl-button', href}, [t('quiz.cards')]),
          button([t('quiz.choose_terms')], chooseSet, PLAIN)
        ]),
        make('div', {class: 'gl-result'}, [
          make('p', {}, [t('quiz.for_lead')]),
          make('code', {}, [line]),
          copy
        ])
      );
      status.textContent = told;
      focusOn('h2');
      questions = [];
    }

    /** @param {string} selector */
    function focusOn(selector) {
      /** @type {HTMLElement | null} */
      const found = top.querySelector(selector);
      found?.focus({preventScroll: true});
      studying.backTo(place);
    }

    document.addEventListener('keydown', (event) => {
      const given = Number(event.key) - 1;
      if (answered || !questions[at]?.options[given] || glossary.isCommand(event) || event.altKey) return;
      if (glossary.around(event.target, 'input, textarea, select, dialog')) return;
      event.preventDefault();
      choose(given);
    });
    addEventListener('hashchange', () => {
      const now = studying.asked();
      set = now.set;
      if (now.seed) begin(now.seed);
      else showStart();
    });
    place.replaceChildren(top, status, foot);
    learn.notice(foot);
    foot.append(learn.clearButton());
    learn.watch((store) => {
      if (store === '' && !questions.length) showStart();
    });
    if (asked.named && seed) begin(seed);
    else showStart();
  }

  glossary.makeQuiz = makeQuiz;
  const place = document.querySelector('[data-study="quiz"]');
  if (place && glossary.quiz) open(place);
});
