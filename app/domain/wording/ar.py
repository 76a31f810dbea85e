"""Arabic."""

from datetime import date

from app.domain.wording.table import Plural, Wording

_CARDINALS = (
    "صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
    "أحد عشر", "اثنا عشر", "ثلاثة عشر", "أربعة عشر", "خمسة عشر", "ستة عشر", "سبعة عشر",
    "ثمانية عشر", "تسعة عشر", "عشرون", "واحد وعشرون", "اثنان وعشرون", "ثلاثة وعشرون",
    "أربعة وعشرون", "خمسة وعشرون", "ستة وعشرون", "سبعة وعشرون", "ثمانية وعشرون",
    "تسعة وعشرون", "ثلاثون",
)  # fmt: skip
_CARDINALS_OF = (
    "الصفر", "الواحد", "الاثنين", "الثلاثة", "الأربعة", "الخمسة", "الستة", "السبعة", "الثمانية",
    "التسعة", "العشرة", "الأحد عشر", "الاثني عشر", "الثلاثة عشر", "الأربعة عشر", "الخمسة عشر",
    "الستة عشر", "السبعة عشر", "الثمانية عشر", "التسعة عشر", "العشرين", "الواحد والعشرين",
    "الاثنين والعشرين", "الثلاثة والعشرين", "الأربعة والعشرين", "الخمسة والعشرين",
    "الستة والعشرين", "السبعة والعشرين", "الثمانية والعشرين", "التسعة والعشرين", "الثلاثين",
)  # fmt: skip
_MONTHS = (
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
    "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
)  # fmt: skip


def _plural(number: int) -> str:
    """Give the CLDR category of a whole number."""
    if number < 3:
        return ("zero", "one", "two")[number]
    last_two = number % 100
    if last_two < 3:
        return "other"
    return "few" if last_two < 11 else "many"


def _bands(whole: str) -> tuple[str, str, str]:
    return (
        f"ما لا يزيد على نحو ثلث {whole} (أو لا أحد)",
        f"ما بين نحو ثلث {whole} ونحو ثلثيهم",
        f"نحو ثلثي {whole} أو أكثر",
    )


