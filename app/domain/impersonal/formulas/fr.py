"""French: « nous demandons » becomes « demander », « nous nous opposons à » « s’opposer à »."""

from app.domain.impersonal.formulas.table import Formulas

_OUR = r"(?:ma|notre) délégation|mon pays|notre pays"
_ALSO = r"(?:(?: (?:aussi|également|donc|encore|en outre))*)"
_HOW = r"((?: (?:fermement|vivement|pleinement|résolument|fortement|profondément))?)"
# first person plural: third person singular, infinitive
_VERBS = {
    "acceptons": ("accepte", "accepter"), "appelons": ("appelle", "appeler"),
    "appuyons": ("appuie", "appuyer"), "approuvons": ("approuve", "approuver"),
    "attendons": ("attend", "attendre"), "condamnons": ("condamne", "condamner"),
    "considérons": ("considère", "considérer"), "craignons": ("craint", "craindre"),
    "croyons": ("croit", "croire"), "demandons": ("demande", "demander"),
    "déplorons": ("déplore", "déplorer"), "doutons": ("doute", "douter"),
    "encourageons": ("encourage", "encourager"), "engageons": ("engage", "engager"),
    "espérons": ("espère", "espérer"), "estimons": ("estime", "estimer"),
    "exhortons": ("exhorte", "exhorter"), "exigeons": ("exige", "exiger"),
    "insistons": ("insiste", "insister"), "invitons": ("invite", "inviter"),
    "partageons": ("partage", "partager"), "pensons": ("pense", "penser"),
    "plaidons": ("plaide", "plaider"), "préconisons": ("préconise", "préconiser"),
    "préférons": ("préfère", "préférer"), "prions": ("prie", "prier"),
    "proposons": ("propose", "proposer"), "réaffirmons": ("réaffirme", "réaffirmer"),
    "réclamons": ("réclame", "réclamer"), "recommandons": ("recommande", "recommander"),
    "redoutons": ("redoute", "redouter"), "refusons": ("refuse", "refuser"),
    "regrettons": ("regrette", "regretter"), "rejetons": ("rejette", "rejeter"),
    "rappelons": ("rappelle", "rappeler"), "saluons": ("salue", "saluer"),
    "soulignons": ("souligne", "souligner"), "souhaitons": ("souhaite", "souhaiter"),
    "soutenons": ("soutient", "soutenir"), "suggérons": ("suggère", "suggérer"),
    "voulons": ("veut", "vouloir"), "voyons": ("voit", "voir"),
}  # fmt: skip
_REFLEXIVE = {
    "opposons": ("oppose", "opposer"), "inquiétons": ("inquiète", "inquiéter"),
    "félicitons": ("félicite", "féliciter"), "associons": ("associe", "associer"),
}  # fmt: skip


def _turned() -> dict[str, str]:
    found: dict[str, str] = {}
    for ours, (its, form) in _VERBS.items():
        found[rf"nous ne {ours}{_ALSO} pas\b"] = f"ne pas {form}"
        found[rf"nous n['’]{ours}{_ALSO} pas\b"] = f"ne pas {form}"
        found[rf"nous {ours}{_ALSO}{_HOW}\b"] = rf"{form}\1"
        found[rf"(?:{_OUR}) n(?:e |['’]){its}{_ALSO} pas\b"] = f"ne pas {form}"
        found[rf"(?:{_OUR}) {its}{_ALSO}{_HOW}\b"] = rf"{form}\1"
    for ours, (its, form) in _REFLEXIVE.items():
        found[rf"nous nous {ours}{_ALSO}{_HOW}\b"] = rf"s’{form}\1"
        found[rf"(?:{_OUR}) s['’]{its}{_ALSO}{_HOW}\b"] = rf"s’{form}\1"
    return found


_BEING = {
    "préoccupés": "préoccupé", "inquiets": "inquiet", "favorables": "favorable",
    "opposés": "opposé", "alarmés": "alarmé", "prêts": "prêt", "disposés": "disposé",
    "hostiles": "hostile",
}  # fmt: skip

_SAYING = r"(?=(?:souligner|rappeler|insister|réaffirmer|réitérer|relever|demander|proposer)\b)"
_ACCEPTING = r"(?=(?:accepter|appuyer|soutenir|souscrire|approuver|consentir|nous rallier)\b)"

_SMALL = """
le la les l' l’ un une des ce cette ces cet il elle ils elles on en dans si aucun aucune tout
toute tous toutes chaque sans avant après pour par avec à au aux c' c’ que qui quand lorsque
tant rien ni seul seule seuls plus moins d' d’ de du sur
"""

FRENCH = Formulas(
    dropped=(
        r"(?!.* et (?:que |qu['’]))(?:"
        r"(?:nous|je) (?:pensons|estimons|considérons|croyons|jugeons|pense|estime|considère|crois)"
        rf"{_ALSO}{_HOW} (?:que |qu['’])"
        rf"|(?:{_OUR}) (?:pense|estime|considère|croit|est d['’]avis)"
        rf"{_ALSO} (?:que |qu['’])"
        r"|(?:nous sommes|je suis|(?:ma|notre) délégation est) (?:convaincue?s?|persuadée?s?"
        r"|d['’]avis) (?:que |qu['’])"
        r"|(?:à (?:notre|mon) (?:avis|sens)|selon (?:nous|moi)|de notre point de vue),? "
        r"|notre position est (?:que |qu['’]))"
    ),
    turned={
        r"permettez[- ]moi (?:également |aussi )?(?:de |d['’])(?=[^\W\d_]+(?:er|ir|re)\b)": "",
        rf"(?:nous (?:voudrions|souhaiterions|tenons à)|je (?:voudrais|tiens à)) {_SAYING}": "",
        rf"(?:nous ne pouvons|(?:{_OUR}) ne peut)( pas)? {_ACCEPTING}": r"ne\1 pouvoir ",
        rf"(?:nous n['’]avons|(?:{_OUR}) n['’]a) pas d['’]objection\b": "ne pas avoir d’objection",
        rf"(?:nous n['’]avons|(?:{_OUR}) n['’]a) aucune objection\b": "n’avoir aucune objection",
        rf"(?:nous (?:restons|demeurons)|(?:{_OUR}) (?:reste|demeure)){_HOW} préoccupée?s?\b": (
            r"rester\1 préoccupé"
        ),
        **{rf"nous sommes{_ALSO}{_HOW} {many}\b": rf"être\1 {one}" for many, one in _BEING.items()},
        **_turned(),
    },
    personal=r"(?<!\w)(?:nous|notre|nos|nôtres?|je|moi|permettez|mon|ma|mes|me)(?!\w)|(?<!\w)[jm]['’]|^\w+ons\b",
    small=frozenset(_SMALL.split()),
)
