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
    secret, lines = new_secret(), dict[str, Any]()
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
            written["work_off"](event, lines)
        held, heard = dict(lines["account-1"]), len(inbox.queue)
        assert (held["for"], held["ready"], held["scopes"]) == ("LN-2026-0042", True, [scope.value for scope in Scope])
        program.office.clock.at += timedelta(hours=1)
        for word in ("link another line", "I agree", NUMBER, "MTN"):
            await program.office.say(ADA, word)
        await deliver(program.office, inbox, secret)
        for event in inbox.queue[heard:]:
            written["work_off"](event, lines)
        assert lines["account-1"] == {**held, "consent": inbox.queue[-1]["data"]["consent_id"]}
        assert held["consent"] != lines["account-1"]["consent"]
        for word in ("unlink", "yes"):
            await program.office.say(ADA, word)
        before = len(inbox.queue)
        await deliver(program.office, inbox, secret)
        for event in inbox.queue[before:]:
            written["work_off"](event, lines)
    assert lines == {}
    assert [event["type"] for event in inbox.queue[before:]] == ["line.withdrawn"]


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
        assert await asyncio.to_thread(written["is_there"], account, key, family, base)
        still = await room.link_named("processing")
        assert not await asyncio.to_thread(written["is_there"], still, key, family, base)
        read = await asyncio.to_thread(
            written["read_line"], account, [scope.value for scope in Scope], key, family, base
        )
        only = await asyncio.to_thread(written["read_line"], account, ["identity"], key, family, base)
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
