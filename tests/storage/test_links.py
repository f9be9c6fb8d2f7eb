"""Links are kept whole and sealed, found by whoever may see them, bound once, and forgotten in time."""

from datetime import timedelta

import pytest

from conversations.agents.session import Agent, Tally
from conversations.agents.standing import Happened, Standing
from conversations.changing import replace
from conversations.contact import Contact
from conversations.link import FINAL, Link, Milestone, Place, Reason, Stage
from conversations.network import Line, Network
from conversations.phone import PhoneNumber
from conversations.secret import AccountId, LinkToken
from storage.board import Board, BoardDay
from storage.links import KEPT, Links
from storage.sealing import Keyring
from storage.transaction import Transaction
from tests.raw import everything_in
from tests.scenes import ADA, NOON, NUMBER, OTHER_NUMBER

TUNDE = Agent(Contact("console", "tunde-2001"), "Tunde", NOON)
BISI = Agent(Contact("console", "2002"), "Bisi", NOON)
BOSS = Agent(Contact("console", "1000"), "Mama Boss", NOON, admin=True)
CHIDI = Contact("console", "3002")
DAY = timedelta(days=1)
LINKS = Links(Keyring.parse(Keyring.generate_key()))
BOARD = Board(LINKS)
LINK = Link("K7M-4Q2", TUNDE.contact, TUNDE.contact, "pcm", ("mango", "river"), NOON, NOON + DAY, NOON, NUMBER)
OTHER = replace(LINK, reference="P3X-9W4", served_by=BISI.contact, enrolled_by=BISI.contact, number=None)
FULL = replace(
    LINK,
    network=Network.MTN,
    note="rent of Mama Ada",
    milestone=Milestone.LINKED,
    reached=Stage.LINKED,
    step=Place.SUMMARY,
    reason=Reason.WRONG_CODE,
    customer=ADA,
    line=Line(OTHER_NUMBER, Network.AIRTEL),
    consent="C-1",
    account=AccountId("account-1"),
    contested=True,
    template_chat="Chat",
    external_reference="=LN-2026-0042 💸",
)
TOKEN = LinkToken("token-of-22-characters")


def keep(tx: Transaction, *links: Link) -> None:
    for link in links:
        LINKS.keep(tx, link)


def test_whoever_did_not_make_a_link_finds_it_by_what_is_shown_of_its_number_and_not_by_the_rest(
    tx: Transaction,
) -> None:
    """Handed on, it is shown as 0803 ••• 4567; searching for all thousand between would tell which it is."""
    handed = replace(LINK, served_by=BISI.contact)
    keep(tx, handed)

    def found(agent: Agent, number: PhoneNumber) -> tuple[Link, ...]:
        return BOARD.find(tx, agent, Standing(), None, number, "")

    guessed = PhoneNumber("+2348039994567")
    assert found(BISI, NUMBER) == found(BISI, guessed) == (handed,)
    assert found(BISI, OTHER_NUMBER) == ()
    assert (found(BOSS, NUMBER), found(BOSS, guessed)) == ((handed,), ())
    keep(tx, LINK)
    assert (found(TUNDE, NUMBER), found(TUNDE, guessed)) == ((LINK,), ())
    typed = replace(OTHER, line=Line(NUMBER, Network.MTN))
    keep(tx, typed)
    assert found(BISI, NUMBER) == found(BISI, guessed) == (typed,)


def test_a_link_comes_back_whole(tx: Transaction) -> None:
    keep(tx, LINK, OTHER)
    assert LINKS.find(tx, "K7M-4Q2") == LINK
    keep(tx, FULL)
    assert LINKS.find(tx, "K7M-4Q2") == FULL
    assert LINKS.find(tx, "P3X-9W4") == OTHER
    assert LINKS.find(tx, "Q2W-3E4") is None
    assert (LINKS.is_taken(tx, "K7M-4Q2"), LINKS.is_taken(tx, "Q2W-3E4")) == (True, False)


def test_nothing_personal_stands_in_the_clear(tx: Transaction) -> None:
    keep(tx, FULL)
    LINKS.add_token(tx, TOKEN, FULL.reference)
    dump = everything_in(tx)
    texts = ("rent", "account-1", "tunde-2001", "mango", "C-1", "LN-2026-0042")
    for hidden in (TOKEN.reveal(), NUMBER.e164[1:], OTHER_NUMBER.local, *texts):
        assert hidden not in dump
        assert hidden.encode().hex().upper() not in dump


def test_a_row_does_not_open_in_another_place(tx: Transaction) -> None:
    keep(tx, LINK, OTHER)
    tx.execute("UPDATE links SET sealed = (SELECT sealed FROM links WHERE reference = 'P3X-9W4')")
    assert LINKS.find(tx, "K7M-4Q2") is None
    assert LINKS.find(tx, "P3X-9W4") == OTHER


# Tokens


