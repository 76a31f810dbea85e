"""What a briefing may start from: the shipped scales, States, councils and missions."""

from app import data
from app.data.council import councils
from app.domain.errors import Invalid
from app.domain.position import LANGUAGES
from app.domain.proceedings import Mission, ScaleValue, Seat, Standing

_NEUTRAL = {  # for a question the shipped scales do not know; the presidency changes it
    "yes": ("نعم", "是", "Yes", "Oui", "Да", "Sí"),
    "in_part": ("جزئيا", "部分", "In part", "En partie", "Отчасти", "En parte"),
    "no": ("لا", "否", "No", "Non", "Нет", "No"),
}


def default_scale(number: int, of: int) -> tuple[ScaleValue, ...]:
    """Give the scale of a five-question note, else a neutral one."""
    if of == len(data.scales().scales):
        return tuple(
            ScaleValue(value.code, dict[str, str](value.label.items()))
            for value in data.scales().for_question(number).values
        )
    return tuple(
        ScaleValue(code, dict(zip(LANGUAGES, labels, strict=True)))
        for code, labels in _NEUTRAL.items()
    )


def council_seats(year: int) -> tuple[Seat, ...]:
    """Give the fifteen members of a year whose Council is known."""
    council = councils().get(year)
    if council is None:
        raise Invalid(f"The members of {year} are not known here; add them one by one.")
    return tuple(state_seat(code, Standing.MEMBER) for code in council.members)


def known_council(year: int | None) -> int | None:
    return year if year in councils() else None


def state_seat(code: str, standing: Standing) -> Seat:
    state = data.states_by_iso3().get(code)
    if state is None:
        raise Invalid(f"“{code}” is not the code of a State.", where="state")
    return Seat(code, {lang: names.short for lang, names in state.names.items()}, standing)


def is_state(code: str) -> bool:
    return code in data.states_by_iso3()


def state_options(language: str) -> list[tuple[str, str]]:
    """Give (code, name) of every State in the order of the reader's language."""
    lang = next(each for each in data.LANGUAGES if each == language)
    ordered = sorted(data.states(), key=lambda state: state.sort[lang])
    return [(state.iso3, state.names[lang].short) for state in ordered]


def find_states(wanted: str, language: str) -> list[tuple[str, str]]:
    """Give the States whose name or code, in any of the six languages, holds the words."""
    words = wanted.strip().casefold()
    if not words:
        return []
    matching = {
        state.iso3
        for state in data.states()
        if words == state.iso3.casefold()
        or any(
            words in name.casefold()
            for names in state.names.values()
            for name in (names.short, names.formal)
        )
    }
    return [option for option in state_options(language) if option[0] in matching]


def missions_of_january_2017() -> tuple[Mission, ...]:
    return tuple(
        Mission(mission.acronym, dict[str, str](mission.names.items()), mission.mandate_expires)
        for mission in data.missions_2017().missions
    )
