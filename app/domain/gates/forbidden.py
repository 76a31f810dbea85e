"""Words a summary may not say of delegations, in six languages.

A count is no consensus, and a quantifier hides it. The words are refused where they speak of
members or delegations; of the world ("most of the population") a point may say what it likes.
What stands between quotation marks is a delegation's own.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from app.domain.attribution import Attribution
from app.domain.gates.folding import fold
from app.domain.quotations import QUOTATIONS
from app.domain.summary import Summary, WordedSentence

# Who is spoken of: the delegations of the summary, and States, which a point may be about.
_DELEGATIONS: Mapping[str, str] = {
    "en": r"(?:council |member )?(?:members?|delegations?|speakers|representatives)",
    "fr": r"(?:membres?|délégations?|orateurs|intervenants|représentants)",
    "es": r"(?:miembros?|delegaci(?:ón|ones)|oradores|representantes)",
    "ru": r"(?:член\w*|делегаци\w*|оратор\w*|представител\w*)",
    "zh": r"(?:成员国?|代表团|发言者|代表)",
    "ar": r"(?:ال)?(?:أعضاء|وفود|متكلمين|ممثلين|وفد|عضو)",
}
_STATES: Mapping[str, str] = {
    "en": r"(?:member )?(?:states|countries)",
    "fr": r"(?:états|pays)",
    "es": r"(?:estados|países)",
    "ru": r"(?:государств\w*|стран\w*)",
    "zh": r"(?:会员国|国家)",
    "ar": r"(?:ال)?(?:دول|بلدان)",
}
# How many of them, in words that are no numbers.
_QUANTIFIERS: Mapping[str, str] = {
    "en": r"(?:most|many|several|some|few|a few|a number|(?:a|the) majority|various|numerous)"
    r"(?: of)?(?: the)?(?: other)?",
    "fr": r"(?:la plupart|beaucoup|plusieurs|certain(?:e?s)|quelques|nombre|(?:la|une) majorité"
    r"|de nombreu(?:x|ses)|divers(?:es)?|peu)(?: de| des| d['’])?(?: autres)?",
    "es": r"(?:la mayoría|muchos|muchas|vari[oa]s|algun[oa]s|poc[oa]s|cierto número"
    r"|un[oa]s cuant[oa]s"
    r"|divers[oa]s|numeros[oa]s)(?: de)?(?: l[oa]s)?(?: otr[oa]s)?",
    "ru": r"(?:больш(?:инство|ая часть)|мног(?:ие|их|о)|несколько|некотор(?:ые|ых)|ряд"
    r"|нескольк(?:их|ими)|немног(?:ие|их)|различн(?:ые|ых))(?: из)?(?: других)?",
    "zh": r"(?:大多数|多数|许多|很多|若干|一些|少数|部分|不少|个别|多个|数个)"
    r"(?:的)?(?:安理会|理事会)?",
    "ar": r"(?:معظم|أغلب|أغلبية|غالبية|كثير من|العديد من|عدد من|بعض|عدة|قليل من|مجموعة من)\s*",
}
# Agreement that nobody counted.
_AGREEMENT: Mapping[str, str] = {
    "en": r"(?:there (?:is|was)|broad|general|wide|emerging|reached|full|by|overwhelming)"
    r"(?: \w+)? consensus|consensus (?:exists|emerged|among|was reached)|unanim\w+"
    r"|(?:broad|general|wide|widespread|overwhelming) (?:agreement|support)|generally agreed"
    r"|the council (?:considers|agrees|believes|holds)|as a whole agreed?",
    "fr": r"(?:il y a|large|général|par|vaste|s['’]est dégagé un) consensus"
    r"|consensus (?:existe|s['’]est"
    r"|des membres|au sein)|unanim\w+|(?:large|vaste) (?:accord|soutien|appui)|accord général"
    r"|le conseil (?:considère|estime|convient)",
    "es": r"(?:hay|hubo|existe|amplio|general|por) (?:un )?consenso|consenso (?:existe|entre los"
    r"|general)|unánim\w*|unanimidad|(?:amplio|general) (?:acuerdo|apoyo|respaldo)"
    r"|acuerdo general|el consejo (?:considera|conviene|estima)",
    "ru": r"(?:широк\w+|общ\w+|достигнут\w*|сложил\w+|полн\w+|путем) консенсус\w*"
    r"|консенсус\w* (?:среди|между|достигнут|сложился)|единодуш\w+|единоглас\w+"
    r"|(?:широк\w+|всеобщ\w+) (?:согласи\w+|поддержк\w+)|общее согласие|совет считает",
    "zh": r"(?:达成|形成|存在|有|广泛|普遍|一致)共识|协商一致|一致(?:同意|认为|支持|赞成)"
    r"|(?:广泛|普遍|大力)(?:支持|同意|赞同)|普遍认为|安理会认为",
    "ar": r"(?:توافق (?:عام|واسع|في الآراء)|توافق آراء|إجماع|بالإجماع|تأييد (?:واسع|عام)"
    r"|اتفاق (?:عام|واسع)|اتفقت? الآراء|يرى المجلس|يعتبر المجلس)",
}
# Those who were not counted, and what they are said to have thought.
_THE_REST: Mapping[str, str] = {
    "en": r"(?:rest|remainder) of (?:the )?(?:council|members|delegations)|(?:other|remaining) "
    r"(?:council )?(?:members|delegations)(?: of the (?:security )?council)? "
    r"(?:also |all |had |have )*(?:agree|concur|support|share|endorse|accept|approve"
    r"|did not object|oppose|reject|disagree)",
    "fr": r"reste (?:du conseil|des membres|des délégations)|autres (?:membres|délégations)"
    r"(?: du conseil(?: de sécurité)?)? (?:y |en |ont |sont |étaient |s['’]|n['’]|l['’])*"
    r"(?:convenu|convienn|d['’]accord|souscri|appu[iy]|souti|souten|partag|accept|approuv"
    r"|objecté|oppos|rejet)",
    "es": r"resto (?:del consejo|de l[oa]s (?:miembros|delegaciones))|(?:demás|otr[oa]s) "
    r"(?:miembros|delegaciones)(?: del consejo(?: de seguridad)?)? "
    r"(?:también |lo |la |se |no |han |estuvieron |están )*(?:de acuerdo|acord|convin|apoy"
    r"|respald|compart|acept|aprob|objet|opus|opon|rechaz)",
    "ru": r"остальны\w+ (?:член|делегаци)\w*|остальн\w+ част\w+ (?:совета|членов|делегаций)"
    r"|други\w+ (?:член|делегаци)\w*(?: совета(?: безопасности)?)? (?:также |не |с этим )*"
    r"(?:соглас|поддерж|раздел|одобр|приня|возраз|возраж|отверг|отклон)",
    "zh": r"(?:其余|余下|剩余)的?(?:安理会|理事会)?(?:成员|代表团)"
    r"|其[他它](?:安理会|理事会)?(?:成员国?|代表团)(?:也|均|都|对此|表示|没有|未)*"
    r"(?:同意|赞[同成]|支持|接受|反对|拒绝|认可|附议)",
    "ar": r"(?:سائر|بقية|باقي) (?:ال)?(?:أعضاء|وفود|مجلس)"
    r"|(?:وافق|أيد|دعم|قبل|عارض|رفض|يؤيد|يدعم|يعارض|يوافق)\w* (?:ال)?(?:أعضاء|وفود) "
    r"(?:ال)?(?:آخر|أخرى|متبق)\w*",
}
# Where nobody may be found out, not even that somebody is alone.
_ALONE: Mapping[str, str] = {
    "en": r"(?:only |just |no )?(?:one|a single|a lone|no) {who}|all but|alone\b",
    "fr": r"(?:une? seule?|aucune?|une?) {who}|tous sauf|toutes sauf|isolée?\b",
    "es": r"(?:un[ao]? sol[ao]|ningún|ninguna|una?) {who}|todos menos|todos salvo",
    "ru": r"(?:одна|один|одно|единственн\w+|ни одн\w+) {who}|все, кроме|в одиночку",
    "zh": r"(?:一个|唯一|仅一个|没有)(?:的)?{who}|除.{{1,12}}外所有",
    "ar": r"(?:{who} واحدة?|{who} وحيدة?|لا {who}|جميع .{{1,12}} باستثناء|بمفرده)",
}


def forbidden(summary: Summary) -> Iterator[str]:
    """Nothing the presidency wrote claims an agreement, or hides a number behind a word."""
    for each in summary.sentences:
        if not (each.is_edited or _is_worded(each)):
            continue
        found = find_forbidden(
            each.text,
            summary.language,
            of_states=not each.sentence.words_points,
            is_blind=each.sentence.rule is Attribution.NON_ATTRIBUTED,
        )
        if found:
            yield f"{each.id}: “{found}” is not for a summary to say; numbers speak for themselves"


def find_forbidden(
    text: str, language: str, *, of_states: bool = False, is_blind: bool = False
) -> str | None:
    """Give the first words of a text that a summary may not say of delegations.

    ``of_states``: States are those counted, not what a point is about.
    """
    pattern = _pattern(language, of_states=of_states, is_blind=is_blind)
    found = pattern.search(fold(QUOTATIONS.sub(" ", text)))
    return found.group().strip() if found else None


def _is_worded(each: WordedSentence) -> bool:
    """Tell whether the words of a point are the presidency's, not the delegation's own."""
    return each.sentence.words_points and (each.excerpt is None or not each.sentence.has_one_text)


@cache
def _pattern(language: str, *, of_states: bool, is_blind: bool) -> re.Pattern[str]:
    who = _DELEGATIONS[language]
    if of_states:
        who = f"(?:{who}|{_STATES[language]})"
    space = "" if language == "zh" else r"\s*"
    parts = [_QUANTIFIERS[language] + space + who, _AGREEMENT[language], _THE_REST[language]]
    if is_blind:
        parts.append(_ALONE[language].format(who=who))
    edge = "" if language in {"zh", "ar"} else r"(?<!\w)"
    return re.compile(f"{edge}(?:{fold('|'.join(parts))})")
