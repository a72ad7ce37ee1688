"""Addresses of the site's own pages for readers that are not on it."""

from __future__ import annotations

from site_gen.model import Site


def absolute(site: Site, path: str) -> str:
    """The address of a page or file; "" where nobody has said where the site will stand."""
    return f"{site.url.rstrip('/')}/{path}" if site.url else ""
