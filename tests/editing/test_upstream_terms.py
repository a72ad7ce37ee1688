"""Terms come, go and are renamed on both sides at random: nothing is lost, and nothing leads nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from helpers.tried import tried
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit, write
from site_gen.editing.new_problems import after
from site_gen.editing.rename import rename
from site_gen.editing.upstream.adopt import adopted
from site_gen.editing.upstream.bring import bring
from site_gen.editing.upstream.edition import Edition, read_edition
from site_gen.editing.upstream.kept import read_kept
from site_gen.text import markdown

SLUGS = ("agent", "queue", "ticket", "triage", "shift")
Terms = dict[str, dict[str, Any]]


def term(slug: str, others: list[str]) -> dict[str, Any]:
    """A term that leads to others in every way there is."""
    values = {"name": slug, "definition": f"What {slug} is.", "topics": ["desk"], "status": "approved"}
    ways = {
        "related": others,
        "distinct": others[1:],
        "broader": others[0] if others else "",
        "contrast": dict.fromkeys(others[:1], "They differ."),
        "details": " ".join(f"[it](term:{other})" for other in others),
    }
    return {**values, **{name: value for name, value in ways.items() if value}}


def made(terms: Terms, redirects: Mapping[str, str], name: str) -> Edition:
    files = {f"glossary/terms/{slug}.yaml": write.document(values).encode() for slug, values in terms.items()}
    files["glossary/topics.yaml"] = b"- id: desk\n  name: The desk\n"
    stops = [{"term": slug} for slug in sorted(terms)]
    files["glossary/paths.yaml"] = "".join(
        f"{line}\n" for line in write.listed({"id": "all", "title": "All", "stops": stops}, 0)
    ).encode()
    if redirects:
        files["glossary/redirects.yaml"] = write.document(redirects).encode()
    return read_edition(name, files)


@st.composite
def editions(draw: st.DrawFn) -> tuple[Edition, Edition]:
    leads = {slug: draw(st.lists(st.sampled_from(SLUGS), max_size=3, unique=True)) for slug in SLUGS}
    one = {slug: term(slug, [other for other in leads[slug] if other != slug]) for slug in SLUGS}
    fate = {slug: draw(st.sampled_from(["stays", "changes", "goes", "renamed"])) for slug in SLUGS}
    now = {slug: f"new-{slug}" if fate[slug] == "renamed" else slug for slug in SLUGS if fate[slug] != "goes"}
    added = draw(st.lists(st.sampled_from(["extra", "more"]), unique=True))
    two = {
        now[slug]: term(slug, [*(now[o] for o in leads[slug] if o != slug and o in now), *added])
        for slug in now
    }
    for slug in added:
        two[slug] = term(
            slug,
            draw(st.lists(st.sampled_from(sorted(now.values())), max_size=2, unique=True)) if now else [],
        )
    for slug in now:
        if fate[slug] == "changes":
            two[slug]["definition"] = "Changed upstream."
    moved = {slug: new for slug, new in now.items() if slug != new}
    return made(one, {}, "1.0"), made(two, moved, "2.0")


def dangling(files: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """Each way from a term, or from the path, to a term that is not there."""
    glossary = load(files).glossary
    found: set[tuple[str, str]] = set()
    for one in glossary.terms:
        links = {
            address.removeprefix("term:") for address, _ in markdown.targets(markdown.parse(str(one.details)))
        }
        to = {*one.related, *one.distinct, one.broader, *(contrast.to for contrast in one.contrast), *links}
        found |= {(one.slug, slug) for slug in to if slug and slug not in glossary.by_slug}
    found |= {
        (path.id, stop.term)
        for path in glossary.paths
        for stop in path.stops
        if stop.term not in glossary.by_slug
    }
    return found


@given(editions(), st.dictionaries(st.sampled_from(SLUGS), st.sampled_from(["goes", "renamed", "here"])))
@tried(120)
def test_terms_come_and_go_on_both_sides(both: tuple[Edition, Edition], fate: Mapping[str, str]) -> None:
    one, two = both
    files: dict[str, bytes] = adopted(one)
    at: dict[str, str] = {}
    for slug in SLUGS:
        at[slug] = slug
        path = f"glossary/terms/{slug}.yaml"
        if fate.get(slug) == "renamed":
            loaded = load(files)
            done = rename(files, loaded, loaded.glossary.by_slug[slug], f"our-{slug}")
            files, at[slug] = after(files, done.changes), f"our-{slug}"
        elif fate.get(slug) == "here":
            files[path] = edit.set_value(files[path].decode(), ("here",), f"Our {slug}.").encode()
    for slug in SLUGS:
        if fate.get(slug) == "goes":
            del files[f"glossary/terms/{slug}.yaml"]
            del at[slug]
    before = dangling(files)
    kept = read_kept(files["glossary/upstream.json"])
    done_now = bring(files, load(files), kept, two, (), lambda _: None, {})
    now = after(files, done_now.changed.changes)
    renamed = done_now.changed.moved or {}
    terms = load(now).glossary.by_slug

    assert {(renamed.get(one, one), to) for one, to in before} >= dangling(now)
    for slug, here in at.items():  # every term of the desk is there, with what the desk has written
        found = terms[renamed.get(here, here)]
        assert found.here == ("Our " + slug + "." if fate.get(slug) == "here" else "")
        upstream = two.terms.get(slug) or two.terms.get(f"new-{slug}")
        if upstream:  # and with what upstream has changed
            assert found.definition == upstream["definition"]
        else:
            assert any(note.startswith(f"{here} is no longer upstream") for note in done_now.notes)
    gone = {here for slug, here in at.items() if not {slug, f"new-{slug}"} & set(two.terms)}
    for term_here in load(files).glossary.terms:  # a way to a term that only the desk still has stays as well
        ways = gone.intersection(term_here.related)
        assert ways <= set(terms[renamed.get(term_here.slug, term_here.slug)].related)
    assert {"extra", "more"} & set(two.terms) == {"extra", "more"} & set(terms) == set(done_now.new)
    assert len(terms) == len(at) + len(done_now.new)  # what the desk took out stays out
    assert all(redirect in load(now).glossary.redirects for redirect in renamed)

    again = bring(now, load(now), read_kept(now["glossary/upstream.json"]), two, (), lambda _: None, {})
    assert after(now, again.changed.changes) == now
