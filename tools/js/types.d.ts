/*
 * What the scripts of the pages share, as shapes for the type checker. Nothing of this is shipped.
 * The data is written by site_gen/lookup.py and site_gen/export/; a row stands for a term in every column.
 */

// ---- the data

/**
 * What stands in api/lookup.json: a column for each field, of which some have gaps. Pages load it in three
 * scripts, and what is optional here comes later: lookup-phrases.js adds `around`, `questions`, `rings` and
 * `searchAs`, lookup-definitions.js `here`, `trust`, `asked` and `definitions`, lookup-data.js has the rest.
 */
interface LookupData {
  little: string;
  /** Stems of English words near those of labels. */
  english: string;
  around?: string;
  questions?: Record<string, [form: string, as: string][]>;
  rings?: string;
  stems: string[];
  /** Of languages other than English: patterns and what stands instead, then how people ask. */
  rewrites?: [string, string][];
  forms?: Record<string, string>;
  /** The id and name of each topic. */
  topics: [string, string][];
  names: string[];
  /** An empty text where the slug follows from the name. */
  slugs: string[];
  contexts: Sparse<string>;
  abbreviations: string[][];
  aliases: string[][];
  formerly: Sparse<string[]>;
  discouraged: Sparse<string[]>;
  inSources: Sparse<string[]>;
  /** The name of a language, and what the term is called in it. */
  inOtherLanguages?: Sparse<[string, string][]>;
  /** A digit for each term: bit 0 where its name stands in English on a site of another language, bit 1 its definition. */
  inEnglish?: string;
  searchAs?: string[];
  /** A letter for each term. */
  levels: string;
  /** A hexadecimal digit for each term, whose bits say which parts its page has. */
  facets: string;
  /** The place of a term's home topic, -1 without one. */
  topic: number[];
  mentions: number[];
  codes: number[];
  contrasts: string;
  here?: Sparse<string>;
  definitions?: string[];
  trust?: TrustData;
  asked?: {kinds: Asked[][]; rows: Sparse<number>};
}

/** How people ask in a language: patterns, and what only some languages do. */
interface Tongue {
  kin: RegExp;
  asked: RegExp;
  difference: RegExp;
  against: RegExp;
  beside: RegExp;
  spelt?(word: string): string;
  joined?(words: string[], knows: (word: string) => boolean): string[];
  halves?(
    word: string,
    knows: (word: string) => boolean,
    words: {text: string; visible: boolean}[],
    edits: (a: string, b: string, most: number) => number
  ): string[];
  isEnd?(word: string, text: string): boolean;
}

/** The column that tells that a script of the data is there: labels, phrases or definitions. */
type Part = 'names' | 'searchAs' | 'definitions';

/** A column that few rows have. */
interface Sparse<Value> {
  [row: number]: Value | undefined;
}

/** What stands in assets/lookup-texts.js: sentences for customers by slug, differences by pair of slugs. */
interface LookupTexts {
  /** ``says``: channel and sentence. */
  sayings: Record<string, {say?: string; says?: [string, string][]; internal?: string} | undefined>;
  differences: Record<string, string | undefined>;
  /** The pairs whose difference stands in English on a site of another language. */
  english?: string[];
}

/** What stands in assets/study-data.js. A set is [kind, id, title, rows], and the percentage to pass. */
interface StudyData {
  all: number[];
  sets: ['path' | 'topic', string, string, number[], number?][];
  masked: Sparse<string>;
  /** The places of the sets whose title stands in English on a site of another language. */
  english?: number[];
}

/** [right row, wrong rows] */
type MeaningRow = [number, number[]];
/** [right row, abbreviation, its name, wrong readings of the letters] */
type ShortRow = [number, string, string, string[]];
/** [left row, right row, row that fits, text] */
type SceneRow = [number, number, number, string];
/** [numbers, right answer, [wrong answer, place in whys]] */
type Sum = [string[], string, [string, number][]];
/** [row, formula, unit, [part, meaning], sums] */
type ComputeRow = [number, string, string, [string, string][], Sum[]];

/** What stands in assets/quiz-data.js. */
interface QuizData {
  meanings: MeaningRow[];
  defines: MeaningRow[];
  shorts: ShortRow[];
  scenes: SceneRow[];
  computes: ComputeRow[];
  whys: string[];
  /** The places of what stands in English on a site of another language; `parts` are those of sums. */
  english?: {scenes: number[]; parts: number[]};
}

// ---- lookup.js

/** A part of a term's page that a question asks for; an empty text asks for none. */
type Facet = '' | 'formula' | 'example' | 'here' | 'say';

/**
 * What the lookup answers. `contrast` holds the terms asked for beside this one that readers confuse with it.
 */
