"""French."""

from datetime import date

from app.domain.wording.table import Plural, Wording

_CARDINALS = (
    "aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
    "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    "vingt", "vingt et un", "vingt-deux", "vingt-trois", "vingt-quatre", "vingt-cinq",
    "vingt-six", "vingt-sept", "vingt-huit", "vingt-neuf", "trente",
)  # fmt: skip
_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
)  # fmt: skip


def _plural(number: int) -> str:
    """Give the CLDR category, short of the millions: nought and one are singular."""
    return "one" if number < 2 else "other"


def _bands(whole: str) -> tuple[str, str, str]:
    return (
        f"un tiers environ {whole} au plus (ou aucun)",
        f"entre un tiers environ et deux tiers environ {whole}",
        f"deux tiers environ {whole} ou plus",
    )


def _date(day: date) -> str:
    first = "1er" if day.day == 1 else str(day.day)
    return f"{first} {_MONTHS[day.month - 1]} {day.year}"


def _said(one: str, other: str, rest: str) -> Plural:
    """Give the forms of a sentence about who did it; "aucun" takes its "ne"."""
    return {
        "=0": "{where}{who} n’" + one + rest,
        "one": "{where}{who} " + one + rest,
        "other": "{where}{who} " + other + rest,
    }


def _submitted(rest: str) -> Plural:
    return _said("a présenté", "ont présenté", rest)


_SIGNED = {
    "=0": "{who} n’a présenté de position signée.",
    "one": "{who} a présenté des positions signées.",
    "other": "{who} ont présenté des positions signées.",
}

