"""Random briefings: any size, six languages, all rules, groups, joint texts. From seeds."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hypothesis import strategies as st

from app.domain.attribution import LOOSE_TO_STRICT, Attribution, is_looser
from app.domain.drafting import Drafting
from app.domain.grouping import Group, Grouping, PointRef
from app.domain.position import GENERAL, LANGUAGES, OFF_SCALE, Cell, Point, PointKind, Statement
from app.domain.proceedings import (
    Mission,
    Position,
    Proceedings,
    Question,
    ScaleValue,
    Seat,
    Standing,
)
from tests.bundles import SENTENCES


@dataclass(frozen=True)
class Drafted:
    """A briefing and what its presidency decided."""

    proceedings: Proceedings
    drafting: Drafting


@dataclass(frozen=True)
class Size:
    members: int
    others: int
    missions: int
    questions: int
    rule: Attribution
    seed: int


SIZES = st.builds(
    Size,
    members=st.integers(1, 17),
    others=st.integers(0, 3),
    missions=st.integers(1, 3),
    questions=st.integers(1, 3),
    rule=st.sampled_from(LOOSE_TO_STRICT),
    seed=st.integers(0, 9_999),
)


def drafted(size: Size) -> Drafted:
    draw = random.Random(size.seed)  # noqa: S311 - repeatable
    proceedings = _proceedings(size, draw)
    return Drafted(proceedings, _drafting(proceedings, draw))


DRAFTED = SIZES.map(drafted)


def _proceedings(size: Size, draw: random.Random) -> Proceedings:
    seats = [Seat(f"M{number}", _names(f"M{number}")) for number in range(size.members)]
    for number in range(size.others):
        standing = draw.choice([Standing.INVITED, Standing.NOT_ENTERED])
        seats.append(Seat(f"X{number}", _names(f"X{number}"), standing))
    missions = tuple(Mission(f"UN{letter}", {"en": letter}) for letter in "ABC"[: size.missions])
    questions = tuple(
        Question(
            number,
            {"en": f"Question {number}"},
            tuple(ScaleValue(value, {"en": value}) for value in "abcde"[: draw.randint(2, 5)]),
        )
        for number in range(1, size.questions + 1)
    )
    found = Proceedings(
        slug="random",
        title={"en": "Random"},
        meeting_date=None,
        presidency=None,
        attribution=size.rule,
        languages=LANGUAGES,
        seats=tuple(seats),
        missions=missions,
        questions=questions,
        positions=tuple(
            _position(draw, seat.code, Cell(question.number, mission), question, size.rule)
            for seat in seats
            if seat.standing is not Standing.NOT_ENTERED
            for question in questions
            for mission in (GENERAL, *(each.acronym for each in missions))
            if draw.random() < (0.15 if mission == GENERAL else 0.8)
        ),
        seed=str(size.seed),
    )
    return replace(found, positions=tuple(_some_jointly(draw, found.positions)))


def _some_jointly(draw: random.Random, positions: Iterable[Position]) -> Iterator[Position]:
    """Let some delegations of some cells have signed the words of the first of them."""
    tabled: dict[Cell, Position] = {}
    for each in positions:
        first = tabled.get(each.cell)
        if first is None and each.points and draw.random() < 0.4:
            first = tabled[each.cell] = replace(each, joint=f"r{each.cell.question}-1")
            yield first
        elif first is not None and draw.random() < 0.4:
            yield replace(first, member=each.member, hash=each.hash, salt=each.salt)
        else:
            yield each


def _names(code: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, f"Delegation {code}")


def _position(
    draw: random.Random, member: str, cell: Cell, question: Question, rule: Attribution
) -> Position:
    language = draw.choice(LANGUAGES)
    assessment = draw.choice([*(value.code for value in question.scale), *OFF_SCALE, None])
    said = [
        SENTENCES[language].format(n=draw.randint(1, 99))
        for _ in range(draw.randint(0 if assessment else 1, 3))
    ]
    points, end = [], 0
    for sentence in said:
        points.append(Point(end, end + len(sentence), draw.choice(list(PointKind))))
        end += len(sentence) + 1
    stricter = [each for each in LOOSE_TO_STRICT if is_looser(rule, each)]
    return Position(
        member=member,
        cell=cell,
        statement=Statement(assessment, " ".join(said), language),
        hash=f"{draw.getrandbits(256):064x}",
        salt=draw.randbytes(16),
        points=tuple(points),
        attribution=draw.choice(stricter) if stricter and draw.random() < 0.05 else None,
        quotable=draw.random() < 0.3,
    )


def _drafting(proceedings: Proceedings, draw: random.Random) -> Drafting:
    by_cell: dict[Cell, list[PointRef]] = {}
    for position in proceedings.positions:
        refs = [PointRef(position.hash, index) for index in range(len(position.points))]
        by_cell.setdefault(position.cell, []).extend(refs)
    groups = [
        Group(f"g{number}", cell, frozenset(draw.sample(refs, draw.randint(1, len(refs)))))
        for number, (cell, refs) in enumerate(by_cell.items())
        if refs and draw.random() < 0.7
    ]
    left_out = [each for each in proceedings.positions if each.points and draw.random() < 0.1]
    return Drafting(
        not_reflected={each.hash: "Off the subject." for each in left_out},
        grouping=Grouping(tuple(groups)),
    )
