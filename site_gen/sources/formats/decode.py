"""Turn bytes of any origin into text; bytes that cannot be text are reported."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from site_gen.sources.draft import UnreadableError
from site_gen.sources.formats import alphabets
from site_gen.sources.shape.lines import with_few_blanks

MAX_BYTES = 5_000_000
MAX_PARAGRAPH = 100_000
SAMPLE = 64_000

_MARKS = (  # the longer mark first: UTF-32 begins like UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip
_ANEW = re.compile(r"\s*(?:$|[|*+:#>-]|\d{1,9}[.)])")  # blank line, list item or table row: a new paragraph
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_EXPORT = "save it as text, Markdown, HTML, CSV or .xlsx and import that"


def check_size(data: bytes, limit: int = MAX_BYTES) -> None:
    """Raise ``UnreadableError`` for more than ``limit`` bytes."""
    if len(data) > limit:
        raise UnreadableError(
            "import-too-large", f"the file has {len(data):,} bytes; at most {limit:,} are read",
            "import the part that holds the glossary",
        )  # fmt: skip


def check_paragraphs(text: str, limit: int = MAX_PARAGRAPH) -> None:
    """Raise an error for overlong paragraphs: parsing time grows with the square of the length."""
    length = 0
    for number, line in enumerate(text.split("\n"), 1):
        length = len(line) if _ANEW.match(line) else length + len(line)
        if length > limit:
            raise UnreadableError(
                "import-too-large", f"a paragraph has more than {limit:,} characters",
                "check that it is the right file", number,
            )  # fmt: skip


def check_lines(text: str, limit: int = MAX_PARAGRAPH) -> None:
    """Raise an error for overlong lines, in formats where each line is parsed separately."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > limit:
            raise UnreadableError(
                "import-too-large", f"a line has more than {limit:,} characters",
                "check that it is the right file", number,
            )  # fmt: skip


def put_in(pattern: re.Pattern[str], shown: Callable[[re.Match[str]], str], text: str, limit: int) -> str:
    """The text with each match as ``shown`` writes it, such as a name in the place of its key.

    Raises ``UnreadableError`` as soon as what is put in has more than ``limit`` characters.
    """
    size = 0

    def counted(found: re.Match[str]) -> str:
        nonlocal size
        said = shown(found)
        size += len(said)
        if size > limit:
            message = f"what its references stand for has more than {limit:,} characters"
            raise UnreadableError("import-too-large", message, "import the part that holds the glossary")
        return said

    return pattern.sub(counted, text)


def to_text(data: bytes) -> tuple[str, str]:
    """The text and the encoding used, which is "utf-8" if no guess was necessary.

    Of very many blanks in a row, the first ones are kept.
    """
    encoding = _encoding(data)
    try:
        mixed = _mixed(data) if encoding not in _SURE else None
        text, encoding = mixed or (data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        if encoding == "cp1252":
            raise UnreadableError(
                "import-not-text", "the file holds binary data, not text", _EXPORT
            ) from None
        raise UnreadableError(
            "import-not-text", f"the file breaks off inside a character of {encoding}", "save it as UTF-8"
        ) from None
    text = text.translate(_WINDOWS) if _CONTROLS.search(text) else text
    odd = len(_CONTROL.findall(text[:SAMPLE]))
    if odd > 4 and odd > 0.002 * min(len(text), SAMPLE):
        raise UnreadableError("import-not-text", "the file holds binary data, not text", _EXPORT)
    text = with_few_blanks(text)
    return text, "utf-8" if encoding == "utf-8-sig" else encoding


# signs of cp1252 that a program took over one by one, as if they were Latin-1: "\x92" for "’"
_CONTROLS = re.compile("[\x80-\x84\x86-\x9f]")
_WINDOWS = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}

_SURE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32")


def _mixed(data: bytes) -> tuple[str, str] | None:
    """The text of a file put together from UTF-8 and Western 8-bit text, and what it is; None for others."""
    lines: list[str] = []
    ours, others = 0, []
    for number, line in enumerate(data.split(b"\n"), 1):
        try:
            lines.append(line.decode("utf-8"))
            ours += not line.isascii()
        except UnicodeDecodeError:
            lines.append(line.decode("cp1252", errors="replace"))
            others.append(number)
            if {sign for sign in lines[-1] if ord(sign) > 127} - _WESTERN:
                return None
    if not ours or not others or others == [len(lines)]:  # the last line: the file may be cut off there
        return None
    return "\n".join(
        lines
    ), f"cp1252 in {len(others)} of its lines, first in line {others[0]}, and as UTF-8 elsewhere"


def _encoding(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:SAMPLE]
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[offset::2]
        if half and half.count(0) > 0.5 * len(half) and head[1 - offset :: 2].count(0) < 0.1 * len(half):
            return encoding
    if _JAPANESE.search(head):
        return "iso2022_jp"
    try:
        data.decode("utf-8")
        return "utf-8"
    except UnicodeDecodeError as error:
        return _declared(data) or _guessed(data, error.start)


_JAPANESE = re.compile(rb"\x1b\$[B@]")  # what switches between the two alphabets of mails
_DECLARATION = re.compile(
    rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|\A\s*<\?xml\s[^>]{0,100}?encoding\s*=\s*"
    rb"[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_AS_BROWSERS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030"}


def _declared(data: bytes) -> str:
    """The 8-bit encoding that a page says it has, if its bytes are text in it; else ""."""
    found = _DECLARATION.search(data[:4_000])
    try:
        own = codecs.lookup((found[1] or found[2]).decode("ascii")).name if found else ""
        own = _AS_BROWSERS.get(own, own)
        return own if own and own not in _SURE and data.decode(own) else ""
    except (LookupError, UnicodeError):
        return ""


def _guessed(data: bytes, first: int) -> str:
    """The encoding of 8-bit text.

    Western text with few accents counts as cp1252, because a statistical guess needs more characters.
    """
    sample = data[max(0, first - 2_000) : first + SAMPLE]
    western = sample.decode("cp1252", errors="replace")
    foreign = [c for c in western if ord(c) > 127]
    if other := alphabets.guessed(sample):
        return other
    if not set(foreign) - _WESTERN and len(foreign) < 0.12 * len(western):
        return "cp1252"
    from charset_normalizer import from_bytes  # heavy, and seldom needed

    best = from_bytes(sample).best()
    return best.encoding if best else "cp1252"


_WESTERN = frozenset(
    "äöüÄÖÜßéèêëàâáãåæçíìîïñóòôõøœúùûýÿÉÈÊËÀÂÁÃÅÆÇÍÌÎÏÑÓÒÔÕØŒÚÙÛÝ’‘“”„–—…•·€£©®™«»°§¿¡½¼²³ºª\xa0\xad´¨×‹›†‚"
)
