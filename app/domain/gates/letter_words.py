"""Words that claim for a text what only members can give it, by language.

All six are asked of every letter, whichever language it says it is in. Patterns over folded text
(``folding.py``).
"""

from collections.abc import Mapping

# Bound to what they are said of, so that a letter may speak of the world: claims of agreement, of
# silence that would be agreement, of words said in others' name.
CLAIMS: Mapping[str, str] = {
    "en": r"summary of the (?:security )?council|silence (?:procedure|period|was)|under silence"
    r"|tacit\w*|(?:no|without)(?: any)? (?:objections?|reservations?|dissent|opposition)|(?:not"
    r"|n't|nobody|no one|none) object\w*|object(?:ed)? to (?:it|the (?:text|summary))|consensus"
    r"|unanim\w*|one voice|as one|(?:common|shared|joint|collective|agreed) (?:position|view"
    r"|understanding|stand|opinion|assessment|text|language|summary|document)s?|(?:on behalf|in "
    r"the name) of (?:the |all |its |my |other |fellow |security )*(?:council|members|delegations"
    r"|states|colleagues)|speak(?:s|ing)? for|(?:support|agreement|consent|approval|endorsement"
    r"|backing|concurrence|assent|blessing|acceptance|approbation) (?:of|from|by|among|within|in) "
    r"(?:the |all |its |my |other |fellow |security )*(?:council|members|delegations|states"
    r"|colleagues)|enjoy(?:s|ed|ing)|(?:views?|positions?|opinions?|will) of (?:the |all |its "
    r"|other |security )*(?:council|members|delegations)|the council's (?:views?|positions?"
    r"|opinions?)",
    "fr": r"résumé du conseil|procédure (?:d'approbation |d'accord )?(?:tacite|de silence|du "
    r"silence)|tacit\w*|(?:aucune|sans|pas d'|ni) ?(?:objections?|réserves?|opposition)|objecté"
    r"|consensus|unanim\w*|d'une (?:seule|même) voix|(?:position|vue|opinion|point de vue|analyse"
    r"|appréciation)s? (?:commune?s?|partagée?s?|concertée?s?|convenue?s?)|au nom (?:du conseil"
    r"|des membres|des délégations|de tous|de l'ensemble)|(?:appui|soutien|accord|assentiment"
    r"|approbation|aval|adhésion|agrément) (?:du conseil|des (?:autres )?(?:membres|délégations"
    r"|états)|de (?:tous|l'ensemble))|(?:texte|document|résumé) (?:convenu|concerté|agréé)|jouit"
    r"|bénéficie d[eu]|recueilli\w*|(?:vues?|opinions?|positions?|volonté|point de vue) (?:du "
    r"conseil|des (?:autres )?(?:membres|délégations))",
    "es": r"resumen del consejo|procedimiento de (?:silencio|no objeción|acuerdo tácito)|tácit\w*"
    r"|(?:sin|ninguna|no hubo) (?:objeci\w+|reservas?|oposición)|objet(?:ó|aron)|consenso"
    r"|unánim\w*|unanimidad|una sola voz|(?:posici[óo]n|visión|opinión|postura|parecer)(?:es)? "
    r"(?:común|comunes|compartidas?|conjuntas?|acordadas?|concertadas?)|en nombre (?:del consejo"
    r"|de (?:todos )?l[oa]s)|(?:apoyo|respaldo|acuerdo|consentimiento|aprobación|beneplácito"
    r"|anuencia|aval|asentimiento) (?:del consejo|de (?:todos )?(?:l[oa]s )?(?:demás )?(?:miembros"
    r"|delegaciones|estados))|goza|cuenta con|(?:texto|documento|resumen) (?:convenido|acordado"
    r"|concertado)|(?:opini[óo]n|posici[óo]n|parecer|voluntad|puntos? de vista)(?:es)? (?:del "
    r"consejo|de (?:todos )?l[oa]s (?:demás )?(?:miembros|delegaciones))",
    "ru": r"резюме совета|процедур\w+ (?:молчани\w+|отсутствия возражений|умолчани\w+)"
    r"|молчалив\w+|молчани\w+|(?:без|нет|не было|отсутстви\w+) (?:возражени\w+|оговорок)"
    r"|возрази\w+|консенсус\w*|единодуш\w+|единоглас\w+|един\w+ голос\w*|(?:общ|един|совместн"
    r"|согласованн)\w+ (?:позици|мнени|точк|взгляд|оценк|текст|резюме|документ)\w*|от имени "
    r"(?:всех |других )?(?:совета|членов|делегаций|государств|коллег)|(?:поддержк|согласи|одобрени"
    r"|санкци)\w+ (?:со стороны )?(?:всех |других )?(?:совета|членов|делегаций|государств)"
    r"|пользуется|заручи\w+|(?:мнени|позици|взгляд|вол)\w+ (?:всех |других )?(?:совета|членов"
    r"|делегаций)",
    "zh": r"安理会的?摘要|默许程序|默认程序|沉默程序|静默|默[许認认]|沉默|缄默|无(?:任何)?异议|"
    r"(?:没有|未|无)(?:人|成员|代表团|任何成员)?(?:提出)?(?:异议|反对|保留)|无保留|共识|协商一致"
    r"|一致|共同(?:立场|看法|意见|观点|理解|认识)|以?(?:安理会|安全理事会|全体成员|各成员"
    r"|成员)的?名义|(?:谨)?代表(?:安理会|安全理事会|全体|各|所有|其他)|(?:得到|获得?|赢得|享有"
    r"|取得|经)(?:了)?(?:安理会|安全理事会|全体|各|所有|其他)?(?:成员|代表团)?的?(?:广泛|大力)?"
    r"(?:支持|同意|赞同|认可|核准|批准|核可|通过)|(?:安理会|安全理事会|成员|代表团)(?:的)?(?:支持"
    r"|同意|赞同|认可|意见|立场|看法|观点)|商定",
    "ar": r"موجز (?:ال)?مجلس|إجراء (?:الصمت|السكوت|الموافقة الصامتة|عدم الاعتراض)|الصمت|السكوت"
    r"|ضمني\w*|(?:دون|بدون|بلا|عدم|أي) (?:أي )?(?:اعتراض\w*|تحفظ\w*)|لم يعترض|توافق\w*|بتوافق"
    r"|إجماع|بالإجماع|صوت واحد|(?:ال)?(?:موقف|رأي|مواقف|آراء|رؤية|فهم) (?:ال)?(?:مشترك\w*|موحد\w*"
    r"|متفق\w*)|باسم (?:ال)?(?:مجلس|أعضاء|وفود|جميع)|نيابة عن (?:ال)?(?:مجلس|أعضاء|وفود|جميع)|"
    r"(?:ب)?(?:تأييد|دعم|موافقة|قبول|مباركة|مساندة) (?:جميع |سائر )?(?:ال)?(?:مجلس|أعضاء|وفود)"
    r"|يحظى|تحظى|حظي|نص متفق عليه|(?:آراء|رأي|مواقف|موقف|وجهات نظر|إرادة) (?:جميع )?(?:ال)?(?:مجلس"
    r"|أعضاء|وفود)",
}
# What is said of a text that was decided upon, as nobody decides upon a summary.
DECIDED: Mapping[str, str] = {
    "en": r"adopt\w*|approved|approves|endorse\w*|ratif\w*|agreed|accepted|validated|cleared"
    r"|sanctioned|authori[sz]ed|concurred",
    "fr": r"adopté\w*|adoption|adopter|approuv\w*|entérin\w*|endoss\w*|convenue?s?|accepté\w*"
    r"|validé\w*|agréé\w*|ratifi\w*|avalis\w*",
    "es": r"adopt\w*|aprob\w*|aprueb\w*|respald\w*|acordad\w*|acord(?:ó|aron)|convenid\w*"
    r"|aceptad\w*|ratific\w*|validad\w*|avalad\w*|refrendad\w*",
    "ru": r"приня(?:т|ла|ло|ли|л)(?:о|а|ы|ый|ое|ая|ого)?|одобр\w*|утвержд\w*|утверд\w*|согласова"
    r"(?:н|л)\w*|согласил\w*|поддержа\w*|поддерживает\w*|ратифиц\w*",
    "zh": r"获得?通过|予以通过|已通过|通过了|核准|批准|认可|赞同|同意|核可|附议",
    "ar": r"اعتمد\w*|اعتماد\w*|معتمد\w*|أقر(?:ت|وا)?(?:ه|ها)?|(?:ت|ي)?ؤيد\w*|أيد\w*|وافق\w*"
    r"|متفق\w*|اتفق\w*|صادق\w*|قبله",
}
# That it gives nobody's views but the presidency's is no claim.
DISCLAIMERS: Mapping[str, str] = {
    "en": r"(?:it|this|they|which|(?:the|this|the present|the attached) (?:summary|document|text"
    r"|paper|annex))(?: and)? (?:does|do|should|may|must|can|shall)(?: ?not|n't) (?:necessarily )?"
    r"(?:be (?:considered|regarded|seen|taken|interpreted|understood|construed|read) (?:as |to "
    r")?)?(?:reflect(?:ing)?|represent(?:ing)?|express(?:ing)?|engage|bind|be) (?:necessarily )?"
    r"(?:the )?(?:views?|positions?|opinions?) of (?:the |all |any |other |its |individual |each "
    r"|security )*(?:council|members?|delegations?)(?: of the (?:security )?council)?",
    "fr": r"(?:il|elle|celui-ci|qui|(?:le|ce|le présent) (?:résumé|document|texte)) ne "
    r"(?:saurait |doit pas |devrait pas |peut pas |peut )?(?:être (?:considérée?|interprétée?"
    r"|regardée?|vue?) comme )?(?:reflét\w+|reflète|représent\w+|exprim\w+|engag\w+)(?: pas)?(?: "
    r"nécessairement)? (?:les? |la )?(?:vues?|opinions?|positions?|points? de vue) (?:du conseil"
    r"(?: de sécurité)?|d(?:es|e l'ensemble des|e tous les) (?:autres )?(?:membres|délégations)"
    r"(?: du conseil(?: de sécurité)?)?)",
    "es": r"(?:y|este|el|que|(?:el|este|el presente) (?:resumen|documento|texto)) no (?:debe "
    r"|debería |puede |deberá )?(?:(?:considerarse|interpretarse|entenderse|verse) (?:como |que "
    r")?)?(?:refleja\w*|reflejo de|representa\w*|expresa\w*|representativo de|expresión de)(?: "
    r"necesariamente)? (?:las? |los )?(?:opini\w+|posici\w+|puntos? de vista|parecer(?:es)?) "
    r"(?:del consejo(?: de seguridad)?|de (?:todos )?los (?:demás )?miembros(?: del consejo(?: de "
    r"seguridad)?)?)",
    "ru": r"(?:оно|он|и|которое|(?:настоящее |данное )?(?:резюме)|(?:настоящий |данный )?"
    r"(?:документ|текст)) не (?:обязательно |следует |должно |должен |может |стоит )*(?:"
    r"(?:рассматривать|считать|толковать|расценивать|рассматриваться|считаться|толковаться)"
    r"(?:ся)? (?:как |в качестве )?)?(?:отража\w+|представля\w+|выража\w+|выражени\w+"
    r"|отражени\w+) (?:обязательно )?(?:мнени\w+|позици\w+|точк\w+ зрения|взгляд\w+) (?:всех "
    r"|других )?(?:членов )?(?:совета(?: безопасности)?|членов)?",
    "zh": r"(?:不应|不得|并不|不能|不可|未必|不)(?:被)?(?:视为|看作|理解为|解释为)?(?:是|一定"
    r"|必然|必定)?(?:代表|反映|表达|体现)?(?:安理会|安全理事会)?(?:全体|各|所有|其他)?(?:成员)?的?"
    r"(?:意见|看法|立场|观点)",
    "ar": r"(?:وهو |وهي |هو )?و?لا (?:ينبغي |يجوز |يجب |يمكن )?(?:أن )?(?:(?:يعتبر|تعتبر|اعتباره"
    r"|اعتبارها|يفهم|يفسر|تفسيره) )?(?:على أنه |أنه |بأنه )?(?:معبر\w*|ممثل\w*|يعبر|تعبر|تعبيرا"
    r"|يمثل|تمثل|تمثيلا|يعكس) ?(?:بالضرورة )?(?:عن )?(?:بالضرورة )?(?:آراء|رأي|مواقف|موقف|وجهات "
    r"نظر) (?:جميع )?(?:أعضاء )?(?:ال)?(?:مجلس|أعضاء|وفود)(?: الأمن)?",
}
# Small letters that a name may begin a word with.
PARTICLES = frozenset({
    "de", "da", "do", "dos", "das", "del", "della", "di", "du", "des", "le", "la", "les", "las",
    "los", "van", "von", "der", "den", "het", "ten", "ter", "te", "zu", "zur", "af", "av", "el",
    "al", "bin", "ibn", "ben", "bint", "e", "y", "i", "a.i",
})  # fmt: skip
# What leads from a name to more.
NO_NAME = (
    r"with|for|behalf|avec|pour|nom|con|nombre|por|para|имени|от|за|при|代表|经|باسم|نيابة|بالنيابة"
    r"|بموافقة"
)
