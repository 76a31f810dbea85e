"""Spanish: beginnings of words; a space at the end closes a word."""

CUES = {
    "not": (
        "no |nunca |jamás |ningun|ningún|ni |sin |nada |nadie |tampoco |en lugar de |"
        "en vez de |lejos de "
    ),
    "against": (
        "opon|opus|rechaz|neg(?:ar|amos|ativa)|error|equivoc|inacepta|inadmisible|"
        "prematur|irreal|imprudent|pretexto|descart|contraprod|contra |discrep|"
        "no compart"
    ),
    "must": (
        "deb(?:e|en) |deberá|exig|insist|imperati|indispensable|oblig|hay que |"
        "tiene que |tienen que |inst(?:a|amos)|requ|absolut|sin excepción|preciso|"
        "necesari|imprescind|exhort|ha de |han de |correspond"
    ),
    "may": (
        "podría|cabría|quizá|tal vez|consider|posib|estudi|examin|analiz|explor|útil|"
        "conveniencia|opción|convendría|pudiera|eventual|plante"
    ),
    "should": (
        "debería|conviene|propon|sugier|recomend|abog|partidari|favorable|apoy|prefer|"
        "respald|merec|mejor|lo responsable"
    ),
    "if": (
        "si |siempre que|siempre y cuando|condici|a menos|salvo que|mientras|cuando |"
        "una vez|hasta que|supedit|depend|sujet|con tal|subordin|vincul|criterio|"
        "parámetro|en la medida"
    ),
    "except": (
        "salvo |excepto|a excepción|con excepción|con la excepción|exceptuando|exceptuad|"
        "con exclusión"
    ),
    "even": "aun |aunque|incluso|pese a|a pesar|independiente|por más|ni siquiera|sea cual",
    "only": (
        "sol(?:o|a|amente) |sólo|únic|exclusiv|apenas|mer(?:o|a|amente) |tan solo|"
        "limit|nada más|y no más"
    ),
    "now": (
        "ahora|inmediat|sin demora|sin dilaci|ya |hoy|enseguida|desde ya|automátic|"
        "este (?:mismo )?año|de inmediato|urgen|desde el primer|cuanto antes|"
        "sin esperar"
    ),
    "later": (
        "más tarde|esper|primero|último recurso|última instancia|agot|aplaz|poster|"
        "demasiado pronto|todavía no|aún no|tarde o|luego|en su momento"
    ),
    "before": (
        "antes |previ|de antemano|con antelación|"
        "desde el (?:día|primer|inicio|principio|momento)|anticip|víspera"
    ),
    "after": "después|tras |una vez|luego|posterior|a continuación|al día siguiente|relev",
    "gradual": "gradual|paso a paso|etapa|escalon|fase|secuenci|progresiv|poco a poco|paulatin",
    "end": (
        "fin |cierr|cerr|cierre|retir|retirada|salida|sal(?:ir|ga)|abandon|marcha|"
        "termin|conclu|disolv|derog|levant|suprim|pon(?:er|ga) fin|arriar|"
        "ces(?:e|ar|en)|prescindir|eliminar"
    ),
    "keep": (
        "mant(?:en|ien)|permane|sigu|seguir|conserv|continu|qued|prorrog|prórroga|"
        "renov|prolong|preserv|necesari|salvaguard|sosten"
    ),
    "more": (
        "aument|ampli|increment|reforz|refuerc|fortal|más |adicional|añad|agreg|extend|"
        "nuev|mayor|duplic|elev|crec"
    ),
    "less": "reduc|dismin|recort|menos|menor|rebaj|merm|aliger|limit|restring|aminor|acot",
    "begin": (
        "comenz|comienc|empez|empiec|inici|lanz|crea|establec|implant|despleg|"
        "despliegu|poner en marcha|adopt|introduc|abr(?:ir|a)"
    ),
    "all": (
        "tod(?:o|a|os|as) |cada |cualquier|sin excepción|conjunto|universal|sistemátic|"
        "siempre|enter|automátic"
    ),
    "some": (
        "algun|algún|cierto|ciertas|caso por caso|según el caso|cada caso|particular|"
        "específic|determinad|concret"
    ),
    "host": "anfitri|receptor|gobierno|autoridad|nacional|local|soberan|estado ",
    "council": "consejo|resoluci",
    "secretariat": "secretar(?:io general|ía)|naciones unidas|onu ",
    "region": "unión africana|región|regional|vecin|subregi|cedeao|unión europea|liga árabe",
    "group": "grupos? armad|rebeld|milici|no estatal|facci|oposici",
    "parties": "partes |bando|dirigente|líder|firmante",
    "civilians": (
        "civil|población|personas|desplaz|refugi|mujer|comunidad|víctima|niñ|ocupant|habitant|gente"
    ),
    "police": "polic|orden público|el orden",
    "troops": ("tropa|soldado|militar|contingente|batall|efectivo|cascos azules|dotación|fuerza "),
    "money": (
        "financ|fondo|diner|presupuest|coste|costo|sufrag|pag(?:o|ar|ue)|contribuc|"
        "recurso|gasto|cuota|aporte"
    ),
    "voluntary": "voluntari|donante|fondo fiduciario|donac",
    "assessed": "cuota|prorrat|presupuesto ordinario|obligatori",
    "date": "fecha|plazo|calendario|cronograma|mes |meses|año|término|vencim",
    "progress": "progres|avanc|condici|criterio|parámetro|indicador|cumpl|logr",
    "review": "examen|examin|revis|evalu|inform|investig|auditor|balance",
    "sanction": "sanci|medida|presi|castig|justicia|rendi|responsab|enjuici",
    "public": "públic|abiert|transparen|publi",
    "secret": "confidenci|privad|puerta cerrada|reservad|discret",
    "praise": (
        "éxito|logr|cumpl|felicit|acoge|elog|satisf|reconoc|demostrado|eficaz|utilidad|acierto"
    ),
    "worry": (
        "preocup|inquiet|tem(?:e|emos|or)|peligr|riesgo|amenaz|alarm|lament|dud(?:a|amos|"
        "as|o)|escéptic|reserv|recel|reparo"
    ),
    "one": "un solo|una sola|únic|central|un objetivo",
    "many": "mult|varios|varias|divers|ampli|numeros|frentes",
    "consent": "consent|acuerdo|acept|aprob|cooper|consult|pacto|escrito|anuencia|opini",
    "obstruct": "obstac|restric|bloque|obstru|impid|impedi|entorpec|trab(?:a|as) |deneg|deten",
}

# Numbers in words; half a year and a year count in months, a half in hundredths.
NUMERALS = {
    "dos": 2,
    "tres": 3,
    "cuatro": 4,
    "cinco": 5,
    "seis": 6,
    "siete": 7,
    "ocho": 8,
    "nueve": 9,
    "diez": 10,
    "once": 11,
    "doce": 12,
    "quince": 15,
    "dieciocho": 18,
    "veinte": 20,
    "treinta": 30,
    "cincuenta": 50,
    "cien": 100,
    "medio año": 6,
    "un semestre": 6,
    "un año": 12,
    "año completo": 12,
    "mitad": 50,
    "mensual*": 1,
    "cada mes ": 1,
    "trimestr*": 3,
    "semestr*": 6,
    "anual*": 12,
    "cada año": 12,
    "todos los años": 12,
    "al año": 12,
    "catorce": 14,
    "trece": 13,
    "dieciséis": 16,
    "diecisiete": 17,
    "diecinueve": 19,
    "cuarenta": 40,
    "sesenta": 60,
    "setenta": 70,
    "ochenta": 80,
    "noventa": 90,
    "mil ": 1000,
}
