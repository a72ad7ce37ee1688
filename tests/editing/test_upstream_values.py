"""Edits on both sides of a merge, made up at random: none is lost, and what both have changed is told."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from difflib import ndiff
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.tried import tried
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit, write
from site_gen.editing.new_problems import after
from site_gen.editing.upstream.adopt import adopted
from site_gen.editing.upstream.bring import Brought, bring
from site_gen.editing.upstream.edition import Edition, read_edition
from site_gen.editing.upstream.kept import read_kept
from site_gen.editing.upstream.values import Ask, Decide, Question, merged, rewritten
from site_gen.model.schema import PATH, TERM

Terms = dict[str, dict[str, Any]]
SLUGS = ("agent", "queue", "ticket", "triage")
WORDS = st.sampled_from(
    ["a line", "one: two", "# no comment", 'it\'s "said"', "yes", "007", "- dash", "[x]", "ünï", "a  b", "*"]
)
TEXT = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
PROSE = st.lists(TEXT, min_size=1, max_size=3).map("\n\n".join)
NAMES = st.lists(TEXT, min_size=1, max_size=4, unique=True)
OTHERS = st.lists(st.sampled_from(SLUGS), min_size=1, max_size=3, unique=True)
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "name": TEXT,
    "definition": TEXT,
    "details": PROSE | st.just("See [it](term:queue) and [that](term:ticket)."),
    "say_to_customer": PROSE | st.dictionaries(st.sampled_from(["chat", "call", "email"]), PROSE, min_size=1),
    "aliases": NAMES,
    "search_as": NAMES,
    "related": OTHERS,
    "broader": st.sampled_from(SLUGS),
    "contrast": st.dictionaries(st.sampled_from(SLUGS), TEXT, min_size=1),
    "allow": st.dictionaries(st.sampled_from(["reading-grade", "long-sentence"]), TEXT, min_size=1),
    "in_other_languages": st.dictionaries(st.sampled_from(["de", "es"]), NAMES, min_size=1),
    "level": st.sampled_from(["essential", "working"]),
    "autolink": st.sampled_from(["false", "true"]),
    "metric": st.fixed_dictionaries({"formula": TEXT, "unit": TEXT}),
}
OWN: Mapping[str, st.SearchStrategy[Any]] = {
    "here": PROSE,
    "owner": TEXT,
    "links": st.lists(st.fixed_dictionaries({"to": TEXT}), min_size=1, max_size=2),
    "reviewed": st.just("2026-01-02"),
    "status": st.sampled_from(["approved", "draft"]),
}
NEEDED = ("name", "definition", "topics")


def fields(strategies: Mapping[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=strategies)


@st.composite
def states(draw: st.DrawFn) -> tuple[Terms, Terms, Terms]:
    """The terms as adopted, at the desk and in the later edition."""
    base = {
        slug: {"name": slug, "definition": "One.", "topics": ["desk"]} | draw(fields(VALUES))
        for slug in SLUGS
    }
    for slug, values in base.items():
        _without_itself(slug, values)
    return base, _edited(draw, base, {**VALUES, **OWN}), _edited(draw, base, VALUES)


def _edited(draw: st.DrawFn, base: Terms, strategies: Mapping[str, st.SearchStrategy[Any]]) -> Terms:
    out = {slug: dict(values) for slug, values in base.items()}
    for slug, values in out.items():
        for name in draw(st.lists(st.sampled_from(sorted(strategies)), max_size=5, unique=True)):
            old = values.get(name)
            if name not in NEEDED and name in values and draw(st.booleans()):
                del values[name]
            elif isinstance(old, list) and draw(st.booleans()):
                gone = draw(st.sampled_from(old))
                values[name] = [item for item in old if item != gone] + ["brought in"] * (
                    name in ("aliases", "search_as")
                )
            elif isinstance(old, dict) and name != "metric" and draw(st.booleans()):
                values[name] = {**old, **draw(strategies[name].filter(lambda value: isinstance(value, dict)))}
            else:
                values[name] = draw(strategies[name])
        _without_itself(slug, values)
    return out


def _without_itself(slug: str, values: dict[str, Any]) -> None:
    """Terms lead to others, never to themselves; what is left empty goes."""
    if values.get("broader") == slug:
        del values["broader"]
    for name in ("related", "contrast"):
        if name in values:
            kept = [item for item in values[name] if item != slug]
            values[name] = kept if name == "related" else {key: values[name][key] for key in kept}
    for name in [name for name, value in values.items() if not value]:
        del values[name]


def made(terms: Terms, name: str) -> Edition:
    files = {
        f"glossary/terms/{slug}.yaml": write.document({"status": "approved", **values}).encode()
        for slug, values in terms.items()
    }
    return read_edition(name, {**files, "glossary/topics.yaml": b"- id: desk\n  name: The desk\n"})


def desk(base: Terms, ours: Terms) -> dict[str, bytes]:
    """The files of a desk that adopted ``base`` and edited it to ``ours``."""
    files = adopted(made(base, "1.0"))
    for slug, values in ours.items():
        path = f"glossary/terms/{slug}.yaml"
        text = files[path].decode()
        files[path] = rewritten(text, edit.plain(text), {"status": "shipped", **values}, TERM).encode()
    return files


def brought(files: Mapping[str, bytes], theirs: Terms, decide: Decide) -> tuple[Brought, dict[str, bytes]]:
    kept = read_kept(files["glossary/upstream.json"])
    done = bring(files, load(files), kept, made(theirs, "2.0"), (), decide, {})
    return done, after(files, done.changed.changes)


def later(_question: Question) -> None:
    return None


def expected(base: Any, ours: Any, theirs: Any) -> tuple[Any, bool]:
    """What a value is after the merge, told once more and another way; and whether it is a question."""
    if ours in (base, theirs) or theirs == base:
        return (theirs if ours == base else ours), False
    return ours, True


def told(done: Brought) -> set[str]:
    return {question.about for question in done.questions}


def agrees(place: str, base: Any, ours: Any, theirs: Any, result: Any, asked: set[str]) -> None:
    several = [value for value in (base, ours, theirs) if value is not None]
    both = ours not in (base, theirs) and theirs != base
    if both and all(isinstance(value, list) for value in several):
        base, ours, theirs, result = (set(value or ()) for value in (base, ours, theirs, result))
        assert ours - base <= result and theirs - base <= result  # what either side has brought in
        assert not result & (base - ours) and not result & (base - theirs)  # and taken out
        assert result <= ours | theirs
    elif both and all(isinstance(value, dict) for value in several) and not place.endswith(".metric"):
        for key in {*(base or {}), *(ours or {}), *(theirs or {})}:
            parts = [(value or {}).get(key) for value in (base, ours, theirs, result)]
            agrees(f"{place}.{key}", *parts, asked)
    else:
        value, question = expected(base, ours, theirs)
        assert result == value, place
        assert (place in asked) == question, place


@given(states())
@tried(80)
def test_no_edit_of_either_side_is_lost(state: tuple[Terms, Terms, Terms]) -> None:
    base, ours, theirs = state
    files = desk(base, ours)
    done, now = brought(files, theirs, later)
    assert done.held == {} and done.new == ()
    for slug in SLUGS:
        path = f"glossary/terms/{slug}.yaml"
        result = edit.plain(now[path].decode())
        for name in (*VALUES, "topics"):
            parts = [values[slug].get(name) for values in (base, ours, theirs)]
            agrees(f"{slug}.{name}", *parts, result.get(name), told(done))
        for name in OWN:
            assert result.get(name) == ({"status": "shipped"} | ours[slug]).get(name)
        if slug not in done.arrived:
            assert now[path] == files[path]
    assert set(now) == set(files)


@given(states())
@tried(30)
def test_a_question_is_asked_until_it_is_answered(state: tuple[Terms, Terms, Terms]) -> None:
    base, ours, theirs = state
    first, now = brought(desk(base, ours), theirs, later)
    again, then = brought(now, theirs, later)
    assert told(again) == told(first) and again.arrived == {} and then == now
    for side in ("ours", "theirs"):
        seen: set[str] = set()
        answered, then = brought(now, theirs, lambda question: seen.add(question.about) or side)  # type: ignore[func-returns-value]  # noqa: B023
        assert told(answered) == set() and seen == told(first)
        last, end = brought(then, theirs, later)
        assert told(last) == set() and end == then


@each_row(
    "ours, theirs, result",
    [
        ({"es": ["uno"]}, {"de": ["eins", "zwei"], "es": ["uno"]}, {"de": ["zwei"], "es": ["uno"]}),
        ({"de": ["eins", "drei"], "es": ["uno"]}, {"es": ["uno"]}, {"de": ["drei"], "es": ["uno"]}),
        ({"es": ["uno"]}, {"de": ["eins"]}, None),
    ],
)
def test_names_in_a_language_are_merged_one_by_one(ours: Any, theirs: Any, result: Any) -> None:
    base = {"in_other_languages": {"de": ["eins"], "es": ["uno"]}}
    states = (base, {"in_other_languages": ours}, {"in_other_languages": theirs})
    done = merged(*states, TERM, Ask(name="one", path="one.yaml", decide=later))
    assert done.open == ()
    assert done.values.get("in_other_languages") == result


# A desk's own formatting: short lines, comments, quotes, a flow list.
PATHS_FILE = """\
- id: one
  title: 'One'   # as on the wall
  stops:
    - term: queue
      note: >-
        Short lines,
        as we write them.
    # the second day
    - {term: ticket, note: "in quotes"}
    - task: Listen
      minutes: 10
    - term: agent
  topics: [a, b]   # both
