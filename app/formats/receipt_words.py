"""The words of a printed receipt, in six languages. Data: a receipt is a document, not a page."""

from dataclasses import dataclass

from app.domain.position import PointKind


@dataclass(frozen=True)
class ReceiptWords:
    title: str
    position: str
    question: str
    general: str
    act: str
    signature: str
    withdrawal: str
    revision: str
    by: str
    when: str
    assessment: str
    text: str
    points: str
    check: str
    how: str
    tag: str
    salt: str
    statement: str
    kinds: dict[PointKind, str]


RECEIPT_WORDS = {
    "ar": ReceiptWords(
        title="إيصال",
        position="الموقف",
        question="السؤال",
        general="عام",
        act="الإجراء",
        signature="توقيع",
        withdrawal="سحب",
        revision="الصيغة",
        by="وقّعه",
        when="التاريخ",
        assessment="التقييم",
        text="النص كما وُقّع",
        points="النقاط التي يؤكدها التوقيع",
        check="كيفية التحقق",
        how=(
            "البصمة أدناه هي SHA-256 للبايتات الآتية على التوالي: الوسم، ثم بايت "
            "صفري، ثم الملح، ثم البيان الموقَّع بترميز UTF-8. والبيان مرفق بهذه "
            "الوثيقة في الملف statement.json. احتفظوا بالملح لأنفسكم: فبه يمكن "
            "تخمين البيانات القصيرة."
        ),
        tag="الوسم",
        salt="الملح (بالنظام الست عشري)",
        statement="البيان الموقَّع",
        kinds={
            PointKind.VIEW: "رأي",
            PointKind.PROPOSAL: "اقتراح",
            PointKind.CONDITION: "شرط",
            PointKind.CONCERN: "شاغل",
            PointKind.REQUEST: "طلب إلى الأمين العام",
        },
    ),
    "zh": ReceiptWords(
        title="回执",
        position="立场",
        question="问题",
        general="总体",
        act="行为",
        signature="签署",
        withdrawal="撤回",
        revision="版本",
        by="签署人",
        when="时间",
        assessment="评估",
        text="所签署的案文",
        points="签署所确认的要点",
        check="如何核验",
        how=(
            "以下散列值是对下列字节依次计算的 SHA-256：标签、一个零字节、盐值、"
            "以 UTF-8 编码的所签署声明。该声明作为 statement.json 附于本文件之内。"
            "请勿向他人透露盐值：凭盐值可猜出简短的声明。"
        ),
        tag="标签",
        salt="盐值（十六进制）",
        statement="所签署的声明",
        kinds={
            PointKind.VIEW: "意见",
            PointKind.PROPOSAL: "提议",
            PointKind.CONDITION: "条件",
            PointKind.CONCERN: "关切",
            PointKind.REQUEST: "对秘书长的请求",
        },
    ),
    "en": ReceiptWords(
        title="Receipt",
        position="Position",
        question="Question",
        general="General",
        act="Act",
        signature="Signature",
        withdrawal="Withdrawal",
        revision="revision",
        by="Signed by",
        when="When",
        assessment="Assessment",
        text="The text as signed",
        points="The points the signature confirms",
        check="How to check it",
        how=(
            "The hash below is SHA-256 over these bytes, one after the other: the "
            "tag, a zero byte, the salt, and the signed statement in UTF-8. The "
            "statement is attached to this document as statement.json. Keep the "
            "salt to yourselves: with it, short statements could be guessed."
        ),
        tag="Tag",
        salt="Salt (hexadecimal)",
        statement="Signed statement",
        kinds={
            PointKind.VIEW: "view",
            PointKind.PROPOSAL: "proposal",
            PointKind.CONDITION: "condition",
            PointKind.CONCERN: "concern",
            PointKind.REQUEST: "request to the Secretary-General",
        },
    ),
    "fr": ReceiptWords(
        title="Récépissé",
        position="Position",
        question="Question",
        general="Généralités",
        act="Acte",
        signature="Signature",
        withdrawal="Retrait",
        revision="révision",
        by="Signé par",
        when="Date",
        assessment="Appréciation",
        text="Le texte tel que signé",
        points="Les points que confirme la signature",
        check="Comment le vérifier",
        how=(
            "L’empreinte ci-dessous est le SHA-256 des octets suivants, dans cet "
            "ordre : l’étiquette, un octet nul, le sel et la déclaration signée, "
            "en UTF-8. La déclaration est jointe au présent document dans le "
            "fichier statement.json. Gardez le sel pour vous : il permettrait de "
            "deviner une déclaration brève."
        ),
        tag="Étiquette",
        salt="Sel (hexadécimal)",
        statement="Déclaration signée",
        kinds={
            PointKind.VIEW: "avis",
            PointKind.PROPOSAL: "proposition",
            PointKind.CONDITION: "condition",
            PointKind.CONCERN: "préoccupation",
            PointKind.REQUEST: "demande au Secrétaire général",
        },
    ),
    "ru": ReceiptWords(
        title="Квитанция",
        position="Позиция",
        question="Вопрос",
        general="Общее",
        act="Действие",
        signature="Подписание",
        withdrawal="Отзыв",
        revision="редакция",
        by="Подписано",
        when="Время",
        assessment="Оценка",
        text="Текст в подписанном виде",
        points="Тезисы, подтверждаемые подписью",
        check="Как проверить",
        how=(
            "Приведенный ниже хеш — это SHA-256 следующих байтов в указанном "
            "порядке: метка, нулевой байт, соль и подписанное заявление в "
            "кодировке UTF-8. Заявление приложено к настоящему документу в файле "
            "statement.json. Не раскрывайте соль: зная ее, можно угадать краткое "
            "заявление."
        ),
        tag="Метка",
        salt="Соль (шестнадцатеричная запись)",
        statement="Подписанное заявление",
        kinds={
            PointKind.VIEW: "мнение",
            PointKind.PROPOSAL: "предложение",
            PointKind.CONDITION: "условие",
            PointKind.CONCERN: "озабоченность",
            PointKind.REQUEST: "просьба к Генеральному секретарю",
        },
    ),
    "es": ReceiptWords(
        title="Recibo",
        position="Posición",
        question="Pregunta",
        general="General",
        act="Acto",
        signature="Firma",
        withdrawal="Retirada",
        revision="revisión",
        by="Firmado por",
        when="Fecha",
        assessment="Evaluación",
        text="El texto tal como se firmó",
        points="Los puntos que confirma la firma",
        check="Cómo comprobarlo",
        how=(
            "El resumen criptográfico que figura a continuación es el SHA-256 de "
            "los siguientes bytes, en este orden: la etiqueta, un byte nulo, la "
            "sal y la declaración firmada en UTF-8. La declaración se adjunta a "
            "este documento en el archivo statement.json. No revele la sal: con "
            "ella podrían adivinarse las declaraciones breves."
        ),
        tag="Etiqueta",
        salt="Sal (hexadecimal)",
        statement="Declaración firmada",
        kinds={
            PointKind.VIEW: "opinión",
            PointKind.PROPOSAL: "propuesta",
            PointKind.CONDITION: "condición",
            PointKind.CONCERN: "preocupación",
            PointKind.REQUEST: "solicitud al Secretario General",
        },
    ),
}
