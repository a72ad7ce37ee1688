"""Pieces of LaTeX to visible words: accents, letters, quotes; commands are replaced by arguments."""

from __future__ import annotations

import re
import unicodedata

from site_gen.sources.shape.blocks import tidy

# combining characters by the command that sets them over a letter
_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", '"': "\u0308", "=": "\u0304",
    ".": "\u0307", "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "k": "\u0328",
    "r": "\u030a", "d": "\u0323",
}  # fmt: skip
# text shown by commands without an argument
_LETTERS = {
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "i": "i", "j": "j", "dh": "ð", "th": "þ", "ldots": "…", "dots": "…",
    "textellipsis": "…", "S": "§", "copyright": "©", "texttrademark": "™", "textregistered": "®",
    "euro": "€", "EUR": "€", "pounds": "£", "textendash": "–", "textemdash": "—", "textbackslash": "\\",
    "textasciitilde": "~", "textbullet": "•", "LaTeX": "LaTeX", "TeX": "TeX", "textdegree": "°",
    "degree": "°", "times": "×", "to": "→", "rightarrow": "→", "leq": "≤", "le": "≤", "geq": "≥",
    "ge": "≥", "pm": "±", "cdot": "·", "approx": "≈", "neq": "≠", "mu": "μ", "alpha": "α", "beta": "β",
    "gamma": "γ", "delta": "δ", "lambda": "λ", "pi": "π", "sigma": "σ", "infty": "∞", "quad": " ",
    "qquad": " ", "sum": "∑", "prod": "∏", "int": "∫", "in": "∈", "partial": "∂", "theta": "θ", "omega": "ω",
    "epsilon": "ε", "rho": "ρ", "tau": "τ", "phi": "φ", "eta": "η", "chi": "χ", "psi": "ψ", "Delta": "Δ",
    "Sigma": "Σ", "Omega": "Ω", "div": "÷", "equiv": "≡", "sim": "∼", "cup": "∪", "cap": "∩", "subset": "⊂",
    "forall": "∀", "exists": "∃", "left": "", "right": "", "limits": "", "displaystyle": "",
    "newline": "\n", "par": "\n\n", "glspar": "\n\n", "and": ", ", "xspace": "",
    "textquotedblleft": "“", "textquotedblright": "”", "glqq": "„", "grqq": "“", "glq": "‚", "grq": "‘",
    "flqq": "«", "frqq": "»", "og": "« ", "fg": " »", "item": "\ue01a- ",
}  # fmt: skip
# commands that show neither themselves nor their argument
_DROPPED = frozenset([
    "Autoref", "autoref", "begin", "color", "Cref", "cref", "end",
    "eqref", "footnote", "footnotemark", "glsadd", "glsresetall", "hspace", "hypertarget", "include",
    "includegraphics", "index", "input", "label", "marginpar", "nopostdesc", "pageref",
    "phantomsection", "ref", "selectlanguage", "SetCell", "SetRow", "setlength",
    "todo", "vpageref", "vref", "vspace",
])  # fmt: skip
_BREAK = "\ue01a"  # private use: the end of a line in a list
_END_OF_LIST = re.compile(r"\s*\{(?:itemize|enumerate|compactitem|compactenum)\*?\}\s*")
_SPACE_BELOW = re.compile(r"\*?(?:\[-?[\d.]{1,6}\s?(?:pt|em|ex|mm|cm|in|\\\w{1,20})\])?")
_REMARK = re.compile(r"[A-Za-z]{0,4}(?:note|todo|fixme|comment)")  # of an author to others: "\\abnote{…}"
_CITES = re.compile(  # what refers to sources: "\\footcite", "\\Parencites", "\\citeauthor"
    r"[A-Za-z]{0,12}[Cc]ite(?:p|t|s|alp|alt|author|date|num|text|title|url|year|yearpar)?"
)
_NOTES = r"(?:\s?\([^()\n]{0,200}\)){0,2}"  # before and after all the sources of "\\cites"
_RAISED_COMMA = re.compile(r"\$\s*\^\s*(?:\{\s*[,;]\s*\}|[,;])\s*\$|\\textsuperscript\s*\{\s*[,;]\s*\}")
_ABBREVIATION = re.compile(r"[A-Z]{2,8}")  # what a macro that another file defines most likely shows
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]+)\*?[ \t]*\n?|\\(?P<sign>.)|(?P<brace>[{}])|(?P<math>\$\$?)|(?P<tie>~)", re.DOTALL
)
_QUOTES = (
    ("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ('"`', "„"), ("\"'", "“"), ('"=', "-"), ('"-', ""),
)  # fmt: skip
_QUOTED = re.compile(r"(?<!\w)`(?=\S)([^`'\n]{1,200})'")
_LATER = frozenset(["href", "textcolor", "hyperref", "foreignlanguage", "fontsize", "colorbox", "glslink"])
MAX_GROUP, MAX_OPTIONS = 200_000, 1_000  # characters of an argument in braces, in brackets


def group(text: str, place: int, signs: str = "{}") -> tuple[str | None, int]:
    """The next group in braces (or brackets) and the position after it; None if there is none."""
    start = place
    while start < len(text) and text[start].isspace():
        start += 1
    if text[start : start + 1] != signs[0]:
        return None, place
    most = MAX_GROUP if signs == "{}" else MAX_OPTIONS
    if text.find(signs[1], start, start + most) < 0:
        return None, place
    depth = 0
    for mark in re.finditer(r"\\.|[{}\[\]]", text[start : start + most], re.DOTALL):
        sign = mark[0]
        if sign == "{" or (sign == signs[0] and depth == 0):
            depth += 1
        elif sign == "}" or (sign == signs[1] and depth == 1):
            depth -= 1
            if depth == 0:
                return text[start + 1 : start + mark.start()], start + mark.end()
    return None, place


def shown(text: str) -> str:
    """The words that a piece of LaTeX shows; unknown commands show the words of their arguments."""
    out: list[str] = []
    place = 0
    text = _RAISED_COMMA.sub("", re.sub(r"[ \t]*\n[ \t]*(?=\n)", "\n", text))
    while place < len(text):
        mark = _TOKEN.search(text, place)
        if not mark:
            out.append(text[place:])
            break
        out.append(text[place : mark.start()])
        place = mark.end()
        if mark["tie"]:
            out.append(" ")
        elif mark["word"]:
            place = _command(text, place, mark["word"], out)
        elif mark["sign"]:
            place = _sign(text, place, mark["sign"], out)
    said = unicodedata.normalize("NFC", "".join(out))
    for sign, instead in _QUOTES:
        said = said.replace(sign, instead)
    said = _QUOTED.sub(r"‘\1’", said)
    return "\n\n".join(
        "\n".join(filter(None, map(tidy, part.split(_BREAK)))) for part in re.split(r"\n{2,}", said)
    )


def _command(text: str, place: int, word: str, out: list[str]) -> int:
    if word in _LETTERS:
        out.append(_LETTERS[word])
        empty = re.compile(r"\{\}").match(text, place)
        return empty.end() if empty else place
    if word in _ACCENTS and len(word) == 1 and re.compile(r"\s*[{A-Za-z\\]").match(text, place):
        return _accented(text, place, word, out)
    if _CITES.fullmatch(word):
        return _after_citation(text, place, word, out)
    if word == "end" and (listed := _END_OF_LIST.match(text, place)):
        out.append(_BREAK)
        return listed.end()
    if word in _DROPPED or _REMARK.fullmatch(word):
        _, place = group(text, place, "[]")
        _, place = group(text, place)
        return place
    if word in _LATER or word.endswith("href"):  # the words are the argument after the first
        _, place = group(text, place, "[]")
        _, place = group(text, place)
        return place
    if word in ("multicolumn", "multirow"):  # the words are the argument after the first two
        for signs in ("{}", "[]", "{}", "[]"):
            _, place = group(text, place, signs)
        return place
    if word in ("frac", "tfrac", "dfrac", "nicefrac"):
        over, place = group(text, place)
        under, place = group(text, place)
        out.append("/".join(_as_part(part or "") for part in (over, under)))
        return place
    if word in ("SI", "qty"):
        number, place = group(text, place)
        units, place = group(text, place)
        out.append(f"{number or ''} {_unit(units or '')}")
        return place
    if _ABBREVIATION.fullmatch(word):
        return _abbreviation(text, place, word, out)
    _, place = group(text, place, "[]")
    return place


def _after_citation(text: str, place: int, word: str, out: list[str]) -> int:
    """The position after a reference to sources, of which nothing stays: no key, no brackets around it."""
    if word.endswith("s"):
        notes = re.compile(_NOTES).match(text, place)
        place = notes.end() if notes else place
    while True:
        _, after = group(text, place, "[]")
        _, after = group(text, after, "[]")
        key, after = group(text, after)
        place = place if key is None else after
        if key is None or not word.endswith("s"):
            break
    following = text[place : place + 1]
    if not following or following not in ".,;:!?)":
        return place
    while out and not out[-1].strip():
        out.pop()
    before = out.pop().rstrip() if out else ""
    if following == ")" and before.endswith("("):
        out.append(before[:-1].rstrip())
        return place + 1
    out.append(before)
    return place


def _abbreviation(text: str, place: int, word: str, out: list[str]) -> int:
    """A macro in capitals that takes nothing shows its name; before an argument it is a style of words."""
    said, after = group(text, place)
    if said is None or not said:
        out.append(word)
        if said is None and text[place - 1 : place].isspace():
            out.append(" ")
    return place if said else after


def _as_part(formula: str) -> str:
    """The upper or lower part of a fraction on a line, in brackets if it has several parts itself."""
    said = shown(formula)
    return f"({said})" if re.search(r"[\s+*/=-]", said) else said


_UNITS = {
    "tera": "T", "giga": "G", "mega": "M", "kilo": "k", "centi": "c", "milli": "m", "micro": "µ", "nano": "n",
    "per": "/", "bit": "bit", "byte": "B", "second": "s", "hertz": "Hz", "metre": "m", "meter": "m",
    "gram": "g", "watt": "W", "volt": "V", "ampere": "A", "percent": "%", "minute": "min", "hour": "h",
    "day": "d", "celsius": "°C", "kelvin": "K", "newton": "N", "pascal": "Pa", "joule": "J",
    "decibel": "dB", "ohm": "Ω",
}  # fmt: skip
_UNIT = re.compile(r"\\([A-Za-z]{1,20})\s?")


def _unit(units: str) -> str:
    """A unit as it is printed: "\\mega\\bit\\per\\second" is "Mbit/s"."""
    return _UNIT.sub(lambda found: _UNITS.get(found[1], found[1]), units).strip()


def _sign(text: str, place: int, sign: str, out: list[str]) -> int:
    if (sign in _ACCENTS and sign != ".") or (sign == "." and text[place : place + 1] == "{"):
        return _accented(text, place, sign, out)
    if sign == "\\":
        out.append(" ")
        return _SPACE_BELOW.match(text, place).end()  # type: ignore[union-attr]
    if sign in ",;:! \n":
        out.append(" " if sign in ",; \n:" else "")
    elif sign in "()[]":
        pass
    elif sign not in "/-@":
        out.append(sign)
    return place


def _accented(text: str, place: int, accent: str, out: list[str]) -> int:
    found = re.compile(r"\s*(?:\{\s*\\?([^\W\d_])\s*\}|\\([ij])(?![A-Za-z])\s?|([^\W\d_]))").match(
        text, place
    )
    if not found:
        return place
    out.append((found[1] or found[2] or found[3]) + _ACCENTS[accent])
    return found.end()
