"""Bundles of any size with every cell filled from a seed: invented delegations, invented views."""

import random
from dataclasses import replace
from functools import cache
from typing import Any

from app.domain.bundle import read_bundle
from app.domain.points import split
from app.domain.position import LANGUAGES, OFF_SCALE
from app.domain.proceedings import Position, Proceedings
from app.domain.proof import Receipt, derived_salt

_split = cache(split)  # the same seed gives the same texts, under every rule and in every test
SENTENCES = {
    "ar": "ينبغي ربط الانسحاب بمعايير واضحة في المرحلة {n}.",
    "zh": "撤出应与第{n}阶段的明确基准挂钩。",
    "en": "Withdrawal should be tied to clear benchmarks in phase {n}.",
    "fr": "Le retrait doit être lié à des critères clairs à la phase {n}.",
    "ru": "Вывод следует увязать с чёткими контрольными показателями этапа {n}.",
    "es": "La retirada debe vincularse a parámetros claros en la fase {n}.",
}


def make_bundle(
    members: int = 15,
    missions: int = 16,
    questions: int = 5,
    *,
    seed: int = 1,
    attribution: str = "counted",
    invited: int = 0,
    filled: float = 1.0,
    slug: str = "filled",
) -> dict[str, Any]:
    """Fill every cell (or the share ``filled``) of members × missions × questions."""
    draw = random.Random(seed)  # noqa: S311 - repeatable
    codes = [f"M{number}" for number in range(1, members + invited + 1)]
    acronyms = [f"UNX{number}" for number in range(1, missions + 1)]
    scale = [f"v{number}" for number in range(1, 5)]
    return {
        "briefing": {
            "slug": slug,
            "title": {"en": "Review of invented operations"},
            "meeting_date": "2017-04-06",
            "presidency": codes[0],
            "attribution": attribution,
            "languages": ["en", "zh"],
        },
        "members": [
            {"code": code, "name": {"en": f"Delegation {code}"}, "council_member": at < members}
            for at, code in enumerate(codes)
        ],
        "missions": [
            {"acronym": acronym, "name": {"en": f"Operation {acronym}"}, "mandate_expires": None}
            for acronym in acronyms
        ],
        "questions": [
            {
                "number": number,
                "text": {"en": f"Question {number}: what should follow?"},
                "scale": [{"code": code, "label": {"en": code}} for code in scale],
            }
            for number in range(1, questions + 1)
        ],
        "positions": [
            _position(draw, code, acronym, number, scale)
            for code in codes
            for acronym in acronyms
            for number in range(1, questions + 1)
            if draw.random() < filled
        ],
    }


def _position(
    draw: random.Random, code: str, acronym: str, number: int, scale: list[str]
) -> dict[str, Any]:
    assessment = draw.choice([*scale, *scale, *OFF_SCALE, None])
    language = draw.choice(LANGUAGES)
    wordy = assessment is None or draw.random() < 0.7
    sentences = [
        SENTENCES[language].format(n=draw.randint(1, 99)) for _ in range(draw.choice((1, 2)))
    ]
    return {
        "member": code,
        "mission": acronym,
        "question": number,
        "assessment": assessment,
        "text": (" " if language != "zh" else "").join(sentences) if wordy else "",
        "language": language,
        "submitted_at": f"2017-04-05T{draw.randint(10, 20)}:00:00Z",
    }


def proceedings_of_bundle(document: dict[str, Any], **changes: Any) -> Proceedings:  # noqa: ANN401 - JSON
    """Give what a summary is compiled from, without a database."""
    bundle = read_bundle(document)
    positions: list[Position] = []
    for each in bundle.positions:
        salt = derived_salt(bundle.digest, each.member, each.cell.question, each.cell.mission)
        said = each.statement
        points = _split(said.text, said.language) if each.points is None else each.points
        digest = Receipt(
            salt=salt,
            briefing=bundle.slug,
            member=each.member,
            cell=each.cell,
            statement=each.statement,
            signed_at=each.submitted_at,
            previous=None,
            points=points,
            attribution=each.attribution,
        ).hash
        position = Position(each.member, each.cell, each.statement, digest, salt, points)
        positions.append(replace(position, attribution=each.attribution, source=each.source))
    proceedings = Proceedings(
        slug=bundle.slug,
        title=bundle.title,
        meeting_date=bundle.meeting_date,
        presidency=bundle.presiding,
        attribution=bundle.attribution,
        languages=bundle.languages,
        seats=bundle.seats,
        missions=bundle.missions,
        questions=bundle.questions,
        positions=tuple(positions),
        seed=bundle.digest,
        groups=bundle.groups,
    )
    return replace(proceedings, **changes)


def small_bundle(*positions: dict[str, Any], members: int = 15, **briefing: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Give a bundle of two missions and one question whose positions are the ones given."""
    bundle = make_bundle(members, 2, 1, filled=0)
    bundle["briefing"] |= briefing
    bundle["positions"] = [
        {
            "mission": "UNX1",
            "question": 1,
            "assessment": None,
            "text": "",
            "language": "en",
            "submitted_at": "2017-04-05T10:00:00Z",
        }
        | each
        for each in positions
    ]
    return bundle
