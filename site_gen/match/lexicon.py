"""The matcher's vocabulary as data: words that may be left out of a name, and words that are exchangeable.

Only words of any field belong here: those of one, such as "customer", stand in the catalog, where a desk can
replace them (field.py). That two particular names mean one concept is knowledge of the corpus (aliases,
rulings), not of the matcher.
"""

from __future__ import annotations

from typing import Literal

Role = Literal["measure", "tool", "process", "offer", "team", "domain", "average"]

STOP = frozenset({"a", "an", "the", "of", "to", "for", "and", "your"})  # ignored inside a name
TURNS = frozenset({"of", "for", "to"})  # "rate of churn" is "churn rate"
WITHIN = frozenset({"in", "within"})  # "intent in chatbots": what follows is a place

NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
    "1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth", "5th": "fifth",
}  # fmt: skip
# What letters of an abbreviation say with a digit: "2FA", "B2B".
AS_DIGITS = {
    **NUMBERS, "to": "2", "for": "4", "first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5",
}  # fmt: skip
COUNTED = frozenset({
    "type", "tier", "level", "phase", "class", "grade", "stage", "part", "category", "volume",
    "chapter", "factor", "war", "schedule", "book", "act", "group", "division", "title", "article",
    "section", "version", "generation", "mark",
})  # fmt: skip
# Words of which the plural alone means something else: a question, never the same by itself.
OTHER_IN_PLURAL = frozenset({
    "glass", "mean", "arm", "damage", "spirit", "minute", "manner", "content", "premise", "saving",
    "earning", "proceed", "security", "future", "term", "brain", "color", "compass", "letter",
    "line", "pain", "scale", "spectacle", "statistic", "step", "ruin", "water", "ash", "force",
    "length", "fund", "ground", "humanity", "mat", "odd", "quarter", "remain", "respect", "stair",
    "surround", "total", "wit", "work", "hardship", "due", "effect", "particular", "regard",
    "liberty", "authority", "relation", "talk",
})  # fmt: skip
# Units of which capitals are a part: "Mb" are bits, "MB" bytes.
UNITS_BY_CASE = frozenset({
    "kb", "mb", "gb", "tb", "pb", "kbps", "mbps", "gbps", "tbps", "mw", "mhz",
})  # fmt: skip

TAILS: dict[str, Role] = {  # last words that add little, each with its role; stemmed when used
    "rate": "measure", "ratio": "measure", "percentage": "measure", "score": "measure",
    "rating": "measure", "index": "measure",
    "system": "tool", "software": "tool", "tool": "tool", "platform": "tool", "solution": "tool",
    "application": "tool", "app": "tool", "technology": "tool", "suite": "tool",
    "process": "process", "procedure": "process", "method": "process", "methodology": "process",
    "approach": "process", "technique": "process", "practice": "process",
    "support": "offer", "service": "offer",
    "team": "team", "department": "team",
}  # fmt: skip
TAIL_COST: dict[Role, int] = {"measure": 18, "tool": 16, "process": 14, "offer": 18, "team": 20}

DOMAIN_PHRASE_COST = 8  # points lost where several first words of the field are left out together
MEASURE_OF_MANY = 12  # points lost for leaving out "rate" after three words or more, which suffice
SHORT_CORE_COST = 10  # points lost where a short word is left over: "base" has more senses than "retention"
SHORT_CORE = 7  # letters
DOMAIN_EXCHANGE = 8  # for first words, more than elsewhere: a service portal is not a support portal
AVERAGE_COST = {"average": 6, "mean": 6, "avg": 6, "overall": 14}

MEASURED = frozenset({"time", "rate", "duration", "period", "accuracy"})

# (points lost, exchangeable words). Up to 8 points, names still merge without a question.
EXCHANGES: tuple[tuple[int, tuple[str, ...]], ...] = (
    (4, ("average", "mean", "avg")),
    (4, ("reply", "response")),
    (16, ("reply", "answer")),
    (12, ("cheque", "check")),
    (12, ("kerb", "curb")),
    (12, ("draught", "draft")),
    (12, ("storey", "story")),
    (6, ("system", "software", "tool")),
    (12, ("software", "platform", "solution", "system", "tool")),
    (14, ("software", "technology", "suite")),
    (4, ("app", "application")),
    (14, ("software", "application")),
    (12, ("process", "procedure")),
    (12, ("method", "approach", "technique", "methodology", "practice")),
    (14, ("process", "method")),
    (6, ("rate", "ratio", "percentage")),
    (12, ("score", "rating")),
    (14, ("score", "index")),
    (12, ("team", "department")),
    (16, ("wait", "queue")),
    (16, ("fix", "repair", "resolve")),
    (16, ("target", "goal", "objective")),
    (2, ("administrator", "admin")),
    (2, ("inquiry", "enquiry")),
    (3, ("phone", "telephone")),
    (3, ("documentation", "doc")),
    (3, ("configuration", "config")),
    (3, ("synchronization", "sync")),
    (3, ("information", "info")),
    (3, ("development", "dev")),
    (3, ("operations", "ops")),
    (3, ("maximum", "max")),
    (3, ("minimum", "min")),
    (3, ("percentage", "percent")),
    (2, ("preventive", "preventative")),
    (5, ("automatic", "automated")),
)

# Prefixes that reverse a meaning, and endings that make a person of an activity: never taken for a slip.
OPPOSITES = (
    ("on", "off"), ("in", "out"), ("up", "down"), ("pre", "post"), ("inter", "intra"),
    ("under", "over"), ("micro", "macro"), ("hyper", "hypo"), ("em", "im"), ("in", "ex"),
    ("up", "off"), ("re", "pre"), ("re", "de"),
)  # fmt: skip
DOERS = (  # schedule, scheduler; moderation, moderator; employer, employee
    ("", "r"), ("", "er"), ("", "or"), ("", "ee"), ("e", "or"), ("ion", "or"), ("ion", "er"), ("ation", "er"),
    ("ment", "er"), ("ing", "er"), ("ed", "er"), ("er", "ee"), ("or", "ee"), ("", "ist"), ("ance", "ant"),
)  # fmt: skip
