"""Every command that changes terms, over made-up files: what is not its change survives, byte for byte, and a
fault at any write leaves the corpus whole."""

from __future__ import annotations

import io
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from helpers.corpora import TOPICS, term_yaml
from helpers.faults import Disk, DiskError, Killed
from helpers.tried import tried
from site_gen.__main__ import main
from site_gen.checks.rules import check
from site_gen.corpus.disk import read_tree, recover
from site_gen.corpus.load import Loaded, load
from site_gen.corpus.yaml import edit, parse
from site_gen.editing import set_fields
from site_gen.editing.merge_terms import merge_terms
from site_gen.editing.new_problems import after
from site_gen.editing.rename import Changed, rename
from site_gen.editing.sheet.write import workbook
from site_gen.model.problem import errors

OLD, NEW = "oldslug", "newslug"
BOM = b"\xef\xbb\xbf"


# --- made-up files: as people and their programs write YAML


@st.composite
def text(draw: st.DrawFn, value: str, column: int, markdown: bool = False) -> str:
    """One value in one of the ways to write it."""
    margin = " " * (column + draw(st.sampled_from([2, 4])))
    single = value.replace("'", "''")
    ways = [
        value,
        f"'{single}'",
        f'"{value}"',
        f">-\n{margin}{value}",
        f"|\n{margin}{value}",
        f"> # {OLD}\n{margin}{value}",
    ]
    ways += [f"'{single}'   # beside {OLD}", f'"{value}" # beside']
    if not markdown:
        ways.append(value.replace(" ", f"\n{margin}", 1))
    return draw(st.sampled_from(ways)) + draw(st.sampled_from(["", "", " ", "  "]))


@st.composite
def items(draw: st.DrawFn, values: list[str], column: int) -> str:
    if draw(st.booleans()):
        gap = draw(st.sampled_from([" ", "", f" # why {OLD}\n{' ' * (column + 4)}"]))
        return "[" + f",{gap}".join(values) + draw(st.sampled_from(["", ",", " "])) + "]"
    margin = " " * (column + draw(st.sampled_from([0, 2, 4])))
    rows = []
    for value in values:
        rows += draw(st.sampled_from([[], [], [f"{margin}# of {OLD}"], [""]]))
        rows.append(
            f"{margin}- {draw(st.sampled_from(['', '', ' ']))}{value}" + draw(st.sampled_from(["", " # x"]))
        )
    return "\n" + "\n".join(rows)


@st.composite
def a_term(draw: st.DrawFn, name: str, refers: str) -> bytes:
    """A term that names ``refers`` in several of the fields that can."""
    column = draw(st.sampled_from([0, 0, 2]))
    fields: dict[str, str] = {
        "name": draw(text(name, column)),
        "definition": draw(text(f"A thing of the {name[:3]} sort, made up.", column)),
        "topics": draw(items(["desk"], column)),
    }
    if draw(st.booleans()):
        fields["aliases"] = draw(items([f"{name} one", f"'{name} two'"], column))
    if draw(st.booleans()):
        fields["details"] = draw(text(f"See [it](term:{refers}) and `term:{refers}`.", column, markdown=True))
    if draw(st.booleans()):
        fields["related"] = draw(items([refers, '"third"'], column))
    if draw(st.booleans()):
        margin = " " * (column + 3)
        shown = draw(st.sampled_from([refers, f"'{refers}'", f'"{refers}"']))
        fields["contrast"] = f"\n{margin}{shown}: {draw(text('One of them is not the other.', column + 3))}"
    if draw(st.booleans()):
        fields["owner"] = draw(text("Mia of the desk", column))
    out = draw(st.sampled_from(["", f"# {OLD} begins\n", "\n"]))
    for key in draw(st.permutations(sorted(fields))):
        shown = draw(st.sampled_from([key, key, f"'{key}'", f'"{key}" ']))
        gap = "" if fields[key].startswith("\n") else draw(st.sampled_from([" ", "  "]))
        out += f"{' ' * column}{shown}:{gap}{fields[key]}\n" + draw(
            st.sampled_from(["", "", "\n", f"# about {OLD}\n"])
        )
    out += draw(st.sampled_from(["", f"# {OLD} ends\n"]))
    if draw(st.booleans()):
        out = out.rstrip("\n")
    data = out.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()
    return draw(st.sampled_from([b"", b"", BOM])) + data


