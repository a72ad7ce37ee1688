"""Glossary to text in other formats, one module each."""
