"""Every command by name, with its module in this folder and the first words of its help.

A command is imported when it is called: the list of all commands, and a command that needs little, wait for
no other. A test holds that the words are those of the commands.
"""

from __future__ import annotations

from collections.abc import Mapping

COMMANDS: Mapping[str, tuple[str, str]] = {
    "build": ("build", "Build the site into build/site"),
    "check": ("check", "Report every problem of the corpus in one run, with file and line"),
    "codeowners": ("codeowners", "Print who reviews which term on GitHub"),
    "deprecate": ("set", "Mark terms as out of use, with what to say instead or why"),
    "diff": ("diff", "Say what changed since BASE, any git revision"),
    "docs": ("docs", "Print a page of the documentation, or one part of it"),
    "doctor": ("doctor", "Say what is behind, missing or unknown in settings, corpus and environment"),
    "export": ("export", "Hand the corpus on in another form"),
    "health": ("health", "Tell how healthy the glossary is"),
    "import": ("import_", "Read a raw glossary into glossary/sources/ID.yaml"),
    "init": ("init", "Start another glossary in DIR"),
    "match": ("match", "Say whether a name exists in the corpus already"),
    "mcp": ("mcp", "Serve the glossary to assistants by the Model Context Protocol"),
    "merge": ("merge", "Give each unclaimed entry its term"),
    "merge-terms": ("rename", "Merge the term A into the term B, everywhere at once"),
    "new": ("new", "Begin a term"),
    "owners": ("owners", "List owners with their terms"),
    "policy": ("site", "Print the Content-Security-Policy of the built site"),
    "recover": ("recover", "Complete or take back a write of this machine that was cut off"),
    "rename": ("rename", "Give the term OLD another name, and with it another address"),
    "render": (
        "build",
        "Write the pages into build/docs, and build/mkdocs.yml for builders that run no plugin",
    ),
    "review": ("set", "Stamp terms as reviewed"),
    "schema": ("schema", "Write the JSON Schemas of the corpus files into schema/"),
    "serve": ("build", "Preview with live reload"),
    "set": ("set", "Give FIELD the same VALUE in several terms at once"),
    "upstream": (
        "upstream",
        "Bring a later edition of the shipped glossary into one that began with it",
    ),
    "words": ("words", "Lay out the texts of the pages that still stand in English"),
    "zip": ("site", "Pack the built site into its glossary.zip"),
}
