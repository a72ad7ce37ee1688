"""Addresses on the host of the repository: edit a file, see its history, open an issue that is filled in.

Pure: a ``Site`` and a path in, an address out; "" where the site names no repository or the host has no such
page, and then no link is shown. GitHub fills the fields of an issue form from the query string, Gitea and
Forgejo take ``title`` and ``body`` (https://docs.gitea.com/usage/issue-pull-request-templates), GitLab
``issue[title]`` and ``issue[description]``
(https://docs.gitlab.com/user/project/issues/create_issues/#using-a-url-with-prefilled-values).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from site_gen.catalog import Catalog
from site_gen.model.records import RepositoryHost, Site
from site_gen.model.suggestions import filled


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

# The fields of each issue form, as .github/ISSUE_TEMPLATE/NAME.yml has them; the catalog has their labels.
FORMS: Mapping[str, Sequence[str]] = {
    "new-term": ("term", "meaning", "heard"),
    "correction": ("term", "field", "text", "wrong", "right", "edition"),
    "same-term": ("one", "other", "why"),
}

_LABELS = {"one": "one_term", "other": "other_term"}  # a key of the catalog is not named like a plural form


def edit_url(site: Site, path: str) -> str:
    """Where ``path`` (relative to the project, such as ``glossary/terms/churn.yaml``) is open for editing."""
    host = _host(site)
    return _filled(site, host.edit, path) if host else ""


def history_url(site: Site, path: str) -> str:
    """Where the commits that changed ``path`` are listed."""
    host = _host(site)
    return _filled(site, host.history, path) if host else ""


# What a page fills into each form: the form's field, and the placeholder that it gets.
_FILLED: Mapping[str, Mapping[str, str]] = {
    "new-term": {"term": "term", "heard": "body"},
    "correction": {"term": "term", "field": "field", "text": "text", "edition": "edition"},
}


def issue_url(site: Site, form: str, fields: Mapping[str, str], words: Catalog) -> str:
    """Where an issue can be opened, with ``fields`` of one of ``FORMS`` filled in.

    The site's own ``suggest_url`` wins, else the repository's host. Raises ``KeyError`` for an unknown form
    or field.
    """
    group, host = f"issue.{form.replace('-', '_')}", _host(site)
    title = words.text(f"{group}.title", **{name: fields.get(name, "") for name in FORMS[form]})
    body = "\n\n".join(
        f"{words.text(f'{group}.{_LABELS.get(name, name)}')}: {text}" for name, text in fields.items()
    )
    if site.suggest_url:
        return filled(site.suggest_url, {**fields, "title": title, "body": body})
    return _issue(site, host, form, {"title": title, "body": body, **fields})


def suggest_pattern(site: Site, form: str = "new-term") -> str:
    """Where readers send what they miss, or what is wrong; a page fills in the placeholders.

    "" where nobody listens.
    """
    if site.suggest_url:
        return site.suggest_url
    fields = {name: f"{{{placeholder}}}" for name, placeholder in _FILLED[form].items()}
    pattern = _issue(site, _host(site), form, {"title": "{title}", "body": "{body}", **fields})
    return pattern.replace("%7B", "{").replace("%7D", "}")


def _issue(site: Site, host: _Host | None, form: str, fields: Mapping[str, str]) -> str:
    """The page of the host for a new issue, by its form or with ``title`` and ``body``; "" without one."""
    if not host or not host.issue:
        return ""
    if host.forms:
        given = {name: text for name, text in fields.items() if name != "body"}
        query = {"template": f"{form}.yml", **given}
    else:
        query = {host.title: fields["title"], host.body: fields["body"]}
    return f"{_filled(site, host.issue, '')}?{urlencode(query, quote_via=quote, safe='[]')}"


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
