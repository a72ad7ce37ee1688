"""The rim of the site: what is built goes to disk, in sync, packed, under a policy.

May import pipeline, settings, export, pages, history, corpus and model.
"""
