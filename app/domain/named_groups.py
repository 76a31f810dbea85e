"""Groups declared before a briefing opens, counted by membership: exact, ordered as declared.

Nothing is discovered, scored or ranked here. Where a sentence names whom it counts, how many of
them belong to a group says nothing new. Where it does not, "one of the two host States" would
narrow who spoke, and two such counts could be laid over each other until one delegation is left:
there only the presidency, which reads the positions themselves, is given them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domain.attribution import Attribution
from app.domain.proceedings import NamedGroup, Proceedings
from app.domain.sentence import Kind, Sentence

PERMANENT, ELECTED = "permanent", "elected"
HOST_STATES, TROOP_CONTRIBUTORS = "host_states", "troop_contributors"
REGIONAL = frozenset(
    {
        "african",
        "asia_pacific",
        "eastern_european",
        "latin_american_and_caribbean",
        "western_european_and_others",
    }
)
SAYING = frozenset({Kind.TALLY, Kind.ADDRESSED, Kind.GROUP, Kind.REQUEST})  # silence says nothing


@dataclass(frozen=True, slots=True)
class GroupCount:
    """How many of one group a sentence counts; ``of`` are those who could have been counted."""

    group: NamedGroup
    seats: tuple[str, ...]
    of: int

    @property
    def count(self) -> int:
        return len(self.seats)


def count_group(group: NamedGroup, counted: Sequence[str], seated: Collection[str]) -> GroupCount:
    """Count a group among ``counted``, out of its members that are ``seated``."""
    present = set(group.members).intersection(seated)
    return GroupCount(group, tuple(seat for seat in counted if seat in present), len(present))


def count_groups(sentence: Sentence, proceedings: Proceedings) -> tuple[GroupCount, ...]:
    """Count every declared group that has somebody at the table; for the presidency's desk."""
    if sentence.kind not in SAYING or not sentence.seats:
        return ()
    seated = frozenset(seat.code for seat in proceedings.seated(sentence.by))
    counts = (count_group(group, sentence.seats, seated) for group in proceedings.groups)
    return tuple(each for each in counts if each.of)


def public_counts(sentence: Sentence, proceedings: Proceedings) -> tuple[GroupCount, ...]:
    """Give the counts that may stand in public: those of a sentence that names all it counts."""
    if sentence.rule is not Attribution.ATTRIBUTED:
        return ()
    return count_groups(sentence, proceedings)


def spans_all_regions(counts: Sequence[GroupCount]) -> bool:
    """Tell whether each of the five regional groups has a member among those counted."""
    return {each.group.code for each in counts if each.seats} >= REGIONAL
