"""What the page of one sentence shows, and what it rests on. Reads only."""

from collections.abc import Iterable

from app.db.models import Briefing
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.attribution import Attribution
from app.domain.drafting import Drafting
from app.domain.echoes import Echo, echoes
from app.domain.errors import NotFound
from app.domain.named_groups import count_groups
from app.domain.phrasing import Speaker
from app.domain.position import OFF_SCALE, Point
from app.domain.proceedings import Names, Position, Proceedings
from app.domain.representative import representatives
from app.domain.sentence import Kind, Part, Sentence, quotable
from app.domain.suggested_wording import suggest_wording
from app.domain.summary import (
    Summary,
    WordedSentence,
    register_key,
)
from app.features.summaries import pages_sentence as pages
from app.features.summaries.desk import head_of
from app.features.summaries.marking import cell_of, marks_of, neighbours_of
from app.features.summaries.pages_contents import register_question

NO_SENTENCE = "There is no such sentence."
NO_REVISION = "No position that stands has this mark."


def find_place(summary: Summary, key: str) -> int:
    """Give the index of a sentence; a key that names none is not found."""
    for index, each in enumerate(summary.sentences):
        if each.sentence.key == key:
            return index
    raise NotFound(NO_SENTENCE)


def get_position(facts: Proceedings, revision: str) -> Position:
    for position in facts.positions:
        if position.hash == revision:
            return position
    raise NotFound(NO_REVISION)


def sentence_page(
    actor: Actor,
    briefing: Briefing,
    summary: Summary,
    drafting: Drafting,
    key: str,
    *,
    correcting: bool,
) -> pages.SentencePage:
    desk = actor, briefing.presidency_id, briefing.state
    place = find_place(summary, key)
    each = summary.sentences[place]
    edit = drafting.edits.get((summary.language, key))
    before, after = _neighbours(summary, place)
    return pages.SentencePage(
        head=head_of(briefing, summary.language),
        key=key,
        number=each.number,
        kind=each.sentence.kind.value,
        question=register_question(each.sentence),
        text=each.text,
        computed=each.computed,
        edited=edit.text if edit else None,
        edited_from=edit.basis if edit else None,
        is_stale=each.is_stale,
        is_contested=each.is_contested,
        wording=_wording_box(summary, drafting, each),
        voices=_voices(summary, each.sentence),
        groups=Speaker.of(summary.proceedings, summary.language).memberships(
            each.sentence, count_groups(each.sentence, summary.proceedings)
        ),
        readings=readings_of(summary, positions_of(summary, each.sentence), each.sentence),
        drafting=permissions.draft_summary(*desk),
        rewording=permissions.reword(*desk, correcting=correcting),
        pending=len(_pending(summary.sentences)),
        next_pending=next_pending(summary, place),
        before=before,
        after=after,
        is_narrative=each.sentence.is_narrative,
    )


def _neighbours(summary: Summary, place: int) -> tuple[str | None, str | None]:
    keys = [None, *(each.sentence.key for each in summary.sentences), None]
    return keys[place], keys[place + 2]


def next_pending(summary: Summary, place: int) -> str | None:
    """Give the next sentence whose wording is to be confirmed, from ``place`` on and around."""
    around = (*summary.sentences[place + 1 :], *summary.sentences[:place])
    waiting = _pending(around)
    return waiting[0] if waiting else None


def _pending(worded: Iterable[WordedSentence]) -> list[str]:
    """Give the sentences to be worded; what part I repeats of them is worded with them."""
    keys = (each.sentence.key for each in worded if not each.is_confirmed)
    return [key for key in keys if key == register_key(key)]


def may_be_worded(sentence: Sentence) -> bool:
    """Tell whether the presidency words the point itself: a group's, and what may not be quoted."""
    if not sentence.words_points:
        return sentence.is_narrative
    return not sentence.has_one_text or quotable(sentence, "") is None


