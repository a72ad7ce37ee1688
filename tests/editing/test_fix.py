"""`check --fix`: what is mended, that nothing else changes, and that a second run has nothing to do."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from helpers import real
from helpers.broken import BROKEN, LOSING
from helpers.corpora import ROOT, TERM
from helpers.rows import each_row
from helpers.tried import tried
from site_gen.__main__ import main
from site_gen.editing import fix
from site_gen.editing.field_order import reordered

PATH = "glossary/terms/call.yaml"
REAL = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "glossary" / "terms").glob("*.yaml"))]
HEAD = "name: Call\ndefinition: A talk.\ntopics: [desk]\n"

CASES = {
    "nothing to do": (HEAD, HEAD, []),
    "byte order mark": ("\ufeff" + HEAD, HEAD, [1]),
    "Windows line ends": (HEAD.replace("\n", "\r\n"), HEAD, [1]),
    "mixed line ends": ("name: Call\ndefinition: A talk.\r\ntopics: [desk]\n", HEAD, [2]),
    "old Mac line ends": (HEAD.replace("\n", "\r"), HEAD, [1]),
    "no last line end": (HEAD.rstrip(), HEAD, [3]),
    "blanks at line ends": ("name: Call \ndefinition: A talk.\t\ntopics: [desk]\n", HEAD, [1, 2]),
    "blanks in a comment": (HEAD + "# why  \n", HEAD + "# why\n", [4]),
    "a line break in Markdown stays": (HEAD + "owner: Mia \ndetails: |\n  one  \n  two\n",
                                       "name: Call\ndefinition: A talk.\ndetails: |\n  one  \n  two\n"
                                       "topics: [desk]\nowner: Mia\n", [3, 4]),
    "a no-break space after a colon": (HEAD + "owner:\u00a0Mia\n", HEAD + "owner: Mia\n", [4]),
    "a no-break space in a text": (HEAD + "why: 10\u00a0calls\n", HEAD + "why: 10 calls\n", [4]),
    "a no-break space as indentation": (HEAD + "links:\n\u00a0 - to: https://a.org\n",
                                        "name: Call\ndefinition: A talk.\nlinks:\n  - to: https://a.org\n"
                                        "topics: [desk]\n", [3, 5]),
    "curly quotes": (HEAD + "owner: “Mia”\n", HEAD + 'owner: "Mia"\n', [4]),
    "curly quotes in a list": (HEAD + "search_as: [‘a b’, c]\n",
                               'name: Call\nsearch_as: ["a b", c]\ndefinition: A talk.\ntopics: [desk]\n', [2, 4]),
    "curly quotes around a colon": (HEAD + "owner: “Mia: desk”\n", HEAD + 'owner: "Mia: desk"\n', [4]),
    "curly quotes in a text stay": (HEAD + "why: “Stop” it says.\n", HEAD + "why: “Stop” it says.\n", []),
    "curly quotes around straight ones stay": (HEAD + 'owner: “Mia "M" Li”\n', HEAD + 'owner: “Mia "M" Li”\n', []),
    "order": ("topics: [desk]\ndefinition: A talk.\nname: Call\n", HEAD, [1]),
    "order with comments": (
        "# The file.\n\n# of topics\n# two lines\ntopics: [desk]\n# of the name\nname: Call\ndefinition: A talk.\n\n# end\n",
        "# The file.\n\n# of the name\nname: Call\ndefinition: A talk.\n# of topics\n# two lines\ntopics: [desk]\n\n# end\n",
        [5],
    ),
    "order with blocks": (
        "name: Call\ntopics:\n  - desk\ndetails: |\n  name: no field\n\n  end\n\ndefinition: >-\n  A\n  talk.\n",
        "name: Call\ndefinition: >-\n  A\n  talk.\ndetails: |\n  name: no field\n\n  end\n\ntopics:\n  - desk\n",
        [2],
    ),
    "an unknown field stops the order": ("topics: [desk]\nnaem: Call\n", "topics: [desk]\nnaem: Call\n", []),
    "a field twice stops the order": ("topics: [desk]\nname: Call\nname: Bell\n", "topics: [desk]\nname: Call\nname: Bell\n", []),
    "what cannot be read stays": ("topics: [desk\nname: Call \n", "topics: [desk\nname: Call \n", []),
    "nothing at all": ("", "", []),
}  # fmt: skip


@each_row("before, after, lines", CASES.values())
def test_fix_mends_what_needs_no_decision(before: str, after: str, lines: list[int]) -> None:
    fixed = fix.fix(PATH, before.encode())
    assert fixed.data.decode() == after
    assert sorted({line for line, _ in fixed.fixes}) == lines


@each_row("data", [b"\xff\xfea\x00", b"name: Zo\xe9\n", b"x" * 1_000_001])
def test_what_is_no_text_stays(data: bytes) -> None:
    assert fix.fix(PATH, data) == fix.Fixed(data, ())


def test_pages_and_pictures_stay() -> None:
    files = {
        "glossary/pages/a.md": b"x  \r\n",
        "glossary/pages/b.yaml": b"x:  1\r\n",
        "glossary/x.png": b"\r\n",
    }
    assert fix.fix_all(files) == {}


@pytest.mark.slow
def test_the_corpus_needs_none() -> None:
    assert fix.fix_all(real.files()) == {}


DIRT = ["\u00a0", "  ", "\t", "\r", "\r\n", "\ufeff", " \n", "\n\n", "“", "”", "# note\n", "\u2009"]


@tried(150)
@given(
    st.sampled_from(REAL),
    st.randoms(use_true_random=False),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(DIRT)), max_size=4),
)
def test_nothing_changes_its_meaning(text: str, dice: object, dirt: list[tuple[float, str]]) -> None:
    """Real terms with fields in any order and dirt anywhere: what is read stays, and once is enough."""
    text = shuffled(text, dice)
    for where, put in dirt:
        at = int(where * len(text))
        text = text[:at] + put + text[at:]
    before = fix.read(text.replace("\ufeff", "", 1) if text.startswith("\ufeff") else text)
    fixed = fix.fix(PATH, text.encode())
    after = fixed.data.decode()
    assert fix.fix(PATH, fixed.data) == fix.Fixed(fixed.data, ())
    assert bool(fixed.fixes) == (fixed.data != text.encode())
    if before is not None and not {"“", "\u00a0", "\u2009"} & set("".join(put for _, put in dirt)):
        assert fix.read(after) == before
    assert sorted(words(after)) == sorted(words(text))


def shuffled(text: str, dice: object) -> str:
    blocks: list[str] = []
    for row in text.splitlines(keepends=True):
        if row[0].isalpha() or not blocks:
            blocks.append("")
        blocks[-1] += row
    dice.shuffle(blocks)  # type: ignore[attr-defined]
    return "".join(blocks)


def words(text: str) -> list[str]:
    """The words and signs of a text; quotes and spaces may change."""
    return text.translate(dict.fromkeys(map(ord, '“”"\ufeff'), None)).split()


@each_row("text", REAL[::20])
def test_a_shuffled_term_comes_back_as_it_was(text: str) -> None:
    rows = text.splitlines(keepends=True)
    starts = [at for at, row in enumerate(rows) if row[0].isalpha()]
    parts = ["".join(rows[a:b]) for a, b in zip(starts, [*starts[1:], len(rows)], strict=True)]
    backwards = "".join(reversed(parts))
    assert reordered(PATH, backwards)[0] == text
    assert fix.fix(PATH, backwards.encode()).data.decode() == text


@each_row("case", [*BROKEN, *LOSING])
def test_broken_files_end_in_no_traceback_and_once_is_enough(case: object) -> None:
    text = case.text  # type: ignore[attr-defined]
    data = text if isinstance(text, bytes) else (HEAD + text).encode()
    once = fix.fix(PATH, data)
    assert fix.fix(PATH, once.data) == fix.Fixed(once.data, ())


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), "check", *arguments])


@pytest.fixture
def dirty(root: Path) -> Path:
    file = root / "glossary" / "terms" / "ticket.yaml"
    file.write_bytes(TERM.replace("name: Ticket\n", "").encode() + b"owner:\xc2\xa0Mia\r\nname: Ticket \n")
    return root


def test_fix_mends_says_what_and_reports_the_rest(dirty: Path) -> None:
    done = run(dirty, "--fix", "--strict")
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "glossary/terms/ticket.yaml:1: fixed: fields put into their usual order, from here on",
        "glossary/terms/ticket.yaml:3: fixed: a space that YAML takes for a letter made an ordinary one",
        "glossary/terms/ticket.yaml:3: fixed: line ends made ordinary (LF), from here on",
        "glossary/terms/ticket.yaml:4: fixed: white space at the end of the line removed",
        "1 term, 0 errors, 0 warnings",
    ]
    assert (dirty / "glossary/terms/ticket.yaml").read_text() == TERM + "owner: Mia\n"
    assert run(dirty, "--fix").stderr == "1 term, 0 errors, 0 warnings\n"


def test_a_dry_run_shows_the_changes_and_writes_nothing(dirty: Path) -> None:
    before = (dirty / "glossary/terms/ticket.yaml").read_bytes()
    done = run(dirty, "--fix", "--dry-run")
    assert done.exit_code == 0
    assert "-owner:\\xa0Mia\\r\n" in done.stdout
    assert "+owner: Mia\n" in done.stdout
    assert "would be fixed: " in done.stderr
    assert (dirty / "glossary/terms/ticket.yaml").read_bytes() == before


def test_what_a_person_has_to_decide_is_left_and_counts(dirty: Path) -> None:
    (dirty / "glossary/terms/queue.yaml").write_text("name: Queue  \n")
    done = run(dirty, "--fix")
    assert done.exit_code == 1
    assert "the term has no 'definition'" in done.stdout
    assert (dirty / "glossary/terms/queue.yaml").read_text() == "name: Queue\n"


def test_a_dry_run_alone_is_wrong_use(root: Path) -> None:
    assert run(root, "--dry-run").exit_code == 2


def test_a_disk_that_refuses_leaves_all_as_it_was(dirty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (dirty / "glossary/terms/ticket.yaml").read_bytes()

    def refuse(*args: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("site_gen.corpus.stage.write_through", refuse)
    done = run(dirty, "--fix")
    assert done.exit_code == 1
    assert "no space left" in done.output
    assert (dirty / "glossary/terms/ticket.yaml").read_bytes() == before


def test_read_is_blind_to_order_only() -> None:
    assert fix.read("a: 1\nb: 2\n") == fix.read("b: 2\na: 1\n")
    assert fix.read("a: 1 # x\n") != fix.read("a: 1\n")
    assert fix.read("a: [1, 2]\n") != fix.read("a: [2, 1]\n")
    assert fix.read("a: [\n") is None


def test_a_long_run_of_blanks_costs_no_time() -> None:
    blanks = " \t" * 100_000
    began = process_time()
    fixed = fix.fix("glossary/terms/x.yaml", f"name: a{blanks}b\nowner: c{blanks}\n".encode())
    assert process_time() - began < 5
    assert fixed.data.endswith(b"owner: c\n")
