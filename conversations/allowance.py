"""Limits as values: what may be spent how often, and when one more is allowed. Never where spends are counted."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from conversations.changing import replace
from conversations.discretion import Discreet, Hidden
from conversations.phone import PhoneNumber

_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_AT_ANY_TIME = datetime.min.replace(tzinfo=UTC)


class Spend(StrEnum):
    """What is spent: each costs somebody money, patience or a chance to guess."""

    OTP_REQUEST = "otp_request"
    OTP_CHECK = "otp_check"
    LINK = "link"
    READ = "read"
    INVITATION = "invitation"


class Limit(Struct, frozen=True):
    """At most `most` in any sliding window of length `within`. ValueError where that allows nothing."""

    name: str
    most: int
    within: timedelta

    def __post_init__(self) -> None:
        if self.most < 1 or self.within <= timedelta(0):
            raise ValueError(f"the limit {self.name} must allow at least one in a window of some length")


class Allowance(Discreet, frozen=True):
    """A limit on one thing. `key` says what is counted; storage keeps only a keyed hash of it.

    `spent`: whether one is spent of it; otherwise one has to be left all the same, for what follows.
    """

    limit: Limit
    key: Hidden[str]
    spent: bool = True


class Refused(Struct, frozen=True):
    """The limit that is reached, and the exact time (UTC) from which one more is allowed."""

    limit: Limit
    until: datetime


def decide(limit: Limit, deciding: datetime | None, now: datetime) -> Refused | None:
    """Whether one more may be spent at `now`; None is yes.

    One earlier spend decides, the `limit.most`-th newest (None where there are fewer): once that is out of the window,
    so are all before it. Spends that seem to lie ahead count too: a clock that jumps back must not open the limit.
    """
    if deciding is None or deciding + limit.within <= now:
        return None
    return Refused(limit, until=deciding + limit.within)


class Limits(Struct, frozen=True):
    """The numbers that rule spending; each is a setting."""

    otp_requests_per_session: int = 3
    otp_request_gaps: tuple[timedelta, ...] = (timedelta(seconds=60), timedelta(seconds=120))
    otp_requests_per_number_day: int = 5
    otp_requests_kept_for_owner: int = 2  # of those, for whoever proves the number; one is left for others at least
    otp_requests_per_contact_day: int = 6
    otp_requests_per_prefix_hour: int = 60
    otp_requests_per_hour: int = 600  # over all numbers: the spend breaker
    otp_checks_per_code: int = 3
    otp_checks_per_number_day: int = 15
    links_per_agent_hour: int = 20
    links_per_program_hour: int = 1000
    reads_per_contact_hour: int = 30
    replies_waiting_per_contact: int = 20  # then one word about it


def allowances_for_otp_request(
    limits: Limits, contact_key: str, number: PhoneNumber, *, vouched: bool
) -> tuple[Allowance, ...]:
    """All that one OTP request spends. The prefix `080312` is a block of 100,000 numbers, as SIM farms hold them.

    `vouched`: the number is proven, or comes from a link that names it. Who has no more than typed it spends of a share
    besides, so that strangers do not use up what its owner needs. No code is sent that could not be checked any more.
    """
    rules, key, prefix = _of_otp_requests(limits), f"{Spend.OTP_REQUEST}:number:{number.e164}", number.local[:6]
    spent = [
        *pause_of_number(limits, number),
        Allowance(rules.number, key),
        Allowance(rules.contact, f"{Spend.OTP_REQUEST}:contact:{contact_key}"),
        Allowance(rules.prefix, f"{Spend.OTP_REQUEST}:prefix:{prefix}"),
        Allowance(rules.all, f"{Spend.OTP_REQUEST}:all"),
        *(replace(each, spent=False) for each in allowances_for_otp_check(limits, number)),
    ]
    if not vouched:
        spent += [
            Allowance(rules.number_unproven, f"{key}:unproven"),
            Allowance(rules.prefix_unproven, f"{Spend.OTP_REQUEST}:prefix:{prefix}:unproven"),
            Allowance(rules.all_unproven, f"{Spend.OTP_REQUEST}:all:unproven"),
        ]
    return tuple(spent)


def is_share_of_typed(limits: Limits, limit: Limit) -> bool:
    """Whether codes of a block of numbers, or of all, are left for whoever proves that the number is theirs."""
    rules = _of_otp_requests(limits)
    return limit in (rules.prefix_unproven, rules.all_unproven) and limit not in (rules.prefix, rules.all)


def pause_of_number(limits: Limits, number: PhoneNumber) -> tuple[Allowance, ...]:
    """The pause between two OTP requests for one number, whichever chats they come from; none where there is none."""
    pause = _of_otp_requests(limits).pause
    return (Allowance(pause, f"{Spend.OTP_REQUEST}:pause:{number.e164}"),) if pause else ()


class _OtpRequestLimits(NamedTuple):
    pause: Limit | None
    number: Limit
    contact: Limit
    prefix: Limit
    all: Limit
    number_unproven: Limit
    prefix_unproven: Limit
    all_unproven: Limit


@lru_cache(maxsize=16)  # there is one set of them, from the settings
def _of_otp_requests(limits: Limits) -> _OtpRequestLimits:
    gap = limits.otp_request_gaps[0] if limits.otp_request_gaps else timedelta(0)
    number, kept = limits.otp_requests_per_number_day, limits.otp_requests_kept_for_owner
    prefix, over_all = limits.otp_requests_per_prefix_hour, limits.otp_requests_per_hour
    return _OtpRequestLimits(
        pause=Limit("otp_request_pause_per_number", 1, gap) if gap else None,
        number=Limit("otp_requests_per_number_day", number, _DAY),
        contact=Limit("otp_requests_per_contact_day", limits.otp_requests_per_contact_day, _DAY),
        prefix=Limit("otp_requests_per_prefix_hour", prefix, _HOUR),
        all=Limit("otp_requests_per_hour", over_all, _HOUR),
        number_unproven=Limit("otp_requests_per_number_day_unproven", max(1, number - kept), _DAY),
        prefix_unproven=Limit("otp_requests_per_prefix_hour", max(1, prefix // 2), _HOUR),
        all_unproven=Limit("otp_requests_per_hour", max(1, over_all // 2), _HOUR),
    )


def allowances_for_otp_check(limits: Limits, number: PhoneNumber) -> tuple[Allowance, ...]:
    """What one check of a code spends; never given back by a new code."""
    limit = Limit("otp_checks_per_number_day", limits.otp_checks_per_number_day, _DAY)
    return (Allowance(limit, f"{Spend.OTP_CHECK}:number:{number.e164}"),)


def allowances_for_read(limits: Limits, contact_key: str) -> tuple[Allowance, ...]:
    """What one look at a linked line spends of its contact's hour: each is a call that the provider may charge for."""
    limit = Limit("reads_per_contact_hour", limits.reads_per_contact_hour, _HOUR)
    return (Allowance(limit, f"{Spend.READ}:contact:{contact_key}"),)


