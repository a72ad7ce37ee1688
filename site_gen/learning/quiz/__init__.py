"""What learners are asked: questions and cards made from the corpus, none of them with two right answers."""
