"""Words that narrative may not use, by language: numbers, quantifiers, and what members do.

Cardinals up to thirty come from the tables of ``wording``; here are the ways round them.
"""

from collections.abc import Mapping

# Articles that are a number's word, too; what counts with them is caught by what it counts.
ARTICLES: Mapping[str, frozenset[str]] = {
    "fr": frozenset({"un"}),
    "es": frozenset({"un", "uno"}),
}
# Numbers without their cardinal: parts, dozens, hundreds, both.
NUMBERS: Mapping[str, str] = {
    "en": r"half|halves|thirds?|quarters?|dozens?|scores? of|hundreds?|thousands?|millions?|forty"
    r"|fifty|sixty|seventy|eighty|ninety|both|twice|pair|couple|double|triple|single|sole|lone",
    "fr": r"moitié|tiers|quarts?|douzaines?|dizaines?|vingtaines?|centaines?|milliers?|millions?"
    r"|cents?|mille|quarante|cinquante|soixante\w*|quatre-vingt\w*|double|triple|deux|seule?s?"
    r"|une? (?:membre|délégation|orateur|état|pays|représentante?)",
    "es": r"mitad|tercios?|cuartos? de|docenas?|decenas?|centenas?|centenares|cien|cientos?|mil"
    r"|miles|millones|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|ambos|ambas|doble|triple"
    r"|sol[oa]s?|únic[oa]s?|una? (?:miembro|delegación|orador|estado|país|representante)",
    "ru": r"половин\w*|треть\w?|четверт(?:ь|и|ью)|дюжин\w*|десятк\w*|сотн\w*|сто|ста|тысяч\w*"
    r"|миллион\w*|сорок\w?|пятьдесят|шестьдесят|семьдесят|восемьдесят|девяносто|об[ае]|обоих"
    r"|обеих|обоим|две|двум\w*|трем\w*|тремя|дважды|вдвое|одн(?:а|о|ой|ого|ому|им|у)|един\w*ственн\w*",
    "zh": r"[〇二两三四五六七八九百千万亿]|十(?!分)|一(?=[个名国位票份项次半])|半数|双方|唯一|单独",
    "ar": r"نصف|ثلث|ثلثي|ثلثا|ثلثان|ربع|عشرات|مئات|مئة|مائة|مئتان|مئتين|مائتين|آلاف|ألف|ملايين"
    r"|مليون|أربعون|أربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين|كلا|كلتا"
    r"|واحدة|اثنتان|اثنتين|اثنين|ثلاث|أربع|خمس|ست|سبع|ثمان|ثماني|تسع|عشر|عضوان|عضوين|وفدان|وفدين"
    r"|دولتان|دولتين|وحيدة?",
}
QUANTIFIERS: Mapping[str, str] = {
    "en": r"all|every|everyone|everybody|each|none|nobody|no one|most|mostly|many|several|some"
    r"|few|fewer|a number of|majority|majorities|minority|minorities|various|numerous|any|plenty"
    r"|largely|overwhelmingly|widely|universally|unanimous\w*",
    "fr": r"tous|toutes|chacune?|chaque|aucune?s?|nulle?|personne|la plupart|beaucoup|plusieurs"
    r"|certaine?s|quelques|quelques-une?s|nombre de|nombre d|majorité|majoritair\w+|minorité"
    r"|nombreu(?:x|ses)|divers|diverses|peu de|largement|unanim\w+",
    "es": r"todos|todas|cada|ningun[oa]s?|nadie|mayoría|mayoritari\w+|minoría|much[oa]s|vari[oa]s"
    r"|algun[oa]s?|algún|poc[oa]s|cierto número|divers[oa]s|numeros[oa]s|ampliamente|unánim\w+",
    "ru": r"все|всех|всем|всеми|всякий|кажд\w+|никто|никого|никаких|больш(?:инств\w+|ая часть)"
    r"|меньшинств\w+|мног(?:ие|их|им|ими|о)|нескольк\w+|некотор\w+|ряд|ряда|ряду|рядом|немног\w+"
    r"|различны[ехм]\w*|единодушн\w+|единоглас\w+",
    "zh": r"所有|全体|全部|各国|各方|各代表团|每个|每一|没有人|无人|大多|多数|少数"
    r"|许多|很多|众多|若干|一些|有些|部分|不少|个别|多个|数个|几个|几乎|大家|一致|普遍|广泛",
    "ar": r"جميع|كل|كافة|أي من|لا أحد|معظم|أغلب|أغلبية|غالبية|أكثرية|أقلية|كثير|كثيرون|كثيرين"
    r"|العديد|عدد من|بعض|عدة|قليل|قلة|مجموعة من|سائر|بالإجماع",
}
# The Council is its members here: narrative says of neither where they stand.
MEMBERS: Mapping[str, str] = {
    "en": r"council|members?|delegations?|states?|countries|capitals",
    "fr": r"conseil|membres?|délégations?|états?|pays|capitales",
    "es": r"consejo|miembros?|delegaci(?:ón|ones)|estados?|país|países|capitales",
    "ru": r"совет(?:а|у|ом|е)?|член\w*|делегаци\w*|государств\w*|стран\w*|столиц\w*",
    "zh": r"安理会|理事会|成员国?|会员国|代表团|各国|国家",
    "ar": r"(?:[وفبلك]|ال|لل)*(?:مجلس|أعضاء|عضو|وفود|وفد|دول|دولة|بلدان|عواصم)",
}
# Taking a stand, as a finite verb or a participle: what one is asked to do is not what one did.
STANDS: Mapping[str, str] = {
    "en": r"(?:support|oppose|favou?r|endors|back|reject|welcom|condemn|deplor|regret|agre|disagree"
    r"|object|urg|demand|insist|stress|emphasi[sz]|underlin|underscor|express|voic|consider"
    r"|believ|prefer|want|wish|share|recogni[sz]|commend|prais|criticis|criticiz|question|doubt"
    r"|accept|concur|affirm|reaffirm|reiterat|advocat|propos|suggest|request|recommend|argu)"
    r"(?:s|es|ed|d|e|ing)?|called|calls?|held|holds?|thought|thinks?|felt|feels?|stood|stands?"
    r"|said|says?|asked|asks?",
    "fr": r"(?:appuy|soulign|condamn|déplor|regrett|demand|insist|exprim|estim|considèr|considér"
    r"|préfèr|préfér|souhait|partag|salu|critiqu|dout|accept|affirm|réaffirm|préconis|propos"
    r"|recommand|approuv|rejet|rejett|récus|invit|exhort|prôn)(?:e|ent|é|ée|és|ées|ait|aient|èrent)"
    r"|appuient|soutient|soutiennent|soutenue?s?|soutenaient|opposée?s?|opposent|favorables?"
    r"|convenue?s?|conviennent|veut|veulent|voulu|reconnu\w*|reconnaissent|croient|pensent|dit"
    r"|disent|jug(?:e|ent|é|és|ée|ées)|hostiles?",
    "es": r"(?:apoy|respald|rechaz|conden|deplor|lament|subray|destac|expres|estim|consider"
    r"|dese|salud|critic|dud|acept|afirm|reafirm|reiter|recomend|aprob|exhort|inst|insist"
    r"|acord|manifest|propugn|not)(?:a|an|ó|aron|aba|aban|ado|ada|ados|adas)"
    r"|opuso|opusieron|opone[n]?|opuest[oa]s?|pidió|piden|pide|pidieron|pedido|prefier\w+|prefir\w+"
    r"|quier\w+|quis\w+|cree|creen|creyeron|dijo|dijeron|propuso|propusieron|propone[n]?|favorables?"
    r"|conviene[n]?|convin\w+|acogi\w+|acoge[n]?",
    "ru": r"(?:поддерж|одобр|отверг|отклон|осуд|приветств|подчеркн|подчеркив|выраз|выраж|счита|счел"
    r"|полага|потребов|требу|призва|призыва|согла|возраз|возраж|предпоч|предложи|предлага|заяв"
    r"|настаива|сожале|рекоменд|выступ|высказ|отмет|отмеч|попрос|прос|раздел|хот)\w*",
    "zh": r"支持|反对|赞成|赞同|同意|认可|拒绝|欢迎|谴责|遗憾|强调|表示|表达|认为|相信|希望"
    r"|呼吁|敦促|要求|主张|建议|提议|质疑|接受|重申|坚持|指出|倾向",
    "ar": r"(?:[وف])?(?:[يت])?(?:أيد|ؤيد|دعم|عارض|رفض|رحب|أدان|دين|أعرب|عرب|أكد|ؤكد|شدد|رأى|رى"
    r"|اعتبر|عتبر|طالب|طلب|دعا|دعو|حث|وافق|فضل|اقترح|قترح|أوصى|وصي|أبرز|أصر|صر|أسف|أعلن|قبل|تمنى)"
    r"(?:ت|وا|ون|ين|ا)?|(?:مؤيد|معارض|رافض)(?:ة|ون|ين)?",
}
# One mind that nobody counted, whoever is said to be of it.
SHARED: Mapping[str, str] = {
    "en": r"converge\w*|(?:common|shared|mutual) (?:understanding|view|ground|position|approach"
    r"|assessment)s?|no (?:objections?|opposition|dissent|disagreement)|(?:generally|widely|broadly"
    r"|largely|commonly) (?:felt|held|shared|agreed|understood|accepted|recogni[sz]ed|considered"
    r"|seen)|of (?:the same|one) (?:view|mind)|with one voice|like-minded\w*",
    "fr": r"converge\w*|(?:vue|conception|compréhension|position|approche|lecture)s? (?:communes?"
    r"|partagées?|identiques?)|terrain d'entente|(?:aucune|sans) (?:objection|opposition)s?"
    r"|(?:généralement|largement|communément) (?:admis|partagé|accepté|reconnu|estimé|considéré)"
    r"(?:e|s|es)?|du même avis|d'une seule voix",
    "es": r"converge\w*|convergenc\w*|(?:amplia|gran|general) coincidencia|coincidencia de "
    r"(?:opiniones|pareceres|posiciones|criterios)|(?:opiniones|posiciones|pareceres) coincid\w+"
    r"|coincidi\w+ en (?:que|la|el|lo)|(?:visión|entendimiento|posición|opinión|enfoque)(?:es)? "
    r"(?:común|comunes|compartid\w+)|(?:ninguna|sin|no hubo) objeci\w+|(?:ampliamente"
    r"|generalmente) (?:compartid|aceptad|reconocid|considerad)\w+|de la misma opinión"
    r"|una sola voz",
    "ru": r"сближени\w+ (?:позици|мнени|взгляд|точ)\w*|совпадени\w+ (?:позици|мнени|взгляд|точ)\w*"
    r"|(?:позици|мнени|взгляд)\w* (?:во многом )?совпа\w+|(?:общ|един)\w+ (?:понимани|мнени|позици"
    r"|подход)\w*|возражени\w+ не (?:был|последовал|поступил|прозвучал)\w+|(?:без|не было) "
    r"возражений|(?:широко|повсеместно|повсюду) (?:признан|раздел)\w*|(?:одного|единого) мнения",
    "zh": r"趋同|趋于一致|(?:意见|看法|立场|观点)(?:基本|高度|完全)?一致|不谋而合"
    r"|共同(?:认识|看法|立场|理解|观点)|共识|(?:没有|无|未有?)(?:人|任何人|任何)?(?:提出)?(?:异议|反对)"
    r"|普遍(?:认为|感到|觉得|接受)|广泛认同",
    "ar": r"تقارب\w* (?:في )?(?:ال)?(?:آراء|مواقف)|التقاء (?:ال)?آراء|(?:فهم|رأي|موقف|تصور|نهج)\w* "
    r"مشترك\w*|(?:دون|بدون|بلا) (?:أي )?اعتراض\w*|لم (?:يكن|تكن|يثر|يبد) (?:هناك |أي )*اعتراض\w*"
    r"|ساد (?:الشعور|الرأي)|(?:ال)?رأي (?:ال)?سائد|(?:ال)?شعور (?:ال)?عام|صوت واحد",
}
# Before the verb: "to support" is asked for; before members: what was done "by" them.
ASKED: Mapping[str, str] = {"en": r"(?<!to )(?<!should )(?<!could )(?<!might )", "fr": "", "es": ""}
BY: Mapping[str, str] = {
    "en": r"by(?: the| council| other)*",
    "fr": r"(?:par|d['’]|du|de|des)(?: les| la| le| l['’])*",
    "es": r"(?:por|de|del)(?: los| las| el| la)*",
}
# In these languages the verb may come first, and case or order tells who: near is enough.
EITHER_WAY = frozenset({"ru", "ar"})
