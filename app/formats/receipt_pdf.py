"""A receipt as a PDF: what was signed, its hash, and inside it the very bytes that were hashed."""

from dataclasses import asdict, dataclass
from datetime import datetime

from app.domain.position import PointKind
from app.formats.receipt_words import RECEIPT_WORDS, ReceiptWords
from app.formats.typesetting import typeset

CHECK = (
    "python3 -c \"import hashlib; print(hashlib.sha256(b'{tag}\\0' + bytes.fromhex('{salt}') + "
    "open('statement.json', 'rb').read()).hexdigest())\""
)


@dataclass(frozen=True)
class PrintedReceipt:
    """All that is printed, in words of one language but for the text itself."""

    language: str
    reference: str
    desk: str
    briefing: str
    question: int
    mission: str | None  # None: no mission in particular
    number: int  # of the revision
    is_withdrawal: bool
    signed_by: str | None
    signed_at: datetime
    moment: str  # the same on New York's clocks, in words
    assessment: str  # empty in a withdrawal
    text: str
    text_language: str
    points: tuple[tuple[str, PointKind], ...]
    hash: str
    tag: str
    salt: str
    body: str


def receipt_pdf(receipt: PrintedReceipt) -> bytes:
    """Set a receipt; the same receipt gives the same bytes."""
    data = _data(receipt, RECEIPT_WORDS[receipt.language])
    return typeset("receipt.typ", data, ["a-3a"], receipt.signed_at)


def _data(receipt: PrintedReceipt, words: ReceiptWords) -> dict[str, object]:
    return {
        "language": receipt.language,
        "title": f"{words.title} {receipt.reference}",
        "desk": receipt.desk,
        "briefing": receipt.briefing,
        "facts": _facts(receipt, words),
        "text": receipt.text,
        "text_language": receipt.text_language,
        "points": [{"text": text, "kind": words.kinds[kind]} for text, kind in receipt.points],
        "hash": receipt.hash,
        "tag": receipt.tag,
        "salt": receipt.salt,
        "body": receipt.body,
        "command": CHECK.format(tag=receipt.tag, salt=receipt.salt),
        "words": asdict(words),
    }


def _facts(receipt: PrintedReceipt, words: ReceiptWords) -> list[tuple[str, str]]:
    act = words.withdrawal if receipt.is_withdrawal else words.signature
    facts = [
        (
            words.position,
            f"{words.question} {receipt.question} – {receipt.mission or words.general}",
        ),
        (words.act, f"{act} · {words.revision} {receipt.number}"),
        (words.when, f"{receipt.moment} ({receipt.signed_at:%Y-%m-%d %H:%M:%S} UTC)"),
    ]
    facts += [(words.by, receipt.signed_by)] if receipt.signed_by else []
    facts += [(words.assessment, receipt.assessment)] if receipt.assessment else []
    return facts
