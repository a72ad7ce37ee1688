"""Other people's glossaries into the corpus: ``formats``, then ``shape``, then ``entries``, then merge.

May import model, corpus, match, text and checks.
"""
