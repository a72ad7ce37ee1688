/*
 * What lookup.js does otherwise in languages other than English.
 * Stands in assets/lookup-data.js of such a site alone; the patterns come with the data, from site_gen/language.
 */
globalThis.glossary = globalThis.glossary || {};

/**
 * @param {Tongue} english
 * @param {Pick<LookupData, 'rewrites' | 'forms'>} data
 * @returns {Tongue}
 */
glossary.tongue = (english, {rewrites = [], forms}) => {
  if (!forms) return english;
  /** @type {Record<string, string>} */
  const FLAGS = {difference: 'giu', asked: 'iu', against: 'iu', beside: 'iu'};
  /** @type {Record<string, RegExp | undefined>} */
  const own = Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [name, new RegExp(form, FLAGS[name] || 'u')])
  );
  const ways = rewrites.map(([form, instead]) => /** @type {const} */ ([new RegExp(form, 'g'), instead]));
  return {
    ...english,
    ...own,

    /** A word as it is compared, however its letters are typed. */
    spelt: (word) => ways.reduce((one, [form, instead]) => one.replace(form, instead), word),

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

    /** The two known words that a compound is made of, "s" or "n" between them or not; the first as long as can be. */
    halves(word, knows) {
      for (let end = word.length - 3; own.separable && end > 2; end--) {
        const start = word.slice(0, end);
        const first = [start, start.replace(/(?:s|en?)$/, '')].find((one) => one.length > 2 && knows(one));
        if (first && knows(word.slice(end))) return [first, word.slice(end)];
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
