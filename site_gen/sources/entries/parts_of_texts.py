"""Parts of a text that are no definition: labelled examples and notes, and sentences that only name synonyms.

One place for all formats. The first paragraph of an entry stays its text, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from site_gen.model import names
from site_gen.model.names import fold
from site_gen.sources.draft import Draft, Piece, Skipped
from site_gen.sources.entries import brackets_first, lists_of_others
from site_gen.sources.entries.stated_names import ELSEWHERE, with_commas
from site_gen.sources.shape import called
from site_gen.sources.shape.blocks import (
    abbreviates,
    clean_name,
    count_words,
    is_nothing,
    is_value,
    speaks_of,
)
from site_gen.sources.shape.closing import CLOSING
from site_gen.sources.shape.defining import speaks_to_readers
from site_gen.sources.shape.header_roles import field_of, is_exact, role_of
from site_gen.sources.shape.prose import is_prose
from site_gen.sources.shape.scope import speaks_of_glossary
from site_gen.sources.shape.sections import is_facet
from site_gen.sources.shape.tables import other_names, unstopped
from site_gen.sources.shape.vocabulary import DEFINED_VERBS, JOINED, MEANS, NOTE_LABELS, WARNINGS

_LABEL = re.compile(
    r"^(?:[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?\s?)?[*_]{0,2}"
    r"(?P<label>(?:[^\W\d_]{1,4}\. ?)?[^\W\d_][^:：.!?\n*]{0,30}?\.?)"
    r"[*_]{0,2}\s?(?:[:：][*_]{0,2}(?:\s+|$)|：[*_]{0,2})(?P<rest>.*)",
    re.DOTALL,
)
_VERBS = (  # phrases that need no colon before the names
    r"(?:(?:it|they|this|these) (?:is|are) )?(?:also|sometimes|commonly|often|formerly|otherwise)(?: also)? "
    rf"(?:known as|called|referred to as|termed)|a\.?k\.?a\.?|syn\.|{called.PHRASES}"
)
_CALLED = (
    r"(?:(?:it|they|this|these) (?:is|are) )?(?:(?:is|are) )?(?:also|sometimes|often|commonly|"
    r"otherwise|formerly|previously)"
    r"(?: (?:also|sometimes|commonly|formerly))? (?:known as|called|referred to as|termed|named|"
    rf"spelled|written)|a\.?k\.?a\.?|also|or|synonyms?|syn\.|{called.PHRASES}|{called.WORDS}"
)
_ONLY_NAMES = re.compile(
    rf"^\s*(?:[(\[（]\s*(?:(?:{_CALLED})\s?[:：]?\s+|(?:{called.SHORTS})\s?[:：]\s*|(?:{called.UNSPACED})\s?[:：]?\s*)|"
    rf"(?:{_CALLED}|{called.UNSPACED})\s?[:：]\s*|(?:{_VERBS})\s+)"
    r"(?P<list>(?!see\s)[^.!?。\n]{2,150}?)\s*[.。]?\s*[)\]）]?[.]?\s*$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"[(\[（]\s*(?:(?:{_CALLED})\s?[:：]?\s+|(?:{called.SHORTS})\s?[:：]\s*|(?:{called.UNSPACED})\s?[:：]?\s*)"
    r"(?P<list>(?!see\s)[^()（）.!?\n]{2,150}?\.?)\s*[)\]）][.。]?\s*$",
    re.IGNORECASE,
)
_NAME = r"[A-ZÄÖÜ][\w-]{1,40}"  # of a German noun
_SENTENCE = re.compile(
    r"(?<=[.!?؟]) (?:(?:It|They|This) (?:is|are) )?(?:also|sometimes|commonly|often|formerly|"
    r"otherwise)(?: also)? "
    r"(?:known as|called|referred to as|termed):? (?P<list>[^.!?\n]{2,120})\.?\s*$|"
    rf"(?<=[.!?؟]) (?:{called.PHRASES})\s?:?\s+(?P<other>[^.!?\n]{{2,120}})\.?\s*$|"
    r"(?<=[.!?؟]) (?:Also|A\.?k\.?a\.?|Alias(?:es)?|Other names?|Syn\.?|Synonyms?|"
    rf"{called.WORDS}|{called.SHORTS})\s?:\s*(?P<labelled>[^.!?\n]{{1,120}})\.?\s*$|"
    rf"(?<=[。！？.])\s?(?:{called.UNSPACED})\s?[:：]?\s*(?P<unspaced>[^。！？.!?\n]{{1,60}})[。.]?\s*$|"
    rf"(?<=[.!?]) (?:(?:(?:Er|Sie|Es) )?(?:wird|werden) )?auch (?P<german>{_NAME}"
    rf"(?:(?: |, | oder | und ){_NAME}){{0,3}}) genannt\.?\s*$|"
    r"(?:^|(?<=[。！？.]))\s?(?P<japanese>[^。、！？.!?\s]{1,30}?)とも(?:言|い|云|呼|よ|称)[^。\n]{0,6}[。.]?\s*$|"
    r"(?:^|(?<=[。！？.]))\s?(?P<korean>[^。！？.!?\n]{1,30}?)(?:이)?라고도 ?"
    r"(?:한다|합니다|해요|부른다|부릅니다|불린다|불립니다)[.。]?\s*$",
    re.IGNORECASE,
)
_CLAUSE = re.compile(  # "A bolt under the key; also called a pilot.": the text keeps it
    r"; (?:also|auch|aussi|également|también|anche|também|ook) "
    r"(?:known as|called|termed|bekannt als|genannt|appelée?s?|llamad[oa]s?|conocid[oa]s? como|dett[oa]|"
    r"chiamat[oa]|chamad[oa]s?|wel)\s(?P<list>[^.;:!?\n]{2,60})\.?\s*$|"
    rf"; (?:(?:wird|werden) )?auch (?P<german>{_NAME}(?:(?: |, | oder | und ){_NAME}){{0,3}}) genannt\.?\s*$"
)
_ITEMS = re.compile(
    r"(?:(?<!\s)\s+)?[,;、，；،؛]\s*(?:(?:and|or|und|oder|et|ou|y|o|e|en|of|и|или|ve|veya|i|lub|nebo|eller|tai|vagy|sau|або|чи)\s+)?"
    r"|(?<!\s)\s+(?:and|or|und|oder|et|ou|или|и|veya|lub|nebo|eller|tai|vagy|sau|або|чи)\s+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"(?:an?|the|eine?|une?|un|una)\s", re.IGNORECASE)
_TAG = re.compile(r"\s*(?:#[^\W\d][\w/-]*(?:\s|$)|(?:TODO|FIXME|TBD)\b)")
_SEE_ALSO = re.compile(  # a line of references without a colon
    rf"[(\[]?(?:{called.SEE_ALSO})\s*[:：]?\s+(?=\S)[^.!?\n]{{1,150}}[.)\]]{{0,2}}\s*$", re.IGNORECASE
)
_TAGS = re.compile(r"(?<=[.!?。])\s+(?:#[^\W\d][\w/-]*\s*){1,12}$")  # marks of an editor after a sentence
_QUOTES = "\"“”„«»‘’'"
ENOUGH = 3  # other entries that show a habit
LINE, TAIL = 400, 240  # characters of a labelled line, and of the end of a line with other names
WORDS = 5  # most words of another name
NAMES_LINE = 80  # characters of a line with names in another language


def settled(found: Sequence[Draft]) -> tuple[list[Draft], list[Skipped]]:
    """The drafts with definitions only, and the other parts of their texts."""
    out, left = [], list[Skipped]()
    for draft in _without_closing(_without_contacts(found, left), left):
        made, skipped = _settled(_with_languages(draft))
        out.append(made)
        left += skipped
    return out, left


_CONTACT = re.compile(
    r"(?:call(?: us)?|tel(?:efon|ephone|éfono|\.)?|phone|fax|mobile?|mobil|cell|(?:e-?)?mail|web(?:site)?|"
    r"contact|kontakt|contacto|contatti|hotline|helpdesk|help desk|questions|fragen|preguntas|domande|"
    r"vragen|ext\.?)",
    re.IGNORECASE,
)


_BYLINE = re.compile(  # who made the list
    r"(?:prepared|compiled|written|maintained) by|author|erstellt (?:von|durch)|zusammengestellt von|"
    r"verfasser(?:in)?|"
    r"établi par|rédigé par|auteure?|elaborado por|redactado por|autora?|a cura di|redatto da|opgesteld door|"
    r"sammanställd av|utarbetad av|udarbejdet af|utarbeidet av|laatinut|opracowan[ie]e|opracował[a]?|"
    r"zpracoval[a]?|"
    r"vypracoval[a]?|készítette|összeállította|întocmit de|составил[а]?|составитель|подготовил[а]?|уклав|"
    r"укладач|"
    r"підготувал[аи]|hazırlayan|derleyen|συντάκτης|作成者|作成|编制|编制人|编写|编写人|编者|整理|作者|製作|編集|작성자|작성|편집|"
    r"disusun oleh|penyusun|dibuat oleh|người soạn|biên soạn|soạn bởi|ผู้จัดทำ|จัดทำโดย|अद्यतनकर्ता|संकलन|संकलनकर्ता|"
    r"تهیه[‌ ]?کننده|گردآورنده|إعداد|أعده|من إعداد|הוכן על ידי|כתב|ערך|sastavi[ol]a?|izradi[ol]a?|pripravila?|"
    r"изготвил[аи]?|съставител|koostaja|koostanud|sagatavoja|parengė|tók saman|elaborat per|preparat per",
    re.IGNORECASE,
)
BYLINE = 8  # words of it at most


def _without_contacts(found: Sequence[Draft], left: list[Skipped]) -> Sequence[Draft]:
    """The drafts without lines at the end that tell whom to ask: "Call us: 555-0170"."""
    kept = sorted(found, key=lambda draft: (draft.part, draft.line))
    while len(kept) > ENOUGH and _tells_contact(kept[-1]):
        last = kept.pop()
        text = f"{last.name}: {last.body[0].text}"
        left.append(Skipped(line=last.line, text=text, why="paragraph after the last entry"))
    own = set(map(id, kept))
    return [draft for draft in found if id(draft) in own]


def _tells_contact(draft: Draft) -> bool:
    if len(draft.body) != 1 or draft.how != "label":
        return False
    text = draft.body[0].text
    if _BYLINE.fullmatch(draft.name):
        return count_words(text) <= BYLINE
    return _CONTACT.fullmatch(draft.name) is not None and is_value(text)


def _without_closing(found: Sequence[Draft], left: list[Skipped]) -> Sequence[Draft]:
    """The drafts without a paragraph after the last entry, if it speaks of the list."""
    last = max(range(len(found)), key=lambda i: (found[i].part, found[i].line, i), default=0)
    if len(found) <= ENOUGH or len(found[last].body) < 2 or found[last].how not in ("heading", "label"):
        return found
    draft, body = found[last], found[last].body
    others = [other for place, other in enumerate(found) if place != last]
    plain = all(len(other.body) == 1 for other in others)
    end = next(
        (
            place
            for place, piece in enumerate(body)
            if place
            and (
                CLOSING.match(piece.text)
                or (plain and place == 1 and _closes(draft.name, piece.text, others))
            )
        ),
        len(body),
    )
    left += [Skipped(line=p.line, text=p.text, why="paragraph after the last entry") for p in body[end:]]
    return [replace(draft, body=body[:end]) if place == last else d for place, d in enumerate(found)]


def _closes(name: str, text: str, others: Sequence[Draft]) -> bool:
    """Whether a paragraph speaks of the list: it speaks to readers as no other text does."""
    if not speaks_to_readers(text) or speaks_of(name, text):
        return False
    return not any(speaks_to_readers(piece.text) for other in others for piece in other.body)


def _with_languages(draft: Draft) -> Draft:
    """The draft with names that lines give in other languages, "English: ticket", as such names.

    A text that begins so is no such line, unless it is a paragraph before others.
    """
    body, names_in = list[Piece](), {code: list(own) for code, own in draft.in_other_languages.items()}
    if len(draft.body) == 1 or any("\n" in piece.text for piece in draft.body[:1]):
        body.append(draft.body[0])
    for piece in draft.body[len(body) :]:
        kept = []
        for line in piece.text.split("\n"):
            label = _LABEL.match(line) if len(line) <= NAMES_LINE else None
            role = role_of(label["label"]) if label and not is_facet(label["label"]) else ""  # "NB: …"
            own = other_names([label["rest"].rstrip(" .")]) if label and role.startswith("@") else []
            if own and all(count_words(one) <= WORDS for one in own):
                names_in.setdefault(role[1:], []).extend(own)
            else:
                kept.append(line)
        if any(map(str.strip, kept)):
            body.append(replace(piece, text="\n".join(kept)))
    found = {code: tuple(dict.fromkeys(own)) for code, own in names_in.items()}
    return replace(draft, body=tuple(body), in_other_languages=found) if body else draft


def _settled(draft: Draft) -> tuple[Draft, list[Skipped]]:
    body: list[Piece] = []
    also, left = list(draft.also), list[Skipped]()
    if (
        len(draft.body) > 1
        and (only := _ONLY_NAMES.match(draft.body[0].text[:LINE]))
        and (own := _names(only["list"], only[0]))
    ):
        draft = replace(draft, body=draft.body[1:], also=(*draft.also, *own))
        also += own
    draft = brackets_first.settled(_after_dash(_after_means(_without_short_form(draft))))
    also += [name for name in draft.also if name not in also]
    over_others = _over_others(draft)
    for piece in draft.body:
        text = "\n".join(_kept(piece, not body, over_others, also, left)).strip()
        if text:
            body.append(Piece(line=piece.line, text=text))
    if not body:
        return draft, []
    body[-1], more = _without_last_name(draft.name, body[-1])
    return replace(draft, body=tuple(body), also=tuple(dict.fromkeys((*also, *more)))), left


def _kept(
    piece: Piece, first: bool, over_others: Collection[str], also: list[str], left: list[Skipped]
) -> list[str]:
    """The lines of a paragraph that define; with a label that stands alone goes the list below it."""
    kept: list[str] = []
    over = ""  # the label over a list
    lines, others = lists_of_others.parted(piece)
    left += others
    for line in lines:
        if over and line.strip() and _is_item(line):
            if role_of(over) == "also":
                also += other_names([line])
            else:
                left.append(Skipped(line=piece.line, text=line.strip(), why=f"'{over}' of the entry above"))
            continue
        over = over if not line.strip() else ""
        begins = first and not any(kept)
        rest = line if line in over_others else _line(line, begins, also, left, piece.line)
        if rest or not line.strip():
            kept.append(rest)
        elif line.rstrip().endswith((":", "：")):
            over = line.strip().rstrip(":： ")
    return kept


def _is_item(line: str) -> bool:
    """Whether a line may be one of a list of names or references."""
    return count_words(line) <= WORDS_OF_ITEM and not line.rstrip().endswith((".", "!", "?", ":", "。"))


WORDS_OF_ITEM = 12
_CODE = re.compile(r"\s*[{<\[].*|.*[;{}]\s*")


def _without_short_form(draft: Draft) -> Draft:
    """The draft without a first paragraph that only tells its short form: "Abbreviation: GA"."""
    label = _LABEL.match(draft.body[0].text[:LINE]) if len(draft.body) > 1 else None
    short = label["rest"].strip(" .") if label and role_of(label["label"]) == "short" else ""
    if not short or " " in short or not (short.isupper() or abbreviates(short, draft.name)):
        return draft
    return replace(draft, body=draft.body[1:], also=(*draft.also, short))


def _is_kept(label: str, under: str) -> bool:
    """Whether a line below a label is part of the text, and no list of other names or part of its own."""
    return role_of(label.rstrip(" :：")) in ("-", "note", "") and not _LABEL.match(under[:LINE])


def _over_others(draft: Draft) -> set[str]:
    """The lines such as "Example:" with code or further lines right below, which stay and need them."""
    lines = [line for piece in draft.body for line in piece.text.split("\n") if line.strip()]
    return {
        line
        for line, under in pairwise(lines)
        if line.rstrip().endswith((":", "："))
        and is_facet(line)
        and (_CODE.fullmatch(under[:LINE]) or _is_kept(line, under))
    }


_LAST = re.compile(  # "… ring back. Also callback hours."
    r"(?<=[.!?]) (?:Also|Auch|Aussi|También|Também|Anche|Ook)\s+"
    r"(?!(?:wel|bekend|bekannt|known|called|termed|appel|nomm|dite?s?\b|connue?s?\b|llamad|conocid|denominad|"
    r"dett[oaie]\b|chiamat|not[oaie]\b|chamad|conhecid))"
    r"(?P<said>[^\s.,;:!?]{2,40}(?: [^\s.,;:!?]{1,40}){0,3})\.?\s*$"
)


def _without_last_name(name: str, piece: Piece) -> tuple[Piece, list[str]]:
    """The text without a last sentence that is another name: in quotes, short for the name, or like it."""
    found = _LAST.search(piece.text, max(0, len(piece.text) - TAIL))
    said = _CALLED_AT_END.sub("", found["said"]) if found else ""
    own = {word for word in names.fold(name).split() if len(word) > 3}
    quoted = said[:1] in _QUOTES and said[-1:] in _QUOTES
    like = not own.isdisjoint(names.fold(said).split())
    if not found or not (quoted or like or abbreviates(said, name)):
        return piece, []
    return replace(piece, text=piece.text[: found.start()].rstrip()), [clean_name(said.strip(_QUOTES))]


_QUOTED = r"[\"“”„«‘'][^\"“”„«»‘’'\n]{1,90}[\"“”»’']"
_MEANS = re.compile(  # verbs whose objects do not read well alone are kept
    rf"[\"”»’]?\s*(?P<others>(?:{JOINED}{_QUOTED}\s*+|\(\s*{_QUOTED}\s*\)\s*+)*+),?\s*"
    rf"(?:(?:(?:(?:shall |will )?means?|bedeutet|désigne|signifie|significa|betekent|означает|{MEANS})"
    r"[,:]?\s+|"
    r"(?:とは|是指|指的是|หมายถึง|หมายความว่า)[、,，:：]?\s*)(?=\S)|"
    rf"(?P<kept>(?={DEFINED_VERBS})))"
)


def _after_means(draft: Draft) -> Draft:
    """The draft of a contract's definition, "“Name” or “NM” means …", with what follows the verb as text."""
    first = draft.body[0] if draft.body else None
    found = _MEANS.match(first.text[:LINE]) if first and draft.how == "label" else None
    if not first or not found or (found["kept"] is not None and not found["others"]):
        return draft
    others = [clean_name(part.strip("\"“”„«»‘’' ")) for part in re.findall(_QUOTED, found["others"])]
    body = (replace(first, text=first.text[found.end() :]), *draft.body[1:])
    return replace(draft, body=body, also=(*draft.also, *others))


