/*
 * Explain this text: known terms in a pasted ticket become links with their definition; capitals that nobody
 * explained are listed. The text stays in this page's memory: no address, no history, no storage.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var WORD = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*|&/gu;
  var GAP = /^[\s\-‐‑–/]{1,3}$/;
  var make;

  /** @returns {{stem: string, written: string, start: number, end: number}[]} */
  function wordsOf(text) {
    return Array.from(text.matchAll(WORD), function (found) {
      var written = found[0];
      return {stem: glossary.stem(glossary.fold(written)), written: written, start: found.index, end: found.index + written.length};
    });
  }

  /** Every label by its first stem, the longest first; abbreviations count only as written. */
  function labels(data) {
    var byFirst = new Map();
    function add(text, row, exact) {
      var words = wordsOf(text);
      if (!words.length) return;
      var list = byFirst.get(words[0].stem) || [];
      list.push({words: words, row: row, exact: exact});
      byFirst.set(words[0].stem, list);
    }
    data.names.forEach(function (name, row) {
      add(name, row, false);
      data.abbreviations[row].forEach(function (text) { add(text, row, true); });
      [data.aliases[row], data.formerly[row], data.discouraged[row]].forEach(function (texts) {
        (texts || []).forEach(function (text) { add(text, row, false); });
      });
    });
    byFirst.forEach(function (list) { list.sort(function (a, b) { return b.words.length - a.words.length; }); });
    return byFirst;
  }

  function standsAt(label, words, at, text) {
    return label.words.every(function (word, i) {
      var there = words[at + i];
      if (!there) return false;
      var same = label.exact ? there.written.replace(/(?:['’]?s)$/, '') === word.written || there.written === word.written : there.stem === word.stem;
      return same && (i === 0 || GAP.test(text.slice(words[at + i - 1].end, there.start)));
    });
  }

  /** The text as nodes with links, the terms found, and capitals that no term explains. */
  function explain(text, byFirst) {
    var words = wordsOf(text), nodes = [], found = new Set(), unknown = new Set(), done = 0, at = 0;
    while (at < words.length) {
      var word = words[at];
      var label = (byFirst.get(word.stem) || []).find(function (one) { return standsAt(one, words, at, text); });
      if (!label) {
        if (/^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(word.written)) unknown.add(word.written);
        at++;
        continue;
      }
      var end = words[at + label.words.length - 1].end, one = glossary.term(label.row);
      nodes.push(text.slice(done, word.start), make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [text.slice(word.start, end)]));
      found.add(label.row);
      done = end;
      at += label.words.length;
    }
    nodes.push(text.slice(done));
    return {nodes: nodes, found: found, unknown: unknown};
  }

  // This page loads the script by itself, before those that every page loads at its end.
  document.addEventListener('DOMContentLoaded', function () {
    make = glossary.make;
    var place = document.querySelector('.gl-explain');
    if (!place) return;
    var area = make('textarea', {rows: '7', 'aria-label': 'Text to explain', spellcheck: 'false', autocomplete: 'off', placeholder: 'Paste a ticket, a chat or an email here'});
    var status = make('p', {role: 'status', class: 'gl-explain__count'});
    var out = make('div', {class: 'gl-explain__text'}), rest = make('div', {class: 'gl-explain__rest'});
    var byFirst = null;
    area.addEventListener('input', function () {
      byFirst = byFirst || labels(glossary.data);
      var result = explain(area.value, byFirst), unknown = Array.from(result.unknown);
      out.replaceChildren.apply(out, result.nodes);
      status.textContent = area.value.trim() ? result.found.size + (result.found.size === 1 ? ' term' : ' terms') + ' explained' : '';
      rest.replaceChildren();
      if (unknown.length) rest.append(make('h2', {}, ['Not in the glossary']), make('p', {}, [unknown.join(', ')]));
    });
    place.replaceChildren(area, status, out, rest);
    if (matchMedia('(hover: hover) and (pointer: fine)').matches) area.focus({preventScroll: true}); // no keyboard over the page on a phone
  });
})();
