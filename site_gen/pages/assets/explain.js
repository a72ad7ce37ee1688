/*
 * Explain this text: known terms in a pasted ticket become links with their definition; capitals that nobody
 * explained are listed. The text stays in this page's memory: no address, no history, no storage.
 */
// This page loads the script by itself, before those that every page loads at its end.
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  /** @typedef {{stem: string, written: string, start: number, end: number}} WrittenWord */
  /** @typedef {{words: WrittenWord[], row: number, exact: boolean, written: string}} KnownLabel */

  // Words with the signs that belong to them, as site_gen/text/words.py has them.
  const WORD = new RegExp(
    '(?<![\\p{L}\\p{N}_.])(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}_]))?' +
      '|(?<![\\p{L}\\p{N}_-])[A-Z]{1,2}(?:[-−]{1,2}|\\*)(?![\\p{L}\\p{N}_-])(?! (?:and|or)\\b)' +
      '|(?:(?<![\\p{L}\\p{N}_.])\\.(?=[\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}_+#%@$€£¥°])[+#%@$€£¥°]+(?=[\\p{L}\\p{N}]))?' +
      "[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*(?:['’ʼ][\\p{L}\\p{N}\\p{M}]+|(?<=\\p{Nd})[.:](?=\\p{Nd})[\\p{L}\\p{N}]+)*" +
      '(?:\\s?%(?![\\p{L}\\p{N}_])|[+#%@$€£¥°]+)?|&|/',
    'gu'
  );
  const GAP = /^[\s\-‐‑–.,]{0,3}$/;
  const LONGEST = 120; // letters of a label
  const {make, counted} = glossary;

  /**
   * The words of a text, with where they stand.
   * @param {string} text
   * @returns {WrittenWord[]}
   */
  function wordsOf(text) {
    return Array.from(text.matchAll(WORD), ({0: written, index = 0}) => {
      const stem = glossary.key(written) || written;
      return {stem, written, start: index, end: index + written.length};
    });
  }

  /**
   * Every label by its stems in one; abbreviations and names in capitals count only as written.
   * @param {LookupData} data
   */
  function labels(data) {
    /** @type {Map<string, KnownLabel[]>} */
    const byStems = new Map();
    /** @param {string} text @param {number} row @param {boolean} abbreviation */
    function add(text, row, abbreviation) {
      const words = wordsOf(text);
      const letters = words.map(({stem}) => stem).join('');
      const written = whole(words);
      const exact = abbreviation || /^\p{Lu}+$/u.test(written);
      if (letters) byStems.set(letters, [...(byStems.get(letters) || []), {words, row, exact, written}]);
    }
    for (const [row, name] of data.names.entries()) {
      add(name, row, false);
      for (const text of data.abbreviations[row]) add(text, row, true);
      const others = [data.aliases[row], data.formerly[row], data.discouraged[row], data.inSources[row]];
      for (const texts of others) {
        for (const text of texts || []) add(text, row, false);
      }
    }
    return byStems;
  }

  /**
   * Words as they are written, without what may stand between them.
   * @param {WrittenWord[]} words
   */
  const whole = (words) => words.map(({written}) => written.replace(/\./g, '')).join('');

  /**
   * Whether a label stands in these words of the text. A name in one word is not put together from small ones.
   * @param {KnownLabel} label
   * @param {WrittenWord[]} words
   * @param {string} text
   */
  function isThere(label, words, text) {
    const gaps = words.slice(1).map(({start}, i) => text.slice(words[i].end, start));
    if (!gaps.every((gap) => GAP.test(gap))) return false;
    if (label.words.length < words.length && words[0].written.length < 4 && / /.test(gaps[0])) return false;
    const written = whole(words);
    return !label.exact || written === label.written || written.replace(/['’]?s$/, '') === label.written;
  }

  /**
   * The longest label that begins at a word of the text, and the word behind it.
   * @param {Map<string, KnownLabel[]>} byStems
   * @param {WrittenWord[]} words
   * @param {number} at
   * @param {string} text
   */
  function longestAt(byStems, words, at, text) {
    let letters = '';
    let best = null;
    for (let behind = at + 1; behind <= words.length && letters.length < LONGEST; behind++) {
      letters += words[behind - 1].stem;
      const label = byStems.get(letters)?.find((one) => isThere(one, words.slice(at, behind), text));
      if (label) best = {label, behind};
    }
    return best;
  }

  /**
   * The text as nodes with links, the terms found, and capitals that no term explains.
   * @param {string} text
   * @param {Map<string, KnownLabel[]>} byStems
   */
  function explain(text, byStems) {
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
      const best = longestAt(byStems, words, at, text);
      if (!best) {
        if (/^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(word.written)) unknown.add(word.written);
        at++;
        continue;
      }
      const {label, behind} = best;
      const {end} = words[behind - 1];
      const href = glossary.address(glossary.term(label.row).slug);
      nodes.push(
        text.slice(done, word.start),
        make('a', {class: 'gl-t', href}, [text.slice(word.start, end)])
      );
      found.add(label.row);
      done = end;
      at = behind;
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
    let byStems = null;
    area.addEventListener('input', () => {
      byStems = byStems || labels(glossary.data);
      const {nodes, found, unknown} = explain(area.value, byStems);
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
