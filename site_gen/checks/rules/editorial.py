"""What `glossary check` asks besides: slower, and nothing that would break a page. No build loads it."""

from __future__ import annotations

from site_gen.checks.rules import (
    Check,
    coverage,
    customer_lines,
    duplicates,
    english,
    language,
    style,
    wording,
)

EDITORIAL: tuple[Check, ...] = (
    language.reading_grade,
    language.long_sentences,
    wording.openings,
    wording.restated_names,
    wording.whole_sentences,
    wording.praise,
    english.words_of_the_other_english,
    english.stiff_wording,
    english.number_forms,
    english.serial_commas,
    customer_lines.figures,
    customer_lines.promises,
    customer_lines.own_scores,
    customer_lines.full_forms,
    wording.lists_to_search,
    coverage.orphans,
    coverage.everyday_names,
    coverage.undefined_terms,
    duplicates.near,
)

# What looks at each term by itself: a change of other terms cannot alter what it finds.
OF_EACH_TERM: frozenset[Check] = frozenset((
    style.unwritten_definition,
    style.link_in_plain_text,
    style.definition_length,
    language.reading_grade,
    language.long_sentences,
    wording.openings,
    wording.restated_names,
    wording.whole_sentences,
    wording.praise,
    wording.lists_to_search,
    english.serial_commas,
    customer_lines.figures,
    customer_lines.promises,
    customer_lines.own_scores,
    customer_lines.full_forms,
))  # fmt: skip

# What looks at each term, and at the names of all.
OF_EACH_AND_NAMES: frozenset[Check] = frozenset((
    english.words_of_the_other_english,
    english.stiff_wording,
))  # fmt: skip
