"""What is insisted on is tried later and later until it works, whatever it fails with."""

from datetime import UTC, datetime, timedelta

from structlog.testing import capture_logs

from bot.errors import ChannelBusy, ChannelDown
from bot.retry import pauses, retry_until_done
from bot.sandbox.emulators.clock import EmulatedClock
from storage.errors import StorageFull

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


class LeapingClock(EmulatedClock):
    """Time passes only by sleeping, and then at once."""

    async def sleep(self, seconds: float) -> None:
        self.advance(seconds)


async def test_it_is_tried_later_and_later_until_it_works() -> None:
    clock = LeapingClock(at=NOON)
    troubles: list[Exception] = [
        ChannelDown("502"),
        StorageFull("no room"),
        KeyError("a defect of ours"),
        ChannelBusy(timedelta(seconds=30)),
        ChannelDown("502"),
    ]
    tried: list[float] = []

    async def work() -> None:
        tried.append((clock.now() - NOON).total_seconds())
        if troubles:
            raise troubles.pop(0)

    with capture_logs() as logged:
        await retry_until_done(clock, "learn", work, pauses(first=2, longest=10))
    assert tried == [0, 2, 6, 14, 44, 54]
    assert [each["log_level"] for each in logged] == ["warning", "warning", "error", "warning", "warning"]
    assert {each["task"] for each in logged} == {"learn"}
