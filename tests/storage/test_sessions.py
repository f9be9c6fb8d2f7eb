"""The sessions table: found again, due in time, forgotten in time, and never in the way when it cannot be read."""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.contact import Contact
from conversations.memory import Case
from conversations.rules import Rules
from conversations.session import AskingConsent, AskingNumber, FetchingSummary, Idle, Session
from storage.sealing import Keyring
from storage.sessions import UNDER_WAY, Sessions
from storage.transaction import Transaction
from tests.for_every import for_every
from tests.scenes import (
    ACCOUNT,
    ADA,
    AGREEMENT,
    ASKING_OTP,
    INVITATION,
    LINKED,
    MEMORY,
    NOON,
    RULES,
    STEPS,
    session_at,
)
from tests.storage.handing_over import HandedOver

BOLA = Contact("console", "bola")
ENDS = NOON + RULES.session
table = Sessions(Keyring.parse(Keyring.generate_key()), RULES)


def save(tx: Transaction, session: Session, now: datetime = NOON) -> None:
    table.save(tx, session, now)


def of(contact: Contact, session: Session) -> Session:
    return replace(session, contact=contact)


@for_every("session", [session_at(at) for at in STEPS])
def test_a_session_is_found_again_without_its_lines(tx: Transaction, session: Session) -> None:
    save(tx, session)
    assert table.load(tx, ADA) == replace(session, lines=())
    assert table.load(tx, BOLA) is None


def test_a_contact_has_one_row_and_the_newest_session_in_it(tx: Transaction) -> None:
    save(tx, session_at(AskingConsent()))
    save(tx, session_at(ASKING_OTP))
    assert tx.execute("SELECT count(*) FROM sessions").fetchone() == (1,)
    assert table.load(tx, ADA) == session_at(ASKING_OTP)
    assert table.count(tx) == {"AskingOtp": 1}


def test_lines_are_kept_in_their_own_table_only(tx: Transaction) -> None:
    save(tx, session_at(Idle(), lines=(LINKED,)))
    loaded = table.load(tx, ADA)
    assert loaded is not None
    assert loaded.lines == ()


def test_who_comes_by_some_links_is_found_by_one_look_at_the_sessions_under_way(tx: Transaction) -> None:
    came = {"0": "K7M-4Q2", "1": "K7M-4Q2", "2": "Q2W-3E4", "3": "R5T-6Y7", "4": ""}
    for name, reference in came.items():
        offer = replace(INVITATION, reference=reference) if reference else None
        save(tx, of(Contact("console", name), session_at(ASKING_OTP, offer=offer)))
    save(tx, of(BOLA, session_at(Idle(), offer=INVITATION)))
    asking = HandedOver(tx)
    found = table.coming_by(asking, {"K7M-4Q2", "Q2W-3E4", "Z9Z-9Z9"})
    assert {reference: {each.address for each in contacts} for reference, contacts in found.items()} == {
        "K7M-4Q2": {"0", "1"},
        "Q2W-3E4": {"2"},
    }
    assert asking.statements == 1


# What is due


def test_a_session_is_due_to_be_warned_and_then_to_be_ended(tx: Transaction) -> None:
    save(tx, session_at(ASKING_OTP))
    for moment, due in [
        (ENDS - timedelta(minutes=3, seconds=1), []),
        (ENDS - timedelta(minutes=3), [(ADA, False)]),
        (ENDS - timedelta(milliseconds=1), [(ADA, False)]),
        (ENDS, [(ADA, True)]),
    ]:
        assert table.due(tx, moment) == due


def test_who_was_warned_is_not_due_to_be_warned_again(tx: Transaction) -> None:
    save(tx, session_at(ASKING_OTP, warned=True))
    assert table.due(tx, ENDS - timedelta(seconds=1)) == []
    assert table.due(tx, ENDS) == [(ADA, True)]


def test_an_idle_contact_is_never_due(tx: Transaction) -> None:
    save(tx, session_at(Idle(), memory=MEMORY))
    assert table.due(tx, NOON + timedelta(days=1)) == []


def test_no_more_are_due_at_once_than_asked_for(tx: Transaction) -> None:
    for number in range(5):
        save(tx, of(Contact("console", str(number)), session_at(ASKING_OTP)))
    assert len(table.due(tx, ENDS, most=3)) == 3


@for_every("at", STEPS)
def test_after_a_restart_those_are_found_whose_call_was_cut_off(tx: Transaction, at: object) -> None:
    save(tx, session_at(at))  # type: ignore[arg-type]
    assert (table.under_way(tx) == [ADA]) == (type(at).__name__ in UNDER_WAY)


# What is forgotten


def test_a_session_is_forgotten_when_what_it_remembers_is(tx: Transaction) -> None:
    save(tx, session_at(Idle(), memory=MEMORY))
    assert table.forget_old(tx, MEMORY.until - timedelta(milliseconds=1)) == 0
    assert table.forget_old(tx, MEMORY.until) == 1
    assert table.load(tx, ADA) is None


def test_an_idle_contact_with_nothing_to_remember_is_forgotten_after_a_day(tx: Transaction) -> None:
    save(tx, session_at(Idle()))
    assert table.forget_old(tx, NOON + timedelta(hours=23)) == 0
    assert table.forget_old(tx, NOON + timedelta(hours=24)) == 1


