"""``python -m site_gen`` and the command ``glossary``: the command line with all its commands."""

from site_gen import cli_corpus, cli_diff, cli_export, cli_host, cli_import, cli_site
from site_gen.cli import main

__all__ = ["cli_corpus", "cli_diff", "cli_export", "cli_host", "cli_import", "cli_site", "main"]

if __name__ == "__main__":
    main(prog_name="glossary")
