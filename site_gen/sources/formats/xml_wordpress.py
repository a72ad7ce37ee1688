"""Exports of WordPress: the pages of a glossary among pages, pictures and menus of the same site."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from site_gen.sources.draft import Skipped

_OF_TERMS = re.compile(r"gloss|lexi[ckq]|dictionar|diction?naire|diccionario|encyclo|vocab|\bterms?\b", re.I)
_NO_PAGES = frozenset(["attachment", "nav_menu_item", "revision", "custom_css", "wp_template"])
_AWAY = frozenset(["trash", "auto-draft"])


def without_others(root: Any) -> list[Skipped]:
    """Take the items that are no terms out of an export, where a kind of its own holds them; tell these."""
    items = [one for one in root.iter("item") if _said(one, "post_type")]
    kinds = {_said(one, "post_type") for one in items}
    wanted = {kind for kind in kinds if _OF_TERMS.search(kind.replace("_", " ").replace("-", " "))}
    left = []
    for item in items:
        kind, status = _said(item, "post_type"), _said(item, "status")
        is_other = kind not in wanted if wanted else kind in _NO_PAGES
        if is_other or status in _AWAY:
            why = f"{kind}, which is no page of the glossary" if is_other else f"its status is {status}"
            title = " ".join((item.findtext("title") or kind).split())
            left.append(Skipped(line=int(item.sourceline or 1), text=title[:200], why=why))
            item.getparent().remove(item)
    return left


def _said(item: Any, name: str) -> str:
    """What a child of any namespace says; "" without such a child."""
    own = (one for one in item if isinstance(one.tag, str) and etree.QName(one).localname == name)
    return next(((one.text or "").strip().lower() for one in own), "")
