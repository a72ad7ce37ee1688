"""Small corpora for tests as files; terms and glossaries as values are in support.py."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from site_gen.model.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
SETTINGS = DATA / "settings" / "mkdocs-0.2.yml"  # which still lists all that the tool brings
TOPICS = "- id: desk\n  name: The desk\n"

TERM = "name: Ticket\ndefinition: A record of one request.\ntopics: [tickets]\n"


def tree(files: Mapping[str, str | bytes] | None = None, **terms: str) -> dict[str, bytes]:
    """A corpus as ``load`` takes it: one topic, ``files`` below glossary/, terms by slug (``_`` for ``-``)."""
    named = {f"terms/{slug.replace('_', '-')}.yaml": text for slug, text in terms.items()}
    texts: dict[str, str | bytes] = {"topics.yaml": TOPICS, **named, **(files or {})}
    return {
        f"glossary/{path}": text.encode() if isinstance(text, str) else text for path, text in texts.items()
    }


def term_yaml(name: str, *lines: str, definition: str = "A thing that people at the desk know.") -> str:
    """The YAML of a sound term in lines 1 to 3, then ``lines``."""
    return "\n".join((f"name: {name}", f"definition: {definition}", "topics: [desk]", *lines)) + "\n"


def around(root: Path) -> set[Path]:
    """All in a project, and beside it, where `..` leads; not what other tests left in their own folders."""
    return {*root.rglob("*"), *root.parent.iterdir()}


def checked(files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    from site_gen.checks.rules import check  # conftest.py is read by a process that runs no test, too
    from site_gen.corpus.load import load

    return check(load(files))


def printed(problems: tuple[Problem, ...]) -> list[str]:
    """The problems as an editor reads them."""
    return [str(problem) for problem in problems]


def agrees_with_golden(path: Path, text: str, update: bool) -> None:
    """Compare with a golden file; with ``--update-golden`` write it first, to be judged by its diff."""
    if update:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text, (
        f"{path.name} differs: --update-golden, then read the diff"
    )
