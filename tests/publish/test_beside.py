"""Files that a copy of the process makes are those that the process would make by itself."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from helpers.preview import files_in
from helpers.tiny import write_corpus
from site_gen import pipeline
from site_gen.model.problem import RefusedError
from site_gen.model.records import Site
from site_gen.pages.views import World
from site_gen.publish import beside as module
from site_gen.publish import generate
from site_gen.publish.beside import Beside, can_share

ONLY_LINUX = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="a copy is made on Linux only")
MADE = {"one": b"1", "two": b"2" * 1_000_000}  # more than a pipe holds


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """As with two processors, and without the threads of those who run tests; the copies that are made."""
    made: list[int] = []
    fork = os.fork

    def told() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(module, "can_share", lambda: True)
    monkeypatch.setattr(os, "fork", told)
    return made


def _have_ended(copies: list[int]) -> bool:
    """Whether each is gone, and has been waited for."""
    for copy in copies:
        with pytest.raises(ProcessLookupError):
            os.kill(copy, 0)
    return bool(copies)


def _only_in_a_copy(what: Callable[[], object]) -> Callable[[], Mapping[str, bytes]]:
    here = os.getpid()

    def make() -> Mapping[str, bytes]:
        if os.getpid() != here:
            what()
        return MADE

    return make


def _made(
    make: Callable[[], Mapping[str, bytes]], again: Callable[[], Mapping[str, bytes]] | None = None
) -> Mapping[str, bytes]:
    return dict(Beside(make, again or make).files())


@ONLY_LINUX
def test_files_are_made_in_a_copy(copies: list[int]) -> None:
    assert _made(lambda: {"process": str(os.getpid()).encode()}) != {"process": str(os.getpid()).encode()}
    assert _made(lambda: MADE) == MADE
    assert _have_ended(copies)


@ONLY_LINUX
def test_what_fails_in_a_copy_is_made_again(copies: list[int]) -> None:
    other = {"one": b"again"}
    assert _made(_only_in_a_copy(lambda: 1 / 0)) == MADE
    assert _made(_only_in_a_copy(lambda: os.kill(os.getpid(), signal.SIGKILL)), lambda: other) == other
    with pytest.raises(ZeroDivisionError):
        _made(lambda: {"never": bytes(1 // 0)})
    assert _have_ended(copies)


@ONLY_LINUX
def test_a_copy_that_is_cut_off_while_it_hands_over_is_made_again(copies: list[int]) -> None:
    many = {str(number): b"1" * 1_000_000 for number in range(5)}
    files = Beside(lambda: many, lambda: MADE).files()
    assert next(files) == ("0", many["0"])
    os.kill(copies[-1], signal.SIGKILL)
    assert {name: data for name, data in files if name in MADE} == MADE
    assert _have_ended(copies)


@ONLY_LINUX
def test_a_copy_of_which_nothing_is_wanted_ends(copies: list[int]) -> None:
    Beside(_only_in_a_copy(signal.pause), dict).end()
    files = Beside(lambda: {"one": b"1", "two": b"2" * 1_000_000}, dict).files()
    next(files)
    del files
    assert _have_ended(copies)


def test_files_are_made_without_a_copy_where_none_is_to_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    with monkeypatch.context() as changed:
        changed.setattr(module, "can_share", lambda: False)
        changed.setattr(os, "fork", refused)
        assert _made(lambda: MADE, dict) == MADE
        changed.setattr(module, "can_share", lambda: True)
        assert _made(lambda: MADE, dict) == MADE


def test_a_process_with_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not can_share()
    finally:
        done.set()
        thread.join()


@ONLY_LINUX
def test_the_docs_folder_is_the_same_with_and_without_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copies: list[int]
) -> None:
    write_corpus(tmp_path)
    worlds: list[World] = []
    data_files = pipeline.data_files

    def spied(world: World) -> Mapping[str, bytes]:
        worlds.append(world)
        return data_files(world)

    monkeypatch.setattr(pipeline, "data_files", spied)
    generate.generate(tmp_path, tmp_path / "with", Site())
    assert copies and not worlds, "the data was made in a copy"
    monkeypatch.setattr(module, "can_share", lambda: False)
    generate.generate(tmp_path, tmp_path / "without", Site())
    assert worlds
    assert files_in(tmp_path / "with") == files_in(tmp_path / "without")


@ONLY_LINUX
def test_the_data_of_a_copy_that_was_killed_is_made_from_the_corpus_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copies: list[int]
) -> None:
    write_corpus(tmp_path)
    generate.generate(tmp_path, tmp_path / "whole", Site())
    begun = generate.generate_pages(tmp_path, tmp_path / "again", Site())
    os.kill(copies[-1], signal.SIGKILL)
    done = generate.finished(begun)
    assert done.written and begun.rest and begun.rest.names <= done.written.names
    assert files_in(tmp_path / "again") == files_in(tmp_path / "whole")
    begun = generate.generate_pages(tmp_path, tmp_path / "again", Site())
    os.kill(copies[-1], signal.SIGKILL)
    next(tmp_path.glob("glossary/terms/*.yaml")).write_text("name: [")
    with pytest.raises(RefusedError, match="build it again"):
        generate.finished(begun)
