"""Lines of plain text without content: letters, page numbers, navigation, bylines, feet of pages."""

from __future__ import annotations

import re

from site_gen.sources.shape.called import UPDATED

_RULE = re.compile(r"(?![)\]}]{1,8};?$)[\W_]{2,}$")  # "});" ends code
_LETTER = re.compile(r"(?:[^\w#]|_)*(?:[^\W\d_]|#|0-9)(?:[^\w#]|_)*$")
_LETTER_PAIR = re.compile(
    r"(?:[^\w#]|_)*(?P<first>[^\W\d_])(?P<sign>\s*[-–—]\s*|\s+[/&]\s+|[/&])(?P<last>[^\W\d_])(?:[^\w#]|_)*$"
)
_LETTERS = re.compile(
    r"(?:[^\W\d_]|#|0-9|A\s*[-–—]\s*Z)(?:[\W_]+(?:[^\W\d_]|#|0-9|A\s*[-–—]\s*Z))+[\W_]*$", re.I
)
_GROUPS = re.compile(
    r"(?:[\[(]\s?[^\W\d_]{1,3}(?:\s?(?:etc\.?|[-–]\s?[^\W\d_]))?\s?[\])]\s*){5,40}$"
)  # "[ A ][ BCD ]"
_PAGE = re.compile(r"(?:page|seite|p\.)?\s*[-–]?\s*\d{1,4}\s*(?:(?:of|von|/)\s*\d{1,4})?\s*[-–]?$", re.I)
_JUMP = re.compile(
    r"(?:back to|jump to|go to|return to)\b.{0,30}$|"
    r"(?:on|in) this (?:page|article)\s?(?::.*)?$|(?:[↑▲^]\s*)?(?:top|nach oben|haut de page)$",
    re.I,
)
_UPDATED = re.compile(rf"(?:{UPDATED})(?:\W|(?<=日)).{{0,40}}\d{{4}}.{{0,20}}$", re.IGNORECASE)
_UPDATED_BY = re.compile(
    rf"(?:{UPDATED})\s?(?:by|von|par|por|da|door|av|przez)?\s?:\s?"
    r"(?-i:[^\W\d_a-zß-ÿ])[\w.'’-]*(?: [\w.'’-]+){0,2}$",
    re.IGNORECASE,
)
_STATED = re.compile(  # "Not binding – updated: March 2024"
    rf".{{1,60}}[-–—|·,;]\s(?:{UPDATED})\s?:?\s(?:\d{{1,2}}[. ]{{1,2}})?"
    r"[^\W\d_]{0,12}\.?\s?\d{4}\W{0,3}$",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"from wikipedia, the free encyclopedia$|"
    r"(?:written |posted )?(?:by|von|par|por|door) (?-i:[^\W\d_a-zß-ÿ])[\w.'’-]* [^\W\d_][\w.'’ -]*$|"
    r"\d+[- ]min(?:ute)?s? read$|"
    r".{1,40}\b\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago\b.{0,30}$|"
    r"(?:last )?(?:updated|published|posted|edited) .{1,30} ago\b.{0,30}$|"
    r"(?:zuletzt (?:geändert|bearbeitet)|letzte (?:änderung|bearbeitung|aktualisierung)|"
    r"(?:última|ultima|dernière) "
    r"(?:modificación|actualización|modifica|modification|mise à jour|atualização))"
    r"\b.*\d{2,4}\b.{0,40}$|"
    r"(?:last )?(?:published|updated|posted|modified|reviewed|changed|edited?)\b.*\d{4}\b.{0,40}$|"
    r"(?:[^\W\d_]{3,10}, )?(?:[^\W\d_]{3,9}\.? \d{1,2},?|\d{1,2}\.? [^\W\d_]{3,9}\.?) \d{4}"
    r"(?:,? \d{1,2}:\d\d(?: ?[ap]m)?)?$|\d{1,2}:\d\d(?: ?[ap]m)?$|"
    r"(?:created|sent|exported) (?:with|from) (?:my )?(?-i:[A-Z]|iP)[^\W\d_]{1,24}\.?$|"
    r"(?:posted|updated|edited|published|pinned) (?:on )?\d{1,2}\.? [^\W\d_]{3,9}\.?$|"
    r"\d+ (?:people|persons|users|members) (?:viewed|have viewed|read|liked)\b.{0,30}$|"
    r"\d+ (?:views?|reads?)$|"
    r"(?:printed|print date|printed on|gedruckt(?: am)?|imprimé le|impreso el)\s?:?\s?"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|\d{4}-\d\d-\d\d$|"
    r"(?:©|\(c\)\s(?=.*\d{4}|(?-i:[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})$)|"
    r"copyright\b(?=.*(?:\d{4}|©|\(c\)|all rights reserved))).*$",
    re.IGNORECASE,
)
_PART = r"(?:page|article|document|section|answer|entry|information|glossary|content|topic)"
_FOOT = re.compile(  # what programs for pages put under a text
    rf"(?:(?:was|is) this(?: {_PART})? (?:helpful|useful)|did this(?: {_PART})? help(?: you)?|"
    rf"did you find (?:it|this(?: {_PART})?) (?:helpful|useful)|how helpful was this(?: {_PART})?|"
    r"(?:war|fanden sie) (?:dieser?|diese) [^\W\d_]{4,12} (?:hilfreich|nützlich)|"
    r"cet(?:te)? [^\W\d_]{4,12} vous a-t-(?:il|elle) été utile|"
    r"¿?\s?(?:te|le) (?:ha )?result(?:ó|ado) útil [^?]{4,30})\s?\?.{0,24}$|"
    rf"(?:edit|improve|print|share|rate) this {_PART}\b(?: (?:on|in|at|via) [\w.-]{{2,20}})?\W*$|"
    r"(?:(?:diese )?seite bearbeiten|modifier cette page|editar esta página)\W*$|"
    rf"(?:report|suggest|open) (?:an? )?(?:edits?|issues?|problems?|changes?|errors?)"
    rf"(?: (?:with|to|on|about|for) this {_PART})?\W*$|"
    rf"(?:send|give|leave)(?: us)? feedback(?: (?:on|about) this {_PART})?\W*$|"
    r"(?:sorry,? )?we could(?:n['’]t| not) be helpful\b.{0,80}$|"
    r"(?:thanks|thank you) for your (?:feedback|vote|help)\W*$|"
    r"\d+ (?:out )?of \d+ (?:people )?found this (?:\w+ )?helpful\W*$|"
    rf"(?:this|the) {_PART} was (?:last |automatically |auto-?)?"
    r"(?:updated|edited|modified|changed|reviewed|generated|created|built|published)\b.*\d.{0,40}$|"
    r"(?:have|got|still have)(?: (?:more|any|other|further|a))? questions?\s?\?.{0,60}$|"
    r"last (?:updated|edited|modified|changed|reviewed)\b[^.\d]{0,20}\d[^.]{0,30}\.?$|"
    r"(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\W*$",
    re.IGNORECASE,
)
_REACTIONS = re.compile(r"(?:\d{1,3}\s{1,4})?(?::(?:[a-z][\w+'-]{1,30}|[+-]1|100):\s{0,3}\d{1,3}\s{0,4})+$")
_FRAME = re.compile(
    r"^[-–—=*_~(\[ ]{1,12}|[-–—=*_~)\] ]{1,12}$"
)  # "-- printed 4.5.2026 --", "(updated: May 2026)"
_NOISE = (
    (_LETTER, "letter heading"),
    (_LETTERS, "navigation"),
    (_GROUPS, "navigation"),
    (_JUMP, "navigation"),
    (_PAGE, "page number"),
    (_BYLINE, "byline"),
    (_UPDATED, "byline"),
    (_UPDATED_BY, "byline"),
    (_STATED, "byline"),
    (_FOOT, "foot of the page"),
    (_REACTIONS, "reactions to a message"),
)


def _is_range(pair: re.Match[str]) -> bool:
    """Whether two letters are a range, "C–F" or "Y/Z"; "I/O", "R&D" and "W-F%" are names."""
    far = ord(pair["last"].upper()) - ord(pair["first"].upper())
    return far == 1 or (far > 1 and pair["sign"] not in ("/", "&"))


def noise_of(text: str) -> str:
    """The reason why a line has no content (letter, navigation, page number, ruler), "" if it may have."""
    if len(text) <= 120:
        if pair := _LETTER_PAIR.match(text):
            return "letter heading" if _is_range(pair) else ""
        bare = _FRAME.sub("", text)
        for pattern, why in _NOISE:
            if pattern.match(text) or (bare != text and why == "byline" and pattern.match(bare)):
                return why
    return "rule" if "|" not in text and _RULE.match(text) else ""
