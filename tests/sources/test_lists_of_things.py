"""Lists of people, goods, meetings and recipes have the shape of a glossary: they are refused with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing
from site_gen.sources.shape import sheets, things_told, titles_of_others


def _dashes(title: str, lines: Mapping[str, str]) -> str:
    return f"# {title}\n\n" + "".join(f"- **{name}** – {text}\n" for name, text in lines.items())


def _colons(title: str, lines: Mapping[str, str]) -> str:
    return f"{title}\n\n" + "".join(f"{name}: {text}\n" for name, text in lines.items())


DISHES = {
    "Bean stew": "with bread and olives, 7.20",
    "Baked trout": "on fennel, with potatoes, 14.80",
    "Plum tart": "warm, with cream, 5.10",
}
SUPPE = {
    "Bohnentopf": "mit Brot, 7,20 €",
    "Forelle": "auf Fenchel, 14,80 €",
    "Zwetschgendatschi": "mit Rahm, 5,10 €",
}
STAFF = {
    "Ida Holm": "plans the ferries, ida@ferry.example",
    "Per Lund": "sells tickets, per@ferry.example",
    "Eva Dahl": "repairs engines, eva@ferry.example",
}
CALLS = {
    "Hafenamt": "Durchwahl 211, bis 16 Uhr",
    "Werft": "Durchwahl 340",
    "Lotsen": "040 555 0122, Tag und Nacht",
}
DOUGH = {"Rye": "400 g, coarse", "Water": "a cup, lukewarm", "Salt": "two spoons", "Yeast": "half a cube"}
PASTA = {
    "Farina": "300 g",
    "Uova": "tre, a temperatura ambiente",
    "Sale": "un pizzico",
    "Olio": "quattro cucchiai",
}
KIT = {"Zelt": "zwei, mit Heringen", "Kocher": "1, dazu Gas", "Lampen": "vier", "Seile": "3 x 20 m"}
MEETING = {
    "Ferry 4": "back in service on Tuesday, Per tells the crew.",
    "Prices": "stay as they are until autumn.",
    "Kiosk": "nobody wants it. Ida asks the town.",
}
PAGES = {
    "Timetable": "ferries of the week",
    "Weather": "wind and waves today",
    "Wiki": "our articles on engines",
}
REFUSED = [
    ("x.md", _dashes("On board", DISHES), things_told.PRICES),
    ("x.txt", _colons("Heute an Bord", SUPPE), things_told.PRICES),
    (
        "x.md",
        _dashes(
            "En la cubierta",
            {"Sopa": "la de la casa, 7,50 €", "Atún": "el que trae Ida, 11 €", "Flan": "uno, 4 €"},
        ),
        things_told.PRICES,
    ),
    ("x.md", _dashes("Menú del día", dict.fromkeys(DISHES, "con pan")), titles_of_others.WHY),
    ("x.md", _dashes("Who is on duty", STAFF), things_told.CONTACTS),
    ("x.txt", _colons("Wen wir anrufen", CALLS), things_told.CONTACTS),
    ("x.md", _dashes("Ferry bread", DOUGH), things_told.AMOUNTS),
    ("x.txt", _colons("Pasta fresca", PASTA), things_told.AMOUNTS),
    ("x.md", _dashes("Für die Insel", KIT), things_told.AMOUNTS),
    ("x.md", _dashes("Menu of the week", dict.fromkeys(DISHES, "fresh")), titles_of_others.WHY),
    ("x.md", _dashes("Minutes, 3 June", MEETING), titles_of_others.WHY),
    ("x.md", _dashes("Verbale della riunione", MEETING), titles_of_others.WHY),
    ("x.md", _dashes("Useful links", PAGES), titles_of_others.WHY),
    ("x.md", _dashes("Einkaufsliste", KIT), titles_of_others.WHY),
    (
        "x.csv",
        "Ticket,Description,Price per month\nDay,One crossing and back,9\nWeek,Any crossing,30\n",
        sheets.THINGS,
    ),
    (
        "x.csv",
        "Name,Role,Phone\nIda,Plans the ferries of the week,211\nPer,Sells the tickets on the pier,212\n",
        sheets.THINGS,
    ),
    (
        "x.json",
        '[{"name": "Ida", "title": "Head", "email": "i@f.example"}, {"name": "Per", "title": "Desk", "email": "p@f.example"}]',
        sheets.THINGS,
    ),
    (
        "x.csv",
        "Course,Content,Trainer,Room\nKnots,How to tie a boat,Ida,2\nRadio,How to call for help,Per,3\n",
        "people, events or products",
    ),
    (
        "x.csv",
        "Title,Description,Year,Director\nFog,A pilot finds a ship,2011,Vale\nTide,A town drowns,2018,Hu\nKeel,A yard builds a boat,2020,Ode\n",
        "people, events or products",
    ),
]


@each_row("filename, content, why", REFUSED)
def test_a_list_of_other_things_is_refused_with_the_reason(filename: str, content: str, why: str) -> None:
    found = importing.read(content.encode(), filename, source="x")
    assert not found.entries
    assert why in errors(found.problems)[0].message


TOLD = {
    "Berth": "a place at the wall where a boat lies",
    "Fare": "the price that a passenger pays for one crossing, 4.50 EUR for adults",
    "Manifest": "a list of all passengers, kept by ida@ferry.example",
    "Muster": "a gathering of all on board, two minutes after the alarm",
}


@each_row(
    "filename, content",
    [
        ("x.md", _dashes("Minutes of the word group, 3 June", TOLD)),
        ("x.md", _dashes("Agenda: words of the ferry", TOLD)),
        ("x.md", _dashes("Our team", TOLD)),
        ("x.md", "# Minutes, 3 June\n\nPresent: Ida, Per\n\n## Glossary\n\n" + _dashes("", TOLD)[4:]),
        ("x.csv", "Term,Definition,Price per month,Phone\n" + "".join(f'{n},"{t}",9,211\n' for n, t in TOLD.items())),
        ("x.md", _dashes("Groups", {"Duo": "two people who sing", "Trio": "three people who sing", "Choir": "many people who sing"})),
    ],
)  # fmt: skip
def test_a_glossary_that_tells_prices_people_or_amounts_is_read(filename: str, content: str) -> None:
    assert len(importing.read(content.encode(), filename, source="x").entries) >= 3
