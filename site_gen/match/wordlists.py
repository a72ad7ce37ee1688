"""Word lists: words that are ignored in texts, everyday words of the field, words that signal a figure."""

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

# Everyday words of the field: taken to be usual even where the texts at hand are too few to show it.
FIELD = _words(
    """
    customer client consumer user buyer guest people company business organization enterprise brand
    product service support assist assistance agent representative team department staff employee manager
    supervisor leader specialist expert provider vendor partner issue problem question request inquiry
    complaint case ticket incident error failure fault outage bug feedback opinion suggestion contact
    channel caller phone telephone email chat message text conversation interaction communication inbox
    social media website web online app application mobile device portal page notification respond
    response reply answer resolve resolution solve solution fix handle route assign escalate transfer
    forward queue wait close open reopen pending status priority urgent follow measure metric rate score
    percentage percent average share ratio count number total minute hour performance target goal level
    standard quality satisfaction satisfied happy loyalty loyal experience expectation relationship trust
    retention retain churn renew renewal cancel subscription subscribe account purchase buy sell sale
    order refund payment pay price cost revenue value profit offer upgrade discount survey rating review
    recommend knowledge article guide document information content library instruction training learn
    coaching software tool system platform technology automate automatic robot bot intelligence machine
    language data analytics analyze analysis insight report dashboard integration interface process
    workflow procedure policy rule practice strategy method approach plan program project agreement
    contract manage improve increase reduce monitor track record history schedule shift workforce deliver
    delivery collect gather identify access security identity verify network configuration change release
    maintenance asset preference behavior journey stage lifecycle segment audience market marketing
    campaign advertising personal personalize lead prospect visitor engage engagement
    """
)

# Words that show that a text defines a figure.
MEASURING = _words(
    """
    measure metric rate ratio percentage percent share score index number average kpi period indicator
    """
)
