"""The zip of a built site: written file by file, the same bytes for the same site."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from site_gen.export.archive import zipped
from site_gen.publish.pack import LEVEL, pack


def made(folder: Path, files: dict[str, bytes]) -> Path:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


FILES = {"index.html": b"<p>home", "terms/a.html": b"<p>a", "assets/all.css": b"p {}"}
UNUSED = {"sitemap.xml.gz": b"x", "assets/x.js.map": b"x", "assets/javascripts/lunr/x.js": b"x"}


def test_it_holds_what_a_page_loads_and_the_small_copy_of_itself(tmp_path: Path) -> None:
    site = made(tmp_path / "site", {**FILES, **UNUSED, "glossary.zip": b"of an earlier build"})
    docs = made(tmp_path / "docs", {"glossary.zip": b"small"})
    assert pack(site, docs) == (site / "glossary.zip").stat().st_size
    with ZipFile(site / "glossary.zip") as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert found == {f"glossary/{name}": data for name, data in {**FILES, "glossary.zip": b"small"}.items()}


def test_same_site_same_bytes_and_as_if_made_in_memory(tmp_path: Path) -> None:
    site = made(tmp_path / "site", FILES)
    pack(site, tmp_path / "docs")
    first = (site / "glossary.zip").read_bytes()
    os.utime(site / "index.html", (0, 0))
    pack(site, tmp_path / "docs")
    assert (site / "glossary.zip").read_bytes() == first == zipped(FILES, level=LEVEL)


# In a process of its own: what another thread of this one takes meanwhile would count too.
TRACED = """
import sys, tracemalloc
from pathlib import Path
from site_gen.publish.pack import pack
tracemalloc.start()
pack(Path(sys.argv[1]), Path(sys.argv[2]))
print(tracemalloc.get_traced_memory()[1])
"""


def test_never_more_than_a_few_files_are_in_memory(tmp_path: Path) -> None:
    each = 200_000
    site = made(tmp_path / "site", {f"{number}.html": os.urandom(each) for number in range(40)})
    command = [sys.executable, "-c", TRACED, str(site), str(tmp_path / "docs")]
    told = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8")
    assert int(told.stdout) < 8 * each


def test_a_zip_that_could_not_be_written_is_no_half_of_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = made(tmp_path / "site", FILES)
    monkeypatch.setattr(Path, "read_bytes", _refused)
    with pytest.raises(OSError, match="no such luck"):
        pack(site, tmp_path / "docs")
    assert not (site / "glossary.zip").exists()


def _refused(path: Path) -> bytes:
    if path.name == "a.html":
        raise OSError("no such luck")
    return b"read"
