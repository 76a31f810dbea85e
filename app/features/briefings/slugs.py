"""Suggesting a slug from date and title; it may be changed until opening."""

import re
import unicodedata
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing

SUGGESTED = 60  # letters at most: an address people can read out


def suggest_slug(day: date | None, *texts: str | None) -> str:
    """Join the date and the first of ``texts`` that has Latin letters or digits to give."""
    words = next(filter(None, map(_plain, texts)), "briefing")
    return "-".join(filter(None, [day.isoformat() if day else "", words]))[:SUGGESTED].strip("-")


def find_free_slug(db: Session, wanted: str) -> str:
    """Give the slug itself, or with the first number that nobody has."""
    stem = wanted[: SUGGESTED - 4]
    taken = set(db.scalars(select(Briefing.slug).where(Briefing.slug.startswith(stem))))
    candidates = (wanted, *(f"{stem}-{number}" for number in range(2, len(taken) + 3)))
    return next(slug for slug in candidates if slug not in taken)


def _plain(text: str | None) -> str:
    letters = unicodedata.normalize("NFKD", text or "").encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", letters.lower())
    slug = "-".join(words)[: SUGGESTED - 15].strip("-")
    return slug if len(slug) >= 3 else ""
