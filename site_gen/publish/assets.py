"""Our scripts and stylesheets without comments and indentation: a fifth less to load, and no tool to build.

Only comments that fill whole lines go, and those that tell the type checker what a value is, so nothing has
to be parsed; our files hold no text over several lines that such a line could stand in, and none that reads
like such a type.
"""

from __future__ import annotations

import re

_COMMENTS = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE)
_TYPES = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ")
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)


def squeezed(text: str) -> str:
    """The same script or stylesheet in fewer bytes; each line of code stays a line."""
    return _INDENTATION.sub("", _TYPES.sub("", _COMMENTS.sub("", text)))
