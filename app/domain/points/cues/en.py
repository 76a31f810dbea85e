"""English."""

from app.domain.points.cues.table import Cues

_WE = r"(?:we|i|my delegation|our delegation|my country)"
_ALSO = r"(?: (?:also|further|therefore|strongly|would|do|once again|once more))*"
_POLITE = (
    r"(?:thank|congratulat|pay(?:ing)? (?:\w+ )?tribute|assur(?:e|ing) you|welcom(?:e"
    r"|ing) (?:you|his"
    r"|her|mr|ms|mrs|(?:the|our) (?:\w+ ){0,2}(?:minister|briefer|representative|presence"
    r"|participation|guest|ambassador|president|prime))|express(?:ing)? (?:our|my|its) (?:\w+ )?"
    r"(?:gratitude|appreciation|thanks|condolences|sympath|solidarity)|(?:extend|convey|offer"
    r"|present)\w* (?:our|my|its) (?:\w+ )?(?:thanks|gratitude|congratulat|condolences|best"
    r"|wishes"
    r"|sympath|appreciation)|join(?:ing)? (?:others|previous|other)|wish(?:ing)? you|commend you"
    r"|see you presiding|honou?r the memory|see you)"
)
_GLAD = r"(?:are|am) (?:\w+ )?(?:pleased|delighted|honou?red|glad|happy|grateful)"
_OPENER = (
    rf"{_WE}{_ALSO} (?:ask|request|call|urge|propose|suggest|demand|insist|recommend|appeal"
    r"|are (?:\w+ )?(?:concerned|worried|alarmed|troubled|disturbed|dismayed|ready|prepared"
    r"|opposed|convinced|against|in favour)|remain (?:\w+ )?(?:concerned|worried|convinced)"
    r"|regret"
    r"|fear|worry|caution|warn|object|"
    r"deplore|oppose|support|reject|believe|consider|expect|hope to see|see no|do not|invite"
    r"|encourage|condemn|cannot|could|favour|welcome|like|want|need|stress|reiterate|look to"
    r"|note with (?:concern|regret)|advocate|plead|maintain|will not|shall not)"
)

