"""The words around a summary on paper, in six languages. Data: what is printed is a document."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SummaryWords:
    draft: str
    markings: dict[str, str]  # of a briefing that is no act of a presidency
    issued: str  # {date} {time}, on the clocks of New York
    page: str  # {n} {m}
    mission: str
    count: str  # {label} {n}: one line of a cell of the matrix
    paragraph: str  # {a}
    paragraphs: str  # {a} {b}
    denominators: str
    as_written: str
    number: str
    of: str
    groups: str
    group: str
    members: str
    not_seated: str  # {n}
    source: str  # {source}
    as_of: str  # {source} {date}


SUMMARY_WORDS = {
    "ar": SummaryWords(
        draft="مسودة",
        markings={"demonstration": "عرض إيضاحي", "rehearsal": "تمرين تجريبي"},
        issued="صدر في {date}، الساعة {time} بتوقيت نيويورك",
        page="الصفحة {n} من {m}",
        mission="البعثة",
        count="{label}: {n}",
        paragraph="الفقرة {a}",
        paragraphs="الفقرات {a}-{b}",
        denominators="العبارات والأعداد التي تُنسب إليها",
        as_written="كما ترد في النص",
        number="العدد",
        of="من أصل",
        groups="مجموعات أُعلنت مسبقا",
        group="المجموعة",
        members="الأعضاء الحاضرون",
        not_seated="أعضاء غير مشاركين: {n}",
        source="المصدر: {source}",
        as_of="{source}، حتى {date}",
    ),
    "zh": SummaryWords(
        draft="草稿",
        markings={"demonstration": "演示", "rehearsal": "演练"},
        issued="印发于{date}纽约时间{time}",
        page="第{n}页，共{m}页",
        mission="特派团",
        count="{label}：{n}",
        paragraph="第{a}段",
        paragraphs="第{a}至{b}段",
        denominators="用语与总数",
        as_written="文中用语",
        number="数字",
        of="总数",
        groups="事先宣布的国家组",
        group="国家组",
        members="列席成员",
        not_seated="未列席：{n}",
        source="资料来源：{source}",
        as_of="{source}，截至{date}",
    ),
    "en": SummaryWords(
        draft="Draft",
        markings={"demonstration": "Demonstration", "rehearsal": "Rehearsal"},
        issued="Issued {date}, {time}, New York time",
        page="Page {n} of {m}",
        mission="Mission",
        count="{label}: {n}",
        paragraph="para. {a}",
        paragraphs="paras. {a}–{b}",
        denominators="Words and denominators",
        as_written="As written",
        number="Number",
        of="Of",
        groups="Groups declared in advance",
        group="Group",
        members="Members seated",
        not_seated="Not seated: {n}",
        source="Source: {source}",
        as_of="{source}, as of {date}",
    ),
    "fr": SummaryWords(
        draft="Projet",
        markings={"demonstration": "Démonstration", "rehearsal": "Répétition"},
        issued="Publié le {date} à {time}, heure de New York",
        page="Page {n} sur {m}",
        mission="Mission",
        count="{label}\u00a0: {n}",
        paragraph="par. {a}",
        paragraphs="par. {a} à {b}",
        denominators="Termes et totaux de référence",
        as_written="Dans le texte",
        number="Nombre",
        of="Sur",
        groups="Groupes déclarés à l’avance",
        group="Groupe",
        members="Membres présents",
        not_seated="Ne siégeant pas\u00a0: {n}",
        source="Source\u00a0: {source}",
        as_of="{source}, au {date}",
    ),
    "ru": SummaryWords(
        draft="Проект",
        markings={"demonstration": "Демонстрация", "rehearsal": "Репетиция"},
        issued="Выпущено {date}, {time} по нью-йоркскому времени",
        page="Стр. {n} из {m}",
        mission="Миссия",
        count="{label}: {n}",
        paragraph="п. {a}",
        paragraphs="пп. {a}–{b}",
        denominators="Слова и общее число",
        as_written="В тексте",
        number="Число",
        of="Из",
        groups="Заранее объявленные группы",
        group="Группа",
        members="Участвующие члены",
        not_seated="Не участвуют: {n}",
        source="Источник: {source}",
        as_of="{source}, по состоянию на {date}",
    ),
    "es": SummaryWords(
        draft="Proyecto",
        markings={"demonstration": "Demostración", "rehearsal": "Ensayo"},
        issued="Publicado el {date} a las {time}, hora de Nueva York",
        page="Página {n} de {m}",
        mission="Misión",
        count="{label}: {n}",
        paragraph="párr. {a}",
        paragraphs="párrs. {a} a {b}",
        denominators="Expresiones y totales de referencia",
        as_written="En el texto",
        number="Número",
        of="De",
        groups="Grupos declarados de antemano",
        group="Grupo",
        members="Miembros presentes",
        not_seated="Sin asiento: {n}",
        source="Fuente: {source}",
        as_of="{source}, a {date}",
    ),
}
