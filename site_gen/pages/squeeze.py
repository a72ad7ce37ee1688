"""Our scripts and stylesheets as they go out.

Without comments and indentation: a fifth less to load, and no tool to build. Removed are comments that fill
whole lines, that end a line, or that tell the type checker what a value is. Nothing is parsed for this: no
text in our files runs over several lines, where such a line could be part of it, and none holds " // " or
such a type (a test looks).
"""

from __future__ import annotations

import re

_COMMENTS = re.compile(r"^[ \t]*(?:/\*(?:[^*]|\*(?!/))*\*/[ \t]*|//[^\n]*)\n", re.MULTILINE)
_ENDS = re.compile(r"[ \t]+// [^\n]*$", re.MULTILINE)
_TYPES = re.compile(r"/\*\* @type \{[^\n]*?\} \*/ ")
_INDENTATION = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
_GOES_ON = re.compile(r"(?<=[{;,(\[])\n")


def squeezed(text: str) -> str:
    """The same script or stylesheet in fewer bytes; lines that cannot end where they do go on in one."""
    for part in (_COMMENTS, _ENDS, _TYPES, _INDENTATION, _GOES_ON):
        text = part.sub("", text)
    return text