def allowances_for_link(limits: Limits, agent_key: str) -> tuple[Allowance, ...]:
    """What one new link spends of its agent's hour."""
    limit = Limit("links_per_agent_hour", limits.links_per_agent_hour, _HOUR)
    return (Allowance(limit, f"{Spend.LINK}:agent:{agent_key}"),)


def allowances_for_program(limits: Limits, program_key: str) -> tuple[Allowance, ...]:
    """What one new link spends of the hour of the business's program that makes it."""
    limit = Limit("links_per_program_hour", limits.links_per_program_hour, _HOUR)
    return (Allowance(limit, f"{Spend.LINK}:program:{program_key}"),)


# Nobody asked for an invitation that comes by itself, so that all agents together send few of them.
TEMPLATE_LIMITS = (
    Limit("invitations_per_number_day", 1, _DAY),
    Limit("invitations_per_number_week", 3, 7 * _DAY),
)


def allowances_for_template(number: PhoneNumber) -> tuple[Allowance, ...]:
    """What an invitation spends that is sent straight to a number, whoever sends it."""
    return tuple(Allowance(limit, f"{Spend.INVITATION}:number:{number.e164}") for limit in TEMPLATE_LIMITS)


# Every limit that a spend can meet, by the name under which it is told and counted.
LIMIT_NAMES = (
    "otp_request_pause_per_number",
    "otp_requests_per_number_day_unproven",
    "links_per_program_hour",
    "reminders_per_link_day",
    "joins_per_contact_hour",
    "otp_requests_per_number_day",
    "otp_requests_per_contact_day",
    "otp_requests_per_prefix_hour",
    "otp_requests_per_hour",
    "otp_checks_per_number_day",
    "links_per_agent_hour",
    "reads_per_contact_hour",
    *(limit.name for limit in TEMPLATE_LIMITS),
)

# Those that stop others than whoever reached them.
OVER_MANY = frozenset({"otp_requests_per_prefix_hour", "otp_requests_per_hour"})


def next_request_at(limits: Limits, requested_at: Sequence[datetime]) -> datetime | None:
    """When a session that requested codes at `requested_at` may ask for the next; None: it has used up its requests.

    Before the first request any time will do: `datetime.min` in UTC.
    """
    if len(requested_at) >= limits.otp_requests_per_session:
        return None
    if not requested_at or not limits.otp_request_gaps:
        return _AT_ANY_TIME
    gap = limits.otp_request_gaps[min(len(requested_at), len(limits.otp_request_gaps)) - 1]
    return max(requested_at) + gap
