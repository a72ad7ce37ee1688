"""Buttons and tabs of a web page that head texts: what they open, and which of them only act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from site_gen.sources.formats.html_furniture import LEFT_OUT
from site_gen.sources.formats.html_parts import text_of
from site_gen.sources.shape.blocks import MAX_NAME, count_words, tidy


def control(element: Any) -> str:
    """The id of the element that a button or tab opens."""
    target = element.get("aria-controls") or element.get("data-target") or element.get("data-bs-target") or ""
    if not target and element.get("role") == "tab":
        target = element.get("href") or ""
    return str(target).removeprefix("#")


def targets(root: Any) -> Mapping[str, str]:
    """The labels of tabs by the id of their panel, for panels that exist."""
    tabs = {
        control(tab): tidy(text_of(tab)) for tab in root.iter() if tab.get("role") == "tab" and control(tab)
    }
    there = {part.get("id") for part in root.iter() if part.get("id") in tabs} if tabs else set()
    return {panel: name for panel, name in tabs.items() if panel in there}


_ACTION = re.compile(
    r"(?:send|submit|search|close|open|cancel|ok|save|log ?in|sign ?(?:in|up)|register|subscribe|"
    r"accept|reject|copy|print|"
    r"share|next|previous|back|menu|more|show|hide|toggle|expand|collapse|edit|delete|add|download|reset|apply|filter|clear|"
    r"suchen?|senden|schließen|abbrechen|weiter|zurück|drucken|kopieren|teilen|rechercher|envoyer|fermer|annuler|"
    r"copier|partager|buscar|enviar|cerrar|copiar|compartir)\b"
    r"(?: \w+){0,2}",
    re.IGNORECASE,
)


def is_action(said: str) -> bool:
    """Whether the words of a button say what it does, and name nothing: "Copy link"."""
    return _ACTION.fullmatch(said) is not None


def plain_buttons(root: Any) -> frozenset[Any]:
    """The buttons that head a text each, if most buttons of the page do. Buttons for actions do not."""
    told: dict[Any, int] = {}
    last = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if element.tag == "button" and event == "start":
            last = element
            told[element] = 0
        inside = last is not None and (
            element is last or any(up is last for up in element.iterancestors("button"))
        )
        said = element.tail if event == "end" else "" if inside else element.text
        if last is not None and isinstance(element.tag, str) and element.tag not in LEFT_OUT:
            told[last] += count_words(said or "")
    names = [tidy("".join(button.itertext())) for button in told]
    heads = [
        button
        for button, name in zip(told, names, strict=True)
        if told[button] > 1 and 0 < len(name) <= MAX_NAME and not is_action(name)
    ]
    different = len({tidy("".join(button.itertext())) for button in heads}) == len(heads)
    return frozenset(heads) if len(heads) > 1 and 2 * len(heads) >= len(told) and different else frozenset()
