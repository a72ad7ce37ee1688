"""``python -m site_gen`` and the command ``glossary``: the command line with all its commands."""

from site_gen.cli.app import main
from site_gen.cli.commands import COMMANDS

__all__ = ["main"]

main.modules = COMMANDS

if __name__ == "__main__":
    main(prog_name="glossary")
