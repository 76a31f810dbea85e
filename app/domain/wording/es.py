"""Spanish."""

from datetime import date

from app.domain.wording.table import Plural, Wording, one_or_other

_FROM_TWO = (
    "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
    "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte",
)  # fmt: skip
_FROM_TWENTY_TWO = (
    "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete",
    "veintiocho", "veintinueve", "treinta",
)  # fmt: skip
_CARDINALS = ("ninguno", "uno", *_FROM_TWO, "veintiuno", *_FROM_TWENTY_TWO)
_CARDINALS_OF = ("ningún", "un", *_FROM_TWO, "veintiún", *_FROM_TWENTY_TWO)  # before the noun
_MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip


def _bands(whole: str) -> tuple[str, str, str]:
    return (
        f"a lo sumo alrededor de un tercio {whole} (o ninguno)",
        f"entre alrededor de un tercio y alrededor de dos tercios {whole}",
        f"alrededor de dos tercios {whole} o más",
    )


def _date(day: date) -> str:
    return f"{day.day} de {_MONTHS[day.month - 1]} de {day.year}"


def _said(one: str, other: str, rest: str) -> Plural:
    return {
        "=0": "{where}{who} " + one + rest,
        "one": "{where}{who} " + one + rest,
        "other": "{where}{who} " + other + rest,
    }


def _submitted(rest: str) -> Plural:
    return _said("presentó", "presentaron", rest)


_SIGNED = {
    "=0": "{who} presentó posiciones firmadas.",
    "one": "{who} presentó posiciones firmadas.",
    "other": "{who} presentaron posiciones firmadas.",
}

