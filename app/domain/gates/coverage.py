"""Nobody is left out, nothing is stale, nothing waits for a person."""

from collections.abc import Iterator

from app.domain.cells import banded_counts
from app.domain.grouping import PointRef
from app.domain.summary import Summary


def coverage(summary: Summary) -> Iterator[str]:
    """Every revision and every point is in a sentence or in the register with a reason."""
    reasons = {revision for revision, reason in summary.coverage.not_reflected if reason.strip()}
    worded: set[PointRef] = set()
    cited: set[str] = set()
    for each in summary.sentences:
        cited.update(each.sentence.revisions)
        worded.update(source.ref for source in each.sentence.sources)
    refused = [cell for cell in banded_counts(summary.proceedings, summary.seen) if cell.is_refused]
    hidden = {position.hash for cell in refused for position in cell.positions.values()} & reasons
    for position in summary.proceedings.positions:
        if position.hash not in cited | hidden:
            yield f"revision {position.hash[:12]} is cited by no sentence"
        points = [PointRef(position.hash, index) for index in range(len(position.points))]
        missing = [ref.index for ref in points if ref not in worded]
        if missing and position.hash not in reasons:
            yield f"point {missing[0] + 1} of revision {position.hash[:12]} is in no sentence"


def stale(summary: Summary) -> Iterator[str]:
    return (
        f"{each.id}: its words rest on something that has changed since"
        for each in summary.sentences
        if each.is_stale
    )


def wording(summary: Summary) -> Iterator[str]:
    for each in summary.sentences:
        if each.is_contested:
            yield f"{each.id}: its wording is contested by the delegation it words"
        elif not each.is_confirmed:
            yield f"{each.id}: its wording is not confirmed"
