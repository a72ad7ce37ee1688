"""``python -m site_gen`` and the command ``glossary``: the command line with all its commands."""

from pkgutil import iter_modules

from site_gen import cli
from site_gen.cli.app import main

__all__ = ["main"]

# Every module of cli/ may hold commands; first the one that is run most.
_FOUND = sorted(module.name for module in iter_modules(cli.__path__))
main.modules = tuple(f"site_gen.cli.{name}" for name in dict.fromkeys(("check", *_FOUND)))

if __name__ == "__main__":
    main(prog_name="glossary")
