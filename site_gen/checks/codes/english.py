"""Codes of the English that a desk writes, and of its lines for customers."""

from __future__ import annotations

from site_gen.checks.codes.rule import Rule

ENGLISH = {
    "other-english": Rule(
        severity="by status",
        exceptable=True,
        why="A desk that writes American English has no *parcel* and no *colour*; one that writes British "
        "has no *color*. Asked only with `english: american` or `british` in mkdocs.yml; each finding "
        "says which word to write. Names of terms, code, addresses, and names in quotes are not judged.",
        wrong="details: |\n  The parcel comes in a colour of your own.",
        right="details: |\n  The package comes in a color of your own.",
    ),
    "stiff-wording": Rule(
        severity="by status",
        exceptable=True,
        why="*Need not*, *whom*, *herewith*, *feedbacks*: nobody at a desk says that. *Two cautions:* only "
        "announces what comes. Asked with `english: american` or `british`.",
        wrong="details: |\n  Callers need not know to whom they speak.",
        right="details: |\n  Callers don't have to know who answers.",
    ),
    "number-form": Rule(
        severity="by status",
        exceptable=True,
        why="One way to write each number is read without a halt. American English has 45%, $15, and 3 "
        "p.m., and no 24-hour clock. In both, a form is reported that most numbers of the glossary do "
        "not have. Asked with `english: american` or `british`.",
        wrong="details: |\n  At 15:30 some 45 percent wait.",
        right="details: |\n  At 3:30 p.m. some 45% wait.",
    ),
    "serial-comma": Rule(
        severity="by status",
        exceptable=True,
        why="American English has a comma before the last item of a list. Found where the form tells that "
        "it is a list: after a colon or 'such as', with four items, or where each has 'the' or the like"
        " in front. Asked with `english: american`.",
        wrong="details: |\n  There are three ways, such as phone, chat and email.",
        right="details: |\n  There are three ways, such as phone, chat, and email.",
    ),
    "line-figure": Rule(
        severity="by status",
        exceptable=True,
        why="A line for customers is copied as it is: a figure, a day, or a time in it is right once and "
        "wrong after. A blank in brackets is asked for before the line is sent.",
        wrong="say_to_customer: We'll write by Friday and add $15.",
        right="say_to_customer: We'll write by [day] and add [amount].",
    ),
    "line-promise": Rule(
        severity="by status",
        exceptable=True,
        why="*It won't happen again*, *your data is safe*, *we guarantee*: nobody at a desk can keep that "
        "for every customer, and it stands in writing.",
        wrong="say_to_customer: We've fixed it, and it won't happen again.",
        right="say_to_customer: We've changed that to keep it from happening again.",
    ),
    "line-score": Rule(
        severity="by status",
        exceptable=True,
        why="An agent who asks for a score gets a kinder one than the truth. The survey asks; the line only"
        " says that it will come.",
        wrong="say_to_customer: Please rate me when the survey comes.",
        right="say_to_customer: You'll get a short survey about this chat.",
    ),
    "line-full-form": Rule(
        severity="by status",
        exceptable=True,
        why="A line that an agent says or types sounds like a person with *we'll*, *don't*, and *I've*. "
        "Asked with `english: american` or `british`.",
        wrong="say_to_customer: We will look into it.",
        right="say_to_customer: We'll look into it.",
    ),
}
