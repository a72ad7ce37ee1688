"""Cards of sites and cells of exports: what leads on, what sorts, states beside names, values in boxes."""

from __future__ import annotations

import json

from helpers.rows import each_row
from site_gen.sources import importing

TOLD = [
    ("Bond", "Money kept until a tenant leaves."),
    ("Lease", "The contract for a flat."),
    ("Sublet", "To let a flat that one rents."),
]


def pairs(document: str, filename: str = "x.html") -> list[tuple[str, str]]:
    found = importing.read(document.encode(), filename, source="mine")
    return [(entry.name, entry.text) for entry in found.entries]


CARDS = (
    '<a href="/t/{0}" class="card"><div class="tag">Money</div><div class="card-heading">{0}</div><div class="card-text">{1}</div><div>Read more</div></a>',
    '<a href="/t/{0}"><h3>{0}</h3><p>{1}</p></a>',
    '<article><h3>{0}</h3><p>{1} <a href="/t/{0}" class="more-link">Weiterlesen <span class="screen-reader-text">{0}</span></a></p></article>',
    '<article><h3>{0}</h3><p>{1}</p><a href="/t/{0}">Leggi tutto</a></article>',
    '<div class="card"><h3>{0}</h3><p>{1}</p><p><a class="read-more" href="/t/{0}">To the whole story »</a></p></div>',
)


@each_row("card", CARDS)
def test_a_card_may_lead_on_as_a_whole_or_at_its_end(card: str) -> None:
    assert pairs("<h1>Words for tenants</h1>" + "".join(card.format(*pair) for pair in TOLD)) == TOLD


def test_a_link_in_a_line_is_still_a_link() -> None:
    document = '<h1>Words for tenants</h1><p><a href="/a">A</a> <a href="/b">B</a></p><h3>Bond</h3><p>Money kept.</p><h3>Lease</h3><p>The contract.</p>'
    assert [name for name, _ in pairs(document)] == ["Bond", "Lease"]


STATES = (
    '<td>{0} <span class="status-macro aui-lozenge">ACTIVE</span></td><td>{1}</td>',
    '<td><p>{0}<span class="badge badge-new">new</span></p></td><td>{1}</td>',
)


@each_row("row", STATES)
def test_the_state_of_a_term_is_no_part_of_its_name(row: str) -> None:
    rows = "".join(f"<tr>{row.format(*pair)}</tr>" for pair in TOLD)
    assert pairs(f"<table><tr><th>Term</th><th>Meaning</th></tr>{rows}</table>") == TOLD


def test_an_abbreviation_in_a_badge_stays() -> None:
    row = '<tr><td>Service level <span class="badge">SL</span></td><td>How many calls are answered in time.</td></tr>'
    document = f"<table><tr><th>Term</th><th>Meaning</th></tr>{row}<tr><td>Bond</td><td>Money kept.</td></tr></table>"
    assert "SL" in pairs(document)[0][0]


def test_values_that_only_boxes_part_are_several() -> None:
    chips = '<span class="selected-value color-red">deposit</span><span class="selected-value color-blue">security</span>'
    document = (
        "<table><tr><th>Name</th><th>Aliases</th><th>Definition</th></tr>"
        f"<tr><td>Bond</td><td>{chips}</td><td>Money kept.</td></tr><tr><td>Lease</td><td></td><td>A contract.</td></tr></table>"
    )
    found = importing.read(document.encode(), "x.html", source="mine")
    assert [entry.also for entry in found.entries] == [("deposit", "security"), ()]


BESIDE = (
    (
        "x.xml",
        '<help><topics><topic id="1"><title>Open the till</title><body>Press the green button twice.</body></topic></topics><glossary>{}</glossary></help>',
    ),
    (
        "x.json",
        '{{"faq": [{{"question": "How do I pay?", "answer": "By card or in cash."}}], "glossary": [{}]}}',
    ),
)


@each_row("filename, frame", BESIDE)
def test_what_stands_beside_a_part_called_a_glossary_is_told(filename: str, frame: str) -> None:
    one = (
        "<item><label>{}</label><explain>{}</explain></item>"
        if filename.endswith("xml")
        else '{{"label": "{}", "explain": "{}"}}'
    )
    inner = ("" if filename.endswith("xml") else ", ").join(one.format(*pair) for pair in TOLD)
    assert pairs(frame.format(inner), filename) == TOLD


def test_a_name_with_an_empty_list_of_other_names_is_a_name_too() -> None:
    content = b'{"bond": ["deposit", "security"], "lease": ["contract"], "sublet": []}'
    found = importing.read(content, "x.json", source="mine")
    assert [(entry.name, entry.also) for entry in found.entries] == [
        ("bond", ("deposit", "security")),
        ("lease", ("contract",)),
        ("sublet", ()),
    ]


