"""French."""

from app.domain.note.cues import Cues, alternation, any_of, numbered, words

MONTHS = numbered(
    "janvier/janv;février/fevrier/févr;mars;avril;mai;juin;juillet/juil;août/aout;"
    "septembre/sept;octobre/oct;novembre/nov;décembre/decembre/déc"
)
DAYS = numbered(
    "premier/un;deux;trois;quatre;cinq;six;sept;huit;neuf;dix;onze;douze;treize;quatorze;"
    "quinze;seize;dix-sept;dix-huit;dix-neuf;vingt;vingt et un/vingt-et-un;vingt-deux;"
    "vingt-trois;vingt-quatre;vingt-cinq;vingt-six;vingt-sept;vingt-huit;vingt-neuf;trente;"
    "trente et un/trente-et-un"
)
_MONTH = rf"(?P<month>{alternation(MONTHS)})\b\.?"
_DAY = rf"(?P<day>\d{{1,2}}|{alternation(DAYS)})(?:er|ᵉʳ)?"
_RANGE = r"(?:\s?(?:-|–|au|et)\s?\d{1,2}(?:er)?)?"

CUES = Cues(
    language="fr",
    note_names=words(
        "note de cadrage; document de réflexion; note de réflexion; note conceptuelle;"
        "document de cadrage; note d'orientation; document d'orientation; note de synthèse;"
        "document conceptuel"
    ),
    letter=r"lettres?(?: identiques)?(?: datées?)?(?: en date)? du\b|lettres? identiques datées",
    salutation=any_of(
        r"J'ai l'honneur",
        r"Je vous écris",
        r"D'ordre de",
        r"Au nom d",
        r"Je souhaite",
        r"Je tiens à",
        r"J'ai le plaisir",
    ),
    annex=(
        r"(?:annexe|pièce jointe|appendice)\b(?: [IVX]+\b| \d\b)?(?= (?:à la|aux|"
        r"des) (?:présente )?lettres?|\W*$)"
    ),
    headings={
        "overview": words(
            "aperçu; introduction; vue d'ensemble; généralités; résumé; aperçu général;"
            "présentation; exposé liminaire; synthèse"
        ),
        "briefers": words(
            "intervenants; intervenant; intervenante; intervenantes; intervenant(s);"
            "orateurs; orateur; exposés; présentateurs; participants invités; intervenants invités;"
            "liste des intervenants; conférenciers; exposants; personnes invitées à faire un exposé"
        ),
        "questions": words(
            "questions; questions clefs; questions clés; questions d'orientation;"
            "questions directrices; questions à examiner; questions à débattre;"
            "questions essentielles; pistes de réflexion; points à examiner; points de discussion;"
            "thèmes de discussion; questions proposées; questions indicatives; axes de réflexion;"
            "questions principales; questions pour guider le débat; éléments de discussion;"
            "questions soumises à la discussion; questions pour le débat; sujets de discussion"
        ),
        "background": words(
            "contexte; historique; rappel; généralités et contexte; contexte général;"
            "rappel des faits; contexte et enjeux; rappel du contexte; contexte et historique"
        ),
        "outcome": words(
            "résultat; résultats; résultats attendus; résultat attendu; document final;"
            "résultat escompté; résultats escomptés; issue; suite à donner; suites à donner;"
            "textes issus de la réunion; conclusions attendues; issue de la réunion;"
            "résultats de la réunion; document issu de la réunion; suivi"
        ),
        "other": words(
            "format; participation; objectif; objectifs; modalités; participants; but; buts;"
            "présidence; format et participation; déroulement; organisation; structure;"
            "objectifs de la réunion; objectif de la réunion; date et heure; objet;"
            "format de la réunion; objectif du débat; objectifs du débat; format du débat;"
            "conclusion; conclusions; thème; portée; objet de la réunion; modalités pratiques"
        ),
    },
    keywords={
        "questions": words("questions; pistes de réflexion"),
        "briefers": words("intervenants; orateurs"),
        "outcome": words("résultats; résultat; suite à donner"),
        "background": words("contexte; historique"),
        "overview": words("aperçu; introduction"),
    },
    question_lead=any_of(
        (
            r"(?:questions?|points?|thèmes?|aspects?|éléments?|"
            r"sujets?) (?:\w+ ){0,2}(?:suivante?s?|ci-après|ci-dessous)"
        ),
        r"questions? à (?:examiner|débattre)",
        r"(?:invités|encouragés) à",
        r"(?:pourraient|pourront|souhaiteront)\b.{0,60}(?:examiner|aborder|réfléchir)",
        r"questions d'orientation|questions directrices",
    ),
    signed=r"[(\[]\s?signée?\s?[)\]]",
    offices=any_of(
        r"(?:L'|l')?Ambassad\w+",
        r"(?:Le|La|Les)\b",
        r"Représentante?",
        r"Permanente?\b",
        r"Charg[eé]e?\b",
        r"Ministre",
        r"Secrétaire",
        r"Secrétariat",
        r"Adjointe?\b",
        r"Annexe",
        r"Président",
        r"Direct(?:eur|rice)",
        r"Envoyée?",
        r"Commissaire",
        r"Commandant",
        r"Coordonnat",
        r"Conseil",
        r"Nations\b",
        r"Unies\b",
        r"Organisation",
        r"Union\b",
        r"Département",
        r"Bureau",
        r"Commission",
        r"Mission",
        r"Haute?\b",
        r"Spéciale?",
        r"Générale?",
        r"Sécurité",
        r"Opérations",
        r"Paix",
        r"Institut",
        r"Professeure?\b",
        r"Un\b",
        r"Une\b",
        r"Des\b",
        r"Société",
        r"Fond",
        r"Réseau",
        r"Groupe",
        r"Comité",
        r"Cour\b",
        r"Banque",
        r"Police",
        r"Force\b",
        r"Chef",
        r"Ancien",
        r"Premi",
        r"Vice",
        r"Membre",
        r"Centre",
        r"Programme",
        r"Experte?",
        r"Afri",
        r"Sous",
        r"Directrice",
    ),
    honorifics=(
        r"\b(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me)\b\.?(?= [A-ZÉÈ])|\bS\. ?E\. ?|\bSon Excellence\b"
        r"|\b(?:Monsieur|Madame)\b|\bgénéral (?:de [\w ]{5,20})?(?=[A-Z][\w-]+ [A-Z])"
    ),
    briefs=(
        r"expos[eé]s?\b|présent(?:ation|er|era|eront)|intervention|déclaration|entendra|"
        r"prendr\w+ la parole|informer|orateurs?|intervenante?s?\b"
    ),
    presides=any_of(
        r"présidée?s? par",
        r"présider(?:a|ait|ont)?\b",
        r"sous la présidence",
        r"^\s*(?:président|présidente|présidence)\s*:",
        r"Présidente? du Conseil",
        r"assurera la présidence",
    ),
    unconfirmed=(
        r"à confirmer|à déterminer|non encore confirmée?|sous réserve de confirmation|"
        r"\bTBC\b|à préciser|reste à désigner"
    ),
    presidency=r"présidence|Présidente? du Conseil|en qualité de Présidente?",
    own_presidency=r"\b(?:notre|sa|ma) (?:\w+ )?présidence|présidence de (?:mon|notre) pays",
    meets=any_of(
        (
            r"(?:tiendr|organiser|se réunir|convoquer|consacrer)(?:a|ont)|(?:prévoi|"
            r"enten)\w+ (?:de )?tenir"
        ),
        r"(?:aura lieu|se tiendra|doit se tenir|qui se tiendra|sera tenue?|sera consacrée?)",
        r"(?:compte|a l'intention|envisage|prévoit)\b.{0,20}(?:tenir|organiser|convoquer)",
        r"^\s*date\b",
        r"(?:débat|réunion|séance) (?:\w+ ){0,3}(?:du|le|prévue? le)\b",
    ),
    as_of=r"\bau(?= )|à la date du|\bà compter du|à la fin (?:de|du)|en date du|arrêtée?s? au",
    months=MONTHS,
    day_words=DAYS,
    dates=(rf"\b{_DAY}{_RANGE}\s{_MONTH}(?:\s(?P<year>\d{{4}})\b)?",),
    scales={
        "mille": 10**3,
        "million": 10**6,
        "millions": 10**6,
        "milliard": 10**9,
        "milliards": 10**9,
        "billion": 10**12,
        "billions": 10**12,
        "millier": 10**3,
        "milliers": 10**3,
    },
    currencies=r"\$|€|(?:de )?dollars?(?: des États-Unis| É\.-U\.)?|(?:d')?euros?",
    not_a_figure_after=any_of(
        r"résolutions?",
        r"articles?",
        r"chapitres?",
        r"paragraphes?",
        r"règles?",
        r"par\.",
        r"notes?",
        r"objectifs?",
        r"n[°ºo]\.?",
        r"nos",
        r"page",
        r"annexe",
        r"phase",
        r"partie",
        r"section",
        r"question",
        r"point",
        r"volet",
        r"pilier",
        r"décision",
        r"principe",
        r"salle",
        r"tableau",
        r"cible",
        r"programme",
    ),
    not_a_figure_before=any_of(
        r"(?:er|re|e|ème|ère|nd|nde)\b",
        r" ?(?:ans?|années?|mois|semaines?|jours?|heures?|minutes?|décennies?)\b",
        r" ?h\b",
        r" h ?\d",
        r"-[a-zéè]",
        r":\d",
    ),
    person_list=r";|\bet\b|\bainsi que\b",
)
