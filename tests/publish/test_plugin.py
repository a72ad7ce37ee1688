"""The MkDocs plugin: plain `mkdocs build`, and a preview that survives an editor's slip."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.exceptions import PluginError

from helpers.corpora import TERM
from site_gen.plugin import GlossaryPlugin
from site_gen.settings import PLUGIN, load_config


def test_plain_mkdocs_builds_the_site(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    page = (root / "build" / "site" / "terms" / "ticket.html").read_text(encoding="utf-8")
    assert "A record of one request." in page
    (root / "glossary" / "terms" / "ticket.yaml").write_text(TERM + "broader: tiket\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "glossary/terms/ticket.yaml:4: broader: no term 'tiket'" in done.stderr
    assert "Traceback" not in done.stderr


def plugin_of(root: Path, command: str) -> tuple[GlossaryPlugin, object]:
    config = load_config(root)
    plugin = config.plugins[PLUGIN]
    plugin.on_startup(command=command, dirty=False)
    return plugin, config


def test_a_preview_keeps_the_last_good_pages(root: Path) -> None:
    plugin, config = plugin_of(root, "serve")
    plugin.on_pre_build(config=config)
    page = root / "build" / "docs" / "terms" / "ticket.md"
    before = page.read_bytes()
    (root / "glossary" / "terms" / "ticket.yaml").write_text("name: [\n")
    plugin.on_pre_build(config=config)
    assert page.read_bytes() == before
    assert plugin.last.built.failed


def test_a_preview_with_nothing_to_show_yet_stops(root: Path) -> None:
    (root / "glossary" / "terms" / "ticket.yaml").write_text("name: [\n")
    plugin, config = plugin_of(root, "serve")
    with pytest.raises(PluginError, match="1 error in the corpus"):
        plugin.on_pre_build(config=config)


def test_saving_a_term_shows_the_change_with_one_rebuild(root: Path) -> None:
    port = 8000 + os.getpid() % 20000
    log = (root / "log").open("w")
    server = subprocess.Popen(
        [sys.executable, "-m", "site_gen", "--root", str(root), "serve", "--port", str(port)],
        stdout=log,
        stderr=subprocess.STDOUT,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # which a background job ignores
    )
    try:
        _until(lambda: "A record of one request." in _page(port))
        assert _said(root, "Serving on http://127.0.0.1") == 1
        builds = _said(root, "Building documentation")
        (root / "glossary" / "terms" / "ticket.yaml").write_text(TERM.replace("one request", "one question"))
        _until(lambda: "A record of one question." in _page(port))
        time.sleep(2)  # a second rebuild would have begun by now
        assert _said(root, "Building documentation") == builds + 1
        (root / "glossary" / "terms" / "ticket.yaml").write_text("name: [\n")
        _until(lambda: _said(root, "the pages stay as they were") > 0)
        assert "glossary/terms/ticket.yaml:" in (root / "log").read_text()
        _until(lambda: "A record of one question." in _page(port))
    finally:
        server.send_signal(signal.SIGINT)
        server.wait(timeout=20)
        log.close()


def _said(root: Path, words: str) -> int:
    return (root / "log").read_text().count(words)


def _page(port: int) -> str:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/terms/ticket.html", timeout=5) as answer:
            return str(answer.read().decode())
    except OSError:
        return ""


def _until(true: Callable[[], bool], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.3)
