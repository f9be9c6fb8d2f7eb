"""Sessions as the first release wrote them, at every step: each opens, and is written in the same form again."""

import json
from pathlib import Path

from conversations.agents.session import AgentSession, AgentStep
from conversations.changing import replace
from conversations.choice import Choice
from conversations.dialog import Dialog
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.session import Session, Step
from storage.codec import decode, encode
from tests.for_every import for_every
from tests.scenes import ADA, FOR_ONE_LINE, MEMORY, NUMBER, classes_of
from tests.storage.writings import assert_stands_in

LINES = Path(__file__).with_name("first_release.jsonl").read_text(encoding="utf-8").splitlines()
SESSIONS = [line for line in LINES if "contact" in json.loads(line)]
AGENTS_SESSIONS = [line for line in LINES if line not in SESSIONS]


@for_every("written", SESSIONS)
def test_a_customers_session_opens_with_all_that_was_known(written: str) -> None:
    session = decode(written.encode(), Session)
    assert (session.contact, session.language, session.own_number) == (ADA, "pcm", NUMBER)
    agreement = replace(MEMORY.agreement, version="2026-11", until=None, unused_days=None)
    assert (session.memory, session.offer, session.warned) == (replace(MEMORY, agreement=agreement), FOR_ONE_LINE, True)
    offered = tuple(map(Choice, json.loads(written)["offered"]))
    assert session.dialog == Dialog(7, offered)
    assert_stands_in(json.loads(encode(session, Session)), json.loads(written))


@for_every("written", AGENTS_SESSIONS)
def test_an_agents_session_opens_with_all_that_was_known(written: str) -> None:
    session = decode(written.encode(), AgentSession)
    assert (session.language, session.dialog) == ("pcm", Dialog(7, (Choice.MTN, Choice.SKIP)))
    assert_stands_in(json.loads(encode(session, AgentSession)), json.loads(written))


def test_every_step_is_among_them() -> None:
    since = {ChoosingScopes, NarrowingConsent}
    assert {type(decode(line.encode(), Session).step) for line in SESSIONS} == classes_of(Step) - since
    assert {type(decode(line.encode(), AgentSession).step) for line in AGENTS_SESSIONS} == classes_of(AgentStep)