_DASH = re.compile(r"[—–:：]\s+(?=\S)")


def _after_dash(draft: Draft) -> Draft:
    """The draft with a text that begins after the dash or colon between it and its name."""
    found = _DASH.match(draft.body[0].text) if draft.body else None
    if not found:
        return draft
    first = replace(draft.body[0], text=draft.body[0].text[found.end() :])
    return replace(draft, body=(first, *draft.body[1:]))


def _line(line: str, first: bool, also: list[str], left: list[Skipped], number: int) -> str:
    """The part of a line that defines; other names are added to ``also``, other parts to ``left``."""
    if not first and _TAG.match(line):
        left.append(Skipped(line=number, text=line.strip(), why="mark of an editor"))
        return ""
    if tags := _TAGS.search(line, max(0, len(line) - TAIL)):
        left.append(Skipped(line=number, text=tags[0].strip(), why="mark of an editor"))
        line = line[: tags.start()]
    if not first and _SEE_ALSO.match(line[:LINE]):
        left.append(Skipped(line=number, text=line.strip(), why="reference to other entries"))
        return ""
    told = _LABEL.match(line[:LINE]) if first else None
    if told and is_facet(told["label"]) and role_of(told["label"]) == "text" and told["rest"].strip():
        return line[told.start("rest") :]
    if not first and len(line) <= LINE:
        only = _ONLY_NAMES.match(line)
        names = _names(only["list"], only[0]) if only else []
        if names:
            also += names
            return ""
        label = _LABEL.match(line)
        if label and not _is_text(label["label"]) and not _is_remark(label):
            role = field_of(role_of(label["label"])) if is_exact(label["label"]) else ""
            if role == "also" and not is_prose(label["rest"]):
                also += [] if is_nothing(label["rest"]) else other_names([label["rest"].rstrip(".")])
            else:
                left.append(
                    Skipped(line=number, text=line.strip(), why=f"'{label['label']}' of the entry above")
                )
            return ""
    return _without_names(line, first, also)


