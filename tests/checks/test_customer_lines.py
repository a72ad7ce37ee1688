"""Lines for customers are templates: tables of lines, and what is said of each."""

from __future__ import annotations

import json

from helpers.corpora import term_yaml, tree
from helpers.rows import each_row
from site_gen.checks.rules import check
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.corpus.load import load
from site_gen.model.records import Site


def told(line: str, code: str) -> list[str]:
    files = tree({"terms/a.yaml": term_yaml("Hold music", f"say_to_customer: {json.dumps(line)}")})
    found = check(load(files), EDITORIAL, Site(english="american"))
    return [one.message.rpartition("' in a line for customers")[0][1:] for one in found if one.code == code]


@each_row(
    "language, line, found",
    [
        ("it", "Il check-in è possibile dalle 14.", []),
        ("it", "La colazione è servita dalle ore 7 alle 10:30.", []),
        ("de", "Sie erreichen uns von 8 Uhr bis 17:30 Uhr.", []),
        ("es", "Abrimos a las 9 y cerramos a las 18 h.", []),
        ("fr", "Nous sommes joignables dès 8 h 30.", []),
        ("nl", "U kunt ons vanaf 9 uur bellen.", []),
        ("da", "Vi åbner kl. 9.", []),
        ("it", "Arriva entro 14 giorni.", ["14"]),
        ("it", "Costa 14 euro, alle 20 € si aggiungono.", ["14 euro", "20"]),
        ("de", "Das kostet 8 Euro.", ["8 Euro"]),
        ("es", "Las 30 primeras son gratis.", ["30"]),
        ("en", "We open at 10:30.", ["10:30"]),  # in English a figure is told from the words around it
    ],
)
def test_an_hour_of_the_clock_is_no_figure_in_other_languages(
    language: str, line: str, found: list[str]
) -> None:
    files = tree({"terms/a.yaml": term_yaml("Hold music", f"say_to_customer: {json.dumps(line)}")})
    problems = check(load(files), EDITORIAL, Site(language=language))
    told_of = [one.message.split("'")[1] for one in problems if one.code == "line-figure"]
    assert told_of == found


@each_row(
    "line, found",
    [
        ("Your order 4711 is on its way.", "4711"),
        ("We've added $15.50 to your account.", "$15.50"),
        ("That's 20% off.", "20%"),
        ("The refund takes 3 to 5 days.", "3"),
        ("We'll call at 3 p.m.", "3 p.m."),
        ("The next update is at 10:30.", "10:30"),
        ("It takes two business days.", "two business days"),
        ("I'll be back in five minutes.", "in five minutes"),
        ("You'll hear from us within the hour.", "within the hour"),
        ("We'll answer within a day.", "within a day"),
        ("It'll be half an hour.", "half an hour"),
        ("We'll write tomorrow.", "tomorrow"),
        ("You'll have it by Friday.", "Friday"),
        ("We'll fix that today.", "today"),
        ("I'll write again this afternoon.", "this afternoon"),
        ("You'll have it by the end of the day.", "end of the day"),
        ("That ended in March.", "in March"),
        ("Due May 5.", "May 5"),
        ("It costs ten dollars.", "ten dollars"),
        ("A two-hour window.", "two-hour"),
        ("Tomorrow we'll know.", "Tomorrow"),
        ("Within the hour you'll hear.", "Within the hour"),
        ("In March you told us.", "In March"),
        ("You're number three in line.", "number three"),
    ],
)
def test_a_figure_day_or_time_is_told_of(line: str, found: str) -> None:
    assert found in told(line, "line-figure")


