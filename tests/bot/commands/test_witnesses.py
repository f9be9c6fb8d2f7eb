"""A start asks the platforms what time it is where time could end much, and ends nothing by a clock that is wrong."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.commands.witnesses import check_time
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import ClockDoubted
from bot.sandbox.emulators.loopback import serve
from storage.sealing import Keyring
from tests.bot.turns.agents_stage import ADA, TUNDE, Office, open_office
from tests.ports import free_port

NOW = datetime.now(UTC)
A_YEAR = timedelta(days=400)


def settings_with(address: str) -> Settings:
    given = {
        "ENCRYPTION_KEYS": Keyring.generate_key(),
        "MONO_SECRET_KEY": "test_sk_0123456789",
        "TELEGRAM_TOKEN": "123456:abcdefghij",
        "MONO_API_BASE": address,
        "TELEGRAM_API_BASE": address,
    }
    return read_settings(given)


@pytest.fixture
async def platform() -> AsyncIterator[Settings]:
    """Whatever is asked there, the answer has the date."""
    async with serve(Starlette()) as address:
        yield settings_with(address)


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """The newest entry on record is of just now, by the clock of the platforms."""
    async with open_office() as opened:
        opened.clock.at = NOW
        await opened.recruit(TUNDE, "Tunde")
        await opened.agree(ADA, await opened.make_link(TUNDE))
        yield opened


async def doubt(office: Office, settings: Settings) -> str:
    """Why the start is refused, "" where it is not."""
    with capture_logs() as log:
        try:
            await check_time(office.database, office.store, office.clock, settings)
        except ClockDoubted as doubted:
            assert [line["event"] for line in log if line["log_level"] == "error"] == ["clock_doubted"]
            return str(doubted)
    return ""


@pytest.mark.parametrize(("wrong", "said"), [(A_YEAR, "9,600 h fast"), (-A_YEAR, "9,600 h slow")])
async def test_a_clock_that_is_far_off_is_refused_until_it_is_right(
    office: Office, platform: Settings, wrong: timedelta, said: str
) -> None:
    office.clock.at += wrong
    told = await doubt(office, platform)
    assert said in told
    assert "NTP" in told
    office.clock.at -= wrong
    assert await doubt(office, platform) == ""


async def test_a_long_standstill_is_none_of_the_clocks_fault(platform: Settings) -> None:
    async with open_office() as office:
        office.clock.at = NOW - A_YEAR
        await office.recruit(TUNDE, "Tunde")
        office.clock.at = NOW
        assert await doubt(office, platform) == ""


async def test_where_nobody_answers_it_is_not_known_who_is_right(office: Office) -> None:
    office.clock.at += timedelta(days=30)
    told = await doubt(office, settings_with(f"http://127.0.0.1:{free_port()}"))
    assert "nobody confirms it" in told


async def test_nobody_is_asked_where_something_was_recorded_within_the_day_or_nothing_ever(office: Office) -> None:
    nowhere = settings_with(f"http://127.0.0.1:{free_port()}")
    office.clock.at += timedelta(hours=23)
    assert await doubt(office, nowhere) == ""
    async with open_office() as empty:
        assert await doubt(empty, nowhere) == ""
