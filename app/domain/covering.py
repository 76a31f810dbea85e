"""A letter in words of one language: its title, what it says, and the heading of its annex."""

from dataclasses import dataclass
from datetime import date

from app.domain.letter import Letter
from app.domain.proceedings import Names, in_language
from app.domain.wording import wording_in
from app.domain.wording.letters import LETTER_WORDS


@dataclass(frozen=True)
class WordedLetter:
    title: str
    facts: tuple[tuple[str, str], ...]  # from, to, dates, subject, symbol
    paragraphs: tuple[str, ...]
    signed: str
    office: str
    annex: str  # the heading of what it transmits


def word_letter(
    letter: Letter, language: str, *, of: Names, meeting_date: date | None, symbol: str | None
) -> WordedLetter:
    """Word a letter; ``of`` is the title of the briefing whose summary it transmits."""
    words, table = LETTER_WORDS[language], wording_in(language)
    state = in_language(letter.state, language)
    in_title, office = (
        each.format(state=state) for each in words.offices[letter.role.value, letter.is_feminine]
    )
    to_in_title, to = words.addressees[letter.addressee.value]
    title = in_language(of, language)
    transmitted = table.date(letter.transmitted_on)
    meeting = meeting_date and table.date(meeting_date)
    named = {"date": transmitted, "office": in_title, "addressee": to_in_title}
    transmits = words.transmits if meeting else words.transmits_undated
    says = (
        transmits.format(title=title, date=meeting),
        letter.openings.get(language, ""),
        words.responsibility,
        words.asks[letter.is_feminine],
    )
    lines = (
        (words.from_, office),
        (words.to, to),
        (words.date, transmitted),
        (words.meeting, meeting),
        (words.subject, words.subject_is.format(title=title)),
        (words.symbol, symbol or words.no_symbol),
    )
    return WordedLetter(
        title=words.title.format(**named),
        facts=tuple((label, said) for label, said in lines if said),
        paragraphs=tuple(each for each in says if each),
        signed=words.signed.format(name=letter.signatory),
        office=office,
        annex=words.annex.format(**named),
    )
