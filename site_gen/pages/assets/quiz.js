/*
 * The quiz: ten of the questions in quiz-data.js, chosen and mixed by a seed, so that one address gives a whole
 * class the same quiz. Rows stand for terms, as in the lookup's data:
 *
 *   meanings  [right row, wrong rows]                       which term is this?
 *   shorts    [right row, abbreviation, its name, wrong rows]
 *   scenes    [left row, right row, row that fits, text]     which of two confusable terms fits?
 *   computes  [row, formula, unit, [[part, meaning]], [[numbers, right, [[wrong, place in whys]]]]]
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var COUNT = 10, OPTIONS = 4, MOST_SCENES = 3, MOST_SHORTS = 2, MOST_COMPUTES = 2;

  /** @typedef {{text: string, right: boolean, row: number, why: string}} Option */
  /** @typedef {{kind: string, row: number, text: string, options: Option[], question: Array}} Question */

  /** Numbers from 0 to 1, the same for the same seed (the generator mulberry32). */
  function randomFrom(seed) {
    var state = seed >>> 0;
    return function () {
      state = (state + 0x6D2B79F5) >>> 0;
      var mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  function shuffled(list, random) {
    var mixed = list.slice();
    for (var last = mixed.length - 1; last > 0; last--) {
      var other = Math.floor(random() * (last + 1)), kept = mixed[last];
      mixed[last] = mixed[other];
      mixed[other] = kept;
    }
    return mixed;
  }

  function option(row, right, text) {
    return {row: row, right: right, text: text || glossary.term(row).title, why: ''};
  }

  /** Three wrong answers: those that an editor has told apart from the right one, then others. */
  function wrongOf(row, rows, random) {
    function ruled(other) { return Boolean(difference(row, other)); }
    var first = shuffled(rows.filter(ruled), random), rest = shuffled(rows.filter(function (other) { return !ruled(other); }), random);
    return first.concat(rest).slice(0, OPTIONS - 1).map(function (other) { return option(other, false); });
  }

  /** What tells two terms apart, in an editor's words; "" where nobody has said. */
  function difference(one, other) {
    var slugs = [glossary.term(one).slug, glossary.term(other).slug].sort();
    return glossary.texts.differences[slugs.join('-vs-')] || '';
  }

  /** By kind, how a question of the data becomes one that can be shown. @type {Object<string, function(Array, function(): number): Question>} */
  var MAKE = {
    meaning: function (from, random) {
      return {kind: 'meaning', row: from[0], text: glossary.studying.masked(from[0]), options: shuffled(wrongOf(from[0], from[1], random).concat(option(from[0], true)), random), question: from};
    },
    short: function (from, random) {
      return {kind: 'short', row: from[0], text: from[1], options: shuffled(wrongOf(from[0], from[3], random).concat(option(from[0], true, from[2])), random), question: from};
    },
    scene: function (from, random) {
      var options = [from[0], from[1]].map(function (row) { return option(row, row === from[2]); });
      return {kind: 'scene', row: from[2], text: from[3], options: shuffled(options, random), question: from};
    },
    compute: function (from, random) {
      var variant = from[4][Math.floor(random() * from[4].length)], unit = from[2];
      var wrong = shuffled(variant[2], random).slice(0, OPTIONS - 1).map(function (pair) {
        return {row: from[0], right: false, text: withUnit(pair[0], unit), why: glossary.quiz.whys[pair[1]]};
      });
      var right = {row: from[0], right: true, text: withUnit(variant[1], unit), why: ''};
      return {kind: 'compute', row: from[0], text: glossary.term(from[0]).title, options: shuffled(wrong.concat(right), random), question: from, numbers: variant[0]};
    }
  };

  function withUnit(number, unit) {
    return number + (unit === '%' ? '%' : ' ' + unit);
  }

  /**
   * The quiz of a seed: at most ten questions on these rows, of each kind some, no term twice while others are
   * left. The same rows and seed give the same questions, answers and numbers in the same order.
   * @param {number[]} rows @param {number} seed @returns {Question[]}
   */
  function makeQuiz(rows, seed) {
    var random = randomFrom(seed), wanted = new Set(rows), data = glossary.quiz, used = new Set(), chosen = [];
    function pool(kind, list, place) {
      return shuffled(list.filter(function (one) { return wanted.has(one[place]); }), random).map(function (one) { return {kind: kind, row: one[place], from: one}; });
    }
    function take(list, most) {
      list.forEach(function (one) {
        if (most > 0 && chosen.length < COUNT && !used.has(one.row)) {
          used.add(one.row);
          chosen.push(one);
          most--;
        }
      });
    }
    var scenes = pool('scene', data.scenes, 2), computes = pool('compute', data.computes, 0), shorts = pool('short', data.shorts, 0);
    take(scenes, MOST_SCENES);
    take(computes, MOST_COMPUTES);
    take(shorts, MOST_SHORTS);
    take(pool('meaning', data.meanings, 0), COUNT);
    take(shuffled(scenes.concat(computes, shorts), random), COUNT);
    return shuffled(chosen, random).map(function (one) { return MAKE[one.kind](one.from, random); });
  }

  // ---- one quiz on the page -----------------------------------------------------------------------

  var ASKS = {meaning: 'Which term is this?', short: 'What does this stand for?', scene: 'Which of the two fits this scene?', compute: 'Work it out: '};

  function open(place) {
    var make = glossary.make, learn = glossary.learn, studying = glossary.studying;
    var asked = studying.asked(), set = asked.set, seed = asked.seed;
    var questions = [], at = 0, answers = [], answered = false;
    var top = make('div', {class: 'gl-study__main'}), foot = make('div', {class: 'gl-study__foot'}), status = make('p', {role: 'status', class: 'gl-unseen'});

    function button(text, use, name) {
      var made = make('button', {type: 'button', class: 'gl-button' + (name ? ' ' + name : '')}, text);
      made.addEventListener('click', use);
      return made;
    }

    function showStart() {
      questions = [];
      var picker = studying.picker(set, function (one) { set = one; showStart(); top.querySelector('select').focus(); });
      var last = learn.all('quiz')[set.kind + '.' + set.id];
      top.replaceChildren(
        picker, last && last.of ? make('p', {class: 'gl-study__count'}, ['Last time: ' + last.score + ' of ' + last.of]) : '',
        make('p', {}, [button(['Start the quiz'], function () { begin(0); }, 'gl-button--main')])
      );
    }

    function begin(wanted) {
      seed = wanted || 1 + Math.floor(Math.random() * 9999);
      history.replaceState(null, '', studying.fragment(set, seed));
      questions = makeQuiz(set.rows, seed);
      at = 0;
      answers = [];
      questions.length ? showQuestion() : showNone();
    }

    function showNone() {
      top.replaceChildren(make('p', {}, ['There is no question on these terms yet.']), make('p', {}, [button(['Choose others'], function () { showStart(); focusOn('select'); })]));
    }

    function asks(question) {
      if (question.kind !== 'compute') return [make('p', {class: 'gl-quiz__text gl-quiz__text--' + question.kind}, studying.gapped(question.text))];
      var parts = make('dl', {class: 'gl-quiz__parts'}, question.question[3].map(function (part, place) {
        return make('div', {}, [make('dt', {}, [question.numbers[place]]), make('dd', {}, [part[1]])]);
      }));
      return [make('p', {class: 'gl-quiz__text'}, ['What comes out with these numbers?']), parts];
    }

    function showQuestion() {
      var question = questions[at];
      answered = false;
      var list = make('ol', {class: 'gl-quiz__options'}, question.options.map(function (one, place) {
        return make('li', {}, [button([make('kbd', {}, [String(place + 1)]), make('span', {}, [one.text])], function () { choose(place); }, 'gl-option')]);
      }));
      top.replaceChildren(
        make('p', {class: 'gl-study__where'}, [set.title + ', question ' + (at + 1) + ' of ' + questions.length]),
        make('progress', {max: String(questions.length), value: String(at), 'aria-label': 'Questions answered'}),
        make('h2', {class: 'gl-quiz__ask', tabindex: '-1'}, [ASKS[question.kind] + (question.kind === 'compute' ? question.text : '')])
      );
      top.append.apply(top, asks(question).concat(list, make('div', {class: 'gl-quiz__why', tabindex: '-1', hidden: ''})));
      status.textContent = '';
      focusOn('h2');
    }

    function choose(place) {
      if (answered) return;
      answered = true;
      var question = questions[at], given = question.options[place];
      answers.push(given.right);
      Array.from(top.querySelectorAll('.gl-option'), function (element, i) {
        var one = question.options[i], mark = one.right ? 'right' : i === place ? 'wrong' : '';
        element.disabled = true;
        if (mark) {
          element.classList.add('gl-option--' + mark);
          element.append(make('span', {class: 'gl-option__mark'}, [one.right ? '✓ right' : '✗ your answer']));
        }
      });
      var why = top.querySelector('.gl-quiz__why');
      why.replaceChildren.apply(why, [make('p', {class: 'gl-quiz__verdict'}, [given.right ? 'Right.' : 'Not quite.'])].concat(reasons(question, given)));
      why.append(make('p', {class: 'gl-study__tools'}, [button([at + 1 < questions.length ? 'Next question' : 'See the result', make('kbd', {}, ['↵'])], next, 'gl-button--main')]));
      why.hidden = false;
      top.querySelector('progress').value = at + 1;
      status.textContent = Array.from(why.querySelectorAll('p:not(.gl-study__tools)'), function (p) { return p.textContent; }).join(' ');
      why.querySelector('button').focus({preventScroll: true});
      why.scrollIntoView({block: 'nearest'});
    }

    /** Why the answer is right, in the words of an editor where there are some. */
    function reasons(question, given) {
      var data = glossary.data, row = question.row, said = [];
      function meaning(of) { return make('p', {}, [studying.link(of), ': ' + data.definitions[of]]); }
      if (question.kind === 'compute') {
        var numbers = question.numbers, place = -1;
        var worked = question.question[1].replace(/[^\W\d]\w*/g, function (name) {
          place = question.question[3].findIndex(function (part) { return part[0] === name; });
          return place < 0 ? name : numbers[place];
        }).replace(/\*/g, '×').replace(/\//g, '÷');
        var right = question.options.find(function (one) { return one.right; });
        if (given.why) said.push(make('p', {}, [given.text + ': ' + given.why + '.']));
        said.push(make('p', {}, [make('code', {}, [worked]), ' = ' + right.text]), meaning(row));
        return said;
      }
      if (question.kind === 'short' && (!given.right || question.question[2] !== glossary.term(row).title)) {
        said.push(make('p', {}, [question.text + ' stands for ' + question.question[2] + '.']));
      }
      said.push(meaning(row));
      var rivals = given.right ? question.options.filter(function (one) { return !one.right; }) : [given];
      var told = rivals.map(function (one) { return difference(row, one.row); }).filter(Boolean)[0];
      if (!given.right) said.push(meaning(given.row));
      if (told) said.push(make('p', {class: 'gl-quiz__difference'}, [make('strong', {}, ['The difference: ']), told]));
      return said;
    }

    function next() {
      at++;
      at < questions.length ? showQuestion() : showResult();
    }

    function showResult() {
      var score = answers.filter(Boolean).length, missed = questions.filter(function (question, place) { return !answers[place]; });
      var slugs = missed.map(function (question) { return glossary.term(question.row).slug; });
      var line = learn.resultLine({kind: 'quiz', path: set.id, score: score, of: questions.length, missed: slugs, seed: seed});
      learn.put('quiz', set.kind + '.' + set.id, {score: score, of: questions.length, missed: slugs, seed: seed, day: learn.today()});
      var copy = button(['Copy my result'], function () {
        glossary.toClipboard(line).then(function () { copy.textContent = status.textContent = 'Copied'; });
      });
      top.replaceChildren(
        make('h2', {tabindex: '-1'}, [score + ' of ' + questions.length + ' right']),
        missed.length ? make('h3', {}, ['Look at these again']) : make('p', {}, ['Nothing to look at again.']),
        missed.length ? make('ul', {class: 'gl-list'}, missed.map(function (question) {
          return make('li', {class: 'gl-row'}, [make('span', {class: 'gl-row__name'}, [studying.link(question.row)]), make('span', {class: 'gl-row__def'}, [glossary.data.definitions[question.row]])]);
        })) : '',
        make('p', {class: 'gl-study__tools'}, [button(['Ten other questions'], function () { begin(0); }, 'gl-button--main'), make('a', {class: 'gl-button', href: 'cards.html' + studying.fragment(set)}, ['Flip cards']), button(['Choose other terms'], function () { showStart(); focusOn('select'); })]),
        make('div', {class: 'gl-result'}, [make('p', {}, ['For your team lead: copy this line. It holds your score and what you missed, nothing else; the address of this page gives others the same questions.']), make('code', {}, [line]), copy])
      );
      status.textContent = score + ' of ' + questions.length + ' right';
      focusOn('h2');
      questions = [];
    }

    function focusOn(what) {
      var found = top.querySelector(what);
      if (found) found.focus({preventScroll: true});
      studying.backTo(place);
    }

    document.addEventListener('keydown', function (event) {
      var question = questions[at], place = Number(event.key) - 1;
      if (!question || answered || event.ctrlKey || event.metaKey || event.altKey || !(question.options[place])) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select, dialog')) return;
      event.preventDefault();
      choose(place);
    });
    addEventListener('hashchange', function () {
      var now = studying.asked();
      set = now.set;
      now.seed ? begin(now.seed) : showStart();
    });
    place.replaceChildren(top, status, foot);
    learn.notice(foot);
    foot.append(learn.clearButton());
    learn.watch(function (store) { if (store === '' && !questions.length) showStart(); });
    asked.named && seed ? begin(seed) : showStart();
  }

  glossary.makeQuiz = makeQuiz;
  document.addEventListener('DOMContentLoaded', function () {
    var place = document.querySelector('[data-study="quiz"]');
    if (place && glossary.quiz) open(place);
  });
})();
