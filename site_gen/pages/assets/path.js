/*
 * Learning paths: ticks kept in this browser, where to go on, what changed since, and a finish line.
 *
 * A tick is a record of the store `path.<id>` by the address of the stop: `hash` is the stop's text as it was
 * then, "" for a tick taken back; `unsure` marks a term to come back to. Works on a path's page, on the list of
 * paths, and on the page of all terms.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var learn = glossary.learn, make = function (tag, attributes, children) { return glossary.make(tag, attributes, children); };

  function ticked(record) {
    return Boolean(record && record.hash);
  }

  function count(number, one) {
    return number + ' ' + one + (number === 1 ? '' : 's');
  }

  // ---- a path's page ------------------------------------------------------------------------------

  function pathPage(page) {
    var store = 'path.' + page.dataset.path;
    var finish = document.querySelector('.gl-finish');
    var links = page.querySelectorAll('.gl-path__contents a');
    var stops = Array.from(document.querySelectorAll('.gl-stop'), stopOf);

    function stopOf(section, index) {
      var title = section.querySelector('.gl-stop__title'), heading = title.cloneNode(true);
      heading.querySelectorAll('.gl-stop__number, .gl-stop__minutes, .gl-abbr').forEach(function (part) { part.remove(); });
      var stop = {
        key: section.id, hash: section.dataset.hash, isTerm: section.dataset.term !== undefined,
        title: heading.textContent.trim(), section: section, link: links[index],
        minutes: parseFloat(section.querySelector('.gl-stop__minutes').textContent.replace('½', '.5')) || 0.5
      };
      stop.done = check('Done', function () { save(stop, {hash: stop.done.checked ? stop.hash : '', unsure: stop.unsure.checked}); });
      stop.unsure = check('Not sure yet', function () { save(stop, {hash: stop.hash, unsure: stop.unsure.checked}); });
      stop.again = make('button', {type: 'button', class: 'gl-button', hidden: ''}, ['I have read it again']);
      stop.again.addEventListener('click', function () {
        save(stop, {hash: stop.hash, unsure: stop.unsure.checked});
        stop.done.focus();
      });
      stop.changed = make('span', {class: 'gl-stop__changed', hidden: ''}, ['The text has changed since you ticked it. ']);
      section.append(make('p', {class: 'gl-stop__ticks'}, [
        make('label', {}, [stop.done, ' Done', make('span', {class: 'gl-unseen'}, [': ' + stop.title])]),
        stop.isTerm ? make('label', {}, [stop.unsure, ' Not sure yet', make('span', {class: 'gl-unseen'}, [': ' + stop.title])]) : null,
        stop.changed, stop.again
      ]));
      return stop;
    }

    function check(label, use) {
      var box = /** @type {HTMLInputElement} */ (make('input', {type: 'checkbox'}));
      box.addEventListener('change', use);
      return box;
    }

    function save(stop, fields) {
      learn.put(store, stop.key, fields);
    }

    // What stands above and below the stops.
    var text = make('span', {role: 'status'}), bar = make('progress', {max: String(stops.length), 'aria-label': 'Stops done'});
    var next = make('a', {class: 'gl-button'});
    var changes = make('div', {class: 'gl-path__changes', hidden: ''});
    var head = make('div', {class: 'gl-progress'}, [bar, text, next]);
    var done = make('div', {class: 'gl-finish__done'});
    page.after(head, changes);
    finish.querySelector('h2').after(done);
    finish.append(learn.clearButton());
    learn.notice(head);
    document.querySelectorAll('.gl-asks').forEach(function (link) { link.setAttribute('href', link.getAttribute('href') + '#path=' + page.dataset.path); });

    var line = make('code', {class: 'gl-line'}), copied = make('span', {role: 'status'});
    var copy = make('button', {type: 'button', class: 'gl-button'}, ['Copy my result']);
    copy.addEventListener('click', function () {
      glossary.toClipboard(line.textContent).then(function () {
        copied.textContent = ' Copied';
        setTimeout(function () { copied.textContent = ''; }, 2500);
      });
    });

    function show() {
      var records = learn.all(store), left = 0, changed = [], unsure = [], open = [], last = 0;
      stops.forEach(function (stop) {
        var record = records[stop.key], is = ticked(record), stale = is && record.hash !== stop.hash;
        stop.done.checked = is;
        stop.unsure.checked = Boolean(record && record.unsure);
        stop.changed.hidden = stop.again.hidden = !stale;
        stop.section.classList.toggle('gl-stop--done', is);
        stop.link.classList.toggle('gl-done', is);
        stop.link.setAttribute('aria-label', stop.title + (is ? ', done' : ''));
        if (!is) { open.push(stop); left += stop.minutes; }
        if (stale) changed.push(stop);
        if (stop.unsure.checked) unsure.push(stop);
        if (is) last = Math.max(last, record.at);
      });
      var finished = !open.length;
      bar.value = stops.length - open.length;
      text.textContent = finished ? 'All ' + count(stops.length, 'stop') + ' done' : stops.length - open.length + ' of ' + stops.length + ' · ' + Math.ceil(left) + ' min to go';
      next.href = finished ? '#the_end' : '#' + open[0].key;
      next.textContent = finished ? 'What comes next' : (open.length === stops.length ? 'Start: ' : 'Go on: ') + open[0].title;
      showChanges(changed, finished);
      showFinish(finished, unsure, last, stops.length - open.length);
    }

    function showChanges(changed, finished) {
      changes.hidden = !changed.length;
      if (!changed.length) return;
      changes.replaceChildren(
        make('p', {}, [make('strong', {}, [finished ? 'Changed since you finished' : 'Changed since you read it']), ' (' + count(changed.length, 'term') + ')']),
        make('ul', {}, changed.map(function (stop) { return make('li', {}, [make('a', {href: '#' + stop.key}, [stop.title])]); }))
      );
    }

    function showFinish(finished, unsure, last, score) {
      var focused = document.activeElement === copy;
      done.hidden = !score;
      line.textContent = learn.resultLine({
        kind: 'path', path: page.dataset.path, score: score, of: stops.length,
        date: finished ? learn.today(last) : learn.today(), missed: unsure.map(function (stop) { return stop.key; })
      });
      done.replaceChildren(
        make('p', {}, [finished ? make('strong', {}, ['You have finished this path.']) : 'You have done ' + score + ' of ' + count(stops.length, 'stop') + ' so far.']),
        unsure.length ? make('p', {}, ['Not sure yet: '].concat(unsure.reduce(function (all, stop, i) {
          return all.concat(i ? ', ' : '', make('a', {href: '#' + stop.key}, [stop.title]));
        }, []))) : '',
        make('p', {}, ['For your team lead: ', line, ' ', copy, copied])
      );
      if (focused) copy.focus();
    }

    learn.watch(show);
    show();
    var asked = document.getElementById(location.hash.slice(1));
    if (asked) asked.scrollIntoView();  // what was added above has moved it
  }

  // ---- the list of paths --------------------------------------------------------------------------

  function pathCards(cards) {
    cards.forEach(function (card) {
      var keys = card.dataset.stops.trim().split(' '), name = card.querySelector('.gl-card__name');
      var bar = make('progress', {max: String(keys.length), 'aria-label': 'Stops done'}), link = make('a', {});
      var line = make('p', {class: 'gl-ways__progress', hidden: ''}, [bar, link]);
      card.append(line);
      function show() {
        var records = learn.all('path.' + card.dataset.path);
        var open = keys.filter(function (key) { return !ticked(records[key]); });
        line.hidden = open.length === keys.length;
        bar.value = keys.length - open.length;
        link.textContent = open.length ? keys.length - open.length + ' of ' + keys.length + ', go on' : 'Finished';
        link.setAttribute('aria-label', name.textContent + ': ' + link.textContent);
        link.href = name.getAttribute('href') + '#' + (open[0] || 'the_end');
      }
      learn.watch(show);
      show();
    });
  }

  // ---- the page of all terms ----------------------------------------------------------------------

  function zeroPage(page) {
    var stores = page.dataset.paths.split(' ').filter(Boolean).map(function (id) { return 'path.' + id; });
    var rows = Array.from(document.querySelectorAll('.gl-stage .gl-row'), function (row) {
      var link = row.querySelector('a'), slug = link.getAttribute('href').replace(/^.*\/|\.html$/g, '');
      var box = /** @type {HTMLInputElement} */ (make('input', {type: 'checkbox', 'aria-label': 'I know ' + link.textContent}));
      box.addEventListener('change', function () { learn.put('zero', slug, {known: box.checked}); });
      row.prepend(box);
      return {slug: slug, box: box, link: link, row: row};
    });
    var text = make('span', {role: 'status'}), bar = make('progress', {max: String(rows.length), 'aria-label': 'Terms known'});
    var next = make('a', {class: 'gl-button', href: '#'});
    var head = make('div', {class: 'gl-progress'}, [bar, text, next]);
    next.addEventListener('click', function (event) {
      var first = rows.find(function (row) { return !row.box.checked; });
      event.preventDefault();
      if (!first) return;
      first.row.scrollIntoView({block: 'center'});
      first.box.focus({preventScroll: true});
    });
    page.after(head);
    learn.notice(head);
    document.querySelector('.gl-stage:last-of-type').after(learn.clearButton());

    /** What was ticked in a path is known here too, until it is unticked here. */
    function show() {
      var own = learn.all('zero'), paths = stores.map(learn.all), known = 0;
      rows.forEach(function (row) {
        var record = own[row.slug];
        var is = record ? Boolean(record.known) : paths.some(function (path) { return ticked(path[row.slug]) && !path[row.slug].unsure; });
        row.box.checked = is;
        known += is ? 1 : 0;
      });
      bar.value = known;
      text.textContent = known + ' of ' + rows.length + ' known';
      next.hidden = known === rows.length;
      next.textContent = known ? 'Go on' : 'Start';
    }
    learn.watch(show);
    show();
  }

  learn.ready(function () {
    var path = document.querySelector('.gl-path'), zero = document.querySelector('.gl-zero'), hub = document.querySelector('.gl-learn');
    if (path) pathPage(path);
    if (zero) zeroPage(zero);
    if (!hub) return;
    pathCards(hub.querySelectorAll('.gl-ways .gl-card'));
    learn.notice(hub);
    hub.append(learn.clearButton());
  });
})();
