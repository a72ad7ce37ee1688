"""What ``glossary health`` reads beside the corpus: words that were missed, and logs of the web server."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterator
from typing import IO, Any, cast

import click

from site_gen.checks.missed import Miss, rank, read_missed
from site_gen.checks.use import Counts, use
from site_gen.cli.app import report
from site_gen.export.missed import missed_json, missed_text
from site_gen.export.use import use_json, use_text
from site_gen.model.problem import Problem, RefusedError
from site_gen.model.records import Glossary

_PACKED = b"\x1f\x8b"  # the first bytes of gzip
_LONGEST = 16_384  # bytes of a line; what is longer is no request that a server answered


def tell_missed(files: tuple[str, ...], glossary: Glossary, *, as_json: bool) -> None:
    """Rank the missed words of the files. Lines that are none are told, and the exit code is then 1."""
    misses: list[Miss] = []
    problems: list[Problem] = []
    for file in files:
        with click.open_file(file, "rb") as opened:
            found, wrong = read_missed(file, opened.read())
        misses += found
        problems += wrong
    ranked = rank(misses, glossary)
    click.echo(missed_json(ranked) if as_json else missed_text(ranked), nl=as_json)
    if problems:
        report(tuple(problems), "text", err=True)
        sys.exit(1)


def tell_use(files: tuple[str, ...], glossary: Glossary, days: int, *, as_json: bool) -> None:
    """Say how the site is read by the logs. Raises ``RefusedError`` where a packed one is damaged."""
    counts = Counts()
    for file in files:
        with click.open_file(file, "rb") as opened:
            try:
                counts.take(_lines_of(opened))
            except (EOFError, zlib.error, gzip.BadGzipFile) as error:
                raise RefusedError(f"{file}: the packed log is damaged ({error}); fetch it again") from None
    found = use(counts, glossary, days)
    click.echo(use_json(found) if as_json else use_text(found), nl=as_json)
    if not found.requests:
        sys.exit(1)


def _lines_of(file: IO[bytes]) -> Iterator[bytes]:
    """The lines of a log, packed or not, none of them longer than the memory takes."""
    begins = file.read(len(_PACKED))
    plain = _unpacked(_Rejoined(begins, file)) if begins == _PACKED else file
    first = b"" if begins == _PACKED else begins
    while line := plain.readline(_LONGEST):
        yield first + line
        first = b""
    if first:
        yield first


def _unpacked(file: Any) -> IO[bytes]:
    return cast(IO[bytes], gzip.GzipFile(fileobj=file))


class _Rejoined:
    """A file that cannot be wound back, such as standard input, with the bytes that were read already."""

    def __init__(self, begins: bytes, file: IO[bytes]) -> None:
        self._begins = begins
        self._file = file

    def read(self, size: int = -1) -> bytes:
        if self._begins:
            given, self._begins = self._begins, b""
            return given
        return self._file.read(size)
