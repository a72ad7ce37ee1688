"""Each rule of the checks: what raises it, with its exact line and words, and what comes near and does not."""

from __future__ import annotations

from types import ModuleType

from helpers.corpora import TOPICS, checked, printed, term_yaml, tree
from helpers.rows import each_row
from site_gen import pipeline
from site_gen.checks import rules
from site_gen.checks.rules import CHECKS
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.corpus.disk import Tree
from site_gen.corpus.load import load
from site_gen.model.published import FILES, FOLDERS, NAMES
from site_gen.model.records import Site
from site_gen.publish.assets import assets

LONG = "word " * 47  # 235 characters
METRIC = """metric:
  formula: {formula}
  unit: calls
  better: lower
  parts:
    calls: all calls
    days: working days
  worked:
    calls: "{calls}"
    days: "{days}"
    result: "{result}"
"""


def metric(formula: str = "calls / days", calls: str = "30", days: str = "10", result: str = "3") -> str:
    return term_yaml("Load", METRIC.format(formula=formula, calls=calls, days=days, result=result).rstrip())


def chain(length: int) -> dict[str, str]:
    """``length`` terms, each below the next."""
    above = [f"broader: t{number + 1}" for number in range(1, length)]
    return {
        f"terms/t{number}.yaml": term_yaml(f"Level {number}x", *rows)
        for number, rows in enumerate([*([row] for row in above), []], 1)
    }


Files = dict[str, str | bytes]

