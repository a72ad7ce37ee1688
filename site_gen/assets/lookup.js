/*
 * The lookup's ranker: which terms does a person mean who types this?
 *
 *   const lookup = glossary.createLookup(data);
 *   lookup.search('what does fcr stand for', {limit: 8});
 *
 * A query is compared with every label, the better the way the higher the score:
 *   1.00  it is the label (spelling, plural, spaces and accents aside)
 *   0.9   the label begins with it, or has these first letters
 *   0.8   its words are the label's words, in any order, begun, or with a slip
 *   0.6   its words stand in what people type for the term, or in the definition
 * Questions are read for their subject and the part asked for; "a or b" for both its terms.
 * What stays under THRESHOLD is no answer: the list is empty.
 *
 * No DOM and no dependency. `fold` and `stem` do what site_gen/names.py does (tests/tables/fold.json).
 */
var glossary = glossary || {};

(function () {
  'use strict';

  /**
   * What site_gen/lookup.py writes: one column per field, one row per term.
   * @typedef {Object} Data
   * @property {string[]} names
   * @property {string[]} slugs  '' where the slug is the folded name with hyphens
   * @property {string[][]} abbreviations
   * @property {string[][]} aliases
   * @property {string[][]} formerly
   * @property {string[][]} discouraged
   * @property {string[][]} searchAs  what people type who do not know the name; never shown
   * @property {string} levels  a letter a term: e(ssential) w(orking) s(pecialist) r(eference) d(eprecated)
   * @property {number[]} mentions  how many terms lean on it
   * @property {number[]} codes  rows of the terms whose labels are tags, macros or error codes
   * @property {number[][]} contrasts  pairs of rows
   * @property {string[]} [definitions]
   *
   * @typedef {Object} Result
   * @property {string} slug
   * @property {number} row  of the term in the data
   * @property {number} score  0 to 1
   * @property {string} label  what matched, as shown; the name where that is not for showing
   * @property {string} reason  see REASONS
   * @property {string} facet  the part asked for: formula, example, here, say, or ''
   * @property {string[]} contrast  slugs of the other terms in the query that this one is confused with
   * @property {boolean} shared  several terms have this very label
   */

  var KINDS = ['name', 'abbreviations', 'aliases', 'formerly', 'discouraged', 'searchAs'];
  var REASONS = ['name', 'abbreviation', 'alias', 'earlier name', 'discouraged', 'described'];
  var NAME = 0, ABBREVIATION = 1, ALIAS = 2, HIDDEN = 5;
  var LEVELS = 'ewsrd';
  var BEHIND = [0, 0.004, 0.008, 0.04, 0.05]; // by level, for all but whole labels
  var THRESHOLD = 0.4;

  // ---- words ------------------------------------------------------------------------------------

  /** names.fold: words in lower case with single spaces; accents, apostrophes, signs go, & is and. */
  function fold(text) {
    var plain = text;
    if (/[^\x00-\x7f]/.test(plain)) {
      plain = plain.replace(/[®™©℠]/g, '').toLowerCase().replace(/ß/g, 'ss').normalize('NFKD');
      plain = plain.replace(/\p{M}/gu, '').replace(/ς/g, 'σ');
    }
    plain = plain.toLowerCase();
    if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(plain)) return plain;
    return plain.replace(/['’‘ʼ`´]/g, '').replace(/&/g, ' and ').replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  }

  var PLURALS = [['sses', 'ss'], ['ches', 'ch'], ['shes', 'sh'], ['xes', 'x'], ['zzes', 'zz'], ['ies', 'y'],
    ['ss', 'ss'], ['us', 'us'], ['is', 'is'], ['s', '']];
  var BRITISH = [['programme', 'program'], ['fulfilment', 'fulfillment'], ['isation', 'ization'],
    ['ising', 'izing'], ['ised', 'ized'], ['iser', 'izer'], ['ise', 'ize'], ['yse', 'yze'], ['yser', 'yzer'],
    ['ogue', 'og'], ['oured', 'ored'], ['ouring', 'oring'], ['our', 'or'], ['tre', 'ter'], ['ence', 'ense'],
    ['elling', 'eling'], ['elled', 'eled']];

  function withEnding(word, table) {
    for (var i = 0; i < table.length; i++) {
      if (word.endsWith(table[i][0])) return word.slice(0, word.length - table[i][0].length) + table[i][1];
    }
    return word;
  }

  /** names.stem: a folded word without its plural and in American spelling. */
  function stem(word) {
    if (word.length > 3) word = withEnding(word, PLURALS);
    if (word.length > 4) word = withEnding(word, BRITISH);
    return word;
  }

  /** What the forms of a word share: "leaving" and "leave", "escalate" and "escalation". */
  function root(word) {
    var short = word.replace(ENDING, '').replace(/[eiy]+$/, '').replace(/([bdglmnprt])\1$/, '$1');
    return short.length < 3 ? word : short;
  }
  var ENDING = /(?:ations?|ating|ated?|ators?|ings?|ions?|ers?|ors?|ed|es|ly|ments?|ness|ity|an[ct]e?|able|al)$/;

  /** How many slips a word of this length may hold. */
  function slipsIn(length) {
    return length < 4 ? 0 : length < 6 ? 1 : length < 12 ? 2 : 3;
  }

  /** The letters of a word as bits: words that differ in many letters need no closer look. */
  function letters(word) {
    var bits = 0;
    for (var i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 32);
    return bits;
  }

  function count(bits) {
    var n = 0;
    for (; bits; n++) bits &= bits - 1;
    return n;
  }

  var rows = [new Uint8Array(66), new Uint8Array(66), new Uint8Array(66)];

  /**
   * Edits (with transposition of neighbours) from `a` to `b`; with `begun`, to the nearest beginning of `b`.
   * Anything above `most` may be returned as `most + 1`.
   */
  function edits(a, b, most, begun) {
    if (a.length > 64 || b.length > 64) return most + 1;
    var before = rows[0], last = rows[1], now = rows[2], j;
    for (j = 0; j <= b.length; j++) last[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var least = now[0] = i;
      for (j = 1; j <= b.length; j++) {
        var same = a[i - 1] === b[j - 1];
        var cost = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && !same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        now[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      var spare = before; before = last; last = now; now = spare;
    }
    if (!begun) return last[b.length];
    return Math.min.apply(null, last.subarray(0, b.length + 1));
  }

  // ---- the index --------------------------------------------------------------------------------

  /** Words that say little: they weigh next to nothing. */
  var STOP = new Set(('a about again all also am an and any are as at be been being but by can could did do does ' +
    'each for from get gets got had has have he her him his how i if in into is it its just let like me more most ' +
    'much my no not of on one or our out own s she should so some such t than that the their them then there these ' +
    'they this those to too up us very was we were what when where which while who whom why will with would you ' +
    'your').split(' '));
  var LITTLE = 0.06;

  /** @param {Data} data */
  function buildIndex(data) {
    var index = {
      levels: Array.from(data.levels, function (letter) { return LEVELS.indexOf(letter); }),
      mentions: data.mentions,
      names: [], // the label of each row's name
      labels: [], // {n, row, kind, text, folded, joined, code, stems, weight}
      whole: new Map(), // stems of a label, joined -> labels
      first: new Map(), // first letters -> labels
      short: new Set(), // abbreviations
      words: new Map(), // written form -> {text, stem, bits, visible}
      stems: [], // {labels, rows, defined, weight}: in which labels, terms and definitions
      byStem: new Map(), // stem -> its place in stems
      byRoot: new Map() // root -> places in stems
    };
    var codes = new Set(data.codes);
    data.names.forEach(function (name, row) {
      KINDS.forEach(function (column, kind) {
        var texts = kind === NAME ? [name] : data[column][row] || [];
        texts.forEach(function (text) { addLabel(index, row, kind, text, codes.has(row)); });
      });
      if (data.definitions) addDefinition(index, row, data.definitions[row]);
    });
    weigh(index, data.names.length);
    return index;
  }

  function addLabel(index, row, kind, text, ofCode) {
    var folded = fold(text), words = folded.split(' '), stems = words.map(stem);
    var label = {n: index.labels.length, row: row, kind: kind, text: text, folded: folded, joined: words.join(''),
      code: isCode(text, ofCode), stems: [], weight: 0};
    index.labels.push(label);
    if (kind === NAME) index.names.push(label);
    push(index.whole, stems.join(''), label);
    if (kind === ABBREVIATION) {
      index.short.add(label.joined);
      push(index.whole, label.joined + 's', label); // KPIs, APIs: `stem` takes them for words in -is
    }
    if (label.code) return; // found whole or begun, never by its parts
    if (words.length > 1 && kind !== HIDDEN) addFirstLetters(index, words, label);
    words.forEach(function (word, i) {
      var place = addWord(index, word, stems[i], kind !== HIDDEN, kind === ABBREVIATION);
      label.stems.push(place);
      pushNew(index.stems[place].labels, label);
      pushNew(index.stems[place].rows, row);
    });
  }

  /** A tag, macro, channel or error code: one token with more than letters, or code with digits. */
  function isCode(text, ofCode) {
    return ofCode ? /\d/.test(text) || /^\S*[^\s\p{L}]\S*$/u.test(text) : /^\S*[_#:@\\]\S*$/.test(text);
  }

  function addFirstLetters(index, words, label) {
    var all = words.map(function (word) { return word[0]; }).join('');
    var main = words.filter(function (word) { return !STOP.has(word); }).map(function (word) { return word[0]; }).join('');
    push(index.first, all, label);
    if (main.length > 1 && main !== all) push(index.first, main, label);
  }

  function addDefinition(index, row, text) {
    fold(text).split(' ').forEach(function (word) {
      var entry = index.stems[addWord(index, word, null, false, false)];
      pushNew(entry.rows, row);
      pushNew(entry.defined, row);
    });
  }

  /** The place of a word's stem. Slips lead only to visible words without a digit, never to abbreviations. */
  function addWord(index, text, stemmed, visible, short) {
    var word = index.words.get(text);
    if (!word) {
      if (stemmed === null) stemmed = stem(text);
      var place = index.byStem.get(stemmed);
      if (place === undefined) {
        place = index.stems.length;
        index.byStem.set(stemmed, place);
        index.stems.push({labels: [], rows: [], defined: [], weight: 0});
        if (!short) push(index.byRoot, root(stemmed), place);
      }
      index.words.set(text, word = {text: text, stem: place, bits: letters(text), visible: false, slips: false});
    }
    if (visible) word.visible = true;
    if (visible && !short && text.length > 3 && !/\d/.test(text)) word.slips = true;
    return word.stem;
  }

  /** Rare words tell more: a weight between 0 and 1 by the share of terms that have the word. */
  function weigh(index, terms) {
    index.stems.forEach(function (entry) {
      entry.weight = Math.log(1 + terms / Math.max(1, entry.rows.length)) / Math.log(1 + terms);
    });
    index.words.forEach(function (word) { if (STOP.has(word.text)) index.stems[word.stem].weight = LITTLE; });
    index.labels.forEach(function (label) {
      label.stems.forEach(function (place) { label.weight += index.stems[place].weight; });
    });
  }

  function push(map, key, value) {
    var list = map.get(key);
    if (list) list.push(value); else map.set(key, [value]);
  }

  function pushNew(list, value) {
    if (list[list.length - 1] !== value) list.push(value);
  }

  // ---- one typed word ---------------------------------------------------------------------------

  var NUMBERS = {'1st': 'first', '2nd': 'second', '3rd': 'third', one: '1', two: '2', three: '3'};

  /**
   * The stems that a typed word may stand for, the best first: [[place, quality 0 to 1, by slips], ...].
   * `half`: it may be unfinished; `firm`: it is an abbreviation, so it has no slips.
   */
  function readWord(index, word, half, firm) {
    var found = new Map();
    function offer(place, quality, slips) {
      var known = found.get(place);
      if (place !== undefined && !(known && known[1] >= quality)) found.set(place, [place, quality, !!slips]);
    }
    offer(index.byStem.get(stem(word)), 1);
    offer(index.byStem.get(NUMBERS[word]), 0.97);
    if (word.length > 4) (index.byRoot.get(root(stem(word))) || []).forEach(function (place) { offer(place, P.root); });
    var most = firm || /\d/.test(word) ? 0 : slipsIn(word.length), mostBegun = Math.min(most, slipsIn(word.length - P.begunLess));
    var bits = letters(word);
    index.words.forEach(function (known) {
      var text = known.text;
      if (text.startsWith(word)) {
        if (known.visible || word.length > 3) offer(known.stem, (half ? 0.82 : 0.72) + 0.16 * word.length / text.length);
      } else if (most && known.slips && count(bits & ~known.bits) <= most) {
        var slips = slipsTo(word, bits, known, Math.min(most, slipsIn(text.length)));
        if (slips) offer(known.stem, slips, true);
        if (half && text.length > word.length && mostBegun) {
          var begun = edits(word, text, mostBegun, true);
          if (begun <= mostBegun) offer(known.stem, 0.95 * slipped(begun, word), true);
        }
      }
    });
    return Array.from(found.values()).sort(function (a, b) { return b[1] - a[1]; });
  }

  function slipsTo(word, bits, known, most) {
    if (Math.abs(known.text.length - word.length) > most || count(known.bits & ~bits) > most) return 0;
    var slips = edits(word, known.text, most, false);
    return slips > most ? 0 : slipped(slips, word);
  }

  /** How well a word with slips fits: a slip in a short word leaves little to go by. */
  function slipped(slips, word) {
    return 0.9 - P.slip * slips / Math.pow(word.length, 1.5);
  }

  // ---- a query's words against labels and terms -------------------------------------------------

  var P = glossary._P = {thr: 0.38, lab: 0.3, own: 0.3, root: 0.86, full: 1.5, slip: 2.2, a: 7.6, b: 1.9, c: 6.5, strange: 0.7, power: 2, vis: 0.54, visD: 0.38, hid: 0.4, hidD: 0.4, row: 0.6, hidF: 0.95, defF: 0.8, begunLess: 1, cut: 0.5};

  /** Written apart or together as the corpus has it: "on boarding" is one word, "livechat" two. */
  function regroup(index, words) {
    function knows(word) { return index.byStem.has(stem(word)); }
    var out = [];
    for (var i = 0; i < words.length; i++) {
      var word = words[i], next = words[i + 1];
      if (next && knows(word + next) && !(knows(word) && knows(next))) { out.push(word + next); i++; continue; }
      if (!knows(word) && word.length > 5) {
        for (var cut = 3; cut < word.length - 2; cut++) {
          if (knows(word.slice(0, cut)) && knows(word.slice(cut)) && !knows(word)) {
            out.push(word.slice(0, cut)); word = word.slice(cut);
            break;
          }
        }
      }
      out.push(word);
    }
    return out;
  }

  /**
   * Offers every label and term that shares words with the query.
   * A label scores by how much of the query it covers and how much of it the query fills. A term scores by
   * all that is said of it together: a probability fitted to the tuning half of benchmarks/data/lookup, from
   * the share of the query that is found and from how much was found at all.
   */
  function byWords(index, words, read, offer) {
    var labels = new Map(), rows = new Map(), all = 0;
    words.forEach(function (word, place) {
      var stems = read(word, place === words.length - 1);
      var weight = STOP.has(word) ? LITTLE : stems.length ? index.stems[stems[0][0]].weight : P.strange;
      all += weight;
      stems.forEach(function (pair) {
        var entry = index.stems[pair[0]], quality = pair[1];
        entry.labels.forEach(function (label) {
          var seen = labels.get(label);
          if (!seen) labels.set(label, seen = {place: -1, found: 0, filled: 0, slips: false});
          if (seen.place !== place) {
            seen.place = place;
            seen.found += weight * quality;
            seen.filled += entry.weight;
            seen.slips = seen.slips || pair[2];
          }
          best(label.row, place, weight * quality * (label.kind === HIDDEN ? P.hidF : 1));
        });
        entry.defined.forEach(function (row) { best(row, place, weight * quality * P.defF); });
      });
    });
    function best(row, place, worth) {
      var seen = rows.get(row);
      if (!seen) rows.set(row, seen = {place: -1, worth: 0, found: 0});
      if (seen.place !== place) { seen.place = place; seen.worth = 0; }
      if (worth > seen.worth) { seen.found += worth - seen.worth; seen.worth = worth; }
    }
    labels.forEach(function (seen, label) {
      var filled = Math.min(1, seen.filled / label.weight), hidden = label.kind === HIDDEN, row = rows.get(label.row);
      var full = !hidden && filled > 0.99, named = full && (label.kind === ABBREVIATION || label.stems.length > 1);
      var fit = Math.pow(seen.found / all, named ? P.full : P.power) * (hidden ? P.hid + P.hidD * filled : P.vis + P.visD * filled);
      if (fit > (row.fit || 0)) { row.fit = fit; row.label = label; row.slips = seen.slips; row.full = full; }
    });
    rows.forEach(function (seen, row) {
      var odds = P.a * seen.found / all + P.b * Math.min(seen.found, 4) - P.c;
      var score = P.row / (1 + Math.exp(-odds)) + P.lab * (seen.fit || 0);
      if (seen.full) score = Math.max(score, seen.fit);
      if (seen.fit > P.own) offer(seen.label, score, seen.slips ? 'spelling' : REASONS[seen.label.kind]);
      else offer(index.names[row], score, 'described');
    });
  }

  var WHOLE = [1, 1, 0.99, 0.985, 0.985, 0.95]; // by kind of label
  var BEGUN = [0.94, 0.935, 0.93, 0.92, 0.92, 0.56];

  /** The terms for the words as they stand, best first: [{row, label, score, reason}]. */
  function rank(index, text, read) {
    var folded = fold(text), words = folded.split(' '), joined = words.join(''), best = new Map();
    if (!joined) return [];
    function offer(label, score, reason) {
      if (score < WHOLE[HIDDEN]) score -= BEHIND[index.levels[label.row]];
      var known = best.get(label.row);
      if (known && score <= known.score) return;
      best.set(label.row, {row: label.row, label: label, score: score, reason: reason});
    }
    wholes(index, words).forEach(function (label) { offer(label, WHOLE[label.kind], REASONS[label.kind]); });
    index.labels.forEach(function (label) {
      if (!label.joined.startsWith(joined) || (label.kind === HIDDEN && joined.length < 4)) return;
      var boundary = label.folded.startsWith(folded + ' ') ? 0.015 : 0;
      offer(label, BEGUN[label.kind] + (label.kind === HIDDEN ? 0.2 * joined.length / label.joined.length : boundary), REASONS[label.kind]);
    });
    (index.first.get(joined) || []).forEach(function (label) {
      offer(label, label.kind === NAME ? 0.9 : 0.88, 'first letters');
    });
    if (joined.length > 2) byWords(index, regroup(index, words), read, offer);
    var found = Array.from(best.values()).filter(function (one) { return one.score >= P.thr; });
    if (!found.length && joined.length > 5) {
      found = nearest(index, joined, Math.min(2, slipsIn(joined.length)), false);
    }
    return inOrder(index, found);
  }

  function wholes(index, words) {
    var labels = index.whole.get(words.map(stem).join('')) || [], plain = index.whole.get(words.join('')) || [];
    return labels.concat(plain.filter(function (label) { return labels.indexOf(label) < 0; }));
  }

  /** Labels at most so many slips away as a whole; abbreviations only where the reader is asked. */
  function nearest(index, joined, most, asked) {
    var bits = letters(joined), found = [];
    index.labels.forEach(function (label) {
      if (label.kind === HIDDEN || (!asked && (label.kind === ABBREVIATION || label.code || /\d/.test(label.text)))) return;
      if (Math.abs(label.joined.length - joined.length) > most || count(letters(label.joined) & ~bits) > most) return;
      var slips = edits(joined, label.joined, most, false);
      if (slips <= most) found.push({row: label.row, label: label, score: 0.8 - slips / joined.length, reason: 'spelling'});
    });
    return found;
  }

  /** Ties go to the lower level of specialism, then to the term that more terms lean on. */
  function inOrder(index, found) {
    return found.sort(function (a, b) {
      return Math.round(1000 * (b.score - a.score)) || index.levels[a.row] - index.levels[b.row] ||
        index.mentions[b.row] - index.mentions[a.row] || a.label.text.length - b.label.text.length || a.row - b.row;
    });
  }

  // ---- questions --------------------------------------------------------------------------------

  function table(lists) {
    var out = new Map();
    Object.keys(lists).forEach(function (name) {
      lists[name].split(' ').forEach(function (word) { out.set(word, name); });
    });
    return out;
  }

  /** Words around the subject of a question; those that name a part of the term say which. */
  var AROUND = table({
    frame: 'a abbreviation about acronym am an anyone are as can could count counts define defined definition describe ' +
      'did do does exactly explain explained for give had has have how i important is it just know me mean meaning means ' +
      'meant my need of please point purpose remind s shall should show stand standing stands t tell term that the there ' +
      'this to understand use used was we were what whats when where which who why word words work works would you your',
    formula: 'calculate calculated calculates calculating calculation calculator computation compute computed equation ' +
      'formula formulas measure measured measuring measurement',
    example: 'example examples instance sample samples scenario scenarios',
    here: 'goal goals here our ours policy target targets threshold us',
    say: 'phrase phrasing phrased say saying script wording'
  });
  var REWRITE = [
    [/\b(?:full|short|long) form\b/g, 'meaning'], [/\bin (?:simple|plain|other) (?:words|terms|english)\b/g, ''],
    [/\bwork(?:ed|ing)? out\b/g, 'calculate'], [/\bin practice\b/g, 'example'],
    [/^what do (?:you|we|they) call\b/, ''], [/^how (?:do|should|must) we\b/, 'our']
  ];
  var PERSON = '(?:(?:the|a|an|my|our) )?(?:customers?|clients?|callers?|users?)';
  var TOLD = new RegExp('\\btell(?:ing)? ' + PERSON + '\\b|\\b(?:to|with|for) ' + PERSON + '\\b|^' + PERSON + ' (?=wording|phras)', 'g');

  /**
   * The subject of a question and the part of the term it asks for: "how do I calculate CSAT" is
   * {text: 'csat', facet: 'formula'}. What is a label as it stands is not taken apart.
   */
  function subject(index, text) {
    var folded = fold(text), facet = '';
    if (/\b(?:say|tell|telling|explain|word|wording|phrase|phrasing|put)\b/.test(folded) && TOLD.test(folded)) {
      facet = 'say';
      folded = folded.replace(TOLD, '');
    }
    REWRITE.forEach(function (pair) { folded = folded.replace(pair[0], pair[1]); });
    var words = folded.split(' ').filter(Boolean);
    function strip(place) {
      while (words.length && AROUND.has(words[place(words)]) && !wholes(index, words).length) {
        var part = AROUND.get(words.splice(place(words), 1)[0]);
        if (part !== 'frame' && (!facet || facet === 'here')) facet = part;
      }
    }
    strip(function (list) { return list.length - 1; });
    strip(function () { return 0; });
    return {text: words.join(' '), facet: facet};
  }

  // ---- several terms in one query ---------------------------------------------------------------

  var DIFFERENCE = /\b(?:(?:what(?:'|’)?s|what is|tell me) the )?(?:differences?|comparison|compare(?!d)|distinguish|distinction)(?: between| of)?\b/gi;
  var AGAINST = /\s+(?:vs?\.?|versus|compared (?:to|with)|differs? from|different (?:from|to|than)|(?:is )?the same (?:thing )?as|instead of|rather than)(?:\s+|$)/i;
  var BESIDE = /\s+(?:and|or|&)\s+|\s*[,\/]\s*/i;

  /** The terms that a query sets side by side, each ranked by itself; [] where it names one. */
  function sideBySide(index, query, read) {
    var asked = query.replace(DIFFERENCE, ' ').trim(), strong = asked !== query.trim() || AGAINST.test(asked);
    var parts = asked.split(AGAINST.test(asked) ? AGAINST : BESIDE).filter(function (part) { return fold(part); });
    if (parts.length < 2 && !strong) return [];
    var words = parts.map(function (part) { return subject(index, part).text.split(' '); });
    words = words.filter(function (part) { return part[0]; });
    var ranks = words.map(function (part) {
      // "warm vs cold transfer", "customer service or support": one part may lend the other a word
      var shared = [part, part.concat(words[words.length - 1].slice(1)), words[0].slice(0, -1).concat(part)];
      var whole = shared.find(function (list) { return wholes(index, list).length; });
      return rank(index, (whole || part).join(' '), read);
    });
    var clear = ranks.filter(function (one) { return one.length && one[0].score > (strong ? 0.5 : 0.9); });
    return strong || clear.length === parts.length ? clear : [];
  }

  /** First the best of each part, then what else is near. */
  function braid(ranks) {
    var rows = new Set(), out = [];
    function add(one) {
      if (one && !rows.has(one.row)) { rows.add(one.row); out.push(one); }
    }
    ranks.forEach(function (one) { add(one[0]); });
    ranks.forEach(function (one) { one.forEach(add); });
    return out;
  }

  // ---- the lookup -------------------------------------------------------------------------------

  /**
   * @param {Data} data
   * @returns {{search: function(string, {limit: number}=): Result[], near: function(string, {limit: number}=): Result[]}}
   */
  function createLookup(data) {
    var index = buildIndex(data), pairs = new Set(), memory = new Map();
    (data.contrasts || []).forEach(function (pair) { pairs.add(pair.join()).add(pair.slice().reverse().join()); });

    function slug(row) { return data.slugs[row] || fold(data.names[row]).replace(/ /g, '-'); }

    function result(found, facet, tops) {
      var row = found.row, label = found.label, hidden = label.kind === HIDDEN || found.reason === 'described';
      return {
        slug: slug(row), row: row, score: Math.round(1000 * found.score) / 1000,
        label: hidden ? data.names[row] : label.text, reason: found.reason, facet: facet,
        contrast: tops.indexOf(found) < 0 ? [] : tops.filter(function (top) { return pairs.has(row + ',' + top.row); }).map(function (top) { return slug(top.row); }),
        shared: !hidden && wholes(index, label.folded.split(' ')).some(function (other) { return other.row !== row && other.kind !== HIDDEN; })
      };
    }

    /** Reading a word looks at the whole vocabulary; while somebody types, all words but the last are known. */
    function reader(query) {
      var half = !/\s$/.test(query), shouted = query === query.toUpperCase();
      return function (word, isLast) {
        var firm = index.short.has(word) || (shouted && word.length < 6), key = word + (half && isLast) + firm;
        if (memory.size > 200) memory.clear();
        if (!memory.has(key)) memory.set(key, readWord(index, word, half && isLast, firm));
        return memory.get(key);
      };
    }

    /** Terms that the query means, best first; empty where nothing is near enough. */
    function search(query, options) {
      var read = reader(query), found = rank(index, query, read), facet = '', tops = [];
      if (!(found.length && found[0].score >= WHOLE[HIDDEN])) {
        var ranks = sideBySide(index, query, read), core = subject(index, query);
        if (ranks.length) {
          found = braid(ranks);
          tops = found.slice(0, ranks.length);
        } else {
          facet = core.facet;
          var other = core.text ? rank(index, core.text, read) : [];
          var guess = other.length && other[0].reason === 'described' && facet;
          if (!core.text && !facet && found.length && found[0].reason === 'described') found = [];
          if (other.length && !guess && (!found.length || other[0].score > found[0].score)) found = other;
        }
      }
      var least = found.length ? found[0].score * P.cut : 0;
      return found.filter(function (one) { return one.score >= least; }).slice(0, options && options.limit || 8)
        .map(function (one) { return result(one, facet, tops); });
    }

    /** "Did you mean": the nearest names and abbreviations, for when `search` finds nothing. */
    function near(query, options) {
      var joined = fold(query).replace(/ /g, ''), most = Math.max(1, Math.ceil(joined.length / 3)), rows = new Set();
      return inOrder(index, joined.length > 1 ? nearest(index, joined, most, true) : []).filter(function (one) {
        return !rows.has(one.row) && rows.add(one.row);
      }).slice(0, options && options.limit || 5).map(function (one) { return result(one, '', []); });
    }

    return {search: search, near: near};
  }

  glossary.fold = fold;
  glossary.stem = stem;
  glossary.createLookup = createLookup;
})();
