"""No template and no script says anything that is in no catalog, and no catalog has what nobody says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import nodes

from helpers.rows import each_row
from site_gen.catalog import catalog, shipped
from site_gen.pages.render import environment
from site_gen.pages.words import Words

MADE = environment(Words(catalog()))
TEMPLATES = sorted(MADE.list_templates(["j2"]))
SPOKEN = re.compile(r'\b(?:aria-label|title|alt|placeholder|content)="([^"]*)"')
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"[^\W\d_]{2,}")
PLACED = "\u0001"  # stands for what a template places
# What stands in templates and is no language: front matter, and what a page declares to browsers.
NOT_SAID = re.compile(
    r"^title: |^description: |^hide: .*$|<!doctype html>"
    r'|content="(?:width=device-width[^"]*|noindex|0; url=[^"]*)"|\bdata-[\w-]+="[^"]*"',
    re.MULTILINE,
)


def words_in(template: str) -> Iterator[str]:
    """What a template says itself: between tags, in attributes that are read out, as a choice of its own."""
    tree = MADE.parse(template)
    text = PLACED.join(part.data for part in tree.find_all(nodes.TemplateData))
    text = NOT_SAID.sub("", text)
    found = [*SPOKEN.findall(text), *TAG.split(text)]
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            found += constants(node)
    yield from (
        words.strip(f"{PLACED} \n")
        for words in found
        if WORD.search(words) and not words.strip().startswith("gl-")
    )


def constants(node: nodes.Node) -> Iterator[str]:
    """Texts that an expression itself places, and none that it hands to a function or a filter."""
    if isinstance(node, nodes.Const):
        yield str(node.value)
    elif isinstance(node, nodes.CondExpr):
        for part in (node.expr1, node.expr2):
            yield from constants(part) if part else ()
    elif isinstance(node, (nodes.Or, nodes.And, nodes.Add)):
        yield from constants(node.left)
        yield from constants(node.right)


@each_row("name", TEMPLATES)
def test_a_template_has_no_words_of_its_own(name: str) -> None:
    assert MADE.loader is not None
    assert list(words_in(MADE.loader.get_source(MADE, name)[0])) == []


@each_row(
    "template, words",
    [
        ('<p class="some class" data-a="b">{{ t("term.here") }}</p>', []),
        ("<p>{{ x }} terms</p>", ["terms"]),
        ('<p title="Say {{ x }}">', ["Say"]),
        ('{{ "an entry" if x == "one" else t("entries") }}', ["an entry"]),
        ('{{ x or "Nobody" }}', ["Nobody"]),
        ("## Details\n", ["## Details"]),
    ],
)
def test_words_in_a_template_are_found(template: str, words: list[str]) -> None:
    assert list(words_in(template)) == words


PAGES = Path(__file__).parents[2] / "site_gen" / "pages"
SCRIPTS = sorted([*PAGES.glob("assets/*.js"), *PAGES.glob("data/*.js")])
SPOKEN_WORDS = re.compile(
    r"^\s*[A-Z][a-z]+[.:!?…]?\s*$|[^\W\d_]{2,}[.,:;!?…]* +[^\W\d_]{2,}|^ [a-z]{2,} $|^,? ?[a-z]{2,} $|^ [a-z]{2,}$"
)
# Texts of the scripts that no reader sees: keys, selectors, queries, kinds of reasons, errors for developers, the word for "&".
CODE = re.compile(
    r"^(?:use strict|Enter|Escape|Arrow\w+|not copied|no |earlier name|in a source|in another language|first letters|by meaning)\b"
    r"|gl-|[\[(]|^(?:input|table)\b[\w, :-]+$|did not load$|^(?:no|here|and)$"
)


def words_of(script: str) -> Iterator[str]:
    """What a script says itself: texts with several words, or with one word as a label has it."""
    for text in texts_of(script):
        if SPOKEN_WORDS.search(text) and not CODE.search(text.strip()):
            yield text.strip()


def texts_of(script: str) -> list[str]:
    """The texts in quotes of a script; of a template literal the parts between its places."""
    found: list[str] = []
    _code(script, 0, found, until="")
    return found


def _code(script: str, at: int, found: list[str], until: str) -> int:
    """Reads code up to a closing brace, and returns where it ended."""
    depth, before = 0, "("
    while at < len(script):
        sign = script[at]
        if script.startswith(("//", "/*"), at):
            end = "\n" if script[at + 1] == "/" else "*/"
            at = len(script) - len(script[at:].partition(end)[2])
            continue
        if sign == "/" and before in "(,=:[!&|?{};>":
            at = re.compile(r"/(?:[^/\\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+/").match(script, at).end()  # type: ignore[union-attr]
        elif sign in "'\"":
            quoted = re.compile(rf"{sign}((?:[^{sign}\\]|\\.)*){sign}").match(script, at)
            assert quoted is not None
            found.append(quoted[1])
            at = quoted.end()
        elif sign == "`":
            at = _template(script, at + 1, found)
        elif sign == "}" and until == "}" and not depth:
            return at + 1
        else:
            depth += {"{": 1, "}": -1}.get(sign, 0)
            at += 1
        before = sign if not sign.isspace() else before
    return at


def _template(script: str, at: int, found: list[str]) -> int:
    start = at
    while script[at] != "`":
        if script.startswith("${", at):
            found.append(script[start:at])
            at = start = _code(script, at + 2, found, until="}")
        else:
            at += 2 if script[at] == "\\" else 1
    found.append(script[start:at])
    return at + 1


@each_row("path", SCRIPTS)
def test_a_script_has_no_words_of_its_own(path: Path) -> None:
    assert list(words_of(path.read_text(encoding="utf-8"))) == []


@each_row(
    "script, words",
    [
        ("const a = `${`${b} of`} ${/['x]/.test(c) ? d : 'e'}`", ["of"]),
        ("make('p', {class: 'gl-a gl-b'}, [t('box.here')]); // It's a word", []),
        ("make('p', {}, ['Here'])", ["Here"]),
        ("const a = `${n} of ${all}`", ["of"]),
        ("const a = 'This browser keeps nothing.'", ["This browser keeps nothing."]),
        ("if (event.key === 'Escape') throw new Error('not copied')", []),
    ],
)
def test_words_in_a_script_are_found(script: str, words: list[str]) -> None:
    assert list(words_of(script)) == words


# ---- the keys

CODE_FILES = [
    *PAGES.rglob("*.py"),
    *(PAGES.parent / "export").glob("*.py"),
    *(PAGES.parent / "model").glob("*.py"),
    PAGES.parent / "assistant" / "answers.py",
    PAGES.parent / "assistant" / "server.py",
    PAGES.parent / "match" / "field.py",
]
CODE_FILES += [*(PAGES.parent / "checks").glob("*.py"), *(PAGES.parent / "settings").glob("*.py")]
QUOTED_KEY = re.compile(r"""["'`]((?:[a-z_]+\.)+(?:[a-z_]+)?)(?:[{$%][^"'`]*)?["'`]""")


def used_keys() -> set[str]:
    """Keys, and beginnings of keys that end with a dot or an underscore, that templates, scripts and Python name."""
    texts = [MADE.loader.get_source(MADE, name)[0] for name in TEMPLATES]  # type: ignore[union-attr]
    texts += [path.read_text(encoding="utf-8") for path in CODE_FILES]
    scripts = [path.read_text(encoding="utf-8") for path in SCRIPTS]
    found = {key for text in texts for key in QUOTED_KEY.findall(text)}
    found |= {f"scripts.{key}" for text in scripts for key in QUOTED_KEY.findall(text)}
    return found | {
        "menu.",
        "published.",
        "lost.",
        "issue.",
    }  # whose keys are made of paths and names of forms


def test_every_text_is_used() -> None:
    used = used_keys()
    begun = tuple(key for key in used if key.endswith((".", "_")))
    # Keys that a table of the scripts or of Python holds by their last part.
    parts = {
        part
        for path in [*SCRIPTS, *CODE_FILES]
        for part in re.findall(r"'([a-z_]+)'|\"([a-z_]+)\"", path.read_text(encoding="utf-8"))
        for part in part
    }
    unused = [
        key
        for key in shipped("en")
        if key not in used and not key.startswith(begun) and key.rpartition(".")[2] not in parts
    ]
    assert unused == []


def test_every_key_that_is_used_is_there() -> None:
    there = shipped("en")
    groups = {key.rpartition(".")[0] for key in there} | {key.partition(".")[0] for key in there}
    named = {key for key in used_keys() if key.rpartition(".")[0] in groups and not key.endswith((".", "_"))}
    files = ("html", "yaml", "md", "js", "css", "json", "csv", "tsv", "xml", "txt", "zip")
    assert sorted(key for key in named - there.keys() if key.rpartition(".")[2] not in files) == []