def _wording_box(
    summary: Summary, drafting: Drafting, each: WordedSentence
) -> pages.WordingBox | None:
    key = register_key(each.sentence.key)
    confirmed = drafting.wordings.get((summary.language, key))
    if confirmed is None and not may_be_worded(each.sentence):
        return None
    language = summary.language
    suggested = None if confirmed else suggest_wording(each.sentence, language)
    words = confirmed.text if confirmed else suggested.text if suggested else ""
    return pages.WordingBox(
        confirmed.text if confirmed else None,
        suggested.text if suggested else "",
        suggested is None or suggested.is_impersonal,
        _original(drafting, language, key),
        marks_of(words, each.sentence, language, neighbours_of(summary, drafting, each)),
        _echoes(summary, each.sentence, words),
    )


def _original(drafting: Drafting, language: str, key: str) -> tuple[str, str] | None:
    """Give the words first confirmed in another language, which words in this one render."""
    first = drafting.originals.get(key, language)
    return None if first == language else (drafting.wordings[first, key].text, first)


def _echoes(summary: Summary, sentence: Sentence, words: str) -> tuple[Echo, ...]:
    """Find what would lead from words without a name to the one who wrote them."""
    if sentence.rule is Attribution.ATTRIBUTED or not words:
        return ()
    facts = summary.proceedings
    return tuple(echoes(words, summary.language, facts.positions, facts.attribution))


def _voices(summary: Summary, stratum: Sentence) -> tuple[pages.Voice, ...]:
    """Give the fewest excerpts that speak for everyone a tally sentence of part II counts."""
    if stratum.kind is not Kind.TALLY or stratum.part is not Part.REGISTER:
        return ()
    here = (True, *cell_of(stratum)[1:])
    said = [each.sentence for each in summary.sentences if cell_of(each.sentence) == here]
    names = {seat.code: seat.names for seat in summary.proceedings.seats}
    register = [each for each in said if each.part is Part.REGISTER]
    return tuple(
        pages.Voice(
            owner=names[source.position.member],
            text=source.text,
            language=source.position.statement.language,
            speaks_for=len(heard),
        )
        for source, heard in representatives(stratum, register, summary.language)
    )


def positions_of(summary: Summary, sentence: Sentence) -> list[Position]:
    """Give the positions a sentence rests on, in the order it names them."""
    known = {position.hash: position for position in summary.proceedings.positions}
    return [known[revision] for revision in sentence.revisions if revision in known]


def readings_of(
    summary: Summary, positions: Iterable[Position], sentence: Sentence | None = None
) -> tuple[pages.Reading, ...]:
    names = {seat.code: seat.names for seat in summary.proceedings.seats}
    labels = {
        (question.number, value.code): value.label
        for question in summary.proceedings.questions
        for value in question.scale
    }
    left_out = {revision for revision, _ in summary.coverage.not_reflected}
    cuts = {source.position.hash: source.point for source in sentence.sources} if sentence else {}
    return tuple(
        _reading(
            position,
            names,
            labels,
            cut=cuts.get(position.hash),
            is_left_out=position.hash in left_out,
        )
        for position in positions
    )


def _reading(
    position: Position,
    names: dict[str, Names],
    labels: dict[tuple[int, str], Names],
    *,
    cut: Point | None,
    is_left_out: bool,
) -> pages.Reading:
    statement, cell = position.statement, position.cell
    start, end = (cut.start, cut.end) if cut else (0, 0)
    text = statement.text
    value = statement.assessment
    return pages.Reading(
        revision=position.hash,
        owner=names[position.member],
        question=cell.question,
        mission=cell.mission,
        assessment=labels.get((cell.question, value or "")),
        off_scale=value if value in OFF_SCALE else None,
        words=(text[:start], text[start:end], text[end:]),
        language=statement.language,
        late=position.late,
        source=position.source,
        is_left_out=is_left_out,
    )


def reason_page(
    actor: Actor, briefing: Briefing, summary: Summary, revision: str
) -> pages.ReasonPage:
    position = get_position(summary.proceedings, revision)
    return pages.ReasonPage(
        head_of(briefing, summary.language),
        readings_of(summary, [position])[0],
        tuple(
            (each.number, each.text)
            for each in summary.sentences
            if any(source.position.hash == revision for source in each.sentence.sources)
        ),
        permissions.draft_summary(actor, briefing.presidency_id, briefing.state),
    )
