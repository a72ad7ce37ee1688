/*
 * The quiz on its page: ten questions (questions.js), with what was asked and missed kept in this browser.
 *
 * Store `asked`, by id of a question: `{right}`. Store `quizround`, record `now`: the quiz under way, so that a
 * reload goes on where one stopped. Store `quiz`: the last result of each set. Store `passed`, by path: the
 * last test, with the text of each term as it was then.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {learn, make, button, part, placed, studying, t} = glossary;

  // ---- one quiz on the page

  const PLAIN = 'gl-button';
  const MAIN = 'gl-button gl-button--main';

  /** @param {Element} place */
  function open(place) {
    const {asking, makeQuiz} = glossary; // they come with their data
    const {difference} = asking;
    let asked = studying.asked();
    let {set, seed} = asked;
    /** @type {QuizRound} */
    let round = noRound();
    /** @type {Question[]} */
    let questions = [];
    let at = 0;
    let answered = false;
    const top = make('div', {class: 'gl-study__main'});
    const foot = make('div', {class: 'gl-study__foot'});
    const status = make('p', {role: 'status', class: 'gl-unseen'});

    function showStart() {
      questions = [];
      keep(noRound());
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
        typingChoice(),
        make('p', {class: 'gl-study__tools'}, [button([t('quiz.begin')], () => begin(0), MAIN)]),
        testOf()
      );
    }

    /** Whether one types the name instead of choosing it; asked for once, kept for all quizzes. */
    function typingChoice() {
      const box = make('input', {type: 'checkbox'});
      box.checked = Boolean(learn.all('prefs').quiz?.typing);
      box.addEventListener('change', () => learn.put('prefs', 'quiz', {typing: box.checked}));
      return make('p', {}, [make('label', {}, [box, ` ${t('quiz.type_names')}`])]);
    }

    /** The texts of the set's terms, to see later which have changed. */
    function textsNow() {
      const rows = set.rows.map((row) => glossary.term(row));
      return Object.fromEntries(rows.map((one) => [one.slug, asking.textMark(one.row)]));
    }

    /** The test of a path that has a mark to pass, and what came of it the last time. */
    function testOf() {
      if (!set.pass) return '';
      const last = learn.all('passed')[set.id];
      const before = /** @type {Record<string, string>} */ (last?.texts || {});
      const changed = set.rows.filter((row) => before[glossary.term(row).slug] !== asking.textMark(row));
      const said = last?.passed
        ? t('quiz.passed_on', {
            day: studying.inWords(String(last.day)),
            score: Number(last.score),
            whole: Number(last.of)
          })
        : t('quiz.test_is', {percent: set.pass, n: set.rows.length});
      const isUpdate = Boolean(last?.passed);
      const rows = isUpdate ? changed : set.rows;
      const begun = isUpdate ? t('quiz.test_changed', {n: changed.length}) : t('quiz.test');
      return make('div', {class: 'gl-result'}, [
        make('p', {}, [said]),
        rows.length ? make('p', {}, [button([begun], () => beginTest(rows), PLAIN)]) : ''
      ]);
    }

    /** @param {number[]} rows */
    function beginTest(rows) {
      const salt = anySalt();
      history.replaceState(null, '', studying.fragment(set));
      seed = 0;
      start({...noRound(), set: studying.fragment(set), salt, ids: asking.wholeTest(rows, salt), test: true});
    }

    /** @returns {QuizRound} */
    function noRound() {
      return {set: '', ids: [], salt: 0, seed: 0, answers: [], test: false};
    }

    function anySalt() {
      return 1 + Math.floor(Math.random() * 999999);
    }

    /** @param {QuizRound} now */
    function keep(now) {
      round = now;
      if (now.ids.length || learn.all('quizround').now?.ids) learn.put('quizround', 'now', {...now});
    }

    /** @param {QuizRound} now */
    function start(now) {
      keep(now);
      questions = now.seed ? makeQuiz(set.rows, now.seed) : asking.questionsOf(set.rows, now.ids, now.salt);
      if (now.seed) round.ids = questions.map(({id}) => id || '');
      at = now.answers.length;
      if (at < questions.length) showQuestion();
      else if (questions.length) showResult();
      else showNone();
    }

    /** The quiz that was under way, where the address asks for no other one. */
    function resumed() {
      const now = learn.all('quizround').now;
      const texts = (/** @type {unknown} */ list) =>
        Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
      const from = studying.sets().find((one) => studying.fragment(one) === now?.set);
      const ids = texts(now?.ids);
      if (!now || !from || !ids.length || !Array.isArray(now.answers)) return false;
      if (asked.named && (from.id !== asked.set.id || Number(now.seed) !== asked.seed)) return false;
      const known = asking.questionsOf(from.rows, ids, 0).length;
      if (known !== ids.length || now.answers.length >= ids.length) return false;
      set = from;
      seed = Number(now.seed) || 0;
      start({
        set: String(now.set),
        ids,
        salt: Number(now.salt) || 0,
        seed,
        answers: now.answers.map(Boolean),
        test: Boolean(now.test)
      });
      return true;
    }

    /**
     * Begins a quiz; without a seed, one of what this browser has to ask next.
     * @param {number} wanted
     */
    function begin(wanted) {
      seed = wanted;
      history.replaceState(null, '', studying.fragment(set, seed, seed ? asked.edition : ''));
      const salt = wanted || anySalt();
      const ids = wanted ? [] : asking.nextQuiz(set.rows, salt);
      start({...noRound(), set: studying.fragment(set), salt, seed, ids});
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
      if (question.kind === 'define') return []; // the heading asks for the name
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
      const typed = question.kind === 'meaning' && Boolean(learn.all('prefs').quiz?.typing);
      const options = question.options.map(({text}, i) => {
        const children = [make('kbd', {}, [String(i + 1)]), make('span', {}, studying.gapped(text))];
        return make('li', {}, [button(children, () => choose(i), 'gl-button gl-option')]);
      });
      const ask = placed(`quiz.${question.kind}`, {term: question.text});
      top.replaceChildren(
        make(
          'p',
          {class: 'gl-study__where'},
          placed('quiz.where', {set: set.title, number: at + 1, whole: count})
        ),
        make('progress', {max: String(count), value: String(at), 'aria-label': t('quiz.answered')}),
        make('h2', {class: 'gl-quiz__ask', tabindex: '-1'}, ask),
        ...asks(question),
        typed ? typing(question) : '',
        make('ol', {class: 'gl-quiz__options', ...(typed ? {hidden: ''} : {})}, options),
        make('div', {class: 'gl-quiz__why', tabindex: '-1', hidden: ''})
      );
      status.textContent = otherEdition();
      if (status.textContent) top.prepend(make('p', {class: 'gl-unkept'}, [status.textContent]));
      focusOn(typed ? '.gl-quiz__typed input' : 'h2');
    }

    /** Says so where a link was made for questions that are others by now. */
    function otherEdition() {
      const isOther = round.seed && asked.edition && asked.edition !== asking.editionOf(questions);
      return isOther ? t('quiz.other_edition') : '';
    }

    /**
     * Where the name of a term is typed; right is what the lookup would find with it, a slip of a key included.
     * @param {Question} question
     */
    function typing(question) {
      const input = make('input', {
        type: 'text',
        autocomplete: 'off',
        autocapitalize: 'off',
        spellcheck: 'false'
      });
      const label = make('label', {}, [`${t('quiz.your_answer')} `, input]);
      const form = make('form', {class: 'gl-quiz__typed'}, [
        label,
        ' ',
        make('button', {class: MAIN}, [t('quiz.check')]),
        ' ',
        button([t('quiz.show_choices')], choices, PLAIN)
      ]);
      function choices() {
        form.remove();
        part('.gl-quiz__options', top).hidden = false;
        focusOn('.gl-option');
      }
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        const text = input.value.trim();
        if (!text || answered) return;
        const lookup = glossary.ranker();
        const [first] = lookup.search(text, {limit: 1});
        const isRight = lookup.known(text).includes(question.row) || first?.row === question.row;
        const rows = isRight ? [question.row] : [...lookup.known(text), first?.row];
        const found = question.options.findIndex(({row, right}) => (isRight ? right : rows.includes(row)));
        const answer = question.options.findIndex(({right}) => right);
        input.disabled = true;
        for (const one of form.querySelectorAll('button')) one.remove();
        part('.gl-quiz__options', top).hidden = false;
        choose(found < 0 ? answer : found, isRight ? '' : text);
      });
      return form;
    }

    /**
     * Takes the answer at a place, and says whether it is right.
     * @param {number} given
     * @param {string} [typed] what was typed instead, and is no answer that stands there
     */
    function choose(given, typed = '') {
      if (answered) return;
      answered = true;
      const question = questions[at];
      const right = question.options[given].right && !typed;
      round.answers.push(right);
      if (question.id) learn.put('asked', question.id, {right});
      if (round.test && !right && question.id) {
        round.ids.push(question.id); // a term that was missed comes again until it is right
        questions.push(question);
      }
      keep(round);
      /** @type {NodeListOf<HTMLButtonElement>} */
      const elements = top.querySelectorAll('.gl-option');
      for (const [i, element] of elements.entries()) {
        const one = question.options[i];
        element.disabled = true;
        if (!one.right && (i !== given || typed)) continue;
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
      return make('p', {}, placed('quiz.definition', {term: studying.link(row), definition}));
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
        said.unshift(
          make('p', {}, placed('quiz.stands_for', {short: question.text, name: question.from[2]}))
        );
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
      const {answers, ids, test} = round;
      const first = questions.filter((one, i) => ids.indexOf(one.id || '') === i || !one.id);
      const of = first.length;
      const wrong = first.filter((one) => !answers[ids.indexOf(one.id || '')]);
      const score = of - wrong.length;
      const rows = wrong.map((question) => question.row);
      const missed = rows.map((row) => glossary.term(row).slug);
      const of_what = first.map((question) => glossary.term(question.row).slug);
      const edition = asking.editionOf(first);
      const kind = test ? 'test' : 'quiz';
      const said = {kind, path: set.id, score, of, missed, asked: of_what, edition, seed: round.seed || ''};
      const line = learn.resultLine(said);
      const day = glossary.today();
      const isPassed = test && 100 * score >= (set.pass || 0) * of;
      learn.put('quiz', `${set.kind}.${set.id}`, {score, of, missed, seed: round.seed, day});
      const before = learn.all('passed')[set.id];
      if (test && (isPassed || !before?.passed)) {
        // a test of what has changed since a pass takes none away: it is asked again
        learn.put('passed', set.id, {passed: isPassed, score, of, day, edition, texts: textsNow()});
      }
      keep(noRound());
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
        test ? paper({isPassed, score, of, edition}) : '',
        rows.length ? make('h3', {}, [t('quiz.again')]) : make('p', {}, [t('quiz.nothing_again')]),
        rows.length ? studying.listed(rows) : '',
        make('p', {class: 'gl-study__tools'}, [
          button([t('quiz.go_on')], () => begin(0), MAIN),
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

    /**
     * The result to print, with a name that stays on the page.
     * @param {{isPassed: boolean, score: number, of: number, edition: string}} result
     */
    function paper({isPassed, score, of, edition}) {
      const name = make('input', {type: 'text', autocomplete: 'name', id: 'gl-paper-name'});
      const shown = make('p', {class: 'gl-paper__name'});
      name.addEventListener('input', () => {
        shown.textContent = name.value;
      });
      const percent = Math.round((100 * score) / (of || 1));
      return make('section', {class: 'gl-paper'}, [
        make('h3', {}, [t(isPassed ? 'quiz.passed' : 'quiz.not_passed', {percent: set.pass || 0})]),
        make('p', {class: 'gl-paper__ask'}, [
          make('label', {for: name.id}, [`${t('quiz.your_name')} `]),
          name,
          ' ',
          button([t('quiz.print')], () => print(), PLAIN)
        ]),
        shown,
        make('p', {}, placed('quiz.paper', {set: set.title, day: studying.inWords(glossary.today())})),
        make('p', {}, [t('quiz.paper_score', {score, whole: of, percent, edition})]),
        make('p', {}, [make('em', {}, [t('quiz.self_reported')])])
      ]);
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
      asked = now;
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
    if (resumed()) return;
    if (asked.named && seed) begin(seed);
    else showStart();
  }

  const place = document.querySelector('[data-study="quiz"]');
  if (place) {
    place.replaceChildren();
    studying.whenReady(place, ['lookup-texts', 'study-data', 'quiz-data', 'questions'], () => open(place));
  }
});
