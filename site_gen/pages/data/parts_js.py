"""Which part of a long list has a line, for addresses that name the list alone; assets/parts.js loads it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TypeVar

from site_gen.pages.views import Listing

Line = TypeVar("Line")


def parts_js(name: str, view: Listing[Line], anchor: Callable[[Line], str]) -> Iterator[tuple[str, str]]:
    """The script of a list, if it is in parts: by the name of each part the anchors of its lines."""
    if view.parts:
        lines = {part.name: " ".join(map(anchor, part.lines)) for part in view.parts}
        said = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
        yield f"assets/parts-{name}.js", f"glossary.parts={said};\n"
