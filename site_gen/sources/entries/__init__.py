"""Turn drafts into entries: apply a person's import rules, join all occurrences of one term."""
