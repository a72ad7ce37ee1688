"""Outlines in plain text: groups at the margin, names below them, and below these their texts, by indents."""

from __future__ import annotations

from itertools import pairwise

from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.blocks import is_name_like

WHY = "group of an outline"
LEVELS = 3
NAMES, WITH_TEXT = 3, 0.6  # names with a text below, and their share of all names
GROUP_WORDS = 5


def settled(found: Plain) -> None:
    """Take the groups of such an outline out, and set its names at the margin."""
    depths = {index: _depth(line) for index, line in enumerate(found.lines) if line.strip()}
    levels = sorted(set(depths.values()))
    if len(levels) != LEVELS or levels[0]:
        return
    _, name, text = levels
    steps = list(pairwise(depths.items()))
    groups = {index for (index, depth), (_, below) in steps if not depth and below == name}
    first = min(groups, default=0)
    told = sum(depth == name and below == text for (_, depth), (_, below) in steps)
    inside = {index: depth for index, depth in depths.items() if index >= first}
    names = [index for index, depth in inside.items() if depth == name]
    jumps = any(not depth and below == text for (_, depth), (_, below) in steps)
    if jumps or len(groups) < 2 or told < max(NAMES, WITH_TEXT * len(names)):
        return
    if any(not depth and index not in groups for index, depth in inside.items()) or not all(
        is_name_like(found.lines[index].strip(), GROUP_WORDS) for index in (*groups, *names)
    ):
        return
    for index in groups:
        found.blank(index, WHY)
    for index in inside:
        found.lines[index] = found.lines[index].expandtabs(8)[name:]


def _depth(line: str) -> int:
    line = line.expandtabs(8)
    return len(line) - len(line.lstrip())
