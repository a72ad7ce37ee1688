"""Codes of what files say of each other."""

from __future__ import annotations

from site_gen.checks.codes.rule import Rule, term_file

_SOURCE = "# glossary/sources/words.yaml\ntitle: Words\n"
_METRIC = (
    "metric:\n  formula: {formula}\n  unit: calls\n  better: lower\n"
    "  parts: {{calls: all calls, days: days}}\n"
    '  worked: {{calls: "30", days: "10", result: "{result}"}}'
)
_WEEK_ONE = "# glossary/paths.yaml\n- id: week-one\n  title: Week one\n"
_PATH = _WEEK_ONE + "  stops:\n"
_USING_OTHER = term_file("line", "Line", "A way to reach other.") + "\n"

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
    "owner-deputy": Rule(
        severity="error",
        why="Who asks a deputy has to reach somebody, and somebody else.",
        wrong="# glossary/owners.yaml\nAna Ruiz: {mail: ana@example.org, deputy: Ben}",
        right="# glossary/owners.yaml\nAna Ruiz: {mail: ana@example.org, deputy: Ben Okafor}\n"
        "Ben Okafor: {mail: ben@example.org}",
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
    "path-empty": Rule(
        severity="error",
        why="A path leads somewhere: it has stops, a list of terms, or a rule that some term meets.",
        wrong=_WEEK_ONE + "  topics: [desk]\n  levels: [essential]",
        right=_WEEK_ONE + "  topics: [desk]\n  levels: [working]",
    ),
    "unknown-path": Rule(
        severity="error",
        why="What a path extends, or leads on to, is a path.",
        wrong=_PATH + "    - term: other\n  then: week-tow",
        right=_PATH + "    - term: other\n  then: week-two\n- {id: week-two, title: Next, terms: [example]}",
    ),
    "path-circle": Rule(
        severity="error",
        why="Paths that extend each other have no stops to begin with.",
        wrong=_WEEK_ONE + "  terms: [other]\n  extends: week-one",
        right=_WEEK_ONE + "  terms: [other]",
    ),
    "path-order": Rule(
        severity="warning",
        why="A definition is read with ease when the terms that it uses have come before.",
        wrong=_USING_OTHER + _WEEK_ONE + "  terms: [line, other]\n  order: as-written",
        right=_USING_OTHER + _WEEK_ONE + "  terms: [line, other]",
    ),
    "path-minutes": Rule(
        severity="warning",
        why="Learners plan with the minutes that a path promises.",
        wrong=_PATH + "    - {task: Listen to calls., minutes: 30}\n  minutes_a_day: 10",
        right=_PATH + "    - {task: Listen to one call., minutes: 5}\n  minutes_a_day: 10",
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
    "everyday-name": Rule(
        severity="warning",
        why="A name that is an everyday word turns up in every text, and a page full of such links tells "
        "readers nothing. Judged from ten terms on: a term is told of when it is linked in a tenth of all "
        "terms or more, and in ten times as many as the median of all linked terms, or in more than half of "
        "all terms.",
        wrong='(a term named "Can" or "Thing", linked from nearly every page)',
        right="autolink: false",
        exceptable=True,
    ),
    "adopted-name": Rule(
        severity="warning",
        exceptable=True,
        why="Who learned a term by its name in the shipped glossary, or kept a link to it, goes on looking "
        "there. `glossary rename` keeps both; a name or a file changed by hand loses them, and a term at an "
        "unknown address gets no later edition.",
        wrong="(the shipped term Complaint, with its name written over by 'Beschwerde')",
        right="(the same with a line 'in_other_languages: {en: [Complaint]}', or search_as)",
    ),
    "orphan-term": Rule(
        severity="warning",
        exceptable=True,
        why="Nobody comes by a term that nothing leads to and that leads nowhere; mostly a relation "
        "is missing. Asked in glossaries of 20 terms and more, and of a draft once it is "
        "approved.",
        wrong="(a term without relations, whose name no text uses and whose texts use no other name)",
        right="(the same term with a line 'related')",
    ),
    "undefined-term": Rule(
        severity="warning",
        why="A short form, or two words that end like a term, in the definitions or details of at least five "
        "terms is a word of the desk: define it, make it an alias, or rule in glossary/plain-words.yaml "
        "that it explains itself.",
        wrong="(five terms that speak of a 'callback window', which no term defines)",
        right="(a term Callback window; or the line 'callback window: says what it is' in plain-words.yaml)",
    ),
    "page-collision": Rule(
        severity="error",
        why="A hand-written page must not stand where the site puts one of its own.",
        wrong="# glossary/pages/topics.md\n# Our topics",
        right="# glossary/pages/our-topics.md\n# Our topics",
    ),
    "page-place": Rule(
        severity="error",
        why="MkDocs in strict mode stops at a page that the navigation does not name.",
        wrong="(a file glossary/pages/holidays.md, and mkdocs.yml does not speak of it)",
        right="(a line '- Holidays: holidays.md' under nav in mkdocs.yml)",
    ),
    "page-script": Rule(
        severity="warning",
        why="A content policy lets run whatever script the site hands out, so it hands out none that nobody "
        "vouched for.",
        wrong="(a file glossary/pages/calculator.js, and mkdocs.yml does not speak of it)",
        right="(trusted_scripts: [calculator.js] in mkdocs.yml)",
    ),
}
