"""The file of a term that somebody is about to write: six lines, or all fields with what they are for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rapidfuzz import fuzz

from site_gen.corpus.yaml import write
from site_gen.corpus.yaml.write import Value
from site_gen.match import Candidate
from site_gen.match.abbreviations import looks_like_one
from site_gen.model import names
from site_gen.model.field import Field
from site_gen.model.placeholder import TO_BE_WRITTEN
from site_gen.model.records import Glossary
from site_gen.model.schema import TERM

_ALIKE = 85  # of 100: two slips in a name of four words
_MOST = 3  # candidates for one spelling
_ALWAYS: Mapping[str, Value] = {
    "name": "", "abbreviations": [], "aliases": [], "definition": TO_BE_WRITTEN, "topics": [],
    "status": "draft",
}  # fmt: skip


def named(typed: str) -> tuple[str, list[str]]:
    """Name and abbreviations of what was typed: "Average speed of answer (ASA)"."""
    shorts = [inside for inside in names.brackets(typed) if looks_like_one(inside)]
    if not shorts:
        return " ".join(typed.split()), []
    return " ".join(names.bare(typed).split()), shorts


def spelled_alike(glossary: Glossary, name: str) -> Iterator[Candidate]:
    """The terms with a label that differs from ``name`` in a slip or two, best first."""
    folded = names.fold(name)
    best: dict[str, tuple[float, str]] = {}
    for term in glossary.terms:
        for _field, label in term.labels():
            score = fuzz.ratio(folded, names.fold(label), score_cutoff=_ALIKE)
            best[term.slug] = max(best.get(term.slug, (0.0, "")), (score, label))
    for slug, (score, label) in sorted(best.items(), key=lambda one: (-one[1][0], one[0]))[:_MOST]:
        if score:
            yield Candidate(term=slug, score=round(score), why=f"spelled like '{label}'")


def term_text(values: Mapping[str, Value], full: bool) -> str:
    """The YAML of a new term; ``full``: with every field it could have, as comments."""
    known: dict[str, Value] = {**_ALWAYS, **{key: value for key, value in values.items() if value}}
    ordered = {field: known[field] for field in TERM if field in known}
    if not full:
        return write.document(ordered)
    return "\n".join(line for field, spec in TERM.items() for line in _lines(field, spec, ordered)) + "\n"


def _lines(field: str, spec: Field, values: Mapping[str, Value]) -> Iterator[str]:
    choices = f" ({', '.join(spec.choices)})" if spec.choices else ""
    yield f"# {spec.help}{choices}"
    if field in values:
        yield from write.lines({field: values[field]}, 0)
        return
    yield f"#{field}:" + (" []" if spec.many and not spec.fields else "")
    margin = "#  "
    if spec.kind == "map" and spec.fields:
        yield f"{margin}slug-of-the-other:"
        margin += "  "
    for inner, part in spec.fields.items():
        first = spec.many and inner == next(iter(spec.fields))
        yield f"{margin}# {part.help}"
        yield f"{margin}{'- ' if first else '  ' if spec.many else ''}{inner}:"
