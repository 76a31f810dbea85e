"""The words of a file of answers, in the language of whoever asks for it."""

from collections.abc import Callable
from dataclasses import dataclass

from app.features.positions.cells import CellStatus
from app.formats.answer_sheet import SheetWords

Gettext = Callable[[str], str]


@dataclass(frozen=True)
class Vocabulary:
    """What a sheet is labelled with. ``languages`` names each language in its own words."""

    lang: str
    sheet: SheetWords
    languages: dict[str, str]
    statuses: dict[CellStatus, str]
    off_scale: dict[str, str]
    general: str
    markings: dict[str, str]


def vocabulary(lang: str, _: Gettext, languages: dict[str, str]) -> Vocabulary:
    return Vocabulary(
        lang=lang,
        sheet=_sheet_words(_),
        languages=languages,
        statuses={
            CellStatus.NOT_STARTED: _("Not started"),
            CellStatus.DRAFT: _("In progress"),
            CellStatus.AWAITING: _("Ready for signature"),
            CellStatus.RETURNED: _("Sent back"),
            CellStatus.SIGNED: _("Signed"),
            CellStatus.CHANGED: _("Changed since signing"),
            CellStatus.WITHDRAWN: _("Withdrawn"),
        },
        off_scale={
            "no_position": _("No position"),
            "awaiting_instructions": _("Awaiting instructions"),
        },
        general=_("General"),
        markings={
            "demonstration": _(
                "From public sources, prepared by the editors. It is not an act of any presidency."
            ),
            "rehearsal": _("Every delegation and every statement here is invented."),
        },
    )


def _sheet_words(_: Gettext) -> SheetWords:
    return SheetWords(
        tab=_("Our positions"),
        instructions=(
            _("Fill in the assessment, the language and the text. The rest is not read back."),
            _("Choose the assessment and the language from their lists."),
            _("Leave empty what you have nothing to say on."),
            _("Then upload the file on the site. You will see what changes before it is saved."),
            _("Nothing is signed by uploading."),
        ),
        question=_("Question"),
        mission=_("Mission"),
        assessment=_("Assessment"),
        language=_("Language of the text"),
        text=_("Text"),
        status=_("Where it stands"),
        none=_("No assessment, only a text"),
        off_list=_("Please choose from the list."),
        left_out=_("This text cannot be kept in such a file; it stands on the site."),
    )
