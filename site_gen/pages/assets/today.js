/*
 * What is to be done today, on the page Learn and on the home page: the day of each path that was begun, what has
 * changed since it was read, cards that are due, questions that were missed. Nothing where nothing was begun; only
 * then, this and what stands in ways-data.js are loaded.
 */
(() => {
  'use strict';

  const {learn, make, t} = glossary;
  const place = document.querySelector('.gl-today');
  if (!place) return;
  const box = place;

  /** @param {string} href @param {string} text */
  function line(href, text) {
    return make('li', {}, [make('a', {href: glossary.root + href}, [text])]);
  }

  /**
   * What a path that was begun has for today.
   * @param {string} id
   * @param {string} title
   * @param {[string, string][][]} days
   */
  function ofPath(id, title, days) {
    const records = learn.all(`path.${id}`);
    const page = `paths/${id}.html`;
    const stops = days.flat();
    const changed = stops.filter(([key, hash]) => records[key]?.hash && records[key]?.hash !== hash);
    const now = learn.dayOf(
      days.map((day) => day.map(([key]) => key)),
      records
    );
    const lines = [];
    if (stops.some(([key]) => records[key]?.hash) && now) {
      const said = {path: title, day: now.number, n: now.left};
      const key = days.length < 2 ? 'today.path_left' : now.done ? 'today.path_tomorrow' : 'today.path_today';
      lines.push(line(`${page}#${now.first}`, t(key, said)));
    }
    if (changed.length) {
      lines.push(line(`${page}#${changed[0][0]}`, t('today.changed', {path: title, n: changed.length})));
    }
    return lines;
  }

  function show() {
    const today = glossary.today();
    const due = Object.values(learn.all('cards')).filter(
      (one) => one?.box && String(one.due) <= today
    ).length;
    const missed = Object.values(learn.all('asked')).filter((one) => one && !one.right).length;
    const lines = (glossary.ways || []).flatMap(([id, title, days]) => ofPath(id, title, days));
    if (due) lines.push(line('cards.html#all', t('today.cards', {n: due})));
    if (missed) lines.push(line('quiz.html#all', t('today.missed', {n: missed})));
    box.replaceChildren();
    if (!lines.length) return;
    box.append(make('h2', {}, [t('today.title')]), make('ul', {}, lines));
  }

  function begin() {
    if (!learn.isBegun()) return;
    glossary.load('ways-data').then(show, show);
  }
  learn.watch(() => begin());
  begin();
})();
