/*
 * For team leads: many result lines become one table of what is missed most, and a link gives a class the
 * same questions. What is pasted stays in this page's memory: no address, no storage.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  const {learn, make, button, part, studying, t} = glossary;
  const LONGEST = 80; // of a line that is left out

  /** The rows of the page's table of paths. @type {NodeListOf<HTMLTableRowElement>} */
  const paths = document.querySelectorAll('.gl-team__paths tr[data-path]');

  /** @param {HTMLTableRowElement} row */
  function titleOf(row) {
    return part('th', row).textContent || '';
  }

  /**
   * The title of a path, or its id where the path is gone.
   * @param {string} path
   */
  function nameOf(path) {
    const row = Array.from(paths).find((one) => one.dataset.path === path);
    const set = studying.sets().find(({id}) => id === path);
    return row ? titleOf(row) : set?.title || t('team.unknown', {path});
  }

  /**
   * The results by key; one result may have several.
   * @param {ResultLine[]} results
   * @param {(result: ResultLine) => Iterable<string>} keys
   */
  function grouped(results, keys) {
    /** @type {Map<string, ResultLine[]>} */
    const groups = new Map();
    for (const result of results) {
      for (const key of keys(result)) groups.set(key, [...(groups.get(key) || []), result]);
    }
    return Array.from(groups);
  }

  /**
   * Slugs of terms with the results that miss them, most first.
   * @param {ResultLine[]} results
   */
  function missedMost(results) {
    return grouped(results, (result) => new Set(result.missed)).sort(
      ([slug, missing], [other, others]) => others.length - missing.length || (slug < other ? -1 : 1)
    );
  }

  /**
   * A table whose first column names its rows.
   * @param {string[]} heads
   * @param {Child[][]} rows
   * @param {string} caption
   */
  function table(heads, rows, caption) {
    const head = heads.map((text) => make('th', {scope: 'col'}, [text]));
    const body = rows.map(([first, ...others]) =>
      make('tr', {}, [
        make('th', {scope: 'row'}, [first]),
        ...others.map((cell, i) => make('td', {'data-head': heads[i + 1]}, [cell]))
      ])
    );
    return make('table', {class: 'gl-table'}, [
      make('caption', {}, [caption]),
      make('thead', {}, [make('tr', {}, head)]),
      make('tbody', {}, body)
    ]);
  }

  /** @param {ResultLine[]} results */
  function people(results) {
    const names = new Set(results.map((result) => result.who).filter(Boolean));
    return Array.from(names).join(t('common.comma')) || '–';
  }

  /**
   * What is the same for all who got the same questions.
   * @param {ResultLine} result
   */
  function sameAs({path, kind, seed, edition}) {
    return `${path} ${kind} ${seed} ${edition}`;
  }

  /**
   * Whether a result asked for a term. A line that does not say so asked for what it missed, and for what another
   * one with the same questions did; a path, for what others missed on it.
   * @param {ResultLine} result
   * @param {string} slug
   * @param {ResultLine[]} all
   */
  function wasAsked(result, slug, all) {
    if (result.asked.length || result.missed.includes(slug)) {
      return result.asked.includes(slug) || result.missed.includes(slug);
    }
    const isShared = result.seed || result.kind === 'path';
    return all.some(
      (one) => isShared && sameAs(one) === sameAs(result) && [...one.asked, ...one.missed].includes(slug)
    );
  }

  /**
   * A row a person, by the name before the line; a line without a name is a person of its own.
   * @param {ResultLine[]} results
   */
  function personTable(results) {
    const groups = grouped(results, ({who, line}) => [who || `? ${line}`]);
    const rows = groups.map(([, own]) => {
      const share = own.reduce((all, {score, of}) => all + (of ? score / of : 0), 0);
      const missed = new Set(own.flatMap((one) => one.missed));
      return [
        own[0].who || t('team.no_name', {number: own[0].line}),
        String(own.length),
        t('team.percent', {number: Math.round((100 * share) / own.length)}),
        Array.from(missed, (slug) => titleOfTerm(slug)).join(t('common.comma')) || '–'
      ];
    });
    const heads = [t('team.person'), t('team.results'), t('team.average'), t('team.missed')];
    return table(heads, rows, t('team.by_person'));
  }

  /** @param {string} slug */
  function titleOfTerm(slug) {
    const row = glossary.rowOf(slug);
    return row < 0 ? t('team.gone', {term: slug}) : glossary.term(row).title;
  }

  /** @param {ResultLine[]} results */
  function missedTable(results) {
    const missed = missedMost(results);
    if (!missed.length) return make('p', {}, [t('team.nobody')]);
    const rows = missed.map(([slug, missing]) => {
      const row = glossary.rowOf(slug);
      const name = row < 0 ? t('team.gone', {term: slug}) : linkTo(glossary.term(row));
      const whole = results.filter((result) => wasAsked(result, slug, results)).length;
      return [name, t('team.some', {count: missing.length, whole}), people(missing)];
    });
    return table([t('team.term'), t('team.missed'), t('team.by')], rows, t('team.missed_most'));
  }

  /** @param {Term} one */
  function linkTo(one) {
    return make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [one.title]);
  }

  /**
   * What was done, in words; a kind that is not ours stands as it was written.
   * @param {string} kind
   * @param {string} seed
   * @param {string} edition
   */
  function whatOf(kind, seed, edition) {
    const name = ['path', 'quiz', 'test', 'cards'].includes(kind) ? t(`team.${kind}_kind`) : kind;
    const seeded = seed ? t('team.seed_of', {kind: name, seed}) : name;
    return edition ? t('team.edition_of', {what: seeded, edition}) : seeded;
  }

  /** @param {ResultLine[]} results */
  function pathTable(results) {
    const groups = grouped(results, (result) => [sameAs(result)]);
    const rows = groups.map(([, same]) => {
      const [{path, kind, seed, edition}] = same;
      const sum = same.reduce((all, {score, of}) => all + (of ? score / of : 0), 0);
      const average = t('team.percent', {number: Math.round((100 * sum) / same.length)});
      return [nameOf(path), whatOf(kind, seed, edition), String(same.length), average];
    });
    const heads = [t('team.path'), t('team.what'), t('team.results'), t('team.average')];
    return table(heads, rows, t('team.how_it_went'));
  }

  /** @param {Trouble[]} troubles */
  function troubleList(troubles) {
    const items = troubles.map(({line, why, text}) => {
      const short = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
      return make('li', {}, [`${t('team.line', {number: line, why})} `, make('code', {}, [short])]);
    });
    return make('div', {class: 'gl-team__troubles'}, [
      make('p', {}, [make('strong', {}, [t('team.left_out', {n: troubles.length})])]),
      make('ul', {}, items)
    ]);
  }

  /**
   * How many lines were read, and how many were not.
   * @param {number} read
   * @param {number} not
   */
  function countOf(read, not) {
    const found = t('team.found', {n: read});
    return not ? t('team.found_and', {found, left_out: t('team.left_out', {n: not})}) : found;
  }

  /**
   * Where result lines are pasted, and what comes of them.
   * @param {Element} place
   */
  function results(place) {
    const area = make('textarea', {
      rows: '7',
      'aria-label': t('team.lines'),
      spellcheck: 'false',
      autocomplete: 'off',
      placeholder: t('team.example')
    });
    const status = make('p', {role: 'status', class: 'gl-team__count'});
    const out = make('div');
    const copy = button([t('team.copy_table')], copyTable, 'gl-button');
    copy.hidden = true;
    function copyTable() {
      /** @type {NodeListOf<HTMLTableRowElement>} */
      const found = out.querySelectorAll('table:first-of-type tr');
      const rows = Array.from(found, (row) => Array.from(row.cells, (cell) => cell.textContent).join('\t'));
      glossary.toClipboard(rows.join('\n')).then(() => {
        status.textContent = t('common.copied');
      });
    }
    area.addEventListener('input', () => {
      const {results, troubles} = learn.readResults(area.value);
      out.replaceChildren();
      if (results.length) out.append(missedTable(results), personTable(results), pathTable(results));
      if (troubles.length) out.append(troubleList(troubles));
      copy.hidden = !missedMost(results).length;
      status.textContent = area.value.trim() ? countOf(results.length, troubles.length) : '';
    });
    place.append(area, status, out, copy);
  }

  /**
   * A link to the same questions for a whole class.
   * @param {Element} form
   */
  function seeds(form) {
    const select = make('select', {id: 'gl-seed-path'});
    const seed = make('input', {
      id: 'gl-seed',
      inputmode: 'numeric',
      maxlength: '6',
      size: '7',
      autocomplete: 'off'
    });
    const sets = studying.sets().filter(({kind}) => kind !== 'all');
    for (const [place, set] of sets.entries()) {
      select.append(make('option', {value: String(place)}, [set.title]));
    }
    const link = make('a');
    const status = make('span', {role: 'status'});
    const fresh = button([t('team.another_seed')], roll, 'gl-button');
    const copy = button([t('team.copy_link')], copyLink, 'gl-button');
    function show() {
      const set = sets[Number(select.value)];
      const questions = glossary.makeQuiz(set.rows, Number(seed.value));
      const edition = glossary.asking.editionOf(questions);
      link.href = `${glossary.root}quiz.html${studying.fragment(set, Number(seed.value), edition)}`;
      link.textContent = link.href;
      status.textContent = '';
    }
    function roll() {
      seed.value = String(1000 + Math.floor(Math.random() * 9000));
      show();
    }
    function copyLink() {
      glossary.toClipboard(link.href).then(() => {
        status.textContent = ` ${t('common.copied')}`;
      });
    }
    select.addEventListener('change', show);
    seed.addEventListener('input', () => {
      seed.value = seed.value.replace(/\D/g, '');
      show();
    });
    const [path, number] = [
      make('label', {for: select.id}, [`${t('team.path_or_topic')} `]),
      make('label', {for: seed.id}, [`${t('team.seed')} `])
    ];
    form.append(
      make('p', {}, [path, select, ' ', number, seed, ' ', fresh]),
      make('p', {}, [link, ' ', copy, status])
    );
    roll();
  }

  const place = part('.gl-team__results');
  studying.whenReady(place, ['lookup-texts', 'study-data', 'quiz-data', 'questions'], () => {
    results(place);
    const form = document.querySelector('.gl-seed');
    if (form && studying.sets().length > 1) seeds(form);
  });
});
