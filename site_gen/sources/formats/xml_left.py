"""What an XML document says beside its entries: told by element, so that nothing is lost in silence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from site_gen.sources.draft import Skipped

EACH = 20  # pieces of one kind that are told each; of more, how many there are
NO_PART = "no part of an entry"
_WHY = {
    "glossseealso": "reference to another term: a candidate for 'related'",
    "footnote": "footnote",
    "fn": "footnote",
    "remark": "remark of the writers",
    "draft-comment": "remark of the writers",
}
_ELSEWHERE = "refers to another file, which is not read"
_LEADS = frozenset(["topicref", "glossref", "chapter", "mapref", "keydef", "include", "link", "xref"])


def left_over(root: Any, taken: Collection[Any], inside: Collection[str] = ()) -> list[Skipped]:
    """The words of a document outside the elements that are ``taken``, in order.

    Elements whose names are ``inside`` are told from within those that are taken.
    """
    kinds: dict[str, list[Skipped]] = defaultdict(list)
    for element in _pieces(root, set(taken), frozenset(inside)):
        kind = _local(element)
        said = " ".join(" ".join(element.itertext()).split())
        why = _WHY.get(kind, f"<{kind}>, which is {NO_PART}") if said else _ELSEWHERE
        text = (said or _target(element))[:200]
        kinds[kind].append(Skipped(line=int(element.sourceline or 1), text=text, why=why))
    few = [one for some in kinds.values() if len(some) <= EACH for one in some]
    many = [
        Skipped(line=some[0].line, text=f"{kind} ({len(some)})", why=NO_PART)
        for kind, some in kinds.items()
        if len(some) > EACH
    ]
    return sorted((*few, *many), key=lambda one: one.line)


def _pieces(root: Any, taken: set[Any], inside: frozenset[str]) -> Iterator[Any]:
    """The outermost elements with words of their own, or that lead to another file."""
    around = {up for one in taken for up in one.iterancestors()}
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element in taken:
            if not any(_local(one) in inside for one in element.iter() if one is not element):
                walk.skip_subtree()
            continue
        kind = _local(element)
        within = kind not in inside and any(up in taken for up in element.iterancestors())
        if not kind or within or element in around:
            continue
        if _says(element) or (len(element) == 0 and kind in _LEADS and _target(element)):
            walk.skip_subtree()
            yield element


def _says(element: Any) -> bool:
    return any(text.strip() for text in element.itertext())


def _target(element: Any) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == "href"), "")


def _local(element: Any) -> str:
    return etree.QName(element).localname.lower() if isinstance(element.tag, str) else ""
