/*
 * What pages offer beside the lookup: a term's definition and sentence to take along, the terms that a wrong
 * address may have meant, the menu by keyboard.
 */
var glossary = glossary || {};

(function () {
  'use strict';

  var make = glossary.make;

  function texts(elements) {
    return Array.from(elements, function (element) { return element.innerText.trim(); }).join('\n');
  }

  /** On a term's own page: take along its definition, or what to say to a customer. */
  function termTools() {
    var page = document.querySelector('.gl-term');
    var row = page ? glossary.rowOf(page.dataset.slug) : -1;
    if (row < 0) return;
    var status = make('span', {role: 'status', class: 'gl-unseen'});
    function button(text, what) {
      var made = make('button', {type: 'button', class: 'gl-copy'}, [text]);
      made.addEventListener('click', function () { take(what(), made); });
      return made;
    }
    function take(text, at) {
      function tell(result) {
        at.textContent = status.textContent = result;
        setTimeout(function () { at.textContent = 'Copy'; status.textContent = ''; }, 2500);
      }
      glossary.toClipboard(text).then(function () { tell('Copied'); }, function () { tell('Not copied'); });
    }
    var meta = page.querySelector('.gl-def__meta'), say = page.querySelector('.gl-say:not(.gl-say--inside) .gl-label');
    var copy = button('Copy', function () { return glossary.forColleague(glossary.term(row)); });
    meta.after(copy, status);
    if (say) say.after(button('Copy', function () { return texts(say.parentElement.querySelectorAll('.gl-label ~ :not(button)')); }));
    document.addEventListener('keydown', function (event) {
      var typing = event.target instanceof Element && event.target.closest('input, textarea, dialog');
      if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey) && !typing && !String(getSelection())) {
        event.preventDefault();
        take(glossary.forColleague(glossary.term(row)), copy);
      }
    });
  }

  /** The page for a wrong address offers the terms that the address may have meant. */
  function lost() {
    var place = document.querySelector('.gl-lost');
    if (!place) return;
    var words = location.pathname.replace(/\.html?$/, '').replace(/\/$/, '').split('/').pop();
    try { words = decodeURIComponent(words); } catch (error) { /* "100%" is no code: taken as it stands */ }
    words = words.replace(/[-_+]+/g, ' ');
    var found = glossary.ranker().search(words, {limit: 5});
    if (!found.length) found = glossary.ranker().near(words, {limit: 5});
    if (!found.length) return;
    var links = found.map(function (result) {
      var one = glossary.term(result.row);
      return make('li', {class: 'gl-row'}, [make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [one.title]), make('span', {class: 'gl-row__def'}, [one.definition])]);
    });
    place.querySelector('p').after(make('h2', {}, ['Did you mean']), make('ul', {class: 'gl-list'}, links), make('h2', {}, ['Or start from']));
  }

  /** The theme's menu of narrow screens is a label, which a mouse opens and a keyboard does not. */
  function menu() {
    var toggle = document.getElementById('__drawer'), label = document.querySelector('.md-header label[for=__drawer]');
    if (!toggle || !label) return;
    function tell() { label.setAttribute('aria-expanded', String(toggle.checked)); }
    function set(open) {
      toggle.checked = open;
      toggle.dispatchEvent(new Event('change', {bubbles: true}));
      if (open) document.querySelector('.md-sidebar--primary .md-nav__link').focus();
      else label.focus();
    }
    label.tabIndex = 0;
    label.setAttribute('role', 'button');
    label.setAttribute('aria-label', 'Menu');
    label.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' || event.key === ' ') { event.preventDefault(); set(!toggle.checked); }
    });
    document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && toggle.checked) set(false); });
    toggle.addEventListener('change', tell);
    tell();
  }

  /** A link to cards or quiz that says which terms to ask about; as an anchor it would lead nowhere without scripts. */
  function asking() {
    document.querySelectorAll('a[data-asks]').forEach(function (link) { link.hash = link.dataset.asks; });
  }

  asking();
  lost();
  menu();
  termTools();
})();
