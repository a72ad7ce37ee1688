"""What is done with an input, and what must hold afterwards.

Each try is a function of a folder and a source of chance. It raises ``FoundError``. Most documents are only
read, written as YAML and loaded again; for the others the commands themselves are run, in this process: no
traceback, exit codes of the table, nothing changed where a command fails, and no error in the corpus that was
not there.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from click.testing import CliRunner, Result
from inputs import PIECES, ROOT, allowed, document, mutated, phrase

from site_gen.__main__ import main
from site_gen.checks.rules import CHECKS
from site_gen.checks.rules.editorial import EDITORIAL
from site_gen.checks.run import judge
from site_gen.corpus.disk import read_tree
from site_gen.corpus.load import load
from site_gen.model.problem import errors
from site_gen.model.records import Entry, Origin, Site, Source
from site_gen.sources.importing import FORMATS, read, to_yaml

Files = Mapping[str, bytes]
ENDINGS = {"text": "txt", "markdown": "md"}  # of a format whose ending is another word
SOURCE = "glossary/sources/raw.yaml"
REFUSED = "the corpus would have these errors"
TOO_LARGE = "[too-large]"  # of what an import would write: the one thing that only a person can mend


class FoundError(Exception):
    """Something that must not happen did."""


class Folder:
    """A project in a folder that is made anew for each input."""

    def __init__(self, root: Path, files: Files) -> None:
        self.root = root
        for path, data in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        (root / "glossary").mkdir(exist_ok=True)

    def files(self) -> dict[str, bytes]:
        return dict(read_tree(self.root).files)

    def errors(self) -> Counter[tuple[str, str]]:
        """How many errors of each kind each file has."""
        problems, _ = judge(read_tree(self.root), Site(), (*CHECKS, *EDITORIAL))
        return Counter((problem.path, problem.code) for problem in errors(problems))

    def run(self, *arguments: str, answers: str = "") -> Result:
        """One command; whatever it does, what must hold for all of them is looked at."""
        before, wrong = self.files(), self.errors()
        done = CliRunner().invoke(main, ["--root", str(self.root), *arguments], input=answers)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        shown = " ".join(arguments)
        if done.exit_code not in (0, 1, 2):
            raise FoundError(f"{shown}: exit code {done.exit_code}")
        if "Traceback" in done.output:
            raise FoundError(f"{shown}: prints a traceback")
        if "MemoryError" in done.output:
            raise FoundError(f"{shown}: too much memory")
        if done.exit_code and not done.output.strip():
            raise FoundError(f"{shown}: fails without a word")
        after = self.files()
        if done.exit_code == 2 and after != before:
            raise FoundError(f"{shown}: fails, and has changed something")
        hidden = wrong and "--fix" in arguments  # what could not be read before may be wrong in more ways
        new = self.errors() - wrong if after != before and not hidden else Counter[tuple[str, str]]()
        if wrong and arguments[0] in ("rename", "merge-terms"):  # an old error may stand in another file now
            codes = Counter(code for _, code in wrong.elements())
            new = Counter(key for key in new.elements() if codes[key[1]] < sum(new.values()))
        if new:
            raise FoundError(f"{shown}: new errors: {sorted(new)[:5]}")
        return done


def _small() -> dict[str, bytes]:
    home = ROOT / "site_gen/cli/starter"
    return {
        path.relative_to(home).as_posix(): path.read_bytes() for path in (home / "glossary").rglob("*.yaml")
    }


SMALL = _small()


def importing(form: str) -> Callable[[Path, random.Random], str]:
    def attempt(root: Path, rng: random.Random) -> str:
        if rng.random() < 0.8:
            return reading(form, rng)
        return commanded(root, form, rng)

    return attempt


def reading(form: str, rng: random.Random) -> str:
    """A document is read; its entries come back from YAML as themselves, and without a problem."""
    data = document(rng, form)
    given = form if rng.random() < 0.7 else ""
    found = read(data, f"raw.{ENDINGS.get(form, form)}", source="raw", format=given)
    for problem in found.problems:
        if "MemoryError" in problem.message:
            raise FoundError(f"too much memory: {problem}")
    if errors(found.problems) or not found.entries:
        return "refused"
    source = Source(id="raw", title=found.title or "raw", origin=Origin(path=SOURCE), entries=found.entries)
    loaded = load({SOURCE: to_yaml(source).encode()})
    if loaded.problems and TOO_LARGE not in str(loaded.problems[0]):
        raise FoundError(f"what was written has problems: {loaded.problems[:3]}")
    back = [_said(one) for source in loaded.glossary.sources for one in source.entries]
    if not loaded.problems and back != [_said(one) for one in found.entries]:
        lost = [one for one in found.entries if _said(one) not in back]
        raise FoundError(f"entries come back as others: {lost[:2]}")
    return "read"


def _said(entry: Entry) -> Sequence[object]:
    return entry.name, entry.also, entry.at, entry.text, entry.says, entry.term


def commanded(root: Path, form: str, rng: random.Random) -> str:
    """A document is imported, merged, and imported again after it has changed."""
    folder = Folder(root, SMALL)
    data = document(rng, form)
    path = root / f"raw.{ENDINGS.get(form, form)}"
    options = ["--yes", *(["--format", form] if rng.random() < 0.7 else [])]
    options += ["--no-text"] if rng.random() < 0.1 else []
    taken = False
    for again in range(rng.choice((1, 1, 2))):
        path.write_bytes(mutated(rng, data) if again else data)
        done = folder.run("import", str(path), "--source", "raw", *options)
        if REFUSED in done.output and TOO_LARGE not in done.output:
            raise FoundError(f"import of its own texts refused: {done.output[-500:]}")
        taken = taken or done.exit_code == 0
    if taken and (root / SOURCE).stat().st_size < 60_000:
        done = folder.run("merge")
        if REFUSED in done.output:
            raise FoundError(f"merge of its own drafts refused: {done.output[-500:]}")
    return "imported" if taken else "refused"


def loading(root: Path, rng: random.Random) -> str:
    """A corpus with damaged files is checked, mended and changed."""
    files = dict(SMALL)
    files["glossary/sources/words.yaml"] = b"title: Words\nentries:\n  - name: Ticket\n    term: ticket\n"
    files["glossary/sources/words.import.yaml"] = b"lines:\n  - line: 3\n    skip: why\n"
    files["glossary/redirects.yaml"] = b"old-ticket: ticket\n"
    files["glossary/plain-words.yaml"] = b"desk: everyday\n"
    files["glossary/pages/a.md"] = b"# A\n\n[x](term:ticket)\n"
    for path in rng.sample(sorted(files), rng.choice((1, 1, 2))):
        for _ in range(rng.choice((1, 2, 6))):
            files[path] = mutated(rng, files[path])
    folder = Folder(root, files)
    folder.run("check")
    folder.run("check", "--fix")
    for arguments in rng.sample(list(_changes(rng)), 2):
        folder.run(*arguments)
    return "checked"


def editing(root: Path, rng: random.Random) -> str:
    """Values of all sorts are set in a sound corpus."""
    folder = Folder(root, SMALL)
    if any(folder.errors()):
        raise FoundError("the starter has errors")
    codes = [folder.run(*arguments).exit_code for arguments in rng.sample(list(_changes(rng)), 3)]
    folder.run("check")
    return "changed" if 0 in codes else "refused"


def _changes(rng: random.Random) -> Iterator[Sequence[str]]:
    """Commands that change terms, with values of chance; ``--`` since a value may begin with a hyphen."""
    value = phrase(rng, 8, 0.4).replace("\0", "")
    name = (phrase(rng, 2, 0.2).replace("\0", "") or "x")[:80]
    field = rng.choice(
        ("owner", "details", "here", "example", "aliases", "search_as", "abbreviations", "definition", "name",
         "related", "topics", "level", "status", "audience", "why", "context", "pronounced")
    )  # fmt: skip
    yield (
        "set",
        *(["--add"] if rng.random() < 0.3 else []),
        "--",
        field,
        value,
        rng.choice(("ticket", "queue")),
    )
    yield "new", "--yes", "--alias", name, "--definition", value, "--", name
    yield "rename", "--", "ticket", name
    yield "rename", "--slug", "other", "--", "ticket", name
    yield "merge-terms", "queue", "ticket"
    yield "deprecate", "queue", "--replaced-by", "ticket"
    yield "deprecate", f"--why={value}", "queue"
    yield "review", "ticket", "--date", "2026-01-02"
    yield ("merge",)


def sheet(root: Path, rng: random.Random) -> str:
    """The workbook of all terms comes back with cells changed."""
    import io

    from openpyxl import load_workbook

    from site_gen.editing.sheet.write import workbook

    folder = Folder(root, SMALL)
    data = workbook(load(SMALL).glossary.terms)
    book = load_workbook(io.BytesIO(data))
    rows = book.worksheets[0]
    for _ in range(rng.choice((1, 3, 10))):
        cell = rows.cell(rng.randint(1, rows.max_row + 2), rng.randint(1, rows.max_column + 1))
        said = allowed(rng.choice((phrase(rng, 6, 0.4), rng.choice(PIECES), "\n".join(PIECES[:5]))))
        cell.value = rng.choice((said, said, None, 7, True, "=1+1"))
    out = io.BytesIO()
    book.save(out)
    back = out.getvalue()
    path = root / "terms.xlsx"
    path.write_bytes(mutated(rng, back) if rng.random() < 0.2 else back)
    return "taken" if folder.run("import", "--update", str(path)).exit_code == 0 else "refused"


# Every reader, by the table of formats: one that is added there is tried without a change here.
TRIES: Mapping[str, Callable[[Path, random.Random], str]] = {
    **{f"import {form}": importing(form) for form in FORMATS},
    "corpus": loading,
    "values": editing,
    "sheet": sheet,
}
