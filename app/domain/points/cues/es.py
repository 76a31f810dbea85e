"""Spanish."""

from app.domain.points.cues.table import Cues

_WE = r"(?:nosotros |mi delegación |nuestra delegación |mi país |la delegación )?"
_ME = r"(?:(?:le|les|lo|la|nos|me|se|te) )?"

SPANISH = Cues(
    vocative=r"(?:señor|señora|sr\.|sra\.) president[ea][,:]? ",
    connective=r"(?:además|asimismo|por otra parte|por último|finalmente|en primer lugar"
    r"|en segundo lugar|en tercer lugar|sin embargo|no obstante|también|a este respecto"
    r"|en conclusión|por ello),? ",
    courtesy=r"(?:(?:muchas )?gracias|nuestro (?:más )?(?:sincero )?(?:agradecimiento|pésame)"
    rf"|{_WE}(?:quisiera |quisiéramos |deseo |deseamos |desea |permítame |permítanme )?{_ME}"
    r"(?:agrade[zc]|felicit|doy las gracias|damos las gracias|da las gracias|dar las gracias"
    r"|expres\w+ (?:nuestr|mi)\w* (?:\w+ )?(?:gratitud|agradecimiento|reconocimiento|pésame"
    r"|condolencias)|rend\w+ homenaje|rindo homenaje|rendimos homenaje|rinde homenaje|salud(?:o"
    r"|amos|a) |d(?:oy|amos) la bienvenida)|permíta(?:n)?me (?:comenzar |empezar |en primer lugar "
    r"|ante todo )*(?:por |con )?(?:agradec|felicit|expres|rendir|dar(?:le|les)? la))",
    alignment=r"(?:hace suya|hacemos nuestra|se (?:suma|adhiere|asocia|alinea)|nos (?:sumamos"
    r"|adherimos|asociamos|alineamos)|suscrib(?:e|imos)) (?:a |con )?la declaración",
    announcement=r"(?:seré|seremos|procuraré ser) (?:muy )?breve|(?:permíta(?:n)?me|quisiera"
    r"|quisiéramos|deseo|voy a|me (?:limitaré|centraré"
    r"|referiré)|formularé|abordaré|haré)[^.;:]{0,80}(?:puntos?|cuestiones|observaciones"
    r"|comentarios|aspectos|mensajes|temas|consideraciones|reflexiones)[.:]?$|paso ahora a "
    r"|me referiré ahora a ",
    ordinal=r"(?:en primer lugar|en segundo lugar|en tercer lugar|en cuarto lugar|primero|segundo"
    r"|tercero|por último|finalmente)",
    said=r"(?:dijo|ha dicho|señaló|declaró|afirmó|recordó|según|en palabras de|escribió|advirtió)",
    joint=r"(?:y|e|pero|mas|mientras que|aunque|sin embargo)(?: (?:también|además|asimismo))? ",
    opener=rf"{_WE}{_ME}(?:pedimos|pide|pido|solicit|inst(?:amos|a|o) |exhort|invit|propon|suger"
    rf"|exig"
    r"|insist|recomend|llam(?:amos|a|o) |hacemos un llamamiento|preocup|inquiet|tem(?:emos|e|o) "
    r"|lament|deplor|condena|rechaz|nos opon|apoy|consider|cre(?:emos|e|o) |estim|abog|conden"
    r"|alent|reclam)",
    demand=r"\b(?:debe(?:n|ría|rían)?|hay que|es preciso|es necesario|conviene|pedimos|solicitamos"
    r"|proponemos|exigimos|instamos)\b",
    tied=r"(?:de lo contrario|si no|esto|eso|ello|este|esta|estos|estas|ese|esa|aquel|su|sus|él"
    r"|ella|ellos|así|por tanto|por lo tanto|por eso|por ello|pues|porque|ya que|solo|sólo|sin"
    r"|prolongar|en cambio|es decir|lo que|de hecho|tampoco)\b",
    secretariat=r"secretari[oa] general|secretaría|departamento de|representante especial",
    request=r"\b(?:ped|pid|solicit|invit|inst|exhort|alent|debería (?:informar|presentar"
    r"|proporcionar|incluir|seguir|indicar|consignar))",
    condition=r"\b(?:siempre (?:que|y cuando)|a condición|con la condición|a menos que|salvo que"
    r"|solo si|sólo si|solo cuando|sólo cuando|sin (?:esas|tales) garantías|supedit\w+|mientras no"
    r"|hasta que|condicion\w+|únicamente si|depend\w+)",
    concern=r"(?:preocup|inquiet|tem(?:emos|or|e) |lament|deplor|alarm|peligr|riesgo|amenaz)",
    proposal=r"\b(?:debe(?:n|ría|rían)?\b|hay que|es (?:preciso|necesario)|propon|propus|suger"
    r"|recomend|exig|exhort|inst(?:amos|a) |pedimos|pide\b|invit|insist|abog|conv(?:iene|endría)"
    r"|solicit)|^[a-zñáéíóú]+(?:ar|er|ir) ",
    abbreviations=frozenset(
        {"art", "arts", "no", "nos", "núm", "núms", "p", "pp", "párr", "párrs", "cf", "res", "cap"}
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
