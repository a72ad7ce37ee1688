/*
 * What lookup.js does otherwise in languages other than English.
 * Stands in assets/lookup-data.js of such a site alone; the patterns come with the data, from site_gen/language.
 */
globalThis.glossary = globalThis.glossary || {};

/**
 * @param {Tongue} english
 * @param {Pick<LookupData, 'stems' | 'rewrites' | 'forms' | 'rings'>} data
 * @returns {Tongue}
 */
glossary.tongue = (english, data) => {
  const {rewrites = [], forms} = data;
  if (!forms) return english;
  /** @type {Record<string, string>} */
  const FLAGS = {difference: 'giu', asked: 'iu', against: 'iu', beside: 'iu'};
  /** @type {Record<string, RegExp | undefined>} */
  const own = Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [name, new RegExp(form, FLAGS[name] || 'u')])
  );
  /** @param {string} pair */
  const inTwo = (pair) => /** @type {[string, string]} */ (pair.split('>'));
  const ways = rewrites.map(([form, instead]) => /** @type {const} */ ([new RegExp(form, 'g'), instead]));
  /** Stems of words that may stand for others; they come with what people type. @type {Set<string> | undefined} */
  let rings;
  const ringed = () => {
    if (!rings && data.rings) rings = new Set(data.rings.split(/[ ,]/).map((word) => glossary.stem(word)));
    return rings || new Set();
  };
  const {after = '', known = ''} = forms;
  /** What the site's own words come to where no ending tells it. @type {Map<string, string>} */
  const told = new Map();
  if (after) for (const pair of data.stems[0].split(' ')) told.set(...inTwo(pair));
  const stems = new Set([...told.values(), ...known.split(' ')]);
  const endings = after.split(' ');
  /**
   * The stem of the site that a word may have which the site does not have; the word, where there is none.
   * @param {string} word
   * @returns {string}
   */
  function ended(word) {
    if (!after || told.has(word) || stems.has(word)) return word;
    for (const known of [stems, told]) {
      const end = endings.find((one) => word.endsWith(one) && known.has(word.slice(0, -one.length)));
      if (end) return word.slice(0, -end.length);
    }
    const rest = own.elided ? word.replace(own.elided, '') : word;
    return rest === word ? word : told.get(rest) || ended(rest);
  }

  return {
    ...english,
    ...own,

    /** A word as it is compared, however its letters are typed. */
    spelt: (word) => ways.reduce((one, [form, instead]) => one.replace(form, instead), ended(word)),

    /** Verbs whose first part stands apart, as one word where that is known: "setze … zurück" is zurücksetzen. */
    joined(words, knows) {
      let out = words;
      for (const part of words.filter((word) => own.separable?.test(word))) {
        const verb = out.find((word) => word !== part && knows(part + word));
        if (verb)
          out = out.filter((word) => word !== part).map((word) => (word === verb ? part + verb : word));
      }
      return out;
    },

    /**
     * The two known words that a compound is made of, "s" or "n" between them or not; the first as long as can be.
     * Where only its end is known, that and what stands before it: "uniaccount" is an account, unless the whole is
     * a slip of a known word: "stundneplan". Last where only its beginning is known: "reisepassverlängerung".
     */
    halves(word, knows, words, edits) {
      if (!own.separable || ringed().has(glossary.stem(word))) return [];
      /** @param {string} one */
      function isKnown(one) {
        const stem = glossary.stem(one);
        const kin = glossary.stem(stem.replace(own.kin || '', '')); // "entsperrung" is known where "entsperren" is
        const known =
          knows(one) || ringed().has(stem) || (kin.length > 3 && (knows(kin) || ringed().has(kin)));
        return stem.length > 2 && known; // "pw" stands for a longer word
      }
      for (let end = word.length - 3; end > 1; end--) {
        const start = word.slice(0, end);
        const first = [start, start.replace(/(?:s|en?)$/, '')].find(isKnown);
        if (first && isKnown(word.slice(end))) return [first, word.slice(end)];
      }
      const bare = glossary.stem(word);
      const short = (/** @type {string} */ one) => one.replace(own.kin || '', '');
      // "abgemeldet" is a form of "Abmeldung"
      if (short(bare).length > 4 && words.some(({text}) => short(text) === short(bare))) return [];
      const most = bare.length > 7 ? 2 : 0;
      const isNear = (/** @type {{text: string, visible: boolean}} */ {text, visible}) =>
        Math.abs(text.length - bare.length) < 6 &&
        edits(bare, visible ? glossary.stem(text) : text, most) <= most;
      if (most && words.some(isNear)) return [];
      for (let end = 3; end < word.length - 4; end++) {
        if (isKnown(word.slice(end))) return [word.slice(0, end), word.slice(end)];
      }
      for (let end = word.length - 5; end > 5; end--) {
        const start = word.slice(0, end);
        const first = [start, start.replace(/(?:s|en?)$/, '')].find(
          (one) => one.length > 5 && words.some(({text, visible}) => visible && text === one)
        );
        if (first) return [first, word.slice(end)];
      }
      return [];
    },

    /** Whether one word is the end of the other, so that a compound may be a kind of it: "Netzwerkdrucker". */
    isEnd: (word, text) =>
      own.separable !== undefined &&
      word.length !== text.length &&
      Math.min(word.length, text.length) > 4 &&
      (text.endsWith(word) || word.endsWith(text))
  };
};

(() => {
  'use strict';

  // Where words find nothing, English asks what they mean (assets/meaning-data.js). Here the nearest terms are shown
  // as a guess instead, from this score on; below it most are about something else.
  const PERHAPS = 0.3;
  const SHOWN = 3;
  /** That of lookup.js, once it is there. @type {Glossary['createLookup'] | undefined} */
  let ranker = glossary.createLookup;

  /** @param {LookupData} data @returns {Lookup} */
  function createLookup(data) {
    const lookup = /** @type {Glossary['createLookup']} */ (ranker)(data);
    if (!data.forms) return lookup;
    return {
      ...lookup,
      search(query, options = {}) {
        const found = lookup.search(query, options);
        if (found.length) return found;
        const near = lookup.near(query, {...options, limit: SHOWN});
        return near.filter(({reason, score}) => reason !== 'spelling' && score >= PERHAPS);
      }
    };
  }

  // Some pages load this script before lookup.js.
  Object.defineProperty(glossary, 'createLookup', {
    configurable: true,
    get: () => ranker && createLookup,
    set: (made) => {
      ranker = made;
    }
  });
})();
