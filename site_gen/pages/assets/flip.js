/*
 * Flip cards in five boxes (Leitner): a card that one knows goes one box up and comes back after the days of
 * that box; a hard one stays in its box and comes back in half of them; one that one does not know goes back to
 * the first box and comes again before the round ends, and then stays there until the next day.
 *
 * Store `cards`, by card: `{box, due}`, `due` a day like 2026-11-22. A card is `<slug>.<side>`: `meaning`
 * shows the term and asks for its meaning, `term` the other way, `short` an abbreviation
 * (`<slug>.short.FCR`). Store `round`, record `now`: the round under way, so that a reload goes on where one
 * stopped.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  /** @typedef {'meaning' | 'term' | 'short'} Side */
  /** @typedef {{row: number, side: string, short: string}} Card */
  /** @typedef {{box: number, due: string}} Place */
  /**
   * @typedef {{set: string, side: Side, queue: string[], size: number, known: number,
   *   again: string[]}} Round
   */
  /** @typedef {ReturnType<typeof sorted>} Sorted */

  const DAYS = [0, 0, 1, 3, 7, 21]; // by box, from 1: how long a card rests there
  const ROUND = 20;
  /** @typedef {'again' | 'known' | 'hard'} Grade */
  /** @type {Record<string, Grade | undefined>} */
  const GRADES = {1: 'again', ArrowLeft: 'again', 2: 'known', ArrowRight: 'known', 3: 'hard'}; // by key
  /** @type {Side[]} */
  const SIDES = ['meaning', 'term', 'short'];
  const {learn, make, button, part, studying, t} = glossary;
  const MAIN = 'gl-button gl-button--main';

  // ---- cards and boxes

  /** By slug. @type {Map<string, number>} */
  const rows = new Map();

  /**
   * The cards of rows, asked from one side.
   * @param {number[]} of
   * @param {Side} side
   */
  function cardsOf(of, side) {
    const askable = side === 'term' ? of.filter(studying.masked) : of;
    const terms = askable.map(glossary.term);
    if (side !== 'short') return terms.map(({slug}) => `${slug}.${side}`);
    return terms.flatMap(({slug, short}) => short.map((one) => `${slug}.short.${one}`));
  }

  /**
   * The card of an id; none where its term is gone by now.
   * @param {string} id
   * @returns {Card | undefined}
   */
  function cardFrom(id) {
    const [slug, side, ...short] = id.split('.');
    const row = rows.get(slug);
    return row === undefined ? undefined : {row, side, short: short.join('.')};
  }

  /** @param {number} days */
  function dayIn(days) {
    const now = new Date();
    return glossary.today(new Date(now.getFullYear(), now.getMonth(), now.getDate() + days).getTime());
  }

  /**
   * Where a card is and when it is due; in box 0 where it is new, or its record is not sound.
   * @param {Entry | undefined} record
   * @returns {Place}
   */
  function placeOf(record) {
    const box = record?.box;
    const isSound = typeof box === 'number' && box in DAYS && box > 0;
    return isSound ? {box, due: String(record?.due)} : {box: 0, due: ''};
  }

  /**
   * Cards by what is to be done with them, those that are due longest first.
   * @param {string[]} cards
   */
  function sorted(cards) {
    const kept = learn.all('cards');
    const today = dayIn(0);
    const counts = DAYS.map(() => 0);
    const all = cards.map((id) => ({id, ...placeOf(kept[id])}));
    for (const {box} of all) counts[box]++;
    const rested = all.filter(({box}) => box).sort((a, b) => compared(a.due, b.due) || a.box - b.box);
    const later = rested.filter(({due}) => due > today);
    return {
      due: rested.filter(({due}) => due <= today).map(({id}) => id),
      fresh: all.filter(({box}) => !box).map(({id}) => id),
      later: later.map(({id}) => id),
      counts,
      next: later.length ? later[0].due : ''
    };
  }

  /** @param {string} a @param {string} b */
  function compared(a, b) {
    return a < b ? -1 : Number(a > b);
  }

  /** @param {string} name */
  function sideOf(name) {
    return SIDES.find((side) => side === name);
  }

  /** @param {Element} place */
  function open(place) {
    let asked = studying.asked();
    let {set} = asked;
    /** @type {Side} */
    let side = 'meaning';
    /** @type {Round | null} */
    let round = null;
    /** The last answer, to be taken back. @type {{id: string, place: Place, round: Round} | null} */
    let undoable = null;
    let flipped = false;
    let turn = () => {};

    /**
     * Goes on after an answer.
     * @param {Round} now
     * @param {Grade} grade
     */
    function answer(now, grade) {
      const [id, ...rest] = now.queue;
      const place = placeOf(learn.all('cards')[id]);
      const was = Math.max(1, place.box);
      const failed = now.again.includes(id);
      undoable = {id, place, round: {...now, again: now.again.slice()}};
      if (grade === 'again') learn.put('cards', id, {box: 1, due: dayIn(0)});
      else if (failed) learn.put('cards', id, {box: 1, due: dayIn(1)});
      else if (grade === 'hard') {
        learn.put('cards', id, {box: was, due: dayIn(Math.max(1, Math.ceil(DAYS[was] / 2)))});
      } else {
        const box = Math.min(5, was + 1);
        learn.put('cards', id, {box, due: dayIn(DAYS[box])});
      }
      now.queue = grade === 'again' ? [...rest, id] : rest;
      if (grade !== 'again') now.known++;
      else if (!failed) now.again.push(id);
      keep(now);
      if (now.queue.length) showCard(now);
      else showEnd(now);
    }

    /** Takes the last answer back: its card stands there again, in the box where it was. */
    function undo() {
      if (!undoable) return;
      const {id, place, round: before} = undoable;
      undoable = null;
      learn.put('cards', id, {...place});
      keep(before);
      showCard(before);
      status.textContent = t('flip.undone');
    }

    /** @param {Round} now */
    function keep(now) {
      learn.put('round', 'now', now.queue.length ? now : {});
    }

    /** @param {unknown} list */
    function textsOf(list) {
      return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
    }

    /**
     * The round that was under way, as far as its cards are still there.
     * @returns {Round | null}
     */
    function resumed() {
      const was = learn.all('round').now;
      if (!was) return null;
      const way = sideOf(String(was.side));
      const queue = textsOf(was.queue).filter(cardFrom);
      const from = studying.sets().find((one) => studying.fragment(one) === was.set);
      if (!way || !queue.length || !Array.isArray(was.again) || !from) return null;
      if (asked.named && from.id !== asked.set.id) return null;
      set = from;
      side = way;
      return {
        set: studying.fragment(from),
        side,
        queue,
        size: Number(was.size) || queue.length,
        known: Number(was.known) || 0,
        again: textsOf(was.again)
      };
    }

    // ---- what is shown

    const top = make('div', {class: 'gl-study__main'});
    const foot = make('div', {class: 'gl-study__foot'});
    const status = make('p', {role: 'status', class: 'gl-unseen'});

    function showStart() {
      round = null;
      undoable = null;
      const cards = cardsOf(set.rows, side);
      const is = sorted(cards);
      const {due, fresh, later, next} = is;
      const count = Math.min(ROUND, due.length + fresh.length);
      const picker = studying.picker(set, (one) => {
        set = one;
        history.replaceState(null, '', studying.fragment(one));
        showStart();
        part('select', top).focus();
      });
      const line = cards.length
        ? t('flip.counts', {due: due.length, fresh: fresh.length, later: later.length})
        : t('flip.no_short');
      const start = button([count ? t('flip.start', {n: count}) : t('flip.ahead')], () => begin(is), MAIN);
      start.disabled = !cards.length;
      top.replaceChildren(
        picker,
        sides(),
        make('p', {class: 'gl-study__count'}, [line]),
        boxes(is.counts),
        count || !next ? '' : make('p', {}, [t('flip.until', {day: studying.inWords(next)})]),
        make('p', {}, [start]),
        deck()
      );
    }

    /** The choice of a side. */
    function sides() {
      const all = make('fieldset', {class: 'gl-study__sides'}, [make('legend', {}, [t('flip.which_way')])]);
      for (const name of SIDES) {
        const input = make('input', {type: 'radio', name: 'side', value: name});
        input.checked = name === side;
        input.addEventListener('change', () => {
          side = name;
          showStart();
          part('input:checked', top).focus();
        });
        all.append(make('label', {}, [input, t(`flip.${name}`)]));
      }
      return all;
    }

    /** The same terms for Anki: a deck for each path, and one of all terms. */
    function deck() {
      const isPath = set.kind === 'path';
      const href = `assets/anki/${isPath ? set.id : 'all'}.apkg`;
      /** @param {string} words */
      const link = (words) => make('a', {href, download: ''}, [words]);
      const key = isPath ? 'flip.for_anki_path' : 'flip.for_anki';
      return make('p', {class: 'gl-study__more'}, glossary.placed(key, {link}));
    }

    /** @param {number[]} counts */
    function boxes(counts) {
      const most = Math.max(...counts) || 1;
      const items = counts.map((count, box) => {
        const level = count ? Math.max(1, Math.round((count / most) * 8)) : 0;
        return make('li', {'data-level': String(level)}, [
          make('span', {class: 'gl-boxes__bar'}),
          make('strong', {}, [String(count)]),
          ` ${box ? t('flip.box', {number: box}) : t('flip.new')}`
        ]);
      });
      return make('ol', {class: 'gl-boxes', 'aria-label': t('flip.boxes')}, items);
    }

    /** @param {Sorted} is */
    function begin({due, fresh, later}) {
      const waiting = [...due, ...fresh];
      const queue = (waiting.length ? waiting : later).slice(0, ROUND);
      const now = {set: studying.fragment(set), side, queue, size: queue.length, known: 0, again: []};
      keep(now);
      showCard(now);
    }

    /** @param {Card} card */
    function front(card) {
      const one = glossary.term(card.row);
      if (card.side === 'short') return make('p', {class: 'gl-flip__name'}, [card.short]);
      if (card.side === 'meaning') {
        return make('p', {class: 'gl-flip__name'}, [one.title, ...glossary.shorts(one)]);
      }
      return make('p', {class: 'gl-flip__text'}, studying.gapped(studying.masked(card.row)));
    }

    /** @param {Card} card */
    function back(card) {
      const one = glossary.term(card.row);
      const text = make('p', {class: 'gl-flip__text'}, [one.definition, ' ', glossary.trusted(one.trust)]);
      if (card.side !== 'meaning') {
        return [
          make('p', {class: 'gl-flip__name'}, [studying.link(card.row), ...glossary.shorts(one)]),
          text
        ];
      }
      const more = make('a', {href: glossary.address(one.slug)}, [t('flip.all_about')]);
      return [text, make('p', {class: 'gl-more'}, [more])];
    }

    /** @param {Round} now */
    function showCard(now) {
      const card = cardFrom(now.queue[0]);
      if (!card) return;
      round = now;
      flipped = false;
      const done = now.known;
      const size = Math.max(now.size, done + now.queue.length);
      const sheet = make(
        'div',
        {class: 'gl-flip', tabindex: '-1', role: 'group', 'aria-label': t('flip.card')},
        [front(card)]
      );
      const ask = button([t('flip.show'), make('kbd', {}, [t('flip.space')])], () => flip(now, card), MAIN);
      const tools = make('p', {class: 'gl-study__tools'}, [ask]);
      sheet.addEventListener('click', (event) => {
        if (!flipped && !glossary.around(event.target, 'a')) turn();
      });
      top.replaceChildren(
        make('p', {class: 'gl-study__where'}, glossary.placed(`flip.at_${now.side}`, {set: set.title})),
        make('progress', {max: String(size), value: String(done), 'aria-label': t('flip.known_in_round')}),
        make('p', {class: 'gl-study__count'}, [t('flip.known', {done, size})]),
        sheet,
        tools,
        make('p', {class: 'gl-study__leave gl-study__tools'}, [
          button([t('flip.stop')], stop, 'gl-button gl-quiet'),
          undoButton()
        ])
      );
      turn = () => flip(now, card);
      sheet.focus({preventScroll: true});
      studying.backTo(place);
    }

    function undoButton() {
      return undoable ? button([t('flip.undo'), make('kbd', {}, ['Z'])], undo, 'gl-button gl-quiet') : '';
    }

    function stop() {
      learn.put('round', 'now', {});
      showStart();
      focusTop();
    }

    /** @param {Round} now @param {Card} card */
    function flip(now, card) {
      if (flipped) return;
      flipped = true;
      const attributes = {
        class: 'gl-flip__back',
        tabindex: '-1',
        role: 'group',
        'aria-label': t('flip.answer')
      };
      const answered = make('div', attributes, back(card));
      const sheet = part('.gl-flip', top);
      sheet.append(answered);
      sheet.classList.add('gl-flip--turned');
      part('.gl-study__tools', top).replaceChildren(
        button([t('flip.again'), make('kbd', {}, ['1'])], () => answer(now, 'again'), 'gl-button'),
        button([t('flip.i_knew'), make('kbd', {}, ['2'])], () => answer(now, 'known'), MAIN),
        button([t('flip.hard'), make('kbd', {}, ['3'])], () => answer(now, 'hard'), 'gl-button')
      );
      status.textContent = t('flip.answer_is', {text: answered.textContent || ''});
      answered.focus({preventScroll: true});
    }

    /** @param {Round} now */
    function showEnd(now) {
      const again = now.again.flatMap((id) => cardFrom(id)?.row ?? []);
      const is = sorted(cardsOf(set.rows, side));
      const left = is.due.length + is.fresh.length;
      const text = again.length
        ? t('flip.known_at_once', {known: now.size - again.length, size: now.size})
        : t('flip.all_at_once', {size: now.size});
      const none = is.next ? t('flip.no_more_until', {day: studying.inWords(is.next)}) : t('flip.no_more');
      const rest = left ? t('flip.more_wait', {n: left}) : none;
      const onward = left
        ? button([t('flip.next')], () => begin(is), MAIN)
        : button([t('flip.choose')], leave, MAIN);
      const quiz = make('a', {class: 'gl-button', href: `quiz.html${studying.fragment(set)}`}, [
        t('flip.quiz')
      ]);
      top.replaceChildren(
        make('h2', {tabindex: '-1'}, [t('flip.done')]),
        make('p', {}, [`${text} ${rest}`]),
        again.length ? make('h3', {}, [t('flip.read_again')]) : '',
        again.length ? studying.listed(again) : '',
        make('p', {class: 'gl-study__tools'}, [onward, quiz, undoButton()])
      );
      round = null;
      focusTop();
      status.textContent = text;
    }

    function leave() {
      showStart();
      focusTop();
    }

    function focusTop() {
      /** @type {HTMLElement | null} */
      const first = top.querySelector('h2, select');
      first?.focus({preventScroll: true});
      studying.backTo(place);
    }

    document.addEventListener('keydown', (event) => {
      if (!studying.isFree(event)) return;
      if (event.key.toLowerCase() === 'z' && undoable) undo();
      if (!round) return;
      const grade = GRADES[event.key];
      if (!flipped && (event.key === ' ' || event.key === 'Enter')) {
        event.preventDefault();
        turn();
      } else if (flipped && grade !== undefined) {
        event.preventDefault();
        answer(round, grade);
      }
    });
    addEventListener('hashchange', () => {
      asked = studying.asked();
      set = asked.set;
      showStart();
    });

    place.replaceChildren(top, status, foot);
    learn.notice(foot);
    foot.append(learn.clearButton());
    learn.watch((store) => {
      if (store === '') showStart();
    });
    const now = resumed();
    if (now) showCard(now);
    else showStart();
  }

  const place = document.querySelector('[data-study="cards"]');
  if (place) {
    place.replaceChildren();
    studying.whenReady(place, ['study-data'], () => {
      for (const set of studying.sets()) for (const row of set.rows) rows.set(glossary.term(row).slug, row);
      open(place);
    });
  }
});
