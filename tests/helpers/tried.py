"""How many examples a property is tried with: all of them in `make test`, a twentieth in `make quick`."""

from __future__ import annotations

from typing import Any

from hypothesis import settings

WHOLE = 100  # what a property without a number of its own is tried with, as Hypothesis has it
QUICK = WHOLE // 20


def register_profiles() -> None:
    """Name both to Hypothesis, for `--hypothesis-profile`.

    The examples are the same in every run: a build must not fail by chance. The profile `default`, which is
    Hypothesis' own, searches anew.
    """
    for name, examples in (("stable", WHOLE), ("quick", QUICK)):
        settings.register_profile(name, derandomize=True, deadline=None, max_examples=examples)
    settings.load_profile("stable")


def tried(examples: int, **more: Any) -> settings:
    """The settings of a property that ``examples`` examples are made for, in the share of the run's profile."""
    return settings(max_examples=share(examples), **{"deadline": None, **more})


def share(examples: int) -> int:
    """How many of them the run's profile makes, at least one."""
    most = settings.get_profile(settings.get_current_profile_name()).max_examples
    return max(examples * most // WHOLE, 1)
