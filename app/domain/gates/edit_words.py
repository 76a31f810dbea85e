"""Words of edits, by language: what none may add or drop, and what may stand around a count.

Stems where a language inflects. What says how many comes from ``narrative_words``. The lists are
patterns over folded text (``folding.py``), where Arabic has one spelling and no tashkeel.
"""

from collections.abc import Mapping

# What turns a sentence round: an edit has neither more of them nor fewer.
NEGATIONS: Mapping[str, str] = {
    "en": r"not|no|\w+n't|cannot|never|nor|neither|none|nobody|nothing|nowhere|without|hardly"
    r"|scarcely|barely|rarely|seldom|non|lack\w*|fail(?:s|ed|ing|ure)?|unable|unwilling\w*",
    "fr": r"n|ne|non|pas|jamais|rien|aucun\w*|nul(?:le)?s?|nullement|personne|ni|sans|guère"
    r"|incapables?|manqu\w+|échou\w+|omis\w*|omett\w+",
    "es": r"no|nunca|jamás|ni|nada|nadie|ningún|ningun[oa]s?|tampoco|sin|apenas|incapa\w+"
    r"|dej(?:ó|aron|ado|aban?) de|omiti\w+|carec\w+",
    "ru": r"не|ни|нет|нельзя|никогда|никто|никого|никак\w*|ничего|ничто|ничем|нисколько|без|отнюдь"
    r"|вовсе|не(?:способ|жел|согла|готов|возмож)\w*",
    "zh": r"[没沒勿]|未(?!来)|不(?!断|同|仅|久|良|稳|安|结盟|可或缺|尽相同|平等|但)"
    r"|[无無](?!人机|线|家可归)|非(?!洲|政府|常|法|军事)|否(?!则)|莫(?!桑比克|罗尼|斯科)",
    "ar": r"لم|لا|لن|ليس\w*|لست|غير|عدم|دون|بلا|أبدا|قط|ما قد\w+|ما أعط\w+|امتن\w+"
    r"|عجز\w*|أخفق\w*|فشل\w*|تخلف\w*",
}
# Refusals, exceptions, retractions and doubts; agreement and opposition; whoever was not counted.
LOADED: Mapping[str, str] = {
    "en": r"refus\w*|declin\w*|den(?:y|ies|ied|ying|ials?)|reject\w*|oppos\w*|object(?:s|ed|ions?)"
    r"|disagree\w*|dissent\w*|dissociat\w*|disavow\w*|disown\w*|repudiat\w*|contest\w*|disput\w*"
    r"|withdrew|withdrawn|withdraws|retract\w*|revok\w*|rescind\w*|revers\w*|recant\w*|abandon\w*"
    r"|avoid\w*|abst(?:ain|ention)\w*|reluctan\w*|hesita\w*|except\w*|exclud\w*|apart from|besides"
    r"|other than|barring|unless|save for|all but|instead|contrary|despite|allege\w*|reported\w*"
    r"|supposed\w*|purport\w*|claim\w*|pretend\w*|false\w*|wrong\w*|untrue|mistake\w*|erroneous\w*"
    r"|doubt\w*|agree\w*|consensus|common|joint(?:ly)?|shared|support\w*|endors\w*|approv\w*"
    r"|adopt\w*|accept\w*|concur\w*|back(?:ed|ing|s)|favou?r\w*|welcom\w*|consent(?:s|ed)|accord"
    r"|unison|rest|remaind\w*|remaining|others?|else|whole|entire\w*|silen\w+|tacit\w*|implicit\w*",
    "fr": r"refus\w*|déclin\w*|déni\w*|ni(?:e|ent|é|ée|és|er|ait|aient|èrent)|rejet\w*|récus\w*"
    r"|oppos\w*|object\w*|contest\w*|désavou\w*|désapprouv\w*|dissoci\w*|désolidaris\w*|dément\w*"
    r"|retir\w+|rétract\w*|revenu\w* sur|abst(?:ien|enu|ention|enir)\w*|évit\w*|sauf|hormis"
    r"|except\w*|exclu\w*|contrair\w*|malgré|prétend\w*|soi-disant|faux|fauss\w*|erron\w*|dout\w*"
    r"|accord\w*|convenu\w*|convienn\w*|consens\w*|consent\w*|commun(?:e|s|es)?|appui\w*|appuy\w*"
    r"|soutien\w*|souten\w*|approuv\w*|approbation|adopt\w*|accept\w*|entérin\w*|ralli\w*|endoss\w*"
    r"|favorabl\w*|adhér\w*|salu\w*|autres?|restes?|restants?|restantes?|totalité|silenc\w*|tacit\w*",
    "es": r"neg(?:ó|aron|ar\w*|ativ\w*|ado|ando)|nieg\w+|rehus\w*|rechaz\w*|declin\w*|desm[ie]nt\w*"
    r"|opus\w*|opon\w*|opuest\w*|oposici\w*|objet\w*|objeci\w*|discrep\w*|disinti\w*|disient\w*"
    r"|disoci\w*|desvincul\w*|retir(?:ó|aron|ad\w*)|retract\w*|revoc\w*|abst\w+|evit\w*|salvo"
    r"|except\w*|menos|exclu\w*|contrari\w*|pese a|falsa?\w*|errón\w*|equivoc\w*|supuest\w*"
    r"|presunt\w*|dud\w*|acuerd\w*|acord\w*|convin\w*|convien\w*|consens\w*|común|comunes|apoy\w*"
    r"|respald\w*|aprob\w*|aprueb\w*|adopt\w*|acept\w*|suscrib\w*|favorabl\w*|acog\w*|demás|resto"
    r"|restantes?|otr[oa]s?|totalidad|silenci\w*|tácit\w*",
    "ru": r"отказ\w*|отклон\w*|отверг\w*|отверж\w*|отриц\w*|опроверг\w*|возраж\w*|возраз\w*|против"
    r"|противник\w*|противореч\w*|вопреки|оспар\w*|отозва\w*|отмен\w*|отмеж\w*|воздерж\w*|уклон\w*"
    r"|избег\w*|кроме|исключ\w*|помимо|якобы|ложн\w*|ошиб\w*|мним\w*|сомн\w*|согла(?!сно\b)\w*"
    r"|консенсус\w*|поддерж\w*|одобр\w*|приня[лт]\w*|общ(?:ее|ей|ую|им) (?:мнени|позици)\w*"
    r"|присоедин\w*|раздел(?:и|я)\w*|приветств\w*|остальн\w*|прочи[ехм]\w*|друг(?:ие|их|им|ими|ой)"
    r"|весь|вся|всё|целом|молч\w*",
    "zh": r"拒|反对|否[认决]|驳|异议|抗议|撤[回销]|收回|推翻|弃权|回避|除[^，。；,.;]{0,15}外|除了"
    r"|除非|例外|唯独|相反|所谓|据称|谎|错误|误|怀疑|同意|赞[同成赏]|支持|共识|共同|认可|核准|批准|接受"
    r"|附议|拥护|获得?通过|予以通过|欢迎|其余|其[他它]|剩余|余下|别的|整个|默[认许]|沉默|缄默|静默",
    "ar": r"(?:[يتن])?رفض\w*|رافض\w*|(?:ي|ت)?عارض\w*|معارض\w*|(?:ي|ت)?عترض\w*|اعترض\w*|اعتراض\w*"
    r"|أنكر\w*|إنكار|نفى|نفت|نفوا|نفي|أبى|أبوا|ممتن\w+|تراجع\w*|سحب(?:ت|وا|ا)|تحفظ\w*|ما ?عدا|عدا"
    r"|خلا|سوى|إلا|باستثناء|استثن\w*|خلافا|رغم|زعم\w*|يزعم\w*|مزعوم\w*|خطأ|خاطئ\w*|كاذب\w*|وافق\w*"
    r"|يوافق\w*|موافق\w*|اتفق\w*|اتفاق\w*|توافق\w*|إجماع\w*|أيد\w*|يؤيد\w*|تأييد\w*|مؤيد\w*|دعم\w*"
    r"|يدعم\w*|اعتمد\w*|اعتماد\w*|أقر(?:ت|وا)?|مشترك\w*|رحب\w*|سائر|بقية|باقي|آخر\w*|أخرى|صمت\w*"
    r"|سكوت\w*|ضمني\w*",
}
# How else one may say what a count is about: these words, and no others, may join it.
AROUND: Mapping[str, tuple[str, ...]] = {
    "en": (
        "with regard to", "with respect to", "with reference to", "in regard to", "in respect of",
        "in relation to", "in connection with", "in the case of", "as regards", "as for", "as to",
        "regarding", "concerning", "about", "on", "for", "in", "of", "the", "turning to", "mission",
        "operation", "peacekeeping operation", "question", "the question of",
    ),
    "fr": (
        "concernant", "s'agissant d", "s'agissant de", "s'agissant du", "s'agissant des",
        "pour ce qui est de", "pour ce qui est du", "pour ce qui est des", "en ce qui concerne",
        "à propos de",
        "à propos du", "au sujet de", "au sujet du", "au sujet des", "quant à", "quant au",
        "à l'égard de", "à l'égard du", "relativement à", "dans le cas de", "dans le cas du",
        "sur", "pour", "de", "du", "des", "la", "le", "l", "d", "mission", "opération", "question",
    ),
    "es": (
        "en relación con", "con relación a", "con respecto a", "con respecto al", "respecto de",
        "respecto del", "respecto a", "respecto al", "en lo que respecta a",
        "por lo que respecta a", "en lo que se refiere a", "en cuanto a", "acerca de",
        "acerca del", "sobre", "tocante a",
        "en el caso de", "en el caso del", "para", "en", "de", "del", "la", "el", "las", "los",
        "misión", "operación", "cuestión",
    ),
    "ru": (
        "в отношении", "касательно", "относительно", "что касается", "применительно к", "то",
        "по вопросу о", "по вопросу об", "в связи с", "по", "о", "об", "для", "миссии", "миссия",
        "миссию", "операции", "операция", "операцию", "общих вопросов",
    ),
    "zh": (
        "关于", "有关", "对于", "至于", "就", "而言", "来说", "在", "方面", "的问题上", "问题上",
        "针对", "涉及", "特派团", "行动", "这一",
    ),
    "ar": (
        "بشأن", "فيما يتعلق ب", "فيما يتعلق", "فيما يتصل ب", "فيما يخص", "بخصوص", "بالنسبة إلى",
        "بالنسبة ل", "حول", "عن", "في", "ب", "ل", "بعثة", "البعثة", "ببعثة", "لبعثة", "عملية",
        "العملية", "مسألة", "قد", "وقد", "لقد",
    ),
}  # fmt: skip
