/*
 * Often confused: each line of the list opens what tells its term from the others, from the data of the lookup.
 * An address that ends in `#one-vs-other` opens that pair. Without scripts, or where the data does not load, the
 * term's name leads to that part of its page.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {make, part, t} = glossary;
  const VERSUS = '-vs-';

  /** @typedef {{slug: string, row: HTMLElement, ask: HTMLElement, place: HTMLElement}} Line */

  /** Rows of terms by slug, once they are there. @type {Map<string, number>} */
  const rows = new Map();

  async function load() {
    const scripts = ['lookup-texts', 'box-texts'].map(glossary.load);
    await Promise.all([glossary.need('names', 'definitions'), ...scripts]);
    if (rows.size) return;
    for (const row of glossary.data.names.keys()) rows.set(glossary.term(row).slug, row);
  }

  /**
   * The pairs that a term is in, each with its address and the row of the other, by name.
   * @param {string} slug
   */
  function pairsOf(slug) {
    const [first, last] = [slug + VERSUS, VERSUS + slug];
    const found = Object.keys(glossary.texts?.differences || {}).flatMap((pair) => {
      const isFirst = pair.startsWith(first);
      if (!isFirst && !pair.endsWith(last)) return [];
      const other = isFirst ? pair.slice(first.length) : pair.slice(0, -last.length);
      const row = rows.get(other);
      return row === undefined || [slug, other].sort().join(VERSUS) !== pair ? [] : [{pair, row}];
    });
    return found.sort((one, other) => one.row - other.row);
  }

  /** @param {{pair: string, row: number}} which */
  function pairOf({pair, row}) {
    const other = glossary.term(row);
    const text = glossary.texts?.differences[pair] || '';
    const label = t('texts.difference');
    const isNeeded = glossary.boxTexts?.labelled(label, text) !== text;
    return make('div', {class: 'gl-pair gl-pair--other', 'data-pair': pair}, [
      make('p', {class: 'gl-pair__name'}, [
        make('a', {class: 'gl-t', href: glossary.address(other.slug)}, [other.title]),
        ...glossary.shorts(other),
        make('a', {class: 'gl-pair__address', href: `#${pair}`, 'aria-label': t('pairs.address')}, ['#'])
      ]),
      make('p', {class: 'gl-pair__def'}, [other.definition]),
      make('p', {class: 'gl-pair__difference'}, [isNeeded ? make('strong', {}, [label]) : null, ` ${text}`])
    ]);
  }

  /**
   * Shows pairs of a line's term below it.
   * @param {Line} line
   * @param {{pair: string, row: number}[]} pairs
   */
  function open({slug, row, ask, place}, pairs) {
    const own = make('p', {class: 'gl-either__own'}, [glossary.term(rows.get(slug) ?? 0).definition]);
    place.replaceChildren(own, ...pairs.map(pairOf));
    place.hidden = false;
    row.classList.add('gl-either__open');
    ask.setAttribute('aria-expanded', 'true');
  }

  /** @param {Line} line */
  function close({row, ask, place}) {
    place.hidden = true;
    row.classList.remove('gl-either__open');
    ask.setAttribute('aria-expanded', 'false');
  }

  /** @param {HTMLElement} row @returns {Line} */
  function lineOf(row) {
    /** @type {HTMLAnchorElement} */
    const link = part('a', row);
    const others = part('dd', row);
    const slug = /([^/]+)\.html$/.exec(link.pathname)?.[1] || '';
    const place = make('dd', {class: 'gl-either__pairs', hidden: ''});
    // on the names as they stand, so that no line moves
    const ask = make('span', {class: 'gl-either__ask', role: 'button', tabindex: '0'}, [others.textContent]);
    const line = {slug, row, ask, place};
    function toggle() {
      if (!place.hidden) return close(line);
      load().then(
        () => open(line, pairsOf(slug)),
        () => {
          location.href = link.href;
        }
      );
    }
    ask.addEventListener('click', toggle);
    ask.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      toggle();
    });
    ask.setAttribute('aria-expanded', 'false');
    others.replaceChildren(ask);
    row.append(place);
    return line;
  }

  /** Opens all lines that the filter leaves, each pair once: to read them through, or to print them. */
  function openAll() {
    const shown = new Set();
    for (const line of lines.filter(({row}) => !row.hidden)) {
      const pairs = pairsOf(line.slug).filter(({pair}) => !shown.has(pair));
      for (const {pair} of pairs) shown.add(pair);
      if (pairs.length) open(line, pairs);
    }
  }

  /** Opens and marks the pair that the address names. */
  function named() {
    const pair = location.hash.slice(1);
    const line = lines.find(({slug}) => pair.startsWith(slug + VERSUS) || pair.endsWith(VERSUS + slug));
    if (!line) return;
    load().then(
      () => {
        if (line.place.hidden) open(line, pairsOf(line.slug));
        for (const one of line.place.querySelectorAll('.gl-pair')) {
          const isNamed = one.getAttribute('data-pair') === pair;
          one.classList.toggle('gl-pair--named', isNamed);
          if (isNamed) one.scrollIntoView({block: 'center'});
        }
      },
      () => {} // it is said in the console
    );
  }

  /** @type {NodeListOf<HTMLElement>} */
  const found = document.querySelectorAll('.gl-either dl > div');
  const lines = Array.from(found, lineOf);
  part('.gl-either__all button').addEventListener('click', () => load().then(openAll, () => {}));
  addEventListener('hashchange', named);
  named();
});
