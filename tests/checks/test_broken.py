"""Broken files: each alone, and all together in one corpus, with the exact line and code of every problem."""

from __future__ import annotations

from helpers.broken import BROKEN, LOSING, Case
from helpers.corpora import checked, term_yaml, tree
from helpers.rows import each_row

CASES = (*BROKEN, *LOSING)
PATHS = {
    "term": "terms/case-{}.yaml",
    "file": "terms/case-{}.yaml",
    "source": "sources/case-{}.yaml",
    "rules": "sources/case-{}.import.yaml",
    "topics": "topics.yaml",
    "paths": "paths.yaml",
    "redirects": "redirects.yaml",
    "plain": "plain-words.yaml",
}
HEAD = "name: §\ndefinition: A thing that people at the desk know.\ntopics: [desk]\n"


def file_of(number: int, case: Case) -> tuple[str, bytes]:
    """Where the case stands, and its bytes with a name of its own."""
    text = case.text
    if isinstance(text, str):
        whole = HEAD + text if case.kind == "term" else text
        text = whole.replace("§", f"Case {number}").encode()
    return PATHS[case.kind].format(number), text


def expected(path: str, case: Case) -> list[tuple[str, int, str]]:
    found = [row.split() for row in case.expected.split(", ")]
    return sorted((f"glossary/{path}", int(line), code) for line, code in found)


def found(files: dict[str, str | bytes]) -> list[tuple[str, int, str]]:
    corpus = tree(files, other=term_yaml("Other"))
    return sorted((problem.path, problem.line, problem.code) for problem in checked(corpus))


def test_there_are_as_many_cases_as_promised() -> None:
    assert len(BROKEN) >= 60
    assert len(LOSING) >= 20
    assert len({case.what for case in CASES}) == len(CASES)


@each_row("number", range(len(CASES)))
def test_each_broken_file_alone(number: int) -> None:
    path, data = file_of(number, CASES[number])
    assert found({path: data}) == expected(path, CASES[number])


def test_all_broken_files_together() -> None:
    """No problem hides another, and none makes a false one elsewhere."""
    files: dict[str, str | bytes] = {}
    wanted: list[tuple[str, int, str]] = []
    for number, case in enumerate(CASES):
        path, data = file_of(number, case)
        if case.kind == "topics" or path in files:  # without topics every term would have one problem more
            continue
        files[path] = data
        wanted += expected(path, case)
    assert found(files) == sorted(wanted)
    assert len(files) > 100


@each_row("case", [case for case in CASES if case.kind == "topics"])
def test_broken_topics_are_no_problem_of_every_term(case: Case) -> None:
    problems = found({"topics.yaml": case.text})
    assert {path for path, _, _ in problems} == {"glossary/topics.yaml"}


@each_row("case", CASES)
def test_messages_say_what_to_do(case: Case) -> None:
    path, data = file_of(0, case)
    for problem in checked(tree({path: data}, other=term_yaml("Other"))):
        assert problem.message
        assert problem.hint
        assert "\n" not in str(problem)
