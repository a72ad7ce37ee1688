"""Find headings that look like entries but are none: calls to action and notes around the glossary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise, zip_longest
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Skipped
from site_gen.sources.shape import defining
from site_gen.sources.shape.blocks import Heading, is_value, speaks_of
from site_gen.sources.shape.calendar_words import is_weekday
from site_gen.sources.shape.header_roles import is_exact, role_of
from site_gen.sources.shape.header_words import (
    LOG_HEADERS,
    OTHER_HEADERS,
    OWNER_HEADERS,
    TOPIC_HEADERS,
    folded_set,
)
from site_gen.sources.shape.sections import in_order
from site_gen.sources.shape.vocabulary import is_glossary_word

ENOUGH = 8  # number of entries needed to recognise a habit of the document
HABIT = 0.8  # share of entries whose text speaks of their name
STRICT_HABIT = 0.9  # from this share on, order does not matter for the first and last heading
ORDERED = 0.9
NEARLY = 0.8  # share in order from which a heading that fits at an end of a long list does so not by chance
LONG_LIST = 25  # headings
WORDS = 3  # entries beside the lines of a meeting
IMPRINT = 2  # lines at the end that tell of the document
_OF_IT = re.compile(r"(?:this|it|these|they)\s+(?:is|are|refers?|means?|describes?|can be)\b", re.IGNORECASE)
OF_DOCUMENT = "line about the document"
_IMPRINT = OTHER_HEADERS | folded_set(
    "licence, license, lizenz, licencia, licença, licenza, maintainer, maintained by, maintainers, authors, "
    "auteurs, autoren, autores, copyright, last update, last edited, document version, version du document, "
    "última actualización, última atualização, stand, zuletzt geändert, retour au, back to, zurück zu"
)
OF_MEETING = "line about a meeting"
_MEETING = folded_set(
    "attendees, attending, participants, present, in attendance, apologies, absent, excused, minutes by, "
    "minute taker, next meeting, next time, still open, open points, open questions, action items, "
    "teilnehmer, teilnehmende, anwesend, abwesend, entschuldigt, protokoll, "
    "protokollant, nachste sitzung, nachster termin, présents, absents, excusés, prochaine réunion, "
    "asistentes, presentes, ausentes, próxima reunión, presenti, assenti, prossima riunione, "
    "próxima reunião, aanwezig, afwezig, volgende vergadering, obecni, nieobecni, następne spotkanie, "
    "närvarande, nästa möte, присутствовали, отсутствовали, следующая встреча"
)
AFTER = "after the last entry"
WHY = "heading that its text does not speak of, out of the order of the others"


def without_imprint(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without those at the ends that tell of the document: "Version: 1.0", "Author: the desk".

    That is only so where the terms themselves are headings, and a line of the imprint is none; the first
    line may introduce the glossary: "**Our words** This glossary explains …".
    """
    headed = sum(draft.how == "heading" for draft in found)
    end = len(found)
    if facts := _facts_above(found):
        kept, left = without_imprint(found[facts:])
        return kept, [*(skip for draft in found[:facts] for skip in left_out(draft, OF_DOCUMENT)), *left]
    if end > WORDS and found[0].how == "label" and _tells_of_glossary(found[0].name):
        kept, left = without_imprint(found[1:])
        return kept, [*left_out(found[0], OF_DOCUMENT), *left]
    if headed >= ENOUGH and found[0].how == "label" and found[1].how == "heading" and _introduces(found[0]):
        kept, left = without_imprint(found[1:])
        return kept, [*left_out(found[0], OF_DOCUMENT), *left]
    met = [index for index, draft in enumerate(found) if draft.how == "label" and _is_of_meeting(draft.name)]
    if met and len(found) - len(met) >= WORDS and all(_is_at_end(index, met, len(found)) for index in met):
        kept, left = without_imprint([draft for index, draft in enumerate(found) if index not in met])
        return kept, [*(skip for index in met for skip in left_out(found[index], OF_MEETING)), *left]
    while end and found[end - 1].how == "label" and _is_of_imprint(found[end - 1].name):
        end -= 1
    if len(found) - end < IMPRINT or (headed < ENOUGH and not _is_apart(found[:end], found[end:])):
        return list(found), []
    return list(found[:end]), [skip for draft in found[end:] for skip in left_out(draft, OF_DOCUMENT)]


