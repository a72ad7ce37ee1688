"""Saved and copied chats: time and sender of each message, reactions and chatter are no content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from site_gen.sources.formats.letters import Plain
from site_gen.sources.shape.blocks import Noise, count_words, labels
from site_gen.sources.shape.scope import CHATTER, SENT, says_words
from site_gen.sources.shape.to_the_reader import is_closing

_TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}"
_WHEN = rf"(?:[\[(](?:{_DAY},?\s{{1,3}})?{_TIME}(?:,?\s{{1,3}}{_DAY})?[\])]|(?:{_DAY},?\s{{1,3}})?{_TIME})"
_STAMP = re.compile(  # "[03/05/2024, 08:02] Grace: ", "03.05.24, 08:02 - Grace: ", "08:02 <grace> "
    rf"\s*{_WHEN}\s{{0,3}}(?:[-–—]\s{{1,3}})?(?P<sender><[^<>\n]{{1,40}}>|[^\W\d][^:<>\n]{{0,39}}:)\s"
)
_OF_PROGRAM = re.compile(rf"\s*{_WHEN}\s{{0,3}}[-–—]?\s{{0,3}}[^:]")  # "… - Grace created the group"
_SPOKEN_DAY = (
    rf"(?:{_DAY}|today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|heute|gestern|"
    r"(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|"
    r"[^\W\d_]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,?(?: \d{4})?|\d{1,2}\.? [^\W\d_]{3,9}\.?(?: \d{4})?)"
)
_CLOCK = rf"(?:(?:{_SPOKEN_DAY},?\s+(?:(?:at|um|à|a las|alle)\s+)?)?{_TIME})"
_ALONE = re.compile(rf"\s*[\[(]?{_CLOCK}[\])]?\s*", re.IGNORECASE)  # under the sender
_SENDER = re.compile(r"\s*[^\W\d_][\w.'’ ,()-]{0,38}\s*")
_HEAD = re.compile(  # "Grace Hall  9:41 AM", "Grace — Today at 9:41", "[Yesterday 09:02] Hall, Grace"
    rf"\s*(?:[^\W\d_][\w.'’ ()-]{{0,38}}?(?:,? [-–—] ?|, |\s{{2,4}}| (?=[\[(]|{_DAY}|\d))"
    rf"[\[(]?{_CLOCK}[\])]?,?|"
    rf"[\[(]{_CLOCK}[\])]\s+[^\W\d_][\w.'’ ,()-]{{0,38}})\s*",
    re.IGNORECASE,
)
_AROUND = re.compile(  # what the program puts under a message
    r"\s*(?:(?:\s{0,3}:(?:[a-z][\w+'-]{1,30}|[+-]1|100):(?:\s?\d{1,3})?)+|"
    r"\d{1,3} (?:repl(?:y|ies)|antwort(?:en)?|réponses?|respuestas?|reactions?|reaktion(?:en)?|"
    r"réactions?|reacciones)|"
    r"(?:like|heart|laugh|surprised|sad|angry|thumbs ?up|gefällt mir|j['’]aime|me gusta)\s?:?\s?\d{1,3}|"
    r"last reply\b.{0,40}|view thread|new messages?|\(?edited\)?|reply|react|has context menu|"
    r"(?:this|diese) (?:message|nachricht) (?:was|wurde) (?:deleted|gelöscht)\.?|"
    r"<[^<>\n]{3,40}>|.{0,60}\bomitted)\s*",
    re.IGNORECASE,
)
_SMILES = re.compile(r"[\s\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+")
_SMILE_FIRST = re.compile(rf"^{_SMILES.pattern}(?=\w)")
_COUNT = re.compile(r"\s*\d{1,3}\s*")
_EDITED = re.compile(
    r"\s+[(<](?:this message was )?(?:edited|bearbeitet|modifié|editado)[)>]\s*$", re.IGNORECASE
)
ENOUGH, SHARE = 3, 0.5  # messages, and their share of the lines
SIGNED = 0.3  # share of the messages with a sign for a name
_CHANNEL = re.compile(r"\s*#[\w-]{2,60}\s*")
FIRST = 3  # lines of a single message, among which its sender stands
HEADS = 2  # lines with a sender and a time
LONG_HEAD = 80  # characters of such a line at most


@dataclass(frozen=True, slots=True, kw_only=True)
class _Message:
    """A message: the index of its first line, who sent it, what it says there, and its lines with a sign."""

    index: int
    sender: str
    said: str
    signs: int


def unstamped(found: Plain) -> None:
    """Take time and sender off each message, if most lines are messages, and chatter out."""
    stamps = {index: stamp for index, line in enumerate(found.lines) if (stamp := _STAMP.match(line[:160]))}
    written = sum(bool(line.strip()) for line in found.lines)
    if len(stamps) < ENOUGH or len(stamps) < SHARE * written:
        _unheaded(found)
        return
    sent = list(_sent(found.lines, stamps))
    for index, line in enumerate(found.lines):
        if index not in stamps and _OF_PROGRAM.match(line[:160]):
            found.blank(index, CHATTER)
    chatter = _chatter(sent)
    above: _Message | None = None  # a message with a sign, right above
    for message, below in zip(sent, [*sent[1:], None], strict=True):
        stamp = stamps[message.index]
        left = stamp[0] if message.said else found.lines[message.index]
        found.noise.append(Noise(line=message.index + 1, text=left.strip(), why=SENT))
        found.lines[message.index] = message.said
        if message in chatter:
            found.blank(message.index, CHATTER)
        elif above and below and _is_between(above, message, below):
            found.lines[above.index] += f" {message.said}"  # it goes on with what was sent before
            found.lines[message.index] = ""
            continue
        above = message if message.signs else None


def _is_between(above: _Message, message: _Message, below: _Message) -> bool:
    """Whether a message without a sign, in small letters, stands between two others of its sender."""
    own = above.sender == message.sender == below.sender
    return own and not message.signs and message.said[:1].islower()


def _sent(lines: Sequence[str], stamps: Mapping[int, re.Match[str]]) -> Iterator[_Message]:
    for index, stamp in stamps.items():
        said = _said(lines[index][stamp.end() :])
        yield _Message(index=index, sender=stamp["sender"], said=said, signs=int(any(labels(said, ""))))


def _said(text: str) -> str:
    """What a message says, "" if that is only an emoji or the place of a picture."""
    said = _SMILE_FIRST.sub("", _EDITED.sub("", text).strip())
    return said if any(map(str.isalnum, said)) and not _AROUND.fullmatch(said) else ""


def _chatter(sent: Sequence[_Message]) -> list[_Message]:
    """The messages without a sign for a name that do not go on with the one above, where most have a sign."""
    signed = [message.signs > 0 for message in sent]
    told = [bool(message.said) for message in sent]
    if sum(message.signs for message in sent) < ENOUGH or sum(signed) < SIGNED * sum(told):
        return []
    last = max(index for index, sign in enumerate(signed) if sign)
    out, by = list[_Message](), ""
    for index, (message, sign) in enumerate(zip(sent, signed, strict=True)):
        if sign:
            by = message.sender
        elif message.said and (message.sender != by or _talks(message.said, ended=index > last)):
            out.append(message)
            by = ""  # what follows an answer is no part of the text above it
    return out


TALK = 5  # words of a message after the last entry that says no more of it
_TALKS = re.compile(r"[?？:：]\W*$")


def _talks(said: str, ended: bool) -> bool:
    """Whether a message without a sign asks, announces others, or is a word or two at the end of a chat."""
    return _TALKS.search(said) is not None or (ended and (count_words(said) <= TALK or is_closing(said)))


def _unheaded(found: Plain) -> None:
    """Take lines with sender and time off the messages below them, and what the program adds."""
    heads = list(_heads(found.lines))
    first = [index for index, line in enumerate(found.lines) if line.strip()][:FIRST]
    alone = bool(heads) and heads[0][0] in first and not says_words(found.lines[heads[0][0]])
    if len(heads) < HEADS and not alone:
        return
    for index in _talk_below(found.lines, heads):
        found.blank(index, CHATTER)
    for index in first[:1]:
        if _CHANNEL.fullmatch(found.lines[index]):
            found.blank(index, SENT)
    by = ""
    for head in heads:
        sender = found.lines[head[0]].strip() if len(head) > 1 else ""
        if by and sender and sender != by:  # what somebody else says belongs to no entry above
            found.noise.append(Noise(line=head[0] + 1, text="", why="end of a section"))
        by = sender
        for index in head:
            found.blank(index, SENT)
    counted = False  # whether a number alone is that of a reaction
    for index, line in enumerate(found.lines):
        found.lines[index] = line = _EDITED.sub("", line)
        around = (
            len(line) <= LONG_HEAD and line.strip() and (_AROUND.fullmatch(line) or _SMILES.fullmatch(line))
        )
        if around or (counted and _COUNT.fullmatch(line)):
            found.blank(index, SENT)
        counted = bool(around)


def _talk_below(lines: Sequence[str], heads: Sequence[tuple[int, ...]]) -> Iterator[int]:
    """The indexes of lines with chatter below their heads, as ``_chatter`` finds it."""
    ends = [*(head[0] for head in heads[1:]), len(lines)]
    parts = {head[0]: range(head[-1] + 1, end) for head, end in zip(heads, ends, strict=True)}
    sent = []
    for head in heads:
        said = [text for index in parts[head[0]] if (text := _said(_FACE.sub("", lines[index])))]
        signed = next((text for text in said if any(labels(text, ""))), said[0] if said else "")
        sender = _CLOCKED.sub("", lines[head[0]]).strip(" \t[]()–—,-")
        signs = sum(any(labels(text, "")) for text in said)
        sent.append(_Message(index=head[0], sender=sender, said=signed, signs=signs))
    for message in _chatter(sent):
        yield from parts[message.index]
    for part in parts.values():
        yield from _last_words(lines, part)


LISTED = 3  # lines with a sign in one message, which are a list


def _last_words(lines: Sequence[str], part: range) -> Iterator[int]:
    """The indexes of paragraphs at the end of a message that follow its list, and have no sign themselves."""
    signed = [index for index in part if _SIGNED.search(lines[index][:200])]
    if len(signed) < LISTED or signed != list(range(signed[0], signed[-1] + 1)):
        return
    after = range(signed[-1] + 1, part.stop)
    if after and not lines[after[0]].strip():
        yield from after


_SIGNED = re.compile(r"\S[:=]\s|\s[-–—=→]{1,2}>?\s|\t|^\s*[-*•]\s")
_FACE = re.compile(r"(?<!\w):(?:[a-z][\w+'-]{1,30}|[+-]1|100):(?!\w)")  # ":pray:"
_CLOCKED = re.compile(rf"[\[(]?{_CLOCK}[\])]?", re.IGNORECASE)


def _heads(lines: Sequence[str]) -> Iterator[tuple[int, ...]]:
    """The indexes of lines with a sender and a time: both in one line, or in two."""
    for index, line in enumerate(lines):
        if not line.strip() or len(line) > LONG_HEAD:
            continue
        if _ALONE.fullmatch(line):  # "Gestern 16:20" has the form of a sender and a time as well
            if index and _SENDER.fullmatch(lines[index - 1]):
                yield (index - 1, index)
        elif _HEAD.fullmatch(line):
            yield (index,)
