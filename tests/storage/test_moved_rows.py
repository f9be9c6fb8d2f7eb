"""Columns that rows are found by stand in the clear: who changes one, and has no key, is given nobody else's row by it.

Each is compared with what is sealed in the row. A row that says otherwise counts as one that no key opens.
"""

from datetime import timedelta

import pytest

from conversations.agents.programs import program_named
from conversations.agents.session import Agent, JoinGrant
from conversations.agents.standing import Standing
from conversations.agents.turn import Act
from conversations.changing import replace
from conversations.consent import agree
from conversations.contact import Contact
from conversations.link import Link
from conversations.linked_line import Claim, LinkedLine
from conversations.network import Line, Network
from conversations.rules import Rules
from conversations.secret import AccountId, JoinCode, LinkToken
from storage.board import Board
from storage.codec import UnreadableRow
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import ADA, NOON, NUMBER, OTHER_NUMBER

TUNDE = Agent(Contact("console", "2001"), "Tunde Ojo", NOON)
BISI = Agent(Contact("console", "2002"), "Bisi Ade", NOON)
CHIDI = Contact("console", "3002")
DAY = timedelta(days=1)
HIS = Link(
    "K7M-4Q2",
    TUNDE.contact,
    TUNDE.contact,
    "en",
    ("mango", "river"),
    NOON,
    NOON + DAY,
    NOON,
    NUMBER,
    customer=ADA,
    account=AccountId("account-1"),
    external_reference="LN-1",
    binds_tokens=True,
)
MINE = replace(
    HIS,
    reference="P3X-9W4",
    enrolled_by=BISI.contact,
    served_by=BISI.contact,
    number=OTHER_NUMBER,
    customer=CHIDI,
    account=AccountId("account-2"),
    external_reference="LN-2",
)
TOKEN = LinkToken("t" * 22)


@pytest.fixture
def store() -> Store:
    return Store.under(Keyring.parse(Keyring.generate_key()), Rules())


@pytest.fixture
def links(tx: Transaction, store: Store) -> Store:
    """With one link of each of two agents."""
    store.links.keep(tx, HIS)
    store.links.keep(tx, MINE)
    store.links.add_token(tx, TOKEN, MINE.reference)
    return store


def move(tx: Transaction, column: str) -> None:
    """His link is found by what mine is found by."""
    value = tx.execute(f"SELECT {column} FROM links WHERE reference = ?", (MINE.reference,)).fetchone()  # noqa: S608
    tx.execute(f"UPDATE links SET {column} = ? WHERE reference = ?", (*value, HIS.reference))  # noqa: S608


def test_a_link_that_was_moved_to_an_agent_is_not_theirs(tx: Transaction, links: Store) -> None:
    board = Board(links.links)
    move(tx, "agent")
    assert links.links.find_for(tx, BISI, HIS.reference) is None
    assert board.page(tx, BISI, Standing(), None, 0, 9)[0] == (MINE,)
    assert board.find(tx, BISI, Standing(), None, None, "") == (MINE,)
    assert board.find(tx, BISI, Standing(), None, NUMBER, "") == ()
    assert links.links.open_of(tx, BISI) == links.links.served_by(tx, BISI.contact) == (MINE,)
    assert links.keyring.unopened == {"links": {HIS.reference.encode()}}


def test_nor_is_one_found_by_anything_else_that_it_does_not_hold(tx: Transaction, links: Store) -> None:
    for column in ("customer", "number", "account", "external"):
        move(tx, column)
    boss = replace(BISI, admin=True)
    assert links.links.of_customer(tx, CHIDI) == (MINE,)
    assert links.links.of_number(tx, OTHER_NUMBER) == (MINE,)
    assert links.links.of_account(tx, AccountId("account-2")) == (MINE,)
    assert links.links.of_external_reference(tx, "LN-2") == (MINE,)
    assert links.links.open_for_number(tx, TUNDE, OTHER_NUMBER) is None
    assert Board(links.links).find(tx, boss, Standing(), None, OTHER_NUMBER, "") == (MINE,)
    assert links.links.find(tx, HIS.reference) == HIS


def test_a_token_opens_the_link_that_it_was_made_for_and_no_other(tx: Transaction, links: Store) -> None:
    tx.execute("UPDATE link_tokens SET reference = ?", (HIS.reference,))
    assert links.links.opened_by(tx, TOKEN) is None
    tx.execute("UPDATE link_tokens SET bond = NULL")
    assert links.links.opened_by(tx, TOKEN) is None
    assert len(links.keyring.unopened["link_tokens"]) == 1
    links.links.add_token(tx, LinkToken("u" * 22), HIS.reference)
    other = tx.execute("SELECT bond FROM link_tokens WHERE bond IS NOT NULL").fetchone()
    tx.execute("UPDATE link_tokens SET bond = ? WHERE bond IS NULL", other)
    assert links.links.opened_by(tx, TOKEN) is None


