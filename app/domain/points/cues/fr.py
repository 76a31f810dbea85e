"""French."""

from app.domain.points.cues.table import Cues

_WE = r"(?:nous|je|ma délégation|notre délégation|mon pays)"
_THEM = r"(?: (?:vous|lui|leur|en|y))?"

_POLITE = (
    r"(?:remerci|félicit|rend(?:re|ant) (?:un )?(?:\w+ )?hommage|salu(?:er|ons|e"
    r"|ant) (?:la (?:présence"
    r"|participation)"
    r"|votre|le dévouement|les|mme|m\.|s\. ?e|l['’]ambassad)|souhaiter (?:la bienvenue"
    r"|plein succès)"
    r"|accueillir|assurer de|(?:adress|exprim|présent|transmet|renouvel)\w* (?:\w+ )?(?:notre"
    r"|nos|ma|mes|ses|sa"
    r"|toutes nos|tous nos|leurs?) (?:\w+ ){0,3}(?:gratitude|reconnaissance|condoléances"
    r"|remerciements"
    r"|félicitations|sympathie|solidarité|vœux|appréciation)|dire (?:notre"
    r"|ma) (?:\w+ )?(?:gratitude"
    r"|reconnaissance)|m['’]associer aux|nous associer aux)"
)
_OPENER = (
    rf"{_WE}(?: (?:vous|lui|leur|en|y|nous|ne|n['’]))?(?: (?:tenons à|souhaitons|voudrions"
    rf"|tient à))? ?(?:demand"
    rf"|pri(?:ons|e)|appel|engage|invit|propos"
    r"|suggér|exig|insist|recommand|préconis|exhort|crai(?:gn|ns)|redout|regrett|déplor|condamn"
    r"|rejet|oppos|appuy|appui|accept|consent|ser(?:ions|ons)|sout|souhait"
    r"|sommes (?:\w+ )?(?:préoccupé|inqui[eè]t|favorable|opposé"
    r"|alarmé"
    r"|convaincu|d['’]avis|prêt|disposé|contre|pour)|restons (?:préoccupé|convaincu|inqui)"
    r"|suis (?:préoccupé|inquiet)|inquiét|estim|pens|considér|croy|jug|encourag|plaid|réclam"
    r"|réaffirm"
    r"|voudr|aimer|attend|pouv|pourr|refus|contest|voyons|lançons|pressons|préférer"
    r"|mett\w+ en garde"
    r"|not\w+ avec (?:préoccupation|regret|inquiétude))"
)

