"""What the presidency decided about a summary; the computed form is kept beside all of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.bands import Seen
from app.domain.grouping import NOTHING_DECIDED, Grouping


@dataclass(frozen=True, slots=True)
class Edit:
    """The presidency's own words, and what they were made from.

    ``basis`` is the computed text of an edited sentence, the grounds of a worded group: once it
    is another, the words are stale.
    """

    text: str
    basis: str


@dataclass(frozen=True)
class Drafting:
    """All decisions on one summary.

    ``wordings`` are its words for what points say, ``edits`` for a whole sentence, both by
    language and key; ``grouping`` says which points say the same; ``ranks`` move sentences within
    their block; ``not_reflected`` gives reasons by revision; ``seen`` are the bands of the text
    that delegations read last. A preview counts what nobody
    confirmed, and says so.
    """

    not_reflected: Mapping[str, str] = field(default_factory=dict)
    grouping: Grouping = NOTHING_DECIDED
    wordings: Mapping[tuple[str, str], Edit] = field(default_factory=dict)
    edits: Mapping[tuple[str, str], Edit] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    seen: Mapping[str, Seen] = field(default_factory=dict)
    is_preview: bool = False


NO_DRAFTING = Drafting()
