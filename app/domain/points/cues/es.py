"""Spanish."""

from app.domain.points.cues.table import Cues

_WE = r"(?:nosotros |mi delegación |nuestra delegación |mi país |la delegación )?"
_ME = r"(?:(?:le|les|lo|la|nos|me|se|te) )?"

_POLITE = (
    r"(?:agradec|felicit|rindiendo|rendir (?:\w+ )?homenaje|salud(?:ar|arl)|(?:dar|dando)(?:le"
    r"|les)? (?:\w+ ){0,2}(?:gracias|bienvenida)"
    r"|(?:expres|manifest|transmit|hac|present|reiter)\w* (?:llegar )?(?:nuestr|mi"
    r"|su)\w* (?:\w+ ){0,3}?(?:gratitud"
    r"|agradecimiento|reconocimiento|pésame|condolencia|felicitacion|solidaridad|aprecio)"
    r"|desear(?:le|les) |asegurar(?:le|les) |sumarme a |sumarnos a |encomiar la)"
)
_PERFORMED = (
    r"(?:pedimos|pide|pido|solicit|inst(?:amos|a|o) |exhort|invitamos|proponemos|propone "
    r"|propongo|suger"
    r"|exig|insist|recomend|llamamos|hacemos un llamamiento|nos preocup|preocupa|inquiet"
    r"|nos inquiet"
    r"|tem(?:emos|e|o) |lamentamos|lamenta|deplor|condenamos|rechaz|nos opon|reclam|abog)"
)
_URGENT = (
    r"(?:hay que|habría que|es (?:\w+ )?(?:preciso|necesari|imprescindible|indispensable"
    r"|fundamental|imperativo"
    r"|urgente|hora de|esencial)|urge|conviene|convendría|cabe|hace falta"
    r"|resulta (?:\w+ )?(?:necesari"
    r"|imprescindible|indispensable|urgente)|corresponde)"
)

