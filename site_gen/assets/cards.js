/*
 * The definition on the spot: a card at every term link, on hover, on focus and on the first tap.
 *
 * It stays while the pointer is on it, goes with Esc (WCAG 2.2, 1.4.13), stands below or above its link so
 * that the line being read stays free, and needs nothing but the data that the page has loaded.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var WAIT = 180; // ms before a card opens under a passing pointer, and before it closes behind one
  var make = glossary.make;
  var card = make('div', {id: 'gl-card', role: 'tooltip', class: 'gl-pop', hidden: ''});
  var link = null, timer = 0, rows = null;

  /** The terms that a link leads to: one, or all that share the label of a row on the abbreviations page. */
  function meant(anchor) {
    var path = decodeURIComponent(anchor.pathname), row;
    var term = /\/terms\/([^/]+)\.html$/.exec(path);
    if (term) {
      row = rowOf(term[1]);
      return row === undefined ? [] : [row];
    }
    if (!/\/abbreviations\.html$/.test(path)) return [];
    var label = decodeURIComponent(anchor.hash.slice(1));
    return glossary.data.names.map(function (_, i) { return i; }).filter(function (i) {
      return glossary.data.abbreviations[i].concat(glossary.data.names[i], glossary.data.aliases[i]).some(function (one) {
        return glossary.fold(one).replace(/ /g, '-') === label;
      });
    });
  }

  function rowOf(slug) {
    if (!rows) {
      rows = new Map();
      glossary.data.names.forEach(function (_, row) { rows.set(glossary.term(row).slug, row); });
    }
    return rows.get(slug);
  }

  function show(anchor) {
    clearTimeout(timer);
    if (anchor === link) return;
    var found = meant(anchor);
    if (!found.length) return;
    hide();
    link = anchor;
    card.replaceChildren.apply(card, found.slice(0, 5).map(function (row) {
      var one = glossary.term(row), name = make('a', {href: glossary.address(one.slug), class: 'gl-pop__name'}, [one.title]);
      one.short.forEach(function (short) { name.append(make('span', {class: 'gl-abbr'}, [short])); });
      return make('div', {class: 'gl-pop__item'}, [name, make('p', {}, [one.definition])]);
    }));
    card.hidden = false;
    place(anchor);
    anchor.setAttribute('aria-describedby', card.id);
  }

  /** Below the link, or above it where there is more room; never over the link's own lines. */
  function place(anchor) {
    var at = anchor.getBoundingClientRect(), room = document.documentElement.clientWidth;
    var width = Math.min(360, room - 16), below = innerHeight - at.bottom;
    card.style.width = width + 'px';
    card.style.left = Math.max(8, Math.min(at.left, room - width - 8)) + scrollX + 'px';
    var height = card.offsetHeight, under = below >= height + 12 || below >= at.top;
    card.style.top = (under ? at.bottom + 6 : at.top - height - 6) + scrollY + 'px';
  }

  function hide() {
    clearTimeout(timer);
    if (link) link.removeAttribute('aria-describedby');
    link = null;
    card.hidden = true;
  }

  function later(action) {
    clearTimeout(timer);
    timer = setTimeout(action, WAIT);
  }

  function anchorOf(target) {
    return target instanceof Element ? target.closest('a.gl-t') : null;
  }

  document.addEventListener('pointerover', function (event) {
    if (event.pointerType === 'touch') return;
    var anchor = anchorOf(event.target);
    if (anchor) later(function () { show(anchor); });
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (link) later(hide);
  });
  document.addEventListener('focusin', function (event) {
    var anchor = anchorOf(event.target);
    if (anchor && anchor.matches(':focus-visible')) show(anchor);
    else if (link && !card.contains(event.target)) hide();
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape' && link) { hide(); event.stopPropagation(); }
  }, true);
  document.addEventListener('click', function (event) {
    var anchor = anchorOf(event.target);
    if (anchor && event.pointerType === 'touch' && anchor !== link && meant(anchor).length) {
      event.preventDefault(); // the first tap shows, the second goes
      show(anchor);
    } else if (link && !card.contains(event.target)) {
      hide();
    }
  }, true);
  addEventListener('resize', hide);
  document.body.append(card);
})();