# (files beside the topic and the sound term "other", what is printed)
RULES: dict[str, tuple[Files, list[str]]] = {
    "topics: unknown, with the nearest": (
        {"terms/call.yaml": term_yaml("Call").replace("[desk]", "[desk, desc]")},
        ["glossary/terms/call.yaml:3: no topic 'desc' in topics.yaml; did you mean 'desk'? [unknown-topic]"],
    ),
    "topics: unknown, none near": (
        {"terms/call.yaml": term_yaml("Call").replace("[desk]", "[zoo]")},
        ["glossary/terms/call.yaml:3: no topic 'zoo' in topics.yaml; known topics: desk [unknown-topic]"],
    ),
    "topics: unsorted needs no line": (
        {"terms/call.yaml": term_yaml("Call").replace("[desk]", "[unsorted]")},
        [],
    ),
    "terms: the nearest names": (
        {
            "terms/call-back.yaml": term_yaml("Ring again"),
            "terms/call-bar.yaml": term_yaml("Barring"),
            "terms/call.yaml": term_yaml("Call", "related:", "  - other", "  - call-bak"),
        },
        [
            "glossary/terms/call.yaml:6: related: no term 'call-bak'; "
            "did you mean 'call-back', 'call-bar' or 'call'? [unknown-term]"
        ],
    ),
    "terms: none near": (
        {"terms/call.yaml": term_yaml("Call", "broader: zoo")},
        [
            "glossary/terms/call.yaml:4: broader: no term 'zoo'; "
            "write the term first, as glossary/terms/zoo.yaml [unknown-term]"
        ],
    ),
    "terms: renamed": (
        {"terms/call.yaml": term_yaml("Call", "distinct: [old]"), "redirects.yaml": "old: other\n"},
        ["glossary/terms/call.yaml:4: distinct: no term 'old'; it was renamed: write 'other' [unknown-term]"],
    ),
    "terms: every field that names one": (
        {
            "terms/call.yaml": term_yaml(
                "Call",
                "contrast:",
                "  zo1: One rings.",
                "status: deprecated",
                "since: 2026-01-01",
                "replaced_by: zo2",
            ),
            "sources/words.yaml": "title: Words\nentries:\n  - name: Call\n    term: zo3\n",
            "paths.yaml": "- id: first\n  title: Week one\n  stops:\n    - term: zo4\n",
        },
        [
            "glossary/paths.yaml:4: path 'first': no term 'zo4'; "
            "write the term first, as glossary/terms/zo4.yaml [unknown-term]",
            "glossary/sources/words.yaml:4: term of 'Call': no term 'zo3'; "
            "write the term first, as glossary/terms/zo3.yaml [unknown-term]",
            "glossary/terms/call.yaml:5: contrast: no term 'zo1'; "
            "write the term first, as glossary/terms/zo1.yaml [unknown-term]",
            "glossary/terms/call.yaml:8: replaced_by: no term 'zo2'; "
            "write the term first, as glossary/terms/zo2.yaml [unknown-term]",
        ],
    ),
    "terms: in a file that cannot be read": (
        {"terms/call.yaml": "name: 'Call\n", "terms/ring.yaml": term_yaml("Ring", "related: [call]")},
        ["glossary/terms/call.yaml:1: a quote that is never closed; add the closing quote [malformed-yaml]"],
    ),
    "terms: in a file of a wrong name": (
        {"terms/Call.yml": term_yaml("Call"), "terms/ring.yaml": term_yaml("Ring", "related: [call]")},
        [
            "glossary/terms/Call.yml:1: 'Call.yml' is no file name for the corpus, expected <slug>.yaml; "
            "rename it to glossary/terms/call.yaml [file-name]"
        ],
    ),
    "itself": (
        {"terms/call.yaml": term_yaml("Call", "related: [other, call]")},
        ["glossary/terms/call.yaml:4: 'related' names the term itself; delete it [self-reference]"],
    ),
    "itself as broader": (
        {"terms/call.yaml": term_yaml("Call", "broader: call")},
        ["glossary/terms/call.yaml:4: 'broader' names the term itself; delete it [self-reference]"],
    ),
    "broader: a circle, and what hangs below it": (
        {
            "terms/b.yaml": term_yaml("Bx", "broader: c"),
            "terms/c.yaml": term_yaml("Cx", "broader: b"),
            "terms/a.yaml": term_yaml("Ax", "broader: b"),
        },
        [
            "glossary/terms/b.yaml:4: a circle of broader terms: b → c → b; "
            "cut it at one place [broader-circle]"
        ],
    ),
    "broader: five levels": (
        chain(5),  # type: ignore[dict-item]
        [
            "glossary/terms/t1.yaml:4: more than 4 levels of broader terms: t1 → t2 → t3 → t4 → t5; "
            "name a term further up, or none [broader-depth]"
        ],
    ),
    "broader: four levels": (chain(4), []),  # type: ignore[dict-item]
    "redirects: to a term, in two steps": ({"redirects.yaml": "a: b\nb: other\n"}, []),
    "redirects: to no term": (
        {"redirects.yaml": "a: other\nb: othr\n"},
        [
            "glossary/redirects.yaml:2: 'b' leads to 'othr', which is no term; did you mean 'other'? [redirect]"
        ],
    ),
    "redirects: from a live term": (
        {"redirects.yaml": "other: other\n"},
        [
            "glossary/redirects.yaml:1: 'other' is the address of a term; "
            "delete the line or rename the term [redirect]",
            "glossary/redirects.yaml:1: 'other' leads in a circle; repoint it to a term [redirect]",
        ],
    ),
    "redirects: into a circle": (
        {"redirects.yaml": "a: b\nb: b\n"},
        [
            "glossary/redirects.yaml:1: 'a' leads in a circle; repoint it to a term [redirect]",
            "glossary/redirects.yaml:2: 'b' leads in a circle; repoint it to a term [redirect]",
        ],
    ),
    "scene: without its answer": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "contrast:", "  other: {difference: One rings., scene: It rang.}"
            )
        },
        [
            "glossary/terms/call.yaml:5: 'scene' and 'fits' belong together, and one is missing; "
            "add it, or delete both [contrast-scene]"
        ],
    ),
    "scene: with an answer that is neither": (
        {
            "terms/ring.yaml": term_yaml("Ring"),
            "terms/call.yaml": term_yaml(
                "Call",
                "contrast:",
                "  other:",
                "    difference: One rings.",
                "    scene: It rang.",
                "    fits: ring",
            ),
        },
        [
            "glossary/terms/call.yaml:8: 'fits' is 'ring', neither of the two; "
            "write call or other [contrast-scene]"
        ],
    ),
    "scene: complete": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "contrast:", "  other: {difference: One rings., scene: It rang., fits: call}"
            )
        },
        [],
    ),
    "contrast: in both files": (
        {
            "terms/call.yaml": term_yaml("Call", "contrast:", "  ring: One rings."),
            "terms/ring.yaml": term_yaml("Ring", "contrast:", "  call: The other does not."),
        },
        [
            "glossary/terms/call.yaml:5: the contrast with 'ring' is written in both files; "
            "keep one; it is shown on both pages [contrast-twice]"
        ],
    ),
    "related: in both files": (
        {
            "terms/call.yaml": term_yaml("Call", "related: [ring]"),
            "terms/ring.yaml": term_yaml("Ring", "related: [call]"),
        },
        [
            "glossary/terms/call.yaml:4: warning: 'related' is written in both files; "
            "keep one of the two [relation-twice]"
        ],
    ),
    "distinct: beside a contrast": (
        {"terms/call.yaml": term_yaml("Call", "contrast:", "  other: One rings.", "distinct: [other]")},
        [
            "glossary/terms/call.yaml:6: warning: 'other' is kept apart by another field already; "
            "delete it here [relation-twice]"
        ],
    ),
    "path: stops of no kind, twice, deprecated": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "status: deprecated", "since: 2026-01-01", "replaced_by: other"
            ),
            "paths.yaml": "- id: first\n  title: Week one\n  stops:\n    - term: other\n    - note: Breathe.\n"
            "    - term: other\n    - term: call\n    - task: Ring.\n",
        },
        [
            "glossary/paths.yaml:5: a stop has one of 'term', 'link' and 'task'; keep one, split the rest [path-stop]",
            "glossary/paths.yaml:6: 'other' is a stop of this path already; delete one of the two [path-stop]",
            "glossary/paths.yaml:7: 'call' is deprecated; use 'other' [path-stop]",
        ],
    ),
    "path: a stop with what it cannot have, beside nothing": (
        {
            "paths.yaml": "- id: first\n  title: Week one\n  stops:\n    - term: other\n      minutes: 3\n"
            "      id: mine\n    - {task: Ring., what: It., after: othr}\n    - {task: Wait., id: wait}\n"
            "    - {task: Sit., id: wait, after: other, before: wait}\n  terms: [other]\n",
        },
        [
            "glossary/paths.yaml:5: only a link or a task has 'minutes'; delete it: the term has its own [path-stop]",
            "glossary/paths.yaml:6: only a link or a task has 'id'; delete it: the term has its own [path-stop]",
            "glossary/paths.yaml:7: 'after': no other stop 'othr'; did you mean 'other'? [path-stop]",
            "glossary/paths.yaml:9: 'wait' is a stop of this path already; delete one of the two [path-stop]",
            "glossary/paths.yaml:9: a stop has one of 'after' and 'before'; keep one [path-stop]",
            "glossary/paths.yaml:10: 'other' is a stop of this path already; delete one of the two [path-stop]",
        ],
    ),
    "path: extends, leads to and takes what is not there": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "status: deprecated", "since: 2026-01-01", "replaced_by: other"
            ),
            "paths.yaml": "- id: first\n  title: One\n  terms: [other, call]\n  then: secnd\n"
            "- id: second\n  title: Two\n  extends: first\n  drops: [othr, call]\n  topics: [dsk]\n"
            "- {id: third, title: Three, extends: nothing, terms: [zo4]}\n"
            "- {id: a, title: A, extends: b, terms: [other]}\n"
            "- {id: b, title: B, extends: a, terms: [other]}\n"
            "- {id: empty, title: None}\n",
        },
        [
            "glossary/paths.yaml:3: 'call' is deprecated; use 'other' [path-stop]",
            "glossary/paths.yaml:4: 'then': no path 'secnd'; did you mean 'second'? [unknown-path]",
            "glossary/paths.yaml:8: no stop 'call' to drop; delete it [path-stop]",
            "glossary/paths.yaml:8: no stop 'othr' to drop; did you mean 'other'? [path-stop]",
            "glossary/paths.yaml:9: no topic 'dsk' in topics.yaml; did you mean 'desk'? [unknown-topic]",
            "glossary/paths.yaml:10: 'extends': no path 'nothing'; write the id of a path [unknown-path]",
            "glossary/paths.yaml:10: path 'third': no term 'zo4'; "
            "write the term first, as glossary/terms/zo4.yaml [unknown-term]",
            "glossary/paths.yaml:11: paths that extend each other: a → b → a; cut it at one place [path-circle]",
            "glossary/paths.yaml:13: path 'empty' has no stop; "
            "give it stops, terms, or topics and levels that some term has [path-empty]",
        ],
    ),
    "path: an order of its own, and more minutes than promised": (
        {
            "terms/call.yaml": term_yaml("Call", definition="A way to reach the other."),
            "paths.yaml": "- id: first\n  title: Week one\n  order: as-written\n  days: 2\n  minutes_a_day: 10\n"
            "  stops:\n    - term: call\n    - term: other\n    - {task: Ring., minutes: 12}\n",
        },
        [
            "glossary/paths.yaml:5: warning: day 2 takes 12½ minutes, at most 10 are promised; "
            "take out a stop, or give it more days [path-minutes]",
            "glossary/paths.yaml:7: warning: the definition of 'call' uses 'other', a later stop; "
            "move 'other' up, or take out 'order: as-written' [path-order]",
        ],
    ),
    "ids and names twice": (
        {
            "topics.yaml": TOPICS + "- id: desk\n  name: Other topic\n- id: b\n  name: the Desk\n",
            "paths.yaml": "- &p {}\n",
        },
        [
            "glossary/paths.yaml:1: YAML anchor or alias 'p'; "
            "write the value out, or put text that starts with & or * in quotes [yaml-alias]",
            "glossary/topics.yaml:3: topic 'desk' stands twice; the first is in line 1; "
            "give one of them another id [repeated-id]",
            "glossary/topics.yaml:6: another topic is named like 'the Desk', in line 2; "
            "give one of them another name [repeated-name]",
        ],
    ),
    "entries: twice, with kept text, unclaimed": (
        {
            "sources/words.yaml": "title: Words\nkeep_text: false\nurl: ftp://example.org\nentries:\n"
            "  - name: Call\n    term: other\n    text: As printed.\n  - name: Call\n    term:\n"
            "  - name: Ring\n    term: Not a slug\n"
        },
        [
            "glossary/sources/words.yaml:3: 'url' is 'ftp://example.org', which is no address that a page can hold; "
            "write https://… or mailto:… [link-target]",
            "glossary/sources/words.yaml:7: 'Call' holds the source's text, but the source says keep_text: false; "
            "delete the text; 'says' holds our own words [kept-text]",
            "glossary/sources/words.yaml:8: 'Call' stands twice; the first is in line 5; "
            "join the two, or number the second: 'Name (2)' [repeated-entry]",
            "glossary/sources/words.yaml:8: warning: 'Call' belongs to no term yet; "
            "run 'glossary merge', or write the slug of its term as 'term:' [unclaimed-entry]",
            "glossary/sources/words.yaml:11: 'term' is 'Not a slug', expected lower-case words joined by hyphens; "
            "did you mean 'not-a-slug'? [not-a-slug]",
        ],
    ),
    "deprecated: without date and way out": (
        {"terms/call.yaml": term_yaml("Call", "kind: tool", "status: deprecated")},
        [
            "glossary/terms/call.yaml:5: a deprecated term has no 'since'; add the date: since: 2026-11-21 [deprecation]",
            "glossary/terms/call.yaml:5: a deprecated term says neither 'replaced_by' nor 'why'; "
            "add one of the two [deprecation]",
        ],
    ),
    "deprecated: replaced by what is deprecated": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "status: deprecated", "since: 2026-01-01", "replaced_by: ring"
            ),
            "terms/ring.yaml": term_yaml(
                "Ring", "status: deprecated", "since: 2026-01-01", "why: Nobody rings."
            ),
        },
        [
            "glossary/terms/call.yaml:6: 'ring', which is to replace it, is deprecated too; "
            "name a term that is in use [deprecation]"
        ],
    ),
    "deprecated: fields of it in a live term": (
        {"terms/call.yaml": term_yaml("Call", "why: Nobody calls.")},
        [
            "glossary/terms/call.yaml:4: 'why' stands in a term that is not deprecated; "
            "set status: deprecated, or delete it [deprecation]"
        ],
    ),
    "labels: a name that is another's alias": (
        {
            "terms/call.yaml": term_yaml("Call", "aliases:", "  - Phone call", "  - The Others"),
            "terms/ring.yaml": term_yaml("Ring", "formerly: [phone-calls]"),
        },
        [
            "glossary/terms/other.yaml:1: 'Other' is also an alias of 'call' (glossary/terms/call.yaml:6); "
            "merge the two terms, drop the label from one, or give each a 'context' [label-collision]",
            "glossary/terms/ring.yaml:4: 'phone-calls' is also an alias of 'call' (glossary/terms/call.yaml:5); "
            "merge the two terms, drop the label from one, or give each a 'context' [label-collision]",
        ],
    ),
    "labels: shared abbreviations are the reader's choice": (
        {
            "terms/call.yaml": term_yaml("Call", "abbreviations: [OT]"),
            "terms/ring.yaml": term_yaml("Ring", "abbreviations: [OT]"),
        },
        [],
    ),
    "labels: an abbreviation that is a word elsewhere": (
        {
            "terms/call.yaml": term_yaml("Call", "abbreviations: [IT]"),
            "terms/ring.yaml": term_yaml("Ring", "aliases: [it]"),
        },
        [],
    ),
    "labels: an abbreviation written like a name": (
        {
            "terms/call.yaml": term_yaml("Call", "abbreviations: [IT]"),
            "terms/ring.yaml": term_yaml("Ring", "aliases: [IT]"),
        },
        [
            "glossary/terms/ring.yaml:4: 'IT' is also an abbreviation of 'call' (glossary/terms/call.yaml:4); "
            "merge the two terms, drop the label from one, or give each a 'context' [label-collision]"
        ],
    ),
    "labels: told apart by context": (
        {
            "terms/call.yaml": term_yaml("Ring", "context: phone"),
            "terms/ring.yaml": term_yaml("Ring", "context: jewel"),
        },
        [],
    ),
    "labels: told apart by one context only": (
        {"terms/call.yaml": term_yaml("Ring", "context: phone"), "terms/ring.yaml": term_yaml("Ring")},
        [
            "glossary/terms/ring.yaml:1: 'Ring' is also the name of 'call' (glossary/terms/call.yaml:1); "
            "merge the two terms, drop the label from one, or give each a 'context' [label-collision]"
        ],
    ),
    "labels: two of one context": (
        {
            "terms/a.yaml": term_yaml("Ring", "context: phone"),
            "terms/b.yaml": term_yaml("Ring", "context: jewel"),
            "terms/c.yaml": term_yaml("Ring", "context: Phones"),
        },
        [
            "glossary/terms/c.yaml:1: 'Ring' is also the name of 'a' (glossary/terms/a.yaml:1); "
            "merge the two terms, drop the label from one, or give each a 'context' [label-collision]"
        ],
    ),
    "labels: a context that tells nothing": (
        {"terms/call.yaml": term_yaml("Call", "context: phone")},
        [
            "glossary/terms/call.yaml:4: warning: no other term is named 'Call', so 'phone' tells nothing; "
            "delete it [needless-context]"
        ],
    ),
    "labels: repeated, after an item that is left out": (
        {"terms/call.yaml": term_yaml("Call", "aliases:", "  -", "  - calls", "  - Phone call")},
        [
            "glossary/terms/call.yaml:5: 'aliases' has an empty item; delete it or fill it [empty-item]",
            "glossary/terms/call.yaml:6: 'calls' repeats 'Call': case, number and hyphens do not count; "
            "delete it [repeated-label]",
        ],
    ),
    "labels: without a word, and too long": (
        {"terms/call.yaml": term_yaml("Call", 'aliases: ["☎!"]', f"formerly: [{'a' * 101}, {'b' * 100}]")},
        [
            "glossary/terms/call.yaml:4: '☎!' has no letter or digit; write the word that people say [label-without-word]",
            "glossary/terms/call.yaml:5: a label of 101 characters, at most 100 fit a heading; "
            "shorten it, or move it to 'search_as' [label-length]",
        ],
    ),
    "search_as: what another term bears": (
        {"terms/call.yaml": term_yaml("Call", "search_as:", "  - the horn", "  - others")},
        [
            "glossary/terms/call.yaml:6: warning: 'others' is already the name of 'other'; delete it [search-as-taken]"
        ],
    ),
    "search_as: another spelling of the own name": (
        {"terms/call.yaml": term_yaml("Phone call", "search_as: [phonecall, Phone Call]")},
        [
            "glossary/terms/call.yaml:4: warning: 'Phone Call' is already the name of this term; "
            "delete it [search-as-taken]"
        ],
    ),
    "links: in a literal text, by line": (
        {
            "terms/call.yaml": term_yaml(
                "Call",
                "details: |",
                "  One [rings](term:othr),",
                "  one [does](term:other)",
                "  not [lead](nowhere).",
                "",
                "  ![a bell](bell.png)",
            )
        },
        [
            "glossary/terms/call.yaml:5: a link to no term: 'othr'; did you mean 'other'? [unknown-term]",
            "glossary/terms/call.yaml:7: a link to 'nowhere', which is no address that a page can hold; "
            "write https://…, mailto:…, term:slug or ../pages/name.md [link-target]",
            "glossary/terms/call.yaml:9: an image in a term: bell.png; "
            "put it on a page in glossary/pages/ and link there [image]",
        ],
    ),
    "links: in a folded text, by line": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "example: >-", "  It rang and rang and then", "  [rang](JavaScript:x)."
            )
        },
        [
            "glossary/terms/call.yaml:6: a link to 'JavaScript:x', which is no address that a page can hold; "
            "write https://…, mailto:…, term:slug or ../pages/name.md [link-target]"
        ],
    ),
    "links: that are sound": (
        {
            "terms/call.yaml": term_yaml(
                "Call",
                "here: '[a](https://example.org), [b](mailto:a@example.org), [c](term:), [d](term:other)'",
            )
        },
        [],
    ),
    "addresses: of links and stops": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "links:", "  - what: the macro", "    to: javascript:alert(1)"
            ),
            "paths.yaml": "- id: first\n  title: Week one\n  stops:\n    - link: data:text/html,x\n"
            "    - link: https://example.org\n",
        },
        [
            "glossary/paths.yaml:4: 'link' is 'data:text/html,x', which is no address that a page can hold; "
            "write https://… or mailto:… [link-target]",
            "glossary/terms/call.yaml:6: 'to' is 'javascript:alert(1)', which is no address that a page can hold; "
            "write https://… or mailto:… [link-target]",
        ],
    ),
    "metric: sound": ({"terms/load.yaml": metric()}, []),
    "metric: rounded": ({"terms/load.yaml": metric(calls="1,000", days="3", result="333.3")}, []),
    "metric: a part that is not there": (
        {"terms/load.yaml": metric(formula="calls / weeks")},
        [
            "glossary/terms/load.yaml:5: 'weeks' is not among the parts; add it to 'parts' [metric-formula]",
            "glossary/terms/load.yaml:10: part 'days' is not in the formula; delete it, or use it [metric-formula]",
        ],
    ),
    "metric: code for a formula": (
        {"terms/load.yaml": metric(formula="calls ** days")},
        [
            "glossary/terms/load.yaml:5: the formula: 'calls ** days' is not + - * / over names and numbers; "
            "use + - * / over the parts [metric-formula]"
        ],
    ),
    "metric: numbers that do not add up": (
        {"terms/load.yaml": metric(result="4")},
        [
            "glossary/terms/load.yaml:14: the worked numbers give 3, not 4; correct one of them [metric-worked]"
        ],
    ),
    "metric: a number with a decimal comma": (
        {"terms/load.yaml": metric(days="12,5")},
        [
            "glossary/terms/load.yaml:11: the worked numbers: '12,5' is no plain number; "
            "write plain numbers [metric-worked]"
        ],
    ),
    "metric: division by zero": (
        {"terms/load.yaml": metric(days="0")},
        [
            "glossary/terms/load.yaml:11: the worked numbers: division by zero; write plain numbers [metric-worked]"
        ],
    ),
    "metric: a number of another name": (
        {"terms/load.yaml": metric().replace('    days: "10"', '    dyas: "10"')},
        [
            "glossary/terms/load.yaml:11: no worked number for 'days'; add it [metric-worked]",
            "glossary/terms/load.yaml:13: 'dyas' is not among the parts; did you mean 'days'? [metric-worked]",
        ],
    ),
    "definition: 240 characters": ({"terms/call.yaml": term_yaml("Call", definition=LONG + "words")}, []),
    "definition: 241 characters, a draft": (
        {"terms/call.yaml": term_yaml("Call", definition=LONG + "words.")},
        [
            "glossary/terms/call.yaml:2: warning: the definition has 241 characters, at most 240 fit a result; "
            "say what it is; move the rest to 'details' [definition-length]"
        ],
    ),
    "definition: too long, approved": (
        {"terms/call.yaml": term_yaml("Call", "status: approved", definition=LONG + "words.")},
        [
            "glossary/terms/call.yaml:2: the definition has 241 characters, at most 240 fit a result; "
            "say what it is; move the rest to 'details' [definition-length]"
        ],
    ),
    "definition: too long, with a reason": (
        {
            "terms/call.yaml": term_yaml(
                "Call", "allow: {definition-length: By law.}", definition=LONG + "words."
            )
        },
        [],
    ),
    "definition: its own name": (
        {"terms/call.yaml": term_yaml("Phone call", definition="What phone calls are made of.")},
        [
            "glossary/terms/call.yaml:2: the definition uses its own name: 'Phone call'; "
            "say what it is in other words [circular-definition]"
        ],
    ),
    "definition: in a circle": (
        {
            "terms/call.yaml": term_yaml("Call", definition="It makes a bell sound."),
            "terms/bell.yaml": term_yaml("Bell", definition="It tells of a guest."),
            "terms/guest.yaml": term_yaml("Guest", definition="One who gives a call."),
        },
        [
            "glossary/terms/bell.yaml:2: definitions in a circle: Bell → Guest → Call → Bell; "
            "define the wider or simpler term without the others [circular-definition]"
        ],
    ),
    "allow: a rule that is none": (
        {"terms/call.yaml": term_yaml("Call", "allow:", "  definition-lenght: By law.")},
        [
            "glossary/terms/call.yaml:5: 'definition-lenght' is no rule that a term can be excepted from; "
            "did you mean 'definition-length'? [unknown-exception]"
        ],
    ),
    "pages: where the site has its own": (
        {
            "pages/AZ.md": "x",
            "pages/README.md": "x",
            "pages/home.md": "x",
            "pages/llms.txt": "x",
            "pages/notes.html": "x",
            "pages/notes.md": "x",
            "pages/terms/mine.md": "x",
            "pages/team/az.md": "x",
            "pages/images/az.png": b"\x89PNG",
        },
        [
            "glossary/pages/AZ.md:1: the site has a page 'az' of its own; rename it [page-collision]",
            "glossary/pages/README.md:1: the site has a page 'readme' of its own; rename it [page-collision]",
            "glossary/pages/llms.txt:1: the site has a file 'llms.txt' of its own; rename it [page-collision]",
            "glossary/pages/notes.md:1: notes.html stands beside it; "
            "rename one: both become the same page [page-collision]",
            "glossary/pages/terms/mine.md:1: the folder terms/ belongs to generated pages; "
            "put it in another folder [page-collision]",
        ],
    ),
    "pages: that are no UTF-8": (
        {"pages/about-us.md": b"Us\nZo\xeb\n"},
        ["glossary/pages/about-us.md:2: byte 0xeb is not UTF-8 text; save the file as UTF-8 [not-utf8]"],
    ),
}


