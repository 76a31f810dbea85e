"""The words over the columns of a summary as data, in six languages. Data: they are published."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class TableWords:
    columns: Mapping[str, str]  # by the name of the field in the JSON
    sheets: tuple[str, ...]  # sentences, tallies, matrix, denominators, not reflected, about
    label: str  # of an assessment, beside its code
    reason: str
    title: str
    meeting: str
    presidency: str
    attribution: str
    rules: Mapping[str, str]  # by attribution
    csv_schema: str


_COLUMNS = (
    "id", "part", "question", "mission", "missions", "by", "kind", "value",
    "text", "count", "of", "members", "outcome", "stale", "confirmed",
)  # fmt: skip
_RULES = ("attributed", "counted", "non_attributed")


def _words(
    columns: str, sheets: str, others: tuple[str, ...], rules: tuple[str, ...]
) -> TableWords:
    label, reason, title, meeting, presidency, attribution, csv_schema = others
    return TableWords(
        columns=dict(zip(_COLUMNS, columns.split("|"), strict=True)),
        sheets=tuple(sheets.split("|")),
        label=label,
        reason=reason,
        title=title,
        meeting=meeting,
        presidency=presidency,
        attribution=attribution,
        rules=dict(zip(_RULES, rules, strict=True)),
        csv_schema=csv_schema,
    )


TABLE_WORDS = {
    "ar": _words(
        "الجملة|الجزء|السؤال|البعثة|البعثات|الجهة المقدِّمة|النوع|التقييم|"
        "النص|العدد|من أصل|الوفود المذكورة|النتيجة|متقادمة|مؤكدة",
        "الجمل|حصائل التقييمات|البعثات في لمحة|العبارات والأعداد|مواقف غير واردة|عن هذا الموجز",
        ("التسمية", "السبب", "العنوان", "الجلسة", "الرئاسة", "نسبة المواقف", "مخطط CSV"),
        (
            "تُذكر أسماء الوفود، مع أعداد دقيقة.",
            "أعداد دقيقة دون أسماء.",
            "لا أسماء ولا أعداد دقيقة.",
        ),
    ),
    "zh": _words(
        "语句|部分|问题|特派团|各特派团|提出方|类别|评估|文本|数目|总数|列名代表团|结果|已过时|已确认",
        "语句|统计|特派团一览|用语与总数|未反映的立场|关于本摘要",
        ("名称", "理由", "标题", "会议", "主席国", "具名规则", "CSV结构"),
        (
            "写明代表团名称，并给出确切数字。",
            "给出确切数字，不写明名称。",
            "既不写明名称，也不给出确切数字。",
        ),
    ),
    "en": _words(
        "Sentence|Part|Question|Mission|Missions|Given by|Kind|Assessment|"
        "Text|Number|Of|Delegations named|Outcome|Outdated|Confirmed",
        "Sentences|Tallies|Missions at a glance|Words and denominators|Not reflected|About",
        ("Label", "Reason", "Title", "Meeting", "Presidency", "Attribution", "CSV schema"),
        (
            "Delegations are named, with exact numbers.",
            "Exact numbers, no names.",
            "Neither names nor exact numbers.",
        ),
    ),
    "fr": _words(
        "Phrase|Partie|Question|Mission|Missions|Émanant de|Type|Évaluation|"
        "Texte|Nombre|Sur|Délégations nommées|Résultat|Périmée|Confirmée",
        "Phrases|Décomptes|Vue synoptique des missions|Termes et totaux|Positions non reprises|"
        "À propos",
        ("Libellé", "Motif", "Titre", "Séance", "Présidence", "Attribution", "Schéma CSV"),
        (
            "Les délégations sont nommées, avec les nombres exacts.",
            "Nombres exacts, sans noms.",
            "Ni noms ni nombres exacts.",
        ),
    ),
    "ru": _words(
        "Предложение|Часть|Вопрос|Миссия|Миссии|Кем представлено|Вид|Оценка|"
        "Текст|Число|Из|Названные делегации|Итог|Устарело|Подтверждено",
        "Предложения|Подсчет оценок|Сводная таблица по миссиям|Слова и общее число|"
        "Не отражено в тексте|О резюме",
        (
            *("Наименование", "Причина", "Название", "Заседание", "Председательство"),
            *("Указание авторства", "Схема CSV"),
        ),
        (
            "Делегации названы, с точными числами.",
            "Точные числа без названий.",
            "Ни названий, ни точных чисел.",
        ),
    ),
    "es": _words(
        "Frase|Parte|Pregunta|Misión|Misiones|Presentada por|Tipo|Evaluación|"
        "Texto|Número|De|Delegaciones nombradas|Resultado|Desactualizada|Confirmada",
        "Frases|Recuentos|Cuadro sinóptico|Expresiones y totales|Posiciones no reflejadas|"
        "Acerca del resumen",
        ("Denominación", "Motivo", "Título", "Sesión", "Presidencia", "Atribución", "Esquema CSV"),
        (
            "Se nombra a las delegaciones, con números exactos.",
            "Números exactos, sin nombres.",
            "Ni nombres ni números exactos.",
        ),
    ),
}
