"""The words of the hand-over pack, in six languages. Data: the pack is a document."""

from dataclasses import dataclass

from app.domain.asks import AskStatus
from app.domain.position import PointKind


@dataclass(frozen=True)
class HandoverWords:
    title: str
    as_of: str
    turns: str
    month: str
    presidency: str
    supposed: str
    asks: str
    asked: str
    kind: str
    status: str
    none: str
    tallies: str
    reviews: str
    review: str
    no_review: str
    summaries: str
    briefing: str
    hash: str
    published: str
    issued: str
    statuses: dict[AskStatus, str]
    kinds: dict[PointKind, str]


HANDOVER_WORDS = {
    "ar": HandoverWords(
        title="ملف تسليم الرئاسة",
        as_of="في {date}",
        turns="تعاقب الرئاسات",
        month="من",
        presidency="الرئاسة",
        supposed="إذا لم تتغير العضوية",
        asks="الطلبات والمقترحات والشروط المفتوحة",
        asked="المطلوب",
        kind="النوع",
        status="الحالة",
        none="لا شيء.",
        tallies="آخر مواقف الأعضاء",
        reviews="الولايات المقبل انتهاؤها",
        review="الاستعراض",
        no_review="لا تنتهي اعتبارا من اليوم ولاية أي من هذه البعثات، حسب المعلومات المتاحة هنا؛ "
        "ولذلك لا يتضمن الملف تقويما.",
        summaries="الموجزات الصادرة",
        briefing="الإحاطة",
        hash="البصمة (SHA-256)",
        published="منشور",
        issued="صادر وغير منشور",
        statuses={
            AskStatus.OPEN: "مفتوح",
            AskStatus.IN_HAND: "قيد التنفيذ",
            AskStatus.DONE: "منجز",
            AskStatus.OVERTAKEN: "تجاوزته الأحداث",
        },
        kinds={
            PointKind.REQUEST: "طلب",
            PointKind.PROPOSAL: "اقتراح",
            PointKind.CONDITION: "شرط",
        },
    ),
    "zh": HandoverWords(
        title="主席交接材料",
        as_of="截至{date}",
        turns="主席轮换",
        month="起始日",
        presidency="主席",
        supposed="如成员不变",
        asks="未了请求、提议和条件",
        asked="所提要求",
        kind="类别",
        status="状况",
        none="无。",
        tallies="成员最近的立场",
        reviews="即将到期的任务授权",
        review="审查日期",
        no_review="就此处所知，这些特派团的任务授权自今日起均无到期者，因此材料中没有日历文件。",
        summaries="已印发的摘要",
        briefing="通报",
        hash="散列值（SHA-256）",
        published="已公布",
        issued="已印发，未公布",
        statuses={
            AskStatus.OPEN: "未了",
            AskStatus.IN_HAND: "办理中",
            AskStatus.DONE: "已办",
            AskStatus.OVERTAKEN: "已因事态发展而失去意义",
        },
        kinds={
            PointKind.REQUEST: "请求",
            PointKind.PROPOSAL: "提议",
            PointKind.CONDITION: "条件",
        },
    ),
    "en": HandoverWords(
        title="Hand-over to the next presidency",
        as_of="As of {date}",
        turns="Who presides when",
        month="From",
        presidency="Presidency",
        supposed="if the membership is unchanged",
        asks="Open requests, proposals and conditions",
        asked="What is asked",
        kind="Kind",
        status="Status",
        none="None.",
        tallies="Where members stood last",
        reviews="Mandates that end next",
        review="Review",
        no_review="No mandate of these missions ends from today on, as far as it is known here; "
        "the pack therefore has no calendar.",
        summaries="Issued summaries",
        briefing="Briefing",
        hash="Hash (SHA-256)",
        published="published",
        issued="issued, not published",
        statuses={
            AskStatus.OPEN: "open",
            AskStatus.IN_HAND: "in hand",
            AskStatus.DONE: "done",
            AskStatus.OVERTAKEN: "overtaken by events",
        },
        kinds={
            PointKind.REQUEST: "Request",
            PointKind.PROPOSAL: "Proposal",
            PointKind.CONDITION: "Condition",
        },
    ),
    "fr": HandoverWords(
        title="Dossier de passation de la présidence",
        as_of="Au {date}",
        turns="Ordre des présidences",
        month="À compter du",
        presidency="Présidence",
        supposed="si la composition est inchangée",
        asks="Demandes, propositions et conditions en suspens",
        asked="Ce qui est demandé",
        kind="Nature",
        status="État",
        none="Néant.",
        tallies="Dernières positions des membres",
        reviews="Prochaines fins de mandat",
        review="Examen",
        no_review="Aucun mandat de ces missions n’expire à partir d’aujourd’hui, d’après les "
        "données disponibles ici ; le dossier ne contient donc pas de calendrier.",
        summaries="Résumés établis",
        briefing="Séance d’information",
        hash="Empreinte (SHA-256)",
        published="publié",
        issued="établi, non publié",
        statuses={
            AskStatus.OPEN: "en suspens",
            AskStatus.IN_HAND: "en cours",
            AskStatus.DONE: "satisfaite",
            AskStatus.OVERTAKEN: "dépassée par les événements",
        },
        kinds={
            PointKind.REQUEST: "Demande",
            PointKind.PROPOSAL: "Proposition",
            PointKind.CONDITION: "Condition",
        },
    ),
    "ru": HandoverWords(
        title="Материалы для передачи председательства",
        as_of="По состоянию на {date}",
        turns="Очередность председательства",
        month="С",
        presidency="Председатель",
        supposed="если состав не изменится",
        asks="Невыполненные просьбы, предложения и условия",
        asked="Содержание",
        kind="Вид",
        status="Состояние",
        none="Нет.",
        tallies="Последние позиции членов",
        reviews="Ближайшие сроки истечения мандатов",
        review="Обзор",
        no_review="По имеющимся здесь данным, ни один мандат этих миссий с сегодняшнего дня не "
        "истекает, поэтому календаря в материалах нет.",
        summaries="Изданные резюме",
        briefing="Брифинг",
        hash="Хеш (SHA-256)",
        published="опубликовано",
        issued="издано, не опубликовано",
        statuses={
            AskStatus.OPEN: "не выполнено",
            AskStatus.IN_HAND: "выполняется",
            AskStatus.DONE: "выполнено",
            AskStatus.OVERTAKEN: "утратило актуальность",
        },
        kinds={
            PointKind.REQUEST: "Просьба",
            PointKind.PROPOSAL: "Предложение",
            PointKind.CONDITION: "Условие",
        },
    ),
    "es": HandoverWords(
        title="Documentación para el traspaso de la Presidencia",
        as_of="Al {date}",
        turns="Turno de las presidencias",
        month="Desde",
        presidency="Presidencia",
        supposed="si la composición no cambia",
        asks="Solicitudes, propuestas y condiciones pendientes",
        asked="Qué se pide",
        kind="Tipo",
        status="Estado",
        none="Ninguna.",
        tallies="Últimas posiciones de los miembros",
        reviews="Próximos vencimientos de mandatos",
        review="Examen",
        no_review="Que aquí conste, ningún mandato de estas misiones vence a partir de hoy, por "
        "lo que la documentación no incluye calendario.",
        summaries="Resúmenes emitidos",
        briefing="Sesión informativa",
        hash="Resumen criptográfico (SHA-256)",
        published="publicado",
        issued="emitido, no publicado",
        statuses={
            AskStatus.OPEN: "pendiente",
            AskStatus.IN_HAND: "en curso",
            AskStatus.DONE: "cumplida",
            AskStatus.OVERTAKEN: "superada por los acontecimientos",
        },
        kinds={
            PointKind.REQUEST: "Solicitud",
            PointKind.PROPOSAL: "Propuesta",
            PointKind.CONDITION: "Condición",
        },
    ),
}