def _date(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _members() -> Plural:
    """Count members: the dual says two by itself, eleven and more take a singular noun."""
    return {
        "zero": "أي من {whole}",
        "one": "عضو {n} من {whole}",
        "two": "عضوان من {whole}",
        "few": "{n} من {whole}",
        "many": "{n} عضوا من {whole}",
        "other": "{n} عضو من {whole}",
    }


def _said(verb: str, negated: str, rest: str) -> Plural:
    """Put the verb first: it then stays in the singular whatever the number."""
    return {
        "zero": "{where}" + negated + " {who} " + rest,
        "other": "{where}" + verb + " {who} " + rest,
    }


def _submitted(rest: str) -> Plural:
    return _said("قدّم", "لم يقدّم", rest)


_SIGNED = {"zero": "لم يقدّم {who} مواقف موقّعة.", "other": "قدّم {who} مواقف موقّعة."}

ARABIC = Wording(
    language="ar",
    plural=_plural,
    cardinals=_CARDINALS,
    cardinals_of=_CARDINALS_OF,
    figures_of="الـ\u00a0{of}",
    whole={
        "member": {"one": "العضو الوحيد", "two": "العضوين", "other": "الأعضاء {of}"},
        "entered": {
            "one": "العضو المدرج الوحيد",
            "two": "العضوين المدرجين",
            "other": "الأعضاء {of} المدرجين",
        },
        "invited": {
            "one": "المدعو الوحيد إلى المشاركة",
            "other": "المدعوين {of} إلى المشاركة",
        },
    },
    share={
        "member": _members(),
        "entered": _members(),
        "invited": {
            "zero": "أي من {whole}",
            "one": "{n} من {whole}",
            "other": "{n} من {whole}",
        },
    },
    share_in_words=(
        "قلة ({n}) من {whole}",
        "بعض ({n}) من {whole}",
        "كثير ({n}) من {whole}",
        "معظم {whole} ({n})",
        "جميع {whole} تقريبا ({n})",
    ),
    everyone={
        "member": {
            "one": "العضو الوحيد",
            "two": "كلا العضوين",
            "other": "جميع الأعضاء {of}",
        },
        "entered": {
            "one": "العضو المدرج الوحيد",
            "two": "كلا العضوين المدرجين",
            "other": "جميع الأعضاء {of} المدرجين",
        },
        "invited": {
            "one": "المدعو الوحيد إلى المشاركة",
            "two": "كلا المدعوين إلى المشاركة",
            "other": "جميع المدعوين {of} إلى المشاركة",
        },
    },
    band={
        "member": _bands("الأعضاء"),
        "entered": _bands("الأعضاء المدرجين"),
        "invited": _bands("المدعوين إلى المشاركة"),
    },
    about="بشأن {missions}، ",
    about_each="بشأن كل من {missions}، ",
    about_general="بشأن المسائل العامة وبشأن {missions}، ",
    about_general_each="بشأن المسائل العامة وبشأن {missions}، في كل حالة، ",
    in_general="بشأن المسائل العامة، ",
    general="المسائل العامة",
    value=_submitted("التقييم {value}."),
    pooled="بشأن {missions} مجتمعة، قدّم {who} التقييم {value} في حالة واحدة على الأقل.",
    apart="{where}لا تُعرض التقييمات على حدة، لأنها قد تتيح التعرف على أحد الوفود.",
    value_lone_each="{where}قدّم {who} التقييم {value}.",
    only_value={
        "one": "{where}قدّم {who} تقييما هو: {value}.",
        "other": "{where}قدّم {who} تقييما هو في كل حالة: {value}.",
    },
    differing={"other": "{where}قدّم {who} تقييمات، وقد تباينت هذه التقييمات: {spread}."},
    spread_item="{value} ({n})",
    nobody="{where}لم يقدّم أي عضو تقييما.",
    addressed=_submitted("نصا دون تقييم."),
    nothing={
        "no_position": {
            "zero": "{where}لم يذكر {who} أنه ليس لديه موقف.",
            "one": "{where}ذكر {who} أنه ليس لديه موقف.",
            "two": "{where}ذكر {who} أنه ليس لديهما موقف.",
            "other": "{where}ذكر {who} أنه ليس لديهم موقف.",
        },
        "awaiting_instructions": _said("كان", "لم يكن", "في انتظار تعليمات."),
        "nothing_submitted": {
            "zero": "{where}لم يتخلف {who} عن تقديم شيء.",
            # Subject first: "لم يقدّم عضو واحد" would mean that not one did.
            "one": "{where}{who} لم يقدّم شيئا.",
            "two": "{where}{who} لم يقدّما شيئا.",
            "other": "{where}{who} لم يقدّموا شيئا.",
        },
    },
    nothing_found={
        "zero": "{where}ليس {who} بلا موقف في المصادر التي قُرئت.",
        "one": "{where}{who} لم يُعثر له على موقف في المصادر التي قُرئت.",
        "two": "{where}{who} لم يُعثر لهما على موقف في المصادر التي قُرئت.",
        "other": "{where}{who} لم يُعثر لهم على موقف في المصادر التي قُرئت.",
    },
    found={
        "value": "{where}التقييم المدرج استنادا إلى المصادر التي قُرئت هو {value}: {who}.",
        "differing": "{where}تباينت التقييمات المدرجة استنادا إلى المصادر التي قُرئت: {spread}.",
        "addressed": "{where}وُجد في المصادر التي قُرئت نص دون تقييم: {who}.",
        "nobody": "{where}لم يتسن إدراج أي تقييم استنادا إلى المصادر التي قُرئت.",
        "point": "{where}{name}، من مصدر علني وبعبارات المحررين: {text}",
    },
    names=" ({names})",
    unnamed={
        "one": "{n} لم يُذكر اسمه",
        "two": "{n} لم يُذكر اسماهما",
        "other": "{n} لم تُذكر أسماؤهم",
    },
    quotation={
        "view": "{where}قدّم وفد {name} الرأي التالي: {text}",
        "proposal": "{where}قدّم وفد {name} الاقتراح التالي: {text}",
        "condition": "{where}وضع وفد {name} الشرط التالي: {text}",
        "concern": "{where}أعرب وفد {name} عن الشاغل التالي: {text}",
        "request": "{where}وجّه وفد {name} الطلب التالي إلى الأمين العام: {text}",
    },
    point={
        "view": _submitted("الرأي التالي: {text}"),
        "proposal": _submitted("الاقتراح التالي: {text}"),
        "condition": _said("وضع", "لم يضع", "الشرط التالي: {text}"),
        "concern": _said("أعرب", "لم يعرب", "عن الشاغل التالي: {text}"),
        "request": _said("وجّه", "لم يوجّه", "الطلب التالي إلى الأمين العام: {text}"),
    },
    point_unattributed={
        "view": "{where}قُدّم الرأي التالي: {text}",
        "proposal": "{where}قُدّم الاقتراح التالي: {text}",
        "condition": "{where}وُضع الشرط التالي: {text}",
        "concern": "{where}أُعرب عن الشاغل التالي: {text}",
        "request": "{where}وُجّه الطلب التالي إلى الأمين العام: {text}",
    },
    in_words_of={
        "named": " وبالألفاظ المستعملة ({name}): {text}",
        "unnamed": " وبألفاظ أحد الوفود المعنية: {text}",
    },
    pending="(الصياغة قيد الانتظار)",
    in_original=" [الأصل: ب{language}]",
    languages={
        "ar": "العربية",
        "zh": "الصينية",
        "en": "الإنكليزية",
        "fr": "الفرنسية",
        "ru": "الروسية",
        "es": "الإسبانية",
    },
    quote=("«", "»"),
    list_comma="، و",
    list_last="، و",
    list_last_before=None,
    colon=": ",
    further={
        "one": "عنصر {n} آخر مقدم من وفد واحد: الجزء الثاني، الفقرة {a}.",
        "two": "عنصران آخران، كل منهما مقدم من وفد واحد: الجزء الثاني، الفقرتان {a} و{b}.",
        "few": "{n} عناصر أخرى، كل منها مقدم من وفد واحد: الجزء الثاني، الفقرات من {a} إلى {b}.",
        "many": "{n} عنصرا آخر، كل منها مقدم من وفد واحد: الجزء الثاني، الفقرات من {a} إلى {b}.",
        "other": "{n} عنصر آخر، كل منها مقدم من وفد واحد: الجزء الثاني، الفقرات من {a} إلى {b}.",
    },
    further_shared={
        "two": "عنصران آخران: الجزء الثاني، الفقرتان {a} و{b}.",
        "few": "{n} عناصر أخرى: الجزء الثاني، الفقرات من {a} إلى {b}.",
        "many": "{n} عنصرا آخر: الجزء الثاني، الفقرات من {a} إلى {b}.",
        "other": "{n} عنصر آخر: الجزء الثاني، الفقرات من {a} إلى {b}.",
    },
    further_uncounted="عناصر أخرى: الجزء الثاني، الفقرات من {a} إلى {b}.",
    opening={
        "words": "ترد إلى جانب العدد كلمة: «قلة» دون واحد من كل عشرة، و«بعض» دون أربعة من كل "
        "عشرة، و«كثير» دون سبعة من كل عشرة، و«معظم» دون تسعة من كل عشرة، و«جميع ... "
        "تقريبا» فيما فوق ذلك.",
        "bands": "حيثما لا يجوز التعرف على أحد، ترد نطاقات بدلا من الأعداد؛ وهي من مجموع قدره "
        "{of}: من 0 "
        "إلى {low}، ومن {start} إلى {end}، ومن {high} إلى {of}. ولا يتغير النطاق من مسودة إلى أخرى "
        "إلا إذا كان ذلك لا يكشف شيئا عمن غيّروا مواقفهم؛ وإلا بقي كما عُمم أول مرة.",
        "preview": "معاينة: تحتسب هنا المجموعات التي اقترحتها الآلة كما لو كانت مؤكدة. ولم يؤكدها "
        "أحد، ولا يجوز إصدار أي شيء منها.",
        "briefing": "يتعلق هذا الموجز بجلسة الإحاطة المعقودة في {date} (الرئاسة: {presidency}).",
        "briefing_undated": "يتعلق هذا الموجز بجلسة الإحاطة المعنونة «{title}».",
        "briefing_unpresided": "يتعلق هذا الموجز بجلسة الإحاطة المعقودة في {date}.",
        "briefers": "مقدمو الإحاطات: {briefers}.",
        "not_entered": "الوفود التي لم يُقرأ أي مصدر بشأنها ولا تدخل في أي إحصاء: {names}.",
        "numbers": "تدل الأعداد على الوفود، ويُحسب كل وفد مرة واحدة أيا كان طول نصه. "
        "ولا تُعد أي قيمة من قيم المقياس صوتا، ولا يُحسب السكوت موافقة ولا معارضة.",
        "responsibility": "موجز أعدته الرئاسة على مسؤوليتها الخاصة؛ "
        "وهو لا يعبّر بالضرورة عن آراء جميع الأعضاء.",
        "demonstration": "عرض إيضاحي أعده المحررون استنادا إلى مصادر عامة؛ "
        "وهو ليس عملا صادرا عن أي رئاسة.",
        "rehearsal": "تمرين تجريبي بوفود متخيلة؛ وليس فيه ما يمثل موقفا لأي دولة.",
    },
    submitted={
        "member": _SIGNED,
        "entered": {
            "zero": "لم يُعثر في مصادر عامة على مواقف صادرة عن {who}.",
            "one": "{who} عُثر له على مواقف في مصادر عامة.",
            "two": "{who} عُثر لهما على مواقف في مصادر عامة.",
            "other": "{who} عُثر لهم على مواقف في مصادر عامة.",
        },
        "invited": _SIGNED,
    },
    headings={
        "proposed": "[اقتراح من الآلة، غير مؤكد] ",
        "withheld": "محجوب: عدد الوفود أقل من أن يُشار إليها دون تسميتها.",
        "not_found": "لم يُعثر على شيء في المصادر التي قُرئت",
        "addressed": "نص دون تقييم",
        "summary": "الموجز",
        "part_one": "الجزء الأول - لمحة عامة",
        "part_two": "الجزء الثاني - سجل جميع المواقف",
        "question": "السؤال {n}",
        "general": "المسائل العامة",
        "opening": "عن هذا الموجز",
        "not_reflected": "مواقف غير واردة في النص",
        "references": "الوثائق المستشهد بها",
        "matrix": "البعثات في لمحة",
        "joint": " [بيان مشترك]",
        "narrative": " [نص من الرئاسة]",
        "narrative_cites": " [نص من الرئاسة؛ المصدر: {source}]",
        "membership": "{group}: {n} من أصل {of}",
        "membership_entered": "{group}: {n} من أصل {of} مدرجين",
        "all_regions": "يضم المحسوبون هنا أعضاء من المجموعات الإقليمية الخمس جميعها.",
    },
    date=_date,
)
