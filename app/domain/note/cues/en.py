"""English."""

from app.domain.note.cues import Cues, alternation, any_of, numbered, words

MONTHS = numbered(
    "january/jan;february/feb;march/mar;april/apr;may;june/jun;july/jul;august/aug;"
    "september/sept/sep;october/oct;november/nov;december/dec"
)
DAYS = numbered(
    "first;second;third;fourth;fifth;sixth;seventh;eighth;ninth;tenth;eleventh;twelfth;"
    "thirteenth;fourteenth;fifteenth;sixteenth;seventeenth;eighteenth;nineteenth;twentieth;"
    "twenty-first;twenty-second;twenty-third;twenty-fourth;twenty-fifth;twenty-sixth;"
    "twenty-seventh;twenty-eighth;twenty-ninth;thirtieth;thirty-first"
)
_MONTH = rf"(?P<month>{alternation(MONTHS)})\b\.?"
_DAY = rf"(?P<day>\d{{1,2}}|{alternation(DAYS)})(?:st|nd|rd|th)?"
_RANGE = r"(?:\s?(?:-|–|to|and)\s?\d{1,2}(?:st|nd|rd|th)?)?"
_YEAR = r"(?:,?\s(?P<year>\d{4})\b)?"

CUES = Cues(
    language="en",
    note_names=words("concept note; concept paper; background note; discussion paper; non-paper"),
    letter=r"(?:identical )?letters? dated\b",
    salutation=any_of(
        r"I have the honou?r",
        r"I am writing",
        r"I wish to",
        r"I would like",
        r"On behalf of",
        r"I am pleased",
        r"Upon instructions",
    ),
    annex=(
        r"(?:annex|enclosure|appendix)\b(?: [IVX]+\b|"
        r" \d\b)?(?= to the (?:identical )?letters?|\W*$)"
    ),
    headings={
        "overview": words("overview; introduction; summary; executive summary; general"),
        "briefers": words(
            "briefer; briefers; briefer(s); briefings; briefers and participants;"
            "briefers and participation; invited briefers; proposed briefers; speakers; speaker;"
            "list of briefers; format and briefers; participation and briefers; participants and"
            " briefers; briefers and format"
        ),
        "questions": words(
            "questions; key questions; guiding questions; questions for discussion;"
            "questions for consideration; questions to consider; key issues; guiding question;"
            "issues for discussion; issues for consideration; points for discussion;"
            "topics for discussion; suggested questions; discussion questions;"
            "key questions for discussion; issues to be addressed; elements for discussion;"
            "proposed questions; focus of the debate; focus of the discussion; key issues for"
            " discussion; proposed focus; points for consideration; focus of the meeting"
        ),
        "background": words(
            "background; context; background and context; context and background;"
            "general background; rationale; background and rationale"
        ),
        "outcome": words(
            "outcome; outcomes; expected outcome; expected outcomes; proposed outcome;"
            "intended outcome; outcome document; outcome of the meeting; follow-up;"
            "outcome and follow-up; possible outcome; anticipated outcome; product; end product"
        ),
        "other": words(
            "format; participation; participants; format and participation; objective;"
            "objectives; purpose; aim; aims; goal; goals; modalities; format and modalities;"
            "objectives of the meeting; objective of the meeting; preparation; logistics;"
            "practical information; chair; presidency; aim of the debate; format of the meeting;"
            "format of the debate; date and time; attendance; conduct of the meeting;"
            "purpose of the meeting; objective of the debate; structure; structure of the debate;"
            "contact; further reading; reference documents; scope; theme; conclusion; conclusions"
        ),
    },
    keywords={
        "questions": words("questions; for discussion; for consideration"),
        "briefers": words("briefers; briefer"),
        "outcome": words("outcome; outcomes"),
        "background": words("background"),
        "overview": words("overview; introduction"),
    },
    question_lead=any_of(
        r"following (?:\w+ ){0,2}(?:questions?|topics?|issues?|points?|aspects?|elements?)",
        r"(?:questions?|topics?|issues?|points?) (?:below|that follow)",
        r"questions? (?:to|for) (?:be )?(?:consider|discuss|address)\w*",
        r"(?:might|may|could) (?:wish to )?(?:consider|address|reflect on)",
        r"guiding questions",
        r"(?:invited|encouraged) to (?:focus on|address|consider)",
    ),
    signed=r"[(\[]\s?signed\s?[)\]]",
    offices=any_of(
        r"Ambassador",
        r"Permanent\b",
        r"Deputy",
        r"Acting\b",
        r"Charg[eé]\b",
        r"Minister\b",
        r"Representative",
        r"President of",
        r"Annex\b",
        r"Secretary\b",
        r"Special\b",
        r"Head\b",
        r"Under-Secretary",
        r"Assistant\b",
        r"Director",
        r"Commissioner",
        r"Commander",
        r"Chair",
        r"Envoy",
        r"Coordinator",
        r"Adviser",
        r"Executive",
        r"High\b",
        r"United\b",
        r"Nations\b",
        r"Security\b",
        r"Council\b",
        r"General\b",
        r"African\b",
        r"European\b",
        r"Union\b",
        r"Department",
        r"Office\b",
        r"Peace",
        r"Operations\b",
        r"Affairs\b",
        r"Mission\b",
        r"Commission\b",
        r"Institute",
        r"Network",
        r"Foundation",
        r"Professor\b",
        r"University",
        r"Civil\b",
        r"Society\b",
        r"Force\b",
        r"Police\b",
        r"Political\b",
        r"International\b",
        r"State\b",
        r"Foreign\b",
        r"Human\b",
        r"Rights\b",
        r"Group\b",
        r"Committee\b",
        r"Centre\b",
        r"Center\b",
        r"Bank\b",
        r"Court\b",
        r"World\b",
        r"Global\b",
        r"Founder\b",
        r"Member\b",
        r"League\b",
        r"States\b",
        r"Programme\b",
        r"Fund\b",
        r"Association\b",
        r"Prime\b",
        r"Vice\b",
        r"Expert\b",
        r"Senior\b",
        r"Women\b",
        r"Youth\b",
        r"Regional\b",
        r"The\b",
        r"A\b",
        r"An\b",
        r"Representatives\b",
        r"Former\b",
        r"Chief\b",
    ),
    honorifics=(
        r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame|Lord|Lady|Madam)\b\.?|H\. ?E\.|"
        r"\b(?:His|Her) Excellency\b|\bAmbassador (?=[A-Z])|(?<!-)(?<!Secretary )(?<!Director )"
        r"\b(?:(?:Lieutenant|Major|Brigadier) )?General (?=[A-Z])"
    ),
    briefs=(
        r"brief(?:s|ed|ers?|ings?)?\b|presentations?\b|statements? by|hear from|"
        r"interventions?\b|remarks\b"
    ),
    presides=any_of(
        (
            r"(?:will |shall |is to |would )?(?:preside[sd]?|be presided|be chaired|"
            r"chair)\b(?! of| person)"
        ),
        r"chaired by",
        r"presided over",
        r"^\s*(?:chair|president|presidency)\s*:",
        r"President of the (?:Security )?Council",
    ),
    unconfirmed=(
        r"\bT\.?B\.?[CDA]\b\.?|to be (?:confirmed|determined|announced|decided)|"
        r"not yet confirmed"
    ),
    presidency=r"presidency|President of the (?:Security )?Council|as President\b",
    own_presidency=(
        r"\b(?:our|my|its|(?:my|our) (?:country|delegation|"
        r"Government)'?s?) (?:\w+ ){0,2}presidency"
    ),
    meets=any_of(
        r"(?:will|plans to|intends to|is (?:planning|scheduled|due|expected) to|is to|shall)"
        r" (?:be )?(?:hold|held|convene|conven|organiz|organis|meet\b|host|receive|discuss|tak)",
        r"to be (?:held|convened)",
        r"scheduled (?:for|to)",
        r"will take place",
        r"^\s*date\b",
        r"is (?:convening|holding|organizing)",
        r"plans to hold",
        r"(?:debate|meeting|briefing) (?:on|of)\b",
    ),
    as_of=r"\bas (?:at|of|on)\b|\bat the end of\b",
    months=MONTHS,
    day_words=DAYS,
    dates=(
        rf"\b{_DAY}{_RANGE}(?: day)?(?: of)?\s{_MONTH}{_YEAR}",
        rf"\b{_MONTH}\s{_DAY}\b{_RANGE}{_YEAR}",
    ),
    scales={
        "thousand": 10**3,
        "million": 10**6,
        "billion": 10**9,
        "trillion": 10**12,
        "bn": 10**9,
        "hundred": 100,
    },
    currencies=r"US\$|USD|\$|€|EUR|£|(?:United States |US )?dollars?|euros?",
    not_a_figure_after=any_of(
        r"resolutions?",
        r"articles?",
        r"chapters?",
        r"paragraphs?",
        r"paras?\.",
        r"rules?",
        r"notes?",
        r"goals?",
        r"targets?",
        r"no\.",
        r"nos\.",
        r"page",
        r"annex",
        r"phase",
        r"part",
        r"section",
        r"question",
        r"item",
        r"option",
        r"track",
        r"pillar",
        r"agenda",
        r"decision",
        r"principle",
        r"figure",
        r"table",
        r"room",
        r"conference room",
        r"tel\.",
    ),
    not_a_figure_before=any_of(
        r"(?:st|nd|rd|th)\b",
        r" ?(?:years?|months?|weeks?|days?|hours?|minutes?|decades?)\b",
        r" ?(?:a\.m|p\.m|am\b|pm\b|noon|o'clock)",
        r"-[a-z]",
        r" agenda\b",
        r"'?s\b",
        r":\d",
    ),
    person_list=r";|\band\b|\bas well as\b|\btogether with\b",
)
