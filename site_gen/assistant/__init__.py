"""The glossary for assistants, by the Model Context Protocol: the data of ``api/`` and the shipped ranker."""
