"""Where the side panel can stand beside a ticket tool, each with the page of the vendor that tells how."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

READ = date(2026, 11, 28)  # when the pages of the vendors were read


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelWay:
    """One place for the panel: ``key`` of its texts in the catalog, an example, and the vendor's page.

    ``sample`` is what is written there, with ``SITE`` for the address of the site and ``NAME`` for its name;
    "" where nothing is.
    ``tried``: whether somebody has run it with this tool.
    """

    key: str
    source: str
    sample: str = ""
    read: date = READ
    tried: bool = False

    @property
    def host(self) -> str:
        return urlsplit(self.source).netloc


_QUOTED = re.compile(r'["<>&\\\\]')
_WAYS = (
    PanelWay(
        key="zendesk",
        source="https://developer.zendesk.com/apps/docs/apps-v2/manifest",
        sample='"location": {"support": {"ticket_sidebar": "SITE/mini.html"}}',
    ),
    PanelWay(
        key="freshdesk",
        source="https://developers-dev.freshworks.com/docs/app-sdk/v2.3/freshdesk/front-end-apps/placeholders",
        sample='<iframe src="SITE/mini.html" title="NAME" width="100%" height="640"></iframe>',
    ),
    PanelWay(
        key="salesforce",
        source="https://trailhead.salesforce.com/content/learn/modules/lex_dev_visualforce/lex_dev_visualforce_container",
        sample='<apex:page><iframe src="SITE/mini.html" title="NAME" height="640"></iframe></apex:page>',
    ),
    PanelWay(
        key="side_bar",
        source="https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/user_interface/Sidebars",
        sample='"sidebar_action": {"default_title": "NAME", "default_panel": "panel.html"}',
    ),
    PanelWay(key="address_bar", source="http://chromium.org/tab-to-search"),
)


def panel_ways(name: str) -> tuple[PanelWay, ...]:
    """The places, with the name of a site in the examples; it stands in quotes of markup and of JSON."""
    safe = _QUOTED.sub("", name)
    return tuple(replace(way, sample=way.sample.replace("NAME", safe)) for way in _WAYS)
