"""Find the role of each column of a table or key of a record from all its headers together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from statistics import mean

from site_gen.sources.shape import explained_kinds
from site_gen.sources.shape.abbreviation_columns import cell_of, mostly_filled
from site_gen.sources.shape.blocks import count_words
from site_gen.sources.shape.clause_headers import says_other_names
from site_gen.sources.shape.column_contents import prose
from site_gen.sources.shape.header_languages import of_countries, paired
from site_gen.sources.shape.header_roles import field_of, folded, in_language_of_others, is_exact, role_of
from site_gen.sources.shape.header_words import (
    ABOUT_HEADERS,
    BODY_HEADERS,
    SHORT_HEADERS,
    SHORT_STEMS,
    SUMMARY_HEADERS,
    folded_set,
)
from site_gen.sources.shape.roles_by_cells import (
    are_questions,
    with_care,
    with_names_before,
    with_names_first,
    with_shown_names,
    with_summary,
    without_keys,
    without_links,
    without_persons,
)
from site_gen.sources.shape.text_roles import NONE, with_customer_text, with_entry
from site_gen.sources.shape.translation_headers import with_translation

Chosen = Mapping[str, str]  # header -> field, as a person set it


def chosen_field(header: str, chosen: Chosen) -> str | None:
    """The field that a person set for a header; None where nothing is set."""
    own = folded(header)
    return next((field for column, field in chosen.items() if folded(column) == own), None)


def by_header(headers: Sequence[str], chosen: Chosen) -> list[str]:
    """The field of each column by its header, "" if the header does not identify a field."""
    return [field_of(role) for role in roles(headers, chosen)]


def roles(headers: Sequence[str], chosen: Chosen, below: Sequence[Sequence[str]] = ()) -> list[str]:
    """The role of each column by its header; a person's choice has priority.

    At most one column is the name in each language. A column whose cells ``below`` are sentences is no name,
    though its header has such a word: "In plain words".
    """
    by_hand = [chosen_field(header, chosen) for header in headers]
    headers = of_countries(headers)
    found = without_links(without_keys([role_of(header) for header in headers], below), below)
    for index, role in enumerate(found):
        if role == "name" and not is_exact(headers[index]) and prose(below, [index]) is not None:
            found[index] = NONE if "text" in found and are_questions(below, index) else "text"
    heads = list(zip(found, headers, strict=True))
    if any(role == "name" and is_exact(header) for role, header in heads):
        found = ["" if role == "name" and not is_exact(header) else role for role, header in heads]
    found = _of_cards(_of_codebook(with_translation(found, headers), headers), headers)
    found = with_entry(_without_subject(_without_asides(found, headers), headers), below)
    found = with_customer_text(found, by_hand)
    bare = [index for index, role in enumerate(found) if role.startswith("@")]
    if len(bare) > 1:
        found = [
            in_language_of_others(role, header, {found[i] for i in bare})
            for role, header in zip(found, headers, strict=True)
        ]
    for index in bare:  # "en | de | fr": columns of names, where there is more than one
        found[index] = f"name{found[index]}" if len(bare) > 1 or len(headers[index]) > 3 else ""
    for settled in (without_persons, with_names_before, with_shown_names, with_summary):
        found = settled(found, headers, below)
    if not any(role.startswith("name") for role in (*found, *(field or "" for field in by_hand))):
        found = with_names_first(_with_other_as_name(found, headers, below), found, headers, below)
    found = with_care(of_pages(found, headers, below), headers, below)
    for index, field in enumerate(by_hand):
        if field is not None:
            found = ["" if other == field == "name" else other for other in found]
            found[index] = field or NONE
    return _one_name(_without_lone_language(paired(found, headers)))


def _without_lone_language(found: Sequence[str]) -> list[str]:
    """The roles, with names that alone have a language as those of all: "Begriff (Englisch) | Abk.".

    Long forms are names as well.
    """
    told = [role for role in found if "@" in role]
    alone = len(told) == 1 and told[0].startswith("name@") and not {"name", "long"} & set(found)
    return ["name" if alone and role == told[0] else role for role in found]


_FOR_US = re.compile(  # "Explanation (agents only)"
    r"\((?:for )?(?:agents?|staff|team|internal|intern\w*|nur intern|interne?|interno|us)"
    r"(?: only| use(?: only)?)?\)\s*$",
    re.IGNORECASE,
)


def _without_asides(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles without texts for the desk alone, where there is a text for everybody."""
    pairs = zip(found, headers, strict=True)
    aside = [role == "text" and _FOR_US.search(header) is not None for role, header in pairs]
    if found.count("text") <= sum(aside):
        return found
    return [NONE if own else role for role, own in zip(found, aside, strict=True)]


def _with_other_as_name(
    found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]
) -> list[str]:
    """The roles where short or long forms, or the first other names, stand for names that are missing.

    What most rows lack is no name.
    """
    if own := explained_kinds.places(found, headers, below):
        return ["name" if index in own else role for index, role in enumerate(found)]
    kinds = [kind for kind in ("short", "long") if kind in found]
    kind = next((kind for kind in kinds if not below or mostly_filled(found.index(kind), below)), "")
    if not kind and found.count("also") > 1 and says_other_names(headers[found.index("also")]):
        kind = "also"  # "What they call it", beside other names
    place = found.index(kind) if kind else len(found)
    return ["name" if index == place else role for index, role in enumerate(found)]