@each_row(
    "line",
    [
        "One moment, please.",
        "One of our colleagues will call you at [time] on [day].",
        "The first step is done; the second is on its way.",
        "We're here 24/7.",
        "Your order [order number] is on its way, and [amount] comes back by [date].",
        "Hello {name}, your code is {{code}}.",
        "How can I help you today?",
        "Thank you for calling us today.",
        "Did you see error 404 in Windows 11?",
        "Please turn on two-factor authentication, or send a one-time code.",
        "May I ask for your name? That may help.",
        "On march, we may find it; the number one reason is this.",
        "Could you give me a minute? I'll be right back.",
        "I'll put your two messages together.",
        "I've moved you to Tier 2, where people know more.",
        "See https://example.com/2026/11 or write to team1@example.com.",
        "Once that's done, both of you get a message.",
        "Let me add one more person to our 3-way call.",
        "Our Black Friday rules are on [page].",
    ],
)
def test_ordinary_words_and_blanks_are_no_figures(line: str) -> None:
    assert told(line, "line-figure") == []


@each_row(
    "line",
    [
        "I promise to call you back.",
        "We guarantee that it works.",
        "We’ll guarantee it.",
        "This won't happen again.",
        "It will never happen again.",
        "Your data is safe with us.",
        "All your personal details are completely safe.",
        "I'll stay with you until it's resolved.",
        "I will stay with your case until it is settled.",
        "I'll keep working until it's fixed.",
        "Rest assured that we're on it.",
        "You have my word.",
        "We'll always be here.",
        "It'll be fixed soon.",
        "You won't lose any of it.",
    ],
)
def test_a_promise_is_told_of(line: str) -> None:
    assert len(told(line, "line-promise")) == 1


@each_row(
    "line",
    [
        "We've changed that to prevent it from happening again.",
        "I can't promise a date.",
        "We're not able to guarantee that.",
        "I'd like to keep your data safe, so please don't send your password.",
        "I'll stay on the line while you try.",
        "We'll never ask you for your password.",
        "Until it's fixed, [workaround] helps.",
        "I'll make sure the team sees this.",
        "Your warranty covers that.",
    ],
)
def test_what_a_desk_can_keep_is_no_promise(line: str) -> None:
    assert told(line, "line-promise") == []


@each_row(
    "line",
    [
        "Please rate me.",
        "Rate this chat when the survey comes.",
        "If I was helpful, give me a 10!",
        "I'd be glad about five stars.",
        "How likely are you to recommend us?",
        "How did I do?",
        "How satisfied were you with my answer?",
        "I hope you'll leave me a good review.",
        "A good score would help me.",
        "On a scale from [low] to [high], where are we?",
        "Mark us with all tens.",
        "How easy was it to get this done with us?",
        "Would you rate how I did?",
        "Thank you. A five-star review would make my day.",
    ],
)
def test_an_agent_who_asks_for_a_score_is_told_of(line: str) -> None:
    assert told(line, "line-score")


@each_row(
    "line",
    [
        "You'll get a short survey about this chat. We read every answer.",
        "How did it go? Let me know if it still stops.",
        "At that rate you'll have it by [day].",
        "Your credit score isn't affected.",
        "How easy is it for you to reach the page?",
        "How likely is it that the box fell over?",
        "Thank you for the great review, and for the five stars!",
        "The plan and rate are in your account.",
        "Thank you for your rating.",
        "I can give you the five steps.",
    ],
)
def test_a_survey_that_is_announced_is_fine(line: str) -> None:
    assert told(line, "line-score") == []


@each_row(
    "line, found",
    [
        ("We will look into it.", ["We will"]),
        ("I do not know yet.", ["do not"]),
        ("I cannot see it.", ["cannot"]),
        ("I have checked it.", ["I have"]),
        ("I have a question.", []),
        ("I'll write as soon as I have it.", []),
        ("You'll find it there, wherever you are.", []),
        ("We'll look; I don't know.", []),
    ],
)
def test_a_full_form_is_told_of(line: str, found: list[str]) -> None:
    assert told(line, "line-full-form") == found


def test_each_channel_is_read_and_told_with_its_line() -> None:
    lines = ["status: approved", "say_to_customer:", "  chat: We'll write by [time].", "  email: It's $5."]
    files = tree({"terms/a.yaml": term_yaml("Hold music", *lines)})
    (problem,) = check(load(files), EDITORIAL)
    assert (problem.line, problem.code, problem.severity) == (7, "line-figure", "error")
    assert "[time]" in problem.hint
