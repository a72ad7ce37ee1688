/*
 * Flip cards in five boxes (Leitner): a card that one knows goes one box up and comes back after the days of
 * that box; one that one does not know goes back to the first box and comes again before the round ends.
 *
 * Store `cards`, by card: `{box, due}`, `due` a day like 2026-11-22. A card is `<slug>.<side>`: `meaning` shows
 * the term and asks for its meaning, `term` the other way, `short` an abbreviation (`<slug>.short.FCR`).
 * Store `round`, record `now`: the round under way, so that a reload goes on where one stopped.
 */
var glossary = glossary || {};

document.addEventListener('DOMContentLoaded', function () {
  'use strict';

  var place = document.querySelector('[data-study="cards"]');
  if (!place || !glossary.study) return;

  /** @typedef {{set: string, side: string, queue: string[], size: number, known: number, again: string[]}} Round */

  var DAYS = [0, 0, 1, 3, 7, 21];  // by box, from 1: how long a card rests there
  var ROUND = 20;
  var SIDES = {meaning: 'Term to meaning', term: 'Meaning to term', short: 'Short form to name'};
  var make = glossary.make, learn = glossary.learn, studying = glossary.studying;
  var rowOf = new Map();
  var asked = studying.asked(), set = asked.set, side = 'meaning', round = null, flipped = false, turn = null;

  glossary.study.all.concat.apply(glossary.study.all, glossary.study.sets.map(function (one) { return one[3]; }))
    .forEach(function (row) { rowOf.set(glossary.term(row).slug, row); });

  // ---- cards and boxes ----------------------------------------------------------------------------

  function cardsOf(rows) {
    if (side !== 'short') return rows.map(function (row) { return glossary.term(row).slug + '.' + side; });
    return [].concat.apply([], rows.map(function (row) {
      var one = glossary.term(row);
      return one.short.map(function (short) { return one.slug + '.short.' + short; });
    }));
  }

  /** @returns {{row: number, side: string, short: string}} undefined row where the term is gone by now */
  function cardFrom(id) {
    var parts = id.split('.');
    return {row: rowOf.get(parts[0]), side: parts[1], short: parts.slice(2).join('.')};
  }

  function dayIn(days) {
    var now = new Date();
    var then = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days);
    return [then.getFullYear(), then.getMonth() + 1, then.getDate()].map(function (part) { return String(part).padStart(2, '0'); }).join('-');
  }

  function boxOf(record) {
    return record && record.box >= 1 && record.box <= 5 ? record.box : 0;
  }

  /** The cards of a set by what is to be done with them, those that are due longest first. */
  function sorted(cards) {
    var kept = learn.all('cards'), today = dayIn(0), boxes = [0, 0, 0, 0, 0, 0];
    var due = [], fresh = [], later = [];
    cards.forEach(function (id) {
      var record = kept[id], box = boxOf(record);
      boxes[box]++;
      if (!box) fresh.push(id);
      else (record.due <= today ? due : later).push(id);
    });
    function byDay(a, b) { return kept[a].due < kept[b].due ? -1 : kept[a].due > kept[b].due ? 1 : kept[a].box - kept[b].box; }
    return {due: due.sort(byDay), fresh: fresh, later: later.sort(byDay), boxes: boxes, next: later.length ? kept[later[0]].due : ''};
  }

  function answer(known) {
    var id = round.queue.shift(), box = Math.max(1, boxOf(learn.all('cards')[id]));
    box = known ? Math.min(5, box + 1) : 1;
    learn.put('cards', id, {box: box, due: dayIn(DAYS[box])});
    if (known) {
      round.known++;
    } else {
      round.queue.push(id);
      if (round.again.indexOf(id) < 0) round.again.push(id);
    }
    keep();
    round.queue.length ? showCard() : showEnd();
  }

  function keep() {
    learn.put('round', 'now', round.queue.length ? round : {});
  }

  /** The round that was under way, as far as its cards are still there. */
  function resumed() {
    var was = learn.all('round').now;
    if (!was || !Array.isArray(was.queue) || !Array.isArray(was.again) || !SIDES[was.side]) return null;
    var queue = was.queue.filter(function (id) { return typeof id === 'string' && cardFrom(id).row !== undefined; });
    var from = studying.sets().find(function (one) { return studying.fragment(one) === was.set; });
    if (!queue.length || !from || (asked.named && from.id !== asked.set.id)) return null;
    set = from;
    side = was.side;
    return {set: was.set, side: side, queue: queue, size: Number(was.size) || queue.length, known: Number(was.known) || 0, again: was.again};
  }

  // ---- what is shown ------------------------------------------------------------------------------

  var top = make('div', {class: 'gl-study__main'}), foot = make('div', {class: 'gl-study__foot'});
  var status = make('p', {role: 'status', class: 'gl-unseen'});

  function button(text, use, name) {
    var made = make('button', {type: 'button', class: 'gl-button' + (name ? ' ' + name : '')}, text);
    made.addEventListener('click', use);
    return made;
  }

  function showStart() {
    round = null;
    var cards = cardsOf(set.rows), is = sorted(cards), news = Math.min(is.fresh.length, Math.max(0, ROUND - is.due.length));
    var sides = make('fieldset', {class: 'gl-study__sides'}, [make('legend', {}, ['Which way'])]);
    Object.keys(SIDES).forEach(function (name) {
      var input = make('input', {type: 'radio', name: 'side', value: name});
      input.checked = name === side;
      input.addEventListener('change', function () { side = name; showStart(); top.querySelector('input:checked').focus(); });
      sides.append(make('label', {}, [input, SIDES[name]]));
    });
    var picker = studying.picker(set, function (one) {
      set = one;
      history.replaceState(null, '', studying.fragment(one));
      showStart();
      top.querySelector('select').focus();
    });
    var line = cards.length ? is.due.length + ' due, ' + is.fresh.length + ' new, ' + is.later.length + ' resting' : 'No term here has a short form.';
    var start = button([is.due.length + news ? 'Start with ' + Math.min(ROUND, is.due.length + news) + ' cards' : 'Learn ahead'], function () { begin(is); }, 'gl-button--main');
    start.disabled = !cards.length;
    var rest = !is.due.length && !is.fresh.length && is.next ? make('p', {}, ['Nothing is due here until ' + is.next + '.']) : null;
    top.replaceChildren(picker, sides, make('p', {class: 'gl-study__count'}, [line]), boxes(is.boxes), rest || '', make('p', {}, [start]), deck());
  }

  /** The same terms for Anki: a deck for each path, and one of all terms. */
  function deck() {
    var file = (set.kind === 'path' ? set.id : 'all') + '.apkg';
    return make('p', {class: 'gl-study__more'}, ['To learn for years, or on your phone: ', make('a', {href: 'assets/anki/' + file, download: ''}, [set.kind === 'path' ? 'these cards for Anki' : 'all cards for Anki']), '.']);
  }

  function boxes(counts) {
    var most = Math.max.apply(null, counts) || 1;
    return make('ol', {class: 'gl-boxes', 'aria-label': 'Cards in each box'}, ['New', 'Box 1', 'Box 2', 'Box 3', 'Box 4', 'Box 5'].map(function (name, box) {
      var level = counts[box] ? Math.max(1, Math.round(counts[box] / most * 8)) : 0;
      return make('li', {'data-level': String(level)}, [make('span', {class: 'gl-boxes__bar'}), make('strong', {}, [String(counts[box])]), ' ' + name]);
    }));
  }

  function begin(is) {
    var queue = is.due.concat(is.fresh).slice(0, ROUND);
    if (!queue.length) queue = is.later.slice(0, ROUND);
    round = {set: studying.fragment(set), side: side, queue: queue, size: queue.length, known: 0, again: []};
    keep();
    showCard();
  }

  function face(card, back) {
    var one = glossary.term(card.row), data = glossary.data;
    var name = make('p', {class: 'gl-flip__name'}, [back ? studying.link(card.row) : one.title]);
    one.short.forEach(function (short) { name.append(make('span', {class: 'gl-abbr'}, [short])); });
    if (back) return [card.side === 'meaning' ? null : name, make('p', {class: 'gl-flip__text'}, [data.definitions[card.row]]), card.side === 'meaning' ? make('p', {class: 'gl-more'}, [make('a', {href: glossary.address(one.slug)}, ['All about this term'])]) : null];
    if (card.side === 'meaning') return [name];
    if (card.side === 'short') return [make('p', {class: 'gl-flip__name'}, [card.short])];
    return [make('p', {class: 'gl-flip__text'}, studying.gapped(studying.masked(card.row)))];
  }

  function showCard() {
    var card = cardFrom(round.queue[0]);
    flipped = false;
    var done = round.known, size = Math.max(round.size, done + round.queue.length);
    var front = make('div', {class: 'gl-flip', tabindex: '-1', role: 'group', 'aria-label': 'Card'}, face(card, false));
    var tools = make('p', {class: 'gl-study__tools'}, [button(['Show the answer', make('kbd', {}, ['Space'])], flip, 'gl-button--main')]);
    front.addEventListener('click', function (event) { if (!flipped && !event.target.closest('a')) flip(); });
    top.replaceChildren(
      make('p', {class: 'gl-study__where'}, [set.title + ', ' + SIDES[side].toLowerCase()]),
      make('progress', {max: String(size), value: String(done), 'aria-label': 'Cards known in this round'}),
      make('p', {class: 'gl-study__count'}, [done + ' of ' + size + ' known']),
      front, tools, make('p', {class: 'gl-study__leave'}, [button(['Stop here'], function () { learn.put('round', 'now', {}); showStart(); focusTop(); }, 'gl-quiet')])
    );
    front.focus({preventScroll: true});
    studying.backTo(place);

    function flip() {
      if (flipped) return;
      flipped = true;
      var back = make('div', {class: 'gl-flip__back', tabindex: '-1', role: 'group', 'aria-label': 'Answer'}, face(card, true));
      front.append(back);
      front.classList.add('gl-flip--turned');
      tools.replaceChildren(
        button(['Again', make('kbd', {}, ['1'])], function () { answer(false); }),
        button(['I knew it', make('kbd', {}, ['2'])], function () { answer(true); }, 'gl-button--main')
      );
      status.textContent = 'Answer: ' + back.textContent;
      back.focus({preventScroll: true});
    }
    turn = flip;
  }

  function showEnd() {
    var again = round.again.map(cardFrom).filter(function (card) { return card.row !== undefined; }), is = sorted(cardsOf(set.rows));
    var list = make('ul', {class: 'gl-list'}, again.map(function (card) {
      return make('li', {class: 'gl-row'}, [make('span', {class: 'gl-row__name'}, [studying.link(card.row)]), make('span', {class: 'gl-row__def'}, [glossary.data.definitions[card.row]])]);
    }));
    var text = again.length ? round.size - again.length + ' of ' + round.size + ' known at once.' : 'All ' + round.size + ' known at once.';
    var left = is.due.length + is.fresh.length;
    top.replaceChildren(
      make('h2', {tabindex: '-1'}, ['Round done']), make('p', {}, [text + (left ? ' ' + left + ' more wait here.' : ' Nothing more is due here' + (is.next ? ' until ' + is.next + '.' : '.'))]),
      again.length ? make('h3', {}, ['To read again']) : '', again.length ? list : '',
      make('p', {class: 'gl-study__tools'}, [button([left ? 'Next round' : 'Choose other cards'], function () { left ? begin(is) : (showStart(), focusTop()); }, 'gl-button--main'), make('a', {class: 'gl-button', href: 'quiz.html' + studying.fragment(set)}, ['Take the quiz'])])
    );
    round = null;
    focusTop();
    status.textContent = text;
  }

  function focusTop() {
    var first = top.querySelector('h2, select');
    if (first) first.focus({preventScroll: true});
    studying.backTo(place);
  }

  document.addEventListener('keydown', function (event) {
    if (!round || !studying.isFree(event)) return;
    var known = {2: true, ArrowRight: true, 1: false, ArrowLeft: false}[event.key];
    if (!flipped && (event.key === ' ' || event.key === 'Enter')) {
      event.preventDefault();
      turn();
    } else if (flipped && known !== undefined) {
      event.preventDefault();
      answer(known);
    }
  });
  addEventListener('hashchange', function () { asked = studying.asked(); set = asked.set; showStart(); });

  place.replaceChildren(top, status, foot);
  learn.notice(foot);
  var clear = learn.clearButton();
  foot.append(clear);
  learn.watch(function (store) { if (store === '') showStart(); });
  round = resumed();
  round ? showCard() : showStart();
});
