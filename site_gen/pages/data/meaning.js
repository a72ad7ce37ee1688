/*
 * What a query means, where its words find nothing or little: its words' vectors, added up, lie near those of
 * the terms that are about it. This goes out at the head of assets/meaning-data.js, before the vectors of the
 * terms; those of the words come in pieces, each when a query needs it. No DOM, no request: the box loads.
 *
 * A vector is SIZE numbers, two to a sign; a word's has a sign before it, which says how much the word tells.
 * site_gen/meaning/ has them and packs them.
 */
globalThis.glossary = globalThis.glossary || {};

(() => {
  'use strict';

  // How likely a term is meant: a logit of its likeness to the query and of what the words say of it. Fitted to the
  // odd lines of base-*, desk-*, blind-* and hurry-*.tsv in benchmarks/data/lookup.
  const FITTED = {alike: 12, said: 9, none: 12.5};
  const SHOWN = -0.7; // from it on a term is shown for one word that tells something,
  const EACH = 1.5; // and from so much less on for each further one:
  const MANY = 4; // who types many describes, who types one or two names what may have no term
  const STRANGE = 2.25; // more for each word that no term has in any text,
  const ALL = 1000; // where there are so many terms; of few terms it tells little
  const ALONE = 0.55; // or from this likeness on, whatever the words say of terms,
  const APART = 0.15; // where no other term is nearly so near,
  const CHOSEN = 1.25; // and from it on it may stand selected,
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
    /** @type {Map<string, string>} */
    const hurried = new Map(
      data.hurried.split(' ').map((pair) => /** @type {[string, string]} */ (pair.split('>')))
    );
    const ends = endings.split(' ').map((pair) => pair.split('>'));
    /** @type {Map<string, Map<string, Float32Array>>} */
    const read = new Map();
    /** @type {Float32Array[] | undefined} */
    let terms;
    /** The rows of each phrase. @type {Map<number, number[]> | undefined} */
    let phrases;

    /**
     * `signs` and `told_sign` of site_gen/meaning/pieces.py, backwards.
     * @param {string} packed
     * @param {number} before
     * @returns {[told: number, vector: Float32Array][]}
     */
    function unpack(packed, before) {
      const step = before + size / 2;
      /** @param {number} n */
      const at = (n) => packed.charCodeAt(n) - (packed.charCodeAt(n) > 92 ? 36 : 35);
      return Array.from({length: packed.length / step}, (_, n) => {
        const vector = new Float32Array(size);
        for (let i = 0; i < size; i += 2) {
          const pair = at(n * step + before + i / 2);
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
     * A word and the shorter words that it may be a form of; site_gen/meaning/words.py does the same. What is typed in
     * a hurry ("cust") stands for its word.
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
      return found.concat(hurried.get(word) || []);
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
      return phrases.get(mark(key)) || [];
    }

    /** The piece that a word stands in if it stands in any. @param {string} word */
    const pieceOf = (word) => names[Math.max(0, names.filter((name) => name <= word).length - 1)];

    /** @param {string} query */
    function wordsOf(query) {
      const words = glossary.fold(query).split(' ');
      return Array.from(new Set(words)).filter((word) => word && !small.has(word));
    }

    /** @param {string} word @returns {Float32Array | undefined} */
    function vectorOf(word) {
      for (const form of forms(word)) {
        const name = pieceOf(form);
        const piece = meaning.words[name];
        if (!piece) continue;
        let vectors = read.get(name);
        if (!vectors) {
          const unpacked = unpack(piece[1], 1).map(([told, vector]) => ofLength(vector, told));
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
      const words = wordsOf(query).sort((a, b) => b.length - a.length);
      const pieces = new Set(words.flatMap(forms).map(pieceOf));
      return Array.from(pieces)
        .slice(0, PIECES)
        .filter((name) => !meaning.words[name]);
    }

    /**
     * How near each term is to a vector of this length, by row.
     * @param {Float32Array} vector
     * @param {number} length
     */
    function nearTo(vector, length) {
      terms = terms || unpack(data.vectors, 0).map(([, one]) => ofLength(one, 1));
      /** @type {Map<number, number>} */
      const near = new Map();
      terms.forEach((one, n) => {
        let product = 0;
        for (let i = 0; i < size; i++) product += one[i] * vector[i];
        near.set(rows[n], Math.max(near.get(rows[n]) || 0, product / (length || 1)));
      });
      return near;
    }

    /**
     * A word without a vector turns the query away from all terms.
     * @type {Meaning['likeness']}
     */
    function likeness(query) {
      const sum = new Float32Array(size);
      let unknown = 0;
      for (const word of wordsOf(query)) {
        const vector = vectorOf(word);
        if (vector) for (let i = 0; i < size; i++) sum[i] += vector[i];
        else unknown++;
      }
      return nearTo(sum, Math.hypot(...sum, typical * Math.sqrt(unknown)));
    }

    /**
     * What words say of terms and what they mean, together.
     * @param {string} query
     * @param {{row: number, score: number, reason: string}[]} said
     * @param {number} count of terms
     * @param {(word: string) => unknown} isSaid
     */
    function likely(query, said, count, isSaid) {
      const words = wordsOf(query);
      /** @type {Map<number, number>} */
      const odds = new Map();
      const alike = Array.from(likeness(query)).sort((a, b) => b[1] - a[1]);
      for (const [row, near] of alike) odds.set(row, FITTED.alike * near - FITTED.none);
      for (const {row, score} of said) {
        odds.set(row, FITTED.said * score + (odds.get(row) ?? -FITTED.none));
      }
      const strange = words.filter((word) => !forms(word).some(isSaid)).length;
      const doubt = STRANGE * strange * Math.min(1, count / ALL);
      const least = SHOWN - EACH * (Math.min(words.length, MANY) - 1);
      const [[nearest, most], [, next]] = alike.concat([[-1, 0]], [[-1, 0]]);
      if (most >= ALONE && most - next >= APART)
        odds.set(nearest, Math.max(odds.get(nearest) ?? least, least + EACH));
      const best = Array.from(odds, ([row, one]) => ({row, odds: one})).sort((a, b) => b.odds - a.odds);
      const [first, second] = best.map((one) => one.odds).concat(-FITTED.none, -FITTED.none);
      // words and meaning; a label with another word in it is another thing: "mail delivery service" is no failure
      const agree = said[0]?.row === best[0]?.row && said[0].reason === DESCRIBED;
      const clear = agree && first >= CHOSEN && first - second >= LEAD && words.length >= ENOUGH;
      return best
        .slice(0, FEW)
        .filter((one) => one.odds >= least + doubt)
        .map(({row, odds}, i) => ({row, score: BEST / (1 + Math.exp(-odds / 3)), sure: Number(clear && !i)}));
    }

    /** @type {Meaning['join']} */
    function join(query, found, said, names, isSaid) {
      const [top] = found;
      // a label with a slip: no other is meant by its first letters
      if (wordsOf(query).length === 1 && top?.score > CLEAR && !/described|mentioned/.test(top.reason))
        return found;
      const bySaid = new Map(found.map((one) => [one.row, one]));
      const meant = likely(query, said, names.length, isSaid).map((one) => {
        const {label, reason} = bySaid.get(one.row) || {label: names[one.row], reason: MEANT};
        return {...one, label, reason: reason === 'mentioned' ? MEANT : reason};
      });
      return meant.length
        ? meant
        : found.filter(({score, reason}) => score > CLEAR || reason === 'mentioned' || reason === 'spelling');
    }

    /** @type {Meaning} */
    const meaning = {words: glossary.meaning ? glossary.meaning.words : {}, needs, likeness, join, typed};
    return meaning;
  }

  glossary.createMeaning = createMeaning;
})();
