"""Documents and values to try: each is told by a seed and a number alone, so that any of them can be had again."""

from __future__ import annotations

import csv
import html
import io
import json
import random
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "tests/data"  # documents of any format that is added later are found by their ending
MOST = 200_000  # bytes of a sample that is taken, and about as many as an input grows to

PIECES = [
    # YAML and our own checks
    "- ", "* ", "+ ", "1. ", "1) ", "key: ", "term: ", "text: ", "name: ", ": ", " #", "# ", "> ", "| ", "|", "? ",
    "---", "...", "%YAML 1.2", "&a ", "*a", "!!str ", "!t ", "@", "`", "```", "~~~", "'", '"', "''", "[", "]", "{", "}",
    "[a, b]", "{a: b}", "<<: ", "<<<<<<< a", "=======", ">>>>>>> b", "null", "~", "true", "NO", "1:1", "007", "0x1f",
    "2026-02-30", "\\", "\\n", "\\x00", "=", ",", ";", "“", "”", "„", "‘a’", "“a”",
    # Markdown, HTML, reStructuredText
    "**", "__", "](", "![", "[x](term:ticket)", "[x](javascript:alert(1))", "[^1]", "[^1]: ", "<b>", "</b>", "<!--", "-->",
    "<script>", "<![CDATA[", "&amp;", "&#0;", "&#x202e;", "&nbsp;", "<dt>", "<dd>", "<table>", "<tr><td>", "<li>", "<h2>",
    "{#id}", "\n| - | - |\n", "\n: ", "\n\n", "\n", "\r\n", "\r", "\t", "    ", "  ", ".. glossary::\n", ".. include:: /etc/passwd\n",
    ".. raw:: html\n", ":term:`x`", "::", "====", "----", "\\", "$$", "{{", "{%", "${",
    # signs that are hard to see, or to spell
    "\0", "\x07", "\x0b", "\x0c", "\x1b[31m", "\x7f", "\x85", "\xa0", "\xad", "\u200b", "\u200d", "\u2028", "\u2029",
    "\u202e", "\u2066", "\u3000", "\ufeff", "\ufffd", "\ufffe", "\ud800", "Ã©", "â€™", "â€é", "Â", "é", "ß", "İ", "ſ",
    "小土豆", "Δέλτα", "می‌خواهم", "שלום", "👩‍💻", "🚧", "\U0010ffff", "e\u0301", "ﬁ",
    # what an entry may say
    "also known as ", "See ", "see also ", "(ABC)", "ABC", "stands for ", "is a ", "Term", "Meaning", "Definition",
    "1. a person 2. a program ", "→ ", "A–Z", "= ", " / ", " - ", " – ", "...", "…", "http://a.b/c", "a@b.cd", "x" * 300,
]  # fmt: skip
WORDS = [
    "ticket", "queue", "agent", "caller", "hold", "time", "first", "contact", "resolution", "rate", "churn", "backlog",
    "desk", "reply", "customer", "wait", "handle", "average", "transfer", "warm", "escalation", "service", "level", "of",
    "a", "the", "in", "which", "and", "is", "or", "not",
]  # fmt: skip


class Entry(NamedTuple):
    name: str
    text: str
    also: str


Render = Callable[[Sequence[Entry], random.Random], bytes]


def phrase(rng: random.Random, most: int, odd: float) -> str:
    """Words, some of them pieces; most of them parted by single spaces."""
    said = [
        rng.choice(PIECES) if rng.random() < odd else rng.choice(WORDS) for _ in range(rng.randint(1, most))
    ]
    return rng.choice((" ", " ", " ", "")).join(said)


def entries(rng: random.Random) -> list[Entry]:
    odd = rng.choice((0.0, 0.05, 0.2, 0.6))
    return [
        Entry(
            name=phrase(rng, 4, odd), text=phrase(rng, rng.choice((6, 30, 90)), odd), also=phrase(rng, 2, odd)
        )
        for _ in range(rng.choice((1, 2, 5, 12)))
    ]


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _separated(found: Sequence[Entry], sign: str) -> bytes:
    out = io.StringIO()
    rows = csv.writer(out, delimiter=sign)
    rows.writerow(("Term", "Definition", "Synonyms"))
    rows.writerows(found)
    return _utf8(out.getvalue())


