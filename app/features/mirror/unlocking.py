"""What the presidency reads of the conditions members named, and the fewest to accept. Reads only.

Where a sentence names, so does this page; where it counts, there are numbers and no names, in an
order drawn from the words; where nobody may be found out, words of members are not shown at all.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, ConditionAct, Seat, StanceTaken
from app.domain import agreement, permissions
from app.domain.actor import Actor
from app.domain.agreement import Stance, count_stances
from app.domain.attribution import Attribution
from app.domain.permissions import Refusal
from app.domain.position import GENERAL
from app.domain.proceedings import Names, Standing
from app.domain.unlocking import Acceptance, Asking, Same, asking_of, standing, unlock
from app.domain.wording import wording_in
from app.features.briefings.queries import list_seats
from app.features.mirror.desk import get_answered, stances_by_sentence
from app.features.mirror.draft import Draft, Said, read_draft
from app.features.mirror.words import last_words
from app.features.summaries.desk import chosen_language, head_of
from app.features.summaries.pages import CirculationLine, Head

Scope = tuple[int | None, str | None]  # question and mission
Taken = Mapping[str, Mapping[str, StanceTaken]]  # sentence, member


@dataclass(frozen=True, slots=True)
class ConditionView:
    """A condition in the words of whoever named it first in seating order."""

    name: str
    numbers: tuple[int, ...]  # of the paragraphs of its sentence
    words: str
    language: str
    count: int  # members who named it
    owners: tuple[Names, ...]  # where they may be named


@dataclass(frozen=True, slots=True)
class AcceptanceView:
    conditions: tuple[ConditionView, ...]
    is_found: bool  # a person found that one acceptance meets them all


@dataclass(frozen=True, slots=True)
class ResultView:
    needed: tuple[AcceptanceView, ...]
    further: tuple[AcceptanceView, ...]
    opposed: int
    opposing: tuple[Names, ...]  # where they may be named
    is_smallest: bool  # proven; else the fewest that were found


@dataclass(frozen=True, slots=True)
class SentenceView:
    numbers: tuple[int, ...]
    text: str
    label: str
    result: ResultView


@dataclass(frozen=True, slots=True)
class FindingView:
    number: int
    conditions: tuple[ConditionView, ...]


@dataclass(frozen=True, slots=True)
class ScopeView:
    """One question on one mission: its sentences, its conditions, what was found of them."""

    question: int | None
    mission: str | None
    sentences: tuple[SentenceView, ...]
    whole: ResultView | None  # of all its sentences, where there are several
    conditions: tuple[ConditionView, ...]
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class UnlockingPage:
    """What would leave no reservation (mirror/unlocking.html)."""

    head: Head
    circulation: CirculationLine
    scopes: tuple[ScopeView, ...]
    hidden: int  # sentences where nobody may be found out
    marking: Refusal


@dataclass(frozen=True)
class Table:
    """What was said on every sentence that may be shown, and what was found."""

    briefing: Briefing
    draft: Draft
    members: Sequence[Seat]
    taken: Taken
    findings: Sequence[Same]

    @property
    def shown(self) -> list[Said]:
        return [said for said in self._asked if said.ground.rule is not Attribution.NON_ATTRIBUTED]

    @property
    def hidden(self) -> int:
        return len(self._asked) - len(self.shown)

    @property
    def _asked(self) -> list[Said]:
        return [said for said in self.draft.sentences if said.key in self.draft.asked]

    def askings(self, said: Said) -> list[Asking]:
        """Give what members ask for on one sentence, in seating order."""
        found = []
        for seat in self.members:
            row = self.taken.get(said.key, {}).get(seat.code)
            words = agreement.StanceTaken(row.stance, row.text, row.along) if row else None
            asking = asking_of(said.key, seat.code, words) if words else None
            found += [asking] if asking else []
        return found

    def opposed(self, said: Said) -> list[str]:
        here = self.taken.get(said.key, {})
        codes = (seat.code for seat in self.members)
        return [code for code in codes if code in here and here[code].stance is Stance.OPPOSE]

    def conditions(self) -> dict[str, Scope]:
        """Give where each condition that may be spoken of belongs, by its name."""
        return {
            asking.condition: (said.question, said.mission)
            for said in self.shown
            for asking in self.askings(said)
        }


def read_table(db: Session, briefing: Briefing, language: str) -> Table:
    """Gather stances and findings: six queries at any size."""
    rows = last_words(db, StanceTaken, briefing)
    draft = read_draft(db, briefing, language, {row.language for row in rows})
    seats = {seat.id: seat for seat in list_seats(db, briefing.id)}
    acts = db.scalars(select(ConditionAct).where(ConditionAct.briefing_id == briefing.id))
    return Table(
        briefing,
        draft,
        [seat for seat in seats.values() if seat.standing is Standing.MEMBER],
        stances_by_sentence(draft, seats, rows),
        standing(act.to_domain() for act in acts),
    )


def unlocking_page(db: Session, actor: Actor, slug: str, *, language: str) -> UnlockingPage:
    briefing = get_answered(db, actor, slug)
    table = read_table(db, briefing, chosen_language(briefing, language))
    scopes: dict[Scope, list[Said]] = defaultdict(list)
    for said in table.shown:
        if table.askings(said) or table.opposed(said):
            scopes[said.question, said.mission].append(said)
    return UnlockingPage(
        head_of(briefing, table.draft.language),
        table.draft.line,
        tuple(_scope(table, scope, sentences) for scope, sentences in scopes.items()),
        table.hidden,
        permissions.mark_conditions(actor, briefing.presidency_id, briefing.state),
    )


def _scope(table: Table, scope: Scope, sentences: Sequence[Said]) -> ScopeView:
    views = _condition_views(table, sentences)
    question, mission = scope
    general = wording_in(table.draft.language).headings["general"]
    present = [found for found in table.findings if len(found.conditions & views.keys()) > 1]
    return ScopeView(
        question,
        general if mission == GENERAL else mission,
        tuple(_sentence(table, said, views) for said in sentences),
        _result(table, sentences, views) if len(sentences) > 1 else None,
        tuple(views.values()),
        tuple(_finding(found, views) for found in present),
    )


def _finding(found: Same, views: Mapping[str, ConditionView]) -> FindingView:
    met = (view for name, view in views.items() if name in found.conditions)
    return FindingView(found.number, tuple(met))


def _sentence(table: Table, said: Said, views: Mapping[str, ConditionView]) -> SentenceView:
    stances = {code: row.stance for code, row in table.taken.get(said.key, {}).items()}
    tally = count_stances([seat.code for seat in table.members], stances)
    label = agreement.agreement(tally).value
    return SentenceView(said.numbers, said.text, label, _result(table, [said], views))


def _result(
    table: Table, sentences: Sequence[Said], views: Mapping[str, ConditionView]
) -> ResultView:
    askings = [asking for said in sentences for asking in table.askings(said)]
    against = {code for said in sentences for code in table.opposed(said)}
    opposed = [seat for seat in table.members if seat.code in against]
    result = unlock(askings, table.findings, [seat.code for seat in opposed], table.briefing.seed)
    named = all(said.ground.rule is Attribution.ATTRIBUTED for said in sentences)
    return ResultView(
        tuple(_acceptance(each, views) for each in result.needed),
        tuple(_acceptance(each, views) for each in result.further),
        len(result.opposed),
        tuple(seat.names for seat in opposed) if named else (),
        result.is_smallest,
    )


def _acceptance(offer: Acceptance, views: Mapping[str, ConditionView]) -> AcceptanceView:
    return AcceptanceView(
        tuple(views[name] for name in offer.conditions), offer.finding is not None
    )


def _condition_views(table: Table, sentences: Sequence[Said]) -> dict[str, ConditionView]:
    """Show each condition once, in the order of its name, which nobody's seat decides."""
    found: dict[str, list[tuple[Said, Asking]]] = defaultdict(list)
    for said in sentences:
        for asking in table.askings(said):
            found[asking.condition].append((said, asking))
    return {name: _condition(table, name, found[name]) for name in sorted(found)}


def _condition(table: Table, name: str, asked: Sequence[tuple[Said, Asking]]) -> ConditionView:
    said, first = asked[0]
    named = said.ground.rule is Attribution.ATTRIBUTED
    who = [asking.member for _, asking in asked]
    return ConditionView(
        name,
        said.numbers,
        first.words,
        table.taken[said.key][first.member].language,
        len(asked),
        tuple(_names(table.members, who)) if named else (),
    )


def _names(members: Sequence[Seat], codes: Sequence[str]) -> Iterator[Names]:
    return (seat.names for seat in members if seat.code in codes)
