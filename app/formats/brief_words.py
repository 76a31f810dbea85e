"""The words of the Secretary-General's brief, in six languages. Data: a brief is a document."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BriefWords:
    title: str
    draft: str
    issued: str
    presidency: str
    meeting: str
    note: str
    stand: str
    mission: str
    mandate: str
    refused: str
    changed: str
    since: str
    no_earlier: str
    unchanged: str
    requests: str
    request: str
    owner: str
    source: str
    no_request: str
    further: str
    paragraph: str
    paragraphs: str
    invited: str
    how: str
    figures: str
    symbol: str
    no_symbol: str
    shortened: str
    no_names: str
    few_names: str
    few_values: str
    few_changes: str
    few_requests: str
    few_letters: str


BRIEF_WORDS = {
    "ar": BriefWords(
        title="إحاطة موجزة للأمين العام",
        draft="مشروع: لم يصدر بعد وقد يتغير.",
        issued="من الموجز الصادر في {date}.",
        presidency="الرئاسة: {presidency}",
        meeting="جلسة {date}",
        note="المذكرة المفاهيمية: {symbol}",
        stand="مواقف الأعضاء",
        mission="البعثة",
        mandate="الولاية حتى {date}",
        refused="لا تُذكر",
        changed="ما تغير منذ المرة السابقة",
        since="بالمقارنة مع: {briefings}.",
        no_earlier="لا توجد إحاطة سابقة.",
        unchanged="لا تغيير.",
        requests="الطلبات الموجهة إلى الأمين العام",
        request="الطلب",
        owner="الجهة المطلوب منها",
        source="المصدر",
        no_request="لا طلبات.",
        further="طلبات أخرى: {paragraphs}.",
        paragraph="الفقرة {n}",
        paragraphs="الفقرات {n}",
        invited="ما قالته الوفود المدعوة وارد في الجزء الثاني من الموجز، وهو خارج هذه الأعداد "
        "دائما.",
        how="كيفية القراءة",
        figures="الرقم هو عدد الأعضاء، من أصل {of}، الذين أعطوا ذلك التقييم؛ ويبين الكسر الوارد "
        "في الآخر عدد من أعطوا تقييما إذا لم يعطه الجميع. ولا يُحسب أي سكوت موافقة أو معارضة.",
        symbol="أرقام الفقرات هي أرقام فقرات الموجز {symbol}.",
        no_symbol="أرقام الفقرات هي أرقام فقرات الموجز الذي لم يُعط رمز وثيقة بعد.",
        shortened="اختُصر النص ليقع في صفحتين:",
        no_names="لا تُذكر أسماء الأعضاء؛ وتُذكر الفقرة لكل عضو منفرد برأيه.",
        few_names="تُذكر الأسماء حيثما قال الشيء نفسه {n} من الأعضاء على الأكثر، وفيما عدا ذلك "
        "تُذكر الفقرة لكل عضو منفرد برأيه.",
        few_values="لا تُطبع في كل خانة إلا أكبر الأرقام، وعددها {n}؛ وتُذكر فقرة كل رقم آخر، "
        "بما في ذلك رقم العضو المنفرد برأيه.",
        few_changes="تُترك التغيرات التي تقل عن {n} من الأعضاء.",
        few_requests="لا يُطبع لكل بعثة أكثر من {n} من الطلبات، وأولها ما اشترك فيه العدد "
        "الأكبر؛ وتُذكر فقرات سائر الطلبات.",
        few_letters="الطلب الذي يزيد على {n} حرف ينتهي بعلامة حذف؛ ونصه الكامل في فقرته.",
    ),
    "zh": BriefWords(
        title="提交秘书长的简报",
        draft="草稿：尚未印发，仍可能改动。",
        issued="依据{date}印发的摘要。",
        presidency="主席：{presidency}",
        meeting="{date}会议",
        note="概念说明：{symbol}",
        stand="成员立场",
        mission="特派团",
        mandate="任期至{date}",
        refused="不列出",
        changed="与上次相比的变化",
        since="对照：{briefings}。",
        no_earlier="此前没有通报。",
        unchanged="没有变化。",
        requests="向秘书长提出的请求",
        request="请求",
        owner="由谁落实",
        source="出处",
        no_request="没有请求。",
        further="其他请求：{paragraphs}。",
        paragraph="第{n}段",
        paragraphs="第{n}段",
        invited="应邀代表团的意见载于摘要第二部分，从不计入上述数字。",
        how="如何阅读",
        figures="数字指{of}个成员中作出该项评估的成员数；末尾的分数表示并非全体作出评估时有多少成员作出评估。任何沉默都不算作同意或反对。",
        symbol="段次为摘要（{symbol}）的段次。",
        no_symbol="段次为摘要的段次；摘要尚无文号。",
        shortened="为限于两页而缩略：",
        no_names="不列成员名称；对单独一个成员的意见注明段次。",
        few_names="至多{n}个成员意见相同时列出名称；否则对单独一个成员的意见注明段次。",
        few_values="每格只列最大的{n}个数字；其余每个数字，包括单独一个成员的，均注明段次。",
        few_changes="少于{n}个成员的变化不列。",
        few_requests="每个特派团至多列{n}项请求，共同提出者最多的在前；其余请求注明段次。",
        few_letters="超过{n}个字的请求以省略号结尾；全文见所注段次。",
    ),
    "en": BriefWords(
        title="Brief for the Secretary-General",
        draft="Draft: not issued, and may still change.",
        issued="From the summary issued on {date}.",
        presidency="Presidency: {presidency}",
        meeting="Meeting of {date}",
        note="Concept note: {symbol}",
        stand="Where members stand",
        mission="Mission",
        mandate="mandate to {date}",
        refused="not given",
        changed="What changed since last time",
        since="Compared with: {briefings}.",
        no_earlier="No earlier briefing.",
        unchanged="No change.",
        requests="Requests addressed to the Secretary-General",
        request="Request",
        owner="Who is to act",
        source="Source",
        no_request="No request.",
        further="Further requests: {paragraphs}.",
        paragraph="para. {n}",
        paragraphs="paras. {n}",
        invited="What delegations invited said stands in part II of the summary, never in these "
        "numbers.",
        how="How to read this",
        figures="A figure is how many of the {of} members gave that assessment; the fraction at "
        "the end says how many gave one, where not all did. No silence is counted as agreement "
        "or as opposition.",
        symbol="Paragraphs are those of the summary, {symbol}.",
        no_symbol="Paragraphs are those of the summary, which has no document symbol yet.",
        shortened="Shortened to fit two pages:",
        no_names="Members are not named; the paragraph of a member alone in its view is given.",
        few_names="Members are named where at most {n} say the same; elsewhere the paragraph of "
        "a member alone in its view is given.",
        few_values="Only the {n} largest figures of a cell are printed; the paragraph of every "
        "other is given, that of a member alone in its view too.",
        few_changes="Changes of fewer than {n} members are left out.",
        few_requests="At most {n} requests a mission are printed, those most widely shared "
        "first; the paragraphs of the others are given.",
        few_letters="A request of more than {n} characters ends in an ellipsis; its paragraph "
        "has all of it.",
    ),
    "fr": BriefWords(
        title="Note de synthèse à l’intention du Secrétaire général",
        draft="Projet : non publié, susceptible de modification.",
        issued="D’après le résumé établi le {date}.",
        presidency="Présidence : {presidency}",
        meeting="Séance du {date}",
        note="Note de cadrage : {symbol}",
        stand="Positions des membres",
        mission="Mission",
        mandate="mandat jusqu’au {date}",
        refused="non indiqué",
        changed="Ce qui a changé depuis la dernière fois",
        since="Par comparaison avec : {briefings}.",
        no_earlier="Aucune séance d’information antérieure.",
        unchanged="Aucun changement.",
        requests="Demandes adressées au Secrétaire général",
        request="Demande",
        owner="À qui d’agir",
        source="Source",
        no_request="Aucune demande.",
        further="Autres demandes : {paragraphs}.",
        paragraph="par. {n}",
        paragraphs="par. {n}",
        invited="Les propos des délégations invitées figurent dans la deuxième partie du "
        "résumé, jamais dans ces nombres.",
        how="Comment lire cette note",
        figures="Chaque chiffre est le nombre de membres, sur {of}, qui ont donné cette "
        "appréciation ; la fraction finale indique combien en ont donné une lorsque tous ne "
        "l’ont pas fait. Aucun silence n’est compté comme un accord ni comme une opposition.",
        symbol="Les paragraphes sont ceux du résumé {symbol}.",
        no_symbol="Les paragraphes sont ceux du résumé, qui n’a pas encore de cote.",
        shortened="Texte abrégé pour tenir en deux pages :",
        no_names="Les membres ne sont pas nommés ; le paragraphe du membre seul de son avis est "
        "indiqué.",
        few_names="Les membres sont nommés lorsque {n} au plus disent la même chose ; ailleurs, "
        "le paragraphe du membre seul de son avis est indiqué.",
        few_values="Seuls les {n} chiffres les plus élevés de chaque case sont imprimés ; le "
        "paragraphe de chacun des autres est indiqué, y compris celui d’un membre seul de son "
        "avis.",
        few_changes="Les changements de moins de {n} membres sont omis.",
        few_requests="Nombre maximal de demandes imprimées par mission : {n}, les plus "
        "partagées d’abord ; les paragraphes des autres sont indiqués.",
        few_letters="Une demande de plus de {n} caractères se termine par des points de "
        "suspension ; elle figure en entier dans son paragraphe.",
    ),
    "ru": BriefWords(
        title="Краткая справка для Генерального секретаря",
        draft="Проект: не издано, возможны изменения.",
        issued="По резюме, изданному {date}.",
        presidency="Председатель: {presidency}",
        meeting="Заседание {date}",
        note="Концептуальная записка: {symbol}",
        stand="Позиции членов",
        mission="Миссия",
        mandate="мандат до {date}",
        refused="не приводится",
        changed="Что изменилось с прошлого раза",
        since="В сравнении с: {briefings}.",
        no_earlier="Предыдущего брифинга не было.",
        unchanged="Изменений нет.",
        requests="Просьбы к Генеральному секретарю",
        request="Просьба",
        owner="Кому действовать",
        source="Источник",
        no_request="Просьб нет.",
        further="Другие просьбы: {paragraphs}.",
        paragraph="п. {n}",
        paragraphs="пп. {n}",
        invited="Сказанное приглашенными делегациями приведено в части II резюме и никогда не "
        "входит в эти числа.",
        how="Как читать",
        figures="Цифра — число членов (из {of}), давших такую оценку; дробь в конце показывает, "
        "сколько членов дали оценку, если ее дали не все. Молчание не считается ни согласием, "
        "ни возражением.",
        symbol="Пункты указаны по резюме {symbol}.",
        no_symbol="Пункты указаны по резюме, которому условное обозначение еще не присвоено.",
        shortened="Сокращено до двух страниц:",
        no_names="Члены не названы; для члена, оставшегося при своем мнении, указан пункт.",
        few_names="Члены названы, если одно и то же сказано не более чем {n} из них; в "
        "остальных случаях для члена, оставшегося при своем мнении, указан пункт.",
        few_values="Наибольшее число цифр в клетке: {n}; для каждой из остальных, в том числе "
        "для мнения одного члена, указан пункт.",
        few_changes="Изменения, касающиеся менее {n} членов, опущены.",
        few_requests="Наибольшее число просьб по миссии: {n}, начиная с тех, что высказаны "
        "большим числом членов; для остальных указаны пункты.",
        few_letters="Просьба длиннее {n} знаков заканчивается многоточием; полностью она "
        "приведена в указанном пункте.",
    ),
    "es": BriefWords(
        title="Nota informativa para el Secretario General",
        draft="Borrador: no se ha emitido y aún puede cambiar.",
        issued="Según el resumen emitido el {date}.",
        presidency="Presidencia: {presidency}",
        meeting="Sesión del {date}",
        note="Nota conceptual: {symbol}",
        stand="Posiciones de los miembros",
        mission="Misión",
        mandate="mandato hasta el {date}",
        refused="no se indica",
        changed="Qué ha cambiado desde la última vez",
        since="En comparación con: {briefings}.",
        no_earlier="No hay ninguna sesión informativa anterior.",
        unchanged="Sin cambios.",
        requests="Solicitudes dirigidas al Secretario General",
        request="Solicitud",
        owner="A quién corresponde actuar",
        source="Fuente",
        no_request="Ninguna solicitud.",
        further="Otras solicitudes: {paragraphs}.",
        paragraph="párr. {n}",
        paragraphs="párrs. {n}",
        invited="Lo dicho por las delegaciones invitadas figura en la parte II del resumen, "
        "nunca en estas cifras.",
        how="Cómo leer esta nota",
        figures="Cada cifra es el número de miembros, de un total de {of}, que dieron esa "
        "evaluación; la fracción final indica cuántos dieron alguna, cuando no lo hicieron "
        "todos. Ningún silencio se cuenta como acuerdo ni como oposición.",
        symbol="Los párrafos son los del resumen {symbol}.",
        no_symbol="Los párrafos son los del resumen, que aún no tiene signatura.",
        shortened="Abreviado para que quepa en dos páginas:",
        no_names="No se nombra a los miembros; se indica el párrafo del que es el único de su "
        "opinión.",
        few_names="Se nombra a los miembros cuando lo mismo lo dicen {n} como máximo; en los "
        "demás casos se indica el párrafo del miembro que es el único de su opinión.",
        few_values="Solo se imprimen las {n} cifras más altas de cada casilla; se indica el "
        "párrafo de cada una de las demás, también el del miembro que es el único de su opinión.",
        few_changes="Se omiten los cambios de menos de {n} miembros.",
        few_requests="Número máximo de solicitudes impresas por misión: {n}, primero las más "
        "compartidas; se indican los párrafos de las demás.",
        few_letters="Las solicitudes de más de {n} caracteres terminan en puntos suspensivos; "
        "su párrafo las recoge enteras.",
    ),
}