"""


@each_row(
    "change, lines",
    [
        (lambda stops: stops.insert(1, {"term": "triage", "note": "New."}), "+    - term: triage\n+      note: New."),
        (lambda stops: stops[2].update(task="Call"), "-    - task: Listen\n+    - task: Call"),
        (lambda stops: stops.pop(3), "-    - term: agent"),
        (lambda stops: stops[1].update(note="other"), None),
        (lambda stops: (stops.pop(2), stops.insert(0, {"term": "triage"})), None),
    ],
)  # fmt: skip
def test_what_stays_in_a_list_of_records_keeps_every_byte(change: Any, lines: str | None) -> None:
    before = edit.plain(PATHS_FILE)[0]
    now = deepcopy(before)
    change(now["stops"])
    after = rewritten(PATHS_FILE, before, now, PATH, (0,))
    assert edit.plain(after)[0] == now
    moved = [line for line in ndiff(PATHS_FILE.splitlines(), after.splitlines()) if line[0] in "+-"]
    assert len(moved) <= 3
    if lines:
        assert "\n".join(line[0] + line[2:] for line in moved) == lines
    assert "      note: >-\n        Short lines,\n        as we write them.\n" in after


def test_topics_in_the_middle_of_a_list_come_and_go_in_place() -> None:
    before = edit.plain(PATHS_FILE)[0]
    after = rewritten(PATHS_FILE, before, {**before, "topics": ["a", "c", "b"]}, PATH, (0,))
    assert after == PATHS_FILE.replace("[a, b]", "[a, c, b]")


def test_the_first_files_that_init_wrote_are_read() -> None:
    """They had no 'at' yet."""
    files = adopted(read_edition("1.0.0", {"glossary/topics.yaml": b"[]", "glossary/paths.yaml": b"[]"}))
    first = files["glossary/upstream.json"].replace(b',\n"at": {}', b"")
    assert b'"at"' not in first and read_kept(first) == read_kept(files["glossary/upstream.json"])
