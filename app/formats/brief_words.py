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
    unassessed: str
    dash: str
    by_invited: str
    changed: str
    since: str
    no_earlier: str
    unchanged: str
    requests: str
    to_others: str
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
        unassessed="لم يعط أحد تقييما بشأن: {missions}.",
        dash="الشرطة تعني أن أحدا لم يعط تقييما.",
        by_invited="مدعو",
        changed="ما تغير منذ المرة السابقة",
        since="بالمقارنة مع: {briefings}.",
        no_earlier="لا توجد إحاطة سابقة.",
        unchanged="لا تغيير.",
        requests="الطلبات الموجهة إلى الأمين العام",
        to_others="الطلبات الموجهة إلى جهات أخرى",
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
        unassessed="无人作出评估：{missions}。",
        dash="短横线表示无人作出评估。",
        by_invited="应邀",
        changed="与上次相比的变化",
        since="对照：{briefings}。",
        no_earlier="此前没有通报。",
        unchanged="没有变化。",
        requests="向秘书长提出的请求",
        to_others="向其他方面提出的请求",
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
        unassessed="Assessed by nobody: {missions}.",
        dash="A dash means that nobody gave an assessment.",
        by_invited="invited",
        changed="What changed since last time",
        since="Compared with: {briefings}.",
        no_earlier="No earlier briefing.",
        unchanged="No change.",
        requests="Requests addressed to the Secretary-General",
        to_others="Requests addressed to others",
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
        unassessed="Sans appréciation : {missions}.",
        dash="Un tiret signifie que personne n’a donné d’appréciation.",
        by_invited="à titre d’invité",
        changed="Ce qui a changé depuis la dernière fois",
        since="Par comparaison avec : {briefings}.",
        no_earlier="Aucune séance d’information antérieure.",
        unchanged="Aucun changement.",
        requests="Demandes adressées au Secrétaire général",
        to_others="Demandes adressées à d’autres",
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
        unassessed="Никто не дал оценки: {missions}.",
        dash="Тире означает, что оценки не дал никто.",
        by_invited="приглашенная сторона",
        changed="Что изменилось с прошлого раза",
        since="В сравнении с: {briefings}.",
        no_earlier="Предыдущего брифинга не было.",
        unchanged="Изменений нет.",
        requests="Просьбы к Генеральному секретарю",
        to_others="Просьбы к другим",
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
        unassessed="Sin evaluación: {missions}.",
        dash="Un guion significa que nadie dio una evaluación.",
        by_invited="por invitación",
        changed="Qué ha cambiado desde la última vez",
        since="En comparación con: {briefings}.",
        no_earlier="No hay ninguna sesión informativa anterior.",
        unchanged="Sin cambios.",
        requests="Solicitudes dirigidas al Secretario General",
        to_others="Solicitudes dirigidas a otros",
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
    ),
}
