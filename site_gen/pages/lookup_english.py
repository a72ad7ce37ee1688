"""What the lookup knows of English, like word_forms.stem: general words, none of any one glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

# Words that tell little: they weigh next to nothing, and first letters leave them out.
SMALL = (
    "a am an and any are as be been but by can could did do does for from get had has have he her his "
    "how i if is it its just me my need of or our shall she should so such than that the their them "
    "then there these they this those to us very was we were what when where which who why will with "
    "would you your"
)
# Small words as they are typed in a hurry.
CHAT = "u ur cos cuz bc pls plz"
LITTLE = (
    f"{SMALL} {CHAT} about again all also at being each got in into let like more most much no not on one "
    "out own some too up while whom"
)
# Words around the subject of a question. Prepositions are not among them: "on hold" is a subject.
AROUND = (
    f"{SMALL} abbreviation about acronym anyone count counts define defined definition describe exactly "
    "explain explained give important know mean meaning means meant please point purpose remind show "
    "simple stand stands tell term understand use used whats word words work works"
)
# The people of the field, which a desk's words.yaml says otherwise (field.people); those who ask and call.
PEOPLE = "customer client buyer caller user shopper consumer patron purchaser subscriber guest"
WHO = "(?:customer|client|caller|user)"
_PERSON = f"(?:(?:the|an?|my|our) )?{WHO}s?"
# What questions are made of: patterns for the browser, each with what it stands for. ``parts`` of a term,
# what to ``rewrite`` first, whom something is ``told`` and what ``tells`` it, what ``asks``.
QUESTIONS: Mapping[str, Sequence[tuple[str, str]]] = {
    "parts": (
        ("^(?:calculat|comput|equation|formula|measur)", "formula"),
        ("^(?:example|instance|sample|scenario)", "example"),
        ("^(?:phras|say$|script|wording)", "say"),
        ("^(?:goals?|here|our|policy|targets?|threshold|us)$", "here"),
    ),
    "rewrite": (
        (r"\b(?:full|short) form\b", "meaning"),
        (r"\bwork(?:ed|ing)? out\b", "calculate"),
        (r"\bin practice\b", "example"),
        (r"^what do (?:you|we|they) call\b", ""),
        (r"^how (?:do|should|must) we\b", "our"),
    ),
    "told": ((rf"\b(?:tell|telling|to|with|for) {_PERSON}\b|^{_PERSON} (?=wording|phras)", ""),),
    "tells": ((r"\b(?:say|tell|telling|explain|word|wording|phrase|phrasing|put)\b", ""),),
    "asks": (
        (
            "^(?:what|who|how|why|when|where|which|abbreviat|acronym|defin|descri|expla|mean|stand|term|tell"
            "|give|show|remind|please|can|do|does|is|i)",
            "",
        ),
    ),
}
# Words as they are typed in a hurry.
HURRIED = (
    "cust>customer ppl>person acct>account msg>message pw>password pwd>password txt>text pic>picture "
    "appt>appointment dept>department mgr>manager addr>address elec>electricity hrs>hour mins>minute "
    "wk>week mth>month yr>year b4>before thru>through smth>something tmrw>tomorrow"
)
# Past forms that no ending shows, as "hung>hang". Names hardly have them; what people type does.
PAST = (
    "hung>hang left>leave lost>lose sent>send kept>keep told>tell said>say paid>pay bought>buy sold>sell "
    "spoke>speak spoken>speak wrote>write written>write took>take taken>take gave>give given>give "
    "broke>break broken>break rang>ring met>meet made>make went>go gone>go came>come held>hold "
    "heard>hear saw>see seen>see thought>think understood>understand won>win brought>bring "
    "forgot>forget forgotten>forget chose>choose fell>fall felt>feel found>find taught>teach "
    "stuck>stick stolen>steal grew>grow rose>rise drove>drive shown>show"
)
# Words of which one may stand for another, a ring a line; a word may be in several. They find what no phrase
# of a term says, and count for less than the word itself. FIELD is where a ring of the field stands.
RINGS = """
fix solve resolve repair sort mend cure remedy
answer reply respond response react
customer client buyer caller user shopper consumer patron purchaser subscriber guest
FIELD
staff personnel workforce crew team employee worker
colleague coworker teammate peer
boss manager supervisor chief superior
leave quit cancel churn defect turnover depart
FIELD
call phone ring dial telephone
FIELD
problem issue trouble fault bug defect
error mistake fault failure
wait queue line hold
hold pause wait freeze frozen park
angry upset mad furious annoyed unhappy irate frustrated
happy pleased satisfied satisfaction glad delighted
quick fast rapid speed swift prompt instant immediate
late delay overdue slow expire due
buy purchase order pay
money cash revenue income earn profit turnover
price cost fee charge spend
company firm business organization enterprise corporate
vendor supplier contractor provider external partner
person human someone somebody anyone
everyone everybody all public
robot bot chatbot machine
automatic automated itself auto robot
ai machine computer virtual intelligent smart
software program app application tool system
site website web online internet portal
message text mail email note
chat talk speak conversation discuss dialog messaging
write type compose
send forward pass transfer route hand redirect
department team group unit division
expert specialist skilled expertise senior
beginner new novice junior newcomer
teach train coach learn
guide manual instruction handbook tutorial documentation
article document text documentation page
question query inquiry enquiry
help assist support aid helpline
proactive anticipate early advance
duplicate double twice copy same
record log history diary track
keep retain stay remain retention
loyal faithful devoted loyalty
update refresh renew upkeep maintain
improve better enhance boost optimize
check verify confirm inspect test prove proof
review assess evaluate
rating star mark score grade rate
opinion feedback view comment
compliment praise thank
complain complaint moan grievance criticism gripe
survey questionnaire poll form
metric measure figure number count indicator kpi
share percentage percent proportion rate ratio
average mean typical avg
duration length long time period
hour minute time day
rule policy condition regulation guideline
agreement contract deal promise pledge guarantee commit
deal sale sell
intent goal target purpose aim objective
reason cause why motive
schedule roster rota shift timetable staffing
comply compliance adherence obey stick
break lunch rest toilet bathroom coffee
unavailable away absent busy
available ready free
vacation holiday weekend
important urgent critical serious severe
priority importance urgency rank
severity impact serious
big large huge major
together group joint collaborate
segment bucket category class cluster group
tag label keyword marker
classify categorize sort label
outage down downtime crash offline breakdown unavailable disruption
incident outage disruption
broken defective faulty work
prevent stop avoid
known acknowledged recognized
popup window box bubble
widget plugin embed
tell inform notify say announce
warn alert
language spanish french german english multilingual
voice tone speech sound manner
feel emotion mood sentiment
understand comprehend grasp
empathy sympathy compassion understanding
polite friendly kind courteous
apology sorry apologize amend
FIELD
reward gift present bonus prize
discount coupon offer
extra additional add addon
journey path route road trip
step stage phase
level tier grade
timeline cycle lifecycle length
culture attitude mindset value
habit practice behavior
recommend suggest advise advocate promote refer
competitor rival peer industry
compare comparison benchmark
hire recruit outsource contract
hidden private internal secret
FIELD
temporary interim makeshift provisional meanwhile workaround
owner ownership assigned responsible
unassigned ownerless unowned nobody
assign allocate distribute give reassign
empower empowerment autonomy authority permission freedom allow
FIELD
incoming inbound arrive new
volume load amount
FIELD
pending outstanding open unresolved unsolved unanswered
connect link integrate join
information data detail info
knowledge wiki information
diagnose troubleshoot investigate analyze
predict forecast foresee anticipate estimate
watch monitor observe listen
detect recognize identify notice
easy simple effortless
effort hard difficult struggle
pain trouble frustration annoyance
acquire gain win attract
prospect lead
introduce onboard welcome familiarize setup
interactive keypad menu
unexpected unannounced sudden cold
shared common joint
merge combine unite join
greet greeting hello welcome
trial pilot test
dashboard chart graph board
trigger fire cause
screenshot photo picture image
device laptop computer pc
subscription membership plan
"""
