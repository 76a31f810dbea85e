"""What the pages of mail show, and until when corrections are taken. Reads only."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Circulation, Invitation, Mail, MailState, Silence, User
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.occasions import OPTIONAL, Occasion
from app.domain.silence import Outcome
from app.features.accounts.desks import administer


@dataclass(frozen=True)
class Corrections:
    """The time a draft of the summary leaves for corrections, or silence lasts on it."""

    since: datetime
    deadline: datetime
    under_silence: bool
    outcome: Outcome | None


def find_corrections(db: Session, briefing_id: int) -> Corrections | None:
    """Give the time of the latest draft, without its texts, which may be megabytes."""
    found = db.execute(
        select(Circulation.circulated_at, Circulation.deadline, Silence.id, Silence.outcome)
        .outerjoin(Silence, Silence.circulation_id == Circulation.id)
        .where(Circulation.briefing_id == briefing_id)
        .order_by(Circulation.number.desc())
        .limit(1)
    ).one_or_none()
    if found is None:
        return None
    since, deadline, silence, outcome = found
    return Corrections(since, deadline, silence is not None, outcome)


@dataclass(frozen=True)
class SettingsPage:
    """Which mails one gets, in which language; one's calendar (reminders/settings.html)."""

    email: str
    language: str
    occasions: tuple[Occasion, ...]  # of those, ``wanted`` are sent
    wanted: tuple[Occasion, ...]
    has_calendar: bool
    calendar: str | None  # its address, shown once when it is made
    is_delegate: bool


def settings_page(db: Session, actor: Actor, *, calendar: str | None = None) -> SettingsPage:
    user = db.get_one(User, actor.user_id)
    return SettingsPage(
        email=user.email,
        language=user.language,
        occasions=OPTIONAL,
        wanted=tuple(each for each in OPTIONAL if each not in user.declined),
        has_calendar=user.calendar_hash is not None,
        calendar=calendar,
        is_delegate=user.delegation_id is not None,
    )


@dataclass(frozen=True)
class MailLine:
    """A mail that could not be handed over, and why."""

    public: str
    occasion: Occasion
    name: str
    email: str
    attempts: int
    problem: str
    is_given_up: bool
    next_at: datetime


@dataclass(frozen=True)
class MailPage:
    """Where mail stands, for the Secretariat (reminders/index.html)."""

    is_on: bool
    waiting: int
    sent: int
    oldest: datetime | None  # when the longest waiting could first have been sent
    troubled: tuple[MailLine, ...]


def mail_page(db: Session, actor: Actor, *, is_on: bool) -> MailPage:
    permissions.require(administer(actor))
    by_state = select(Mail.state, func.count(), func.min(Mail.next_at)).group_by(Mail.state)
    stands = {state: (count, oldest) for state, count, oldest in db.execute(by_state)}
    waiting, oldest = stands.get(MailState.WAITING, (0, None))
    return MailPage(
        is_on=is_on,
        waiting=waiting,
        sent=stands.get(MailState.SENT, (0, None))[0],
        oldest=oldest,
        troubled=tuple(_troubled(db)),
    )


def _troubled(db: Session) -> list[MailLine]:
    in_trouble = Mail.state.in_((MailState.WAITING, MailState.FAILED)) & (Mail.problem != "")
    rows = db.execute(
        select(Mail, func.coalesce(User.name, Invitation.name).label("name"),
               func.coalesce(User.email, Invitation.email).label("email"))
        .outerjoin(User, User.id == Mail.user_id)
        .outerjoin(Invitation, Invitation.id == Mail.invitation_id)
        .where(in_trouble)
        .order_by(Mail.id.desc())
        .limit(200)
    )  # fmt: skip
    return [
        MailLine(
            public=mail.public_id,
            occasion=mail.occasion,
            name=name,
            email=email,
            attempts=mail.attempts,
            problem=mail.problem,
            is_given_up=mail.state is MailState.FAILED,
            next_at=mail.next_at,
        )
        for mail, name, email in rows
    ]
