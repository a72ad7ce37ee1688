/*
 * Narrows a long list down by topic, level and source. The choice stands after `#`, so that it can be kept
 * and sent; a letter to jump to stands with it. A list without scripts is the whole list.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {part, t} = glossary;

  /** What the address asks for; an anchor or a query of the lookup asks for nothing. */
  function asked() {
    return new URLSearchParams(
      /^#(topic|level|source|letter)=/.test(location.hash) ? location.hash.slice(1) : ''
    );
  }

  /** @param {HTMLFormElement} form */
  function start(form) {
    const selects = Array.from(form.querySelectorAll('select'));
    const status = part('[role=status]', form);
    /** @type {HTMLInputElement} */
    const words = part('[name=words]', form);
    /** @type {HTMLButtonElement} */
    const clear = part('[type=reset]', form);
    /** @type {NodeListOf<HTMLElement>} */
    const found = document.querySelectorAll('[data-topic]');
    const items = Array.from(found);
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll('.gl-letters a');
    const pages = Array.from(links).filter((link) => !link.hash); // of other letters, which keep the choice
    const own = Array.from(links).filter((link) => link.hash);
    const letters = own.map((link) => {
      const anchor = link.hash.slice(1);
      const section = /** @type {HTMLElement} */ (document.getElementById(anchor)?.parentElement);
      return {link, anchor, section};
    });

    function chosen() {
      return selects.filter((select) => select.value);
    }

    /**
     * The choice, and a letter with it, as it stands in the address.
     * @param {string} [letter]
     */
    function address(letter) {
      const words = new URLSearchParams(chosen().map((select) => [select.name, select.value]));
      if (letter) words.set('letter', letter);
      return words.toString();
    }

    /** What each item is called, folded when first typed for. @type {Map<HTMLElement, string>} */
    const names = new Map();
    /** @param {HTMLElement} item */
    function nameOf(item) {
      const shown = item.querySelectorAll('.gl-row__name, dt, dt + dd');
      const name = names.get(item) ?? glossary.fold(Array.from(shown, (one) => one.textContent).join(' '));
      names.set(item, name);
      return name;
    }

    function apply() {
      const wanted = chosen();
      const typed = 'fold' in glossary ? glossary.fold(words.value).split(' ').filter(Boolean) : [];
      for (const item of items) {
        item.hidden = !(
          wanted.every(({name, value}) => (item.dataset[name] || '').split(' ').includes(value)) &&
          typed.every((word) => nameOf(item).includes(word))
        );
      }
      const count = items.filter((item) => !item.hidden).length;
      for (const {link, anchor, section} of letters) {
        const isEmpty = !section.querySelector('[data-topic]:not([hidden])');
        link.hidden = isEmpty;
        section.hidden = isEmpty;
        link.hash = wanted.length ? address(anchor) : anchor;
      }
      for (const link of pages) link.hash = address();
      const isNarrow = wanted.length + typed.length > 0;
      clear.disabled = !isNarrow;
      const n = items.length;
      status.textContent = isNarrow ? t('filter.some_terms', {count, n}) : t('filter.terms', {n});
    }

    /** Take over what the address asks for, as far as the list knows it, and go to its letter. */
    function read() {
      const wish = asked();
      if (!wish.toString() && location.hash) return apply(); // an anchor: the choice stays
      for (const select of selects) {
        select.value = wish.get(select.name) || '';
        if (select.selectedIndex < 0) select.value = '';
      }
      apply();
      const letter = letters.find((one) => one.anchor === wish.get('letter'));
      if (letter && !letter.section.hidden) letter.section.scrollIntoView();
    }

    function write() {
      apply();
      const hash = chosen().length ? `#${address()}` : '';
      history.replaceState(history.state, '', location.pathname + location.search + hash);
    }

    form.addEventListener('change', write);
    words.addEventListener('input', () => {
      glossary.need().then(apply, () => {}); // it is said in the console
    });
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => {
      setTimeout(() => {
        write();
        selects[0].focus();
      });
    });
    addEventListener('hashchange', read);
    read();
  }

  /** @type {HTMLFormElement | null} */
  const form = document.querySelector('.gl-filter');
  if (form) start(form);
});
