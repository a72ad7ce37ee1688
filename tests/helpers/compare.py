"""What two builders make of the same folder.

    python tests/helpers/compare.py build/site build/properdocs

Prints each page that one of them lacks or that holds other words, links or head; exit 1 where there is one.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

# Where Zensical's skip link leads; Material's leads to the first heading.
SKIP = '<a id="__skip" tabindex="-1"></a>'
HEAD = r'<title>.*?</title>|<meta (?:name="(?:description|robots)"|property)[^>]*>|<link rel="(?:canonical|search)"[^>]*>'


def pages(site: Path) -> Mapping[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")
    }


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[str]:
    """By page; pages that a builder only copies have no article and are compared whole."""
    for name in sorted(one.keys() | other.keys()):
        if name not in one or name not in other:
            yield f"{name}: only one of the two has it"
        elif article(one[name]) != article(other[name]):
            yield f"{name}: other words or links"
        elif head(one[name]) != head(other[name]):
            yield f"{name}: another head"


def article(page: str) -> str:
    """What stands in the article, without the theme's own line breaks and mark."""
    before, _, rest = page.partition("<article")
    inside = rest.partition("</article>")[0] or before
    return _spaced(_spaced(inside).replace(" </a>", "</a>").replace(SKIP, ""))


def _spaced(text: str) -> str:
    return " ".join(text.split())


def head(page: str) -> list[str]:
    return re.findall(HEAD, page.partition("</head>")[0])


if __name__ == "__main__":
    first, second = (pages(Path(place)) for place in sys.argv[1:3])
    found = list(differences(first, second))
    print("\n".join(found) or f"the same {len(first)} pages")
    sys.exit(1 if found or not first else 0)
