"""The rim of the pipeline: corpus folder in, docs folder out."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from site_gen import output, pipeline
from site_gen.model import Site
from site_gen.settings import SettingsError
from site_gen.squeeze import squeezed
from site_gen.tree import read_tree, recover

MARK = "api/terms.json"  # stands in every folder that we have written


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """What was built, and what that changed on disk; ``written`` is None where there was an error."""

    built: pipeline.Built
    written: output.Written | None


def generate(root: Path, docs: Path, site: Site) -> Generated:
    """Build the pages of ``root`` into ``docs``; on an error ``docs`` stays as it is.

    Raises ``SettingsError`` where ``docs`` holds somebody's own files, which would be lost.
    """
    _refuse_foreign(docs)
    recover(root)
    with _nothing_thrown_away():
        built = pipeline.build(read_tree(root), site)
        if built.failed:
            return Generated(built=built, written=None)
        return Generated(built=built, written=output.sync(docs, {**assets(), **built.files}))


def _refuse_foreign(docs: Path) -> None:
    there = [path.name for path in docs.glob("*") if not path.name.startswith(".")] if docs.is_dir() else []
    if there and not (docs / MARK).is_file():
        raise SettingsError(
            f"{docs} holds files that are not generated ({', '.join(sorted(there)[:3])}); "
            "set docs_dir to a folder of its own, such as build/docs"
        )


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """The stages only make values that live to the end; looking for garbage takes a quarter of their time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def assets() -> Mapping[str, bytes]:
    """The stylesheet and scripts that every page uses."""
    folder = resources.files("site_gen") / "assets"
    return {f"assets/{file.name}": _as_loaded(file) for file in folder.iterdir() if file.is_file()}


def _as_loaded(file: Traversable) -> bytes:
    if not file.name.endswith((".js", ".css")):
        return file.read_bytes()
    return squeezed(file.read_text(encoding="utf-8")).encode()
