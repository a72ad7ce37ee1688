"""Codes of what files say of each other, and of how terms are written."""

from __future__ import annotations

from site_gen.codes.rule import Rule, term_file

_SOURCE = "# glossary/sources/words.yaml\ntitle: Words\n"
_METRIC = (
    "metric:\n  formula: {formula}\n  unit: calls\n  better: lower\n"
    "  parts: {{calls: all calls, days: days}}\n"
    '  worked: {{calls: "30", days: "10", result: "{result}"}}'
)
_PATH = "# glossary/paths.yaml\n- id: week-one\n  title: Week one\n  stops:\n"

RECORDS = {
    "repeated-id": Rule(
        severity="error",
        why="An id is an address; two records cannot stand at one.",
        wrong="# glossary/topics.yaml\n- {id: desk, name: The desk}\n- {id: desk, name: Calls}",
        right="# glossary/topics.yaml\n- {id: desk, name: The desk}\n- {id: calls, name: Calls}",
    ),
    "repeated-name": Rule(
        severity="error",
        why="Readers cannot tell two topics or paths of one name apart.",
        wrong="# glossary/topics.yaml\n- {id: desk, name: Desk}\n- {id: calls, name: Desks}",
        right="# glossary/topics.yaml\n- {id: desk, name: Desk}\n- {id: calls, name: Calls}",
    ),
    "repeated-entry": Rule(
        severity="error",
        why="Source and name together identify an entry.",
        wrong=_SOURCE + "entries:\n  - {name: Call, term: other}\n  - {name: Call, term: other}",
        right=_SOURCE + "entries:\n  - {name: Call, term: other}\n  - {name: Call (2), term: other}",
    ),
    "kept-text": Rule(
        severity="error",
        why="The source's own prose must not land in the project when the source says so.",
        wrong=_SOURCE + "keep_text: false\nentries:\n  - {name: Call, text: As printed., term: other}",
        right=_SOURCE + "keep_text: false\nentries:\n  - {name: Call, says: Means a call., term: other}",
    ),
    "unclaimed-entry": Rule(
        severity="warning",
        why="What a source says is lost to readers until the entry belongs to a term.",
        wrong=_SOURCE + "entries:\n  - name: Call",
        right=_SOURCE + "entries:\n  - name: Call\n    term: other",
    ),
    "deprecation": Rule(
        severity="error",
        why="Who meets a word that is no longer used needs to know since when, and what to say instead.",
        wrong="status: deprecated",
        right="status: deprecated\nsince: 2026-11-21\nreplaced_by: other",
    ),
    "unknown-topic": Rule(
        severity="error",
        why="The term would stand on no topic page.",
        wrong=term_file("first-reply", "First reply", "What is answered first.", topic="desc"),
        right=term_file("first-reply", "First reply", "What is answered first."),
    ),
    "unknown-term": Rule(
        severity="error",
        why="The link would lead nowhere.",
        wrong="related: [othr]",
        right="related: [other]",
    ),
    "self-reference": Rule(
        severity="error",
        why="A link to the page one is reading helps nobody.",
        wrong="related: [example]",
        right="related: [other]",
    ),
    "broader-circle": Rule(
        severity="error",
        why="Nothing is a kind of itself, not even in two steps.",
        wrong="broader: second\n" + term_file("second", "Second", "What comes next.", "broader: example"),
        right="broader: second\n" + term_file("second", "Second", "What comes next.", "broader: other"),
    ),
    "broader-depth": Rule(
        severity="error",
        why="More than four levels are a filing system, not a glossary.",
        wrong="(a term with four terms above it, each broader than the last)",
        right="(a term whose broader term stands further up)",
    ),
    "redirect": Rule(
        severity="error",
        why="An old address has to lead to a page, for ever.",
        wrong="# glossary/redirects.yaml\nold-name: nothing",
        right="# glossary/redirects.yaml\nold-name: other",
    ),
    "contrast-scene": Rule(
        severity="error",
        why="A scene asks which of two terms fits; the answer has to be one of the two.",
        wrong="contrast:\n  other:\n    difference: One rings.\n    scene: It rang at nine.",
        right="contrast:\n  other:\n    difference: One rings.\n    scene: It rang at nine.\n    fits: other",
    ),
    "contrast-twice": Rule(
        severity="error",
        why="A contrast is shown on both pages; written twice, the two drift apart.",
        wrong="contrast:\n  second: One rings.\n"
        + term_file("second", "Second", "What comes next.", "contrast:\n  example: The other one does not."),
        right="contrast:\n  second: One rings.\n" + term_file("second", "Second", "What comes next."),
    ),
    "relation-twice": Rule(
        severity="warning",
        why="A relation is written once and shown both ways; a pair needs one ruling.",
        wrong="related: [second]\n" + term_file("second", "Second", "What comes next.", "related: [example]"),
        right="related: [second]\n" + term_file("second", "Second", "What comes next."),
    ),
    "path-stop": Rule(
        severity="error",
        why="A stop is one thing to do: read a term in use, open a link, or do a task, each once.",
        wrong=_PATH + "    - {term: other, task: Read it.}",
        right=_PATH + "    - term: other\n    - task: Read it again.",
    ),
    "metric-formula": Rule(
        severity="error",
        why="Readers compute with the formula, so it holds arithmetic over the parts that are explained.",
        wrong=_METRIC.format(formula="calls / week", result="3"),
        right=_METRIC.format(formula="calls / days", result="3"),
    ),
    "metric-worked": Rule(
        severity="error",
        why="Numbers that do not add up cost the trust in all the others.",
        wrong=_METRIC.format(formula="calls / days", result="4"),
        right=_METRIC.format(formula="calls / days", result="3"),
    ),
    "page-collision": Rule(
        severity="error",
        why="A hand-written page must not stand where the site puts one of its own.",
        wrong="# glossary/pages/topics.md\n# Our topics",
        right="# glossary/pages/our-topics.md\n# Our topics",
    ),
}

