"""The addresses of accounts. Whoever may not sign in may read none but the first few."""

from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response

from app.domain.errors import Invalid
from app.features.accounts import inviting, people, queries, secretariat, service
from app.features.accounts.forms import (
    AcceptForm,
    DelegationForm,
    DeskInviteForm,
    InviteForm,
    LanguageForm,
    PasswordForm,
    PresidencyForm,
    Public,
    RolesForm,
    SignInForm,
    Token,
    own_path,
)
from app.features.accounts.pages import Link, SignInPage
from app.features.accounts.sessions import LASTS, Browser
from app.web.deps import (
    LANGUAGE_COOKIE,
    Db,
    Language,
    MailLanguage,
    MaybeSignedIn,
    Now,
    SignedIn,
    session_cookie,
)
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter()
A_YEAR = 365 * 24 * 3600


def _cookie(request: Request) -> str:
    return request.cookies.get(session_cookie(request), "")


def _browser(request: Request) -> Browser:
    address = request.client.host if request.client else ""
    return Browser(address, request.headers.get("user-agent", ""), _cookie(request) or None)


FromBrowser = Annotated[Browser, Depends(_browser)]
Cookie = Annotated[str, Depends(_cookie)]


def _enter(request: Request, token: str, path: str) -> Response:
    answer = see(path or address_of(request)("briefings.index"))
    answer.set_cookie(
        session_cookie(request),
        token,
        max_age=int(LASTS.total_seconds()),
        path="/",
        secure=request.app.state.secure,
        httponly=True,
        samesite="lax",
    )
    return answer


def _leave(request: Request) -> Response:
    answer = see(address_of(request)("accounts.sign_in"))
    answer.delete_cookie(
        session_cookie(request),
        path="/",
        secure=request.app.state.secure,
        httponly=True,
        samesite="lax",
    )
    answer.headers["Clear-Site-Data"] = '"cache", "storage"'
    return answer


@router.get("/sign-in", name="accounts.sign_in")
def sign_in(request: Request, _viewer: MaybeSignedIn, next: str = "") -> Response:  # noqa: A002 - the address says next
    return render(request, "accounts/sign_in.html", SignInPage(own_path(next)))


@router.post("/sign-in", name="accounts.enter")
def enter(request: Request, db: Db, form: SignInForm, browser: FromBrowser, now: Now) -> Response:
    if form.data is None:
        return render(request, "accounts/sign_in.html", SignInPage(""), form=form, status=422)
    given = form.data
    try:
        token = service.sign_in(db, given.email, given.password, browser, at=now)
    except Invalid as refusal:
        page = SignInPage(given.next)
        return render(
            request, "accounts/sign_in.html", page, form=form.refused(refusal), status=422
        )
    return _enter(request, token, given.next)


@router.post("/sign-out", name="accounts.sign_out")
def sign_out(request: Request, db: Db, actor: MaybeSignedIn, cookie: Cookie, now: Now) -> Response:
    if actor:
        service.sign_out(db, actor, cookie, at=now)
    return _leave(request)


@router.post("/sign-out-everywhere", name="accounts.sign_out_everywhere")
def sign_out_everywhere(request: Request, db: Db, actor: SignedIn, now: Now) -> Response:
    service.sign_out_everywhere(db, actor, at=now)
    return _leave(request)


@router.get("/account", name="accounts.show")
def show(request: Request, db: Db, actor: SignedIn, cookie: Cookie, now: Now) -> Response:
    page = queries.account_page(db, actor, cookie, at=now)
    return render(request, "accounts/show.html", page)


@router.post("/account/password", name="accounts.change_password")
def change_password(
    request: Request, db: Db, actor: SignedIn, cookie: Cookie, form: PasswordForm, now: Now
) -> Response:
    try:
        if form.data:
            current, new = form.data.current, form.data.password
            service.change_password(db, actor, current, new, cookie, at=now)
            return see(address_of(request)("accounts.show"))
    except Invalid as refusal:
        form = form.refused(refusal)
    page = queries.account_page(db, actor, cookie, at=now)
    return render(request, "accounts/show.html", page, form=form, status=422)


@router.post("/account/sessions/{public}/end", name="accounts.end_session")
def end_session(request: Request, db: Db, actor: SignedIn, public: Public, now: Now) -> Response:
    service.end_session(db, actor, public, at=now)
    return see(address_of(request)("accounts.show"))


@router.post("/language", name="accounts.language")
def language(request: Request, form: LanguageForm) -> Response:
    if form.data is None:
        raise Invalid("Choose one of the six languages.")
    answer = see(form.data.next or address_of(request)("accounts.sign_in"))
    answer.set_cookie(
        LANGUAGE_COOKIE,
        form.data.language,
        max_age=A_YEAR,
        path="/",
        secure=request.app.state.secure,
        httponly=True,
        samesite="lax",
    )
    return answer


@router.get("/invitations/{token}", name="accounts.invitation")
def invitation(
    request: Request, db: Db, _viewer: MaybeSignedIn, token: Token, now: Now
) -> Response:
    page = queries.invitation_page(db, token, at=now)
    return render(request, "accounts/invitation.html", page)


