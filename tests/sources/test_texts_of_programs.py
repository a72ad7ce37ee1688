"""Glossaries in the texts of programs: .resx, XLIFF, .arb, string catalogs, Android; and other texts of programs."""

from __future__ import annotations

from helpers.rows import each_row
from site_gen.model.problem import errors
from site_gen.sources import importing

BERTH, QUAY, BUOY = (
    "A place in the harbour for one boat.",
    "A wall where ships lie.",
    "A float that marks a channel.",
)
TOLD = [("Berth", BERTH), ("Quay", QUAY), ("Buoy", BUOY)]
HEAD = '<root><resheader name="version"><value>2.0</value></resheader>'


def resx(pairs: list[tuple[str, str]]) -> str:
    return (
        HEAD + "".join(f'<data name="{key}"><value>{text}</value></data>' for key, text in pairs) + "</root>"
    )


def xliff(units: list[tuple[str, str, str]]) -> str:
    inner = "".join(
        f'<trans-unit id="{i}"><source>{text}</source><target>{other}</target><note>{note}</note></trans-unit>'
        for i, (text, other, note) in enumerate(units)
    )
    return f'<xliff version="1.2"><file source-language="en" target-language="de">{inner}</file></xliff>'


def catalog(pairs: list[tuple[str, str]]) -> str:
    inner = ",".join(
        f'"{key}": {{"localizations": {{"en": {{"stringUnit": {{"value": "{text}"}}}}}}}}'
        for key, text in pairs
    )
    return f'{{"sourceLanguage": "en", "strings": {{{inner}}}, "version": "1.0"}}'


KEYED = [
    (f"glossary_{name.lower()}_{field}", text)
    for name, said in TOLD
    for field, text in (("term", name), ("text", said))
]
OF_APP = [("btnSave", "Save"), ("btnCancel", "Cancel"), ("msgLost", "Your changes will be lost.")]
WRITTEN = {
    "Texts.resx": resx([*OF_APP, *KEYED]),
    "Glossary.resx": resx(TOLD),
    "Texts.arb": '{"@@locale": "en", '
    + ", ".join(f'"{key}": "{text}", "@{key}": {{}}' for key, text in KEYED)
    + "}",
    "glossary.arb": '{"@@locale": "en", '
    + ", ".join(f'"term{name}": "{name}", "@term{name}": {{"description": "{said}"}}' for name, said in TOLD)
    + "}",
    "Texts.xcstrings": catalog(KEYED),
    "glossary.xlf": xliff([(name, name[::-1], said) for name, said in TOLD]),
    "module.xlf": '<xliff version="2.0" srcLang="en" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"><file><unit id="1"><gls:glossary>'
    + "".join(
        f"<gls:glossEntry><gls:term>{name}</gls:term><gls:definition>{said}</gls:definition></gls:glossEntry>"
        for name, said in TOLD
    )
    + "</gls:glossary></unit></file></xliff>",
    "glossary.ts": '<TS version="2.1" language="de">'
    + "".join(
        f"<message><source>{name}</source><comment>{said}</comment><translation>{name[::-1]}</translation></message>"
        for name, said in TOLD
    )
    + "</TS>",
    "told.xlf": '<xliff version="2.0" srcLang="en" trgLang="de"><file id="f" original="glossary.csv">'
    + "".join(
        f'<unit id="u"><notes><note category="definition">{said}</note></notes><segment><source>{name}</source></segment></unit>'
        for name, said in TOLD
    )
    + "</file></xliff>",
    "german.xml": "<resources>"
    + "".join(
        f'<string name="glossar_{name}_titel">{name}</string><string name="glossar_{name}_text">{said}</string>'
        for name, said in TOLD
    )
    + "</resources>",
    "strings.xml": "<resources>"
    + "".join(f'<string name="glossary_{name}">{said}</string>' for name, said in TOLD)
    + "</resources>",
    "camel.json": "{" + ", ".join(f'"term{name}": "{said}"' for name, said in TOLD) + "}",
    "dots.properties": "".join(f"glossary..{name} = {said}\n" for name, said in TOLD),
    "words.po": 'msgid ""\nmsgstr "Language: de\\n"\n\n'
    + "\n".join(f'#. TRANSLATORS: {said}\nmsgid "{name}"\nmsgstr "{name[::-1]}"\n' for name, said in TOLD),
}


@each_row("filename", WRITTEN)
def test_a_glossary_in_texts_of_a_program(filename: str) -> None:
    found = importing.read(WRITTEN[filename].encode(), filename, source="mine")
    assert not errors(found.problems), found.problems
    assert [(entry.name, entry.text) for entry in found.entries] == TOLD


def test_translations_of_words_are_names_in_other_languages() -> None:
    found = importing.read(
        xliff([("berth", "Liegeplatz", BERTH), ("quay", "Kai", QUAY)]).encode(), "glossary.xlf", source="mine"
    )
    assert [entry.in_other_languages for entry in found.entries] == [
        {"de": ("Liegeplatz",)},
        {"de": ("Kai",)},
    ]


OTHERS = {
    "Texts.resx": resx(OF_APP),
    "Dialogs.resx": resx(
        [
            ("Login_Title", "Welcome back"), ("Login_Text", "Enter your name and your password to go on."),
            ("Order_Title", "Your order"), ("Order_Description", "We will send your parcel tomorrow."),
            ("Cart_Title", "Your cart"), ("Cart_Text", "You have not put anything into it yet."),
        ]
    ),
    "app.arb": '{"@@locale": "en", "save": "Save", "@save": {"description": "Button that saves the form"}, "cancel": "Cancel",'
    ' "@cancel": {"description": "Button that closes the form"}}',
    "app.xlf": xliff([("Save", "Sichern", "Button that saves"), ("Cancel", "Abbrechen", "Button that closes")]),
    "strings.xml": '<resources><string name="term_accept">I accept the terms of use</string><string name="term_decline">Decline and close'
    ' the app</string><string name="term_title">Terms of use</string></resources>',
    "app.properties": "text.hello=Welcome to our site, please log in.\ntext.bye=Thank you for the visit, see you soon.\n",
}  # fmt: skip


@each_row("filename", OTHERS)
def test_other_texts_of_programs_are_refused(filename: str) -> None:
    found = importing.read(OTHERS[filename].encode(), filename, source="mine")
    assert errors(found.problems)
    assert not found.entries
