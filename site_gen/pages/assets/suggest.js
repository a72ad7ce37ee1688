/*
 * Suggestions of readers: the address of a mail or a form, filled in. Loaded when one is asked for.
 *
 * Nothing is sent from here: a reader opens the address, sees what stands in it, and sends it or does not.
 */
(() => {
  'use strict';

  /** Letters of an address that mail programs take on every system, and that servers take. */
  const MOST = {mail: 1900, form: 6000};
  const {make, button, t} = glossary;

  /** The parts of a term, by the key of its name, and what shows it on its page. @type {[string, string][]} */
  const PARTS = [
    ['definition', '.gl-def__text'],
    ['here', '.gl-here'],
    ['details', '.gl-text'],
    ['example', '.gl-example'],
    ['say', '.gl-say']
  ];

  /**
   * An address with its placeholders filled in; '' where there is no pattern.
   * @param {string | undefined} pattern
   * @param {Record<string, string>} fields
   */
  function filled(pattern, fields) {
    if (!pattern) return '';
    const isMail = pattern.startsWith('mailto:');
    let letters = Array.from(fields.text || '');
    let address = put(pattern, fields, isMail);
    while (!fits(address) && letters.length) {
      letters = letters.slice(0, Math.floor(letters.length * 0.8));
      address = put(pattern, {...fields, text: `${letters.join('')} …`}, isMail);
    }
    return address;
  }

  /**
   * Whether an address is no longer than programs take.
   * @param {string} address
   */
  function fits(address) {
    return address.length <= (address.startsWith('mailto:') ? MOST.mail : MOST.form);
  }

  /**
   * @param {string} pattern
   * @param {Record<string, string>} fields
   * @param {boolean} isMail
   */
  function put(pattern, fields, isMail) {
    /** @type {Record<string, string | undefined>} */
    const values = {...fields, body: fields.body ?? inWords(fields)};
    return pattern.replace(/\{(\w+)\}/g, (_, name) => encoded(values[name] || '', isMail));
  }

  /**
   * A value as it stands in an address; in a mail lines end as RFC 6068 has it.
   * @param {string} text
   * @param {boolean} isMail
   */
  function encoded(text, isMail) {
    const whole = text.replace(/[\ud800-\udfff]/gu, ''); // a half of a sign, which no address can hold
    return encodeURIComponent(isMail ? whole.replace(/\r?\n/g, '\r\n') : whole);
  }

  /** @param {Record<string, string>} fields */
  function inWords(fields) {
    /** @type {[string, string][]} */
    const lines = [
      ['term', fields.term],
      ['field', fields.field],
      ['text', fields.text],
      ['edition', fields.edition]
    ];
    const said = lines
      .filter(([, text]) => text)
      .map(([name, text]) => t('suggest.line', {label: t(`suggest.${name}`), text}));
    return [...said, `${t('suggest.wrong')} `].join('\n\n');
  }

  /**
   * The ways to tell what is wrong with a part of this page, as items of a list: an address for each part, that
   * of the site or a mail to whom the page says to ask, else a note to copy.
   * @param {HTMLElement} page
   */
  function ways(page) {
    const {correct, edition = ''} = glossary.site || {};
    const all = parts(page).map((about) => ({edition, ...about}));
    const pattern = correct || mailTo(page.parentElement || page);
    if (pattern) return all.map((about) => make('li', {}, [linkOf(about.field, filled(pattern, about))]));
    // it says what became of a copy where it stood before, so that nothing moves
    const told = make('span', {role: 'status'}, [t('suggest.note')]);
    const first = make('li', {class: 'gl-wrong__told'}, [told]);
    return [first, ...all.map((about) => make('li', {}, [noteOf(about, told)]))];
  }

  /**
   * The pattern of a mail to the first who can be asked about the term; '' where nobody has an address.
   * @param {HTMLElement} around
   */
  function mailTo(around) {
    const link = around.querySelector('.gl-ask a[href^="mailto:"]');
    return link ? `${link.getAttribute('href')}?subject={title}&body={body}` : '';
  }

  /**
   * The parts that this page shows, each with what there is to tell of it.
   * @param {HTMLElement} page
   */
  function parts(page) {
    const term = glossary.part('.gl-crumbs [aria-current]', page).textContent || '';
    // details and example stand behind the block that holds the name
    const around = page.parentElement || page;
    /** @type {[string, string][]} */
    const shown = PARTS.map(([name, selector]) => [t(`suggest.${name}`), textOf(around, selector)]);
    const there = shown.filter(([, text]) => text);
    return [...there, [t('suggest.something_else'), '']].map(([field, text]) => ({
      title: t('suggest.title', {term}),
      term,
      field,
      text
    }));
  }

  /**
   * @param {string} name
   * @param {string} href
   */
  function linkOf(name, href) {
    const link = make('a', {href, rel: 'noopener', target: '_blank'}, [name]);
    if (href.startsWith('mailto:')) link.removeAttribute('target'); // no empty tab beside the mail
    return link;
  }

  /**
   * A button that copies what there is to tell of a part, with the address of this page.
   * @param {Record<string, string>} about
   * @param {HTMLElement} told
   */
  function noteOf(about, told) {
    const address = location.href.split(/[?#]/)[0];
    return button([about.field], () => {
      glossary.toClipboard([about.title, address, inWords(about)].join('\n\n')).then(
        () => told.replaceChildren(t('suggest.note_copied')),
        () => told.replaceChildren(t('common.cannot_copy'))
      );
    });
  }

  /**
   * What stands in a part as a reader sees it, without its label and buttons.
   * @param {HTMLElement} around
   * @param {string} selector
   */
  function textOf(around, selector) {
    const texts = Array.from(around.querySelectorAll(selector), (one) => {
      const copy = /** @type {HTMLElement} */ (one.cloneNode(true));
      for (const extra of copy.querySelectorAll('button, .gl-label')) extra.remove();
      return (copy.textContent || '').trim().replace(/[^\S\n]+/g, ' ');
    });
    return texts.filter(Boolean).join('\n');
  }

  glossary.suggest = {filled, fits, ways};
})();