def test_a_link_is_opened_by_each_of_its_tokens_and_by_no_other(tx: Transaction) -> None:
    keep(tx, LINK, OTHER)
    for token, reference in (("t-1", "K7M-4Q2"), ("t-2", "K7M-4Q2"), ("t-3", "P3X-9W4")):
        LINKS.add_token(tx, LinkToken(token), reference)
    found = [LINKS.opened_by(tx, LinkToken(token)) for token in ("t-1", "t-2", "t-3", "t-4", "", "T-1", "\ud800\0")]
    assert found == [LINK, LINK, OTHER, None, None, None, None]


def test_a_link_that_is_forgotten_takes_all_its_tokens_along(tx: Transaction) -> None:
    keep(tx, FULL, OTHER)
    for token in ("t-1", "t-2"):
        LINKS.add_token(tx, LinkToken(token), FULL.reference)
    assert LINKS.forget_old(tx, NOON + KEPT - timedelta(seconds=1)) == 0
    assert LINKS.forget_old(tx, NOON + KEPT) == 1
    assert tx.execute("SELECT count(*) FROM link_tokens").fetchone() == (0,)
    assert LINKS.find(tx, OTHER.reference) == OTHER


# What the business calls them


def test_links_are_found_by_what_the_business_calls_them_newest_first(tx: Transaction) -> None:
    newer = replace(OTHER, external_reference=FULL.external_reference, made_at=NOON + DAY)
    keep(tx, FULL, newer, replace(LINK, reference="Q2W-3E4", external_reference="=ln-2026-0042 💸"))
    assert LINKS.of_external_reference(tx, FULL.external_reference) == (newer, FULL)
    assert LINKS.of_external_reference(tx, FULL.external_reference, most=1) == (newer,)
    assert LINKS.of_external_reference(tx, "LN-2026-0042") == ()


# Binding


def test_the_first_has_the_link_and_has_it_again_and_nobody_else(tx: Transaction) -> None:
    keep(tx, LINK)
    bound = replace(LINK, customer=ADA)
    assert LINKS.bind(tx, LINK.reference, ADA, NOON) == bound
    assert LINKS.bind(tx, LINK.reference, CHIDI, NOON) is None
    assert LINKS.bind(tx, LINK.reference, ADA, NOON) == bound
    assert LINKS.of_customer(tx, ADA) == (bound,)
    assert LINKS.of_customer(tx, CHIDI) == ()


def test_what_is_over_or_unknown_binds_nobody(tx: Transaction) -> None:
    keep(tx, LINK, replace(OTHER, milestone=Milestone.CANCELLED))
    assert LINKS.bind(tx, LINK.reference, ADA, NOON + DAY) is None
    assert LINKS.bind(tx, OTHER.reference, ADA, NOON) is None
    assert LINKS.bind(tx, "Q2W-3E4", ADA, NOON) is None
    tx.execute("UPDATE links SET sealed = ?", (b"\0",))
    assert LINKS.bind(tx, LINK.reference, ADA, NOON) is None


# Who sees what


def test_an_agent_finds_their_own_and_an_administrator_all(tx: Transaction) -> None:
    keep(tx, LINK, OTHER)
    found = {
        (agent.name, link.reference): LINKS.find_for(tx, agent, link.reference)
        for agent in (TUNDE, BISI, BOSS)
        for link in (LINK, OTHER)
    }
    assert {pair for pair, link in found.items() if link} == {
        ("Tunde", "K7M-4Q2"),
        ("Bisi", "P3X-9W4"),
        ("Mama Boss", "K7M-4Q2"),
        ("Mama Boss", "P3X-9W4"),
    }


def test_a_link_that_is_handed_on_changes_hands_entirely(tx: Transaction) -> None:
    keep(tx, LINK)
    keep(tx, replace(LINK, served_by=BISI.contact))
    assert LINKS.find_for(tx, TUNDE, LINK.reference) is None
    assert LINKS.find_for(tx, BISI, LINK.reference)
    assert BOARD.page(tx, TUNDE, Standing(), None, 0, 9)[0] == ()
    assert LINKS.tally_for(tx, TUNDE, NOON) == ()
    assert LINKS.open_of(tx, TUNDE) == ()


def test_a_page_is_the_agents_latest_of_the_wanted_milestones(tx: Transaction) -> None:
    mine = [
        replace(LINK, reference=f"K7M-4Q{n}", moved_at=NOON + timedelta(minutes=n), milestone=milestone)
        for n, milestone in enumerate([Milestone.OPEN, Milestone.LINKED, Milestone.STUCK, Milestone.EXPIRED])
    ]
    keep(tx, *mine, OTHER)
    assert BOARD.page(tx, TUNDE, Standing(), None, 0, 9)[0] == tuple(reversed(mine))
    assert BOARD.page(tx, TUNDE, Standing(), None, 1, 2)[0] == (mine[2], mine[1])
    assert BOARD.page(tx, TUNDE, Standing(frozenset(Milestone) - FINAL), None, 0, 9)[0] == (mine[2], mine[0])
    assert len(BOARD.page(tx, BOSS, Standing(), None, 0, 9)[0]) == 5


