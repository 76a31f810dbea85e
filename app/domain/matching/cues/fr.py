"""French: beginnings of words; a space at the end closes a word."""

CUES = {
    "not": (
        "ne |n'|pas |jamais |aucun|ni |sans |non |nul |nulle |rien |plutôt que |"
        "au lieu de |point de "
    ),
    "against": (
        "oppos|rejet|refus|contest|erreur|faute|inacceptable|inadmissible|"
        "inenvisageable|prématur|irréaliste|imprudent|prétexte|exclu |exclure|"
        "contre-productif|défavorable|contre "
    ),
    "must": (
        "doi(?:t|vent) |devra |devront |exig|insist|impérati|indispensable|oblig|"
        "il faut |faut-il |exhort|requ(?:ier|is)|absolu|sans exception|il incombe|"
        "il appartient|demand|nécessaire"
    ),
    "may": (
        "pourrai|peut-être|envisag|éventuel|possib|étudi|examin|utile|opportun|"
        "réfléchi|option|gagnerait|piste|le cas échéant"
    ),
    "should": (
        "devrai|convien|propos|suggér|recommand|préconis|plaid|souhait|favorable|"
        "soutien|appu|préfér|préférable|mérit|il serait"
    ),
    "if": (
        "si |s'il|condition|tant que|à moins|pourvu|sous réserve|subordonn|dès lors|"
        "lorsqu|quand |une fois|dépend|jusqu|conditionn|lié|critère|moyennant"
    ),
    "except": (
        "sauf |hormis|excepté|à l'exception|exception faite|à l'exclusion|mis à part|mise à part"
    ),
    "even": "même |quand bien|malgré|bien que|en dépit|nonobstant|aussi longue|quoi qu",
    "only": "seul|uniquement|exclusi|limit|simple|qu'à |que si |rien que|ne .{0,40} que ",
    "now": (
        "maintenant|immédiat|sans attendre|sans délai|dès |désormais|d'ores|aujourd|"
        "urgen|d'office|automatique|cette année|tout de suite|sans tarder|déjà"
    ),
    "later": (
        "plus tard|attend|d'abord|dernier ressort|dernier recours|épuis|report|différ|"
        "trop tôt|pas encore|ensuite|le moment venu|terme"
    ),
    "before": "avant |préalable|au préalable|d'avance|dès le|dès son|antérieur|amont",
    "after": "après |une fois |suite |puis |à la suite|relève|lendemain|à l'issue",
    "gradual": "graduel|progressi|étape|échelonn|séquenc|par phase|un à un|peu à peu",
    "end": (
        "fin |ferm|retrait|retir|départ|quitt|sortie|mettre fin|mettre un terme|"
        "terminer|dissol|abrog|lev(?:er|ée)|clôtur|plier bagage|supprim|cess|disparaî|"
        "partir"
    ),
    "keep": (
        "maint|rest(?:e|er|ent|ant) |conserv|préserv|poursui|continu|demeur|prorog|"
        "prolong|renouvel|gard|utilité|pérenn|sauvegard"
    ),
    "more": (
        "augment|accr|élarg|renforc|davantage|supplémentaire|ajout|plus de |"
        "plus souvent|étend|nouve|accentu|doubl|multipli"
    ),
    "less": (
        "rédui|réduction|diminu|baiss|moins|allég|restr|amoindri|resserr|ramen|coup|plafonn|limit"
    ),
    "begin": (
        "commenc|entam|engag|lanc|crée|créa|établi|instaur|déploi|mettre en place|"
        "adopt|introdui|ouvr|initi"
    ),
    "all": (
        "tou(?:t|te|s|tes) |chaque|chacun|ensemble|sans exception|systémati|universel|"
        "général|entier|quelconque|toujours|d'office"
    ),
    "some": (
        "certain|au cas par cas|cas par cas|selon les cas|particuli|spécifi|ponctuel|quelques"
    ),
    "host": "hôte|gouvernement|autorité|national|local|souverain|état ",
    "council": "conseil|résolution",
    "secretariat": "secréta(?:ire général|riat)|nations unies|onu |l'onu",
    "region": "union africaine|région|voisin|sous-région|cedeao|union européenne|ligue arabe",
    "group": "groupes? armé|rebelle|milice|non étatique|faction|opposition",
    "parties": "partie|camps|dirigeant|signataire",
    "civilians": (
        "civil|population|personnes|déplacé|réfugié|femme|communauté|victime|enfant|habitant"
    ),
    "police": "polic|maintien de l'ordre|maintenir l'ordre",
    "troops": "troupe|soldat|militaire|contingent|bataillon|effectif|casques bleus",
    "money": ("financ|fonds|argent|budget|coût|pay|contribution|ressource|moyens|dépense|crédit"),
    "voluntary": "volontaire|donateur|bailleur|fonds d'affectation",
    "assessed": "obligatoire|mises en recouvrement|quote-part|budget ordinaire",
    "date": "date|échéance|calendrier|délai|mois |an |ans |année|terme |à jour fixe",
    "progress": "progrès|avancée|condition|critère|objectif|indicateur|résultat|accompli",
    "review": "réexam|examen|évalu|rapport|enquêt|audit|revue|bilan|s'interrog",
    "sanction": "sanction|mesure|pression|pun|justice|poursui|responsab|répond",
    "public": "public|ouvert|transparen|publi",
    "secret": "confidenti|privé|huis clos|discr|secret",
    "praise": (
        "succès|réussi|accompli|salu|mené à bien|atteint|félicit|fait ses preuves|efficac|utile"
    ),
    "worry": (
        "inquiét|préoccup|crain|redout|danger|risqu|menac|alarm|regrett|troubl|sceptiqu|"
        "dout|réserve|perplex|malaise"
    ),
    "one": "un seul|une seule|unique|central|un objectif",
    "many": "multi|plusieurs|divers|nombreu|large|ampl|vari",
    "consent": "consent|accord|accept|approb|coopér|consult|pacte|écrit|avis ",
    "obstruct": "entrav|restrict|bloqu|obstru|empêch|gên|retenir|refus",
}

# Numbers in words; half a year and a year count in months, a half in hundredths.
NUMERALS = {
    "deux": 2,
    "trois": 3,
    "quatre": 4,
    "cinq": 5,
    "six": 6,
    "sept": 7,
    "huit": 8,
    "neuf": 9,
    "dix": 10,
    "onze": 11,
    "douze": 12,
    "quinze": 15,
    "vingt": 20,
    "trente": 30,
    "cinquante": 50,
    "cent": 100,
    "dix-huit": 18,
    "un semestre": 6,
    "une année": 12,
    "un an ": 12,
    "moitié": 50,
    "mensuel*": 1,
    "chaque mois": 1,
    "trimestr*": 3,
    "semestr*": 6,
    "annuel*": 12,
    "chaque année": 12,
    "tous les ans": 12,
    "par an ": 12,
    "un an": 12,
    "quatorze": 14,
    "treize": 13,
    "seize": 16,
    "dix-sept": 17,
    "dix-neuf": 19,
    "quarante": 40,
    "soixante": 60,
    "quatre-vingt*": 80,
    "mille": 1000,
    "soixante-dix": 70,
    "quatre-vingt-dix": 90,
}
