"""Word documents saved as one file of XML: the archive that their parts make."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from typing import Any

from lxml import etree

from site_gen.sources.draft import UnreadableError

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"


def is_flat(root: Any) -> bool:
    """Whether a document consists of the parts of a Word document."""
    named = (part.get(f"{_PKG}name") for part in root.iter(f"{_PKG}part"))
    return root.tag == f"{_PKG}package" and "/word/document.xml" in named


def archived(root: Any) -> bytes:
    """The document as Word itself saves it, in an archive. Raises ``UnreadableError``."""
    out = io.BytesIO()
    types = etree.Element(f"{{{_TYPES}}}Types")
    with zipfile.ZipFile(out, "w") as file:
        for part in root.iter(f"{_PKG}part"):
            name = part.get(f"{_PKG}name", "").lstrip("/")
            etree.SubElement(
                types,
                f"{{{_TYPES}}}Override",
                PartName=f"/{name}",
                ContentType=part.get(f"{_PKG}contentType", ""),
            )
            file.writestr(name, _content(part))
        if "_rels/.rels" not in file.namelist():
            file.writestr("_rels/.rels", _RELATIONS)
        file.writestr("[Content_Types].xml", etree.tostring(types))
    return out.getvalue()


_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)


def _content(part: Any) -> bytes:
    inner = part.find(f"{_PKG}xmlData")
    if inner is not None and len(inner):
        return bytes(etree.tostring(inner[0]))
    try:
        return base64.b64decode(part.findtext(f"{_PKG}binaryData") or "")
    except binascii.Error:
        raise UnreadableError(
            "import-unreadable", "the Word document is damaged", "save it as .docx"
        ) from None
