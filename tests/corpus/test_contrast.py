"""A contrast with a scene for each of the two, from the file to the page; the older form beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from helpers.corpora import checked, printed, term_yaml, tree
from helpers.rows import each_row
from site_gen.corpus.load import load
from site_gen.corpus.yaml import edit
from site_gen.editing.merge_terms import merge_terms
from site_gen.editing.rename import rename
from site_gen.editing.sheet.change import changed, drafted
from site_gen.editing.sheet.columns import cells
from site_gen.history.changes import FieldChange, compare_terms
from site_gen.model.records import Contrast, Site
from site_gen.pipeline import files_of

BOTH = """\
contrast:
  ring:
    difference: One is heard, the other is spoken.
    scenes:
      own: A customer asks for Ada.
      other: The phone on the wall shakes.
"""
OLDER = """\
contrast:
  ring:
    difference: One is heard, the other is spoken.
    scene: The phone on the wall shakes.
    fits: ring
"""


def corpus(contrast: str) -> dict[str, bytes]:
    return tree(
        call=term_yaml("Call", contrast.rstrip(), definition="What is said by phone."),
        ring=term_yaml("Ring", definition="A sound that asks for attention."),
        bell=term_yaml("Bell", definition="A thing of brass."),
    )


def contrast_of(files: Mapping[str, bytes], slug: str = "call") -> Contrast:
    (found,) = load(files).glossary.by_slug[slug].contrast
    return found


@each_row(
    "written, scenes, single",
    [
        (BOTH, {"call": "A customer asks for Ada.", "ring": "The phone on the wall shakes."}, ("", "")),
        (OLDER, {"ring": "The phone on the wall shakes."}, ("The phone on the wall shakes.", "ring")),
        ("contrast: {ring: One is heard.}\n", {}, ("", "")),
    ],
)
def test_each_form_is_read(written: str, scenes: Mapping[str, str], single: tuple[str, str]) -> None:
    files = corpus(written)
    assert printed(checked(files)) == []
    found = contrast_of(files)
    assert (found.scenes, (found.scene, found.fits)) == (scenes, single)


@each_row(
    "written, expected",
    [
        (
            BOTH.replace("      other: The phone on the wall shakes.\n", ""),
            "glossary/terms/call.yaml:8: 'contrast.ring.scenes' has no 'other'; add it: a situation that fits "
            "only the other term, naming neither [missing-field]",
        ),
        (
            BOTH + "    scene: It shakes.\n    fits: ring\n",
            "glossary/terms/call.yaml:7: 'scenes' stands beside 'scene' or 'fits', its older form; "
            "keep 'scenes', with a scene for each of the two [contrast-scene]",
        ),
        (
            BOTH.replace("own:", "mine:"),
            "glossary/terms/call.yaml:8: unknown field 'mine'; known fields: own, other [unknown-field]",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_line(written: str, expected: str) -> None:
    assert expected in printed(checked(corpus(written)))


def test_pages_and_data_show_both_sides() -> None:
    difference = "One is heard, the other is spoken."
    files = {path: data.decode() for path, data in _text_files(corpus(BOTH)).items()}
    shown = '<dl class="gl-pair__scenes"><div><dt>'
    assert 'call.html#dont-confuse-with">Call</a></dt><dd>Ring</dd>' in files["compare.md"]
    assert difference not in files["compare.md"]  # it comes when a line is opened
    assert shown + "Call</dt><dd>A customer asks for Ada.</dd></div>" in files["terms/call.md"]
    assert shown + "Ring</dt><dd>The phone on the wall shakes.</dd></div>" in files["terms/ring.md"]
    terms = {row["slug"]: row for row in json.loads(files["api/terms.json"])["terms"]}
    own, other = "A customer asks for Ada.", "The phone on the wall shakes."
    assert terms["call"]["contrast"] == [
        {"term": "ring", "difference": difference, "scenes": {"own": own, "other": other}}
    ]
    assert terms["ring"]["contrast"] == [
        {"term": "call", "difference": difference, "scenes": {"own": other, "other": own}}
    ]


def test_one_scene_stands_on_the_pages_of_both() -> None:
    files = {path: data.decode() for path, data in _text_files(corpus(OLDER)).items()}
    shown = "</dt><dd>The phone on the wall shakes."
    assert f"Ring{shown}" in files["terms/ring.md"] and f"Ring</a>{shown}" in files["terms/call.md"]
    assert '"scenes"' not in files["api/terms.json"]


def _text_files(files: Mapping[str, bytes]) -> dict[str, bytes]:
    made = files_of(load(files).glossary, Site())
    return {path: data for path, data in made.items() if path.endswith((".md", ".json"))}


@each_row("written", [BOTH, OLDER])
def test_a_renamed_or_merged_term_keeps_its_side(written: str) -> None:
    files = corpus(written)
    loaded = load(files)
    ring = loaded.glossary.by_slug["ring"]
    before = contrast_of(files)
    for done in (
        rename(files, loaded, ring, "chime"),
        merge_terms(files, loaded, ring, loaded.glossary.by_slug["bell"]),
    ):
        after = {**files, **done.changes}
        found = contrast_of({path: data for path, data in after.items() if data is not None})
        assert list(found.scenes.values()) == list(before.scenes.values())
        assert set(found.scenes) <= {"call", found.to} and found.to in ("chime", "bell")


def test_a_changed_scene_is_told_by_its_side() -> None:
    before, after = (load(corpus(text)).glossary.by_slug for text in (BOTH, BOTH.replace("Ada", "Ben")))
    (change,) = compare_terms(before, after, {})
    assert change.fields == (
        FieldChange("contrast.ring.own", "A customer asks for Ada.", "A customer asks for Ben."),
    )


def test_the_sheet_has_a_column_for_each_side() -> None:
    files = corpus(BOTH)
    shown = cells(load(files).glossary.by_slug["call"])
    own, other = "contrast.scenes.own", "contrast.scenes.other"
    assert shown[own] == "ring: A customer asks for Ada."
    assert (shown["contrast.scene"], shown["contrast.fits"]) == ("", "")
    text = files["glossary/terms/call.yaml"].decode()
    assert changed(text, {own: {"ring": "Ada is asked for."}}) == text.replace(
        "A customer asks for Ada.", "Ada is asked for."
    )
    assert edit.plain(changed(text, {own: {}, other: {}}))["contrast"]["ring"] == {
        "difference": "One is heard, the other is spoken."
    }
    short = "name: Call\ncontrast: {ring: One is heard.}\n"
    grown = changed(changed(short, {own: {"ring": "One."}}), {other: {"ring": "Two."}})
    assert edit.plain(grown)["contrast"]["ring"] == {
        "difference": "One is heard.",
        "scenes": {"own": "One.", "other": "Two."},
    }
    assert edit.plain(changed(text, {"contrast.difference": {}})).get("contrast") is None
    new = drafted(
        {
            "name": "Call",
            own: {"ring": "One."},
            other: {"ring": "Two."},
            "contrast.difference": {"ring": "X."},
        }
    )
    assert edit.plain(new)["contrast"] == {
        "ring": {"difference": "X.", "scenes": {"own": "One.", "other": "Two."}}
    }
