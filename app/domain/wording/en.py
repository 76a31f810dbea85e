"""English."""

from datetime import date

from app.domain.wording.table import Wording, one_or_other

_CARDINALS = (
    "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "twenty-one", "twenty-two", "twenty-three", "twenty-four",
    "twenty-five", "twenty-six", "twenty-seven", "twenty-eight", "twenty-nine", "thirty",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def _bands(whole: str) -> tuple[str, str, str]:
    return (
        f"up to about a third of the {whole}, or nobody,",
        f"between about a third and about two thirds of the {whole}",
        f"about two thirds of the {whole} or more",
    )


def _date(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


ENGLISH = Wording(
    language="en",
    plural=one_or_other,
    cardinals=_CARDINALS,
    cardinals_of=_CARDINALS,
    figures_of="{of}",
    whole={
        "member": {"one": "the one member", "other": "the {of} members"},
        "entered": {"one": "the one member entered", "other": "the {of} members entered"},
        "invited": {
            "one": "the one delegation invited",
            "other": "the {of} delegations invited",
        },
    },
    share={
        "member": {"other": "{n} of {whole}"},
        "entered": {"other": "{n} of {whole}"},
        "invited": {"other": "{n} of {whole}"},
    },
    share_in_words=(
        "a few ({n}) of {whole}",
        "some ({n}) of {whole}",
        "many ({n}) of {whole}",
        "most ({n}) of {whole}",
        "almost all ({n}) of {whole}",
    ),
    everyone={
        "member": {"one": "the one member", "other": "all {of} members"},
        "entered": {"one": "the one member entered", "other": "all {of} members entered"},
        "invited": {"one": "the one delegation invited", "other": "all {of} delegations invited"},
    },
    band={
        "member": _bands("members"),
        "entered": _bands("members entered"),
        "invited": _bands("delegations invited"),
    },
    about="For {missions}, ",
    about_each="For each of {missions}, ",
    about_general="In general and for {missions}, ",
    about_general_each="In general and for {missions}, in each case, ",
    in_general="In general, ",
    general="the general questions",
    value={"other": "{where}{who} gave the assessment {value}."},
    pooled="Taking {missions} together, {who} gave the assessment {value} for at least one of "
    "them.",
    apart="{where}the assessments are not given by themselves, since somebody could be found out.",
    value_lone_each="{where}{who} gave the assessment {value}.",
    only_value={
        "one": "{where}{who} gave an assessment: {value}.",
        "other": "{where}{who} gave an assessment, each of them {value}.",
    },
    differing={"other": "{where}{who} gave an assessment, and these differed: {spread}."},
    spread_item="{n} {value}",
    nobody="{where}no member gave an assessment.",
    addressed={"other": "{where}{who} submitted a text without an assessment."},
    nothing={
        "no_position": {"other": "{where}{who} stated that they had no position."}
        | {"one": "{where}{who} stated that it had no position."},
        "awaiting_instructions": {
            "one": "{where}{who} was awaiting instructions.",
            "other": "{where}{who} were awaiting instructions.",
        },
        "nothing_submitted": {"other": "{where}{who} submitted nothing."},
    },
    nothing_found={"other": "{where}no position of {who} was found in the sources read."},
    found={
        "value": "{where}the assessment entered from the sources read is {value}: {who}.",
        "differing": "{where}the assessments entered from the sources read differ: {spread}.",
        "addressed": "{where}a text was found in the sources read, without an assessment: {who}.",
        "nobody": "{where}no assessment could be entered from the sources read.",
        "point": "{where}{name}, from a public source and in the editors’ own words: {text}",
    },
    names=" ({names})",
    unnamed={"other": "{n} not named"},
    quotation={
        "view": "{where}{name} submitted: {text}",
        "proposal": "{where}{name} proposed: {text}",
        "condition": "{where}{name} set as a condition: {text}",
        "concern": "{where}{name} voiced a concern: {text}",
        "request": "{where}{name} addressed a request to the Secretary-General: {text}",
    },
    point={
        "view": {"other": "{where}{who} submitted this view: {text}"},
        "proposal": {"other": "{where}{who} submitted this proposal: {text}"},
        "condition": {"other": "{where}{who} set this condition: {text}"},
        "concern": {"other": "{where}{who} voiced this concern: {text}"},
        "request": {
            "other": "{where}{who} addressed this request to the Secretary-General: {text}"
        },
    },
    point_unattributed={
        "view": "{where}this view was submitted: {text}",
        "proposal": "{where}this proposal was submitted: {text}",
        "condition": "{where}this condition was set: {text}",
        "concern": "{where}this concern was voiced: {text}",
        "request": "{where}this request was addressed to the Secretary-General: {text}",
    },
    in_words_of={
        "named": " In the words of {name}: {text}",
        "unnamed": " In the words of one of them: {text}",
    },
    pending="(wording pending)",
    in_original=" [in {language}]",
    languages={
        "ar": "Arabic",
        "zh": "Chinese",
        "en": "English",
        "fr": "French",
        "ru": "Russian",
        "es": "Spanish",
    },
    quote=("“", "”"),
    list_comma=", ",
    list_last=" and ",
    list_last_before=None,
    colon=": ",
    further={
        "one": "{n} further point, of one delegation: part II, paragraph {a}.",
        "other": "{n} further points, each of one delegation: part II, paragraphs {a}–{b}.",
    },
    further_shared={"other": "{n} further points: part II, paragraphs {a}–{b}."},
    further_uncounted="Further points: part II, paragraphs {a}–{b}.",
    opening={
        "words": "Beside a number stands a word: “a few” below one in ten, “some” below four "
        "in ten, “many” below seven in ten, “most” below nine in ten, “almost all” "
        "from there on.",
        "bands": "Where nobody may be found out, bands stand for numbers; of a whole of {of} "
        "they are "
        "0 to {low}, {start} to {end} and {high} to {of}. From one draft to the next a band "
        "changes "
        "only if that tells nothing of those who changed; otherwise it stays as first circulated.",
        "preview": "Preview: groups proposed by a machine are counted here as if they were "
        "confirmed. Nobody has confirmed them; nothing of this may be released.",
        "briefing": "This summary concerns the briefing of {date} ({presidency} presiding).",
        "briefing_undated": "This summary concerns the briefing “{title}”.",
        "briefing_unpresided": "This summary concerns the briefing of {date}.",
        "briefers": "Briefers: {briefers}.",
        "not_entered": "No source was read for {names}: they stand outside every count.",
        "numbers": "Numbers count delegations, each once, whatever the length of its text. "
        "A scale value is not a vote, and no silence is counted as agreement or as opposition.",
        "responsibility": "Summary by the presidency, under its own responsibility; "
        "it does not necessarily reflect the views of all members.",
        "demonstration": "Demonstration from public sources, prepared by the editors; "
        "it is not an act of any presidency.",
        "rehearsal": "Rehearsal with invented delegations; nothing in it is a position of a State.",
    },
    submitted={
        "member": {"other": "{who} submitted signed positions."},
        "entered": {"other": "Positions of {who} were found in public sources."},
        "invited": {"other": "{who} submitted signed positions."},
    },
    headings={
        "proposed": "[Proposed by machine, not confirmed] ",
        "withheld": "Withheld: nobody could be spoken of here without being found out.",
        "not_found": "nothing found in the sources read",
        "addressed": "text without an assessment",
        "summary": "Summary",
        "part_one": "Part I. Overview",
        "part_two": "Part II. Register of all positions",
        "question": "Question {n}",
        "general": "General",
        "opening": "About this summary",
        "not_reflected": "Positions not reflected in words",
        "references": "Documents cited",
        "matrix": "Missions at a glance",
        "joint": " [joint statement]",
        "narrative": " [narrative by the presidency]",
        "narrative_cites": " [narrative by the presidency; source: {source}]",
        "membership": "{group}: {n} of {of}",
        "membership_entered": "{group}: {n} of {of} entered",
        "all_regions": "Counted here are members of all five regional groups.",
    },
    date=_date,
)
