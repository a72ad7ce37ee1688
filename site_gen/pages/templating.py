"""Templates as code that Python keeps beside them, in ``__pycache__``, as it keeps that of modules.

Compiling the templates took a tenth of a build of 226 terms. What is kept is right as long as the template,
Jinja and its options are the same, since no template has a value that is known before a page is made
(tests/pages/test_templating.py).
"""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.metadata import version
from types import CodeType
from typing import Any
from zlib import crc32

from jinja2 import Environment, PackageLoader, Template

OPTIONS: Mapping[str, Any] = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "auto_reload": False,
}


class Templates(PackageLoader):
    """The templates of a package, each compiled once for all builds where its folder can be written to."""

    def load(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """The template of this name. Raises ``TemplateNotFound``."""
        _, path, is_current = self.get_source(environment, name)
        code = _Kept(environment, name, path or name).get_code(name)
        assert code is not None, "the loader has a source"
        return environment.template_class.from_code(environment, code, globals or {}, is_current)


class _Kept(SourceFileLoader):
    """Python's own way to code that is kept, with Jinja as the compiler."""

    def __init__(self, environment: Environment, name: str, path: str) -> None:
        super().__init__(name, path)
        self._environment = environment

    def source_to_code(  # type: ignore[override]  # as in SourceLoader; the types are those of InspectLoader
        self, data: Any, path: Any, *, _optimization: int = -1
    ) -> CodeType:
        return self._environment.compile(bytes(data).decode(), self.name, str(path))

    def path_stats(self, path: Any) -> dict[str, Any]:
        """What kept code has to agree with: the time of the template, told together with the compiler."""
        stats = dict(super().path_stats(path))
        return {**stats, "mtime": crc32(repr((stats["mtime"], _compiler())).encode())}


@cache
def _compiler() -> str:
    return repr((version("jinja2"), sorted(OPTIONS.items())))