ENGLISH = Cues(
    vocative=r"(?:(?:mr|madam|mme|ms|dear)\.? (?:president|chair(?:man|woman|person)?)"
    r"|(?:your )?excellenc(?:y|ies)|(?:distinguished |dear )?colleagues"
    r"|distinguished (?:members?|delegates|representatives)[^,.:]{0,40})(?:[,:.!]? |[,:.!]?$)",
    connective=r"(?:in addition|moreover|furthermore|also|finally|lastly|first(?:ly)?"
    r"|second(?:ly)?|third(?:ly)?|however|therefore|in this regard|in conclusion|in closing"
    r"|to conclude|at the outset|first of all|first and foremost|before i begin|once again),? ",
    courtesy=r"(?:thank you|thanks|many thanks|i thank you"
    rf"|{_WE}{_ALSO}(?: wish to| like to| want to| must)? (?:also |first |begin by "
    r"|start by )?(?:thank|congratulate|pay (?:warm |special )?tribute"
    r"|express(?:es|ed)? (?:our|my|its|his|her) (?:\w+ )?(?:gratitude|appreciation|thanks"
    r"|condolences|sympath)"
    r"|(?:welcome|commend|salute|greet) (?:you|(?:the|their) (?:briefers?|presence|participation"
    r"|attendance|troop|men and women|brave|convening|dedicat|courage|personnel|peacekeepers"
    r"|(?:foreign )?minister)|mr|ms|mrs|his|her"
    r"|special rep|under-)|join (?:others|previous|other)|offer (?:our|my) condolences"
    r"|are (?:very |most |deeply )?grateful|am (?:very |most |deeply )?grateful|assure you"
    r"|wish (?:you|the president)|pledge (?:our|my)|bow (?:our|my) heads?)"
    rf"|(?:allow|permit) (?:me|us)[ ,][^.;:]{{0,60}}?\b{_POLITE}|(?:may i|let me|let us)"
    rf" [^.;:]{{0,40}}?\b{_POLITE}"
    rf"|{_WE} (?:would|should|wish|want|{_GLAD})[^.;:]{{0,40}}?\b{_POLITE}"
    rf"|it (?:is|gives) [^.;:]{{0,40}}?\b{_POLITE}"
    rf"|(?:[\w'’-]+ ){{1,5}}(?:thanks|congratulates|(?:wishes|would like|is pleased)"
    rf" to (?:\w+ )?{_POLITE})"
    r"|(?:our|my) (?:\w+ ){0,2}(?:thanks|gratitude|condolences|appreciation|congratulations"
    r"|thoughts)"
    r" (?:go|goes|to|are|is)\b"
    r"|at the outset, (?:allow|let|i|we) .{0,20}(?:thank|congratulat))",
    alignment=r"(?:align|associat)\w* (?:itself|ourselves|myself|themselves|itself fully"
    r"|ourselves fully) with|(?:endorses?|subscribes? to|echo(?:es)?|concurs? with|joins? in"
    r"|supports?|shares?|fully supports?|adopts?) [^.;]{0,60}(?:statement|remarks|intervention"
    r"|comments|words) (?:just |to be |already )?(?:made|delivered|given|read out|by|of the"
    r" (?:representative|permanent|ambassador|delegat|group|european|african)|on (?:our )?behalf)"
    r"|(?:endorses?|subscribes? to) the statement|the statement (?:made"
    r"|delivered|to be delivered).{0,40}on (?:our )?behalf",
    announcement=r"(?:i|we) (?:shall|will)(?: try to| therefore| now)? be (?:very )?(?:brief"
    r"|concise|short)"
    r"|(?:allow me to"
    r"|permit me to|let me(?: now| also)?|(?:i|we) (?:shall|will"
    r"|would like to|wish to|want to|should like to))(?: now| briefly| also)? (?:make|address"
    r"|focus|limit|confine|turn to|touch|concentrate|raise|highlight|offer|share|structure"
    r"|conclude|comment)[^.;:]{0,80}(?:points?|remarks?|observations?|issues?|questions?"
    r"|comments?"
    r"|aspects?|messages?|areas?|considerations?|now|next|to \w+)[.:]?$|(?:let me|i|we(?= now"
    r"| will| shall| turn now))(?: now| will| shall)? turn(?: now)? to "
    r"|(?:in (?:our|my|its) national capacity,? )?(?:allow me|permit me|let me|may i|i|we|my"
    r" (?:statement|remarks|intervention|delegation|comments)|our (?:statement|remarks"
    r"|intervention|delegation)|there are|the following|here are|speaking in)\b(?![^.;:]{0,200}"
    r"\b(?:must|should|needs? to|ha(?:s|ve) to|ought)\b)[^.;:]{0,80}\b"
    r"(?:one|two|three|four|five|six|few|several|some|brief|following|additional|further|short"
    r"|number of|couple of) (?:\w+ ){0,2}(?:points?|remarks?|observations?|issues?|questions?"
    r"|comments?|aspects?|messages?|areas?|considerations?|thoughts|elements|words|topics|themes"
    r"|priorities|reflections|recommendations|suggestions|proposals|matters)\b[^.;:]{0,60}[.:]?$"
    r"|[^.;:]{0,60}\b(?:speak(?:s|ing)?|deliver(?:s|ing)?|mak(?:e|es|ing)|tak(?:e|es"
    r"|ing) the floor) (?:this (?:joint )?statement |the floor |today "
    r"|now )?on behalf of [^;:]{0,160}$"
    r"|(?:[\w'’-]+ ){1,5}(?:wishes|would like|wants|intends|will)\b(?: to)? (?:make|raise"
    r"|address|highlight|focus|touch|share|offer|comment|speak)[^.;:]{0,40}\b(?:one|two|three"
    r"|four|five|few|several|some) (?:\w+ ){0,2}(?:points?|issues?|remarks?|observations?"
    r"|questions?|aspects?|comments?|messages?|areas?)[^.;:]{0,40}[.:]?$",
    ordinal=r"(?:(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth(?:ly)?|fifth(?:ly)?"
    r"|sixth(?:ly)?"
    r"|finally|lastly|next|then|on the one hand|on the other(?: hand)?|first of all"
    r"|last but not least|(?:my|our|the) (?:first|second|third|fourth|fifth|last|final)"
    r" (?:point|remark|issue|message|observation)(?: is| concerns)?)(?: and (?:lastly|finally"
    r"|last))?)",
    said=r"(?:said|says|stated|noted|put it|wrote|reminded us|told (?:us|the council"
    r"|this council)"
    r"|observed|according to|in the words of|warned|remarked|declared|quote|proverb|saying goes"
    r"|argued|recalled|as .{1,60} has it)",
    joint=r"(?:and|but|yet|while|whereas|although)(?: (?:also|therefore|thus|at the same"
    r" time),?)? ",
    opener=_OPENER,
    bold=_OPENER,
    claim=r"(?!(?:that|which|who|whom|whose|where|when|to|not|nor|such as|only|also|especially"
    r"|notably|in particular|must|should|shall|may|can|is|are|was|were|be|being|has|have|had|will"
    r"|would|this|that|these|it|they)\b)(?:[^,;:.]{2,90}?"
    r"|[^,;:.]{2,60},[^,;:.]{3,80}, )(?<!that )(?<!which )(?<!who )\b(?:must"
    r"|should|shall|ought to|needs? to|ha(?:s|ve) to|cannot)\b"
    r"|(?:it is|it would be) (?:\w+ )?(?:imperative|essential|vital|crucial|important|necessary"
    r"|critical|high time|urgent|incumbent)|there (?:must|should|needs to|is (?:an urgent "
    r"|a )?need)"
    r"|(?:[\w’'-]{1,30} ){1,4}(?:calls? (?:on|for|upon)|urges|requests|insists|proposes"
    r"|appeals)\b",
    hanging=r"(?:if|when|while|although|though|unless|once|as|since|because|given|should"
    r"|in order|to|with|after|before|until|provided)\b[^,;]{0,200}",
    demand=r"\b(?:must|should|ought to|needs? to|has to|have to|urge|ask|request"
    r"|call(?:s)? (?:on|for"
    r"|upon)|propose|imperative|essential|concern(?:ed)?|worr(?:y|ied)|regret|alarmed|unless"
    r"|provided that|on condition|until|support|cannot accept)\b",
    tied=r"(?:otherwise|if not|this|that|these|those(?! who| that)|it|its|they|their|them|which"
    r"|so|"
    r"because|since|for|in other words|rather|instead|only|without|not|nor|then|such)\b",
    secretariat=r"secretary-general|secretariat|department of|under-secretary"
    r"|special representative",
    request=r"\b(?:ask|request|invit|call on|call upon|urge|encourage|should (?:report|present"
    r"|submit|provide|include|list|brief|continue|inform)|must (?:report|present|submit"
    r"|provide))",
    condition=r"\b(?:provided that|provided|providing that|on condition|on the (?:condition"
    r"|understanding)"
    r"|unless|only (?:if|when|once|after)|so long as|as long as|subject to|conditional"
    r"|conditioned"
    r"|until|without such|contingent|dependent (?:up)?on|depends? (?:up)?on (?:whether"
    r"|the (?:\w+ )?"
    r"(?:progress|readiness|ability|will|existence))|(?:if|once|should) [^.;]{3,80}, (?:we|my"
    r" delegation|our delegation) (?:would|could|can|will|shall|are)"
    r"|(?:we|my delegation) (?:would|could|can|will) [^.;]{3,100} (?:if|once)"
    r"|(?:in the absence of"
    r"|failing|absent) )",
    concern=r"\b(?:concern(?:ed|s)|(?:is|are|remains?|of|with|grave|serious|deep|our"
    r"|express) (?:\w+ )?concern"
    r"|worr(?:y|ied|ies|ying|isome)|alarm\w*"
    r"|troubl(?:ed|es|ing)|regret\w*"
    r"|fears?|fearful|deplor\w*|disturb(?:ed|s|ing)|dismay\w*|danger\w*|risks?|deteriorat\w*"
    r"|unacceptabl[ey]|appall\w*|shock(?:ed|ing)|condemn\w*|outrag\w*|(?:continue|keep) to"
    r" (?:prey|attack|kill|suffer))\b",
    proposal=r"\b(?:should|must|ought|propos\w*|suggest\w*|recommend\w*|call(?:s|ing)? (?:on"
    r"|upon|for)"
    r"|urge[sd]?|insist\w*|demand\w*|needs? to|have to|has to|ask|request|invite|advocate"
    r"|encourage"
    r"|would like to see|(?:is|are) (?:\w+ )?(?:imperative|essential|needed)|high time|could be"
    r"|(?:we|council) may wish)\b|^to ",
    abbreviations=frozenset(
        {
            "incl",
            "ca",
            "max",
            "min",
            "est",
            "govt",
            "intl",
            "resp",
            "art",
            "arts",
            "no",
            "nos",
            "p",
            "pp",
            "para",
            "paras",
            "cf",
            "res",
            "ch",
            "sec",
            "vol",
        }
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
