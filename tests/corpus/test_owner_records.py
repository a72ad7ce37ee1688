"""The people who answer for terms: the file owners.yaml, the settings, and who can be asked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from helpers.corpora import tree
from helpers.rows import each_row
from helpers.support import glossary, term, topic
from site_gen.corpus.load import load
from site_gen.model.contact import is_contact
from site_gen.model.owners import asked, handles_of, names_in, owned, owner_of, people
from site_gen.model.records import Origin, Owner, Site
from site_gen.settings import SettingsError, load_site

FILE = "glossary/owners.yaml"


def of(text: str) -> tuple[tuple[Owner, ...], list[str]]:
    loaded = load(tree({"owners.yaml": text}))
    return loaded.glossary.owners, [str(problem) for problem in loaded.problems]


def test_each_name_has_what_is_known_of_it() -> None:
    found, problems = of(
        "Ana Ruiz:\n  mail: ana@example.org\n  chat: https://chat.example.org/ana\n"
        '  handle: "@ana"\n  deputy: Ben Okafor\n'
        'Ben Okafor: "@ben @desk/leads"\nZoë:\n'
    )
    assert problems == []
    assert [(one.name, one.mail, one.chat, one.handle, one.deputy) for one in found] == [
        ("Ana Ruiz", "ana@example.org", "https://chat.example.org/ana", "@ana", "Ben Okafor"),
        ("Ben Okafor", "", "", "@ben @desk/leads", ""),
        ("Zoë", "", "", "", ""),
    ]
    assert [one.origin.at(one.name) for one in found] == [1, 6, 7]
    assert found[0].origin.at("Ana Ruiz", "chat") == 3


@each_row(
    "text, line, message, hint",
    [
        ("Ana: {mail: ana}\n", 1, "'Ana.mail' is 'ana', expected an address of mail", "write it like ana@example.org"),
        ("Ana:\n  mail: ana@example.org?bcc=all@example.org\n", 2, "'Ana.mail' is 'ana@example.org?bcc=all@example.org', expected an address of mail", "write it like ana@example.org"),
        ("Ana:\n  mail: mailto:ana@example.org\n", 2, "'Ana.mail' is 'mailto:ana@example.org', expected an address of mail", "write it like ana@example.org"),
        ("Ana:\n  chat: http://chat.example.org\n", 2, "'Ana.chat' is 'http://chat.example.org', expected an https address", "write it like https://chat.example.org/ana"),
        ("Ana:\n  chat: javascript:alert(1)\n", 2, "'Ana.chat' is 'javascript:alert(1)', expected an https address", "write it like https://chat.example.org/ana"),
        ("Ana:\n  handle: ana\n", 2, "'Ana.handle' is 'ana', expected an account on the code host", "write it like \"@ana\" or \"@desk/leads\""),
        ("Ana: ana\n", 1, "'Ana' is 'ana', expected an account on the code host", "write it like \"@ana\" or \"@desk/leads\""),
        ("Ana:\n  male: ana@example.org\n", 2, "unknown field 'male'", "did you mean 'mail'?"),
        ("Ana, Ben:\n  mail: ana@example.org\n", 1, "'Ana, Ben' is no name of one owner", "write each name as an entry of its own"),
        ("- Ana\n", 1, "the file needs a name and 'mail:', 'chat:' or 'handle:' under it, found a list", "see glossary docs corpus"),
    ],
)  # fmt: skip
def test_what_no_owner_can_be(text: str, line: int, message: str, hint: str) -> None:
    _, problems = of(text)
    assert [problem.rpartition(" [")[0] for problem in problems] == [f"{FILE}:{line}: {message}; {hint}"]


@each_row("kind, text, stands",
    [
        ("mail", "ana.ruiz+desk@mail.example.co.uk", True),
        ("mail", "o'neil@example.org", True),
        ("mail", "ana@localhost", False),
        ("mail", "ana@example.org,ben@example.org", False),
        ("mail", "ana@example.org\n", False),
        ("mail", "a%0d%0abcc:b@example.org", False),
        ("mail", '"><script>@example.org', False),
        ("https", "https://teams.example.com/l/chat/0/0?users=ana@example.org&x=[1]", True),
        ("https", "https://desk.example.org:8443/team/U0123#ana", True),
        ("https", "https://xn--bcher-kva.example", True),
        ("https", "HTTPS://example.org", False),
        ("https", "https://bank.example@evil.example/", False),
        ("https", "https://evil.example\\@bank.example/", False),
        ("https", "https://example.org/a b", False),
        ("https", 'https://example.org/"onclick=x', False),
        ("https", "https://", False),
        ("https", "https://example.org/" + "x" * 500, False),
        ("handle", "@ana", True),
        ("handle", "@desk/support-leads @ana ana@example.org", True),
        ("handle", "@ana @", False),
        ("handle", "@ana; rm", False),
        ("handle", "@desk/../x", False),
    ],
)  # fmt: skip
def test_which_addresses_may_stand_in_a_page(kind: str, text: str, stands: bool) -> None:
    assert is_contact(kind, text) is stands  # type: ignore[arg-type]


def person(name: str, **fields: str) -> Owner:
    return Owner(name=name, origin=Origin(path=FILE), **fields)


LISTED = (
    person("Ana", mail="ana@example.org", handle="@ana", deputy="Ben"),
    person("Ben", chat="https://chat.example.org/ben"),
)


@each_row(
    "of_term, of_topic, of_site, owner",
    [
        ("Ana", "Ben", "Zoe", "Ana"),
        ("", "Ben", "Zoe", "Ben"),
        ("", "", "Zoe", "Zoe"),
        ("", "", "", ""),
    ],
)
def test_the_owner_of_a_term_else_of_its_topic_else_of_the_site(
    of_term: str, of_topic: str, of_site: str, owner: str
) -> None:
    one = term("queue", owner=of_term, topics=("desk",))
    corpus = glossary(one, topics=(replace(topic("desk"), owner=of_topic),))
    assert owner_of(one, corpus, Site(owner=of_site)) == owner
    assert list(owned([one], corpus, Site(owner=of_site))) == ([owner] if owner else [])


@each_row(
    "owner, names",
    [
        ("Ana", ["Ana", "Ben"]),
        ("Ana, Ben", ["Ana", "Ben"]),
        ("Ben,Zoe,, Zoe", ["Ben", "Zoe"]),
        ("zoe@example.org", ["zoe@example.org"]),
        ("", []),
    ],
)
def test_who_can_be_asked(owner: str, names: list[str]) -> None:
    listed = people(replace(glossary(), owners=LISTED), Site())
    found = asked(owner, listed)
    assert [one.owner.name for one in found] == names
    assert {one.owner.name for one in found if one.stands_in} == set(names) - set(names_in(owner))


def test_an_address_that_stands_in_place_of_a_name_speaks_for_itself() -> None:
    (one,) = asked("zoe@example.org", {})
    assert (one.owner.mail, one.owner.is_reachable) == ("zoe@example.org", True)
    assert handles_of("@zoe, Ana, Nobody", {"Ana": LISTED[0]}) == ("@zoe", "@ana")
    assert names_in(" Ana ,Ben") == ("Ana", "Ben")


def settings(root: Path, text: str) -> Site:
    path = root / "mkdocs.yml"
    path.write_text(path.read_text().replace("  - glossary:\n", f"  - glossary:\n{text}"))
    return load_site(root)


def test_settings_name_owners_in_the_old_form_and_the_new(root: Path) -> None:
    site = settings(
        root,
        "      owner: Ana\n      owners:\n        Ana: {mail: ana@example.org, deputy: Ben}\n        Ben: '@ben'\n",
    )
    assert site.owner == "Ana"
    assert (site.owners["Ana"].mail, site.owners["Ana"].deputy) == ("ana@example.org", "Ben")
    assert site.owners["Ben"].handle == "@ben"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("owners: {Ana: {mail: ana}}", "owners: Ana: mail is 'ana', expected an address of mail"),
        ("owners: {Ana: {phone: '1'}}", "owners: Ana is 'phone', expected mail or chat or handle or deputy"),
        ("owners: {Ana: {mail: 1}}", "owners: Ana: mail is 1, expected text"),
        ("owners: {Ana: [1]}", "owners: Ana is [1], expected an account on the host, or mail, chat"),
        ("owner: [Ana]", "owner is ['Ana'], expected text"),
        ("reviews_a_month: 0", "reviews_a_month is 0, expected a number from 1 on"),
        ("reviews_a_month: true", "reviews_a_month is True, expected a whole number"),
    ],
)
def test_settings_that_are_wrong_say_where(root: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as said:
        settings(root, f"      {text}\n")
    assert message in str(said.value)
