"""glossary/words.yaml: a desk's own texts of the pages, in place of those that ship or beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from site_gen.catalog import Text, shipped
from site_gen.catalog.catalog import COUNT
from site_gen.catalog.pattern import loose_brace, places
from site_gen.catalog.shipped import FORMS, is_plural
from site_gen.corpus.reader import Reader
from site_gen.corpus.scalars import described, short
from site_gen.corpus.yaml import parse
from site_gen.model.records import Origin
from site_gen.model.suggest import did_you_mean

_SEE = "glossary docs language tells the form"


def read_words(reader: Reader, node: parse.Node | None) -> tuple[Mapping[str, Text], Origin]:
    """The texts by key, without those that have a mistake, and the line of each."""
    found: dict[str, Text] = {}
    if node is not None:
        _read_group(reader, node, "", found)
    return found, Origin(path=reader.path, lines=reader.lines)


def _read_group(reader: Reader, node: parse.Node, above: str, found: dict[str, Text]) -> None:
    if not isinstance(node, parse.Mapping):
        name = f"'{above[:-1]}'" if above else "the file"
        reader.problem(
            node.line, "wrong-type", f"{name} is {described(node)}, expected texts by their keys", _SEE
        )
        return
    english = shipped("en")
    for key, inner in node.pairs:
        name = above + key.value
        reader.lines[name] = key.line
        if name in english and is_unwritten(inner):
            continue
        if name in english:
            text = _text(reader, inner, name, english[name])
            if text:
                found[name] = text
        elif any(one.startswith(f"{name}.") for one in english):
            _read_group(reader, inner, f"{name}.", found)
        else:
            beside = [one for one in english if one.startswith(above)] or list(english)
            hint = did_you_mean(name, beside, _SEE)
            reader.problem(key.line, "unknown-field", f"no page has a text '{short(name)}'", hint)


def is_unwritten(node: parse.Node) -> bool:
    """Whether it is still to be written, as ``glossary words`` lays it out: '""', '{one: "", other: ""}'."""
    if isinstance(node, parse.Mapping):
        return all(_is_blank(inner) for _, inner in node.pairs)
    return _is_blank(node)


def _is_blank(node: parse.Node) -> bool:
    return isinstance(node, parse.Scalar) and node.style == '"' and not node.value


def _text(reader: Reader, node: parse.Node, name: str, english: Text) -> Text | None:
    """A text or its plural forms; None where something is wrong with it."""
    if isinstance(node, parse.Scalar):
        return node.value if _is_sound(reader, node, name, english) else None
    if isinstance(english, str) or not isinstance(node, parse.Mapping):
        expected = "a text" if isinstance(english, str) else "a text for each plural form"
        reader.problem(node.line, "wrong-type", f"'{name}' is {described(node)}, expected {expected}", _SEE)
        return None
    forms: dict[str, str] = {}
    is_sound = True
    for key, inner in node.pairs:
        place = f"{name}.{key.value}"
        reader.lines[place] = key.line
        if key.value not in FORMS:
            hint = did_you_mean(key.value, FORMS, "CLDR's forms are " + ", ".join(sorted(FORMS)))
            reader.problem(
                key.line, "unknown-field", f"'{name}' has no plural form '{short(key.value)}'", hint
            )
            is_sound = False
        elif not isinstance(inner, parse.Scalar):
            reader.problem(
                inner.line, "wrong-type", f"'{place}' is {described(inner)}, expected a text", _SEE
            )
            is_sound = False
        else:
            is_sound = _is_sound(reader, inner, place, english) and is_sound
            forms[key.value] = inner.value
    if is_sound and not is_plural(forms):
        reader.problem(
            node.line, "missing-field", f"'{name}' has no form 'other'", "add it: it stands for the rest"
        )
        return None
    return forms if is_sound else None


def _is_sound(reader: Reader, node: parse.Scalar, name: str, english: Text) -> bool:
    mistakes = list(_mistakes(node, name, english))
    for code, message, hint in mistakes:
        reader.problem(node.line, code, message, hint)
    return not mistakes


def _mistakes(node: parse.Scalar, name: str, english: Text) -> Iterator[tuple[str, str, str]]:
    """(code, message, hint) of each mistake in one text."""
    if node.lost:
        yield (
            "cut-value",
            f"'{name}' ends at ' #', and '{short(node.lost)}' is lost",
            "put the text in quotes",
        )
    if not node.value.strip():
        yield "empty-item", f"'{name}' has no text", "write it or delete the line"
        return
    forms = [english] if isinstance(english, str) else list(english.values())
    wanted = {place for form in forms for place in places(form)}
    written = places(node.value)
    for place, is_around in sorted(wanted - written):
        if place != COUNT or isinstance(english, str) or name.endswith(".other"):  # "one" may be a word
            shown = f"[words]{{{place}}}" if is_around else f"{{{place}}}"
            yield "wrong-value", f"'{name}' has no {shown}, which the page fills", "put it where it belongs"
    for place, is_around in sorted(written - wanted):
        shown = f"[…]{{{place}}}" if is_around else f"{{{place}}}"
        known = ", ".join(sorted(f"[…]{{{one}}}" if around else f"{{{one}}}" for one, around in wanted))
        yield "wrong-value", f"'{name}' has {shown}, which no page fills", f"it may have {known or 'none'}"
    if brace := loose_brace(node.value):
        yield "wrong-value", f"'{name}' has a '{brace}' that belongs to no place", "leave it out"
