"""What the page of a letter shows, and the documents it leads to. Reads only."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Letter, Release, ReleaseFile
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.covering import WordedLetter, word_letter
from app.domain.errors import NotFound
from app.domain.lifecycle import BriefingState
from app.features.briefings.queries import list_seats
from app.features.letters.pages import Document, LetterPage, Written
from app.features.summaries.desk import chosen_language, get_draft, head_of, in_one_language
from app.features.summaries.whose_letter import letter_of, whose_letter
from app.formats.summary_blocks import printed
from app.formats.summary_paper import PAPER, on_paper

ISSUED = frozenset({BriefingState.ISSUED, BriefingState.PUBLISHED})
NO_DOCUMENT = "There is no such document."


def find_letter(db: Session, briefing: Briefing) -> Letter | None:
    return db.scalar(select(Letter).where(Letter.briefing_id == briefing.id))


def letter_page(db: Session, actor: Actor, slug: str, *, language: str) -> LetterPage:
    briefing = get_draft(db, actor, slug)
    language = chosen_language(briefing, language)
    row = find_letter(db, briefing)
    who = actor, briefing.presidency_id, briefing.origin, briefing.state
    return LetterPage(
        head=head_of(briefing, language),
        written=_written(row, language) if row else Written(),
        worded=_worded(db, briefing, row, language) if row else None,
        symbol=briefing.symbol,
        documents=tuple((each, kind) for each in briefing.languages for kind in PAPER),
        is_issued=briefing.state in ISSUED,
        writing=permissions.write_letter(*who),
        giving_symbol=permissions.give_symbol(*who),
    )


def mark_of(row: Letter | None) -> str:
    """Name the state of a letter, so that nobody writes over what somebody else just wrote."""
    return row.written_at.isoformat() if row else ""


def _written(row: Letter, language: str) -> Written:
    return Written(
        seen=mark_of(row),
        signatory=row.signatory,
        role=row.role,
        gender="feminine" if row.is_feminine else "masculine",
        addressee=row.addressee,
        transmitted_on=row.transmitted_on,
        opening=row.openings.get(language, ""),
    )


def _worded(db: Session, briefing: Briefing, row: Letter, language: str) -> WordedLetter:
    state = whose_letter(briefing, list_seats(db, briefing.id))
    return word_letter(
        letter_of(row, state),
        language,
        of=briefing.title,
        meeting_date=briefing.meeting_date,
        symbol=briefing.symbol,
    )


def get_document(db: Session, actor: Actor, slug: str, language: str, kind: str) -> Document:
    """Give letter and summary on paper: a draft until they are issued, then the frozen bytes."""
    briefing = get_draft(db, actor, slug)
    if language not in briefing.languages:
        raise NotFound(NO_DOCUMENT)
    if briefing.state in ISSUED:
        content = _frozen(db, briefing, language, f"summary.{kind}")
        return Document(f"{slug}-{language}.{kind}", PAPER[kind], content)
    summary = in_one_language(db, briefing, language)
    db.rollback()  # nobody's write waits for the typesetter
    content = on_paper(printed(summary), kind)
    return Document(f"{slug}-{language}-draft.{kind}", PAPER[kind], content)


def _frozen(db: Session, briefing: Briefing, language: str, path: str) -> bytes:
    content = db.scalar(
        select(ReleaseFile.content)
        .join(Release, Release.id == ReleaseFile.release_id)
        .where(
            Release.briefing_id == briefing.id,
            ReleaseFile.language == language,
            ReleaseFile.path == path,
        )
        .order_by(Release.number.desc())
        .limit(1)
    )
    if content is None:
        raise NotFound(NO_DOCUMENT)
    return content