PAGE = 80  # mean words of a page; what is shorter may go on with a summary before it
SAME = 40  # characters that a body and a summary share at their start


def of_pages(found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]) -> list[str]:
    """The roles of a list of pages: a page has its text in its body, and tells of it in a description.

    Of short bodies, as the cells ``below`` show them, the description is the first part.
    """
    heads = [folded(header) for header in headers]
    bodies = [i for i, role in enumerate(found) if role == "text" and heads[i] in BODY_HEADERS]
    if not bodies:
        return found
    about = "text" if _go_on(bodies[0], below) else "note"
    return [
        (about if head in SUMMARY_HEADERS else "note")
        if role in ("text", "note") and head in ABOUT_HEADERS
        else role
        for role, head in zip(found, heads, strict=True)
    ]


def _go_on(body: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of a column are too short for pages and repeat nothing that stands before them."""
    rows = [row for row in below if body < len(row) and row[body].strip()]
    if not rows or mean(count_words(row[body]) for row in rows) >= PAGE:
        return False
    begun = ((row[body], cell.strip(" .…")[:SAME]) for row in rows for cell in row[:body])
    return not any("</" in text or (start and text.startswith(start)) for text, start in begun)


def of_words(headers: Sequence[str], below: Sequence[Sequence[str]], chosen: Chosen) -> list[str]:
    """The headers of columns that hold words; "" for one whose cells are addresses or count the rows."""
    told = list(map(role_of, headers))
    kept = without_links(without_keys(told, below), below)
    pairs = zip(headers, told, kept, strict=True)
    return [
        "" if old == "name" != new and chosen_field(head, chosen) is None else head
        for head, old, new in pairs
    ]


_VARIABLES = folded_set("variable, variables, variable name, var name")
_LABELS = folded_set("label, labels, variable label, question, title, item")


def _of_codebook(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles of a codebook: its variables are the names, and what labels them is the text."""
    own = [folded(header) for header in headers]
    if "text" in found or _VARIABLES.isdisjoint(own):
        return found
    label = next((i for i, header in enumerate(own) if header in _LABELS and found[i] == "name"), None)
    return ["text" if i == label else role for i, role in enumerate(found)]


_SUBJECT = folded_set("subject, question, keyword, frage, sujet, asunto, тема, konu")
_ANSWERS = folded_set("answer, antwort, réponse, respuesta, ответ, cevap, risposta, resposta, antwoord")
OF_CARD = 4  # keys of a card; a question of an exam has more


def _of_cards(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles of cards whose front is called a text: {"text": "Hold", "answer": "Waiting on the line."}."""
    if "name" in found or not are_of_card(headers):
        return found
    return ["name" if folded(head) == "text" else role for role, head in zip(found, headers, strict=True)]


def are_of_card(headers: Sequence[str]) -> bool:
    """Whether keys are those of a card, with a text on its front and an answer on its back."""
    own = {folded(header) for header in headers}
    return "text" in own and not _ANSWERS.isdisjoint(own) and len(own) <= OF_CARD


def _without_subject(found: list[str], headers: Sequence[str]) -> list[str]:
    """The roles with no name in a column for what names belong to, beside the names: "subject | title"."""
    called = [index for index, role in enumerate(found) if role == "name"]
    of_subjects = [index for index in called if folded(headers[index]) in _SUBJECT]
    kept = len(called) > len(of_subjects)
    return [NONE if kept and index in of_subjects else role for index, role in enumerate(found)]


def with_long_as_text(found: Sequence[str], headers: Sequence[str]) -> list[str]:
    """The roles with the long forms as texts, where abbreviations and their long forms are all there is."""
    out = list(found)
    short = any(role == "name" and _is_for_shorts(head) for role, head in zip(out, headers, strict=True))
    said = {role.partition("@")[0] for role in out}
    if short and "long" in out and not {"text", "also", "says", "see", "note"} & said:
        out[out.index("long")] = "text"
    return out


PHRASE, PHRASES = 6, 0.8  # words of what an abbreviation stands for at most, and share of rows that have it


def with_meanings_as_long(
    found: list[str], headers: Sequence[str], below: Sequence[Sequence[str]]
) -> list[str]:
    """The roles with what abbreviations mean as their long forms, where another column explains them.

    "Abbreviation | Meaning | Explanation": phrases in the one, sentences in the other.
    """
    texts = [index for index, role in enumerate(found) if role == "text"]
    short = any(role == "name" and _is_for_shorts(head) for role, head in zip(found, headers, strict=True))
    if len(texts) != 2 or not short or "long" in found:
        return found
    said = [(cell_of(row, texts[0]).strip(), cell_of(row, texts[1]).strip()) for row in below]
    told = [(phrase, text) for phrase, text in said if phrase and text]
    phrases = [not one.endswith((".", "。")) and count_words(one) <= PHRASE for one, _ in told]
    longer = sum(count_words(text) for _, text in told) > sum(count_words(phrase) for phrase, _ in told)
    if len(told) < 2 or sum(phrases) < PHRASES * len(told) or not longer:
        return found
    return ["long" if index == texts[0] else role for index, role in enumerate(found)]


def _is_for_shorts(header: str) -> bool:
    own = folded(header)
    return own in SHORT_HEADERS or own.startswith(SHORT_STEMS)


def _one_name(found: Sequence[str]) -> list[str]:
    """The roles with at most one name for each language; further ones become other names."""
    return [
        role.replace("name", "also") if role.startswith("name") and role in found[:index] else role
        for index, role in enumerate(found)
    ]
