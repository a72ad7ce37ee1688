"""``python -m site_gen`` and the command ``glossary``: the command line with all its commands."""

from pkgutil import iter_modules

import site_gen
from site_gen.cli import main

__all__ = ["main"]

# Every module cli_*.py holds commands; first the one that is run most.
_FOUND = sorted(module.name for module in iter_modules(site_gen.__path__) if module.name.startswith("cli_"))
main.modules = tuple(f"site_gen.{name}" for name in dict.fromkeys(("cli_check", *_FOUND)))

if __name__ == "__main__":
    main(prog_name="glossary")