@router.post("/invitations/{token}", name="accounts.accept")
def accept(
    request: Request,
    db: Db,
    token: Token,
    form: AcceptForm,
    browser: FromBrowser,
    lang: Language,
    now: Now,
) -> Response:
    if form.data is None:
        page = queries.invitation_page(db, token, at=now)
        return render(request, "accounts/invitation.html", page, form=form, status=422)
    name, password = form.data.name, form.data.password
    session = inviting.accept_invitation(db, token, name, password, browser, at=now, language=lang)
    return _enter(request, session, "")


@router.get("/people", name="accounts.people")
def list_people(request: Request, db: Db, actor: SignedIn, now: Now) -> Response:
    return render(request, "accounts/people.html", queries.people_page(db, actor, at=now))


@router.post("/people", name="accounts.invite")
def invite(
    request: Request, db: Db, actor: SignedIn, form: InviteForm, mailing: MailLanguage, now: Now
) -> Response:
    link = None
    try:
        if form.data:
            token = inviting.invite(db, actor, form.data.to_guest(mailing), at=now)
            link, form = _link(request, token, form.data.name), Form()
    except Invalid as refusal:
        form = form.refused(refusal)
    page = queries.people_page(db, actor, at=now, link=link)
    status = 200 if link else 422
    return render(request, "accounts/people.html", page, form=form, status=status)


def _link(request: Request, token: str | None, name: str) -> Link:
    path = token and address_of(request)("accounts.invitation", token=token)
    return Link(path and f"{request.app.state.base_url}{path}", name)


@router.post("/people/invitations/{public}/withdraw", name="accounts.withdraw_invitation")
def withdraw_invitation(
    request: Request, db: Db, actor: SignedIn, public: Public, now: Now
) -> Response:
    inviting.withdraw_invitation(db, actor, public, at=now)
    return see(_people_of(request, actor))


@router.post("/people/{public}/roles", name="accounts.change_roles")
def change_roles(
    request: Request, db: Db, actor: SignedIn, public: Public, form: RolesForm, now: Now
) -> Response:
    if form.data is None:
        raise Invalid("Choose at least one role of this desk.")
    people.change_roles(db, actor, public, form.data.roles, at=now)
    return see(_people_of(request, actor))


@router.post("/people/{public}/disable", name="accounts.disable")
def disable(request: Request, db: Db, actor: SignedIn, public: Public, now: Now) -> Response:
    people.disable(db, actor, public, at=now)
    return see(_people_of(request, actor))


@router.post("/people/{public}/enable", name="accounts.enable")
def enable(request: Request, db: Db, actor: SignedIn, public: Public, now: Now) -> Response:
    people.enable(db, actor, public, at=now)
    return see(_people_of(request, actor))


def _people_of(request: Request, actor: SignedIn) -> str:
    page = "accounts.secretariat" if actor.is_administrator else "accounts.people"
    return address_of(request)(page)


@router.get("/secretariat", name="accounts.secretariat")
def list_desks(request: Request, db: Db, actor: SignedIn, now: Now) -> Response:
    page = queries.secretariat_page(db, actor, at=now)
    return render(request, "accounts/secretariat.html", page)


@router.post("/secretariat/delegations", name="accounts.create_delegation")
def create_delegation(
    request: Request, db: Db, actor: SignedIn, form: DelegationForm, now: Now
) -> Response:
    try:
        if form.data:
            secretariat.create_delegation(db, actor, form.data.state, at=now)
            return see(address_of(request)("accounts.secretariat"))
    except Invalid as refusal:
        form = form.refused(refusal)
    page = queries.secretariat_page(db, actor, at=now)
    return render(request, "accounts/secretariat.html", page, form=form, status=422)


@router.post("/secretariat/presidencies", name="accounts.create_presidency")
def create_presidency(
    request: Request, db: Db, actor: SignedIn, form: PresidencyForm, now: Now
) -> Response:
    try:
        if form.data:
            code, term = form.data.delegation, form.data.to_term()
            secretariat.create_presidency(db, actor, code, term, at=now)
            return see(address_of(request)("accounts.secretariat"))
    except Invalid as refusal:
        form = form.refused(refusal)
    page = queries.secretariat_page(db, actor, at=now)
    return render(request, "accounts/secretariat.html", page, form=form, status=422)


@router.post("/secretariat/invitations", name="accounts.invite_to_desk")
def invite_to_desk(
    request: Request,
    db: Db,
    actor: SignedIn,
    form: DeskInviteForm,
    mailing: MailLanguage,
    now: Now,
) -> Response:
    link = None
    try:
        if form.data:
            desk, guest = form.data.desk, form.data.to_guest(mailing)
            token = inviting.invite_to_desk(db, actor, desk, guest, at=now)
            link, form = _link(request, token, guest.name), Form()
    except Invalid as refusal:
        form = form.refused(refusal)
    page = queries.secretariat_page(db, actor, at=now, link=link)
    status = 200 if link else 422
    return render(request, "accounts/secretariat.html", page, form=form, status=status)
