"""What the tool knows of a language beside its texts: stems, small words, readability, addresses.

English is the language of ``model.names`` and of the lookup; each other one that is known has a file here.
A language without a file works without: its words are compared as they are written. May import ``model``.
"""

from site_gen.language.language import ENGLISH, TAGS, Language, language_of, written_words

__all__ = ["ENGLISH", "TAGS", "Language", "language_of", "written_words"]
