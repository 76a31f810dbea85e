"""What the gallery shows: invented delegations, in the languages that strain a page most."""

from datetime import UTC, datetime
from typing import Any

from app.web.forms import Form

ZH = "维持和平行动背后的政治进程是否仍然活跃?如果停滞不前,安全理事会应当采取哪些步骤(S/2017/287)?"
EN = "Is the political process behind the operation still active? If it is stalled, what steps should the Council take?"
AR = "ترى الوفد (A) أن العملية السياسية في مالي (S/2017/287) هشة، وتدعو إلى مراجعة ولاية البعثة قبل 30 حزيران/يونيه 2017."
MISSIONS = ("MINUSMA", "MONUSCO", "UNAMID", "UNMISS", "UNIFIL", "UNFICYP")
VALUES = ((4, 9, 1, 1), (15, 0, 0, 0), (2, 5, 5, 3), (0, 6, 1, 0), (7, 7, 0, 1), (1, 0, 0, 0))

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "title": "Closing of positions on peacekeeping operations",
        "kicker": "Briefing of Thursday, 6 April 2017",
        "progress": "Your delegation’s answers",
        "carry_on": "Continue: question 3, MINUSMA",
        "facts": "This briefing",
        "mission": "Mission",
        "matrix": "Where members stand, by mission and question",
        "own_matrix": "Your cells",
        "tally": "Question 1, MINUSMA: the political process",
        "tally_large": "The same among one hundred and ninety-three",
        "summary": "Summary, part I",
        "mine": "Your text",
        "theirs": "Saved meanwhile by your colleague",
        "delegation": "Delegation",
        "cite": "Signed 3 April 2017, revision 2",
        "assessment": "How does your delegation see the political process?",
        "hint": "One choice for each mission. You can restate it until the briefing closes.",
        "statement": "Statement",
        "symbol": "Document symbol",
        "language": "Language of the statement",
        "missions": "Missions this answer also holds for",
        "unnamed": "Allow quotation without our name",
        "meeting": "Date of the meeting",
        "closes": "Positions close",
        "note": "Concept note",
        "sign": "Sign this position",
        "save": "Save draft",
        "withdraw": "Withdraw",
        "leave": "Leave without saving",
        "table": "Statements by delegation",
        "count": "Words",
        "what": "What is this?",
        "source": "Source of the note",
        "saved": "Saved 14:32",
        "contact": "Coordinator of the presidency: Delegation A,",
        "active": "Active", "fragile": "Fragile", "stalled": "Stalled", "absent": "Absent",
        "no_position": "No position", "awaiting": "Awaiting instructions", "nothing": "Nothing submitted",
        "not_eligible": "Not eligible",
        "question": "Question",
        "required": "Enter the statement, or choose “No position”",
        "choose": "Choose one assessment",
        "own": "22:00 in Cairo",
        "left": "2 days 4 hours left",
        "ended": "closed",
        "sentence": "Nine of the fifteen members assess the political process behind MINUSMA as fragile; four assess it as active.",
    },
    "ar": {
        "title": "إغلاق باب تقديم المواقف بشأن عمليات حفظ السلام",
        "kicker": "إحاطة يوم الخميس 6 نيسان/أبريل 2017",
        "progress": "إجابات وفدكم",
        "carry_on": "متابعة: السؤال 3، البعثة المتكاملة",
        "facts": "هذه الإحاطة",
        "mission": "البعثة",
        "matrix": "مواقف الأعضاء حسب البعثة والسؤال",
        "own_matrix": "خاناتكم",
        "tally": "السؤال 1: العملية السياسية في مالي",
        "tally_large": "السؤال نفسه بين مائة وثلاث وتسعين دولة",
        "summary": "الموجز، الجزء الأول",
        "mine": "نصكم",
        "theirs": "حفظه زميلكم في هذه الأثناء",
        "delegation": "الوفد",
        "cite": "وُقّع في 3 نيسان/أبريل 2017، التنقيح 2",
        "assessment": "كيف يرى وفدكم العملية السياسية؟",
        "hint": "اختيار واحد لكل بعثة. ويمكن تعديله إلى أن تُغلق الإحاطة.",
        "statement": "البيان",
        "symbol": "رمز الوثيقة",
        "language": "لغة البيان",
        "missions": "البعثات التي يسري عليها هذا الجواب أيضا",
        "unnamed": "نسمح بالاقتباس دون ذكر الاسم",
        "meeting": "تاريخ الجلسة",
        "closes": "يُغلق باب المواقف",
        "note": "المذكرة المفاهيمية",
        "sign": "توقيع هذا الموقف",
        "save": "حفظ المسودة",
        "withdraw": "سحب",
        "leave": "مغادرة دون حفظ",
        "table": "البيانات حسب الوفد",
        "count": "الكلمات",
        "what": "ما هذا؟",
        "source": "مصدر المذكرة",
        "saved": "حُفظ في 14:32",
        "contact": "منسق الرئاسة: الوفد A،",
        "active": "نشطة", "fragile": "هشة", "stalled": "متعثرة", "absent": "غائبة",
        "no_position": "لا موقف", "awaiting": "في انتظار التعليمات", "nothing": "لم يُقدَّم شيء",
        "not_eligible": "غير مؤهل",
        "question": "السؤال",
        "required": "أدخلوا البيان أو اختاروا «لا موقف»",
        "choose": "اختاروا تقييما واحدا",
        "own": "22:00 في القاهرة",
        "left": "بقي يومان و4 ساعات",
        "ended": "أُغلق",
        "sentence": "يرى تسعة من الأعضاء الخمسة عشر أن العملية السياسية التي تستند إليها البعثة (S/2017/274) هشة؛ ويرى أربعة أنها نشطة.",
    },
}
WORDS["zh"] = WORDS["en"] | {
    "title": "维持和平行动:各方立场提交截止",
    "kicker": "2017年4月6日星期四通报会",
    "progress": "贵代表团的答复",
    "carry_on": "继续:问题3,马里稳定团",
    "matrix": "按特派团和问题分列的成员立场",
    "active": "活跃", "fragile": "脆弱", "stalled": "停滞", "absent": "不存在",
    "no_position": "无立场", "awaiting": "等待指示", "nothing": "未提交", "not_eligible": "不适用",
    "question": "问题",
    "sentence": "安理会十五个成员中有九个认为,马里稳定团背后的政治进程是脆弱的;四个认为是活跃的。",
    "statement": "发言", "sign": "签署本立场", "save": "保存草稿",
}
WORDS["ru"] = WORDS["en"] | {
    "title": "Завершение представления позиций по операциям по поддержанию мира",
    "kicker": "Брифинг в четверг, 6 апреля 2017 года",
    "progress": "Ответы вашей делегации",
    "carry_on": "Продолжить: вопрос 3, МИНУСМА",
    "matrix": "Позиции членов по миссиям и вопросам",
    "active": "Продолжается", "fragile": "Неустойчив", "stalled": "Приостановлен", "absent": "Отсутствует",
    "no_position": "Позиция не определена", "awaiting": "Ожидает инструкций", "nothing": "Ничего не представлено",
    "not_eligible": "Не имеет права участвовать",
    "question": "Вопрос",
    "sentence": "Девять из пятнадцати членов оценивают политический процесс, лежащий в основе деятельности миссии, как неустойчивый.",
    "sign": "Подписать позицию", "save": "Сохранить черновик", "withdraw": "Отозвать",
}