SPANISH = Wording(
    language="es",
    plural=one_or_other,
    cardinals=_CARDINALS,
    cardinals_of=_CARDINALS_OF,
    figures_of="{of}",
    whole={
        "member": {"one": "del único miembro", "other": "de los {of} miembros"},
        "entered": {
            "one": "del único miembro incluido",
            "other": "de los {of} miembros incluidos",
        },
        "invited": {
            "one": "del único invitado a participar",
            "other": "de los {of} invitados a participar",
        },
    },
    share={
        "member": {"other": "{n} {whole}"},
        "entered": {"other": "{n} {whole}"},
        "invited": {"other": "{n} {whole}"},
    },
    share_in_words=(
        "unos pocos ({n}) {whole}",
        "algunos ({n}) {whole}",
        "muchos ({n}) {whole}",
        "la mayor parte ({n}) {whole}",
        "casi la totalidad ({n}) {whole}",
    ),
    everyone={
        "member": {"one": "el único miembro", "other": "los {of} miembros"},
        "entered": {"one": "el único miembro incluido", "other": "los {of} miembros incluidos"},
        "invited": {
            "one": "el único invitado a participar",
            "other": "los {of} invitados a participar",
        },
    },
    band={
        "member": _bands("de los miembros"),
        "entered": _bands("de los miembros incluidos"),
        "invited": _bands("de los invitados a participar"),
    },
    about="En relación con {missions}, ",
    about_each="En cada uno de los casos siguientes ({missions}), ",
    about_general="En relación con las cuestiones generales y con {missions}, ",
    about_general_each="En relación con las cuestiones generales y con {missions}, en cada caso, ",
    in_general="En relación con las cuestiones generales, ",
    general="las cuestiones generales",
    value=_submitted(" la evaluación {value}."),
    pooled="En relación con {missions} en conjunto, {who} presentaron la evaluación {value} en "
    "al menos un caso.",
    apart="{where}las evaluaciones no se presentan por separado, pues permitirían reconocer a "
    "una delegación.",
    value_lone_each="{where}{who} presentó la evaluación {value}.",
    only_value={
        "one": "{where}{who} presentó una evaluación: {value}.",
        "other": "{where}{who} presentaron una evaluación, en cada caso {value}.",
    },
    differing={
        "one": "{where}{who} presentó evaluaciones, y estas difieren: {spread}.",
        "other": "{where}{who} presentaron evaluaciones, y estas difieren: {spread}.",
    },
    spread_item="{value} ({n})",
    nobody="{where}ningún miembro presentó una evaluación.",
    addressed=_submitted(" un texto sin evaluación."),
    nothing={
        "no_position": _said("indicó", "indicaron", " no tener posición."),
        "awaiting_instructions": _said(
            "se encontraba", "se encontraban", " a la espera de instrucciones."
        ),
        "nothing_submitted": {
            "=0": "{where}{who} dejó de presentar material.",
            "one": "{where}{who} no presentó nada.",
            "other": "{where}{who} no presentaron nada.",
        },
    },
    nothing_found={
        "=0": "{where}{who} carece de posición en las fuentes leídas.",
        "other": "{where}no se encontró en las fuentes leídas ninguna posición expresada por "
        "{who}.",
    },
    found={
        "value": "{where}la evaluación consignada a partir de las fuentes leídas es {value}: "
        "{who}.",
        "differing": "{where}las evaluaciones consignadas a partir de las fuentes leídas difieren: "
        "{spread}.",
        "addressed": "{where}en las fuentes leídas se encontró un texto sin evaluación: {who}.",
        "nobody": "{where}no pudo consignarse ninguna evaluación a partir de las fuentes leídas.",
        "point": "{where}{name}, según una fuente pública y en palabras de los redactores: {text}",
    },
    names=" ({names})",
    unnamed={"one": "{n} sin nombrar", "other": "{n} sin nombrar"},
    quotation={
        "view": "{where}una delegación ({name}) presentó la siguiente opinión: {text}",
        "proposal": "{where}una delegación ({name}) presentó la siguiente propuesta: {text}",
        "condition": "{where}una delegación ({name}) planteó la siguiente condición: {text}",
        "concern": "{where}una delegación ({name}) expresó la siguiente preocupación: {text}",
        "request": "{where}una delegación ({name}) dirigió la siguiente solicitud al Secretario "
        "General: {text}",
    },
    point={
        "view": _submitted(" la siguiente opinión: {text}"),
        "proposal": _submitted(" la siguiente propuesta: {text}"),
        "condition": _said("planteó", "plantearon", " la siguiente condición: {text}"),
        "concern": _said("expresó", "expresaron", " la siguiente preocupación: {text}"),
        "request": _said(
            "dirigió", "dirigieron", " la siguiente solicitud al Secretario General: {text}"
        ),
    },
    point_unattributed={
        "view": "{where}se presentó la siguiente opinión: {text}",
        "proposal": "{where}se presentó la siguiente propuesta: {text}",
        "condition": "{where}se planteó la siguiente condición: {text}",
        "concern": "{where}se expresó la siguiente preocupación: {text}",
        "request": "{where}se dirigió la siguiente solicitud al Secretario General: {text}",
    },
    in_words_of={
        "named": " En los términos empleados ({name}): {text}",
        "unnamed": " En los términos de una de ellas: {text}",
    },
    pending="(redacción pendiente)",
    in_original=" [original: {language}]",
    languages={
        "ar": "árabe",
        "zh": "chino",
        "en": "inglés",
        "fr": "francés",
        "ru": "ruso",
        "es": "español",
    },
    quote=("“", "”"),
    list_comma=", ",
    list_last=" y ",
    # Before the sound [i]: "Francia e Italia", but "agua y hielo".
    list_last_before=(r"[“(]?[Hh]?[IiÍí](?![aeouáéóú])", " e "),
    colon=": ",
    further={
        "one": "Un punto adicional, de una sola delegación (segunda parte, párrafo {a}).",
        "other": "Puntos adicionales, cada uno de una sola delegación: {n} (segunda parte, "
        "párrafos {a} a {b}).",
    },
    further_shared={
        "other": "Puntos adicionales: {n} (segunda parte, párrafos {a} a {b}).",
    },
    further_uncounted="Puntos adicionales: segunda parte, párrafos {a} a {b}.",
    opening={
        "words": "Junto a cada número figura una palabra: “unos pocos” por debajo de uno de "
        "cada diez, “algunos” por debajo de cuatro de cada diez, “muchos” por debajo "
        "de siete de cada diez, “la mayor parte” por debajo de nueve de cada diez y "
        "“casi la totalidad” a partir de ahí.",
        "bands": "Cuando nadie debe poder ser reconocido, se indican tramos en lugar de "
        "números; de un "
        "total de {of}, van de 0 a {low}, de {start} a {end} y de {high} a {of}. De un proyecto a "
        "otro, un tramo solo cambia si ello no revela nada sobre quienes cambiaron de posición; de "
        "lo contrario, se mantiene como se distribuyó por primera vez.",
        "preview": "Vista previa: aquí se cuentan, como si estuvieran confirmados, grupos "
        "propuestos por una máquina. Nadie los ha confirmado; nada de esto puede "
        "difundirse.",
        "briefing": "El presente resumen se refiere a la sesión informativa del {date} "
        "(Presidencia: {presidency}).",
        "briefing_undated": "El presente resumen se refiere a la sesión informativa “{title}”.",
        "briefing_unpresided": "El presente resumen se refiere a la sesión informativa del {date}.",
        "briefers": "Exposiciones informativas a cargo de: {briefers}.",
        "not_entered": "Delegaciones para las que no se leyó ninguna fuente y que no se incluyen "
        "en ningún recuento: {names}.",
        "numbers": "Los números se refieren a delegaciones, contadas una sola vez cada una, "
        "cualquiera que sea la extensión de su texto. Un valor de la escala no es un voto, y "
        "ningún silencio se cuenta como acuerdo ni como oposición.",
        "responsibility": "Resumen preparado por la Presidencia bajo su propia responsabilidad; "
        "no refleja necesariamente las opiniones de todos los miembros.",
        "demonstration": "Demostración preparada por los editores a partir de fuentes públicas; "
        "no constituye un acto de ninguna Presidencia.",
        "rehearsal": "Ensayo con delegaciones ficticias; nada de lo que figura en él es la "
        "posición de un Estado.",
    },
    submitted={
        "member": _SIGNED,
        "entered": {
            "=0": "No se encontró en fuentes públicas la posición de {who}.",
            "other": "Se encontraron en fuentes públicas posiciones expresadas por {who}.",
        },
        "invited": _SIGNED,
    },
    headings={
        "proposed": "[Propuesto por la máquina, sin confirmar] ",
        "withheld": "Reservado: son muy pocas delegaciones para referirse a ellas sin nombrarlas.",
        "not_found": "nada en las fuentes leídas",
        "addressed": "texto sin evaluación",
        "summary": "Resumen",
        "part_one": "Primera parte. Panorama general",
        "part_two": "Segunda parte. Registro de todas las posiciones",
        "question": "Pregunta {n}",
        "general": "Cuestiones generales",
        "opening": "Acerca del presente resumen",
        "not_reflected": "Posiciones no reflejadas en el texto",
        "references": "Documentos citados",
        "matrix": "Cuadro sinóptico de las misiones",
        "joint": " [declaración conjunta]",
        "narrative": " [texto de la Presidencia]",
        "narrative_cites": " [texto de la Presidencia; fuente: {source}]",
        "membership": "{group}: {n} de {of}",
        "membership_entered": "{group}: {n} de {of} incluidos",
        "all_regions": "Se cuentan aquí miembros de los cinco grupos regionales.",
    },
    date=_date,
)
