"""How a site is read, from logs as servers write them."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.__main__ import main
from site_gen.checks.use import Counts, Use, use
from site_gen.export.use import use_json, use_text
from site_gen.model.records import Glossary

BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
CORPUS = glossary(term("ticket"), term("queue"), term("churn"), term("old", status="deprecated"))


def line(
    path: str = "/terms/ticket.html", status: int = 200, agent: str | None = BROWSER, day: str = "28/Nov/2026",
    method: str = "GET",
) -> str:  # fmt: skip
    common = f'10.0.0.1 - ann [{day}:10:00:00 +0100] "{method} {path} HTTP/1.1" {status} 2326'
    return common if agent is None else f'{common} "https://words.example/" "{agent}"'


def read(*lines: str, days: int = 90, corpus: Glossary = CORPUS) -> Use:
    counts = Counts()
    counts.take(f"{one}\n".encode("utf-8", "surrogateescape") for one in lines)
    return use(counts, corpus, days)


def reads(found: Use) -> dict[str, int]:
    return {one.slug: count for one, count in found.reads}


@each_row(
    "text, count",
    [
        (line(), 1),
        (line(agent=None), 1),
        (line(status=304), 1),
        (line("/glossary/terms/ticket.html?q=x"), 1),
        (line("/terms/ticket"), 1),
        (line("/terms/ticket/"), 1),
        (line("//terms//ticket.html"), 1),
        (line("/terms/tick%65t.html"), 1),
        (line("http://words.example/terms/ticket.html"), 1),
        ("words.example:443 " + line(), 1),
        (line() + ' "10.1.1.1" 0.002', 1),
        (line(agent='A \\"quoted\\" browser'), 1),
        (line(method="HEAD"), 0),
        (line(method="POST"), 0),
        (line(status=301), 0),
        (line(status=500), 0),
        (line("/terms/none.html"), 0),
        (line("/terms/ticket.html.bak"), 0),
        (line("/assets/terms/ticket.js"), 0),
        (line("/terms/old.html"), 0),
    ],
)
def test_a_read_is_a_page_that_a_person_got(text: str, count: int) -> None:
    assert reads(read(text)) == ({"ticket": count} if count else {})


@each_row(
    "agent",
    ["Googlebot/2.1 (+http://www.google.com/bot.html)", "Mozilla/5.0 (compatible; bingbot/2.0; +http://x)",
     "curl/8.5.0", "python-requests/2.32", "Slackbot-LinkExpanding 1.0", "Mozilla/5.0 HeadlessChrome/126",
     "Mozilla/5.0 (compatible; AhrefsBot/7.0)", "Pingdom.com_bot_version_1.4", "Go-http-client/1.1",
     "SomeNewCrawler", "Baiduspider", "UptimeRobot/2.0", "facebookexternalhit/1.1 (+https://x)"],
)  # fmt: skip
def test_programs_are_left_out(agent: str) -> None:
    found = read(line(agent=agent), line())
    assert (reads(found), found.bots, found.requests) == ({"ticket": 1}, 1, 2)


@each_row(
    "agent",
    [BROWSER, "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604",
     "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140 Safari/537.36 Edg/140",
     "Mozilla/5.0 (Linux; Android 15; CUBOT X30) AppleWebKit/537.36 Chrome/140 Mobile Safari/537.36 ", "-", ""],
)  # fmt: skip
def test_browsers_are_people(agent: str) -> None:
    assert reads(read(line(agent=agent))) == {"ticket": 1}


def test_dead_addresses_are_pages_and_say_where_the_term_is() -> None:
    corpus = Glossary(terms=CORPUS.terms, redirects={"case": "ticket"})
    found = read(
        line("/terms/case.html", 404), line("/terms/case.html?x=1", 404, day="29/Nov/2026"),
        line("/terms/ghost.html", 410), line("/wp-login.php", 404), line("/.env", 404),
        line("/terms/a%1b%5b31mb.html", 404), line("/team.html", 404), line("/terms/bot.html", 404, "curl/8"),
        corpus=corpus,
    )  # fmt: skip
    assert [(one.path, one.count, one.now) for one in found.dead] == [
        ("/terms/case.html", 2, "ticket"),
        ("/team.html", 1, ""),
        ("/terms/a[31mb.html", 1, ""),
        ("/terms/ghost.html", 1, ""),
    ]
    assert found.dead[0].last == date(2026, 11, 29)


@each_row(
    "days, since, unread",
    [
        (1, "2026-11-28", ["queue", "churn"]),
        (10, "2026-11-19", ["churn"]),
        (9, "2026-11-20", ["churn", "queue"]),
        (10**9, "0001-01-01", ["churn"]),
    ],
)
def test_what_nobody_read_goes_by_the_last_day_of_the_log(days: int, since: str, unread: list[str]) -> None:
    found = read(line("/terms/queue.html", day="19/Nov/2026"), line(), days=days)
    assert str(found.since) == since
    assert sorted(one.slug for one in found.unread) == sorted(unread)


def test_what_is_no_request_is_counted_and_passed_over() -> None:
    odd = (
        "",
        "x",
        line(day="99/Nov/2026"),
        line(day="28/Foo/2026"),
        '10.0.0.1 - - [x] "\\x16\\x03" 400 0',
        line(),
    )
    found = read(*odd)
    assert (found.unknown, found.requests) == (4, 1)
    assert "4 lines are no requests" in use_text(found)
    assert "No line is a request" in use_text(read("x"))


def test_the_text_is_honest() -> None:
    text = use_text(read(line(agent=None), *(line(f"/x{n}.html", 404) for n in range(30))))
    assert text.startswith(
        "31 requests from 2026-11-28 to 2026-11-28; 0 of programs, left out.\nAn undercount: "
    )
    assert "and 10 more; --json has all" in text
    assert "(the log begins only on 2026-11-28)" in text
    assert "does not name browsers" in use_text(read(line(agent=None)))
    data = json.loads(use_json(read(line())))
    assert data["reads"] == [{"term": "ticket", "count": 1}]
    assert "undercount" in data["note"]


@given(st.binary(max_size=400))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    counts = Counts()
    counts.take(data.splitlines(keepends=True))
    counts.take([b'[28/Nov/2026:10:00:00 +0000] "GET /' + data + b' HTTP/1.1" 404 1'])
    assert all(path.isprintable() for path in counts.dead)


def run(root: Path, *arguments: str, given: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "health", *arguments], input=given)


def test_the_command_reads_logs_packed_or_not_and_from_standard_input(root: Path) -> None:
    (root / "access.log").write_text(line() + "\n")
    (root / "access.log.1.gz").write_bytes(gzip.compress((line() + "\n").encode()) * 2)
    done = run(root, "--log", str(root / "access.log"), str(root / "access.log.1.gz"))
    assert done.exit_code == 0, done.output
    assert "     3  Ticket" in done.stdout
    piped = run(root, "--log", "-", "--json", given=gzip.compress((line() + "\n").encode()))
    assert json.loads(piped.stdout)["reads"] == [{"term": "ticket", "count": 1}]


@each_row(
    "data, said",
    [(gzip.compress(line().encode() * 99)[:-20], "the packed log is damaged"), (b"\x1f\x8b\x00junk", "is damaged"),
     (b"", "No line is a request"), (b"\x00" * 99, "No line is a request"), (b"[", "No line is a request")],
)  # fmt: skip
def test_a_file_that_is_no_log_is_one_line(root: Path, data: bytes, said: str) -> None:
    (root / "x").write_bytes(data)
    done = run(root, "--log", str(root / "x"))
    assert done.exit_code == 1
    assert said in done.output and "Traceback" not in done.output


def test_a_log_without_lines_is_read_in_pieces(root: Path) -> None:
    (root / "x.gz").write_bytes(gzip.compress(b"x" * 5_000_000))
    done = run(root, "--log", str(root / "x.gz"))
    assert done.exit_code == 1 and "No line is a request" in done.output
