"""``glossary words``: the texts of the pages that are left in English, laid out to be translated."""

from __future__ import annotations

from pathlib import Path

import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from helpers.rows import each_row
from site_gen.__main__ import main
from site_gen.catalog import Catalog, shipped
from site_gen.catalog.shipped import is_plural
from site_gen.corpus.load import load_words
from site_gen.corpus.words_to_write import with_texts_to_write
from site_gen.pages.borrowed import told
from site_gen.pages.words import Words

MISSING = {
    "term.say": "Say to a customer",
    "term.changed": "Changed on {day}",
    "common.terms": {"one": "{n} term", "other": "{n} terms"},
    "scripts.box.say": "Copy for a customer",
}
BLANK = """\
  # Changed on {day}
  changed: ""
"""


def laid_out(text: str, language: str = "pl") -> str:
    own = load_words(text.encode()) if text else {}
    missing = {key: said for key, said in MISSING.items() if key not in own}
    return with_texts_to_write(text, missing, Catalog(language=language, texts={}).plurals, language)


def test_each_text_stands_below_its_english_one_with_the_plural_forms_of_the_language() -> None:
    made = laid_out("")
    assert made.startswith("# The texts of the pages in 'pl'.")
    assert f'term:\n  # Say to a customer\n  say: ""\n{BLANK}' in made
    assert '  # one: "{n} term", other: "{n} terms"\n' in made
    assert '  terms: {one: "", few: "", many: "", other: ""}\n' in made
    assert load_words(made.encode()) == {}


@each_row(
    "before, after",
    [
        ("term:\n  say: Do klienta\n  # mine\n", f"term:\n  say: Do klienta\n{BLANK}  # mine\n"),
        ("term: {say: Do klienta} # mine\n", f"term:\n  say: Do klienta\n{BLANK.rstrip()} # mine\n"),
        ("term:\n  say: Do klienta", f"term:\n  say: Do klienta\n{BLANK}"),
        ("menu: {index: Start}\nterm:\n  say: x\n", f"menu: {{index: Start}}\nterm:\n  say: x\n{BLANK}"),
    ],
)
def test_what_stands_in_the_file_stays(before: str, after: str) -> None:
    made = laid_out(before)
    assert made.startswith(after)
    assert load_words(made.encode()) == load_words(before.encode())
    assert laid_out(made) == made


# Each ninth key of a catalog: of every group, with the groups in one another.
FEW = {key: shipped("en")[key] for key in sorted(shipped("en"))[::9]}


@given(st.lists(st.sampled_from(sorted(FEW)), max_size=40, unique=True), st.booleans())
def test_no_text_is_lost_and_each_is_laid_out_once(keys: list[str], in_one_line: bool) -> None:
    tree: dict[str, object] = {}
    for key in keys:
        *groups, name = key.split(".")
        group = tree
        for part in groups:
            group = group.setdefault(part, {})  # type: ignore[assignment]
        group[name] = FEW[key]
    text = yaml.safe_dump(tree, allow_unicode=True, default_flow_style=in_one_line) if tree else ""
    own = load_words(text.encode())
    missing = {key: said for key, said in FEW.items() if key not in own}
    made = with_texts_to_write(text, missing, ["one", "other"], "xx")
    assert load_words(made.encode()) == own
    assert with_texts_to_write(made, missing, ["one", "other"], "xx") == made
    assert made.count('""') == sum(2 if is_plural(said) else 1 for said in missing.values())


def test_the_command_lays_out_what_is_left_and_counts_it(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    run = CliRunner().invoke
    begun = run(main, ["init", str(desk), "--language", "pl"])
    assert begun.exit_code == 0, begun.output
    place = desk / "glossary" / "words.yaml"
    place.write_text('menu:\n  az: ""\n  index: Start\n', encoding="utf-8")
    shown = run(main, ["--root", str(desk), "words", "--dry-run"])
    assert '+  # Topics\n+  topics: ""\n' in shown.output and "az" not in place.read_text("utf-8")[20:]
    done = run(main, ["--root", str(desk), "words"])
    whole = len(shipped("en"))
    assert done.exit_code == 0, done.output
    assert (
        f"1 of {whole} texts have words in 'pl' (0 of the tool, 1 yours); {whole - 1} texts left"
        in done.output
    )
    laid_out = place.read_text("utf-8")
    assert laid_out.index("\nfield:") > laid_out.index("\nscripts:")  # words of the field are no texts
    check = run(main, ["--root", str(desk), "check"])
    assert f"{whole - 1} texts of the pages have no words in 'pl'" in check.output and check.exit_code == 0
    place.write_text(place.read_text("utf-8").replace('topics: ""', "topics: x {n}"), encoding="utf-8")
    wrong = run(main, ["--root", str(desk), "words"])
    assert wrong.exit_code == 1 and "nothing was written" in wrong.output


def test_an_english_text_is_marked_where_it_is_read_and_not_in_a_tag() -> None:
    texts = {"a": "Home <b>", "b": "Inicio", "c": "All [terms]{link} of {who} · ", "d": "Todo"}
    catalog = Catalog(language="es", texts=texts, borrowed=frozenset({"a", "c"}))
    words = Words(catalog, english=frozenset({"Ticket", "Queue"}))
    a, b = words.html("a"), words.html("b")
    c = words.html("c", link=words.link("az.html"), who="Ana")
    page = (
        f'---\ntitle: "{a}"\n---\n<p title="{a}">{a}, {b}</p><title>{a}</title><p>{c}</p>'
        f"<text x='1'>{words.placed('Ticket')}</text><option>{words.placed('Cola')}</option>"
        f"<i>{words.placed('Ticket')}</i>"
    )
    said = "Home &lt;b&gt;"
    assert told(page) == (
        f'---\ntitle: "{said}"\n---\n<p title="{said}"><bdi lang="en">{said}</bdi>, Inicio</p>'
        f'<title lang="en">{said}</title><p><bdi lang="en">All </bdi><a href="az.html"><bdi lang="en">terms</bdi></a>'
        '<bdi lang="en"> of </bdi>Ana · </p>'
        "<text x='1' lang=\"en\">Ticket</text><option>Cola</option>"
        '<i><bdi lang="en">Ticket</bdi></i>'
    )
