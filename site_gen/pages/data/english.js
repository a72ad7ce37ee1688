/*
 * Names and definitions that still stand in English on a site of another language are marked as English where scripts
 * show them: in the box, on cards at links, in lists, flip cards and the quiz. Stands in assets/lookup-data.js of such
 * a site.
 */
globalThis.glossary = globalThis.glossary || {};

glossary.markEnglish = () => {
  const BESIDE = '.gl-abbr, .gl-trust, .gl-mark'; // what stands behind a name or a definition
  const {lang} = document.documentElement;
  /** @type {Set<string>} */
  const english = new Set();
  let hasDefinitions = false;

  /** Takes in what has loaded by now. */
  function learn() {
    const {inEnglish = '', names, definitions} = glossary.data;
    if (english.size && hasDefinitions === Boolean(definitions)) return;
    hasDefinitions = Boolean(definitions);
    for (const row of names.keys()) {
      const bits = Number(inEnglish[row]);
      if (bits & 1) english.add(glossary.term(row).title);
      if (bits & 2 && definitions) english.add(definitions[row]);
    }
  }

  /** @param {Element} element */
  function mark(element) {
    let text = '';
    const beside = [];
    for (const child of element.childNodes) {
      if (child instanceof HTMLElement && child.matches(BESIDE)) beside.push(child);
      else if (child instanceof Element && child.localName !== 'mark') return;
      else text += child.textContent;
    }
    if (!english.has(text.trim())) return;
    element.setAttribute('lang', 'en');
    for (const one of beside) one.lang = lang;
  }

  new MutationObserver((changes) => {
    learn();
    for (const {addedNodes} of changes) {
      for (const node of addedNodes) {
        if (node instanceof Element) for (const one of [node, ...node.querySelectorAll('*')]) mark(one);
      }
    }
  }).observe(document.body, {childList: true, subtree: true});
};

glossary.markEnglish();
