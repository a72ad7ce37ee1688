/*
 * What's new opens with what changed since the last visit. The browser keeps the time of the newest change that was
 * shown; nothing is sent, and where nothing can be kept the page is as it is without scripts.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {make, part, memory, t} = glossary;
  const VISIT = 30 * 60 * 1000; // milliseconds: who comes back within them is still on the same visit
  const SHOWN = 20; // changes; the months below have all of them

  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll('[data-at]');
  const changes = Array.from(found);

  // Of the visit before this one and of this one the newest change, and when this one was last seen.
  const [before = '', shown = '', at = '0'] = memory.read('visits').map(String);
  const [newest] = [shown, ...changes.map((one) => one.dataset.at || '')].sort().reverse();
  const isSame = Date.now() - Number(at) < VISIT && shown !== '';
  const since = isSame ? before : shown;
  memory.write('visits', [since, newest, String(Date.now())]);
  if (!since) return;

  const fresh = changes.filter((one) => (one.dataset.at || '') > since);
  const rows = fresh.slice(0, SHOWN).map((one) => {
    const name = part('a, strong', one).cloneNode(true);
    return make('li', {}, [name, ` · ${one.dataset.what}`]);
  });
  const more = fresh.length - rows.length;
  const said = fresh.length
    ? [make('ul', {}, rows), more ? make('p', {}, [t('visits.more', {n: more})]) : null]
    : [make('p', {}, [t('visits.nothing')])];
  const place = make('section', {class: 'gl-news gl-news--since'}, [
    make('h2', {id: 'since'}, [t('visits.since')]),
    ...said
  ]);
  part('.gl-page').after(place);
});
