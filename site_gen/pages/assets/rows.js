/*
 * A list of all terms has their names; the definitions come from the data of the lookup, which the page does not
 * wait for.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {make} = glossary;

  function fill() {
    const {names} = glossary.data;
    const terms = new Map(Array.from(names, (_, row) => [glossary.term(row).slug, row]));
    for (const row of document.querySelectorAll('.gl-list--names > .gl-row')) {
      const slug = /([^/]+)\.html$/.exec(row.querySelector('a')?.pathname || '')?.[1] || '';
      const {definition} = glossary.term(terms.get(slug) ?? 0);
      row.append(make('span', {class: 'gl-row__def'}, [definition]));
    }
  }

  glossary.need('names', 'definitions').then(fill, () => {}); // it is said in the console
});
