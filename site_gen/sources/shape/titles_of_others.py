"""Titles of minutes, tasks, links, people and goods, whose lists have the shape of a glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from site_gen.sources.shape.definitions_by_language import has_clause
from site_gen.sources.shape.name_and_text import EXPLAINED, Said, is_explained, share
from site_gen.sources.shape.scope import says_words

WHY = "its title is one of minutes, tasks, links, people or goods, and its texts do not say what names mean"
OF_LINKS = 0.6  # share of texts that define, below which a list of links is one: those tell of pages as well
_LINKS = re.compile(
    r"(?:(?:useful|important|helpful|other|our|nützliche|wichtige|handige) )?(?:web)?"
    r"(?:links|bookmarks|lesezeichen)|"
    r"liens(?: utiles)?|enlaces(?: útiles| de interés)?|link utili|ligações úteis|полезные ссылки|"
    r"przydatne linki",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:agenda|(?:meeting )?minutes|to[- ]?do|tagesordnung|ordre du jour|orden del día|"
    r"(?:sitzungs|besprechungs|ergebnis)?protokoll "
    r"(?:der|des|vom|zur|zum|\w{0,40}(?:sitzung|runde|treffen|besprechung))|"
    r"verbale (?:della|del|di)|acta (?:de|del)|compte[- ]rendu (?:de|du)|procès-verbal|notulen|ata d[ae]|"
    r"protokół|zápis z|referat fra|mötesprotokoll|протокол (?:совещания|собрания|заседания|встречи)|toplantı|"
    r"shopping list|packing list|einkaufsliste|packliste|einkaufszettel|liste de courses|lista de la compra|"
    r"lista della spesa|boodschappenlijst|lista zakupów|список покупок|"
    r"invoice|rechnung|facture|factura|fattura|fatura|faktura|счет|price list|preisliste|tarifs|cennik|"
    r"curriculum vitae|résumé|lebenslauf|"
    r"(?:(?:lunch|dinner|breakfast|drinks) )?men[uúù]|speisekarte|mittagskarte|la carte|carte du|cardápio)\b|"
    r"(?:(?:our|the|meet the|unser|das|notre|nuestro) )?(?:team|staff|people|contacts|"
    r"ansprechpartner|kontakte|"
    r"mitarbeiter|équipe|equipo|contactos|contatti|сотрудники|контакты)$",
    re.IGNORECASE,
)


def calls(title: str, found: Sequence[Said]) -> bool:
    """Whether a title is one of such lists, and only few of the texts define their names."""
    links = _LINKS.fullmatch(title) is not None
    if not (links or _OTHERS.match(title)) or says_words(title):
        return False
    return share(found, _defines) < (OF_LINKS if links else EXPLAINED)


def _defines(one: Said) -> bool:
    return is_explained(one) or has_clause(one.text)
