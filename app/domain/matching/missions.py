"""Missions by the names they go by: political ones of the United Nations, operations of others.

The peace operations of the reference data are passed in (``Field.names``); these stand beside
them. Acronyms differ from language to language, and none of them is a word.
"""

from collections.abc import Mapping

_FORMS = {
    "UNSMIL": ("unsmil", "manul", "моонпл", "联利支助团", "المتحدة للدعم في ليبيا"),
    "UNAMA": ("unama", "manua", "моонса", "联阿援助团", "لتقديم المساعدة إلى أفغانستان"),
    "UNAMI": ("unami", "manui", "моонси", "联伊援助团", "لتقديم المساعدة إلى العراق"),
    "UNITAMS": ("unitams", "minuats", "юнитамс", "联苏综合援助团", "يونيتامس"),
    "BINUH": ("binuh", "опоонг", "联海综合办", "المتكامل في هايتي"),
    "UNSOM": ("unsom", "manusom", "моонсом", "联索援助团", "لتقديم المساعدة إلى الصومال"),
    "UNTMIS": ("untmis", "联索过渡援助团", "الانتقالية في الصومال"),
    "UNMHA": ("unmha", "联荷支助团", "لدعم اتفاق الحديدة"),
    "UNVMC": ("unvmc", "哥伦比亚核查团", "بعثة التحقق في كولومبيا"),
    "UNOWAS": ("unowas", "юновас", "西萨办"),
    "UNOCA": ("unoca", "юнока", "中部非洲区域办"),
    "MSS": (
        "multinational security support",
        "multinationale d'appui à la sécurité",
        "multinacional de apoyo a la seguridad",
        "миссия по поддержке безопасности",
        "多国安全支助团",
        "الجنسيات لدعم الأمن",
        "الدعم الأمني المتعددة",
    ),
    "IRINI": ("irini", "ирини", "伊里尼", "إيريني"),
    "AUSSOM": ("aussom", "非盟驻索支助稳定团", "لدعم وتحقيق الاستقرار في الصومال"),
    "ATMIS": ("atmis", "атмис", "非索过渡", "الأفريقي الانتقالية في الصومال"),
    "AMISOM": ("amisom", "амисом", "非索特派团"),
    "SAMIDRC": ("samidrc",),
    "EUFOR": ("eufor", "сефор", "欧盟部队", "قوة الاتحاد الأوروبي"),
}

NAMES: Mapping[str, str] = {form: acronym for acronym, forms in _FORMS.items() for form in forms}
