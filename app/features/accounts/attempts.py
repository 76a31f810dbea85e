"""Failed sign-ins of the last quarter of an hour, by e-mail and by address; never in clear."""

import hashlib
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from app.db.models import SignInAttempt

LIMIT = 10
WINDOW = timedelta(minutes=15)


def subject(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value}".encode()).hexdigest()


def is_blocked(db: Session, subjects: list[str], *, at: datetime) -> bool:
    failures = db.execute(
        select(func.count())
        .where(SignInAttempt.subject.in_(subjects), SignInAttempt.at > at - WINDOW)
        .group_by(SignInAttempt.subject)
    ).scalars()
    return any(count >= LIMIT for count in failures)


def note_failure(db: Session, subjects: list[str], *, at: datetime) -> None:
    """Count one more, and forget what no longer counts."""
    db.execute(delete(SignInAttempt).where(SignInAttempt.at <= at - WINDOW))
    db.add_all(SignInAttempt(subject=subject, at=at) for subject in subjects)


def forget(db: Session, subject: str) -> None:
    db.execute(delete(SignInAttempt).where(SignInAttempt.subject == subject))
