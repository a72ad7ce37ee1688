/*
 * Words that the lookup did not find, or answered with something else. Loaded when there is one, on the
 * page that shows them, and where they are sent.
 *
 * They are kept in this browser, without what looks like personal data, until somebody clears them or hands
 * them over. Only where the desk has named an address for it (`misses_url`, which the box tells of) is an
 * unfound word sent there, and nothing but the word.
 */
(() => {
  'use strict';

  const {root, make, button, memory, t} = glossary;
  const MOST = 50; // words that are kept
  const ENOUGH = 5; // words that are worth somebody's time
  const LONGEST = 60; // letters; what is longer is a text, which may be a customer's
  const REST = 3000; // ms without another word, after which one is whole
  const DIGITS = 4; // more are the number of an order, a customer, a phone

  /** What stands in the box now, as far as it was not found: the word, and the entry that stood there before. */
  /** @type {{word: string, before: Miss | undefined, isKept: boolean} | null} */
  let last = null;

  // ---- keeping

  /**
   * What is kept, the newest first; what an older version kept were bare words.
   * @returns {Miss[]}
   */
  function all() {
    const found = /** @type {any[]} */ (memory.read('missed'));
    return found
      .map((one) => (typeof one === 'string' ? {query: one} : one || {}))
      .filter((one) => typeof one.query === 'string' && !isPersonal(one.query))
      .map(({query, count, day, page, not_meant}) => ({
        query,
        count: Number.isInteger(count) && count > 0 ? count : 1,
        day: typeof day === 'string' ? day : '',
        page: typeof page === 'string' ? page : '',
        ...(not_meant ? {not_meant: true} : {})
      }));
  }

  /** @param {Miss[]} list */
  function write(list) {
    memory.write('missed', /** @type {string[]} */ (/** @type {unknown} */ (list.slice(0, MOST))));
  }

  /**
   * What looks like a mail address, a link, a number of somebody or something, or a text.
   * @param {string} text
   */
  function isPersonal(text) {
    const digits = text.match(/\p{Nd}/gu) || [];
    return text.length > LONGEST || digits.length > DIGITS || /@|＠|:\/\/|\bwww\./i.test(text);
  }

  /** The page where a word was asked for, below the site. */
  function here() {
    const address = location.href.split(/[?#]/)[0];
    return address.startsWith(root) ? address.slice(root.length) || 'index.html' : '';
  }

  /**
   * Counts a word in; tells what stood there before.
   * @param {string} query
   * @param {boolean} isNotMeant
   */
  function add(query, isNotMeant) {
    const list = all();
    const before = list.find((one) => one.query === query && Boolean(one.not_meant) === isNotMeant);
    const others = list.filter((one) => one !== before);
    const one = {query, count: (before?.count || 0) + 1, day: glossary.today(), page: here()};
    write([isNotMeant ? {...one, not_meant: true} : one, ...others]);
    return before;
  }

  /** Takes the last word back: it was on the way to another one. */
  function takeBack() {
    if (!last?.isKept) return;
    const {word, before} = last;
    const others = all().filter((one) => one.query !== word || one.not_meant);
    write(before ? [before, ...others] : others);
  }

  /**
   * Keeps a word that was not found, but neither the letters typed on the way to it nor what is left as they go.
   * @param {string} query
   */
  function missed(query) {
    const word = query.trim();
    if (word.length < 2 || last?.word.startsWith(word)) return;
    if (last && word.startsWith(last.word)) takeBack();
    const isKept = !isPersonal(word);
    later(isKept ? word : '');
    last = {word, isKept, before: isKept ? add(word, false) : undefined};
  }

  /**
   * What was missed while typing, and found when more of it stood there, was not missed.
   * @param {string} query
   */
  function found(query) {
    if (!last || !query.startsWith(last.word)) return;
    takeBack();
    later('');
    last = null;
  }

  // In a box that was emptied, or where one letter stands for all that was there, the same word is asked anew.
  addEventListener('input', ({target}) => {
    if (target instanceof HTMLInputElement && target.value.length < 2) last = null;
  });

  // ---- sending, where the desk has asked for it

  let whole = ''; // the word that is sent when nothing more is typed
  let timer = 0;
  /** @type {Set<string>} */
  const sent = new Set();

  /**
   * Has a word sent once it rests, and none of the letters on the way to it; '' has nothing sent.
   * @param {string} word
   */
  function later(word) {
    clearTimeout(timer);
    whole = word;
    if (word) timer = setTimeout(send, REST);
  }

  function send() {
    const {misses} = glossary.site || {};
    const word = whole;
    whole = '';
    if (!misses || !word || sent.has(word)) return;
    sent.add(word);
    fetch(misses, {
      method: 'POST',
      body: word,
      mode: 'no-cors',
      keepalive: true, // also when the page goes
      credentials: 'omit',
      referrerPolicy: 'no-referrer'
    }).catch(() => {}); // the browser's console has it
  }

  addEventListener('pagehide', send);

  // ---- telling

  /**
   * Where the desk has words sent to it, the box says so before there is one.
   * @param {HTMLElement} place
   */
  function tellOfSending(place) {
    place.textContent = t('misses.sent_to', {host: new URL(glossary.site?.misses || '').host});
    place.hidden = false;
  }

  /**
   * What is said of a word that is not there; what is shown all the same may well be what is meant.
   * @param {string} query
   * @param {Pick<Result, 'reason' | 'row'> | undefined} best
   */
  function notFound(query, best) {
    missed(query);
    const isMeant = best && best.reason !== 'mentioned';
    const said = isMeant
      ? t('misses.perhaps', {term: glossary.term(best.row).title})
      : t(best ? 'misses.mentioned' : 'misses.unknown', {word: query});
    const line = make('p', {}, [`${said} `, suggestion(query, !!isMeant)]);
    return make('div', {}, [line, folded()]);
  }

  /**
   * What is said when an answer is not what was meant; the query is kept.
   * @param {string} query
   */
  function notMeant(query) {
    const isKept = !isPersonal(query);
    if (isKept) add(query, true);
    const said = isKept ? t('misses.kept', {word: query}) : t('misses.not_kept');
    return make('div', {}, [
      make('p', {role: 'status'}, [`${said} `, isKept ? suggestion(query, false) : null]),
      folded()
    ]);
  }

  /**
   * The way to suggest a word: the address that the desk has named, else a note to hand to whoever keeps the
   * glossary.
   * @param {string} query
   * @param {boolean} isOther whether a term is shown that may be meant
   */
  function suggestion(query, isOther) {
    const word = {word: query};
    const title = t('misses.title', word);
    const body = t('misses.looked_up', word);
    const href = glossary.suggest.filled(glossary.site?.suggest, {title, term: query, body});
    if (!href) return note([title, body], t(isOther ? 'misses.note_other' : 'misses.note'));
    const text = t(isOther ? 'misses.suggest_other' : 'misses.suggest');
    return make('a', {href, target: '_blank', rel: 'noopener'}, [text]);
  }

  /**
   * A button that copies lines, with the edition and the address of the site; it says itself what became of it.
   * @param {string[]} lines
   * @param {string} text
   */
  function note(lines, text) {
    const {edition} = glossary.site || {};
    const stand = edition ? [t('suggest.line', {label: t('suggest.edition'), text: edition})] : [];
    const copy = button([text], () => {
      glossary.toClipboard([...lines, ...stand, root].join('\n')).then(
        () => copy.replaceChildren(t('misses.note_copied')),
        () => copy.replaceChildren(t('common.cannot_copy'))
      );
    });
    return make('span', {role: 'status'}, [copy]);
  }

  function folded() {
    const list = all();
    if (list.length < 2) return null;
    const fold = make('details', {}, [make('summary', {}, [t('misses.words', {count: list.length})])]);
    fold.append(panel(() => fold.remove()));
    return fold;
  }

  /**
   * All that was missed in this browser: to see, to hand over, to clear.
   * @param {() => void} [cleared]
   */
  function panel(cleared) {
    const place = make('div', {class: 'gl-missed__panel'});
    const status = make('p', {role: 'status'});
    draw();
    return place;

    function draw() {
      const list = all();
      if (!list.length) {
        place.replaceChildren(make('p', {}, [t('misses.none')]), status);
        return;
      }
      const rows = list.map((one) => make('li', {}, [one.query, ' ', make('span', {}, [said(one)])]));
      place.replaceChildren(
        make('ul', {}, rows),
        ...handing(list),
        button([t('common.clear')], clear),
        status
      );
    }
    /** @param {Miss[]} list */
    function handing(list) {
      if (list.length < ENOUGH) {
        return [make('p', {}, [t('misses.more_needed', {n: ENOUGH - list.length})])];
      }
      const href = addressFor(list);
      return [
        button([t('misses.copy_all')], () => {
          glossary.toClipboard(text(list)).then(
            () => tell(t('misses.copied')),
            () => tell(t('common.cannot_copy'))
          );
        }),
        ...(href ? [make('a', {href, target: '_blank', rel: 'noopener'}, [t('misses.send')])] : [])
      ];
    }
    /** @param {string} what */
    function tell(what) {
      status.textContent = what;
    }
    function clear() {
      write([]);
      later('');
      last = null;
      draw();
      tell(t('misses.cleared'));
      cleared?.();
    }
  }

  /** @param {Miss} one */
  function said({count, day, page, not_meant}) {
    const last = day && t('misses.last', {day});
    const parts = [t('misses.times', {n: count}), last, page, not_meant ? t('misses.not_meant') : ''];
    return `(${parts.filter(Boolean).join(', ')})`;
  }

  // ---- handing over

  /**
   * All words as the text that `glossary health --missed` reads.
   * @param {Miss[]} list
   * @param {number} [more] how many are left out
   */
  function text(list, more = 0) {
    const {edition} = glossary.site || {};
    const lines = list.map((one) => `- ${one.query} ${said(one)}`);
    const head = edition ? t('misses.head_of_edition', {edition}) : t('misses.head');
    return [head, ...lines, ...(more ? [t('misses.left_out', {count: more})] : [])].join('\n');
  }

  /**
   * The address of a mail or form with as many words as it takes, the newest first.
   * @param {Miss[]} list
   */
  function addressFor(list) {
    for (let most = list.length; most; most--) {
      const some = list.slice(0, most);
      const address = glossary.suggest.filled(glossary.site?.suggest, {
        title: t('misses.all_missed', {count: list.length}),
        term: some.map((one) => one.query).join(t('common.comma')),
        body: text(some, list.length - most)
      });
      if (glossary.suggest.fits(address)) return address;
    }
    return '';
  }

  glossary.misses = {tellOfSending, found, notFound, notMeant, panel};
})();
