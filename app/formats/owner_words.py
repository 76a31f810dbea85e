"""Who is to act on a request, in the words of documents in six languages."""

from app.domain.owners import Owner

OWNER_WORDS = {
    "ar": {
        Owner.SECRETARY_GENERAL: "الأمين العام",
        Owner.SECRETARIAT: "الأمانة العامة",
        Owner.COUNCIL: "مجلس الأمن",
        Owner.HOST: "الدولة المضيفة",
        Owner.CONTRIBUTORS: "البلدان المساهمة بقوات وبأفراد شرطة",
        Owner.PARTIES: "الأطراف",
        Owner.MISSION: "البعثة",
    },
    "zh": {
        Owner.SECRETARY_GENERAL: "秘书长",
        Owner.SECRETARIAT: "秘书处",
        Owner.COUNCIL: "安全理事会",
        Owner.HOST: "东道国",
        Owner.CONTRIBUTORS: "部队和警察派遣国",
        Owner.PARTIES: "当事方",
        Owner.MISSION: "特派团",
    },
    "en": {
        Owner.SECRETARY_GENERAL: "Secretary-General",
        Owner.SECRETARIAT: "Secretariat",
        Owner.COUNCIL: "Security Council",
        Owner.HOST: "host State",
        Owner.CONTRIBUTORS: "troop- and police-contributing countries",
        Owner.PARTIES: "parties",
        Owner.MISSION: "mission",
    },
    "fr": {
        Owner.SECRETARY_GENERAL: "Secrétaire général",
        Owner.SECRETARIAT: "Secrétariat",
        Owner.COUNCIL: "Conseil de sécurité",
        Owner.HOST: "État hôte",
        Owner.CONTRIBUTORS: "pays fournisseurs de contingents ou de personnel de police",
        Owner.PARTIES: "parties",
        Owner.MISSION: "mission",
    },
    "ru": {
        Owner.SECRETARY_GENERAL: "Генеральный секретарь",
        Owner.SECRETARIAT: "Секретариат",
        Owner.COUNCIL: "Совет Безопасности",
        Owner.HOST: "принимающее государство",
        Owner.CONTRIBUTORS: "страны, предоставляющие войска и полицейских",
        Owner.PARTIES: "стороны",
        Owner.MISSION: "миссия",
    },
    "es": {
        Owner.SECRETARY_GENERAL: "Secretario General",
        Owner.SECRETARIAT: "Secretaría",
        Owner.COUNCIL: "Consejo de Seguridad",
        Owner.HOST: "Estado anfitrión",
        Owner.CONTRIBUTORS: "países que aportan contingentes y fuerzas de policía",
        Owner.PARTIES: "partes",
        Owner.MISSION: "misión",
    },
}

NOT_NAMED = {
    "ar": "غير مسمى",
    "zh": "未指明",
    "en": "not named",
    "fr": "non désigné",
    "ru": "не назван",
    "es": "no se nombra",
}
