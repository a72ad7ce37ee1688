"""A glossary knowledge base: YAML corpus in, cross-linked static site out."""
