"""Random edits of a small project, each compared: what a preview has, and what a whole build makes of it."""

from __future__ import annotations

import logging
import random
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import PluginCollection

from helpers.corpora import ROOT
from helpers.tiny import CORPUS
from site_gen.plugin import GlossaryPlugin
from site_gen.settings import PLUGIN

# Hand-written pages that no menu names would be an error in strict mode.
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("strict: true", "strict: false")
URL = "http://127.0.0.1:8000/"
PAGES = {
    "pages/own.md": "# Our page\n\nSee [the ticket](term:ticket), [another](other.md#part), `code`.\n",
    "pages/other.md": "---\ntitle: Another\n---\n\nText.\n\n## Part\n\n- [back](own.md)\n",
    "pages/note.txt": "plain\n",
}


class Desk:
    """A project with a preview: what ``glossary serve`` does at a save, without server and browser."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for path, text in {**CORPUS, **PAGES}.items():
            self.write(path, text)
        (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        for folder in ("build/docs", "build/theme"):
            (root / folder).mkdir(parents=True)
        self.plugin = GlossaryPlugin()
        self.plugin.on_startup(command="serve", dirty=True)
        self.save()
        if self.plugin.last is None or self.plugin.last.built.failed:
            raise AssertionError("the preview that edits begin with shows nothing")

    def write(self, path: str, text: str) -> None:
        place = self.root / "glossary" / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")

    def config(self, site: str) -> Any:
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / site))
        config.site_url = URL
        return config

    def save(self) -> tuple[str, ...]:
        """Both parts of a build; what was warned of."""
        said: list[str] = []
        for first in (True, False):
            self.plugin.first = first
            said += built(self.config("served"), self.plugin, dirty=True)
        return tuple(dict.fromkeys(said))

    def whole(self) -> tuple[str, ...]:
        """The same project built as a whole beside it, by a plugin that knows nothing of earlier builds."""
        plugin = GlossaryPlugin()
        plugin.on_startup(command="serve", dirty=False)
        said = built(self.config("whole"), plugin)
        written = plugin.last.written if plugin.last else None
        if written is not None and (written.changed, written.removed) != (0, 0):
            raise AssertionError(f"the docs folder differs: {written}")
        return tuple(dict.fromkeys(said))


def built(config: Any, plugin: GlossaryPlugin, *, dirty: bool = False) -> tuple[str, ...]:
    """What MkDocs warned of, while it built with this plugin and no other."""
    plugin.config = config.plugins[PLUGIN].config
    config.plugins = PluginCollection()
    config.plugins[PLUGIN] = plugin
    said = Said()
    logging.getLogger("mkdocs").addHandler(said)
    try:
        build(config, serve_url=URL, dirty=dirty)
    except (Abort, PluginError) as error:
        said.messages.append(str(error))
    finally:
        logging.getLogger("mkdocs").removeHandler(said)
    return tuple(said.messages)


class Said(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def files_in(folder: Path) -> Mapping[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    left, right = files_in(one), files_in(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def as_if_built_whole(desk: Desk) -> str:
    """Both builds after a save: what differs, "" for nothing.

    Strict mode has to fail with the same warnings until they are mended; otherwise a preview warns of what
    changed.
    """
    said, whole = desk.save(), desk.whole()
    is_strict = "strict: true" in (desk.root / "mkdocs.yml").read_text(encoding="utf-8")
    if said != whole if is_strict else not set(said) <= set(whole):
        return f"warnings differ: {said}, expected {whole}"
    names = differing(desk.root / "served", desk.root / "whole")
    return f"files differ: {', '.join(names)}" if names else ""


# Edits that people make, each a change of files below glossary/, or of mkdocs.yml; ``None`` removes a file.
Edit = Callable[[Desk, random.Random], None]


def any_term(desk: Desk, dice: random.Random) -> Path:
    return dice.choice(sorted((desk.root / "glossary" / "terms").glob("*.yaml")))


def definition(desk: Desk, dice: random.Random) -> None:
    path = any_term(desk, dice)
    text = path.read_text(encoding="utf-8")
    word = dice.choice(("agent", "queue", "pile", "waiting", "Key"))
    path.write_text(re.sub(r"definition: .*", f"definition: What a {word} {dice.randrange(99)} does.", text))


def line(desk: Desk, dice: random.Random) -> None:
    """One field more, or other."""
    path = any_term(desk, dice)
    said = dice.choice(
        (
            f"aliases: [Word {dice.randrange(9)}]",
            f"search_as: [a thing {dice.randrange(9)}]",
            f"level: {dice.choice(('essential', 'working', 'specialist', 'reference'))}",
            f"topics: [{dice.choice(('desk', 'numbers', 'desk, numbers', 'unsorted'))}]",
            f"example: Ada has {dice.randrange(9)} tickets in the queue.",
            f"details: |\n  A *ticket*, {dice.randrange(9)} times.\n\n      code\tfour\n",
            "here: We do it **so**, see [own](own.md).",
            f"owner: {dice.choice(('Ann', 'Bo', 'Cy'))}",
            "autolink: false",
            "internal: Nobody says it outside.",
            "pronounced: SO-and-so",
            f"abbreviations: [A{dice.randrange(9)}]",
            "related: [queue]",
        )
    )
    name = said.partition(":")[0]
    kept = re.sub(rf"(?m)^{name}:.*\n(?:[ -].*\n|\n(?= ))*", "", path.read_text(encoding="utf-8"))
    path.write_text(f"{kept}{said}\n", encoding="utf-8")


def new_term(desk: Desk, dice: random.Random) -> None:
    name = f"New thing {dice.randrange(30)}"
    desk.write(
        f"terms/{name.lower().replace(' ', '-')}.yaml",
        f"name: {name}\ndefinition: A thing that an agent puts into a queue.\ntopics: [desk]\nbroader: ticket\n",
    )


def removed_term(desk: Desk, dice: random.Random) -> None:
    for path in sorted((desk.root / "glossary" / "terms").glob("new-thing-*.yaml"))[:1]:
        path.unlink()


def renamed_term(desk: Desk, dice: random.Random) -> None:
    for path in sorted((desk.root / "glossary" / "terms").glob("new-thing-*.yaml"))[:1]:
        path.rename(path.with_stem(f"{path.stem}-b"))
        desk.write("redirects.yaml", f"slip: ticket\n{path.stem}: {path.stem}-b\n")


def topic(desk: Desk, dice: random.Random) -> None:
    text = CORPUS["topics.yaml"].replace(
        "Numbers}", f"Numbers {dice.randrange(9)}, meaning: What we count.}}"
    )
    desk.write("topics.yaml", text)


def a_path(desk: Desk, dice: random.Random) -> None:
    desk.write("paths.yaml", CORPUS["paths.yaml"].replace("First day", f"Day {dice.randrange(9)}"))


def a_source(desk: Desk, dice: random.Random) -> None:
    text = CORPUS["sources/red-book.yaml"].replace("A case.", f"Case {dice.randrange(9)}.")
    desk.write("sources/red-book.yaml", text)


def own_page(desk: Desk, dice: random.Random) -> None:
    text = dice.choice(
        (
            PAGES["pages/own.md"],
            f"# Ours {dice.randrange(9)}\n\n[gone](other.md#nowhere) and [part](other.md#part)\n",
            "---\ntitle: Other title\n---\n\nText with [a link](missing.md).\n",
            f"Text {dice.randrange(9)}.\n\n## Ticket\n\n[a](term:agent)\n",
        )
    )
    desk.write("pages/own.md", text)


def more_pages(desk: Desk, dice: random.Random) -> None:
    """A page, a picture or a data file comes or goes."""
    place = desk.root / "glossary" / "pages" / dice.choice(("third.md", "a/fourth.md", "map.svg", "x.json"))
    if place.exists():
        place.unlink()
    else:
        place.parent.mkdir(exist_ok=True)
        place.write_text(f"<svg>{dice.randrange(9)}</svg>" if place.suffix != ".md" else "# One more\n")


def broken(desk: Desk, dice: random.Random) -> None:
    desk.write("terms/queue.yaml", dice.choice(("name: [\n", "nome: Queue\n", "")))


def mended(desk: Desk, dice: random.Random) -> None:
    for path in CORPUS:
        if not path.startswith("redirects"):
            desk.write(path, CORPUS[path])


def words(desk: Desk, dice: random.Random) -> None:
    desk.write("plain-words.yaml", f"busy queue: An everyday phrase {dice.randrange(9)}.\n")


def setting(desk: Desk, dice: random.Random) -> None:
    path = desk.root / "mkdocs.yml"
    settings = SETTINGS
    if dice.random() < 0.5:
        settings = settings.replace("strict: false", "strict: true\nnot_in_nav: '*.md'")
    change = dice.choice(
        (
            ("Support Glossary", f"Words {dice.randrange(9)}"),
            ("english: american", "english: american\n      audience: public"),
            ("language: en", "language: de"),
            ("english: american", "english: american\n      owner: Ann"),
            ("plugins:", "nav: [{Ours: own.md}]\nplugins:"),
            ("plugins:", "markdown_extensions: [abbr, footnotes]\nplugins:"),
            ("plugins:", "markdown_extensions: [{toc: {permalink: true}}]\nplugins:"),
            ("plugins:", "extra_css: [own.css]\nplugins:"),
        )
    )
    path.write_text(settings.replace(*change), encoding="utf-8")


def nothing(desk: Desk, dice: random.Random) -> None:
    """A save that changes no text."""
    any_term(desk, dice).touch()


EDITS: tuple[Edit, ...] = (
    definition, line, new_term, line, removed_term, topic, own_page, a_path, broken, mended, renamed_term, line,
    more_pages, setting, a_source, own_page, words, nothing, more_pages, definition,
)  # fmt: skip


def rounds(root: Path, count: int, seed: int) -> None:
    """``count`` edits in some order; each kind once before any comes again."""
    desk, dice, order = Desk(root), random.Random(seed), list(EDITS)
    for number in range(count):
        if number % len(EDITS) == 0 and number:
            dice.shuffle(order)
        edit = order[number % len(EDITS)]
        edit(desk, dice)
        wrong = as_if_built_whole(desk)
        if wrong:
            raise AssertionError(f"edit {number} of seed {seed}, {edit.__name__}: {wrong}")
