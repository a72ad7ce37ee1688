"""The folder ``glossary/``: which files, disk, YAML with places, reading. May import model."""
