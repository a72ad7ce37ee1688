"""A glossary that was started from the shipped one: what it takes over, how a later edition reaches it."""
