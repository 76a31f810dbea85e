"""A sentence object and a language's table in, words out. Every number comes from the object."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.attribution import Attribution
from app.domain.bands import bands_for
from app.domain.named_groups import GroupCount, spans_all_regions
from app.domain.position import GENERAL, NOTHING_SUBMITTED, PointKind
from app.domain.proceedings import Proceedings, Standing, in_language
from app.domain.quantity import word_of
from app.domain.sentence import Kind, Part, Sentence, Source, quotable
from app.domain.tally import Outcome
from app.domain.wording import wording_in
from app.domain.wording.table import Plural, Wording, cardinal, form, listed, quoted


@dataclass(frozen=True)
class Speaker:
    """One language's table with the names of one briefing at hand."""

    wording: Wording
    proceedings: Proceedings
    seats: dict[str, str]  # code -> name
    labels: dict[tuple[int, str], str]  # question, scale value -> label
    has_not_entered: bool

    @classmethod
    def of(cls, proceedings: Proceedings, language: str) -> "Speaker":
        return cls(
            wording_in(language),
            proceedings,
            {seat.code: in_language(seat.names, language) for seat in proceedings.seats},
            {
                (question.number, value.code): in_language(value.label, language)
                for question in proceedings.questions
                for value in question.scale
            },
            proceedings.has_not_entered,
        )

    def phrase(self, sentence: Sentence, text: str | None = None) -> str:
        """Word one sentence; ``text`` is the presidency's wording of a point, if there is one.

        A sentence that points elsewhere keeps ``{a}`` and ``{b}`` for the paragraph numbers.
        """
        if sentence.words_points:
            mark = self.wording.headings["proposed"] if sentence.is_proposed else ""
            worded = _sentence_case(self._point(sentence, text)) + self._in_words_of(sentence)
            if sentence.is_joint and sentence.rule is Attribution.ATTRIBUTED:
                worded += self.wording.headings["joint"]
            return mark + worded
        if sentence.cites is not None:
            name = "narrative_cites" if sentence.cites else "narrative"  # it is nobody else's
            mark = self.wording.headings[name].format(source=sentence.cites)
            return (text or self.wording.pending) + mark
        compose = {
            Kind.PROCEDURAL: self._bands if sentence.states_bands else self._procedural,
            Kind.TALLY: self._pooled if sentence.is_pooled else self._tally,
            Kind.ADDRESSED: self._addressed,
            Kind.NOTHING: self._nothing,
        }[sentence.kind]
        return _sentence_case(compose(sentence))

    def _tally(self, sentence: Sentence) -> str:
        table = self.wording
        if self._is_found(sentence):
            return self._found_tally(sentence)
        if sentence.part is Part.REGISTER:
            return self._fill(table.value, sentence, value=self._label(sentence))
        if sentence.outcome is Outcome.NOBODY:
            return table.nobody.format(where=self.where(sentence))
        if sentence.spread:
            return self._fill(table.differing, sentence, spread=self._spread(sentence))
        if sentence.is_lone and len(sentence.missions) > 1 and (sentence.of or 0) > 1:
            return table.value_lone_each.format(
                where=self.where(sentence, each=not sentence.seats),
                who=self.who(sentence),
                value=self._label(sentence),
            )
        partial = sentence.outcome is Outcome.ALL_EXPRESSED
        template = table.only_value if partial else table.value
        return self._fill(template, sentence, value=self._label(sentence))

    def _found_tally(self, sentence: Sentence) -> str:
        """Word what editors entered from public sources: nobody gave or submitted it."""
        found, nobody = self.wording.found, sentence.outcome is Outcome.NOBODY
        name = "nobody" if nobody else "differing" if sentence.spread else "value"
        return found[name].format(
            where=self.where(sentence),
            who=self.who(sentence),
            value="" if nobody or sentence.spread else self._label(sentence),
            spread=self._spread(sentence),
        )

    def _spread(self, sentence: Sentence) -> str:
        table = self.wording
        items: list[str] = []
        for value, count in sentence.spread:
            label = quoted(table, self.labels[sentence.question or 0, value])
            item = table.spread_item.format(n=cardinal(table, count), value=label)
            items.append(item if count else label)
        return listed(table, items)

    def _addressed(self, sentence: Sentence) -> str:
        if self._is_found(sentence):
            return self.wording.found["addressed"].format(
                where=self.where(sentence), who=self.who(sentence)
            )
        return self._fill(self.wording.addressed, sentence)

    def _nothing(self, sentence: Sentence) -> str:
        table = self.wording
        if self._is_found(sentence) and sentence.value == NOTHING_SUBMITTED:
            return self._fill(table.nothing_found, sentence)
        return self._fill(table.nothing[sentence.value or ""], sentence)

    def _point(self, sentence: Sentence, text: str | None) -> str:
        """Word what one delegation said, or several: theirs are the presidency's words."""
        table = self.wording
        kind, where = (sentence.point_kind or PointKind.VIEW).value, self.where(sentence)
        if text is None:
            text = self._own_words(sentence) or table.pending
        if sentence.rule is Attribution.NON_ATTRIBUTED:
            return table.point_unattributed[kind].format(where=where, text=text)
        if sentence.rule is Attribution.COUNTED:
            return self._fill(table.point[kind], sentence, text=text)
        if self._is_found(sentence) or sentence.is_lone:
            template = table.found["point"] if self._is_found(sentence) else table.quotation[kind]
            name = listed(table, [self.seats[code] for code in sentence.seats])
            return template.format(where=where, name=name, text=text)
        return self._fill(table.point[kind], sentence, text=text)

    def _own_words(self, sentence: Sentence) -> str | None:
        """Quote a lone point, where it may be quoted."""
        source = quotable(sentence, self.wording.language)
        if source is None or not sentence.has_one_text:
            return None
        if self._is_found(sentence):  # the editors' words, not the delegation's
            return source.text + self._original(source.position.statement.language)
        return self._quotation(source.text, source.position.statement.language)

    def evidence(self, sentence: Sentence) -> Source | None:
        """Choose whose words are printed beside a group's wording: in this language if any are."""
        is_listed = sentence.part is Part.OVERVIEW or sentence.has_one_text
        if is_listed or self._is_found(sentence):  # the words found are the editors' own
            return None
        return quotable(sentence, self.wording.language)

    def _in_words_of(self, sentence: Sentence) -> str:
        source = self.evidence(sentence)
        if source is None:
            return ""
        said = self._quotation(source.text, source.position.statement.language)
        if sentence.rule is Attribution.ATTRIBUTED:
            name = listed(self.wording, self._who_wrote(source, sentence))
            return self.wording.in_words_of["named"].format(name=name, text=said)
        return self.wording.in_words_of["unnamed"].format(text=said)

    def _who_wrote(self, source: Source, sentence: Sentence) -> list[str]:
        """Name everybody whose words these are: one excerpt stands for all who wrote the same."""
        return [
            self.seats[each.position.member]
            for each in sentence.sources
            if each.text == source.text
        ]

    def _quotation(self, text: str, language: str) -> str:
        return quoted(self.wording, text) + self._original(language)

    def _original(self, language: str) -> str:
        table = self.wording
        if language == table.language:
            return ""
        return table.in_original.format(language=table.languages[language])

    def memberships(self, sentence: Sentence, counts: Sequence[GroupCount]) -> tuple[str, ...]:
        """Say how many of each declared group a sentence counts, and who they are."""
        name = "membership_entered" if self._is_found(sentence) else "membership"
        lines = [self._membership(each, name) for each in counts]
        if spans_all_regions(counts):
            lines.append(self.wording.headings["all_regions"])
        return tuple(lines)

    def _membership(self, count: GroupCount, name: str) -> str:
        table = self.wording
        line = table.headings[name].format(
            group=in_language(count.group.names, table.language), n=count.count, of=count.of
        )
        names = listed(table, [self.seats[code] for code in count.seats])
        return line + table.names.format(names=names) if names else line

    def _procedural(self, sentence: Sentence) -> str:
        table, facts = self.wording, self.proceedings
        if sentence.pointer:
            if sentence.rule is Attribution.NON_ATTRIBUTED:
                return table.further_uncounted
            further = table.further_shared if sentence.value else table.further
            template = form(table, further, sentence.count or 0)
            return template.replace("{n}", cardinal(table, sentence.count or 0))
        name = sentence.key.partition(".")[2]
        if name.startswith("submitted"):
            template = form(table, table.submitted[self._population(sentence)], sentence.count or 0)
            return template.format(who=self.who(sentence))
        if name == "responsibility":
            name = facts.origin.marking or "responsibility"
        if name == "briefing" and facts.meeting_date is None:
            name = "briefing_undated"
        elif name == "briefing" and facts.presidency is None:
            name = "briefing_unpresided"
        return table.opening[name].format(
            title=in_language(facts.title, table.language),
            date=facts.meeting_date and table.date(facts.meeting_date),
            presidency=self.seats.get(facts.presidency or "", facts.presidency),
            briefers=listed(table, list(facts.briefers)),
            names=listed(
                table, [self.seats[seat.code] for seat in facts.seated(Standing.NOT_ENTERED)]
            ),
        )

    def _pooled(self, sentence: Sentence) -> str:
        general = self.wording.general
        names = [general if name == GENERAL else name for name in sentence.missions]
        return self.wording.pooled.format(
            missions=listed(self.wording, names),
            who=self.who(sentence),
            value=self._label(sentence),
        )

    def _bands(self, sentence: Sentence) -> str:
        """Print which numbers the bands stand for, or say that a cell is not given by itself."""
        if sentence.part is Part.REGISTER:
            return self.wording.apart.format(where=self.where(sentence))
        of = sentence.of or 0
        (_, low), (start, end), (high, _) = bands_for(of)
        return self.wording.opening["bands"].format(of=of, low=low, start=start, end=end, high=high)

    def _label(self, sentence: Sentence) -> str:
        return quoted(self.wording, self.labels[sentence.question or 0, sentence.value or ""])

    def _fill(self, template: Plural, sentence: Sentence, **words: str) -> str:
        return self._form(template, sentence).format(
            where=self.where(sentence), who=self.who(sentence), **words
        )

    def _form(self, template: Plural, sentence: Sentence) -> str:
        """Bands speak of several whatever the number, so that grammar gives nothing away."""
        if sentence.rule is Attribution.NON_ATTRIBUTED or self._word(sentence) is not None:
            return template["other"]
        return form(self.wording, template, sentence.count or 0)

    def _word(self, sentence: Sentence) -> int | None:
        """Choose the word beside the number; who submitted is a number alone."""
        if sentence.kind is Kind.PROCEDURAL:
            return None
        return word_of(sentence.count or 0, sentence.of or 0)

    def where(self, sentence: Sentence, *, each: bool = False) -> str:
        if sentence.missions == (GENERAL,):
            return self.wording.in_general
        table, names = self.wording, [name for name in sentence.missions if name != GENERAL]
        template = table.about_each if each else table.about
        if len(names) < len(sentence.missions):
            template = table.about_general_each if each else table.about_general
        return template.format(missions=listed(table, names))

    def who(self, sentence: Sentence) -> str:
        table = self.wording
        count, of = sentence.count or 0, sentence.of or 0
        if sentence.rule is Attribution.NON_ATTRIBUTED:
            return table.band[self._population(sentence)][sentence.band or 0]
        population, of_words = self._population(sentence), cardinal(table, of, after_of=True)
        phrases = table.everyone if count == of else table.share
        word = self._word(sentence)
        template = form(table, phrases[population], count)
        who = (template if word is None else table.share_in_words[word]).format(
            n=cardinal(table, count),
            of=of_words,
            whole=form(table, table.whole[population], of).format(of=of_words),
        )
        names = self._names(sentence)
        return who + table.names.format(names=names) if names else who

    def _names(self, sentence: Sentence) -> str:
        if sentence.rule is not Attribution.ATTRIBUTED or not sentence.seats:
            return ""
        return listed(self.wording, [self.seats[code] for code in sentence.seats])

    def _population(self, sentence: Sentence) -> str:
        return "entered" if self._is_found(sentence) else sentence.by.value

    def _is_found(self, sentence: Sentence) -> bool:
        """Tell whether it counts members whose positions were only read in public sources."""
        return sentence.by is Standing.MEMBER and self.has_not_entered


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
