/*
 * Texts that still stand in English on a site of another language are marked as English where scripts show them: those
 * of the glossary in the box, on cards at links, in lists, flip cards, the quiz and what it chooses from, and our own
 * where nobody has translated them. Stands in assets/lookup-data.js of such a site.
 */
globalThis.glossary = globalThis.glossary || {};

glossary.markEnglish = () => {
  const BESIDE = '.gl-abbr, .gl-trust, .gl-mark'; // what stands behind a name or a definition
  const GAP = '___'; // as in the data; drawn as an element
  const [NAME, DEFINITION] = [1, 2]; // bits
  const {lang} = document.documentElement;
  /** @type {Set<string>} */
  const english = new Set();
  /** @type {Set<unknown>} */
  const known = new Set();

  /**
   * Takes in the English texts of what has loaded by now, once.
   * @template Data
   * @param {Data | undefined} data
   * @param {(data: Data) => (string | undefined)[]} texts
   */
  function take(data, texts) {
    if (!data || known.has(data)) return;
    known.add(data);
    for (const text of texts(data)) if (text) english.add(text);
  }

  /** @param {number} bit */
  function rows(bit) {
    const {inEnglish = '', names} = glossary.data;
    return [...names.keys()].filter((row) => Number(inEnglish[row]) & bit);
  }

  /** @param {StudyData} study */
  function ofSets({sets, masked, english: places = []}) {
    const titles = places.flatMap((place) => {
      const [, , title, {length}] = sets[place];
      return [title, glossary.t('study.option', {title, count: length})];
    });
    return [...titles, ...rows(DEFINITION).map((row) => masked[row])];
  }

  /** @param {QuizData} quiz */
  function ofQuestions({scenes, computes, english: {scenes: told, parts} = {scenes: [], parts: []}}) {
    const meanings = parts.flatMap((place) => computes[place][3].map(([, meaning]) => meaning));
    return [...told.map((place) => scenes[place][3]), ...meanings];
  }

  function learn() {
    const {borrowed, data, study, quiz, texts} = glossary;
    take(borrowed, (all) => all);
    take(data.names, () => rows(NAME).map((row) => glossary.term(row).title));
    take(data.definitions, (all) => rows(DEFINITION).map((row) => all[row]));
    take(study, ofSets);
    take(quiz, ofQuestions);
    take(texts, ({differences, english: pairs = []}) => pairs.map((pair) => differences[pair]));
  }

  /** @param {Element} element */
  function mark(element) {
    let text = '';
    const beside = [];
    for (const child of element.childNodes) {
      const isGap = child instanceof Element && child.matches('.gl-gap');
      if (child instanceof HTMLElement && (isGap || child.matches(BESIDE))) beside.push(child);
      else if (child instanceof Element && child.localName !== 'mark') {
        markParts(element);
        return;
      } else text += child.textContent;
      if (isGap) text += GAP;
    }
    if (english.has(text.trim())) {
      element.setAttribute('lang', 'en');
      for (const one of beside) one.lang = lang;
    } else markParts(element);
  }

  /**
   * Marks a text that stands between others; scripts put each into an element by itself.
   * @param {Element} element
   */
  function markParts(element) {
    for (const child of [...element.childNodes]) {
      if (!(child instanceof Text) || !english.has(child.data.trim())) continue;
      const marked = document.createElement('bdi');
      marked.lang = 'en';
      child.replaceWith(marked);
      marked.append(child);
    }
  }

  /** @param {Element} root */
  function markIn(root) {
    for (const one of [root, ...root.querySelectorAll('*')]) mark(one);
  }

  if (glossary.borrowed) {
    learn(); // what scripts have written before the lookup's data came
    markIn(document.body);
  }
  new MutationObserver((changes) => {
    learn();
    for (const {addedNodes} of changes) {
      for (const node of addedNodes) if (node instanceof Element) markIn(node);
    }
  }).observe(document.body, {childList: true, subtree: true});
};

glossary.markEnglish();
