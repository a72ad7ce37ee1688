/*
 * The lookup's ranker: which terms does a person mean who types this? No DOM, no dependency.
 *   1.0  it is a label, but for spelling, plural, spaces and accents
 *   0.96 it is what people type for a term
 *   0.9  a label begins with it, or has these first letters
 *   0.8  its words are in a label in any order, begun, or with slips
 *   0.9 to 0.5  its words, or words that may stand for them, are in what people type for it or its definition
 * Questions are read for subject and part, "a or b" for both terms.
 */
globalThis.glossary = globalThis.glossary || {};

(() => {
  'use strict';

  /**
   * A label of a term. `alike` and `near` lead to the label before it with the same stems, or the same
   * beginning.
   * @typedef {{row: number, kind: number, text: string, folded: string, joined: string, bits: number, code: boolean,
   *   alike: Label | undefined, near: Label | undefined}} Label
   */
  /**
   * A stem: the labels and phrases that it stands in, the rows of codes that have it, the rows whose definition
   * has it, how much it tells. `akin` leads to the stem before it with the same root.
   * @typedef {{text: string, labels: number[], coded: number[], defined: number[], weight: number,
   *   akin: Stem | undefined}} Stem
   */
  /** @typedef {{text: string, bits: number, entry: Stem, visible: boolean, slips: number}} Word */
  /** @typedef {ReturnType<typeof buildIndex>} Index */
  /** @typedef {[form: RegExp, as: string]} Form */
  /** @typedef {[entry: Stem, quality: number, how: number]} Reading */
  /** @typedef {ReturnType<typeof spread>} Spread */
  /** @typedef {Reading[] & {spread?: Spread}} Readings */
  /** @typedef {{(word: string, isLast: boolean): Readings, asked: boolean, shouted: boolean}} Reader */
  /** @typedef {{row: number, label: Label, score: number, reason: string, sure: number}} Found */
  /** @typedef {(label: Label, fits: number, reason: string, sure?: number) => void} Offer */

  // from 1; 0 is the name, and after them come names in other languages
  const KINDS = /** @type {const} */ (['abbreviations', 'aliases', 'formerly', 'discouraged', 'inSources']);
  // by kind; beside these there are 'first letters', 'spelling', 'asked' and 'described'
  const REASONS = [
    'name',
    'abbreviation',
    'alias',
    'earlier name',
    'discouraged',
    'in a source',
    'in another language'
  ];
  const WHOLE = [1, 1, 0.99, 0.985, 0.985, 0.98, 0.975]; // scores by kind
  const BEGUN = [0.94, 0.935, 0.93, 0.92, 0.92, 0.91, 0.91];
  const ASKED = 0.958; // it is what people type for a term: ahead of labels that only begin so
  const NAME = 0;
  const CUT = 2; // of what people type, what the term's labels and definition do not have
  const ABBREVIATION = 1;
  const IN_SOURCE = 5; // counts as a whole or begun only
  const IN_LANGUAGE = 6;
  const LITTLE = 0.03; // the weight of words that tell little
  /** By level, from essential to deprecated. @type {Record<string, number>} */
  const BEHIND = {e: 0, w: 0.004, s: 0.008, r: 0.04, d: 0.05};
  // By words: the odds that a term is meant, by the share of the query's words that are said of it, their
  // weight, how well one label or phrase of it fits, how often they are said, and each word of the query
  // above four. Fitted as one conditional logit, of the terms and of none of them (odds 0), to the tuning
  // half of benchmarks/data/lookup.
  const FITTED = {share: 3.03, weight: 3.47, fits: 7.49, often: 3.06, length: 1.1, none: 10.25};
  const MATE = 0.65; // how well a word is matched by one that may stand for it
  const THRESHOLD = 0.55; // where the best is below it, nothing is an answer
  const UNSURE = 0.2; // below it nothing is a guess
  const GUESS = 0.4; // where nothing is an answer, what is worth showing
  // how a word was read, from sure to unsure
  const SAME = 0;
  const SLIP = 1; // of a letter; of two in a long word
  const BEGUN_WORD = 2;
  const KIN = 3; // another form, or a word that may stand for it
  const SLIPS = 4;
  // how sure it is that a term is meant
  const PERHAPS = 0;
  const ALONE = 1; // where no other term is as likely or as sure
  const SURE = 2;
  const GENERAL = 0.35; // the weight below which a word beside a label changes nothing: "a tag for tickets"

  // ---- words

  // As site_gen/model/letters.py and names.py have it; the tests of both read tests/data/tables/names.json.
  /** @type {[sign: string, variants: RegExp][]} */
  const ONE_PRINT = [
    ['-', /[−–‐‑﹣]/g],
    ['/', /[⁄∕]/g],
    ['#', /♯/g],
    ['x', /×/g],
    ['%', /٪/g],
    ["'", /[’‘ʼ`´＇]/g],
    ['', /[®™©℠\u00ad\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeffـ]/g]
  ];
  /** @type {Record<string, string>} */
  const LATIN = {
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    æ: 'ae',
    œ: 'oe',
    ħ: 'h',
    ŧ: 't',
    ı: 'i',
    ß: 'ss',
    ς: 'σ'
  };
  const ACCENTS = '\\u0300-\\u036f\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff';
  const POINTS = new RegExp(
    `(?<![\\u0400-\\u052f${ACCENTS}])[${ACCENTS}]+|(?<=[\\u0400-\\u052f])[\\u0300\\u0301]|(?<=е)\\u0308|` +
      '[\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u064b-\\u0652\\u0670]',
    'g'
  );
  const MONEY = '$€£¥';
  const SIGNS = `+#%@${MONEY}°`;
  const LETTER = '[\\p{L}\\p{N}]\\p{M}*';
  const IN_WORD = '[\\p{L}\\p{N}_]';
  const TOKEN = new RegExp(
    `(?:(?<![\\p{L}\\p{N}_.])\\.(?=${IN_WORD})|^ *-(?=\\p{Nd})|(?<![\\p{L}\\p{N}_${SIGNS}])(?:[${SIGNS}]+(?=${IN_WORD})|[${MONEY}] (?=\\p{Nd})))?` +
      `(?:${LETTER})+(?:(?<=\\p{Nd})(?:[.:]| : )(?=\\p{Nd})(?:${LETTER})+)*(?:\\s?%(?!${IN_WORD})|[${SIGNS}]+| [+#]+$)?|&|/+`,
    'gu'
  );
  const LETTERS = new RegExp(`(?:${LETTER})+`, 'gu');
  const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
  const DOTTED = /(?<![\p{L}\p{N}_.])(?:\p{L}\.){2,}(?:\p{L}(?![\p{L}\p{N}_]))?/gu;
  const LAST_SIGN =
    /(?<![\p{L}\p{N}_-])([\p{L}\p{N}]{1,2}(?=-)|\p{L}{1,2})(-{1,2}|\*)(?=\s*$)|(?<![\p{L}\p{N}_-])(\p{L})(--)(?![\p{L}\p{N}_])/u;
  const SHORT_FORMS =
    /(?:(?<![\p{L}\p{N}_’'])([A-Z](?:[&/.]?[A-Z]){0,40}(?:[&/.]| & )?[A-Z0-9]|[A-Za-z]+[A-Z]|[A-Z][a-z]*[A-Z][A-Za-z]*(?=['’])|[A-Z]+\d[A-Z0-9]*|\d+[A-Z]+|[A-Z](?=['’]))(?:['’]|(?<=[SX])e)?s|['’]s)(?![\p{L}\p{N}_])/gu;
  /** "follow-ups" @type {Record<string, string>} */
  const PARTICLES = {ups: 'up', ins: 'in', ons: 'on', bys: 'by'};

  /** @param {string} text */
  const onePrint = (text) => ONE_PRINT.reduce((one, [sign, variants]) => one.replace(variants, sign), text);

  /**
   * A text in small letters, each without what makes it no other letter; apostrophes go, other signs stay.
   * @param {string} text
   */
  function plain(text) {
    let low = onePrint(text).toLowerCase();
    if (/[^\0-\x7f]/.test(low)) {
      low = low.normalize('NFKD').replace(POINTS, '').toLowerCase();
      low = onePrint(low.replace(/[^\0-\x7f]/g, (letter) => LATIN[letter] || letter).normalize('NFC'));
    }
    return low.replace(/'/g, '');
  }

  /**
   * The words of a text: small letters without accents and signs.
   * @param {string} text
   */
  function fold(text) {
    const low = text.toLowerCase();
    if (PLAIN.test(low)) return low;
    return (plain(text).replace(/&/g, ' and ').match(LETTERS) || []).join(' ');
  }

  /**
   * As `fold`, with the signs that tell a name apart: "c++", ".net", "24 / 7".
   * @param {string} text
   */
  function spelled(text) {
    const low = text.toLowerCase();
    if (PLAIN.test(low)) return low;
    const parts = plain(text)
      .replace(DOTTED, (found) => found.replace(/\./g, ''))
      .split(LAST_SIGN);
    /** @type {string[]} */
    const found = [];
    parts.forEach((part, i) => {
      // prose, then letters and sign of either kind
      if (!part || i % 5 === 2 || i % 5 === 4) return;
      if (i % 5) found.push(part + parts[i + 1]);
      else for (const token of part.match(TOKEN) || []) found.push(spoken(token));
    });
    return /[\p{L}\p{N}]/u.test(found.join('')) ? found.join(' ') : '';
  }

  /** @param {string} token */
  const spoken = (token) => (token[0] === '/' ? '/' : token === '&' ? 'and' : token.replace(/ /g, ''));

  /**
   * What can be looked up: a slash only tells names apart.
   * @param {string} token
   */
  const isWord = (token) => token !== '/';

  /**
   * A word without the signs around it.
   * @param {string} word
   */
  const bare = (word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word;

  /** @param {string[]} words */
  const stemmed = (words) => words.map((word, i) => (i && PARTICLES[word]) || stem(word)).join('');

  /**
   * Equal for names that differ in spelling, number or print only.
   * @param {string} text
   */
  const key = (text) => stemmed(spelled(text.replace(SHORT_FORMS, '$1')).split(' '));

  /** @type {Map<string, string>} */
  let irregular = new Map();
  /** @type {[ending: string, instead: string][][]} */
  let endings = [];

  /**
   * Takes over the tables of site_gen/model/names.py, as "ies>y", or those of another language.
   * @param {Pick<LookupData, 'stems' | 'rewrites' | 'forms'>} data
   */
  function learn(data) {
    /** @type {(pair: string) => [string, string]} */
    const inTwo = (pair) => /** @type {[string, string]} */ (pair.split('>'));
    const [words, ...tables] = data.stems.map((text) => text.split(' ').map(inTwo));
    [irregular, endings] = [new Map(words), tables];
    tongue = glossary.tongue?.(ENGLISH, data) || ENGLISH;
  }

  /**
   * A folded word without its ending.
   * @param {string} word
   * @returns {string}
   */
  function stem(word) {
    if (!endings.length) learn(glossary.data);
    word = tongue.spelt?.(word) ?? word;
    const known = irregular.get(word);
    if (known !== undefined) return known;
    return endings.reduce((one, table, i) => {
      const own = !i && one.endsWith('s') && !/[aeiouy]|[^a-z]/.test(one); // HTTPS is no plural of HTTP
      const found = one.length > 3 + i && !own && table.find(([end]) => one.endsWith(end));
      return found ? one.slice(0, -found[0].length) + found[1] : one;
    }, word);
  }

  const ENDING =
    /(?:ations?|ating|ated?|ators?|ings?|ions?|ers?|ors?|ed|es|ly|ments?|ness|ity|an[ct]e?|able|al)$/;

  /**
   * What the forms of a word share: "leaving" and "leave", "escalate" and "escalation".
   * @param {string} word
   */
  function root(word) {
    const short = word
      .replace(tongue.kin, '')
      .replace(/[eiy]+$/, '')
      .replace(/([bdglmnprt])\1$/, '$1');
    return short.length < 3 ? word : short;
  }

  /**
   * Forms of one verb, and the noun of it: "escalating", "escalated", "escalation".
   * @param {string} word
   */
  const verb = (word) => word.replace(/(?:ing|ed|ions?|es?)$/, '').replace(/([bdglmnprt])\1$/, '$1');

  /**
   * How many slips are seen through in a word of this length.
   * @param {number} length
   */
  const slipsIn = (length) => (length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3);

  /**
   * How many slips leave no doubt in a word of this length; `_SLIGHTLY` of site_gen/pages/english.py.
   * @param {number} length
   */
  const slightly = (length) => (length < 8 ? 1 : 2);

  /**
   * Whether one word is the other with a syllable that turns its meaning: "de-escalation", "unavailable".
   * @param {string} one
   * @param {string} other
   */
  function isTurned(one, other) {
    const [bare, same] = [one, other].map((word) => word.replace(TURNS, ''));
    return one !== other && (bare === same || bare === other || one === same);
  }

  /**
   * Whether a word that English knows may well be whole, though another goes on with it: "abandoned car" is no cart.
   * @param {boolean} isEnglish
   * @param {string} word
   * @param {string} longer
   */
  const isClose = (isEnglish, word, longer) => isEnglish && longer.length - word.length < 3;

  const TURNS =
    /^(?:de|dis|down|i[lmnr]|inter|intra|mis|mono|multi|non|off|omni|on|out|over|post|pre|re|sub|un|under|up)(?=.{4})/;

  /**
   * As bits, to tell words apart quickly.
   * @param {string} word
   */
  function letters(word) {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << word.charCodeAt(i); // by its last five bits
    return bits;
  }

  /**
   * Whether more bits than these are set.
   * @param {number} most
   * @param {number} bits
   */
  function moreThan(most, bits) {
    for (; bits; bits &= bits - 1) if (--most < 0) return true;
    return false;
  }

  /** @param {number} count @param {number} length */
  const zeros = (count, length) => Array.from({length: count}, () => new Float32Array(length));

  let [older, old, now] = zeros(3, 66);

  /**
   * From `a` to `b`, or where `begun` to its nearest beginning; Infinity above `most`.
   * @param {string} a
   * @param {string} b
   * @param {number} most
   * @param {boolean} [begun]
   */
  function edits(a, b, most, begun = false) {
    if (a.length > 64 || b.length > 64) return Infinity;
    for (let j = 0; j <= b.length; j++) old[j] = j;
    for (let i = 1; i <= a.length; i++) {
      let least = i;
      now[0] = i;
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        let cost = Math.min(old[j] + 1, now[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
        if (!same && i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, older[j - 2] + 1);
        }
        now[j] = cost;
        least = Math.min(least, cost);
      }
      if (least > most) return Infinity;
      [older, old, now] = [old, now, older];
    }
    const cost = begun ? Math.min(...old.subarray(0, b.length + 1)) : old[b.length];
    return cost > most ? Infinity : cost;
  }

  // ---- the index

  /**
   * A tag, macro, channel or error code.
   * @param {string} text
   * @param {boolean} ofCode
   */
  const isCode = (text, ofCode) => (ofCode ? /\d|^\S*[^\s\p{L}]\S*$/u : /^\S*[_#:@]\S*$/).test(text);

  /**
   * All that queries are compared with: empty at first, `take` takes in what there is of the data.
   * @param {LookupData} data
   */
  function buildIndex(data) {
    /** @type {(Label | undefined)[]} */
    const at = []; // with gaps: what is not shown has a number too
    /** @type {Label[]} */
    const labels = [];
    /** @type {number[]} */
    const rows = [];
    /** @type {number[]} */
    const hides = [];
    /** @type {Label[]} */
    const names = [];
    /** @type {Word[]} */
    const words = [];
    /** @type {Stem[]} */
    const stems = [];
    const terms = data.names.length;
    const codes = new Set(data.codes);
    /** @type {Map<string, Label>} */
    const whole = new Map();
    /** @type {Map<string, number[]>} */
    const asked = new Map();
    /** @type {Map<string, Label>} */
    const begun = new Map();
    /** @type {Map<string, Label[]>} */
    const first = new Map();
    /** @type {Set<string>} */
    const short = new Set();
    /** @type {Map<string, Word>} */
    const byText = new Map();
    /** @type {Map<string, Stem>} */
    const byStem = new Map();
    /** @type {Map<string, Stem>} */
    const byRoot = new Map();
    /** @type {Map<string, string[]>} */
    const rings = new Map();
    const little = new Set(data.little.split(' '));
    const english = new Set(data.english.toLowerCase().split(' '));
    /** @type {Set<string>} */
    const around = new Set();
    /** What questions are made of, by what it is there for. @type {Record<string, Form[]>} */
    const questions = {parts: [], rewrite: [], told: [], tells: [], asks: []};
    /** Whether English has the word, so that it is no slip of another. @param {string} word */
    const isEnglish = (word) => english.has(word) || english.has(stem(word));

    /**
     * What is known of a written form; slips may lead to it from words of `slips` letters.
     * @param {string} text
     */
    function wordOf(text) {
      let word = byText.get(text);
      if (!word) {
        const stemmed = stem(text);
        let entry = byStem.get(stemmed);
        if (!entry) {
          const key = root(stemmed);
          entry = {text: stemmed, labels: [], coded: [], defined: [], weight: 0, akin: byRoot.get(key)};
          byStem.set(stemmed, entry);
          byRoot.set(key, entry);
          stems.push(entry);
        }
        word = {text, bits: letters(text), entry, visible: false, slips: Infinity};
        byText.set(text, word);
        words.push(word);
      }
      return word;
    }

    /**
     * Takes in words; what is hidden counts by its words only, a code as a whole or begun only.
     * @param {number} row
     * @param {string[]} texts
     * @param {number} hidden
     * @param {boolean} [code]
     */
    function addWords(row, texts, hidden, code = false) {
      const n = rows.push(row) - 1;
      for (const text of texts) {
        const {entry} = wordOf(text);
        if (code) entry.coded.push(row);
        else entry.labels.push(n); // twice what it says twice: "back to back"
      }
      hides.push(hidden);
      return n;
    }

    /**
     * Whoever types this means the row's term.
     * @param {string} as
     * @param {number} row
     */
    function ask(as, row) {
      asked.set(as, [...new Set(asked.get(as)).add(row)]);
    }

    /** @param {number} row @param {number} kind @param {string} text */
    function addLabel(row, kind, text) {
      const folded = spelled(text);
      const texts = kind === IN_SOURCE ? [] : folded.split(' ').filter(isWord);
      const joined = folded.replace(/ /g, '');
      const as = key(text);
      const code = isCode(text, codes.has(row));
      const n = addWords(row, texts, 0, code);
      const start = joined.slice(0, 2);
      let [every, main] = ['', ''];
      for (const one of texts) {
        const word = wordOf(one);
        const [initial] = bare(one);
        every += initial;
        if (!little.has(one)) main += initial;
        if (code) continue;
        word.visible = true;
        if (kind !== ABBREVIATION) word.slips = 4;
      }
      // chains: each label leads to the one before it
      const label = {
        row,
        kind,
        text,
        folded,
        joined,
        bits: letters(joined),
        code,
        alike: whole.get(as),
        near: begun.get(start)
      };
      at[n] = label;
      labels.push(label);
      whole.set(as, label);
      begun.set(start, label);
      if (kind === NAME) names.push(label);
      if (kind === ABBREVIATION) short.add(joined);
      if (code) for (const one of texts) if (/\d/.test(one)) ask(one, row); // "404" for "HTTP 404"
      if (!texts[1] || code) return;
      for (const initials of new Set([every, main])) {
        first.set(initials, (first.get(initials) || []).concat(label));
      }
    }

    /** @param {number} row */
    function takeLabels(row) {
      addLabel(row, NAME, data.names[row]);
      for (const [i, column] of KINDS.entries()) {
        for (const text of data[column][row] || []) addLabel(row, i + 1, text);
      }
      for (const [, text] of data.inOtherLanguages?.[row] || []) addLabel(row, IN_LANGUAGE, text);
    }

    /** @param {number} row */
    function takePhrases(row) {
      if (!row) takeTables();
      for (const text of (data.searchAs?.[row] || '').split('|').filter(Boolean)) {
        const isCut = text[0] === '~';
        const texts = text.replace('~', '').split(' ');
        addWords(row, texts, isCut ? CUT : 1);
        if (isCut) continue;
        ask(texts.map((one) => wordOf(one).entry.text).join(' '), row);
      }
    }

    function takeTables() {
      for (const word of (data.around || '').split(' ')) around.add(word);
      for (const [name, forms] of Object.entries(data.questions || {})) {
        questions[name] = forms.map(([form, as]) => [new RegExp(form), as]);
      }
      for (const ring of (data.rings || '').split(',')) {
        const keys = ring.split(' ').map((word) => root(stem(word)));
        for (const key of keys) rings.set(key, (rings.get(key) || []).concat(keys));
      }
    }

    /** @param {number} row */
    function takeDefinition(row) {
      for (const text of spelled(data.definitions?.[row] || '')
        .split(' ')
        .filter(isWord)) {
        const {defined} = wordOf(text).entry;
        if (defined[defined.length - 1] !== row) defined.push(row);
      }
    }

    /** A column of the data, and what takes in a row of it. @type {[Part, (row: number) => void][]} */
    const parts = [
      ['names', takeLabels],
      ['searchAs', takePhrases],
      ['definitions', takeDefinition]
    ];
    let done = 0;
    let next = 0;
    let isStale = true;

    /**
     * Takes in more of labels, phrases and definitions, in this order, as long as their columns are there and
     * `end` (of performance.now) has not come; how many of the three are taken in.
     * @param {number} end
     */
    function take(end) {
      for (; done < parts.length && data[parts[done][0]]; done++) {
        for (; next < terms; next++) {
          if (performance.now() >= end) return done;
          isStale = true;
          parts[done][1](next);
        }
        next = 0;
      }
      return done;
    }

    /** Weighs the words of what is taken in; whether anything was new. Rare words tell more. */
    function weigh() {
      if (!isStale) return false;
      isStale = false;
      for (const word of words) {
        if (word.slips > 4 && !word.visible && word.entry.labels.length) word.slips = 6;
      }
      const weights = new Float32Array(rows.length);
      for (const one of stems) {
        const count = new Set(one.labels.map((n) => rows[n]).concat(one.coded, one.defined)).size;
        one.weight = Math.log(1 + terms / count) / Math.log(1 + terms);
      }
      for (const text of little) {
        const word = byText.get(text);
        if (word) word.entry.weight = LITTLE;
      }
      for (const entry of stems) for (const n of entry.labels) weights[n] += entry.weight;
      index.weights = weights;
      return true;
    }

    const index = {
      labels,
      at,
      names,
      words,
      whole,
      asked,
      begun,
      first,
      short,
      byStem,
      byRoot,
      rings,
      little,
      around,
      questions,
      mentions: data.mentions,
      isEnglish,
      behind: Array.from(data.levels, (letter) => BEHIND[letter]),
      weights: new Float32Array(0),
      rows,
      hides,
      /** Once it is asked too. @type {Meaning | undefined} */
      meaning: undefined,
      take,
      weigh
    };
    return index;
  }

  /** "can't", "doesn't" */
  const NEGATED = /^(?:ca|could|did|do|does|has|have|is|are|was|were|wo|would)nt$|^cannot$/;
  /** They tell little by themselves, but turn what stands beside them; `TURNING` of site_gen/pages/lookup.py. */
  const TURNING = /^(?:no|not|too)$/;

  /**
   * What people type for a term, which stands without words that tell little where two others are left; "not" is
   * none of the two.
   * @param {Set<string>} little
   * @param {string[]} words
   */
  function asKey(little, words) {
    const isOne = !words.filter((word) => !little.has(word))[1];
    return words
      .filter((word) => isOne || !little.has(word) || TURNING.test(word))
      .map(stem)
      .join(' ');
  }

  /**
   * Labels that these words are as a whole.
   * @param {Index} index
   * @param {string[]} words
   */
  function wholes(index, words) {
    /** @type {Label[]} */
    const found = [];
    const {whole} = index;
    const joined = words.join('');
    // `stem` takes APIs and taxis for words in -is
    const start = whole.get(stemmed(words)) || whole.get(joined) || whole.get(joined.replace(/s$/, ''));
    for (let label = start; label; label = label.alike) found.push(label);
    return found;
  }

  /**
   * Whether words as a whole are a label, or what people type for a term.
   * @param {Index} index
   * @param {string[]} words
   */
  const isKnown = (index, words) => wholes(index, words)[0] || index.asked.has(words.map(stem).join(' '));

  // ---- a query's words

  /** @type {Record<string, string>} */
  const NUMBERS = {'1st': 'first', '2nd': 'second', '3rd': 'third', one: '1', two: '2', three: '3'};

  /**
   * A slip in a short word leaves little to go by.
   * @param {number} slips
   * @param {string} word
   */
  const slipped = (slips, word) => 0.9 - (2.2 * slips) / word.length ** 1.5;

  /**
   * What a word stands for: [entry, quality, by slips], best first. `firm` words have no slips.
   * @param {Index} index
   * @param {string} word
   * @param {boolean} half
   * @param {boolean} firm
   */
  function readWord(index, word, half, firm) {
    /** @type {Map<Stem, Reading>} */
    const found = new Map();
    // In other languages what people type comes as stems, so the stem is compared with them: "unterllagen".
    const ways = [tongue === ENGLISH ? word : stem(word), word].map(
      (one) => /** @type {const} */ ([one, letters(one)])
    );
    const isEnglish = index.isEnglish(word);
    const most = firm || /\d/.test(word) || isEnglish ? 0 : slipsIn(word.length);
    /** @type {(entry: Stem | undefined, quality: number, how?: number) => void} */
    const offer = (entry, quality, how = SAME) => {
      if (!entry || quality <= 0) return;
      // "managment" is a slip, though it has the root of the word too
      const [, best, surest] = found.get(entry) || [entry, 0, how];
      found.set(entry, [entry, Math.max(best, quality), Math.min(surest, how)]);
    };
    offer(index.byStem.get(stem(word)), 1);
    offer(index.byStem.get(NUMBERS[word]), 0.97);
    const key = root(stem(word));
    if (word.length > 4) {
      for (let akin = index.byRoot.get(key); akin; akin = akin.akin) {
        // what people type of a "parked ticket" tells nothing of a "parking ticket"
        const turned = /ing .*ed$/.test(`${word} ${akin.text}`);
        offer(akin, 0.82, verb(word) !== verb(akin.text) ? KIN : turned ? BEGUN_WORD : SAME);
      }
    }
    for (const mate of (!firm && index.rings.get(key)) || []) {
      for (let akin = index.byRoot.get(mate); akin; akin = akin.akin) offer(akin, MATE, KIN);
    }
    for (const {text, bits: own, entry, visible, slips} of index.words) {
      const [typed, bits] = ways[+visible];
      if (moreThan(most, bits & ~own)) continue;
      if (text.startsWith(word)) {
        if (visible || word.length > 3)
          offer(
            entry,
            (half ? 0.82 : 0.72) + (0.16 * word.length) / text.length,
            half && !isClose(isEnglish, word, text) ? BEGUN_WORD : KIN
          );
      } else if (tongue.isEnd?.(typed, text)) {
        offer(entry, 0.65, KIN);
      } else if (most && Math.min(typed.length, text.length) >= slips && !/\d/.test(text)) {
        const allowed = Math.min(most, slipsIn(text.length));
        if (Math.abs(text.length - typed.length) <= allowed && !moreThan(allowed, own & ~bits)) {
          const slips = edits(typed, text, allowed);
          offer(
            entry,
            slipped(slips, typed),
            slips > slightly(text.length) || !visible || isTurned(typed, text) ? SLIPS : SLIP
          );
        }
        if (half && text.length > word.length) {
          offer(
            entry,
            0.95 * slipped(edits(word, text, Math.min(most, slightly(word.length)), true), word),
            SLIPS
          );
        }
      }
    }
    return Array.from(found.values()).sort((a, b) => b[1] - a[1]);
  }

  /**
   * "on boarding" is one word, "livechat" two.
   * @param {Index} index
   * @param {string[]} words
   */
  function regroup(index, words) {
    /** @param {string} word */
    const knows = (word) => index.byStem.has(stem(word));
    /** @type {string[]} */
    const out = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      const next = words[i + 1] || '';
      const label = knows(word) ? null : wholes(index, [word])[0];
      const parts = label || knows(word) ? [] : tongue.halves?.(word, knows, index.words, edits) || [];
      if (next && knows(word + next) && !(knows(word) && knows(next))) out.push(word + words[++i]);
      else if (parts.length) out.push(...parts);
      else out.push(...(label ? label.folded.split(' ').filter(isWord) : [word]));
    }
    return out;
  }

  /**
   * What a word of a query says of each term: its best match there, that of the definition, how often, and whether the
   * term has it as it is. `rest` is its weight where a label lacks it.
   * @param {Index} index
   * @param {string} word
   * @param {Reading[]} options
   */
  function spread({rows, hides, names, little}, word, options) {
    const [best, tells, often, has] = zeros(4, names.length);
    const [first] = options;
    let weight = first ? first[0].weight : 0.67;
    let rest = first?.[2] === SAME ? weight : Math.max(weight, 0.7); // more than is general
    if (little.has(word)) {
      weight = LITTLE;
      rest = TURNING.test(word) ? 1 : LITTLE; // "not a bug" is no bug
    }
    for (const [entry, quality, how] of options) {
      const worth = weight * quality;
      for (const n of entry.labels) {
        const row = rows[n];
        const here = hides[n] ? 0.95 * worth : worth;
        often[row] += quality;
        if (here > best[row]) best[row] = here;
        if (!how) has[row] = 1;
      }
      for (const row of entry.defined) {
        if (0.86 * worth > best[row]) best[row] = 0.86 * worth;
        if (worth > tells[row]) tells[row] = worth;
        if (!how) has[row] = 1;
      }
    }
    return {
      word,
      options,
      weight,
      rest,
      best,
      tells,
      often: often.map((times) => weight * Math.log(1 + times)),
      has
    };
  }

  /**
   * Offers terms by all that is said of them, and by their best label.
   * @param {Index} index
   * @param {string[]} words
   * @param {Reader} read
   * @param {number} least
   * @param {Offer} offer
   * @param {boolean} isFound whether one reaches `least` already
   */
  function byWords(index, words, read, least, offer, isFound) {
    const {at, rows, hides, weights, names, little} = index;
    /** @type {number[]} */
    const touched = [];
    /** @type {number[]} */
    const fitting = [];
    const [found, filled, bySlips, doubts] = zeros(4, rows.length);
    const met = new Uint32Array(rows.length); // words of the query, as bits
    // what all words add up to (told: by the definition), then what one label finds
    const [said, often, told, fit, sure] = zeros(5, names.length);
    let all = 0;
    const isOne = !words.filter((word) => !little.has(word))[1]; // "how much do you charge"
    // said twice tells no more
    const spreads = Array.from(new Set(words), (word) => {
      const options = read(word, words.indexOf(word) === words.length - 1);
      options.spread ||= spread(index, word, options);
      const one = options.spread;
      all += one.weight;
      names.forEach((_, row) => {
        said[row] += one.best[row];
        told[row] += one.tells[row];
        often[row] += one.often[row];
      });
      return one;
    });
    /**
     * How likely a term is meant.
     * @param {number} row
     * @param {number} fits
     * @param {unknown} whole
     */
    function likely(row, fits, whole) {
      const odds =
        (FITTED.share * said[row] + FITTED.often * often[row]) / all +
        FITTED.weight * Math.min(said[row], 4) +
        FITTED.fits * fits +
        FITTED.length * Math.min(Math.max(words.length - 4, 0), 4) -
        FITTED.none;
      const score = Math.max(
        0.95 / (1 + Math.exp(-odds / 3)),
        whole ? Math.min(1.6 * fits - 0.11, 0.6 + 0.34 * fits) : 0
      );
      return score < UNSURE || score < least / 2 ? 0 : score; // below half of the best it is not shown
    }
    // no label fits better than all that is said of its term: most are out before their labels are looked at
    const shown = said.map(
      (one, row) => one && likely(row, (0.91 * one * Math.sqrt(Math.sqrt(one / all))) / all, 1)
    );
    if (!isFound && !shown.some((one) => one >= least)) return;
    spreads.forEach(({options, weight}, i) => {
      for (const [entry, quality, how] of options) {
        for (const n of entry.labels) {
          if (!shown[rows[n]] || (met[n] >> i) & 1) continue;
          if (!met[n]) touched.push(n);
          found[n] += weight * quality;
          filled[n] += entry.weight;
          met[n] |= 1 << i;
          if (how === SLIP || how === SLIPS) bySlips[n] = 1;
          // a label begun with one word is known as a whole
          if (
            how > BEGUN_WORD ||
            (how && hides[n] && (how !== SLIP || words.length > 1)) ||
            (how === BEGUN_WORD && isOne)
          )
            doubts[n] = 1;
        }
      }
    });
    /**
     * How sure it is that a label or phrase is meant, by the words that it has and those that it lacks.
     * @param {number} n
     */
    function sureness(n) {
      const whole = filled[n] > 0.99 * weights[n];
      if (doubts[n] || words.length > 31 || !(whole || at[n])) return PERHAPS;
      let [strangest, telling] = [0, 0];
      /** @type {Spread[]} */
      const left = [];
      spreads.forEach((one, i) => {
        if ((met[n] >> i) & 1) telling += +(one.rest > LITTLE);
        else {
          strangest = Math.max(strangest, one.rest);
          if (!little.has(one.word)) left.push(one);
        }
      });
      if (hides[n] === CUT) {
        // the rest of the phrase has to stand in the term's other texts
        return left[0] && left.every(({has}) => has[rows[n]]) ? ALONE : PERHAPS;
      }
      if (whole && strangest <= LITTLE) return SURE;
      if (!at[n] || strangest > GENERAL) return PERHAPS;
      return whole || (strangest <= LITTLE && telling > 1) ? ALONE : PERHAPS;
    }
    for (const n of touched) {
      const share = found[n] / all;
      const label = at[n];
      const row = rows[n];
      const full = Math.min(1, filled[n] / weights[n]);
      const whole = label && full > 0.99;
      const named = whole && (read.asked || label.kind === ABBREVIATION || label.folded.includes(' '));
      const fits =
        share ** (named ? 1.3 : whole ? 1.5 : 1.9) * (label ? 0.52 + 0.38 * full : 0.45 + 0.34 * full);
      if (fits > fit[row]) {
        fit[row] = fits;
        fitting[row] = n;
      }
      sure[row] = Math.max(sure[row], sureness(n));
    }
    names.forEach((name, row) => {
      if (!shown[row]) return;
      const defined = told[row] / all;
      const fits = Math.max(fit[row], 0.55 * defined * defined);
      const n = fitting[row];
      const label = at[n];
      const whole = label && filled[n] > 0.99 * weights[n];
      const score = likely(row, fits, whole);
      if (!score) return;
      if (label && fits > 0.36) offer(label, score, bySlips[n] ? 'spelling' : REASONS[label.kind], sure[row]);
      else {
        const [entry, , how] = (!sure[row] && !words[1] && spreads[0].options[0]) || [];
        const reason = entry && !how && entry.defined.includes(row) ? 'mentioned' : 'described';
        offer(name, score, sure[row] && bySlips[n] ? 'spelling' : reason, sure[row]);
      }
    });
  }

  // ---- ranking

  /**
   * Labels a few slips away as a whole; abbreviations and codes only as a guess.
   * @param {Index} index
   * @param {string[]} words
   * @param {number} most
   * @param {boolean} [guess]
   */
  function nearest(index, words, most, guess = false) {
    const joined = words.join('');
    const known = words.filter(index.isEnglish);
    const bits = letters(joined);
    /** @type {Found[]} */
    const found = [];
    for (const label of index.labels) {
      const {row, kind, code, joined: other, bits: own} = label;
      const longer = other.length - joined.length;
      const half = guess && longer > 0 && joined.length > 5;
      if (
        -longer > most ||
        (!half && (longer > most || moreThan(most, own & ~bits))) || // most are of another length
        moreThan(most, bits & ~own)
      )
        continue;
      if (!guess && (kind === ABBREVIATION || code || /\d/.test(other))) continue;
      const slips = edits(
        joined,
        other.slice(0, joined.length + most),
        half ? slightly(joined.length) : most,
        half
      );
      if (slips > most) continue;
      const others = label.folded.split(' ');
      const sure = +(
        slips < 2 &&
        known.every((word) => others.includes(word)) &&
        others.every((word) => word.length > 3 || words.includes(word)) &&
        !half &&
        kind !== ABBREVIATION &&
        !code &&
        joined.length > 4 &&
        !isTurned(joined, other)
      );
      const score = (longer > most ? 0.7 : 0.8) - slips / joined.length;
      found.push({row, label, score, reason: 'spelling', sure});
    }
    return found;
  }

  /**
   * Best first; ties go to the lower level, then to the term that more terms lean on.
   * @param {Index} index
   * @param {Found[]} found
   */
  function inOrder({behind, mentions}, found) {
    return found.sort(
      (a, b) =>
        Math.round(1000 * (b.score - a.score)) ||
        behind[a.row] - behind[b.row] ||
        mentions[b.row] - mentions[a.row] ||
        a.label.text.length - b.label.text.length ||
        a.row - b.row
    );
  }

  /**
   * Terms for a text as a whole; where nothing reaches `least`, those a few letters away.
   * @param {Index} index
   * @param {string} text
   * @param {Reader} read
   * @param {number} [least]
   * @returns {Found[]}
   */
  function rank(index, text, read, least = THRESHOLD) {
    const folded = spelled(text);
    const words = folded.split(' ');
    const given = words.filter(isWord).map((word) => (NEGATED.test(word) ? 'not' : word));
    const telling = tongue.joined?.(given, (word) => index.byStem.has(stem(word))) || given;
    const joined = words.join('');
    /** @type {Map<number, Found>} */
    const best = new Map();
    if (!joined) return [];
    /** @type {Offer} */
    function offer(label, fits, reason, sure = PERHAPS) {
      const {row} = label;
      const score = fits - (fits < 0.96 ? index.behind[row] : 0);
      const known = best.get(row);
      if (known) sure = known.sure = Math.max(sure, known.sure);
      if (!known || score > known.score) best.set(row, {row, label, score, reason, sure});
    }
    const same = wholes(index, words);
    for (const label of same) {
      // "cors" is CORS before several COR
      const other = label.joined !== joined && same.some((one) => one.joined === joined) ? 0.005 : 0;
      offer(label, WHOLE[label.kind] - other, REASONS[label.kind], SURE);
    }
    const numbers = telling.filter((word) => !FAULT.test(word)).map(bare); // "404 error", "#404"
    const as = asKey(index.little, !numbers[1] && /\d/.test(numbers[0]) ? numbers : telling);
    const one = as.replace(/s\b/g, ''); // "fake IDs"
    for (const row of index.asked.get(as) || index.asked.get(one) || index.meaning?.typed(as) || []) {
      offer(index.names[row], ASKED, 'asked', SURE);
    }
    const typed = telling.join(' ');
    // a word by itself, and not half of one: "abandoned car" is no cart
    const isEnglish = index.isEnglish(telling[telling.length - 1] || '');
    /** @param {Label} label */
    function begins(label) {
      const boundary = label.folded.startsWith(`${folded} `);
      if (!label.joined.startsWith(joined) || (same[0] && !boundary)) return; // "sla" is no slamming
      const open =
        (telling.length < 2
          ? isEnglish || typed.length < 3 || !label.folded.startsWith(folded)
          : !boundary && isClose(isEnglish, joined, label.joined)) ||
        (label.kind === ABBREVIATION ? typed.length < 4 : read.shouted);
      offer(label, BEGUN[label.kind] + +boundary * 0.015, REASONS[label.kind], open ? PERHAPS : SURE);
    }
    if (!joined[1]) index.labels.forEach(begins);
    for (let label = index.begun.get(joined.slice(0, 2)); label; label = label.near) begins(label);
    for (const label of (joined[1] && index.first.get(joined)) || []) {
      offer(label, label.kind === NAME ? 0.9 : 0.88, 'first letters');
    }
    const all = () => Array.from(best.values());
    const isFound = () => all().some(({score}) => score >= least);
    if (joined.length > 2 && telling.some((word) => !index.little.has(word)) && !isSign(text))
      byWords(index, regroup(index, telling), read, least, offer, isFound());
    if (!isFound()) best.clear();
    if (!all().some(({sure}) => sure) && joined.length > 5 && !index.isEnglish(joined)) {
      // slips in short words and spaces: "first cll resolution"
      for (const {label, score, reason, sure} of nearest(index, words, joined.length < 12 ? 1 : 2))
        offer(label, score, reason, sure);
    }
    return inOrder(index, all());
  }

  /**
   * "n/a", "c/o", "w/", "*67", "???": small words with signs are themselves, and no other word.
   * @param {string} text
   */
  const isSign = (text) => /[^\p{L}\p{N}\s.,'’?!-]/u.test(text) && !/[\p{L}\p{N}]{4}/u.test(text);

  /** What people type beside the number of a code. */
  const FAULT = /^(?:codes?|err|errors?|faults?|http|messages?|no|number|status)$/;

  // ---- questions

  /**
   * The first of some forms that a text has.
   * @param {Form[]} forms
   * @param {string} text
   */
  const formIn = (forms, text) => forms.find(([form]) => form.test(text));

  /**
   * "How do I calculate CSAT" is csat, formula. No label is taken apart, nor what people type for a term.
   * @param {Index} index
   * @param {string} text
   */
  function subject(index, text) {
    let folded = spelled(text);
    /** @type {Facet} */
    let facet = '';
    const {parts, rewrite, told, tells, asks} = index.questions;
    if (formIn(tells, folded) && formIn(told, folded)) {
      facet = 'say';
      for (const [form] of told) folded = folded.replace(form, '');
    }
    for (const [form, instead] of rewrite) folded = folded.replace(form, instead);
    const words = folded.split(' ').filter(Boolean);
    /** @param {string} word */
    function isAround(word) {
      const part = formIn(parts, word);
      if (part && (!facet || facet === 'here')) facet = /** @type {Facet} */ (part[1]);
      return part || index.around.has(word);
    }
    let [start, end] = [0, words.length];
    const more = () => start < end && !isKnown(index, words.slice(start, end));
    while (more() && isAround(words[start])) start++;
    while (more() && words[end - 1].length > 2 && isAround(words[end - 1])) end--; // less may be half a word
    const dropped = [...words.slice(0, start), ...words.slice(end)];
    return {
      text: words.slice(start, end).join(' '),
      facet,
      // "what is the point of triage", but not "triage point"
      asks:
        facet || formIn(asks, folded) || dropped.every((word) => index.little.has(word) || formIn(asks, word))
    };
  }

  const DIFFERENCE = /\b(?:diff(?:erence)?s?|comparison|compare(?!d)|distinguish)(?: between| of)?\b/gi;
  const AGAINST =
    /\s+(?:vs?\.?|versus|compared (?:to|with)|differ(?:s|ent)? (?:from|to|than)|(?:is )?(?:the )?same (?:thing )?as)(?:\s+|$)/i;
  const BESIDE = /\s+(?:and|or|&|\+|instead of|rather than)\s+|\s*[,/]\s*/i;

  /**
   * Labels that go on after these words.
   * @param {Index} index
   * @param {string} start
   */
  function goingOn(index, start) {
    const found = [];
    for (let label = index.begun.get(start.slice(0, 2)); label; label = label.near)
      if (label.folded.startsWith(`${start} `)) found.push(label);
    return found;
  }

  /**
   * The labels that words are made of, if of nothing else: "nps csat"; "pending on hold" go on alike.
   * @param {Index} index
   * @param {string[]} words
   * @returns {string[][]}
   */
  function labelsIn(index, words) {
    /** @param {string[]} part */
    const known = (part) => isKnown(index, part);
    if (known(words)) return [words];
    if (words.length > 12) return [];
    for (let end = Math.min(words.length - 1, 6); end > 0; end--) {
      const rest = known(words.slice(0, end)) ? labelsIn(index, words.slice(end)) : [];
      if (rest[0]) return [words.slice(0, end), ...rest];
    }
    for (let end = 1; end < words.length; end++) {
      const [one, other] = [words.slice(0, end), words.slice(end)];
      // what a name goes on with: "ticket" in "pending ticket" and "on-hold ticket"
      for (const {folded} of goingOn(index, one.join(' '))) {
        const both = [one, other].map((half) => half.concat(folded.split(' ').slice(end)));
        if (wholes(index, both[1])[0]) return both;
      }
    }
    return [];
  }

  /**
   * What ranks for each of several terms in a query.
   * @param {Index} index
   * @param {string} query
   * @param {Reader} read
   * @param {number} sure that it is one label as a whole
   */
  function sideBySide(index, query, read, sure) {
    const asked = query.replace(tongue.difference, ' ');
    const strong = asked !== query || tongue.against.test(asked);
    const words = asked
      .replace(/([a-z]{3})(\d)\b/gi, '$1 $2')
      .split(tongue.against.test(asked) ? tongue.against : tongue.beside)
      .filter(fold)
      .flatMap((part) => {
        // "important customer" may be what people type
        const both = [spelled(part), subject(index, part).text].map((text) => text.split(' ').filter(isWord));
        return (sure !== SURE && both.map((one) => labelsIn(index, one)).find((one) => one[1])) || [both[1]];
      })
      .filter(([word]) => word);
    /** @param {string[][]} parts */
    const ranked = (parts) =>
      parts.map((part) => {
        // "warm vs cold transfer": one part lends the other a word
        const lent = [
          part,
          part.concat(parts[parts.length - 1].slice(1)),
          parts[0].slice(0, -1).concat(part)
        ];
        const whole = lent.find((one) => wholes(index, one)[0]);
        return rank(index, (whole || part).join(' '), read);
      });
    // "refund chargebck": beside a label another with a slip
    const [one, other] = words;
    for (let end = 1; end < 5 && !sure && !other && one?.[end]; end++) {
      const halves = [one.slice(0, end), one.slice(end)];
      const both = halves.filter((half) => isKnown(index, half)).length === 1 ? ranked(halves) : [[]];
      if (both.every(([best]) => best?.sure && (best.score > 0.96 || best.reason === 'spelling')))
        return both;
    }
    if (!other && !strong) return [];
    const least = isSign(query) ? 0.95 : strong ? 0.5 : 0.9;
    const clear = ranked(words).filter(([best]) => best?.sure || best?.score > least);
    return strong || clear.length === words.length ? clear : [];
  }

  // ---- the language

  /** Forms of English; data/language.js has those of another language. @type {Tongue} */
  const ENGLISH = {
    kin: ENDING,
    asked: /^\s*(?:how|wh(?:at|o|en|y|ere))/i,
    difference: DIFFERENCE,
    against: AGAINST,
    beside: BESIDE
  };
  let tongue = ENGLISH;

  // ---- the lookup

  /** @param {LookupData} data @returns {Lookup} */
  function createLookup(data) {
    learn(data);
    const index = buildIndex(data);
    /** @type {Map<string, Readings>} */
    const memory = new Map();
    let taken = 0;

    /**
     * Takes in more of what there is of the data, for about so many milliseconds; how much is taken in: 1 labels,
     * 2 phrases too, 3 definitions too.
     * @type {Lookup['take']}
     */
    function take(most) {
      const now = index.take(performance.now() + most);
      if (now > taken) prepare(true); // so that no key waits for it
      taken = now;
      return taken;
    }

    /**
     * Makes the index ready for a query: with all that there is of the data, or `now`, with what it has.
     * @param {boolean} [now]
     */
    function prepare(now) {
      if (!now) take(Infinity);
      if (index.weigh()) memory.clear();
    }

    /** @param {number} row */
    const slug = (row) => data.slugs[row] || fold(data.names[row]).replace(/ /g, '-');
    const pairs = data.contrasts.split(',').map((text) => text.split(' '));
    /** Whether readers confuse the terms of two rows. @type {(a: number, b: number) => boolean} */
    const confused = (a, b) => (pairs[Math.min(a, b)] || []).includes(String(Math.abs(a - b)));

    /** @param {Found} found @param {Facet} facet @param {number[]} beside @returns {Result} */
    function result({row, label, score, reason, sure}, facet, beside) {
      return {
        slug: slug(row),
        row,
        score: Math.round(1000 * score) / 1000,
        label: label.text,
        reason,
        chosen: sure > PERHAPS,
        facet,
        contrast: beside.includes(row) ? beside.filter((other) => confused(row, other)).map(slug) : [],
        shared: wholes(index, [label.joined]).some((other) => other.row !== row)
      };
    }

    /**
     * Reads the words of a query; each is compared with the whole vocabulary, so only once.
     * @param {string} query
     * @returns {Reader}
     */
    function reader(query) {
      const mayBeHalf = !/\s$/.test(query);
      const shouted = query === query.toUpperCase();
      /** @param {string} word @param {boolean} isLast */
      function read(word, isLast) {
        const half = mayBeHalf && isLast;
        const firm = index.short.has(word) || (shouted && word.length < 6);
        const key = word + half + firm;
        if (memory.size > 50) memory.clear();
        const known = memory.get(key) || readWord(index, word, half, firm);
        memory.set(key, known);
        return known;
      }
      read.asked = tongue.asked.test(query);
      read.shouted = shouted && query.trim().length < 6 && /[a-z]/i.test(query);
      return read;
    }

    /**
     * The first of each term.
     * @param {Found[]} found
     */
    function unique(found) {
      const rows = new Set();
      return found.filter(({row}) => rows.size < rows.add(row).size);
    }

    /**
     * Terms with what may stand chosen: what is sure, and what is likely where it stands alone and no other is nearly as
     * likely.
     * @param {Found[]} found
     */
    function choose(found) {
      const alone = found.filter(({sure}) => sure).length < 2;
      for (const one of found) {
        if (
          one.sure === ALONE &&
          (!alone || found.some((other) => other !== one && other.score > one.score - 0.05))
        )
          one.sure = PERHAPS;
      }
      return found.sort((a, b) => +!a.sure - +!b.sure);
    }

    /**
     * First for each part of a query what it alone means, where it means a family as well: "t1 t2" are two tiers.
     * @param {Found[][]} ranks
     */
    function apart(ranks) {
      return ranks.map((rank) => {
        const others = ranks.filter((other) => other !== rank).flat();
        const own = rank.find(
          ({row, sure, score}) =>
            sure && score > rank[0].score - 0.005 && !others.some((other) => other.sure && other.row === row)
        );
        return own ? unique([own, ...rank]) : rank;
      });
    }

    /**
     * Two parts of names mean the one pair that readers confuse, or that goes on alike: "pending or on hold" are
     * kinds of ticket, though "pending" begins other names too.
     * @param {Found[][]} ranks
     */
    function paired(ranks) {
      if (ranks.length !== 2 || ranks.every(([best]) => best?.score > 0.96)) return ranks;
      const [ones, others] = ranks.map((rank) => rank.filter(({score}) => score > 0.85));
      /** @param {Found} found */
      const kind = ({label}) => label.folded.split(' ').slice(1).join();
      const pairs = ones.flatMap((one) =>
        others
          .filter((other) => confused(one.row, other.row) || (kind(one) && kind(one) === kind(other)))
          .map((other) => [one, other])
      );
      if (pairs.length !== 1) return ranks;
      return ranks.map((rank, i) => [pairs[0][i], ...rank.filter((one) => one !== pairs[0][i])]);
    }

    /**
     * Beside a sure answer only its near neighbours, otherwise few guesses.
     * @param {string} text
     * @param {Found[]} found
     * @param {number[]} beside
     */
    function ended(text, found, beside) {
      const [top] = found;
      const joined = stemmed(spelled(text).split(' '));
      /** @param {Found} one */
      function isNear({row, label, score, sure}) {
        if (sure) return true;
        if (beside.length) return beside.includes(row);
        if (index.short.has(joined)) return label.folded.split(' ').includes(joined);
        if (label.joined.includes(joined)) return true;
        if (!top.sure) return score > top.score / 2;
        return /asked|described/.test(top.reason)
          ? score > top.score - 0.1
          : label.joined.includes(top.label.joined);
      }
      return found.filter(isNear).filter(({sure, score}, i) => sure || score > 0.9 || top.sure || i < 3); // guesses are few
    }

    /** What a query means, best first; nothing where nothing is near. @type {Lookup['search']} */
    function search(query, {limit = 8, now} = {}) {
      prepare(now);
      const text = query.slice(0, 200).replace(/\b[ap]\.m\b/g, ''); // an hour is no short form
      const read = reader(text);
      let found = choose(rank(index, text, read));
      const [best] = found;
      /** @type {Facet} */
      let facet = '';
      /** @type {number[]} */
      let beside = [];
      if (best?.reason !== 'asked' && !(best?.score >= 0.96)) {
        const own = spelled(text).split(' ');
        let ranks = apart(paired(sideBySide(index, text, read, best?.sure).map(choose)));
        const isJoined = [tongue.beside, tongue.against, tongue.difference].some((form) => text.match(form));
        if (!ranks[0] && !best?.sure && own.length === 2) {
          // "merge split": what two names that readers confuse begin with, or what people type
          const halves = paired(own.map((half) => choose(rank(index, half, read))));
          const [one, other] = halves.map(([best]) =>
            best?.score + index.behind[best?.row] > 0.95 ? best.row : -1
          );
          if (confused(one, other)) ranks = halves;
        }
        // what people type for the likeliest, with a name in it: "customer wants manager"
        if (
          !isJoined &&
          ranks.some(([one]) => one.reason === 'asked' && one.row === best?.row) &&
          ranks.some(([one]) => one.reason === 'name')
        )
          ranks = [];
        const core = subject(index, text);
        if (ranks.length) {
          const tops = unique(ranks.map(([best]) => best));
          beside = tops.map(({row}) => row);
          // "return ticket" may be one thing, which is not here, and so may "pci slot"
          const isOne = !isJoined && own[own[2] ? 'every' : 'some'](index.isEnglish);
          for (const one of tops) {
            if (beside.some((row) => confused(row, one.row))) one.sure ||= ALONE;
            else if (isOne) one.sure = PERHAPS;
          }
          found = unique(tops.concat(...ranks.map((rank) => rank.filter(({score}) => score > 0.97))));
        } else {
          facet = core.facet;
          const other =
            core.text && core.text !== text.trim().toLowerCase() ? choose(rank(index, core.text, read)) : [];
          if (!core.asks) for (const one of other) one.sure = PERHAPS;
          if (!best?.sure && !core.text && !facet) found = [];
          const [one] = other;
          if (one && (one.sure || !facet) && !((one.sure - best?.sure || one.score - best?.score) <= 0))
            found = other;
        }
      }
      if (!found[0]) found = guesses(text, read);
      found = ended(text, found, beside);
      const [top] = found;
      // from 0.9 on a label begins so
      if (index.meaning && !facet && !beside.length && !top?.sure && !(top?.score >= 0.9)) {
        found = index.meaning.join(text, found, (asked) => rank(index, asked, read, UNSURE), index, read);
      }
      return found.slice(0, limit).map((one) => result(one, facet, beside));
    }

    /**
     * Names a few letters away, and terms of which too little is said to be sure.
     * @param {string} text
     * @param {Reader} read
     */
    function guesses(text, read) {
      const words = spelled(text).split(' ');
      const joined = words.join('');
      const near =
        index.isEnglish(joined) || isSign(text) || /\d/.test(joined)
          ? []
          : inOrder(index, nearest(index, words, slipsIn(joined.length), true));
      if (read.shouted) return near.filter(({label}) => label.kind === ABBREVIATION);
      return unique(choose(near.concat(rank(index, text, read, GUESS))));
    }

    /**
     * "Did you mean": what is near enough to name where nothing is found.
     * @type {Lookup['near']}
     */
    function near(query, {limit = 5, now} = {}) {
      prepare(now);
      const text = query.slice(0, 200);
      const words = spelled(text).split(' ');
      const joined = words.join('');
      const found = joined[1] ? nearest(index, words, Math.ceil(joined.length / 3), true) : [];
      return unique(inOrder(index, found.concat(rank(index, text, reader(text), UNSURE))))
        .slice(0, limit)
        .map((one) => result(one, '', []));
    }

    /** Terms that have a text as a label, or as what people type for them. @type {Lookup['known']} */
    function known(text) {
      prepare();
      const words = spelled(text).split(' ').filter(isWord);
      const labels = wholes(index, words);
      return labels.length ? labels.map(({row}) => row) : index.asked.get(asKey(index.little, words)) || [];
    }

    return {
      search,
      near,
      take,
      known,
      /** From now on meaning is asked too. */
      understand(given) {
        index.meaning = given;
      }
    };
  }

  Object.assign(glossary, /** @type {LookupScript} */ ({fold, spelled, stem, key, verb, createLookup}));
})();
