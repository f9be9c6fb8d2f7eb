"""Whether each channel takes and sends just now: when it last did, and why it does not. Never how that is found out."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import structlog

OFF_AFTER = 60.0  # seconds without a good round
# As long as a message that the platform did not take waits for its next try, and a little more: until then a platform
# that merely answers is no sign that it takes messages again.
_NEXT_TRY_WITHIN = 150.0
_NEVER = float("-inf")

log = structlog.get_logger()


class Way(StrEnum):
    """What a channel can be well or not well at."""

    TAKES = "takes"
    SENDS = "sends"


@dataclass(slots=True)
class _Rounds:
    """How one way of a channel has gone. `why` the latest round failed, "" where it went well."""

    well_at: float
    failed_at: float = _NEVER  # while no round went well since
    why: str = ""
    is_off: bool = False


class ChannelHealth:
    """The rounds of every channel that tells of them. A round is whatever shows that it works, or that it does not."""

    def __init__(self, seconds: Callable[[], float] = time.monotonic) -> None:
        """`seconds` tells how much time passes."""
        self._seconds = seconds
        self._rounds: dict[tuple[str, Way], _Rounds] = {}

    def expect(self, channel: str) -> None:
        """From now on its rounds are waited for."""
        for way in Way:
            self._rounds.setdefault((channel, way), _Rounds(self._seconds()))

    def well(self, channel: str, way: Way) -> None:
        if rounds := self._rounds.get((channel, way)):
            rounds.well_at, rounds.failed_at, rounds.why = self._seconds(), _NEVER, ""

    def failed(self, channel: str, way: Way, why: str) -> None:
        """`why` is shown to whoever asks: it holds nothing that is secret or anybody's own."""
        if rounds := self._rounds.get((channel, way)):
            rounds.failed_at, rounds.why = self._seconds(), why

    def reached(self, channel: str) -> None:
        """The platform answers and knows us: it would take a message, unless it has just failed to take one."""
        rounds = self._rounds.get((channel, Way.SENDS))
        if rounds and self._seconds() - rounds.failed_at > _NEXT_TRY_WITHIN:
            self.well(channel, Way.SENDS)

    def unreached(self, channel: str, why: str) -> None:
        """The platform does not answer, or does not know us. Whether it gets through to us stays as it was."""
        if rounds := self._rounds.get((channel, Way.SENDS)):
            rounds.why = why
        if (rounds := self._rounds.get((channel, Way.TAKES))) and not rounds.why:
            rounds.well_at = self._seconds()

    @property
    def ways(self) -> tuple[tuple[str, Way], ...]:
        """Every channel that is expected, with each of its ways."""
        return tuple(self._rounds)

    def is_well(self, channel: str, way: Way) -> bool:
        return not self._rounds[channel, way].why and not self._is_off(self._rounds[channel, way])

    def seconds(self, channel: str, way: Way) -> float:
        """Since the last good round, or since its rounds are waited for."""
        return self._seconds() - self._rounds[channel, way].well_at

    def off(self) -> list[str]:
        """A sentence for each way that has had no good round for too long."""
        return [self._say(*each) for each, rounds in self._rounds.items() if self._is_off(rounds)]

    def tell_changes(self) -> None:
        """Log what has gone off since this was last asked, and what is back."""
        for (channel, way), rounds in self._rounds.items():
            is_off = self._is_off(rounds)
            if is_off and not rounds.is_off:
                remedy = "telcolink doctor says what stands in the way; what waits goes out by itself afterwards"
                log.error("channel_down", channel=channel, way=way, reason=rounds.why or None, remedy=remedy)
            elif rounds.is_off and not is_off:
                log.info("channel_up", channel=channel, way=way)
            rounds.is_off = is_off

    def _is_off(self, rounds: _Rounds) -> bool:
        return self._seconds() - rounds.well_at > OFF_AFTER

    def _say(self, channel: str, way: Way) -> str:
        why = self._rounds[channel, way].why
        return f"{channel} {way} nothing for {self.seconds(channel, way):.0f} s{f': {why}' if why else ''}"
