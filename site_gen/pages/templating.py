"""The environment that templates are rendered in: what escapes, and how they become Python.

Templates of ours need less than Jinja gives: views are records, macros take their arguments in order, and
one table escapes. So what a template becomes is nearly what one would write by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from types import FunctionType
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Call, Expr, Getattr, Getitem
from jinja2.utils import missing
from markupsafe import Markup, escape

from site_gen.text.plain import inert, is_harmless, plain

markup: Callable[[str], Markup] = partial(str.__new__, Markup)  # of a plain string, in a third of the time
_MANY = 1 << 16


class _Texts(dict[str, str]):
    """Texts as they stand in a page, since names and definitions stand on many: only ``Markup`` is no key."""

    def __missing__(self, value: object) -> str:
        if type(value) is not str:  # a number, which equals no text
            return str(escape(value))
        if len(self) > _MANY:
            self.clear()
        self[value] = text = _text(value)
        return text


def _text(text: str) -> str:
    """An editor's text as HTML in which no builder finds syntax of its own, wherever it looks for it."""
    return text if stands_as_it_is(text) else inert(str(escape(plain(text))))


def stands_as_it_is(text: str) -> bool:
    """Whether ``escape`` would change nothing, nor any step before or after it."""
    return is_harmless(text) and "'" not in text


class _Generator(CodeGenerator):
    """Python of templates that are ours; what is no ``Markup`` is placed as ``_Texts`` gives it, escaped."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Views are records: a plain attribute does, and a misspelt one fails as loudly."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: Getitem, frame: Frame) -> None:  # noqa: N802
        """A number, slice or key, as in Python."""
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Macros and functions of ours want no context, and Jinja looks for that wish at each call."""
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """The function alone, which knows itself what stands for an argument that is missing."""
        self.write(f"environment.macro(macro, {len(macro_ref.node.defaults)})")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:
        self.writeline(f"return environment.markup(concat({frame.buffer}))")

    def blockvisit(self, nodes: Any, frame: Frame) -> None:
        """A page in one piece: to hand out each of its parts takes longer."""
        whole = frame.rootlevel and frame.buffer is None
        if whole:
            self.buffer(frame)
        super().blockvisit(nodes, frame)
        if whole:
            self.writeline(f"yield concat({frame.buffer})")

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write("(value if type(value := ")

    def _output_child_post(self, node: Expr, frame: Frame, finalize: Any) -> None:
        self.write(") is Markup else environment.texts[value])")


class _Environment(Environment):
    code_generator_class = _Generator

    def __init__(self) -> None:
        super().__init__(
            loader=PackageLoader("site_gen.pages"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.markup = markup
        self.texts = _Texts()

    @staticmethod
    def macro(function: FunctionType, defaults: int) -> FunctionType:
        function.__defaults__ = (missing,) * defaults
        return function


@cache
def environment() -> Environment:
    """One for all builds: it keeps the compiled templates."""
    return _Environment()
