"""The demo's stage: whoever waits there for the bot waits for what it does, and not for time."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.sandbox.demo import player
from bot.sandbox.demo.people import DemoPerson
from bot.sandbox.demo.player import Player, WentOtherwise
from bot.sandbox.demo.script import parse_script
from bot.sandbox.demo.stage import DemoStage, open_stage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.clock import EmulatedClock
from tests.waiting import until

TELEGRAM = Venue("telegram")
AT = datetime(2026, 10, 5, 9, tzinfo=UTC)


async def test_what_a_limit_holds_back_is_said_as_soon_as_somebody_waits_for_it(tmp_path: Path) -> None:
    """Telegram takes one message a second in a chat, and no second passes here by itself."""
    stage = DemoStage(tmp_path, TELEGRAM, clock=EmulatedClock(AT))
    try:
        await stage.open()
        person = stage.person()
        for text in ("hello", "yes", "0803 000 0101"):
            await person.say(text)
        await stage.idle()
        heard = await _all_heard_by(person)
    finally:
        await stage.close()
    assert "which network" in heard[-1]


async def _all_heard_by(person: DemoPerson) -> list[str]:
    heard = []
    while seen := await person.next_message(0):
        heard.append(seen.text)
    return heard


async def test_a_bot_that_has_nothing_to_say_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(player, "AT_LAST", 3600.0)
    script = parse_script("me: hello\nbot: Kudi Loans asked me\nbot: Good night")
    async with open_stage(tmp_path, TELEGRAM) as stage:
        with pytest.raises(WentOtherwise, match=r"line 3: bot: Good night\n.*the bot said nothing"):
            await Player(stage, lambda _: None).play(script)


async def test_a_server_that_starts_again_is_waited_for(tmp_path: Path) -> None:
    async with open_stage(tmp_path, Venue("whatsapp")) as stage:
        assert stage.waits_for_time
        starting = asyncio.create_task(stage.restart())
        await until(lambda: not stage.waits_for_time)
        await starting
        assert stage.waits_for_time
