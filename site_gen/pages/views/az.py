"""The views of A to Z: every term on one page, or a page for each letter."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from site_gen.model.records import Term
from site_gen.pages.views.facets import Facet, Item, facets, item
from site_gen.pages.views.lists import Letter, letters
from site_gen.pages.views.world import World

MOST = 500  # rows on the page of a letter, at some 200 bytes each; a letter with more has several pages
MANY = 64  # letters, more than an alphabet has; Chinese names begin with thousands of signs


@dataclass(frozen=True, slots=True, kw_only=True)
class AzView:
    """``items`` holds by slug what a term can be filtered by."""

    letters: tuple[Letter, ...]
    facets: tuple[Facet, ...]
    items: Mapping[str, Item]
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AzPage:
    """The page of a letter: ``name`` stands in its address, ``label`` in lists of such pages.

    ``opens`` are the letters that begin on it, which is none where it goes on with the letter before.
    """

    name: str
    label: str
    opens: tuple[Letter, ...]
    view: AzView

    @property
    def first(self) -> Term:
        return self.view.letters[0].terms[0]

    @property
    def last(self) -> Term:
        return self.view.letters[-1].terms[-1]


def az_view(world: World) -> AzView:
    return _view(world, letters(world.listed), facets(world) if len(world.listed) > 1 else ())


def az_pages(world: World) -> tuple[AzPage, ...]:
    """The pages of all letters in order; each offers every choice, so that one can be kept on the next."""
    every = facets(world)
    return tuple(
        AzPage(
            name=f"{_address(run[0])}{f'-{part}' if part > 1 else ''}",
            label=f"{_label(world, run)}{f' {world.catalog.number(part)}' if part > 1 else ''}",
            opens=run if part == 1 else (),
            view=_view(world, shown, every),
        )
        for run in _runs(letters(world.listed))
        for part, shown in enumerate(_parts(run), 1)
    )


def _view(world: World, shown: tuple[Letter, ...], offered: tuple[Facet, ...]) -> AzView:
    terms = [term for letter in shown for term in letter.terms]
    items = {term.slug: item(world, term) for term in terms}
    return AzView(letters=shown, facets=offered, items=items, count=len(terms))


def _runs(every: Sequence[Letter]) -> Iterator[tuple[Letter, ...]]:
    """Letters that share a page: each has its own, or, of very many, as many as one page carries well."""
    run: list[Letter] = []
    for letter in every:
        if run and (len(every) <= MANY or _rows((*run, letter)) > MOST):
            yield tuple(run)
            run = []
        run.append(letter)
    if run:
        yield tuple(run)


def _parts(run: tuple[Letter, ...]) -> Iterator[tuple[Letter, ...]]:
    """What stands on each page of a run: all of it, or an equal share of a letter with too many terms."""
    if len(run) > 1 or len(run[0].terms) <= MOST:
        yield run
        return
    (letter,) = run
    size = ceil(len(letter.terms) / ceil(len(letter.terms) / MOST))
    for start in range(0, len(letter.terms), size):
        yield (replace(letter, terms=letter.terms[start : start + size]),)


def _rows(run: Iterable[Letter]) -> int:
    """How many rows letters fill: a heading weighs nearly what a term does."""
    return sum(len(letter.terms) + 1 for letter in run)


def _label(world: World, run: tuple[Letter, ...]) -> str:
    first, last = run[0].letter, run[-1].letter
    return first if first == last else world.catalog.text("az.from_to", first=first, last=last)


def _address(letter: Letter) -> str:
    """The letter as a file name that every system and host takes: "a", "other", "u436" for ж."""
    anchor = letter.anchor
    return anchor if anchor.isascii() else "-".join(f"u{ord(sign):x}" for sign in anchor)
