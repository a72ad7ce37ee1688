/*
 * What a query means, where its words find nothing or little: its words' vectors, added up, lie near those of
 * the terms that are about it. This goes out at the head of assets/meaning-data.js, before the vectors of the
 * terms; those of the words come in pieces, each when a query needs it. No DOM, no request: the box loads.
 *
 * A vector is SIZE numbers, two to a sign, and a sign before them: how much a word tells, or how much of what is said
 * of a term has this direction.
 * site_gen/meaning/ has them and packs them.
 */
globalThis.glossary = globalThis.glossary || {};

(() => {
  'use strict';

  // How likely a term is meant: a logit of the query's likeness to the nearest of its vectors and to all of them
  // together, of what the words say of it, and of how often its texts have them. Fitted to the odd lines of *-meaning.tsv
  // in benchmarks/data/lookup.
  const FITTED = {near: 7, whole: 7, said: 8, often: 2, none: 14.2};
  // The same for one word by itself, fitted to words that people type for a term, each taken out of the glossary before it
  // was asked, and to words drawn from a dictionary: what is said of terms tells less then.
  const BY_ITSELF = {near: 6, whole: 9, said: 3.6, often: 0, none: 8.8};
  const HALF = 0.5; // so often a text has a word that it counts for half of what it may at most, as in BM25;
  const LONG = 0.75; // by so much this goes by how long the text is
  const SHOWN = -0.7; // from it on a term is shown for one word that tells something,
  const EACH = 2.5; // and from so much less on for each further one:
  const MANY = 5; // who types many describes, who types one or two names what may have no term
  const CROWD = 3; // more, since the likeliest of many is likely by chance,
  const STRANGE = 2.25; // and more for each word that no term has in any text,
  const ALL = 1000; // where there are so many terms; of few terms it tells little
  const ALONE = 0.65; // or from this likeness on, whatever the words say of terms,
  const APART = 0.15; // where no other term is nearly so near, with so much
  const BONUS = 1.5; // to spare;
  const CHOSEN = 2.8; // and from it on it may stand selected,
  const LEAD = 2.5; // where the next is so far behind,
  const ENOUGH = 3; // and so many words tell something
  const CLEAR = 0.65; // where meaning finds nothing, what words find stays from this score on
  const BEST = 0.9; // no score is above it: a label begins so
  const FEW = 3;
  const MEANT = 'by meaning';
  const DESCRIBED = 'described';
  const PIECES = 16; // at most for a query: 60 KB as a server sends them

  /** @param {MeaningData} data @returns {Meaning} */
  function createMeaning(data) {
    const {size, levels, names, endings, little, typical, rows} = data;
    const small = new Set(little.split(' '));
    /** @type {Map<string, string[]>} */
    const informal = new Map();
    for (const [meant, typed] of data.informal.split(',').map((group) => group.split('>')))
      for (const word of typed.split(' ')) informal.set(word, meant.split(' '));
    const ends = endings.split(' ').map((pair) => pair.split('>'));
    /** @type {Map<string, Map<string, Float32Array>>} */
    const read = new Map();
    /** @type {Map<number, Directions> | undefined} */
    let terms;
    /** How many words are said of each term, and of the terms on average. @type {Float32Array} */
    let lengths;
    /** @type {number} */
    let typicalLength;
    /** @type {Said['weights'] | undefined} */
    let counted;
    /** The rows of each phrase. @type {Map<number, number[]> | undefined} */
    let phrases;

    /**
     * `signs` and `told_sign` of site_gen/meaning/pieces.py, backwards.
     * @param {string} packed
     * @returns {[told: number, vector: Float32Array][]}
     */
    function unpack(packed) {
      const step = 1 + size / 2;
      /** @param {number} n */
      const at = (n) => packed.charCodeAt(n) - (packed.charCodeAt(n) > 92 ? 36 : 35);
      return Array.from({length: packed.length / step}, (_, n) => {
        const vector = new Float32Array(size);
        for (let i = 0; i < size; i += 2) {
          const pair = at(n * step + 1 + i / 2);
          vector[i] = Math.floor(pair / levels) - (levels >> 1);
          vector[i + 1] = (pair % levels) - (levels >> 1);
        }
        return [at(n * step) / (levels * levels - 1), vector];
      });
    }

    /**
     * The same vector of a length.
     * @param {Float32Array} vector
     * @param {number} length
     */
    function ofLength(vector, length) {
      const now = Math.hypot(...vector) || 1;
      return vector.map((value) => (value * length) / now);
    }

    /**
     * A word and the shorter words that it may be a form of; site_gen/meaning/words.py does the same.
     * @param {string} word
     */
    function forms(word) {
      const found = [word];
      for (const [ending, instead] of ends) {
        const short = word.slice(0, word.length - ending.length);
        if (!word.endsWith(ending) || (short + instead).length < 3) continue;
        found.push(short + instead);
        if (!instead && /([a-z])\1$/.test(short)) found.push(short.slice(0, -1));
      }
      return found;
    }

    /**
     * The plain words that one typed informally or in a hurry stands for ("dosh", "cust"); of any other word itself.
     * @param {string} word
     */
    function plain(word) {
      const known = forms(word).find((form) => informal.has(form));
      return (known && informal.get(known)) || [word];
    }

    /**
     * A query with plain words where no term has the informal ones.
     * @param {string} query
     * @param {Said} texts
     */
    function inPlain(query, {byStem}) {
      const words = glossary.fold(query).split(' ');
      const plainly = words.flatMap((word) => (byStem.has(glossary.stem(word)) ? word : plain(word)));
      return plainly.join() === words.join() ? query : plainly.join(' ');
    }

    /**
     * A number of 32 bits for a text; `mark` of meaning_js.py.
     * @param {string} text
     */
    function mark(text) {
      let number = 0x811c9dc5;
      for (let i = 0; i < text.length; i++) number = Math.imul(number ^ text.charCodeAt(i), 0x01000193);
      return number >>> 0;
    }

    /** @type {Meaning['typed']} */
    function typed(key) {
      if (!phrases) {
        phrases = new Map();
        const bytes = atob(data.marks);
        let n = 0;
        for (const [row, count] of data.typed.entries()) {
          for (const end = n + 4 * count; n < end; n += 4) {
            let one = 0;
            for (let i = n; i < n + 4; i++) one = 256 * one + bytes.charCodeAt(i);
            phrases.set(one, [...(phrases.get(one) || []), row]);
          }
        }
      }
      return phrases.get(mark(key)) || phrases.get(mark(key.replace(/s\b/g, ''))) || []; // "taxis" has no stem
    }

    /** The piece that a word stands in if it stands in any. @param {string} word */
    const pieceOf = (word) => names[Math.max(0, names.filter((name) => name <= word).length - 1)];

    /** @param {string[]} words */
    const telling = (words) => Array.from(new Set(words)).filter((word) => word && !small.has(word));

    /** @param {string} query */
    const wordsOf = (query) => telling(glossary.fold(query).split(' '));

    /** @param {string} word @returns {Float32Array | undefined} */
    function vectorOf(word) {
      for (const form of forms(word)) {
        const name = pieceOf(form);
        const piece = meaning.words[name];
        if (!piece) continue;
        let vectors = read.get(name);
        if (!vectors) {
          const unpacked = unpack(piece[1]).map(([told, vector]) => ofLength(vector, told));
          vectors = new Map(piece[0].split(' ').map((text, i) => [text, unpacked[i]]));
          read.set(name, vectors);
        }
        const vector = vectors.get(form);
        if (vector) return vector;
      }
      return undefined;
    }

    /** @type {Meaning['needs']} */
    function needs(query) {
      const words = telling(wordsOf(query).flatMap(plain)).sort((a, b) => b.length - a.length);
      const pieces = new Set(words.flatMap(forms).map(pieceOf));
      return Array.from(pieces)
        .slice(0, PIECES)
        .filter((name) => !meaning.words[name]);
    }

    /** @param {Float32Array} sum @param {Float32Array} vector */
    function add(sum, vector) {
      for (let i = 0; i < size; i++) sum[i] += vector[i];
    }

    /** @param {Float32Array} one @param {Float32Array} other */
    function product(one, other) {
      let sum = 0;
      for (let i = 0; i < size; i++) sum += one[i] * other[i];
      return sum;
    }

    /** The directions of each term's groups of texts, and of all of them together, by row. */
    function directions() {
      /** @type {Map<number, Directions>} */
      const found = new Map();
      for (const [n, [told, vector]] of unpack(data.vectors).entries()) {
        const {groups, whole} = found.get(rows[n]) || {groups: [], whole: new Float32Array(size)};
        add(whole, ofLength(vector, told));
        found.set(rows[n], {groups: groups.concat(ofLength(vector, 1)), whole});
      }
      for (const one of found.values()) one.whole = ofLength(one.whole, 1);
      return found;
    }

    /**
     * How near a query is to each term; a word without a vector turns it away from all.
     * @param {string[]} words
     */
    function alike(words) {
      const sum = new Float32Array(size);
      let unknown = 0;
      for (const word of telling(words.flatMap(plain))) {
        const vector = vectorOf(word);
        if (vector) add(sum, vector);
        else unknown++;
      }
      const length = Math.hypot(...sum, typical * Math.sqrt(unknown)) || 1;
      terms = terms || directions();
      return Array.from(terms, ([row, {groups, whole}]) => ({
        row,
        near: Math.max(0, ...groups.map((one) => product(one, sum))) / length,
        whole: product(whole, sum) / length
      }));
    }

    /**
     * Counts the words that are said of each term.
     * @param {Said} texts
     */
    function count({byStem, rows, weights, names}) {
      lengths = new Float32Array(names.length);
      for (const {labels, defined} of byStem.values()) {
        for (const n of labels) lengths[rows[n]]++;
        for (const row of defined) lengths[row]++;
      }
      typicalLength = lengths.reduce((sum, length) => sum + length, 0) / names.length || 1;
      counted = weights;
    }

    /**
     * How often the query's words, as they are, stand in what is said of each term; 1 for all of them, once in a text of
     * typical length. After Robertson and Zaragoza, "The probabilistic relevance framework: BM25 and beyond", 2009.
     * @param {string} query
     * @param {Said} texts
     */
    function often(query, texts) {
      const {byStem, rows, little, weights, names} = texts;
      if (counted !== weights) count(texts);
      const found = new Float32Array(names.length);
      let all = 0;
      for (const stem of new Set(glossary.fold(query).split(' ').map(glossary.stem))) {
        const entry = byStem.get(stem);
        const weight = entry ? entry.weight : little.has(stem) ? 0 : 1;
        /** @type {Map<number, number>} */
        const times = new Map();
        const places = entry ? entry.labels.map((n) => rows[n]).concat(entry.defined) : [];
        for (const row of places) times.set(row, (times.get(row) || 0) + 1);
        for (const [row, n] of times) {
          const half = HALF * (1 - LONG + (LONG * lengths[row]) / typicalLength);
          found[row] += (weight * n * (1 + HALF)) / (n + half);
        }
        all += weight;
      }
      return found.map((one) => one / (all || 1));
    }

    /**
     * What words say of terms and what they mean, together.
     * @param {string} query
     * @param {string[]} own its words as they were typed
     * @param {{row: number, score: number, reason: string}[]} said
     * @param {Said} texts
     * @param {(word: string) => unknown} isSaid
     */
    function likely(query, own, said, texts, isSaid) {
      const words = wordsOf(query);
      const isOne = own.length === 1;
      const fitted = isOne ? BY_ITSELF : FITTED;
      const odds = Array.from(often(query, texts), (one) => fitted.often * one - fitted.none);
      const near = alike(words).sort((a, b) => b.near - a.near);
      for (const one of near) odds[one.row] += fitted.near * one.near + fitted.whole * one.whole;
      for (const {row, score} of said) odds[row] += fitted.said * score;
      const strange = words.filter((word) => !forms(word).some(isSaid)).length;
      const doubt = isOne ? 0 : (CROWD + STRANGE * strange) * Math.min(1, odds.length / ALL);
      const least = SHOWN - EACH * (Math.min(own.length, MANY) - 1);
      const [nearest, next] = near;
      if (!isOne && nearest?.near >= ALONE && nearest.near - (next?.near || 0) >= APART)
        odds[nearest.row] = Math.max(odds[nearest.row], least + BONUS);
      const best = odds.map((one, row) => ({row, odds: one})).sort((a, b) => b.odds - a.odds);
      const [first, second] = best.map((one) => one.odds).concat(-FITTED.none, -FITTED.none);
      // words and meaning; a label with another word in it is another thing: "mail delivery service" is no failure
      const agree = said[0]?.row === best[0]?.row && said[0].reason === DESCRIBED;
      const clear =
        agree &&
        first >= CHOSEN &&
        first - second >= LEAD &&
        words.filter((word) => own.includes(word)).length >= ENOUGH;
      return best
        .slice(0, FEW)
        .filter((one) => one.odds >= least + doubt)
        .map(({row, odds}, i) => ({row, score: BEST / (1 + Math.exp(-odds / 3)), sure: Number(clear && !i)}));
    }

    /** @type {Meaning['join']} */
    function join(asTyped, byWords, say, texts, read) {
      const {names} = texts;
      /** @param {string} word */
      const isSaid = (word) => read(word, false)[0];
      const query = inPlain(asTyped, texts);
      const said = say(query);
      const own = wordsOf(asTyped);
      const isOne = own.length === 1;
      // a word by itself that English has ("cement"), or an informal one, is no slip of another
      const isInformal = isOne && query !== asTyped;
      const isEnglish = isInformal || (isOne && vectorOf(own[0]));
      const kept = isEnglish ? byWords.filter(({reason}) => reason !== 'spelling') : byWords;
      const found = isInformal
        ? said
            .filter(({score}) => score > CLEAR)
            .concat(kept)
            .map((one) => ({...one, sure: 0}))
        : kept;
      const [top] = found;
      // a label with a slip: no other is meant by its first letters
      if (isOne && top?.score > CLEAR && !/described|mentioned/.test(top.reason)) return found;
      const bySaid = new Map(found.map((one) => [one.row, one]));
      const meant = likely(query, own, said, texts, isSaid).map((one) => {
        const {label, reason} = bySaid.get(one.row) || {label: names[one.row], reason: MEANT};
        return {...one, label, reason: reason === 'mentioned' ? MEANT : reason};
      });
      if (meant.length) return meant;
      const clear = found.filter(
        ({score, reason}) => score > CLEAR || reason === 'mentioned' || reason === 'spelling'
      );
      if (clear.length) return clear;
      // what people type for a term, beside words that no term has: "drunk bloke"
      const [told, more] = wordsOf(query).filter((word) => forms(word).some(isSaid));
      if (!told || more) return [];
      const key = glossary.stem(told);
      const rows = texts.asked.get(key) || typed(key);
      return said.filter(({row}) => rows.includes(row)).slice(0, FEW);
    }

    /** @type {Meaning} */
    const meaning = {words: glossary.meaning ? glossary.meaning.words : {}, needs, join, typed};
    return meaning;
  }

  glossary.createMeaning = createMeaning;
})();
