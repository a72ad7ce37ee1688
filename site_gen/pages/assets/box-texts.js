/*
 * What the box does with the longer texts of lookup-texts.js: it copies what may be said to a customer, one
 * sentence or one for each channel, and shows what tells two terms apart. Loaded with them, when asked for.
 */
(() => {
  'use strict';

  const {root, make, button, copied, t} = glossary;

  /**
   * Copies the sentence for customers of a term, or tells why there is none.
   * @type {BoxTexts['say']}
   */
  function say(one, box) {
    const {say: sentence, says, internal} = glossary.texts?.sayings[one.slug] || {};
    const done = copied(t('texts.copied', {sentence: sentence || ''}), sentence || '');
    if (sentence) box.take(sentence, withMark(done, one.trust));
    else if (says) takeOne(says, 0);
    else box.report(internal ? t('texts.inside', {why: internal}) : t('texts.none'));

    /**
     * Copies what is said in one channel, and offers the others.
     * @param {[string, string][]} all
     * @param {number} place
     */
    function takeOne(all, place) {
      const [channel, sentence] = all[place];
      const others = all.map(([other], at) =>
        button([t('texts.copy_for', {channel: other})], () => takeOne(all, at))
      );
      const done = copied(t('texts.copied_for', {channel, sentence}), sentence);
      box.take(
        sentence,
        withMark(done, one.trust),
        others.filter((_, at) => at !== place)
      );
    }
  }

  /**
   * A sentence that nobody at the desk has approved is handed over with its mark.
   * @param {string} done
   * @param {Trust | null} trust
   */
  function withMark(done, trust) {
    return trust && trust.mark !== 'approved' ? `${done} · ${trust.sign} ${trust.words}` : done;
  }

  /**
   * What tells two terms apart; null where nobody has written it.
   * @type {BoxTexts['difference']}
   */
  function difference(slug, other) {
    const pair = [slug, other].sort().join('-vs-');
    const text = glossary.texts?.differences[pair];
    if (!text) return null;
    const link = make('a', {href: `${root}compare.html#${pair}`}, [t('texts.side_by_side')]);
    const label = t('texts.difference');
    const isNeeded = labelled(label, text) !== text;
    return make('p', {}, [isNeeded ? make('strong', {}, [label]) : null, ` ${text} `, link]);
  }

  /**
   * A sentence behind its label; alone where it says itself what the label says.
   * @param {string} label "The difference:"
   * @param {string} text
   */
  function labelled(label, text) {
    const words = label.replace(/\W+$/u, '').toLocaleLowerCase();
    return text.toLocaleLowerCase().startsWith(words) ? text : `${label} ${text}`;
  }

  glossary.boxTexts = {say, difference, labelled};
})();
