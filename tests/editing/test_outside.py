"""No name, id or address leads a command that writes out of the corpus."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from helpers.corpora import around, term_yaml, tree
from helpers.rows import each_row
from helpers.tried import tried
from site_gen.__main__ import main
from site_gen.corpus.load import load
from site_gen.model.names import is_slug
from site_gen.model.problem import errors
from site_gen.sources.merge import merge

TRICKS = [
    "../x", "../../etc/cron.d/x", "/etc/passwd", "a/../../x", "terms/../../x", "..", ".", ".hidden", "x/y", "x\\y",
    "C:\\x", "~root", "x\x00y", "x\ny", "con", "X", "x.yaml", "%2e%2e/x", "．．/x", "a" * 300, "", " ",
]  # fmt: skip
PLACES = re.compile(r"glossary/(?:terms|sources)/[a-z0-9]+(?:-[a-z0-9]+)*\.yaml")


def files(root: Path) -> dict[str, bytes]:
    """All files in a project and beside it."""
    return {str(path): path.read_bytes() for path in around(root) if path.is_file()}


@each_row("trick", [trick for trick in TRICKS if "\0" not in trick])
def test_an_id_of_a_source_never_leads_out_of_the_corpus(root: Path, trick: str) -> None:
    raw = root / "raw.txt"
    raw.write_text("Call: a talk on the phone.\n\nBell: what rings.\n")
    before = files(root)
    done = CliRunner().invoke(
        main, ["--root", str(root), "import", str(raw), "--source", trick, "--title", "T"]
    )
    assert not is_slug(trick) or trick == "con"
    assert done.exit_code in (1, 2)
    assert not isinstance(done.exception, Exception) or isinstance(done.exception, SystemExit)
    assert files(root) == before


@tried(60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.one_of(st.sampled_from(TRICKS), st.text(max_size=12)), min_size=1, max_size=4, unique=True)
)
def test_a_name_of_an_entry_never_leads_out_of_the_corpus(names: list[str]) -> None:
    """Whatever a source calls its entries, what is merged lands in files of the corpus."""
    entries = [{"name": name, "says": "It says so."} for name in names]
    source = json.dumps({"title": "Words", "entries": entries}, ensure_ascii=True)
    corpus = tree({"sources/words.yaml": source}, other=term_yaml("Other"))
    assume(not errors(load(corpus).problems))  # as the command asks before it merges
    assert all(PLACES.fullmatch(path) for path in merge(corpus).changes)


@pytest.mark.parametrize("trick", [trick for trick in TRICKS if "\0" not in trick], ids=repr)
def test_a_slug_given_to_a_command_never_leads_out_of_the_corpus(root: Path, trick: str) -> None:
    (root / "glossary" / "redirects.yaml").write_text("old: ticket\n")
    before = files(root)
    for arguments in (
        ["rename", "ticket", "Ticket", "--slug", trick],
        ["deprecate", "ticket", "--replaced-by", trick],
        ["merge-terms", "ticket", trick],
        ["set", "owner", "Mia", trick],
    ):
        done = CliRunner().invoke(main, ["--root", str(root), *arguments])
        assert done.exception is None or isinstance(done.exception, SystemExit)
        if done.exit_code:
            assert files(root) == before
        else:
            changed = {path for path, data in files(root).items() if before.get(path) != data}
            assert all(PLACES.fullmatch(str(Path(path).relative_to(root.resolve()))) for path in changed)
            break
