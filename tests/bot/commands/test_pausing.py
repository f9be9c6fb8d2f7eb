"""`telcolink pause` and `resume`, beside a running service and without one: at once, over a restart, and on record."""

import argparse
import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.__main__ import main
from bot.checks.finding import CheckContext, Finding, HostFacts
from bot.checks.pause import check_pause
from bot.checks.probe import Probe
from bot.commands import pausing
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.operations.wishes import LOOK_EVERY
from bot.outgoing.occasional import open_http
from bot.sandbox.demo.key import demo_key
from bot.sandbox.demo.stage import DemoStage, open_stage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.agents.turn import Act
from conversations.customer.events import TextReceived
from storage.audit import operator_named
from tests.bot.service_stage import Talk
from tests.for_every import for_every
from tests.waiting import until

CAPTURE = pytest.CaptureFixture[str]


def settings_in(folder: Path) -> Settings:
    given = {
        "DATABASE_URL": f"sqlite:///{folder / 'telcolink.db'}",
        "ENCRYPTION_KEYS": demo_key(folder),
        "MONO_SECRET_KEY": "test_sk_0123456789",
    }
    return read_settings(given, needs_channel=False)


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    """The schedule goes by real time: what it looks at every second, it looks at all the time here."""
    monkeypatch.setattr("bot.resources.PAUSE_EVERY", timedelta(milliseconds=10))


async def types(folder: Path, *words: str, beside: DemoStage | None = None) -> int:
    """As at the command line; the clock of the service beside it is wound until it has looked."""
    name, *rest = words
    parser = argparse.ArgumentParser()
    (pausing.add_pause_arguments if name == "pause" else pausing.add_resume_arguments)(parser)
    options = parser.parse_args([*rest, "--as", "Ngozi"])
    typing = asyncio.create_task(asyncio.to_thread(pausing.main, options, settings_in(folder)))
    clock = beside.clock if beside else EmulatedClock()
    await until(typing.done, act=lambda: clock.advance(LOOK_EVERY.total_seconds()))
    return await typing


async def doctor(folder: Path) -> list[Finding]:
    async with open_http() as http:
        context = CheckContext(settings_in(folder), Probe(http, lambda: datetime.now(UTC)), HostFacts())
        return await check_pause(context)


async def test_the_running_service_hears_of_it_and_a_restart_changes_nothing(
    talk: Talk, tmp_path: Path, capsys: CAPTURE
) -> None:
    stage = talk.stage
    assert await types(tmp_path, "pause", "back at\n *15:00*", beside=stage) == 0
    assert "paused within a second or two" in capsys.readouterr().out
    await stage.restart()
    await talk.does(TextReceived("hello"))
    await talk.hears('paused linking for now: "back at 15:00"')
    [finding] = await doctor(tmp_path)
    assert "“back at 15:00”" in finding.said
    assert "telcolink resume" in finding.advice
    assert await types(tmp_path, "resume", beside=stage) == 0
    await until(lambda: stage.app.pausing.now is None)
    await talk.asks_for_a_code()
    await talk.hears("digit code by SMS")
    assert await doctor(tmp_path) == []
    entries = await stage.app.database.read(lambda tx: stage.app.store.audit.of(tx, operator_named("Ngozi")))
    assert [(each.act, each.about) for each in entries] == [
        (Act.LINKING_PAUSED, "back at 15:00"),
        (Act.LINKING_RESUMED, ""),
    ]


async def test_where_no_service_runs_the_command_does_it_by_itself(tmp_path: Path, capsys: CAPTURE) -> None:
    async with open_stage(tmp_path, Venue("console")):
        pass
    assert await types(tmp_path, "resume") == 0
    assert "not paused" in capsys.readouterr().out
    assert await types(tmp_path, "pause") == 0
    assert "paused from the next start of the service on, and customers are told so" in capsys.readouterr().out
    async with open_stage(tmp_path, Venue("console")) as stage:
        assert stage.app.pausing.now
        assert stage.app.pausing.now.words == ""


async def test_other_words_for_the_same_pause_are_on_record_and_in_the_log(
    talk: Talk, tmp_path: Path, capsys: CAPTURE
) -> None:
    stage, app = talk.stage, talk.stage.app
    assert await types(tmp_path, "pause", "back", "at", "15:00", beside=stage) == 0
    await until(lambda: app.pausing.now is not None)
    capsys.readouterr()
    with capture_logs() as logged:
        first = app.pausing.now
        assert await types(tmp_path, "pause", "back at 17:00", beside=stage) == 0
        assert "stays paused, and within a second or two customers are told: “back at 17:00”" in capsys.readouterr().out
        await until(lambda: "pause_reworded" in [each["event"] for each in logged])
        assert await types(tmp_path, "pause", "back at 17:00", beside=stage) == 0
    assert "paused already" in capsys.readouterr().out
    pauses = [pause for pause in (first, app.pausing.now) if pause]
    assert [pause.words for pause in pauses] == ["back at 15:00", "back at 17:00"]
    assert len({pause.since for pause in pauses}) == 1
    entries = await app.database.read(lambda tx: app.store.audit.of(tx, operator_named("Ngozi")))
    assert [each.about for each in entries] == ["back at 15:00", "back at 17:00"]


async def test_where_there_is_no_database_yet_nothing_is_done(tmp_path: Path, capsys: CAPTURE) -> None:
    assert await types(tmp_path, "pause", "back at 15:00") == 1
    assert "cannot be done" in capsys.readouterr().err
    assert await doctor(tmp_path) == []


@for_every("words", ["back *at*\t15:00", "back\u202e at\u200b 15:00", " back\n at\r15:00 "])
def test_the_words_are_one_line_without_what_a_chat_would_format(words: str) -> None:
    assert pausing.parse_words(words) == "back at 15:00"


def test_more_words_than_fit_a_message_are_refused(capsys: CAPTURE) -> None:
    assert pausing.parse_words("x" * 160)
    with pytest.raises(SystemExit):
        main(["pause", "x" * 100, "x" * 60])
    assert "argument words: must be at most 160 characters" in capsys.readouterr().err


def test_words_that_cannot_be_said_whole_are_refused() -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="a part of it would be lost"):
        pausing.parse_words("caf\udce9")
