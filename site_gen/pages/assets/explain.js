/*
 * Explain this text: known terms in a pasted ticket become links with their definition; capitals that nobody
 * explained are listed. The text stays in this page's memory: no address, no history, no storage.
 */
// This page loads the script by itself, before those that every page loads at its end.
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  /** @typedef {{stem: string, written: string, start: number, end: number}} WrittenWord */
  /** @typedef {{words: WrittenWord[], row: number, exact: boolean, written: string}} KnownLabel */
  /** @typedef {{row: number, start: number, end: number, plain: boolean, asked: boolean}} Mention */
  /**
   * Labels by their stems in one, those in two words by the form of either, words that have signs, abbreviations in
   * small letters, the forms of words that many definitions have, and stems in what people type for many terms.
   * @typedef {{byStems: Map<string, KnownLabel[]>, halves: Map<string, KnownLabel[]>, signed: Set<string>,
   *   shorts: Set<string>, own: Set<string>, worn: Set<string>} & Common} Known
   */
  /**
   * Stems of words in labels that English uses every day, their forms, and those of all that it uses often.
   * @typedef {{stems: Set<string>, everyday: Set<string>, often: Set<string>}} Common
   */

  const INVISIBLE = '\\u00ad\\u200c-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
  const UNSEEN = new RegExp(`[${INVISIBLE}]`, 'g');
  // Scripts without spaces, and Korean particles behind a noun, as site_gen/text/words.py has them.
  const ALONE =
    '\\u3041-\\u309f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}' +
    '\\u0e01-\\u0e30\\u0e32\\u0e33\\u0e40-\\u0e46\\u0e81-\\u0eb0\\u0eb2\\u0eb3\\u0ebd-\\u0ec6' +
    '\\u1000-\\u102a\\u103f\\u1050-\\u1055\\u1780-\\u17b3';
  const KATAKANA = '\\u30a1-\\u30fa\\u30fc-\\u30ff';
  const PARTICLE =
    '(?:들|님)?(?:이|가|은|는|을|를|의|에|로|으로|와|과|도|만|나|이나|께|께서|에게|에서|한테|까지|부터|보다|처럼|마다' +
    '|조차|이라고|라고|입니다|이다|이며|이고)?(?:는|도|만|의)?';
  const LETTER = `(?![${ALONE}${KATAKANA}가-힣])[\\p{L}\\p{N}][\\p{M}${INVISIBLE}]*`;
  // Words with the signs that belong to them, as site_gen/text/words.py has them.
  const WORD = new RegExp(
    '(?<![\\p{L}\\p{N}_.])(?:\\p{L}\\.){2,}(?:\\p{L}(?![\\p{L}\\p{N}_]))?' +
      '|(?<![\\p{L}\\p{N}_-])(?:[A-Z0-9]{1,2}[-−]{1,2}|[A-Z]{1,2}\\*)(?![\\p{L}\\p{N}_-])(?! (?:and|or)\\b)' +
      '|(?:(?<![\\p{L}\\p{N}_.])\\.(?=[\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}_+#%@$€£¥°])[+#%@$€£¥°]+(?=[\\p{L}\\p{N}]))?' +
      `(?:${LETTER})+(?:['’ʼ][\\p{L}\\p{N}\\p{M}]+|(?<=\\p{Nd})[.:](?=\\p{Nd})[\\p{L}\\p{N}]+)*` +
      '(?:\\s?%(?![\\p{L}\\p{N}_])|[+#%@$€£¥°]+)?|&|/|№' +
      `|(?<![가-힣])[가-힣]{2,}?(?=${PARTICLE}(?![가-힣]))|[가-힣]+|[${ALONE}]\\p{M}*|(?:[${KATAKANA}]\\p{M}*)+`,
    'gu'
  );
  const GAP = /^(?:[\s\-‐‑–]{0,3}|[.,])$/;
  const IN_PHRASE = /^[\s\-‐‑–]{0,3}$/;
  // Addresses and tags are no words; each letter becomes a blank, so that all others stay where they are.
  const NO_PROSE = /<\/?[a-z][^<>]{0,300}>|\b[a-z]{2,8}:\/\/\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/gi;
  const SIGNS = /^[+#%@$€£¥°]+|[+#%@$€£¥°*-]+$/g;
  const LONGEST = 120; // letters of a label
  const EVERYDAY = /^\p{L}\p{Ll}*$/u; // what may be an everyday word; "2FA", "C#" and "iPhone" are none
  const RARE = 1; // definitions that have a word which tells a term by itself
  const OWN = 0.06; // the share of definitions that have a word which is the field's own
  const PHRASE = 4; // words of what people type
  const WORN = 0.01; // the share of terms from which on a word of what people type for them tells little,
  const FEW = 3; // but not of so few
  const AROUND = 3; // words from the last word of a name to its first
  /** What stands before the state that a thing is put to. */
  const PUT =
    /\b(?:mark(?:ed|s)?|moved?|puts?|sets?|switch(?:ed)?)(?: (?:it|them|this|that))?(?: back)?(?: (?:as|on|to))? $/i;
  const DENSE = 30; // so many words a term at most, and a text speaks the desk's language
  const SOON = 300; // milliseconds until a reader is told that the terms are on their way
  const {make, t} = glossary;

  /**
   * The words of a text, with where they stand.
   * @param {string} text
   * @returns {WrittenWord[]}
   */
  function wordsOf(text) {
    return Array.from(text.matchAll(WORD), ({0: found, index}) => wordAt(found, index));
  }

  /** @param {string} found @param {number} start @returns {WrittenWord} */
  function wordAt(found, start) {
    const written = found.replace(UNSEEN, '');
    return {stem: glossary.key(written) || written, written, start, end: start + found.length};
  }

  /**
   * The words of what somebody wrote: signs count only where a label has them, not those of Markdown ("#csat").
   * @param {string} text
   * @param {Known} known
   */
  function proseOf(text, {signed}) {
    return wordsOf(text.replace(NO_PROSE, (part) => ' '.repeat(part.length))).map((word) => {
      const bare = word.written.replace(SIGNS, '');
      if (!bare || bare === word.written || signed.has(word.stem)) return word;
      return wordAt(bare, word.start + word.written.indexOf(bare));
    });
  }

  /**
   * What the forms of a word have in common, apart from every stem.
   * @param {string} word
   */
  const formOf = (word) => `~${glossary.verb(glossary.stem(glossary.fold(word)))}`;

  /**
   * Every label by its stems in one; abbreviations and names in capitals count only as written.
   * @param {LookupData} data
   * @returns {Known}
   */
  function labels(data) {
    /** @type {Map<string, KnownLabel[]>} */
    const byStems = new Map();
    /** @type {Set<string>} */
    const signed = new Set();
    /** @param {string} text @param {number} row @param {boolean} abbreviation */
    function add(text, row, abbreviation) {
      const words = wordsOf(text);
      const letters = words.map(({stem}) => stem).join('');
      const written = whole(words);
      for (const word of words) if (word.written.replace(SIGNS, '') !== word.written) signed.add(word.stem);
      const exact = abbreviation || /^\p{Lu}+$/u.test(written);
      const label = {words, row, exact, written};
      /** @param {string} as */
      const keep = (as) => byStems.set(as, [...(byStems.get(as) || []), label]);
      if (letters) keep(letters);
      // "escalated" is Escalation; in short words too little is left
      if (words.length === 1 && !exact && letters.length > 2) keep(formOf(words[0].written));
    }
    for (const [row, name] of data.names.entries()) add(name, row, false); // ahead of all other labels
    for (const row of data.names.keys()) {
      for (const text of data.abbreviations[row]) add(text, row, true);
      const others = [data.aliases[row], data.formerly[row], data.discouraged[row], data.inSources[row]];
      for (const text of others.flatMap((texts) => texts || [])) add(text, row, false);
    }
    const said = countOf(data.definitions || []);
    const own = new Set(
      Array.from(said.keys()).filter((form) => (said.get(form) || 0) >= OWN * data.names.length)
    );
    const shorts = new Set(data.abbreviations.flat().map((text) => text.toLowerCase()));
    const worn = wornIn(data);
    return {byStems, halves: addParts(byStems, said), signed, shorts, own, worn, ...commonIn(data.english)};
  }

  /** @param {string} text */
  const stemsOf = (text) => glossary.fold(text).split(' ').map(glossary.stem);

  /**
   * The stems that stand in what people type for many terms, and words that tell little.
   * @param {LookupData} data
   */
  function wornIn({searchAs = [], little, names}) {
    /** @type {Map<string, number>} */
    const terms = new Map();
    for (const phrases of searchAs) {
      for (const stem of new Set(stemsOf(phrases))) terms.set(stem, (terms.get(stem) || 0) + 1);
    }
    const most = Math.max(FEW, WORN * names.length);
    const worn = Array.from(terms.keys()).filter((stem) => (terms.get(stem) || 0) > most);
    return new Set(worn.concat(stemsOf(little)));
  }

  /**
   * Whether words in which somebody may ask for a term tell of it in prose: one of them stands in a label of it, or is
   * typed for few terms. "death certificate" does, "send it back" and "people say" do not.
   * @param {Known} known
   * @param {string} part
   * @param {number} row
   */
  function isTold({worn}, part, row) {
    const {names, aliases, abbreviations} = glossary.data;
    const own = new Set([names[row], ...(aliases[row] || []), ...abbreviations[row]].flatMap(stemsOf));
    const little = new Set(stemsOf(glossary.data.little));
    return stemsOf(part).some((stem) => !worn.has(stem) || (own.has(stem) && !little.has(stem)));
  }

  /**
   * What the data says of English words in labels: those of every day stand in capitals, common ones begin so.
   * @param {string} english
   * @returns {Common}
   */
  function commonIn(english) {
    const words = english.split(' ').filter((word) => /^[A-Z]/.test(word));
    const daily = words.filter((word) => word === word.toUpperCase());
    return {
      stems: new Set(daily.map(glossary.key)),
      everyday: new Set(daily.map(formOf)),
      often: new Set(words.map(formOf))
    };
  }

  /**
   * Whether a word is of everyday English and none of the field: "process", but not "ticket".
   * @param {Known} known
   * @param {string} written
   */
  const isEveryday = ({stems, own}, written) => stems.has(glossary.key(written)) && !own.has(formOf(written));

  /**
   * Whether a word by itself may mean a name of two or more words in which it stands: "scorecard", and "transferred"
   * for a call transfer, but not "third" for a third party, nor "market" for a marketing email.
   * @param {Known} known
   * @param {KnownLabel} label
   * @param {string} written
   */
  function tells({everyday, often, own}, {words}, written) {
    const form = formOf(written);
    /** @type {(word: WrittenWord) => boolean} */
    const isIt = (word) => formOf(word.written) === form;
    if (
      everyday.has(form) ||
      (!/ing$/.test(written) && words.some((word) => isIt(word) && /ing$/.test(word.written)))
    )
      return false;
    return !often.has(form) || words.some((word) => !isIt(word) && own.has(formOf(word.written)));
  }

  /**
   * Whether a word ends in "-ion" where a label has the word without it: "billion" is no bill.
   * @param {KnownLabel} label
   * @param {string} written
   */
  const isOther = ({words}, written) =>
    /ions?$/.test(written) && glossary.key(written.replace(/ions?$/, '')) === words[0].stem;

  /**
   * Whether a word in small letters is an abbreviation and an ending: "toss" are no ToS.
   * @param {Known} known
   * @param {string} written
   */
  const isShort = ({shorts}, written) => /^\p{Ll}+s$/u.test(written) && shorts.has(written.slice(0, -1));

  /**
   * In how many texts each word stands, in any form.
   * @param {string[]} texts
   */
  function countOf(texts) {
    /** @type {Map<string, number>} */
    const said = new Map();
    for (const text of texts) {
      for (const form of new Set(wordsOf(text).map(({written}) => formOf(written)))) {
        said.set(form, (said.get(form) || 0) + 1);
      }
    }
    return said;
  }

  /**
   * Adds what stands for a longer name by itself, and returns the names in two words by the form of either.
   * @param {Map<string, KnownLabel[]>} byStems
   * @param {Map<string, number>} said
   */
  function addParts(byStems, said) {
    /** @type {Map<string, KnownLabel[]>} */
    const halves = new Map();
    /** @type {Map<string, KnownLabel[]>} */
    const firsts = new Map();
    /** @param {Map<string, KnownLabel[]>} to @param {string} as @param {KnownLabel} label */
    const keep = (to, as, label) => to.set(as, [...(to.get(as) || []), label]);
    for (const label of new Set(Array.from(byStems.values()).flat())) {
      const {words, exact} = label;
      if (exact || words.length < 2) continue;
      // "wrap-up" for the wrap-up time
      const start = words
        .slice(0, -1)
        .map(({stem}) => stem)
        .join('');
      if (words.length === 3 && !byStems.has(start)) byStems.set(start, [label]);
      if (words[0].written.length > 2 && !said.has(formOf(words[0].written)))
        keep(firsts, words[0].stem, label);
      if (words.length > 2) continue;
      for (const form of words.map(({written}) => formOf(written)))
        if (form.length > 4) keep(halves, form, label);
    }
    /** @param {KnownLabel[]} those */
    const isOne = (those) => those.every(({row}) => row === those[0].row);
    // "aux" for the aux state
    for (const [stem, those] of firsts)
      if (isOne(those) && !byStems.has(stem)) byStems.set(`+${stem}`, those);
    // the telling word of a name in two words: "scorecard", "merge"; with "hours" too much else is meant
    for (const [form, those] of halves) {
      if (isOne(those) && (said.get(form) || 0) <= RARE && !byStems.has(form)) byStems.set(`+${form}`, those);
    }
    return halves;
  }

  /**
   * Whether nothing but blanks and the like stands between words.
   * @param {WrittenWord[]} words
   * @param {string} text
   */
  const inOne = (words, text) =>
    words.slice(1).every(({start}, i) => IN_PHRASE.test(text.slice(words[i].end, start)));

  /**
   * Words as they are written, without what may stand between them.
   * @param {WrittenWord[]} words
   */
  const whole = (words) => words.map(({written}) => written.replace(/\./g, '')).join('');

  /**
   * Whether a label stands in these words of the text. A name in one word is not put together from small ones.
   * @param {KnownLabel} label
   * @param {WrittenWord[]} words
   * @param {string} text
   */
  function isThere(label, words, text) {
    const gaps = words.slice(1).map(({start}, i) => text.slice(words[i].end, start));
    if (!gaps.every((gap) => GAP.test(gap))) return false;
    if (label.words.length < words.length && words[0].written.length < 4 && / /.test(gaps[0])) return false;
    const written = whole(words);
    return !label.exact || written === label.written || written.replace(/['’]?s$/, '') === label.written;
  }

  /**
   * The longest label that begins at a word of the text, and the word behind it.
   * @param {Map<string, KnownLabel[]>} byStems
   * @param {WrittenWord[]} words
   * @param {number} at
   * @param {string} text
   */
  function longestAt(byStems, words, at, text) {
    let letters = '';
    let best = null;
    for (let behind = at + 1; behind <= words.length && letters.length < LONGEST; behind++) {
      letters += words[behind - 1].stem;
      const label = byStems.get(letters)?.find((one) => isThere(one, words.slice(at, behind), text));
      if (label) best = {label, behind};
    }
    return best;
  }

  /**
   * The name of which the last word stands here and the first one near it, in the same sentence ("breach our SLA"),
   * the first one behind the last ("keep the ticket pending"), or the first one that something is put to ("sets
   * solved", "back to open").
   * @param {Known} known
   * @param {WrittenWord[]} words
   * @param {number} at
   * @param {string} text
   */
  function apartAt({halves}, words, at, text) {
    const form = formOf(words[at].written);
    const near = words.slice(Math.max(0, at - AROUND), at + AROUND + 1).filter(({start, end}) => {
      const between = text.slice(Math.min(end, words[at].end), Math.max(start, words[at].start));
      return start !== words[at].start && !/[.!?;:]\s|\n/.test(between);
    });
    const isPut = PUT.test(text.slice(Math.max(0, words[at].start - 40), words[at].start));
    const those = (halves.get(form) || []).filter(({words: [first, last]}) => {
      return formOf(last.written) === form
        ? near.some(({stem}) => stem === first.stem)
        : (isPut && first.stem === words[at].stem) ||
            near.some(({stem, end}) => stem === last.stem && end <= words[at].start);
    });
    return those.every(({row}) => row === those[0].row) ? those[0] : undefined;
  }

  /**
   * What of a text is known from one of its words on.
   * @param {Known} known
   * @param {WrittenWord[]} words
   * @param {number} at
   * @param {string} text
   * @returns {(Mention & {behind: number}) | null}
   */
  function mentionAt(known, words, at, text) {
    const {byStems} = known;
    const best = longestAt(byStems, words, at, text);
    const {start, end: first, written} = words[at];
    /** @param {number} row @param {number} behind @param {boolean} plain @param {boolean} asked */
    const from = (row, behind, plain, asked) => ({
      row,
      start,
      end: words[behind - 1].end,
      behind,
      plain,
      asked
    });
    for (let behind = Math.min(at + PHRASE, words.length); behind > (best?.behind || at); behind--) {
      const part = text.slice(start, words[behind - 1].end);
      if (/^[&/]|[&/]$|\n\n/.test(part) || !inOne(words.slice(at, behind), text)) continue;
      const [row] = glossary.ranker().known(part);
      const isOne = behind === at + 1;
      if (row === undefined || row === best?.label.row) continue; // "24/7 for" is no more than "24/7"
      if (!isOne && !isTold(known, part, row)) continue;
      // "to Sev 2" is no more than "Sev 2", nor "send it back to" than "send it back"
      const less = isOne
        ? []
        : [text.slice(words[at + 1].start, words[behind - 1].end), text.slice(start, words[behind - 2].end)];
      if (less.some((one) => glossary.ranker().known(one).includes(row))) continue;
      if (isOne && (whole([words[at]]).length < 4 || isEveryday(known, written))) continue;
      if (!isOne || !isShort(known, written)) return from(row, behind, isOne, true);
    }
    if (best && (best.behind > at + 1 || best.label.exact || !isEveryday(known, written)))
      return from(
        best.label.row,
        best.behind,
        best.behind === at + 1 && !best.label.exact && EVERYDAY.test(best.label.written),
        best.label.words.length > best.behind - at
      );
    const form = formOf(text.slice(start, first));
    const [named] = (written.length > 4 && byStems.get(form)) || [];
    const [part] = (written.length > 4 && byStems.get(`+${form}`)) || byStems.get(`+${words[at].stem}`) || [];
    const label =
      (named && !isOther(named, written) && !isEveryday(known, named.words[0].written) && named) ||
      (part && tells(known, part, written) && part) ||
      (written.length > 3 && apartAt(known, words, at, text));
    return label ? from(label.row, at + 1, true, label.words.length > 1) : null;
  }

  /**
   * The first mention of each term, and capitals that no term explains. Everyday words ("tone", "closed") are
   * terms only where the text has so many that it speaks the desk's language; a customer's letter does not.
   * @param {string} text
   * @param {Known} known
   */
  function termsIn(text, known) {
    const words = proseOf(text, known);
    /** @type {Map<number, Mention>} */
    const found = new Map();
    /** @type {Set<string>} */
    const unknown = new Set();
    for (let at = 0; at < words.length; ) {
      const mention = mentionAt(known, words, at, text);
      if (!mention && /^\p{Lu}[\p{Lu}\p{N}]{1,7}$/u.test(words[at].written)) unknown.add(words[at].written);
      if (mention && (!found.has(mention.row) || (found.get(mention.row)?.plain && !mention.plain))) {
        found.set(mention.row, mention);
      }
      at = mention ? mention.behind : at + 1;
    }
    const all = Array.from(found.values()).sort((a, b) => a.start - b.start);
    const dense = all.filter(({asked}) => !asked).length * DENSE >= words.length;
    return {found: all.filter(({plain, asked}) => dense || !(plain || asked)), unknown};
  }

  /**
   * The text as nodes, with a link at the first mention of each term.
   * @param {string} text
   * @param {Mention[]} found
   */
  function linked(text, found) {
    let done = 0;
    const nodes = found.flatMap(({row, start, end}) => {
      const href = glossary.address(glossary.term(row).slug);
      const before = text.slice(done, start);
      done = end;
      return [before, make('a', {class: 'gl-t', href}, [text.slice(start, end)])];
    });
    return [...nodes, text.slice(done)];
  }

  /**
   * The definitions of all terms found, to read beside the text and to copy as a whole.
   * @param {Term[]} terms
   * @param {(text: string) => void} tell
   */
  function definitions(terms, tell) {
    const entries = terms.flatMap((one) => [
      make('dt', {}, [make('a', {href: glossary.address(one.slug)}, [one.title])]),
      make('dd', {}, [one.definition])
    ]);
    const all = terms.map((one) => `${one.title}: ${one.definition}`).join('\n');
    const copy = glossary.button([t('explain.copy_all')], () => {
      glossary.toClipboard(all).then(
        () => tell(t('explain.copied', {n: terms.length})),
        () => tell(t('common.cannot_copy'))
      );
    });
    return [make('h2', {}, [t('explain.meanings')]), make('dl', {class: 'gl-explain__list'}, entries), copy];
  }

  /** No page waits for the terms: they come when the text does. */
  const load = () => glossary.need('names', 'searchAs', 'definitions');

  /** @param {Element} place */
  function start(place) {
    const area = make('textarea', {
      rows: '7',
      'aria-label': t('explain.label'),
      spellcheck: 'false',
      autocomplete: 'off',
      placeholder: t('explain.placeholder')
    });
    const status = make('p', {role: 'status', class: 'gl-explain__count'});
    const out = make('div', {class: 'gl-explain__text'});
    const rest = make('div', {class: 'gl-explain__rest'});
    /** @type {Known | null} */
    let known = null;
    /** @param {string} text */
    const tell = (text) => {
      status.textContent = text;
    };
    const clear = glossary.button([t('common.clear')], () => {
      area.value = '';
      refresh();
      area.focus();
    });
    async function refresh() {
      const waiting = setTimeout(() => area.value.trim() && tell(t('explain.loading')), SOON);
      try {
        await load();
      } catch {
        return tell(t('common.not_loaded'));
      } finally {
        clearTimeout(waiting);
      }
      known = known || labels(glossary.data);
      const {found, unknown} = termsIn(area.value, known);
      out.replaceChildren(...(found.length ? linked(area.value, found) : []));
      clear.hidden = !area.value;
      tell(area.value.trim() ? t('explain.explained', {n: found.length}) : '');
      const terms = found.map(({row}) => glossary.term(row));
      rest.replaceChildren(...(terms.length ? definitions(terms, tell) : []));
      if (!unknown.size) return;
      const names = Array.from(unknown).join(t('common.comma'));
      rest.append(make('h2', {}, [t('explain.unknown')]), make('p', {}, [names]));
    }
    clear.hidden = true;
    area.addEventListener('input', refresh);
    area.addEventListener('focus', () => {
      if (document.readyState === 'complete') load().catch(() => {}); // not for the focus that the page begins with
    });
    place.replaceChildren(area, clear, status, make('div', {class: 'gl-explain__both'}, [out, rest]));
    if (glossary.hasKeyboard()) area.focus({preventScroll: true}); // no keyboard over the page on a phone
  }

  /** The labels of data that is all there. @type {Known | null} */
  let every = null;

  /**
   * Terms and unknown short forms of a text, for a program that has all of the data.
   * @param {string} text
   */
  function explained(text) {
    every = every || labels(glossary.data);
    return termsIn(text, every);
  }

  Object.assign(glossary, {
    explained,
    termsIn: (/** @type {string} */ text) => termsIn(text, labels(glossary.data)).found
  });
  const place = document.querySelector('.gl-explain');
  if (place) start(place);
});
