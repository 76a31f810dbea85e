"""The pages of the delegation's mirror: its own words and what is made of them. Reads only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.db.models import Briefing, Position, Question, Reflection, Revision, Seat, StanceTaken
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.errors import NotFound
from app.domain.grouping import PointRef
from app.domain.mirror import left_outside
from app.domain.position import OFF_SCALE, Point
from app.domain.proceedings import Names
from app.features.briefings.queries import NO_BRIEFING, get_seat, list_questions
from app.features.mirror import pages
from app.features.mirror.draft import Draft, Said, read_draft
from app.features.mirror.words import answer_views, last_words, stance_views
from app.features.summaries.desk import chosen_language, head_of
from app.features.summaries.desk_sentence import NO_SENTENCE
from app.features.summaries.queries import points_by_revision, signed_revisions


@dataclass(frozen=True)
class Own:
    """A position of the delegation, and the points it was cut into."""

    question: int
    mission: str
    assessment: str | None
    label: Names | None
    text: str
    language: str
    points: tuple[Point, ...]
    stands: bool  # neither restated nor withdrawn since
    signed_at: datetime

    def shown(self, index: int | None = None) -> pages.OwnWords:
        """Show it whole, or cut around one of its points."""
        start, end = (0, 0) if index is None else (self.points[index].start, self.points[index].end)
        text = self.text
        return self._words(text[:start], text[start:end], text[end:])

    def piece(self, text: str) -> pages.OwnWords:
        return self._words("", text, "")

    def _words(self, *words: str) -> pages.OwnWords:
        before, point, after = words
        off_scale = self.assessment if self.assessment in OFF_SCALE else None
        return pages.OwnWords(
            *(self.question, self.mission, self.label, off_scale),
            (before, point, after),
            self.language,
        )


@dataclass(frozen=True)
class Mirror:
    """Everything the pages of one delegation are made from; nothing in it is another's."""

    briefing: Briefing
    seat: Seat
    draft: Draft
    own: Mapping[str, Own]  # by revision; what was restated since still stands in this draft
    reflections: tuple[Reflection, ...]  # its last words on every sentence
    stances: tuple[StanceTaken, ...]

    def stands(self, row: Reflection | StanceTaken) -> bool:
        return self.draft.still_says(row.key, row.language, row.said, row.grounds)

    def answer_to(self, said: Said) -> Reflection | None:
        rows = (row for row in self.reflections if row.key == said.key and self.stands(row))
        return next(rows, None)

    def stance_on(self, said: Said) -> StanceTaken | None:
        rows = (row for row in self.stances if row.key == said.key and self.stands(row))
        return next(rows, None)


def read_mirror(db: Session, actor: Actor, slug: str, language: str) -> Mirror:
    """Give a delegation its mirror; where nothing was circulated there is none."""
    briefing, seat = get_seat(db, actor, slug)
    if permissions.read_circulated(actor, has_seat=True, state=briefing.state):
        raise NotFound(NO_BRIEFING)
    reflections = last_words(db, Reflection, briefing, seat.id)
    stances = last_words(db, StanceTaken, briefing, seat.id)
    others = {*(row.language for row in reflections), *(row.language for row in stances)}
    draft = read_draft(db, briefing, chosen_language(briefing, language), others)
    return Mirror(
        briefing, seat, draft, _own(db, briefing, seat), tuple(reflections), tuple(stances)
    )


def _own(db: Session, briefing: Briefing, seat: Seat) -> dict[str, Own]:
    labels = {
        (question.number, value["code"]): value["label"]
        for question in list_questions(db, briefing.id)
        for value in question.scale
    }
    mine = signed_revisions(briefing).where(Seat.id == seat.id)
    points = points_by_revision(db, mine)
    rows = db.execute(
        mine.with_only_columns(
            Revision.id,
            Revision.hash,
            Question.number,
            Position.mission,
            Revision.assessment,
            Revision.text,
            Revision.language,
            Revision.number == Position.latest,
            Revision.signed_at,
        ).order_by(Question.number, Position.mission)
    )
    return {
        digest: Own(
            *(number, mission, value, labels.get((number, value or ""))),
            *(text, language),
            points=tuple(points.get(row, ())),
            stands=stands,
            signed_at=signed_at,
        )
        for row, digest, number, mission, value, text, language, stands, signed_at in rows
    }


