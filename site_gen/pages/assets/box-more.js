/*
 * What the lookup and a term's page offer more rarely, loaded when asked for: other forms to copy a term in,
 * favourites, the list of keys.
 */
(() => {
  'use strict';

  const {root, make, button, memory, t} = glossary;
  const FAVOURITES = 50;
  const PAIRS = 3; // of the pairs that a term is in, how many are offered
  const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

  // ---- favourites

  /** @type {BoxMore['isFavourite']} */
  const isFavourite = (slug) => memory.read('favourites').includes(slug);

  /** @type {BoxMore['toggle']} */
  function toggle(slug) {
    if (!isFavourite(slug)) return memory.add('favourites', slug, FAVOURITES);
    memory.write(
      'favourites',
      memory.read('favourites').filter((one) => one !== slug)
    );
  }

  /**
   * A button that keeps a term as a favourite, or no longer.
   * @type {BoxMore['star']}
   */
  function star(slug, looks) {
    const made = button(
      [],
      () => {
        toggle(slug);
        show();
      },
      looks
    );
    function show() {
      const isKept = isFavourite(slug);
      made.textContent = isKept ? '★' : '☆';
      made.setAttribute('aria-pressed', String(isKept));
      made.setAttribute('aria-label', t('more.favourite'));
      made.title = t('more.favourite');
    }
    show();
    return made;
  }

  // ---- forms

  /** @param {Pick<Term, 'title' | 'short'>} one */
  function named(one) {
    return one.short.length ? `${one.title} (${one.short.join(t('common.comma'))})` : one.title;
  }

  /** @param {string} text */
  function inHtml(text) {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  }

  /** @param {string} text */
  function inMarkdown(text) {
    return text.replace(/[\\`*_[\]<>]/g, '\\$&');
  }

  /**
   * The forms of a term: what each is called, its text, and its HTML where it has one.
   * @param {Pick<Term, 'slug' | 'title' | 'short' | 'definition'>} one
   * @returns {[string, string, string?][]}
   */
  function forms(one) {
    const url = glossary.address(one.slug);
    const text = `${named(one)}: ${one.definition}`;
    const html = `<a href="${inHtml(url)}"><b>${inHtml(named(one))}</b></a>: ${inHtml(one.definition)}`;
    return [
      [t('more.definition'), text],
      [t('more.link'), url],
      [t('more.markdown'), `[**${inMarkdown(named(one))}**](${url}): ${inMarkdown(one.definition)}`],
      [t('more.html'), `${text}\n${url}`, html],
      ...pairs(one)
    ];
  }

  /**
   * The confusable pairs of a term, with what tells them apart.
   * @param {Pick<Term, 'slug' | 'title' | 'short' | 'definition'>} one
   * @returns {[string, string][]}
   */
  function pairs(one) {
    const differences = Object.entries(glossary.texts?.differences || {});
    const own = differences.filter(([pair]) => pair.split('-vs-').includes(one.slug)).slice(0, PAIRS);
    return own.flatMap(([pair, difference]) => {
      const row = glossary.rowOf(pair.split('-vs-').find((slug) => slug !== one.slug) ?? '');
      if (row < 0 || !difference) return [];
      const other = glossary.term(row);
      const lines = [
        `${named(one)}: ${one.definition}`,
        `${named(other)}: ${other.definition}`,
        glossary.boxTexts?.labelled(t('texts.difference'), difference),
        `${root}compare.html#${pair}`
      ];
      return [[t('more.pair', {other: other.title}), lines.join('\n')]];
    });
  }

  /**
   * Copies a text that is also HTML; where the browser takes no HTML, the text.
   * @param {string} text
   * @param {string} html
   */
  async function toClipboard(text, html) {
    const data = {'text/html': html, 'text/plain': text};
    try {
      const parts = Object.entries(data).map(([type, part]) => [type, new Blob([part], {type})]);
      await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(parts))]);
    } catch {
      await glossary.toClipboard(text);
    }
  }

  /** @type {BoxMore['offer']} */
  function offer(one, box, hasStar = false) {
    const made = forms(one).map(([name, text, html]) =>
      button([name], () => {
        const said = t('more.copied', {form: name, what: one.title});
        if (!html) return box.take(text, said);
        toClipboard(text, html).then(
          () => box.report(said),
          () => box.report(t('common.cannot_copy'))
        );
      })
    );
    box.report(t('more.as', {what: one.title}), hasStar ? made : [...made, star(one.slug)]);
  }

  // ---- keys

  const KEYS = [
    ['/', 'open'],
    [MAC ? '⌘ K' : 'Ctrl K', 'open_anywhere'],
    ['↓ ↑', 'choose'],
    ['↵', 'go'],
    [MAC ? '⌘ ↵' : 'Ctrl ↵', 'new_tab'],
    [MAC ? '⌘ C' : 'Ctrl C', 'copy'],
    [MAC ? '⌘ ⇧ ↵' : 'Ctrl ⇧ ↵', 'say'],
    [t('more.esc'), 'close'],
    ['?', 'keys']
  ];

  /** @type {HTMLDialogElement | null} */
  let dialog = null;

  function keys() {
    dialog = dialog || keysDialog();
    if (!dialog.open) dialog.showModal();
  }

  function keysDialog() {
    const rows = KEYS.map(([key, does]) =>
      make('div', {}, [make('dt', {}, [make('kbd', {}, [key])]), make('dd', {}, [t(`more.key_${does}`)])])
    );
    const close = button([t('more.close')], () => made.close());
    const made = make('dialog', {class: 'gl-keys', 'aria-label': t('more.keys')}, [
      make('h2', {}, [t('more.keys')]),
      make('dl', {}, rows),
      close
    ]);
    made.addEventListener('click', (event) => {
      if (event.target === made) made.close();
    });
    document.body.append(made);
    return made;
  }

  glossary.boxMore = {offer, star, isFavourite, toggle, keys};
})();