interface Result {
  slug: string;
  row: number;
  score: number;
  label: string;
  reason: string;
  /** Whether it may stand selected, ready to be opened or copied. */
  chosen: boolean;
  facet: Facet;
  contrast: string[];
  /** Whether another term has this label too. */
  shared: boolean;
}

interface Lookup {
  /** What a query means, best first; `now` with what is taken in, else all of the data is taken in before. */
  search(query: string, options?: {limit?: number; now?: boolean}): Result[];
  /** What a query that found nothing may have meant. */
  near(query: string, options?: {limit?: number; now?: boolean}): Result[];
  /** Takes in more of the data, for about so many milliseconds; how many of labels, phrases, definitions are. */
  take(most: number): number;
  /** The rows of terms that have a text as a label, or as what people type for them. */
  known(text: string): number[];
  /** From now on `search` finds by meaning too. */
  understand(meaning: Meaning): void;
}

interface LookupScript {
  /** A text as it is compared: small letters without accents and signs. */
  fold(text: string): string;
  /** As `fold`, with the signs that tell a name apart: "c++", "24 / 7". */
  spelled(text: string): string;
  /** Equal for names that differ in spelling, number or print only. */
  key(text: string): string;
  /** Equal for the forms of a verb and its noun: "escalated", "escalation". */
  verb(word: string): string;
  /** A folded word without its ending. */
  stem(word: string): string;
  createLookup(data: LookupData): Lookup;
}

// ---- meaning-data.js and its pieces

/** What is told of the terms' and words' vectors; site_gen/pages/data/meaning_js.py writes it. */
interface MeaningData {
  /** Numbers a vector. */
  size: number;
  /** What each of them may be. */
  levels: number;
  /** The length that most words' vectors have. */
  typical: number;
  /** Of the pieces, in order: each is a beginning of the first word in it. */
  names: string[];
  /** "ies>y": what a word may end in, and what its short form then ends in. */
  endings: string;
  /** "money>dosh wonga,message>msg": plain words, and which informal or hurried ones stand for them. */
  informal: string;
  /** Words that tell next to nothing. */
  little: string;
  /** The row of each of the terms' vectors. */
  rows: number[];
  vectors: string;
  /** How many phrases a row has that lookup-phrases.js has cut, and four bytes for each. */
  typed: number[];
  marks: string;
}

/** The directions of a term's groups of texts, and of all its texts together. */
interface Directions {
  groups: Float32Array[];
  whole: Float32Array;
}

/** What the terms' texts say: part of the ranker's index. */
interface Said<Label = unknown> {
  /** The terms' names, by row. */
  names: Label[];
  /** In which texts a stem stands, in which rows' definitions, and how much it tells. */
  byStem: Map<string, {labels: number[]; defined: number[]; weight: number}>;
  /** The row of each text. */
  rows: number[];
  /** The rows of what people type, by stems. */
  asked: Map<string, number[]>;
  /** Words that tell little. */
  little: Set<string>;
  /** Of the texts; others once more is taken in. */
  weights: Float32Array;
}

/** A term that a query may mean; `sure` above 0: it may stand selected. */
interface MeantTerm<Label> {
  row: number;
  label: Label;
  score: number;
  reason: string;
  sure: number;
}

interface Meaning {
  /** The pieces that are there, by name: words, and their vectors. */
  words: Record<string, [words: string, vectors: string] | undefined>;
  /** The names of the pieces that a query needs and that are not there yet. */
  needs(query: string): string[];
  /** The rows whose terms people mean who type exactly this: a phrase, its words stemmed. */
  typed(key: string): number[];
  /**
   * What words find and what they mean, together: the best three, or fewer; or none. `found` is what would be
   * shown by words alone, `say` tells all that words say of terms; `read` what a word stands for in their texts.
   */
  join<Label>(
    query: string,
    found: MeantTerm<Label>[],
    say: (query: string) => MeantTerm<Label>[],
    texts: Said<Label>,
    read: (word: string, isLast: boolean) => unknown[]
  ): MeantTerm<Label>[];
}

// ---- common.js

/** What an element may hold; null and the empty text are left out. */
type Child = Node | string | null;

/** A term as pages show it. */
interface Term {
  row: number;
  slug: string;
  title: string;
  short: string[];
  definition: string;
  here: string;
  topic: string;
  facets: number;
  trust: Trust | null;
  asked: Asked[];
}

/** Whom to ask, piece by piece: a text, or a link as text, address and name. */
type Asked = string | [string, string, string];

/** The marks of all terms: each kind once, and which of them each row has. */
interface TrustData {
  /** Mark, sign, words, and the day from which a review is due, or "". */
  kinds: [string, string, string, string][];
  rows: number[];
  /** Sign and first words of a review that is due. */
  due: [string, string];
}

/** How far to trust a term today. */
interface Trust {
  mark: string;
  sign: string;
  words: string;
}

// ---- words.js

