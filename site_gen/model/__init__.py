"""Records, fields, names, problems, inverses and formulas: what a glossary is. Imports no other room."""
