"""Boxes with hints on a page, by their class: their headings are no names of terms, their kind is no text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import Any

from lxml import etree

from site_gen.model import names
from site_gen.sources.formats.html_furniture import tokens
from site_gen.sources.shape import of_list
from site_gen.sources.shape.blocks import tidy
from site_gen.sources.shape.header_words import folded_set

_HINT = re.compile(
    r"(?:[\w-]{0,40}[-_])?(?:tips?|tipp|hints?|hinweis|callout|admonition|notice|infobox|alert|warning|"
    r"info|note)"
    r"(?:[-_]?(?:box|block|card|panel|info|warning|note|tip|success|danger|primary|secondary))?",
    re.IGNORECASE,
)
_HEADS = ("h2", "h3", "h4", "h5", "h6")
PARTS = 60  # pieces of the text of a box that speaks of the list, at most
FEW = 0.25  # most headings in such boxes for each other heading of their level


def heads(root: Any) -> frozenset[Any]:
    """The headings that begin such boxes, where most headings of their level stand outside of boxes."""
    found: dict[str, list[Any]] = {}
    others: dict[str, int] = {}
    for head in root.iter(*_HEADS):
        if _begins_box(head):
            found.setdefault(head.tag, []).append(head)
        else:
            others[head.tag] = others.get(head.tag, 0) + 1
    return frozenset(
        head for tag, inside in found.items() if len(inside) <= FEW * others.get(tag, 0) for head in inside
    )


def is_of_list(element: Any) -> bool:
    """Whether an element is a box for hints that speaks of the list, and heads nothing."""
    if element.tag not in ("div", "aside", "p", "section", "blockquote"):
        return False
    if not any(map(_HINT.fullmatch, tokens(element))) or next(element.iter(*_HEADS), None) is not None:
        return False
    return bool(of_list.speaks_of_list(tidy(" ".join(islice(element.itertext(), PARTS))), boxed=True))


def _begins_box(head: Any) -> bool:
    box = head.getparent()
    if box is None or box.tag not in ("div", "aside", "section", "blockquote") or (box.text or "").strip():
        return False
    return next(iter(box), None) is head and any(map(_HINT.fullmatch, tokens(box)))


_KINDS = folded_set(
    "note, notes, tip, tips, hint, info, information, warning, caution, danger, important, attention, "
    "notice, alert, good to know, heads up, did you know, hinweis, achtung, tipp, wichtig, warnung, "
    "vorsicht, gefahr, anmerkung, merke, gut zu wissen, remarque, astuce, conseil, avertissement, à noter, "
    "bon à savoir, nota, consejo, aviso, advertencia, importante, atención, peligro, sugerencia, "
    "suggerimento, consiglio, attenzione, avviso, avvertenza, pericolo, dica, atenção, perigo, cuidado, "
    "opmerking, let op, waarschuwing, belangrijk, gevaar, примечание, совет, внимание, важно, "
    "предупреждение, осторожно, подсказка, not, ipucu, uyarı, dikkat, önemli, bilgi, uwaga, wskazówka, "
    "ostrzeżenie, ważne, obs, tips, varning, viktigt, advarsel, vigtigt, viktig, bemærk, merk, huomautus, "
    "huomio, vinkki, varoitus, tärkeää, poznámka, varování, upozornění, důležité, dôležité, megjegyzés, "
    "figyelem, fontos, notă, atenție, примітка, порада, увага, σημείωση, προσοχή, συμβουλή, 注記, 注意, "
    "ヒント, 警告, 重要, 備考, メモ, 提示, 信息, 备注, 说明, 小贴士, 참고, 주의, 경고, 팁, 중요, "
    "ملاحظة, تنبيه, נא לשים לב, הערה"
)
_BOX = re.compile(
    r"[\w-]{0,60}?(?:admonition|callout|custom-block|markdown-alert|alert|aside|hint|infobox|notice|note|"
    r"panel|"
    r"information-macro|tip|warning|hinweis)[\w-]{0,60}",
    re.IGNORECASE,
)
KIND_LENGTH = 30  # characters
_TITLES = ("p", "div", "span", "strong", "b", "h2", "h3", "h4", "h5", "h6")


def without_kinds(root: Any) -> None:
    """Take the words away that only say of which kind a box is ("Note"), and the table around such a box.

    Boxes of a class in which most have other titles hold entries, of which one may be called "Note".
    """
    heads_of_boxes = heads(root)
    found = [
        part
        for part in root.iter(*_TITLES)
        if _says_kind(part) and (part.tag not in _HEADS or part in heads_of_boxes)
    ]
    told = Counter(map(_kind_of_box, found))
    boxes = (
        Counter((one.tag, one.get("class")) for one in root.iter(*{tag for tag, _ in told})) if told else told
    )
    for part in found:
        if 2 * told[_kind_of_box(part)] >= boxes[_kind_of_box(part)]:
            part.getparent().remove(part)
    for cell in root.iter("td"):
        if "icon" in _classes(cell) and (table := next(cell.iterancestors("table"), None)) is not None:
            box = table.getparent()
            if box is not None and _is_box(box):
                box.replace(table, _unframed(table, cell))


def _says_kind(part: Any) -> bool:
    """Whether an element begins a box, alone in its line, and only says of which kind the box is."""
    said = "".join(part.itertext()) if len(part) < 4 else ""
    if not 0 < len(said) <= KIND_LENGTH or names.fold(said) not in _KINDS or (part.tail or "").strip():
        return False
    up = part.getparent()
    return up is not None and up.tag != "body" and (_is_box(part) or _is_box(up)) and _begins(part)


def _begins(part: Any) -> bool:
    """Whether only signs stand before an element in its box, and more of the box after it."""
    up = part.getparent()
    before = [
        up.text or "",
        *("".join(one.itertext()) + (one.tail or "") for one in part.itersiblings(preceding=True)),
    ]
    after = ["".join(one.itertext()) for one in part.itersiblings()]
    more = any(map(str.strip, after)) or (up.getnext() is not None and _is_box(part))
    return more and not re.search(r"\w", "".join(before))


def _kind_of_box(part: Any) -> tuple[str, str | None]:
    up = part.getparent()
    return up.tag, up.get("class")


def _is_box(element: Any) -> bool:
    return any(map(_BOX.fullmatch, _classes(element)))


def _classes(element: Any) -> list[str]:
    return (element.get("class") or "").split()


def _unframed(table: Any, icon: Any) -> Any:
    """What a table of an icon and a text holds beside the icon, as a part of its own."""
    own = etree.Element("div")
    own.tail = table.tail
    for cell in list(table.iter("td")):
        if cell is not icon:
            cell.tag = "div"
            own.append(cell)
    return own
