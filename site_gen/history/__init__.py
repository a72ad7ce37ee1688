"""Git, what became of terms, differences, news. May import model, corpus, match and text."""