HEADERS = (
    "Known As",
    "Alternate term",
    "Common names",
    "Old term",
    "Nickname",
    "Frühere Bezeichnung",
    "Ancien nom",
    "Nombre anterior",
)


@each_row("header", HEADERS)
def test_columns_of_former_and_everyday_names_hold_other_names(header: str) -> None:
    content = f"Term,Definition,{header}\nBond,Money kept.,deposit\nLease,A contract.,\n"
    found = importing.read(content.encode(), "x.csv", source="mine")
    assert [entry.also for entry in found.entries] == [("deposit",), ()]


SHORT = [
    ("AOG", "Aircraft on ground"),
    ("ETD", "Estimated time of departure"),
    ("MEL", "Minimum equipment list"),
    ("PAX", "Passengers aboard x"),
]
LONG = [
    ("Crema", "The foam on top of an espresso."),
    ("Doppio", "An espresso of twice the size."),
    ("Lungo", "An espresso with more water."),
    ("Tamper", "The tool that presses ground coffee."),
]


@each_row("told", (SHORT, LONG))
@each_row("across", (True, False))
def test_names_and_texts_may_stand_twice_beside_each_other(told: list[tuple[str, str]], across: bool) -> None:
    first, second = (told[::2], told[1::2]) if across else (told[:2], told[2:])
    rows = "".join(
        f"<tr><td><b>{a}</b></td><td>{b}</td><td><b>{c}</b></td><td>{d}</td></tr>"
        for (a, b), (c, d) in zip(first, second, strict=True)
    )
    assert sorted(pairs(f"<h2>Abbreviations and words</h2><table>{rows}</table>")) == told


def test_four_columns_of_one_term_are_not_two_pairs() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{text}</td><td>Bar</td><td>Seen in the handbook of the bar.</td></tr>"
        for name, text in LONG
    )
    assert pairs(f"<h2>Words of the bar</h2><table>{rows}</table>") != sorted(
        [*LONG, *[("Bar", "Seen in the handbook of the bar.")] * 4]
    )


def test_pieces_of_a_line_that_only_a_style_sheet_parts_are_several_words() -> None:
    line = '<p><span class="term">{}</span><span class="pos">n.</span><span class="definition">{}</span></p>'
    assert pairs("<h1>Words for tenants</h1>" + "".join(line.format(*pair) for pair in TOLD)) == TOLD


BRACKETS = ("en: deposit", "EN: deposit", "engl. deposit", "eng: deposit")


@each_row("said", BRACKETS)
def test_brackets_may_tell_the_language_of_a_name_in_short(said: str) -> None:
    for document, filename in (
        (f"# Words\n\n**Kaution** ({said}): Geld.\n\n**Miete**: Was man zahlt.\n", "x.md"),
        (
            f'<dl><dt>Kaution <span class="lang">({said})</span></dt><dd>Geld.</dd><dt>Miete</dt><dd>Was man zahlt.</dd></dl>',
            "x.html",
        ),
    ):
        found = importing.read(document.encode(), filename, source="mine").entries
        assert (found[0].name, found[0].also) == ("Kaution", ("deposit",))


@each_row("item", ('<a href="#" title="{1}">{0}</a>', '<span title="{1}">{0}</span>'))
def test_items_of_a_list_may_tell_their_texts_when_they_are_pointed_at(item: str) -> None:
    listed = "".join(f"<li>{item.format(*pair)}</li>" for pair in TOLD)
    assert pairs(f"<h1>Words for tenants</h1><ul>{listed}</ul>") == TOLD


def test_of_the_blocks_of_a_page_the_glossary_is_read() -> None:

    items = [{"heading": name, "text": text} for name, text in TOLD]
    blocks = [
        {"type": "hero", "heading": "Help center", "text": "We are here for you."},
        {"type": "glossary", "heading": "Glossary", "items": items},
        {"type": "footer", "text": "All rights reserved."},
    ]
    assert pairs(json.dumps({"page": {"blocks": blocks}}), "page.json") == TOLD


@each_row("tag", ("small", "span", "div"))
def test_a_line_under_a_name_that_repeats_on_few_cards_only_sorts_them(tag: str) -> None:
    told = [*TOLD, ("Notice", "A letter that ends a lease.")]
    areas = ("Money", "Law", "Law", "Law")
    cards = "".join(
        f'<div class="col"><h5>{name}</h5><{tag} class="muted">{area}</{tag}><p>{text}</p></div>'
        for area, (name, text) in zip(areas, told, strict=True)
    )
    assert pairs(f"<h1>Words for tenants</h1>{cards}") == told


def test_short_texts_under_names_that_repeat_stay() -> None:
    cards = "".join(
        f'<div><h5>{name}</h5><div class="d">A thing.</div><p>{text}</p></div>'
        for name, text in [*TOLD, ("Notice", "A letter.")]
    )
    assert all(text.startswith("A thing.") for _, text in pairs(f"<h1>Words for tenants</h1>{cards}"))
