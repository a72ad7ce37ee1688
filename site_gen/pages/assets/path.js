/*
 * Learning paths: ticks kept in this browser, where to go on, what changed since, and a finish line.
 *
 * A tick is a record of the store `path.<id>` by the address of the stop: `hash` is the stop's text as it was
 * then, "" for a tick taken back; `unsure` marks a term to come back to. Works on a path's page and on the
 * list of paths; the page of all terms has zero.js.
 */
document.addEventListener('DOMContentLoaded', () => {
  'use strict';

  /**
   * A stop on its page; `minutes` is how long it takes to read.
   * @typedef {{key: string, hash: string, title: string, minutes: number, section: HTMLElement,
   *   link: Element, done: HTMLInputElement, unsure: HTMLInputElement, changed: HTMLElement, again: HTMLElement}} Stop
   */

  const {learn, make, button, part, t} = glossary;
  const SHOWN = 2500; // ms that the page says "Copied"

  /** @param {Entry | undefined} record */
  function ticked(record) {
    return Boolean(record?.hash);
  }

  /** @param {() => void} use */
  function check(use) {
    const box = make('input', {type: 'checkbox'});
    box.addEventListener('change', use);
    return box;
  }

  // ---- a path's page

  /**
   * The ticks of one stop, at its end.
   * @param {HTMLElement} section
   * @param {Element} link
   * @param {(name: string, fields: Record<string, unknown>) => void} save
   * @returns {Stop}
   */
  function stopOf(section, link, save) {
    const heading = /** @type {Element} */ (part('.gl-stop__title', section).cloneNode(true));
    for (const one of heading.querySelectorAll('.gl-stop__number, .gl-stop__minutes, .gl-abbr')) one.remove();
    const title = (heading.textContent || '').trim();
    const minutes = (part('.gl-stop__minutes', section).textContent || '').replace('½', '.5');
    const hash = section.dataset.hash || '';
    const done = check(() => save(section.id, {hash: done.checked ? hash : '', unsure: unsure.checked}));
    const unsure = check(saveAsRead);
    const again = button([t('path.read_again')], readAgain, 'gl-button');
    again.hidden = true;
    const news = [`${t('path.changed')} `];
    const changed = make('span', {class: 'gl-stop__changed', hidden: ''}, news);
    function saveAsRead() {
      save(section.id, {hash, unsure: unsure.checked});
    }
    function readAgain() {
      saveAsRead();
      done.focus();
    }
    /** @param {HTMLInputElement} box @param {string} text */
    function labelled(box, text) {
      return make('label', {}, [box, text, make('span', {class: 'gl-unseen'}, [`: ${title}`])]);
    }
    const isTerm = section.dataset.term !== undefined;
    section.append(
      make('p', {class: 'gl-stop__ticks'}, [
        labelled(done, ` ${t('path.done')}`),
        isTerm ? labelled(unsure, ` ${t('path.not_sure')}`) : null,
        changed,
        again
      ])
    );
    return {
      key: section.id,
      hash,
      title,
      minutes: parseFloat(minutes) || 0.5,
      section,
      link,
      done,
      unsure,
      changed,
      again
    };
  }

  /** @param {Stop} stop */
  function linkTo(stop) {
    return make('a', {href: `#${stop.key}`}, [stop.title]);
  }

  /** @param {HTMLElement} page */
  function pathPage(page) {
    const id = page.dataset.path || '';
    const store = `path.${id}`;
    const finish = part('.gl-finish');
    const links = page.querySelectorAll('.gl-path__contents a');
    /** @type {NodeListOf<HTMLElement>} */
    const sections = document.querySelectorAll('.gl-stop');
    const stops = Array.from(sections, (section, i) =>
      stopOf(section, links[i], (name, fields) => learn.put(store, name, fields))
    );

    // What stands above and below the stops.
    const text = make('span', {role: 'status'});
    const bar = make('progress', {max: String(stops.length), 'aria-label': t('path.stops_done')});
    const next = make('a', {class: 'gl-button'});
    const changes = make('div', {class: 'gl-path__changes', hidden: ''});
    const head = make('div', {class: 'gl-progress'}, [bar, text, next]);
    document.querySelector('.md-top')?.classList.add('gl-path__top'); // it would lie upon the progress
    const done = make('div', {class: 'gl-finish__done'});
    const today = make('p', {class: 'gl-path__today', role: 'status', hidden: ''});
    page.after(head, today, changes, part('.gl-path__contents')); // a long list would keep its start out of sight
    const days = Array.from(document.querySelectorAll('.gl-day'), (day) =>
      Array.from(day.querySelectorAll('.gl-stop'), (stop) => stop.id)
    );
    part('h2', finish).after(done);
    finish.append(learn.clearButton());
    learn.notice(head);
    for (const link of document.querySelectorAll('.gl-asks')) {
      link.setAttribute('href', `${link.getAttribute('href')}#path=${id}`);
    }

    const line = make('code', {class: 'gl-line'});
    const copied = make('span', {role: 'status'});
    const copy = button([t('path.copy')], copyLine, 'gl-button');
    function copyLine() {
      glossary.toClipboard(line.textContent || '').then(() => {
        copied.textContent = ` ${t('common.copied')}`;
        setTimeout(() => {
          copied.textContent = '';
        }, SHOWN);
      });
    }

    function show() {
      const records = learn.all(store);
      /** @type {Stop[]} */
      const changed = [];
      /** @type {Stop[]} */
      const unsure = [];
      /** @type {Stop[]} */
      const open = [];
      let left = 0;
      let last = 0;
      for (const stop of stops) {
        const record = records[stop.key];
        const is = ticked(record);
        const isStale = is && record?.hash !== stop.hash;
        stop.done.checked = is;
        stop.unsure.checked = Boolean(record?.unsure);
        stop.changed.hidden = !isStale;
        stop.again.hidden = !isStale;
        stop.section.classList.toggle('gl-stop--done', is);
        stop.link.classList.toggle('gl-done', is);
        stop.link.setAttribute('aria-label', is ? t('path.is_done', {stop: stop.title}) : stop.title);
        if (!is) {
          open.push(stop);
          left += stop.minutes;
        }
        if (isStale) changed.push(stop);
        if (stop.unsure.checked) unsure.push(stop);
        if (record && is) last = Math.max(last, record.at);
      }
      const score = stops.length - open.length;
      const [first] = open;
      bar.value = score;
      text.textContent = first
        ? t('path.to_go', {score, whole: stops.length, minutes: Math.ceil(left)})
        : t('path.all_done', {n: stops.length});
      next.href = first ? `#${first.key}` : '#the_end';
      next.textContent = first
        ? t(score ? 'path.go_on_with' : 'path.start_with', {stop: first.title})
        : t('path.what_next');
      const now = score && days.length > 1 ? learn.dayOf(days, records) : null;
      today.hidden = !now;
      if (now) {
        const said = t(now.done ? 'path.done_today' : 'path.today', {day: now.number, n: now.left});
        if (today.textContent !== said) today.textContent = said;
      }
      showChanges(changed, !first);
      showFinish(!first, unsure, last, score);
    }

    /** @param {Stop[]} changed @param {boolean} finished */
    function showChanges(changed, finished) {
      changes.hidden = !changed.length;
      if (!changed.length) return;
      const title = t(finished ? 'path.changed_finished' : 'path.changed_read');
      const items = changed.map((stop) => make('li', {}, [linkTo(stop)]));
      changes.replaceChildren(
        make('p', {}, [make('strong', {}, [title]), ` (${t('common.terms', {n: changed.length})})`]),
        make('ul', {}, items)
      );
    }

    /**
     * The end of the path, and the result so far.
     * @param {boolean} finished
     * @param {Stop[]} unsure
     * @param {number} last
     * @param {number} score
     */
    function showFinish(finished, unsure, last, score) {
      const focused = document.activeElement === copy;
      done.hidden = !score;
      line.textContent = learn.resultLine({
        kind: 'path',
        path: id,
        score,
        of: stops.length,
        date: finished ? glossary.today(last) : glossary.today(),
        missed: unsure.map((stop) => stop.key)
      });
      const so = finished
        ? make('strong', {}, [t('path.finished')])
        : t('path.so_far', {score, n: stops.length});
      const names = make('span');
      for (const [i, stop] of unsure.entries()) names.append(i ? t('common.comma') : '', linkTo(stop));
      done.replaceChildren(
        make('p', {}, [so]),
        unsure.length ? make('p', {}, glossary.placed('path.unsure', {stops: names})) : '',
        make('p', {}, [...glossary.placed('common.to_lead', {line}), ' ', copy, copied])
      );
      if (focused) copy.focus();
    }

    learn.watch(show);
    show();
    // what was added above has moved what the address asks for
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }

  // ---- the list of paths

  /** @param {HTMLElement} card */
  function pathCard(card) {
    const keys = (card.dataset.stops || '').trim().split(' ');
    const name = part('.gl-card__name', card);
    const bar = make('progress', {max: String(keys.length), 'aria-label': t('path.stops_done')});
    const link = make('a');
    const line = make('p', {class: 'gl-ways__progress', hidden: ''}, [bar, link]);
    card.append(line);
    function show() {
      const records = learn.all(`path.${card.dataset.path}`);
      const open = keys.filter((key) => !ticked(records[key]));
      const score = keys.length - open.length;
      line.hidden = !score;
      bar.value = score;
      link.textContent = open.length ? t('path.card', {score, whole: keys.length}) : t('path.card_finished');
      const said = {path: name.textContent || '', progress: link.textContent || ''};
      link.setAttribute('aria-label', t('path.card_label', said));
      link.href = `${name.getAttribute('href')}#${open[0] || 'the_end'}`;
    }
    learn.watch(show);
    show();
  }

  /** @param {HTMLElement} hub */
  function hubPage(hub) {
    /** @type {NodeListOf<HTMLElement>} */
    const cards = hub.querySelectorAll('.gl-ways .gl-card');
    for (const card of cards) pathCard(card);
    learn.notice(hub);
    hub.append(learn.carry(), learn.clearButton());
  }

  /** @type {[string, (page: HTMLElement) => void][]} */
  const pages = [
    ['.gl-path', pathPage],
    ['.gl-learn', hubPage]
  ];
  for (const [selector, begin] of pages) {
    /** @type {HTMLElement | null} */
    const page = document.querySelector(selector);
    if (page) begin(page);
  }
});