@each_row("case", RULES)
def test_each_rule_reports_its_cases_and_nothing_else(case: str) -> None:
    files, expected = RULES[case]
    assert printed(checked(tree(files, other=term_yaml("Other")))) == expected


def test_a_sound_corpus_has_no_problem() -> None:
    assert checked(tree(other=term_yaml("Other"))) == ()


SIGNATURES = [{"loaded": takes, "return": "Iterator[Problem]"} for takes in ("Loaded", "Corpus")]


def test_every_rule_is_listed_once() -> None:
    """A rule that nobody calls looks as if it held."""
    modules = [value for value in vars(rules).values() if isinstance(value, ModuleType)]
    found = [
        value
        for module in modules
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__annotations__", {}) in SIGNATURES
    ]
    assert sorted(found, key=repr) == sorted((*CHECKS, *EDITORIAL), key=repr)


def test_each_problem_is_reported_once_and_in_order() -> None:
    files, _ = RULES["entries: twice, with kept text, unclaimed"]
    problems = checked(tree(files, other=term_yaml("Other"), another=term_yaml("Another", "x: y")))
    assert len(set(problems)) == len(problems)
    assert [(p.path, p.line) for p in problems] == sorted((p.path, p.line) for p in problems)


def test_hand_written_pages_keep_clear_of_what_the_site_writes() -> None:
    corpus = tree(
        {
            "sources/words.yaml": "title: Words\nentries:\n  - {name: Other, term: other}\n",
            "paths.yaml": "- id: first\n  title: Week one\n  stops:\n    - term: other\n",
        },
        other=term_yaml("Other"),
    )
    built = pipeline.build(Tree(files=corpus), Site(url="https://example.org/"))
    for path in (*built.files, *assets()):
        folder, _, rest = path.partition("/")
        if path not in FILES:
            assert folder in FOLDERS if rest else path.rpartition(".")[0] in NAMES, path


def test_loading_leaves_out_what_is_broken_and_keeps_the_rest() -> None:
    found = load(tree(good=term_yaml("Good", "owner: [Mia]", "kind: team"), bad="name: 'x\n"))
    assert [term.slug for term in found.glossary.terms] == ["good"]
    assert found.glossary.terms[0].kind == "team"
    assert found.glossary.terms[0].owner == ""
    assert found.unread == {"bad"}
