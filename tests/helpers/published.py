"""The published schemas of GitHub's, GitLab's and other files, by the checker that brings them along."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner


def complaints(schema: str, *files: Path, transform: str = "") -> str:
    """What a published schema has against files, "" for nothing."""
    from check_jsonschema import main  # a quarter of a second, which few tests need

    transformed = ["--data-transform", transform] if transform else []
    given = ["--builtin-schema", f"vendor.{schema}", *transformed, *map(str, files)]
    done = CliRunner().invoke(main, given)
    return "" if done.exit_code == 0 else done.output or repr(done.exception)
