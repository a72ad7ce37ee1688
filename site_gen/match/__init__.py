"""Decide whether a name means a concept that the glossary already has.

An index finds the terms that a name may mean (``candidates``), names are compared word by word
(``compare``, ``relation``), and texts confirm or question what the names suggest (``evidence``).
"""

from site_gen.match.clusters import Clustering, Group, Question, cluster
from site_gen.match.duplicates import Duplicate, near_duplicates, rulings
from site_gen.match.matcher import ASK_FROM, Candidate, Matcher, Progress, Verdict
from site_gen.match.profile import Query

__all__ = [
    "ASK_FROM",
    "Candidate",
    "Clustering",
    "Duplicate",
    "Group",
    "Matcher",
    "Progress",
    "Query",
    "Question",
    "Verdict",
    "cluster",
    "near_duplicates",
    "rulings",
]
