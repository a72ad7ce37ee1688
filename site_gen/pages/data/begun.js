/*
 * The box's first answer: names and abbreviations that begin with what is typed, read from the labels as they
 * come, so that no key waits for lookup.js to take them in. Stands in assets/lookup-data.js.
 */
globalThis.glossary = globalThis.glossary || {};

/** @param {string} query @param {number} limit @returns {Result[]} */
glossary.begun = (query, limit) => {
  const {names, abbreviations, levels, mentions} = glossary.data;
  const text = query.toLowerCase();
  /** @type {{row: number, label: string}[]} */
  const found = [];
  for (const [row, name] of names.entries()) {
    const label = [name, ...abbreviations[row]].find((one) => one.toLowerCase().startsWith(text));
    if (label) found.push({row, label});
  }
  /** As lookup.js has it: from essential to deprecated. @param {number} row */
  const level = (row) => 'ewsrd'.indexOf(levels[row]);
  found.sort(
    (a, b) =>
      level(a.row) - level(b.row) ||
      mentions[b.row] - mentions[a.row] ||
      a.label.length - b.label.length ||
      a.row - b.row
  );
  return found.slice(0, limit).map(({row, label}) => ({
    slug: glossary.term(row).slug,
    row,
    score: 0, // a guess until the index is made
    label,
    reason: 'name',
    chosen: false,
    facet: '',
    contrast: [],
    shared: false
  }));
};