def test_a_past_day_shows_what_last_moved_on_it_whenever_it_was_made(tx: Transaction) -> None:
    moved = [NOON - timedelta(seconds=1), NOON, NOON + DAY]
    keep(tx, *(replace(LINK, reference=f"K7M-4Q{n}", moved_at=at) for n, at in enumerate(moved)))
    (link,) = BOARD.page(tx, TUNDE, Standing(), BoardDay(NOON, Happened.MOVED), 0, 9)[0]
    assert link.moved_at == NOON


def test_a_tally_counts_the_agents_links_of_the_day(tx: Transaction) -> None:
    yesterday = replace(LINK, reference="K7M-4Q3", made_at=NOON - DAY)
    keep(tx, replace(LINK, reached=Stage.OPENED), replace(FULL, reference="K7M-4Q4"), OTHER, yesterday)
    assert set(LINKS.tally_for(tx, TUNDE, NOON)) == {
        Tally(None, Stage.OPENED, 1),
        Tally(Network.AIRTEL, Stage.LINKED, 1),
    }
    assert sum(tally.links for tally in LINKS.tally_for(tx, BOSS, NOON)) == 3


@pytest.mark.parametrize("milestone", Milestone)
def test_a_twin_is_the_agents_own_open_link_for_the_number(tx: Transaction, milestone: Milestone) -> None:
    link = replace(LINK, milestone=milestone)
    keep(tx, link)
    assert LINKS.open_for_number(tx, TUNDE, NUMBER) == (None if milestone in FINAL else link)
    assert LINKS.open_for_number(tx, TUNDE, OTHER_NUMBER) is None
    assert LINKS.open_for_number(tx, BISI, NUMBER) is None
    assert LINKS.open_for_number(tx, BOSS, NUMBER) is None
    assert LINKS.open_of(tx, TUNDE) == (() if milestone in FINAL else (link,))


def test_a_link_that_was_handed_over_is_no_twin_by_which_its_number_could_be_found(tx: Transaction) -> None:
    keep(tx, replace(LINK, served_by=BISI.contact))
    assert LINKS.open_for_number(tx, BISI, NUMBER) is None


def test_a_link_is_found_by_its_account_as_long_as_it_names_one(tx: Transaction) -> None:
    keep(tx, FULL)
    assert LINKS.of_account(tx, AccountId("account-1")) == (FULL,)
    keep(tx, replace(FULL, account=None))
    assert LINKS.of_account(tx, AccountId("account-1")) == ()


# Time


def test_a_link_is_due_at_its_end_until_it_has_ended(tx: Transaction) -> None:
    keep(tx, LINK, OTHER)
    assert LINKS.expired(tx, NOON + DAY - timedelta(seconds=1)) == ()
    assert set(LINKS.expired(tx, NOON + DAY)) == {LINK, OTHER}
    LINKS.keep(tx, replace(LINK, expires_at=NOON + 2 * DAY))
    keep(tx, replace(OTHER, milestone=Milestone.EXPIRED))
    assert LINKS.expired(tx, NOON + DAY) == ()


def test_a_link_of_another_release_is_removed_when_it_is_due_but_not_one_that_no_key_opens(tx: Transaction) -> None:
    row = {"table": "links", "column": "sealed", "row": LINK.reference}
    for sealed, stays in ((b"\0", True), (LINKS.keyring.seal(b"{}", **row), False)):
        keep(tx, LINK, OTHER)
        tx.execute("UPDATE links SET sealed = ? WHERE reference = ?", (sealed, LINK.reference))
        assert LINKS.expired(tx, NOON + DAY, most=2) == (OTHER,)
        assert LINKS.is_taken(tx, LINK.reference) == stays


def test_a_reminder_is_given_out_once_and_not_for_a_link_that_was_opened(tx: Transaction) -> None:
    keep(tx, LINK, OTHER)
    keep(tx, replace(OTHER, milestone=Milestone.OPENED))
    due = NOON + timedelta(hours=22)
    assert LINKS.take_reminders(tx, due - timedelta(seconds=1)) == ()
    assert LINKS.take_reminders(tx, due) == (LINK,)
    assert LINKS.take_reminders(tx, due) == ()
    keep(tx, replace(LINK, served_by=BISI.contact))
    assert LINKS.take_reminders(tx, due) == ()


def test_whose_number_was_invited_is_found_by_it_newest_first_while_the_link_is_open(tx: Transaction) -> None:
    invited = replace(LINK, template_chat="Chat")
    newer = replace(invited, reference="Q2W-3E4", made_at=NOON + timedelta(minutes=1))
    over = replace(invited, reference="C3D-4E6", milestone=Milestone.CANCELLED)
    elsewhere = replace(invited, reference="D3E-4F6", number=OTHER_NUMBER)
    unsent = replace(LINK, reference="F3G-4H6")
    keep(tx, invited, newer, over, elsewhere, unsent)
    assert LINKS.invited(tx, NUMBER) == (newer, invited)
