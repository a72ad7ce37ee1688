"""Takes out of mkdocs.yml what the tool brings itself; every other line stays as it was written.

What goes is proven afterwards: the file without it comes to the same settings, or nothing is taken out.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import yaml

from site_gen.catalog import catalog
from site_gen.model.published import ON_DEMAND, SCRIPTS, STYLESHEET, navigation
from site_gen.settings.defaults import (
    EXTENSIONS,
    EXTRA,
    SEARCH,
    SETTINGS,
    completed,
    look,
    menu_of,
    path_of,
    unlisted_of,
)

SITE = "build/site"
THEME = "build/theme"
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ICONS = ("night", "sunny")  # that versions before 0.3 had for light and dark


@dataclass(frozen=True, slots=True, kw_only=True)
class Trimmed:
    """The text without what is ours, and what was taken out with the line (from 1) at which it stood."""

    text: str
    taken: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Whole lines of the file, counted from 0, ``end`` not included."""

    start: int
    end: int
    name: str


def trimmed(text: str, read: Callable[[str], Any]) -> Trimmed:
    """``read`` gives what a text says as data, and proves the result."""
    values = read(text)
    if not isinstance(values, dict):
        return Trimmed(text=text)
    top = yaml.compose(text, Loader=_FAST)  # which ``read`` has found to be neither broken nor too deep
    if not isinstance(top, yaml.MappingNode) or top.flow_style or "INHERIT" in values:
        return Trimmed(text=text)
    if len(top.value) != len(values):  # a setting that stands there twice
        return Trimmed(text=text)
    lines = text.splitlines(keepends=True)
    parts = list(_parts(top, values, lines))
    kept = "".join(_kept(lines, {number for part in parts for number in range(part.start, part.end)}))
    after = read(kept)
    if not isinstance(after, dict) or _meaning(after) != _meaning(values):
        return Trimmed(text=text)
    return Trimmed(text=kept, taken=tuple((part.start + 1, part.name) for part in parts))


def _kept(lines: list[str], gone: Collection[int]) -> Iterator[str]:
    """The other lines; of the empty ones around what went, one."""
    last = -1
    for number, line in enumerate(lines):
        if number in gone:
            continue
        if line.strip() or last < 0 or lines[last].strip() or last == number - 1:
            yield line
            last = number


def _meaning(values: Mapping[str, Any]) -> dict[str, Any]:
    """What settings come to, without what says the same in two ways."""
    whole = completed(values)
    theme = _as_now(whole["theme"])
    whole["theme"] = {key: one for key, one in theme.items() if (key, one) != ("custom_dir", THEME)}
    whole["not_in_nav"] = set(whole["not_in_nav"].splitlines())
    whole["plugins"] = [one for one in _list(values.get("plugins")) if one != {"search": dict(SEARCH)}]
    whole["extra_javascript"] = [path_of(one) for one in whole["extra_javascript"]]
    return {key: one for key, one in whole.items() if (key, one) != ("site_dir", SITE)}


def _parts(top: yaml.MappingNode, values: Mapping[str, Any], lines: list[str]) -> Iterator[_Part]:
    menu = menu_of(None, catalog())  # as `init` wrote it before 0.2, in English
    same = {**SETTINGS, "site_dir": SITE, "nav": menu, "extra": dict(EXTRA)}
    for (key, node), end in _ends(top, lines):
        name, value = key.value, values.get(key.value)
        whole = _Part(start=key.start_mark.line, end=end, name=name)
        if name in same and value == same[name]:
            yield whole
        if name not in _INNER or not value:
            continue
        inner = list(_INNER[name](node, value, lines))
        count = len(value.split()) if name == "not_in_nav" else len(value)
        if inner and (len(inner) == count or (name in _AS_ONE and _all_ours(name, value))):
            yield whole
        elif not getattr(node, "flow_style", False):
            yield from inner


def _ends(node: yaml.MappingNode, lines: list[str]) -> Iterator[tuple[tuple[Any, Any], int]]:
    """Each pair of a block mapping, with the line after its last one that says something."""
    for key, value in node.value:
        yield (key, value), _end(value, lines)


def _end(node: Any, lines: list[str]) -> int:
    """The line after the last one of a value; comments and empty lines after it belong to what follows."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last, lines)
    start, end = int(node.start_mark.line), int(node.end_mark.line) + bool(node.end_mark.column)
    while end > start + 1 and not lines[end - 1].strip():
        end -= 1
    return max(end, start + 1)


def _as_now(theme: Mapping[str, Any]) -> Mapping[str, Any]:
    """A theme as the tool sets it today, where the sign of light and dark is that of versions before."""
    now = look(catalog())["palette"]
    before = [
        {**one, "toggle": {**one["toggle"], "icon": f"material/weather-{icon}"}}
        for one, icon in zip(now, _ICONS, strict=True)
    ]
    return {**theme, "palette": now} if theme.get("palette") == before else theme


def _look(node: Any, value: Any, lines: list[str]) -> Iterator[_Part]:
    same = {**look(catalog()), "custom_dir": THEME}
    if isinstance(node, yaml.MappingNode):
        value = _as_now(value)
        for (key, _), end in _ends(node, lines):
            name = key.value
            if name not in ("name", "language") and name in same and value.get(name) == same[name]:
                yield _Part(start=key.start_mark.line, end=end, name=f"theme: {name}")


def _items(name: str, node: Any, value: Any, lines: list[str]) -> Iterator[_Part]:
    if isinstance(node, yaml.SequenceNode):
        for entry, one in zip(node.value, value, strict=True):
            if _is_ours(name, one):
                yield _Part(
                    start=entry.start_mark.line, end=_end(entry, lines), name=f"{name}: {_named(one)}"
                )


def _is_ours(name: str, entry: Any) -> bool:
    if name == "extra_javascript":
        path = path_of(entry)
        return path in ON_DEMAND or (path in SCRIPTS and entry == {"path": path, "defer": True})
    if name == "extra_css":
        return bool(entry == STYLESHEET)
    if name == "plugins":
        return bool(entry == {"search": dict(SEARCH)})
    said = entry if isinstance(entry, dict) else {entry: {}}
    return all(EXTENSIONS.get(key) == (options or {}) for key, options in said.items())


def _all_ours(name: str, value: Any) -> bool:
    return all(_is_ours(name, one) for one in value)


def _named(entry: Any) -> str:
    if isinstance(entry, dict):
        return str(entry.get("path") or next(iter(entry), ""))
    return str(entry)


def _unlisted(node: Any, value: Any, lines: list[str]) -> Iterator[_Part]:
    """Lines of a block of patterns."""
    if isinstance(node, yaml.ScalarNode) and node.style == "|":
        ours = set(unlisted_of([], None)) - {f"/{page}" for page in navigation()}
        for number in range(node.start_mark.line + 1, _end(node, lines)):
            if lines[number].strip() in ours:
                yield _Part(start=number, end=number + 1, name=f"not_in_nav: {lines[number].strip()}")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


_AS_ONE = ("extra_javascript", "extra_css", "markdown_extensions")
_INNER: Mapping[str, Callable[[Any, Any, list[str]], Iterator[_Part]]] = {
    "theme": _look,
    "not_in_nav": _unlisted,
    **{name: partial(_items, name) for name in ("plugins", *_AS_ONE)},
}
