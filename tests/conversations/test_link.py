"""A link knows whose it may be, when it is over, and when its agent is reminded."""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.contact import Contact
from conversations.lagos import LAGOS
from conversations.link import FINAL, Link, Milestone
from conversations.network import Line, Network
from tests.for_every import for_every
from tests.scenes import ADA, NOON, NUMBER, OTHER_NUMBER

AGENT = Contact("console", "2001")
CHIDI = Contact("console", "3002")
DAY = timedelta(days=1)
LINK = Link("K7M-4Q2", AGENT, AGENT, "en", ("mango", "river"), NOON, NOON + DAY, NOON)


def test_anybody_may_go_on_with_a_link_until_it_has_its_customer() -> None:
    taken = replace(LINK, customer=ADA)
    assert LINK.is_for(ADA, NOON)
    assert LINK.is_for(CHIDI, NOON)
    assert taken.is_for(ADA, NOON)
    assert not taken.is_for(CHIDI, NOON)


def test_a_link_is_over_at_the_moment_of_its_end() -> None:
    assert LINK.is_for(ADA, NOON + DAY - timedelta(seconds=1))
    assert not LINK.is_for(ADA, NOON + DAY)


@for_every("milestone", Milestone)
def test_a_link_that_has_ended_is_nobodys(milestone: Milestone) -> None:
    link = replace(LINK, milestone=milestone)
    assert link.is_final == (milestone in FINAL)
    assert link.is_for(ADA, NOON) != link.is_final


def test_the_number_is_the_customers_where_it_is_known_and_always_masked() -> None:
    for_one_line = replace(LINK, number=NUMBER, network=Network.MTN)
    used = replace(LINK, line=Line(OTHER_NUMBER, Network.AIRTEL))
    assert (LINK.masked, for_one_line.masked, used.masked) == ("", NUMBER.masked, OTHER_NUMBER.masked)
    assert (LINK.likely_network, for_one_line.likely_network, used.likely_network) == (
        None,
        Network.MTN,
        Network.AIRTEL,
    )


@for_every(
    ("ends", "reminds"),
    [
        ("2026-11-23T16:00", "2026-11-23T14:00"),
        ("2026-11-23T10:00", "2026-11-23T09:00"),  # two hours before would be early
        ("2026-11-23T19:59", "2026-11-23T17:59"),
        ("2026-11-23T20:00", "2026-11-23T17:59"),  # evening: the next morning is too late
        ("2026-11-24T03:00", "2026-11-23T17:59"),
        ("2026-11-24T09:00", "2026-11-23T17:59"),
    ],
)
def test_an_unopened_link_is_reminded_of_two_hours_before_its_end_by_day(ends: str, reminds: str | None) -> None:
    end = datetime.fromisoformat(ends).replace(tzinfo=LAGOS)
    link = replace(LINK, made_at=end - timedelta(days=1), expires_at=end)
    expected = datetime.fromisoformat(reminds).replace(tzinfo=LAGOS) if reminds else None
    assert link.remind_at == expected


@for_every("milestone", [each for each in Milestone if each is not Milestone.OPEN])
def test_nobody_is_reminded_of_a_link_that_was_opened(milestone: Milestone) -> None:
    assert replace(LINK, milestone=milestone).remind_at is None


def test_a_link_shows_nothing_personal_of_itself() -> None:
    shown = repr(replace(LINK, number=NUMBER, note="rent of Mama Ada", customer=ADA, line=Line(NUMBER, Network.MTN)))
    for hidden in (NUMBER.e164, NUMBER.local, "Mama", ADA.address, AGENT.address):
        assert hidden not in shown
