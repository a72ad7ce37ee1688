"""Does a name exist already? Candidates without loss, typed likeness of names, texts as evidence."""

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