def mirror_page(db: Session, actor: Actor, slug: str, *, language: str) -> pages.MirrorPage:
    mirror = read_mirror(db, actor, slug, language)
    draft, own = mirror.draft, mirror.own
    lines = _lines(db, mirror)
    answering, taking = refusals(actor, mirror)
    worded = {point for said in draft.sentences for point in said.ground.own(own)}
    drafted_at = draft.line.circulated_at
    stands = {digest: each for digest, each in own.items() if each.stands}
    known = [
        (digest, each)
        for digest, each in stands.items()
        if digest not in draft.left_out and each.signed_at <= drafted_at
    ]
    views = answer_views(db, [row for row in mirror.reflections if not mirror.stands(row)])
    return pages.MirrorPage(
        head=head_of(mirror.briefing, draft.language),
        circulation=draft.line,
        lines=tuple(line for line in lines if line.counts_us),
        asked=tuple(line for line in lines if not line.counts_us),
        left_out=tuple(
            pages.LeftOut(own[digest].shown(), reason)
            for digest, reason in draft.left_out.items()
            if digest in own
        ),
        missing=tuple(
            each.piece(each.text[point.start : point.end])
            for digest, each in known
            for index, point in enumerate(each.points)
            if PointRef(digest, index) not in worded
        ),
        since=tuple(each.shown() for each in stands.values() if each.signed_at > drafted_at),
        outside=tuple(
            each.piece(text)
            for _, each in known
            for text in left_outside(each.text, [(p.start, p.end) for p in each.points])
        ),
        earlier=tuple(views.values()),
        answering=answering,
        taking=taking,
    )


def refusals(actor: Actor, mirror: Mirror) -> tuple[permissions.Refusal, permissions.Refusal]:
    """Say why this person may not answer, and why not take a stance."""
    state, over = mirror.briefing.state, mirror.draft.line.is_over
    return (
        permissions.answer_for(actor, state, past_deadline=over),
        permissions.take_stance(actor, mirror.seat.standing, state, past_deadline=over),
    )


def _lines(db: Session, mirror: Mirror) -> list[pages.Line]:
    shown = [said for said in mirror.draft.sentences if may_open(mirror, said)]
    answers, stances = _said_of(db, mirror)
    return [_line(mirror, said, answers, stances) for said in shown]


def _said_of(
    db: Session, mirror: Mirror
) -> tuple[dict[int, pages.AnswerView], dict[str, pages.StanceView]]:
    return answer_views(db, mirror.reflections), stance_views(db, mirror.stances)


def may_open(mirror: Mirror, said: Said) -> bool:
    """Tell whether a sentence is this delegation's to speak of: it counts it, or it is asked."""
    return said.ground.counts(mirror.own) or said.key in mirror.draft.asked


def _line(
    mirror: Mirror,
    said: Said,
    answers: Mapping[int, pages.AnswerView],
    stances: Mapping[str, pages.StanceView],
) -> pages.Line:
    answer, stance = mirror.answer_to(said), mirror.stance_on(said)
    points = said.ground.own(mirror.own)
    return pages.Line(
        id=said.id,
        numbers=said.numbers,
        text=said.text,
        own=tuple(mirror.own[each.revision].shown(each.index) for each in points)
        or tuple(
            mirror.own[digest].shown() for digest in said.ground.revisions if digest in mirror.own
        ),
        effect=said.ground.effect,
        answer=answers[answer.id] if answer else None,
        is_asked=said.key in mirror.draft.asked,
        stance=stances[stance.key] if stance else None,
    )


def sentence_page(db: Session, actor: Actor, place: pages.Place) -> pages.SentencePage:
    mirror = read_mirror(db, actor, place.slug, place.language)
    said = mirror.draft.find(place.sentence)
    if not may_open(mirror, said):
        raise NotFound(NO_SENTENCE)
    return pages.SentencePage(
        head_of(mirror.briefing, mirror.draft.language),
        mirror.draft.line,
        _line(mirror, said, *_said_of(db, mirror)),
        *refusals(actor, mirror),
    )
