/*
 * Suggestions of readers: the address of a mail or a form, filled in. Loaded when one is asked for.
 *
 * Nothing is sent from here: a reader opens the address, sees what stands in it, and sends it or does not.
 */
(() => {
  'use strict';

  /** Letters of an address that mail programs take on every system, and that servers take. */
  const MOST = {mail: 1900, form: 6000};
  const {t} = glossary;

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
   * The parts that this page shows, each with the address to tell what is wrong with it.
   * @param {HTMLElement} page
   * @returns {[string, string][]}
   */
  function parts(page) {
    const term = glossary.part('.gl-crumbs [aria-current]', page).textContent || '';
    const {correct, edition = ''} = glossary.site || {};
    // details and example stand behind the block that holds the name
    const around = page.parentElement || page;
    /** @type {[string, string][]} */
    const shown = PARTS.map(([name, selector]) => [t(`suggest.${name}`), textOf(around, selector)]);
    const there = shown.filter(([, text]) => text);
    return [...there, /** @type {[string, string]} */ ([t('suggest.something_else'), ''])].map(
      ([field, text]) => [
        field,
        filled(correct, {title: t('suggest.title', {term}), term, field, text, edition})
      ]
    );
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

  glossary.suggest = {filled, fits, parts};
})();
