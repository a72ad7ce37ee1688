"""Lists of people, goods, recipes and menus: their texts tell prices, amounts, addresses or phone numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.definitions_by_language import has_clause
from site_gen.sources.shape.name_and_text import EXPLAINED, Said, share

PRICES = "its texts tell prices, as a menu, an order or a list of goods does"
AMOUNTS = "its texts tell amounts, as a recipe or a list of things to buy does"
CONTACTS = "its texts tell mail addresses or phone numbers, as a list of people does"
FEWEST, MOST = 3, 0.6  # entries, and the share of them that tell such a thing
NEARLY_ALL = 0.8  # share of texts that end with a price, of which none is a definition
SHORT = 9  # mean words of texts that tell amounts
AT_ENDS = 60  # characters of a text in which its price is looked for
_CURRENCY = r"(?:[€$£¥₽₺₴₹]|\b(?:EUR|USD|GBP|CHF|PLN|CZK|HUF|SEK|NOK|DKK|TRY|TL|RUB|UAH|zł|Kč|Ft|kr|руб)\b)"
_FIGURE = r"\d{1,9}(?:[.,]\d{1,3})?"
_PRICE = re.compile(rf"{_CURRENCY}\s?{_FIGURE}|{_FIGURE}\s?{_CURRENCY}|[\s.…]\d{{1,4}}[.,]\d\d\W{{0,2}}$")
_CONTACT = re.compile(
    r"[\w-]@[\w-]{1,63}\.\w|(?<![\d.,])\+?\d{2,5}[ /-]{1,3}\d{2,4}[ -]?\d{2,4}\b|"
    r"\b(?:ext|extension|tel|phone|durchwahl|dw|poste|доб|dahili)\b\.?:? ?\d{2,}|(?:内線|内线)\s?\d",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    r"\W{0,3}(?:(?:about|ca\.?|etwa|environ|circa) )?(?:\d{1,3}(?:[.,/]\d{1,4})?(?![-\d%\w.])|"
    r"\d{1,4} ?(?:k?g|ml|cl|l|cm|m)\b|"
    r"[½¼¾]|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an?|a dozen|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|ein halber|eine halbe|ein halbes|"
    r"deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|une? demi|dos|tres|cuatro|cinco|seis|siete|ocho|"
    r"nueve|diez|medio|tre|quattro|cinque|sei|sette|otto|nove|dieci|mezzo|dois|duas|três|quatro|sete|oito|dez|"
    r"meio|twee|drie|vijf|zes|zeven|negen|tien|een halve|dwa|dwie|trzy|cztery|pięć|sześć|pół|"
    r"dva|dvě|tři|čtyři|pět|půl|två|fyra|fem|en halv|два|две|три|"
    r"четыре|пять|шесть|iki|üç|dört|beş|altı|yarım)\b)",
    re.IGNORECASE,
)


def reason(found: Sequence[Said], explained: float) -> str:
    """What most texts tell instead of what their names mean, "" if nothing of the kind.

    ``explained`` is the share of texts that read like definitions: "half a pint" does as well.
    """
    told = [one for one in found if one.text]
    if len(told) < FEWEST:
        return ""
    if share(told, _ends_with_price) >= NEARLY_ALL:
        return PRICES
    if explained < EXPLAINED and share(told, _has_price) >= MOST:
        return PRICES
    if explained < EXPLAINED and share(told, lambda one: _CONTACT.search(one.text)) >= MOST:
        return CONTACTS
    of_amounts = explained <= 0.5 and mean(count_words(one.text) for one in told) <= SHORT
    return AMOUNTS if of_amounts and share(told, _has_amount) >= MOST else ""


def _has_amount(one: Said) -> bool:
    """Whether a text begins with an amount, and does not say what one does: "two people who sing"."""
    return _AMOUNT.match(one.text) is not None and not has_clause(one.text)


def _ends_with_price(one: Said) -> bool:
    return any(
        found.end() >= len(one.text) - 2 for found in _PRICE.finditer(one.text, len(one.text) - AT_ENDS)
    )


def _has_price(one: Said) -> bool:
    """Whether a price stands in a name, or at one of the ends of a text."""
    return any(_PRICE.search(part) for part in (one.name, one.text[:AT_ENDS], one.text[-AT_ENDS:]))