def test_who_wants_no_messages_is_remembered_for_it(tx: Transaction) -> None:
    save(tx, session_at(Idle(), silent=True))
    assert table.forget_old(tx, NOON + timedelta(days=400)) == 0
    kept = table.load(tx, ADA)
    assert kept is not None
    assert kept.silent
    save(tx, session_at(FetchingSummary(1, ACCOUNT), silent=True))  # what comes by itself is read, and ends in time
    assert table.due(tx, ENDS) == [(ADA, True)]


def test_a_session_that_is_under_way_is_not_forgotten(tx: Transaction) -> None:
    save(tx, session_at(ASKING_OTP))
    assert table.forget_old(tx, NOON + timedelta(days=30)) == 0


# What cannot be read


def test_a_session_of_a_key_that_is_gone_is_as_none(tx: Transaction) -> None:
    old, new = Keyring.generate_key(), Keyring.generate_key()
    Sessions(Keyring.parse(f"{new},{old}"), RULES).save(tx, session_at(ASKING_OTP), NOON)
    assert Sessions(Keyring.parse(old), RULES).load(tx, ADA) is None


def test_a_session_that_was_tampered_with_is_as_none_and_is_kept_and_takes_nobodys_place(tx: Transaction) -> None:
    table = Sessions(Keyring.parse(Keyring.generate_key()), RULES)  # no other test has left anything unopened with it
    table.save(tx, session_at(ASKING_OTP), NOON)
    table.save(tx, of(BOLA, session_at(ASKING_OTP)), NOON)
    tx.execute("UPDATE sessions SET sealed = ? WHERE contact = ?", (b"\1\2\3\4", table.key(ADA)))
    assert table.load(tx, ADA) is None
    assert table.due(tx, ENDS, most=1) == [(BOLA, True)]
    assert tx.execute("SELECT count(*) FROM sessions").fetchone() == (2,)
    assert table.keyring.unopened == {"sessions": {table.key(ADA)}}


def test_a_session_that_was_moved_to_another_contact_is_as_none(tx: Transaction) -> None:
    save(tx, session_at(ASKING_OTP))
    tx.execute("UPDATE sessions SET contact = ?", (table.key(BOLA),))
    assert table.load(tx, BOLA) is None


def test_a_session_of_another_release_is_as_none(tx: Transaction) -> None:
    save(tx, session_at(AskingNumber(AGREEMENT)))
    sealed = table.keyring.seal(b'{"contact": 7}', table="sessions", column="sealed", row=table.key(ADA))
    tx.execute("UPDATE sessions SET sealed = ?", (sealed,))
    assert table.load(tx, ADA) is None
    assert table.due(tx, ENDS) == []


def test_the_spans_are_settings(tx: Transaction) -> None:
    brief = Sessions(table.keyring, Rules(warning=timedelta(minutes=1), memory=timedelta(hours=1)))
    brief.save(tx, session_at(ASKING_OTP), NOON)
    assert brief.due(tx, ENDS - timedelta(minutes=2)) == []
    assert brief.due(tx, ENDS - timedelta(minutes=1)) == [(ADA, False)]
    brief.save(tx, session_at(Idle()), NOON)
    assert brief.forget_old(tx, NOON + timedelta(hours=1)) == 1


def test_who_waits_for_a_person_is_not_forgotten_before_that_is_over(tx: Transaction) -> None:
    brief = Sessions(table.keyring, Rules(memory=timedelta(hours=1)))
    brief.save(tx, session_at(Idle(), case=Case(NOON + timedelta(hours=24))), NOON)
    assert brief.forget_old(tx, NOON + timedelta(hours=23)) == 0
    assert brief.forget_old(tx, NOON + timedelta(hours=24)) == 1


def test_after_a_clock_was_set_back_no_session_lasts_longer_than_one_does(tx: Transaction) -> None:
    ahead = NOON + timedelta(days=1)
    save(tx, replace(session_at(ASKING_OTP), expires_at=ahead + RULES.session), ahead)
    save(tx, of(BOLA, replace(session_at(AskingConsent()), expires_at=NOON + timedelta(minutes=3))))
    table.put_time_right(tx, NOON)
    capped = table.load(tx, ADA)
    assert capped
    assert capped.expires_at == ENDS
    assert set(table.due(tx, ENDS)) == {(BOLA, True), (ADA, True)}
    assert table.due(tx, NOON + timedelta(minutes=3)) == [(BOLA, True)]


def test_after_a_clock_was_set_back_so_many_are_put_right_at_once_and_one_that_cannot_be_read_takes_no_place(
    tx: Transaction,
) -> None:
    ahead = NOON + timedelta(days=1)
    for number in range(5):
        save(tx, of(Contact("console", str(number)), replace(session_at(ASKING_OTP), expires_at=ahead)), ahead)
    tx.execute("UPDATE sessions SET sealed = ? WHERE contact = ?", (b"\1\2\3\4", table.key(Contact("console", "0"))))
    assert [table.put_time_right(tx, NOON, most=2) for _ in range(3)] == [False, False, True]
    assert len(table.due(tx, ENDS)) == 4
