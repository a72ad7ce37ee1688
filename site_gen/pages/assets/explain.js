/*
 * Explain this text: known terms in a pasted ticket become links with their definition; capitals that nobody
 * explained are listed. The text stays in this page's memory: no address, no history, no storage.
 */
// This page loads the script by itself, before those that every page loads at its end.
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  /** @typedef {{stem: string, written: string, start: number, end: number}} WrittenWord */
  /** @typedef {{words: WrittenWord[], row: number, exact: boolean}} KnownLabel */

  const WORD = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*|&/gu;
  const GAP = /^[\s\-‐‑–/]{1,3}$/;
  const {make, counted} = glossary;

  /**
   * The words of a text, with where they stand.
   * @param {string} text
   * @returns {WrittenWord[]}
   */
  function wordsOf(text) {
    return Array.from(text.matchAll(WORD), ({0: written, index = 0}) => {
      const stem = glossary.stem(glossary.fold(written));
      return {stem, written, start: index, end: index + written.length};
    });
  }

  /**
   * Every label by its first stem, the longest first; abbreviations count only as written.
   * @param {LookupData} data
   */
  function labels(data) {
    /** @type {Map<string, KnownLabel[]>} */
    const byFirst = new Map();
    /** @param {string} text @param {number} row @param {boolean} exact */
    function add(text, row, exact) {
      const words = wordsOf(text);
      if (!words.length) return;
      const list = byFirst.get(words[0].stem) || [];
      list.push({words, row, exact});
      byFirst.set(words[0].stem, list);
    }
    for (const [row, name] of data.names.entries()) {
      add(name, row, false);
      for (const text of data.abbreviations[row]) add(text, row, true);
      for (const texts of [data.aliases[row], data.formerly[row], data.discouraged[row]]) {
        for (const text of texts || []) add(text, row, false);
      }
    }
    for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
    return byFirst;
  }

  /**
   * Whether a label stands at a word of the text.
   * @param {KnownLabel} label
   * @param {WrittenWord[]} words
   * @param {number} at
   * @param {string} text
   */
  function standsAt(label, words, at, text) {
    return label.words.every((word, i) => {
      const there = words[at + i];
      if (!there) return false;
      const plural = there.written.replace(/(?:['’]?s)$/, '') === word.written;
      const same = label.exact ? plural || there.written === word.written : there.stem === word.stem;
      return same && (i === 0 || GAP.test(text.slice(words[at + i - 1].end, there.start)));
    });
  }

  /**
   * The text as nodes with links, the terms found, and capitals that no term explains.
   * @param {string} text
   * @param {Map<string, KnownLabel[]>} byFirst
   */
  function explain(text, byFirst) {
    const words = wordsOf(text);
    /** @type {(Node | string)[]} */
    const nodes = [];
    /** @type {Set<number>} */
    const found = new Set();
    /** @type {Set<string>} */
    const unknown = new Set();
    let done = 0;
    let at = 0;
    while (at < words.length) {
      const word = words[at];
      const here = at;
      const label = byFirst.get(word.stem)?.find((one) => standsAt(one, words, here, text));
      if (!label) {
        if (/^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(word.written)) unknown.add(word.written);
        at++;
        continue;
      }
      const {end} = words[at + label.words.length - 1];
      const href = glossary.address(glossary.term(label.row).slug);
      nodes.push(
        text.slice(done, word.start),
        make('a', {class: 'gl-t', href}, [text.slice(word.start, end)])
      );
      found.add(label.row);
      done = end;
      at += label.words.length;
    }
    nodes.push(text.slice(done));
    return {nodes, found, unknown};
  }

  /** @param {Element} place */
  function start(place) {
    const area = make('textarea', {
      rows: '7',
      'aria-label': 'Text to explain',
      spellcheck: 'false',
      autocomplete: 'off',
      placeholder: 'Paste a ticket, a chat or an email here'
    });
    const status = make('p', {role: 'status', class: 'gl-explain__count'});
    const out = make('div', {class: 'gl-explain__text'});
    const rest = make('div', {class: 'gl-explain__rest'});
    /** @type {Map<string, KnownLabel[]> | null} */
    let byFirst = null;
    area.addEventListener('input', () => {
      byFirst = byFirst || labels(glossary.data);
      const {nodes, found, unknown} = explain(area.value, byFirst);
      out.replaceChildren(...nodes);
      status.textContent = area.value.trim() ? `${counted(found.size, 'term')} explained` : '';
      rest.replaceChildren();
      if (!unknown.size) return;
      rest.append(make('h2', {}, ['Not in the glossary']), make('p', {}, [Array.from(unknown).join(', ')]));
    });
    place.replaceChildren(area, status, out, rest);
    if (glossary.hasKeyboard()) area.focus({preventScroll: true}); // no keyboard over the page on a phone
  }

  const place = document.querySelector('.gl-explain');
  if (place) start(place);
});
