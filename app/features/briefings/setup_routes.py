"""The addresses of the preparation: a hub, and one page and one form per section."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.domain.errors import Conflict, Invalid
from app.features.briefings import setup_pages, setup_service
from app.features.briefings.forms import (
    GroupsForm,
    MembersForm,
    MissionsForm,
    RuleForm,
    TitleForm,
    TranslationsForm,
)
from app.features.briefings.note_forms import ScaleForm
from app.features.briefings.refusals import refused
from app.web.deps import Db, Language, Now, SignedIn, Slug
from app.web.templating import address_of, render, see

router = APIRouter(prefix="/{slug}/setup")
Number = Annotated[int, Query(ge=1, le=999)]


@router.get("", name="briefings.setup")
def setup(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "briefings/setup.html", setup_pages.setup_page(db, actor, slug))


@router.get("/title", name="briefings.title")
def title(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "briefings/title.html", setup_pages.title_page(db, actor, slug))


@router.post("/title", name="briefings.set_title")
def set_title(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: TitleForm, now: Now
) -> Response:
    try:
        titling = form.accepted().to_domain()
        setup_service.set_title(db, actor, slug, titling, at=now)
    except (Invalid, Conflict) as error:
        page = setup_pages.title_page(db, actor, slug)
        return refused(request, "briefings/title.html", page, form, error)
    return see(address_of(request)("briefings.setup", slug=titling.slug))


@router.get("/questions", name="briefings.questions")
def questions(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    page = setup_pages.questions_page(db, actor, slug)
    return render(request, "briefings/questions.html", page)


@router.post("/questions", name="briefings.set_translations")
def set_translations(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: TranslationsForm, now: Now
) -> Response:
    try:
        typed = form.accepted().to_domain()
        setup_service.set_translations(db, actor, slug, typed, at=now)
    except (Invalid, Conflict) as error:
        page = setup_pages.questions_page(db, actor, slug)
        return refused(request, "briefings/questions.html", page, form, error)
    return see(address_of(request)("briefings.setup", slug=slug))


@router.get("/members", name="briefings.members")
def members(
    request: Request, db: Db, actor: SignedIn, slug: Slug, lang: Language, find: str = ""
) -> Response:
    page = setup_pages.members_page(db, actor, slug, find, lang)
    return render(request, "briefings/members.html", page)


@router.post("/members", name="briefings.set_members")
def set_members(
    request: Request,
    db: Db,
    actor: SignedIn,
    slug: Slug,
    form: MembersForm,
    lang: Language,
    now: Now,
) -> Response:
    try:
        setup_service.change_seats(db, actor, slug, form.accepted().to_domain(), at=now)
    except Invalid as error:
        find = form.raw.get("find", "")
        page = setup_pages.members_page(db, actor, slug, find, lang)
        return refused(request, "briefings/members.html", page, form, error)
    return see(address_of(request)("briefings.members", slug=slug))


@router.get("/missions", name="briefings.missions")
def missions(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    page = setup_pages.missions_page(db, actor, slug)
    return render(request, "briefings/missions.html", page)


@router.post("/missions", name="briefings.set_missions")
def set_missions(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: MissionsForm, now: Now
) -> Response:
    try:
        setup_service.change_missions(db, actor, slug, form.accepted().to_domain(), at=now)
    except Invalid as error:
        page = setup_pages.missions_page(db, actor, slug)
        return refused(request, "briefings/missions.html", page, form, error)
    return see(address_of(request)("briefings.missions", slug=slug))


@router.get("/groups", name="briefings.groups")
def groups(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "briefings/groups.html", setup_pages.groups_page(db, actor, slug))


@router.post("/groups", name="briefings.set_groups")
def set_groups(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: GroupsForm, now: Now
) -> Response:
    try:
        setup_service.change_groups(db, actor, slug, form.accepted().to_domain(), at=now)
    except Invalid as error:
        page = setup_pages.groups_page(db, actor, slug)
        return refused(request, "briefings/groups.html", page, form, error)
    return see(address_of(request)("briefings.groups", slug=slug))


@router.get("/scales", name="briefings.scales")
def scales(request: Request, db: Db, actor: SignedIn, slug: Slug, question: Number = 1) -> Response:
    page = setup_pages.scales_page(db, actor, slug, question)
    return render(request, "briefings/scales.html", page)


@router.post("/scales", name="briefings.set_scale")
def set_scale(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: ScaleForm, now: Now
) -> Response:
    number = form.data.question if form.data else 0
    page = setup_pages.scales_page(db, actor, slug, number)
    try:
        setup_service.set_scale(db, actor, slug, form.accepted().to_domain(), at=now)
    except (Invalid, Conflict) as error:
        page = setup_pages.scales_page(db, actor, slug, number)
        return refused(request, "briefings/scales.html", page, form, error)
    to = address_of(request)
    if "next" in form.raw.get("go", "") and page.following:
        return see(f"{to('briefings.scales', slug=slug)}?question={page.following}")
    return see(to("briefings.setup", slug=slug))


@router.get("/rule", name="briefings.rule")
def rule(request: Request, db: Db, actor: SignedIn, slug: Slug) -> Response:
    return render(request, "briefings/rule.html", setup_pages.rule_page(db, actor, slug))


@router.post("/rule", name="briefings.set_rule")
def set_rule(
    request: Request, db: Db, actor: SignedIn, slug: Slug, form: RuleForm, now: Now
) -> Response:
    try:
        setup_service.set_rule(db, actor, slug, form.accepted().to_domain(), at=now)
    except (Invalid, Conflict) as error:
        page = setup_pages.rule_page(db, actor, slug)
        return refused(request, "briefings/rule.html", page, form, error)
    return see(address_of(request)("briefings.setup", slug=slug))
