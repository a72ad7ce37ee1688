/*
 * The page that leads to the parts of a long list. An address that ends in a line of the list, as links had it when the
 * list was one page, leads on to the part that has the line; that of a pair leads to the line of its first term.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const VERSUS = '-vs-';
  const list = glossary.part('[data-list]').dataset.list || '';

  /** What the address names, as it is written on the page; "" where it says nothing. */
  function named() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  /**
   * The part that has a line, or the first line of a pair; "" where none has it.
   * @param {string} line
   */
  function partOf(line) {
    /** @type {Map<string, string>} */
    const parts = new Map();
    for (const [part, lines] of Object.entries(glossary.parts || {})) {
      for (const one of lines.split(' ')) parts.set(one, part);
    }
    const words = line.split(VERSUS);
    const first = words
      .map((_, i) => [words.slice(0, i + 1).join(VERSUS), words.slice(i + 1).join(VERSUS)])
      .find(([one, other]) => parts.has(one) && (!other || parts.has(other)));
    return parts.get(first ? first[0] : '') || '';
  }

  async function leadOn() {
    const line = named();
    if (!line || document.getElementById(line)) return;
    await glossary.load(`parts-${list}`);
    const part = partOf(line);
    if (part) location.replace(`${list}/${part}.html${location.search}${location.hash}`);
  }

  function start() {
    leadOn().catch(() => {}); // it is said in the console
  }

  addEventListener('hashchange', start);
  start();
});
