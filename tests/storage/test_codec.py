"""Values of the core go to disk and come back the same; what another release wrote is said to be unreadable."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.outbox.payloads import KINDS, AccountUnlinking, ChatMessage, MenuChange, MessageDeletion, Payload
from conversations.agents.session import AgentStep
from conversations.changing import replace
from conversations.choice import Choice
from conversations.contact import Contact
from conversations.dialog import Dialog
from conversations.effects import MenuItem
from conversations.secret import AccountId, ExchangeCode, Secret, SessionReference
from conversations.session import AskingNetwork, ConfirmingUnlink, Idle, Session, Step
from conversations.wording import Button, Rendered
from storage.codec import TAGS, Codec, UnreadableRow, decode, encode, from_ms, to_ms
from storage.sessions import UNDER_WAY
from tests.for_every import for_every
from tests.scenes import AGREEMENT, NUMBER, STEPS, classes_of, session_at, sessions

MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - made aware
TEXTS = st.text(max_size=30)
SESSIONS = st.builds(
    replace,
    st.sampled_from(list(sessions())),
    contact=st.builds(Contact, TEXTS, TEXTS),
    expires_at=st.none() | MOMENTS,
    requests=st.lists(MOMENTS, max_size=3).map(tuple),
    dialog=st.builds(Dialog, st.integers(0, 10**6), st.lists(st.sampled_from(Choice), max_size=5).map(tuple)),
    attempt=st.integers(0, 2**40),
    warned=st.booleans(),
)


@for_every("at", STEPS)
def test_every_step_comes_back_the_same(at: Step) -> None:
    session = session_at(at)
    assert decode(encode(session, Session), Session) == session


@given(SESSIONS)
def test_every_session_comes_back_the_same(session: Session) -> None:
    assert decode(encode(session, Session), Session) == session


@pytest.mark.parametrize("kind", [AccountId, ExchangeCode, SessionReference])
@given(text=st.text())
def test_a_secret_comes_back_as_the_same_kind_of_secret(kind: type[Secret], text: str) -> None:
    secret = decode(encode(kind(text), kind), kind)
    assert type(secret) is kind
    assert secret.reveal() == text


@given(st.builds(Rendered, st.text(), st.lists(st.builds(Button, TEXTS, TEXTS)).map(tuple), st.integers()))
def test_every_message_comes_back_the_same(content: Rendered) -> None:
    messages: tuple[Payload, ...] = (
        ChatMessage(Contact("console", "ada"), content),
        MessageDeletion(Contact("console", "ada"), "m1"),
        AccountUnlinking(AccountId("account-1")),
        MenuChange(Contact("console", "2001"), (MenuItem("link", content.text), MenuItem("help", "what you can type"))),
        MenuChange(Contact("console", "2001"), ()),
    )
    for message in messages:
        assert decode(encode(message, type(message)), type(message)) == message
    assert {type(message) for message in messages} <= set(KINDS.values())


def test_half_a_character_comes_back_as_it_was() -> None:
    session = replace(session_at(Idle()), contact=Contact("console", "\ud800"))
    assert decode(encode(session, Session), Session) == session


def test_a_moment_is_read_in_every_form_that_a_release_has_written() -> None:
    for written in ("2026-11-23T12:00:00+00:00", "2026-11-23T12:00:00Z"):
        stored = f'{{"contact": {{"channel": "console", "address": "ada"}}, "expires_at": "{written}"}}'
        assert decode(stored.encode(), Session).expires_at == datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_tag_of_a_step_stands_on_disk_in_words() -> None:
    stored = json.loads(encode(session_at(AskingNetwork(AGREEMENT, NUMBER, proven=True)), Session))
    assert stored["step"]["step"] == "AskingNetwork"
    assert stored["step"]["number"] == {"e164": "+2348031234567"}
    tags = {json.loads(encode(session_at(step), Session))["step"]["step"] for step in STEPS}
    assert tags == {TAGS[step] for step in classes_of(Step)}


def test_an_end_that_was_asked_for_before_it_was_noted_what_had_begun_is_read() -> None:
    stored = (
        b'{"contact": {"channel": "console", "address": "ada"}, "step": {"step": "ConfirmingUnlink", "account": null}}'
    )
    assert decode(stored, Session).step == ConfirmingUnlink(None)


def test_every_step_and_dialog_has_a_tag_of_its_own() -> None:
    assert TAGS.keys() == {*classes_of(Step), *classes_of(AgentStep)}
    assert len(set(TAGS.values())) == len(TAGS)


@for_every("at", STEPS)
def test_a_step_that_is_renamed_is_written_and_read_as_before(at: Step) -> None:
    session = session_at(at)
    written = encode(session, Session)
    with renamed(type(at)):
        codec = Codec()
        assert codec.encode(session, Session) == written
        assert codec.decode(written, Session) == session


@contextmanager
def renamed(kind: type) -> Iterator[None]:
    """A class under another name, as a later release may have it."""
    name = kind.__name__
    kind.__name__ = "Renamed"
    try:
        yield
    finally:
        kind.__name__ = name


def test_the_steps_that_a_restart_cuts_off_are_those_that_wait_for_an_attempt() -> None:
    assert {TAGS[step] for step in classes_of(Step) if hasattr(step, "attempt")} == set(UNDER_WAY)


@for_every(
    "written",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b'{"contact": {"channel": "console"}}',
        b'{"contact": {"channel": "console", "address": "ada"}, "step": {"step": "AskingBvn"}}',
        b'{"contact": {"channel": "console", "address": "ada"}, "step": {"step": "AskingNumber"}}',
        b'{"contact": {"channel": "console", "address": "ada"}, "offered": ["no-such-choice"]}',
        b'{"contact": {"channel": "console", "address": "ada"}, "expires_at": "soon"}',
        b"[" * 100_000,
    ],
)
def test_what_another_release_wrote_is_unreadable_and_nothing_else(written: bytes) -> None:
    with pytest.raises(UnreadableRow):
        decode(written, Session)


def test_what_is_unreadable_does_not_show_what_was_in_it() -> None:
    with pytest.raises(UnreadableRow) as refused:
        decode(b'{"contact": {"channel": "console", "address": "2348031234567"}, "step": 7}', Session)
    assert "803" not in str(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__


def test_fields_that_a_release_before_did_not_write_have_their_defaults() -> None:
    session = decode(b'{"contact": {"channel": "console", "address": "ada"}}', Session)
    assert session == Session(Contact("console", "ada"))
    assert session.step == Idle()


@given(MOMENTS)
def test_a_moment_is_kept_to_the_millisecond_and_never_later_than_it_was(at: datetime) -> None:
    kept = from_ms(to_ms(at))
    assert timedelta(0) <= at - kept < timedelta(milliseconds=1)
    assert kept.tzinfo is not None
