/*
 * A list of all terms has their names, and the definitions of those that one sees first; the others come from the
 * data of the lookup, which the page does not wait for.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {make} = glossary;

  function fill() {
    const {names} = glossary.data;
    const terms = new Map(Array.from(names, (_, row) => [glossary.term(row).slug, row]));
    for (const row of document.querySelectorAll('.gl-list--names > .gl-row:not(:has(.gl-row__def))')) {
      const slug = /([^/]+)\.html$/.exec(row.querySelector('a')?.pathname || '')?.[1] || '';
      const {definition} = glossary.term(terms.get(slug) ?? 0);
      row.append(make('span', {class: 'gl-row__def'}, [definition]));
    }
    // what was added above has moved what the address asks for
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  glossary.need('names', 'definitions').then(fill, () => {}); // it is said in the console
});
