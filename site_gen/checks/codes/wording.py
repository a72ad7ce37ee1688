"""Codes of names, and of how terms are written."""

from __future__ import annotations

from site_gen.checks.codes.rule import Rule, term_file

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
    "shared-translation": Rule(
        severity="warning",
        why="Who translates a reply needs one word for each term, and one term for each word.",
        wrong="in_other_languages: {de: [Anruf]}\n"
        + term_file("second", "Second", "What comes next.", "in_other_languages: {de: [Anruf]}"),
        right="in_other_languages: {de: [Anruf]}\n"
        + term_file("second", "Second", "What comes next.", "in_other_languages: {de: [Rückruf]}"),
    ),
    "search-as-taken": Rule(
        severity="warning",
        why="What people type must not lead away from the term that bears that very name.",
        wrong="search_as: [other]",
        right="search_as: [the line that rings]",
    ),
    "broken-range": Rule(
        severity="error",
        why="Nobody types what stands there, and none of the names that it means is found.",
        wrong="search_as: [level 3..1]",
        right="search_as: [level 1..3]",
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
    "mixed-alphabets": Rule(
        severity="warning",
        why="The letters look alike and are others to a search: who types the word never finds it.",
        wrong="aliases: [Phоne line]  # with a Cyrillic о",
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
    "link-in-plain-text": Rule(
        severity="by status",
        exceptable=True,
        why="A definition is shown as it is written, so readers would see the brackets and the address.",
        wrong=term_file(
            "first-reply", "First reply", "The first [answer](https://example.org/) to a ticket."
        ),
        right=term_file("first-reply", "First reply", "The first answer to a ticket."),
    ),
    "unwritten-definition": Rule(
        severity="by status",
        why="A placeholder keeps the place of a definition; readers must never meet it as one.",
        wrong=term_file("first-reply", "First reply", "TODO."),
        right=term_file("first-reply", "First reply", "What is answered first."),
    ),
    "definition-length": Rule(
        severity="by status",
        exceptable=True,
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
        exceptable=True,
        why="Read in the middle of a call: the reading grade is at most 12 (Flesch and Kincaid; in other "
        "languages than English what is published for them, see *Language and wording*).",
        wrong="(a definition of long words in long sentences)",
        right="definition: The requests that wait for someone to take them.",
    ),
    "long-sentence": Rule(
        severity="by status",
        exceptable=True,
        why="A sentence of more than 30 words has to be read twice.",
        wrong="(a definition of 31 words without a full stop)",
        right="(the same in two sentences)",
    ),
    "definition-opening": Rule(
        severity="by status",
        exceptable=True,
        why="ISO 704: a definition says first what the thing is, then what sets it apart. 'Is when', 'refers "
        "to' and 'a term for' speak of the word, and a reader still does not know what kind of thing it is.",
        wrong=term_file("first-reply", "First reply", "When a customer hears from us for the first time."),
        right=term_file("first-reply", "First reply", "The message by which a customer first hears from us."),
    ),
    "restated-name": Rule(
        severity="by status",
        exceptable=True,
        why="The name stands right above the definition; said again, it costs the room for what matters.",
        wrong=term_file("first-reply", "First reply", "The reply is what a customer hears before all else."),
        right=term_file("first-reply", "First reply", "What a customer hears from us before all else."),
    ),
    "definition-sentence": Rule(
        severity="by status",
        exceptable=True,
        why="A definition stands alone in results and on cards, beside others.",
        wrong=term_file("first-reply", "First reply", "what a customer hears from us before all else"),
        right=term_file("first-reply", "First reply", "What a customer hears from us before all else."),
    ),
    "praise-word": Rule(
        severity="by status",
        exceptable=True,
        why="Seamless, world-class, cutting-edge: what is said of every product tells nothing of any. In a "
        "definition, crucial, essential and vital count too. In quotes the words may stand.",
        wrong="details: |\n  A seamless way to reach us.",
        right="details: |\n  One number for all of our teams.",
    ),
    "search-as-list": Rule(
        severity="by status",
        exceptable=True,
        why="Each item is compared with what somebody types, as a whole: several in one are typed by nobody.",
        wrong="search_as: ['serious, grave or minor']",
        right="search_as: [serious, grave, minor]",
    ),
    "readers-audience": Rule(
        severity="warning",
        why="A site that everybody can reach must not hold what is internal, and one that only the desk "
        "reads should not lack it. Asked only where `readers` stands in mkdocs.yml.",
        wrong="(readers: public without audience: public in mkdocs.yml, or the other way round)",
        right="(readers: public with audience: public, or both internal)",
    ),
    "names-internal": Rule(
        severity="warning",
        exceptable=True,
        why="A public site leaves internal terms out; a text that goes public and names one tells of it all "
        "the same. On a site with audience: public every text that it shows counts, elsewhere those of terms "
        "that say audience: public. Mentions are found as for links.",
        wrong=term_file("quiet-plan", "Quiet plan", "What we do about it at night.", "audience: internal")
        + "\n"
        + term_file("first-reply", "First reply", "What we write before the quiet plan.", "audience: public"),
        right=term_file("quiet-plan", "Quiet plan", "What we do about it at night.", "audience: internal")
        + "\n"
        + term_file("first-reply", "First reply", "What we write before all else.", "audience: public"),
    ),
    "unknown-exception": Rule(
        severity="error",
        why="An exception to a rule that nobody has would look as if it did something.",
        wrong="allow:\n  definition-lenght: The law's own words.",
        right="allow:\n  definition-length: The law's own words.",
    ),
}
