"""What a summary's data says of itself: whether its numbers can all be true at once."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from app.domain.position import NOTHING_SUBMITTED
from app.domain.sentence import Kind, Part
from app.domain.tally import Outcome

Said = Mapping[str, Any]  # one sentence as summary.json gives it
Cell = tuple[int, str, str]  # question, mission, by
INVITED = "invited"
STRATA = {Kind.TALLY.value, Kind.ADDRESSED.value, Kind.NOTHING.value}
HASH, TOKEN = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{32}")


def count_faults(document: Mapping[str, Any]) -> Iterator[str]:
    """Check ids, counts, members and tokens of every sentence, and every cell as a whole."""
    sentences = document["sentences"]
    ids = [each["id"] for each in sentences]
    if ids != [f"s{number}" for number in range(1, len(ids) + 1)]:
        yield "ids do not run from s1 on"
    for each in sentences:
        for fault in _faults_of(each):
            yield f"{each['id']}: {fault}"
    yield from _token_faults(sentences)
    strata = _strata(sentences)
    for cell, said in strata.items():
        yield from _cell_faults(cell, said)
    for each in sentences:
        yield from _overview_faults(each, strata)


def _faults_of(said: Said) -> Iterator[str]:
    count, of, members = said["count"], said["of"], said["members"]
    if of is not None and not 0 <= (count or 0) <= of:
        yield f"counts {count} of {of}"
    if members and len(members) != count:
        yield f"counts {count} and names {len(members)}"
    if said["stale"]:
        yield "is stale"
    if not said["text"].strip():
        yield "has no words"
    yield from _revision_faults(said)


def _revision_faults(said: Said) -> Iterator[str]:
    members, revisions = said["members"], said["revisions"]
    if len(set(members)) != len(members) or len(set(revisions)) != len(revisions):
        yield "counts somebody twice"
    shape = HASH if members else TOKEN
    if not all(shape.fullmatch(each) for each in revisions):
        yield "carries what is neither a revision's hash nor a token"
    expected = _expected_revisions(said)
    if len(revisions) != expected:
        yield f"rests on {len(revisions)} revisions where its count makes {expected}"


def _expected_revisions(said: Said) -> int:
    """Give how many revisions a count stands for: one a delegation and mission."""
    silent = said["kind"] == Kind.PROCEDURAL.value or said["value"] == NOTHING_SUBMITTED
    if silent or said["count"] is None:
        return 0
    return int(said["count"]) * len(said["missions"])


def _token_faults(sentences: list[Said]) -> Iterator[str]:
    """Look for a token that stands twice: it would tell that one delegation said both."""
    tokens = Counter(
        each for said in sentences if not said["members"] for each in said["revisions"]
    )
    yield from (f"token {each} stands twice" for each, times in tokens.items() if times > 1)


def _strata(sentences: list[Said]) -> dict[Cell, list[Said]]:
    found: dict[Cell, list[Said]] = defaultdict(list)
    for each in sentences:
        if each["part"] == Part.REGISTER.value and each["kind"] in STRATA:
            found[each["question"], each["mission"], each["by"]].append(each)
    return dict(found)


def _cell_faults(cell: Cell, said: list[Said]) -> Iterator[str]:
    """See that strata are all delegations, each in one, and that the outcome follows."""
    name = f"question {cell[0]}, {cell[1]}, {cell[2]}"
    strata = Counter((each["kind"], each["value"]) for each in said)
    if max(strata.values()) > 1:
        yield f"{name}: one thing is counted in two sentences"
    if any(each["count"] is None for each in said):
        return  # where no number may stand there is none to add up
    wholes = {each["of"] for each in said}
    counted, of = sum(each["count"] for each in said), max(wholes)
    silence_said = cell[2] != INVITED  # nothing is said of invited States that submitted nothing
    if len(wholes) != 1 or (counted != of if silence_said else counted > of):
        yield f"{name}: its counts make {counted} of {sorted(wholes)}"
        return
    names = [code for each in said for code in each["members"]]
    if len(set(names)) != len(names):
        yield f"{name}: somebody is counted in two sentences"
    tallies = [each for each in said if each["kind"] == Kind.TALLY.value]
    outcomes = {each["outcome"] for each in tallies}
    if tallies and outcomes != {_outcome(tallies, of)}:
        yield f"{name}: its outcome is not what its counts make"


def _outcome(tallies: list[Said], of: int) -> str:
    if len(tallies) > 1:
        return Outcome.DIFFERING.value
    return (Outcome.ALL_MEMBERS if tallies[0]["count"] == of else Outcome.ALL_EXPRESSED).value


def _overview_faults(said: Said, strata: Mapping[Cell, list[Said]]) -> Iterator[str]:
    """See that part I counts of a value what part II counts of it, in each of its missions."""
    if said["part"] != Part.OVERVIEW.value or said["kind"] != Kind.TALLY.value:
        return
    for mission in said["missions"]:
        cell = strata.get((said["question"], mission, said["by"]), [])
        tallies = [each for each in cell if each["kind"] == Kind.TALLY.value]
        if said["value"] is not None:
            tallies = [each for each in tallies if each["value"] == said["value"]]
        counts = [each["count"] for each in tallies]
        if said["count"] is not None and None not in counts and sum(counts) != said["count"]:
            yield f"{said['id']}: counts {said['count']} where part II counts {sum(counts)}"
