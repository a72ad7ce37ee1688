"""The rules of a glossary, their codes, and what else editors look at.

May import model, corpus, match, text, learning and history. ``rules`` has the list of all rules, so that
who wants only a code loads none of them.
"""
