/*
 * What cards and quiz share: which terms are learned, how one chooses them, and texts with gaps.
 *
 * `glossary.study` (study-data.js) holds `sets`, each [kind, id, title, rows]; a row stands for a term as in
 * the lookup's data. An address after `#` names a set (`path=week-1`, `topic=metrics` or `all`) and, for a quiz,
 * its seed. These scripts run before the lookup's, so they begin when the page is ready.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  /** @typedef {{kind: string, id: string, title: string, rows: number[]}} StudySet */

  var GAP = '___';

  /** @returns {StudySet[]} all terms first, then the paths, then the topics */
  function sets() {
    var data = glossary.study;
    return [{kind: 'all', id: 'all', title: 'All terms', rows: data.all}].concat(data.sets.map(function (one) {
      return {kind: one[0], id: one[1], title: one[2], rows: one[3]};
    }));
  }

  /** What stands after `#`: `{set, seed, named}`; `named` where the address asks for a set that there is. */
  function asked() {
    var words = new URLSearchParams(location.hash.slice(1)), every = sets(), found = null;
    ['path', 'topic', 'all'].forEach(function (kind) {
      if (!words.has(kind)) return;
      found = found || every.find(function (one) { return one.kind === kind && (kind === 'all' || one.id === words.get(kind)); });
    });
    var seed = Number(words.get('seed'));
    return {set: found || every.find(function (one) { return one.kind === 'path'; }) || every[0], named: Boolean(found), seed: Number.isInteger(seed) && seed > 0 ? seed : 0};
  }

  /** @param {StudySet} set */
  function fragment(set, seed) {
    return '#' + (set.kind === 'all' ? 'all' : set.kind + '=' + encodeURIComponent(set.id)) + (seed ? '&seed=' + seed : '');
  }

  /** The choice of a set, in groups. @param {function(StudySet): void} use */
  function picker(chosen, use) {
    var make = glossary.make, every = sets(), id = 'gl-study-set';
    var select = make('select', {id: id}), groups = {};
    [['all', ''], ['path', 'Learning paths'], ['topic', 'Topics']].forEach(function (pair) {
      var group = pair[1] ? make('optgroup', {label: pair[1]}) : select;
      groups[pair[0]] = group;
    });
    every.forEach(function (one, place) {
      var option = make('option', {value: String(place)}, [one.title + ' (' + one.rows.length + ')']);
      option.selected = one.kind === chosen.kind && one.id === chosen.id;
      groups[one.kind].append(option);
    });
    [groups.path, groups.topic].forEach(function (group) { if (group.children.length) select.append(group); });
    select.addEventListener('change', function () { use(every[Number(select.value)]); });
    return make('p', {class: 'gl-study__set'}, [make('label', {for: id}, ['What to learn']), select]);
  }

  /** A text whose gaps are drawn as lines and read out as "blank". */
  function gapped(text) {
    var make = glossary.make, nodes = [];
    text.split(GAP).forEach(function (part, place) {
      if (place) nodes.push(make('span', {class: 'gl-gap'}, [make('span', {class: 'gl-unseen'}, ['blank'])]));
      if (part) nodes.push(part);
    });
    return nodes;
  }

  /** The definition of a row without the words of its own names. */
  function masked(row) {
    return glossary.study.masked[row] || glossary.data.definitions[row];
  }

  function link(row) {
    var one = glossary.term(row);
    return glossary.make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [one.title]);
  }

  /** Whether a key is meant for the page, and not for what has the focus. */
  function isFree(event) {
    var busy = event.target instanceof Element && event.target.closest('input, textarea, select, button, a, summary, dialog');
    return !busy && !event.ctrlKey && !event.metaKey && !event.altKey;
  }

  /** Have a place begin on the screen again, where it was scrolled out of it. */
  function backTo(place) {
    if (place.getBoundingClientRect().top < 0) place.scrollIntoView({block: 'start'});
  }

  glossary.studying = {sets: sets, asked: asked, fragment: fragment, picker: picker, gapped: gapped, masked: masked, link: link, isFree: isFree, backTo: backTo};
})();
