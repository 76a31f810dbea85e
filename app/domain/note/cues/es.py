"""Spanish."""

from app.domain.note.cues import Cues, alternation, any_of, numbered, words

MONTHS = numbered(
    "enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre/setiembre;octubre;"
    "noviembre;diciembre"
)
DAYS = numbered(
    "primero/uno;dos;tres;cuatro;cinco;seis;siete;ocho;nueve;diez;once;doce;trece;catorce;"
    "quince;dieciséis;diecisiete;dieciocho;diecinueve;veinte;veintiuno;veintidós;veintitrés;"
    "veinticuatro;veinticinco;veintiséis;veintisiete;veintiocho;veintinueve;treinta;"
    "treinta y uno"
)
_MONTH = rf"(?P<month>{alternation(MONTHS)})\b"
_DAY = rf"(?P<day>\d{{1,2}}|{alternation(DAYS)})(?:º|°|er|ro|\.º)?"
_RANGE = r"(?:\s?(?:-|–|al|y)\s?\d{1,2}º?)?"

CUES = Cues(
    language="es",
    note_names=words(
        "nota conceptual; documento conceptual; nota de concepto; documento de reflexión;"
        "nota informativa; documento de debate; nota de antecedentes; documento de concepto"
    ),
    letter=r"cartas?(?: idénticas)? de fecha\b|cartas? fechadas?\b|cartas? idénticas",
    salutation=any_of(
        r"Tengo el (?:honor|agrado)",
        r"Me dirijo",
        r"En nombre d",
        r"Siguiendo instrucciones",
        r"Deseo\b",
        r"Me complace",
        r"Tengo a bien",
    ),
    annex=(
        r"(?:anexo|apéndice|documento adjunto)\b(?: [IVX]+\b| \d\b)?(?= (?:de|a) (?:la|"
        r"las) (?:presente )?cartas?|\W*$)"
    ),
    headings={
        "overview": words(
            "sinopsis; introducción; panorama general; resumen; descripción general;"
            "visión general; panorama; presentación; generalidades"
        ),
        "briefers": words(
            "ponentes; ponente; oradores; orador; oradora; exposiciones informativas;"
            "exposición informativa; informantes; participantes invitados; expositores;"
            "expositor; exponentes; oradores invitados; ponentes invitados; informante;"
            "encargados de las exposiciones informativas; exponente; lista de ponentes;"
            "presentaciones; ponente(s)"
        ),
        "questions": words(
            "preguntas; preguntas clave; preguntas orientativas;"
            "preguntas orientadoras; cuestiones clave;"
            "preguntas principales; preguntas para el debate; cuestiones para el debate;"
            "cuestiones principales; temas de debate; temas para el debate; preguntas guía;"
            "cuestiones fundamentales; cuestiones que se han de examinar; cuestiones;"
            "cuestiones para examinar; puntos de debate; preguntas rectoras; preguntas sugeridas;"
            "preguntas fundamentales; cuestiones orientativas; preguntas para orientar el debate;"
            "cuestiones que se examinarán"
        ),
        "background": words(
            "antecedentes; contexto; antecedentes y contexto; contexto y antecedentes;"
            "contexto general; justificación; información general; antecedentes generales"
        ),
        "outcome": words(
            "resultado; resultados; resultados esperados; resultado esperado; documento final;"
            "resultado previsto; resultados previstos; seguimiento; documento resultante;"
            "resultado de la sesión; resultados de la sesión; conclusiones previstas; desenlace"
        ),
        "other": words(
            "formato; participación; objetivo; objetivos; modalidades; participantes; finalidad;"
            "propósito; presidencia; formato y participación; estructura; organización;"
            "objetivos de la sesión; objetivo de la sesión; fecha y hora; formato de la sesión;"
            "objetivo del debate; objetivos del debate; formato del debate; conclusión;"
            "conclusiones; alcance; tema; desarrollo de la sesión"
        ),
    },
    keywords={
        "questions": words("preguntas; cuestiones"),
        "briefers": words("ponentes; oradores; expositores"),
        "outcome": words("resultado; resultados"),
        "background": words("antecedentes; contexto"),
        "overview": words("sinopsis; introducción; panorama"),
    },
    question_lead=any_of(
        r"siguientes (?:\w+ ){0,2}(?:preguntas?|cuestiones|temas|puntos|aspectos|elementos)",
        r"(?:preguntas?|cuestiones|temas|puntos|aspectos) (?:\w+ ){0,2}siguientes?",
        r"preguntas (?:orientativas|que figuran a continuación)",
        r"a continuación",
        r"(?:invita|alienta|anima)\w* a\b",
        r"podrían (?:\w+ )?(?:examinar|abordar|considerar|reflexionar)",
    ),
    signed=r"[(\[]\s?firmad[oa]\s?[)\]]",
    offices=any_of(
        r"(?:El|La|Los|Las|Un|Una)\b",
        r"Embajador",
        r"Representante",
        r"Permanente\b",
        r"Encargad",
        r"Ministr",
        r"Secretari",
        r"Adjunt",
        r"Anexo",
        r"President",
        r"Director",
        r"Enviad",
        r"Comisionad",
        r"Comandante",
        r"Coordinador",
        r"Consej",
        r"Naciones\b",
        r"Unidas\b",
        r"Organización",
        r"Unión\b",
        r"Departamento",
        r"Oficina",
        r"Comisión",
        r"Misión",
        r"Alt[oa]\b",
        r"Especial",
        r"General",
        r"Seguridad",
        r"Operaciones",
        r"Paz\b",
        r"Instituto",
        r"Profesor",
        r"Sociedad",
        r"Fondo",
        r"Fundación",
        r"Red\b",
        r"Grupo",
        r"Comité",
        r"Corte\b",
        r"Banco",
        r"Policía",
        r"Fuerza",
        r"Jef",
        r"Ex",
        r"Primer",
        r"Vice",
        r"Miembro",
        r"Centro",
        r"Programa",
        r"Expert",
        r"Subsecretari",
        r"Afric",
    ),
    honorifics=(
        r"\b(?:Sr|Sra|Srta|Dr|Dra|Prof|Sres)\b\.?ª?|\bExcm[oa]\.|\bS\. ?E\.|\bSu Excelencia\b|"
        r"\b(?:[Ss]eñora?|[Dd]on|[Dd]oña)\b|"
        r"(?<!Secretario )(?<!Director )\bGeneral (?=[A-ZÁ][\w-]+ [A-ZÁ])"
    ),
    briefs=(
        r"exposici[oó]n(?:es)?|inform(?:ar[aá]n?|es? de)|presentaci[oó]n|intervenci[oó]n|"
        r"declaraci[oó]n|escuchará|oradore?s?|ponentes?"
    ),
    presides=any_of(
        r"presidid[oa]s? por",
        r"presidirá",
        r"bajo la presidencia",
        r"^\s*(?:presidente|presidenta|presidencia)\s*:",
        r"President[ea] del Consejo",
    ),
    unconfirmed=(
        r"por confirmar|por determinar|pendientes? de confirmación|a confirmar|se confirmará"
        r"|sin confirmar|\bTBC\b|por designar"
    ),
    presidency=r"presidencia|President[ea] del Consejo|en (?:su )?calidad de President[ea]",
    own_presidency=r"\b(?:nuestra|su|mi) (?:\w+ )?presidencia|presidencia de (?:mi|nuestro) país",
    meets=any_of(
        (
            r"(?:celebrar|organizar|se reunir|convocar)(?:án?)\b|"
            r"(?:tiene previsto (?:celebrar|organizar|convocar))"
        ),
        r"(?:tendrá lugar|se celebrará|ha de celebrarse|que se celebrará|se llevará a cabo)",
        (
            r"(?:se propone|prevé|tiene (?:la intención|previsto))\b.{0,20}(?:celebrar|"
            r"organizar|convocar)"
        ),
        r"^\s*fecha\b",
        r"(?:debate|sesión|reunión) (?:\w+ ){0,3}(?:del|el)\b",
    ),
    as_of=(
        r"\bal? (?=\d|primero|uno)|\bhasta el|a fecha (?:de|del)|con fecha|\bal (?:día )?|"
        r"a fines de|a finales de"
    ),
    months=MONTHS,
    day_words=DAYS,
    dates=(rf"\b{_DAY}{_RANGE}\s(?:de\s)?{_MONTH}(?:\s(?:del?\s)?(?P<year>\d{{4}})\b)?",),
    scales={
        "mil": 10**3,
        "millón": 10**6,
        "millones": 10**6,
        "mil millones": 10**9,
        "millardos": 10**9,
        "billón": 10**12,
        "billones": 10**12,
        "millares": 10**3,
    },
    currencies=r"US\$|\$|€|(?:de )?dólares(?: de los Estados Unidos)?|(?:de )?euros?",
    not_a_figure_after=any_of(
        r"resoluci[oó]n(?:es)?",
        r"artículos?",
        r"capítulos?",
        r"párrafos?",
        r"párr\.",
        r"núm\.",
        r"núms\.",
        r"nota",
        r"objetivos?",
        r"página",
        r"anexo",
        r"fase",
        r"parte",
        r"sección",
        r"pregunta",
        r"punto",
        r"pilar",
        r"decisión",
        r"principio",
        r"sala",
        r"cuadro",
        r"meta",
        r"agenda",
        r"artículo",
    ),
    not_a_figure_before=any_of(
        r"(?:º|ª|°|\.º|\.ª)",
        r" ?(?:años?|meses|mes|semanas?|días?|horas?|minutos?|decenios?|décadas?)\b",
        r" ?h\b",
        r"-[a-záé]",
        r":\d",
    ),
    person_list=r";|\by\b|\be\b|\basí como\b",
)
