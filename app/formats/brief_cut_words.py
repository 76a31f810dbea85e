"""The rules a brief was shortened by, in six languages. Data: a brief is a document.

A rule with a number has forms by it: "=1" before the language's plural categories.
"""

from dataclasses import dataclass

from app.domain.wording.table import Plural


@dataclass(frozen=True)
class CutWords:
    shortened: str
    no_names: str
    few_names: Plural
    few_values: Plural
    no_changes: str
    few_changes: str  # never of fewer than two
    no_requests: str
    few_requests: Plural
    few_letters: str  # in tens


CUT_WORDS = {
    "ar": CutWords(
        shortened="اختُصر النص ليقع في صفحتين:",
        no_names="لا تُذكر أسماء الأعضاء؛ وتُذكر الفقرة لكل عضو منفرد برأيه.",
        few_names={
            "=1": "لا يُذكر اسم عضو إلا إذا انفرد برأيه.",
            "few": "تُذكر الأسماء حيثما قال الشيء نفسه {n} أعضاء على الأكثر، وفيما عدا ذلك تُذكر "
            "الفقرة لكل عضو منفرد برأيه.",
            "other": "تُذكر الأسماء حيثما قال الشيء نفسه {n} من الأعضاء على الأكثر، وفيما عدا ذلك "
            "تُذكر الفقرة لكل عضو منفرد برأيه.",
        },
        few_values={
            "=1": "لا يُطبع في كل خانة إلا أكبر الأرقام؛ وتُذكر فقرة كل رقم آخر، بما في ذلك رقم "
            "العضو المنفرد برأيه.",
            "=2": "لا يُطبع في كل خانة إلا أكبر رقمين؛ وتُذكر فقرة كل رقم آخر، بما في ذلك رقم "
            "العضو المنفرد برأيه.",
            "other": "لا تُطبع في كل خانة إلا أكبر {n} أرقام؛ وتُذكر فقرة كل رقم آخر، بما في ذلك "
            "رقم العضو المنفرد برأيه.",
        },
        no_changes="لا تُذكر التغيرات.",
        few_changes="تُترك التغيرات التي تقل عن {n} من الأعضاء.",
        no_requests="لا تُطبع الطلبات؛ وتُذكر فقراتها.",
        few_requests={
            "=1": "لا يُطبع لكل بعثة أكثر من طلب واحد، هو ما اشترك فيه العدد الأكبر؛ وتُذكر فقرات "
            "سائر الطلبات.",
            "=2": "لا يُطبع لكل بعثة أكثر من طلبين، أولهما ما اشترك فيه العدد الأكبر؛ وتُذكر "
            "فقرات سائر الطلبات.",
            "other": "لا يُطبع لكل بعثة أكثر من {n} طلبات، أولها ما اشترك فيه العدد الأكبر؛ "
            "وتُذكر فقرات سائر الطلبات.",
        },
        few_letters="الطلب الذي يزيد عدد حروفه على {n} ينتهي بعلامة حذف؛ ونصه الكامل في فقرته.",
    ),
    "zh": CutWords(
        shortened="为限于两页而缩略：",
        no_names="不列成员名称；对单独一个成员的意见注明段次。",
        few_names={
            "=1": "仅对单独一个成员的意见列出名称。",
            "other": "至多{n}个成员意见相同时列出名称；否则对单独一个成员的意见注明段次。",
        },
        few_values={
            "other": "每格只列最大的{n}个数字；其余每个数字，包括单独一个成员的，均注明段次。",
        },
        no_changes="变化不列。",
        few_changes="少于{n}个成员的变化不列。",
        no_requests="请求不列，只注明段次。",
        few_requests={
            "=1": "每个特派团至多列一项请求，即共同提出者最多的一项；其余请求注明段次。",
            "other": "每个特派团至多列{n}项请求，共同提出者最多的在前；其余请求注明段次。",
        },
        few_letters="超过{n}个字的请求以省略号结尾；全文见所注段次。",
    ),
    "en": CutWords(
        shortened="Shortened to fit two pages:",
        no_names="Members are not named; the paragraph of a member alone in its view is given.",
        few_names={
            "=1": "A member is named only where it is alone in its view.",
            "other": "Members are named where at most {n} say the same; elsewhere the paragraph "
            "of a member alone in its view is given.",
        },
        few_values={
            "=1": "Only the largest figure of a cell is printed; the paragraph of every other is "
            "given, that of a member alone in its view too.",
            "other": "Only the {n} largest figures of a cell are printed; the paragraph of every "
            "other is given, that of a member alone in its view too.",
        },
        no_changes="Changes are left out.",
        few_changes="Changes of fewer than {n} members are left out.",
        no_requests="No request is printed; the paragraphs of all are given.",
        few_requests={
            "=1": "At most one request a mission is printed, the one most widely shared; the "
            "paragraphs of the others are given.",
            "other": "At most {n} requests a mission are printed, those most widely shared first; "
            "the paragraphs of the others are given.",
        },
        few_letters="A request of more than {n} characters ends in an ellipsis; its paragraph has "
        "all of it.",
    ),
    "fr": CutWords(
        shortened="Texte abrégé pour tenir en deux pages :",
        no_names="Les membres ne sont pas nommés ; le paragraphe du membre seul de son avis est "
        "indiqué.",
        few_names={
            "=1": "Un membre n’est nommé que lorsqu’il est seul de son avis.",
            "other": "Les membres sont nommés lorsque {n} au plus disent la même chose ; "
            "ailleurs, le paragraphe du membre seul de son avis est indiqué.",
        },
        few_values={
            "=1": "Seul le chiffre le plus élevé de chaque case est imprimé ; le paragraphe de "
            "chacun des autres est indiqué, y compris celui d’un membre seul de son avis.",
            "other": "Seuls les {n} chiffres les plus élevés de chaque case sont imprimés ; le "
            "paragraphe de chacun des autres est indiqué, y compris celui d’un membre seul de son "
            "avis.",
        },
        no_changes="Les changements sont omis.",
        few_changes="Les changements de moins de {n} membres sont omis.",
        no_requests="Les demandes ne sont pas imprimées ; leurs paragraphes sont indiqués.",
        few_requests={
            "=1": "Une demande au plus est imprimée par mission, la plus partagée ; les "
            "paragraphes des autres sont indiqués.",
            "other": "Pas plus de {n} demandes sont imprimées par mission, les plus partagées "
            "d’abord ; les paragraphes des autres sont indiqués.",
        },
        few_letters="Une demande de plus de {n} caractères se termine par des points de "
        "suspension ; elle figure en entier dans son paragraphe.",
    ),
    "ru": CutWords(
        shortened="Сокращено до двух страниц:",
        no_names="Члены не названы; для члена, оставшегося при своем мнении, указан пункт.",
        few_names={
            "=1": "Член назван, только если остался при своем мнении один.",
            "other": "Члены названы, если одно и то же сказано не более чем {n} из них; в "
            "остальных случаях для члена, оставшегося при своем мнении, указан пункт.",
        },
        few_values={
            "=1": "В клетке приведена только наибольшая цифра; для каждой из остальных, в том "
            "числе для мнения одного члена, указан пункт.",
            "other": "В клетке приведены только наибольшие цифры, числом не более {n}; для каждой "
            "из остальных, в том числе для мнения одного члена, указан пункт.",
        },
        no_changes="Изменения опущены.",
        few_changes="Изменения, касающиеся менее {n} членов, опущены.",
        no_requests="Просьбы не приводятся; указаны их пункты.",
        few_requests={
            "=1": "По каждой миссии приведено не более одной просьбы: той, что высказана "
            "наибольшим числом членов; для остальных указаны пункты.",
            "other": "По каждой миссии приведено не более {n} просьб, начиная с тех, что "
            "высказаны большим числом членов; для остальных указаны пункты.",
        },
        few_letters="Просьба длиннее {n} знаков заканчивается многоточием; полностью она "
        "приведена в указанном пункте.",
    ),
    "es": CutWords(
        shortened="Abreviado para que quepa en dos páginas:",
        no_names="No se nombra a los miembros; se indica el párrafo del que es el único de su "
        "opinión.",
        few_names={
            "=1": "Solo se nombra a un miembro cuando es el único de su opinión.",
            "other": "Se nombra a los miembros cuando lo mismo lo dicen {n} como máximo; en los "
            "demás casos se indica el párrafo del miembro que es el único de su opinión.",
        },
        few_values={
            "=1": "Solo se imprime la cifra más alta de cada casilla; se indica el párrafo de "
            "cada una de las demás, también el del miembro que es el único de su opinión.",
            "other": "Solo se imprimen las {n} cifras más altas de cada casilla; se indica el "
            "párrafo de cada una de las demás, también el del miembro que es el único de su "
            "opinión.",
        },
        no_changes="Se omiten los cambios.",
        few_changes="Se omiten los cambios de menos de {n} miembros.",
        no_requests="Las solicitudes no se imprimen; se indican sus párrafos.",
        few_requests={
            "=1": "Se imprime como máximo una solicitud por misión, la más compartida; se indican "
            "los párrafos de las demás.",
            "other": "Se imprimen como máximo {n} solicitudes por misión, primero las más "
            "compartidas; se indican los párrafos de las demás.",
        },
        few_letters="Las solicitudes de más de {n} caracteres terminan en puntos suspensivos; su "
        "párrafo las recoge enteras.",
    ),
}
