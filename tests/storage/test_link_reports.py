"""Reports are counted from an index, of the days of Lagos, and say what became of links and of nobody."""

from datetime import date, timedelta

import pytest

from conversations.agents.programs import program_named
from conversations.agents.session import Agent
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.link_progress import forget_customer
from conversations.link import Link, Milestone, Reason, Stage
from conversations.network import Network
from conversations.report import By, LinkShare
from conversations.rules import Rules
from storage.audit import operator_named
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.raw import connection_of
from tests.scenes import ADA, NOON, NUMBER

STORE = Store.under(Keyring.parse(Keyring.generate_key()), Rules())
TUNDE = Agent(Contact("console", "2001"), "Tunde", NOON)
BISI = Agent(Contact("console", "2002"), "=Bisi", NOON)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
TODAY = date(2026, 11, 23)
MADE = Link("K7M-4Q2", TUNDE.contact, TUNDE.contact, "pcm", ("mango", "river"), NOON, NOON + DAY, NOON, NUMBER)


@pytest.fixture(autouse=True)
def two_agents(tx: Transaction) -> None:
    for agent in (TUNDE, BISI):
        STORE.agents.keep(tx, agent)


def keep(tx: Transaction, link: Link, *stages: tuple[Milestone, Stage, float]) -> Link:
    """The link as it was made, and then at each milestone, so many minutes later."""
    STORE.links.keep(tx, link)
    for milestone, stage, minutes in stages:
        customer = ADA if stage >= Stage.AGREED else None
        moved = link.made_at + minutes * MINUTE
        link = replace(link, milestone=milestone, reached=stage, moved_at=moved, customer=customer)
        STORE.links.keep(tx, link)
    return link


LINKED = (
    (Milestone.OPENED, Stage.OPENED, 2),
    (Milestone.AGREED, Stage.AGREED, 3),
    (Milestone.LINKED, Stage.LINKED, 8),
)


def test_the_moments_of_opening_and_linking_stay_whatever_comes_after(tx: Transaction) -> None:
    link = keep(tx, MADE, *LINKED)
    ended = replace(link, milestone=Milestone.WITHDRAWN, moved_at=NOON + 30 * MINUTE)
    STORE.links.keep(tx, forget_customer(ended))
    (row,) = STORE.link_reports.rows(tx, TODAY, TODAY)
    assert (row.opened_at, row.linked_at) == (NOON + 2 * MINUTE, NOON + 8 * MINUTE)
    assert (row.tally.channel, row.tally.language, row.tally.agent, row.tally.step) == ("console", "pcm", "Tunde", 5)


def test_it_counts_what_was_made_on_those_days_of_lagos(tx: Transaction) -> None:
    keep(tx, MADE, *LINKED)
    keep(tx, replace(MADE, reference="A2A-2A2", served_by=BISI.contact, network=Network.MTN))
    keep(
        tx, replace(MADE, reference="C3C-3C3", made_at=NOON - 13 * timedelta(hours=1), reason=Reason.TIME), *LINKED[:1]
    )
    keep(tx, replace(MADE, reference="D4D-4D4", made_at=NOON - timedelta(hours=13, minutes=1)))
    report = STORE.link_reports.report(tx, TODAY, TODAY)
    assert report.funnel == (3, 2, 1, 1, 1, 1, 1)
    assert report.linked == {TODAY: 1}
    assert report.median == 6 * MINUTE
    assert report.shares[By.AGENT] == (LinkShare("Tunde", 2, 1), LinkShare("=Bisi", 1, 0))
    mine = STORE.link_reports.report(tx, TODAY - DAY, TODAY, BISI)
    assert (mine.funnel, mine.median, mine.billed) == ((1, 0, 0, 0, 0, 0, 0), None, None)


def test_its_days_add_up_to_what_was_linked_of_what_was_made(tx: Transaction) -> None:
    """Also with a link that was withdrawn, with one that was linked on a later day, and with those of one agent."""
    keep(tx, MADE, *LINKED)
    keep(
        tx, replace(MADE, reference="A2A-2A2", served_by=BISI.contact), *LINKED, (Milestone.WITHDRAWN, Stage.LINKED, 9)
    )
    keep(tx, replace(MADE, reference="C3C-3C3", made_at=NOON - 2 * DAY), *LINKED)
    keep(tx, replace(MADE, reference="D4D-4D4"), *LINKED[:2], (Milestone.LINKED, Stage.LINKED, 30 * 60))
    keep(tx, replace(MADE, reference="E5E-5E5"), *LINKED[:2])
    for agent, lines in ((None, 4), (TUNDE, 3), (BISI, 1)):
        report = STORE.link_reports.report(tx, TODAY - 7 * DAY, TODAY, agent)
        assert sum(report.linked.values()) == report.lines == lines


def test_messages_that_are_charged_for_are_counted_before_and_after_their_rows_go(tx: Transaction) -> None:
    for receipt in ("SM1", "SM2", None):
        message = STORE.outbox.add(tx, b"lane", "message", b"hello", NOON, NOON + DAY)
        STORE.outbox.sent(tx, message.number, b"lane", receipt)
    assert STORE.link_reports.report(tx, TODAY, TODAY).billed == 2
    assert STORE.outbox.forget_old(tx, NOON + 9 * DAY) == 2
    assert STORE.outbox.forget_old(tx, NOON + 9 * DAY) == 0
    assert STORE.link_reports.report(tx, TODAY, TODAY).billed == 2
    assert STORE.link_reports.report(tx, TODAY + DAY, TODAY + DAY).billed == 0


def test_a_program_has_its_name_and_who_is_no_agent_any_more_has_none(tx: Transaction) -> None:
    made = (program_named("loans-backend"), operator_named("Ngozi"), BISI.contact, TUNDE.contact)
    for number, server in enumerate(made):
        keep(tx, replace(MADE, reference=f"A{number}A-2A2", served_by=server))
    STORE.agents.drop(tx, BISI.contact)
    names = {row.reference: row.tally.agent for row in STORE.link_reports.rows(tx, TODAY, TODAY)}
    assert names == {"A0A-2A2": "loans-backend", "A1A-2A2": "", "A2A-2A2": "", "A3A-2A2": "Tunde"}
    shares = STORE.link_reports.report(tx, TODAY, TODAY).shares[By.AGENT]
    assert shares == (LinkShare("Tunde", 1, 0), LinkShare("loans-backend", 1, 0), LinkShare("", 2, 0))


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_no_agents_link_is_opened_for_it_and_the_table_is_not_read(tx: Transaction) -> None:
    for server in (TUNDE, BISI):
        keep(tx, replace(MADE, reference=f"{server.name[-1].upper()}2A-2A2", served_by=server.contact))
    statements: list[str] = []
    connection_of(tx).set_trace_callback(statements.append)
    STORE.link_reports.report(tx, TODAY, TODAY)
    connection_of(tx).set_trace_callback(None)
    asked = [each for each in statements if " FROM links " in each]
    plans = {row[3].split(" (")[0] for each in asked for row in tx.execute(f"EXPLAIN QUERY PLAN {each}")}
    assert {plan for plan in plans if "links" in plan} == {"SEARCH links USING COVERING INDEX links_made"}
