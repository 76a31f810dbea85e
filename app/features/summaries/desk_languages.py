"""What the pages of a summary in six languages show. Reads only."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.db.models import Briefing
from app.domain import permissions
from app.domain.actor import Actor
from app.domain.drafting import Drafting, mark_of
from app.domain.renderings import LEFT, State, original_of, rendering_of, words_in
from app.domain.sentence import Part
from app.domain.summary import Summary, WordedSentence, register_key
from app.domain.summary_acts import SignOffs
from app.features.summaries import pages_draft
from app.features.summaries.acts import Confirmation, confirmations, sign_offs_of
from app.features.summaries.decisions import drafting_of
from app.features.summaries.desk import chosen_language, get_draft, head_of
from app.features.summaries.desk_sentence import find_place
from app.features.summaries.pages_contents import WHOLE
from app.features.summaries.releasing import compile_briefing

TWO = 2  # languages at least stand side by side


@dataclass(frozen=True)
class _Texts:
    """A summary in all its languages, and what people confirmed of it."""

    briefing: Briefing
    drafting: Drafting
    summaries: Mapping[str, Summary]
    signed: SignOffs
    confirmed: Mapping[tuple[str, str], Confirmation]

    @property
    def first(self) -> Summary:
        return self.summaries[self.briefing.languages[0]]

    def columns(self, place: int, languages: Sequence[str]) -> tuple[pages_draft.Column, ...]:
        found = {language: summary.sentences[place] for language, summary in self.summaries.items()}
        original = self.original(found)
        return tuple(self._column(found[language], language, original) for language in languages)

    def original(self, found: Mapping[str, WordedSentence]) -> str:
        """Give the words a sentence was first written in; empty where it is computed."""
        key = next(iter(found.values())).sentence.key
        first = original_of(self.drafting, key)
        return words_in(self.drafting, found[first], first) if first else ""

    def _column(self, each: WordedSentence, language: str, original: str) -> pages_draft.Column:
        key = each.sentence.key
        said = rendering_of(self.drafting, self.signed, each, language, original)
        who = self.confirmed.get((language, key))
        who = who or self.confirmed.get((language, register_key(key)))
        if said.sign_off and said.state in {State.SIGNED, State.CHANGED}:
            who = Confirmation(said.sign_off.by, said.sign_off.at)
        return pages_draft.Column(
            language,
            said.text,
            said.state,
            who.by if who else None,
            who.at if who else None,
            mark_of(said.words),
        )

    def left(self) -> Iterator[tuple[str, str]]:
        """Give key and language of whatever waits for a person; part I repeats are not twice."""
        languages = self.briefing.languages
        for place, each in enumerate(self.first.sentences):
            key = each.sentence.key
            edited = any(edited == key for _, edited in self.drafting.edits)
            if key == register_key(key) or edited:
                for column in self.columns(place, languages):
                    if column.state in LEFT:
                        yield key, column.language


def _texts(db: Session, actor: Actor, slug: str) -> _Texts:
    """Read and compile once for all languages."""
    briefing = get_draft(db, actor, slug)
    drafting = drafting_of(db, briefing)
    return _Texts(
        briefing,
        drafting,
        compile_briefing(db, briefing, (), drafting),
        sign_offs_of(db, briefing.id),
        confirmations(db, briefing.id),
    )


def languages_page(
    db: Session,
    actor: Actor,
    slug: str,
    *,
    language: str,
    wanted: Sequence[str],
    question: int | None,
) -> pages_draft.LanguagesPage:
    """Give the summary in the languages asked for, in the order of the briefing."""
    texts = _texts(db, actor, slug)
    briefing = texts.briefing
    chosen = tuple(each for each in briefing.languages if each in wanted)
    first = chosen_language(briefing, language)
    both = (first, *(each for each in briefing.languages if each != first))[:TWO]
    columns = chosen if len(chosen) >= TWO else both
    left = list(texts.left())
    numbers = [each.number for each in texts.first.proceedings.questions]
    whole = len(texts.first.sentences) <= WHOLE
    asked = question if question in numbers and not whole else None
    return pages_draft.LanguagesPage(
        head_of(briefing, first),
        columns,
        tuple(
            pages_draft.Row(each.sentence.key, each.number, texts.columns(place, columns))
            for place, each in enumerate(texts.first.sentences)
            if whole or _is_shown(each, asked)
        ),
        Counter(each for _, each in left),
        left[0][0] if left else None,
        () if whole else tuple(numbers),
        asked,
    )


def _is_shown(each: WordedSentence, asked: int | None) -> bool:
    """Show part I, or the register of one question."""
    if asked is None:
        return each.sentence.part is Part.OVERVIEW
    return each.sentence.part is Part.REGISTER and each.sentence.question == asked


def renderings_page(
    db: Session, actor: Actor, slug: str, key: str, *, language: str
) -> pages_draft.RenderingsPage:
    """Give one sentence in every language, and the next that has something left."""
    texts = _texts(db, actor, slug)
    briefing = texts.briefing
    place = find_place(texts.first, key)
    found = {each: summary.sentences[place] for each, summary in texts.summaries.items()}
    left = list(texts.left())
    return pages_draft.RenderingsPage(
        head=head_of(briefing, chosen_language(briefing, language)),
        key=key,
        number=found[briefing.languages[0]].number,
        columns=texts.columns(place, briefing.languages),
        original=original_of(texts.drafting, key),
        original_mark=mark_of(texts.original(found)),
        left=len(left),
        next_left=_next(texts.first, place, {each for each, _ in left}),
        drafting=permissions.draft_summary(actor, briefing.presidency_id, briefing.state),
    )


def _next(summary: Summary, place: int, left: set[str]) -> str | None:
    """Give the next sentence with something left, from ``place`` on and around."""
    around = (*summary.sentences[place + 1 :], *summary.sentences[:place])
    return next((each.sentence.key for each in around if each.sentence.key in left), None)