def _page(found: Sequence[Entry], rng: random.Random) -> bytes:
    shape = rng.choice(
        (
            "<dt>{}</dt><dd>{}</dd>",
            "<h2>{}</h2><p>{}</p>",
            "<tr><td>{}</td><td>{}</td></tr>",
            "<p><b>{}</b>: {}</p>",
        )
    )
    shown = html.escape if rng.random() < 0.6 else str
    body = "\n".join(shape.format(shown(one.name), shown(one.text)) for one in found)
    around = {"<dt": "<dl>{}</dl>", "<tr": "<table>{}</table>"}.get(shape[:3], "<body>{}</body>")
    return _utf8(around.format(body))


def _marked(found: Sequence[Entry], rng: random.Random) -> bytes:
    shape = rng.choice(
        ("## {}\n\n{}\n\n", "**{}**: {}\n\n", "- **{}** – {}\n", "| {} | {} |\n", "{}\n: {}\n\n")
    )
    head = "| Term | Meaning |\n| --- | --- |\n" if shape[0] == "|" else ""
    return _utf8(head + "".join(shape.format(one.name, one.text) for one in found))


def _structured(found: Sequence[Entry], rng: random.Random) -> bytes:
    rows = [{"term": one.name, "definition": one.text, "also": one.also.split()} for one in found]
    value = rng.choice((rows, {one.name: one.text for one in found}, {"title": found[0].text, "terms": rows}))
    return json.dumps(value, ensure_ascii=rng.random() < 0.5).encode("utf-8", "surrogatepass")


def _listed(found: Sequence[Entry], rng: random.Random) -> bytes:
    if rng.random() < 0.4:
        return _structured(found, rng)  # JSON is YAML
    if rng.random() < 0.4:
        return _anchored(found, rng)
    return _utf8("".join(f"- term: {one.name}\n  definition: {one.text}\n" for one in found))


def _anchored(found: Sequence[Entry], rng: random.Random) -> bytes:
    """YAML with what only the lenient reader takes: anchors, merged and doubled keys, tags, documents."""
    base = "&base {status: new}\n"
    shapes = (
        "- {{<<: *base, term: {}, definition: &t {}}}\n",
        "- !Term\n  term: {}\n  term: {}\n",
        "---\n{}: {}\n",
    )
    return _utf8(f"- {base}" + "".join(rng.choice(shapes).format(one.name, one.text) for one in found))


def _letters(found: Sequence[Entry], rng: random.Random) -> bytes:
    shape = rng.choice(("# {}\n\n**{}**: {}\n\n", "{}\n\n{}\n{}\n\n", "<h2>{}</h2><p>{}<br>{}</p>\n"))
    return _utf8("".join(shape.format(one.name[:1].upper(), one.name, one.text) for one in found))


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _word(found: Sequence[Entry], rng: random.Random) -> bytes:
    """A Word document with a table, of few rows or of so many that it is read by another way."""
    paragraph = "<w:p><w:r>{}<w:t>{}</w:t></w:r></w:p>"
    bold = rng.choice(("", "<w:rPr><w:b/></w:rPr>"))
    merged = rng.choice(("", "", "<w:tcPr><w:vMerge/></w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'))
    rows = [
        f"<w:tr><w:tc>{merged}{paragraph.format(bold, html.escape(allowed(one.name)))}</w:tc>"
        f"<w:tc>{paragraph.format('', html.escape(allowed(one.text)))}</w:tc></w:tr>"
        for one in found
    ]
    table = "".join(rows * rng.choice((1, 1, 60)))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{_W}"><w:body><w:tbl>{table}</w:tbl></w:body></w:document>',
        )
        for name, text in _AROUND.items():
            made.writestr(name, text)
    return out.getvalue()


_TYPES = "http://schemas.openxmlformats.org/package/2006"
_AROUND = {  # the parts of a Word document that say where its text is
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}/content-types"><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_TYPES}/relationships"><Relationship Id="r1" Target="word/document.xml" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>',
}


def _plain(found: Sequence[Entry], rng: random.Random) -> bytes:
    shape = rng.choice(("{}: {}\n", "{}\n{}\n\n", "{} – {}\n", "{}\t{}\n", "{} | {}\n"))
    return _utf8("".join(shape.format(one.name, one.text) for one in found))