SPANISH = Cues(
    vocative=r"(?:(?:señor|señora|sr\.|sra\.) president[ea]|excelencias?|señoras y señores"
    r"|estimad[oa]s"
    r" colegas|distinguidos (?:miembros|delegados|representantes"
    r"|colegas)[^,.:]{0,40})(?:[,:.!]? |[,:.!]?$)",
    connective=r"(?:además|asimismo|por otra parte|por último|finalmente|en primer lugar"
    r"|en segundo lugar|en tercer lugar|sin embargo|no obstante|también|a este respecto"
    r"|en conclusión|por ello|por tanto|por consiguiente|para concluir|ante todo|antes que nada"
    r"|para empezar"
    r"|al comienzo|una vez más|en nombre de [^,.;]{2,40}(?=,)),? ",
    courtesy=r"(?:(?:muchas |muchísimas )?gracias|(?:nuestro|mi) (?:más )?(?:sincero "
    r"|sentido )?(?:agradecimiento|pésame"
    r"|reconocimiento)|nuestr[oa]s (?:más )?(?:sincer\w+ |sentid\w+ )?(?:condolencias"
    r"|felicitaciones|pensamientos)"
    rf"|{_WE}(?:quisiera |quisiéramos |deseo |deseamos |desea |permítame |permítanme )?{_ME}"
    r"(?:agrade[zc]|felicit|doy las gracias|damos las gracias|da las gracias|dar las gracias"
    r"|expres\w+ (?:nuestr|mi)\w* (?:\w+ )?(?:gratitud|agradecimiento|reconocimiento|pésame"
    r"|condolencias)|rend\w+ homenaje|rindo homenaje|rendimos homenaje|rinde homenaje|salud(?:o"
    r"|amos|a) |d(?:oy|amos) la bienvenida)"
    rf"|(?:permíta(?:n|s)?(?:me|nos)|permita(?:n)? que)[^.;:]{{0,60}}?\b{_POLITE}"
    rf"|{_WE}(?:me |nos |se )?(?:quisi|dese|quier|quer|deb|es (?:un|para)|complace|place|honra"
    rf"|sumo|sumamos|suma)"
    rf"\w*[^.;:]{{0,60}}?\b{_POLITE}"
    r"|(?:[\w'’-]+ ){1,5}(?:agradece |da las gracias|felicita (?:a|al) |rinde homenaje"
    r"|da la bienvenida a l[ao]s? (?:\w+ )?(?:ministr"
    rf"|president|embajador)|(?:desea|quisiera|quiere)[^.;:]{{0,30}}?{_POLITE}))",
    alignment=r"(?:hac(?:e|emos|en|go) (?:suya|nuestra|mía|eco)|se (?:suma|adhiere|asocia|alinea"
    r"|une)|nos (?:sumamos"
    r"|adherimos|asociamos|alineamos|unimos)|me (?:sumo|adhiero|asocio)|suscrib(?:e|imos|o)"
    r"|respald\w+|apoy\w+|compart\w+)"
    r" [^.;]{0,30}(?:declaración|intervención|palabras|observaciones|declaraciones) (?:que "
    r"|formulad|pronunciad|realizad"
    r"|efectuad|hech|de[l]? (?:representante|embajador|grupo|delegad)|de la (?:representante"
    r"|embajadora|unión europea|delegación)"
    r"|en nombre)|(?:se (?:suma|adhiere|asocia|alinea)|nos (?:sumamos"
    r"|adherimos|asociamos|alineamos)|hac\w+ (?:suya|nuestra)|suscrib(?:e|imos)) (?:a "
    r"|con )?la declaración",
    announcement=r"(?:seré|seremos|procuraré ser|trataré de ser|intentaré ser) (?:muy )?(?:breve"
    r"|concis)|(?:permíta(?:n)?me|quisiera"
    r"|quisiéramos|deseo|voy a|me (?:limitaré|centraré"
    r"|referiré)|formularé|abordaré|haré)[^.;:]{0,80}(?:puntos?|cuestiones|observaciones"
    r"|comentarios|aspectos|mensajes|temas|consideraciones|reflexiones)[.:]?$|paso ahora a "
    r"|(?:me referiré|pasaré|pasamos|pasemos|paso) (?:ahora )?a (?=[^.;:]{0,60}[.:]?$)"
    r"|(?:a título nacional,? )?(?:permíta(?:n|s)?me|quisiera|quisiéramos|desearía|deseo"
    r"|deseamos|voy|vamos|me|nos|mi (?:intervención"
    r"|declaración|delegación)|nuestra (?:intervención|delegación)|formular|abordar|har[eé]|hay"
    r"|tengo|tenemos|he aquí|a título nacional)"
    r"(?![^.;:]{0,200}\b(?:debe|deben|debería|deberían|hay que|es preciso)\b)[^.;:]{0,80}\b(?:un"
    r"|una|dos|tres|cuatro|cinco|algun[oa]s|varios|varias|un par de|breves|siguientes)"
    r" (?:\w+ ){0,2}(?:puntos?|cuestiones|observaciones"
    r"|comentarios?|aspectos?|mensajes?|temas?|consideraciones|reflexiones|palabras|elementos"
    r"|ideas|recomendaciones|propuestas"
    r"|prioridades)\b[^.;:]{0,60}[.:]?$"
    r"|[^.;:]{0,60}\b(?:habl\w+|intervien\w+|interven\w+|formul\w+ (?:esta"
    r"|la presente) declaración|hac\w+ uso de la palabra|tom\w+ la palabra"
    r"|pronunci\w+ esta declaración) (?:hoy )?en nombre d[^;:]{0,160}$"
    r"|(?:[\w'’-]+ ){1,5}(?:quisiera|desea|desearía|quiere|va a|se centrará"
    r"|se referirá)\b[^.;:]{0,40}\b(?:un|una|dos|tres|cuatro|cinco|algun[oa]s|varios"
    r"|varias) (?:\w+ ){0,2}(?:puntos?|cuestiones|observaciones|comentarios?|aspectos?|mensajes?"
    r"|temas?)[^.;:]{0,40}[.:]?$",
    ordinal=r"(?:en (?:primer|segundo|tercer|cuarto|quinto|último) (?:lugar|término)|primero"
    r"|segundo|primeramente"
    r"|tercero|cuarto|por último|finalmente|por una parte|por (?:la )?otra(?: parte)?"
    r"|por un lado|por otro(?: lado)?"
    r"|(?:mi|nuestr[oa]|el|la) (?:primer|primera|segundo|segunda|tercer|tercera|últim[oa])"
    r" (?:punto|observación|cuestión|mensaje)(?: (?:es|se refiere a))?)",
    said=r"(?:dijo|decía|dice|ha dicho|señaló|señalaba|declaró|afirmó|afirmaba|recordó|recordaba"
    r"|según|en palabras de|escribió"
    r"|escribía|advirtió|refrán|proverbio|reza|sostuvo|observó|subrayó)",
    joint=r"(?:y|e|pero|mas|mientras que|aunque|si bien|sin embargo|por lo que)(?: (?:también"
    r"|además"
    r"|asimismo|por ello|por tanto|por ende))?,? ",
    opener=rf"(?:(?:nosotros|mi delegación|nuestra delegación"
    rf"|mi país)(?:, [^,;]{{1,40}},)? )?(?:no )?{_ME}(?:{_PERFORMED}|{_URGENT}|invit|propon"
    r"|llam(?:amos|a|o) |preocup|tem(?:emos|e|o) |lament|condena|apoy|consider|cre(?:emos|e|o) "
    r"|estim|conden|alent|celebramos"
    r"|confiamos|esperamos|opinamos|pensamos|sostenemos|vemos|podemos|podríamos|podremos"
    r"|estamos (?:\w+ )?(?:dispuest|convencid|preocupad"
    r"|alarmad|a favor|en contra)|estaríamos|seguimos (?:\w+ )?(?:preocupad|convencid)|queremos"
    r"|quisiéramos|necesitamos|debemos"
    r"|observamos con|reiteramos|subrayamos|aceptar|apoyar)",
    bold=rf"(?:(?:nosotros|mi delegación|nuestra delegación"
    rf"|mi país)(?:, [^,;]{{1,40}},)? )?{_PERFORMED}",
    claim=r"(?!(?:que|quien|quienes deben|cuy[oa]s?|cual|donde|cuando|no|ni|de|del|en particular"
    r"|sobre todo|especialmente|deb|para"
    r"|est[eoa]s?|es[eoa]s?|su|sus|por|a fin|como|sin)\b)(?:[^,;:.]{2,90}?"
    r"|[^,;:.]{2,60},[^,;:.]{3,80}, )(?<!que )\b(?:deben?"
    r"|deberían?|deberán?|ha(?:n)? de"
    r"|ha(?:n)? de|(?:tiene|tienen|tendrían?|tendrán?) que|no puede[n]?)\b"
    rf"|{_URGENT}|es (?:\w+ )?(?:lamentable|inaceptable|inadmisible|preocupante|alarmante)",
    hanging=r"(?:si|cuando|aunque|como|puesto que|dado que|ya que|porque|para|con|tras|después"
    r"|antes|mientras|a menos|siempre"
    r"|una vez|al)\b[^,;]{0,200}",
    demand=r"\b(?:debe(?:n|r[íi]an?|rán?)?|ha(?:n)? de|tien(?:e|en) que|tendrían? que|hay que"
    r"|es (?:\w+ )?(?:preciso|necesari[oa]|imprescindible"
    r"|urgente|indispensable)|conviene|convendría|urge|cabe pedir|pedimos|solicitamos"
    r"|preocupa\w*|inquieta\w*|lamentamos|tememos|a condición"
    r"|siempre que|siempre y cuando|a menos que|hasta que|apoyamos|apoyaremos|rechazamos"
    r"|proponemos|exigimos|instamos|exhortamos|podremos|podemos aceptar)\b",
    tied=r"(?:de lo contrario|si no|esto|eso|ello|este|esta|estos|estas|ese|esa|aquel|su|sus|él"
    r"|ella|ellos|así|pues|porque|ya que|solo|sólo|sin"
    r"|prolongar|en cambio|es decir|lo que|de hecho|tampoco)\b",
    secretariat=r"secretari[oa] general|secretaría|departamento de|representante especial",
    request=r"\b(?:pedi(?:mos|r)|pid[eoa]|solicit(?:amos|ar|o|a)\b|invit(?:amos|ar|o|a)\b"
    r"|inst(?:amos|ar|o|a)\b|exhort|alent|encomend|encarg|debería (?:informar|presentar"
    r"|proporcionar|incluir|seguir|indicar|consignar))",
    condition=r"\b(?:siempre (?:que|y cuando)|a condición|con la condición|en el entendimiento"
    r"|en el entendido|a menos que|salvo que"
    r"|solo si|sólo si|solo cuando|sólo cuando|sin (?:esas|tales) garantías|supedit\w+"
    r"|subordin\w+|mientras no|mientras las"
    r"|hasta que|condicion\w+|únicamente si|depende(?:rá)? de (?:que|la|los (?:progresos"
    r"|avances)|si)|de lo contrario|(?:si|una vez que|cuando) [^.;]{3,80}, (?:podr|apoyar"
    r"|estar|nuestra|no podr)|(?:podríamos|podremos|apoyaríamos|apoyaremos|aceptaríamos"
    r"|estaríamos)[^.;]{3,100} (?:si|cuando|una vez) )",
    concern=r"\b(?:preocup|inquiet|tem(?:emos|or\w*|e)\b|lament|deplor|alarm|peligr|riesgo de"
    r"|corre el riesgo|amenaz|deterior|condenamos|inaceptable|inadmisible"
    r"|empeor|agrav)",
    proposal=r"\b(?:debe(?:n|r[íi]an?|rán?)?\b|ha(?:n)? de\b|(?:tiene|tienen|tendrían?) que"
    r"|hay que|es (?:\w+ )?(?:preciso|necesari|imprescindible|indispensable|corresponde a"
    r"|urgente|hora)"
    r"|propon|propus|suger|llamamiento|urge\b|cabe\b"
    r"|recomend|exig|exhort|inst(?:amos|a) |pedimos|pide\b|invit(?:amos|a|o)\b|insist|abog"
    r"|conv(?:iene|endría)|mereceri"
    r"|solicit)|^[a-zñáéíóú]+(?:ar|er|ir) ",
    abbreviations=frozenset(
        {
            "incl",
            "aprox",
            "pág",
            "págs",
            "máx",
            "mín",
            "gob",
            "art",
            "arts",
            "no",
            "nos",
            "núm",
            "núms",
            "p",
            "pp",
            "párr",
            "párrs",
            "cf",
            "res",
            "cap",
        }
        | {
            "sr",
            "sra",
            "sres",
            "sras",
            "dr",
            "dra",
            "d",
            "ej",
            "vol",
            "al",
            "fig",
            "gral",
            "ud",
            "uds",
        }
        | {"excmo", "excma", "add", "rev", "ed"}
    ),
    last_words=frozenset({"etc", "ee.uu", "oo.uu"}),
)
