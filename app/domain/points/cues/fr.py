"""French."""

from app.domain.points.cues.table import Cues

_WE = r"(?:nous|je|ma délégation|notre délégation|mon pays)"
_THEM = r"(?: (?:vous|lui|leur|en|y))?"

FRENCH = Cues(
    vocative=r"(?:monsieur|madame|m\.|mme) (?:le |la )?président(?:e)?[,:]? ",
    connective=r"(?:en outre|de plus|par ailleurs|enfin|toutefois|cependant|premièrement"
    r"|deuxièmement|troisièmement|d['’]abord|ensuite|en conclusion|à cet égard|de même|aussi),? ",
    courtesy=r"(?:merci|tous nos remerciements|nos (?:remerciements|condoléances|félicitations)"
    rf"|{_WE}(?: tiens à| tenons à| tient à| voudrais| souhaite| souhaitons| voudrions)?{_THEM}"
    r" (?:remerci|félicit|sais gré|savons gré|exprim\w+ (?:notre|ma|nos|mes) (?:\w+ )?(?:gratitude"
    r"|reconnaissance|condoléances|remerciements)|présent\w+ (?:nos|mes) condoléances"
    r"|rend\w* hommage|rendons hommage|salu\w+ (?:la (?:présence|participation)|votre"
    r"|le dévouement|les (?:hommes|orateurs|soldats|casques))|(?:suis|sommes) reconnaissant"
    r"|souhait\w+ la bienvenue)|permettez[- ]moi (?:tout d['’]abord |d['’]abord "
    r"|de commencer par )?(?:de |d['’])?(?:vous )?(?:remerci|félicit|exprim|rendre hommage|salu)"
    r"|qu['’]il me soit permis de (?:vous )?(?:remerci|félicit))",
    alignment=r"s['’](?:associe|aligne|associent)|nous (?:nous )?(?:associons|alignons)"
    r"|souscri(?:t|vons) à la déclaration|(?:fait|faisons) (?:sienne|nôtre)s? la déclaration"
    r"|à la déclaration (?:prononcée|faite)",
    announcement=r"(?:je serai|nous serons|je m['’]efforcerai d['’]être) (?:très )?bref"
    r"|(?:permettez[- ]moi|je (?:voudrais|souhaiterais|vais|me limiterai|me bornerai"
    r"|concentrerai|ferai|commencerai|terminerai)|nous (?:voudrions|souhaiterions|allons|ferons"
    r"|aborderons))[^.;:]{0,80}(?:points?|questions?|observations?|remarques?|aspects?|messages?"
    r"|volets?|éléments?|réflexions?)[.:]?$|(?:j['’]en viens|venons-en|passons)(?: maintenant)? à ",
    ordinal=r"(?:premièrement|deuxièmement|troisièmement|quatrièmement|cinquièmement|d['’]abord"
    r"|ensuite|enfin|en premier lieu|en deuxième lieu|en troisième lieu|en dernier lieu)",
    said=r"(?:a dit|disait|a déclaré|déclarait|a rappelé|rappelait|a souligné|l['’]a (?:dit"
    r"|rappelé|souligné)|selon|pour reprendre|les mots d|notait|a noté|écrivait|a écrit)",
    joint=r"(?:et|mais|tandis que|alors que|or|cependant|toutefois)(?: (?:aussi|également|donc))? ",
    opener=rf"{_WE}(?: (?:vous|lui|leur|en|y|nous|ne))? (?:demand|pri(?:ons|e)|appel|engage|invit"
    rf"|propos"
    r"|suggér|exig|insist|recommand|préconis|exhort|crai(?:gn|ns)|redout|regrett|déplor|condamn"
    r"|rejet|oppos|appuy|sout|souhait|sommes (?:préoccupés|inquiets|favorables|opposés|alarmés)"
    r"|suis (?:préoccupé|inquiet)|inquiét|estim|pens|considér|encourag|plaid|réclam|réaffirm)",
    demand=r"\b(?:doi(?:t|vent)|devrai(?:t|ent)|il faut|il convient|il importe|demandons|prions"
    r"|proposons|exigeons|invitons)\b",
    tied=r"(?:sinon|à défaut|faute de quoi|cela|ceci|ce|cette|ces|celui|celle|ceux|il|elle|ils"
    r"|elles|son|sa|ses|leur|leurs|ainsi|donc|car|parce|en effet|c['’]est|autrement|mieux vaut"
    r"|mais|d['’]où|seul|l['’]un|or)\b",
    secretariat=r"secrétaire général|secrétariat|département des|représentant(?:e)? spécial",
    request=r"\b(?:demand|pri(?:ons|e|é)\b|invit|appel|engage|exhort|encourag|devrait (?:présenter"
    r"|rendre|soumettre|continuer|fournir|informer|indiquer|signaler))",
    condition=r"\b(?:à (?:la )?condition|à moins|pourvu|sous réserve|subordonn\w+|tant que|que si"
    r"|que lorsqu|dès lors que|sans (?:de )?telles garanties|seulement (?:si|lorsqu|quand)"
    r"|dépend\w*|uniquement si|conditionn\w+)",
    concern=r"(?:préoccup|inquiét|inquiet|crai(?:gn|nt)|redout|regrett|déplor|alarm|danger|risqu"
    r"|troubl)",
    proposal=r"\b(?:devrai(?:t|ent)|doi(?:t|vent)|il (?:faut|convient|importe|serait)|propos"
    r"|suggér|recommand|préconis|exig|exhort|demand|invit|appel(?:ons|le)|insist|plaid|pri(?:ons"
    r"|e)\b)|^[a-zà-ÿ]+(?:er|ir|re) ",
    abbreviations=frozenset(
        {
            "art",
            "arts",
            "no",
            "nos",
            "n°",
            "p",
            "pp",
            "par",
            "cf",
            "rés",
            "res",
            "chap",
            "vol",
            "ex",
        }
        | {"m", "mm", "mme", "mmes", "mlle", "dr", "pr", "st", "ste", "al", "éd", "fig", "p.ex"}
        | {"gén", "col", "s.e", "s.e.m", "add", "rev", "env"}
    ),
    last_words=frozenset({"etc", "o.n.u", "u.e", "u.a"}),
)
