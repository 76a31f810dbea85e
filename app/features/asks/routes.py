"""The addresses of briefs, of the register of asks, of the hand-over and of mission reviews."""

from collections.abc import Callable

from fastapi import APIRouter, Request, Response

from app.domain.errors import Invalid
from app.features.asks import briefs, conditions, handover, pack, queries, service
from app.features.asks.forms import Acronym, ActForm, Kind, Reference, ShownQuery, StatusForm
from app.features.summaries.forms import Wanted
from app.web.deps import Db, Language, MaybeSignedIn, Now, SignedIn, Slug
from app.web.forms import Form
from app.web.templating import address_of, render, see

router = APIRouter()
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _whole(request: Request) -> Callable[..., str]:
    """Give whole addresses, which begin as the settings say and never as a client did."""
    path = address_of(request)
    return lambda name, **params: f"{request.app.state.base_url}{path(name, **params)}"


def _file(content: bytes, media_type: str, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)


@router.get("/briefs", name="asks.briefs")
def list_briefs(request: Request, db: Db, actor: SignedIn) -> Response:
    return render(request, "asks/briefs.html", briefs.briefs_page(db, actor))


@router.get("/briefings/{slug}/brief", name="asks.brief")
def brief(
    request: Request, db: Db, actor: SignedIn, slug: Slug, language: Wanted, now: Now
) -> Response:
    page = briefs.brief_page(db, actor, slug, language=language, at=now)
    return render(request, "asks/brief.html", page)


@router.get("/briefings/{slug}/brief.{kind}", name="asks.brief_file")
def brief_file(
    db: Db, actor: SignedIn, slug: Slug, kind: Kind, language: Wanted, now: Now
) -> Response:
    content = briefs.brief_file(db, actor, slug, kind, language=language, at=now)
    return _file(content, TYPES[kind], f"brief-{slug}-{language}.{kind}")


@router.get("/asks", name="asks.index")
def index(request: Request, db: Db, actor: SignedIn, shown: ShownQuery, lang: Language) -> Response:
    return render(request, "asks/index.html", queries.asks_page(db, actor, shown, language=lang))


@router.get("/asks/{reference}", name="asks.show")
def show(
    request: Request, db: Db, actor: SignedIn, reference: Reference, lang: Language
) -> Response:
    return render(request, "asks/show.html", queries.ask_page(db, actor, reference, language=lang))


@router.post("/asks/{reference}/status", name="asks.set_status")
def set_status(
    request: Request,
    db: Db,
    actor: SignedIn,
    reference: Reference,
    form: StatusForm,
    lang: Language,
    now: Now,
) -> Response:
    try:
        if form.data:
            service.set_status(db, actor, reference, form.data.to_domain(), at=now)
            return see(address_of(request)("asks.show", reference=reference))
    except Invalid as error:
        form = form.refused(error)
    return _given_back(request, db, actor, reference, form, lang)


@router.post("/asks/{reference}/acts", name="asks.add_act")
def add_act(
    request: Request,
    db: Db,
    actor: SignedIn,
    reference: Reference,
    form: ActForm,
    lang: Language,
    now: Now,
) -> Response:
    try:
        if form.data:
            service.add_act(db, actor, reference, form.data.to_domain(), at=now)
            return see(address_of(request)("asks.show", reference=reference))
    except Invalid as error:
        form = form.refused(error)
    return _given_back(request, db, actor, reference, form, lang)


def _given_back(
    request: Request,
    db: Db,
    actor: SignedIn,
    reference: str,
    form: StatusForm | ActForm,
    lang: str,
) -> Response:
    """Give a form back as it was typed, to whoever may fill it in."""
    page = queries.ask_page(db, actor, reference, language=lang)
    status = 403 if page.refusal else 422
    shown: Form[object] = Form() if page.refusal else form
    return render(request, "asks/show.html", page, form=shown, status=status)


@router.get("/handover", name="asks.handover")
def hand_over(request: Request, db: Db, actor: SignedIn, lang: Language) -> Response:
    page = handover.handover_page(db, actor, language=lang)
    return render(request, "asks/handover.html", page)


@router.get("/handover.zip", name="asks.pack")
def hand_over_pack(request: Request, db: Db, actor: SignedIn, lang: Language) -> Response:
    page = handover.handover_page(db, actor, language=lang, most=None)
    content = pack.pack(page, _whole(request))
    return _file(content, "application/zip", f"handover-{page.today.isoformat()}-{lang}.zip")


@router.get("/missions", name="asks.reviews")
def list_reviews(request: Request, db: Db, actor: MaybeSignedIn) -> Response:
    return render(request, "asks/reviews.html", conditions.reviews_page(db, actor))


@router.get("/missions/{acronym}", name="asks.conditions")
def list_conditions(
    request: Request, db: Db, actor: MaybeSignedIn, acronym: Acronym, lang: Language
) -> Response:
    page = conditions.conditions_page(db, actor, acronym, language=lang)
    return render(request, "asks/conditions.html", page)


@router.get("/missions/{acronym}/review.ics", name="asks.review")
def review(
    request: Request, db: Db, actor: MaybeSignedIn, acronym: Acronym, lang: Language
) -> Response:
    page = _whole(request)("asks.conditions", acronym=acronym)
    content = conditions.review_calendar(db, actor, acronym, language=lang, page=page)
    return _file(content, "text/calendar", f"review-{acronym}.ics")