def test_a_link_from_before_tokens_were_bound_is_opened_until_its_end(tx: Transaction, store: Store) -> None:
    older = replace(HIS, binds_tokens=False)
    store.links.keep(tx, older)
    store.links.add_token(tx, TOKEN, older.reference)
    tx.execute("UPDATE link_tokens SET bond = NULL")
    assert store.links.opened_by(tx, TOKEN) == older


def test_the_name_of_a_program_is_read_in_no_link_that_was_moved_to_another(tx: Transaction, links: Store) -> None:
    program = program_named("lms")
    links.links.keep(tx, replace(HIS, served_by=program))
    agent = tx.execute("SELECT agent FROM links WHERE reference = ?", (MINE.reference,)).fetchone()
    tx.execute("UPDATE links SET agent = ?", agent)
    tx.execute("DELETE FROM links WHERE reference = ?", (MINE.reference,))
    (row,) = links.link_reports.rows(tx, NOON.date(), NOON.date())
    assert row.tally.agent == ""


def test_an_agent_whose_name_was_moved_is_not_found_by_it(tx: Transaction, store: Store) -> None:
    for agent in (TUNDE, BISI):
        store.agents.keep(tx, agent)
    names = dict(tx.execute("SELECT contact, name FROM agents").fetchall())
    (first, his), (second, hers) = names.items()
    for name, contact in ((b"", first), (his, second), (hers, first)):
        tx.execute("UPDATE agents SET name = ? WHERE contact = ?", (name, contact))
    assert store.agents.find_named(tx, "Tunde Ojo") is None
    assert store.agents.find_named(tx, "Bisi Ade") is None
    assert store.agents.find(tx, BISI.contact) == BISI


def test_nor_is_an_invitation_whose_name_was_moved(tx: Transaction, store: Store) -> None:
    grants = [JoinGrant(name, TUNDE.contact, NOON + DAY) for name in ("Ngozi Eze", "Bola Ige")]
    for code, grant in zip(("AAAAA-AAAAA", "BBBBB-BBBBB"), grants, strict=True):
        store.agents.keep_join_code(tx, JoinCode(code), grant)
    name = tx.execute("SELECT name FROM join_codes ORDER BY code LIMIT 1").fetchone()
    tx.execute("DELETE FROM join_codes WHERE name = ?", name)
    tx.execute("UPDATE join_codes SET name = ?", name)
    assert [store.agents.invited(tx, grant.name) for grant in grants] == [None, None]


def held(account: str, line: Line) -> LinkedLine:
    return LinkedLine(AccountId(account), Claim(agree(ADA, "en", NOON), line, proven=True), NOON)


def test_a_line_is_no_other_numbers(tx: Transaction, store: Store) -> None:
    store.accounts.keep(tx, ADA, held("account-1", Line(NUMBER, Network.MTN)))
    key = store.accounts.wanted_of_number(OTHER_NUMBER)[1]
    tx.execute("UPDATE accounts SET number = ?", key)
    assert store.accounts.of_number(tx, OTHER_NUMBER) == ()
    assert not store.accounts.is_held_elsewhere(tx, CHIDI, OTHER_NUMBER)
    assert len(store.accounts.of(tx, ADA)) == 1


def test_what_is_on_record_of_one_contact_is_not_told_of_another(tx: Transaction, store: Store) -> None:
    for contact in (ADA, CHIDI):
        store.consents.record(tx, contact, agree(contact, "en", NOON), NOON, withdrawn=False)
        store.audit.record(tx, contact, Act.LINK_MADE, HIS.reference, NOON)
    moved = store.sessions.key(CHIDI)
    tx.execute("UPDATE consents SET contact = ? WHERE id = 1", (moved,))
    tx.execute("UPDATE audit SET contact = ? WHERE id = 1", (moved,))
    receipts, unreadable = store.consents.receipts(tx, CHIDI)
    assert ([each.agreement for each in receipts], unreadable) == ([agree(CHIDI, "en", NOON)], 1)
    assert [entry for _, entry in store.audit.ledger.entries(tx, CHIDI)][1] is None
    with pytest.raises(UnreadableRow):
        store.consents.of(tx, CHIDI)
