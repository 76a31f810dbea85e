"""English alphabetical order from a drawn letter, whatever the order of arrival."""

import random

from app.domain.order import alphabetical_key, drawn_letter, from_letter, shuffled_key

NAMES = ["France", "Bolivia", "Égypte", "egypt", "Sweden", "Ukraine", "Åland", "Zambia", "Uruguay"]


def ordered(names: list[str], letter: str) -> list[str]:
    return [names[at] for at in from_letter([{"en": name} for name in names], letter)]


def test_the_order_starts_at_the_drawn_letter_and_goes_round() -> None:
    assert ordered(["France", "Bolivia", "Sweden", "Ukraine"], "F") == [
        *("France", "Sweden", "Ukraine", "Bolivia")
    ]


def test_accents_and_case_do_not_matter() -> None:
    assert alphabetical_key("Égypte") == "egypte"
    assert ordered(["Zambia", "Åland", "égypte"], "A") == ["Åland", "égypte", "Zambia"]


def test_every_letter_seats_everybody_once() -> None:
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        assert sorted(ordered(NAMES, letter)) == sorted(NAMES)


def test_the_order_of_arrival_changes_nothing() -> None:
    draw = random.Random(8)  # noqa: S311 - repeatable
    for _ in range(50):
        shuffled = draw.sample(NAMES, len(NAMES))
        assert ordered(shuffled, "F") == ordered(NAMES, "F")


def test_a_name_without_english_is_ordered_by_what_there_is() -> None:
    assert from_letter([{"fr": "Suède"}, {"en": "France", "fr": "France"}], "A") == [1, 0]


def test_a_seed_always_draws_the_same_letter_and_every_letter_can_be_drawn() -> None:
    letters = {drawn_letter(str(seed)) for seed in range(1_000)}
    assert letters == set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    assert drawn_letter("a seed") == drawn_letter("a seed")


def test_a_shuffle_repeats_and_depends_on_its_seed() -> None:
    def shuffled(seed: str) -> list[str]:
        return sorted(NAMES, key=lambda name: shuffled_key(seed, name))

    assert shuffled("one") == shuffled("one")
    assert shuffled("one") != shuffled("two")
