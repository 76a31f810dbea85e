"""The addresses of mails and calendars."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from app.domain.errors import Invalid
from app.features.accounts.forms import Public, Token
from app.features.briefings.completeness import Shown
from app.features.reminders import calendar, queries, service
from app.features.reminders.forms import MailsForm, RemindForm
from app.web.deps import Db, Language, Now, SignedIn, Slug
from app.web.templating import address_of, render, see

router = APIRouter()


def _whole(request: Request) -> Callable[..., str]:
    """Give whole addresses, which begin as the settings say and never as a client did."""
    path = address_of(request)
    return lambda name, **params: f"{request.app.state.base_url}{path(name, **params)}"


@router.get("/account/mail", name="reminders.settings")
def settings(request: Request, db: Db, actor: SignedIn) -> Response:
    return render(request, "reminders/settings.html", queries.settings_page(db, actor))


@router.post("/account/mail", name="reminders.choose")
def choose(request: Request, db: Db, actor: SignedIn, form: MailsForm, now: Now) -> Response:
    if form.data is None:
        raise Invalid("Choose a language and occasions of the list.")
    service.choose_mails(db, actor, form.data.language, form.data.occasions, at=now)
    return see(address_of(request)("reminders.settings"))


@router.post("/account/calendar", name="reminders.make_calendar")
def make_calendar(request: Request, db: Db, actor: SignedIn, now: Now) -> Response:
    token = service.make_calendar(db, actor, at=now)
    address = _whole(request)("reminders.calendar", token=token)
    page = queries.settings_page(db, actor, calendar=address)
    return render(request, "reminders/settings.html", page)


@router.post("/account/calendar/revoke", name="reminders.revoke_calendar")
def revoke_calendar(request: Request, db: Db, actor: SignedIn, now: Now) -> Response:
    service.revoke_calendar(db, actor, at=now)
    return see(address_of(request)("reminders.settings"))


@router.get("/calendar/{token}.ics", name="reminders.calendar")
def personal(request: Request, db: Db, token: Token) -> Response:
    return _calendar(calendar.personal_calendar(db, token, _whole(request)))


@router.get("/briefings/{slug}/deadline.ics", name="reminders.deadline")
def deadline(request: Request, db: Db, actor: SignedIn, slug: Slug, lang: Language) -> Response:
    content = calendar.briefing_calendar(db, actor, slug, lang, _whole(request))
    return _calendar(content)


def _calendar(content: bytes) -> Response:
    headers = {"Content-Disposition": 'attachment; filename="deadline.ics"'}
    return Response(content, media_type="text/calendar", headers=headers)


@router.post("/briefings/{slug}/reminders", name="reminders.remind")
def remind(request: Request, db: Db, actor: SignedIn, slug: Slug, form: RemindForm) -> Response:
    if form.data is None:
        raise Invalid("Remind one delegation of the board, or all of them.")
    code, shown = form.data.code, Shown(form.data.status, form.data.group)
    service.remind(db, actor, slug, code, mails=request.app.state.mails)
    return see(f"{address_of(request)('briefings.show', slug=slug)}{shown.query}#board")


@router.get("/secretariat/mail", name="reminders.index")
def index(request: Request, db: Db, actor: SignedIn) -> Response:
    page = queries.mail_page(db, actor, is_on=request.app.state.mails)
    return render(request, "reminders/index.html", page)


@router.post("/secretariat/mail/{public}/retry", name="reminders.try_again")
def try_again(request: Request, db: Db, actor: SignedIn, public: Public, now: Now) -> Response:
    service.try_again(db, actor, public, at=now)
    return see(address_of(request)("reminders.index"))
