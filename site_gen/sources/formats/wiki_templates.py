"""Templates of MediaWiki: what the common ones show, and which are told since nobody knows what they show."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from site_gen.sources.draft import Skipped
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of
from site_gen.sources.shape.header_words import WEAK_NAMES

_TERM = re.compile(r"(?:term|gloss|glossterm|dt)\s*\|(?P<given>.+)", re.IGNORECASE | re.DOTALL)
_DEFN = re.compile(r"(?:defn|definition|dd|glossdef)\s*\|(?P<given>.+)", re.IGNORECASE | re.DOTALL)
_BAR = re.compile(r"\|(?![^\[\]\n]{0,300}\]\])")  # but not that of a link: "[[Case owner|owner]]"
_SHOWN_FIRST = frozenset(["content", "text", "2"])  # what stands in the place of the term itself
_OF_TERM = frozenset(["term", "1", "defn", "def", "definition", "name"])
_NOT_SHOWN = frozenset(["id", "multi", "no", "noid", "style", "class", "lang", "sort"])
_NAMED = re.compile(r"\s*(?P<key>[\w -]{1,40}?)\s*=(?P<text>.*)", re.DOTALL)
_FIRST = (
    "abbr, abbrlink, nowrap, nobr, em, strong, tooltip, crossref, crossreference, code, mono, "
    "smallcaps, small, big, larger, "
    "bold, b, i, italic, italics, kbd, key, keypress, samp, var, mvar, math, mark, highlight, underline, "
    "u, ill, interlanguage link, "
    "w, quote, blockquote, cquote, quotation, bquote, quote box, tq, visible anchor, vanchor, wikt, "
    "notatypo, not a typo, "
    "sic, as written, bracket, no wrap, strong, fett, kursiv, zitat, lien, citation bloc"
)
_LAST = (
    "lang, langx, lang-xx, langue, transl, transliteration, color, colour, font color, fontcolor, farbe, "
    "l, m, wikt-lang, gli, glossary link, glossary link internal"
)
_STRUCK = "s, del, st, strike, stricken, strikethrough, durchgestrichen, barré"
_SHOWN: Mapping[str, Callable[[Sequence[str]], str]] = {
    **dict.fromkeys(_FIRST.split(", "), lambda said: said[0]),
    **dict.fromkeys(_LAST.split(", "), lambda said: said[-1]),
    **dict.fromkeys(("convert", "cvt"), lambda said: _measured(said)),
    **dict.fromkeys(("val", "formatnum", "num"), lambda said: said[0]),
    **dict.fromkeys(("frac", "sfrac", "fraction"), lambda said: "/".join(said[-2:])),
    **dict.fromkeys(("circa", "c."), lambda said: f"c. {said[0]}"),
    **dict.fromkeys(_STRUCK.split(", "), lambda said: f"<s>{said[0]}</s>"),
    **dict.fromkeys(("sup",), lambda said: f"<sup>{said[0]}</sup>"),
    **dict.fromkeys(("sub",), lambda said: said[0]),
    "as of": lambda said: f"As of {said[0]}",
}
_SIGNS = {"!": "|", "=": "=", "nbsp": " ", "spaces": " ", "snd": " – ", "spnd": " – ", "ndash": "–",
          "mdash": "—", "—": " — ", "–": " – ",
          "-": "", "'": "'", "·": " · ", "dot": " · ", "bull": " • ", "(": "{",
          ")": "}"}  # fmt: skip
_NOTE = re.compile(r"efn|refn|note|fn|sfn|footnote|fußnote|note de bas de page", re.IGNORECASE)
_KEY = frozenset(["1", "2", "text", "quote", "content", "zitat"])  # what templates call their visible words


def visible(inside: str) -> str | None:
    """What a template shows, by what stands between its braces; None if nobody knows."""
    for pattern, mark in ((_TERM, ";"), (_DEFN, ":")):
        if found := pattern.fullmatch(inside.strip()):
            return f"{mark} {_of_entry(found['given'], whole=mark == ':')}"
    name, *given = inside.split("|")
    name = re.sub(r"^lang-[\w-]{2,20}$", "lang-xx", " ".join(name.split()).lower().replace("_", " "))
    if name in _SIGNS:
        return _SIGNS[name]
    if entry := _entry(name, given, inside.count("\n")):
        return entry
    shows = _SHOWN.get(name)
    visible_words = words(given) if shows else []
    return shows(visible_words) if shows and visible_words else None


_ENTRIES = re.compile(r"gloss|term|entry|lexi[ckq]|defin|begriff|eintrag|vocab")
_NO_ENTRY = re.compile(r"infobox|cite|citation|quote|navbox|sidebar")


def _entry(name: str, given: Sequence[str], lines: int) -> str:
    """A template of the wiki's own that tells a term and its text, as an item of a list; else ""."""
    told: dict[str, list[str]] = {}
    is_telling = _ENTRIES.search(name) is not None
    for part in _BAR.split("|".join(given)):
        named = _NAMED.fullmatch(part)
        key = " ".join(named["key"].split()) if named else ""
        if named and named["text"].strip() and is_exact(key):
            field = field_of(role_of(key))
            is_telling = is_telling or (field == "name" and key.lower() not in WEAK_NAMES)
            told.setdefault(field, []).append(" ".join(named["text"].split()))
    if not is_telling or _NO_ENTRY.search(name) or not told.get("name") or not told.get("text"):
        return ""
    also = [other.strip() for said in told.get("also", ()) for other in re.split("[,;]", said)]
    if lines:
        return f"; {'<br>'.join((told['name'][0], *also))}\n: {told['text'][0]}"
    beside = f" ({', '.join(also)})" if also else ""
    return f"; {told['name'][0]}{beside} : {told['text'][0]}"


