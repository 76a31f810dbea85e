"""English."""

from app.domain.points.cues.table import Cues

_WE = r"(?:we|i|my delegation|our delegation|my country)"
_ALSO = r"(?: (?:also|further|therefore|strongly|would|do|once again|once more))*"

ENGLISH = Cues(
    vocative=r"(?:mr|madam|mme)\.? (?:president|chair(?:man|person)?)[,:]? ",
    connective=r"(?:in addition|moreover|furthermore|also|finally|lastly|first(?:ly)?"
    r"|second(?:ly)?|third(?:ly)?|however|therefore|in this regard|in conclusion),? ",
    courtesy=r"(?:thank you|thanks|many thanks"
    rf"|{_WE}{_ALSO}(?: wish to| like to| want to)? (?:also )?(?:thank|congratulate|pay tribute"
    r"|express (?:our|my) (?:\w+ )?(?:gratitude|appreciation|thanks|condolences|sympathy)"
    r"|(?:welcome|commend|salute) (?:you|the (?:briefers?|presence|participation|troop"
    r"|men and women|brave|convening|dedicat|courage|personnel|peacekeepers)|mr|ms|mrs|his|her"
    r"|special rep|under-)|join (?:others|previous|other)|offer (?:our|my) condolences"
    r"|are grateful|am grateful|assure you|wish (?:you|the president)|pledge (?:our|my))|(?:allow"
    r"|permit) me to (?:begin by |start by |first )?(?:thank|congratulat|express|pay|welcom)"
    r"|let me (?:begin by |start by |first |also )?(?:thank|congratulat|express (?:our|my)|pay)"
    r"|(?:our|my) (?:\w+ )?(?:thanks|gratitude|condolences|appreciation|congratulations) (?:go|to"
    r"|are)|at the outset, (?:allow|let|i|we) .{0,20}(?:thank|congratulat))",
    alignment=r"(?:align|associat)\w* (?:itself|ourselves|myself|itself fully"
    r"|ourselves fully) with|(?:endorses?|subscribes? to) the statement|the statement (?:made"
    r"|delivered|to be delivered).{0,40}on (?:our )?behalf",
    announcement=r"(?:i|we) (?:shall|will)(?: try to)? be (?:very )?brief|(?:allow me to"
    r"|permit me to|let me(?: now| also)?|(?:i|we) (?:shall|will"
    r"|would like to|wish to|want to|should like to))(?: now| briefly| also)? (?:make|address"
    r"|focus|limit|confine|turn to|touch|concentrate|raise|highlight|offer|share|structure"
    r"|conclude|comment)[^.;:]{0,80}(?:points?|remarks?|observations?|issues?|questions?|comments?"
    r"|aspects?|messages?|areas?|considerations?|now|next|to \w+)[.:]?$|(?:let me|i|we(?= now"
    r"| will| shall| turn now))(?: now| will| shall)? turn(?: now)? to ",
    ordinal=r"(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?|finally|lastly"
    r"|next)",
    said=r"(?:said|stated|noted|put it|wrote|reminded us|told (?:us|the council|this council)"
    r"|observed|according to|in the words of|warned)",
    joint=r"(?:and|but|yet|while|whereas)(?: (?:also|therefore|at the same time),?)? ",
    opener=rf"{_WE}{_ALSO} (?:ask|request|call|urge|propose|suggest|demand|insist|recommend|appeal"
    r"|are (?:deeply |gravely |very )?(?:concerned|worried|alarmed|troubled|disturbed)|regret|fear"
    r"|deplore|oppose|support|reject|believe|invite|encourage|condemn|cannot|favour|welcome|like)",
    demand=r"\b(?:must|should|ought to|needs? to|has to|have to|urge|ask|request|call on"
    r"|propose)\b",
    tied=r"(?:otherwise|if not|this|that|these|those|it|its|they|their|them|which|so|thus|hence"
    r"|therefore|because|since|for|in other words|rather|instead|only|without|not|nor|then|such)\b",
    secretariat=r"secretary-general|secretariat|department of|under-secretary"
    r"|special representative",
    request=r"\b(?:ask|request|invit|call on|call upon|urge|encourage|should (?:report|present"
    r"|submit|provide|include|list|brief|continue|inform)|must (?:report|present|submit|provide))",
    condition=r"\b(?:provided that|provided|on condition|on the condition|unless|only (?:if|when"
    r"|once|after)|so long as|as long as|subject to|conditional|until|without such|depends? on"
    r"|contingent)\b",
    concern=r"\b(?:concern(?:ed|s|ing)?|worr(?:y|ied|ies|ying)|alarm\w*|troubl\w*|regret\w*"
    r"|fear\w*|deplor\w*|disturb\w*|dismay\w*|danger\w*|risks?)\b",
    proposal=r"\b(?:should|must|ought|propos\w*|suggest\w*|recommend\w*|call (?:on|upon|for)|urge"
    r"|insist\w*|demand\w*|needs? to|have to|has to|ask|request|invite|advocate|encourage)\b|^to ",
    abbreviations=frozenset(
        {"art", "arts", "no", "nos", "p", "pp", "para", "paras", "cf", "res", "ch", "sec", "vol"}
        | {
            "mr",
            "mrs",
            "ms",
            "dr",
            "st",
            "e.g",
            "i.e",
            "al",
            "prof",
            "gen",
            "col",
            "lt",
            "amb",
            "fig",
        }
        | {"rev", "add", "ed", "eds", "vs", "approx", "dept", "gov", "sen", "hon", "h.e"}
    ),
    last_words=frozenset({"etc", "u.n", "u.s", "u.k", "a.m", "p.m", "e.u", "a.u"}),
)
