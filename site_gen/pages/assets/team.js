/*
 * For team leads: many result lines become one table of what is missed most, and a link gives a class the same
 * questions. What is pasted stays in this page's memory: no address, no storage.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var learn = glossary.learn, make = function (tag, attributes, children) { return glossary.make(tag, attributes, children); };

  function termOf(slug) {
    var row = glossary.rowOf(slug);
    return row < 0 ? null : glossary.term(row);
  }

  function nameOf(path) {
    var row = Array.from(document.querySelectorAll('.gl-team__paths tr[data-path]')).find(function (one) { return one.dataset.path === path; });
    return row ? row.querySelector('th').textContent : path;
  }

  function grouped(results, keys) {
    var groups = new Map();
    results.forEach(function (result) {
      keys(result).forEach(function (key) { groups.set(key, (groups.get(key) || []).concat(result)); });
    });
    return Array.from(groups);
  }

  /** Terms by how many results miss them: `[slug, results]`, most first. */
  function missedMost(results) {
    return grouped(results, function (result) { return Array.from(new Set(result.missed)); }).sort(function (one, other) {
      return other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1);
    });
  }

  function table(heads, rows, caption) {
    function row(cells, kind) {
      return make('tr', {}, cells.map(function (cell, i) {
        var head = kind === 'head' || i === 0;
        return make(head ? 'th' : 'td', head ? {scope: kind === 'head' ? 'col' : 'row'} : {'data-head': heads[i]}, [cell]);
      }));
    }
    return make('table', {class: 'gl-table'}, [
      make('caption', {}, [caption]),
      make('thead', {}, [row(heads, 'head')]), make('tbody', {}, rows.map(function (cells) { return row(cells, ''); }))
    ]);
  }

  function people(results) {
    var names = Array.from(new Set(results.map(function (result) { return result.who; }).filter(Boolean)));
    return names.join(', ') || '–';
  }

  function missedTable(results) {
    var missed = missedMost(results);
    if (!missed.length) return make('p', {}, ['Nobody missed anything.']);
    return table(['Term', 'Missed', 'By'], missed.map(function (pair) {
      var one = termOf(pair[0]);
      return [
        one ? make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [one.title]) : pair[0] + ' (not in the glossary)',
        pair[1].length + ' of ' + results.length, people(pair[1])
      ];
    }), 'What is missed most');
  }

  function pathTable(results) {
    var groups = grouped(results, function (result) { return [result.path + ' ' + result.kind + ' ' + result.seed]; });
    return table(['Path', 'What', 'Results', 'On average'], groups.map(function (pair) {
      var first = pair[1][0], sum = pair[1].reduce(function (all, result) { return all + (result.of ? result.score / result.of : 0); }, 0);
      return [nameOf(first.path), first.kind + (first.seed ? ', seed ' + first.seed : ''), String(pair[1].length), Math.round(100 * sum / pair[1].length) + '%'];
    }), 'How it went');
  }

  function count(number, one) {
    return number + ' ' + one + (number === 1 ? '' : 's');
  }

  function troubleList(troubles) {
    return make('div', {class: 'gl-team__troubles'}, [
      make('p', {}, [make('strong', {}, [count(troubles.length, 'line') + ' left out'])]),
      make('ul', {}, troubles.map(function (one) {
        return make('li', {}, ['Line ' + one.line + ': ' + one.why + '. ', make('code', {}, [one.text.length > 80 ? one.text.slice(0, 79) + '…' : one.text])]);
      }))
    ]);
  }

  function results(place) {
    var area = make('textarea', {
      rows: '7', 'aria-label': 'Result lines, one below the other', spellcheck: 'false', autocomplete: 'off',
      placeholder: 'Ana: glossary/1 kind=quiz path=week-one date=2026-11-22 score=8/10 missed=churn,backlog'
    });
    var status = make('p', {role: 'status', class: 'gl-team__count'}), out = make('div', {});
    var copy = make('button', {type: 'button', class: 'gl-button', hidden: ''}, ['Copy the table for a spreadsheet']);
    copy.addEventListener('click', function () {
      var rows = Array.from(out.querySelectorAll('table:first-of-type tr'), function (row) {
        return Array.from(row.cells, function (cell) { return cell.textContent; }).join('\t');
      });
      glossary.toClipboard(rows.join('\n')).then(function () { status.textContent = 'Copied'; });
    });
    area.addEventListener('input', function () {
      var read = learn.readResults(area.value), some = read.results.length > 0;
      out.replaceChildren();
      if (some) out.append(missedTable(read.results), pathTable(read.results));
      if (read.troubles.length) out.append(troubleList(read.troubles));
      copy.hidden = !out.querySelector('table') || !missedMost(read.results).length;
      status.textContent = area.value.trim() ? count(read.results.length, 'result') + (read.troubles.length ? ', ' + count(read.troubles.length, 'line') + ' left out' : '') : '';
    });
    place.append(area, status, out, copy);
  }

  /** A link to the same questions for a whole class; without a quiz on this site there is nothing to give. */
  function seeds(place) {
    var form = place.querySelector('.gl-seed');
    if (!form) return;
    var select = make('select', {id: 'gl-seed-path'}), seed = make('input', {id: 'gl-seed', inputmode: 'numeric', maxlength: '6', size: '7', autocomplete: 'off'});
    document.querySelectorAll('.gl-team__paths tr[data-path]').forEach(function (row) {
      select.append(make('option', {value: row.dataset.path}, [row.querySelector('th').textContent]));
    });
    var link = make('a', {}), status = make('span', {role: 'status'});
    var fresh = make('button', {type: 'button', class: 'gl-button'}, ['Another seed']), copy = make('button', {type: 'button', class: 'gl-button'}, ['Copy the link']);
    function show() {
      link.href = learn.quizLink(select.value, seed.value);
      link.textContent = link.href;
      status.textContent = '';
    }
    function roll() {
      seed.value = String(1000 + Math.floor(Math.random() * 9000));
      show();
    }
    select.addEventListener('change', show);
    seed.addEventListener('input', function () { seed.value = seed.value.replace(/\D/g, ''); show(); });
    fresh.addEventListener('click', roll);
    copy.addEventListener('click', function () { glossary.toClipboard(link.href).then(function () { status.textContent = ' Copied'; }); });
    form.append(
      make('p', {}, [make('label', {for: 'gl-seed-path'}, ['Path ']), select, ' ', make('label', {for: 'gl-seed'}, ['Seed ']), seed, ' ', fresh]),
      make('p', {}, [link, ' ', copy, status])
    );
    roll();
  }

  learn.ready(function () {
    results(document.querySelector('.gl-team__results'));
    seeds(document);
  });
})();