@st.composite
def corpora(draw: st.DrawFn) -> dict[str, bytes]:
    source = f"title: 'Book' # {OLD}\nentries:\n  - {{name: Old, term: {OLD}}}\n  - name: Other\n    term: >-\n      {OLD}\n"
    return {
        "glossary/topics.yaml": TOPICS.encode(),
        f"glossary/terms/{OLD}.yaml": draw(a_term("Fax queue", "other")),
        "glossary/terms/other.yaml": draw(a_term("Pile", OLD)),
        "glossary/terms/third.yaml": draw(a_term("Letter", OLD)),
        "glossary/sources/book.yaml": source.encode(),
        "glossary/paths.yaml": f"- id: way\n  title: Way\n  terms: ['{OLD}', third] # {OLD}\n".encode(),
    }


def read(files: Mapping[str, bytes]) -> Loaded | None:
    """The corpus, unless the way it is written is refused."""
    loaded = load(files)
    return None if errors(loaded.problems) or len(loaded.glossary.terms) < 3 else loaded


SEEN = {"read": 0, "all": 0}


@tried(60)
@given(corpora())
def test_renaming_changes_references_and_nothing_else(files: dict[str, bytes]) -> None:
    loaded = read(files)
    SEEN["all"] += 1
    if loaded is None:
        return
    SEEN["read"] += 1
    changed = rename(files, loaded, loaded.glossary.by_slug[OLD], NEW)
    now = after(files, changed.changes)
    assert now.pop("glossary/redirects.yaml") == f"{OLD}: {NEW}\n".encode()
    back = {path.replace(NEW, OLD): data.replace(NEW.encode(), OLD.encode()) for path, data in now.items()}
    assert back == files
    again = load(now)
    assert not [problem for problem in errors(check(again)) if problem.code in ("unknown-term", "redirect")]
    assert all(OLD not in entry.term for source in again.glossary.sources for entry in source.entries)


def test_most_made_up_files_can_be_read() -> None:
    """Else the properties would hold for nothing; counted while the test above ran."""
    assert SEEN["read"] >= SEEN["all"] / 2


def blocks(data: bytes) -> dict[str, str]:
    """The text of each field at the top from its key on, with the comments up to the next; "" is what is before."""
    shown = data.decode("utf-8-sig")
    root, _ = parse.parse(shown, "")
    assert isinstance(root, parse.Mapping)
    starts = [key.start for key, _ in root.pairs]
    cut = [shown[start:end] for start, end in zip(starts, [*starts[1:], len(shown)], strict=True)]
    return {"": shown[: starts[0]]} | {
        key.value: part for (key, _), part in zip(root.pairs, cut, strict=True)
    }


FIELD_CHANGES: Mapping[str, tuple[str, Callable[[Mapping[str, bytes], Loaded], Changed]]] = {
    "set": ("owner", lambda files, loaded: set_fields.set_field(files, loaded.glossary.terms, "owner", ["Ben: # two"])),
    "add": ("aliases", lambda files, loaded: set_fields.add_to_field(files, loaded.glossary.terms, "aliases", ["Third, of it"])),
    "remove": ("related", lambda files, loaded: set_fields.take_from_field(files, loaded.glossary.terms, "related", ["third"])),
    "review": ("reviewed", lambda files, loaded: set_fields.review(files, loaded.glossary.terms, date(2026, 1, 2))),
    "clear": ("owner", lambda files, loaded: set_fields.set_field(files, loaded.glossary.terms, "owner", [])),
}  # fmt: skip


@pytest.mark.parametrize("name", FIELD_CHANGES)
@tried(25)
@given(files=corpora())
def test_one_field_changes_and_all_others_stay(name: str, files: dict[str, bytes]) -> None:
    loaded = read(files)
    if loaded is None:
        return
    field, change = FIELD_CHANGES[name]
    now = after(files, change(files, loaded).changes)
    for path in (term.origin.path for term in loaded.glossary.terms):
        assert now[path].startswith(BOM) == files[path].startswith(BOM)
        assert (b"\r\n" in files[path]) or (b"\r" not in now[path])
        before, later = blocks(files[path]), blocks(now[path])
        kept = [key for key in later if key != field]
        assert kept == [key for key in before if key != field]
        joined = "".join(before[key] for key in kept), "".join(later[key] for key in kept)
        if field in before and field in later:
            assert joined[0] == joined[1]
        else:  # a line break more or less where a field came or went at the end
            assert [line.rstrip() for line in joined[0].split("\n") if line.strip() and "#" not in line] == [
                line.rstrip() for line in joined[1].split("\n") if line.strip() and "#" not in line
            ]
        gone = before.get(field, "").count(f"# about {OLD}") if name == "clear" else 0
        assert (
            now[path].count(f"# about {OLD}".encode()) >= files[path].count(f"# about {OLD}".encode()) - gone
        )


