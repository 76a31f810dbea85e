"""Marks for the drafter: words that weigh more or less than the points behind them."""

from app.domain.compiling import compile_summary
from app.domain.drafting import Drafting
from app.domain.marks import Mark, MarkKind, one_word_away, weigh
from app.domain.representative import representatives
from app.domain.sentence import Kind, Part, Source
from tests.domain.test_groups import BENCHMARKS, proceedings, together


def sources() -> list[Source]:
    found = proceedings()
    grouping = together(found, *BENCHMARKS)
    summary = compile_summary(found, "en", Drafting(grouping=grouping))
    group = next(each.sentence for each in summary.sentences if len(each.sentence.sources) > 1)
    return list(group.sources)


def test_a_stronger_word_than_any_point_has_is_marked() -> None:
    assert weigh("Benchmarks should be set.", "en", sources()) == []
    assert weigh("Benchmarks must be set.", "en", sources()) == [
        Mark(MarkKind.ADDS, "must"),
        Mark(MarkKind.LACKS, "should"),
    ]
    assert Mark(MarkKind.ADDS, "not") in weigh("Benchmarks should not be set.", "en", sources())
    assert Mark(MarkKind.ADDS, "must") in weigh("Необходимо установить критерии.", "ru", sources())


def test_wordings_one_word_apart_are_told() -> None:
    others = [
        (4, "Benchmarks must be set by the Council."),
        (5, "Benchmarks should not be set by the Council."),
        (6, "Benchmarks should be set by the host State in time."),
        (7, "Benchmarks should be set by the Council."),
    ]
    assert one_word_away("Benchmarks should be set by the Council.", "en", others) == [
        Mark(MarkKind.ONE_WORD_AWAY, "should / must", 4),
        Mark(MarkKind.ONE_WORD_AWAY, "– / not", 5),
    ]
    assert one_word_away(
        "安理会应当尽快设定明确的基准。", "zh", [(2, "安理会必须尽快设定明确的基准。")]
    )
    assert one_word_away("Set them.", "en", [(1, "Keep them.")]) == []


def test_everybody_of_a_stratum_is_heard_in_the_fewest_excerpts() -> None:
    found = proceedings("attributed")
    summary = compile_summary(found, "fr", Drafting(grouping=together(found, *BENCHMARKS)))
    register = [each.sentence for each in summary.of_part(Part.REGISTER)]
    (stratum,) = [each for each in register if each.kind is Kind.TALLY]
    said = [each for each in register if each.sources]
    voices = representatives(stratum, said, "fr")
    assert frozenset().union(*(heard for _, heard in voices)) == frozenset(stratum.seats)
    assert [len(heard) for _, heard in voices] == [3, 1]
    assert voices[0][0].position.statement.language == "fr"
