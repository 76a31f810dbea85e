"""What a mail says, in the language of its reader: never a position, a title or another's name.

The words are page words, from the same catalogues. A moment is said on New York's clocks first.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.data.catalogues import translations
from app.domain.occasions import BEFORE_CORRECTIONS_END, OF_WHAT_IS_LEFT, UNTIL, Occasion
from app.domain.silence import Outcome
from app.domain.wall_time import in_new_york, utc_offset
from app.domain.wording import wording_in

Say = Callable[[str], str]
# Nothing is awaited any more, or the page says until when.
WITHOUT_DEADLINE = frozenset(
    {Occasion.CLOSED, Occasion.SILENCE_ENDED, Occasion.ISSUED, Occasion.CORRIGENDUM}
)


@dataclass(frozen=True)
class News:
    """The plain facts of one mail about a briefing; addresses are whole."""

    occasion: Occasion
    language: str
    desk: str  # the reader's own
    meeting: date | None
    deadline: datetime | None
    page: str
    settings: str
    under_silence: bool = False
    outcome: Outcome | None = None  # of silence


@dataclass(frozen=True)
class Welcome:
    """The plain facts of an invitation."""

    language: str
    desk: str
    presiding: bool
    link: str
    expires_at: datetime


def subject_of(occasion: Occasion, language: str, *, under_silence: bool = False) -> str:
    _ = translations(language).gettext
    silence = {
        Occasion.CIRCULATED: _("A draft summary has been circulated under silence"),
        Occasion.CORRECTIONS_IN_72: _("Silence on the draft summary ends within 72 hours"),
        Occasion.CORRECTIONS_IN_24: _("Silence on the draft summary ends within 24 hours"),
        Occasion.CORRECTIONS_IN_2: _("Silence on the draft summary ends within two hours"),
    }
    subjects = {
        Occasion.INVITED: _("Your invitation to Horseshoe"),
        Occasion.OPENED: _("A briefing is open for positions"),
        Occasion.DUE_IN_72: _("Positions are due within 72 hours"),
        Occasion.DUE_IN_24: _("Positions are due within 24 hours"),
        Occasion.DUE_IN_2: _("Positions are due within two hours"),
        Occasion.REMINDED: _("The presidency awaits your positions"),
        Occasion.ADMITTED: _("The presidency accepts late positions from you"),
        Occasion.CLOSED: _("A briefing has been closed"),
        Occasion.CIRCULATED: _("A draft summary has been circulated"),
        Occasion.CORRECTIONS_IN_72: _("Corrections to the draft summary are due within 72 hours"),
        Occasion.CORRECTIONS_IN_24: _("Corrections to the draft summary are due within 24 hours"),
        Occasion.CORRECTIONS_IN_2: _("Corrections to the draft summary are due within two hours"),
        Occasion.EXTENDED: _("Silence on the draft summary has been extended"),
        Occasion.SILENCE_ENDED: _("Silence on the draft summary has ended"),
        Occasion.ISSUED: _("A summary has been issued"),
        Occasion.CORRIGENDUM: _("An issued summary is to be corrected"),
    }
    return (subjects | silence if under_silence else subjects)[occasion]


def text_of(news: News) -> str:
    _ = translations(news.language).gettext
    return _paragraphs(
        f"{news.desk}\n{briefing_name(news.meeting, news.language)}",
        "\n".join(_what_happened(news, _)),
        f"{_page_name(news.occasion, _)}\n{news.page}",
        _("This message was sent automatically and contains no position. Replies are not read."),
        _("Which of these messages you receive, and in which language:") + f"\n{news.settings}",
    )


def welcome_of(welcome: Welcome) -> str:
    _ = translations(welcome.language).gettext
    if welcome.presiding:
        invited = _("You are invited to the presidency's desk of %(desk)s in Horseshoe.")
    else:
        invited = _("You are invited to the desk of %(desk)s in Horseshoe.")
    until = moment(welcome.expires_at, welcome.language)
    return _paragraphs(
        invited % {"desk": welcome.desk},
        _("Choose a password here:") + f"\n{welcome.link}",
        _("The link works once, until %(moment)s. It replaces any sent before.")
        % {"moment": until},
        _("If you did not expect this message, you need do nothing."),
    )


def briefing_name(meeting: date | None, language: str) -> str:
    """Name a briefing where its title must not be read: in mails and calendars."""
    _ = translations(language).gettext
    if meeting is None:
        return _("Security Council briefing")
    day = wording_in(language).date(meeting)
    return _("Security Council briefing of %(day)s") % {"day": day}


def moment(at: datetime, language: str) -> str:
    local = in_new_york(at)
    return translations(language).gettext("%(date)s, %(time)s New York time (%(offset)s)") % {
        "date": wording_in(language).date(local.date()),
        "time": f"{local:%H:%M}",
        "offset": utc_offset(at),
    }


def _of_silence(outcome: Outcome | None, _: Say) -> dict[Occasion, str]:
    ended = _("No member objected to the draft summary by the end of silence.")
    if outcome is Outcome.BROKEN:
        ended = _("Silence on the draft summary was broken.")
    return {
        Occasion.CIRCULATED: _(
            "The presidency has circulated a draft summary under a silence procedure. Members may "
            "object until:"
        ),
        **dict.fromkeys(
            BEFORE_CORRECTIONS_END,
            _("Silence on the draft summary runs. Members may object until:"),
        ),
        Occasion.EXTENDED: _(
            "The presidency has extended the silence on the draft summary. Members may object "
            "until:"
        ),
        Occasion.SILENCE_ENDED: ended,
    }


def _what_happened(news: News, _: Say) -> Iterator[str]:
    plain = {
        Occasion.OPENED: _("The presidency has opened this briefing. Positions are taken until:"),
        **dict.fromkeys(
            OF_WHAT_IS_LEFT,
            _("Your delegation has something left to do. Positions are taken until:"),
        ),
        Occasion.ADMITTED: _(
            "The presidency accepts late positions from your delegation. They are taken until:"
        ),
        Occasion.CLOSED: _(
            "The presidency has closed this briefing. It takes no new positions; what you signed "
            "may be restated or withdrawn until the draft summary can no longer be corrected."
        ),
        Occasion.CIRCULATED: _(
            "The presidency has circulated a draft summary. Corrections are taken until:"
        ),
        **dict.fromkeys(
            BEFORE_CORRECTIONS_END, _("Corrections to the draft summary are taken until:")
        ),
        Occasion.ISSUED: _("The presidency has issued the summary of this briefing."),
        Occasion.CORRIGENDUM: _(
            "The presidency means to correct words of the issued summary. The page says which, "
            "and until when it waits."
        ),
    }
    silence = _of_silence(news.outcome, _)
    yield (plain | silence if news.under_silence else silence | plain)[news.occasion]
    if news.deadline and news.occasion not in WITHOUT_DEADLINE:
        yield moment(news.deadline, news.language)


def _page_name(occasion: Occasion, _: Say) -> str:
    if occasion in {*UNTIL, *BEFORE_CORRECTIONS_END, Occasion.SILENCE_ENDED}:
        return _("The draft summary:")
    if occasion is Occasion.CORRIGENDUM:
        return _("The corrigendum:")
    return _("The summary:") if occasion is Occasion.ISSUED else _("Your positions:")


def _paragraphs(*paragraphs: str) -> str:
    return "\n\n".join(each for each in paragraphs if each) + "\n"
