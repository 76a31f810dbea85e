"""Words that claim for a text what only members can give it, by language.

All six are asked of every letter, whichever language it says it is in. Patterns over folded text
(``folding.py``).
"""

from collections.abc import Mapping

# Bound to what they are said of, so that a letter may speak of the world: claims of agreement, of
# silence that would be agreement, of words said in others' name.
CLAIMS: Mapping[str, str] = {
    "en": r"silence|deadline (?:passed|has)|expired|expiry|uncontested|unopposed|unchallenged"
    r"|resistance|opposition|against (?:it|the (?:text|summary|draft|document))|(?:no|without)(?: "
    r"any)? (?:comments?|remarks?|changes?|amendments?)|joint(?:ly)?|we, |summary of the "
    r"(?:security )?council|silence (?:procedure|period|was)|under silence|tacit\w*|(?:no|without)"
    r"(?: any)? (?:objections?|reservations?|dissent|opposition)|(?:not|n't|nobody|no one|none) "
    r"object\w*|object(?:ed)? to (?:it|the (?:text|summary))|consensus|unanim\w*|one voice|as one|"
    r"(?:common|shared|joint|collective|agreed) (?:position|view|understanding|stand|opinion"
    r"|assessment|text|language|summary|document)s?|(?:on behalf|in the name) of (?:the |all |its "
    r"|my |other |fellow |security )*(?:council|members|delegations|states|colleagues)|speak(?:s"
    r"|ing)? for|(?:support|agreement|consent|approval|endorsement|backing|concurrence|assent"
    r"|blessing|acceptance|approbation) (?:of|from|by|among|within|in) (?:the |all |its |my "
    r"|other |fellow |security )*(?:council|members|delegations|states|colleagues)|enjoy(?:s|ed"
    r"|ing)|(?:views?|positions?|opinions?|will) of (?:the |all |its |other |security )*(?:council"
    r"|members|delegations)|the council's (?:views?|positions?|opinions?)",
    "fr": r"silence|expir\w*|délai|incontesté\w*|conjoint\w*|oppos\w*|(?:sans|aucune?)(?: "
    r"aucune?)? (?:observations?|commentaires?|remarques?|modifications?)|nous, |résumé du conseil"
    r"|procédure (?:d'approbation |d'accord )?(?:tacite|de silence|du silence)|tacit\w*|(?:aucune"
    r"|sans|pas d'|ni) ?(?:objections?|réserves?|opposition)|objecté|consensus|unanim\w*|d'une "
    r"(?:seule|même) voix|(?:position|vue|opinion|point de vue|analyse|appréciation)s? "
    r"(?:commune?s?|partagée?s?|concertée?s?|convenue?s?)|au nom (?:du conseil|des membres|des "
    r"délégations|de tous|de l'ensemble)|(?:appui|soutien|accord|assentiment|approbation|aval"
    r"|adhésion|agrément) (?:du conseil|des (?:autres )?(?:membres|délégations|états)|de (?:tous"
    r"|l'ensemble))|(?:texte|document|résumé) (?:convenu|concerté|agréé)|jouit|bénéficie d[eu]"
    r"|recueilli\w*|(?:vues?|opinions?|positions?|volonté|point de vue) (?:du conseil|des "
    r"(?:autres )?(?:membres|délégations))",
    "es": r"silencio|el plazo|venci\w+|expir\w*|indiscutid\w*|conjunt[oa]\w*|opus\w*|oposición"
    r"|sin (?:comentarios?|observaciones|cambios|enmiendas)|nosotros, |resumen del consejo"
    r"|procedimiento de (?:silencio|no objeción|acuerdo tácito)|tácit\w*|(?:sin|ninguna|no hubo) "
    r"(?:objeci\w+|reservas?|oposición)|objet(?:ó|aron)|consenso|unánim\w*|unanimidad|una sola voz"
    r"|(?:posici[óo]n|visión|opinión|postura|parecer)(?:es)? (?:común|comunes|compartidas?"
    r"|conjuntas?|acordadas?|concertadas?)|en nombre (?:del consejo|de (?:todos )?l[oa]s)|(?:apoyo"
    r"|respaldo|acuerdo|consentimiento|aprobación|beneplácito|anuencia|aval|asentimiento) (?:del "
    r"consejo|de (?:todos )?(?:l[oa]s )?(?:demás )?(?:miembros|delegaciones|estados))|goza|cuenta "
    r"con|(?:texto|documento|resumen) (?:convenido|acordado|concertado)|(?:opini[óo]n|posici[óo]n"
    r"|parecer|voluntad|puntos? de vista)(?:es)? (?:del consejo|de (?:todos )?l[oa]s (?:demás )?"
    r"(?:miembros|delegaciones))",
    "ru": r"истек\w*|бесспорн\w*|совместн\w*|против|возраж\w*|без (?:замечани\w+|комментари\w+"
    r"|изменени\w+|поправок)|мы, |резюме совета|процедур\w+ (?:молчани\w+|отсутствия возражений"
    r"|умолчани\w+)|молчалив\w+|молчани\w+|(?:без|нет|не было|отсутстви\w+) (?:возражени\w+"
    r"|оговорок)|возрази\w+|консенсус\w*|единодуш\w+|единоглас\w+|един\w+ голос\w*|(?:общ|един"
    r"|совместн|согласованн)\w+ (?:позици|мнени|точк|взгляд|оценк|текст|резюме|документ)\w*|от "
    r"имени (?:всех |других )?(?:совета|членов|делегаций|государств|коллег)|(?:поддержк|согласи"
    r"|одобрени|санкци)\w+ (?:со стороны )?(?:всех |других )?(?:совета|членов|делегаций"
    r"|государств)|пользуется|заручи\w+|(?:мнени|позици|взгляд|вол)\w+ (?:всех |других )?(?:совета"
    r"|членов|делегаций)",
    "zh": r"期限|期满|截止|到期|(?:无|没有)意见|反对|联合(?!国)|我们|安理会的?摘要|默许程序"
    r"|默认程序|沉默程序|静默|默[许認认]|沉默|缄默|无(?:任何)?异议|(?:没有|未|无)(?:人|成员|代表团"
    r"|任何成员)?(?:提出)?(?:异议|反对|保留)|无保留|共识|协商一致|一致|共同(?:立场|看法|意见|观点"
    r"|理解|认识)|以?(?:安理会|安全理事会|全体成员|各成员|成员)的?名义|(?:谨)?代表(?:安理会"
    r"|安全理事会|全体|各|所有|其他)|(?:得到|获得?|赢得|享有|取得|经)(?:了)?(?:安理会|安全理事会"
    r"|全体|各|所有|其他)?(?:成员|代表团)?的?(?:广泛|大力)?(?:支持|同意|赞同|认可|核准|批准|核可"
    r"|通过)|(?:安理会|安全理事会|成员|代表团)(?:的)?(?:支持|同意|赞同|认可|意见|立场|看法|观点)"
    r"|商定",
    "ar": r"صمت|سكوت|المهلة|انقض\w*|(?:ي|ت)?عارض\w*|مشترك\w*|(?:دون|بلا) (?:أي )?(?:تعليق\w*"
    r"|ملاحظ\w*|تعديل\w*)|نحن،? |موجز (?:ال)?مجلس|إجراء (?:الصمت|السكوت|الموافقة الصامتة|عدم "
    r"الاعتراض)|الصمت|السكوت|ضمني\w*|(?:دون|بدون|بلا|عدم|أي) (?:أي )?(?:اعتراض\w*|تحفظ\w*)|لم "
    r"يعترض|توافق\w*|بتوافق|إجماع|بالإجماع|صوت واحد|(?:ال)?(?:موقف|رأي|مواقف|آراء|رؤية|فهم) "
    r"(?:ال)?(?:مشترك\w*|موحد\w*|متفق\w*)|باسم (?:ال)?(?:مجلس|أعضاء|وفود|جميع)|نيابة عن (?:ال)?"
    r"(?:مجلس|أعضاء|وفود|جميع)|(?:ب)?(?:تأييد|دعم|موافقة|قبول|مباركة|مساندة) (?:جميع |سائر )?"
    r"(?:ال)?(?:مجلس|أعضاء|وفود)|يحظى|تحظى|حظي|نص متفق عليه|(?:آراء|رأي|مواقف|موقف|وجهات نظر"
    r"|إرادة) (?:جميع )?(?:ال)?(?:مجلس|أعضاء|وفود)",
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
# Of members a letter speaks in these formulas alone: that it gives nobody's views but the
# presidency's, that they were consulted, that they are thanked; and of the Council as a body.
FORMULAS: Mapping[str, str] = {
    "en": r"(?:it|this|they|which|(?:the|this|the present|the attached) (?:summary|document|text"
    r"|paper|annex))(?: and)? (?:does|do|should|may|must|can|shall)(?: ?not|n't) (?:necessarily )?"
    r"(?:be (?:considered|regarded|seen|taken|interpreted|understood|construed|read) (?:as |to "
    r")?)?(?:reflect(?:ing)?|represent(?:ing)?|express(?:ing)?|engage|bind|be) (?:necessarily )?"
    r"(?:the )?(?:views?|positions?|opinions?) of (?:the |all |any |other |its |individual |each "
    r"|security )*(?:council|members?|delegations?)(?: of the (?:security )?council)?|"
    r"(?:consult\w*|exchanges?|discussions?) (?:with|among|of) (?:the |all |its |my |other "
    r"|fellow |security )*(?:council|members|delegations|colleagues)(?: of the (?:security "
    r")?council)?|(?:president|document|agenda|work|meetings?|debate|deliberations|discussions?"
    r"|rules of procedure|resolutions?|attention) of the (?:members of the )?(?:security )?council"
    r"|thank(?:s|ed|ing)?(?: to)? (?:the |all |my |other |fellow |security )*(?:council|members"
    r"|delegations|colleagues)(?: of the (?:security )?council)?|sole responsibility",
    "fr": r"(?:il|elle|celui-ci|qui|(?:le|ce|le présent) (?:résumé|document|texte)) ne "
    r"(?:saurait |doit pas |devrait pas |peut pas |peut )?(?:être (?:considérée?|interprétée?"
    r"|regardée?|vue?) comme )?(?:reflét\w+|reflète|représent\w+|exprim\w+|engag\w+)(?: pas)?(?: "
    r"nécessairement)? (?:les? |la )?(?:vues?|opinions?|positions?|points? de vue) (?:du conseil"
    r"(?: de sécurité)?|d(?:es|e l'ensemble des|e tous les) (?:autres )?(?:membres|délégations)"
    r"(?: du conseil(?: de sécurité)?)?)|(?:consult\w+|échanges?|discussions?) (?:avec |entre "
    r"|des )(?:les |tous |mes |autres )*(?:membres|délégations|collègues|conseil)(?: du conseil"
    r"(?: de sécurité)?)?|(?:présiden[tc]e?|document|ordre du jour|travaux|séances?|débats?"
    r"|attention|règlement intérieur|résolutions?) (?:des membres )?du conseil(?: de sécurité)?|"
    r"(?:présidence|document) du conseil|remerci\w+ (?:le |les |tous |toutes |mes |autres )*"
    r"(?:conseil|membres|délégations|collègues)(?: du conseil(?: de sécurité)?)?|seule "
    r"responsabilité",
    "es": r"(?:y|este|el|que|(?:el|este|el presente) (?:resumen|documento|texto)) no (?:debe "
    r"|debería |puede |deberá )?(?:(?:considerarse|interpretarse|entenderse|verse) (?:como |que "
    r")?)?(?:refleja\w*|reflejo de|representa\w*|expresa\w*|representativo de|expresión de)(?: "
    r"necesariamente)? (?:las? |los )?(?:opini\w+|posici\w+|puntos? de vista|parecer(?:es)?) "
    r"(?:del consejo(?: de seguridad)?|de (?:todos )?los (?:demás )?miembros(?: del consejo(?: de "
    r"seguridad)?)?)|(?:consult\w+|intercambios?|conversaciones) (?:con |entre )(?:el |los |las "
    r"|todos |mis |demás |otros )*(?:miembros|delegaciones|colegas|consejo)(?: del consejo(?: de "
    r"seguridad)?)?|(?:president[ae]|presidencia|documento|orden del día|labor|trabajos|sesi(?:ón"
    r"|ones)|debates?|atención|reglamento|resoluci(?:ón|ones)) (?:de los miembros )?del consejo"
    r"(?: de seguridad)?|(?:agrade\w+|dar las gracias) (?:a |al )(?:los |las |todos |mis |demás )*"
    r"(?:consejo|miembros|delegaciones|colegas)(?: del consejo(?: de seguridad)?)?|(?:única"
    r"|exclusiva) responsabilidad",
    "ru": r"(?:оно|он|и|которое|(?:настоящее |данное )?(?:резюме)|(?:настоящий |данный )?"
    r"(?:документ|текст)) не (?:обязательно |следует |должно |должен |может |стоит )*(?:"
    r"(?:рассматривать|считать|толковать|расценивать|рассматриваться|считаться|толковаться)"
    r"(?:ся)? (?:как |в качестве )?)?(?:отража\w+|представля\w+|выража\w+|выражени\w+"
    r"|отражени\w+) (?:обязательно )?(?:мнени\w+|позици\w+|точк\w+ зрения|взгляд\w+) (?:всех "
    r"|других )?(?:членов )?(?:совета(?: безопасности)?|членов)?|(?:консультаци\w+|обсуждени\w+"
    r"|обмен\w* мнениями) (?:с |между |со )(?:всеми |другими |остальными |моими )*(?:членами"
    r"|делегациями|коллегами|советом)(?: совета(?: безопасности)?)?|(?:председател\w+|документ\w*"
    r"|повестк\w+ дня|работ\w+|заседани\w+|прени\w+|внимани\w+|резолюци\w+) (?:членов )?совета(?: "
    r"безопасности)?|(?:по)?благодар\w+ (?:всех |других |моих )*(?:совет|членов|делегации"
    r"|делегациям|членам|коллег)(?: совета(?: безопасности)?)?",
    "zh": r"(?:不应|不得|并不|不能|不可|未必|不)(?:被)?(?:视为|看作|理解为|解释为)?(?:是|一定"
    r"|必然|必定)?(?:代表|反映|表达|体现)?(?:安理会|安全理事会)?(?:全体|各|所有|其他)?(?:成员)?的?"
    r"(?:意见|看法|立场|观点)|[与同和](?:安理会|安全理事会)?(?:其他|各|全体)?(?:成员|代表团|同事)"
    r"(?:进行)?(?:协商|磋商|交换意见)|(?:安理会|安全理事会)(?:主席|文件|议程|工作|会议|议事规则"
    r"|决议|的?关注)|感谢(?:安理会|安全理事会)?(?:其他|各|全体)?(?:成员|代表团|同事)?",
    "ar": r"(?:وهو |وهي |هو )?و?لا (?:ينبغي |يجوز |يجب |يمكن )?(?:أن )?(?:(?:يعتبر|تعتبر|اعتباره"
    r"|اعتبارها|يفهم|يفسر|تفسيره) )?(?:على أنه |أنه |بأنه )?(?:معبر\w*|ممثل\w*|يعبر|تعبر|تعبيرا"
    r"|يمثل|تمثل|تمثيلا|يعكس) ?(?:بالضرورة )?(?:عن )?(?:بالضرورة )?(?:آراء|رأي|مواقف|موقف|وجهات "
    r"نظر) (?:جميع )?(?:أعضاء )?(?:ال)?(?:مجلس|أعضاء|وفود)(?: الأمن)?|(?:مشاورات|مناقشات|تبادل "
    r"الآراء|التشاور) مع (?:سائر |جميع |بقية )?(?:ال)?(?:أعضاء|وفود|مجلس|زملاء)(?: (?:ال)?مجلس)?"
    r"(?: الأمن)?(?: الآخرين)?|(?:رئيس|رئاسة|وثائق|وثيقة|جدول أعمال|أعمال|جلسات|جلسة|مداولات"
    r"|اهتمام|قرارات) (?:أعضاء )?(?:ال)?مجلس(?: الأمن)?|(?:أشكر|شكر\w*|الشكر إلى|الشكر ل) (?:جميع "
    r")?(?:ال)?(?:أعضاء|وفود|مجلس|زملاء)(?: (?:ال)?مجلس)?(?: الأمن)?",
}
COUNCIL: Mapping[str, str] = {
    "en": r"council(?:'s)?|members?|delegations?|colleagues",
    "fr": r"conseil|membres?|délégations?|collègues",
    "es": r"consejo|miembros?|delegaci(?:ón|ones)|colegas",
    "ru": r"совет(?:а|у|ом|е)?|член\w*|делегаци\w*|коллег\w*",
    "zh": r"安理会|安全理事会|成员|代表团|各国|同事",
    "ar": r"مجلس|أعضاء|عضو|وفود|وفد|زملا\w*",
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
