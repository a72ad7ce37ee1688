"""How long a stop of a learning path takes, and how a path is spread over days.

Times are counted in half minutes, each stop rounded up; of a day or a path a reader sees whole minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2s

from site_gen.learning.paths import Route, RouteStop
from site_gen.model.records import Term
from site_gen.model.schema import BESIDE_DEFINITION, TERM

# Adults read English non-fiction silently at 238 words a minute (Brysbaert 2019, "How many words do we read
# per minute?", Journal of Memory and Language 109), and at about 200 where they read to learn (Carver 1992,
# "Reading rate: theory, research, and practical implications", Journal of Reading 36).
WORDS_A_MINUTE = 200
TASK_MINUTES = 5  # where the stop does not say
LINK_MINUTES = 3

_WORD = re.compile(r"\w[\w'’-]*")
_STANDS_IN = {TERM[name].instead_of: name for name in BESIDE_DEFINITION if TERM[name].instead_of}


def shown(term: Term) -> Iterator[str]:
    """The texts of a term that a stop shows; "" for an empty field that counts in the digest."""
    yield from (term.title, term.definition)
    for name in BESIDE_DEFINITION:
        text = _text(term, name) or _text(term, _STANDS_IN.get(name, ""))
        if not TERM[name].instead_of and (text or TERM[name].empty_counts):
            yield text
    if term.metric:
        yield term.metric.formula.replace("_", " ")
        yield f"{' '.join(term.metric.worked.values())} {term.metric.unit}"


def _text(term: Term, field: str) -> str:
    return "\n".join(term.texts(field).values()) if field else ""


def text_hash(stop: RouteStop) -> str:
    """Six hex digits that change with the text of the stop's term, or with what the stop asks for."""
    texts = shown(stop.term) if stop.term else (stop.stop.task, stop.stop.link)
    return blake2s("\0".join(texts).encode(), digest_size=3).hexdigest()


def half_minutes(stop: RouteStop) -> int:
    """To read all that the stop shows, and to do what it asks for."""
    texts = [
        stop.stop.note,
        stop.stop.task,
        stop.stop.what,
        *(pair[1].difference for pair in stop.differences),
    ]
    if stop.term:
        texts.extend(shown(stop.term))
    words = sum(len(_WORD.findall(text)) for text in texts)
    asked = stop.stop.minutes or (TASK_MINUTES if stop.stop.task else LINK_MINUTES if stop.stop.link else 0)
    return max(1, -(-2 * words // WORDS_A_MINUTE)) + 2 * asked


def minutes(half: int) -> str:
    """Half minutes as readers see them: "½", "3", "3½"."""
    return f"{half // 2 or ''}{'½' if half % 2 else ''}" or "0"


def whole_minutes(halves: Iterable[int]) -> str:
    """What several stops take together, which is a guess: in whole minutes, rounded up."""
    return str(-(-sum(halves) // 2))


def days(route: Route) -> tuple[tuple[RouteStop, ...], ...]:
    """The stops by day, in as many days as the path says, or as its limit a day needs; else all in one.

    The longest day is as short as it can be, and within that the days are as even as they can be.
    """
    costs = [half_minutes(stop) for stop in route.stops]
    limit = 2 * route.path.minutes_a_day
    if not route.path.days and not limit:
        return (route.stops,)
    count = route.path.days or _days_needed(costs, limit)
    return tuple(_split(route.stops, costs, min(count, len(costs))))


def _days_needed(costs: Sequence[int], most: int) -> int:
    """How many days it takes where each takes in what fits; a stop of more than ``most`` has its own."""
    needed, today = 1, 0
    for cost in costs:
        if today and today + cost > most:
            needed, today = needed + 1, 0
        today += cost
    return needed


def _split(stops: Sequence[RouteStop], costs: Sequence[int], count: int) -> Iterator[tuple[RouteStop, ...]]:
    low, high = max(costs), sum(costs)
    while low < high:  # the least longest day, by halving
        middle = (low + high) // 2
        low, high = (low, middle) if _days_needed(costs, middle) <= count else (middle + 1, high)
    start, left = 0, sum(costs)
    for number in range(count, 0, -1):  # days still to fill
        end, today = start, 0
        while end < len(costs):
            enough = end > start and today + costs[end] / 2 > left / number
            over = end > start and today + costs[end] > low
            later = len(costs) - end == number - 1  # each later day wants a stop
            if over or later or (enough and _days_needed(costs[end:], low) < number):
                break
            today += costs[end]
            end += 1
        yield tuple(stops[start:end])
        start, left = end, left - today
