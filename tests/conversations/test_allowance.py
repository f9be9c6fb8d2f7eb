"""What may be spent how often, decided from the times of what was spent."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.allowance import (
    Allowance,
    Limit,
    Limits,
    Refused,
    allowances_for_link,
    allowances_for_otp_check,
    allowances_for_otp_request,
    allowances_for_template,
    decide,
    next_request_at,
    pause_of_number,
)
from conversations.phone import PhoneNumber
from tests.for_every import for_every

NOON = datetime(2026, 11, 5, 12, tzinfo=UTC)
NUMBER = PhoneNumber("+2348031234567")
HOUR = timedelta(hours=1)
THREE_AN_HOUR = Limit("three_an_hour", 3, HOUR)

spans = st.timedeltas(timedelta(seconds=1), timedelta(days=2))
moments = st.datetimes(datetime(2026, 11, 1), datetime(2026, 11, 9), timezones=st.just(UTC))  # noqa: DTZ001 made aware


def ago(*minutes: float) -> list[datetime]:
    return [NOON - timedelta(minutes=past) for past in minutes]


def three_an_hour(*minutes_ago: float) -> Refused | None:
    return judge(THREE_AN_HOUR, ago(*minutes_ago), NOON)


def judge(limit: Limit, spent: list[datetime], now: datetime) -> Refused | None:
    """What is decided from all that was spent, in any order."""
    newest = sorted(spent, reverse=True)[: limit.most]
    return decide(limit, newest[-1] if len(newest) == limit.most else None, now)


def test_what_is_left_may_be_spent() -> None:
    assert three_an_hour() is None
    assert three_an_hour(1, 2) is None
    assert three_an_hour(59, 1, 120, 180) is None


def test_a_used_up_limit_says_exactly_until_when() -> None:
    assert three_an_hour(10, 50, 30) == Refused(THREE_AN_HOUR, NOON + timedelta(minutes=10))


def test_a_spend_counts_until_its_window_has_passed_to_the_last_microsecond() -> None:
    spent = [NOON - HOUR, *ago(5, 3)]
    assert judge(THREE_AN_HOUR, spent, NOON) is None
    assert judge(THREE_AN_HOUR, spent, NOON - timedelta(microseconds=1)) is not None


def test_more_spends_than_the_limit_wait_for_all_that_are_too_many() -> None:
    assert three_an_hour(50, 40, 30, 20, 10) == Refused(THREE_AN_HOUR, NOON + timedelta(minutes=30))


def test_a_clock_that_jumps_back_does_not_open_the_limit() -> None:
    assert three_an_hour(-600, -601, -602) == Refused(THREE_AN_HOUR, NOON + timedelta(minutes=660))


@given(st.lists(spans, max_size=60), st.integers(1, 6), spans)
def test_no_window_ever_holds_more_than_the_limit(waits: list[timedelta], most: int, within: timedelta) -> None:
    limit = Limit("any", most, within)
    spent: list[datetime] = []
    now = NOON
    for wait in waits:
        now += wait / 20
        if judge(limit, spent, now) is None:
            spent.append(now)
    assert all(later - earlier >= within for earlier, later in zip(spent, spent[most:], strict=False))


@given(st.lists(moments, max_size=20), st.integers(1, 5), spans, moments)
def test_the_time_told_is_the_first_at_which_one_more_is_allowed(
    spent: list[datetime], most: int, within: timedelta, now: datetime
) -> None:
    limit = Limit("any", most, within)
    refused = judge(limit, spent, now)
    if refused is not None:
        assert refused.until > now
        assert judge(limit, spent, refused.until) is None
        assert judge(limit, spent, refused.until - timedelta(microseconds=1)) is not None


@for_every(("most", "within"), [(0, HOUR), (-1, HOUR), (1, timedelta(0))])
def test_a_limit_that_allows_nothing_is_a_mistake(most: int, within: timedelta) -> None:
    with pytest.raises(ValueError, match="the limit broken must allow at least one"):
        Limit("broken", most, within)


def rules(allowances: tuple[Allowance, ...]) -> list[tuple[str, int, timedelta]]:
    return [(allowance.key, allowance.limit.most, allowance.limit.within) for allowance in allowances]


def test_an_otp_request_spends_of_the_number_the_contact_the_prefix_and_the_whole() -> None:
    day = timedelta(days=1)
    vouched = [
        ("otp_request:pause:+2348031234567", 1, timedelta(seconds=60)),
        ("otp_request:number:+2348031234567", 5, day),
        ("otp_request:contact:telegram:12345", 6, day),
        ("otp_request:prefix:080312", 60, HOUR),
        ("otp_request:all", 600, HOUR),
        ("otp_check:number:+2348031234567", 15, day),
    ]
    assert rules(allowances_for_otp_request(Limits(), "telegram:12345", NUMBER, vouched=True)) == vouched
    assert rules(allowances_for_otp_request(Limits(), "telegram:12345", NUMBER, vouched=False)) == [
        *vouched,
        ("otp_request:number:+2348031234567:unproven", 3, day),
        ("otp_request:prefix:080312:unproven", 30, HOUR),
        ("otp_request:all:unproven", 300, HOUR),
    ]


def test_an_otp_request_spends_no_check_but_needs_that_one_is_left() -> None:
    asked = allowances_for_otp_request(Limits(), "telegram:12345", NUMBER, vouched=False)
    assert [each.key for each in asked if not each.spent] == ["otp_check:number:+2348031234567"]
    assert all(each.spent for each in allowances_for_otp_check(Limits(), NUMBER))


def test_without_a_gap_there_is_no_pause_for_a_number_either() -> None:
    for gaps in ((), (timedelta(0),)):
        assert pause_of_number(Limits(otp_request_gaps=gaps), NUMBER) == ()


def test_a_check_and_a_link_are_counted_apart_from_requests() -> None:
    assert rules(allowances_for_otp_check(Limits(), NUMBER)) == [
        ("otp_check:number:+2348031234567", 15, timedelta(days=1))
    ]
    assert rules(allowances_for_link(Limits(), "whatsapp:+2348020000000")) == [
        ("link:agent:whatsapp:+2348020000000", 20, HOUR)
    ]


def test_an_invitation_is_counted_by_its_number_alone_whoever_sends_it() -> None:
    key = "invitation:number:+2348031234567"
    expected = [(key, 1, timedelta(days=1)), (key, 3, timedelta(days=7))]
    assert rules(allowances_for_template(NUMBER)) == expected
    assert "8031234567" not in repr(allowances_for_template(NUMBER))


def test_every_number_is_a_setting() -> None:
    limits = Limits(otp_requests_per_number_day=1, otp_requests_per_hour=2)
    spent = allowances_for_otp_request(limits, "c", NUMBER, vouched=False)
    assert [allowance.limit.most for allowance in spent] == [1, 1, 6, 60, 2, 15, 1, 30, 1]


def test_what_is_counted_hides_in_its_repr() -> None:
    assert "8031234567" not in repr(
        allowances_for_otp_request(Limits(), "whatsapp:+2348031234567", NUMBER, vouched=True)
    )


def test_a_session_asks_for_three_codes_with_growing_gaps() -> None:
    limits = Limits()
    assert next_request_at(limits, []) == datetime.min.replace(tzinfo=UTC)
    assert next_request_at(limits, ago(5)) == NOON - timedelta(minutes=4)
    assert next_request_at(limits, ago(5, 1)) == NOON + timedelta(minutes=1)
    assert next_request_at(limits, ago(9, 5, 1)) is None


def test_gaps_last_from_the_latest_request_even_when_the_clock_jumped() -> None:
    assert next_request_at(Limits(), ago(-30, 5)) == NOON + timedelta(minutes=32)


def test_the_last_gap_serves_for_all_that_follow() -> None:
    limits = Limits(otp_requests_per_session=5)
    assert next_request_at(limits, ago(9, 7, 4)) == NOON - timedelta(minutes=2)
    assert next_request_at(Limits(otp_request_gaps=()), ago(1)) == datetime.min.replace(tzinfo=UTC)
