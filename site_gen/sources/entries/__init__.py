"""Drafts to entries: the rules of a person, printings of one term brought together."""
