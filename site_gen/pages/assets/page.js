/*
 * What pages offer beside the lookup: a term's definition and sentence to take along, the terms that a wrong
 * address may have meant, the menu by keyboard.
 */
(() => {
  'use strict';

  const {make, button, part, around, t} = glossary;
  const SHOWN = 2500; // ms that a button says "Copied"

  /** On a term's own page: take along its definition, or what to say to a customer. */
  function termTools() {
    /** @type {HTMLElement | null} */
    const page = document.querySelector('.gl-term');
    if (!page) return;
    const status = make('span', {role: 'status', class: 'gl-unseen'});

    /**
     * Copies a text and says so on the button.
     * @param {string} text
     * @param {HTMLElement} at
     */
    function take(text, at) {
      /** @param {string} result */
      function tell(result) {
        at.textContent = result;
        status.textContent = result;
        setTimeout(() => {
          at.textContent = t('common.copy');
          status.textContent = '';
        }, SHOWN);
      }
      glossary.toClipboard(text).then(
        () => tell(glossary.copied(t('common.copied'), text)),
        () => tell(t('common.not_copied'))
      );
    }

    const takeTerm = () => take(glossary.forColleague(termOf(page)), copy);
    const copy = button([t('common.copy')], takeTerm, 'gl-copy');
    const tools = make('div', {class: 'gl-def__tools'}, [copy]);
    part('.gl-def', page).append(tools, status);
    more(page.dataset.slug || '', tools);
    for (const say of page.querySelectorAll('.gl-say:not(.gl-say--inside) .gl-label')) {
      say.after(sayingOf(say, take));
    }
    document.addEventListener('keydown', (event) => {
      if (!glossary.isCopying(event) || around(event.target, 'input, textarea, dialog')) return;
      event.preventDefault();
      takeTerm();
    });
  }

  /**
   * Other forms to copy a term in, and the star of a favourite: both come when they are needed.
   * @param {string} slug
   * @param {HTMLElement} tools
   */
  function more(slug, tools) {
    const said = make('div', {class: 'gl-def__more', role: 'status'});
    /** @type {Parameters<BoxMore['offer']>[1]} */
    const box = {
      take: (text, done) => {
        glossary.toClipboard(text).then(
          () => box.report(done),
          () => box.report(t('common.cannot_copy'))
        );
      },
      report: (text, buttons = []) => said.replaceChildren(make('p', {}, [text]), ...buttons)
    };
    const parts = ['lookup-texts', 'box-texts', 'box-more'];
    const ask = button([t('page.copy_as')], () => {
      Promise.all([...parts.map(glossary.load), glossary.need('names', 'definitions')]).then(
        () => glossary.boxMore?.offer(glossary.term(glossary.rowOf(slug)), box, true),
        () => box.report(t('common.not_loaded'))
      );
    });
    const isKept = glossary.memory.read('favourites').includes(slug);
    const star = button([isKept ? '★' : '☆'], () => {
      glossary.load('box-more').then(
        () => {
          if (!glossary.boxMore) return;
          glossary.boxMore.toggle(slug);
          const now = glossary.boxMore.star(slug);
          star.replaceWith(now);
          now.focus();
        },
        () => {} // it is said in the console
      );
    });
    star.setAttribute('aria-pressed', String(isKept));
    star.setAttribute('aria-label', t('more.favourite'));
    star.title = t('more.favourite');
    tools.append(ask, star);
    tools.after(said);
  }

  /**
   * A term as its own page shows it, so that the lookup's data need not be there.
   * @param {HTMLElement} page
   */
  function termOf(page) {
    const text = (/** @type {Element} */ one) => (one.textContent || '').trim();
    return {
      slug: page.dataset.slug || '',
      title: text(part('.gl-crumbs [aria-current]', page)),
      short: Array.from(page.querySelectorAll('.gl-name .gl-abbr'), text),
      definition: text(part('.gl-def__text', page)),
      trust: {mark: '', sign: '', words: text(part('.gl-trust__words', page))}
    };
  }

  /**
   * A button that copies what stands below a label.
   * @param {Element} label
   * @param {(text: string, at: HTMLElement) => void} take
   */
  function sayingOf(label, take) {
    const copy = button([t('common.copy')], () => take(text(), copy), 'gl-copy');
    function text() {
      /** @type {NodeListOf<HTMLElement> | undefined} */
      const lines = label.parentElement?.querySelectorAll('.gl-label ~ :not(button)');
      // biome-ignore lint/performance/useDomNodeTextContent: as it is shown, without hidden words
      return Array.from(lines || [], (line) => line.innerText.trim()).join('\n');
    }
    return copy;
  }

  /**
   * "Something wrong?" shows the parts of the term; a second click opens the mail or form for one of them,
   * filled in, or copies a note where nobody has named an address. Where what it needs does not load, it is
   * the link or the sentence that it is without scripts.
   */
  function wrong() {
    const place = document.querySelector('.gl-wrong');
    /** @type {HTMLElement | null} */
    const page = document.querySelector('.gl-term');
    if (!place || !page) return;
    const link = place.querySelector('a');
    const plain = place.querySelector('.gl-plain');
    const list = make('ul', {id: 'gl-wrong', class: 'gl-wrong__parts', hidden: ''});
    const ask = button([part('a, span', place).textContent || ''], show, 'gl-wrong__ask');
    ask.setAttribute('aria-expanded', 'false');
    ask.setAttribute('aria-controls', list.id);
    place.replaceChildren(ask, list);

    function show() {
      if (!list.hidden) return set(false);
      Promise.all([glossary.load('suggest'), glossary.need('names')]).then(() => {
        list.replaceChildren(...glossary.suggest.ways(/** @type {HTMLElement} */ (page)));
        set(true);
      }, asWithout);
    }
    function asWithout() {
      if (link) location.href = link.href;
      else list.replaceChildren(make('li', {}, [plain?.textContent || '']));
      set(!link);
    }
    /** @param {boolean} isOpen */
    function set(isOpen) {
      list.hidden = !isOpen;
      ask.setAttribute('aria-expanded', String(isOpen));
    }
    place.addEventListener('keydown', (event) => {
      if (/** @type {KeyboardEvent} */ (event).key !== 'Escape' || list.hidden) return;
      set(false);
      ask.focus();
    });
  }

  /** What the address of this page says, in words. */
  function addressInWords() {
    const last =
      location.pathname
        .replace(/\.html?$/, '')
        .replace(/\/$/, '')
        .split('/')
        .pop() || '';
    try {
      return decodeURIComponent(last).replace(/[-_+]+/g, ' ');
    } catch {
      return last.replace(/[-_+]+/g, ' '); // "100%" is no code: taken as it stands
    }
  }

  /** The page for a wrong address offers the terms that the address may have meant. */
  async function lost() {
    const place = document.querySelector('.gl-lost');
    if (!place) return;
    await glossary.need('names', 'searchAs', 'definitions');
    const words = addressInWords();
    const sure = glossary.ranker().search(words, {limit: 5});
    const found = sure.length ? sure : glossary.ranker().near(words, {limit: 5});
    if (!found.length) return;
    const links = found.map((result) => {
      const one = glossary.term(result.row);
      return make('li', {class: 'gl-row'}, [
        make('a', {class: 'gl-t', href: glossary.address(one.slug)}, [one.title]),
        make('span', {class: 'gl-row__def'}, [one.definition])
      ]);
    });
    const list = make('ul', {class: 'gl-list'}, links);
    part('p', place).after(
      make('h2', {}, [t('page.did_you_mean')]),
      list,
      make('h2', {}, [t('page.or_start')])
    );
  }

  /** The theme's menu of narrow screens is a label, which a mouse opens and a keyboard does not. */
  function menu() {
    /** @type {HTMLInputElement | null} */
    const toggle = document.querySelector('#__drawer');
    /** @type {HTMLElement | null} */
    const label = document.querySelector('.md-header label[for=__drawer]');
    if (toggle && label) byKeyboard(toggle, label);
  }

  /**
   * Makes a label of a hidden checkbox a button.
   * @param {HTMLInputElement} toggle
   * @param {HTMLElement} label
   */
  function byKeyboard(toggle, label) {
    function tell() {
      label.setAttribute('aria-expanded', String(toggle.checked));
    }
    /** @param {boolean} open */
    function set(open) {
      toggle.checked = open;
      toggle.dispatchEvent(new Event('change', {bubbles: true}));
      if (open) part('.md-sidebar--primary .md-nav__link').focus();
      else label.focus();
    }
    label.tabIndex = 0;
    label.setAttribute('role', 'button');
    label.setAttribute('aria-label', t('page.menu'));
    label.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      set(!toggle.checked);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && toggle.checked) set(false);
    });
    toggle.addEventListener('change', tell);
    tell();
  }

  /**
   * A link to cards or quiz says which terms to ask about; as an anchor it would lead nowhere without
   * scripts.
   */
  function asking() {
    /** @type {NodeListOf<HTMLAnchorElement>} */
    const links = document.querySelectorAll('a[data-asks]');
    for (const link of links) link.hash = link.dataset.asks || '';
  }

  /** A review that ran out since the site was built is due. */
  function overdue() {
    /** @type {NodeListOf<HTMLElement>} */
    const marks = document.querySelectorAll('.gl-trust[data-until]');
    for (const mark of marks) {
      if ((mark.dataset.until || '') > glossary.today()) continue;
      mark.className = 'gl-trust gl-trust--due';
      mark.removeAttribute('title');
      part('.gl-trust__sign', mark).textContent = mark.dataset.sign || '';
      part('.gl-trust__words', mark).textContent = mark.dataset.due || '';
    }
  }

  /** The page about the glossary shows the words that were missed in this browser. */
  function missed() {
    /** @type {HTMLElement | null} */
    const place = document.querySelector('.gl-missed');
    if (!place) return;
    Promise.all(['suggest', 'misses'].map(glossary.load).concat(glossary.need('names'))).then(
      () => {
        if (glossary.misses) place.append(glossary.misses.panel());
        place.hidden = false;
      },
      () => {} // it is said in the console
    );
  }

  /** The bookmark that opens the panel with what is selected, and the site's address in the examples. */
  function bookmarklet() {
    /** @type {HTMLAnchorElement | null} */
    const link = document.querySelector('.gl-bookmarklet');
    if (!link) return;
    const panel = JSON.stringify(`${glossary.root}mini.html`);
    // an open panel stays as it is where nothing is selected: its address cannot be read from another site
    link.href = `javascript:(()=>{const a=document.activeElement,s=(String(getSelection())||String((a&&a.value)||'').slice(a&&a.selectionStart,a&&a.selectionEnd)).trim().slice(0,80),w=open('','glossary','popup,width=380,height=640');let n=false;try{n=w.location.href==='about:blank'}catch(e){}if(s||n)w.location=${panel}+(s?'#q='+encodeURIComponent(s):'');w.focus()})()`;
    for (const code of document.querySelectorAll('[data-address]')) {
      code.textContent = (code.textContent || '').replace(/SITE\//g, glossary.root);
    }
  }

  /** What the lookup's data tells once it is there: the edition in the footer, examples below the box. */
  function edition() {
    glossary.need('names').then(
      () => {
        tries();
        /** @type {HTMLElement | null} */
        const place = document.querySelector('.gl-end__edition');
        if (!place || !glossary.site?.edition) return;
        const [day] = glossary.site.edition.split(' ');
        const written = new Intl.DateTimeFormat(document.documentElement.lang, {
          dateStyle: 'long',
          timeZone: 'UTC'
        });
        place.append(written.format(new Date(day)));
        place.title = glossary.site.edition; // with the commit, for whom it helps
        place.hidden = false;
      },
      () => {} // it is said in the console
    );
  }

  /** Below an empty box stands what could be typed. */
  function tries() {
    const input = document.querySelector('.gl-box__input');
    const examples = glossary.site?.examples || [];
    if (!input || !examples.length) return;
    const links = examples.map((one) => make('a', {href: `#q=${encodeURIComponent(one)}`}, [one]));
    input.after(make('p', {class: 'gl-box__tries'}, [`${t('box.try')} `, ...links]));
  }

  /** `?`, and whatever says that it shows the keys, shows them. */
  function keys() {
    function show() {
      glossary.load('box-more').then(
        () => glossary.boxMore?.keys(),
        () => {} // it is said in the console
      );
    }
    document.addEventListener('click', (event) => {
      if (around(event.target, '[data-keys]')) show();
    });
    document.addEventListener('keydown', (event) => {
      const field = around(event.target, 'input:not([type=radio], [type=checkbox]), textarea, select');
      const isEmpty = field instanceof HTMLInputElement && field.matches('.gl-box__input') && !field.value;
      if (event.key !== '?' || (field && !isEmpty) || glossary.isCommand(event) || event.altKey) return;
      event.preventDefault();
      show();
    });
  }

  /** The panel keeps what was typed for the way back from an entry that opens in it. */
  function panel() {
    if (!document.querySelector('.gl-mini')) return;
    addEventListener('pagehide', () => {
      try {
        sessionStorage.setItem('glossary.panel', location.hash);
      } catch {
        // the way back then leads to an empty box
      }
    });
  }

  /** Marks where the page stands: style rules that look for it in the whole page (`:has`) cost 4 ms a key. */
  function place() {
    if (document.querySelector('.gl-home')) {
      document.querySelector('.gl-open')?.classList.add('gl-open--home');
    }
    for (const [tab, crumb] of [
      ['learn.html', '[href$="learn.html"]'],
      ['about.html', '[href$="about.html"]'],
      ['topics.html', '[href*="topics"]']
    ]) {
      if (!document.querySelector(`.gl-crumbs a${crumb}`)) continue;
      const link = document.querySelector(`.md-tabs__link[href$="${tab}"]`);
      link?.closest('.md-tabs__item')?.classList.add('md-tabs__item--active');
    }
  }

  keys();
  panel();
  place();
  addEventListener('load', () => (window.requestIdleCallback || setTimeout)(edition));
  bookmarklet();
  if (/[?&]panel\b/.test(location.search)) glossary.load('panel').catch(() => {}); // it is said in the console
  asking();
  lost();
  menu();
  missed();
  overdue();
  termTools();
  wrong();
})();
