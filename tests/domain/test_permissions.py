"""Each rule names who may do what; everybody else is refused, in every state."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain, combinations
from typing import Any

import pytest

from app.domain import permissions
from app.domain.actor import Actor, Role
from app.domain.attribution import Attribution
from app.domain.errors import NotAllowed
from app.domain.lifecycle import BriefingState
from app.domain.proceedings import Standing

Rule = Callable[[Actor, BriefingState], permissions.Refusal]
MINE, OTHER = 1, 2
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SECOND, MILLISECOND = timedelta(seconds=1), timedelta(milliseconds=1)
PAST = NOON - timedelta(days=1)
ALL_STATES = set(BriefingState)
DRAFT, OPEN, CLOSED, CIRCULATED, ISSUED, PUBLISHED, WITHDRAWN = BriefingState
PRESIDENCY, SIGNS = {Role.OFFICER, Role.PRESIDENT}, {Role.SIGNATORY}
DELEGATION = {Role.FOCAL_POINT, Role.DRAFTER, Role.SIGNATORY}


def of_this(rule: Callable[..., permissions.Refusal]) -> Rule:
    return lambda actor, state: rule(actor, MINE, state)


def watching(attribution: Attribution) -> Rule:
    return lambda actor, state: permissions.watch_completeness(actor, MINE, attribution, state)


def at_door(rule: Callable[..., permissions.Refusal], **more: Any) -> Rule:  # noqa: ANN401 - those of a door
    of_cell = {"on_record": more.pop("on_record")} if "on_record" in more else {}
    return lambda actor, state: rule(actor, permissions.Door(state, NOON, **more), **of_cell)


# rule, who may, in which states, whether only of one's own presidency
RULES: dict[str, tuple[Rule, set[Role], set[BriefingState], bool]] = {
    "convene": (lambda who, _: permissions.convene(who), PRESIDENCY, ALL_STATES, False),
    "prepare": (of_this(permissions.prepare), PRESIDENCY, {DRAFT}, True),
    "close": (of_this(permissions.close), PRESIDENCY, {OPEN}, True),
    "withdraw": (
        of_this(permissions.withdraw_briefing),
        {Role.PRESIDENT},
        {DRAFT, OPEN, CLOSED, CIRCULATED},
        True,
    ),
    "watch": (watching(Attribution.COUNTED), PRESIDENCY, ALL_STATES, True),
    "watch unattributed": (
        watching(Attribution.NON_ATTRIBUTED),
        PRESIDENCY,
        {CLOSED, CIRCULATED, ISSUED, PUBLISHED},
        True,
    ),
    "remind": (
        lambda who, state: permissions.remind(who, MINE, state, past_deadline=False),
        PRESIDENCY,
        {OPEN},
        True,
    ),
    "mark conditions": (of_this(permissions.mark_conditions), PRESIDENCY, {CIRCULATED}, True),
    "answer a draft": (
        lambda who, state: permissions.answer_for(who, state, past_deadline=False),
        SIGNS,
        {CIRCULATED},
        False,
    ),
    "take a stance": (
        lambda who, state: permissions.take_stance(
            who, Standing.MEMBER, state, past_deadline=False
        ),
        SIGNS,
        {CIRCULATED},
        False,
    ),
    "read what delegations say": (
        of_this(permissions.read_answers),
        PRESIDENCY,
        {CIRCULATED, ISSUED, PUBLISHED},
        True,
    ),
    "reply to them": (of_this(permissions.reply), PRESIDENCY, {CIRCULATED}, True),
    "draft a position": (
        at_door(permissions.draft_position),
        {Role.DRAFTER, *SIGNS},
        {OPEN},
        False,
    ),
    "draft what is on the record": (
        at_door(permissions.draft_position, on_record=True),
        {Role.DRAFTER, *SIGNS},
        {OPEN, CLOSED, CIRCULATED},
        False,
    ),
    "sign a position": (at_door(permissions.sign_position), SIGNS, {OPEN}, False),
    "sign what is on the record": (
        at_door(permissions.sign_position, on_record=True),
        SIGNS,
        {OPEN, CLOSED, CIRCULATED},
        False,
    ),
    "sign late": (
        at_door(permissions.sign_position, deadline=PAST, admitted=NOON),
        SIGNS,
        {OPEN, CLOSED, CIRCULATED},
        False,
    ),
    "sign jointly": (at_door(permissions.sign_jointly), SIGNS, {OPEN}, False),
    "sign jointly late": (
        at_door(permissions.sign_jointly, deadline=PAST, admitted=NOON),
        SIGNS,
        set(),
        False,
    ),
    "accept late positions": (
        of_this(partial(permissions.admit, past_deadline=True)),
        PRESIDENCY,
        {OPEN, CLOSED, CIRCULATED},
        True,
    ),
    "manage people": (
        lambda who, _: permissions.manage_people(who),
        {Role.FOCAL_POINT, Role.PRESIDENT, Role.ADMINISTRATOR},
        ALL_STATES,
        False,
    ),
    "see the summary and its positions": (
        of_this(permissions.read_draft_summary),
        PRESIDENCY,
        {CLOSED, CIRCULATED, ISSUED, PUBLISHED},
        True,
    ),
    "draft the summary": (
        of_this(permissions.draft_summary),
        PRESIDENCY,
        {CLOSED, CIRCULATED},
        True,
    ),
    "circulate": (of_this(permissions.circulate), PRESIDENCY, {CLOSED, CIRCULATED}, True),
    "read the draft": (
        lambda who, state: permissions.read_circulated(who, has_seat=True, state=state),
        DELEGATION,
        {CIRCULATED, ISSUED, PUBLISHED},
        False,
    ),
    "issue": (of_this(permissions.issue), PRESIDENCY, {CIRCULATED}, True),
    "publish": (of_this(permissions.publish), {Role.PRESIDENT}, {ISSUED}, True),
}
each_rule = pytest.mark.parametrize("name", RULES)


def actor(*roles: Role, presidency: int | None = MINE) -> Actor:
    return Actor(7, "Somebody", frozenset(roles), presidency_id=presidency)


@each_rule
def test_every_set_of_roles_in_every_state_is_answered_as_stated(name: str) -> None:
    rule, who, when, _ = RULES[name]
    sets = chain.from_iterable(combinations(Role, size) for size in range(len(Role) + 1))
    for roles in sets:
        for state in BriefingState:
            may = bool(who & set(roles)) and state in when
            assert (rule(actor(*roles), state) is None) is may


@each_rule
def test_another_presidency_may_nothing_here(name: str) -> None:
    rule, _, when, is_own = RULES[name]
    for presidency in (OTHER, None):
        for state in when:
            refusal = rule(actor(*Role, presidency=presidency), state)
            assert (refusal is not None) is is_own


@each_rule
def test_a_refusal_is_a_sentence(name: str) -> None:
    rule, *_ = RULES[name]
    for state in BriefingState:
        refusal = rule(actor(), state)
        assert refusal
        assert refusal[0].isupper()
        assert refusal.endswith(".")


def test_a_briefing_without_a_presidency_is_presided_by_nobody() -> None:
    for presidency in (MINE, None):
        assert not permissions.presides(actor(*Role, presidency=presidency), None)


def test_nobody_writes_or_signs_what_is_new_after_the_deadline() -> None:
    door = permissions.Door(OPEN, NOON, PAST)
    for rule in (permissions.draft_position, permissions.sign_position):
        assert rule(actor(*Role), door) == permissions.PAST_DEADLINE
        assert rule(actor(*Role), door, on_record=True) is None


@pytest.mark.parametrize(("passed", "may"), [(-1, True), (0, True), (1, False)])
def test_every_time_ends_at_its_millisecond(passed: int, may: bool) -> None:
    now = NOON + passed * MILLISECOND
    for door, on_record in (
        (permissions.Door(OPEN, now, NOON), False),
        (permissions.Door(CIRCULATED, now, PAST, corrections=NOON), True),
        (permissions.Door(CIRCULATED, now, PAST, corrections=PAST, admitted=NOON), False),
    ):
        refusal = permissions.sign_position(actor(*Role), door, on_record=on_record)
        assert (refusal is None) is may


def test_nothing_is_late_while_positions_are_due() -> None:
    president = actor(Role.PRESIDENT)
    assert permissions.admit(president, MINE, OPEN, past_deadline=False)


def test_a_delegation_without_a_seat_does_not_read_the_draft() -> None:
    assert permissions.read_circulated(actor(*Role), has_seat=False, state=CIRCULATED)


def test_nobody_issues_the_same_text_twice() -> None:
    assert permissions.issue_again(actor(), [7, 8])
    assert permissions.issue_again(actor(), [8]) is None


def test_a_refusal_is_raised_with_its_reason() -> None:
    permissions.require(None)
    with pytest.raises(NotAllowed, match="Not so"):
        permissions.require("Not so.")
