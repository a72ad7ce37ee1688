/*
 * The lookup's box: what a reader types, sees and takes along. The ranking is lookup.js'.
 *
 * One box per page: in the page where it stands as `.gl-box` (home, mini.html), else in a dialog that `/`,
 * Ctrl-K or the link `.gl-open` opens. An ARIA combobox with a listbox (WAI-ARIA APG); what one can do with
 * the chosen result stands below the list, since an option holds no buttons.
 * Nothing leaves the browser: recent and missed words are kept in localStorage, the query after `#`.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var ROOT = document.currentScript.src.replace(/assets\/[^/]*$/, '');
  var LIMIT = 8, RECENT = 5, MISSED = 50;
  var MAC = /Mac|iPhone|iPad/.test(navigator.platform);
  var lookup = null;

  /** @returns {ReturnType<typeof glossary.createLookup>} made when first needed */
  function ranker() {
    return lookup || (lookup = glossary.createLookup(glossary.data));
  }

  /** What the site keeps in this browser; a full or forbidden store keeps nothing and breaks nothing. */
  var memory = {
    read: function (name) {
      try { return JSON.parse(localStorage.getItem('glossary.' + name) || '[]'); } catch (error) { return []; }
    },
    write: function (name, list) {
      try { localStorage.setItem('glossary.' + name, JSON.stringify(list)); } catch (error) { /* shown, not kept */ }
    },
    add: function (name, value, most) {
      memory.write(name, [value].concat(memory.read(name).filter(function (old) { return old !== value; })).slice(0, most));
    }
  };

  /** @returns {HTMLElement} */
  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    (children || []).forEach(function (child) { if (child) element.append(child); });
    return element;
  }

  // ---- one term as text ---------------------------------------------------------------------------

  function term(row) {
    var data = glossary.data, context = data.contexts[row];
    return {
      row: row,
      slug: data.slugs[row] || glossary.fold(data.names[row]).replace(/ /g, '-'),
      title: data.names[row] + (context ? ' (' + context + ')' : ''),
      short: data.abbreviations[row],
      definition: data.definitions[row],
      here: (data.here || {})[row] || '',
      topic: data.topic[row] >= 0 ? data.topics[data.topic[row]][1] : '',
      facets: parseInt(data.facets[row], 16)
    };
  }

  function address(slug, facet) {
    var anchor = {formula: '#how-it-is-computed', example: '#example', here: '#here', say: '#say'}[facet] || '';
    return ROOT + 'terms/' + slug + '.html' + anchor;
  }

  /** "Name (ABBR): definition" and the link, for a colleague. */
  function forColleague(one) {
    var short = one.short.length ? ' (' + one.short.join(', ') + ')' : '';
    return one.title + short + ': ' + one.definition + '\n' + address(one.slug);
  }

  /** @returns {Promise<void>} that fails where the browser lets nothing be copied */
  function toClipboard(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(function () { bySelection(text); });
    }
    return new Promise(function (done) { done(bySelection(text)); });
  }

  /** For plain http, where there is no clipboard: what is selected is copied. */
  function bySelection(text) {
    var area = make('textarea', {'aria-hidden': 'true', class: 'gl-unseen'}), before = document.activeElement;
    area.value = text;
    area.style.position = 'fixed'; // the page stays where it is
    (document.querySelector('dialog[open]') || document.body).append(area); // beside an open dialog nothing can be selected
    area.select();
    var copied = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied) throw new Error('not copied');
  }

  /** The longer texts (sentences for customers, differences), loaded when first asked for. */
  function withTexts(use) {
    if (glossary.texts) return use(glossary.texts);
    var script = make('script', {src: ROOT + 'assets/lookup-texts.js'});
    script.onload = function () { use(glossary.texts); };
    document.head.append(script);
  }

  // ---- the box ------------------------------------------------------------------------------------

  var boxes = 0;

  /**
   * @param {HTMLElement} place
   * @param {{leave: function(): void, newTab: boolean}} options  `leave` is called for Esc
   */
  function createBox(place, options) {
    var id = 'gl-box-' + ++boxes, found = [], chosen = -1, shown = '';
    var input = make('input', {
      type: 'search', role: 'combobox', 'aria-label': 'Look up a term', 'aria-autocomplete': 'list', 'aria-expanded': 'false',
      'aria-controls': id, autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'go',
      placeholder: 'A word, an abbreviation, or what you mean', class: 'gl-box__input'
    });
    var list = make('ul', {id: id, role: 'listbox', 'aria-label': 'Terms', class: 'gl-box__list', hidden: ''});
    var note = make('div', {class: 'gl-box__note', hidden: ''});
    var status = make('p', {role: 'status', class: 'gl-unseen'});
    var copy = make('button', {type: 'button'}, ['Copy', make('kbd', {}, [MAC ? '⌘C' : 'Ctrl C'])]);
    var say = make('button', {type: 'button'}, ['Copy for a customer', make('kbd', {}, [MAC ? '⌘⇧↵' : 'Ctrl ⇧ ↵'])]);
    var tools = make('div', {class: 'gl-box__tools', hidden: ''}, [copy, say]);
    place.replaceChildren(input, make('div', {class: 'gl-box__out'}, [note, list, tools]), status);

    function choose(index) {
      chosen = index;
      Array.from(list.children).forEach(function (option, i) { option.setAttribute('aria-selected', String(i === index)); });
      var option = list.children[index];
      if (option) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({block: 'nearest'});
      } else {
        input.removeAttribute('aria-activedescendant');
      }
    }

    function show(results, heading, answer) {
      found = results;
      list.replaceChildren.apply(list, results.map(function (result, i) { return optionFor(result, i, answer ? input.value : ''); }));
      list.hidden = tools.hidden = !results.length;
      list.setAttribute('aria-label', heading || 'Terms');
      list.dataset.heading = heading || '';
      input.setAttribute('aria-expanded', String(results.length > 0));
      choose(answer && results.length ? 0 : -1);
      tools.hidden = chosen < 0;
    }

    function optionFor(result, i, query) {
      var one = term(result.row), name = make('span', {class: 'gl-box__name'}, marked(one.title, query));
      one.short.forEach(function (short) { name.append(make('span', {class: 'gl-abbr'}, [short])); });
      var option = make('li', {id: id + '-' + i, role: 'option', 'aria-selected': 'false', class: 'gl-box__option' + (i < 3 ? ' gl-box__option--full' : '')}, [
        make('span', {class: 'gl-box__head'}, [name, make('span', {class: 'gl-box__why'}, [why(result, one)])]),
        make('span', {class: 'gl-box__def'}, [one.definition]),
        one.here ? make('span', {class: 'gl-box__here'}, [make('strong', {}, ['Here: ']), one.here]) : null
      ]);
      option.addEventListener('mousemove', function () { if (chosen !== i) choose(i); tools.hidden = false; });
      option.addEventListener('click', function (event) { open(i, event.ctrlKey || event.metaKey); });
      return option;
    }

    function refresh() {
      var query = input.value.trim();
      note.hidden = true;
      if (!query) {
        var recent = memory.read('recent').map(rowOf).filter(function (row) { return row >= 0; });
        show(recent.slice(0, RECENT).map(function (row) { return {row: row, reason: '', facet: '', contrast: []}; }), recent.length ? 'Looked up lately' : '', false);
        status.textContent = '';
      } else if (query !== shown) {
        answer(query);
      }
      shown = query;
      remember(query);
    }

    function answer(query) {
      var results = ranker().search(query, {limit: LIMIT});
      if (results.length) {
        foundAfterAll(query);
        show(results, headingFor(results), true);
        if (results[0].contrast.length) difference(results[0], query);
        status.textContent = results.length === 1 ? '1 term' : results.length + ' terms';
        return;
      }
      var near = ranker().near(query, {limit: 3});
      show(near, near.length ? 'Did you mean' : '', false);
      note.replaceChildren(notFound(query));
      note.hidden = false;
      status.textContent = 'No term found' + (near.length ? ', ' + near.length + ' near terms' : '');
    }

    /** Two terms in one query: what tells them apart, before either. */
    function difference(result, query) {
      var pair = [result.slug, result.contrast[0]].sort().join('-vs-');
      withTexts(function (texts) {
        if (!texts.differences[pair] || input.value.trim() !== query) return;
        note.replaceChildren(make('p', {}, [make('strong', {}, ['The difference: ']), texts.differences[pair] + ' ',
          make('a', {href: ROOT + 'compare.html#' + pair}, ['Side by side'])]));
        note.hidden = false;
      });
    }

    function headingFor(results) {
      var same = results.filter(function (one) { return one.shared && one.label === results[0].label; });
      return same.length > 1 ? '“' + results[0].label + '” has ' + same.length + ' meanings' : '';
    }

    function open(index, inNewTab) {
      var result = found[index < 0 ? 0 : index];
      if (!result) { missed(input.value); return; }
      var slug = term(result.row).slug;
      memory.add('recent', slug, RECENT);
      if (inNewTab || options.newTab) window.open(address(slug, result.facet), '_blank', 'noopener');
      else location.href = address(slug, result.facet);
    }

    function current() {
      return found[chosen] ? term(found[chosen].row) : null;
    }

    function tell(text) {
      status.textContent = '';
      note.replaceChildren(make('p', {}, [text]));
      note.hidden = false;
      setTimeout(function () { status.textContent = text; });
    }

    function take(text, done) {
      toClipboard(text).then(function () { tell(done); }, function () { tell('This browser does not let the page copy.'); });
    }

    function copyDefinition() {
      var one = current();
      if (one) take(forColleague(one), 'Copied: ' + one.title);
    }

    function copySaying() {
      var one = current();
      if (!one) return;
      withTexts(function (texts) {
        var saying = texts.sayings[one.slug] || {};
        if (saying.say) take(saying.say, 'Copied for a customer: ' + saying.say);
        else tell(saying.internal ? 'Stays inside: ' + saying.internal : 'There is no sentence for customers yet.');
      });
    }

    input.addEventListener('input', refresh);
    input.addEventListener('focus', refresh);
    copy.addEventListener('click', copyDefinition);
    say.addEventListener('click', copySaying);
    place.addEventListener('keydown', function (event) {
      var command = event.ctrlKey || event.metaKey, last = found.length - 1;
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') choose(chosen < last ? chosen + 1 : 0);
      else if (event.key === 'ArrowUp') choose(chosen > 0 ? chosen - 1 : last);
      else if (event.key === 'Enter' && event.target === input) command && event.shiftKey ? copySaying() : open(chosen, command);
      else if (event.key.toLowerCase() === 'c' && command && !selected() && current()) copyDefinition();
      else if (event.key === 'Escape') options.leave();
      else return;
      if (event.key !== 'Escape') tools.hidden = chosen < 0;
      event.preventDefault();
    });
    function selected() {
      return input.selectionStart !== input.selectionEnd || String(getSelection());
    }
    return {
      input: input,
      set: function (query) { input.value = query; shown = ''; refresh(); },
      clear: function () { input.value = ''; shown = ''; show([], '', false); note.hidden = true; remember(''); }
    };
  }

  function rowOf(slug) {
    for (var row = 0; row < glossary.data.names.length; row++) if (term(row).slug === slug) return row;
    return -1;
  }

  // the bits of `facets`, in the order of lookup.py
  var PARTS = {formula: [1, 'how it is computed'], example: [2, 'example'], here: [4, 'how we do it'], say: [8, 'say it to a customer']};

  /** Why a result is there, where its name does not show it, or at which part it opens. */
  function why(result, one) {
    var part = PARTS[result.facet];
    if (part && one.facets & part[0]) return 'opens at: ' + part[1];
    if (result.contrast && result.contrast.length) return 'easily confused';
    if (result.reason === 'discouraged') return 'we say “' + one.title + '”, not “' + result.label + '”';
    if (result.reason === 'spelling' || result.reason === 'described') return result.reason === 'spelling' ? 'spelling' : one.topic;
    if (result.reason && result.label !== one.title && one.short.indexOf(result.label) < 0) return result.label + ', ' + result.reason;
    return one.topic;
  }

  /** The name with the letters that were typed marked. */
  function marked(name, query) {
    var words = glossary.fold(query).split(' ').filter(Boolean);
    return name.split(/([\s-]+)/).map(function (part) {
      var folded = glossary.fold(part);
      var hit = words.find(function (word) { return folded && folded.startsWith(word); });
      if (!hit || folded.length !== part.length) return part;
      return make('span', {}, [make('mark', {}, [part.slice(0, hit.length)]), part.slice(hit.length)]);
    });
  }

  // ---- what was not found -------------------------------------------------------------------------

  /** Keep a word that was not found, but not the letters typed on the way to it, nor what is left as they go. */
  function missed(query) {
    var word = query.trim();
    var others = memory.read('missed').filter(function (old) { return !word.startsWith(old); });
    if (word.length < 2 || others.some(function (old) { return old.startsWith(word); })) return;
    memory.write('missed', [word].concat(others).slice(0, MISSED));
    onTheWay = word;
  }

  var onTheWay = ''; // the last word kept

  /** What was missed while typing, and found when more of it stood there, was not missed. */
  function foundAfterAll(query) {
    if (!onTheWay || !query.startsWith(onTheWay)) return;
    memory.write('missed', memory.read('missed').filter(function (old) { return old !== onTheWay; }));
    onTheWay = '';
  }

  /** The address of a form for what is missing, filled in; '' where nobody listens. */
  function suggestion(term, body) {
    var fields = {'{title}': 'New term: ' + term, '{term}': term, '{body}': body};
    var pattern = (glossary.site || {}).suggest || '';
    return pattern.replace(/\{(title|term|body)\}/g, function (field) { return encodeURIComponent(fields[field]); });
  }

  function notFound(query) {
    missed(query);
    var href = suggestion(query, 'Looked up and not found: ' + query);
    var words = memory.read('missed');
    var all = words.length > 1 ? make('details', {}, [
      make('summary', {}, ['My missed words (' + words.length + ')']),
      make('p', {}, [words.join(', ')]),
      href ? make('a', {href: suggestion(words.join(', '), words.map(function (word) { return '- ' + word; }).join('\n')), target: '_blank', rel: 'noopener'}, ['Send as an issue']) : null,
      clearButton()
    ]) : null;
    return make('div', {}, [
      make('p', {}, ['“' + query + '” is not in the glossary. ', href ? make('a', {href: href, target: '_blank', rel: 'noopener'}, ['Suggest it']) : null]),
      all
    ]);
  }

  function clearButton() {
    var button = make('button', {type: 'button'}, ['Clear']);
    button.addEventListener('click', function () {
      memory.write('missed', []);
      button.closest('details').remove();
    });
    return button;
  }

  // ---- the address --------------------------------------------------------------------------------

  /** The query stands after `#`, where no server logs it. */
  function remember(query) {
    var hash = query ? '#q=' + encodeURIComponent(query) : '';
    if (location.hash !== hash && (query || location.hash.startsWith('#q='))) {
      history.replaceState(null, '', location.pathname + location.search + hash);
    }
  }

  /** What the address asks for: `#q=` or, from a search engine's box, `?q=`, which is rewritten at once. */
  function asked() {
    var sent = new URLSearchParams(location.search).get('q');
    if (sent !== null) history.replaceState(null, '', location.pathname + (sent ? '#q=' + encodeURIComponent(sent) : ''));
    var found = /^#q=(.*)$/.exec(location.hash);
    try { return found ? decodeURIComponent(found[1].replace(/\+/g, ' ')) : ''; } catch (error) { return ''; }
  }

  // ---- where it stands ----------------------------------------------------------------------------

  function dialogBox() {
    var place = make('div', {class: 'gl-box'});
    var dialog = /** @type {HTMLDialogElement} */ (make('dialog', {class: 'gl-dialog', 'aria-label': 'Look up a term'}, [place]));
    var box = createBox(place, {leave: function () { dialog.close(); }, newTab: false});
    document.body.append(dialog);
    dialog.addEventListener('click', function (event) { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener('close', function () { box.clear(); });
    return {box: box, open: function () { if (!dialog.open) dialog.showModal(); box.input.focus(); }};
  }

  function start() {
    var place = document.querySelector('.gl-box'), query = asked(), open, box;
    if (place) {
      box = createBox(place, {
        leave: function () { box.clear(); box.input.blur(); }, newTab: place.dataset.newTab !== undefined
      });
      open = function () { box.input.focus(); scrollTo(0, 0); };
      if (query || matchMedia('(hover: hover) and (pointer: fine)').matches) box.input.focus({preventScroll: true});
    } else {
      var dialog = dialogBox();
      box = dialog.box;
      open = dialog.open;
      if (query) open();
    }
    if (query) box.set(query);
    document.querySelectorAll('.gl-open').forEach(function (link) {
      link.addEventListener('click', function (event) { event.preventDefault(); open(); });
    });
    document.addEventListener('keydown', function (event) {
      var typing = event.target instanceof Element && event.target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]');
      if (event.target === box.input && !box.input.value) typing = null; // the home page's box has the focus already
      var slash = event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (slash || (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))) {
        event.preventDefault();
        event.stopPropagation();
        open();
      }
    }, true);
    addEventListener('hashchange', function () { var again = asked(); if (again && again !== box.input.value) { open(); box.set(again); } });
  }

  glossary.ranker = ranker;
  glossary.term = term;
  glossary.rowOf = rowOf;
  glossary.forColleague = forColleague;
  glossary.toClipboard = toClipboard;
  glossary.address = address;
  glossary.make = make;
  start();
})();
