"""The sentences written for rehearsals, in the form the rules take them."""

from functools import cache

from app import data
from app.data.shapes import Texts
from app.domain.proceedings import Names
from app.domain.rehearsing import Script


@cache
def shipped_script() -> Script:
    given = data.rehearsal_answers()
    return Script(
        title=_names(given.title),
        delegation=_names(given.delegation),
        ideas=tuple(map(_names, given.ideas)),
        dissent=_names(given.dissent),
        not_ours=_names(given.not_ours),
        proposes=_names(given.proposes),
        stance=_names(given.stance),
    )


def _names(texts: Texts) -> Names:
    return dict[str, str](texts.items())
