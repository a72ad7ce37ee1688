"""Wikis beside MediaWiki, and what templates, properties and parents of entries tell in wiki text, Org and LaTeX."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

SLOT, KEEPER = "A place in the harbour for one boat.", "The person who looks after a pier."
BOTH = [("Berth", SLOT), ("Pier keeper", KEEPER)]


def entries(document: str, filename: str) -> list[tuple[str, str]]:
    found = importing.read(document.encode(), filename, source="mine")
    assert not errors(found.problems), found.problems
    return [(entry.name, " ".join(entry.text.split())) for entry in found.entries]


WIKIS = {
    "creole.txt": f"= Glossary =\n\n|=Term|=Meaning|\n|**Berth**|{SLOT}|\n|[[PierKeeper|Pier keeper]]|{KEEPER}|\n",
    "creole-list.txt": f"== Glossary ==\n\n; Berth\n: {SLOT}\n; **Pier keeper**\n: The person who \\\\ looks after a //pier//.\n",
    "xwiki.txt": f'= Glossary =\n\n== Berth ==\n\n(% class="box" %)\n{SLOT}\n\n== [[Pier keeper>>doc:Main.Keeper]] ==\n\n{KEEPER}\n',
    "tight.mediawiki": f"== Glossary ==\n;Berth:{SLOT}\n;Pier keeper:{KEEPER}\n",
    "templates.mediawiki": "{{Glossary}}\n{{term|term=berth |content=Berth}}\n{{defn|1=A place in the harbour for one [[boat|boat]].}}\n"
    f"{{{{term|1=pier keeper|2=Pier keeper}}}}\n{{{{defn|no=1 |defn={KEEPER}}}}}\n",
    "words.textile": f'h1. Glossary\n\nh3(#berth). Berth\n\nA place in the "harbour":/harbour for one boat.\n\nh3{{color:red}}. Pier keeper\n\n{KEEPER}\n',
    "list.textile": f"h2. Glossary\n\n- Berth := {SLOT}\n- Pier keeper := {KEEPER} =:\n",
    "words.org": f"* Glossary\n** Berth [[file:a.org][↗]]\n{SLOT}\n** Pier keeper [[#k][->]]\n{KEEPER}\n",
    "words.tex": "\\newglossaryentry{b}{name=Berth, description={\\nopostdesc}}\n"
    f"\\newglossaryentry{{b1}}{{parent=b, description={{{SLOT}}}}}\n\\newglossaryentry{{k}}{{name=Pier keeper, description={{{KEEPER}}}}}\n",
}  # fmt: skip


@each_row("filename", WIKIS)
def test_dialects_of_wikis(filename: str) -> None:
    assert entries(WIKIS[filename], filename) == BOTH


def test_a_link_in_a_template_keeps_its_bar_and_a_formula_its_colon() -> None:
    document = "{{Glossary}}\n{{term|[[Mooring (place)|Mooring]]}}\n{{defn|1=A = b {{!}} c of it.}}\n;Ratio 3:1\n:A scale.\n"
    assert entries(document, "words.mediawiki") == [
        ("Mooring", "A = b | c of it."),
        ("Ratio 3:1", "A scale."),
    ]


def test_a_table_of_short_names_beside_other_entries_is_read() -> None:
    document = f"* Words\n- Berth :: {SLOT}\n- Pier keeper :: {KEEPER}\n* Short\n| ETA | Time of coming in |\n| VHF | Radio band of boats |\n"
    assert [name for name, _ in entries(document, "words.org")] == ["Berth", "Pier keeper", "ETA", "VHF"]


CARDS = {
    "question": f"#cards/harbour\n\nBerth\n?\n{SLOT}\n\nPier keeper\n??\n{KEEPER}\n",
    "tag": f"# Words\n\n- Berth #card\n  - {SLOT}\n- Pier keeper #card #staff\n  - {KEEPER}\n",
    "headings": f"# Words\n\n## Berth #place\n\n{SLOT}\n\n## Pier keeper #person\n\n{KEEPER}\n",
}  # fmt: skip


@each_row("kind", CARDS)
def test_marks_of_flash_cards_and_tags_are_no_part_of_names(kind: str) -> None:
    assert entries(CARDS[kind], "words.md") == BOTH


def test_one_sign_at_the_end_of_a_name_stays() -> None:
    document = f"# Words\n\n## F #sharp\n\nA language.\n\n## Berth\n\n{SLOT}\n\n## Pier keeper\n\n{KEEPER}\n"
    assert entries(document, "words.md")[0][0] == "F #sharp"
