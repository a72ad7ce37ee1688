"""The registry of problem codes as the page docs/checks.md."""

from __future__ import annotations

from collections.abc import Iterator

from site_gen.checks.codes import GROUPS

_INTRO = """\
# What `glossary check` checks

Generated from `site_gen/checks/codes/`; a test keeps this page equal to it. A problem reads
`path:line: what was found, what was expected; what to do [code]`.

Errors keep the site from being built, but for the rules that only `glossary check` asks: those on wording
(openings, praise, reading grade, long sentences, English, lines for customers), near-duplicates, orphans and
undefined terms.

**Severity.** Style rules, marked *by status*, are warnings on drafts and errors on approved terms.
`glossary check --strict` fails on warnings too.

**Exceptions.** There is one for each kind of rule, always a line in a file, so that it is reviewed:

- *One term, a style rule, `orphan-term` or `everyday-name`:* in the term, the code and the reason, as in
  `allow: {reading-grade: the law's own words}`.
- *A pair, `near-duplicate`:* in one of the two terms `contrast` (which tells readers the difference),
  `broader`, or `distinct`.
- *A phrase, `undefined-term`:* in `glossary/plain-words.yaml`, as in `phone system: says what it is`.
- *A whole site, any rule:* in `mkdocs.yml` under `severities` of the plugin, as in `undefined-term: ignore`;
  the other values are `error` and `warning`.

An example shows the part of a term file that matters; a line `# glossary/…` starts another file.
"""


def checks_page() -> str:
    return "\n".join((_INTRO, *_groups()))


def _groups() -> Iterator[str]:
    for title, rules in GROUPS.items():
        yield f"## {title}\n"
        for code, rule in rules.items():
            yield f"### {code}\n\n*{rule.severity.capitalize()}.* {rule.why}\n"
            yield from _example("Wrong", rule.wrong)
            yield from _example("Right", rule.right)


def _example(title: str, text: str) -> Iterator[str]:
    if text.startswith("("):
        yield f"{title}: {text[1:-1]}.\n"
    else:
        yield f"{title}:\n\n```yaml\n{text}\n```\n"
