"""Every text of our own that readers see, by key, in each language that the tool ships.

The texts stand in ``en.yaml`` and a file for each other language; docs/language.md tells how a desk has them
otherwise, and how one is added. Imports nothing of ours.
"""

from site_gen.catalog.catalog import Catalog, Text
from site_gen.catalog.shipped import LANGUAGES, catalog, shipped, shipped_for

__all__ = ["LANGUAGES", "Catalog", "Text", "catalog", "shipped", "shipped_for"]
