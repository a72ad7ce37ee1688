/*
 * Days such as 2026-11-21 in the texts of scripts, written as the language of the site writes them; it stands in
 * assets/words.js.
 */
globalThis.glossary = globalThis.glossary || {};

/** @param {string} language */
glossary.writeDays = (language) => {
  const DAY = /^\d{4}-\d\d-\d\d$/;
  const {t, placed} = glossary;
  const written = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeZone: 'UTC'});

  /** @template Value @param {Value} value */
  const shown = (value) =>
    typeof value === 'string' && DAY.test(value) ? written.format(new Date(value)) : value;
  /** @type {<Values extends TextValues>(values: Values) => Values} */
  const inDays = (values) =>
    /** @type {any} */ (
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)]))
    );

  glossary.t = (key, values = {}) => t(key, inDays(values));
  glossary.placed = (key, values) => placed(key, inDays(values));
};