def _restructured(found: Sequence[Entry], rng: random.Random) -> bytes:
    head = ".. glossary::\n\n" if rng.random() < 0.7 else ""
    margin = "   " if head else ""
    return _utf8(head + "".join(f"{margin}{one.name}\n{margin}  {one.text}\n\n" for one in found))


def _workbook(found: Sequence[Entry], rng: random.Random) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    rows: Any = book.active
    rows.append(("Term", "Definition", "Synonyms"))
    for one in found:
        rows.append([allowed(part) for part in one])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def allowed(text: str) -> str:
    """A text as a workbook can hold it: https://www.w3.org/TR/xml/#charsets"""
    return re.sub("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


# How a glossary of made-up entries is written in the formats of today; one that is not here gets the others' documents,
# samples of its own where there are some, and what mutations make of them.
RENDERS: Mapping[str, Render] = {
    "text": lambda found, rng: rng.choice((_plain, _plain, _letters))(found, rng),
    "markdown": lambda found, rng: rng.choice((_marked, _marked, _letters))(found, rng),
    "html": lambda found, rng: rng.choice((_page, _page, _letters))(found, rng),
    "docx": _word,
    "csv": lambda found, rng: _separated(found, rng.choice(",;|")),
    "tsv": lambda found, rng: _separated(found, "\t"),
    "yaml": _listed,
    "json": _structured,
    "rst": _restructured,
    "xlsx": _workbook,
}


@cache
def samples() -> Mapping[str, Sequence[bytes]]:
    """The documents of the tests by the ending of their names."""
    found: dict[str, list[bytes]] = {}
    for path in sorted(SAMPLES.rglob("*")):
        if path.is_file() and path.stat().st_size <= MOST:
            found.setdefault(path.suffix.lstrip("."), []).append(path.read_bytes())
    return found


def document(rng: random.Random, form: str) -> bytes:
    """A document that may be one of the format, as it is or damaged."""
    own = samples().get(form, ())
    roll = rng.random()
    if own and roll < (0.15 if form in RENDERS else 0.7):
        data = rng.choice(own)
    elif roll < 0.9 and form in RENDERS:
        data = RENDERS[form](entries(rng), rng)
    else:
        data = rng.choice(list(RENDERS.values()))(entries(rng), rng)
    for _ in range(rng.choice((0, 0, 1, 1, 3, 8))):
        data = mutated(rng, data)
    return recoded(rng, data[: 2 * MOST])


def mutated(rng: random.Random, data: bytes) -> bytes:
    if data.startswith(b"PK") and rng.random() < 0.8:
        return _within(rng, data)
    start = rng.randint(0, len(data))
    end = min(len(data), start + rng.choice((0, 1, 4, 40, 400)))
    chunk = data[start:end]
    piece = _utf8(rng.choice(PIECES))
    change = rng.randrange(7)
    if change == 0:
        chunk = piece
    elif change == 1:
        chunk = b""
    elif change == 2:
        chunk = chunk * rng.choice((2, 3, 10))
    elif change == 3:
        chunk = bytes(rng.randrange(256) for _ in chunk)
    elif change == 4:
        chunk = (chunk or piece) * (rng.choice((300, 3_000, MOST)) // max(1, len(chunk or piece)))
    elif change == 5:
        return data[:start]
    else:
        chunk += piece + chunk
    return data[:start] + chunk + data[end:]


def _within(rng: random.Random, data: bytes) -> bytes:
    """An archive with one of its members changed."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = {name: archive.read(name) for name in archive.namelist()}
    except Exception:
        return data
    chosen = rng.choice(sorted(members)) if members else "x"
    members[chosen] = mutated(rng, members.get(chosen, b""))[: 4 * MOST]
    if rng.random() < 0.1:
        members[rng.choice(("xl/workbook.xml", "word/document.xml", "../x", "/x"))] = members.pop(chosen)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def recoded(rng: random.Random, data: bytes) -> bytes:
    """The same text in another encoding, now and then."""
    if data.startswith(b"PK") or rng.random() < 0.9:
        return data
    text = data.decode("utf-8", "replace")
    return text.encode(
        rng.choice(("utf-16", "utf-8-sig", "cp1252", "utf-16-le", "utf-32", "shift_jis")), "replace"
    )