_ROW = re.compile(r"row|line|item|entry|term|def|eintrag|zeile|ligne|entr[ée]e")
_LINKS = re.compile(r"link|need|ref\b|see|main|nav|begin|start|end\b|box")
NAME, TEXT = 8, 3  # words of a name at most, and of a text at least


def row(inside: str) -> str | None:
    """A template of the wiki's own that stands alone in its line, with a name and its text in this order.

    Its own name says what it is: "Glossary row", "Definition entry".
    """
    name, *given = inside.split("|", 1)
    name = " ".join(name.replace("_", " ").lower().split())
    if not given or not _ENTRIES.search(name) or not _ROW.search(name) or _LINKS.search(name):
        return None
    said = [part.strip() for part in _BAR.split(given[0]) if part.strip()]
    if len(said) < 2 or any(map(_NAMED.fullmatch, said[:2])):
        return None
    fits = len(said[0].split()) <= NAME and len(said[1].split()) >= TEXT
    return f"; {said[0]} : {said[1]}" if fits else None


def only_word(inside: str) -> str | None:
    """The one thing that a template is given, which it shows in some way where it stands for a name."""
    _, *given = inside.split("|")
    said = words(given) if len(given) == 1 else []
    return said[0] if said and len(said[0].split()) <= NAME else None


def _of_entry(inside: str, whole: bool) -> str:
    """The words of a template for a term, or for its definition, which is ``whole`` with the bars in it."""
    parts = _BAR.split(inside)
    told: list[tuple[str, str]] = []
    for part in parts:
        named = _NAMED.fullmatch(part)
        key = " ".join(named["key"].lower().split()) if named else ""
        is_key = bool(named) and (not told or key in _NOT_SHOWN | _SHOWN_FIRST or key in _OF_TERM)
        told.append((key, named["text"]) if named and is_key else ("", part))
    shown = [text for key, text in told if key not in _NOT_SHOWN and text.strip()]
    first = next((text for key, text in told if key in _SHOWN_FIRST and text.strip()), "")
    return " ".join(("|".join(shown) if whole else first or next(iter(shown), "")).split())


def words(given: Sequence[str]) -> list[str]:
    """The words that a template is given: without a key, or with one that only counts."""
    out = []
    for part in given:
        named = _NAMED.fullmatch(part)
        if named is None or named["key"].lower() in _KEY:
            out.append((named["text"] if named else part).strip())
    return [part for part in out if part]


def _measured(said: Sequence[str]) -> str:
    """A measure as it is written, without what it is converted to: "3 min", "3 to 5 km"."""
    joined = next(
        (place for place, part in enumerate(said) if place and re.match(r"[^\W\d_]|°|%", part)), len(said)
    )
    if joined < len(said) - 1 and said[joined] in ("to", "and", "by", "x", "or"):
        return " ".join(said[: joined + 3])
    return " ".join(said[: joined + 1])


def told(inside: str, line: int) -> Skipped | None:
    """A template with words that is left out, for the report; None if nothing is lost with it."""
    name, *given = inside.split("|")
    said = [part for part in words(given) if re.search(r"[^\W\d_]{2}", part)]
    if not said or name.startswith((":", "#")) or ":" in name or "\n" in inside.strip():
        return None
    why = "footnote" if _NOTE.fullmatch(name.strip()) else "template of the wiki, which is not expanded"
    return Skipped(line=line, text=" ".join(f"{{{{{inside}}}}}".split())[:200], why=why)
