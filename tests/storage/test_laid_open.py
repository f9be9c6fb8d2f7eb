"""What a customer is given of themselves is all that docs/privacy.md says is kept of them, column by column."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any, get_args

import pytest
from msgspec import Struct
from msgspec.structs import fields

from conversations.account import Missing, Rumour
from conversations.changing import replace
from conversations.consent import agree
from conversations.contact import Contact
from conversations.link import Link, Milestone, Stage
from conversations.linked_line import LinkedLine
from conversations.memory import Case
from conversations.network import Network
from conversations.rules import Rules
from conversations.secret import LinkToken
from conversations.session import AskingConsent, AskingNetwork, CheckingOtp, Idle, Session, Step
from storage.chats import Chat, ChatAddress
from storage.codec import STORED_NAMES, encode
from storage.consents import Evidence
from storage.forms import FLAT
from storage.labels import _LABELS
from storage.laid_open import NOT_LISTED, own_data
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.scenes import AGREEMENT, ASKED, ASKING_OTP, INVITATION, LINKED, MEMORY, NUMBER, session_at
from tests.storage.test_privacy_map import Column, described

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
ADA, BOLA, TUNDE = Contact("whatsapp", "+2348031234567"), Contact("telegram", "22"), Contact("telegram", "900")


def each(table: str, names: str, said: str) -> dict[Column, str]:
    """The same of several columns of a table; `*` stands for the column's own name."""
    return {(table, name): said.replace("*", name) for name in names.split()}


# Columns of a customer's rows, and where in what they are given the same stands.
GIVEN: dict[Column, str] = {
    **{(table, "contact"): "chat.address" for table in ("sessions", "accounts", "consents", "chats", "chat_names")},
    ("sessions", "step"): "conversation.step.step",
    ("sessions", "expires_at"): "conversation.expires_at",
    ("sessions", "case_until"): "conversation.case.until",
    ("sessions", "sealed"): "conversation",
    ("outbox", "lane"): "messages_to_be_sent",
    ("accounts", "id"): "lines.account",
    ("accounts", "number"): "lines.claim.line.number.e164",
    ("accounts", "due_at"): "lines.summary_due",
    ("accounts", "missing_at"): "lines.missing.since",
    **each("accounts", "linked_at tend_at", "lines.*"),
    ("accounts", "sealed"): "lines",
    ("consents", "at"): "agreements.at",
    ("consents", "sealed"): "agreements",
    **each("chats", "heard_at window_closed opted_out template_sent text_only", "reached_by.*"),
    ("chats", "sealed"): "reached_by.place",
    ("chat_names", "name"): "reached_by.place.person",
    **each("links", "reference network milestone reached made_at language reason moved_at", "links.*"),
    **each("links", "expires_at opened_at agreed_at linked_at account", "links.*"),
    ("links", "customer"): "links.customer.address",
    ("links", "channel"): "links.customer.channel",
    ("links", "number"): "links.number.e164",
    ("links", "external"): "links.external_reference",
    ("links", "sealed"): "links",
    ("link_tokens", "reference"): "links.reference",
}
ORDER, ADDRESSES = "order of rows, and when one is looked at again", "addresses of links, receipts and files"
# Columns of theirs that they are not given, under what they are told of why.
NAMED: dict[Column, str] = {
    **each("sessions", "warn_at forget_at", ORDER),
    **each(
        "outbox", "sealed kind state tries due_at rest drop_at receipt prompt shown_at", "words of messages that wait"
    ),
    ("outbox", "id"): ORDER,
    **each("consents", "id link", ORDER),
    **each("links", "remind_at forget_at", ORDER),
    ("links", "agent"): "who the agents are",
    **each("receipt_pages", "token contact", ADDRESSES),
    **each("link_tokens", "token bond", ADDRESSES),
    **each("one_time_files", "token expires_at sealed", ADDRESSES),
    **each("spends", "id key at forget_at", "how often something was asked for"),
    **each("inbound_ids", "channel id forget_at", "ids of messages that were taken in"),
    **each("quarantine", "id channel reason at sealed", "messages that could not be read"),
    **each("events", "number id kind at tries answer delivered_at", "what the business was told"),
    **each("events", "give_up_at sealed", "what the business was told"),
    **each("program_answers", "key request forget_at sealed", "what the business's programs were answered"),
    **each("audit", "id contact at sealed link", "what the business's people did"),
}
# Tables with nothing of a customer's, and why.
NOBODYS = {
    **dict.fromkeys(("agents", "agent_sessions", "join_codes"), "an agent's"),
    "kept_posts": "what waits a moment for its turn, and is taken before any later message of its chat",
    "pause": "said to everybody, and about nobody",
    **dict.fromkeys(("keys", "ledgers", "inbound_scans", "billed_messages", "leases"), "the service's own"),
}
# What is left out of a row that is given, and is named with why.
WITHIN = {
    "keys to a code that is being asked for",
    "links for the same number that somebody else uses",
    "the whole number of a link that may have been sent on",
}


def test_every_column_is_given_or_named_with_why_not_and_none_twice() -> None:
    assert {column for column in described() if column[0] not in NOBODYS} == GIVEN.keys() | NAMED.keys()
    assert not GIVEN.keys() & NAMED.keys()


def test_what_is_not_given_is_named_to_the_customer() -> None:
    assert set(NAMED.values()) | WITHIN == NOT_LISTED.keys()


@pytest.fixture
def store() -> Store:
    return Store.under(Keyring.parse(Keyring.generate_key()), Rules())


