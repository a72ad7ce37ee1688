"""Components, shortcodes, tags and directives of site generators that name a term and hold or tell its text."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

SLOT, KEEPER = "A place in the harbour for one boat.", "The person who looks after a pier."
BOTH = [("Berth", (), SLOT), ("Pier keeper", ("wharfinger",), KEEPER)]


def entries(document: str, filename: str = "words.md") -> list[tuple[str, tuple[str, ...], str]]:
    found = importing.read(document.encode(), filename, source="mine")
    assert not errors(found.problems), found.problems
    return [(entry.name, entry.also, " ".join(entry.text.split())) for entry in found.entries]


AROUND = {
    "cards": f'<CardGrid>\n<Card title="Berth" icon="anchor">\n    {SLOT}\n</Card>\n<Card title="Pier keeper" also="wharfinger">\n    {KEEPER}\n</Card>\n</CardGrid>\n',
    "one line": f'<Word name="Berth">{SLOT}</Word>\n\n<Word name="Pier keeper" aliases="wharfinger">{KEEPER}</Word>\n',
    "shortcodes": f'{{{{< tab "Berth" >}}}}\n{SLOT}\n{{{{< /tab >}}}}\n{{{{< tab title="Pier keeper" aka="wharfinger" >}}}}\n{KEEPER}\n{{{{< /tab >}}}}\n',
    "tags": f'{{% tabs %}}\n{{% tab title="Berth" %}}\n{SLOT}\n{{% endtab %}}\n\n{{% tab title="Pier keeper" also="wharfinger" %}}\n{KEEPER}\n{{% endtab %}}\n{{% endtabs %}}\n',
    "told": f'<Term\n  name="Berth"\n  definition="{SLOT}"\n/>\n<Term name="Pier keeper" synonyms={{["wharfinger"]}} definition={{`{KEEPER}`}} />\n',
    "told by place": f'{{{{< gloss-entry "Berth" "{SLOT}" >}}}}\n{{{{< gloss-entry term="Pier keeper" synonyms="wharfinger" text="{KEEPER}" >}}}}\n',
    "includes": f'{{% include word.html term="Berth" text="{SLOT}" %}}\n{{% include word.html term="Pier keeper" aka="wharfinger" text="{KEEPER}" %}}\n',
    "summary": f'<Fold summary="Berth">\n\n{SLOT}\n\n</Fold>\n\n<Fold summary="Pier keeper" synonyms="wharfinger">\n\n{KEEPER}\n\n</Fold>\n',
}  # fmt: skip


@each_row("kind", AROUND)
def test_a_call_names_the_term_whose_text_it_holds_or_tells(kind: str) -> None:
    assert entries(f"# Harbour glossary\n\n{AROUND[kind]}") == BOTH


def test_a_component_that_shows_a_definition_list_is_one() -> None:
    document = (
        f"<DescriptionList>\n  <DescriptionTerm>Berth</DescriptionTerm>\n  <DescriptionDetails>{SLOT}</DescriptionDetails>\n"
        f"  <DescriptionTerm>Quay</DescriptionTerm>\n  <DescriptionDetails>{KEEPER}</DescriptionDetails>\n</DescriptionList>\n"
    )
    assert entries(document, "words.mdx") == [("Berth", (), SLOT), ("Quay", (), KEEPER)]


def test_calls_inside_of_entries_name_none() -> None:
    tabs = (
        '<Tabs>\n<Tab title="At sea">\nBy radio.\n</Tab>\n<Tab title="On land">\nBy phone.\n</Tab>\n</Tabs>\n'
    )
    document = (
        f"# Words\n\n## Berth\n\n{SLOT}\n\n## Report\n\nTo say where one is.\n\n{tabs}\n## Quay\n\n{KEEPER}\n"
    )
    assert [name for name, _, _ in entries(document)] == ["Berth", "Report", "Quay"]
    called = f'**Berth**: {SLOT}\n\n{{{{< figure src="a.png" title="A berth" >}}}}\n\n**Quay**: {KEEPER}\n'
    assert entries(called) == [("Berth", (), SLOT), ("Quay", (), KEEPER)]


@each_row(
    "document",
    [
        '# Set up\n\n<Steps>\n<Step title="Get it">\nTake the file.\n</Step>\n<Step title="Run it">\nPress the key.\n</Step>\n</Steps>\n',
        '# Set up\n\n<Tab title="npm">\n```sh\nnpm i a\n```\n</Tab>\n<Tab title="yarn">\n```sh\nyarn add a\n```\n</Tab>\n',
        '# Hello\n\n<Card title="Start" href="/a">How to begin with us.</Card>\n<Card title="Go on" href="/b">What to read then.</Card>\n',
    ],
)
def test_steps_tabs_and_cards_of_instructions_are_no_entries(document: str) -> None:
    assert not importing.read(document.encode(), "a.mdx", source="mine").entries


DIRECTIVES = {
    "boxes": f"```{{dropdown}} Berth\n:open:\n{SLOT}\n```\n\n```{{admonition}} Pier keeper (wharfinger)\n:class: tip\n\n{KEEPER}\n```\n",
    "cards": f"::::{{grid}} 2\n:::{{grid-item-card}} Berth\n{SLOT}\n:::\n:::{{grid-item-card}} Pier keeper (wharfinger)\n{KEEPER}\n+++\n:::\n::::\n",
    "both habits": f"```{{glossary}}\nBerth\n: {SLOT}\n\nPier keeper\nwharfinger\n  {KEEPER}\n```\n",
}  # fmt: skip


@each_row("kind", DIRECTIVES)
def test_directives_of_myst_name_terms(kind: str) -> None:
    assert entries(f"# Harbour glossary\n\n{DIRECTIVES[kind]}") == BOTH


def test_tables_and_notes_of_readme_are_read() -> None:
    cells = f'{{"h-0": "Term", "h-1": "Meaning", "0-0": "Berth", "0-1": "{SLOT}", "1-0": "Quay", "1-1": "**{KEEPER}**"}}'
    document = (
        '[block:api-header]\n{"title": "Harbour glossary"}\n[/block]\n'
        f'[block:parameters]\n{{"data": {cells}, "cols": 2, "rows": 2}}\n[/block]\n'
    )
    assert entries(document) == [("Berth", (), SLOT), ("Quay", (), KEEPER)]


def test_a_damaged_block_of_readme_is_told() -> None:
    document = f"# Words\n\n**Berth**: {SLOT}\n\n**Quay**: {KEEPER}\n\n[block:parameters]\n{{oh\n[/block]\n"
    found = importing.read(document.encode(), "words.md", source="mine")
    assert [entry.name for entry in found.entries] == ["Berth", "Quay"]
    assert any("JSON" in skip.why for skip in found.skipped)


def test_abbreviations_of_multimarkdown() -> None:
    assert entries("[>PK]: Pier keeper\n[?Berth]: A place for one boat.\n") == [
        ("PK", (), "Pier keeper"), ("Berth", (), "A place for one boat."),
    ]  # fmt: skip


OUTLINES = {
    "bold and not": f"- **Berth**\n  - {SLOT}\n- Quay\n  - A wall where ships lie.\n  - of stone\n- **Pier keeper**\n  - {KEEPER}\n",
    "links and not": f"- # Words\n\t- [[Berth]]\n\t  id:: 65123456-1234-1234-1234-123456789012\n\t\t- {SLOT}\n\t- **Quay** ((65123456-1234-1234-1234-123456789012))\n"
    f"\t\t- A wall where ships lie.\n\t\t- of stone\n\t- Pier keeper\n\t\t- {KEEPER}\n",
    "plain": f"# Words\n\n- Berth\n  - {SLOT}\n- Quay\n  - A wall where ships lie.\n  - of stone\n- Pier keeper\n  - {KEEPER}\n",
}  # fmt: skip


@each_row("kind", OUTLINES)
def test_all_items_below_a_name_of_an_outline_are_its_text(kind: str) -> None:
    assert entries(OUTLINES[kind]) == [
        ("Berth", (), SLOT), ("Quay", (), "A wall where ships lie. of stone"), ("Pier keeper", (), KEEPER),
    ]  # fmt: skip


MARKS = {
    "boxes of one word": f":::note[Berth]\n{SLOT}\n:::\n\n:::caution[Keeper]{{icon=x}}\n{KEEPER}\n:::\n",
    "marked names": f"## ::Berth::\n{SLOT}\n## ::Keeper::\n{KEEPER}\n",
    "names over a blank line": f"Berth\n\n:   {SLOT}\n\nKeeper\nGuard\n\n:   {KEEPER}\n",
    "steps to go on": f"## Berth\n\n{SLOT}\n\n> [!div class=\"step\"]\n> [Next](b.md)\n\n## Keeper\n\n{KEEPER}\n",
}  # fmt: skip


@each_row("kind", MARKS)
def test_marks_of_further_dialects(kind: str) -> None:
    assert [(name, text) for name, _, text in entries(f"# Words\n\n{MARKS[kind]}")] == [
        ("Berth", SLOT), ("Keeper", KEEPER),
    ]  # fmt: skip


def test_numbers_sources_and_wider_terms_of_records_are_no_text() -> None:
    record = "### {}\n\n**UID：** `{}`\n\n**廣義詞：** 港\n\n#### 定義\n\n{}\n\n> **來源：** a.html\n> **作者：** 王\n\n---\n\n"
    document = (
        "# 詞典\n\n" + record.format("泊位", 1, "船停靠的地方。") + record.format("碼頭", 2, "船靠岸的牆。")
    )
    assert [(name, text) for name, _, text in entries(document)] == [
        ("泊位", "船停靠的地方。"), ("碼頭", "船靠岸的牆。"),
    ]  # fmt: skip


def test_a_link_to_a_block_of_a_note_shows_the_note() -> None:
    document = f"# Words\n\n## Berth\n\n{SLOT} See [[Quay#^a1]].\n\n## Keeper\n\n{KEEPER}\n"
    assert entries(document)[0][2] == f"{SLOT} See Quay."


def test_a_block_of_dbt_is_called_by_its_term() -> None:
    document = f"{{% docs glossary_berth %}}\n{SLOT}\n{{% enddocs %}}\n\n{{% docs keeper %}}\n{KEEPER}\n{{% enddocs %}}\n"
    assert [name for name, _, _ in entries(document, "glossary.md")] == ["berth", "keeper"]


BOXES = {
    "mdbook.md": f'```admonish info title="Berth"\n{SLOT}\n```\n\n```admonish title=\'Keeper\'\n{KEEPER}\n```\n',
    "retype.md": f"==- Berth\n{SLOT}\n===\n\n==- Keeper\n{KEEPER}\n===\n",
    "spoiler.md": f":::spoiler Berth\n{SLOT}\n:::\n\n:::spoiler Keeper\n{KEEPER}\n:::\n",
    "docsify.md": f"* Berth :id=berth\n  {SLOT}\n* Keeper :id=keeper\n  {KEEPER}\n* Quay :id=quay\n  A wall.\n",
    "top.md": f"### <a name='b'></a>[Berth](#b)\n{SLOT}\n[↑ back to top](#top)\n***\n### Keeper\n{KEEPER}\n[↑ back to top](#top)\n***\n",
    "design.rst": f"Words\n=====\n\n.. dropdown:: Berth\n   :open:\n\n   {SLOT}\n\n.. dropdown:: Keeper\n\n   {KEEPER}\n",
    "tabs.rst": f"Words\n=====\n\n.. tab-set::\n\n   .. tab-item:: Berth\n\n      {SLOT}\n\n   .. tab-item:: Keeper\n\n      {KEEPER}\n",
    "cards.rst": f"Words\n=====\n\n.. card:: Berth\n\n   {SLOT}\n\n   +++\n   seen\n\n.. card:: Keeper\n\n   {KEEPER}\n",
    "table.mdx": "<Table>\n<TableHeader><TableRow><TableHead>Term</TableHead><TableHead>Meaning</TableHead></TableRow></TableHeader>\n<TableBody>\n"
    f"<TableRow><TableCell>Berth</TableCell><TableCell>{SLOT}</TableCell></TableRow>\n<TableRow><TableCell>Keeper</TableCell><TableCell>{KEEPER}</TableCell></TableRow>\n</TableBody>\n</Table>\n",
    "items.mdx": f'<Words\n  items={{[\n    {{ term: "Berth", definition: "{SLOT}" }},\n    {{ term: "Keeper", definition: "{KEEPER}" }},\n  ]}}\n/>\n',
    "export.mdx": f'export const terms = [\n  {{ term: "Berth", definition: "{SLOT}" }},\n  {{ term: "Keeper", definition: "{KEEPER}" }},\n];\n\n<Words items={{terms}} />\n',
}  # fmt: skip


@each_row("filename", BOXES)
def test_boxes_tables_and_lists_of_further_generators(filename: str) -> None:
    head = "" if filename.endswith(".rst") else "# Harbour glossary\n\n"
    found = [(name, text) for name, _, text in entries(f"{head}{BOXES[filename]}", filename)]
    assert found[:2] == [("Berth", SLOT), ("Keeper", KEEPER)]


def test_tabs_in_a_text_of_restructuredtext_name_no_terms() -> None:
    document = (
        f"Words\n=====\n\nBerth\n-----\n\n{SLOT}\n\n.. tabs::\n\n   .. tab:: At sea\n\n      By radio.\n\n   .. tab:: On land\n\n"
        f"      By phone.\n\nQuay\n----\n\nA wall where ships lie.\n\nKeeper\n------\n\n{KEEPER}\n"
    )
    assert [name for name, _, _ in entries(document, "words.rst")] == ["Berth", "Quay", "Keeper"]
