/*
 * The texts of the scripts, by key, in the language of the site: assets/words.js, made of this and the catalog. It
 * stands before all other scripts, which take every word that readers see from it.
 *
 * `t` gives a text with its places filled, `placed` what stands in an element: a place `{name}` may be filled with
 * an element, and `[words]{name}` with a function from the words to one. `n` chooses the plural form.
 */
globalThis.glossary = globalThis.glossary || {};

(() => {
  'use strict';

  const PLACE = /(?:\[([^[\]{}]+)\])?\{([a-z_]+)\}/g;

  /**
   * @param {string} language
   * @param {Record<string, CatalogText>} texts
   * @returns {WordsScript}
   */
  function createWords(language, texts) {
    const plurals = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(language);

    /** @param {string} key @param {TextValues} values */
    function pattern(key, values) {
      const found = texts[key] ?? glossary.moreWords?.[key] ?? key; // the second comes with scripts
      if (typeof found === 'string') return found;
      return found[plurals.select(Number(values.n))] || found.other;
    }

    /** @param {TextValue} value */
    function shown(value) {
      return typeof value === 'number' ? numbers.format(value) : String(value);
    }

    /** @type {WordsScript['t']} */
    function t(key, values = {}) {
      return pattern(key, values).replace(PLACE, (_, words, name) => words || shown(values[name]));
    }

    /** @type {WordsScript['placed']} */
    function placed(key, values) {
      const text = pattern(key, values);
      /** @type {Child[]} */
      const children = [];
      let at = 0;
      for (const {0: whole, 1: words, 2: name, index} of text.matchAll(PLACE)) {
        const value = values[name];
        children.push(text.slice(at, index));
        if (typeof value === 'function') children.push(value(words || ''));
        else children.push(value instanceof Node ? value : shown(value));
        at = index + whole.length;
      }
      return [...children, text.slice(at)];
    }

    return {t, placed};
  }

  glossary.createWords = createWords;
})();
