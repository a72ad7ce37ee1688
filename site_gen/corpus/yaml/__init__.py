"""YAML text with places: parsed, explained, written, and edited so that every other byte stays."""