FRENCH = Cues(
    vocative=r"(?:(?:monsieur|madame|m\.|mme) (?:le |la )?président(?:e)?|excellences?"
    r"|mesdames(?: et)?,?"
    r" (?:et )?messieurs|chers collègues|distingués (?:membres|délégués"
    r"|représentants)[^,.:]{0,40})"
    r"(?:\s?[,:.!]? |\s?[,:.!]?$)",
    connective=r"(?:en outre|de plus|par ailleurs|enfin|toutefois|cependant|néanmoins"
    r"|premièrement"
    r"|deuxièmement|troisièmement|d['’]abord|tout d['’]abord|avant tout|ensuite|en conclusion"
    r"|pour conclure|à cet égard|de même|aussi|également|de surcroît|pour (?:notre|sa) part"
    r"|à titre liminaire|d['’]emblée|en premier lieu|une fois (?:encore|de plus)),? ",
    courtesy=r"(?:merci|tous nos remerciements|(?:nos|mes) (?:\w+ )?(?:remerciements|condoléances"
    r"|félicitations|pensées)|notre (?:\w+ )?(?:gratitude|reconnaissance)"
    rf"|{_WE}(?: tiens à| tenons à| tient à| voudrais| souhaite| souhaitons| voudrions)?{_THEM}"
    r" (?:remerci|félicit|sais gré|savons gré|exprim\w+ (?:notre|ma|nos"
    r"|mes) (?:\w+ )?(?:gratitude"
    r"|reconnaissance|condoléances|remerciements)|présent\w+ (?:nos|mes) condoléances"
    r"|rend\w* hommage|rendons hommage|salu\w+ (?:la (?:présence|participation)|votre"
    r"|le dévouement|les (?:hommes|orateurs|soldats|casques))|(?:suis|sommes) reconnaissant"
    r"|souhait\w+ la bienvenue)"
    rf"|(?:permettez[- ](?:moi|nous)|qu['’]il (?:me|nous) soit permis"
    rf"|souffrez)[^.;:]{{0,60}}?\b{_POLITE}"
    rf"|{_WE}(?: (?:me|vous|m['’]|nous|en))?(?: (?:voudr|souhait|tien|ten|tient|dois|devons"
    rf"|désir|aimer"
    rf"|joign|joins|suis|sommes)\w*)[^.;:]{{0,50}}?\b{_POLITE}"
    rf"|c['’]est [^.;:]{{0,60}}?\b{_POLITE}"
    rf"|(?:[\w'’-]+ ){{1,6}}(?:remercie|félicite|rend hommage"
    rf"|adresse ses (?:\w+ )?(?:remerciements"
    rf"|félicitations|condoléances)|(?:tient à|souhaite|voudrait"
    rf"|se joint)[^.;:]{{0,30}}?{_POLITE}))",
    alignment=r"s['’](?:associe|aligne|associent|alignent) (?:\w+ ){0,2}(?:à|aux|au|avec)"
    r"|nous (?:nous )?(?:associons|alignons)"
    r"|je m['’](?:associe|aligne)|(?:souscri\w+|adh[eéè]r\w+|se ralli\w+|se joi\w+|nous joignons"
    r"|appui\w*|appuy\w+|soutien\w*|souten\w+|partag\w+|fai\w+ (?:sienne|nôtre"
    r"|écho)\w*) [^.;]{0,40}"
    r"(?:déclaration|intervention|propos|observations) (?:que |qu['’]|qui |prononcé|fait"
    r"|de la représentante?"
    r"|du représentant|de l['’]union européenne|au nom|tenus|du groupe)"
    r"|souscri(?:t|vons) à la déclaration|(?:fait|faisons) (?:sienne|nôtre)s? la déclaration"
    r"|à la déclaration (?:que |qu['’]|prononcée|faite)",
    announcement=r"(?:je serai|nous serons|je m['’]efforcerai d['’]être"
    r"|je tâcherai d['’]être) (?:très )?(?:bref|brève|concis)"
    r"|(?:permettez[- ]moi|je (?:voudrais|souhaiterais|vais|me limiterai|me bornerai"
    r"|concentrerai|ferai|commencerai|terminerai)|nous (?:voudrions|souhaiterions|allons|ferons"
    r"|aborderons))[^.;:]{0,80}(?:points?|questions?|observations?|remarques?|aspects?|messages?"
    r"|volets?|éléments?|réflexions?)[.:]?$|(?:j['’]en viens|venons-en"
    r"|passons)(?: maintenant)? à "
    r"|(?:à titre national,? )?(?:permettez[- ]moi|je|nous|mon|ma|notre|nos|elle|il y a|voici"
    r"|à titre national)\b"
    r"(?![^.;:]{0,200}\b(?:doit|doivent|devrai(?:en)?t|faut)\b)[^.;:]{0,80}\b(?:un|deux|trois"
    r"|quatre|cinq|six"
    r"|quelques|plusieurs|certain(?:e)?s|brèves?|suivant\w*) (?:\w+ ){0,2}(?:points?|questions?"
    r"|observations?|remarques?|aspects?"
    r"|messages?|volets?|éléments?|réflexions?|axes?|idées?|thèmes?|priorités?|recommandations?"
    r"|mots?"
    r"|propositions?|commentaires?)\b[^.;:]{0,60}[.:]?$"
    r"|(?:à titre national|en (?:ma|notre) qualité)[^.;:]{0,60}(?:ce qui suit"
    r"|ajouter)[^.;:]{0,40}[.:]?$"
    r"|[^.;:]{0,60}\b(?:prend(?:s|re)?|prononce\w*|exprim\w*|intervien\w*|intervenir|parl\w+"
    r"|fai[st]\w*) (?:la parole |aujourd['’]hui |cette déclaration )?au nom d[^;:]{0,160}$"
    r"|(?:[\w'’-]+ ){1,5}(?:souhaite|souhaiterait|voudrait|tient à|entend"
    r"|va)\b[^.;:]{0,40}\b(?:un|une|deux|trois|quatre|cinq|quelques"
    r"|plusieurs) (?:\w+ ){0,2}(?:points?|questions?|observations?|remarques?|aspects?|messages?"
    r"|volets?|éléments?)[^.;:]{0,40}[.:]?$",
    ordinal=r"(?:premièrement|deuxièmement|troisièmement|quatrièmement|cinquièmement"
    r"|(?:tout )?d['’]abord"
    r"|ensuite|enfin|en (?:premier|second|deuxième|troisième|quatrième|dernier) lieu"
    r"|d['’]une part"
    r"|d['’]autre part|(?:mon|notre|le|ma|la) (?:premi[eè]re?|deuxième|second|seconde|troisième"
    r"|dernier|dernière)"
    r" (?:point|remarque|observation|question|message)(?: (?:est|concerne|porte sur))?)",
    said=r"(?:a dit|disait|dit|a déclaré|déclarait|a rappelé|rappelait|a souligné|l['’]a (?:dit"
    r"|rappelé|souligné)|selon|pour reprendre|les mots d|notait|a noté|écrivait|a écrit"
    r"|affirmait|a affirmé"
    r"|proverbe|formule d|citation|aimait à dire|observait|a averti|mettait en garde)",
    joint=r"(?:et|mais|tandis que|alors que|or|cependant|toutefois)"
    r"(?: (?:aussi|également|donc))? ",
    opener=_OPENER,
    bold=_OPENER,
    claim=r"(?!(?:que|qu['’]|qui|dont|où|lequel|ne|n['’]|pas|non|notamment|en particulier|afin"
    r"|pour|de|d['’]"
    r"|doi|devr|cela|ce|cette|ces|il devrait|il doit|elle|ils|elles|sans|comme|si|lorsque)\b)"
    r"(?:[^,;:.]{2,90}?|[^,;:.]{2,60},[^,;:.]{3,80}, )(?<!qui )\b(?:doi(?:t|vent)|devrai(?:en)?t"
    r"|devra|devront|faut"
    r"|ne saurai(?:en)?t)\b"
    r"|il (?:faut|faudrait|convient|conviendrait|importe|importerait|est (?:\w+ )?(?:impératif"
    r"|indispensable"
    r"|essentiel|nécessaire|temps|urgent|crucial|primordial|regrettable|inacceptable|à craindre))"
    r"|(?:nous|notre délégation) (?:préoccupe|inquiète|tarde)",
    hanging=r"(?:si|s['’]|quand|lorsque|bien que|quoique|comme|puisque|parce que|étant donné"
    r"|afin|pour|avec"
    r"|après|avant|tant que|à moins|pourvu|dès lors|une fois|faute|sans)\b[^,;]{0,200}",
    demand=r"\b(?:doi(?:t|vent)|devrai(?:t|ent)|devra|devront|il faut|il faudrait|il convient"
    r"|il importe|demandons|prions"
    r"|proposons|exigeons|invitons|appelons|souhaitons|craignons|préoccup\w+|inqui[eéè]t\w*"
    r"|regrett\w+|déplor\w+"
    r"|impératif|indispensable|à condition|à moins|tant que|pourvu|saurai(?:en)?t|pourr(?:ons"
    r"|ions)|appuy\w+)\b",
    tied=r"(?:sinon|à défaut|faute de quoi|cela|ceci|ce|cette|ces|celui|celle|ceux|il(?! (?:faut"
    r"|faudrait"
    r"|convient|importe|est))|elle|ils|elles|son|sa|ses|leur|leurs|car|parce|en effet|c['’]est"
    r"|autrement"
    r"|mieux vaut|d['’]où|seul|l['’]un)\b",
    secretariat=r"secrétaire général|secrétariat|département des|représentant(?:e)? spécial",
    request=r"\b(?:demand|pri(?:ons|e|é|er)\b|invit|appel|engage|exhort|encourag"
    r"|devrait (?:présenter"
    r"|rendre|soumettre|continuer|fournir|informer|indiquer|signaler)|souhait\w* que|charg\w+)",
    condition=r"\b(?:à (?:la )?condition|à moins|pourvu|pour autant que|sous réserve"
    r"|subordonn\w+|tant que|aussi longtemps"
    r"|étant entendu|que si|que lorsqu|qu['’]une fois|dès lors que|sans (?:de )?(?:telles"
    r"|ces) garanties|seulement (?:si|lorsqu"
    r"|quand)|faute (?:de|d['’]) |(?:si|dès que|une fois) [^.;]{3,80}, (?:nous|ma délégation)"
    r"|nous (?:pourrions|pourrons|serions|ne pourr)"
    r"[^.;]{3,100} (?:si|lorsque) |dépend(?:ra)? d\w* (?:la|l['’]|progrès|volonté)|uniquement si"
    r"|conditionn\w+)",
    concern=r"(?:préoccup|inquiét|inquiet|crai(?:gn|nt|ndre)|redout|regrett|déplor|alarm|danger"
    r"|risqu|détérior"
    r"|troubl[ea]nt|inacceptable|condamn|intolérable|sem(?:er|ant) la terreur)",
    proposal=r"\b(?:devrai(?:en)?t|devr(?:a|ont)|doi(?:t|vent)|il (?:faut|faudrait|convient"
    r"|conviendrait|importe|serait|est (?:temps"
    r"|impératif|indispensable|nécessaire|urgent))|propos(?:ons|e)"
    r"|suggér|recommand|préconis|exig|exhort|demand(?:ons|e)\b|invit(?:ons|e)\b|appel(?:ons|le)"
    r"|insist|plaid|pri(?:ons"
    r"|e)\b|souhait(?:ons|e) que|mérite|gagnerai)|^[a-zà-ÿ]+(?:er|ir|re) ",
    abbreviations=frozenset(
        {
            "max",
            "janv",
            "févr",
            "env",
            "resp",
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
            "incl",
        }
        | {"m", "mm", "mme", "mmes", "mlle", "dr", "pr", "st", "ste", "al", "éd", "fig", "p.ex"}
        | {"gén", "col", "s.e", "s.e.m", "add", "rev", "env"}
    ),
    last_words=frozenset({"etc", "o.n.u", "u.e", "u.a"}),
)