@tried(50)
@given(corpora())
def test_merging_loses_nothing(files: dict[str, bytes]) -> None:
    loaded = read(files)
    if loaded is None:
        return
    terms = loaded.glossary.by_slug
    gone = f"glossary/terms/{OLD}.yaml"
    now = after(files, merge_terms(files, loaded, terms[OLD], terms["third"]).changes)
    assert gone not in now and not load(now).problems
    kept = squeezed(now["glossary/terms/third.yaml"].decode())
    for path in (gone, "glossary/terms/third.yaml"):
        for value in strings(edit.plain(files[path].decode("utf-8-sig"))):
            assert squeezed(value) in kept, value
    for line in files[gone].decode("utf-8-sig").splitlines():
        if line.strip().startswith("#"):
            assert squeezed(line) in kept
    assert {entry.term for source in load(now).glossary.sources for entry in source.entries} == {"third"}


def squeezed(value: str) -> str:
    """What is said, whatever its line breaks and quotes, and whichever of the two terms it names."""
    return "".join(value.split()).replace("#", "").replace("''", "'").replace(OLD, "third")


def strings(value: Any) -> list[str]:
    """Every text in a file but what names one of the two terms, which would name itself."""
    if isinstance(value, dict):
        return [text for inner in value.values() for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [] if value in (OLD, "third") else [value]


# --- faults: the disk fails, or the process dies, at each call that changes something


CORPUS = {
    "glossary/topics.yaml": TOPICS,
    "glossary/terms/fax.yaml": term_yaml("Fax", "related: [pile]", definition="A line of sheets."),
    "glossary/terms/pile.yaml": term_yaml("Pile", definition="All that lies about. "),
    "glossary/sources/book.yaml": "title: Book\nentries:\n  - {name: Fax, term: fax}\n  - {name: Zebra, says: An animal.}\n",
}
OUTSIDE = "Term,Meaning\nLamp,It is lit.\nQueue - long,A line\n"  # of a source that is imported
COMMANDS = [
    ["import", "{root}/raw.csv", "--source", "raw"],
    ["import", "{root}/raw.csv", "--source", "book", "--yes"],
    ["import", "--update", "{root}/terms.xlsx"],
    ["check", "--fix"],
    ["new", "Letter"],
    ["rename", "fax", "Telecopy"],
    ["merge-terms", "fax", "pile"],
    ["set", "owner", "Mia", "fax", "pile"],
    ["review", "fax", "pile", "--date", "2026-01-02"],
    ["deprecate", "fax", "--replaced-by", "pile", "--date", "2026-01-02"],
    ["merge"],
]


def filled(root: Path, arguments: list[str]) -> list[str]:
    return ["--root", str(root), *(argument.replace("{root}", str(root)) for argument in arguments)]


def run(root: Path, arguments: list[str]) -> int:
    return CliRunner().invoke(main, filled(root, arguments)).exit_code


@cache
def edited_sheet() -> bytes:
    """A sheet of the corpus in which two terms were changed and one is new."""
    files = {path: content.encode() for path, content in CORPUS.items()}
    book = load_workbook(io.BytesIO(workbook(load(files).glossary.terms)))
    rows = book.worksheets[0]
    column = {cell.value: cell.column for cell in rows[1]}
    for row, owner in ((2, "Mia"), (3, "Ben")):
        rows.cell(row, column["owner"]).value = owner
    for title, value in {"name": "Lamp", "definition": "It is lit.", "topics": "desk"}.items():
        rows.cell(4, column[title]).value = value
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def begun(root: Path) -> Path:
    for name, content in CORPUS.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content)
    (root / "raw.csv").write_text(OUTSIDE)
    (root / "terms.xlsx").write_bytes(edited_sheet())
    return root


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "error"),
    [(command, error) for command in COMMANDS for error in (Killed, DiskError)],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else value.__name__,
)
def test_a_fault_at_any_write_leaves_the_corpus_whole(
    tmp_path: Path, arguments: list[str], error: type[BaseException]
) -> None:
    before = dict(read_tree(begun(tmp_path / "before")).files)
    assert run(begun(tmp_path / "after"), arguments) == 0
    done = dict(read_tree(tmp_path / "after").files)
    assert done != before
    ends = []
    for step in range(1, 200):
        root = begun(tmp_path / "root")
        with pytest.MonkeyPatch.context() as patch:
            disk = Disk(patch, step, error)
            with suppress(Killed):
                run(root, arguments)
        recover(root)
        ends.append(dict(read_tree(root).files) == done)
        assert ends[-1] or dict(read_tree(root).files) == before, step
        assert not [path for path in (root / "glossary").iterdir() if path.name.startswith(".")], step
        shutil.rmtree(root)
        if disk.count < step:
            break
    assert ends == sorted(ends) or error is DiskError
    assert ends[-1] and not all(ends) and len(ends) > 8


