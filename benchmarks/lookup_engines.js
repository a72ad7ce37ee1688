/*
 * The engines of benchmarks/lookup.py, run in one page: each maker gives a function from a query to
 * [[slug, part of the term], ...], best first. Ours takes the lookup's data, the others the terms as
 * documents.
 */
globalThis.engines = (() => {
  'use strict';

  const LONGEST = 20_000; // ms for all keystrokes of an engine

  /** The first eight. @type {(slugs: string[]) => Found} */
  const unique = (slugs) =>
    Array.from(new Set(slugs))
      .slice(0, 8)
      .map((slug) => [slug, '', true]);

  /** @param {LookupData} data @returns {Engine} */
  function ours(data) {
    const lookup = glossary.createLookup(data);
    return (query) => lookup.search(query, {limit: 8}).map(({slug, facet, chosen}) => [slug, facet, chosen]);
  }

  /**
   * As its documentation advises: prefixes, slips of a fifth of the word, boosts by field.
   * @param {TermDocument[]} documents
   * @returns {Engine}
   */
  function minisearch(documents) {
    const fields = ['name', 'abbreviations', 'aliases', 'searchAs', 'definition'];
    const index = new MiniSearch({
      idField: 'slug',
      fields,
      searchOptions: {
        prefix: true,
        fuzzy: 0.2,
        boost: {name: 4, abbreviations: 4, aliases: 2}
      }
    });
    index.addAll(documents);
    return (query) => unique(index.search(query).map(({id}) => id));
  }

  /**
   * Over every label, with one slip a word and words in any order.
   * @param {TermDocument[]} documents
   * @returns {Engine}
   */
  function ufuzzy(documents) {
    const fuzzy = new uFuzzy({intraMode: 1});
    /** @type {string[]} */
    const labels = [];
    /** @type {string[]} */
    const owners = [];
    for (const {slug, name, abbreviations, aliases, searchAs, definition} of documents) {
      for (const label of [name, ...abbreviations, ...aliases, ...searchAs, definition]) {
        labels.push(label);
        owners.push(slug);
      }
    }
    return (query) => {
      const [found, info, order] = fuzzy.search(labels, query, 1);
      if (!found) return [];
      return unique((order ? order.map((i) => info.idx[i]) : found).map((i) => owners[i]));
    };
  }

  /**
   * Over all fields, wherever in a text a word stands; labels weigh more.
   * @param {TermDocument[]} documents
   * @returns {Engine}
   */
  function fuse(documents) {
    const index = new Fuse(documents, {
      ignoreLocation: true,
      keys: [
        {name: 'name', weight: 4},
        {name: 'abbreviations', weight: 4},
        {name: 'aliases', weight: 2},
        'searchAs',
        'definition'
      ]
    });
    return (query) => unique(index.search(query, {limit: 8}).map(({item}) => item.slug));
  }

  /**
   * With one slip a word, and the fields weighed as for MiniSearch.
   * @param {TermDocument[]} documents
   * @returns {Promise<Engine>}
   */
  async function orama(documents) {
    const many = 'string[]';
    const index = Orama.create({
      schema: {name: 'string', abbreviations: many, aliases: many, searchAs: many, definition: 'string'}
    });
    await Orama.insertMultiple(index, documents);
    const asked = {tolerance: 1, limit: 8, boost: {name: 4, abbreviations: 4, aliases: 2}};
    return async (term) => {
      const {hits} = await Orama.search(index, {term, ...asked});
      return unique(hits.map(({document}) => document.slug));
    };
  }

  /**
   * The theme's own worker, given pages as MkDocs' search plugin writes them: title and text.
   * @param {unknown} docs
   * @param {string} source
   * @returns {Promise<Engine>}
   */
  async function theme(docs, source) {
    const worker = new Worker(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
    /** @param {unknown} message @returns {Promise<{items: {location: string}[][]}>} */
    const ask = (message) =>
      new Promise((answer) => {
        worker.onmessage = ({data}) => answer(data.data);
        worker.postMessage(message);
      });
    const fields = {title: {boost: 1e3}, text: {boost: 1}, tags: {boost: 1e6}};
    const config = {lang: ['en'], separator: '[\\s\\-]+', pipeline: ['stopWordFilter'], fields};
    await ask({type: 0, data: {config, docs, options: {suggest: false}}});
    return async (query) => {
      const {items} = await ask({type: 2, data: query});
      return unique(items.map((item) => item[0].location));
    };
  }

  /**
   * Answers of one engine to all queries, in order.
   * @param {Engine} engine
   * @param {string[]} queries
   */
  async function answers(engine, queries) {
    const out = [];
    for (const query of queries) out.push(await engine(query));
    return out;
  }

  /**
   * Milliseconds a keystroke for each beginning of each query, results drawn and laid out as in the box.
   * @param {LookupData} data
   * @param {string[]} queries
   */
  function keystrokes(data, queries) {
    const lookup = glossary.createLookup(data);
    const list = document.body.appendChild(document.createElement('ul'));
    const times = [];
    for (const query of queries) {
      for (let end = 1; end <= query.length; end++) {
        const start = performance.now();
        const found = lookup.search(query.slice(0, end), {limit: 8});
        list.replaceChildren(
          ...found.map((one) => {
            const item = document.createElement('li');
            const name = document.createElement('b');
            const text = document.createElement('p');
            const short = data.abbreviations[one.row].join(', ');
            name.textContent = `${data.names[one.row]} ${short}, ${one.reason}`;
            text.textContent = data.definitions?.[one.row] || '';
            item.append(name, text);
            return item;
          })
        );
        list.getBoundingClientRect();
        times.push(performance.now() - start);
      }
    }
    list.remove();
    return times;
  }

  /**
   * Milliseconds that an engine takes to get ready, and for each of some beginnings to find their first eight; after
   * LONGEST no more of them are asked.
   * @param {string} name
   * @param {LookupData} data
   * @param {TermDocument[]} documents
   * @param {string[]} beginnings
   */
  async function times(name, data, documents, beginnings) {
    const start = performance.now();
    const made = {
      ours: () => ours(data),
      minisearch: () => minisearch(documents),
      ufuzzy: () => ufuzzy(documents),
      fuse: () => fuse(documents),
      orama: () => orama(documents)
    };
    const engine = await made[/** @type {keyof typeof made} */ (name)]();
    await engine('a'); // ours takes its data in with the first query
    const ready = performance.now() - start;
    const taken = [];
    for (const beginning of beginnings) {
      const before = performance.now();
      await engine(beginning);
      taken.push(performance.now() - before);
      if (before - start - ready > LONGEST) break;
    }
    return {ready, taken};
  }

  /**
   * Milliseconds from the data as text to a lookup that answers from labels and phrases.
   * @param {string} text
   */
  function ready(text) {
    const start = performance.now();
    const data = JSON.parse(text);
    delete data.definitions;
    glossary.createLookup(data).search('a');
    return performance.now() - start;
  }

  /**
   * For each row, the letters of its name, typed from the start, until it is among the first three.
   * @param {LookupData} data
   */
  function lettersTyped(data) {
    const lookup = glossary.createLookup(data);
    return data.names.map((name, row) => {
      for (let end = 1; end < name.length; end++) {
        if (lookup.search(name.slice(0, end), {limit: 3}).some((one) => one.row === row)) return end;
      }
      return name.length;
    });
  }

  return {ours, minisearch, ufuzzy, fuse, orama, theme, answers, times, keystrokes, ready, lettersTyped};
})();
