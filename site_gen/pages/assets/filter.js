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
    /** @type {HTMLButtonElement} */
    const clear = part('[type=reset]', form);
    /** @type {NodeListOf<HTMLElement>} */
    const found = document.querySelectorAll('[data-topic]');
    const items = Array.from(found);
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll('.gl-letters a');
    const letters = Array.from(links, (link) => {
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

    function apply() {
      const wanted = chosen();
      let count = 0;
      for (const item of items) {
        item.hidden = !wanted.every(({name, value}) => (item.dataset[name] || '').split(' ').includes(value));
        if (!item.hidden) count++;
      }
      for (const {link, anchor, section} of letters) {
        const isEmpty = !section.querySelector('[data-topic]:not([hidden])');
        link.hidden = isEmpty;
        section.hidden = isEmpty;
        link.hash = wanted.length ? address(anchor) : anchor;
      }
      clear.disabled = !wanted.length;
      const n = items.length;
      const {noun} = status.dataset;
      status.textContent = wanted.length ? t(`filter.some_${noun}`, {count, n}) : t(`filter.${noun}`, {n});
    }

    /** Take over what the address asks for, as far as the list knows it, and go to its letter. */
    function read() {
      const words = asked();
      if (!words.toString() && location.hash) return apply(); // an anchor: the choice stays
      for (const select of selects) {
        select.value = words.get(select.name) || '';
        if (select.selectedIndex < 0) select.value = '';
      }
      apply();
      const letter = letters.find((one) => one.anchor === words.get('letter'));
      if (letter && !letter.section.hidden) letter.section.scrollIntoView();
    }

    function write() {
      apply();
      const hash = chosen().length ? `#${address()}` : '';
      history.replaceState(history.state, '', location.pathname + location.search + hash);
    }

    form.addEventListener('change', write);
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
