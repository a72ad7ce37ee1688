"""The README of a new glossary, in its language: what depends on the host and on how it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

README = "README.md"


@dataclass(frozen=True, slots=True)
class Sentences:
    """What stands in the README of a starter, and what stands there instead on another host or beginning."""

    title: str
    on_github: str
    on_gitlab: str
    three_terms: str
    shipped_terms: str


_OF: Mapping[str, Sentences] = {
    "en": Sentences(
        title="# Our glossary",
        on_github="On GitHub, `.github/workflows/reviews.yml` asks",
        on_gitlab="A scheduled pipeline (job `reviews` in `.gitlab-ci.yml`) asks",
        three_terms="Start by changing the three terms that came with it.",
        shipped_terms="""\
The terms came with the tool; `LICENSE-shipped.md` says what you may do with them. Read one against how you
work, change what differs, and run `glossary review SLUG`. After an upgrade of the tool, `glossary upstream`
brings what is new in them.""",
    ),
    "de": Sentences(
        title="# Unser Glossar",
        on_github="Auf GitHub bittet `.github/workflows/reviews.yml`",
        on_gitlab="Eine geplante Pipeline (Job `reviews` in `.gitlab-ci.yml`) bittet",
        three_terms="Ändert zuerst die drei Begriffe, die dabei sind.",
        shipped_terms="""\
Die Begriffe kamen auf Englisch mit dem Werkzeug; was damit erlaubt ist, steht in `LICENSE-shipped.md`.
Vergleicht einen mit eurer Arbeit, übersetzt und ändert ihn, dann: `glossary review SLUG`. Nach einem Update
des Werkzeugs bringt `glossary upstream`, was daran neu ist.""",
    ),
    "es": Sentences(
        title="# Nuestro glosario",
        on_github="En GitHub, `.github/workflows/reviews.yml` pide",
        on_gitlab="Un pipeline programado (trabajo `reviews` en `.gitlab-ci.yml`) pide",
        three_terms="Empiecen por cambiar los tres términos de ejemplo.",
        shipped_terms="""\
Los términos vinieron en inglés con la herramienta; `LICENSE-shipped.md` dice qué se puede hacer con ellos.
Comparen uno con su forma de trabajar, tradúzcanlo, cambien lo que no coincide y ejecuten `glossary review
SLUG`. Después de actualizar la herramienta, `glossary upstream` trae lo nuevo.""",
    ),
    "fr": Sentences(
        title="# Notre glossaire",
        on_github="Sur GitHub, `.github/workflows/reviews.yml` demande",
        on_gitlab="Un pipeline planifié (tâche `reviews` dans `.gitlab-ci.yml`) demande",
        three_terms="Commencez par modifier les trois termes fournis comme exemples.",
        shipped_terms="""\
Les termes ont été fournis en anglais avec l'outil ; `LICENSE-shipped.md` dit ce qu'il est permis d'en
faire. Comparez-en un à votre façon de travailler, traduisez-le, modifiez ce qui diffère, puis lancez
`glossary review SLUG`. Après une mise à jour de l'outil, `glossary upstream` apporte les nouveautés.""",
    ),
}


def readme(text: str, name: str, *, is_on_gitlab: bool) -> str:
    """The README of a starter with the name of the site, as its host needs it."""
    of = _sentences(text)
    text = text.replace(of.title, f"# {name}", 1)
    return text.replace(of.on_github, of.on_gitlab) if is_on_gitlab else text


def with_shipped_terms(text: str) -> str:
    """The README of a glossary that begins with the shipped terms."""
    of = next(of for of in _OF.values() if of.three_terms in text)
    return text.replace(of.three_terms, of.shipped_terms)


def _sentences(text: str) -> Sentences:
    return next(of for of in _OF.values() if text.startswith(of.title))
