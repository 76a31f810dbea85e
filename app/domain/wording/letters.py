"""The words of the letter that transmits a summary, one table per language. Data, as beside it.

``offices`` are keyed by role and gender, each as it stands in a title and as it is signed with;
``{state}`` is the State as it stands after "of" in that language: "de la Suède", "Швеции".
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class LetterWords:
    offices: Mapping[tuple[str, bool], tuple[str, str]]  # role, feminine -> in a title, signed
    addressees: Mapping[str, tuple[str, str]]  # in a title, by itself
    title: str  # {date} {office} {addressee}
    annex: str
    transmits: str  # {title} {date}
    transmits_undated: str
    responsibility: str
    asks: Mapping[bool, str]  # by gender of whoever signs
    signed: str  # {name}
    from_: str
    to: str
    date: str
    meeting: str
    subject: str
    subject_is: str  # {title}
    symbol: str
    no_symbol: str


_EN_OFFICES = {
    "permanent_representative": "Permanent Representative of {state} to the United Nations",
    "charge_daffaires": "Chargé d’affaires a.i. of the Permanent Mission of {state} to the "
    "United Nations",
}
_ZH_OFFICES = {
    "permanent_representative": "{state}常驻联合国代表",
    "charge_daffaires": "{state}常驻联合国代表团临时代办",
}
_FR_UN = " {state} auprès de l’Organisation des Nations Unies"
_ES_UN = " {state} ante las Naciones Unidas"
_RU_UN = " {state} при Организации Объединенных Наций"
_AR_UN = " {state} لدى الأمم المتحدة"


def _both(role: str, in_title: str, signed: str) -> dict[tuple[str, bool], tuple[str, str]]:
    """Give one form for men and women, where the language has but one."""
    return {(role, feminine): (in_title, signed) for feminine in (False, True)}


LETTER_WORDS = {
    "ar": LetterWords(
        offices={
            ("permanent_representative", False): (f"الممثل الدائم{_AR_UN}",) * 2,
            ("permanent_representative", True): (f"الممثلة الدائمة{_AR_UN}",) * 2,
            ("charge_daffaires", False): (f"القائم بالأعمال بالنيابة للبعثة الدائمة{_AR_UN}",) * 2,
            ("charge_daffaires", True): (f"القائمة بالأعمال بالنيابة للبعثة الدائمة{_AR_UN}",) * 2,
        },
        addressees={
            "secretary_general": ("الأمين العام",) * 2,
            "president_of_the_council": ("رئيس مجلس الأمن",) * 2,
        },
        title="رسالة مؤرخة {date} موجهة إلى {addressee} من {office}",
        annex="مرفق الرسالة المؤرخة {date} الموجهة إلى {addressee} من {office}",
        transmits="أتشرف بأن أحيل إليكم طيه الموجز الذي أعدته الرئاسة لجلسة الإحاطة المعنونة "
        "«{title}» المعقودة في {date} (انظر المرفق).",
        transmits_undated="أتشرف بأن أحيل إليكم طيه الموجز الذي أعدته الرئاسة لجلسة الإحاطة "
        "المعنونة «{title}» (انظر المرفق).",
        responsibility="وقد أعدت الرئاسة هذا الموجز على مسؤوليتها الخاصة؛ وهو لا يعبّر بالضرورة عن "
        "آراء جميع الأعضاء.",
        asks={
            False: "وأرجو ممتنا تعميم هذه الرسالة ومرفقها باعتبارهما وثيقة من وثائق مجلس الأمن.",
            True: "وأرجو ممتنة تعميم هذه الرسالة ومرفقها باعتبارهما وثيقة من وثائق مجلس الأمن.",
        },
        signed="(توقيع) {name}",
        from_="من",
        to="إلى",
        date="تاريخ الإحالة",
        meeting="تاريخ الجلسة",
        subject="الموضوع",
        subject_is="موجز جلسة الإحاطة المعنونة «{title}»",
        symbol="رمز الوثيقة",
        no_symbol="لم يُخصَّص بعد",
    ),
    "zh": LetterWords(
        offices={
            (role, feminine): (office, office)
            for role, office in _ZH_OFFICES.items()
            for feminine in (False, True)
        },
        addressees={
            "secretary_general": ("秘书长",) * 2,
            "president_of_the_council": ("安全理事会主席",) * 2,
        },
        title="{date}{office}给{addressee}的信",
        annex="{date}{office}给{addressee}的信的附件",
        transmits="谨随函转递主席国编写的{date}题为“{title}”的通报会摘要（见附件）。",
        transmits_undated="谨随函转递主席国编写的题为“{title}”的通报会摘要（见附件）。",
        responsibility="摘要由主席国自行负责编写，不一定反映全体成员的意见。",
        asks=dict.fromkeys((False, True), "请将本函及其附件作为安全理事会文件分发为荷。"),
        signed="{name}（签名）",
        from_="发函人",
        to="收函人",
        date="转递日期",
        meeting="会议日期",
        subject="事由",
        subject_is="题为“{title}”的通报会摘要",
        symbol="文号",
        no_symbol="尚未编号",
    ),
    "en": LetterWords(
        offices={
            (role, feminine): (f"the {office}", office)
            for role, office in _EN_OFFICES.items()
            for feminine in (False, True)
        },
        addressees={
            "secretary_general": ("the Secretary-General", "The Secretary-General"),
            "president_of_the_council": (
                "the President of the Security Council",
                "The President of the Security Council",
            ),
        },
        title="Letter dated {date} from {office} addressed to {addressee}",
        annex="Annex to the letter dated {date} from {office} addressed to {addressee}",
        transmits="I have the honour to transmit herewith the summary, prepared by the "
        "presidency, of the briefing “{title}” held on {date} (see annex).",
        transmits_undated="I have the honour to transmit herewith the summary, prepared by the "
        "presidency, of the briefing “{title}” (see annex).",
        responsibility="The summary has been prepared by the presidency under its own "
        "responsibility; it does not necessarily reflect the views of all members.",
        asks=dict.fromkeys(
            (False, True),
            "I should be grateful if the present letter and its annex could be circulated as a "
            "document of the Security Council.",
        ),
        signed="(Signed) {name}",
        from_="From",
        to="To",
        date="Date of transmission",
        meeting="Date of the meeting",
        subject="Subject",
        subject_is="Summary of the briefing “{title}”",
        symbol="Document symbol",
        no_symbol="not yet assigned",
    ),
    "fr": LetterWords(
        offices={
            ("permanent_representative", False): (
                f"le Représentant permanent{_FR_UN}",
                f"Le Représentant permanent{_FR_UN}",
            ),
            ("permanent_representative", True): (
                f"la Représentante permanente{_FR_UN}",
                f"La Représentante permanente{_FR_UN}",
            ),
            ("charge_daffaires", False): (
                f"le Chargé d’affaires par intérim de la Mission permanente{_FR_UN}",
                f"Le Chargé d’affaires par intérim de la Mission permanente{_FR_UN}",
            ),
            ("charge_daffaires", True): (
                f"la Chargée d’affaires par intérim de la Mission permanente{_FR_UN}",
                f"La Chargée d’affaires par intérim de la Mission permanente{_FR_UN}",
            ),
        },
        addressees={
            "secretary_general": ("au Secrétaire général", "Le Secrétaire général"),
            "president_of_the_council": (
                "à la présidence du Conseil de sécurité",
                "La présidence du Conseil de sécurité",
            ),
        },
        title="Lettre datée du {date}, adressée {addressee} par {office}",
        annex="Annexe à la lettre datée du {date}, adressée {addressee} par {office}",
        transmits="J’ai l’honneur de vous faire tenir ci-joint le résumé, établi par la "
        "présidence, de la séance d’information «\u00a0{title}\u00a0», tenue le {date} (voir "
        "annexe).",
        transmits_undated="J’ai l’honneur de vous faire tenir ci-joint le résumé, établi par la "
        "présidence, de la séance d’information «\u00a0{title}\u00a0» (voir annexe).",
        responsibility="Le résumé a été établi par la présidence, sous sa propre "
        "responsabilité\u00a0; il ne reflète pas nécessairement les vues de l’ensemble des "
        "membres.",
        asks={
            False: "Je vous serais reconnaissant de bien vouloir faire distribuer le texte de la "
            "présente lettre et de son annexe comme document du Conseil de sécurité.",
            True: "Je vous serais reconnaissante de bien vouloir faire distribuer le texte de la "
            "présente lettre et de son annexe comme document du Conseil de sécurité.",
        },
        signed="(Signé) {name}",
        from_="De",
        to="À",
        date="Date de transmission",
        meeting="Date de la séance",
        subject="Objet",
        subject_is="Résumé de la séance d’information «\u00a0{title}\u00a0»",
        symbol="Cote du document",
        no_symbol="non encore attribuée",
    ),
    "ru": LetterWords(
        offices=_both(
            "permanent_representative",
            f"Постоянного представителя{_RU_UN}",
            f"Постоянный представитель{_RU_UN}",
        )
        | _both(
            "charge_daffaires",
            f"Временного поверенного в делах Постоянного представительства{_RU_UN}",
            f"Временный поверенный в делах Постоянного представительства{_RU_UN}",
        ),
        addressees={
            "secretary_general": ("Генерального секретаря", "Генеральный секретарь"),
            "president_of_the_council": (
                "Председателя Совета Безопасности",
                "Председатель Совета Безопасности",
            ),
        },
        title="Письмо {office} от {date} на имя {addressee}",
        annex="Приложение к письму {office} от {date} на имя {addressee}",
        transmits="Имею честь настоящим препроводить подготовленное председательствующей "
        "делегацией резюме брифинга «{title}», состоявшегося {date} (см. приложение).",
        transmits_undated="Имею честь настоящим препроводить подготовленное председательствующей "
        "делегацией резюме брифинга «{title}» (см. приложение).",
        responsibility="Резюме подготовлено председательствующей делегацией под ее собственную "
        "ответственность; оно не обязательно отражает мнения всех членов.",
        asks={
            False: "Буду признателен за распространение настоящего письма и приложения к нему в "
            "качестве документа Совета Безопасности.",
            True: "Буду признательна за распространение настоящего письма и приложения к нему в "
            "качестве документа Совета Безопасности.",
        },
        signed="(Подпись) {name}",
        from_="От кого",
        to="Кому",
        date="Дата препровождения",
        meeting="Дата заседания",
        subject="Тема",
        subject_is="Резюме брифинга «{title}»",
        symbol="Условное обозначение документа",
        no_symbol="еще не присвоено",
    ),
    "es": LetterWords(
        offices={
            ("permanent_representative", False): (
                f"el Representante Permanente{_ES_UN}",
                f"Representante Permanente{_ES_UN}",
            ),
            ("permanent_representative", True): (
                f"la Representante Permanente{_ES_UN}",
                f"Representante Permanente{_ES_UN}",
            ),
            ("charge_daffaires", False): (
                f"el Encargado de Negocios Interino de la Misión Permanente{_ES_UN}",
                f"Encargado de Negocios Interino de la Misión Permanente{_ES_UN}",
            ),
            ("charge_daffaires", True): (
                f"la Encargada de Negocios Interina de la Misión Permanente{_ES_UN}",
                f"Encargada de Negocios Interina de la Misión Permanente{_ES_UN}",
            ),
        },
        addressees={
            "secretary_general": ("al Secretario General", "El Secretario General"),
            "president_of_the_council": (
                "a la Presidencia del Consejo de Seguridad",
                "La Presidencia del Consejo de Seguridad",
            ),
        },
        title="Carta de fecha {date} dirigida {addressee} por {office}",
        annex="Anexo de la carta de fecha {date} dirigida {addressee} por {office}",
        transmits="Tengo el honor de transmitir adjunto el resumen, preparado por la Presidencia, "
        "de la sesión informativa “{title}”, celebrada el {date} (véase el anexo).",
        transmits_undated="Tengo el honor de transmitir adjunto el resumen, preparado por la "
        "Presidencia, de la sesión informativa “{title}” (véase el anexo).",
        responsibility="El resumen ha sido preparado por la Presidencia bajo su propia "
        "responsabilidad; no refleja necesariamente las opiniones de todos los miembros.",
        asks=dict.fromkeys(
            (False, True),
            "Agradecería que la presente carta y su anexo se distribuyeran como documento del "
            "Consejo de Seguridad.",
        ),
        signed="(Firmado) {name}",
        from_="De",
        to="A",
        date="Fecha de transmisión",
        meeting="Fecha de la sesión",
        subject="Asunto",
        subject_is="Resumen de la sesión informativa “{title}”",
        symbol="Signatura del documento",
        no_symbol="aún no asignada",
    ),
}
