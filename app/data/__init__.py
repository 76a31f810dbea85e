"""Reference data kept with the product, and the typed functions that read it.

Here belongs what is true outside any one briefing and is shipped as files: the names of States in
the six official languages, the Council's membership, groups of States, the peace operations of
the concept note, the default scales, the note's guiding questions, the few positions read in
public sources, and the rehearsal with invented delegations. What people enter lives in the
database; the wording of sentences lives in `app.domain.wording`.
"""

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from app.data.shapes import (
    Bundle,
    BundleBriefing,
    BundleGroup,
    BundleMember,
    BundleMission,
    BundlePoint,
    BundlePosition,
    BundleQuestion,
    BundleScaleValue,
    GroupKind,
    Language,
    Mission,
    Missions,
    NamedGroup,
    NamedGroups,
    NoteFigures,
    NoteQuestion,
    RehearsalAnswers,
    Scale,
    Scales,
    ScaleValue,
    SourcedPosition,
    State,
    StateNames,
    Texts,
    Traps,
)

__all__ = [
    "HERE",
    "LANGUAGES",
    "Bundle",
    "BundleBriefing",
    "BundleGroup",
    "BundleMember",
    "BundleMission",
    "BundlePoint",
    "BundlePosition",
    "BundleQuestion",
    "BundleScaleValue",
    "GroupKind",
    "Language",
    "Mission",
    "Missions",
    "NamedGroup",
    "NamedGroups",
    "NoteFigures",
    "NoteQuestion",
    "RehearsalAnswers",
    "Scale",
    "ScaleValue",
    "Scales",
    "SourcedPosition",
    "State",
    "StateNames",
    "Texts",
    "Traps",
    "missions_2017",
    "named_groups",
    "positions_2017",
    "questions_2017",
    "reading_traps",
    "rehearsal",
    "rehearsal_answers",
    "scales",
    "state_names_for_reading",
    "states",
    "states_by_iso3",
    "summary_schema",
]

LANGUAGES: tuple[Language, ...] = ("ar", "zh", "en", "fr", "ru", "es")

HERE = Path(__file__).parent


def _read(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads((HERE / name).read_text(encoding="utf-8")))


def _six(texts: dict[str, str]) -> Texts:
    return MappingProxyType({language: texts[language] for language in LANGUAGES})


def _names(names: dict[str, Any]) -> StateNames:
    return StateNames(
        names["short"], names["formal"], names.get("article", ""), tuple(names["also"])
    )


def _state(entry: dict[str, Any]) -> State:
    return State(
        iso2=entry["iso2"],
        iso3=entry["iso3"],
        m49=entry["m49"],
        status=entry["status"],
        names=MappingProxyType({lang: _names(entry["names"][lang]) for lang in LANGUAGES}),
        sort=MappingProxyType({lang: entry["sort"][lang] for lang in LANGUAGES}),
    )


@cache
def states() -> tuple[State, ...]:
    return tuple(_state(entry) for entry in _read("states.json")["states"])


@cache
def states_by_iso3() -> Mapping[str, State]:
    return MappingProxyType({state.iso3: state for state in states()})


def _apostrophes(form: str) -> set[str]:
    return {form, form.replace("'", "’")}


@cache
def state_names_for_reading() -> Mapping[Language, tuple[tuple[str, str], ...]]:
    """Give (form, iso3) per language, longest first, each with either apostrophe."""
    found: dict[Language, tuple[tuple[str, str], ...]] = {}
    for lang in LANGUAGES:
        pairs = {
            (form, state.iso3)
            for state in states()
            for name in (
                state.names[lang].short,
                state.names[lang].formal,
                *state.names[lang].also,
            )
            for form in _apostrophes(name)
        }
        found[lang] = tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
    return MappingProxyType(found)


@cache
def reading_traps() -> Traps:
    traps = _read("states.json")["traps"]
    return Traps(
        MappingProxyType({lang: tuple(traps["phrases"][lang]) for lang in LANGUAGES}),
        MappingProxyType({lang: tuple(traps["also_common_words"][lang]) for lang in LANGUAGES}),
    )


def _named_group(entry: dict[str, Any]) -> NamedGroup:
    return NamedGroup(
        code=entry["code"],
        names=_six(entry["names"]),
        members=tuple(entry["members"]),
        source=entry["source"],
        as_of=date.fromisoformat(entry["as_of"]),
        note=entry["note"],
    )


@cache
def named_groups() -> NamedGroups:
    data = _read("named_groups.json")
    return NamedGroups(
        tuple(_named_group(entry) for entry in data["groups"]),
        MappingProxyType(
            {
                code: GroupKind(_six(entry["names"]), entry["source"])
                for code, entry in data["kinds"].items()
            }
        ),
    )


def _mission(entry: dict[str, Any]) -> Mission:
    expires = entry["mandate_expires"]
    return Mission(
        acronym=entry["acronym"],
        names=_six(entry["names"]),
        short=MappingProxyType(entry["short"]),
        hosts=tuple(entry["hosts"]),
        hosts_note=entry["hosts_note"],
        established=entry["established"],
        established_by=entry["established_by"],
        mandate=entry["mandate"],
        mandate_expires=date.fromisoformat(expires) if expires else None,
        expiry_basis=entry["expiry_basis"],
        next_action=entry["next_action"],
    )


@cache
def missions_2017() -> Missions:
    data = _read("missions_2017.json")
    return Missions(
        source=data["source"],
        as_of=date.fromisoformat(data["as_of"]),
        missions=tuple(_mission(entry) for entry in data["missions"]),
        note_figures=NoteFigures(**data["note_figures"]),
    )


@cache
def mission_names_for_matching() -> Mapping[str, str]:
    """Give the acronym of every mission by each of its names, without capitals."""
    return MappingProxyType(
        {
            name.casefold(): mission.acronym
            for mission in missions_2017().missions
            for name in (mission.acronym, *mission.names.values(), *mission.short.values())
            if name
        }
    )


def _values(entries: list[dict[str, Any]]) -> tuple[ScaleValue, ...]:
    return tuple(ScaleValue(entry["code"], _six(entry["label"])) for entry in entries)


@cache
def scales() -> Scales:
    data = _read("scales.json")
    return Scales(
        tuple(
            Scale(entry["question"], _six(entry["about"]), _values(entry["values"]))
            for entry in data["scales"]
        ),
        _values(data["common"]),
    )


@cache
def questions_2017() -> tuple[NoteQuestion, ...]:
    return tuple(
        NoteQuestion(
            entry["number"], entry["original"], _six(entry["text"]), tuple(entry["unofficial"])
        )
        for entry in _read("questions_2017.json")["questions"]
    )


@cache
def positions_2017() -> tuple[SourcedPosition, ...]:
    return tuple(SourcedPosition(**entry) for entry in _read("positions_2017.json")["positions"])


def rehearsal() -> Bundle:
    """Give a fresh copy each time: the bundle is handed on as it is."""
    return cast("Bundle", _read("rehearsal.json"))


@cache
def rehearsal_answers() -> RehearsalAnswers:
    entry = _read("rehearsal_answers.json")
    ideas = tuple(_six(each) for each in entry.pop("ideas"))
    del entry["about"]
    return RehearsalAnswers(ideas=ideas, **{name: _six(each) for name, each in entry.items()})


@cache
def summary_schema() -> dict[str, Any]:
    """Give the JSON Schema that every public ``summary.json`` is written to."""
    return _read("schemas/summary-1.json")
