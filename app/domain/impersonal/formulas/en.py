"""English: "we oppose" becomes "opposing", "my delegation is concerned" "concerned"."""

from app.domain.impersonal.formulas.table import Formulas

_OUR = r"(?:my|our) (?:delegation|country|government)"
_ALSO = r"(?:(?: (?:also|therefore|further|thus|again|once again|once more))*)"
_HOW = r"((?: (?:fully|strongly|firmly|particularly|especially|deeply|gravely|very|still|warmly))?)"
_VERBS = {
    "accept": "accepting", "advocate": "advocating", "appeal": "appealing",
    "appreciate": "appreciating", "ask": "asking", "back": "backing", "call": "calling",
    "caution": "cautioning", "commend": "commending", "condemn": "condemning",
    "demand": "demanding", "deplore": "deploring", "disagree": "disagreeing",
    "doubt": "doubting", "emphasi[sz]e": "emphasizing", "encourage": "encouraging",
    "endorse": "endorsing", "expect": "expecting", "favou?r": "favouring", "fear": "fearing",
    "hope": "hoping", "insist": "insisting", "invite": "inviting", "like": "liking",
    "note": "noting", "object": "objecting", "oppose": "opposing", "plead": "pleading",
    "prefer": "preferring", "propose": "proposing", "question": "questioning",
    "recall": "recalling", "recommend": "recommending", "refuse": "refusing",
    "regret": "regretting", "reiterate": "reiterating", "reject": "rejecting",
    "request": "requesting", "seek": "seeking", "see": "seeing", "stress": "stressing",
    "suggest": "suggesting", "support": "supporting", "underline": "underlining",
    "underscore": "underscoring", "urge": "urging", "want": "wanting", "warn": "warning",
    "welcome": "welcoming", "wish": "wishing",
    "believe": "believing", "think": "thinking", "consider": "considering", "share": "sharing",
}  # fmt: skip
_STATES = (
    r"(?=(?:concerned|worried|alarmed|troubled|dismayed|disturbed|opposed|against|in favou?r"
    r"|ready|willing|prepared|convinced|open|not|committed)\b)"
)
_SAYING = (
    r"(?:let me|(?:allow|permit) me to|(?:i|we) (?:wish|want|would like|should like) to)(?: also)?"
)
_SAID = {
    *("stress", "emphasi[sz]e", "underline", "underscore", "reiterate", "recall", "note", "ask"),
    *("urge", "appeal", "propose", "suggest", "recommend", "call"),
}


def _turned() -> dict[str, str]:
    found: dict[str, str] = {
        rf"(?:we{_ALSO} cannot|{_OUR}{_ALSO} cannot) (?=(?:accept|support|agree|endorse|go)\b)": (
            "unable to "
        ),
        rf"(?:we{_ALSO} have|{_OUR}{_ALSO} has) no objection\b": "having no objection",
        rf"(?:we{_ALSO} remain|{_OUR}{_ALSO} remains){_HOW} {_STATES}": r"remaining\1 ",
        rf"we{_ALSO} (?:would|should) like to (?=see\b)": "wishing to ",
        **{rf"{_SAYING} {verb}\b": form for verb, form in _VERBS.items() if verb in _SAID},
    }
    for verb, form in _VERBS.items():
        found[rf"we{_ALSO} do not{_HOW} {verb}\b"] = rf"not\1 {form}"
        found[rf"we{_ALSO}{_HOW}{_ALSO} {verb}\b"] = rf"\1 {form}"
        found[rf"i{_ALSO}{_HOW}{_ALSO} {verb}\b"] = rf"\1 {form}"
        found[rf"{_OUR}{_ALSO} does not{_HOW} {verb}\b"] = rf"not\1 {form}"
        found[rf"{_OUR}{_ALSO}{_HOW}{_ALSO} {verb}s\b"] = rf"\1 {form}"
    return found


_SMALL = """
the a an this that these those it there any all no every each if when while where both such
only without before after until unless once in on at for from by with to as not neither either
under instead what whatever more most some here nothing nobody
"""

ENGLISH = Formulas(
    dropped=(
        r"(?!.* and that )(?:"
        rf"(?:we|i){_ALSO}(?: (?:firmly|strongly|truly))? (?:believe|consider|think|hold|feel"
        r"|maintain|submit)(?: that)?,? (?!in\b|it\b(?! (?:is|was|would|should|must|may|has)\b)"
        r"|the \w+ (?:to|as)\b|them|so\b|this to)"
        rf"|{_OUR}{_ALSO} (?:believes|considers|holds|thinks|maintains)(?: that)? "
        r"|(?:we|i) (?:are|am) (?:of the (?:view|opinion)|convinced|persuaded) that "
        rf"|{_OUR} is (?:of the (?:view|opinion)|convinced|persuaded) that "
        r"|(?:in|from|to) (?:our|my) (?:view|opinion|judgement|mind|perspective|point of view"
        r"|assessment),? |it is (?:our|my) (?:view|position|belief|conviction|opinion) that "
        r"|(?:our|my) (?:view|position|opinion|delegation['’]s (?:view|position)) is that )"
    ),
    turned={
        rf"(?:we are|i am|{_OUR} is){_ALSO}{_HOW} {_STATES}": r"\1 ",
        **_turned(),
    },
    personal=r"(?<!\w)(?:we|us|our|ours|ourselves|i|me|my|mine|myself|let us)(?!\w)",
    small=frozenset(_SMALL.split()),
)