_FIRST_WORDS = folded_set(
    "version, author, auteur, autor, autore, license, licence, lizenz, licencia, licenza"
)


def _is_of_imprint(name: str) -> bool:
    folded = names.fold(name)
    return folded in _IMPRINT or folded.split(" ")[0] in _FIRST_WORDS


def _is_apart(own: Sequence[Draft], last: Sequence[Draft]) -> bool:
    """Whether lines at the end, in no order with the entries, tell facts of a document: "Version: 1.0"."""
    told = any(is_value(_text(draft)) or _DATED.search(_text(draft)[-20:]) for draft in last)
    after = names.fold(last[0].name) < names.fold(own[-1].name) if own else False
    ordered = in_order([draft.name for draft in own]) >= ORDERED
    return len(own) >= WORDS and told and (after or not ordered)


_DATED = re.compile(r"\b(?:19|20)\d\d\W*$")


_CONTACT = re.compile(r"(?:\W{0,3}(?:[\w.+-]{1,64}@[\w.-]{3,80}|\+?\d[\d ()/–-]{5,24}\d)\W{0,3}){1,3}")


def without_contacts(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without labels at the ends that only tell where to ask: "Questions to: desk@example.org"."""
    start, end = 0, len(found)
    while end and _is_contact(found[end - 1]):
        end -= 1
    while start < end and _is_contact(found[start]):
        start += 1
    if end - start < WORDS:
        return list(found), []
    left = [*found[:start], *found[end:]]
    return list(found[start:end]), [skip for draft in left for skip in left_out(draft, OF_DOCUMENT)]


OF_DAYS = "hours of days"
DAYS = 2  # of such lines below each other


def without_days(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without lines below each other that tell of days, "Monday: nine to five", beside others."""
    days = [draft.how == "label" and is_weekday(draft.name) for draft in found]
    runs = [(own, list(run)) for own, run in groupby(zip(days, found, strict=True), key=lambda pair: pair[0])]
    kept, left = list[Draft](), list[Draft]()
    for own, run in runs:
        (left if own and len(run) >= DAYS else kept).extend(draft for _, draft in run)
    if len(kept) <= len(left):
        return list(found), []
    return kept, [skip for draft in left for skip in left_out(draft, OF_DAYS)]


def _is_contact(draft: Draft) -> bool:
    return draft.how in ("label", "text") and _CONTACT.fullmatch(_text(draft).strip()) is not None


_FACTS = _IMPRINT | TOPIC_HEADERS | OWNER_HEADERS | LOG_HEADERS


def _facts_above(found: Sequence[Draft]) -> int:
    """The number of lines above a table of terms that tell of the page: "Created: 5 March", "Tags: quay"."""
    above = next((i for i, draft in enumerate(found) if draft.how != "label"), len(found))
    rows = sum(draft.how == "table row" for draft in found)
    told = all(names.fold(draft.name) in _FACTS for draft in found[:above])
    return above if told and rows >= WORDS and rows == len(found) - above else 0


def _is_of_meeting(name: str) -> bool:
    return names.fold(name) in _MEETING


def _is_at_end(index: int, met: Sequence[int], count: int) -> bool:
    """Whether only lines of the meeting stand before or after one of them."""
    return set(range(index)) <= set(met) or set(range(index + 1, count)) <= set(met)


_THIS = folded_set(
    "this, our, ce, cet, cette, notre, dieses, diese, unser, este, esta, questo, dit, deze, ons"
)


def _tells_of_glossary(name: str) -> bool:
    """Whether a name speaks of the document itself: "How to use this glossary"."""
    said = names.fold(name).split()
    return any(word in _THIS and is_glossary_word(after) for word, after in pairwise(said))


def _introduces(draft: Draft) -> bool:
    said = names.fold(f"{draft.name} {_text(draft)[:60]}").split()
    return any(map(is_glossary_word, said))


def trimmed(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without first and last headings that break both habits of a document, and the text left out.

    The two habits: texts mention their term, and terms are in alphabetical order.
    """
    headed = [draft for draft in found if draft.how == "heading"]
    spoken = [speaks_of(draft.name, _text(draft)) or bool(_OF_IT.match(_text(draft))) for draft in headed]
    if len(headed) < ENOUGH or mean(spoken) < HABIT:
        return list(found), []
    order = in_order([draft.name for draft in headed])
    ordered, nearly = order >= ORDERED, order >= NEARLY and len(headed) >= LONG_LIST
    strict = mean(spoken) >= STRICT_HABIT or not ordered
    first, last = _ends(spoken)
    odd = {
        id(draft)
        for index, draft in enumerate(headed)
        if not spoken[index]
        and not (draft.name and defining.defines(draft.name, _text(draft)))
        and not _text(draft)[:1].islower()  # a piece of a sentence tells what the heading means
        and not first < index < last  # a heading between entries is one of them
        and ((strict and not nearly) or not _fits(headed, index))
    }
    kept = [draft for draft in found if id(draft) not in odd]
    return kept, [skip for draft in found if id(draft) in odd for skip in left_out(draft, WHY)]


_FILE = re.compile(
    r"[\w./ -]{1,120}\.(?:mdx?|html?|adoc|rst|txt|pdf|docx?|xlsx?|odt)(?:#\S*)?", re.IGNORECASE
)
OF_FILES = "link to another file"


def without_files(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without the last ones if these, and no others, are named like files: what to read next."""
    end = len(found)
    while end and found[end - 1].how == "label" and _FILE.fullmatch(found[end - 1].name):
        end -= 1
    if end < WORDS or 2 * end < len(found) or any(_FILE.fullmatch(draft.name) for draft in found[:end]):
        return list(found), []
    return list(found[:end]), [skip for draft in found[end:] for skip in left_out(draft, OF_FILES)]


LINES, ALL, TAIL = 5, 0.9, 4  # entries with one paragraph each, their share, and paragraphs of a tail


def without_tail(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts, the last without the rest of the document, where all others have one paragraph each.

    A text that announces a list keeps what follows it.
    """
    last = found[-1] if found else None
    if last is None or last.how != "label" or len(last.body) < TAIL:
        return list(found), []
    own = [len(draft.body) for draft in found[:-1] if draft.how == "label"]
    single = sum(count <= 1 for count in own)
    if single < max(LINES, ALL * len(own)) or last.body[0].text.rstrip().endswith((":", "：")):
        return list(found), []
    left = [Skipped(line=piece.line, text=piece.text, why=AFTER) for piece in last.body[1:]]
    return [*found[:-1], replace(last, body=last.body[:1])], left


REFERENCES = folded_set(
    "source, sources, reference, references, bibliography, related, related pages, related documents, "
    "related links, related terms, related entries, related notes, backlinks, see also, further reading, "
    "links, credits, quellen, literatur, weiterfuhrende links, siehe auch, verwandte begriffe, verwandtes, "
    "références, bibliographie, voir aussi, termes liés, liens, fuentes, referencias, bibliografía, enlaces, "
    "véase también, términos relacionados, fonti, riferimenti, bibliografia, vedi anche, termini correlati, "
    "fontes, referências, termos relacionados, bronnen, verwante begrippen, литература, источники, ссылки, "
    "связанные термины"
)
REFERRED = "line of a list of sources or links"
KEEPING = folded_set(
    "who to ask, whom to ask, contact, contacts, opening hours, wen fragen, kontakt, kontakte, "
    "öffnungszeiten, à qui demander, horaires, a quién preguntar, contacto, contactos, horario, "
    "horarios, contatti, orari, "
    "contatos, horários, wie vragen, openingstijden, kontakty, godziny otwarcia, контакты, часы работы, "
    "контакти, iletişim, 連絡先, 联系方式, 연락처, "
    "owner, owners, responsible, responsibilities, responsible persons, maintainer, maintainers, document "
    "owner, document control, editors, reviewers, contact persons, points of contact, change history, "
    "change log, revision history, version history, to do, todo, todos, open points, open questions, "
    "verantwortlich, verantwortliche, zuständigkeiten, zuständig, pflege, ansprechpartner, "
    "ansprechpartnerinnen, ansprechpersonen, änderungshistorie, änderungen, offene punkte, responsables, "
    "responsable, mainteneurs, historique, points ouverts, mantenedores, historial de cambios, "
    "pendientes, responsabili, referenti, cronologia, responsáveis, responsável, histórico, pendências, "
    "verantwoordelijken, beheer, contactpersonen, openstaande punten, osoby odpowiedzialne, historia "
    "zmian, ответственные, ответственный, история изменений, sorumlular, değişiklik geçmişi, 責任者, 担当者, "
    "担当, 管理者, 変更履歴, 更新履歴, 負責人, 负责人, 维护者, 更新记录, 變更紀錄, 담당자, 변경 이력"
)
KEPT_BY = "line on who keeps the document, and how"


def without_references(found: Sequence[Draft], heads: Sequence[Heading]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without the labelled lines below a heading for sources or links, after the entries.

    At the end also without those on who keeps the document: "Owners".
    """
    over = {id(draft): names.fold(_head_over(draft, heads)) for draft in found if draft.how == "label"}
    listed = {id(draft): REFERRED for draft in found if over.get(id(draft), "") in REFERENCES}
    for draft in reversed(found):
        if over.get(id(draft), "") not in KEEPING:
            break
        listed[id(draft)] = KEPT_BY
    first = min((draft.line for draft in found if id(draft) in listed), default=0)
    if not listed or sum(draft.line < first for draft in found) < WORDS:
        return list(found), []
    kept = [draft for draft in found if id(draft) not in listed]
    return kept, [skip for d in found if id(d) in listed for skip in left_out(d, listed[id(d)])]


LEADS = "leads to what follows"


def without_leads(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without a last paragraph that leads to the entry below: "And those that Ines asked for:"."""
    kept, left = list[Draft](), list[Skipped]()
    for draft, after in zip_longest(found, found[1:]):
        last = draft.body[-1] if len(draft.body) > 1 else None
        if last and after and after.how == "label" and last.text.rstrip().endswith((":", "：")):
            left.append(Skipped(line=last.line, text=last.text, why=LEADS))
            kept.append(replace(draft, body=draft.body[:-1]))
        else:
            kept.append(draft)
    return kept, left


SAMPLE = "pattern of an entry, with no term in it"


def without_samples(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts without those that only show how entries look: "Term", with the text "Definition"."""
    samples = {
        id(draft) for draft in found if _is_header(draft.name, "name") and _is_header(_text(draft), "text")
    }
    kept = [draft for draft in found if id(draft) not in samples]
    if not samples or not kept:
        return list(found), []
    return kept, [skip for draft in found if id(draft) in samples for skip in left_out(draft, SAMPLE)]


def _is_header(said: str, role: str) -> bool:
    return len(said) <= HEADER and role_of(said) == role and is_exact(said)


HEADER = 40  # characters


def _head_over(draft: Draft, heads: Sequence[Heading]) -> str:
    """The last heading over an entry, "" if there is none."""
    return next((head.text for head in reversed(heads) if head.line < draft.line), "")


def breaks_habit(first: Draft, found: Sequence[Draft]) -> bool:
    """Whether the first heading differs from all others, so that it is the title of the document."""
    headed = [draft for draft in found if draft.how == "heading" and draft is not first]
    if len(headed) < 3 or first.how != "heading" or speaks_of(first.name, _text(first), whole=True):
        return False
    spoken = mean(speaks_of(draft.name, _text(draft), whole=True) for draft in headed)
    if spoken >= STRICT_HABIT and len(headed) >= ENOUGH:
        return True
    ordered = len(headed) >= 4 and in_order([draft.name for draft in headed]) >= ORDERED
    return ordered and names.fold(first.name) > names.fold(headed[0].name)


def _text(draft: Draft) -> str:
    return " ".join(piece.text for piece in draft.body[:3])


def _fits(found: Sequence[Draft], index: int) -> bool:
    """Whether a heading is in the order of its neighbours by its first letter (one neighbour at either end).

    People rarely keep the order of the further letters when they add a term.
    """
    before = names.fold(found[index - 1].name) if index else ""
    after = names.fold(found[index + 1].name) if index + 1 < len(found) else "\U0010ffff"
    return before[:1] <= names.fold(found[index].name)[:1] <= after[:1]


def _ends(spoken: Sequence[bool]) -> tuple[int, int]:
    """The index of the first and of the last heading that is mentioned in its own text."""
    places = [index for index, named in enumerate(spoken) if named]
    return places[0], places[-1]


def left_out(draft: Draft, why: str) -> list[Skipped]:
    """A draft as text that was left out: its name with the reason, then each paragraph under it."""
    head = Skipped(line=draft.line, text=draft.name, why=why)
    under = f"under '{draft.name[:60]}', which is no entry"
    return [head, *(Skipped(line=piece.line, text=piece.text, why=under) for piece in draft.body)]
