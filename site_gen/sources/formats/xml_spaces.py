"""The export of a space of Confluence as XML: its current pages, each as a page of HTML."""

from __future__ import annotations

from typing import Any


def pages(root: Any) -> dict[str, str]:
    """The texts of the current pages in an export by their files: objects with properties by name."""
    objects = list(root.iter("object"))
    bodies = {
        _id_in(one, "content"): _property(one, "body") for one in objects if one.get("class") == "BodyContent"
    }
    return {
        f"{title.replace('/', '∕')}.html": bodies[own]
        for one in objects
        if one.get("class") == "Page"
        and (title := _property(one, "title"))
        and (own := (one.findtext("id") or "").strip()) in bodies
        and not _id_in(one, "originalVersion")
        and _property(one, "contentStatus") in ("", "current")
    }


def _property(element: Any, name: str) -> str:
    own = next((one for one in element.iterchildren("property") if one.get("name") == name), None)
    return (own.text or "").strip() if own is not None else ""


def _id_in(element: Any, name: str) -> str:
    """The number of the object that a property of another one refers to."""
    own = next((one for one in element.iterchildren("property") if one.get("name") == name), None)
    return (own.findtext("id") or "").strip() if own is not None else ""
