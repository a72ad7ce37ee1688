"""Whatever became of terms, a public site tells nothing of those that were internal in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from helpers.rows import each_row
from helpers.tried import share
from site_gen.corpus.load import load
from site_gen.history.audience import visible_history
from site_gen.history.events import Step, tell
from site_gen.model.records import Site

TOPICS = {"glossary/topics.yaml": b"- {id: desk, name: The desk}\n"}
PUBLIC = Site(audience="public")


@dataclass(slots=True)
class Life:
    """One term, and every word that was ever said of it alone."""

    slug: str
    name: str
    definition: str
    internal: bool = False
    committed: bool = False  # as internal: what is made internal and goes in one commit never was, for git
    words: set[str] = field(default_factory=set)
    taken: set[str] = field(default_factory=set)  # those of what was merged into it since the last commit

    def yaml(self) -> bytes:
        lines = [f"name: {self.name}", f"definition: {self.definition}", "topics: [desk]"]
        return "\n".join([*lines, *(["audience: internal"] if self.internal else [])]).encode()


class Past:
    """A made-up history: what is done to terms at random, a few things in each commit."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.lives: list[Life] = []
        self.redirects: dict[str, str] = {}
        self.secret: set[str] = set()  # of terms that went while they were internal
        self.number = 0
        self.steps = [self.step(number) for number in range(12)]

    def word(self) -> str:
        """A word that is like no other, so that no two texts are taken for one."""
        self.number += 1
        return f"w{self.number}" + "".join(self.random.choices("bcdfgklmnprtvz", k=8)) + "q"

    def new(self) -> None:
        name, text = self.word(), self.word()
        internal = self.random.random() < 0.15
        self.lives.append(
            Life(
                slug=name,
                name=name.capitalize(),
                definition=f"About {text}.",
                internal=internal,
                words={name, text},
            )
        )

    def redefine(self, life: Life) -> None:
        word = self.word()
        others = [other.name for other in self.lives if other is not life]
        naming = f" after {self.random.choice(others)}" if others and self.random.random() < 0.3 else ""
        life.definition = f"About {word}{naming}."
        life.words.add(word)

    def rename(self, life: Life) -> None:
        old, word = life.slug, self.word()
        life.name = word.capitalize()
        life.words.add(word)
        if self.random.random() < 0.7:
            life.slug = word
            self.redirects = {**{a: word if b == old else b for a, b in self.redirects.items()}, old: word}

    def remove(self, life: Life) -> None:
        self.lives.remove(life)
        if life.committed:
            self.secret |= life.words
        self.redirects = {a: b for a, b in self.redirects.items() if b != life.slug}

    def merge(self, life: Life) -> None:
        other = self.random.choice(self.lives)
        if other is life:
            return
        self.lives.remove(life)
        self.redirects = {
            **{a: other.slug if b == life.slug else b for a, b in self.redirects.items()}, life.slug: other.slug,
        }  # fmt: skip
        if life.committed and not other.internal:
            self.secret |= life.words
        else:
            other.taken |= life.words
        other.taken |= life.taken

    def hide(self, life: Life) -> None:
        life.internal = True

    def step(self, number: int) -> Step:
        before = self.files()
        for _ in range(self.random.randint(1, 3)):
            done = self.random.choice((self.redefine, self.rename, self.remove, self.merge, self.hide, None))
            if done is None or len(self.lives) < 4:
                self.new()
            else:
                done(self.random.choice(self.lives))
        after = self.files()
        for life in self.lives:
            life.committed = life.internal
            life.words, life.taken = life.words | life.taken, set()
        changed = {
            path: after.get(path) for path in {**before, **after} if before.get(path) != after.get(path)
        }
        when = datetime(2026, 1, 1, 10, tzinfo=UTC) + timedelta(days=number)
        return Step(commit=f"{number:040}", when=when, files=changed)

    def files(self) -> Mapping[str, bytes]:
        lines = "".join(f"{old}: {new}\n" for old, new in self.redirects.items())
        redirects = {"glossary/redirects.yaml": lines.encode()} if lines else {}
        return {**{f"glossary/terms/{life.slug}.yaml": life.yaml() for life in self.lives}, **redirects}


@each_row("seed", range(share(150)))
def test_nothing_is_told_of_what_is_internal_in_the_end(seed: int) -> None:
    past = Past(seed)
    glossary = load({**TOPICS, **past.files()}).glossary
    shown = visible_history(tell(past.steps), glossary, PUBLIC)
    secret = past.secret.union(*(life.words for life in past.lives if life.internal))
    told = repr(shown).lower()
    assert [word for word in secret if word in told] == []


def test_what_is_public_is_told() -> None:
    """The tests above would hold of a history that tells nothing."""
    told = 0
    for seed in range(40):
        past = Past(seed)
        told += len(
            visible_history(tell(past.steps), load({**TOPICS, **past.files()}).glossary, PUBLIC).changes
        )
    assert told > 200
