"""Who is to act on what is asked, as its words say.

Words say so when they ask somebody, or lay down what somebody should do. Somebody merely named
(“report to the Council”) is not asked.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Owner(StrEnum):
    SECRETARY_GENERAL = "secretary_general"
    SECRETARIAT = "secretariat"
    COUNCIL = "council"
    HOST = "host"
    CONTRIBUTORS = "contributors"
    PARTIES = "parties"
    MISSION = "mission"


@dataclass(frozen=True)
class Cues:
    """``asking`` comes before the one asked, ``obliging`` before or after."""

    asking: str
    named: Mapping[Owner, str]
    after: str = ""  # "should", "devrait", 应
    before: str = ""  # ينبغي


_CUES = {
    "en": Cues(
        r"\b(?:ask|request|call (?:up)?on|urge|invite|encourage|appeal to)(?:s|ed|ing)?"
        r"(?: that)?(?: the)? ",
        {
            Owner.SECRETARY_GENERAL: r"Secretary-General",
            Owner.SECRETARIAT: r"Secretariat|Department of \w+",
            Owner.COUNCIL: r"(?:Security )?Council",
            Owner.HOST: r"host (?:country|countries|States?|Governments?|authorities)",
            Owner.CONTRIBUTORS: r"(?:troop|police|contributing)[\w -]*?(?:contributors|countries)",
            Owner.PARTIES: r"(?:conflict )?parties",
            Owner.MISSION: r"mission|operation",
        },
        after=r"[\w ]{0,24}? (?:should|must|shall|ought to|needs? to|ha(?:s|ve) to|(?:is|are) to)"
        r"\b",
    ),
    "fr": Cues(
        r"\b(?:demand|pri|invit|exhort|encourag|appel|sollicit)\w*(?: instamment)?"
        r" (?:à |au |aux )?(?:l[’']|la |le |les )?",
        {
            Owner.SECRETARY_GENERAL: r"Secrétaire général\w*",
            Owner.SECRETARIAT: r"Secrétariat",
            Owner.COUNCIL: r"Conseil(?: de sécurité)?",
            Owner.HOST: r"(?:pays|États?|gouvernements?|autorités) hôtes?",
            Owner.CONTRIBUTORS: r"pays (?:fournisseurs|contributeurs)[\w ]*?",
            Owner.PARTIES: r"parties(?: au conflit)?",
            Owner.MISSION: r"mission|opération",
        },
        after=r" (?:doit|doivent|devrait|devraient)\b",
    ),
    "es": Cues(
        r"\b(?:pedi|pide|pidi|solicit|inst|invit|exhort|alent)\w* (?:al |a la |a los |a las |a )?",
        {
            Owner.SECRETARY_GENERAL: r"Secretari[oa] General",
            Owner.SECRETARIAT: r"Secretaría",
            Owner.COUNCIL: r"Consejo(?: de Seguridad)?",
            Owner.HOST: r"(?:país|países|Estados?|Gobiernos?|autoridades) (?:anfitri\w+|recept\w+)",
            Owner.CONTRIBUTORS: r"países que aportan [\w ]*?",
            Owner.PARTIES: r"partes(?: en el conflicto)?",
            Owner.MISSION: r"misión|operación",
        },
        after=r" (?:debe|deben|debería|deberían|ha de|han de|tiene que|tienen que)\b",
    ),
    "ru": Cues(
        r"\b(?:прос(?:им|ит|ят)|призыва\w+|предлага\w+|настоятельно \w+|поруча\w+) (?:к )?",
        {
            Owner.SECRETARY_GENERAL: r"Генеральн\w+ секретар\w+",
            Owner.SECRETARIAT: r"Секретариат\w*",
            Owner.COUNCIL: r"Совет\w*(?: Безопасности)?",
            Owner.HOST: r"принимающ\w+ (?:государств\w*|стран\w*|правительств\w*|сторон\w*)",
            Owner.CONTRIBUTORS: r"стран\w*, предоставляющ\w+ \w+",
            Owner.PARTIES: r"сторон\w*",
            Owner.MISSION: r"мисси\w+|операци\w+",
        },
        after=r" (?:должн\w+|должен|следует|надлежит|необходимо|обязан\w*)\b",
    ),
    "zh": Cues(
        r"(?:请求?|要求|呼吁|敦促|促请|邀请|吁请|鼓励)(?:联合国)?",
        {
            Owner.SECRETARY_GENERAL: r"秘书长",
            Owner.SECRETARIAT: r"秘书处",
            Owner.COUNCIL: r"安全理事会|安理会",
            Owner.HOST: r"东道国(?:政府)?",
            Owner.CONTRIBUTORS: r"(?:部队|警察|出兵)\w*?派遣国|出兵国",
            Owner.PARTIES: r"(?:冲突)?各方|当事方",
            Owner.MISSION: r"特派团|行动",
        },
        after=r"(?:应当?|必须|须|需要)",
    ),
    "ar": Cues(
        r"(?:[نيت]طلب|[نيت]رجو|[نيت]دعو|[نيت]حث|[نيت]هيب|[نيت]ناشد)(?: إلى)? ",
        {
            Owner.SECRETARY_GENERAL: r"(?:ال|لل|بال)أمين العام",
            Owner.SECRETARIAT: r"(?:ال|لل|بال)أمانة العامة",
            Owner.COUNCIL: r"[لب]?مجلس الأمن|(?:ال|لل|بال)مجلس",
            Owner.HOST: r"(?:ال|لل|بال)(?:حكومة|دولة|بلد|سلطات) (?:ال)مضيفة?",
            Owner.CONTRIBUTORS: r"(?:ال|لل|بال)بلدان المساهمة",
            Owner.PARTIES: r"(?:ال|لل|بال)أطراف",
            Owner.MISSION: r"(?:ال|لل|بال)بعثة|(?:ال|لل|بال)عملية",
        },
        before=r"(?:ينبغي|يجب|يتعين)(?: على)? ",
    ),
}


@cache
def _patterns(language: str) -> tuple[tuple[Owner, re.Pattern[str]], ...]:
    cues = _CUES[language]
    end = "" if language == "zh" else r"\b"
    found = []
    for owner, named in cues.named.items():
        ways = [f"{cues.asking}(?:{named}){end}"]
        ways += [f"(?:{named}){cues.after}"] if cues.after else []
        ways += [f"{cues.before}(?:{named}){end}"] if cues.before else []
        found.append((owner, re.compile("|".join(ways), re.IGNORECASE)))
    return tuple(found)


def owner_of(words: str) -> Owner | None:
    """Give who is to act; words may quote another language, so all six are looked for."""
    hits = [
        (hit.start(), owner)
        for language in _CUES
        for owner, pattern in _patterns(language)
        if (hit := pattern.search(words))
    ]
    return min(hits)[1] if hits else None
