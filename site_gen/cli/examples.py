"""The terms that `init` brings to begin with: they give way to a desk's own while nobody has changed them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import resources
from importlib.resources.abc import Traversable

from site_gen.corpus.layout import PATHS, TERMS

_BEGIN = "starter"  # the folders that `init` takes its files from


def unchanged_examples(files: Mapping[str, bytes]) -> tuple[str, ...]:
    """The paths of the example terms and of the learning path that names them; none where one was changed."""
    for folder in resources.files("site_gen.cli").iterdir():
        if folder.name.startswith(_BEGIN):
            examples = _examples(folder)
            if examples and all(_same(files.get(path), data) for path, data in examples.items()):
                return tuple(sorted(examples))
    return ()


def _same(there: bytes | None, data: bytes) -> bool:
    return there is not None and there.replace(b"\r\n", b"\n") == data


def _examples(folder: Traversable) -> Mapping[str, bytes]:
    terms = folder / TERMS
    if not terms.is_dir():
        return {}
    found = {f"{TERMS}{file.name}": file.read_bytes() for file in terms.iterdir()}
    return {**found, PATHS: (folder / PATHS).read_bytes()}
