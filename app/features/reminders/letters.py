"""What one mail says, from what is true when it is sent; nothing, where nobody needs it now."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Delegation, Mail, Presidency, Seat, User
from app.domain.occasions import (
    BEFORE_CORRECTIONS_END,
    OF_WHAT_IS_LEFT,
    OPTIONAL,
    UNTIL,
    Occasion,
    is_timely,
    is_true_of,
)
from app.domain.proceedings import in_language
from app.features.accounts.inviting import renew_link
from app.features.accounts.queries import SECRETARIAT
from app.features.admissions.queries import admitted_until
from app.features.positions.outstanding import is_outstanding
from app.features.reminders.calendar import Address, deadlines_of
from app.features.reminders.queries import Corrections, find_corrections
from app.formats.calendar import calendar_of
from app.mail.message import Letter
from app.mail.words import News, Welcome, subject_of, text_of, welcome_of

OF_DRAFT = frozenset({*UNTIL, *BEFORE_CORRECTIONS_END, Occasion.SILENCE_ENDED})
PAGES = {
    **dict.fromkeys(OF_DRAFT, "mirror.show"),  # its own sentences first
    **dict.fromkeys((Occasion.SILENCE_ENDED, Occasion.ISSUED), "summaries.show"),
    Occasion.CORRIGENDUM: "corrigenda.show",
}


@dataclass(frozen=True)
class Writer:
    """Who puts letters together: where the pages are, and what time it is."""

    db: Session
    address: Address
    now: datetime

    def letter_of(self, mail: Mail) -> Letter | None:
        return self._invitation(mail) if mail.invitation_id else self._news(mail)

    def _invitation(self, mail: Mail) -> Letter | None:
        renewed = renew_link(self.db, mail.invitation_id or 0, at=self.now)
        if renewed is None:
            return None
        invitation, token = renewed
        presiding = select(Presidency.delegation_id).where(
            Presidency.id == invitation.presidency_id
        )
        behind = invitation.delegation_id or self.db.scalar(presiding)
        names = self.db.scalar(select(Delegation.names).where(Delegation.id == behind))
        welcome = Welcome(
            language=invitation.language,
            desk=in_language(names or SECRETARIAT, invitation.language),
            presiding=invitation.presidency_id is not None,
            link=self.address("accounts.invitation", token=token),
            expires_at=invitation.expires_at,
        )
        return Letter(
            public_id=mail.public_id,
            name=invitation.name,
            email=invitation.email,
            language=invitation.language,
            subject=subject_of(Occasion.INVITED, invitation.language),
            text=welcome_of(welcome),
        )

    def _news(self, mail: Mail) -> Letter | None:
        found = self.db.execute(
            select(User, Briefing, Seat)
            .join(Seat, Seat.delegation_id == User.delegation_id)
            .join(Briefing, Briefing.id == Seat.briefing_id)
            .where(
                User.id == mail.user_id,
                Briefing.id == mail.briefing_id,
                User.disabled_at.is_(None),
            )
        ).one_or_none()
        if found is None:
            return None
        user, briefing, seat = found
        declined = mail.occasion in OPTIONAL and mail.occasion in user.declined
        if declined or not is_true_of(mail.occasion, briefing.state):
            return None
        draft = find_corrections(self.db, briefing.id) if mail.occasion in OF_DRAFT else None
        deadline = self._until(mail.occasion, briefing, seat, draft)
        if not is_timely(mail.occasion, mail.due, deadline, self.now):
            return None
        if mail.occasion is Occasion.SILENCE_ENDED and not (draft and draft.outcome):
            return None  # another draft has been circulated since
        return self._letter(mail, user, briefing, seat, draft)

    def _until(
        self, occasion: Occasion, briefing: Briefing, seat: Seat, draft: Corrections | None
    ) -> datetime | None:
        if occasion is Occasion.ADMITTED:
            return admitted_until(self.db, seat.id)
        return draft.deadline if draft else briefing.deadline

    def _letter(
        self, mail: Mail, user: User, briefing: Briefing, seat: Seat, draft: Corrections | None
    ) -> Letter | None:
        if mail.occasion in OF_WHAT_IS_LEFT and not is_outstanding(self.db, briefing, seat):
            return None
        page = PAGES.get(mail.occasion, "positions.index")
        settings = self.address("reminders.settings")
        news = News(
            occasion=mail.occasion,
            language=user.language,
            desk=in_language(seat.names, user.language),
            meeting=briefing.meeting_date,
            deadline=self._until(mail.occasion, briefing, seat, draft),
            under_silence=draft is not None and draft.under_silence,
            outcome=draft.outcome if draft else None,
            page=self.address(page, slug=briefing.slug),
            settings=settings,
        )
        return Letter(
            public_id=mail.public_id,
            name=user.name,
            email=user.email,
            language=user.language,
            subject=subject_of(mail.occasion, user.language, under_silence=news.under_silence),
            text=text_of(news),
            settings=settings if mail.occasion in OPTIONAL else None,
            calendar=self._calendar(mail.occasion, briefing, user.language),
        )

    def _calendar(self, occasion: Occasion, briefing: Briefing, language: str) -> bytes | None:
        if occasion not in {Occasion.OPENED, *UNTIL}:
            return None
        return calendar_of(deadlines_of(self.db, briefing, language, self.address))
