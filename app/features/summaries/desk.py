"""What the pages of a summary show. Reads only."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Circulation, Corrigendum, Release, Silence
from app.db.session import moment_column
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.gates import run_gates
from app.domain.silence import is_in_time, stage_of
from app.domain.summary import Summary, register_key
from app.domain.undoing import Undoing
from app.domain.wall_time import left_until
from app.features.briefings.queries import (
    NO_BRIEFING,
    get_presided,
    get_seat,
    list_questions,
    question_of,
)
from app.features.summaries import pages
from app.features.summaries.acts import undoing_of
from app.features.summaries.decisions import drafting_of
from app.features.summaries.marking import with_marks
from app.features.summaries.pages_contents import (
    circulated_lines,
    contents_of,
    desk_lines,
    gate_lines,
    strips_of,
)
from app.features.summaries.proposals import count_pending
from app.features.summaries.releasing import compile_briefing


def get_draft(db: Session, actor: Actor, slug: str) -> Briefing:
    """Give a briefing whose summary its presidency may see."""
    briefing = get_presided(db, actor, slug)
    permissions.require(
        permissions.read_draft_summary(actor, briefing.presidency_id, briefing.state)
    )
    return briefing


def in_one_language(db: Session, briefing: Briefing, language: str) -> Summary:
    return compile_briefing(db, briefing, (language,))[language]


def chosen_language(briefing: Briefing, wanted: str) -> str:
    """Give the language asked for if the summary exists in it, else the briefing's first."""
    return wanted if wanted in briefing.languages else briefing.languages[0]


def head_of(briefing: Briefing, language: str) -> pages.Head:
    return pages.Head(
        briefing.slug,
        briefing.title,
        briefing.state,
        briefing.origin,
        language,
        tuple(briefing.languages),
        briefing.symbol,
    )


def summary_page(
    db: Session, actor: Actor, slug: str, *, language: str, question: int | None
) -> pages.SummaryPage:
    """Give the presidency's desk, in as many queries at any size."""
    briefing = get_draft(db, actor, slug)
    language = chosen_language(briefing, language)
    drafting = drafting_of(db, briefing)
    summary = compile_briefing(db, briefing, (language,), drafting)[language]
    lines = desk_lines(summary)
    contents = contents_of(lines, summary.proceedings.questions, language, question)
    pending = [
        each.line.key
        for each in lines
        if each.line.is_pending and each.line.key == register_key(each.line.key)
    ]
    coverage = summary.coverage
    circulation, release = circulation_line(db, briefing), release_line(db, briefing)
    who, state = (actor, briefing.presidency_id), briefing.state
    return pages.SummaryPage(
        head=head_of(briefing, language),
        contents=with_marks(contents, summary, drafting),
        coverage=pages.Coverage(
            coverage.revisions, coverage.cited, coverage.points, coverage.points_cited
        ),
        gates=gate_lines(run_gates(summary), summary),
        left_out=_left_out(summary),
        pending=len(pending),
        next_pending=pending[0] if pending else None,
        circulation=circulation,
        proposals=count_pending(db, briefing) if circulation else 0,
        release=release,
        drafting=permissions.draft_summary(*who, state),
        circulating=permissions.circulate(*who, state),
        issuing=permissions.issue(*who, state),
        publishing=permissions.publish(*who, state, waits=bool(release and release.waits)),
        undoing=find_undoing(db, briefing, summary),
    )


def _left_out(summary: Summary) -> tuple[pages.LeftOut, ...]:
    names = {seat.code: seat.names for seat in summary.proceedings.seats}
    positions = {each.hash: each for each in summary.proceedings.positions}
    return tuple(
        pages.LeftOut(
            revision,
            names[positions[revision].member],
            positions[revision].cell.question,
            positions[revision].cell.mission,
            reason,
        )
        for revision, reason in summary.coverage.not_reflected
    )


def latest_circulation(db: Session, briefing_id: int) -> Circulation | None:
    return db.scalar(
        select(Circulation)
        .where(Circulation.briefing_id == briefing_id)
        .order_by(Circulation.number.desc())
        .limit(1)
    )


def circulation_line(db: Session, briefing: Briefing) -> pages.CirculationLine | None:
    """Give the latest draft without its texts, which may be megabytes."""
    clock = moment_column(db.get_bind().dialect.name)
    row = db.execute(
        select(
            Circulation.number,
            Circulation.circulated_at,
            Circulation.deadline,
            Circulation.hash,
            Silence.id,
            Silence.outcome,
            clock,
        )
        .outerjoin(Silence, Silence.circulation_id == Circulation.id)
        .where(Circulation.briefing_id == briefing.id)
        .order_by(Circulation.number.desc())
        .limit(1)
    ).one_or_none()
    if row is None:
        return None
    number, circulated_at, deadline, digest, silence, outcome, now = row
    return pages.CirculationLine(
        number,
        circulated_at,
        deadline,
        digest,
        is_over=not is_in_time(now, deadline),
        left=left_until(deadline, now),
        silence=stage_of(outcome, deadline, now) if silence is not None else None,
    )


def latest_release(db: Session, briefing_id: int) -> Release | None:
    return db.scalar(
        select(Release)
        .where(Release.briefing_id == briefing_id)
        .order_by(Release.number.desc())
        .limit(1)
    )


def find_correcting(db: Session, briefing: Briefing) -> Corrigendum | None:
    """Give the corrigendum that is open, if one is: there is never more than one."""
    if briefing.state not in permissions.RELEASED:
        return None
    return db.scalar(
        select(Corrigendum).where(
            Corrigendum.briefing_id == briefing.id,
            Corrigendum.release.is_(None),
            Corrigendum.abandoned_at.is_(None),
        )
    )


def find_undoing(db: Session, briefing: Briefing, summary: Summary) -> Undoing:
    """Give what undoing would take back; in a corrigendum nothing from before it was opened."""
    correcting = find_correcting(db, briefing)
    since = correcting.before["acts"] if correcting else 0
    return undoing_of(db, briefing.id, summary, since=since)


def release_line(db: Session, briefing: Briefing) -> pages.ReleaseLine | None:
    if briefing.state not in permissions.RELEASED:
        return None
    release = latest_release(db, briefing.id)
    if release is None:
        return None
    return pages.ReleaseLine(release.number, release.hash, release.issued_at, release.published_at)


def circulated_page(
    db: Session, actor: Actor, slug: str, *, language: str, question: int | None
) -> pages.CirculatedPage:
    """Give a delegation the draft from the very document it was given; else there is none."""
    briefing, _ = get_seat(db, actor, slug)
    if permissions.read_circulated(actor, has_seat=True, state=briefing.state):
        raise NotFound(NO_BRIEFING)
    circulation = circulation_line(db, briefing)
    if circulation is None:  # published by an operator: nothing was ever circulated
        raise NotFound(NO_BRIEFING)
    language = chosen_language(briefing, language)
    (document,) = db.execute(
        select(Circulation.texts[language]).where(
            Circulation.briefing_id == briefing.id, Circulation.number == circulation.number
        )
    ).one()
    questions = [question_of(row) for row in list_questions(db, briefing.id)]
    lines = circulated_lines(document, strips_of(questions, language))
    return pages.CirculatedPage(
        head_of(briefing, language),
        contents_of(lines, questions, language, question),
        circulation,
        _is_corrected(db, briefing),
    )


def _is_corrected(db: Session, briefing: Briefing) -> bool:
    told = Corrigendum.briefing_id == briefing.id, Corrigendum.told_at.is_not(None)
    return db.scalar(select(Corrigendum.id).where(*told).limit(1)) is not None
