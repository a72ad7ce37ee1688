/*
 * The page of all terms in order: which are known, kept in this browser as the store `zero`.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {learn, make, part, t} = glossary;

  /**
   * A row of the page, which a box to tick comes before.
   * @param {Element} row
   */
  function knownRow(row) {
    const link = part('a', row);
    const slug = (link.getAttribute('href') || '').replace(/^.*\/|\.html$/g, '');
    const box = make('input', {type: 'checkbox'});
    box.addEventListener('change', () => learn.put('zero', slug, {known: box.checked}));
    box.setAttribute('aria-label', t('path.know', {term: link.textContent || ''}));
    row.prepend(box);
    return {slug, box, row};
  }

  /** @param {HTMLElement} page */
  function zeroPage(page) {
    const ids = (page.dataset.paths || '').split(' ').filter(Boolean);
    const rows = Array.from(document.querySelectorAll('.gl-stage .gl-row'), knownRow);
    const text = make('span', {role: 'status'});
    const bar = make('progress', {max: String(rows.length), 'aria-label': t('path.terms_known')});
    const next = make('a', {class: 'gl-button', href: '#'});
    const head = make('div', {class: 'gl-progress'}, [bar, text, next]);
    document.querySelector('.md-top')?.classList.add('gl-path__top'); // it would lie upon the progress
    next.addEventListener('click', (event) => {
      const first = rows.find(({box}) => !box.checked);
      event.preventDefault();
      if (!first) return;
      first.row.scrollIntoView({block: 'center'});
      first.box.focus({preventScroll: true});
    });
    page.after(head);
    learn.notice(head);
    part('.gl-stage:last-of-type').after(learn.clearButton());

    /** What was ticked in a path is known here too, until it is unticked here. */
    function show() {
      const own = learn.all('zero');
      const paths = ids.map((id) => learn.all(`path.${id}`));
      for (const {slug, box} of rows) {
        const record = own[slug];
        const isLearned = paths.some((path) => path[slug]?.hash && !path[slug]?.unsure);
        box.checked = Boolean(record ? record.known : isLearned);
      }
      const known = rows.filter(({box}) => box.checked).length;
      bar.value = known;
      text.textContent = t('path.known', {known, whole: rows.length});
      next.hidden = known === rows.length;
      next.textContent = t(known ? 'common.go_on' : 'common.start');
    }
    learn.watch(show);
    show();
  }

  zeroPage(part('.gl-zero'));
});
