"""Whatever stands in a corpus, loading and checking end in problems: never in an exception, never in a hang."""

from __future__ import annotations

import json
from time import process_time

from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from helpers.corpora import ROOT, TOPICS, term_yaml
from helpers.tried import tried
from site_gen.checks.rules import check
from site_gen.corpus.load import load
from site_gen.model.names import is_slug
from site_gen.model.problem import as_github, as_json, as_text, errors

QUICK = tried(150, suppress_health_check=[HealthCheck.too_slow])

REAL = [
    path.read_text(encoding="utf-8") for path in sorted((ROOT / "glossary" / "terms").glob("*.yaml"))[::12]
]
ROOT_FILES = [
    "topics.yaml",
    "paths.yaml",
    "redirects.yaml",
    "plain-words.yaml",
    "sources/words.yaml",
    "sources/words.import.yaml",
]

SIGNS = [
    *"\n\t :-#|>'\"[]{}&*!%@`,?\\\0\r\x1b\x85\u00a0\u200b\u2028\u202e\ufeff\ufffdÃ“😀é",
    "\r\n", "---\n", "...\n", "<<<<<<< a\n", ": ", "- ", "  ", " #", "\n\n", "|-\n", ">\n", "term:", "](", "null",
    "~", "name: ", "definition: ", "broader: x\n", "${", "{{", "<script>", "../",
]  # fmt: skip
WORDS = ["name", "x", "other", "topics", "contrast", "metric", "formula", "links", "to", "status", "deprecated", "1e999",
         "a / 0", "9 * a", "result", "worked", "parts", "stops", "id", "entries", "2026-02-30", "true", ""]  # fmt: skip


def judge(files: dict[str, bytes]) -> None:
    """Load, check and print; every problem is printable and points into the corpus."""
    began = process_time()
    problems = check(load(files))
    assert process_time() - began < 5
    for problem in problems:
        assert problem.path in files
        assert problem.line >= 1
        assert problem.line <= max(1, files[problem.path].count(b"\n") + files[problem.path].count(b"\r") + 1)
    text = as_text(problems)
    assert text.isprintable() or all(line.isprintable() for line in text.split("\n"))
    assert len(text.split("\n")) == max(1, len(problems))
    assert len(json.loads(as_json(problems))) == len(problems)
    assert len(as_github(problems).split("\n")) == max(1, len(problems))


def around(path: str, data: bytes) -> dict[str, bytes]:
    files = {"topics.yaml": TOPICS.encode(), "terms/other.yaml": term_yaml("Other").encode(), path: data}
    return {f"glossary/{name}": content for name, content in files.items()}


@QUICK
@given(st.sampled_from([*ROOT_FILES, "terms/x.yaml", "pages/x.md"]), st.binary(max_size=200))
def test_random_bytes_end_in_problems(path: str, data: bytes) -> None:
    judge(around(path, data))


@QUICK
@given(st.sampled_from([*ROOT_FILES, "terms/x.yaml"]), st.lists(st.sampled_from(SIGNS + WORDS), max_size=40))
def test_random_signs_of_yaml_end_in_problems(path: str, pieces: list[str]) -> None:
    judge(around(path, "".join(pieces).encode("utf-8", "surrogatepass")))


@QUICK
@given(
    st.sampled_from(REAL),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from([*SIGNS, ""])), min_size=1, max_size=4
    ),
)
def test_terms_with_pieces_cut_and_put_end_in_problems(
    text: str, changes: list[tuple[float, int, str]]
) -> None:
    """Real terms with some pieces cut out and others put in."""
    for where, cut, put in changes:
        at = int(where * len(text))
        text = text[:at] + put + text[at + cut :]
    judge(around("terms/x.yaml", text.encode()))


@QUICK
@given(st.sampled_from(REAL), st.data())
def test_terms_with_shuffled_lines_end_in_problems(text: str, data: st.DataObject) -> None:
    rows = text.split("\n")
    order = data.draw(st.permutations(rows[:25]))
    judge(around("terms/x.yaml", "\n".join([*order, *rows[25:]]).encode()))


_VALUES = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=5),
    max_leaves=15,
)


@QUICK
@given(st.sampled_from([*ROOT_FILES, "terms/x.yaml"]), _VALUES)
def test_values_of_any_shape_end_in_problems(path: str, value: object) -> None:
    """JSON is YAML: values of every type where another is expected."""
    judge(around(path, json.dumps(value).encode()))


@QUICK
@given(st.text(max_size=30))
def test_files_of_any_name_end_in_problems(name: str) -> None:
    """Also such as lead out of the folder: they are refused by name, and nothing takes them for a page."""
    path = f"glossary/terms/{name}.yaml"
    found = load({path: term_yaml("Call").encode()})
    assert is_slug(name) or "file-name" in {problem.code for problem in errors(found.problems)}
    assert len(as_text(found.problems).split("\n")) == max(1, len(found.problems))
