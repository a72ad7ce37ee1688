"""One frozen view per page kind: everything a template places, already decided.

Texts are ``Markup`` where they hold links; every other string is escaped by the template.
"""

from site_gen.pages.views.about import cards, machine_files
from site_gen.pages.views.az import az_view, letters
from site_gen.pages.views.health import health_view
from site_gen.pages.views.learn import PathView, path_views, zero_view
from site_gen.pages.views.lists import compare_view, home_view, topic_views
from site_gen.pages.views.metric import metric_view
from site_gen.pages.views.moved import moved_views
from site_gen.pages.views.news import news_view
from site_gen.pages.views.panel import panel_ways
from site_gen.pages.views.parts import Listing
from site_gen.pages.views.sources import source_views
from site_gen.pages.views.term import TermView, term_views
from site_gen.pages.views.world import World, pair_id

__all__ = [
    "Listing",
    "PathView",
    "TermView",
    "World",
    "az_view",
    "cards",
    "compare_view",
    "health_view",
    "home_view",
    "letters",
    "machine_files",
    "metric_view",
    "moved_views",
    "news_view",
    "pair_id",
    "panel_ways",
    "path_views",
    "source_views",
    "term_views",
    "topic_views",
    "zero_view",
]
