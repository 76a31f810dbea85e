"""Where members stand, as a released document says it: narrative is nobody's standing."""

from typing import Any

import pytest

from app.domain.brief import brief_of
from app.domain.position import Cell

SAID = {"id": "s1", "part": "II", "question": 1, "mission": "ALL", "by": "members", "count": None}
APART = SAID | {"kind": "procedural", "of": 15}
NARRATIVE = SAID | {"kind": "procedural", "of": None}
INVITED = SAID | {"kind": "addressed", "by": "invited", "of": 2}


@pytest.mark.parametrize(
    ("sentences", "stands"),
    [
        ([APART], {Cell(1, "ALL"): True}),
        ([APART, NARRATIVE], {Cell(1, "ALL"): True}),
        ([INVITED, NARRATIVE], {}),
        ([NARRATIVE], {}),
    ],
)
def test_narrative_where_no_member_spoke_withholds_nothing(
    sentences: list[dict[str, Any]], stands: dict[Cell, bool]
) -> None:
    brief = brief_of({"sentences": sentences, "language": "en"}, [], [], [])

    assert stands == {
        Cell(question, row.acronym): cell.is_refused
        for row in brief.missions
        for question, cell in row.cells.items()
    }
