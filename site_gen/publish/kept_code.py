"""The theme's templates as code, kept beside ours in ``__pycache__`` as Python keeps that of modules."""

from __future__ import annotations

import sys
from contextlib import suppress
from hashlib import blake2s
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


class _Kept(FileSystemBytecodeCache):
    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # nothing is kept where nothing can be written, as with Python's own
            super().dump_bytecode(bucket)


def kept_code(env: Environment) -> BytecodeCache | None:
    """Where compiled templates of MkDocs' environment are kept; None where Python keeps no code either.

    Jinja compares the text of a template. Its code depends on the versions, too, and on filters, so this is
    right only where no plugin or hook adds any.
    """
    if sys.dont_write_bytecode:
        return None
    folder = Path(cache_from_source(__file__)).parent
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    compiler = version("jinja2"), version("mkdocs"), sorted(env.extensions), sys.implementation.cache_tag
    digest = blake2s(repr(compiler).encode(), digest_size=8).hexdigest()
    return _Kept(str(folder), f"theme-%s.{digest}")
