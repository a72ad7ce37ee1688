/*
 * What the scripts of all pages share: elements, what the browser keeps, a term as text, copying, keys.
 *
 * It stands before the other scripts that every page loads; it changes no page by itself. The scripts of
 * single pages stand above it, so they begin when the page is ready.
 */
globalThis.glossary = globalThis.glossary || {};

(() => {
  'use strict';

  const ROOT = /** @type {HTMLScriptElement} */ (document.currentScript).src.replace(/assets\/[^/]*$/, '');
  const {t} = glossary;

  // A panel in another program says where the site is.
  const HOME = document.documentElement.dataset.home || ROOT;

  // ---- elements

  /**
   * An element with its attributes and what it holds; null and the empty text are left out.
   * @template {keyof HTMLElementTagNameMap} Tag
   * @param {Tag} tag
   * @param {Record<string, string>} [attributes]
   * @param {Child[]} [children]
   * @returns {HTMLElementTagNameMap[Tag]}
   */
  function make(tag, attributes = {}, children = []) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const child of children) if (child) element.append(child);
    return element;
  }

  /**
   * A button that calls `use`; `looks` are its classes.
   * @param {Child[]} children
   * @param {() => void} use
   * @param {string} [looks]
   */
  function button(children, use, looks) {
    const made = make('button', looks ? {type: 'button', class: looks} : {type: 'button'}, children);
    made.addEventListener('click', use);
    return made;
  }

  /**
   * A part that this kind of page always has.
   * @template {Element} [Kind=HTMLElement]
   * @param {string} selector
   * @param {ParentNode} [within]
   * @returns {Kind}
   */
  function part(selector, within = document) {
    /** @type {Kind | null} */
    const found = within.querySelector(selector);
    if (!found) throw new Error(`no ${selector} here`);
    return found;
  }

  /**
   * What an event's target stands in, or is, that fits the selector.
   * @param {EventTarget | null} target
   * @param {string} selector
   */
  function around(target, selector) {
    return target instanceof Element ? target.closest(selector) : null;
  }

  // ---- what the browser keeps

  /** What stands in for a forbidden store, by name. @type {Map<string, string[]>} */
  const unkept = new Map();
  /** Lists of words kept in this browser; a forbidden store keeps them as long as the page, a full one nothing new. */
  const memory = {
    /** @param {string} name @returns {string[]} */
    read(name) {
      try {
        const list = JSON.parse(localStorage.getItem(`glossary.${name}`) || '[]');
        return Array.isArray(list) ? list : [];
      } catch {
        return unkept.get(name) || [];
      }
    },
    /** @param {string} name @param {string[]} list */
    write(name, list) {
      try {
        localStorage.setItem(`glossary.${name}`, JSON.stringify(list));
      } catch {
        unkept.set(name, list); // where the browser keeps nothing, as long as the page
      }
    },
    /** @param {string} name @param {string} value @param {number} most */
    add(name, value, most) {
      const others = memory.read(name).filter((old) => old !== value);
      memory.write(name, [value, ...others].slice(0, most));
    }
  };

  // ---- terms

  /** The lookup's data by parts, in the order in which it is taken in. @type {[Part, string][]} */
  const PARTS = [
    ['names', 'lookup-data'],
    ['searchAs', 'lookup-phrases'],
    ['definitions', 'lookup-definitions']
  ];
  const SLICE = 4; // ms that the index is made at a time, so that no key waits for it
  /** @type {Map<string, Promise<void>>} */
  const loads = new Map();

  /**
   * Loads a script of the site once; scripts, since a page opened from disk may not fetch.
   * @param {string} name
   */
  function load(name) {
    const loading = loads.get(name) || loadAnew(name);
    loads.set(name, loading);
    return loading;
  }

  /** @param {string} name @returns {Promise<void>} */
  function loadAnew(name) {
    return new Promise((done, failed) => {
      const script = make('script', {src: `${ROOT}assets/${name}.js`});
      script.onload = () => done();
      script.onerror = () => {
        loads.delete(name);
        failed(new Error(`${name}.js did not load`));
      };
      document.head.append(script);
    });
  }

  /**
   * Loads the lookup's ranker and parts of its data, as far as the page has not loaded them yet.
   * @param {Part[]} parts
   */
  async function need(...parts) {
    const missing = PARTS.filter(([part]) => parts.includes(part) && !glossary.data?.[part]);
    await Promise.all([glossary.createLookup || load('lookup'), ...missing.map(([, name]) => load(name))]);
  }

  /**
   * Loads the first parts of the lookup's data and takes them in, in slices; `tell` hears 0 when the labels are
   * there, then after each part how many are known (-1: not even labels), and whether no more of them will be,
   * since all are there or one did not load.
   * @param {number} parts
   * @param {(taken: number, isLast: boolean) => void} tell
   */
  async function prepare(parts, tell) {
    const wanted = PARTS.slice(0, parts).map(([part]) => part);
    let taken = -1;
    try {
      for (const [i, part] of wanted.entries()) {
        await need(part); // one after another: on a slow line the labels come first
        need(wanted[i + 1]).catch(() => {}); // told in its turn; behind the last there is none
        if (!i) tell(0, false);
        for (taken = ranker().take(SLICE); taken <= i; taken = ranker().take(SLICE)) await pause();
        tell(taken, taken >= parts);
      }
    } catch {
      tell(taken, true);
    }
  }

  /** Lets keys and painting come first. @returns {Promise<void>} */
  const pause = () => new Promise((done) => setTimeout(done));

  /** @type {Lookup | null} */
  let lookup = null;

  /** The page's lookup, made when first needed, once the labels are there. */
  function ranker() {
    lookup = lookup || glossary.createLookup(glossary.data);
    return lookup;
  }

  /**
   * The term of a row.
   * @param {number} row
   * @returns {Term}
   */
  function term(row) {
    const {data} = glossary;
    const context = data.contexts[row];
    return {
      row,
      slug: data.slugs[row] || glossary.fold(data.names[row]).replace(/ /g, '-'),
      title: data.names[row] + (context ? ` (${context})` : ''),
      short: data.abbreviations[row],
      definition: data.definitions?.[row] || '',
      here: data.here?.[row] || '',
      topic: data.topic[row] >= 0 ? data.topics[data.topic[row]][1] : '',
      facets: parseInt(data.facets[row], 16),
      trust: trustIn(data.trust, row),
      asked: data.asked?.kinds[data.asked.rows[row] ?? -1] || []
    };
  }

  // ---- how far to trust a term

  /**
   * The day of a time, or of now: the day here, not in London.
   * @param {number} [time]
   */
  function today(time) {
    const now = time ? new Date(time) : new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  }

  /**
   * The mark of a row on this day; null before it has come.
   * @param {TrustData | undefined} data
   * @param {number} row
   * @returns {Trust | null}
   */
  function trustIn(data, row) {
    if (!data) return null;
    const [mark, sign, words, until] = data.kinds[data.rows[row]];
    if (!until || until > today()) return {mark, sign, words};
    return {mark: 'due', sign: data.due[0], words: t('common.due_since', {day: until})};
  }

  /**
   * The mark as a reader sees it.
   * @param {Trust | null} trust
   */
  function trusted(trust) {
    if (!trust) return null;
    return make('span', {class: `gl-trust gl-trust--${trust.mark}`}, [
      make('span', {class: 'gl-trust__sign', 'aria-hidden': 'true'}, [trust.sign]),
      ' ',
      make('span', {class: 'gl-trust__words'}, [trust.words])
    ]);
  }

  /**
   * The row of a term, or -1 where there is no such term.
   * @param {string} slug
   */
  function rowOf(slug) {
    for (let row = 0; row < glossary.data.names.length; row++) if (term(row).slug === slug) return row;
    return -1;
  }

  /** Where the parts of a page stand. */
  const ANCHORS = {'': '', formula: '#how-it-is-computed', example: '#example', here: '#here', say: '#say'};

  /**
   * The address of a term's page, or of a part of it.
   * @param {string} slug
   * @param {Facet} [facet]
   */
  function address(slug, facet = '') {
    return `${HOME}terms/${slug}.html${ANCHORS[facet]}`;
  }

  /**
   * The abbreviations of a term, as they stand behind its name.
   * @param {Term} one
   */
  function shorts(one) {
    return one.short.map((short) => make('span', {class: 'gl-abbr'}, [short]));
  }

  /**
   * The name with the letters that were typed marked; words of one or two, such as "a" in a question, mark nothing.
   * @param {string} name
   * @param {string} query
   */
  function marked(name, query) {
    const words = glossary
      .fold(query)
      .split(' ')
      .filter((word) => word[2]);
    return name.split(/([\s-]+)/).map((part) => {
      const folded = glossary.fold(part);
      const hit = words.find((word) => folded.startsWith(word));
      if (!hit || folded.length !== part.length) return part;
      return make('span', {}, [make('mark', {}, [part.slice(0, hit.length)]), part.slice(hit.length)]);
    });
  }

  /**
   * "Name (ABBR): definition (how far to trust it)" and the link, for a colleague.
   * @param {Pick<Term, 'slug' | 'title' | 'short' | 'definition' | 'trust'>} one
   */
  function forColleague(one) {
    const short = one.short.length ? ` (${one.short.join(t('common.comma'))})` : '';
    const mark = one.trust ? ` (${one.trust.words})` : '';
    return `${one.title}${short}: ${one.definition}${mark}\n${address(one.slug)}`;
  }

  // ---- copying

  /**
   * Copies a text; fails where the browser lets nothing be copied.
   * @param {string} text
   */
  async function toClipboard(text) {
    if (!navigator.clipboard || !window.isSecureContext) return bySelection(text);
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      bySelection(text);
    }
  }

  /**
   * What is said when a text was copied: also which blanks, such as [time], are still to be filled in.
   * @param {string} done
   * @param {string} text
   */
  function copied(done, text) {
    const blanks = [...new Set(text.match(/\[[^[\]\n]+\](?!\()/g))];
    return blanks.length ? t('common.fill_in', {done, blanks: blanks.join(t('common.comma'))}) : done;
  }

  /**
   * For plain http, where there is no clipboard: what is selected is copied.
   * @param {string} text
   */
  function bySelection(text) {
    const area = make('textarea', {'aria-hidden': 'true', class: 'gl-unseen'});
    const before = document.activeElement;
    area.value = text;
    area.style.position = 'fixed'; // the page stays where it is
    // beside an open dialog nothing can be selected
    (document.querySelector('dialog[open]') || document.body).append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!done) throw new Error('not copied');
  }

  // ---- keys

  /**
   * Whether Ctrl, or on a Mac the command key, is held.
   * @param {KeyboardEvent | MouseEvent} event
   */
  function isCommand(event) {
    return event.ctrlKey || event.metaKey;
  }

  /**
   * Whether the key is Ctrl-C while nothing on the page is selected.
   * @param {KeyboardEvent} event
   */
  function isCopying(event) {
    return event.key.toLowerCase() === 'c' && isCommand(event) && !String(getSelection());
  }

  /** Whether typing takes no keyboard over the page, as on a phone. */
  function hasKeyboard() {
    return matchMedia('(hover: hover) and (pointer: fine)').matches;
  }

  /** @type {CommonScript} */
  const common = {
    root: HOME,
    make,
    button,
    part,
    around,
    memory,
    load,
    need,
    prepare,
    ranker,
    term,
    rowOf,
    address,
    shorts,
    marked,
    today,
    trusted,
    forColleague,
    toClipboard,
    isCommand,
    copied,
    isCopying,
    hasKeyboard
  };
  Object.assign(glossary, common);
})();
