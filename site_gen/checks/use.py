"""How a site is read, from the logs of its web server: reads of terms, dead addresses, terms never read.

An undercount by its nature: browsers and proxies answer from their caches, offline copies and side panels ask
no server, and one person may stand behind many requests. Formats: the common and the combined log
(https://httpd.apache.org/docs/current/logs.html#accesslog), which nginx writes as well; what stands before or
behind their fields does no harm.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from urllib.parse import unquote

from site_gen.model import graph
from site_gen.model.records import Glossary, Term
from site_gen.model.relations import current

_REQUEST = re.compile(
    rb"\[(?P<day>\d{2})/(?P<month>[A-Z][a-z]{2})/(?P<year>\d{4}):[^\]]{1,30}\] "
    rb'"(?P<method>[A-Z]{1,20}) (?P<target>[^" ]{1,4000})(?: HTTP/[\d.]+)?" '
    rb'(?P<status>\d{3}) (?:\d+|-)(?: "(?:[^"\\]|\\.)*" "(?P<agent>(?:[^"\\]|\\.)*)")?'
)
_MONTHS = {
    name: number for number, name in enumerate(b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), 1)
}
# Parts of the names that programs give themselves; what claims to be a browser counts as a person.
# Cubot makes telephones.
_BOTS = re.compile(
    rb"(?<!cu)bot\b|bot[/;-]|crawl|spider|slurp|scrap|archiver|monitor|uptime|pingdom|preview|fetch"
    rb"|validator|lighthouse|headless|curl/|wget/|python|java/|go-http|okhttp|libwww|perl|ruby|httpclient"
    rb"|axios|node\b|feed|\+https?://",
    re.IGNORECASE,
)
_READ = (b"200", b"304")  # 304: the browser's copy is still good, and is read
_DEAD = (b"404", b"410")
_PAGE = re.compile(r"(?:^|/)terms/([a-z0-9-]{1,80})(?:\.html|/|/index\.html)?$")
_TOLD = re.compile(r"(?:^|/)(?:terms|topics|paths|sources|sheets)/[^/]+/?$|\.html?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dead:
    """An address of a page that is not there: how often asked for, when last, and where the term may be."""

    path: str
    count: int
    last: date
    now: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """What logs tell of a site. ``first`` and ``last`` are the days that they cover, None of empty logs.

    ``reads`` has each term of now, the most read first; ``unread`` are those not read since ``since``.
    ``bots`` and ``unknown`` count requests of programs, and lines that are no request. ``has_agents``: some
    line names a browser; without, programs cannot be told from people.
    """

    first: date | None
    last: date | None
    since: date | None
    reads: tuple[tuple[Term, int], ...]
    dead: tuple[Dead, ...]
    unread: tuple[Term, ...]
    requests: int
    bots: int
    unknown: int
    has_agents: bool


@dataclass(slots=True)
class Counts:
    """What has been counted so far, line by line: a log may be larger than the memory."""

    reads: Counter[str] = field(default_factory=Counter)
    read_on: dict[str, date] = field(default_factory=dict)
    dead: Counter[str] = field(default_factory=Counter)
    dead_on: dict[str, date] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    requests: int = 0
    bots: int = 0
    unknown: int = 0
    has_agents: bool = False

    def take(self, lines: Iterable[bytes]) -> None:
        """Count the lines in."""
        for line in lines:
            found = _REQUEST.search(line)
            day = _day(found) if found else None
            if found and day:
                self._request(found, day)
            elif line.strip():
                self.unknown += 1

    def _request(self, found: re.Match[bytes], day: date) -> None:
        self.requests += 1
        self.first, self.last = min(self.first or day, day), max(self.last or day, day)
        agent = found["agent"]
        self.has_agents = self.has_agents or bool(agent and agent != b"-")
        if agent and _BOTS.search(agent):
            self.bots += 1
            return
        path = _path(found["target"])
        if found["method"] != b"GET":
            return
        page = _PAGE.search(path)
        if found["status"] in _READ and page:
            self.reads[page[1]] += 1
            self.read_on[page[1]] = max(self.read_on.get(page[1], day), day)
        elif found["status"] in _DEAD and _TOLD.search(path):
            self.dead[path] += 1
            self.dead_on[path] = max(self.dead_on.get(path, day), day)


def _day(found: re.Match[bytes]) -> date | None:
    try:
        return date(int(found["year"]), _MONTHS[found["month"]], int(found["day"]))
    except (ValueError, KeyError):
        return None


def _path(target: bytes) -> str:
    """The path that was asked for; a query may hold what somebody typed, and is left out."""
    asked = re.split(r"[?#]", target.decode("latin-1"), maxsplit=1)[0]
    path = re.sub(r"^[a-z]+://[^/]*", "", asked)  # a proxy is asked for the whole address
    text = unquote(path, errors="replace")
    return "".join(sign for sign in posixpath.normpath(text) if sign.isprintable()) + "/" * text.endswith("/")


def use(counts: Counts, glossary: Glossary, days: int) -> Use:
    """What the counts mean for the glossary as it is now.

    The page of an old address leads on to the term, so that the term's own read is counted, and this one not.
    """
    terms = current(glossary.terms)
    since = _before(counts.last, days)
    reads = sorted(
        ((term, counts.reads[term.slug]) for term in terms if counts.reads[term.slug]),
        key=lambda pair: (-pair[1], pair[0].slug),
    )
    return Use(
        first=counts.first,
        last=counts.last,
        since=since,
        reads=tuple(reads),
        dead=tuple(_dead(counts, glossary)),
        unread=tuple(term for term in terms if since and not _read_since(counts, term, since)),
        requests=counts.requests,
        bots=counts.bots,
        unknown=counts.unknown,
        has_agents=counts.has_agents,
    )


def _read_since(counts: Counts, term: Term, since: date) -> bool:
    return counts.read_on.get(term.slug, date.min) >= since and term.slug in counts.read_on


def _before(last: date | None, days: int) -> date | None:
    """The first of so many days that end with the last one."""
    if last is None:
        return None
    return last - timedelta(days=min(days, last.toordinal()) - 1)


def _dead(counts: Counts, glossary: Glossary) -> Iterator[Dead]:
    ends: Mapping[str, str] = graph.ends(glossary.redirects)
    for path, count in sorted(counts.dead.items(), key=lambda pair: (-pair[1], pair[0])):
        page = _PAGE.search(path)
        slug = ends.get(page[1], page[1]) if page else ""
        now = slug if slug in glossary.by_slug else ""
        yield Dead(path=path, count=count, last=counts.dead_on[path], now=now)