/** A text of the catalog, or its plural forms. */
type CatalogText = string | {other: string; [form: string]: string};
type TextValue = string | number | Node | ((words: string) => Node);
type TextValues = Record<string, TextValue>;

interface WordsScript {
  t(key: string, values?: TextValues): string;
  placed(key: string, values: TextValues): Child[];
}

interface CommonScript {
  /** The address of the site's first folder, with a slash at its end. */
  root: string;
  make<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    attributes?: Record<string, string>,
    children?: Child[]
  ): HTMLElementTagNameMap[Tag];
  button(children: Child[], use: () => void, looks?: string): HTMLButtonElement;
  part<Kind extends Element = HTMLElement>(selector: string, within?: ParentNode): Kind;
  around(target: EventTarget | null, selector: string): Element | null;
  memory: {
    read(name: string): string[];
    write(name: string, list: string[]): void;
    add(name: string, value: string, most: number): void;
  };
  load(name: string): Promise<void>;
  need(...parts: Part[]): Promise<void>;
  prepare(parts: number, tell: (taken: number, isLast: boolean) => void): Promise<void>;
  ranker(): Lookup;
  term(row: number): Term;
  rowOf(slug: string): number;
  address(slug: string, facet?: Facet): string;
  shorts(one: Term): HTMLElement[];
  /** The name with the letters that were typed marked. */
  marked(name: string, query: string): Child[];
  today(time?: number): string;
  trusted(trust: Trust | null): HTMLElement | null;
  forColleague(one: Pick<Term, 'slug' | 'title' | 'short' | 'definition' | 'trust'>): string;
  toClipboard(text: string): Promise<void>;
  copied(done: string, text: string): string;
  isCommand(event: KeyboardEvent | MouseEvent): boolean;
  isCopying(event: KeyboardEvent): boolean;
  hasKeyboard(): boolean;
}

/** What scripts know of the site: patterns of addresses with placeholders, and the state it was built from. */
interface SiteSettings {
  /** Where a missing word is told. */
  suggest?: string;
  /** Where a mistake in a term is told. */
  correct?: string;
  edition?: string;
  /** What gets each word that found nothing; '' where no word leaves the browser. */
  misses?: string;
  /** Whether the site has what finds terms by meaning. */
  meaning?: boolean;
  /** What could be typed, shown while nothing is. */
  examples?: string[];
}

// ---- box-texts.js

interface BoxTexts {
  /** A sentence behind its label, or alone where it says itself what the label says. */
  labelled(label: string, text: string): string;
  /** Copies what may be said to a customer, or tells why nothing may; ``box`` copies a text, or only tells one. */
  say(
    one: Pick<Term, 'slug' | 'trust'>,
    box: {
      take(text: string, done: string, more?: HTMLElement[]): void;
      report(text: string, more?: HTMLElement[]): void;
    }
  ): void;
  /** What tells two terms apart; null where nobody has written it. */
  difference(slug: string, other: string): HTMLElement | null;
}

// ---- box-more.js

interface BoxMore {
  /** Offers the forms that a term can be copied in, and its star where there is none; ``box`` as in ``BoxTexts``. */
  offer(
    one: Pick<Term, 'slug' | 'title' | 'short' | 'definition'>,
    box: {
      take(text: string, done: string, more?: HTMLElement[]): void;
      report(text: string, more?: HTMLElement[]): void;
    },
    hasStar?: boolean
  ): void;
  star(slug: string, looks?: string): HTMLButtonElement;
  isFavourite(slug: string): boolean;
  toggle(slug: string): void;
  /** Shows the list of keys. */
  keys(): void;
}

// ---- suggest.js

interface SuggestScript {
  /** An address filled in, the field `text` cut where it gets too long; '' where nobody listens. */
  filled(pattern: string | undefined, fields: Record<string, string>): string;
  /** Whether an address is no longer than programs take. */
  fits(address: string): boolean;
  /** A link or a button for each part of a term's page that may be wrong, as items of a list. */
  ways(page: HTMLElement): HTMLElement[];
}

// ---- misses.js

/** A word that was looked up in vain, how often, when last, on which page; `not_meant`: answered otherwise. */
interface Miss {
  query: string;
  count: number;
  day: string;
  page: string;
  not_meant?: true;
}

interface MissesScript {
  tellOfSending(place: HTMLElement): void;
  /** What was missed while typing is found. */
  found(query: string): void;
  notFound(query: string, best: Pick<Result, 'reason' | 'row'> | undefined): HTMLElement;
  notMeant(query: string): HTMLElement;
  panel(cleared?: () => void): HTMLElement;
}

// ---- learn.js, study.js, quiz.js

/**
 * A record of a store, with the time of its last change; whatever else it holds is to be looked at with care.
 */
interface Entry {
  at: number;
  [field: string]: unknown;
}

/** The records of a store by name. */
type Entries = Record<string, Entry | undefined>;

