"""The edition of the shipped glossary in mkdocs.yml, exchanged so that every other sign stays."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from site_gen.corpus.yaml import write

_WAY = ("glossary", "upstream", "edition")


def with_edition(text: str, edition: str) -> str:
    """The text of mkdocs.yml with another edition; "" where the text does not say one itself.

    The text is only composed: what a tag names is not made.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return ""
    for plugins in _inside(root, "plugins"):
        entries = plugins.value if isinstance(plugins, yaml.SequenceNode) else [plugins]
        for node in entries:
            for key in _WAY:
                node = next(_inside(node, key), None)
            if isinstance(node, yaml.ScalarNode):
                new = write.scalar(edition, indent=0, flow=True)
                return text[: node.start_mark.index] + new + text[node.end_mark.index :]
    return ""


def _inside(node: yaml.Node | None, name: str) -> Iterator[yaml.Node]:
    """The value of a key in a mapping."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if key.value == name:
            yield value
