"""Where the points of a speech seem to belong: at once by what is named, later by likeness too."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from threading import Lock
from typing import Any, NamedTuple

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app import data, vectors
from app.data import Mission as KnownMission
from app.db.models import Briefing, Question, Seat, Speech
from app.db.session import Sessions, atomic
from app.domain.matching.field import Likeness
from app.domain.matching.words import shared, tokens
from app.domain.note.state_names import StateNames
from app.domain.placing import Asked, Proposal, Scores, place
from app.domain.placing.named import Missions
from app.domain.points import cut
from app.features.briefings.queries import list_missions, list_questions

_COMPARING = Lock()  # one thread of a process is enough to keep a core busy
Texts = list[tuple[str, str]]


class Asking(NamedTuple):
    """A text that asks a question, which stands in place ``at``."""

    at: int
    text: str
    language: str


def propose_at_once(
    db: Session, briefing: Briefing, text: str, language: str
) -> list[dict[str, Any]]:
    """Propose by numbers, names and common words: quick, and good enough to begin with."""
    questions = list_questions(db, briefing.id)
    asked = _asked(db, briefing.id, questions)
    scores = _scores_by_words(_points(text, language), _asking(questions))
    return _stored(place(text, language, cut(text, language), asked, scores))


def propose_by_likeness(sessions: Sessions) -> None:
    """Propose again across languages what waits for it; after a response, never before it."""
    model = vectors.model_name()
    if model is None or not _COMPARING.acquire(blocking=False):
        return
    try:
        with sessions() as db:
            for number in db.scalars(select(Speech.id).where(Speech.model.is_(None))).all():
                _propose(db, number, model)
    finally:
        _COMPARING.release()


def _propose(db: Session, number: int, model: str) -> None:
    text, language, briefing_id = db.execute(
        select(Speech.text, Speech.language, Seat.briefing_id)
        .join(Seat, Seat.id == Speech.seat_id)
        .where(Speech.id == number)
    ).one()
    questions = list_questions(db, briefing_id)
    asked, asking = _asked(db, briefing_id, questions), _asking(questions)
    db.rollback()  # comparing takes a while, and whoever reads keeps SQLite from writing
    said = _points(text, language)
    compared = vectors.compare(said + [(ask.text, ask.language) for ask in asking])
    scores = _scores(said, asking, compared)
    proposed = _stored(place(text, language, cut(text, language), asked, scores))
    with atomic(db):  # what people decide meanwhile is in another column, and stays
        db.execute(
            update(Speech)
            .where(Speech.id == number)
            .values(proposed=proposed, model=model)
            .execution_options(synchronize_session=False)
        )


def _points(text: str, language: str) -> Texts:
    return [(text[point.start : point.end], language) for point in cut(text, language).points]


def _asking(questions: Sequence[Question]) -> list[Asking]:
    """Give every text that asks, in every language."""
    return [
        Asking(at, text, language)
        for at, question in enumerate(questions)
        for texts in [
            [(text, language) for language, text in question.text.items()],
            [(prompt, question.original) for prompt in question.prompts if question.original],
        ]
        for text, language in texts
    ]


def _scores(said: Texts, asking: Sequence[Asking], likeness: Likeness) -> Scores:
    """Give each point's likeness to each question: that of the text most like it."""
    columns = defaultdict(list)
    for column, ask in enumerate(asking, start=len(said)):
        columns[ask.at].append(column)
    return [
        [max(likeness.relative[row][column] for column in columns[at]) for at in sorted(columns)]
        for row in range(len(said))
    ]


def _scores_by_words(said: Texts, asking: Sequence[Asking]) -> Scores:
    """Do the same by common words, in one language alone."""
    scores = []
    for text, language in said:
        mine, best = tokens(text), defaultdict[int, float](float)
        for ask in asking:
            alike = shared(mine, tokens(ask.text)) if ask.language == language else 0.0
            best[ask.at] = max(best[ask.at], alike)
        scores.append([best[at] for at in sorted(best)])
    return scores


@cache
def _states() -> StateNames:
    return StateNames(data.state_names_for_reading(), data.reading_traps().phrases)


def _asked(db: Session, briefing_id: int, questions: Sequence[Question]) -> Asked:
    known = {each.acronym: each for each in data.missions_2017().missions}
    names, hosts = {}, {}
    for mission in list_missions(db, briefing_id):
        shipped = known.get(mission.acronym)
        names[mission.acronym] = [*mission.names.values(), *_other_names(shipped)]
        hosts[mission.acronym] = shipped.hosts if shipped else ()
    return Asked([each.number for each in questions], Missions(names, hosts, _states()))


def _other_names(shipped: KnownMission | None) -> list[str]:
    return [*shipped.names.values(), *shipped.short.values()] if shipped else []


def _stored(proposals: Sequence[Proposal]) -> list[dict[str, Any]]:
    return [
        {
            "cells": [[cell.question, cell.mission] for cell in each.cells],
            "mission": each.mission,
            "why": each.why,
        }
        for each in proposals
    ]