def keep_everything(tx: Transaction, store: Store) -> tuple[Session, LinkedLine, Link]:
    """Of Ada all that can be; of Bola, whom another link for the same number went to, some."""
    at = CheckingOtp(1, ASKING_OTP)
    session = session_at(at, contact=ADA, memory=MEMORY, offer=INVITATION, own_number=NUMBER, case=Case(NOW))
    asked = replace(LINKED, missing=Missing(NOW, NOW), rumour=Rumour(NOW, NOW))
    line = replace(asked, summary_due=NOW, tend_at=NOW + timedelta(days=1))
    link = Link("K7M-4Q2", TUNDE, TUNDE, "en", ("mango", "river"), NOW, NOW + timedelta(hours=24), NOW, NUMBER)
    link = replace(link, network=Network.MTN, account=line.account, customer=ADA, external_reference="LN-1")
    link = replace(link, milestone=Milestone.LINKED, reached=Stage.LINKED, token=LinkToken("opens-it"))
    store.sessions.save(tx, session, NOW)
    store.accounts.keep(tx, ADA, line)
    store.chats.keep(tx, Chat(ChatAddress(ADA, "whatsapp:+2348031234567", "NG.1", "wamid-1"), NOW))
    for contact in (ADA, BOLA):
        store.consents.record(tx, contact, agree(contact, "en", NOW), NOW, withdrawn=False, asked=ASKED)
    store.links.keep(tx, link)
    store.links.keep(tx, replace(link, reference="P3X-9WD", customer=BOLA, account=None))
    return session, line, link


def test_each_column_stands_where_it_is_said_to_and_nothing_of_others(tx: Transaction, store: Store) -> None:
    keep_everything(tx, store)
    given = own_data(tx, store, ADA, NOW)
    held = json.loads(given)
    assert [column for column, path in GIVEN.items() if at_path(held, path) is None] == []
    assert held["chat"] == {"channel": "whatsapp", "address": "+2348031234567"}
    assert [link["reference"] for link in held["links"]] == ["K7M-4Q2"]
    for others in ('"22"', '"900"', "P3X-9WD", "opens-it", "reference-1"):
        assert others not in given


@pytest.mark.parametrize("step", [AskingConsent(), AskingNetwork(AGREEMENT, NUMBER, proven=False), ASKING_OTP, Idle()])
def test_whoever_opened_a_link_that_was_sent_on_does_not_learn_its_number_from_the_file(
    tx: Transaction, store: Store, step: Step
) -> None:
    link = Link("K7M-4Q2", TUNDE, TUNDE, "en", ("mango", "river"), NOW, NOW + timedelta(hours=24), NOW, NUMBER)
    store.links.keep(tx, replace(link, customer=BOLA))
    unshown = {"offer": replace(INVITATION, number=NUMBER)} if step == AskingConsent() else {"unshown": NUMBER}
    store.sessions.save(tx, session_at(step, contact=BOLA, **unshown), NOW)
    given = own_data(tx, store, BOLA, NOW)
    assert "8031234567" not in given
    assert json.loads(given)["links"][0]["number"] == {"e164": NUMBER.masked}
    store.sessions.save(tx, session_at(step, contact=BOLA, memory=MEMORY), NOW)  # they typed it
    assert NUMBER.e164 in own_data(tx, store, BOLA, NOW)


def names_of(kind: Any) -> Iterator[str]:
    """What the fields of a class, and of all that may stand in them, are called on the disk."""
    if isinstance(kind, type) and issubclass(kind, Struct):
        called = STORED_NAMES.get(kind, {})
        yield from (called.get(field.name, field.name) for field in fields(kind) if called.get(field.name) != FLAT)
        for field in fields(kind):
            yield from names_of(field.type)
    for inner in get_args(kind):
        yield from names_of(inner)


def test_every_name_has_a_label_and_the_file_says_what_those_in_it_mean(tx: Transaction, store: Store) -> None:
    called = {name for kind in (Session, LinkedLine, Evidence, Chat, Link) for name in names_of(kind)}
    ours = {"as_of", "held_by", "chats", "chat", "agreements", "conversation", "reached_by", "links", "not_listed"}
    ours |= {"opened_at", "agreed_at", "linked_at", "messages_to_be_sent"}
    of_others = {"enrolled_by", "served_by", "token", "binds_tokens", "held_elsewhere"}
    assert called | ours == {name for name in _LABELS if "." not in name} | of_others
    keep_everything(tx, store)
    meant = json.loads(own_data(tx, store, ADA, NOW))["what_the_names_mean"]
    assert meant["used_at"] == "read last at"
    assert meant["missing.asked"] != meant["asked"] != meant["step.asked"]
    assert "tend at" not in meant.values()


def test_all_that_is_sealed_is_given_but_for_what_is_named(tx: Transaction, store: Store) -> None:
    session, line, link = keep_everything(tx, store)
    held = json.loads(own_data(tx, store, ADA, NOW))
    left_out = set(paths(stored(session, Session))) - set(paths(held["conversation"]))
    assert {path for path in left_out if not path.startswith("contact.")} == {
        *("contact", "lines", "held_elsewhere"),  # beside the conversation
        "step.asked.reference",
    }
    assert stored(line, LinkedLine) == held["lines"][0]
    assert stored(link, Link).keys() - held["links"][0].keys() == {"enrolled_by", "served_by", "token", "binds_tokens"}


def at_path(held: Any, path: str) -> Any:
    """What stands there; of a list, in its first."""
    for name in path.split("."):
        held = (held[0] if isinstance(held, list) else held)[name]
    return held


def stored(value: object, kind: type) -> dict[str, Any]:
    """As it stands on the disk, unsealed."""
    plain: dict[str, Any] = json.loads(encode(value, kind))
    return plain


def paths(value: dict[str, Any], before: str = "") -> Iterator[str]:
    """Every name in it, after those that it stands in."""
    for name, inner in value.items():
        yield before + name
        if isinstance(inner, dict):
            yield from paths(inner, f"{before}{name}.")
