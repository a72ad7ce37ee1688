/*
 * The definition on the spot: a card at every term link, on hover, on focus and on the first tap.
 *
 * It stays while the pointer is on it, goes with Esc (WCAG 2.2, 1.4.13), stands above its link, over what has
 * been read already, or below where there is no room, and needs nothing but the data that the page has loaded.
 * A link that has its definition beside it, as in lists, needs no card and no second tap.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var LINKS = 'a.gl-t:not(.gl-row a, .gl-pair__name a, .gl-table--short a)';
  var SHOWN = 5; // meanings of one label; the abbreviations page has the rest
  var WAIT = 180; // ms before a card opens under a passing pointer, and before it closes behind one
  var make = glossary.make;
  var card = make('div', {id: 'gl-card', role: 'tooltip', class: 'gl-pop', hidden: ''});
  var link = null, timer = 0, rows = null, touched = false;

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
    var parts = found.slice(0, SHOWN).map(meaning);
    if (found.length > 1) parts.unshift(make('p', {class: 'gl-pop__label'}, ['“' + anchor.textContent.trim() + '” has ' + found.length + ' meanings']));
    if (found.length > SHOWN) parts.push(make('p', {}, [make('a', {href: anchor.href}, ['All ' + found.length])]));
    card.replaceChildren.apply(card, parts);
    card.hidden = false;
    place(anchor);
    anchor.setAttribute('aria-describedby', card.id);
  }

  function meaning(row) {
    var one = glossary.term(row), name = make('a', {href: glossary.address(one.slug), class: 'gl-pop__name'}, [one.title]);
    one.short.forEach(function (short) { name.append(make('span', {class: 'gl-abbr'}, [short])); });
    return make('div', {class: 'gl-pop__item'}, [name, make('p', {}, [one.definition])]);
  }

  /** Above the link, or below it where the header leaves no room; never over the link's own lines. */
  function place(anchor) {
    var at = anchor.getBoundingClientRect(), room = document.documentElement.clientWidth;
    var header = document.querySelector('.md-header'), width = Math.min(360, room - 16);
    card.style.width = width + 'px';
    var height = card.offsetHeight, above = at.top - height - 6 >= (header ? header.getBoundingClientRect().bottom : 0);
    var lines = anchor.getClientRects(), near = lines[above ? 0 : lines.length - 1] || at; // where a link goes over two lines
    card.style.left = Math.max(8, Math.min(near.left, room - width - 8)) + scrollX + 'px';
    card.style.top = (above ? at.top - height - 6 : at.bottom + 6) + scrollY + 'px';
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
    return target instanceof Element ? target.closest(LINKS) : null;
  }

  document.addEventListener('pointerover', function (event) {
    if (event.pointerType === 'touch') return;
    var anchor = anchorOf(event.target);
    if (anchor) later(function () { show(anchor); });
    else if (card.contains(event.target)) clearTimeout(timer);
    else if (link) later(hide);
    else clearTimeout(timer); // it only passed by
  });
  document.documentElement.addEventListener('pointerleave', function () { if (link) later(hide); else clearTimeout(timer); });
  document.addEventListener('pointerdown', function (event) { touched = event.pointerType === 'touch'; }, true);
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
    if (anchor && touched && anchor !== link && meant(anchor).length) {
      event.preventDefault(); // the first tap shows, the second goes
      show(anchor);
    } else if (link && !card.contains(event.target)) {
      hide();
    }
  }, true);
  addEventListener('resize', hide);
  (document.querySelector('main') || document.body).append(card);
})();
