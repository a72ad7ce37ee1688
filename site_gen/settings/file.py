"""mkdocs.yml as data, for every command that builds nothing.

MkDocs imports and runs what the file names (plugins, hooks, Python tags) as soon as it loads it. Here nothing
of it is run, so a stranger's repository can be checked, compared and exported without trusting it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from site_gen.catalog import Text
from site_gen.corpus.confine import is_below
from site_gen.corpus.load import load_words
from site_gen.settings.choices import SettingsError

WORDS = "glossary/words.yaml"
SITE = "build/site"  # where the file names no other folder
MAX_BYTES = 1_000_000
_MAX_PARENTS = 10  # files that inherit from one another


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePlugin:
    """The options of a plugin as they are written."""

    config: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileConfig:
    """What mkdocs.yml says, under the names that MkDocs' own configuration has; paths are absolute."""

    config_file_path: str
    site_name: str
    site_description: str
    site_url: str
    repo_url: str
    docs_dir: str
    site_dir: str
    plugins: Mapping[str, FilePlugin]
    theme: Mapping[str, Any]
    extra_css: tuple[str, ...]
    extra_javascript: tuple[str, ...]
    values: Mapping[str, Any] = field(repr=False)

    @property
    def root(self) -> Path:
        return Path(self.config_file_path).parent


def read_config(file: Path) -> FileConfig:
    """The settings in a file like mkdocs.yml. Raises ``SettingsError``."""
    values = _inherited(file, file.parent, 0)
    texts = {name: _text(file, name, values.get(name)) for name in _TEXTS}
    folders = {
        name: os.path.normpath(file.parent.absolute() / (_text(file, name, values.get(name)) or usual))
        for name, usual in (("docs_dir", "docs"), ("site_dir", SITE))
    }
    url = texts["site_url"]
    texts["site_url"] = url + "/" * bool(url and not url.endswith("/"))  # as MkDocs has it
    theme = values.get("theme")
    return FileConfig(
        config_file_path=os.fspath(file),
        **texts,
        **folders,
        plugins=_plugins(file, values.get("plugins")),
        theme=theme if isinstance(theme, dict) else {"name": theme},
        extra_css=tuple(_paths(values.get("extra_css"))),
        extra_javascript=tuple(_paths(values.get("extra_javascript"))),
        values=values,
    )


def read_own_words(root: Path) -> Mapping[str, Text]:
    """The desk's own texts of the pages, as far as they can be read; ``check`` tells what is wrong."""
    file = root / WORDS
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except OSError:
        return {}
    return load_words(data) if is_below(file, root) and len(data) <= MAX_BYTES else {}


def _paths(written: Any) -> Iterator[str]:
    for entry in written if isinstance(written, list) else ():
        path = entry.get("path") if isinstance(entry, dict) else entry
        if isinstance(path, str):
            yield path


_TEXTS = ("site_name", "site_description", "site_url", "repo_url")


def _inherited(file: Path, root: Path, depth: int) -> dict[str, Any]:
    """What the file says, over what the file under ``INHERIT`` says: lists are replaced, mappings joined."""
    values = _parsed(file)
    parent = values.pop("INHERIT", None)
    if parent is None:
        return values
    above = file.parent / _text(file, "INHERIT", parent)
    if not is_below(above, root):
        raise SettingsError(f"{file}: INHERIT names '{parent}', which is not in the project")
    if depth == _MAX_PARENTS:
        raise SettingsError(f"{file}: files that name one another under INHERIT, and no end of it")
    return _joined(_inherited(above, root, depth + 1), values)


def _joined(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    both = {
        key: _joined(below[key], value)
        for key, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(key), dict)
    }
    return {**below, **above, **both}