/** A result line, read. */
interface ResultLine {
  line: number;
  who: string;
  kind: string;
  path: string;
  date: string;
  score: number;
  of: number;
  missed: string[];
  seed: string;
  /** The terms that were asked; none where the line does not say. */
  asked: string[];
  edition: string;
}

/** A line that is no result, and why. */
interface Trouble {
  line: number;
  text: string;
  why: string;
}

interface LearnScript {
  all(store: string): Entries;
  put(store: string, name: string, fields: Record<string, unknown>): void;
  watch(use: (store: string) => void): void;
  clear(): void;
  notice(place: Element): void;
  clearButton(): HTMLElement;
  carry(): HTMLElement;
  isBegun(): boolean;
  dayOf(
    days: string[][],
    records: Entries
  ): {number: number; first: string; left: number; done: boolean} | null;
  resultLine(result: {
    kind: string;
    path: string;
    score: number;
    of: number;
    missed?: string[];
    asked?: string[];
    edition?: string;
    seed?: string | number;
    date?: string;
  }): string;
  readResults(text: string): {results: ResultLine[]; troubles: Trouble[]};
}

/** What can be learned at once. */
interface StudySet {
  kind: 'all' | 'path' | 'topic';
  id: string;
  title: string;
  rows: number[];
  /** The percentage that a test of it wants; 0 without a test. */
  pass: number;
}

interface StudyScript {
  whenReady(place: Element, scripts: string[], begin: () => void): void;
  inWords(day: string): string;
  sets(): StudySet[];
  asked(): {set: StudySet; seed: number; named: boolean; edition: string};
  fragment(set: StudySet, seed?: number, edition?: string): string;
  picker(chosen: StudySet, use: (set: StudySet) => void): HTMLElement;
  gapped(text: string): Child[];
  masked(row: number): string;
  link(row: number): HTMLElement;
  listed(rows: number[]): HTMLElement;
  isFree(event: KeyboardEvent): boolean;
  backTo(place: Element): void;
}

/** An answer that can be chosen. */
interface Answer {
  text: string;
  right: boolean;
  row: number;
  why: string;
}

/** A question as it is shown; `from` is its row in the data. */
type Question = {id?: string; row: number; text: string; options: Answer[]} & (
  | {kind: 'meaning' | 'define'; from: MeaningRow}
  | {kind: 'short'; from: ShortRow}
  | {kind: 'scene'; from: SceneRow}
  | {kind: 'compute'; from: ComputeRow; numbers: string[]}
);

/** A question that may be asked; the salt mixes its answers. */
interface Candidate {
  id: string;
  kind: Question['kind'];
  row: number;
  make(salt: string): Question;
}

interface AskingScript {
  difference(one: number, other: number): string;
  textMark(row: number): string;
  editionOf(questions: Question[]): string;
  nextQuiz(rows: number[], salt: number): string[];
  wholeTest(rows: number[], salt: number): string[];
  questionsOf(rows: number[], ids: string[], salt: number): Question[];
  candidates(rows: number[]): Candidate[];
}

/** A quiz under way: what it asks, and the answers so far. */
interface QuizRound {
  set: string;
  ids: string[];
  salt: number;
  seed: number;
  answers: boolean[];
  test: boolean;
}

// ---- the global

/** The one global. What stands last is there on the pages that load it. */
interface Glossary extends LookupScript, WordsScript, CommonScript {
  createWords(language: string, texts: Record<string, CatalogText>): WordsScript;
  writeDays(language: string): void;
  moreWords?: Record<string, CatalogText>;
  site: SiteSettings;
  suggest: SuggestScript;
  /** There when a word was missed. */
  misses?: MissesScript;
  boxTexts?: BoxTexts;
  boxMore?: BoxMore;
  /** There when `need` says so. */
  data: LookupData;
  /** Terms that begin with a query, for as long as the labels are not taken in; it comes with them. */
  begun(query: string, limit: number): Result[];
  markEnglish(): void;
  tongue?(english: Tongue, data: Pick<LookupData, 'rewrites' | 'forms'>): Tongue;
  /** What stands in assets/parts-….js: anchors of lines, parted by spaces, by the part of the list that has them. */
  parts?: Record<string, string>;
  texts?: LookupTexts;
  meaning?: Meaning;
  createMeaning(data: MeaningData): Meaning;
  /** Texts of scripts in English on a site of another language: in assets/words.js. */
  borrowed?: string[];
  study?: StudyData;
  quiz?: QuizData;
  /** What stands in assets/ways-data.js: [id, title, [[stop, hash of its text]] by day]. */
  ways?: [string, string, [string, string][][]][];
  learn: LearnScript;
  studying: StudyScript;
  makeQuiz(rows: number[], seed: number): Question[];
  asking: AskingScript;
}

declare var glossary: Glossary;
