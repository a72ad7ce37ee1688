"""The picture of a term's neighbors as SVG: a filter, since it has more numbers than the rest of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from site_gen.model.records import Term
from site_gen.pages.views.star import Node, StarView
from site_gen.pages.words import Words, placed

_LINE, _FIRST, _NEXT = 20, 13, 12  # from the top of a box to its one line, or to the first of two and on


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture with the texts of a catalog; ``text`` gives one by its key."""

    words: Words
    text: Callable[..., Markup]

    def star(self, star: StarView, term: Term) -> Markup:
        """The figure; the boxes of neighbors are links."""
        wide, high = star.box
        lines = [
            _path(node.line for node in star.nodes if (node.kind == "confused") is it) for it in (False, True)
        ]
        labels = [
            f'<text class="gl-star__label" x="{label.x}" y="{label.y}">{self.text(label.key)}</text>'
            for label in star.labels
        ]
        own = "".join(self._boxed(star.name, star.x + wide // 2, star.y, "gl-star__title"))
        return Markup(
            f'<figure class="gl-star"><svg viewBox="-1 -1 {star.width + 2} {star.height}" role="list"'
            f' aria-label="{self.text("star.neighbors", term=term.title)}"><g aria-hidden="true">'
            f'<path d="{lines[0]}"/><path class="gl-star__confused" d="{lines[1]}"/>{"".join(labels)}'
            f'<rect class="gl-star__own" x="{star.x}" y="{star.y}" width="{wide}" height="{high}" rx="7"/>'
            f"{own}</g>{''.join([self._node(node, wide, high) for node in star.nodes])}</svg></figure>"
        )

    def _node(self, node: Node, wide: int, high: int) -> str:
        said = self.text("star.item", kind=self.text(f"star.{node.kind}"), term=node.term.title)
        return (
            f'<g role="listitem"><a href="{placed(node.term.slug)}.html" aria-label="{said}">'
            f'<rect x="{node.x}" y="{node.y}" width="{wide}" height="{high}" rx="7"/>'
            f"{''.join(self._boxed(node.name, node.x + wide // 2, node.y))}</a></g>"
        )

    def _boxed(self, lines: Sequence[str], x: int, y: int, kind: str = "") -> Iterator[str]:
        """A name in a box, in one line or in two; ``y`` is where the box begins."""
        several = len(lines) > 1
        named = f' class="{kind}{" gl-star__two" if several else ""}"' if kind or several else ""
        for place, line in enumerate(self.words.in_lines(lines)):
            down = _FIRST + _NEXT * place if several else _LINE
            yield f'<text{named} x="{x}" y="{y + down}">{line}</text>'


def _path(lines: Iterable[tuple[int, int, int, int]]) -> str:
    return "".join([f"M{x} {y} {to_x} {to_y}" for x, y, to_x, to_y in lines])