def _parsed(file: Path) -> dict[str, Any]:
    if file.is_symlink() and not is_below(file, file.parent):
        raise SettingsError(f"{file}: a link that leads out of the project; put the file itself here")
    if not file.is_file():
        raise SettingsError(f"{file}: no such file; run this in the project's folder or name it with --root")
    with file.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise SettingsError(f"{file}: larger than {MAX_BYTES:,} bytes")
    try:
        values = _loaded(data)
    except RecursionError:
        raise SettingsError(f"{file}: lists or mappings too deep in one another") from None
    except (yaml.YAMLError, ValueError) as error:
        raise SettingsError(f"{file}: {' '.join(str(error).split())}") from None
    if not isinstance(values, dict):
        raise SettingsError(f"{file}: expected settings such as 'site_name: Our glossary'")
    return {key: value for key, value in values.items() if isinstance(key, str)}


def values_of(text: str) -> Any:
    """What a text like mkdocs.yml says by itself, as data; None where it is no YAML."""
    try:
        return _loaded(text)
    except (yaml.YAMLError, ValueError, RecursionError):
        return None


def keys_written_twice(text: str) -> list[tuple[int, str]]:
    """The keys that stand a second time in their mapping, each with its line; YAML takes the last one."""
    found: list[tuple[int, str]] = []
    waiting: list[Any] = [] if values_of(text) is None else [yaml.compose(text, Loader=_FAST)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _ in node.value]
            found += [
                (key.start_mark.line + 1, key.value)
                for place, (key, _) in enumerate(node.value)
                if isinstance(key, yaml.ScalarNode) and key.value in names[:place]
            ]
            waiting += [value for _, value in node.value]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value
    return sorted(found)


def _loaded(text: str | bytes) -> Any:
    """Plain values and ``!ENV``; any other tag stands for nothing.

    Raises ``yaml.YAMLError``, ``ValueError`` (a date that there is none of) and ``RecursionError``.
    """
    try:
        _refuse_deep(text)
        return yaml.load(text, Loader=_Fast)
    except yaml.YAMLError:
        return yaml.load(text, Loader=_Plain)  # which shows the place in its message


def _refuse_deep(text: str | bytes) -> None:
    """Raise ``RecursionError`` where nested lists or mappings would end the process of the fast loader."""
    depth = 0
    for event in yaml.parse(text, Loader=_FAST):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise RecursionError


_MAX_DEPTH = 100
_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Plain(yaml.SafeLoader):
    pass


class _Fast(_FAST):  # type: ignore[misc]
    pass


def _env(loader: Any, node: yaml.Node) -> Any:
    """``!ENV NAME`` or ``!ENV [NAME, …, default]``: the first variable that is set, read as YAML reads it."""
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names = [part.value for part in parts if isinstance(part, yaml.ScalarNode)]
    default = None
    if isinstance(node, yaml.SequenceNode) and len(parts) > 1:
        default = loader.construct_object(parts[-1], deep=True)
        names = names[:-1] if isinstance(parts[-1], yaml.ScalarNode) else names
    found = next((os.environ[name] for name in names if name in os.environ), None)
    if found is None:
        return default
    tag = loader.resolve(yaml.ScalarNode, found, (True, False))
    return loader.construct_object(yaml.ScalarNode(tag, found))


for _loader in (_Plain, _Fast):
    _loader.add_constructor("!ENV", _env)
    _loader.add_constructor(None, lambda _loader, _node: None)


def _text(file: Path, name: str, value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise SettingsError(f"{file}: {name} is {value!r:.60}, expected text; put it in quotes")
    return value


def _plugins(file: Path, written: Any) -> dict[str, FilePlugin]:
    """The plugins by name: a list of names and of mappings with one key, or one mapping."""
    entries = list(written.items()) if isinstance(written, dict) else []
    for entry in written if isinstance(written, list) else ():
        entries += entry.items() if isinstance(entry, dict) else [(entry, None)]
    found = {}
    for name, options in entries:
        if options is not None and not isinstance(options, dict):
            raise SettingsError(f"{file}: the plugin '{name}' has {options!r:.60}, expected its options")
        found[str(name)] = FilePlugin(config=options or {})
    return found
