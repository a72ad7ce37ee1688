"""Unclaimed entries into the corpus: what is certain, new or asked, and that nothing is lost."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import assume, given
from hypothesis import strategies as st

from helpers.rows import each_row
from helpers.tried import tried
from site_gen.checks.rules import check
from site_gen.corpus.load import load
from site_gen.match import Question
from site_gen.model import names
from site_gen.model.problem import errors
from site_gen.sources.decisions import Answer, Decision, Merged
from site_gen.sources.drafts import designations, sentence_case
from site_gen.sources.merge import merge

TOPICS = "- id: desk\n  name: Desk\n"
RESOLUTION = """\
name: First contact resolution
abbreviations: [FCR]
aliases: [First call resolution]
definition: The share of issues that are solved the first time someone gets in touch.
topics: [desk]
status: approved
"""


def tree(entries: str, **terms: str) -> dict[str, bytes]:
    files = {f"glossary/terms/{slug.replace('_', '-')}.yaml": text.encode() for slug, text in terms.items()}
    files["glossary/topics.yaml"] = TOPICS.encode()
    files["glossary/sources/theirs.yaml"] = f"title: Theirs\nentries:\n{entries}".encode()
    return files


def decisions(merged: Merged) -> dict[str, Decision]:
    return {decision.verdict.name: decision for decision in merged.decisions}


def after(files: dict[str, bytes], merged: Merged) -> dict[str, bytes]:
    return {**files, **merged.changes}


def test_what_is_certain_is_claimed_and_every_other_byte_stays() -> None:
    entries = "  # their first\n  - name: First Call Resolution (FCR)\n    says: 'It counts.'   \n"
    files = tree(entries, first_contact_resolution=RESOLUTION)
    merged = merge(files)
    assert decisions(merged)["First Call Resolution (FCR)"].verdict.kind == "same"
    assert set(merged.changes) == {"glossary/sources/theirs.yaml"}
    text = merged.changes["glossary/sources/theirs.yaml"].decode()
    assert (
        text.replace("    term: first-contact-resolution\n", "")
        == files["glossary/sources/theirs.yaml"].decode()
    )


def test_what_is_new_becomes_a_draft_that_the_checks_accept() -> None:
    text = "Handing work to another firm. Cheap at first."
    entries = f'  - name: BPO (Business Process Outsourcing)\n    text: "{text}"\n'
    files = tree(entries, first_contact_resolution=RESOLUTION)
    merged = merge(files)
    assert decisions(merged)["BPO (Business Process Outsourcing)"].drafted
    loaded = load(after(files, merged))
    term = loaded.glossary.by_slug["business-process-outsourcing"]
    assert (term.name, term.abbreviations, term.status) == ("Business process outsourcing", ("BPO",), "draft")
    assert term.definition == "Handing work to another firm. Cheap at first."
    assert term.topics == ("unsorted",)
    assert errors(check(loaded)) == ()


@each_row(
    "name, text",
    [
        ("First Contact", "The first message a customer ever sends."),
        ("Contact resolution rate", ""),
        ("First call fix", ""),
    ],
)
def test_what_is_doubtful_is_never_merged_silently(name: str, text: str) -> None:
    files = tree(f'  - name: {name}\n    text: "{text}"\n', first_contact_resolution=RESOLUTION)
    merged = merge(files)
    verdict = decisions(merged)[name].verdict
    assert verdict.kind != "same"
    if verdict.kind == "ask":
        assert merged.changes == {}
        assert verdict.candidates[0].term == "first-contact-resolution"
        assert verdict.candidates[0].why


ENTRIES = """\
  - name: Customer Churn Rate
    text: The share of customers who leave in a month.
  - name: Churn
    text: The loss of customers over a period.
  - name: Help Desk
    text: A place where people get help with their computers.
  - name: Helpdesk
    text: One place for all computer help.
  - name: First call fix
    text: The first try works.
  - name: Proactive Support
    text: Getting in touch before the customer has to.
