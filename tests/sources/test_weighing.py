"""Signs of names and texts that are weighed where no word calls a document a glossary."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.sources.draft import Draft
from site_gen.sources.shape import definitions_by_language as by_language
from site_gen.sources.shape.name_and_text import Said
from site_gen.sources.shape.weighing import weight


@each_row("text, holds", [
    ("něco, co fungovalo a přestalo", True), ("lidé, se kterými mluvíme denně", True), ("Ein Blatt, an dem alles hängt", True),
    ("papir koji putuje s robom", True), ("kus, który wraca", True), ("место, где стоит товар", True),
    ("kertas yang dibawa sopir", True), ("وثيقة الذي", True), ("वह पर्ची जिस पर क्रम लिखा है", True),
    ("Wir sagen Bescheid, sobald es geht", False), ("Otwarte od ósmej", False), ("", False), ("który", False),
])  # fmt: skip
def test_a_noun_and_a_clause_about_it(text: str, holds: bool) -> None:
    assert by_language.has_clause(text) is holds


@each_row("text, holds", [
    ("Rafların tek tek sayılmasına denir.", True), ("Siparişin beklemesidir (kısmen).", True), ("Yarın geliriz.", False),
    ("毎朝行う打ち合わせのこと。", True), ("返品のときに切る伝票", True), ("明日また来てください。", False),
    ("खाते का स्वामी होता है।", True), ("每天夜里核对账目的工作。", True), ("请明天再来。", False), ("Queue", False),
])  # fmt: skip
def test_a_copula_or_noun_at_the_end(text: str, holds: bool) -> None:
    assert by_language.ends_as_definition(text) is holds


@each_row(
    "name, asks",
    [
        ("Jaké údaje sbíráme", True),
        ("Comment payer", True),
        ("Howler", False),
        ("如何退货", True),
        ("Komunikace", False),
    ],
)
def test_names_that_ask(name: str, asks: bool) -> None:
    assert by_language.asks(name) is asks


@each_row(
    "text, orders",
    [
        ("Включите кабель.", True),
        ("Cliquez ici.", True),
        ("Klikněte sem.", True),
        ("Öffnen Sie das Tor.", True),
        ("Chez nous.", False),
        ("Место на полке.", False),
        ("Karte aus Papier.", False),
    ],
)
def test_texts_that_order(text: str, orders: bool) -> None:
    assert by_language.orders(text) is orders


def _weight(*said: tuple[str, str]) -> float:
    found = [Said(name=name, text=text) for name, text in said]
    drafts = [Draft(name=name, line=1, how="label") for name, _ in said]
    return weight(found, drafts, of_page=False)


def test_each_sign_moves_the_weight_to_its_side() -> None:
    plain = _weight(("Berth", "Room at the pier"), ("Hoist", "Crane for masts"))
    assert _weight(("Berth", "A place where a boat lies"), ("Hoist", "A crane for masts")) > plain
    assert _weight(("Berth (slot)", "Room at the pier"), ("Hoist (lift)", "Crane for masts")) > plain
    assert _weight(("Berth", "Room at the pier"), ("Hoist", "Crane beside a berth")) > plain
    assert _weight(("Installation", "Room at the pier"), ("Hoist", "Crane for masts")) < plain
    assert _weight(("How to moor", "Room at the pier"), ("Hoist", "Crane for masts")) < plain
    assert _weight(("Berth", "Room for your boat"), ("Hoist", "Crane for masts")) < plain
