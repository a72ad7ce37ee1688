/*
 * The questions of quiz-data.js as a quiz asks them. What is chosen and mixed hangs on a salt (a seed, or a
 * number of the day) and on what each question says itself, not on what else there is: one address gives a
 * whole class the same quiz, also after other terms have changed. Rows stand for terms, as in the lookup's
 * data:
 *
 *   meanings  [right row, wrong rows]                       which term is this?
 *   defines   [right row, wrong rows]                       what does this term mean?
 *   shorts    [right row, abbreviation, its name, wrong readings of the letters]
 *   scenes    [left row, right row, row that fits, text]     which of two confusable terms fits?
 *   computes  [row, formula, unit, [[part, meaning]], [[numbers, right, [[wrong, place in whys]]]]]
 */
(() => {
  'use strict';

  const COUNT = 10;
  const OPTIONS = 4;
  /** Of each kind at most so many, while there are others. @type {Record<string, number>} */
  const MOST = {scene: 3, compute: 2, short: 2, define: 2, meaning: COUNT};
  const NOTHING = {meanings: [], defines: [], shorts: [], scenes: [], computes: [], whys: []};
  const {studying} = glossary;

  /**
   * A number for a text, spread evenly (FNV-1a, its bits mixed once more).
   * @param {string} text
   */
  function hash(text) {
    let found = 0x811c9dc5;
    for (let at = 0; at < text.length; at++) found = Math.imul(found ^ text.charCodeAt(at), 0x01000193);
    found = Math.imul(found ^ (found >>> 15), 0x2c1b3c6d);
    found = Math.imul(found ^ (found >>> 12), 0x297a2d39);
    return (found ^ (found >>> 15)) >>> 0;
  }

  /**
   * A list in another order, which hangs on the salt and on each item's own key.
   * @template Item
   * @param {Item[]} list
   * @param {string} salt
   * @param {(item: Item) => string} key
   */
  function mixed(list, salt, key) {
    const keyed = list.map((item) => ({item, by: hash(`${salt} ${key(item)}`), key: key(item)}));
    keyed.sort((one, other) => one.by - other.by || (one.key < other.key ? -1 : 1));
    return keyed.map(({item}) => item);
  }

  /** @param {number} row */
  const slugOf = (row) => glossary.term(row).slug;

  /**
   * An answer that names a term.
   * @param {number} row
   * @param {boolean} right
   * @param {string} [text]
   * @returns {Answer}
   */
  function option(row, right, text) {
    return {row, right, text: text || glossary.term(row).title, why: ''};
  }

  /**
   * What tells two terms apart, in an editor's words; "" where nobody has said.
   * @param {number} one
   * @param {number} other
   */
  function difference(one, other) {
    return glossary.texts?.differences[[slugOf(one), slugOf(other)].sort().join('-vs-')] || '';
  }

  /**
   * Three wrong answers: those that an editor has told apart from the right one, then those of the set.
   * @param {number} row
   * @param {number[]} rows
   * @param {Set<number>} set
   * @param {string} salt
   */
  function wrongOf(row, rows, set, salt) {
    /** @param {number} other */
    const worth = (other) => (difference(row, other) ? 0 : 2) + (set.has(other) ? 0 : 1);
    const all = mixed(rows, salt, slugOf);
    return all.sort((one, other) => worth(one) - worth(other)).slice(0, OPTIONS - 1);
  }

  /**
   * The answers in the order of a salt.
   * @param {Answer[]} options
   * @param {string} salt
   */
  function placed(options, salt) {
    return mixed(options, salt, ({text}) => text);
  }

  /** @param {MeaningRow} from @param {Set<number>} set @param {string} salt @returns {Question} */
  function meaningOf(from, set, salt) {
    const [row, rivals] = from;
    const wrong = wrongOf(row, rivals, set, salt).map((other) => option(other, false));
    const options = placed([...wrong, option(row, true)], salt);
    return {kind: 'meaning', row, text: studying.masked(row), options, from};
  }

  /** @param {MeaningRow} from @param {Set<number>} set @param {string} salt @returns {Question} */
  function defineOf(from, set, salt) {
    const [row, rivals] = from;
    const wrong = wrongOf(row, rivals, set, salt);
    const options = [row, ...wrong].map((one) => option(one, one === row, glossary.term(one).definition));
    return {kind: 'define', row, text: glossary.term(row).title, options: placed(options, salt), from};
  }

  /** @param {ShortRow} from @param {string} salt @returns {Question} */
  function shortOf(from, salt) {
    const [row, text, name, others] = from;
    const readings = mixed(others, salt, (reading) => reading).slice(0, OPTIONS - 1);
    const wrong = readings.map((reading) => option(row, false, reading));
    return {kind: 'short', row, text, options: placed([...wrong, option(row, true, name)], salt), from};
  }

  /** @param {SceneRow} from @param {string} salt @returns {Question} */
  function sceneOf(from, salt) {
    const [left, right, row, text] = from;
    const options = [left, right].map((one) => option(one, one === row));
    return {kind: 'scene', row, text, options: placed(options, salt), from};
  }

  /** @param {ComputeRow} from @param {string} salt @returns {Question} */
  function computeOf(from, salt) {
    const [row, , unit, , sums] = from;
    const [numbers, answer, others] = sums[hash(salt) % sums.length];
    const wrong = mixed(others, salt, ([number]) => number)
      .slice(0, OPTIONS - 1)
      .map(([number, place]) => ({
        row,
        right: false,
        text: withUnit(number, unit),
        why: glossary.quiz?.whys[place] || ''
      }));
    const right = {row, right: true, text: withUnit(answer, unit), why: ''};
    const options = placed([...wrong, right], salt);
    return {kind: 'compute', row, text: glossary.term(row).title, options, from, numbers};
  }

  /**
   * @param {string} number
   * @param {string} unit
   */
  function withUnit(number, unit) {
    if (/^[$€£]$/.test(unit)) return number.replace(/^-?/, (minus) => minus + unit);
    return number + (unit === '%' ? '%' : ` ${unit}`);
  }

  /**
   * Every question on these rows, each with an id that stays its own when others come and go.
   * @param {number[]} rows
   * @returns {Candidate[]}
   */
  function candidates(rows) {
    const set = new Set(rows);
    const data = glossary.quiz || NOTHING;
    /** @type {Candidate[]} */
    const found = [];
    /**
     * @param {Question['kind']} kind
     * @param {number} row
     * @param {string} rest
     * @param {(salt: string) => Question} use
     */
    function add(kind, row, rest, use) {
      const id = `${kind}.${slugOf(row)}${rest}`;
      if (set.has(row)) found.push({id, kind, row, make: (salt) => use(`${salt} ${id}`)});
    }
    for (const from of data.meanings) add('meaning', from[0], '', (salt) => meaningOf(from, set, salt));
    for (const from of data.defines) add('define', from[0], '', (salt) => defineOf(from, set, salt));
    for (const from of data.shorts) add('short', from[0], `.${from[1]}`, (salt) => shortOf(from, salt));
    for (const from of data.scenes) {
      const other = slugOf(from[0] === from[2] ? from[1] : from[0]);
      add('scene', from[2], `.${other}`, (salt) => sceneOf(from, salt));
    }
    for (const from of data.computes) add('compute', from[0], '', (salt) => computeOf(from, salt));
    return found;
  }

  /**
   * At most ten of these, the first ones first: no term twice, and of each kind some, while others are left.
   * @param {Candidate[]} list
   * @param {number} most
   * @param {Candidate[]} [already]
   */
  function chosenOf(list, most, already = []) {
    const chosen = already.slice();
    const used = new Set(chosen.map(({row}) => row));
    /** @type {Record<string, number>} */
    const counts = {};
    for (const capped of [true, false]) {
      for (const one of list) {
        if (chosen.length >= most) break;
        const count = counts[one.kind] || 0;
        if (used.has(one.row) || (capped && count >= MOST[one.kind])) continue;
        counts[one.kind] = count + 1;
        used.add(one.row);
        chosen.push(one);
      }
    }
    return chosen;
  }

  /**
   * The quiz of a seed. The same rows and seed give the same questions, answers and numbers in the same order.
   * @param {number[]} rows
   * @param {number} seed
   */
  function makeQuiz(rows, seed) {
    const salt = String(seed);
    const rank = {scene: 0, compute: 1, short: 2, define: 3, meaning: 4};
    const list = mixed(candidates(rows), salt, ({id}) => id);
    list.sort((one, other) => rank[one.kind] - rank[other.kind]);
    const chosen = mixed(chosenOf(list, COUNT), salt, ({row}) => slugOf(row));
    return chosen.map((one) => ({...one.make(salt), id: one.id}));
  }

  /**
   * A name for what a quiz asks, in six characters: another one where any of its texts has changed.
   * @param {Question[]} questions
   */
  function editionOf(questions) {
    const said = questions.map(({kind, text, options}) => [kind, text, options.map((one) => one.text)]);
    return hash(JSON.stringify(said)).toString(36).padStart(6, '0').slice(-6);
  }

  /**
   * A short mark of all that a reader sees of a term in its questions, to see later whether any of it changed:
   * name, definition, short forms with what they stand for, scenes with what tells the two apart, formula. Not
   * of what stands beside it, nor of the numbers of a sum.
   * @param {number} row
   */
  function textMark(row) {
    const {title, definition} = glossary.term(row);
    const data = glossary.quiz || NOTHING;
    const said = [
      title,
      definition,
      ...data.shorts.filter((one) => one[0] === row).map(([, short, name]) => [short, name]),
      ...data.scenes
        .filter(([left, right]) => left === row || right === row)
        .map(([left, right, fits, text]) => [fits === row ? text : '', difference(left, right)].join(' '))
        .sort(),
      ...data.computes
        .filter((one) => one[0] === row)
        .map(([, formula, unit, parts]) => [formula, unit, parts])
    ];
    return hash(JSON.stringify(said)).toString(36);
  }

  const DAY = 86400000;
  const OLD = 7 * DAY; // when what was right once is asked again, beside newer things
  const MIXED_IN = 2;

  /**
   * What to ask next on these rows: first what was missed, then what was not asked yet, with old ones from
   * earlier weeks mixed in, of whatever set they were; then what was asked longest ago.
   * @param {number[]} rows
   * @param {number} salt
   */
  function nextQuiz(rows, salt) {
    const asked = glossary.learn.all('asked');
    const now = Date.now();
    const list = mixed(candidates(rows), String(salt), ({id}) => id);
    /** @param {Candidate} one */
    const at = (one) => asked[one.id]?.at || 0;
    /** @param {Candidate} one @param {Candidate} other */
    const byAge = (one, other) => at(one) - at(other);
    const missed = list.filter(({id}) => asked[id] && !asked[id]?.right).sort(byAge);
    const fresh = list.filter(({id}) => !asked[id]);
    const right = list.filter(({id}) => asked[id]?.right).sort(byAge);
    const own = new Set(rows);
    const all = studying.sets()[0].rows;
    const old = candidates(all)
      .filter((one) => asked[one.id]?.right && now - at(one) > OLD && !own.has(one.row))
      .sort(byAge);
    const mixing = chosenOf([...old, ...right.filter((one) => now - at(one) > OLD)], MIXED_IN);
    let chosen = chosenOf(missed, COUNT);
    chosen = chosenOf(fresh, Math.max(chosen.length, COUNT - mixing.length), chosen);
    chosen = chosenOf(mixing, COUNT, chosen);
    chosen = chosenOf(fresh, COUNT, chosen);
    chosen = chosenOf(right, COUNT, chosen);
    return mixed(chosen, String(salt), ({id}) => id).map(({id}) => id);
  }

  /**
   * One question a term, the kind by the salt: what a test of a path asks.
   * @param {number[]} rows
   * @param {number} salt
   */
  function wholeTest(rows, salt) {
    const list = mixed(candidates(rows), String(salt), ({id}) => id);
    return chosenOf(list, rows.length).map(({id}) => id);
  }

  /**
   * The questions of ids, as far as they are still there.
   * @param {number[]} rows
   * @param {string[]} ids
   * @param {number} salt
   * @returns {Question[]}
   */
  function questionsOf(rows, ids, salt) {
    const all = [...candidates(rows), ...candidates(studying.sets()[0].rows)];
    return ids.flatMap((id) => {
      const one = all.find((other) => other.id === id);
      return one ? [{...one.make(String(salt)), id}] : [];
    });
  }

  glossary.makeQuiz = makeQuiz;
  glossary.asking = {textMark, difference, editionOf, nextQuiz, wholeTest, questionsOf, candidates};
})();
