"""What the history of a draft shows. Reads only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.models import Briefing, GroupingAct, Seat, User
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.drafting import Drafting
from app.domain.errors import NotFound
from app.domain.narrative import PREFIX
from app.domain.permissions import Refusal
from app.domain.sentence import Sentence
from app.domain.summary import Summary, WordedSentence, register_key
from app.domain.summary_acts import Act, ActKind, numbers_taken_back
from app.features.summaries.acts import list_acts
from app.features.summaries.decisions import drafting_of
from app.features.summaries.desk import (
    chosen_language,
    find_correcting,
    find_undoing,
    get_draft,
    head_of,
)
from app.features.summaries.desk_sentence import NO_SENTENCE
from app.features.summaries.former import find_heirs
from app.features.summaries.narrating import mission_of
from app.features.summaries.pages import Place
from app.features.summaries.pages_draft import ActLine, GonePage, GroupingLine, Heir, HistoryPage
from app.features.summaries.releasing import compile_briefing
from app.formats.differences import Change, changes

SHOWN = 50  # acts a page shows
AFTER_A_LOSS = 5  # acts shown to somebody whose sentence is gone
COMPARED = frozenset({ActKind.EDIT, ActKind.WORD, ActKind.LEAVE_OUT, ActKind.NARRATE})


def history_page(
    db: Session, actor: Actor, slug: str, *, language: str, before: int | None
) -> HistoryPage:
    """Give what was done to the whole draft, the newest first."""
    briefing = get_draft(db, actor, slug)
    language = chosen_language(briefing, language)
    acts = list_acts(db, briefing.id, before=before, limit=SHOWN + 1)
    forms = _Forms.of(db, briefing, language, acts)
    summary = forms.summaries[language]
    may = _may(db, actor, briefing)
    return HistoryPage(
        head=head_of(briefing, language),
        key=None,
        paragraph=None,
        lines=_lines(acts[:SHOWN], forms),
        grouping=(),
        cell=None,
        older=acts[SHOWN - 1].number if len(acts) > SHOWN else None,
        undoing=find_undoing(db, briefing, summary),
        withdrawn=False,
        drafting=may.drafting,
        rewording=may.rewording,
    )


def sentence_history_page(
    db: Session, actor: Actor, slug: str, key: str, *, language: str
) -> HistoryPage:
    """Give what was done to one sentence, and to what it rests on; it may be gone by now."""
    briefing = get_draft(db, actor, slug)
    drafting = drafting_of(db, briefing)
    summaries = compile_briefing(db, briefing, (), drafting)
    summary = summaries[chosen_language(briefing, language)]
    found = {each: _find(compiled, key) for each, compiled in summaries.items()}  # by language
    here = found[summary.language]
    sentence = here.sentence if here else None
    keys = {key, register_key(key), *(sentence.revisions if sentence else ())}
    acts = list_acts(db, briefing.id, keys=keys)
    heirs = () if sentence else _heirs(db, briefing, summary, key)
    if not (acts or sentence or heirs):
        raise NotFound(NO_SENTENCE)
    cell = _cell(sentence)
    may = _may(db, actor, briefing)
    return HistoryPage(
        head=head_of(briefing, summary.language),
        key=key,
        paragraph=here.number if here else None,
        lines=tuple(
            _returnable(line, drafting, found.get(line.language))
            for line in _lines(acts, _Forms(summaries, drafting))
        ),
        grouping=tuple(_grouping(db, briefing, cell)) if cell else (),
        cell=cell,
        older=None,
        undoing=find_undoing(db, briefing, summary),
        withdrawn=sentence is None and key.startswith(PREFIX),
        drafting=may.drafting,
        rewording=may.rewording,
        heirs=heirs,
    )


class _May(NamedTuple):
    drafting: Refusal
    rewording: Refusal


def _may(db: Session, actor: Actor, briefing: Briefing) -> _May:
    desk = actor, briefing.presidency_id, briefing.state
    correcting = find_correcting(db, briefing) is not None
    return _May(permissions.draft_summary(*desk), permissions.reword(*desk, correcting=correcting))


def gone_page(db: Session, actor: Actor, place: Place, *, typed: str) -> GonePage:
    """Say where the points of a sentence stand that is not there; give back what was typed for it.

    Of a sentence that never was, nothing is known but what was typed.
    """
    briefing = get_draft(db, actor, place.slug)
    language = chosen_language(briefing, place.language)
    summary = compile_briefing(db, briefing, (language,))[language]
    heirs = _heirs(db, briefing, summary, place.key)
    keys = () if typed else (place.key, register_key(place.key))
    acts = list_acts(db, briefing.id, keys=keys, limit=AFTER_A_LOSS)
    if not (typed or acts or heirs):
        raise NotFound(NO_SENTENCE)
    lines = _lines(acts, _Forms.of(db, briefing, language, acts))
    return GonePage(head_of(briefing, language), place.key, typed, lines, heirs)


def _heirs(db: Session, briefing: Briefing, summary: Summary, key: str) -> tuple[Heir, ...]:
    return tuple(
        Heir(each.sentence.key, each.number, each.text)
        for each in find_heirs(db, briefing, summary, key)
    )


def _find(summary: Summary, key: str) -> WordedSentence | None:
    return next((each for each in summary.sentences if each.sentence.key == key), None)


@dataclass(frozen=True)
class _Forms:
    """What sentences say today, in the languages in which acts changed them."""

    summaries: Mapping[str, Summary]
    drafting: Drafting

    @classmethod
    def of(cls, db: Session, briefing: Briefing, language: str, acts: Iterable[Act]) -> "_Forms":
        drafting = drafting_of(db, briefing)
        asked = {act.language for act in acts if act.kind is ActKind.EDIT} | {language}
        return cls(compile_briefing(db, briefing, tuple(sorted(asked)), drafting), drafting)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        summary = next(iter(self.summaries.values()))
        return {each.sentence.key: each.number for each in summary.sentences}

    @cached_property
    def computed(self) -> Mapping[tuple[str, str], str]:
        return {
            (language, each.sentence.key): each.computed
            for language, summary in self.summaries.items()
            for each in summary.sentences
        }

    def beside(self, act: Act) -> str:
        """Give the computed form an edit stands beside, as far as it is known."""
        if act.kind is not ActKind.EDIT:
            return ""
        edit = self.drafting.edits.get((act.language, act.key))
        if edit and edit.text == act.after:
            return edit.basis
        return self.computed.get((act.language, act.key), "")


def _cell(sentence: Sentence | None) -> tuple[int, str] | None:
    """Give the cell whose grouping makes a sentence that words points."""
    if sentence is None or not sentence.words_points or sentence.question is None:
        return None
    return sentence.question, mission_of(sentence) or sentence.missions[0]


def _lines(acts: Iterable[Act], forms: _Forms) -> tuple[ActLine, ...]:
    known = list(acts)
    taken_back = numbers_taken_back(known)
    return tuple(
        ActLine(
            number=act.number,
            kind=act.kind,
            language=act.language,
            key=act.key,
            paragraph=forms.numbers.get(act.key),
            by=act.by,
            at=act.at,
            changes=_changes(act, forms.beside(act)),
            is_beside_computed=bool(forms.beside(act)) and not (act.before and act.after),
            after=act.after,
            takes_back=act.takes_back,
            is_taken_back=act.number in taken_back,
        )
        for act in known
    )


def _changes(act: Act, computed: str) -> tuple[Change, ...]:
    """Compare what an act replaced; where there was no edit, the computed form stood."""
    if act.kind not in COMPARED:
        return ()
    return changes(act.before or computed, act.after or computed)


def _returnable(line: ActLine, drafting: Drafting, found: WordedSentence | None) -> ActLine:
    """Say whether the text of an act stands, else what bringing it back would replace."""
    if found is None or line.kind not in {ActKind.EDIT, ActKind.WORD}:
        return line
    kept = drafting.edits if line.kind is ActKind.EDIT else drafting.wordings
    said = kept.get((line.language, line.key))
    previous = said.text if said else ""
    return replace(line, is_current=previous == line.after, basis=found.computed, previous=previous)


def _grouping(db: Session, briefing: Briefing, cell: tuple[int, str]) -> Iterable[GroupingLine]:
    """Give the decisions on the points of a cell; of a delegation's own, the seat."""
    rows = db.execute(
        select(GroupingAct, User.name, Seat.code)
        .outerjoin(User, User.id == GroupingAct.by)
        .outerjoin(Seat, Seat.id == GroupingAct.seat_id)
        .where(
            GroupingAct.briefing_id == briefing.id,
            GroupingAct.question == cell[0],
            GroupingAct.mission == cell[1],
        )
        .order_by(GroupingAct.number.desc())
        .limit(SHOWN)
    )
    for act, name, seat in rows:
        yield GroupingLine(act.kind.value, seat or name, act.at, len(act.points))
