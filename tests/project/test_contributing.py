"""CONTRIBUTING.md: what it tells to write is right, and each message in it comes from making the mistake.

``pytest tests/project/test_contributing.py --update-golden`` writes the messages anew.
"""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from helpers import real
from site_gen.__main__ import main
from site_gen.editing.fix import fix_all
from site_gen.model.problem import Problem, errors

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "CONTRIBUTING.md"
MISTAKE = re.compile(
    r"^`(glossary/[^`\n]+)`\n\n```yaml\n(.*?)```\n\n```text\n(.*?)```$", re.DOTALL | re.MULTILINE
)


def judged(files: dict[str, str]) -> tuple[Problem, ...]:
    """What `glossary check` says of the corpus with these files in it."""
    return real.judged({path: text.encode() for path, text in files.items()})


def all_of(guide: str) -> dict[str, str]:
    """All files that it has: the mistakes and what is sound, so that the corpus is judged once for all tests."""
    return {**{found[1]: found[2] for found in MISTAKE.finditer(guide)}, **additions(guide)}


@pytest.fixture
def guide() -> str:
    return GUIDE.read_text(encoding="utf-8")


@pytest.mark.slow
def test_each_message_is_what_the_mistake_gets(guide: str, update_golden: bool) -> None:
    mistakes = {found[1]: found[2] for found in MISTAKE.finditer(guide)}
    assert len(mistakes) >= 16
    problems = judged(all_of(guide))  # all at once, as every problem is told in one run

    def told(found: re.Match[str]) -> str:
        about = [problem for problem in problems if found[1] in f"{problem.path} {problem.message}"]
        assert errors(about), f"{found[1]} gets by"
        start = found.start(3) - found.start()
        return found[0][:start] + "".join(f"{problem}\n" for problem in about) + "```"

    expected = MISTAKE.sub(told, guide)
    if update_golden:
        GUIDE.write_text(expected, encoding="utf-8")
    else:
        assert guide == expected


@pytest.mark.slow
def test_no_message_is_left_out(guide: str) -> None:
    # tests/project/test_corpus.py holds that the corpus without them has no problem
    assert [str(problem) for problem in judged(all_of(guide)) if str(problem) not in guide] == []


@pytest.mark.slow
def test_the_commands_say_what_stands_below_them(
    guide: str, update_golden: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "glossary", tmp_path / "glossary")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    monkeypatch.chdir(tmp_path)

    def tried(found: re.Match[str]) -> str:
        said = []
        for line in re.findall(r"^\$ glossary (.*)$", found[1], re.MULTILINE):
            done = CliRunner().invoke(main, shlex.split(line), prog_name="glossary")
            assert "Traceback" not in done.output
            said.append(f"$ glossary {line}\n{done.output}")
        return "```console\n" + "".join(said) + "```"

    expected = re.sub(r"^```console\n(.*?)```$", tried, guide, flags=re.DOTALL | re.MULTILINE)
    assert expected.count("$ glossary ") == 4
    if update_golden:
        GUIDE.write_text(expected, encoding="utf-8")
    else:
        assert uncounted(guide) == uncounted(expected)


def uncounted(text: str) -> str:
    """Without how many terms there are: a new term needs no second file."""
    return re.sub(r"^\d+(?= terms, )", "N", text, flags=re.MULTILINE)


def test_the_commands_it_names_exist(guide: str) -> None:
    named = re.findall(r"`glossary ([a-z-]+)", guide)
    assert set(named) <= set(main.every())
    assert len(named) >= 8


SIX_LINES, ONE_MORE = "glossary/terms/dead-air.yaml", "glossary/terms/churn.yaml"


def additions(guide: str) -> dict[str, str]:
    """The six lines of a new term, and a term with one line more, as the guide has them written."""
    (lines,) = re.findall(r"these six lines:\n\n   ```yaml\n(.*?)   ```", guide, re.DOTALL)
    (line,) = re.findall(r"the text:\n\n   ```yaml\n   (.*?)   ```", guide, re.DOTALL)
    return {
        SIX_LINES: re.sub(r"^   ", "", lines, flags=re.MULTILINE),
        ONE_MORE: real.files()[ONE_MORE].decode() + line,
    }


@pytest.mark.slow
def test_the_six_lines_to_begin_with_are_sound(guide: str) -> None:
    files = additions(guide)
    text = files[SIX_LINES]
    assert len(text.splitlines()) == 6
    assert not fix_all({SIX_LINES: text.encode()}), "the hook before a commit mends it"
    assert [str(problem) for problem in judged(all_of(guide)) if problem.path == SIX_LINES] == []


@pytest.mark.slow
def test_the_line_to_add_is_sound(guide: str) -> None:
    assert [str(problem) for problem in judged(all_of(guide)) if problem.path == ONE_MORE] == []
