"""Published records of invented sentences, without the work of compiling them."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.db.models import Briefing, Mission, Question, Release, ReleaseFile
from app.domain.attribution import Attribution
from app.domain.lifecycle import BriefingState, Origin
from app.features.summaries.searchable import make_searchable

AT = datetime(2017, 4, 10, 12, tzinfo=UTC)
Texts = Mapping[str, Sequence[str | tuple[str, dict[str, Any]]]]  # by language


def add_briefing(db: Session, slug: str, *, at: int = 2017, **changes: Any) -> Briefing:  # noqa: ANN401 - columns
    """Add a briefing with two missions and two questions, in state PUBLISHED."""
    facts = {
        "title": {"en": f"Briefing {slug}"},
        "meeting_date": date(at, 4, 6),
        "briefers": [],
        "languages": ["en"],
        "attribution": Attribution.COUNTED,
        "origin": Origin.LOADED,
        "state": BriefingState.PUBLISHED,
        "seed": "",
        "created_at": AT,
    } | changes
    briefing = Briefing(slug=slug, **facts)
    briefing.missions = [
        Mission(place=place, acronym=name, names={"en": name})
        for place, name in enumerate(("UNX1", "UNX2"))
    ]
    briefing.questions = [
        Question(number=number, text={"en": "What?"}, prompts=[], scale=[]) for number in (1, 2)
    ]
    db.add(briefing)
    db.flush()
    return briefing


def add_release(
    db: Session, briefing: Briefing, texts: Texts, *, published_at: datetime | None = AT
) -> Release:
    """Add the next release, with what JSON says of its sentences; enter it where published."""
    mine = Release.briefing_id == briefing.id
    number = (db.scalar(select(func.max(Release.number)).where(mine)) or 0) + 1
    release = Release(
        briefing_id=briefing.id,
        number=number,
        hash=f"{briefing.slug}{number}",
        issued_at=AT,
        published_at=published_at,
        files=[_file(language, said) for language, said in texts.items()],
    )
    db.add(release)
    db.flush()
    if published_at:
        make_searchable(db, release.id)
    db.commit()
    return release


def _file(language: str, said: Sequence[str | tuple[str, dict[str, Any]]]) -> ReleaseFile:
    sentences = [_sentence(number, each) for number, each in enumerate(said, 1)]
    content = json.dumps({"sentences": sentences}).encode()
    return ReleaseFile(
        language=language,
        path="summary.json",
        media_type="application/json",
        content=content,
        sha256="-",
    )


def _sentence(number: int, said: str | tuple[str, dict[str, Any]]) -> dict[str, Any]:
    text, more = (said, {}) if isinstance(said, str) else said
    plain = {"question": 1, "mission": "UNX1", "missions": ["UNX1"], "kind": "group"}
    return {"id": f"s{number}", "text": text, **plain, **more}
