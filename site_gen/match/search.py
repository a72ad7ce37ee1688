"""A growing list of profiles that finds those which may be similar to a given one."""

from __future__ import annotations

from collections.abc import Iterable

from site_gen.match.candidates import Index
from site_gen.match.family import sense
from site_gen.match.field import Field
from site_gen.match.profile import Profile
from site_gen.match.subject import Subject
from site_gen.match.text_likeness import Vocabulary, content, vocabulary


class Search:
    """Profiles by number. A replaced profile keeps its number, and its earlier names are still found."""

    def __init__(self, field: Field, profiles: Iterable[Profile] = ()) -> None:
        self._field = field
        self.profiles: list[Profile] = []
        self._index = Index(field)
        self._longer: set[tuple[str, ...]] = set()
        self._vocabulary: Vocabulary | None = None
        self._subject: Subject | None = None
        for profile in profiles:
            self.add(profile)
        self._first = tuple(self.profiles)

    def add(self, profile: Profile) -> int:
        """Add a profile and return its number."""
        self.profiles.append(profile)
        at = len(self.profiles) - 1
        self._take_names(at, profile)
        return at

    def replace(self, at: int, profile: Profile) -> None:
        """Put another profile in the place of number ``at``; its names are found from now on."""
        self.profiles[at] = profile
        self._take_names(at, profile)

    def near(self, profile: Profile) -> set[int]:
        """The numbers of all profiles whose score with this one can be above 0."""
        found = (self._index.find(label) for label in profile.labels)
        return set().union(*found, *map(self._index.find_phrase, _phrases(profile)))

    def vocabulary(self) -> Vocabulary:
        """The word counts of all texts that were there at the beginning; counted at the first call."""
        if self._vocabulary is None:
            texts = (content(text, self._field) for one in self._first for text in one.texts)
            self._vocabulary = vocabulary(texts, self._field)
        return self._vocabulary

    def subject(self) -> Subject:
        """The statistics of the terms that were there at the beginning; counted at the first call."""
        if self._subject is None:
            self._subject = Subject(self._first)
        return self._subject

    def has_rivals(self, core: tuple[str, ...]) -> bool:
        """Whether longer names end in this core: "retention" where there is "data retention" too."""
        return self._senses(core) in self._longer

    def _take_names(self, at: int, profile: Profile) -> None:
        for phrase in _phrases(profile):
            self._index.add_phrase(at, phrase)
        for label in profile.labels:
            self._index.add(at, label)
            for form in label.forms:
                senses = () if form.tail else self._senses(form.core)
                self._longer.update(senses[begin:] for begin in range(1, len(senses)))

    def _senses(self, core: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(sense(word, self._field) for word in core)


def _phrases(profile: Profile) -> tuple[str, ...]:
    """The joined words of all that is no name here and tells of the concept all the same."""
    return (*profile.searched, *profile.elsewhere)
