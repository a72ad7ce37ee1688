"""A later edition of the shipped glossary reaches a desk that began with an earlier one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.corpora import DATA, agrees_with_golden
from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.corpus.disk import read_tree
from site_gen.editing.upstream.edition import read_edition

TOPICS = """\
# In reading order.
- id: desk
  name: The desk
- id: phone
  name: Phone
"""


def term(name: str, definition: str, *lines: str, topics: str = "desk") -> str:
    return "\n".join(
        (f"name: {name}", f"definition: {definition}", f"topics: [{topics}]", *lines, "level: reference",
         "status: approved", "reviewed: 2026-01-01", "owner: Upstream", "")
    )  # fmt: skip


ONE = {
    "topics.yaml": TOPICS,
    "plain-words.yaml": "front door: everyone knows it\n",
    "paths.yaml": "- id: first\n  title: First day\n  stops:\n    - term: queue\n      note: Begin here.\n    - term: pile\n",
    "terms/queue.yaml": term("Queue", "All work that waits in order.", "aliases: [Line, Row]", "related: [pile]",
                             "details: See [the pile](term:pile)."),
    "terms/pile.yaml": term("Pile", "Old work that nobody has taken.", "broader: queue"),
    "terms/slip.yaml": term("Slip", "A sheet of paper with one request.", "related: [queue]"),
    "terms/ring.yaml": term("Ring", "The sound of a call that comes in.", "related: [queue]", topics="phone"),
    "terms/fax.yaml": term("Fax", "A machine that prints what comes over a phone line.", "related: [slip]"),
}  # fmt: skip


def changed(files: dict[str, str], *changes: tuple[str, str, str], **more: str) -> dict[str, str]:
    out = {**files, **{name.replace("__", "/") + ".yaml": text for name, text in more.items()}}
    for path, old, new in changes:
        assert old in out[path], path
        out[path] = out[path].replace(old, new)
    return out


class Desk:
    """A desk on disk, with the edition that its tool has."""

    def __init__(self, folder: Path, ship: Callable[[str, dict[str, str]], None]) -> None:
        self.folder, self.ship = folder, ship

    def run(self, *arguments: str, answer: str = "") -> Result:
        return CliRunner().invoke(main, ["--root", str(self.folder), *arguments], input=answer)

    def upstream(self, files: dict[str, str], *arguments: str, answer: str = "", name: str = "2.0") -> Result:
        self.ship(name, files)
        return self.run("upstream", *arguments, answer=answer)

    def files(self) -> dict[str, str]:
        return {
            path.removeprefix("glossary/"): data.decode()
            for path, data in read_tree(self.folder).files.items()
        }

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.folder / "glossary" / path
        text = file.read_bytes().decode()
        assert old in text
        file.write_bytes(text.replace(old, new).encode())

    def is_sound(self) -> bool:
        done = self.run("check")
        assert done.exit_code == 0, done.output
        return True


@pytest.fixture
def ship(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, dict[str, str]], None]:
    def as_shipped(name: str, files: dict[str, str]) -> None:
        edition = read_edition(name, {f"glossary/{path}": text.encode() for path, text in files.items()})
        monkeypatch.setattr("site_gen.cli.shipped.shipped", lambda: edition)
        monkeypatch.setattr("site_gen.cli.upstream.shipped", lambda: edition, raising=False)

    import site_gen.cli.upstream  # noqa: F401 # so that there is something to patch

    return as_shipped


@pytest.fixture
def desk(tmp_path: Path, ship: Callable[[str, dict[str, str]], None]) -> Desk:
    return begun(tmp_path, ship)


def begun(tmp_path: Path, ship: Callable[[str, dict[str, str]], None], *options: str) -> Desk:
    ship("1.0", ONE)
    done = CliRunner().invoke(main, ["init", str(tmp_path / "desk"), "--from", "support", *options])
    assert done.exit_code == 0, done.output
    return Desk(tmp_path / "desk", ship)


TWO = changed(
    {path: text for path, text in ONE.items() if path != "terms/fax.yaml"},
    ("terms/queue.yaml", "All work that waits in order.", "All work that waits its turn."),
    ("terms/queue.yaml", "[Line, Row]", "[Line, Waiting line]"),
    ("terms/slip.yaml", "one request", "one request and a name"),
    ("topics.yaml", "name: Phone", "name: Phone\n  meaning: Words of calls."),
    ("paths.yaml", "Begin here.", "Begin with this one."),
    terms__break_="",
    terms__hold=term("Hold", "A pause in a call, with music.", "related: [ring, fax]", topics="phone"),
) | {"redirects.yaml": "pile: heap\n"}  # fmt: skip
del TWO["terms/break_.yaml"]
TWO["terms/heap.yaml"] = TWO.pop("terms/pile.yaml").replace("Pile", "Heap")
for _path in ("terms/queue.yaml", "paths.yaml"):
    TWO[_path] = (
        TWO[_path]
        .replace("[pile]", "[heap]")
        .replace("term:pile", "term:heap")
        .replace("term: pile", "term: heap")
    )


def test_each_kind_of_change(desk: Desk, update_golden: bool) -> None:
    desk.edit("terms/queue.yaml", "aliases: [Line, Row]", "aliases: [Line, Row, Snake] # as we say")
    desk.edit("terms/slip.yaml", "one request.", "one wish.")
    desk.edit("terms/queue.yaml", "status: shipped", "status: approved\nreviewed: 2026-03-03\nowner: Ana")
    dry = desk.upstream(TWO, "--dry-run")
    before = desk.files()
    assert dry.exit_code == 1 and before == desk.files()
    done = desk.upstream(TWO)
    assert done.exit_code == 1, done.output
    text = f"{dry.stdout}\n---\n{dry.stderr}\n---\n{done.output}"
    agrees_with_golden(DATA / "golden" / "upstream" / "each-kind.txt", text, update_golden)
    assert desk.is_sound()
    assert desk.run("upstream", "--take", "ours").exit_code == 0
    last = desk.run("upstream")
    assert last.exit_code == 0 and "Nothing to change" in last.output


def test_the_settings_say_the_edition_and_nothing_else_of_them_changes(desk: Desk) -> None:
    file = desk.folder / "mkdocs.yml"
    before = file.read_text(encoding="utf-8")
    assert "edition: '1.0'" in before
    assert desk.upstream(ONE).exit_code == 0
    assert file.read_text(encoding="utf-8") == before.replace("edition: '1.0'", "edition: '2.0'")
    file.write_text(before, encoding="utf-8")  # as where a command was cut off between corpus and settings
    assert desk.run("upstream").exit_code == 0
    assert file.read_text(encoding="utf-8") == before.replace("edition: '1.0'", "edition: '2.0'")


def test_a_question_is_answered_by_option_or_by_a_person(desk: Desk) -> None:
    two = changed(ONE, ("terms/slip.yaml", "one request", "a name"), ("terms/ring.yaml", "sound", "noise"))
    desk.edit("terms/slip.yaml", "one request", "one wish")
    desk.edit("terms/ring.yaml", "sound", "tone")
    assert desk.upstream(two, "--take", "theirs:queue").exit_code == 1
    assert "--take answers no question: queue" in desk.run("upstream", "--take", "theirs:queue").output
    assert desk.run("upstream", "--take", "mine").exit_code == 2
    asked = desk.upstream(two, "--interactive", answer="?\nt\nq\n")
    assert asked.exit_code == 1 and "ring.definition" in asked.output and "Ours: keep" in asked.output
    assert "noise" in desk.files()["terms/ring.yaml"] and "one wish" in desk.files()["terms/slip.yaml"]
    done = desk.run("upstream", "--take", "ours", "--take", "theirs:slip.definition")
    assert done.exit_code == 0 and "a name" in desk.files()["terms/slip.yaml"]


def test_a_question_alone_is_no_change_and_not_nothing(desk: Desk) -> None:
    two = changed(ONE, ("terms/slip.yaml", "one request", "a name"))
    desk.edit("terms/slip.yaml", "one request", "one wish")
    dry = desk.upstream(two, "--dry-run")
    assert dry.exit_code == 1 and "slip.definition" in dry.output and "Nothing to change" not in dry.output


def test_what_the_desk_took_out_stays_out(desk: Desk) -> None:
    (desk.folder / "glossary" / "terms" / "fax.yaml").unlink()
    two = changed(
        ONE, ("terms/fax.yaml", "A machine", "An old machine"), ("terms/ring.yaml", "[queue]", "[queue, fax]")
    )
    done = desk.upstream(two)
    assert done.exit_code == 0, done.output
    assert "terms/fax.yaml" not in desk.files() and "fax" not in desk.files()["terms/ring.yaml"]
    assert desk.is_sound()


def test_a_term_that_the_desk_renamed_goes_on_following(desk: Desk) -> None:
    assert desk.run("rename", "slip", "note-slip").exit_code == 0
    done = desk.upstream(TWO)
    assert done.exit_code == 0, done.output
    files = desk.files()
    assert "one request and a name" in files["terms/note-slip.yaml"] and "terms/slip.yaml" not in files
    assert "slip" not in files["redirects.yaml"].replace("slip: note-slip", "")
    assert desk.is_sound()


def test_a_term_that_the_desk_joined_with_another_stays_joined(desk: Desk) -> None:
    assert desk.run("merge-terms", "pile", "queue").exit_code == 0
    two = changed(
        ONE, ("terms/pile.yaml", "Old work", "Very old work"), ("terms/slip.yaml", "[queue]", "[queue, pile]")
    )
    before = desk.files()
    assert desk.upstream(two).exit_code == 0
    assert {path for path, text in desk.files().items() if before.get(path) != text} == {"upstream.json"}


def test_an_address_that_is_taken_here(desk: Desk) -> None:
    own = "name: Yard\ndefinition: A place under the sky.\ntopics: [desk]\nrelated: [ring]\n"
    (desk.folder / "glossary" / "terms" / "heap.yaml").write_text(own)
    (desk.folder / "glossary" / "terms" / "hold.yaml").write_text(own.replace("Yard", "Court"))
    done = desk.upstream(TWO)
    assert "pile is called heap upstream now; here it stays, since that address is taken" in done.output
    assert "hold is new upstream and was left out" in done.output
    assert desk.files()["terms/heap.yaml"] == own and "terms/pile.yaml" in desk.files()
    assert "hold is new upstream" in desk.run("upstream").output  # until the address is free
    three = changed(TWO, ("terms/heap.yaml", "Old work", "Very old work"))
    done = desk.upstream(three, name="3.0")
    assert done.exit_code == 0, done.output
    assert desk.files()["terms/heap.yaml"] == own and "Very old work" in desk.files()["terms/pile.yaml"]


def test_what_would_bring_an_error_waits_and_the_rest_arrives(desk: Desk) -> None:
    own = "name: Pause\naliases: [Hold]\ndefinition: A stop in the day.\ntopics: [desk]\nrelated: [ring]\n"
    (desk.folder / "glossary" / "terms" / "pause.yaml").write_text(own)
    done = desk.upstream(TWO)
    assert done.exit_code == 1 and "left out  glossary/terms/hold.yaml: " in done.output
    files = desk.files()
    assert "terms/hold.yaml" not in files and "waits its turn" in files["terms/queue.yaml"]
    assert desk.is_sound()
    desk.edit("terms/pause.yaml", "aliases: [Hold]\n", "")
    done = desk.run("upstream")
    assert done.exit_code == 0 and "terms/hold.yaml" in desk.files(), done.output


def test_only_the_topics_that_were_chosen_come_until_there_are_more(
    tmp_path: Path, ship: Callable[[str, dict[str, str]], None]
) -> None:
    desk = begun(tmp_path, ship, "--topics", "desk")
    assert "terms/ring.yaml" not in desk.files()
    assert desk.upstream(TWO).exit_code == 0
    assert "terms/hold.yaml" not in desk.files() and "phone" not in desk.files()["topics.yaml"]
    file = desk.folder / "mkdocs.yml"
    file.write_text(file.read_text().replace("topics: [desk]", "topics: [desk, phone]"))
    done = desk.run("upstream")
    assert done.exit_code == 0, done.output
    files = desk.files()
    assert "status: shipped" in files["terms/hold.yaml"] and "related: [ring]" in files["terms/hold.yaml"]
    assert "- id: phone" in files["topics.yaml"] and desk.is_sound()


def test_a_topic_that_the_desk_took_out(desk: Desk) -> None:
    (desk.folder / "glossary" / "terms" / "ring.yaml").unlink()
    desk.edit("topics.yaml", "- id: phone\n  name: Phone\n", "")
    done = desk.upstream(TWO)
    assert "hold is new upstream and was left out: its topics are not here" in done.output
    assert "phone" not in desk.files()["topics.yaml"] and desk.is_sound()


def test_a_term_out_of_use_upstream_is_told(desk: Desk) -> None:
    two = changed(
        ONE,
        ("terms/fax.yaml", "status: approved", "status: deprecated\nsince: 2026-05-05\nreplaced_by: slip"),
    )
    done = desk.upstream(two)
    assert "fax is no longer upstream, which has slip instead; it stays here" in done.output
    assert "terms/fax.yaml" in desk.files()
    assert "fax" not in desk.run("upstream").output


def test_bytes_outside_the_change_stay(desk: Desk) -> None:
    file = desk.folder / "glossary" / "terms" / "slip.yaml"
    text = "# ours\r\n" + file.read_text().replace("related: [queue]", 'related: ["queue" ] # kept').replace(
        "\n", "\r\n"
    )
    file.write_bytes(text.encode())
    assert desk.upstream(changed(ONE, ("terms/slip.yaml", "one request", "a name"))).exit_code == 0
    assert file.read_bytes().decode() == text.replace("one request", "a name")


BAD = [
    ("{", "cannot be read"),
    ("[" * 100_000, "cannot be read"),
    ("[]", "it is no mapping"),
    ('{"format": 2}', "its format is 2, expected 1"),
    ('{"format": 1, "edition": "../x"}', "it names no edition"),
    ('{"format": 1, "edition": "1.0", "terms": {"../../x": {}}}', "'../../x' is no address"),
    (
        '{"format": 1, "edition": "1.0", "terms": {}, "topics": {}, "paths": {}, "plain_words": {}, "at": {"x": "../y"}}',
        "'at' is no mapping",
    ),
    ('{"format": 1, "edition": "1.0", "terms": {"x": {"name": NaN}}}', "NaN is no value"),
    ('{"format": 1, "edition": "1.0", "terms": {"x": {"name": ["x"]}}}', "'name' is no field, or its value"),
    ('{"format": 1, "edition": "1.0", "terms": {"x": {"evil": "x"}}}', "'evil' is no field, or its value"),
]


@each_row("text, said", BAD)
def test_what_is_kept_is_not_trusted(desk: Desk, text: str, said: str) -> None:
    (desk.folder / "glossary" / "upstream.json").write_text(text)
    done = desk.upstream(TWO)
    assert done.exit_code == 1 and "glossary/upstream.json: " in done.output and said in done.output
    assert "git checkout" in done.output and len(done.output) < 400


def test_a_glossary_that_began_otherwise_is_told(desk: Desk, root: Path) -> None:
    assert "does not begin" not in CliRunner().invoke(main, ["--root", str(root), "check"]).output
    done = CliRunner().invoke(main, ["--root", str(root), "upstream"])
    assert done.exit_code == 1 and "has no 'upstream'" in done.output
    (desk.folder / "glossary" / "upstream.json").unlink()
    assert "glossary/upstream.json is not there" in desk.upstream(TWO).output


def test_an_older_tool_is_told(desk: Desk) -> None:
    done = desk.upstream(TWO, name="0.9.10")
    assert done.exit_code == 1 and "this tool has edition 0.9.10, and you have 1.0 already" in done.output
    assert re.search("upgrade the tool", done.output)


def test_two_long_values_are_shown_where_they_differ() -> None:
    from site_gen.cli.upstream import shown

    stops = [{"term": f"term-{n}", "note": "Read it twice."} for n in range(20)]
    ours = [*stops, {"term": "last", "note": "Read it at home."}]
    theirs = [*stops, {"term": "last", "note": "Read it at work."}]
    one, other, before = shown(ours, theirs, None)
    assert one.endswith('Read it at home."}]') and other.endswith('Read it at work."}]') and one[0] == "…"
    assert before == "(nothing)"
    assert shown("short", "shorter") == ["short", "shorter"]
