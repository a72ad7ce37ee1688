"""The built wheel in a bare environment, on another root than this project."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_builds_the_site_of_another_root(tmp_path: Path) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "dist", cwd=ROOT)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv" / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "-r", ROOT / "requirements.lock", wheel, cwd=tmp_path)

    root = tmp_path / "desk"
    (root / "glossary" / "terms").mkdir(parents=True)
    (root / "glossary" / "topics.yaml").write_text("- id: desk\n  name: Desk\n")
    (root / "glossary" / "terms" / "queue.yaml").write_text(
        "name: Queue\ndefinition: The line in which requests wait.\ntopics: [desk]\n"
    )
    (root / "mkdocs.yml").write_text(
        "site_name: Our words\ndocs_dir: build/docs\nsite_dir: build/site\nuse_directory_urls: false\n"
        "theme: {name: material, font: false}\nplugins: [glossary]\n"
    )
    run(tmp_path / "venv" / "bin" / "glossary", "--root", root, "build", cwd=tmp_path)
    page = (root / "build" / "site" / "terms" / "queue.html").read_text(encoding="utf-8")
    assert "The line in which requests wait." in page
    assert (root / "build" / "site" / "assets" / "glossary.css").is_file()
    assert "This page is not here" in (root / "build" / "site" / "404.html").read_text(encoding="utf-8")
