"""Where words are kept for a point that has been grouped otherwise since they were confirmed."""

from collections.abc import Iterable, Mapping

from app.domain.cells import count_key
from app.domain.grouping import PointRef
from app.domain.joint import link_name
from app.domain.position import Cell
from app.domain.sentence import Part, Sentence, group_key, point_key

Gathered = Mapping[str, frozenset[PointRef]]  # by group, every point it ever held


def former_keys(sentence: Sentence, gathered: Gathered) -> frozenset[str]:
    """Name the sentences in which a point of this one may have stood before, alone or grouped."""
    if not sentence.words_points or sentence.question is None:
        return frozenset()
    cell = count_key(Cell(sentence.question, sentence.missions[0]), sentence.by)
    refs = {source.ref for source in sentence.sources}
    groups = {name for name, points in gathered.items() if points & refs}
    groups |= {
        link_name(source.position.joint, source.point)
        for source in sentence.sources
        if source.position.joint
    }
    keys = {point_key(cell, ref) for ref in refs} | {group_key(cell, name) for name in groups}
    return frozenset(keys - {sentence.key})


def heirs(sentences: Iterable[Sentence], key: str, gathered: Gathered) -> list[str]:
    """Give the keys of the sentences of part II that word today what one named ``key`` worded."""
    return [
        each.key
        for each in sentences
        if each.part is Part.REGISTER and key in {each.key, *former_keys(each, gathered)}
    ]
