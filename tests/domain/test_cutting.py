import pytest

from app.domain.cutting import (
    Piece,
    Pieces,
    carry,
    confirm,
    join,
    part,
    points_of,
    propose_pieces,
    spell,
    with_kinds,
)
from app.domain.errors import Invalid
from app.domain.position import Point, PointKind, check_points

TEXT = "We thank the President. The process is fragile. Support it. We ask for a report."
SAID = ("We thank the President.", "The process is fragile.", "Support it.")
VIEW = PointKind.VIEW


def words(pieces: Pieces, text: str = TEXT) -> list[str]:
    return [text[each.start : each.end] for each in pieces]


def proposed(text: str = TEXT) -> Pieces:
    return propose_pieces(text, "en")


def owned(text: str = TEXT) -> Pieces:
    return confirm(proposed(text))


def test_what_is_left_out_is_a_piece_too() -> None:
    pieces = proposed()

    assert words(pieces)[:3] == list(SAID)
    assert pieces[0].kind is None
    assert points_of(pieces)[0].start == TEXT.index(SAID[1])


def test_two_pieces_become_one_point() -> None:
    joined = join(proposed(), 1)

    assert words(joined)[1] == f"{SAID[1]} {SAID[2]}"
    assert joined[1].is_confirmed
    assert not joined[0].is_confirmed


def test_a_piece_is_cut_where_its_owner_says() -> None:
    halves = part(proposed(), TEXT, 1, TEXT.index("is fragile"))

    assert words(halves)[1:3] == ["The process", "is fragile."]
    check_points(points_of(halves), TEXT)


@pytest.mark.parametrize("place", [0, 24, 47, 46, 999])
def test_neither_half_is_empty(place: int) -> None:
    with pytest.raises(Invalid):
        part(proposed(), TEXT, 1, place)


@pytest.mark.parametrize("index", [-1, 3, 9])
def test_the_last_piece_has_no_next(index: int) -> None:
    with pytest.raises(Invalid):
        join(proposed(), index)


def test_a_kind_is_changed_and_a_stretch_left_out() -> None:
    before = proposed()
    kinds = [each.kind for each in before]
    kinds[1], kinds[2] = PointKind.CONCERN, None

    after = with_kinds(before, kinds)

    assert [each.kind for each in after] == kinds
    assert [each.is_confirmed for each in after] == [False, True, True, False]


def test_cuts_stay_where_the_words_around_them_do() -> None:
    mine = join(owned(), 1)
    longer = TEXT.replace("a report", "a frank report")

    carried = carry(mine, TEXT, longer, "en")

    assert words(carried, longer)[1] == f"{SAID[1]} {SAID[2]}"
    assert [each.is_confirmed for each in carried] == [True, True, False]


def test_cuts_behind_an_edit_move_with_their_words() -> None:
    mine = join(owned(), 1)
    longer = "Madam President. " + TEXT

    carried = carry(mine, TEXT, longer, "en")

    assert f"{SAID[1]} {SAID[2]}" in words(carried, longer)
    assert carried[-1].is_confirmed


def test_a_sentence_that_grows_is_proposed_anew() -> None:
    before, after = "Support it", "Support it now"

    (piece,) = carry(owned(before), before, after, "en")

    assert (words((piece,), after), piece.is_confirmed) == ([after], False)


def test_a_sentence_added_behind_leaves_the_others_alone() -> None:
    before, after = "Support it.", "Support it. And report."

    first, second = carry(owned(before), before, after, "en")

    assert (first.is_confirmed, second.is_confirmed) == (True, False)
    assert words((first, second), after) == ["Support it.", "And report."]


def test_what_was_not_confirmed_does_not_stay() -> None:
    odd = (Piece(0, 5, VIEW),)

    assert carry(odd, TEXT, TEXT, "en") == proposed()


@pytest.mark.parametrize("language", ["ar", "zh", "fr", "ru", "es"])
def test_carried_pieces_never_overlap(language: str) -> None:
    before = "支持政治进程。要求报告，并保护平民。 A. B, and C. 1) один; 2) два."
    mine = confirm(propose_pieces(before, language))
    for at in range(len(before)):
        after = before[:at] + "支持 x. " + before[at + 3 :]
        check_points(points_of(carry(mine, before, after, language)), after)


def test_a_form_carries_the_cuts_it_showed() -> None:
    assert spell((Piece(0, 5, VIEW, is_confirmed=True), Piece(6, 9, None))) == "0-5-view 6-9-"
    assert points_of((Piece(0, 5, VIEW), Piece(6, 9, None))) == (Point(0, 5, VIEW),)