# --- real processes: killed at any moment, and two of them at once


MANY = 60  # terms that one command changes, so that the write takes a while


def many(root: Path) -> Path:
    begun(root)
    for number in range(MANY):
        text = term_yaml(f"Word {number}", "related: [fax]", definition=f"Number {number} of a list.")
        (root / f"glossary/terms/word-{number}.yaml").write_text(text)
    return root


LONG = [
    ["rename", "fax", "Telecopy"],
    ["merge-terms", "fax", "pile"],
    ["set", "owner", "Mia", "--topic", "desk"],
    ["import", "{root}/raw.csv", "--source", "raw"],
    ["merge"],
]


def started(root: Path, arguments: list[str]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "site_gen", *filled(root, arguments)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", LONG, ids=lambda value: value[0])
def test_a_process_that_is_killed_leaves_a_corpus_that_can_be_made_whole(
    tmp_path: Path, arguments: list[str]
) -> None:
    """Killed while it starts, reads, stages or writes: first when the stage is there, then at random moments."""
    before = dict(read_tree(many(tmp_path / "before")).files)
    shutil.copytree(tmp_path / "before", tmp_path / "after")
    assert run(tmp_path / "after", arguments) == 0
    done = dict(read_tree(tmp_path / "after").files)
    chance, inside = random.Random(1), 0
    for turn in range(60):
        root = tmp_path / "root"
        shutil.copytree(tmp_path / "before", root)
        with started(root, arguments) as process:
            wait_for_stage(root, process)
            time.sleep(chance.random() * 0.02 * (turn % 4))
            process.send_signal(signal.SIGKILL)
            process.wait(timeout=60)
        inside += bool(stages_in(root))
        recover(root)
        assert dict(read_tree(root).files) in (before, done), turn
        assert stages_in(root) == [], turn
        shutil.rmtree(root)
        if inside and turn >= 3:
            break
    assert inside  # else on a quick disk each write was over before its process was killed


def stages_in(root: Path) -> list[str]:
    return [path.name for path in (root / "glossary").iterdir() if path.name.startswith(".")]


def wait_for_stage(root: Path, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 60
    while not stages_in(root) and process.poll() is None and time.monotonic() < end:
        pass  # no sleep: a write in memory takes no longer than one


@pytest.mark.slow
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["set", "owner", "Mia", "--topic", "desk"], ["set", "level", "essential", "--topic", "desk"]),
        (["rename", "fax", "Telecopy"], ["merge-terms", "fax", "pile"]),
        (["import", "{root}/raw.csv", "--source", "raw"], ["merge"]),
    ],
    ids=lambda value: value[0],
)
def test_of_two_commands_at_once_none_loses_what_the_other_wrote(
    tmp_path: Path, one: list[str], other: list[str]
) -> None:
    root = many(tmp_path / "root")
    processes = [started(root, one), started(root, other)]
    said = [process.communicate(timeout=120)[1].decode() for process in processes]
    codes = [process.returncode for process in processes]
    assert 0 in codes, said
    assert set(codes) <= {0, 1}, said
    assert all("Traceback" not in text for text in said)
    assert stages_in(root) == []
    assert not errors(check(load(read_tree(root).files)))
    ends = []
    for order in ((one, other), (other, one), (one,), (other,)):  # as if they had come one after the other
        again = many(tmp_path / f"again{len(ends)}")
        for arguments in order:
            run(again, arguments)
        ends.append(dict(read_tree(again).files))
    assert dict(read_tree(root).files) in ends
