"""Words, labels in running text, Markdown, links, readability. May import ``model`` and ``corpus`` only."""
