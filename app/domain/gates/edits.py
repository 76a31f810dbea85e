"""An edit may say it better; it may not say the contrary, nor of others what they never said.

Who chose what is a clause the tables filled. An edit keeps that clause whole and in its order, and
says in other words only what it is about. Of no edit are there more or fewer negations than of the
computed form, nor added words for a refusal, an agreement or whoever was not counted. Whatever else
is to be said is narrative, or the wording of a point, which have gates of their own.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from app.domain.gates.edit_words import AROUND, LOADED, NEGATIONS
from app.domain.gates.folding import fold, is_foreign, whole
from app.domain.gates.narrative import search, stands
from app.domain.gates.narrative_words import QUANTIFIERS
from app.domain.phrasing import Speaker
from app.domain.quotations import QUOTATIONS, quoted
from app.domain.sentence import Kind, Sentence
from app.domain.summary import Summary, WordedSentence

_TEXT = "\ue000"  # where the words of a point begin
_FREE = ("opening.briefing", "opening.briefers")  # they count nobody, and are no rule of reading
_MARKS = frozenset(" \n\xa0.,;:()[]-–—/'’“”«»„「」『』،؛、。，；：（）［］")
_ORPHAN = re.compile(r"(?<!\w)['’]|['’](?!\w)")  # a quotation mark, and no apostrophe
_LATIN = ("en", "fr", "es")


@dataclass(frozen=True)
class _Reader:
    """Reads texts of one summary word by word, a mission by its acronym however it is named."""

    speaker: Speaker
    names: tuple[tuple[str, str], ...]  # of missions, the longest first -> acronym

    @classmethod
    def of(cls, speaker: Speaker) -> "_Reader":
        missions = speaker.proceedings.missions
        names = {
            fold(name): fold(each.acronym) for each in missions for name in each.names.values()
        }
        return cls(speaker, tuple(sorted(names.items(), key=lambda pair: -len(pair[0]))))

    @property
    def language(self) -> str:
        return self.speaker.wording.language

    @property
    def missions(self) -> set[str]:
        return {acronym for _, acronym in self.names}

    def plain(self, text: str) -> str:
        text = fold(text)
        for name, acronym in self.names:
            text = text.replace(name, f" {acronym} ")
        return text

    def words(self, text: str) -> list[str]:
        return _words(self.language).findall(self.plain(text))


def edits(summary: Summary) -> Iterator[str]:
    """No edit denies what was counted, or says more of it than the positions do."""
    edited = [each for each in summary.sentences if each.is_edited]
    if not edited:
        return
    read = _Reader.of(Speaker.of(summary.proceedings, summary.language))
    for each in edited:
        if not each.sentence.is_narrative and (fault := _turned(each, read) or _moved(each, read)):
            yield f"{each.id}: {fault}"


def _turned(each: WordedSentence, read: _Reader) -> str | None:
    """Compare the words that could turn a sentence round, in quotation marks or not."""
    said, computed, language = read.plain(each.text), read.plain(each.computed), read.language
    if is_foreign(each.text, language) and not is_foreign(each.computed, language):
        return "the edited text has letters of another script"
    ours, theirs = (Counter(_loaded(language).findall(one)) for one in (said, computed))
    if added := ours - theirs:
        return f"“{next(iter(added))}” may not be added to what is computed"
    ours, theirs = (Counter(_negations(language).findall(one)) for one in (said, computed))
    if dropped := theirs - ours:
        return f"“{next(iter(dropped))}” may not be left out of what is computed"
    if each.sentence.words_points:
        return None
    found = search(stands(language), said)
    if found and found not in computed:
        return f"“{found}” says where members stand; only positions do"
    return None


def _moved(each: WordedSentence, read: _Reader) -> str | None:
    """Ask whether what counts stands as computed; a point's own words may follow it as they are."""
    sentence = each.sentence
    if sentence.key in _FREE:
        return None
    where, clause = _parts(each, read.speaker)
    about, is_point = {*read.words(where)}, sentence.words_points
    around = {*about, *_around(read.language), *(read.missions if is_point else ())}
    said = read.words(each.text)
    if not _stands(read.words(clause), said, around if _counts(sentence) else None, then=is_point):
        return f"what is counted stands as computed, in its order: “{clause.strip()}”"
    if missing := about & read.missions - {*said}:
        return f"the edited text leaves out {min(missing).upper()}"
    if is_point and {*_appended(each.text, read)} - {*_appended(each.computed, read)} - around:
        return "nothing may follow a delegation's own words but what is computed"
    return None if is_point or not _counts(sentence) else _marked(each)


def _appended(text: str, read: _Reader) -> list[str]:
    """Give the words after the last quotation of a text, if it has one."""
    ends = [found.end() for found in QUOTATIONS.finditer(text)]
    return read.words(text[ends[-1] :]) if ends else []


def _parts(each: WordedSentence, speaker: Speaker) -> tuple[str, str]:
    """Part what a sentence is about from the clause that counts, short of the point it words."""
    clause, where = each.computed, speaker.where(each.sentence)
    if each.sentence.words_points:
        clause = speaker.phrase(each.sentence, _TEXT).partition(_TEXT)[0]
    if fold(clause).startswith(fold(where)):
        return where, clause[len(where) :]
    return "", clause  # said of each mission apart, or of none: that belongs to the count


def _counts(sentence: Sentence) -> bool:
    return sentence.count is not None or sentence.kind is not Kind.PROCEDURAL


def _stands(
    clause: Sequence[str], said: Sequence[str], around: Collection[str] | None, *, then: bool
) -> bool:
    """Tell whether a clause is said word after word, with only words ``around`` it between them.

    Without ``around``, with any; ``then`` whatever follows it is said of a point.
    """
    reached = {0}
    for word in said:
        onward = {at + 1 for at in reached if at < len(clause) and clause[at] == word}
        stays = around is None or word in around
        ended = then and len(clause) in reached
        reached = onward | (reached if stays else set()) | ({len(clause)} if ended else set())
    return len(clause) in reached


def _marked(each: WordedSentence) -> str | None:
    """Refuse marks that doubt what they stand beside, and quotations that come or go."""
    if quoted(each.text) != quoted(each.computed):
        return "the edited text quotes other values than the computed one, or in another order"
    strange = {one for one in each.text if not one.isalnum()} - _MARKS - {*each.computed}
    if strange := {*strange, *_ORPHAN.findall(each.text)} - {*_ORPHAN.findall(each.computed)}:
        return f"“{min(strange)}” may not be added to what is counted"
    return None


@cache
def _words(language: str) -> re.Pattern[str]:
    """Find words, and as one word what says together what a sentence is about."""
    said = sorted(_around(language), key=len, reverse=True)
    if language == "zh":
        return re.compile("|".join([*said, r"[a-z0-9]+", r"\w"]))
    return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)|\w+")


@cache
def _around(language: str) -> frozenset[str]:
    return frozenset(map(fold, AROUND[language]))


@cache
def _negations(language: str) -> re.Pattern[str]:
    return _either(NEGATIONS[language], NEGATIONS["en"], language)


@cache
def _loaded(language: str) -> re.Pattern[str]:
    """Find what may not be added."""
    words = (NEGATIONS[language], LOADED[language], QUANTIFIERS[language])
    return _either("|".join(words), f"{NEGATIONS['en']}|{LOADED['en']}", language)


def _either(words: str, english: str, language: str) -> re.Pattern[str]:
    """Read English, too, where Latin letters stand beside those of the language."""
    own = whole(fold(words), language)
    return re.compile(own if language in _LATIN else rf"{own}|(?<![a-z])(?:{english})(?![a-z])")
