/*
 * The engines of benchmarks/lookup.py, run in one page: each maker gives a function from a query to
 * [[slug, part of the term], ...], best first. Ours takes the lookup's data, the others the terms as documents.
 */
var engines = (() => {
  'use strict';

  const unique = (slugs) => Array.from(new Set(slugs)).slice(0, 8).map((slug) => [slug, '']);

  const ours = (data) => {
    const lookup = glossary.createLookup(data);
    return (query) => lookup.search(query, {limit: 8}).map(({slug, facet}) => [slug, facet]);
  };

  /** As its documentation advises: prefixes, slips of a fifth of the word, boosts by field. */
  const minisearch = (documents) => {
    const fields = ['name', 'abbreviations', 'aliases', 'searchAs', 'definition'];
    const index = new MiniSearch({idField: 'slug', fields, searchOptions: {
      prefix: true, fuzzy: 0.2, boost: {name: 4, abbreviations: 4, aliases: 2}
    }});
    index.addAll(documents);
    return (query) => unique(index.search(query).map(({id}) => id));
  };

  /** Over every label, with one slip a word and words in any order. */
  const ufuzzy = (documents) => {
    const fuzzy = new uFuzzy({intraMode: 1}), labels = [], owners = [];
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
  };

  /** The theme's own worker, given pages as MkDocs' search plugin writes them: title and text. */
  const theme = async (docs, source) => {
    const worker = new Worker(URL.createObjectURL(new Blob([source], {type: 'text/javascript'})));
    const ask = (message) => new Promise((answer) => {
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
  };

  /** Answers of one engine to all queries, in order. */
  const answers = async (engine, queries) => {
    const out = [];
    for (const query of queries) out.push(await engine(query));
    return out;
  };

  /** Milliseconds a keystroke for each beginning of each query, results drawn and laid out as in the box. */
  const keystrokes = (data, queries) => {
    const lookup = glossary.createLookup(data), list = document.body.appendChild(document.createElement('ul')), times = [];
    for (const query of queries) {
      for (let end = 1; end <= query.length; end++) {
        const start = performance.now(), found = lookup.search(query.slice(0, end), {limit: 8});
        list.replaceChildren(...found.map((one) => {
          const item = document.createElement('li'), name = document.createElement('b'), text = document.createElement('p');
          name.textContent = data.names[one.row] + ' ' + data.abbreviations[one.row].join(', ') + ', ' + one.reason;
          text.textContent = data.definitions[one.row];
          item.append(name, text);
          return item;
        }));
        list.getBoundingClientRect();
        times.push(performance.now() - start);
      }
    }
    list.remove();
    return times;
  };

  /** Milliseconds from the data as text to a lookup that answers. */
  const ready = (text) => {
    const start = performance.now();
    glossary.createLookup(JSON.parse(text)).search('a');
    return performance.now() - start;
  };

  /** For each row, the letters of its name, typed from the start, until it is among the first three. */
  const lettersTyped = (data) => {
    const lookup = glossary.createLookup(data);
    return data.names.map((name, row) => {
      for (let end = 1; end < name.length; end++) {
        if (lookup.search(name.slice(0, end), {limit: 3}).some((one) => one.row === row)) return end;
      }
      return name.length;
    });
  };

  return {ours, minisearch, ufuzzy, theme, answers, keystrokes, ready, lettersTyped};
})();