def _without_names(line: str, first: bool, also: list[str]) -> str:
    """A line without a last sentence or brackets of other names, which are added to ``also``."""
    kept, end = line[:-TAIL], line[-TAIL:]
    for pattern in (_IN_BRACKETS, _SENTENCE):
        found = pattern.search(end)
        said = next((text for text in found.groups() if text), "") if found else ""
        if found and (_is_of_last_words(found[0], line) or (not first and pattern is _IN_BRACKETS)):
            continue  # brackets in a later paragraph tell of what that speaks of
        if found and pattern is _SENTENCE and found["labelled"] and found[0].lstrip()[:1].islower():
            continue  # "См. также: …"
        if (
            found
            and (kept or not first or end[: found.start()].strip())
            and (names := _names(said, found[0]))
        ):
            also += names
            told = pattern is _SENTENCE and not re.search("[:：]", found[0])  # "Also called a pilot." is text
            return line if told else kept + _ended(end[: found.start()].rstrip(), found[0])
    clause = _CLAUSE.search(end)
    also += _names(next(filter(None, clause.groups())), clause[0]) if clause else []
    return line


def _ended(line: str, brackets: str) -> str:
    """The line with the full stop that stood behind the brackets at its end: "A fee (also called rent)."."""
    stop = brackets.rstrip()[-1:]
    stopped = brackets.rstrip()[-2:-1] in ")]）" and stop in ".。" and line[-1:].isalnum()
    return line + stop if stopped else line


