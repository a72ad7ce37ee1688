"""Page elements around the text: navigation, banners, footers, link and footnote marks, badges."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Any

LEFT_OUT = frozenset(
    ["script", "style", "noscript", "template", "svg", "math", "nav", "form", "select", "option", "textarea",
     "input", "iframe", "object", "canvas", "head", "audio", "video"]
)  # fmt: skip
_AROUND = frozenset(["nav", "form"])  # hold the whole page where nobody closed them, or a server made it
_ROLES = frozenset(
    ["navigation", "dialog", "alertdialog", "search", "contentinfo", "banner", "menu", "menubar", "toolbar",
     "doc-endnotes", "doc-footnote", "doc-toc", "complementary", "status", "alert", "log", "progressbar"]
)  # fmt: skip
_FURNITURE = re.compile(  # matches whole tokens of an id or a class
    r"(?:site-|page-|wy-)?(?:cookie|cookies|consent|gdpr)(?:-?(?:banner|bar|notice|popup|consent|law))?|"
    r"breadcrumbs?(?:-section|-nav)?|(?:site-|page-|main-)?(?:navbar|navigation|nav|menu|footer|sidebar)|"
    r"toc(?:-macro|tree|-wrapper)?|table-of-contents|mw-(?:navigation|panel|head|footer|editsection|"
    r"jump-link)|"
    r"navbox|catlinks|printfooter|noprint|skip-(?:link|nav|to-content)|page-metadata|"
    r"comments?-(?:section|area|list)|comments|related-(?:posts|articles|content)|share|social(?:-(?:"
    r"share|links|buttons|bar|icons|media|sharing))?|shar(?:e|ing)-(?:buttons?|links?|bar|icons?|box)|sharedaddy|"
    r"ya-share2?|addtoany[\w-]*|addthis[\w-]*|"
    r"newsletter(?:-signup)?|subscribe|page[-_]?section[-_]?header|greybox|pagination|prev-next|back-to-top|"
    r"footnotes|footnote-list|references|reflist|endnotes|sd(?:foot|end)note\d+|ftn\d+|edn\d+|"
    r"footer-body|article-(?:votes|comments|relatives|footer|meta|info|author|date)|meta|"
    r"(?:blog-?)?(?:post|page|entry)[-_]{1,2}(?:meta|date|author|footer|navigation)|postmetadata|tags|"
    r"tag-?list|taxonomy|badges|post-meta|"
    r"entry-meta|byline|edit-(?:link|page)|last-updated|feedback|"
    r"recommended(?:-(?:articles|posts|reading))?|recently-viewed(?:-articles)?|read-next|"
    r"(?:crawler-)?post-(?:infos?|likes|actions|controls)|crawler-post-(?:meta|infos)|topic-map|"
    r"cta(?:-[\w-]{1,20})?|call-to-action|promo(?:tion)?(?:-(?:box|banner|card))?|lead-magnet|"
    r"(?:article|page|content|kb|docs?|post|topic)-(?:feedback|rat(?:e|ing)|helpful|votes?)|"
    r"(?:was-this-)?helpful|rating|votes?|"
    r"lang(?:uage)?-(?:switch(?:er)?|selector|picker)",
    re.IGNORECASE,
)
_FACTS = frozenset(  # of a post or page, as search engines read them
    ["author", "creator", "interactionstatistic", "datepublished", "datemodified", "datecreated",
     "commentcount", "upvotecount", "publisher", "wordcount", "breadcrumb"]
)  # fmt: skip
_MARK_CLASS = re.compile(
    r"headerlink|header-?anchor|anchor(?:-?link|js-link|-icon)?|deep-?link|perma-?link|heading-?anchor|"
    r"hash-link|mw-editsection|footnote-?(?:ref|backref|reference|back)?|reversefootnote|sd(?:foot|"
    r"end)noteanc|"
    r"sd(?:foot|end)notesym|noteref|MsoFootnoteReference|MsoCommentReference|sr-only|visually-?hidden|"
    r"(?:[\w-]{0,40}[-_])?(?:pron(?:unciation)?|ipa|phonetics?)|screen-reader-text|icon|chevron|caret|material-icons|fa|fas|far|glyphicon",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"sr-only|visually-?hidden|screen-reader-text", re.IGNORECASE)
_BADGE = re.compile(
    r"(?:[\w-]{0,99}[-_])?(?:badge|tag|pill|chip|categor(?:y|ies)|letter|lozenge)(?:[-_][\w-]{0,99})?|"
    r"label(?:-\w+)?|status-macro|counter|rounded-(?:full|pill)",
    re.IGNORECASE,
)
_NOTE_ROLES = frozenset(["doc-noteref", "doc-backlink"])
_BACK = re.compile("[\\s↑↩⤴\ufe0e\ufe0f]+")  # an arrow to where the reader came from
_MARK_TEXT = re.compile(
    r"[\s#¶§🔗⚓※↑↩︎\ufe0e\ufe0f+−×▾▼▸►⌄-]*"
    r"(?:perma(?:nent )?link|link to this (?:heading|section|term)|direct link)?\W*",
    re.IGNORECASE,
)  # fmt: skip
_MORE = re.compile(
    r"\W*(?:(?:read|learn|see|find out|view|show) more|more|(?:read|view|"
    r"see) (?:the )?(?:full )?(?:definition|"
    r"article|entry|term)|continue reading|weiterlesen|weiter lesen|mehr (?:lesen|erfahren|dazu|infos?)|zum "
    r"(?:artikel|eintrag|begriff)|"
    r"en savoir plus|lire (?:la suite|plus)|voir plus|leer más|ver más|saber más|seguir leyendo|"
    r"leggi (?:tutto|di più)|scopri di più|continua a leggere|saiba mais|leia mais|ler mais|lees (?:meer|"
    r"verder)|"
    r"meer (?:lezen|weten)|czytaj (?:więcej|dalej)|dowiedz się więcej|číst (?:dále|více)|více|läs mer|"
    r"les mer|"
    r"læs mere|lue lisää|bővebben|подробнее|читать (?:далее|дальше|полностью)|узнать больше|devamını oku|"
    r"続きを読む|もっと(?:見る|読む)|阅读更多|了解更多|查看更多|더 ?보기)\W*",
    re.IGNORECASE,
)
_MORE_CLASS = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:read-?more|more-?link|link-?more|card-?link|cta-?link)", re.IGNORECASE
)
_UP = re.compile(  # a link back to the start of the page
    r"\W*(?:(?:back|return|go) to (?:the )?(?:top|start|index|contents?)(?: of (?:the )?page)?|"
    r"(?:to )?top(?: of (?:the )?page)?|"
    r"(?:zurück )?nach oben|zum (?:seiten)?anfang|haut de (?:la )?page|retour en haut|volver arriba|arriba|"
    r"наверх|к началу|yukarı|başa dön|torna su|voltar ao topo)\W*",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"[\s\[(]*(?:\d{1,3}|[a-z]|[*†‡])[\s\])]*")


def tokens(element: Any) -> list[str]:
    """The words in the class and the id of an element."""
    return [*(element.get("class") or "").split(), *(element.get("id") or "").split()]


def is_mark(element: Any) -> bool:
    """Whether an element is a link or note mark, an icon or text for screen readers, and no content."""
    tag = element.tag
    if element.get("aria-hidden") == "true" and len(element) < 3:
        return True
    if tag not in ("a", "sup", "span", "i", "div"):
        return False
    said = "".join(element.itertext()).strip()
    if any(_MARK_CLASS.fullmatch(token) for token in (element.get("class") or "").split()):
        return tag != "div" and (len(said) < 40 or "footnote" in (element.get("class") or ""))
    if tag == "a" and (element.get("role") in _NOTE_ROLES or (said and _BACK.fullmatch(said))):
        return True
    if _leads_on(element, said):
        return True
    href = element.get("href") or ""
    if tag == "a" and href:
        local = "#" in href
        if (local and said and (_MARK_TEXT.fullmatch(said) or _UP.fullmatch(said))) or _MORE.fullmatch(said):
            return True
        return local and bool(_REFERENCE.fullmatch(said)) and _is_raised(element)
    if tag == "sup":
        inner = list(element.iter("a"))
        return bool(inner) and "#" in (inner[0].get("href") or "") and bool(_REFERENCE.fullmatch(said))
    return False


def _leads_on(element: Any, said: str) -> bool:
    """Whether an element only leads to the whole text elsewhere, "Read more", as cards end."""
    if element.tag == "a" and any(map(_MORE_CLASS.fullmatch, (element.get("class") or "").split())):
        return len(said) < FOLLOWED
    linked = element.tag in ("div", "span") and any(
        up.tag == "a" for up in islice(element.iterancestors(), 4)
    )
    return linked and len(said) < FOLLOWED and _MORE.fullmatch(said) is not None


FOLLOWED = 60  # characters of a link to the whole text


def _is_raised(element: Any) -> bool:
    parent = element.getparent()
    href = (element.get("href") or "").rpartition("#")[2].lower()
    raised = parent is not None and parent.tag == "sup"
    return (
        raised
        or any(part.tag == "sup" for part in element)
        or bool(re.match(r"_?(?:fn|ftn|note|cite|_edn)", href))
    )


def is_badge(element: Any) -> bool:
    """Whether an element in a line is a label such as "new" or "beta", by its class."""
    said = (element.get("class") or "").split()
    if element.tag not in ("span", "sup", "em", "small", "b", "strong", "a", "i", "label"):
        return False
    return any(map(_BADGE.fullmatch, said)) or (
        any(map(_KIND_CLASS.fullmatch, said)) and _is_by_name(element)
    )


def is_badge_of_bold(element: Any) -> bool:
    """Whether a badge with a word in small letters stands right behind bold words, which are a name."""
    before = element.getprevious()
    if before is None or before.tag not in ("b", "strong", "dfn") or (before.tail or "").strip():
        return False
    said = "".join(element.itertext()).strip()
    return is_badge(element) and 0 < len(said.split()) <= BADGE_WORDS and not said.isupper()


_KIND_CLASS = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:type|kind|area|team|dept|domain|level|status|group|scope)", re.I
)
_NAME_CLASS = re.compile(r"(?:[\w-]{0,40}[-_])?(?:name|title|term|word|headword|heading)", re.I)


def _is_by_name(element: Any) -> bool:
    """Whether an element stands right behind one that holds a name, by its class, with no text between."""
    before = element.getprevious()
    if before is None or (before.tail or "").strip() or not "".join(before.itertext()).strip():
        return False
    return any(map(_NAME_CLASS.fullmatch, (before.get("class") or "").split()))


_BADGES_CLASS = re.compile(r"(?:[\w-]{0,40}[-_])?(?:tags|badges|chips|pills|labels|categories|topics)", re.I)
_TAGS_CLASS = re.compile(r"(?:[\w-]{0,40}[-_])?(?:tags|badges|chips|pills)", re.I)
BADGES, BADGE_WORDS = 2, 5  # of a row of badges after a text, and most words of each


def is_row_of_badges(element: Any) -> bool:
    """Whether an element after another one holds nothing but badges: the topics below the text of a card."""
    if element.tag not in ("div", "p", "ul") or element.getprevious() is None or (element.text or "").strip():
        return False
    named = any(map(_TAGS_CLASS.fullmatch, tokens(element)))
    parts = [one[0] if one.tag == "li" and len(one) else one for one in element if isinstance(one.tag, str)]
    enough = 1 if any(map(_BADGES_CLASS.fullmatch, tokens(element))) else BADGES
    if len(parts) < enough or not (named or all(map(is_badge, parts))):
        return False
    if any((part.tail or "").strip() for part in parts):
        return False
    return all(len("".join(part.itertext()).split()) <= BADGE_WORDS for part in parts)


_OVER = re.compile(
    r"(?:[\w-]{0,99}[-_])?(?:meta|eyebrow|kicker|overline|supertitle|topic|level|cat|kategori\w*|categori\w*|"
    r"catégorie|rubrik|rubrique|thema|thème|tema)(?:[-_][\w-]{0,99})?",
    re.IGNORECASE,
)
OVER = 8  # most words of such a line


def is_over_heading(element: Any, titled: bool = False) -> bool:
    """Whether a line right over a heading is a label of its card by its class: "Billing · Beginner".

    ``titled`` is true if the class of the next element makes it a heading.
    """
    after = element.getnext()
    headed = after is not None and (titled or re.fullmatch("h[1-6]", str(after.tag)))
    if not headed or (element.tail or "").strip():
        return False
    names = (element.get("class") or "").split()
    if element.tag not in ("div", "p", "span", "small") or len(element) > 3:
        return False
    if not any(_OVER.fullmatch(name) or _BADGE.fullmatch(name) for name in names):
        return False
    return len("".join(element.itertext()).split()) <= OVER


CARDS, REPEATED = 4, 0.6  # cards with a line under their heading, and most different ones of those lines
FEW_CARDS, OVER_REPEATED = 3, 0.7  # the same for lines over the headings


def over_headings(root: Any) -> frozenset[Any]:
    """The lines right over or under the headings of cards that only sort them: a few repeat."""
    by_kind: dict[tuple[str, str], list[Any]] = {}
    for head in root.iter("h2", "h3", "h4", "h5", "h6"):
        over = head.getprevious()
        if over is not None and over.tag in ("div", "p", "span", "small") and over.getprevious() is None:
            by_kind.setdefault((over.tag, over.get("class") or ""), []).append(over)
        under = head.getnext()
        if under is not None and under.tag in ("div", "span", "small") and under.getnext() is not None:
            by_kind.setdefault((f"{under.tag} under", under.get("class") or ""), []).append(under)
    return frozenset(
        line for (tag, _), lines in by_kind.items() if _sort(lines, over=" " not in tag) for line in lines
    )


def _sort(lines: Sequence[Any], over: bool) -> bool:
    if len(lines) < (FEW_CARDS if over else CARDS):
        return False
    said = [" ".join("".join(line.itertext()).split()) for line in lines]
    short = all(0 < len(text.split()) <= OVER and text[-1:] not in ".!?" for text in said)
    return short and len(set(said)) <= (OVER_REPEATED if over else REPEATED) * len(said)


def is_hidden(element: Any, shown: frozenset[str]) -> bool:
    """Whether only scripts show an element.

    ``shown`` are the ids that buttons and tabs open.
    """
    return (
        element.get("hidden") is not None
        and element.get("id") not in shown
        and element.get("role") != "tabpanel"
    )


def _is_of_site(header: Any) -> bool:
    """Whether a header is that of the site, and not of an article with its title."""
    if any(up.tag in ("article", "main", "section") for up in header.iterancestors()):
        return False
    head = next(header.iter("h1", "h2", "h3"), None)
    if head is None:
        return True
    titles = (one for one in header.getroottree().iter("h1") if header not in one.iterancestors())
    return head.tag == "h1" and next(titles, None) is not None  # the page has a title of its own


def _is_of_control(label: Any) -> bool:
    """Whether a label stands before a field or a choice, which is no text of the page."""
    after = label.getnext()
    return (
        after is not None and after.tag in ("select", "input", "textarea") and not (label.tail or "").strip()
    )


_TEXT_OF_PAGE = re.compile(
    r"(?:article|entry|post|page|main)[-_]{1,2}(?:body|content)|content-body", re.IGNORECASE
)


def _holds_text(element: Any) -> bool:
    """Whether the text of the page stands inside an element, by its class."""
    return any(_TEXT_OF_PAGE.fullmatch(token) for inner in element.iter() for token in tokens(inner))


_NOTE = re.compile(r"(?:cmnt|ftnt|_?ftn|_?edn|fn:?-?|footnote-?|endnote-?)\d+")


def _is_note(element: Any) -> bool:
    """Whether an element is the text of a comment or footnote: it begins with the link back to the mark."""
    if element.tag not in ("div", "p", "li"):
        return False
    if _NOTE.fullmatch(element.get("id") or "") and any(map(_leads_back, element.iter("a"))):
        return True
    if (element.text or "").strip():
        return False
    first = next(iter(element), None)
    if first is not None and first.tag == "p" and not (first.text or "").strip():
        first = next(iter(first), None)
    if first is None or first.tag != "a" or "#" not in (first.get("href") or ""):
        return False
    return bool(_NOTE.fullmatch(first.get("id") or first.get("name") or ""))


def _leads_back(link: Any) -> bool:
    """Whether a link leads from a note back to its mark."""
    said = "".join(link.itertext()).strip()
    return "#" in (link.get("href") or "") and bool(said) and _BACK.fullmatch(said) is not None


def _telling(element: Any) -> list[str]:
    """The words in class and id that tell what an element is, without an id that is the name of an entry."""
    said = [token.replace("_", "-") for token in tokens(element)]
    own = element.get("id") or ""
    return said[:-1] if _NAMES_OF_PARTS.fullmatch(own) and _is_one_of_a_row(element) else said


_NAMES_OF_PARTS = re.compile(  # of pages, in the id of an element, that may be names of entries as well
    r"cookies?|consent|gdpr|navigation|menu|footer|sidebar|comments|share|newsletter|subscribe|pagination|"
    r"rating|helpful|recommended|cta|promo|promotion|"
    r"meta|tags|taxonomy|badges|byline|feedback",
    re.IGNORECASE,
)
MAX_BESIDE = 200
BESIDE = 2  # further elements of a row whose ids spell their headings


def _is_one_of_a_row(element: Any) -> bool:
    """Whether the id of an element spells its heading, as those of the elements beside it do."""
    parent = element.getparent()
    if parent is None or not _spells_heading(element):
        return False
    page = element.getroottree().getroot()
    others = (other for other in page.iter(element.tag) if other is not element)
    return sum(_spells_heading(other) for other in islice(others, MAX_BESIDE)) >= BESIDE


def _spells_heading(element: Any) -> bool:
    first = next((part for part in element if isinstance(part.tag, str)), None)
    if first is None or not re.fullmatch("h[2-6]|dt", first.tag) or (element.text or "").strip():
        return False
    said = "".join(first.itertext()).lower()
    return re.sub(r"[\W_]+", "-", said).strip("-") == (element.get("id") or "").lower()


def is_furniture(element: Any, whole: int) -> bool:
    """Whether an element is around the texts of a page.

    ``whole`` is the length of all texts in characters.
    """
    tag = str(element.tag)
    if tag in LEFT_OUT:
        return tag not in _AROUND or 2 * sum(map(len, element.itertext())) < whole
    named = (
        tag in ("footer", "aside")
        or (tag == "header" and _is_of_site(element))
        or element.get("role") in _ROLES
        or (element.get("itemprop") or "").lower() in _FACTS
        or element.get("aria-live") in ("polite", "assertive")
        or (tag == "label" and (_is_of_control(element) or any(map(_UNSEEN.fullmatch, tokens(element)))))
        or any(map(_FURNITURE.fullmatch, _telling(element)))
        or _is_note(element)
    )
    if not named or tag in ("body", "html", "main") or _holds_text(element):
        return False
    return 2 * sum(map(len, element.itertext())) < whole


_NOWHERE = re.compile(r"\s*(?:#!?|javascript:[^\n]{0,100})?\s*$", re.IGNORECASE)


def set_toggles(root: Any) -> None:
    """Make links that lead nowhere, each before the box that it opens, the buttons that they are."""
    for link in list(root.iter("a")):
        href, after = link.get("href"), link.getnext()
        if (
            href is not None
            and _NOWHERE.match(href)
            and after is not None
            and after.tag in ("div", "section")
        ):
            _set_toggle(link)
    for part in list(root.iter("div", "p", "span", "td")):
        after = part.getnext()
        if part.get("onclick") and len(part) < FEW_PARTS and after is not None and _is_closed(after):
            _set_toggle(part)


FEW_PARTS = 3  # elements of what opens a box


def _set_toggle(part: Any) -> None:
    part.tag = "button"
    part.set("aria-expanded", "false")


def _is_closed(box: Any) -> bool:
    """Whether a box is hidden until a program shows it."""
    style = (box.get("style") or "").replace(" ", "").lower()
    return box.tag in ("div", "section", "p") and ("display:none" in style or box.get("hidden") is not None)
