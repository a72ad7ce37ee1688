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
from site_gen.model.published import SCRIPTS
from site_gen.plugin import GlossaryPlugin
from site_gen.settings import PLUGIN, load_config


@pytest.mark.slow
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


def scripts_of(root: Path) -> list[str]:
    """In the order of every page, as ``path`` or ``path defer``."""
    config = load_config(root)
    config.plugins[PLUGIN].on_config(config)
    return [f"{script} defer" if script.defer else str(script) for script in config.extra_javascript]


def test_the_scripts_stand_in_order_whatever_mkdocs_yml_names(root: Path) -> None:
    """Of an older mkdocs.yml, which does not name common.js, and of one that names none of ours."""
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    ours, lines = [f"{path} defer" for path in SCRIPTS], settings.splitlines(keepends=True)
    assert scripts_of(root) == ours
    older = "".join(line for line in lines if "assets/common.js" not in line)
    (root / "mkdocs.yml").write_text(older + "  - {path: own.js}\n", encoding="utf-8")
    assert scripts_of(root) == [*ours, "own.js"]
    before = older.replace("extra_javascript:\n", "extra_javascript:\n  - {path: own.js}\n")
    (root / "mkdocs.yml").write_text(before, encoding="utf-8")
    assert scripts_of(root) == ["own.js", *ours]
    eager = settings.replace("extra_javascript:\n", "extra_javascript:\n  - {path: assets/lookup-data.js}\n")
    (root / "mkdocs.yml").write_text(eager, encoding="utf-8")  # which the box loads itself by now
    assert scripts_of(root) == ours
    none = "".join(line for line in lines if "{path: assets/" not in line)
    (root / "mkdocs.yml").write_text(none + "  - {path: own.js}\n", encoding="utf-8")
    assert scripts_of(root) == ["own.js", *ours]


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


@pytest.mark.slow
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
