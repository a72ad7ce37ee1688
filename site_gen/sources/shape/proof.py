"""Ask for proof that what was read is a glossary: settings, logs and lists of things have the same shapes.

A title, a file name or a column that says so is proof, and so are formats made for terms. Without those, the
texts have to explain their names. Marks of other documents count against it: values and code for texts, the
same few names again and again, names that are paths, versions or chapters. The limits separate 280 glossaries
from 270 other files of public projects (READMEs, settings, logs, records, letters).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from statistics import mean

from site_gen.model import names
from site_gen.sources.draft import Draft, Reading, Skipped
from site_gen.sources.shape import defining, doubt, tongue
from site_gen.sources.shape.blocks import (
    abbreviates,
    count_words,
    is_name_like,
    is_question,
    is_unspaced,
    is_value,
    speaks_of,
)
from site_gen.sources.shape.calendar_words import DAYS_AND_MONTHS
from site_gen.sources.shape.header_words import (
    NAME_HEADERS,
    OTHERS_HEADERS,
    SHORT_HEADERS,
    STRONG_TEXT_HEADERS,
    WEAK_NAMES,
    folded_set,
)
from site_gen.sources.shape.scope import (
    CHATTER,
    INTRODUCTION,
    OVER,
    introduces,
    names_glossary,
    says_words,
    speaks_of_glossary,
)
from site_gen.sources.shape.sections import in_order, is_facet, is_structure
from site_gen.sources.shape.vocabulary import CHAPTERS, KEYS_OF_SCREENS, PARTS_OF_REPORTS

VALUES = "its texts are values, paths or code, as in settings, data or programs"
REPEATED = "few names stand there again and again, as in a log or in records of other things"
PARTS = "its names are parts of a manual, a report or a web page"
NAMES = "its names are numbers, paths, versions or keys of a program"
OTHERS = "its columns or keys are those of people, events or products"
ASKED = "its names are questions, as in answers to questions that are often asked"
OF_SCREENS = "its names are keys of texts on a screen, as in translations of a program"
REMNANT = "what looks like entries is a small part of it, and does not say what names mean"
SAME = "its texts only repeat the names, as in labels of a program"
DAYS, DATED = "its names are days or months", 0.7
NO_TERMS = "its texts do not say what the names mean"
WITHOUT_TEXT = frozenset(["heading without text of its own", "text without a name", "name without a text"])
MARKED = frozenset(["entry", "concept", "outline", "definition list", "question"])  # shapes made for terms
EXPLAINED = 0.3  # share of texts that explain their names from which nothing else is needed
FEW = 6  # entries
REMAINS = 0.35  # share of the words of a document up to which some entries are a remnant of it
LINE = 4  # words of a paragraph that is a heading
IN_CHAPTER = 3  # entries in the chapter of a page about a project
LISTED = 20  # entries of such a page that is called a glossary: pages on a program for glossaries have fewer
TOO_FEW = 8  # words of all texts together, from which nothing can be told
ORDERED = 0.9  # share of neighbours in alphabetical order
LONG = 100  # mean words of a text from which a document has chapters
_NOT_STRONG = folded_set(
    "code, short, symbol, initials, shortcut, short name, phrase, expression, key term, ad, label"
)
STRONG_HEADERS = ((NAME_HEADERS - WEAK_NAMES) | SHORT_HEADERS | STRONG_TEXT_HEADERS) - _NOT_STRONG
_OF_PAGES = re.compile(  # file names of pages about a project
    r"readme|contributing|changelog|(?:issue|pull[-_ ]?request|pr|mr)[-_ ]template|"
    r"bug[-_ ]report|feature[-_ ]request|changes|history|licen[sc]e|copying|authors|contributors|credits|"
    r"code[-_ ]of[-_ ]conduct|security|support|todo|roadmap|release[-_ ]?notes|minutes|agenda|install|"
    r"installation|privacy|imprint|impressum|summary|requirements|persona|settings|config|package|manifest|sitemap|robots",
    re.IGNORECASE,
)
_CODE = re.compile(r"[{}\\]|\$\w|=>|\(\)|(?<!\w)--\w|/\w{1,40}/")
_SIGN = re.compile(r"[./_@:+\d].")  # inside of a word without blanks: a path, a number, a key
_NAME = re.compile(
    r"[\\{}<>$=@]|/\w{1,40}/|\w\.\w{2,4}$|^[a-z]{1,40}[A-Z]\w*$|^\W{0,9}\d[\d\s.:,/-]*$|^--?\w|\b(?:19|20)\d\d-\d\d|"
    r" - (?:[Ss]tatic )?(?:[Cc]lass|[Ii]nterface|[Ee]num|[Mm]ethod|[Vv]ariable|[Cc]onstructor) (?:in|for) |"
    r"^(?:[Ff]ig(?:ure|\.)?|[Tt]able|[Tt]ab\.|Abb(?:ildung|\.)|Tabelle|[Tt]ableau|[Ff]igura|[Tt]abla) \d+$"
)
_KEY = re.compile(
    r"[a-z][a-z\d]*(?:_[a-z\d]+)+\b|.*\((?:optional|required)\)|\W{0,3}(?:optional|required)\b", re.I
)
_TYPE = re.compile(  # a type of a programming language, or several
    r"(?:string|number|bool(?:ean)?|int(?:eger)?|float|double|object|array|date(?:time)?|null|undefined|any|void|"
    r"promise|uint8array|list|dict|map|enum|uuid)\b[\W\d]*(?:[\w<>\[\]]+\W*){0,3}",
    re.IGNORECASE,
)
_WORK = re.compile(  # a reference to a work: "Jung et al., 2019"
    r"[A-ZÀ-Þ][\w’'-]+(?:,? (?:et al\.?|and|&|und|et) ?[\w’'-]*)?,? \(?(?:19|20)\d\d[a-z]?\)?\.?"
)
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_OF_WORK = re.compile(  # a name of authors with a year: "Miller, A. (2011)"
    r"[A-ZÀ-Þ][^()]{1,80}\.,? \((?:19|20)\d\d\w?\)\.?$"
)
_ASKS_OF_TERMS = re.compile(  # a question about words, and not about "your opening hours"
    r"^(?:what(?:['’]?s| is| are) an? |was ist eine? |qu['’]est[ -]ce qu['’]une? |qué es una? |"
    r"(?:che )?cos['’]è un|o que é uma? |wat is een |czym jest |hvad er en |vad är en |hva er en )|"
    r"\b(?:mean|stand for|bedeutet|heißt|veut dire|signifie|significa|betekent|oznacza)\s?\?",
    re.IGNORECASE,
)
_OF_THE_DESK = re.compile(  # "What is the price?" asks for no meaning
    r"(?:what(?:['’]?s| is| are)|was (?:ist|sind)|quel(?:le)?s? est|qu['’]est[ -]ce que|"
    r"cu[aá]l(?:es)? (?:es|son)) "
    r"(?:the|your|our|my|der|die|das|eure?|ihre?|le|la|les|vos|votre|el|los|su)\b",
    re.IGNORECASE,
)
MOSTLY = 0.6  # share of names that ask so
_MEANS = re.compile(
    r"\W{0,3}\s*(?:means?|is|are|refers?|stands? for|shall mean|denotes?|abbreviation)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """One name with its whole text."""

    name: str
    text: str
    pieces: int
    where: str = ""


def settled(reading: Reading, filename: str) -> Reading:
    """The reading, or one without entries and with the reason if nothing proves that they are terms."""
    if _lists_names(reading):
        bare = [_left_out(draft, "name without a text") for draft in reading.drafts]
        return replace(reading, drafts=(), skipped=(*reading.skipped, *bare))
    why = lacking(reading, filename)
    if not why:
        return reading
    left = [_left_out(draft, why) for draft in reading.drafts]
    return replace(reading, drafts=(), skipped=(*reading.skipped, *left), declined=why, unproven=True)


BARE, TEXTLESS = 10, 8  # names without texts; for each entry so many of them: a list of names alone
NAME_WORDS = 3


def _lists_names(reading: Reading) -> bool:
    """Whether a document lists bare names, of which a few have a sign as before a text: "Cost: fixed"."""
    bare = [skip for skip in reading.skipped if skip.why in WITHOUT_TEXT and is_name_like(skip.text, 6)]
    if not reading.drafts or len(bare) < max(BARE, TEXTLESS * len(reading.drafts)):
        return False
    said = [piece.text.strip() for draft in reading.drafts for piece in draft.body]
    return all(count_words(text) <= NAME_WORDS and not text.endswith((".", "。")) for text in said)


def _left_out(draft: Draft, why: str) -> Skipped:
    said = _said(draft)
    return Skipped(line=draft.line, text=f"{said.name}: {said.text}"[:200], why=why, where=draft.where)


def lacking(reading: Reading, filename: str) -> str:
    """The reason why the entries of a reading are no terms, as far as can be told; "" if they may be."""
    found = [_said(draft) for draft in reading.drafts]
    if not found or all(draft.how in ("entry", "concept") for draft in reading.drafts):
        return ""
    if _TITLE_OF_PAGE.match(reading.title) and not speaks_of_glossary(reading.title):
        return PARTS
    proven = _is_proven(reading, filename)
    against = _against(found, proven)
    if proven and not against and _is_a_remnant(reading, found):
        return REMNANT
    if against == NAMES and proven and _is_of_code(reading, filename, found):
        return ""
    if against or proven:
        return against
    if any(names.fold(column) in OTHERS_HEADERS for column in reading.columns):
        return OTHERS
    if any(map(_is_kept_with_care, reading.drafts)):
        return ""
    if len(found) > 1 and _share(found, lambda one: _ASKS_OF_TERMS.search(one.name)) >= MOSTLY:
        return ""
    if _of_page(filename) and all(draft.how == "text" for draft in reading.drafts):
        return NO_TERMS
    if len(found) < 3 and all(_NAME.search(one.name) for one in found):
        return NAMES
    alone = len(found) == 1 and not _explained(found[0]) and not _is_of_a_list(reading.drafts[0])
    if alone or _are_few_of_much(found, reading):
        return NO_TERMS
    if not _of_page(filename) and _is_introduced(reading):
        return ""
    return "" if _explains(found, reading.drafts, _of_page(filename)) else NO_TERMS


_RUNNING = frozenset(["heading", "label", "text"])  # shapes of any document
MUCH = 3  # times as many words


def _are_few_of_much(found: Sequence[_Said], reading: Reading) -> bool:
    """Whether some headings or words with a colon are all that was taken of a far longer document."""
    if len(found) > 3 or any(draft.how not in _RUNNING for draft in reading.drafts):
        return False
    taken = sum(count_words(f"{one.name} {one.text}") for one in found)
    return sum(count_words(skip.text) for skip in reading.skipped) > MUCH * taken


_TAGGED = re.compile(r"(?:^|\s)#(?:gloss|lexi[ck]on|terminolog|vocab|begriffe|sözlük)\w*", re.IGNORECASE)


def _is_introduced(reading: Reading) -> bool:
    """Whether a sentence before the first entry says that words follow: "Words that we use on the radio"."""
    first = min(draft.line for draft in reading.drafts)
    return any(
        introduces(skip.text) or _TAGGED.search(skip.text[:INTRODUCTION])
        for skip in reading.skipped
        if skip.why in ("introduction", CHATTER) and skip.line < first
    )


def _is_kept_with_care(draft: Draft) -> bool:
    """Whether a page tells more of its term than a name and a text; lists of tasks have such columns too."""
    return draft.how not in ("table row", "item") and bool(draft.owner or draft.reviewed)


def _is_a_remnant(reading: Reading, found: Sequence[_Said]) -> bool:
    """Whether a few headings or labels were taken that do not explain their names, and most was left."""
    if len(found) > FEW or any(draft.how not in ("heading", "label") for draft in reading.drafts):
        return False
    if any(skip.why == OVER for skip in reading.skipped) or any(map(_explained, found)):
        return False
    left = [skip for skip in reading.skipped if skip.why not in ("title", "introduction")]
    if any(skip.why.startswith("field ") for skip in left):  # the entries have parts, as those of a glossary
        return False
    taken = sum(count_words(f"{one.name} {one.text}") for one in found)
    whole = taken + sum(count_words(skip.text) for skip in left)
    return len(left) > 2 * len(found) and taken < REMAINS * whole


def _is_of_a_list(draft: Draft) -> bool:
    """Whether a single entry has other names, or comes from a folder or a list of definitions."""
    return bool(draft.also or draft.where or draft.how in MARKED)


def _said(draft: Draft) -> _Said:
    version = next((version for version in draft.versions if version.names), None)
    name = draft.name or (version.names[0] if version else "")
    pieces = draft.body or (version.texts if version else ())
    text = " ".join(piece.text for piece in pieces)
    return _Said(name=name, text=text, pieces=len(pieces), where=draft.where.split(",")[0])


def _share(found: Sequence[_Said], holds: Callable[[_Said], object]) -> float:
    return mean(bool(holds(one)) for one in found) if found else 0.0


def _against(found: Sequence[_Said], proven: bool) -> str:
    """The reason that speaks against a glossary, whatever its title says; "" if there is none."""
    told = [one for one in found if one.text]
    explained = _share(told, _explained)
    if len(told) >= 2 and explained < EXPLAINED and _share(told, _has_value) >= (0.8 if proven else 0.5):
        return VALUES
    if (
        len(found) >= 4
        and 1 - len({(one.where, names.fold(one.name)) for one in found}) / len(found)
        >= (0.8 if proven else 0.4)
        and told
    ):
        return REPEATED
    if len(told) >= 2 and _share(told, lambda one: _OF_CHAPTER.match(one.text)) >= 0.5:
        return PARTS
    if len(told) >= FEW and _share(told, lambda one: _letters(one.name) == _letters(one.text)) >= 0.5:
        return SAME
    if len(found) >= 3 and _share(found, lambda one: _OF_WORK.match(one.name)) >= 0.5:
        return PARTS
    parts = _share(found, _is_part)
    if explained < 0.5 and (parts >= 0.5 if len(found) >= 3 else parts == 1 and not proven):
        return PARTS
    if len(found) >= 3 and explained < EXPLAINED and _share(found, lambda one: _NAME.search(one.name)) >= 0.5:
        return NAMES
    if len(found) >= 2 and _share(found, lambda one: _asks_otherwise(one.name)) >= 0.3:
        return ASKED
    if proven or len(found) < 2:
        return ""
    if len(found) >= 3 and _share(found, lambda one: names.fold(one.name) in DAYS_AND_MONTHS) >= DATED:
        return DAYS
    if _share(found, lambda one: _is_key(one.name)) >= 0.5 or _are_parameters(told):
        return NAMES
    if _share(told, lambda one: _FILLED_IN.search(one.text)) >= FILLED_IN and explained < EXPLAINED:
        return OF_SCREENS
    of_screens = len({names.fold(one.name) for one in found} & KEYS_OF_SCREENS)
    if of_screens >= max(SCREENS, 0.08 * len(found)) and explained < EXPLAINED:
        return OF_SCREENS
    return ""


def _letters(text: str) -> str:
    return names.fold(text).replace(" ", "")


FILLED_IN = 0.03  # share of texts with a place that a program fills in
_FILLED_IN = re.compile(r"\{\{? ?[a-zA-Z_]\w* ?\}|%\d?\$?[sd]\b|\$\{\w+\}")
PHRASE = 5  # mean words of texts that say what names of a program are


def _is_of_code(reading: Reading, filename: str, found: Sequence[_Said]) -> bool:
    """Whether a file that calls itself a glossary explains names of a program in words: "parseDate"."""
    called = speaks_of_glossary(reading.title) or is_called_glossary(filename)
    return called and mean(count_words(one.text) for one in found) >= PHRASE and not _are_parameters(found)


def _asks_otherwise(name: str) -> bool:
    """Whether a name is a question, and not one for a meaning: "How do I pay?"."""
    return name.endswith(("?", "？", "؟")) and not is_question(name)


_LOWER = re.compile(r"[a-z][a-z\d]*(?:[_.-][a-z\d]+)*")
_OF_PARAMETER = re.compile(
    r"\W{0,3}(?:optional|required|mandatory|deprecated)\b|"
    r".{0,300}\b(?:defaults? (?:to|is|value|:)|valid (?:values?|are)|(?:set|true|false) (?:to|if)|"
    r"(?:if|when) (?:omitted|unset|not set|true|false)|the (?:key|flag|option|value) )",
    re.IGNORECASE | re.DOTALL,
)
SCREENS = 3  # keys of texts on a screen


def _are_parameters(told: Sequence[_Said]) -> bool:
    """Whether names are words of a program in small letters, and texts say how to set them."""
    keys = _share(told, lambda one: _LOWER.fullmatch(one.name))
    return keys >= 0.8 and _share(told, lambda one: _OF_PARAMETER.match(one.text)) >= EXPLAINED


def _is_key(name: str) -> bool:
    """Whether a name is a key of a program, or a code with numbers: "goal_name", "A00-A09"."""
    return _KEY.match(name) is not None or (is_value(name) and any(map(str.isdigit, name)))


def _explained(one: _Said) -> bool:
    if not one.text:
        return False
    short = one.name.isupper() and _begins_with_words_of(one.name, one.text[:LONG])
    asked = is_question(one.name) and not _OF_THE_DESK.match(one.name)
    return short or asked or defining.defines(one.name, one.text) or bool(_MEANS.match(one.text))


def _begins_with_words_of(short: str, text: str) -> bool:
    """Whether the first words of a text have the letters of an abbreviation: "OOO" and "out of order, …"."""
    letters = [letter for letter in short.lower() if letter.isalpha()]
    words = re.findall(r"[^\W\d_]+", text.lower())[: len(letters)]
    return len(letters) > 1 and [word[0] for word in words] == letters


def _has_value(one: _Said) -> bool:
    if abbreviates(one.name, one.text) or _is_spelled_out(one):
        return False
    text = one.text[:300].strip()
    if (" " not in text and _SIGN.search(text) and not is_unspaced(text)) or _TYPE.fullmatch(text[:60]):
        return True
    if _WORK.fullmatch(text):
        return True
    return is_value(one.text) or (bool(_CODE.search(text)) and not _explained(one))


def _is_spelled_out(one: _Said) -> bool:
    """Whether the name is an abbreviation, and its text some words."""
    return one.name.isupper() and 2 <= count_words(one.text) <= 8 and not any(map(str.isdigit, one.text))


_OF_CHAPTER = re.compile(  # an overview of chapters: "**Queues** (chapter 3) tells …"
    r"this (?:section|chapter|document) (?:describes|presents|provides|contains|gives|lists|covers)\b|"
    r"\((?:@(?:sec|ch|chap)-|(?:chapters?|sections?|sect\.|ch\.|kapitel|abschnitt|chapitre|capítulo|capitolo)\s+\d)",
    re.IGNORECASE,
)


def _is_part(one: _Said) -> bool:
    folded = names.fold(one.name)
    if folded not in CHAPTERS | PARTS_OF_REPORTS and not is_structure(one.name) and not is_facet(one.name):
        return False
    return not speaks_of(one.name, one.text, whole=True)


def _is_proven(reading: Reading, filename: str) -> bool:
    """Whether a title, a heading, the file name or a column says that this is a glossary."""
    if any(role and _is_strong(column) for column, role in reading.columns.items()):
        return True
    if _of_page(filename):
        if reading.title:
            listed = len(reading.drafts) >= LISTED and speaks_of_glossary(reading.title)
            return listed or _is_chapter(reading)
        return any(names_glossary(head.text) for head in reading.headings)
    several = [bool(draft.versions or draft.in_other_languages) for draft in reading.drafts]
    if mean(several) >= EXPLAINED:
        return True
    if says_words(reading.title) or any(names_glossary(head.text) for head in reading.headings):
        return True
    if any(skip.why == "introduction" and _is_a_line_over_words(skip.text) for skip in reading.skipped):
        return True
    return is_called_glossary(filename) or _is_in_folder_of_words(reading)


def _is_a_line_over_words(text: str) -> bool:
    """Whether a paragraph is a heading that is not marked as one: "Definitions"."""
    return len(text.split()) <= LINE and names_glossary(text)


def _is_chapter(reading: Reading) -> bool:
    """Whether all entries come from a chapter that is called a glossary, and few of them say what to do."""
    found = [_said(draft) for draft in reading.drafts]
    of_chapter = any(skip.why == OVER for skip in reading.skipped) and len(found) >= IN_CHAPTER
    return of_chapter and _share(found, lambda one: doubt.is_step(one.name, one.text)) < EXPLAINED


def _is_in_folder_of_words(reading: Reading) -> bool:
    """Whether all entries come from one folder that is called a list of words: "Desk words 1a2b…"."""
    folders = {PurePosixPath(draft.where.split(",")[0]).parent.name for draft in reading.drafts}
    return len(folders) == 1 and says_words(folders.pop())


def _is_strong(column: str) -> bool:
    folded = names.fold(column)
    return folded in STRONG_HEADERS or any(word in STRONG_HEADERS for word in folded.split())


_TITLE_OF_PAGE = re.compile(
    r"(?:agenda|minutes|to[- ]?do|tagesordnung|ordre du jour|orden del día)\b", re.IGNORECASE
)


def _of_page(filename: str) -> bool:
    return _OF_PAGES.match(PurePosixPath(filename).stem.lstrip("._")) is not None


_CALLED = re.compile(
    r"gloss|acron|abbrev|lexi[ck]|vocab|jargon|terminolog|begriff|sozluk|sözlük|"
    r"code[-_ ]?book|data[-_ ]?dict",
    re.IGNORECASE,
)


def is_called_glossary(filename: str) -> bool:
    """Whether the name of a file says that it is a list of words."""
    stem = PurePosixPath(filename.replace("\\", "/")).stem
    return bool(_CALLED.search(stem)) or speaks_of_glossary(re.sub(r"[\W\d_]+", " ", stem))


def _explains(found: Sequence[_Said], drafts: Sequence[Draft], of_page: bool) -> bool:
    """Whether the texts explain their names, or at least nothing tells of another kind of document."""
    told = [one for one in found if one.text]
    if not told:  # names alone, which other rules have let through
        return _share(found, lambda one: _NAME.search(one.name)) < 0.3
    of_data = all(draft.how == "item" for draft in drafts)
    if not of_data and sum(count_words(one.text) for one in told) <= TOO_FEW:
        return True
    english = _share(told, lambda one: tongue.ENGLISH.search(one.text))
    explained = _share(told, _explained)
    words = mean(count_words(one.text) for one in told)
    to_readers = _share(told, lambda one: defining.speaks_to_readers(one.text))
    if words > LONG or (words > 40 and to_readers >= 0.5) or of_page:
        own = all(draft.how in ("page", "item") for draft in drafts)  # a record or a page each
        return explained >= (EXPLAINED if own else 0.6) and (own or to_readers < 0.5)
    enough = EXPLAINED if len(found) > FEW or words > 20 else 0.01  # of few short texts one is a sign
    if explained >= enough or _share(found, _is_spelled_out) >= 0.5:
        return True
    if _share(told, _has_value) >= EXPLAINED or words < 2:
        return False
    sorted_ = len(found) >= 3 and in_order([one.name for one in found]) >= ORDERED
    if english < 0.5:
        return _reads_like_prose(told) and (sorted_ or explained > 0 or all(d.how in MARKED for d in drafts))
    steps = _share(found, lambda one: doubt.is_step(one.name, one.text))
    if len(found) >= FEW and all(d.how == "definition list" for d in drafts) and _are_of_terms(found):
        return steps < 0.1 and to_readers < 0.1 and words <= 40
    return sorted_ and steps < EXPLAINED and (words <= 70 or len(found) >= 20)


def _are_of_terms(found: Sequence[_Said]) -> bool:
    """Whether names of a definition list are words with a capital, as of terms, and no keys or options."""
    odd = _share(found, lambda one: _NAME.search(one.name) or _KEY.match(one.name) or one.name.endswith(":"))
    capital = _share(found, lambda one: one.name[:1].isupper() and count_words(one.name) <= 4)
    return odd < 0.1 and capital >= 0.9


def _reads_like_prose(told: Sequence[_Said]) -> bool:
    """Whether texts that are not English are sentences or phrases, as far as small words can tell."""
    latin = [one for one in told if _LATIN.search(one.text)]
    if 2 * len(latin) < len(told):
        return mean(len(one.text) for one in told) >= 12
    return _share(latin, _is_phrase) >= 0.3


def _is_phrase(one: _Said) -> bool:
    if tongue.ENGLISH.search(one.text) or not tongue.small_words().isdisjoint(
        names.fold(one.text[: tongue.MANY_SIGNS]).split()
    ):
        return True
    return one.text.endswith(".") and count_words(one.text) >= 3
