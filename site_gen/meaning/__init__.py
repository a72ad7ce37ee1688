"""What words mean, as numbers: vectors of common English words, and of texts made of them."""
