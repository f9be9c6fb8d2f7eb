"""The snippets of docs/integrating.md run as they stand, together, against our API and the emulated Mono."""

import asyncio
import json
import re
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from bot.outbox.webhook_signature import read_secrets, sign
from bot.sandbox.emulators.loopback import serve
from conversations.consent import Scope
from storage.events import FIELDS
from tests.bot.http.api.api_stage import open_api
from tests.bot.outbox.webhooks_stage import new_secret
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import open_house
from tests.bot.turns.agents_stage import ADA, NUMBER, token_in

DOCS = Path(__file__).parents[4] / "docs"
GUIDE = (DOCS / "integrating.md").read_text(encoding="utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


@pytest.fixture(scope="module")
def written() -> dict[str, Any]:
    """All snippets, one after the other, as somebody would put them into one file."""
    names: dict[str, Any] = {}
    exec("\n".join(SNIPPETS), names)  # noqa: S102 - our own documentation
    return names


async def test_a_link_is_made_once_and_what_is_heard_of_it_is_held_until_it_is_withdrawn(
    written: dict[str, Any],
) -> None:
    secret, lines, ended = new_secret(), dict[str, Any](), dict[Any, str]()
    inbox = written["Inbox"](secret)
    async with open_api() as program, serve(program.web) as base:
        order = {"number": NUMBER, "network": "mtn", "external_reference": "LN-2026-0042"}
        asked: tuple[Any, ...] = (base, program.key, order, "LN-2026-0042-1")
        link = await asyncio.to_thread(written["make_link"], *asked)
        assert await asyncio.to_thread(written["make_link"], *asked) == link
        await program.office.agree(ADA, token_in(link["page"]))
        await program.office.ask_code(ADA)
        await program.office.finish(ADA)
        await deliver(program.office, inbox, secret)
        for event in inbox.queue:
            written["work_off"](event, lines, ended)
        held, heard = dict(lines["account-1"]), len(inbox.queue)
        assert (held["for"], held["ready"], held["scopes"]) == ("LN-2026-0042", True, [scope.value for scope in Scope])
        program.office.clock.at += timedelta(hours=1)
        for word in ("link another line", "I agree", NUMBER, "MTN"):
            await program.office.say(ADA, word)
        await deliver(program.office, inbox, secret)
        for event in inbox.queue[heard:]:
            written["work_off"](event, lines, ended)
        anew = next(event for event in reversed(inbox.queue) if event["type"] == "line.linked")
        assert lines["account-1"] == {**held, "since": anew["timestamp"], "consent": anew["data"]["consent_id"]}
        assert held["consent"] != lines["account-1"]["consent"]
        for word in ("unlink", "yes"):
            await program.office.say(ADA, word)
        before = len(inbox.queue)
        await deliver(program.office, inbox, secret)
        for event in inbox.queue[before:]:
            written["work_off"](event, lines, ended)
    assert lines == {}
    assert [event["type"] for event in inbox.queue[before:]] == ["line.withdrawn"]


def happened(kind: str, link: str, consent: str, second: int) -> dict[str, Any]:
    data = {"account_id": "account-1", "consent_id": consent, "reference": link, "external_reference": None}
    at = f"2026-11-23T11:00:{second:02}.000Z"
    return {"type": f"line.{kind}", "timestamp": at, "data": {**data, "scopes": ["balances"]}}


OLDER = [happened(kind, "OLD-ONE", "C-1", second) for kind, second in (("linked", 1), ("ready", 2), ("withdrawn", 4))]
NEWER = [happened(kind, "NEW-ONE", "C-2", 3) for kind in ("linked", "ready")]
END = [happened("renewed", "NEW-ONE", "C-3", 5), happened("withdrawn", "NEW-ONE", "C-3", 6)]


@pytest.mark.parametrize("late", range(len(OLDER) + 1))
def test_a_line_that_is_held_outlives_what_comes_late_of_an_older_consent(written: dict[str, Any], late: int) -> None:
    lines, ended = dict[str, Any](), dict[Any, str]()
    for event in (*OLDER[:late], *NEWER, *OLDER[late:]):
        written["work_off"](event, lines, ended)
    assert (lines["account-1"]["consent"], lines["account-1"]["ready"]) == ("C-2", True)
    for event in (*END, *OLDER, *NEWER, *END[:1]):
        written["work_off"](event, lines, ended)
    assert lines == {}


@pytest.mark.parametrize("missed", range(len(NEWER + END) - 1))
def test_a_line_that_was_withdrawn_does_not_come_back_with_an_event_that_was_given_up(
    written: dict[str, Any], missed: int
) -> None:
    lines, ended, events = dict[str, Any](), dict[Any, str](), [*NEWER, *END]
    for event in (*events[:missed], *events[missed + 1 :], events[missed]):
        written["work_off"](event, lines, ended)
    assert lines == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"webhook-id": None},
        {"webhook-timestamp": None},
        {"webhook-timestamp": "abc"},
        {"webhook-timestamp": "²"},
        {"webhook-timestamp": "9" * 5000},
        {"webhook-timestamp": "0"},
        {"webhook-signature": None},
        {"webhook-signature": "v1,ä \udcff"},
    ],
)
def test_what_a_stranger_posts_is_answered_and_breaks_nothing(
    written: dict[str, Any], wrong: dict[str, str | None]
) -> None:
    secret, body = new_secret(), b'{"type": "telcolink.ping", "timestamp": "2026-11-23T11:00:01.000Z", "data": {}}'
    signed = sign(read_secrets(secret), "evt_1", body, datetime.fromtimestamp(time.time(), UTC))
    inbox = written["Inbox"](secret)
    assert inbox.take({name: text for name, text in {**signed, **wrong}.items() if text is not None}, body) == 401
    assert inbox.take(signed, body) == 204
    lines, ended = dict[str, Any](), dict[Any, str]()
    written["work_off"](inbox.queue[0], lines, ended)
    assert (lines, ended) == ({}, {})


