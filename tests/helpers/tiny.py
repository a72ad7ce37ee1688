"""A corpus of nine terms that has every kind of page, and most of what can stand on one."""

from __future__ import annotations

from pathlib import Path

CORPUS = {
    "topics.yaml": """
- {id: desk, name: The desk, meaning: Who works here and with what.}
- {id: numbers, name: Numbers}
- {id: empty, name: Without terms}
""",
    "paths.yaml": """
- id: first-day
  title: First day
  audience: New at the small desk.
  outcome: You know what a ticket is.
  then: second-day
  stops:
    - {term: queue, note: Whose line is it?}
    - {term: ticket}
    - {task: Open one., what: Your first, minutes: 2}
    - {link: "https://example.org/map", what: The map of the house}
- {id: second-day, title: Second day, extends: first-day, terms: [agent], days: 2}
""",
    "terms/ticket.yaml": """
name: Ticket
aliases: [Case, Support ticket]
formerly: [Slip]
discouraged: [Incident report]
search_as: [request number]
pronounced: TICK-it
definition: The record of one request from a customer, from the first message to the answer.
details: |
  It holds *every* message. An **agent** takes it from the queue.

  1. Opened
  2. Answered & closed, see [the pile](term:backlog) or [a page](https://example.org/a?b=1&c="2")

  | State | Days |
  |:------|-----:|
  | open  | 3    |

  > A queue is quoted here.
example: Ada opens ticket 12, waits for two days, and asks `TICKET-12` again.
say_to_customer: I have opened a ticket for you.
here: We close it after **5** days.
topics: [desk]
related: [agent, backlog]
contrast:
  queue: A ticket is one request; a queue is the line that it waits in.
level: essential
status: approved
reviewed: 2026-03-09
""",
    "terms/queue.yaml": """
name: Queue
definition: A line in which work waits until an agent is free.
topics: [desk, numbers]
level: essential
status: approved
owner: Ann
reviewed: 2026-03-01
review_every: 10 years
""",
    "terms/agent.yaml": """
name: Agent
abbreviations: [AG]
definition: A person who answers customers.
internal: Customers meet people, not agents.
topics: [desk]
status: approved
""",
    "terms/automatic-greeting.yaml": """
name: Automatic greeting
abbreviations: [AG]
definition: A first reply that no person writes.
topics: [unsorted]
broader: ticket
""",
    "terms/backlog.yaml": """
name: Backlog
definition: All that has come in and has no answer yet.
metric:
  formula: (open - new) / open * 100
  unit: "%"
  better: lower
  parts: {open: tickets without an answer, new: those from today}
  worked: {open: "40", new: "10", result: "75"}
  edges: {reopened tickets: They count again.}
topics: [numbers]
broader: queue
level: specialist
status: approved
""",
    "terms/pile.yaml": """
name: Pile
definition: An old word for all that waits.
topics: [numbers]
status: deprecated
since: 2025-12-01
replaced_by: backlog
why: Nobody could say what it counted.
contrast:
  ticket: A pile is many.
""",
    "terms/home-key.yaml": """
name: Key
context: keyboard
definition: The thing that a finger presses.
topics: [desk]
autolink: false
""",
    "terms/key-to-door.yaml": """
name: Key
context: door
definition: The thing that opens a door, see AG.
topics: [desk]
""",
    "owners.yaml": """
Ann: {mail: ann@example.org, chat: "https://chat.example.org/ann?a=1&b=2", handle: "@ann", deputy: Bo}
Bo: {mail: bo@example.org}
""",
    "redirects.yaml": "slip: ticket\n",
    "sources/blue-book.yaml": """
title: The blue book
publisher: A press
retrieved: 2026-01-31
entries:
- {name: Ticket, also: [TICKET], at: line 3, says: One request., term: ticket}
- {name: Ticket!, says: The same again., term: ticket}
- {name: Nobody's, says: Still loose.}
""",
    "sources/red-book.yaml": """
title: The red book
entries:
- {name: Support ticket, says: A case., term: ticket}
- {name: Line, says: Where things wait., term: queue}
""",
}


def write_corpus(root: Path) -> None:
    """Write the corpus below ``root``, without settings."""
    for path, text in CORPUS.items():
        (root / "glossary" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "glossary" / path).write_text(text, encoding="utf-8")
