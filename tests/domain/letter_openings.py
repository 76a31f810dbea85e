"""Openings of a letter, by language: what claims members' agreement, and what claims nothing."""

HOSTILE = {
    "en": (
        "It is the summary of the Council.",
        "It was adopted under a silence procedure and enjoys the support of the Council.",
        "What follows reflects the common position.",
        "No objection was raised to the summary.",
        "The annex was circulated, and nobody objected.",
        "The summary has been endorsed.",
        "This text was approved before its transmission.",
        "I write on behalf of the members of the Security Council.",
        "The summary was unanimous.",
        "It rests on a consensus.",
        "It is transmitted with the agreement of the Council.",
        "It reflects the views of the Council.",
        "It was drawn up in the name of the Council.",
        "The Council speaks with one voice.",
        "It may be read as agreed language.",
        "It met with tacit approval.",
        "The draft went through without objection.",
        "The members ａｇｒｅｅｄ with it.",
        "It was ad\u043epted.",
        "It does not reflect the views of the Council but its unanimous will.",
        "Adopté par consensus.",
    ),
    "fr": (
        "Ceci est le résumé du Conseil.",
        "Il a été adopté selon une procédure d’approbation tacite.",
        "Le texte jouit du soutien du Conseil.",
        "Il rend compte de la position commune.",
        "Aucune objection n’a été soulevée.",
        "Le résumé a été approuvé avant sa transmission.",
        "Je vous écris au nom du Conseil.",
        "Il fait l’objet d’un consensus.",
        "Il est transmis avec l’accord des membres.",
        "Il reflète les vues du Conseil.",
        "Le Conseil parle d’une seule voix.",
    ),
    "es": (
        "Este es el resumen del Consejo.",
        "Fue adoptado por el procedimiento de silencio.",
        "Goza del apoyo del Consejo.",
        "Refleja la posición común.",
        "No hubo objeciones al resumen.",
        "El texto ha sido aprobado.",
        "Me dirijo a usted en nombre del Consejo.",
        "Se basa en un consenso.",
        "Se transmite con el acuerdo de los miembros.",
        "Refleja las opiniones del Consejo.",
        "El Consejo habla con una sola voz.",
    ),
    "ru": (
        "Это резюме Совета.",
        "Оно было принято по процедуре молчания.",
        "Текст пользуется поддержкой Совета.",
        "В нем отражена общая позиция.",
        "Возражений не было: оно выпущено без возражений.",
        "Резюме одобрено.",
        "Обращаюсь к Вам от имени Совета.",
        "Оно основано на консенсусе.",
        "Оно препровождается с согласия членов Совета.",
        "Оно отражает мнение Совета.",
        "Текст согласован.",
    ),
    "zh": (
        "这是安理会的摘要。",
        "摘要经默许程序通过。",
        "摘要得到安理会的支持。",
        "以下反映共同立场。",
        "没有成员提出异议。",
        "摘要已获核准。",
        "谨代表安理会致函。",
        "摘要以共识为基础。",
        "经成员同意，谨此转递。",
        "摘要反映安理会的意见。",
        "案文业经商定。",
    ),
    "ar": (
        "هذا موجز المجلس.",
        "اعتمد الموجز بموجب إجراء الصمت.",
        "يحظى النص بتأييد المجلس.",
        "وهو يعبر عن الموقف المشترك.",
        "ولم يعترض عليه أحد.",
        "وقد أقرته الوفود.",
        "أكتب إليكم باسم المجلس.",
        "وهو يستند إلى توافق في الآراء.",
        "ويحال بموافقة أعضاء المجلس.",
        "وهو يعكس آراء المجلس.",
        "اعتُمِدَ النص دون اعتراض.",
    ),
}
HONEST = {
    "en": (
        (
            "This document has been prepared under my own responsibility following "
            "consultations with the other members of the Council."
        ),
        "The summary should not be considered as representing the views of the Council.",
        "It does not necessarily reflect the views of all members.",
        (
            "I have the honour to transmit herewith the summary of the open debate on conflict "
            "prevention and sustaining peace."
        ),
        "I thank the Secretariat for its support in preparing the meeting.",
        "I hope that the summary will serve as an inspiration for the common efforts ahead.",
        "It is intended as an aide-memoire for the coming report of the Secretary-General.",
        "The paper is not exhaustive.",
    ),
    "fr": (
        (
            "Le présent document a été établi sous ma propre responsabilité, à l’issue de "
            "consultations avec les autres membres du Conseil."
        ),
        "Le résumé ne saurait être considéré comme représentant les vues du Conseil.",
        "Il ne reflète pas nécessairement les vues de l’ensemble des membres.",
        "Je tiens à remercier le Secrétariat de son appui.",
        "J’espère que ce texte sera utile à l’établissement du prochain rapport.",
    ),
    "es": (
        (
            "El presente documento se ha preparado bajo mi responsabilidad, tras celebrar "
            "consultas con los demás miembros del Consejo."
        ),
        "El resumen no debe considerarse representativo de las opiniones del Consejo.",
        "Deseo expresar mi gratitud a la Secretaría por su apoyo.",
        "Espero que sea de utilidad para el próximo informe.",
    ),
    "ru": (
        (
            "Настоящий документ подготовлен под мою ответственность после консультаций с другими "
            "членами Совета."
        ),
        "Резюме не следует рассматривать как отражающее мнения членов Совета.",
        "Хотел бы поблагодарить Секретариат за помощь.",
        "Надеюсь, что оно будет полезно при подготовке доклада.",
    ),
    "zh": (
        "本文件是在与安理会其他成员协商后由我自行负责编写的。",
        "摘要不应视为代表安理会成员的意见。",
        "谨感谢秘书处的协助。",
        "希望摘要有助于编写下次报告。",
    ),
    "ar": (
        "أعدت هذه الوثيقة على مسؤوليتي الخاصة عقب مشاورات مع أعضاء المجلس الآخرين.",
        "ولا ينبغي اعتبارها معبرة عن آراء أعضاء المجلس.",
        "وأود أن أشكر الأمانة العامة على مساعدتها.",
        "وآمل أن يكون الموجز مفيدا في إعداد التقرير المقبل.",
    ),
}
NO_NAMES = (
    "Ann Other, with the agreement of all members of the Council",
    "Ann Other, on behalf of the Council",
    "Ann Other For The Members",
    "Ann Other (adopted by consensus)",
    "The Security Council",
    "All Council Members",
    "Ann Other, unanimously",
    "Ann Other; 15 in favour",
    "“Ann Other”",
    "Ann Other, au nom des membres",
    "Ann Other, en nombre del Consejo",
    "Анна Иная, от имени Совета",
    "安某，代表全体成员",
    "آن أخرى، باسم أعضاء المجلس",
    "Ann Other and fourteen colleagues",
)
NAMES = (
    "Olof Skoog", "Matthew Rycroft", "Nikki R. Haley", "Sebastiano Cardi", "Kairat Umarov",
    "Karel Jan Gustaaf van Oosterom", "Ma. Emma Mejía Vélez", "Román Oyarzun Marchesi",
    "Juan Ramón de la Torre y García", "Koro Bessho", "François Delattre", "Liu Jieyi", "刘结一",
    "Василий Небензя", "عمرو عبد اللطيف أبو العطا", "Ségolène d’Orléans", "O’Brien-Smith, Jr.",
    "Sacha Llorentty Solíz", "Volodymyr Yelchenko", "Tekeda Alemu", "Mansour al-Otaibi",
)  # fmt: skip
