"""Views, templates, theme, assets, the lookup, and data that pages load.

May import model, corpus, text, learning, history and checks.
"""
