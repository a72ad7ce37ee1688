/*
 * What cards and quiz share: which terms are learned, how one chooses them, and texts with gaps.
 *
 * `glossary.study` (study-data.js) holds `sets`, each [kind, id, title, rows]; a row stands for a term as in
 * the lookup's data. An address after `#` names a set (`path=week-1`, `topic=metrics` or `all`) and, for a
 * quiz, its seed. These scripts run before the lookup's, so they begin when the page is ready.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const GAP = '___';
  const {make, t} = glossary;

  /** All terms first, then the paths, then the topics. @type {StudyScript['sets']} */
  function sets() {
    const data = glossary.study || {all: [], sets: []};
    const others = data.sets.map(([kind, id, title, rows, pass = 0]) => ({kind, id, title, rows, pass}));
    return [{kind: 'all', id: 'all', title: t('study.all_terms'), rows: data.all, pass: 0}, ...others];
  }

  /** What stands after `#`; `named` where the address asks for a set that there is. */
  function asked() {
    const words = new URLSearchParams(location.hash.slice(1));
    const every = sets();
    const kind = ['path', 'topic', 'all'].find((one) => words.has(one) && setOf(one));
    /** @param {string} one */
    function setOf(one) {
      return every.find((set) => set.kind === one && (one === 'all' || set.id === words.get(one)));
    }
    const found = kind && setOf(kind);
    const seed = Number(words.get('seed'));
    return {
      set: found || every.find((one) => one.kind === 'path') || every[0],
      named: Boolean(found),
      seed: Number.isInteger(seed) && seed > 0 ? seed : 0,
      edition: words.get('edition') || ''
    };
  }

  /**
   * What stands after `#` in the address of a set, and of its quiz.
   * @param {StudySet} set
   * @param {number} [seed]
   * @param {string} [edition] of the questions that the seed gave
   */
  function fragment(set, seed, edition) {
    const name = set.kind === 'all' ? 'all' : `${set.kind}=${encodeURIComponent(set.id)}`;
    return `#${name}${seed ? `&seed=${seed}` : ''}${edition ? `&edition=${edition}` : ''}`;
  }

  /**
   * The choice of a set, in groups.
   * @param {StudySet} chosen
   * @param {(set: StudySet) => void} use
   */
  function picker(chosen, use) {
    const every = sets();
    const id = 'gl-study-set';
    const select = make('select', {id});
    const groups = {
      all: select,
      path: make('optgroup', {label: t('study.paths')}),
      topic: make('optgroup', {label: t('study.topics')})
    };
    for (const [place, one] of every.entries()) {
      const option = make('option', {value: String(place)}, [
        t('study.option', {title: one.title, count: one.rows.length})
      ]);
      option.selected = one.kind === chosen.kind && one.id === chosen.id;
      groups[one.kind].append(option);
    }
    for (const group of [groups.path, groups.topic]) if (group.children.length) select.append(group);
    select.addEventListener('change', () => use(every[Number(select.value)]));
    return make('p', {class: 'gl-study__set'}, [make('label', {for: id}, [t('study.what')]), select]);
  }

  /**
   * A text whose gaps are drawn as lines and read out as "blank".
   * @param {string} text
   */
  function gapped(text) {
    const blank = () =>
      make('span', {class: 'gl-gap'}, [make('span', {class: 'gl-unseen'}, [t('study.blank')])]);
    return text.split(GAP).flatMap((part, place) => (place ? [blank(), part] : [part]));
  }

  /**
   * The definition of a row without the words of its own names; "" where that reads as broken.
   * @param {number} row
   */
  function masked(row) {
    return glossary.study?.masked[row] ?? glossary.term(row).definition;
  }

  /**
   * A link to the term of a row.
   * @param {number} row
   */
  function link(row) {
    const one = glossary.term(row);
    return make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [one.title]);
  }

  /**
   * Terms with their definitions, one below the other.
   * @param {number[]} rows
   */
  function listed(rows) {
    const items = rows.map((row) =>
      make('li', {class: 'gl-row'}, [
        make('span', {class: 'gl-row__name'}, [link(row)]),
        make('span', {class: 'gl-row__def'}, [glossary.term(row).definition])
      ])
    );
    return make('ul', {class: 'gl-list'}, items);
  }

  /**
   * Whether a key is meant for the page, and not for what has the focus.
   * @param {KeyboardEvent} event
   */
  function isFree(event) {
    const busy = glossary.around(event.target, 'input, textarea, select, button, a, summary, dialog');
    return !busy && !glossary.isCommand(event) && !event.altKey;
  }

  /**
   * Have a place begin on the screen again, where it was scrolled out of it.
   * @param {Element} place
   */
  function backTo(place) {
    if (place.getBoundingClientRect().top < 0) place.scrollIntoView({block: 'start'});
  }

  /**
   * A day like 2026-11-22 in words.
   * @param {string} day
   */
  function inWords(day) {
    const [year, month, date] = day.split('-').map(Number);
    if (!year || !month || !date) return day;
    const language = document.documentElement.lang || 'en';
    return new Date(year, month - 1, date).toLocaleDateString(language, {
      day: 'numeric',
      month: 'long',
      year: 'numeric'
    });
  }

  /**
   * Begins once the terms and what else is named are there: the page itself waits for none of it.
   * @param {Element} place
   * @param {string[]} scripts
   * @param {() => void} begin
   */
  function whenReady(place, scripts, begin) {
    const status = make('p', {role: 'status'}, [t('explain.loading')]);
    place.append(status);
    Promise.all([glossary.need('names', 'definitions'), ...scripts.map(glossary.load)]).then(
      () => {
        status.remove();
        begin();
      },
      () => {
        status.textContent = t('common.not_loaded');
      }
    );
  }

  glossary.studying = {
    whenReady,
    inWords,
    sets,
    asked,
    fragment,
    picker,
    gapped,
    masked,
    link,
    listed,
    isFree,
    backTo
  };
});
