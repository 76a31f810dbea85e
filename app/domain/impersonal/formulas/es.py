"""Spanish: «pedimos» becomes «pedir», «nos oponemos a» «oponerse a»."""

from app.domain.impersonal.formulas.table import Formulas

_OUR = r"(?:mi|nuestra) delegación|nuestro país"
_ALSO = r"(?:también |asimismo |además |por tanto |por ello |firmemente )*"
_PRESENT = {
    "acepta": "aceptar", "acoge": "acoger", "alienta": "alentar", "apoya": "apoyar",
    "condena": "condenar", "deplora": "deplorar", "desea": "desear", "exhorta": "exhortar",
    "exige": "exigir", "insiste": "insistir", "insta": "instar", "invita": "invitar",
    "lamenta": "lamentar", "pide": "pedir", "prefiere": "preferir", "propone": "proponer",
    "reafirma": "reafirmar", "rechaza": "rechazar", "reclama": "reclamar",
    "recomienda": "recomendar", "respalda": "respaldar", "solicita": "solicitar",
    "sugiere": "sugerir", "teme": "temer",
}  # fmt: skip
# Of these, "we" is the Council or the world: what they must or can do is no opinion of one.
_NOT_SAID = (
    r"(?!debemos|tenemos|podemos|necesitamos|hacemos|vemos|sabemos|vamos|estamos|hemos|somos)"
)

_SAYING = r"(?=(?:subrayar|señalar|destacar|recalcar|recordar|reiterar|insistir|pedir)\b)"
_ACCEPTING = r"(?=(?:aceptar|apoyar|respaldar|compartir|aprobar|estar de acuerdo)\b)"

_SMALL = """
el la los las un una unos unas esta este estos estas eso ese esa si no es en sin toda todo
todos todas cada ningún ninguna cualquier antes después para por con a al hay solo sólo cuando
mientras que quien lo su sus se más menos nada ni tanto
"""

SPANISH = Formulas(
    dropped=(
        r"(?!.* y que )(?:"
        rf"(?:nosotros )?{_ALSO}(?:consideramos|creemos|pensamos|estimamos"
        r"|opinamos|entendemos) que "
        rf"|(?:{_OUR}) {_ALSO}(?:considera|cree|piensa|estima|opina|entiende) que "
        r"|estamos (?:convencidos|persuadidos) de que |somos de la opinión de que "
        r"|(?:a nuestro (?:juicio|entender|parecer)|en nuestra opinión|desde nuestro punto"
        r" de vista),? |nuestra posición es que )"
    ),
    turned={
        r"perm[ií]ta(?:n|s)?(?:se)?(?:me|nos) (?=[^\W\d_]+[aei]r\b)": "",
        rf"(?:quisiera|quisiéramos|deseo|deseamos) {_ALSO}{_SAYING}": "",
        rf"(no )?podemos {_ACCEPTING}": r"\1poder ",
        r"no tenemos (ninguna )?objeci(ón|ones)\b": r"no tener \1objeci\2",
        rf"(?:seguimos|(?:{_OUR}) sigue) (muy |profundamente )?preocupad(?:o|a)s?\b": (
            r"seguir \1preocupado"
        ),
        rf"(?:nosotros )?{_ALSO}no nos (?:oponemos)\b": "no oponerse",
        rf"(?:nosotros )?{_ALSO}nos (?:oponemos)\b": "oponerse",
        rf"{_ALSO}nos preocupa": "preocupa",
        rf"{_ALSO}nos inquieta": "inquieta",
        rf"(?:{_OUR}) (no )?se opone\b": r"\1oponerse",
        r"no estamos a favor\b": "no estar a favor",
        r"estamos a favor\b": "estar a favor",
        r"estamos en contra\b": "estar en contra",
        r"no estamos de acuerdo\b": "no estar de acuerdo",
        r"estamos (dispuest|preocupad)os\b": r"estar \1o",
        r"hacemos un llamamiento\b": "hacer un llamamiento",
        rf"(?:nosotros )?{_ALSO}(no )?{_NOT_SAID}([^\W\d_]{{2,}})(?<!rí|ér|ár|ab)amos\b": r"\1\2ar",
        rf"(?:nosotros )?{_ALSO}(no )?{_NOT_SAID}([^\W\d_]{{2,}})(?<!ar|er|ir|dr)emos\b": r"\1\2er",
        rf"(?:nosotros )?{_ALSO}(no )?([^\W\d_]{{2,}})imos\b": r"\1\2ir",
        **{rf"(?:{_OUR}) {_ALSO}(no )?{its}\b": rf"\1{form}" for its, form in _PRESENT.items()},
    },
    personal=(
        r"(?<!\w)(?:nosotros|nuestr[oa]s?|nos|yo|mi|mis|me|quisiera|quisiéramos|pido|perm[ií]ta(?:n|s)?(?:se)?(?:me|nos)\w*"
        r"|[^\W\d_]{2,}(?:[aá]bamos|aremos|eremos|iremos|ríamos|éramos)"
        r"|(?!extremos|tramos|ramos|reclamos|supremos|islamos|remos|gramos)[^\W\d_]{2,}(?:amos|emos)"
        r"|(?:ped|suger|exig|insist|dec|prefer|coincid|compart|viv|persist|advert)imos)(?!\w)"
    ),
    small=frozenset(_SMALL.split()),
)
