"""The type of the keys names exactly what the wording files hold, and mypy refuses what they do not."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, get_args

import pytest

from conversations import keys
from conversations.agents.board import STATES
from conversations.allowance import (
    TEMPLATE_LIMITS,
    Limits,
    allowances_for_link,
    allowances_for_otp_check,
    allowances_for_otp_request,
    allowances_for_read,
)
from conversations.customer.events import Oddity
from conversations.customer.notifications import NOTICES, PLACES, REASONS, UNSENT
from conversations.customer.problems import LIMITS_FOR_AGENTS, LIMITS_REACHED, NUMBERS, ODDITIES
from conversations.effects import Say, sentence
from conversations.link import Milestone, Place, Reason, Unsent
from conversations.phone import NumberProblem
from conversations.wording import LANGUAGES, catalogue_of, render
from conversations.wording.catalogue import EntryBroken
from tests.for_every import for_every
from tests.keys import KEYS, module
from tests.scenes import BUSINESS, NUMBER


def test_the_keys_are_those_of_the_wording_files() -> None:
    assert KEYS.read_text(encoding="utf-8") == module(), "run `make keys`"
    for language in LANGUAGES:
        assert set(get_args(keys.Key)) == catalogue_of(language).entries


def test_a_key_that_is_no_entry_is_refused_before_anything_runs() -> None:
    """By mypy: were it content with this line, it would call the comment on it unused."""
    with pytest.raises(EntryBroken):
        render(Say((sentence("no-such-key"),)), "en", BUSINESS)  # type: ignore[arg-type]


@for_every(
    ("table", "members"),
    [
        (NUMBERS, NumberProblem),
        (ODDITIES, Oddity),
        (NOTICES, set(Milestone) - {Milestone.OPEN, Milestone.CANCELLED}),
        (STATES, Milestone),
        (PLACES, Place),
        (REASONS, Reason),
        (UNSENT, Unsent),
    ],
)
def test_every_member_has_its_sentence(table: Mapping[Enum | str, Any], members: Any) -> None:
    assert set(table) == set(members)


def test_every_limit_that_somebody_can_reach_has_its_sentence() -> None:
    limits = Limits()
    codes = allowances_for_otp_request(limits, "ada", NUMBER, vouched=False)
    customers = (*codes, *allowances_for_otp_check(limits, NUMBER), *allowances_for_read(limits, "ada"))
    assert {each.limit.name for each in customers} == set(LIMITS_REACHED)
    assert {each.limit.name for each in allowances_for_link(limits, "tunde")} <= set(LIMITS_FOR_AGENTS)
    assert {limit.name for limit in TEMPLATE_LIMITS} <= set(LIMITS_FOR_AGENTS)
