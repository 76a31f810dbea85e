from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.db.base import Base
from app.domain.actor import Actor


class Event(Base):
    """Who did what, when and why. Written in the transaction of the act itself."""

    __tablename__ = "event"

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("user.id"))
    by: Mapped[str]  # the person's name then, or the operator's
    act: Mapped[str]  # "briefing.opened"
    briefing_id: Mapped[int | None] = mapped_column(ForeignKey("briefing.id"), index=True)
    delegation_id: Mapped[int | None] = mapped_column(ForeignKey("delegation.id"), index=True)
    detail: Mapped[dict[str, Any]]  # never a word of a position

    @classmethod
    def of(cls, actor: Actor | str, act: str, *, at: datetime, **detail: Any) -> "Event":  # noqa: ANN401 - JSON
        """Note an act of a person, or of an operator given by name.

        ``briefing_id`` and ``delegation_id`` in ``detail`` go to their columns.
        """
        known = {name: detail.pop(name, None) for name in ("briefing_id", "delegation_id")}
        return cls(
            at=at,
            user_id=None if isinstance(actor, str) else actor.user_id,
            by=actor if isinstance(actor, str) else actor.signature,
            act=act,
            detail=detail,
            **known,
        )
