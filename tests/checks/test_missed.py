"""Words that readers missed: which lines are read, what belongs together, what is found by now."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.support import glossary, term
from site_gen.__main__ import main
from site_gen.checks.missed import Miss, Missing, Ranked, rank, read_missed
from site_gen.export.missed import missed_json, missed_text, new_command
from site_gen.match import Candidate

DAY = date(2026, 11, 28)
GHOST = Miss(query="ghost ticket", count=3, day=DAY, page="index.html")


@each_row(
    "line, miss",
    [
        ('{"query": "ghost ticket", "count": 3, "day": "2026-11-28", "page": "index.html"}', GHOST),
        ('{"query": "ghost ticket"}', Miss(query="ghost ticket")),
        ('{"query": "x y", "not_meant": true}', Miss(query="x y", not_meant=True)),
        ("- ghost ticket (3 times, 2026-11-28, index.html)", GHOST),
        ("> > - ghost ticket (3 times, 2026-11-28, index.html)  ", GHOST),
        ("• ghost ticket (3 times, 2026-11-28, index.html)", GHOST),
        ("ghost ticket (3 times, 2026-11-28, index.html)", GHOST),
        ("- ghost ticket (3 times,\n> 2026-11-28, index.html)", GHOST),
        ("- old word (1 time)", Miss(query="old word")),
        ("- tier 2 (SLA) (2 times, 2026-11-28)", Miss(query="tier 2 (SLA)", count=2, day=DAY)),
        (
            "- queue (1 time, 2026-11-28, terms/a.html, not what I meant)",
            Miss(query="queue", day=DAY, page="terms/a.html", not_meant=True),
        ),
        ("- queue (1 time, 2026-11-28, not what I meant)", Miss(query="queue", day=DAY, not_meant=True)),
        ("\ufeff- Rückruf (1 time)", Miss(query="Rückruf")),
    ],
)
def test_a_line_is_read(line: str, miss: Miss) -> None:
    assert read_missed("f", line.encode()) == ((miss,), ())


@each_row("line", ["", "  ", ">", "Words missed in the lookup, edition 2026-11-28 abc:", "… and 3 more"])
def test_what_frames_the_words_is_passed_over(line: str) -> None:
    assert read_missed("f", line.encode()) == ((), ())


@each_row(
    "line",
    ["Hello,", "{", '{"query": 5}', '{"count": 2}', '{"query": ""}', '{"query": "a", "count": 0}', "[1]",
     '{"query": "a", "count": true}', '{"query": "a", "count": 1.5}', '{"query": "a", "day": "28.11.2026"}',
     '{"query": "a\\u0007"}', "- a (0 times)", "- a (1 time, 2026-13-01)", '{"query": {"a": ' + "[" * 90000, "-",
     '{"query": "' + "a" * 201 + '"}', "- " + "a" * 300],
)  # fmt: skip
def test_another_line_is_told_and_stops_nothing(line: str) -> None:
    misses, problems = read_missed("words.txt", f"- a (1 time)\n{line}\n- b (1 time)\n".encode())
    assert [miss.query for miss in misses] == ["a", "b"]
    (problem,) = problems
    assert str(problem).startswith("words.txt:2: ") and "expected JSON" in str(problem)


def test_a_line_in_another_encoding_is_told() -> None:
    misses, problems = read_missed("f", b"- a (1 time)\n- R\xfcckruf (1 time)\n")
    assert len(misses) == 1 and "f:2: warning: the line is not UTF-8 text" in str(problems[0])


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_are_too_odd(data: bytes) -> None:
    for miss in read_missed("f", data)[0]:
        assert miss.query.isprintable() and miss.count > 0


def misses(*texts: str) -> tuple[Miss, ...]:
    return read_missed("f", "\n".join(f"- {text}" for text in texts).encode())[0]


CORPUS = glossary(
    term("churn", definition="Customers who leave.", search_as=["customers leaving us"]),
    term("warm-transfer", definition="A call that is handed on with an introduction."),
)


@each_row(
    "texts, groups",
    [
        (("ghost ticket (3 times)", "Ghost-Tickets (1 time)"), [("ghost ticket", "Ghost-Tickets")]),
        (("ghost ticket (3 times)", "gohst ticket (5 times)"), [("gohst ticket", "ghost ticket")]),
        (("triage (1 time)", "trial (1 time)"), [("triage",), ("trial",)]),
        (("sev-1 (1 time)", "sev-2 (1 time)"), [("sev-1",), ("sev-2",)]),
        (("error 5003 (1 time)", "error 5004 (1 time)"), [("error 5003",), ("error 5004",)]),
        (("cat (1 time)", "car (1 time)"), [("car",), ("cat",)]),
        (("zebra (1 time)", "apple pie (2 times)"), [("apple pie",), ("zebra",)]),
        (("zebra (1 time, 2026-11-28)", "apple pie (1 time, 2026-11-27)"), [("zebra",), ("apple pie",)]),
        (("小土豆 (1 time)", "小土豆 (2 times)"), [("小土豆",)]),
        (("?! (1 time)", "++ (1 time)"), [("++",), ("?!",)]),
    ],
)
def test_what_asks_for_one_thing_is_counted_together(
    texts: tuple[str, ...], groups: list[tuple[str, ...]]
) -> None:
    assert [one.queries for one in rank(misses(*texts), CORPUS).missing] == groups


def test_what_is_found_by_now_is_left_out_but_not_what_was_answered_otherwise() -> None:
    ranked = rank(
        misses(
            "Churn (9 times)",
            "customers leaving us (2 times)",
            "churn (1 time, not what I meant)",
            "ghost (1 time)",
        ),
        CORPUS,
    )
    assert [one.name for one in ranked.missing] == ["Ghost"]
    assert ranked.found == {"Churn": "churn", "customers leaving us": "churn"}
    (otherwise,) = ranked.not_meant
    assert (otherwise.queries, otherwise.near[0].term) == (("churn",), "churn")
    text = missed_text(ranked)
    assert "     1  ghost\n        glossary new Ghost\n" in text
    assert "Answered, but not what was meant:\n     1  churn; it finds churn\n" in text
    assert text.endswith("Found by now, so left out: Churn, customers leaving us\n")
    assert json.loads(missed_json(ranked))["missing"][0]["new"] == "glossary new Ghost"


@each_row("query, said", [("my bill", "'my bill' churn"), ("-x", "-- -x churn"), ("$(x)", "'$(x)' churn")])
def test_the_command_by_which_a_term_is_found_is_told(query: str, said: str) -> None:
    near = (Candidate(term="churn", score=70, why="alike"),)
    one = Missing(queries=(query,), count=2, last=None, pages=(), near=near)
    text = missed_text(Ranked(missing=(one,), not_meant=(), found={}))
    assert f"perhaps churn (70, alike); then: glossary set --add search_as {said}\n" in text


def test_a_name_is_handed_to_the_shell_as_it_is() -> None:
    assert new_command("It's $(x)") == "glossary new 'It'\"'\"'s $(x)'"
    assert new_command("-x") == "glossary new -- -x"


def run(root: Path, *arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "health", *arguments], input=given)


def test_the_command_ranks_all_files_and_tells_bad_lines(root: Path) -> None:
    (root / "a.jsonl").write_text('{"query": "ghost queue", "count": 2}\nnothing\n')
    (root / "b.txt").write_text("Words missed in the lookup:\n- ghost queues (1 time)\n")
    done = run(root, "--missed", str(root / "a.jsonl"), str(root / "b.txt"))
    assert done.exit_code == 1
    assert "     3  ghost queue (also: ghost queues)" in done.stdout
    assert f"{root / 'a.jsonl'}:2: warning: the line 'nothing' is no missed word" in done.stderr
    good = run(root, "--missed", "-", "--json", given="- ghost queue (1 time)\n")
    assert good.exit_code == 0
    assert json.loads(good.stdout)["missing"][0]["count"] == 1


@each_row("arguments, code", [(("--missed",), 2), (("x.txt",), 2), (("--missed", "no.txt"), 1)])
def test_wrong_use_is_said(root: Path, arguments: tuple[str, ...], code: int) -> None:
    done = run(root, *arguments)
    assert done.exit_code == code
    assert "Traceback" not in done.output