_OR = re.compile(r"\s*[(\[（]\s*(?:or|oder)\s", re.IGNORECASE)
_LATER = re.compile(r"\w{3}[.!?。]\s+[^\s.!?。][^.!?。]*$")  # a sentence before the words that end here


def _is_of_last_words(brackets: str, line: str) -> bool:
    """Whether brackets say another word for the words before them, and not for the term.

    So they do after "or" at the end of a text ("… told apart (or nearly so)"), and at the end of a
    sentence that is not the first one ("… Its main users are testers (also called checkers).").
    """
    before = line[: -len(brackets)]
    later = brackets.lstrip()[:1] in "([（" and _LATER.search(before) is not None
    return later or _OR.match(brackets) is not None


def _is_text(label: str) -> bool:
    """Whether words before a colon belong to the text, because they are no label of a part of an entry."""
    if fold(label) in WARNINGS:
        return True
    if is_facet(label) or fold(label).startswith("related "):  # "Related terms group"
        return False
    return not is_exact(label) or role_of(label) not in ("also", "short", "-", "see")


def _is_remark(label: re.Match[str]) -> bool:
    """Whether a line is a remark on what stands above it, and none about the list."""
    own = not label["label"].isupper() and fold(label["label"]) in NOTE_LABELS
    return own and is_prose(label["rest"]) and not speaks_of_glossary(label["rest"])


