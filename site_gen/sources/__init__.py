"""Import glossaries of other people: ``formats``, then ``shape``, then ``entries``, then ``merge``.

Modules here may import model, corpus, match, text and checks.
"""
