/*
 * What all pages for learners share: progress kept in this browser, and the result line that a learner may
 * hand to a team lead. Nothing is sent anywhere.
 *
 * A store is a map of records by name, each with `at`, the time of its last change. Each record stands by itself
 * in localStorage, under `glossary.learn.1:<path of the site>:<store>:<name>`; 1 is the version of this form. A tab
 * sees what another one wrote only a little later: were a store one value, the tab would write over it with what
 * it knows. Where the browser keeps nothing (blocked or full), everything goes on in memory, and the page says so.
 *
 * A result line reads
 *
 *   glossary/1 kind=quiz path=week-one date=2026-11-22 score=8/10 missed=churn,backlog seed=4711
 *
 * `kind` is what was done (path, quiz or cards), `path` the id of a path or topic, `missed` slugs of terms;
 * `seed` and `missed` may be absent, fields stand in any order, fields unknown to a reader are passed over.
 * What stands before `glossary/1` on the line, such as a name in a chat, says who it is from.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  /** @typedef {{at: number, [field: string]: unknown}} Entry */
  /** @typedef {{line: number, who: string, kind: string, path: string, date: string, score: number, of: number, missed: string[], seed: string}} Result */

  var ROOT = document.currentScript.src.replace(/assets\/[^/]*$/, '');
  var PREFIX = 'glossary.learn.1:' + new URL(ROOT).pathname + ':';
  var TRIAL = PREFIX + '?';
  var MARK = 'glossary/1';

  /** box.js' `make`, which comes after this script: a page's own scripts stand above those of every page. */
  function make(tag, attributes, children) {
    return glossary.make(tag, attributes, children);
  }

  /** Call `use` when all scripts of the page are there. */
  function ready(use) {
    if (document.readyState === 'complete') use();
    else document.addEventListener('DOMContentLoaded', use);
  }

  // ---- progress -----------------------------------------------------------------------------------

  /** @type {Map<string, Entry>} what could not be stored, by key */
  var unsaved = new Map();
  var watchers = [], heard = new Set(), kept = true;

  /** A sound record, or null: whatever else somebody or something wrote there counts for nothing. */
  function parsed(text) {
    var record;
    try { record = JSON.parse(text); } catch (error) { return null; }
    return record !== null && typeof record === 'object' && Number.isFinite(record.at) ? record : null;
  }

  /** The keys of this site's records; none without a storage. */
  function keys() {
    try { return Object.keys(localStorage).filter(function (key) { return key.startsWith(PREFIX); }); } catch (error) { return []; }
  }

  /** All records of a store by name. @returns {Object<string, Entry>} */
  function all(store) {
    var found = Object.create(null), start = PREFIX + store + ':';
    keys().forEach(function (key) {
      var record = key.startsWith(start) && parsed(localStorage.getItem(key));
      if (record) found[key.slice(start.length)] = record;
    });
    unsaved.forEach(function (record, key) {
      var name = key.slice(start.length);
      if (key.startsWith(start) && !(name in found && found[name].at > record.at)) found[name] = record;
    });
    return found;
  }

  function save(record, key) {
    try {
      localStorage.setItem(key, JSON.stringify(record));
      unsaved.delete(key);
    } catch (error) {
      unsaved.set(key, record);
    }
  }

  /** Set one record of a store; `at` is set here. */
  function put(store, name, fields) {
    var key = PREFIX + store + ':' + name;
    save(Object.assign({}, fields, {at: Date.now()}), key);
    Array.from(unsaved).forEach(function (waiting) { if (waiting[0] !== key) save(waiting[1], waiting[0]); });
    tell(store);
  }

  function tell(store) {
    kept = !unsaved.size;
    watchers.forEach(function (watcher) { watcher(store); });
  }

  /** Call `use(store)` whenever a store changes, in this tab or another. */
  function watch(use) {
    watchers.push(use);
  }

  /** Forget everything that pages for learners have kept in this browser for this site. */
  function clear() {
    unsaved.clear();
    keys().forEach(function (key) { localStorage.removeItem(key); });
    tell('');
  }

  // Another tab has written, or cleared: many records at once, told together.
  addEventListener('storage', function (event) {
    if (event.key !== null && (!event.key.startsWith(PREFIX) || event.key === TRIAL)) return;
    if (event.newValue === null) unsaved.clear();  // nothing but `clear` takes a record away
    if (!heard.size) setTimeout(function () {
      var stores = Array.from(heard);
      heard.clear();
      stores.forEach(tell);
    });
    heard.add(event.key === null ? '' : event.key.slice(PREFIX.length).split(':')[0]);
  });

  function probe() {
    try {
      localStorage.setItem(TRIAL, '1');
      localStorage.removeItem(TRIAL);
    } catch (error) {
      kept = false;
    }
  }

  /** Say in `place` when the browser keeps nothing, and when it does again. */
  function notice(place) {
    var line = make('p', {class: 'gl-unkept', role: 'status'});
    function show() {
      var text = kept ? '' : 'This browser keeps no progress: its storage is blocked or full. What you do stays on this page until you close it.';
      if (line.textContent !== text) line.textContent = text;
      line.hidden = kept;
    }
    place.append(line);
    watch(show);
    show();
  }

  /** A button that clears all progress, once it is pressed and then confirmed. */
  function clearButton() {
    var ask = make('button', {type: 'button', class: 'gl-quiet'}, ['Clear my progress']);
    var yes = make('button', {type: 'button', class: 'gl-button gl-button--warm'}, ['Clear everything']);
    var no = make('button', {type: 'button', class: 'gl-button'}, ['Keep it']);
    var sure = make('span', {class: 'gl-sure', hidden: ''}, ['All ticks, cards and results in this browser will be gone. ', yes, no]);
    var done = make('span', {role: 'status'});
    function turn(asking) {
      ask.hidden = asking;
      sure.hidden = !asking;
      (asking ? no : ask).focus();
    }
    ask.addEventListener('click', function () { done.textContent = ''; turn(true); });
    no.addEventListener('click', function () { turn(false); });
    yes.addEventListener('click', function () { clear(); turn(false); done.textContent = ' Your progress is cleared.'; });
    sure.addEventListener('keydown', function (event) { if (event.key === 'Escape') turn(false); });
    return make('p', {class: 'gl-clear'}, [ask, sure, done]);
  }

  // ---- the result line ----------------------------------------------------------------------------

  /** The day of a time, or of now: the day here, not in London. @param {number} [time] */
  function today(time) {
    var now = time ? new Date(time) : new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(function (part) { return String(part).padStart(2, '0'); }).join('-');
  }

  /** @param {{kind: string, path: string, score: number, of: number, missed?: string[], seed?: string|number, date?: string}} result */
  function resultLine(result) {
    var parts = [MARK, 'kind=' + result.kind, 'path=' + result.path, 'date=' + (result.date || today()), 'score=' + result.score + '/' + result.of];
    if (result.missed && result.missed.length) parts.push('missed=' + result.missed.join(','));
    if (result.seed !== undefined && result.seed !== '') parts.push('seed=' + result.seed);
    return parts.join(' ');
  }

  /** Where a whole class finds the same questions: the page takes them from what stands after `#`. */
  function quizLink(path, seed) {
    return ROOT + 'quiz.html#path=' + encodeURIComponent(path) + '&seed=' + encodeURIComponent(seed);
  }

  var SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

  /** What is wrong with the fields of a line, "" where nothing is. */
  function wrong(fields) {
    var score = /^(\d{1,4})\/(\d{1,4})$/.exec(fields.score || '');
    if (!fields.path || !SLUG.test(fields.path)) return 'it names no path';
    if (!/^\d{4}-\d{2}-\d{2}$/.test(fields.date || '') || isNaN(Date.parse(fields.date))) return 'it has no date like 2026-11-22';
    if (!score) return 'it has no score like 8/10';
    if (Number(score[1]) > Number(score[2])) return 'its score is more than all';
    if ((fields.missed || '').split(',').some(function (slug) { return slug && !SLUG.test(slug); })) return 'its missed terms cannot be read';
    return '';
  }

  /** One line with the mark, read. @returns {Result|string} what is wrong with it, as a string */
  function readLine(text, line) {
    var at = text.indexOf(MARK), fields = Object.create(null);
    text.slice(at + MARK.length).trim().split(/\s+/).forEach(function (part) {
      var pair = /^([a-z]+)=(.*)$/.exec(part);
      if (pair) fields[pair[1]] = pair[2].replace(/[.;|"'”’]+$/, '');
    });
    var score = (fields.score || '').split('/').map(Number);
    return wrong(fields) || {
      line: line, who: text.slice(0, at).replace(/[\s:>"'“‘|-]+$/, '').replace(/^[\s>"'“‘|-]+/, ''),
      kind: fields.kind || 'path', path: fields.path, date: fields.date, score: score[0], of: score[1],
      missed: (fields.missed || '').split(',').filter(Boolean), seed: fields.seed || ''
    };
  }

  /** A mail program may break a long line: what cannot begin a line of its own belongs to the one above. */
  function unbroken(text) {
    var rows = [];
    text.split(/\r\n|\r|\n/).forEach(function (row, number) {
      var last = rows[rows.length - 1], begun = last && last.text.includes(MARK);
      var more = begun && row.trim() && !row.includes(MARK) && /^[\s>]*(?:[a-z]+=\S|[a-z0-9-]+(?:,[a-z0-9-]+)*(?:\s+[a-z]+=|\s*$))/.test(row);
      if (more && (/[,=]\s*$/.test(last.text) || /^[\s>]*[a-z]+=/.test(row))) {
        last.text = last.text.trimEnd() + (/[,=]\s*$/.test(last.text) ? '' : ' ') + row.replace(/^[\s>]+/, '');
      } else {
        rows.push({text: row, line: number + 1});
      }
    });
    return rows;
  }

  /**
   * The results in a pasted text. A line that somebody pasted twice counts once where it says who it is from.
   * @returns {{results: Result[], troubles: {line: number, text: string, why: string}[]}}
   */
  function readResults(text) {
    var results = [], troubles = [], seen = new Set();
    unbroken(text).forEach(function (row) {
      var trimmed = row.text.trim();
      if (!trimmed) return;
      var read = trimmed.includes(MARK) ? readLine(row.text, row.line) : 'it is no result line';
      if (typeof read !== 'string' && read.who && seen.has(trimmed)) read = 'it stands here already';
      seen.add(trimmed);
      if (typeof read === 'string') troubles.push({line: row.line, text: trimmed, why: read});
      else results.push(read);
    });
    return {results: results, troubles: troubles};
  }

  probe();
  glossary.learn = {
    ready: ready, all: all, put: put, watch: watch, clear: clear, notice: notice, clearButton: clearButton,
    today: today, resultLine: resultLine, quizLink: quizLink, readResults: readResults
  };
})();