"""


def source_of(*entries: dict[str, object]) -> str:
    return "".join(f"  - {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)


def test_what_a_source_also_calls_it_is_matched_and_drafted() -> None:
    entries = source_of(
        {"name": "KIS", "also": ["Krankenhausinformationssystem"], "text": "All data of a hospital."},
        {"name": "eGK", "also": ["Versichertenkarte", "Gesundheitskarte"], "text": "A card with a chip."},
        {
            "name": "Warteschlange",
            "also": ["First call resolution"],
            "text": "Who comes first is served first.",
        },
    )
    files = tree(entries, first_contact_resolution=RESOLUTION)
    merged = merge(files)
    terms = load(after(files, merged)).glossary.by_slug
    hospital, card = terms["krankenhausinformationssystem"], terms["egk"]
    assert (hospital.name, hospital.abbreviations) == ("Krankenhausinformationssystem", ("KIS",))
    assert (card.name, card.aliases) == ("eGK", ("Versichertenkarte", "Gesundheitskarte"))
    queue = decisions(merged)["Warteschlange"].verdict
    assert queue.candidates[0].term == "first-contact-resolution"


def test_entries_of_one_source_that_share_their_names_are_one_term_or_a_question() -> None:
    entries = source_of(
        {"name": "KIS", "also": ["Krankenhausinformationssystem"]},
        {"name": "Krankenhausinformationssystem (KIS)", "text": "All data of a hospital."},
    )
    files = tree(entries)
    merged = merge(files)
    assert {one.verdict.kind for one in merged.decisions} <= {"new", "ask"}
    assert len(load(after(files, merged)).glossary.terms) == 1


def test_an_abbreviation_beside_its_long_name_in_one_source_is_that_terms() -> None:
    entries = source_of(
        {"name": "Order of Work", "text": "Which jobs come first on a day."},
        {"name": "OW", "text": "Order of Work."},
        {"name": "SaaS", "text": "Software as a Service"},
    )
    files = tree(entries, calls="name: Seldom asked about subjects\ndefinition: Odd ones.\ntopics: [desk]\n")
    found = {name: one.verdict.term for name, one in decisions(merge(files)).items()}
    assert found == {"Order of Work": "order-of-work", "OW": "order-of-work", "SaaS": "saas"}


@each_row("name", ["小土豆", "Δέλτα", "Поддержка", "دعم العملاء"])
def test_a_name_without_an_address_is_left_to_a_person(name: str) -> None:
    merged = merge(tree(source_of({"name": name, "text": "A thing."})))
    assert merged.changes == {}
    [decision] = merged.decisions
    assert decision.verdict.kind == "ask"
    assert "--slug" in decision.verdict.why


@each_row("definition", ["Still to be written: what it is, in one or two sentences.", "TBD"])
def test_an_entry_belongs_to_the_term_that_was_begun_for_it(definition: str) -> None:
    others = {
        word: f"name: {word}\ndefinition: A thing for {word} work.\ntopics: [desk]\n"
        for word in ("rope", "anvil", "lamp", "stool", "kettle", "drawer")
    }
    client = f"name: Клиент\ndefinition: '{definition}'\ntopics: [desk]\n"
    files = tree(
        source_of({"name": "Клиент", "text": "Тот, кто покупает у нас товар."}), klient=client, **others
    )
    [decision] = merge(files).decisions
    assert (decision.verdict.kind, decision.verdict.term) == ("same", "klient")


def test_a_verdict_agrees_with_its_reason() -> None:
    courier = "name: Courier\ndefinition: A person who brings parcels to customers at home.\ntopics: [desk]\n"
    text = "A typeface with letters of equal width, made for old typewriters."
    files = tree(source_of({"name": "Courier", "text": text}), courier=courier)
    for decision in merge(files).decisions:
        assert ("something else" in decision.verdict.why) == (decision.verdict.kind == "ask")


_PARTS = ("Queue", "queues", "SLA", "C", "C++", "C#", "(SLA)", "First", "contact", "resolution", "FCR", "客服", "A/B",
          "Error", "404", "&", "Ticket", "ticketing", "x" * 60, "CON", "!!!", "[a](b)", "é", "-")  # fmt: skip
_NAMES = st.lists(st.sampled_from(_PARTS), min_size=1, max_size=4).map(" ".join)
_ENTRY = st.fixed_dictionaries(
    {"name": _NAMES},
    optional={
        "also": st.lists(_NAMES, max_size=3, unique=True),
        "text": st.lists(st.sampled_from((*_PARTS, "is", "the", "share", "of", ".")), max_size=12).map(
            " ".join
        ),
    },
)


def test_a_claim_that_makes_two_terms_look_like_one_is_left_to_a_person() -> None:
    rest = "definition: A list of all that there is.\ntopics: [desk]\nstatus: approved\n"
    files = tree(
        source_of({"name": "Index", "also": ["SLA"]}, {"name": "Agreement on service"}),
        index=f"name: Index\n{rest}",
        sla=f"name: SLA\ncontext: desk\n{rest}",
    )
    merged = merge(files)
    why = decisions(merged)["Index"].verdict.why
    assert "claimed, it would be an error: 'SLA' may be 'Index'" in why
    assert errors(check(load(after(files, merged)))) == ()
    assert merge(after(files, merged)).changes == {}


_ENTRIES = st.lists(_ENTRY, max_size=8, unique_by=lambda entry: names.key(entry["name"]) or entry["name"])
_SHORT = {
    "agreement": "name: SLA\ncontext: desk\ndefinition: What we promise.\ntopics: [desk]\nstatus: approved\n",
    "ticketing": "name: Ticketing\nabbreviations: [C]\ndefinition: Work on tickets.\ntopics: [desk]\n",
    "queue-2": "name: C++\nformerly: [A/B]\ndefinition: A tongue.\ntopics: [desk]\nstatus: deprecated\n"
    "since: 2026-01-01\nwhy: It is gone.\n",
}


@tried(60)
@given(_ENTRIES, _ENTRIES, st.sets(st.sampled_from(sorted(_SHORT))))
def test_after_any_merge_on_a_clean_corpus_check_has_no_error(
    entries: list[dict[str, object]], others: list[dict[str, object]], terms: set[str]
) -> None:
    files = tree(
        source_of(*entries), first_contact_resolution=RESOLUTION, **{slug: _SHORT[slug] for slug in terms}
    )
    files["glossary/sources/ours.yaml"] = f"title: Ours\nentries:\n{source_of(*others)}".encode()
    assume(errors(check(load(files))) == ())
    merged = merge(files)
    assert errors(check(load(after(files, merged)))) == ()
    assert merge(after(files, merged)).changes == {}


def test_a_second_merge_changes_nothing() -> None:
    files = tree(ENTRIES, first_contact_resolution=RESOLUTION)
    first = merge(files)
    assert first.changes
    again = merge(after(files, first))
    assert again.changes == {}
    left = {name for name, decision in decisions(first).items() if decision.verdict.kind == "ask"}
    assert set(decisions(again)) == left


def test_entries_of_one_concept_in_two_sources_share_one_draft() -> None:
    files = tree("  - name: Help Desk\n")
    files["glossary/sources/ours.yaml"] = b"title: Ours\nentries:\n  - name: Helpdesk\n"
    merged = merge(files)
    verdicts = {name: decision.verdict.term for name, decision in decisions(merged).items()}
    assert verdicts["Help Desk"] == verdicts["Helpdesk"] == "helpdesk"  # "ours" comes first


def test_every_unclaimed_entry_gets_a_decision_in_order() -> None:
    merged = merge(tree(ENTRIES))
    assert [decision.verdict.name for decision in merged.decisions] == [
        "Customer Churn Rate", "Churn", "Help Desk", "Helpdesk", "First call fix", "Proactive Support",
    ]  # fmt: skip


def test_claimed_entries_are_left_alone() -> None:
    entries = "  - name: Something else\n    term: first-contact-resolution\n"
    merged = merge(tree(entries, first_contact_resolution=RESOLUTION))
    assert merged == Merged(changes={}, decisions=())


def answer(
    same: bool | None, asked: list[Question], contrast: str = ""
) -> Callable[[Question], Answer | None]:
    def decide(question: Question) -> Answer | None:
        asked.append(question)
        return None if same is None else Answer(same=same, contrast=contrast)

    return decide


def test_a_persons_yes_is_a_term_line() -> None:
    files = tree("  - name: First call fix\n", first_contact_resolution=RESOLUTION)
    asked: list[Question] = []
    merged = merge(files, decide=answer(True, asked))
    assert len(asked) == 1
    assert b"term: first-contact-resolution" in merged.changes["glossary/sources/theirs.yaml"]


def test_a_persons_no_is_a_draft_told_apart_and_not_asked_again() -> None:
    files = tree("  - name: First call fix\n", first_contact_resolution=RESOLUTION)
    asked: list[Question] = []
    merged = merge(files, decide=answer(False, asked))
    assert len(asked) == 1
    assert load(after(files, merged)).glossary.by_slug["first-call-fix"].distinct == (
        "first-contact-resolution",
    )
    assert merge(after(files, merged), decide=answer(True, asked)).changes == {}
    assert len(asked) == 1


def test_the_sentence_that_tells_two_apart_becomes_their_contrast() -> None:
    files = tree("  - name: First call fix\n", first_contact_resolution=RESOLUTION)
    sentence = "A fix can come at any point of the first call."
    merged = merge(files, decide=answer(False, [], sentence))
    (contrast,) = load(after(files, merged)).glossary.by_slug["first-call-fix"].contrast
    assert (contrast.to, contrast.difference) == ("first-contact-resolution", sentence)


def test_no_answer_leaves_it_open() -> None:
    files = tree("  - name: First call fix\n", first_contact_resolution=RESOLUTION)
    merged = merge(files, decide=answer(None, []))
    assert merged.changes == {}
    assert decisions(merged)["First call fix"].verdict.kind == "ask"


def test_a_draft_never_takes_the_address_of_another_term() -> None:
    other = RESOLUTION.replace("First contact resolution", "Something").replace("FCR", "SMT")
    files = tree("  - name: Queue\n", queue=other.replace("First call resolution", "Some thing else"))
    merged = merge(files)
    (path,) = (path for path in merged.changes if path.startswith("glossary/terms/"))
    assert path == "glossary/terms/queue-2.yaml"


@each_row(
    "printed, name, abbreviations",
    [
        ("BPO (Business Process Outsourcing)", "Business process outsourcing", ["BPO"]),
        ("Customer Experience Management (CEM or CXM)", "Customer experience management", ["CEM", "CXM"]),
        ("What is Conversational AI?", "Conversational AI", []),
        ("IVR", "IVR", []),
        ("Ticket (closed)", "Ticket", []),
    ],
)
def test_designations_of_a_printed_name(printed: str, name: str, abbreviations: list[str]) -> None:
    assert designations(printed) == (name, abbreviations)


def test_sentence_case_keeps_names_with_capitals_inside() -> None:
    assert sentence_case("Help Desk Software") == "Help desk software"
    assert sentence_case("API Key") == "API key"
    assert sentence_case("iPhone App") == "iPhone App"


@each_row(
    "name, text, drafted",
    [
        ("|", "A sign.", False),
        ("---", "A rule.", False),
        ("It", "What it is.", True),
        ("Sentences", "Several of those.", True),
        ("In", "Where in is.", True),
        ("Zebra", "A zebra.", True),
    ],
)
def test_a_draft_never_brings_in_an_error(name: str, text: str, drafted: bool) -> None:
    files = tree(f"  - name: '{name}'\n    text: {text}\n", first_contact_resolution=RESOLUTION)
    merged = merge(files)
    assert not errors(check(load(after(files, merged))))
    decision = decisions(merged)[name]
    assert decision.drafted == drafted
    if not drafted:
        assert (decision.verdict.kind, decision.verdict.candidates) == ("ask", ())
        assert "no draft can be made of it" in decision.verdict.why
    again = merge(after(files, merged))
    assert again.changes == {}


def _grouped(*groups: str) -> str:
    return "".join(
        f"  - name: Thing {'abcdefghijkl'[place]}{'mnopqrstuvwx'[place]}\n    topics: [{group}]\n"
        for place, group in enumerate(groups)
    )


@each_row(
    "groups, added",
    [
        (["Verkehr", "Ausweise", "Verkehr", "Ausweise"], {"verkehr": "Verkehr", "ausweise": "Ausweise"}),
        (["Desk", "Büro", "desk", "Büro"], {"buero": "Büro"}),  # a topic of ours is taken as it is
        (["a one", "b two", "c three", "a one"], {}),  # tags: most of them once
        (["A", "B", "A", "B"], {}),  # letters
        (["Verkehr", "Verkehr"], {}),  # all in one
        (["Unsorted", "Lager", "Unsorted", "Lager"], {"lager": "Lager"}),
    ],
)
def test_the_areas_of_a_source_become_topics(groups: list[str], added: dict[str, str]) -> None:
    files = tree(_grouped(*groups))
    merged = merge(files, language="de")
    found = load(after(files, merged)).glossary
    assert {topic.id: topic.name for topic in found.topics} == {"desk": "Desk", **added}
    assert [topic.id for topic in merged.topics] == list(added)
    known = {"desk", *added}
    wanted = sorted(
        slug if (slug := group.lower().replace("ü", "ue")) in known else "unsorted" for group in groups
    )
    assert sorted(topic for term in found.terms for topic in term.topics) == wanted
    assert merge(after(files, merged), language="de").changes == {}


@each_row(
    "groups, told, why",
    [
        (["Mail", "Phone", "Chat", "Phone"], ("Mail", "Phone", "Chat"), "fewer than 2 entries"),
        (["A", "B", "A", "B"], ("A", "B"), "letters"),
        (["Traffic", "Traffic"], ("Traffic",), "all entries are in one"),
        (["Desk", "Mail", "Desk"], ("Mail",), "fewer than 2 entries"),  # one is a topic of ours
        (["Gas", "Water", "Gas", "Water"], (), ""),
    ],
)
def test_groups_that_become_no_topics_are_told(groups: list[str], told: tuple[str, ...], why: str) -> None:
    found = merge(tree(_grouped(*groups))).ungrouped
    assert [left.groups for left in found.values()] == ([told] if told else [])
    assert all(why in left.why for left in found.values())


def test_topics_begin_in_a_file_that_has_none() -> None:
    files = tree(_grouped("Gas", "Water", "Gas", "Water")) | {"glossary/topics.yaml": b"# Ours.\n"}
    merged = merge(files)
    text = merged.changes["glossary/topics.yaml"].decode()
    assert text == "# Ours.\n- id: gas\n  name: Gas\n- id: water\n  name: Water\n"


def test_a_draft_is_written_as_the_language_does() -> None:
    entry = (
        "  - name: Vorläufiger Reisepass\n    text: Ein Pass für ein Jahr.\n"
        "    in_other_languages: {en: [temporary passport]}\n"
    )
    draft = merge(tree(entry), language="de").changes["glossary/terms/vorlaeufiger-reisepass.yaml"].decode()
    assert draft.startswith("name: Vorläufiger Reisepass\n")
    assert "in_other_languages:\n  en: [temporary passport]\n" in draft
    assert "glossary/terms/vorlaufiger-reisepass.yaml" in merge(tree(entry)).changes


def test_a_wider_word_that_a_definition_needs_is_what_people_type() -> None:
    entry = "  - name: Microchip\n    also: [Chip, Pet tag]\n    text: A chip under the skin with a number.\n"
    draft = merge(tree(entry)).changes["glossary/terms/microchip.yaml"].decode()
    assert (
        "aliases: [Pet tag]\nsearch_as: [Chip]\ndefinition: A chip under the skin with a number.\n" in draft
    )
