/*
 * The lookup's box: what a reader types, sees and takes along. The ranking is lookup.js'.
 *
 * One box per page: in the page where it stands as `.gl-box` (home, mini.html), else in a dialog that `/`,
 * Ctrl-K or the link `.gl-open` opens. An ARIA combobox with a listbox (WAI-ARIA APG); what one can do with
 * the chosen result stands below the list, since an option holds no buttons.
 * What is rarer is in box-more.js, which comes when it is asked for: other forms to copy, favourites, the keys.
 * In a frame the box never takes the focus from the page around it.
 * Nothing leaves the browser but what misses.js tells of: recent and missed words are kept in localStorage,
 * the query after `#`.
 */
(() => {
  'use strict';

  const {make, button, around, memory, ranker, term, rowOf, address, isCommand, t} = glossary;
  const LIMIT = 8;
  const BEGUN = 0.9; // above it a label begins with what is typed
  /** The key of what heads terms that are no answer, by why the first is there. @type {Record<string, string | undefined>} */
  const GUESSED = {spelling: 'did_you_mean', mentioned: 'mentioned_in'};
  const RECENT = 5;
  const FIRST = 2; // parts of the data that come by themselves: labels, phrases
  const ALL = 3; // and definitions
  const QUIET = 150; // milliseconds without a key, before meaning is asked
  const TOLD = 8000; // and that a note stays which only says that something was copied
  const TYPED = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';
  const MAC = /Mac|iPhone|iPad/.test(navigator.platform);

  /**
   * Loads scripts when they are first asked for.
   * @param {string[]} names
   * @param {() => void} use
   */
  function withScripts(names, use) {
    Promise.all(names.map(glossary.load)).then(use, () => {}); // it is said in the console
  }

  /**
   * What is rarer: other forms to copy, favourites, the list of keys.
   * @param {(more: BoxMore) => void} use
   */
  function withMore(use) {
    withScripts(['lookup-texts', 'box-texts', 'box-more'], () => glossary.boxMore && use(glossary.boxMore));
  }

  /** Whether the box may have the focus: in a frame only while the frame has it, so that no reply loses a key. */
  const mayFocus = () => window.top === window || document.hasFocus();

  /**
   * The longer texts: sentences for customers, differences.
   * @param {(texts: BoxTexts) => void} use
   */
  function withTexts(use) {
    withScripts(['lookup-texts', 'box-texts'], () => glossary.boxTexts && use(glossary.boxTexts));
  }

  /**
   * Lets the lookup find a query by meaning: loads the terms' vectors and those of the query's words. What does
   * not load changes nothing.
   * @param {string} query
   */
  async function understand(query) {
    /** @param {string} name */
    const get = (name) => glossary.load(name).catch(() => {});
    await get('meaning-data');
    const {meaning} = glossary;
    if (!meaning) return;
    await Promise.all(meaning.needs(query).map((name) => get(`meaning/en-${name}`)));
    ranker().understand(meaning);
  }

  /**
   * What tells of words that are not there, loaded with the first of them.
   * @param {(misses: MissesScript) => void} use
   */
  function withMisses(use) {
    withScripts(['suggest', 'misses'], () => glossary.misses && use(glossary.misses));
  }

  // ---- the box

  /** @typedef {Pick<Result, 'row' | 'label' | 'reason' | 'chosen' | 'facet' | 'contrast'>} Shown */

  /**
   * The box in its place; `leave` is called for Esc.
   * @param {HTMLElement} place
   * @param {{leave: () => void, isPanel: boolean}} options
   */
  function createBox(place, options) {
    /** @type {Shown[]} */
    let found = [];
    let chosen = -1;
    let shown = '';
    let wanted = 0; // parts of the data that are on their way or there
    let taken = -1; // parts that answers come from; 0: labels are there, but not taken in yet
    let isAll = false; // no more will come
    /** What a key asked for ahead of its answer. @type {(() => void) | null} */
    let due = null;
    let isMissed = false;
    let isAsked = false; // more than once for what is on its way
    let isDone = false; // the note tells what was done with a result, and stays until something else is typed
    let isPressed = false; // a pointer is down in the box
    let isLate = false; // what came meanwhile waits for it to go up
    let waiting = 0;
    let telling = 0;
    const input = make('input', {
      type: 'search',
      role: 'combobox',
      'aria-label': t('box.look_up'),
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'gl-box__list',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
      placeholder: t('box.placeholder'),
      class: 'gl-box__input'
    });
    const list = make('ul', {
      id: 'gl-box__list',
      role: 'listbox',
      'aria-label': t('box.list'),
      class: 'gl-box__list',
      hidden: ''
    });
    const note = make('div', {class: 'gl-box__note', tabindex: '-1'}); // above the list, while it says something
    const done = make('div', {class: 'gl-box__note', tabindex: '-1'}); // over the list's end, likewise
    const status = make('p', {role: 'status', class: 'gl-unseen'});
    const copy = button([t('common.copy'), make('kbd', {}, [MAC ? '⌘C' : 'Ctrl C'])], copyDefinition);
    const say = button([t('box.say'), make('kbd', {}, [MAC ? '⌘⇧↵' : 'Ctrl ⇧ ↵'])], copySaying);
    const ask = make('span', {class: 'gl-ask'});
    const more = button([t('box.more')], () => {
      const one = current();
      if (one) withMore((script) => script.offer(one, {take, report}));
    });
    const tools = make('div', {class: 'gl-box__tools', hidden: ''}, [copy, say, more, ask]);
    const otherwise = make('div', {class: 'gl-box__otherwise', hidden: ''}, [
      button([t('box.not_meant')], notMeant)
    ]);
    const told = make('p', {class: 'gl-box__told', hidden: ''});
    const out = make('div', {class: 'gl-box__out'}, [list, otherwise, tools]);
    place.replaceChildren(input, told, out, status);

    /** @param {Asked} part */
    function asked(part) {
      if (typeof part === 'string') return part;
      const [text, href, label] = part;
      return make('a', {href, 'aria-label': label, rel: 'noopener', target: '_blank'}, [text]);
    }

    /**
     * Marks one of the options, or none.
     * @param {number} index
     */
    function choose(index) {
      chosen = index;
      for (const [i, option] of [...list.children].entries())
        option.setAttribute('aria-selected', `${i === index}`);
      const option = list.children[index];
      if (option) {
        input.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({block: 'nearest'});
      } else {
        input.removeAttribute('aria-activedescendant');
      }
      const one = current();
      ask.replaceChildren(...(one?.asked || []).map(asked));
      say.hidden = !(one && one.facets & 8); // the bit of what there is to say, see PARTS
    }

    /**
     * Shows terms below a heading; the first is chosen where it answers what is typed.
     * @param {Shown[]} results
     * @param {string} heading
     * @param {string} query
     */
    function show(results, heading, query) {
      found = results;
      list.replaceChildren(...results.map((result, i) => optionFor(result, i, query)));
      list.hidden = !results.length;
      list.setAttribute('aria-label', heading || t('box.list'));
      list.dataset.heading = heading;
      input.setAttribute('aria-expanded', `${!!results[0]}`);
      choose(results[0]?.chosen ? 0 : -1);
      tools.hidden = chosen < 0;
      otherwise.hidden = !query || !results.length;
      fit();
    }

    /** Ends the list above the edge of what is seen: of the window, or of what a phone's keyboard leaves of it. */
    function fit() {
      const view = window.visualViewport;
      const {top} = out.getBoundingClientRect(); // 0 while it is not shown
      if (view && top) out.style.maxHeight = `${view.height - top + view.offsetTop - 8}px`; // 8 stay free below it
    }
    window.visualViewport?.addEventListener('resize', fit);

    /** @param {Shown} result @param {number} i @param {string} query */
    function optionFor(result, i, query) {
      const one = term(result.row);
      const name = make('span', {class: 'gl-box__name'}, glossary.marked(one.title, query));
      name.append(...glossary.shorts(one));
      const option = make('li', {id: `gl-box__list-${i}`, role: 'option'}, [
        make('span', {class: 'gl-box__head'}, [
          name,
          make('span', {class: 'gl-box__why'}, [why(result, one, query)]),
          glossary.trusted(one.trust)
        ]),
        make('span', {class: 'gl-box__def'}, [one.definition]),
        one.here
          ? make('span', {class: 'gl-box__here'}, [make('strong', {}, [t('box.here')]), ` ${one.here}`])
          : null
      ]);
      option.setAttribute(
        'aria-label',
        [one.title, ...one.short, why(result, one, query), one.trust?.words, one.definition, one.here]
          .filter(Boolean)
          .join(t('common.comma'))
      );
      option.className = `gl-box__option${i < 3 && query ? ' gl-box__option--full' : ''}`;
      option.addEventListener('mousemove', () => {
        if (chosen !== i) choose(i);
        tools.hidden = false;
      });
      option.addEventListener('click', (event) => open(i, isCommand(event)));
      return option;
    }

    /**
     * Has parts of the data loaded. No key waits for them: what is typed is answered again with each that comes.
     * @param {number} parts
     */
    function prepare(parts) {
      isAsked = parts <= wanted;
      if (isAsked) return;
      isAll = false;
      wanted = parts;
      glossary.prepare(parts, (now, isLast) => {
        const isNew = isLast || now > taken;
        taken = Math.max(taken, now);
        if (glossary.site?.misses) withMisses((misses) => misses.tellOfSending(told));
        if (isLast && parts === ALL) {
          isAll = true;
          wanted = now; // what did not load is tried again with the next key,
          if (isAsked) prepare(ALL); // or for one that came meanwhile
        }
        if (isNew && (input.value || document.activeElement === input)) again();
      });
    }

    /**
     * Answers what stands in the box with what is known by now; what a reader has chosen stays chosen. Not under
     * a pressed pointer: what it is on would be another element when it goes up, and the click would be lost.
     */
    function again() {
      isLate = isPressed;
      if (isLate) return;
      const row = chosen || !found[0]?.chosen ? found[chosen]?.row : -1;
      const run = due;
      due = null;
      shown = '';
      refresh();
      const at = found.findIndex((one) => one.row === row);
      if (at >= 0) choose(at);
      tools.hidden = chosen < 0;
      if (run) run();
    }

    function refresh() {
      const query = input.value.trim();
      if (!query) {
        isMissed = false;
        const kept =
          taken >= 0 ? ['favourites', 'recent'].map((name) => memory.read(name).map(rowOf)) : [[], []];
        const there = [...new Set(kept.flatMap((rows) => rows.filter((row) => row >= 0).slice(0, RECENT)))];
        if (there.length) prepare(ALL);
        const [favourites] = kept;
        show(
          there.map((row) => ({
            row,
            label: '',
            reason: favourites.includes(row) ? 'favourite' : '',
            chosen: false,
            facet: '',
            contrast: []
          })),
          there.length ? t(favourites.length ? 'box.favourites' : 'box.lately') : '',
          ''
        );
        if (!isDone) {
          note.remove();
          status.textContent = '';
        }
      } else if (query !== shown) {
        answer(query);
      }
      shown = query;
    }

    /**
     * At once by words; where they find nothing or little, by meaning a moment later.
     * @param {string} query
     */
    function answer(query) {
      clearTimeout(waiting);
      /** @type {Result[]} */
      let results = [];
      if (taken > 0) results = ranker().search(query, {limit: LIMIT, now: true});
      else if (!taken) results = glossary.begun(query, LIMIT);
      showFound(results, query);
      if (results[0]?.chosen || !isAll || query.length < 3 || !glossary.site?.meaning) return;
      waiting = setTimeout(async () => {
        await understand(query);
        const now = ranker().search(query, {limit: LIMIT});
        const rows = now.map(({row, chosen: one}) => `${row} ${one}`).join();
        if (input.value.trim() !== query || chosen >= 0) return; // what a reader has gone on to stays
        if (rows !== results.map(({row, chosen: one}) => `${row} ${one}`).join()) showFound(now, query);
      }, QUIET);
    }

    /** @param {Result[]} results @param {string} query */
    function showFound(results, query) {
      const [best] = results;
      const isSure = best?.chosen || best?.score > BEGUN;
      isMissed = isAll && taken > 0 && !isSure;
      show(results, headingFor(results), query);
      if (isSure) glossary.misses?.found(query);
      if (isDone) return;
      note.remove();
      comment(results, isSure, query);
    }

    /**
     * What is said about an answer, below the box and to screen readers.
     * @param {Result[]} results
     * @param {boolean} isSure
     * @param {string} query
     */
    function comment(results, isSure, query) {
      const [best] = results;
      const n = results.length;
      status.textContent = '';
      if (isSure) {
        // two terms in one query: what tells them apart, before either
        const [other] = best.contrast;
        if (other) withTexts((texts) => notice(query, () => texts.difference(best.slug, other)));
        status.textContent = t('common.terms', {n});
      } else if (isMissed) {
        withMisses((misses) => isMissed && notice(query, () => misses.notFound(query, best)));
        status.textContent = t(best ? 'box.none_perhaps' : 'box.none', {n});
      } else if (isAll) {
        above(t('common.not_loaded'));
        announce(t('common.not_loaded'));
      }
    }

    /**
     * Shows below the box what is said of a query, if it still stands there.
     * @param {string} query
     * @param {() => HTMLElement | null} said
     */
    function notice(query, said) {
      const text = !isDone && input.value.trim() === query && said();
      if (text) above(text);
    }

    /**
     * Says something above the list.
     * @param {(string | Node)[]} said
     */
    function above(...said) {
      note.replaceChildren(...said);
      out.prepend(note);
      fit();
    }

    function notMeant() {
      const query = input.value.trim();
      withMisses((misses) => {
        notice(query, () => misses.notMeant(query));
        isDone = true;
      });
    }

    /**
     * What only begins so is called no guess: a heading that left again would move the list under a click.
     * @param {Result[]} results
     */
    function headingFor(results) {
      const [best] = results;
      if (!best?.chosen) return taken > 0 ? t(`box.${GUESSED[best?.reason] || 'perhaps'}`) : '';
      const {label} = best;
      const n = results.filter((one) => one.shared && one.label === label).length;
      return n > 1 ? t('common.meanings', {label, n}) : '';
    }

    /** @param {number} index @param {boolean} inNewTab */
    function open(index, inNewTab) {
      const result = found[index];
      if (!result && isWaiting()) due = () => open(chosen, inNewTab);
      else if (!result && !isMissed) choose(found.length ? 0 : -1);
      if (!result) return;
      const {slug} = term(result.row);
      memory.add('recent', slug, RECENT);
      const there = address(slug, result.facet);
      if (inNewTab || document.documentElement.dataset.home) window.open(there, '_blank', 'noopener');
      else location.href = options.isPanel ? there.replace(/#|$/, '?panel$&') : there;
    }

    const current = () => found[chosen] && term(found[chosen].row);

    /** Whether more is to come for what is typed. */
    function isWaiting() {
      return !isAll && input.value.trim() !== '';
    }

    /**
     * Says something to screen readers.
     * @param {string} text
     */
    function announce(text) {
      status.textContent = '';
      setTimeout(() => {
        status.textContent = text;
      });
    }

    /**
     * Tells what became of a result, over the list's end, so that nothing moves; what arrives later leaves it.
     * @param {string} text
     * @param {HTMLElement[]} [more] buttons beside it
     */
    function report(text, more = []) {
      isDone = true;
      announce(text);
      done.replaceChildren(make('p', {}, [text]), ...more);
      tools.append(done);
      clearTimeout(telling);
      if (!more.length) telling = setTimeout(() => done.remove(), TOLD);
    }

    /** @param {string} text @param {string} said @param {HTMLElement[]} [more] */
    function take(text, said, more) {
      glossary.toClipboard(text).then(
        () => report(said, more),
        () => report(t('common.cannot_copy'))
      );
    }

    function copyDefinition() {
      const one = current();
      if (!one?.definition && isWaiting()) due = copyDefinition;
      else if (one) take(glossary.forColleague(one), t('common.copied_of', {what: one.title}));
    }

    function copySaying() {
      const one = current();
      if (!one && isWaiting()) due = copySaying;
      else if (one) withTexts((texts) => texts.say(one, {take, report}));
    }

    /** What was done is told no longer. */
    function undone() {
      isDone = false;
      done.remove();
    }

    input.addEventListener('input', () => {
      due = null;
      undone();
      prepare(ALL);
      refresh();
      remember(shown); // not with each part of the data that comes: the address may ask for something else by then
    });
    input.addEventListener('focus', () => {
      if (document.readyState === 'complete') prepare(ALL); // not for the focus that a page begins with
      refresh();
    });
    // On the home page all of this hides with the focus, at which a pressed option or button would be lost; a
    // press on the note puts the focus there, so that its text can be marked.
    for (const part of [list, otherwise, tools])
      part.addEventListener('mousedown', (event) => event.preventDefault());
    place.addEventListener('pointerdown', () => {
      isPressed = true;
    });
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, () => {
        isPressed = false;
        setTimeout(() => isLate && again()); // after the click
      });
    }
    place.addEventListener('keydown', (event) => {
      const command = isCommand(event);
      const last = found.length - 1;
      const isSelected = input.selectionStart !== input.selectionEnd;
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') choose(chosen < last ? chosen + 1 : 0);
      else if (event.key === 'ArrowUp') choose(chosen > 0 ? chosen - 1 : last);
      else if (event.key === 'Enter' && event.target === input) {
        if (command && event.shiftKey) copySaying();
        else open(chosen, command);
      } else if (glossary.isCopying(event) && !isSelected && (current() || isWaiting())) copyDefinition();
      else if (event.key === 'Escape') options.leave();
      else return;
      if (event.key !== 'Escape') tools.hidden = chosen < 0;
      event.preventDefault();
    });

    return {
      input,
      prepare,
      /** @param {string} query */
      set(query) {
        undone();
        prepare(ALL);
        input.value = query;
        shown = '';
        refresh();
      },
      clear() {
        due = null;
        input.value = '';
        shown = '';
        show([], '', '');
        undone();
        note.remove();
        remember('');
      }
    };
  }

  /**
   * The bits of `facets`, in the order of lookup.py, and the keys of what the parts are called.
   * @type {Record<string, [number, string] | undefined>}
   */
  const PARTS = {
    formula: [1, 'formula'],
    example: [2, 'example'],
    here: [4, 'how_we_do_it'],
    say: [8, 'say_it']
  };

  /**
   * The key of what is told of a result, by its reason.
   * @type {Record<string, string | undefined>}
   */
  const CALLED = {
    alias: 'alias',
    'earlier name': 'formerly',
    'in a source': 'in_a_source',
    'first letters': 'first_letters',
    discouraged: 'we_say',
    spelling: 'you_typed',
    asked: 'you_typed',
    described: 'by_meaning',
    'by meaning': 'by_meaning',
    'in another language': 'in_language',
    mentioned: 'mentions'
  };

  /**
   * Why a result is there, where its name does not show it, or at which part it opens.
   * @param {Shown} result
   * @param {Term} one
   * @param {string} query
   */
  function why(result, one, query) {
    const {row, label, reason, contrast, facet} = result;
    const part = PARTS[facet];
    if (part && one.facets & part[0]) return t('box.opens_at', {part: t(`box.${part[1]}`)});
    if (contrast.length) return t('box.confused');
    if (reason === 'favourite') return `★ ${one.topic}`;
    const [language] = glossary.data.inOtherLanguages?.[row]?.find(([, name]) => name === label) || [''];
    const called = CALLED[reason];
    return called ? t(`box.${called}`, {label, query, term: one.title, language}) : one.topic;
  }

  // ---- the address

  /**
   * The query stands after `#`, where no server logs it.
   * @param {string} query
   */
  function remember(query) {
    const hash = query ? `#q=${encodeURIComponent(query)}` : '';
    if (location.hash !== hash && (query || location.hash.startsWith('#q='))) {
      history.replaceState(null, '', location.pathname + location.search + hash);
    }
  }

  /** What the address asks for: `#q=` or, from a search engine's box, `?q=`, which is rewritten at once. */
  function asked() {
    const sent = new URLSearchParams(location.search).get('q');
    if (sent !== null) {
      history.replaceState(null, '', location.pathname);
      remember(sent);
    }
    return new URLSearchParams(location.hash.slice(1).replace(/&/g, '%26')).get('q') || '';
  }

  // ---- where it stands

  /** The box in a dialog, and what opens it. */
  function dialogBox() {
    const place = make('div', {class: 'gl-box', role: 'search', 'aria-label': t('box.look_up')});
    const dialog = make('dialog', {class: 'gl-dialog', 'aria-label': t('box.look_up')}, [place]);
    const box = createBox(place, {leave: () => dialog.close(), isPanel: false});
    document.body.append(dialog);
    dialog.addEventListener('click', (event) => {
      if (event.target === dialog) dialog.close();
    });
    dialog.addEventListener('close', box.clear);
    return {
      box,
      open() {
        if (!dialog.open) dialog.showModal();
        box.input.focus();
      }
    };
  }

  /**
   * The box in the page, and what leads to it.
   * @param {HTMLElement} place
   */
  function boxIn(place) {
    const box = createBox(place, {
      leave() {
        box.clear();
        box.input.blur();
      },
      isPanel: 'panel' in place.dataset
    });
    return {
      box,
      open() {
        if (mayFocus()) box.input.focus();
        scrollTo(0, 0);
      }
    };
  }

  /**
   * Once the page is there and has nothing else to do.
   * @param {() => void} use
   */
  function whenIdle(use) {
    const soon = () => (window.requestIdleCallback || setTimeout)(use);
    if (document.readyState === 'complete') soon();
    else addEventListener('load', soon);
  }

  function start() {
    /** @type {HTMLElement | null} */
    const place = document.querySelector('.gl-box');
    const query = asked();
    const {box, open} = place ? boxIn(place) : dialogBox();
    if (place && mayFocus() && (query || glossary.hasKeyboard())) box.input.focus({preventScroll: true});
    if (!place && query && mayFocus()) open();
    if (query) box.set(query);
    whenIdle(() => box.prepare(FIRST));
    for (const link of document.querySelectorAll('.gl-open')) {
      link.addEventListener('click', (event) => {
        event.preventDefault();
        open();
      });
    }
    /** @param {KeyboardEvent} event */
    function onKey(event) {
      // the home page's box has the focus already
      const isEmpty = event.target === box.input && !box.input.value;
      const isTyping = !isEmpty && around(event.target, TYPED);
      const slash = event.key === '/' && !isTyping && !event.altKey;
      if (isCommand(event) ? event.key.toLowerCase() !== 'k' : !slash) return;
      event.preventDefault();
      event.stopPropagation();
      open();
    }
    document.addEventListener('keydown', onKey, true);
    addEventListener('hashchange', () => {
      const query = asked();
      if (!query || query === box.input.value) return;
      open();
      box.set(query);
    });
  }

  start();
})();
