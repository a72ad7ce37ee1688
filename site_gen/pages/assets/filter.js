/*
 * Narrows a long list down by topic, level and source. The choice stands after `#`, so that it can be kept and
 * sent; a letter to jump to stands with it. A list without scripts is the whole list.
 */
(function () {
  'use strict';

  /** @returns {URLSearchParams} what the address asks for; an anchor or a query of the lookup asks for nothing */
  function asked() {
    return new URLSearchParams(/^#(topic|level|source|letter)=/.test(location.hash) ? location.hash.slice(1) : '');
  }

  function start() {
    var form = document.querySelector('.gl-filter');
    if (!form) return;
    var selects = Array.from(form.querySelectorAll('select')), status = form.querySelector('[role=status]');
    var clear = form.querySelector('[type=reset]');
    var items = Array.from(document.querySelectorAll('[data-topic]'));
    var letters = Array.from(document.querySelectorAll('.gl-letters a'), function (link) {
      return {link: link, anchor: link.hash.slice(1), section: document.getElementById(link.hash.slice(1)).parentElement};
    });

    function chosen() {
      return selects.filter(function (select) { return select.value; });
    }

    function address(letter) {
      var words = new URLSearchParams(chosen().map(function (select) { return [select.name, select.value]; }));
      if (letter) words.set('letter', letter);
      return words.toString();
    }

    function apply() {
      var wanted = chosen(), count = 0;
      items.forEach(function (item) {
        item.hidden = !wanted.every(function (select) { return item.dataset[select.name].split(' ').indexOf(select.value) >= 0; });
        if (!item.hidden) count++;
      });
      letters.forEach(function (letter) {
        letter.link.hidden = letter.section.hidden = !letter.section.querySelector('[data-topic]:not([hidden])');
        letter.link.hash = wanted.length ? address(letter.anchor) : letter.anchor;
      });
      clear.disabled = !wanted.length;
      status.textContent = (wanted.length ? count + ' of ' : '') + items.length + ' ' + status.dataset.noun;
    }

    /** Take over what the address asks for, as far as the list knows it, and go to its letter. */
    function read() {
      var words = asked();
      if (!words.size && location.hash) return apply(); // an anchor: the choice stays
      selects.forEach(function (select) {
        select.value = words.get(select.name) || '';
        if (select.selectedIndex < 0) select.value = '';
      });
      apply();
      var letter = letters.find(function (one) { return one.anchor === words.get('letter'); });
      if (letter && !letter.section.hidden) letter.section.scrollIntoView();
    }

    function write() {
      apply();
      history.replaceState(history.state, '', location.pathname + location.search + (chosen().length ? '#' + address() : ''));
    }

    form.addEventListener('change', write);
    form.addEventListener('submit', function (event) { event.preventDefault(); });
    form.addEventListener('reset', function () { setTimeout(function () { write(); selects[0].focus(); }); });
    addEventListener('hashchange', read);
    read();
  }

  document.addEventListener('DOMContentLoaded', start);
})();