async def deliver(office: Any, inbox: Any, secret: str) -> None:
    """Everything that was told so far, also what was taken before; and something forged."""
    for event in await office.database.read(lambda tx: office.store.events.latest(tx, office.clock.at)):
        headers = sign(read_secrets(secret), event.id, event.body, datetime.fromtimestamp(time.time(), UTC))
        assert inbox.take(headers, event.body) == 204
        assert inbox.take(headers, event.body + b" ") == 401


@pytest.mark.parametrize("family", ["v1", "v2"])
async def test_a_line_is_read_at_mono_by_either_family(written: dict[str, Any], family: str) -> None:
    async with open_house() as room:
        account, key, base = await room.link(), room.mono.key, str(room.http.base_url).rstrip("/")
        asked = (key, family, base)
        assert await asyncio.to_thread(written["is_there"], account, *asked)
        still = await room.link_named("processing")
        assert not await asyncio.to_thread(written["is_there"], still, *asked)
        read = await asyncio.to_thread(written["read_line"], account, [scope.value for scope in Scope], *asked)
        only = await asyncio.to_thread(written["read_line"], account, ["identity"], *asked)
        unknown = await asyncio.to_thread(written["is_there"], "65f0c1d2e3a4b5c6d7e8f901", *asked)
        lacking = {
            name: set(await asyncio.to_thread(written["read_line"], await room.link_named(name), list(Scope), *asked))
            for name in ("partial", "no-identity")
        }
    assert not unknown
    assert lacking == {"partial": {"balances", "transactions"}, "no-identity": {"balances", "transactions"}}
    assert read["identity"]["fullName" if family == "v1" else "full_name"]
    assert only == {"identity": read["identity"]}
    assert all(isinstance(row["amount"], int) for row in read["transactions"])
    if family == "v1":
        assert {row["unit"] for row in read["balances"]} >= {"ngn", "gb"}
        assert all(isinstance(row["value"], int | Decimal) for row in read["balances"])
    else:
        assert isinstance(read["balances"]["balance"], int)


def test_the_signature_is_checked_as_events_md_has_it() -> None:
    (other,) = re.findall(r"```python\n(.*?)```", (DOCS / "events.md").read_text(encoding="utf-8"), re.DOTALL)
    assert other in SNIPPETS


def test_the_event_of_the_guide_has_the_fields_that_there_are() -> None:
    (event,) = [each for each in map(json.loads, re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL)) if "data" in each]
    assert tuple(event["data"]) == FIELDS
