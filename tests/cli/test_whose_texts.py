"""Whose texts a glossary shows: the shipped ones name their authors and license, the desk's own are asked about."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from helpers.rows import each_row
from helpers.support import glossary, term, topic, world_of
from site_gen.__main__ import main
from site_gen.catalog import catalog
from site_gen.editing.exchange.skos_write import skos_graph
from site_gen.editing.exchange.tbx_write import tbx_bytes
from site_gen.export.index_json import index_json
from site_gen.export.llms_txt import llms_txt
from site_gen.model.records import Adopted, Glossary, Site
from site_gen.pages.data.jsonld import terms_jsonld
from site_gen.pages.render import pages

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
AUTHORS = "The Support Glossary authors"
SAID = {
    "en": ("2 terms began", "1 term began"),
    "de": ("2 Begriffe stammen", "1 Begriff stammt"),
    "es": ("2 términos proceden", "1 término procede"),
    "fr": ("2 termes proviennent", "1 terme provient"),
}


def desk(language: str, shipped: int) -> Glossary:
    """A glossary of three terms, so many of which came with the tool."""
    made = [
        term(f"t{at}", topics=("calls",), status="shipped" if at < shipped else "approved") for at in range(3)
    ]
    return replace(
        glossary(*made, topics=(topic("calls", name="Calls", meaning="By voice."),)), language=language
    )


def exports(of: Glossary) -> dict[str, str]:
    """Everything that a license is told in, as text."""
    site = Site(name="Words", language=of.language)
    trust = world_of(of, site=site).trust
    return {
        "about": dict(pages(world_of(of, site=site)))["about.md"],
        "index": index_json(of, site, ""),
        "jsonld": terms_jsonld(of, of.terms, site),
        "llms": llms_txt(of, site, trust, catalog(of.language)),
        "tbx": tbx_bytes(of, site).decode(),
        "skos": skos_graph(of, site).serialize(format="turtle"),
    }


@each_row("language", SAID)
def test_pages_and_exports_name_the_authors_of_shipped_texts(language: str) -> None:
    found = exports(desk(language, 2))
    assert {name for name, text in found.items() if AUTHORS in text and LICENSE in text} == found.keys()
    several, one = SAID[language]
    assert several in found["about"] and several in found["llms"]
    assert f'<a rel="license" href="{LICENSE}">' in found["about"].replace("&#47;", "/")
    assert json.loads(found["index"])["shipped"]["terms"] == 2
    assert one in exports(desk(language, 1))["about"]


def test_a_glossary_of_its_own_names_nobody_else() -> None:
    assert not [name for name, text in exports(desk("de", 0)).items() if AUTHORS in text or LICENSE in text]


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(root), *arguments])


@pytest.mark.parametrize(
    ("readers", "language"), [*(("public", language) for language in SAID), ("internal", "de")]
)
def test_a_license_that_nobody_filled_in_is_told_on_a_public_site(
    tmp_path: Path, language: str, readers: str
) -> None:
    root = tmp_path / "desk"
    done = CliRunner().invoke(main, ["init", str(root), "--language", language, "--readers", readers])
    assert done.exit_code == 0, done.output
    for command in ("check", "doctor"):
        found = run(root, command)
        assert found.exit_code == 0, found.output
        assert ("LICENSE.md:5: " in found.output and "[license-form]" in found.output) == (
            readers == "public"
        )
    form = root / "LICENSE.md"
    filled = (
        form.read_text(encoding="utf-8").replace("(c) [", "(c) 2026 [").replace("2026 [", "2026 Desk [", 1)
    )
    form.write_text(filled, encoding="utf-8")
    assert "[license-form]" not in run(root, "check").output + run(root, "doctor").output


MARKS = {
    "en": "Own definition; the rest shipped",
    "de": "Eigene Definition; der Rest mitgeliefert",
    "es": "Definición propia; lo demás incluido",
    "fr": "Définition à nous ; le reste fourni",
}


@each_row("language", MARKS)
@each_row(
    "definition, status, own, headed",
    [
        ("As it came.", "shipped", False, False),
        ("Ours.", "shipped", True, True),
        ("Ours.", "approved", False, True),
    ],
)
def test_the_mark_of_a_shipped_term_says_whose_its_definition_is(
    language: str, definition: str, status: str, own: bool, headed: bool
) -> None:
    made = glossary(term("queue", definition=definition, status=status, topics=("calls",)))
    kept = Adopted(terms={"queue": frozenset({"Queue", "As it came."})})
    of = replace(made, language=language, adopted=kept)
    page = dict(pages(world_of(of, Site(language=language))))["terms/queue.md"]
    assert (MARKS[language] in page, "gl-def__ours" in page) == (own, headed)


@pytest.mark.parametrize(
    ("arguments", "slug"),
    [(("rename", "ticket", "Vorgang"), "vorgang"), (("set", "aliases", "[Fall]", "ticket"), "ticket")],
)
@pytest.mark.parametrize("status", ["shipped", "draft"])
def test_a_changed_shipped_term_is_to_be_reviewed_next(
    tmp_path: Path, arguments: tuple[str, ...], slug: str, status: str
) -> None:
    root = tmp_path / "desk"
    assert CliRunner().invoke(main, ["init", str(root), "--language", "de"]).exit_code == 0
    assert run(root, "set", "status", status, "ticket").exit_code == 0
    done = run(root, *arguments)
    assert done.exit_code == 0, done.output
    assert (f"glossary review {slug}" in done.stderr) == (status == "shipped")
