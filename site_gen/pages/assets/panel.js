/*
 * A page inside the side panel: without the menu around it, with a way back to the lookup. Links of the site stay
 * in the panel; page.js loads this where the address says `?panel`.
 */
(() => {
  'use strict';

  const {root, make, around, t} = glossary;

  /** What was typed in the panel's lookup, as it stands in its address. */
  function typed() {
    try {
      return sessionStorage.getItem('glossary.panel') || '';
    } catch {
      return '';
    }
  }

  document.documentElement.classList.add('gl-panel');
  document.body.prepend(
    make('nav', {class: 'gl-panel__bar', 'aria-label': t('panel.bar')}, [
      make('a', {href: `${root}mini.html${typed()}`}, [t('panel.back')]),
      make('a', {href: location.pathname + location.hash, target: '_blank', rel: 'noopener'}, [
        t('panel.whole')
      ])
    ])
  );

  document.addEventListener(
    'click',
    (event) => {
      const link = around(event.target, 'a[href]');
      if (!(link instanceof HTMLAnchorElement) || link.target || !link.href.startsWith(root)) return;
      if (link.pathname === location.pathname || !/(\.html|\/)$/.test(link.pathname)) return;
      if (!link.pathname.endsWith('mini.html')) link.search = '?panel';
    },
    true
  );
})();
