"""Mono's webhooks: which are genuine, what they say, and that no body whatever does harm."""

import json
import secrets

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.providers.mono.news import (
    AccountDataReady,
    AccountUnlinked,
    Ignored,
    MonoEvent,
    ReauthorisationNeeded,
    WebhookUnreadable,
    decode_event,
)
from bot.providers.mono.webhooks import is_genuine
from conversations.account import DataStatus
from conversations.secret import AccountId, Secret
from tests.for_every import for_every

WORD = f"whsec_{secrets.token_hex(8)}"
SECRET = Secret(WORD)
ACCOUNT = AccountId("acc0ffee")


def test_only_the_secret_itself_is_genuine() -> None:
    assert is_genuine(WORD, SECRET)
    for header in (None, "", WORD[:-1], f"{WORD} ", WORD.upper(), "ünïcode", "\udcff", "漢字", WORD * 9):
        assert not is_genuine(header, SECRET)


@for_every("header", [None, "", " "])
def test_an_empty_secret_lets_nobody_in(header: str | None) -> None:
    assert not is_genuine(header, Secret(""))


def test_a_secret_beyond_ascii_is_compared_by_its_bytes_as_starlette_decodes_them() -> None:
    secret = Secret("naïve₦")
    assert is_genuine("naïve₦".encode().decode("latin-1"), secret)
    assert not is_genuine("naïve₦", secret)


@given(st.text() | st.none())
def test_no_header_makes_the_check_fail_to_answer(header: str | None) -> None:
    assert is_genuine(header, SECRET) is (header == WORD)


def event_of(name: str, data: object) -> MonoEvent:
    return decode_event(json.dumps({"event": name, "data": data}).encode())


def updated(**meta: object) -> dict[str, object]:
    account = {"_id": "acc0ffee", "name": "Main Balance", "balance": 900, "accountNumber": "+2348139990001"}
    return {"account": account, "meta": {"auth_method": "mobile_banking", "ref": "x", **meta}}


@for_every("name", ["mono.events.account_updated", "mono.accounts.account_updated"])
@for_every("word", ["AVAILABLE", "partial", "Unavailable", "FAILED"])
def test_an_update_tells_that_there_is_something_to_read(name: str, word: str) -> None:
    assert event_of(name, updated(data_status=word)) == AccountDataReady(ACCOUNT, DataStatus(word.lower()))


@for_every("meta", [{}, {"data_status": None}, {"data_status": "SHINY"}, {"data_status": 5}])
def test_an_update_without_a_known_status_is_worth_a_look(meta: dict[str, object]) -> None:
    assert event_of("mono.events.account_updated", updated(**meta)) == AccountDataReady(ACCOUNT, DataStatus.AVAILABLE)


def test_an_update_that_is_still_processing_is_ignored() -> None:
    event = event_of("mono.events.account_updated", updated(data_status="PROCESSING"))
    assert event == Ignored("mono.events.account_updated")


@for_every("status", ["UNAVAILABLE", "SHINY", 5, None])
def test_a_sync_that_met_a_log_in_needs_the_customer_whatever_its_status(status: object) -> None:
    meta = updated(data_status=status, sync_status="REAUTHORISATION_REQUIRED")
    assert event_of("mono.events.account_updated", meta) == ReauthorisationNeeded(ACCOUNT)


def test_an_event_that_names_the_log_in_needs_the_customer() -> None:
    data = {"account": {"_id": "acc0ffee"}}
    assert event_of("mono.events.reauthorisation_required", data) == ReauthorisationNeeded(ACCOUNT)


@for_every("key", ["id", "_id"])
def test_an_unlinking_is_told_with_either_name_of_the_id(key: str) -> None:
    assert event_of("mono.events.account_unlinked", {"account": {key: "acc0ffee"}}) == AccountUnlinked(ACCOUNT)


@for_every(
    ("name", "data"),
    [
        ("mono.events.account_connected", {"id": "acc0ffee", "customer": "c1", "meta": {}}),
        ("mono.accounts.jobs.update", {"account": "acc0ffee", "id": "j1", "status": "finished"}),
        ("mono.events.account_reauthorized", {"account": {"_id": "acc0ffee"}}),
        ("mono.events.sync_failed", {"account": {"_id": "acc0ffee"}}),
        ("mono.events.something_new", None),
        ("mono.events.account_updated", {"account": None}),
        ("mono.events.account_unlinked", {"account": {"id": "../x"}}),
        ("mono.events.account_unlinked", []),
    ],
)
def test_everything_else_is_ignored_by_name(name: str, data: object) -> None:
    assert event_of(name, data) == Ignored(name)


@for_every("name", ["<b>", "with space", "x" * 65, "", "line\n", "\ud83d"])
def test_a_name_that_is_none_is_not_kept(name: str) -> None:
    assert event_of(name, None) == Ignored("")


@for_every("body", [b"", b"null", b"[]", b"{}", b'"event"', b'{"event": 5}', b"<html>", b"\xff", b"\x00"])
def test_a_body_that_is_no_event_is_unreadable(body: bytes) -> None:
    with pytest.raises(WebhookUnreadable, match="not an event"):
        decode_event(body)


@for_every("depth", [*range(900, 1010), 100_000])
def test_nesting_of_any_depth_ends_in_an_event_or_in_one_error(depth: int) -> None:
    body = b'{"event": "mono.x", "data": ' + b"[" * depth + b"]" * depth + b"}"
    try:
        assert decode_event(body) == Ignored("mono.x")
    except WebhookUnreadable as unreadable:
        assert str(unreadable) in {"not an event", "nested too deep"}  # noqa: PT017


@for_every("data", [b"9" * 5000, b"1e99999", b"NaN", b'"\\u0000"', b'"\\ud800"', b'{"": {"": null}}'])
def test_hostile_values_end_in_an_event_or_in_one_error(data: bytes) -> None:
    for body in (b'{"event": "mono.x", "data": ' + data + b"}", b'{"event": ' + data + b"}"):
        try:
            assert isinstance(decode_event(body), Ignored)
        except WebhookUnreadable:
            continue


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["account", "meta", "_id", "id", "data_status"]), inner)
    ),
    max_leaves=20,
)
NAMES = st.sampled_from(["mono.events.account_updated", "mono.events.account_unlinked"]) | st.text()


@given(NAMES, JSON)
@example("mono.events.account_updated", {"account": {"id": "a"}, "meta": {"retrieved_data": 5}})
def test_any_event_with_any_data_is_read(name: str, data: object) -> None:
    assert isinstance(event_of(name, data), MonoEvent)


@given(st.binary())
def test_random_bytes_are_no_event(body: bytes) -> None:
    with pytest.raises(WebhookUnreadable):
        decode_event(body)


def test_an_account_id_does_not_show_in_an_event() -> None:
    assert "acc0ffee" not in repr(event_of("mono.events.account_updated", updated(data_status="AVAILABLE")))
