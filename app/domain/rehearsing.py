"""What the invented delegations of a rehearsal answer: the same seed gives the same answers.

Nothing here knows a State, or a real position: all that is read is the seed, what is asked, and
sentences written for rehearsals. What is said stands for nobody.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from app.domain.agreement import NEED_TEXT, Stance, StanceTaken
from app.domain.errors import Invalid
from app.domain.mirror import Verdict
from app.domain.position import (
    AWAITING_INSTRUCTIONS,
    GENERAL,
    NO_POSITION,
    Cell,
    Statement,
)
from app.domain.proceedings import Names, Question, Seat, Standing

_SEED = re.compile(r"[A-Za-z0-9-]{1,64}")
MOST_ANSWERED = 6  # sentences of a draft that one delegation answers
_NOTHING, _NO_POSITION, _AWAITING = 12, 18, 24  # of a hundred cells, up to
_REFLECTS, _NOT_OURS = 60, 80  # of a hundred sentences answered, up to; the rest are reworded
_COMMON = 4  # ideas that members may share in one cell


@dataclass(frozen=True)
class Script:
    """Sentences written for rehearsals, each in the six languages."""

    title: Names  # with {title}
    delegation: Names  # with {letter}
    ideas: tuple[Names, ...]
    dissent: Names  # the contrary of the first idea
    not_ours: Names
    proposes: Names  # with {sentence}
    stance: Names


@dataclass(frozen=True)
class Answer:
    member: str
    cell: Cell
    statement: Statement


@dataclass(frozen=True)
class Room:
    """Who is asked what, and in which languages they may answer."""

    seed: str
    members: tuple[str, ...]  # codes of every seat, invited ones too
    questions: tuple[Question, ...]
    missions: tuple[str, ...]
    languages: tuple[str, ...]

    def roll(self, *names: object) -> int:
        """Give a number that only the seed and the names decide."""
        said = "\0".join([self.seed, *map(str, names)])
        return int.from_bytes(hashlib.sha256(said.encode()).digest()[:6])

    def language_of(self, member: str) -> str:
        """Let every language be heard before one is heard twice."""
        place = self.members.index(member) + self.roll("language")
        return self.languages[place % len(self.languages)]

    @property
    def dissenter(self) -> str | None:
        """Name the one that holds what nobody else does; two alone would each be such."""
        if len(self.members) < 3:
            return None
        return self.members[self.roll("dissenter") % len(self.members)]


def invented_seats(script: Script, members: int, invited: int) -> tuple[Seat, ...]:
    """Give Delegation A, B, C … in the number wanted, the invited ones last."""
    return tuple(
        Seat(
            letter,
            {lang: words.format(letter=letter) for lang, words in script.delegation.items()},
            Standing.MEMBER if number < members else Standing.INVITED,
        )
        for number, letter in enumerate(map(letters, range(members + invited)))
    )


def letters(number: int) -> str:
    """Count A to Z, then go on with AA."""
    more, place = divmod(number, len(ascii_uppercase))
    return (letters(more - 1) if more else "") + ascii_uppercase[place]


def retitled(script: Script, title: Names, fallback: str) -> dict[str, str]:
    """Say in every language of a title that it is a rehearsal's."""
    named = dict(title) or {"en": fallback}
    return {lang: script.title[lang].format(title=words) for lang, words in named.items()}


def answers(room: Room, script: Script) -> Iterator[Answer]:
    """Give what every delegation says in every cell; nothing where it says nothing."""
    for question in room.questions:
        for mission in room.missions or (GENERAL,):
            cell = Cell(question.number, mission)
            for member in room.members:
                said = _statement(room, script, question, cell, member)
                if said is not None:
                    yield Answer(member, cell, said)


def _statement(
    room: Room, script: Script, question: Question, cell: Cell, member: str
) -> Statement | None:
    language = room.language_of(member)
    scale = [value.code for value in question.scale]
    place = (cell.question, cell.mission)
    if member == room.dissenter:
        return Statement(scale[-1] if scale else None, script.dissent[language], language)
    chance = room.roll("kind", *place, member) % 100
    if chance < _NOTHING:
        return None
    if chance < _AWAITING:
        kind = NO_POSITION if chance < _NO_POSITION else AWAITING_INSTRUCTIONS
        return Statement(kind, "", language)
    text = " ".join(idea[language] for idea in _ideas(room, script, place, member))
    if language == "zh":
        text = text.replace(" ", "")
    shared = scale[:-1] or scale  # the last is the dissenter's
    if not shared:
        return Statement(None, text, language) if text else None
    usual = room.roll("usual", *place) % len(shared)
    moved = room.roll("value", *place, member) % 100 >= 70
    return Statement(shared[(usual + moved) % len(shared)], text, language)


def _ideas(
    room: Room, script: Script, place: tuple[object, ...], member: str
) -> Iterator[Mapping[str, str]]:
    """Choose none, one or two of the few ideas that are in the air in this cell."""
    first = room.roll("ideas", *place) % len(script.ideas)
    start = room.roll("start", *place, member) % _COMMON
    for step in range(room.roll("how many", *place, member) % 3):
        yield script.ideas[(first + (start + step) % _COMMON) % len(script.ideas)]


def chosen(room: Room, member: str, keys: Sequence[str]) -> list[str]:
    """Choose which sentences of a draft a delegation answers."""
    return sorted(keys, key=lambda key: room.roll("answers", member, key))[:MOST_ANSWERED]


def verdict(
    room: Room, script: Script, member: str, key: str, said: str, language: str
) -> tuple[Verdict, str]:
    """Give what a delegation says of a sentence that counts it, with its reason or wording."""
    chance = room.roll("verdict", member, key) % 100
    if chance < _REFLECTS:
        return Verdict.REFLECTS, ""
    if chance < _NOT_OURS:
        return Verdict.NOT_OURS, script.not_ours[language]
    return Verdict.PROPOSES, script.proposes[language].format(sentence=said)


def stance(room: Room, script: Script, member: str, key: str, language: str) -> StanceTaken:
    kinds = tuple(Stance)
    taken = kinds[room.roll("stance", member, key) % len(kinds)]
    words = script.stance[language]
    return StanceTaken(
        taken,
        words if taken in NEED_TEXT else "",
        words if taken is Stance.RESERVATION else "",
    )


def check_seed(seed: str) -> str:
    """Return a seed a person may read out and type again, else raise Invalid."""
    if not _SEED.fullmatch(seed):
        raise Invalid("Use 1 to 64 letters, digits or hyphens, or leave it empty.", where="seed")
    return seed
