"""Lines behind the names of people who were at a meeting, "Mia: order rope": what they do, and no terms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from site_gen.model import names
from site_gen.sources.draft import Draft, Skipped
from site_gen.sources.shape.blocks import Block, Labelled, Prose, count_words
from site_gen.sources.shape.header_words import folded_set
from site_gen.sources.shape.no_entries import OF_MEETING, left_out

ENOUGH = 3  # entries beside such lines
NAME, LINE = 3, 300  # words of a name and characters of a line that lists some
_LIST = re.compile(r"\W{0,4}(?P<label>[^\W\d_][^:：\n]{1,30}?)\s?[:：]\W{0,4}(?P<names>\S.*)", re.DOTALL)
_SIGN = re.compile(r"\s?(?:[,;、，/]|\s(?:and|und|et|y|e|en|och|og|i|a|и|і|ve)\s)\s?")
_PRESENT = folded_set(
    "present, attendees, attending, participants, in attendance, team, anwesend, anwesende, teilnehmer, "
    "teilnehmende, teilnehmerinnen, dabei, présents, presentes, asistentes, participantes, presenti, "
    "partecipanti, aanwezig, deelnemers, obecni, uczestnicy, přítomni, prítomní, účastníci, "
    "närvarande, deltagare, til stede, tilstede, deltagere, läsnä, jelen vannak, jelenlévők, prezenți, "
    "participanți, были, присутствовали, присутствуют, участники, присутні, учасники, присъстваха, "
    "prisutni, nazočni, prisotni, katılanlar, katılımcılar, παρόντες, "
    "נוכחים, الحضور, 出席者, 参加者, 与会者, 参会人, 參加者, 참석자"
)


def without(found: Sequence[Draft], blocks: Sequence[Block]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without labelled lines at the end whose names are those of people above the first one."""
    first = min((draft.line for draft in found), default=0)
    people = frozenset(_people(blocks, first))
    end = len(found)
    while end and found[end - 1].how == "label" and names.fold(found[end - 1].name) in people:
        end -= 1
    if end < ENOUGH:
        return list(found), []
    return list(found[:end]), [skip for draft in found[end:] for skip in left_out(draft, OF_MEETING)]


def _people(blocks: Sequence[Block], first: int) -> Iterator[str]:
    """The folded names and first names of those who were present."""
    for block in blocks:
        plain = block.otherwise if isinstance(block, Labelled) else block
        if not isinstance(plain, Prose) or plain.line >= first or len(plain.text) > LINE:
            continue
        listed = _LIST.match(plain.text)
        if listed and names.fold(listed["label"]) in _PRESENT:
            for name in _SIGN.split(listed["names"]):
                if 0 < count_words(name) <= NAME:
                    yield names.fold(name)
                    yield names.fold(name).partition(" ")[0]
