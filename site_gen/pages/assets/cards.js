/*
 * The definition on the spot: a card at every term link, on hover, on focus and on the first tap.
 *
 * It stays while the pointer is on it, goes with Esc (WCAG 2.2, 1.4.13), stands above its link, over what has
 * been read already, or below where there is no room, and needs nothing but the lookup's data, which the first
 * card loads. A link that has its definition beside it, as in lists, needs no card and no second tap.
 */
(() => {
  'use strict';

  const LINKS = 'a.gl-t:not(.gl-row a, .gl-pair__name a)';
  const SHOWN = 5; // meanings of one label; the abbreviations page has the rest
  const WAIT = 180; // ms before a card opens under a passing pointer, and before it closes behind one
  const {make, t} = glossary;
  const card = make('div', {id: 'gl-card', role: 'tooltip', class: 'gl-pop', hidden: ''});
  /** @type {HTMLAnchorElement | null} */
  let link = null;
  let timer = 0;
  let touched = false;
  /** The link whose card is on its way. @type {HTMLAnchorElement | null} */
  let wanted = null;
  let failed = false; // the data did not load, so links only lead
  /** @type {Map<string, number> | null} */
  let rows = null;

  /**
   * The anchor of a label's row on the abbreviations page, as row_id in site_gen/text/field_links.py.
   * @param {string} label
   */
  const rowAnchor = (label) =>
    glossary
      .spelled(label)
      .replace(/ /g, '-')
      .replace(/[^\p{L}\p{N}\p{M}_-]/gu, (sign) => `_${(sign.codePointAt(0) || 0).toString(16)}`);

  /**
   * The terms that a link leads to: one, or all that share the label of a row on the abbreviations page.
   * @param {HTMLAnchorElement} anchor
   */
  function meant(anchor) {
    const path = decodeURIComponent(anchor.pathname);
    const term = /\/terms\/([^/]+)\.html$/.exec(path);
    if (term) {
      const row = rowOf(term[1]);
      return row === undefined ? [] : [row];
    }
    if (!/\/abbreviations(\/[^/]+)?\.html$/.test(path)) return [];
    const label = decodeURIComponent(anchor.hash.slice(1));
    const {abbreviations, names, aliases} = glossary.data;
    return Array.from(names.keys()).filter((row) =>
      [...abbreviations[row], names[row], ...aliases[row]].some((one) => rowAnchor(one) === label)
    );
  }

  /**
   * The row of a term; all are read once, since a page has many links.
   * @param {string} slug
   */
  function rowOf(slug) {
    rows = rows || new Map(glossary.data.names.map((_, row) => [glossary.term(row).slug, row]));
    return rows.get(slug);
  }

  /**
   * Whether a link will have a card, as far as its address tells.
   * @param {HTMLAnchorElement} anchor
   */
  function hasCard(anchor) {
    if (glossary.data?.definitions) return meant(anchor).length > 0;
    return !failed && /\/terms\/[^/]+\.html$|\/abbreviations(\/[^/]+)?\.html$/.test(anchor.pathname);
  }

  /**
   * Opens the card at a link, once its data is there.
   * @param {HTMLAnchorElement} anchor
   */
  function show(anchor) {
    clearTimeout(timer);
    if (anchor === link || !hasCard(anchor)) return;
    if (glossary.data?.definitions) return open(anchor);
    wanted = anchor;
    glossary.need('names', 'definitions').then(
      () => {
        if (wanted === anchor) open(anchor);
      },
      () => {
        failed = true;
      }
    );
  }

  /** @param {HTMLAnchorElement} anchor */
  function open(anchor) {
    const found = meant(anchor);
    if (!found.length) return;
    hide();
    link = anchor;
    const label = t('common.meanings', {label: (anchor.textContent || '').trim(), n: found.length});
    card.replaceChildren(...found.slice(0, SHOWN).map(meaning));
    if (found.length > 1) card.prepend(make('p', {class: 'gl-pop__label'}, [label]));
    if (found.length > SHOWN) {
      card.append(
        make('p', {}, [make('a', {href: anchor.href}, [t('cards.all_meanings', {n: found.length})])])
      );
    }
    card.hidden = false;
    place(anchor);
    anchor.setAttribute('aria-describedby', card.id);
  }

  /**
   * One term on the card.
   * @param {number} row
   */
  function meaning(row) {
    const one = glossary.term(row);
    const name = make('a', {href: glossary.address(one.slug), class: 'gl-pop__name'}, [one.title]);
    name.append(...glossary.shorts(one));
    return make('div', {class: 'gl-pop__item'}, [
      name,
      make('p', {}, [one.definition, ' ', glossary.trusted(one.trust)])
    ]);
  }

  /**
   * Above the link, or below it where the header leaves no room; never over the link's own lines.
   * @param {HTMLAnchorElement} anchor
   */
  function place(anchor) {
    const at = anchor.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const header = document.querySelector('.md-header');
    const width = Math.min(360, room - 16);
    card.style.width = `${width}px`;
    const height = card.offsetHeight;
    const above = at.top - height - 6 >= (header ? header.getBoundingClientRect().bottom : 0);
    const lines = anchor.getClientRects();
    const near = lines[above ? 0 : lines.length - 1] || at; // where a link goes over two lines
    card.style.left = `${Math.max(8, Math.min(near.left, room - width - 8)) + scrollX}px`;
    card.style.top = `${(above ? at.top - height - 6 : at.bottom + 6) + scrollY}px`;
  }

  function hide() {
    clearTimeout(timer);
    if (link) link.removeAttribute('aria-describedby');
    link = null;
    wanted = null;
    card.hidden = true;
  }

  /** @param {() => void} action */
  function later(action) {
    clearTimeout(timer);
    timer = setTimeout(action, WAIT);
  }

  /**
   * The link with a card that a target stands in.
   * @param {EventTarget | null} target
   */
  function anchorOf(target) {
    return /** @type {HTMLAnchorElement | null} */ (glossary.around(target, LINKS));
  }

  /**
   * Whether a target stands on the card.
   * @param {EventTarget | null} target
   */
  function isOnCard(target) {
    return target instanceof Node && card.contains(target);
  }

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return;
    const anchor = anchorOf(event.target);
    if (anchor) later(() => show(anchor));
    else if ((link || wanted) && !isOnCard(event.target)) later(hide);
    else clearTimeout(timer); // it only passed by, or is on the card
  });
  document.documentElement.addEventListener('pointerleave', () => {
    if (link || wanted) later(hide);
    else clearTimeout(timer);
  });
  /** @param {PointerEvent} event */
  function onDown(event) {
    touched = event.pointerType === 'touch';
  }
  document.addEventListener('pointerdown', onDown, true);
  document.addEventListener('focusin', (event) => {
    const anchor = anchorOf(event.target);
    if (anchor?.matches(':focus-visible')) show(anchor);
    else if ((link || wanted) && !isOnCard(event.target)) hide();
  });
  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== 'Escape' || !link) return;
    hide();
    event.stopPropagation();
  }
  document.addEventListener('keydown', onKey, true);
  /** @param {MouseEvent} event */
  function onClick(event) {
    const anchor = anchorOf(event.target);
    if (anchor && touched && anchor !== link && hasCard(anchor)) {
      event.preventDefault(); // the first tap shows, the second goes
      show(anchor);
    } else if (link && !isOnCard(event.target)) {
      hide();
    }
  }
  document.addEventListener('click', onClick, true);
  addEventListener('resize', hide);
  (document.querySelector('main') || document.body).append(card);
})();