WORDING = {
    "label-collision": Rule(
        severity="error",
        why="A name that two terms bear leads half of the readers to the wrong page.",
        wrong="aliases: [Other]",
        right="aliases: [Phone line]",
    ),
    "near-duplicate": Rule(
        severity="by status",
        why="Two pages for one concept split what is known of it. A line in the file that says how the "
        "two differ settles the question for good.",
        wrong="(the terms First reply time and First response time, without a word on each other)",
        right="(one term with the other name as an alias; or both, one with a contrast to the other)",
    ),
    "repeated-label": Rule(
        severity="error",
        why="Case, number and hyphens make no difference to a reader who searches.",
        wrong="aliases: [Phone line, Phone-lines]",
        right="aliases: [Phone line]",
    ),
    "search-as-taken": Rule(
        severity="warning",
        why="What people type must not lead away from the term that bears that very name.",
        wrong="search_as: [other]",
        right="search_as: [the line that rings]",
    ),
    "label-without-word": Rule(
        severity="error",
        why="A name without a letter or digit can neither be found nor linked.",
        wrong='aliases: ["!!!"]',
        right="aliases: [Alarm]",
    ),
    "label-length": Rule(
        severity="error",
        why="A name stands in headings, lists and results.",
        wrong="(an alias of more than 100 characters)",
        right="aliases: [Phone line]",
    ),
    "needless-context": Rule(
        severity="warning",
        why="A context tells terms of one name apart; elsewhere it only lengthens the title.",
        wrong="context: phone",
        right="aliases: [Phone line]",
    ),
    "image": Rule(
        severity="error",
        why="Terms are text, so that they fit a card and a result; images belong on pages.",
        wrong="details: |\n  ![the queue](queue.png)",
        right="details: |\n  The queue is the row of waiting calls.",
    ),
    "link-target": Rule(
        severity="error",
        why="Only addresses that are safe and lead somewhere may stand in a page.",
        wrong="details: |\n  [open it](javascript:alert)",
        right="details: |\n  [open it](https://example.org/)",
    ),
    "definition-length": Rule(
        severity="by status",
        why="A definition is shown whole in a result and on a card: at most 240 characters.",
        wrong="(a definition of 241 characters)",
        right="(a definition of one or two sentences; the rest in details)",
    ),
    "circular-definition": Rule(
        severity="error",
        why="A definition that needs its own word, or a word defined by it, explains nothing.",
        wrong=term_file("first-reply", "First reply", "The first reply to a customer."),
        right=term_file("first-reply", "First reply", "What a customer hears from us before anything else."),
    ),
    "reading-grade": Rule(
        severity="by status",
        why="Read in the middle of a call: the reading grade (Flesch and Kincaid) is at most 12.",
        wrong="(a definition of long words in long sentences)",
        right="definition: The requests that wait for someone to take them.",
    ),
    "long-sentence": Rule(
        severity="by status",
        why="A sentence of more than 30 words has to be read twice.",
        wrong="(a definition of 31 words without a full stop)",
        right="(the same in two sentences)",
    ),
    "unknown-exception": Rule(
        severity="error",
        why="An exception to a rule that nobody has would look as if it did something.",
        wrong="allow:\n  definition-lenght: The law's own words.",
        right="allow:\n  definition-length: The law's own words.",
    ),
}
