"""English: beginnings of words; a space at the end closes a word."""

CUES = {
    "not": (
        "not |n't |no |never |nor |neither |cannot |none |nothing |nobody |without |"
        "hardly |rather than |instead of "
    ),
    "against": (
        "oppos|reject|refus|disagree|object|mistake|wrong |unacceptable|inadmissible|"
        "prematur|unrealistic|imprudent|unwise|serves no purpose|pointless|rule out|"
        "ruled out|counterproductive"
    ),
    "must": (
        "must |insist|demand|require|shall |imperative|indispensable|have to |has to |"
        "oblig|mandatory|compulsory|exception|call on |call upon|urge"
    ),
    "may": (
        "might |could |may |consider|perhaps|possib|examin|explor|study |reflect on|"
        "look into|open to |worth |option|useful"
    ),
    "should": ("should |ought |propos|suggest|recommend|favour|support|prefer|needs? to |deserve"),
    "if": (
        "if |unless |provided |condition|depend|subject to |so long as |as long as |"
        "only when |only once |once |until |contingent|tied to |in exchange|linked to|"
        "benchmark"
    ),
    "except": (
        "except |except for|excepting|save for |save where|save when|with the exception|"
        "excluding |barring |other than "
    ),
    "even": "even |despite|regardless|although|notwithstanding|whether or not|irrespective",
    "only": "only |alone |sole|exclusiv|merely|just |nothing but|no one else|limited to ",
    "now": (
        "now |immediate|without delay|at once|today|right away|already|this year|"
        "straight away|forthwith|urgent|without waiting|automatic"
    ),
    "later": (
        "later|wait|first |last resort|eventually|in due course|exhausted|postpon|"
        "defer|too early|not yet|delay"
    ),
    "before": (
        "before |prior to |ahead of |from the (?:very )?(?:day|outset|start)|"
        "in advance|beforehand|preced"
    ),
    "after": "after |following |once |then |subsequent|follow-on|afterwards",
    "gradual": "gradual|step by step|phase|progressiv|sequenc|little by little|stage",
    "end": (
        "end |ended|ending|clos|withdraw|leave |leaving|departure|exit|terminat|"
        "wound down|wind down|shut|pull out|dissol|abolish|repeal|lift |lifted|lifting|"
        "discontinu|go home|bring(?:ing)? .{0,20}home|conclu"
    ),
    "keep": (
        "keep|maintain|remain|retain|preserv|continu|stay|extend|renew|prolong|uphold|"
        "still need|necessary|safeguard"
    ),
    "more": (
        "increas|expand|strengthen|reinforc|more |additional|add |added|adding|enlarg|"
        "raise|boost|widen|broaden|new |step up|double|larger|enhanc"
    ),
    "less": (
        "reduc|cut|less |fewer|drawn? ?down|drawdown|decreas|shrink|narrow|smaller|"
        "downsiz|diminish|lower|trim|scal(?:e|ing) back|limit"
    ),
    "begin": "begin|start|launch|creat|establish|set up|introduc|deploy|initiat|adopt|open ",
    "all": (
        "all |every|each |any |whole|entire|without exception|across the board|"
        "universal|always|automatic"
    ),
    "some": (
        "some |certain|case by case|case-by-case|particular|specific|individual|"
        "where appropriate|in each case|selective"
    ),
    "host": "host |government|authorit|national|domestic|local |sovereign",
    "council": "council|resolution",
    "secretariat": "secretar(?:y-general|iat)|united nations|u\\.?n\\.? ",
    "region": ("african union|region|neighbour|subregion|ecowas|european union|arab league|asean"),
    "group": "armed group|rebel|militia|non-state|faction|opposition",
    "parties": "part(?:y|ies) |sides |leaders",
    "civilians": "civilian|population|people|displaced|refugee|women|communit|victim|child",
    "police": "police|law and order|policing",
    "troops": "troop|soldier|military|contingent|battalion|force ",
    "money": "fund|financ|money|budget|cost|pay |paid|contribution|resource|expens",
    "voluntary": "voluntar|donor|trust fund|donat",
    "assessed": "assessed|regular budget|mandatory contribution",
    "date": (
        "date |deadline|timetable|timeline|calendar|time-bound|time limit|fixed |month|"
        "year|schedule"
    ),
    "progress": "progress|condition|benchmark|criteri|achiev|met ",
    "review": "review|assess|evaluat|report|inquir|investigat|audit",
    "sanction": "sanction|measure|pressure|penalt|punish|accountab|justice",
    "public": "public|open |transparen|publish",
    "secret": "confidential|private|closed |discreet|behind closed",
    "praise": "succe|achiev|accomplish|commend|done what|welcom|proved|useful|effective|worth ",
    "worry": (
        "worr|concern|fear|danger|risk|threat|alarm|trouble|regret|doubt|scept|skept|"
        "reservation|misgiving|uneas"
    ),
    "one": "one |single|a single|unique|core ",
    "many": "many|multi|several|various|wide|broad|side by side|numerous|range",
    "consent": "consent|agree|approv|accept|cooperat|consult|compact|written",
    "obstruct": "block|restrict|obstruct|imped|hinder|hamper|den(?:y|ied)",
}

# Numbers in words; half a year and a year count in months, a half in hundredths.
NUMERALS = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "fifteen": 15,
    "eighteen": 18,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "hundred": 100,
    "half a year": 6,
    "full year": 12,
    "one year": 12,
    "a year": 12,
    "half": 50,
    "quarter of": 25,
    "one month": 1,
    "monthly": 1,
    "three-month": 3,
    "quarterly": 3,
    "biannual*": 6,
    "semi-annual*": 6,
    "half-yearly": 6,
    "six-month": 6,
    "annual*": 12,
    "yearly": 12,
    "every year": 12,
    "each year": 12,
    "per year": 12,
    "twelve-month": 12,
    "thirteen": 13,
    "fourteen": 14,
    "sixteen": 16,
    "seventeen": 17,
    "nineteen": 19,
    "forty": 40,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "thousand": 1000,
}
