"""The order that builds up, paths, how long they take, the quiz. May import model and text."""
