"""Retry with exponential backoff: something is tried again, later and later, until it works. Never what it is."""

from collections.abc import Awaitable, Callable, Iterator

import structlog

from bot.errors import ChannelBusy, DeliveryError
from bot.ports import Clock
from storage.errors import StorageError

Work = Callable[[], Awaitable[object]]

log = structlog.get_logger()


def pauses(first: float, longest: float) -> Iterator[float]:
    """Seconds to wait between attempts, doubling, without end."""
    pause = first
    while True:
        yield pause
        pause = min(2 * pause, longest)


async def retry_until_done(clock: Clock, what: str, work: Work, waits: Iterator[float]) -> None:
    """Return once it has worked. A defect of ours ends neither the task nor who waits for it."""
    for pause in waits:
        try:
            await work()
        except Exception as error:  # noqa: BLE001 - logged below
            wait = log_failure("background_task_failed", error, pause, task=what)
        else:
            return
        await clock.sleep(wait)


def log_failure(event: str, error: Exception, pause: float, **more: str) -> float:
    """The seconds to wait then: longer where the platform asks for it."""
    wait = max(pause, error.retry_after.total_seconds()) if isinstance(error, ChannelBusy) else pause
    if isinstance(error, StorageError):
        log.warning(event, reason=str(error), once=" ".join((type(error).__name__, *more.values())), **more)
    elif isinstance(error, DeliveryError):
        log.warning(event, reason=str(error), retry_seconds=wait, **more)
    else:
        log.error(event, reason=type(error).__name__, retry_seconds=wait, exc_info=error, **more)
    return wait
