"""What a customer is given of themselves is all that docs/privacy.md says is kept of them, column by column."""

import json
from datetime import UTC, datetime

from conversations.consent import agree
from conversations.contact import Contact
from conversations.rules import Rules
from conversations.session import Idle
from storage.laid_open import own_data
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import ASKED, LINKED, session_at
from tests.storage.test_privacy_map import described

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ADA, BOLA = Contact("telegram", "11"), Contact("telegram", "22")
# Each table with something sealed of a customer, and where that stands in what they are given.
GIVEN = {
    "sessions": "conversation",
    "accounts": "lines",
    "consents": "agreements",
    "chats": "reached_by",
    "links": "links",
    "outbox": "messages_to_be_sent",
}
# Those with nothing of theirs, or that nobody's name or number finds, and why.
LEFT_OUT = {
    "agents": "an agent's",
    "agent_sessions": "an agent's",
    "join_codes": "an agent's",
    "audit": "an agent's or an operator's acts",
    "events": "what the business was told, under the link's reference; it holds it itself",
    "quarantine": "nobody's, for it could not be read",
    "one_time_files": "found by its token alone, and gone in ten minutes",
    "kept_posts": "a message that waits a moment for its turn, and is taken before any later one of its chat",
    "program_answers": "a program's",
    "pause": "said to everybody, and about nobody",
}


def test_every_sealed_column_of_the_page_is_given_or_is_left_out_for_a_reason() -> None:
    sealed = {table for (table, _), (kind, *_) in described().items() if kind == "sealed"}
    assert sealed == GIVEN.keys() | LEFT_OUT.keys()


def test_what_is_given_has_each_part_and_nothing_of_others(tx: Transaction) -> None:
    store = Store.under(Keyring.parse(Keyring.generate_key()), Rules())
    for contact in (ADA, BOLA):
        agreement = agree(contact, "en", NOW)
        store.sessions.save(tx, session_at(Idle(), contact=contact), NOW)
        store.accounts.keep(tx, contact, LINKED)
        store.consents.record(tx, contact, agreement, NOW, withdrawn=False, asked=ASKED)
    given = own_data(tx, store, ADA, NOW)
    held = json.loads(given)
    assert set(GIVEN.values()) <= held.keys()
    assert held["chat"] == {"channel": "telegram", "address": "11"}
    assert held["lines"][0]["claim"]["agreement"]["reads"] == ["identity", "balances", "transactions"]
    assert held["lines"][0]["readings"] == {"count": 0, "last_at": None}
    assert [each["agreement"]["reference"] for each in held["agreements"]] == [agree(ADA, "en", NOW).reference]
    assert '"22"' not in given
