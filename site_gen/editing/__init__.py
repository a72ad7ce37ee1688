"""Commands that change terms, as values. May import what stands above: all but pages, export and publish."""
