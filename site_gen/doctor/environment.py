"""Whether the libraries that are installed are those that the tool is made for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from packaging.requirements import Requirement

from site_gen.doctor.finding import Finding, diagnosis

PLACE = "environment"


def environment(
    requirements: Iterable[str], installed: Callable[[str], str | None], extras: Iterable[str] = ()
) -> Iterator[Finding]:
    """``requirements`` as a package declares them; ``installed`` gives a distribution's version, or None.

    ``extras``: those that a command of the project needs.
    """
    for written in requirements:
        needed = Requirement(written)
        asked = [{"extra": extra} for extra in ("", *extras)]
        if needed.marker and not any(needed.marker.evaluate(one) for one in asked):
            continue
        there = installed(needed.name)
        pip = f"pip install '{needed.name}{needed.specifier}'"
        if there is None:
            yield diagnosis("version-range", PLACE, 0, f"{needed.name} is not installed", pip)
        elif not needed.specifier.contains(there, prereleases=True):
            message = f"{needed.name} is {there}, expected {needed.specifier}"
            yield diagnosis("version-range", PLACE, 0, message, pip)
