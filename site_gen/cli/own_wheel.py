"""The wheel from which the tool was installed, for the jobs of a host: no index need have it."""

from __future__ import annotations

import json
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

PACKAGE = "support-glossary"


def own_wheel() -> Path | None:
    """The file that pip noted (PEP 610); None where the tool came from an index or a folder, or is gone."""
    noted = metadata.distribution(PACKAGE).read_text("direct_url.json")
    address = json.loads(noted).get("url", "") if noted else ""
    parts = urlsplit(address)
    if parts.scheme != "file" or not parts.path.endswith(".whl"):
        return None
    wheel = Path(url2pathname(parts.path))
    return wheel if wheel.is_file() else None