STATUSES = (
    "not_started", "in_progress", "ready", "approved", "sent_back", "signed", "late", "withdrawn",
    "draft", "open", "closed", "circulated", "issued", "published", "stale", "confirmed", "unconfirmed",
)  # fmt: skip


def segments(words: dict[str, str], counts: tuple[int, ...], members: int = 15) -> list[dict[str, Any]]:
    """Make a tally of the four values, the rest awaiting or silent."""
    left = members - sum(counts)
    silent = (("no_position", left // 3), ("awaiting_instructions", left // 4))
    kinds = [
        *((f"v{place * 2}", count) for place, count in enumerate(counts)),
        *silent,
        ("nothing", left - sum(count for _, count in silent)),
    ]
    names = ("active", "fragile", "stalled", "absent", "no_position", "awaiting", "nothing")
    return [
        {"kind": kind, "label": words[name], "count": count}
        for (kind, count), name in zip(kinds, names, strict=True)
    ]


def key(words: dict[str, str]) -> list[dict[str, Any]]:
    """Make the key of a scale of seven values and the four kinds of nothing."""
    values = [(f"v{place}", f"{words['question']} {place + 1}") for place in range(7)]
    nothing = [
        ("no_position", words["no_position"]),
        ("awaiting_instructions", words["awaiting"]),
        ("nothing", words["nothing"]),
        ("not_eligible", words["not_eligible"]),
    ]
    return [{"kind": kind, "label": label, "count": 1} for kind, label in values + nothing]


def page_for(lang: str) -> dict[str, Any]:
    words = WORDS[lang]
    columns = [
        {"label": f"{words['question']} {n}", "note": words["active"] + " … " + words["absent"], "href": f"#q{n}"}
        for n in range(1, 6)
    ]
    return {
        "words": words,
        "title": words["title"],
        "kicker": words["kicker"],
        "above": [{"label": words["facts"], "href": "#up"}, {"label": "S/2017/287", "href": "#note"}],
        "deadline": datetime(2017, 4, 3, 19, 0, tzinfo=UTC),
        "own": words["own"],
        "left": words["left"],
        "ended": words["ended"],
        "wrong": Form[Any](
            raw={"text": "", "assessment": "v1"},
            errors={"assessment": words["choose"], "text": words["required"]},
        ),
        "fine": Form[Any](),
        "tasks": [
            {"label": f"{words['question']} {n}, {mission}", "status": status}
            for n, mission, status in zip(range(1, 6), MISSIONS, STATUSES, strict=False)
        ],
        "notices": [
            (kind, words["facts"] if kind != "info" else "", words["hint"])
            for kind in ("info", "success", "warning", "danger")
        ],
        "facts": [(words["meeting"], "6.4.2017"), (words["symbol"], "S/2017/287"), (words["count"], "2,500")],
        "statuses": STATUSES,
        "scale": key(words),
        "columns": columns,
        "rows": [
            {
                "label": mission,
                "note": words["hint"][:24],
                "cells": [{"segments": segments(words, VALUES[(row + n) % 6])} for n in range(5)],
            }
            for row, mission in enumerate(MISSIONS)
        ],
        "task_rows": [
            {"label": mission, "cells": [("", *STATUSES[:5])[(row * 2 + n) % 6] for n in range(5)]}
            for row, mission in enumerate(MISSIONS)
        ],
        "tally": segments(words, (4, 6, 1, 1)),
        "large": segments(words, (48, 71, 22, 3), 193),
        "sentences": [
            {"text": words["sentence"], "basis": "9 / 15", "stale": n == 2} for n in range(1, 4)
        ],
        "mine": {"text": EN, "lang": "en"},
        "theirs": {"text": AR, "lang": "ar"},
        "zh": ZH,
        "en": EN,
        "ar": AR,
        "options": [
            ("v1", words["active"]),
            ("v2", words["fragile"], words["hint"]),
            ("v3", words["stalled"]),
            ("v4", words["absent"]),
            ("no_position", words["no_position"]),
            ("awaiting_instructions", words["awaiting"]),
        ],
        "languages": [("ar", "العربية"), ("zh", "中文"), ("en", "English"), ("fr", "Français")],
        "missions": [(mission, mission) for mission in MISSIONS],
        "table": [("A", "S/2017/287", "1\u202f204"), ("B", "S/2017/274", "99\u202f034"), ("C", "S/RES/2286 (2016)", "87")],
    }
