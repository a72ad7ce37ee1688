"""Addresses on the host of the repository: edit a file, see its history, open an issue that is filled in.

Pure: a ``Site`` and a path in, an address out; "" where the site names no repository or the host has no such
page, and then no link is shown. GitHub fills the fields of an issue form from the query string, Gitea and
Forgejo take ``title`` and ``body`` (https://docs.gitea.com/usage/issue-pull-request-templates), GitLab
``issue[title]`` and ``issue[description]``
(https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from site_gen.model.records import RepositoryHost, Site


@dataclass(frozen=True, slots=True, kw_only=True)
class _Host:
    """Patterns over {repo}, {branch} and {path}; ``issue`` is the page, ``title`` and ``body`` its fields.

    ``forms``: the issue page takes ``template=NAME.yml`` and one query field for each field of that form.
    """

    edit: str
    history: str
    issue: str = ""
    title: str = "title"
    body: str = "body"
    forms: bool = False


_HOSTS: Mapping[RepositoryHost, _Host] = {
    "github": _Host(
        edit="{repo}/edit/{branch}/{path}",
        history="{repo}/commits/{branch}/{path}",
        issue="{repo}/issues/new",
        forms=True,
    ),
    "gitlab": _Host(
        edit="{repo}/-/edit/{branch}/{path}",
        history="{repo}/-/commits/{branch}/{path}",
        issue="{repo}/-/issues/new",
        title="issue[title]",
        body="issue[description]",
    ),
    "gitea": _Host(
        edit="{repo}/_edit/{branch}/{path}",
        history="{repo}/commits/branch/{branch}/{path}",
        issue="{repo}/issues/new",
    ),
    "bitbucket": _Host(  # its issue tracker takes no text from an address
        edit="{repo}/src/{branch}/{path}?mode=edit",
        history="{repo}/history-node/{branch}/{path}",
    ),
}
_KNOWN_BY: Mapping[str, RepositoryHost] = {  # a part of the host's name
    "gitlab": "gitlab",
    "gitea": "gitea",
    "forgejo": "gitea",
    "codeberg": "gitea",
    "bitbucket": "bitbucket",
}

# The fields of each issue form, as .github/ISSUE_TEMPLATE/NAME.yml has them: id, and label in a plain body.
FORMS: Mapping[str, Mapping[str, str]] = {
    "new-term": {"term": "Term", "meaning": "What it means", "heard": "Where it was met"},
    "correction": {"term": "Term", "wrong": "What is wrong", "right": "What it should say"},
    "same-term": {"one": "One term", "other": "The other term", "why": "Why they are one"},
}
TITLES: Mapping[str, str] = {
    "new-term": "New term: {term}",
    "correction": "Correction: {term}",
    "same-term": "One term: {one} and {other}",
}


def edit_url(site: Site, path: str) -> str:
    """Where ``path`` (relative to the project, such as ``glossary/terms/churn.yaml``) is open for editing."""
    host = _host(site)
    return _filled(site, host.edit, path) if host else ""


def history_url(site: Site, path: str) -> str:
    """Where the commits that changed ``path`` are listed."""
    host = _host(site)
    return _filled(site, host.history, path) if host else ""


def issue_url(site: Site, form: str, fields: Mapping[str, str]) -> str:
    """Where an issue can be opened, with ``fields`` of one of ``FORMS`` filled in.

    The site's own ``suggest_url`` wins, else the repository's host. Raises ``KeyError`` for an unknown form
    or field.
    """
    labels, host = FORMS[form], _host(site)
    if not (site.suggest_url or host):
        return ""
    title = TITLES[form].format_map({name: fields.get(name, "") for name in labels})
    body = "\n\n".join(f"{labels[name]}: {text}" for name, text in fields.items())
    if site.suggest_url:
        filled = site.suggest_url.replace("{title}", quote(title, safe=""))
        return filled.replace("{body}", quote(body, safe=""))
    if not host or not host.issue:
        return ""
    if host.forms:
        query = {"template": f"{form}.yml", "title": title, **fields}
    else:
        query = {host.title: title, host.body: body}
    return f"{_filled(site, host.issue, '')}?{urlencode(query, quote_via=quote, safe='[]')}"


def suggest_pattern(site: Site) -> str:
    """Where a missing word can be suggested; the lookup fills in {term}, or {title} and {body}.

    "" where nobody listens.
    """
    if site.suggest_url:
        return site.suggest_url
    pattern = issue_url(site, "new-term", {"term": "{term}", "heard": "Looked up and not found."})
    return pattern.replace("%7Bterm%7D", "{term}")


def _host(site: Site) -> _Host | None:
    if not site.repo_url:
        return None
    if site.repo_host:
        return _HOSTS[site.repo_host]
    name = urlsplit(site.repo_url).hostname or ""
    return _HOSTS[next((kind for part, kind in _KNOWN_BY.items() if part in name), "github")]


def _filled(site: Site, pattern: str, path: str) -> str:
    place = "/".join(part for part in (site.repo_folder.strip("/"), path) if part)
    return pattern.format(
        repo=site.repo_url.rstrip("/").removesuffix(".git"),
        branch=quote(site.repo_branch),
        path=quote(place),
    )
