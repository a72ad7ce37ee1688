"""Word lists: words that are ignored in texts, and words that signal a figure."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that do not show what a text is about, and are ignored.
COMMON = _words(
    """
    a an the of to for and or in on at by with from as is are be was were been being that this these those
    it its their they them he she his her you your we our us i who whom whose which what when where how
    why not no nor so such than then there into out up down about over through during before after between
    within without can could may might will would should must do does did doing has have had having also
    more most other another each any all some both either neither while if whether because just only very
    often typically usually generally sometimes refer mean term word use used using make made one two
    three four five first second third last next new old same own many much few several part kind sort
    type way thing something anything everything nothing someone anyone everyone go come get give take
    show see say tell know want let put set keep hold run look call name amount group day week month year
    long short large small big high low good better best great well whole full start end begin among
    against across along toward per example form place left right even still yet already again once every
    work allow include provide involve base certain particular specific different various common able
    create need enable ensure understand based known called including like simply important essential
    crucial vital key effective effectively help helps needs around upon until since though although
    however therefore thus rather quite too enough almost always never ever actually s t re ve ll unless
    zero non describe primary primarily entire entirely significant significantly manner timely overall
    further major widely wide widespread mainly main etc today recent modern stand general aspect element
    principle context designed design core
    """
)

# Words that show that a text defines a figure.
MEASURING = _words(
    """
    measure metric rate ratio percentage percent share score index number average kpi period indicator
    """
)