_AFTER_QUOTED = re.compile(r"([\"”’»])\s*\([^()]{1,60}\)")  # "Private Line" (a trademark)


_QUOTED_AND_MORE = re.compile(  # "« Noémie » par les adhérents": a sentence goes on after the name
    rf"{_QUOTED}\s+(?!(?:and|or|und|oder|et|ou|y|o|e|en|of|и|или)\b)[^\W\d_]"
)


_MARKED = re.compile(rf"(?:{_QUOTED}|\*[^*\n]{{1,60}}\*|_[^_\n]{{1,60}}_)")


def _is_one_name(said: str) -> bool:
    """Whether the words after an article are a single name: "also called a *draw*", "a bowline knot"."""
    return _MARKED.fullmatch(said) is not None or (count_words(said) <= 2 and not _ITEMS.search(said))


_REFERS = re.compile(r"(?:see|siehe|voir|véase|vedi|zie|ver|см\.)\s", re.IGNORECASE)  # "Also see Dobin."
_CALLED_AT_END = re.compile(  # "(auch Wohngeld genannt)"
    r"(?<=\w)\s(?:genannt|bezeichnet|genoemd|kallad|kallat)$"
)


def _names(said: str, whole: str) -> list[str]:
    """The names in a list of other names, which ``whole`` introduces; none if it is a sentence."""
    article = _ARTICLE.match(said)
    if article and (rest := said[article.end() :]) and _is_one_name(rest.strip()):
        said = rest
    elif article or ELSEWHERE.search(said) or _REFERS.match(said):
        return []
    said = _AFTER_QUOTED.sub(r"\1", _CALLED_AT_END.sub("", unstopped(said.strip())))
    if _QUOTED_AND_MORE.match(said):
        return []
    items = [clean_name(item).strip("“”\"'‘’«»「」『』 ") for item in _ITEMS.split(with_commas(said, whole))]
    return items if all(0 < count_words(item) <= WORDS for item in items) else []