FRENCH = Wording(
    language="fr",
    plural=_plural,
    cardinals=_CARDINALS,
    cardinals_of=_CARDINALS,
    figures_of="{of}",
    whole={
        "member": {"=1": "de l’unique membre", "other": "des {of} membres"},
        "entered": {
            "=1": "de l’unique membre pris en compte",
            "other": "des {of} membres pris en compte",
        },
        "invited": {
            "=1": "de l’unique invité à participer",
            "other": "des {of} invités à participer",
        },
    },
    share={
        "member": {"other": "{n} {whole}"},
        "entered": {"other": "{n} {whole}"},
        "invited": {"other": "{n} {whole}"},
    },
    share_in_words=(
        "quelques-uns ({n}) {whole}",
        "certains ({n}) {whole}",
        "beaucoup ({n}) {whole}",
        "la plupart ({n}) {whole}",
        "la quasi-totalité ({n}) {whole}",
    ),
    everyone={
        "member": {"=1": "l’unique membre", "other": "les {of} membres"},
        "entered": {
            "=1": "l’unique membre pris en compte",
            "other": "les {of} membres pris en compte",
        },
        "invited": {
            "=1": "l’unique invité à participer",
            "other": "les {of} invités à participer",
        },
    },
    band={
        "member": _bands("des membres"),
        "entered": _bands("des membres pris en compte"),
        "invited": _bands("des invités à participer"),
    },
    about="Concernant {missions}, ",
    about_each="Dans chacun des cas suivants ({missions}), ",
    about_general="Concernant les questions générales ainsi que {missions}, ",
    about_general_each="Concernant les questions générales ainsi que {missions}, dans chaque cas, ",
    in_general="Concernant les questions générales, ",
    general="les questions générales",
    value=_submitted(" l’évaluation {value}."),
    pooled="Pour {missions} pris ensemble, {who} ont présenté l’évaluation {value} dans un cas "
    "au moins.",
    apart="{where}les évaluations ne sont pas données séparément, car elles permettraient de "
    "reconnaître une délégation.",
    value_lone_each="{where}{who} a présenté l’évaluation {value}.",
    only_value={
        "one": "{where}{who} a présenté une évaluation\u00a0: {value}.",
        "other": "{where}{who} ont présenté une évaluation, dans chaque cas {value}.",
    },
    differing={
        "one": "{where}{who} a présenté des évaluations, qui diffèrent\u00a0: {spread}.",
        "other": "{where}{who} ont présenté des évaluations, qui diffèrent\u00a0: {spread}.",
    },
    spread_item="{value} ({n})",
    nobody="{where}aucun membre n’a présenté d’évaluation.",
    addressed=_submitted(" un texte sans évaluation."),
    nothing={
        "no_position": {
            "=0": "{where}{who} n’a indiqué ne pas avoir de position.",
            "one": "{where}{who} a indiqué ne pas avoir de position.",
            "other": "{where}{who} ont indiqué ne pas avoir de position.",
        },
        "awaiting_instructions": _said("était", "étaient", " dans l’attente d’instructions."),
        "nothing_submitted": {
            "=0": "{where}{who} n’est resté sans rien présenter.",
            "one": "{where}{who} n’a rien présenté.",
            "other": "{where}{who} n’ont rien présenté.",
        },
    },
    nothing_found={
        "=0": "{where}{who} n’est sans position dans les sources lues.",
        "other": "{where}aucune position n’a été trouvée dans les sources lues pour {who}.",
    },
    found={
        "value": "{where}l’évaluation saisie d’après les sources lues est {value}\u00a0: {who}.",
        "differing": "{where}les évaluations saisies d’après les sources lues diffèrent\u00a0: "
        "{spread}.",
        "addressed": "{where}un texte a été trouvé dans les sources lues, sans évaluation\u00a0: "
        "{who}.",
        "nobody": "{where}aucune évaluation n’a pu être saisie d’après les sources lues.",
        "point": "{where}{name}, d’après une source publique et dans les mots des "
        "rédacteurs\u00a0: {text}",
    },
    names=" ({names})",
    unnamed={"one": "{n} non nommé", "other": "{n} non nommés"},
    quotation={
        "view": "{where}une délégation ({name}) a présenté ce point de vue\u00a0: {text}",
        "proposal": "{where}une délégation ({name}) a présenté cette proposition\u00a0: {text}",
        "condition": "{where}une délégation ({name}) a posé cette condition\u00a0: {text}",
        "concern": "{where}une délégation ({name}) a exprimé cette préoccupation\u00a0: {text}",
        "request": "{where}une délégation ({name}) a adressé cette demande au Secrétaire général"
        "\u00a0: {text}",
    },
    point={
        "view": _submitted(" ce point de vue\u00a0: {text}"),
        "proposal": _submitted(" cette proposition\u00a0: {text}"),
        "condition": _said("a posé", "ont posé", " cette condition\u00a0: {text}"),
        "concern": _said("a exprimé", "ont exprimé", " cette préoccupation\u00a0: {text}"),
        "request": _said(
            "a adressé", "ont adressé", " cette demande au Secrétaire général\u00a0: {text}"
        ),
    },
    point_unattributed={
        "view": "{where}ce point de vue a été présenté\u00a0: {text}",
        "proposal": "{where}cette proposition a été présentée\u00a0: {text}",
        "condition": "{where}cette condition a été posée\u00a0: {text}",
        "concern": "{where}cette préoccupation a été exprimée\u00a0: {text}",
        "request": "{where}cette demande a été adressée au Secrétaire général\u00a0: {text}",
    },
    in_words_of={
        "named": " Dans les termes employés ({name})\u00a0: {text}",
        "unnamed": " Dans les termes de l’une d’elles\u00a0: {text}",
    },
    pending="(libellé en attente)",
    in_original=" [original\u00a0: {language}]",
    languages={
        "ar": "arabe",
        "zh": "chinois",
        "en": "anglais",
        "fr": "français",
        "ru": "russe",
        "es": "espagnol",
    },
    quote=("«\u00a0", "\u00a0»"),
    list_comma=", ",
    list_last=" et ",
    list_last_before=None,
    colon="\u00a0: ",
    further={
        "=1": "{n} autre point, présenté par une seule délégation\u00a0: "
        "deuxième partie, paragraphe {a}.",
        "other": "{n} autres points, présentés chacun par une seule délégation\u00a0: "
        "deuxième partie, paragraphes {a} à {b}.",
    },
    further_shared={
        "other": "{n} autres points\u00a0: deuxième partie, paragraphes {a} à {b}.",
    },
    further_uncounted="Autres points\u00a0: deuxième partie, paragraphes {a} à {b}.",
    opening={
        "words": "Un mot accompagne chaque nombre : « quelques-uns » au-dessous d’un sur dix, "
        "« certains » au-dessous de quatre sur dix, « beaucoup » au-dessous de sept "
        "sur dix, « la plupart » au-dessous de neuf sur dix, « la quasi-totalité » "
        "au-delà.",
        "bands": "Là où nul ne doit pouvoir être reconnu, des tranches tiennent lieu de "
        "nombres\u00a0; sur "
        "un total de {of}, elles vont de 0 à {low}, de {start} à {end} et de {high} à {of}. D’un "
        "projet à l’autre, une tranche ne change que si cela n’apprend rien sur ceux qui ont "
        "changé "
        "de position\u00a0; sinon, elle reste celle du premier projet distribué.",
        "preview": "Aperçu : des regroupements proposés par une machine sont comptés ici comme "
        "s’ils étaient confirmés. Personne ne les a confirmés ; rien de ceci ne peut "
        "être diffusé.",
        "briefing": "Le présent résumé porte sur la séance d’information du {date} "
        "(présidence\u00a0: {presidency}).",
        "briefing_undated": "Le présent résumé porte sur la séance d’information "
        "«\u00a0{title}\u00a0».",
        "briefing_unpresided": "Le présent résumé porte sur la séance d’information du {date}.",
        "briefers": "Exposés présentés par\u00a0: {briefers}.",
        "not_entered": "Délégations pour lesquelles aucune source n’a été lue et qui n’entrent "
        "dans aucun décompte\u00a0: {names}.",
        "numbers": "Les nombres désignent des délégations, comptées chacune une fois, quelle que "
        "soit la longueur de leur texte. Une valeur de l’échelle n’est pas un vote, et aucun "
        "silence n’est compté comme accord ni comme opposition.",
        "responsibility": "Résumé établi par la présidence, sous sa propre responsabilité\u00a0; "
        "il ne reflète pas nécessairement les vues de l’ensemble des membres.",
        "demonstration": "Démonstration établie par la rédaction à partir de sources publiques"
        "\u00a0; elle ne constitue un acte d’aucune présidence.",
        "rehearsal": "Répétition avec des délégations fictives\u00a0; rien de ce qui y figure "
        "n’est la position d’un État.",
    },
    submitted={
        "member": _SIGNED,
        "entered": {
            "=0": "Pour {who}, il n’a été trouvé de position dans des sources publiques.",
            "other": "Des positions ont été trouvées dans des sources publiques pour {who}.",
        },
        "invited": _SIGNED,
    },
    headings={
        "proposed": "[Proposé par la machine, non confirmé] ",
        "withheld": "Non divulgué\u00a0: trop peu de délégations pour en parler sans les nommer.",
        "not_found": "rien trouvé dans les sources lues",
        "addressed": "texte sans évaluation",
        "summary": "Résumé",
        "part_one": "Première partie. Vue d’ensemble",
        "part_two": "Deuxième partie. Registre de toutes les positions",
        "question": "Question {n}",
        "general": "Questions générales",
        "opening": "À propos du présent résumé",
        "not_reflected": "Positions non reprises dans le texte",
        "references": "Documents cités",
        "matrix": "Vue synoptique des missions",
        "joint": " [déclaration commune]",
        "narrative": " [exposé de la présidence]",
        "narrative_cites": " [exposé de la présidence\u00a0; source\u00a0: {source}]",
        "membership": "{group} : {n} sur {of}",
        "membership_entered": "{group} : {n} sur {of} pris en compte",
        "all_regions": "Sont comptés ici des membres des cinq groupes régionaux.",
    },
    date=_date,
)
