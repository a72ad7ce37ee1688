/*
 * The page of all pairs has what tells two terms apart; who opens a pair gets both definitions beside each other,
 * from the data of the lookup. Without scripts, or where it does not load, the two names lead to them.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {make, around} = glossary;

  /** @param {Event} event */
  function opened({target}) {
    const scene = around(target, '.gl-pair__scene[open]');
    if (!scene) return;
    glossary.need('names', 'definitions').then(
      () => {
        for (const side of scene.querySelectorAll('.gl-pair__side')) {
          const link = side.querySelector('a');
          const row = glossary.rowOf(/([^/]+)\.html$/.exec(link?.pathname || '')?.[1] || '');
          if (side.children.length === 1 && row >= 0) {
            side.append(make('p', {}, [glossary.term(row).definition]));
          }
        }
      },
      () => {} // it is said in the console
    );
  }

  document.addEventListener('toggle', opened, true); // it does not bubble
});
