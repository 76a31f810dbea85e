"""What the presidency is shown before it circulates, issues or publishes. Reads only."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from app.db.models import (
    Briefing,
    Circulation,
    Invitation,
    IssueAct,
    Release,
    ReleaseFile,
    Silence,
    User,
)
from app.db.session import database_time
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import Conflict
from app.domain.letter import Days
from app.domain.lifecycle import check_meeting_over
from app.domain.mirror import Ground
from app.domain.permissions import Refusal
from app.domain.proceedings import Standing
from app.domain.proof import canonical, sha256
from app.domain.sentence import Part
from app.domain.silence import Manner, Silenced
from app.domain.summary import WordedSentence
from app.domain.wall_time import in_new_york
from app.features.summaries import pages, pages_acts
from app.features.summaries.desk import (
    chosen_language,
    circulation_line,
    get_draft,
    head_of,
    latest_circulation,
    release_line,
)
from app.features.summaries.pages_contents import gate_lines
from app.features.summaries.proposals import list_unsettled
from app.features.summaries.releasing import (
    Summaries,
    all_gates,
    compile_briefing,
    content_hash,
)
from app.formats.summary_json import summary_document

NOT_CIRCULATED = "No draft has been circulated."
EVERY_POINT = "every"  # what stands for the key of each of them


def circulated_texts(summaries: Summaries, *, at: datetime) -> dict[str, object]:
    """Give the documents delegations read: as the public would, and what was edited from what."""
    return {
        language: summary_document(summary, {}, computed_at=at, public=True)
        | {"edited": {each.id: each.computed for each in summary.sentences if each.is_edited}}
        for language, summary in summaries.items()
    }


def grounds_of(summaries: Summaries) -> dict[str, object]:
    """Keep what each sentence rests on, which the documents do not say where nobody is named."""
    summary = next(iter(summaries.values()))
    return {
        "sentences": [Ground.of(each.sentence).to_json() for each in summary.sentences],
        "not_reflected": {
            language: dict(each.coverage.not_reflected) for language, each in summaries.items()
        },
    }


def words_of(texts: Mapping[str, object]) -> dict[str, list[str]]:
    """Give what the documents say, sentence by sentence, without their tokens and moments."""
    documents = cast("Mapping[str, Mapping[str, Any]]", texts)
    return {
        language: [each["text"] for each in document["sentences"]]
        for language, document in documents.items()
    }


def list_silenced(db: Session, briefing_id: int) -> list[Silenced]:
    """List the drafts that were circulated under silence, the newest first."""
    rows = db.execute(
        select(Circulation.number, Silence.outcome, Circulation.texts)
        .join(Silence, Silence.circulation_id == Circulation.id)
        .where(Circulation.briefing_id == briefing_id)
        .order_by(Circulation.number.desc())
    )
    return [Silenced(number, outcome, words_of(texts)) for number, outcome, texts in rows]


def points_of(summaries: Summaries) -> list[WordedSentence]:
    """Give what the register says that members said: one may take a stance on that."""
    register = next(iter(summaries.values())).of_part(Part.REGISTER)
    said = (each for each in register if each.sentence.words_points)
    return [each for each in said if each.sentence.by is Standing.MEMBER]


def hash_of_texts(texts: Mapping[str, object]) -> str:
    return sha256(canonical(texts))


def deadline_page(
    db: Session, actor: Actor, slug: str, *, language: str
) -> pages_acts.DeadlinePage:
    """Give what stands between the draft and its circulation, in every language."""
    briefing = get_draft(db, actor, slug)
    summaries = compile_briefing(db, briefing)
    language = chosen_language(briefing, language)
    before = select(Circulation.asked).where(Circulation.briefing_id == briefing.id)
    return pages_acts.DeadlinePage(
        head_of(briefing, language),
        gates_by_language(summaries),
        circulation_line(db, briefing),
        permissions.circulate(actor, briefing.presidency_id, briefing.state),
        _manners(db, briefing),
        tuple(
            (each.sentence.key, each.number, each.text)
            for each in points_of({language: summaries[language]})
        ),
        tuple(db.scalar(before.order_by(Circulation.number.desc()).limit(1)) or ()),
        list_unsettled(db, briefing, summaries),
    )


def _manners(db: Session, briefing: Briefing) -> tuple[Manner, ...]:
    begun = select(Silence.id).join(Circulation, Circulation.id == Silence.circulation_id)
    silent = db.scalar(begun.where(Circulation.briefing_id == briefing.id).limit(1))
    return tuple(Manner) if silent is None else (Manner.SILENCE,)


def gates_by_language(
    summaries: Summaries,
) -> tuple[tuple[str, tuple[pages.GateLine, ...]], ...]:
    return tuple(
        (language, gate_lines(gates, summaries[language]))
        for language, gates in all_gates(summaries).items()
    )


def issue_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages_acts.IssuePage:
    """Give the text two people are to issue, by its hash, and who has acted on it."""
    briefing = get_draft(db, actor, slug)
    permissions.require(permissions.issue(actor, briefing.presidency_id, briefing.state))
    circulation = circulation_line(db, briefing)
    if circulation is None:
        raise Conflict(NOT_CIRCULATED)
    summaries = compile_briefing(db, briefing)
    digest = content_hash(summaries)
    texts = circulated_texts(summaries, at=circulation.circulated_at)
    issuers = list_issuers(db, briefing, digest, since=circulation.circulated_at)
    return pages_acts.IssuePage(
        head=head_of(briefing, chosen_language(briefing, language)),
        hash=digest,
        gates=gates_by_language(summaries),
        circulation=circulation,
        is_as_circulated=hash_of_texts(texts) == circulation.hash,
        letter=next(iter(summaries.values())).proceedings.letter,
        acts=list_acts(db, briefing, digest, since=circulation.circulated_at),
        issuing=account_refused(db, actor, briefing),
        again=permissions.issue_again(actor, issuers),
        email=email_of(db, actor),
        unsettled=list_unsettled(db, briefing, summaries),
    )


def account_refused(db: Session, actor: Actor, briefing: Briefing) -> Refusal:
    """Say why somebody may not be the other person who issues: the first may have made them."""
    person, inviter = aliased(User), aliased(User)
    created_at, invited_from = db.execute(
        select(person.created_at, inviter.presidency_id)
        .outerjoin(
            Invitation,
            (Invitation.email == person.email) & Invitation.accepted_at.is_not(None),
        )
        .outerjoin(inviter, inviter.id == Invitation.invited_by)
        .where(person.id == actor.user_id)
        .order_by(Invitation.id.desc())
        .limit(1)
    ).one()
    own = invited_from is not None and invited_from == briefing.presidency_id
    return permissions.issue_with_account(created_at, briefing.closed_at, own_invitation=own)


def list_issuers(db: Session, briefing: Briefing, digest: str, since: datetime) -> list[int]:
    """List who issued this text since delegations were given it, and presides here still."""
    return list(
        db.scalars(
            select(IssueAct.user_id)
            .join(User, User.id == IssueAct.user_id)
            .where(
                IssueAct.briefing_id == briefing.id,
                IssueAct.hash == digest,
                IssueAct.at >= since,
                User.presidency_id == briefing.presidency_id,
                User.disabled_at.is_(None),
            )
        )
    )


def list_acts(
    db: Session, briefing: Briefing, digest: str, since: datetime | None = None
) -> tuple[pages_acts.ActLine, ...]:
    """List who issued what, from a moment on; each stands while the text is that of ``digest``."""
    rows = (
        select(User.name, IssueAct.at, IssueAct.hash)
        .join(User, User.id == IssueAct.user_id)
        .where(IssueAct.briefing_id == briefing.id)
        .order_by(IssueAct.id)
    )
    if since is not None:
        rows = rows.where(IssueAct.at >= since)
    return tuple(
        pages_acts.ActLine(name, at, acted, acted == digest) for name, at, acted in db.execute(rows)
    )


def publish_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages_acts.PublishPage:
    """Give what becomes public, file by file."""
    briefing = get_draft(db, actor, slug)
    release = release_line(db, briefing)
    desk, waits = (actor, briefing.presidency_id), bool(release and release.waits)
    permissions.require(permissions.publish(*desk, briefing.state, waits=waits))
    if release is None:
        raise Conflict("There is no release to publish.")
    rows = db.execute(
        select(
            ReleaseFile.language,
            ReleaseFile.path,
            ReleaseFile.media_type,
            func.length(ReleaseFile.content),
            ReleaseFile.sha256,
        )
        .join(Release, Release.id == ReleaseFile.release_id)
        .where(Release.briefing_id == briefing.id, Release.number == release.number)
        .order_by(ReleaseFile.language, ReleaseFile.path)
    )
    return pages_acts.PublishPage(
        head_of(briefing, chosen_language(briefing, language)),
        briefing.meeting_date,
        release,
        tuple(pages_acts.FileLine(*row) for row in rows),
        None,
        _too_early(db, briefing),
        email_of(db, actor),
    )


def days_of(db: Session, briefing: Briefing) -> Days:
    """Give what the date of a letter is measured by."""
    last = latest_circulation(db, briefing.id)
    return Days(
        meeting=briefing.meeting_date,
        closed=in_new_york(briefing.closed_at).date() if briefing.closed_at else None,
        deadline=in_new_york(last.deadline).date() if last else None,
        today=in_new_york(database_time(db)).date(),
    )


def email_of(db: Session, actor: Actor) -> str:
    return db.get_one(User, actor.user_id).email


def _too_early(db: Session, briefing: Briefing) -> Refusal:
    try:
        check_meeting_over(briefing.meeting_date, in_new_york(database_time(db)).date())
    except Conflict as refusal:
        return str(refusal)
    return None
