"""A stored letter as the rules know it, with the presiding State as it stands after "of"."""

from collections.abc import Iterable, Mapping

from app.data import LANGUAGES, states_by_iso3
from app.data.genitives import after_of
from app.data.shapes import Language
from app.db.base import Names
from app.db.models import Briefing, Letter, Seat
from app.domain import letter as rules
from app.domain.proceedings import in_language


def letter_of(row: Letter, state: Mapping[str, str]) -> rules.Letter:
    return rules.Letter(
        signatory=row.signatory,
        role=row.role,
        is_feminine=row.is_feminine,
        addressee=row.addressee,
        transmitted_on=row.transmitted_on,
        openings=row.openings,
        state=state,
    )


def whose_letter(briefing: Briefing, seats: Iterable[Seat]) -> dict[str, str]:
    """Name the presiding State in each language, under the name its seat bears."""
    names = next((seat.names for seat in seats if seat.code == briefing.presiding), {})
    return {
        language: _after_of(briefing.presiding or "", names, language) for language in LANGUAGES
    }


def _after_of(code: str, names: Names, language: Language) -> str:
    """Decline the name of a State of our list; any other stands as it is, so in parentheses."""
    name, state = in_language(names, language), states_by_iso3().get(code)
    if state and state.names[language].short == name:
        return after_of(state.names[language], language)
    return name if language in {"en", "zh"} else f"({name})"
