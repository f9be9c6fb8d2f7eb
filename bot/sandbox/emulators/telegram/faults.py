"""What can be told to go wrong with calls of the Bot API: refusals, slow answers, lost answers."""

from dataclasses import dataclass

from bot.sandbox.emulators.faults import FaultQueue
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.refusals import TelegramRefusal


@dataclass(frozen=True, slots=True)
class TelegramFault:
    """What goes wrong with the next `times` calls of `method` ("*" for any), in one chat when that is given.

    With a `status` the call is refused and nothing is done; without one it is done. `delay` seconds pass before
    the answer. With `drop` the connection breaks instead of an answer: together with a `status` nothing
    was done, alone everything was.
    """

    method: str
    times: int = 1
    status: int | None = None
    description: str = "Internal Server Error"
    retry_after: int | None = None
    delay: float = 0.0
    drop: bool = False
    chat_id: int | None = None

    @property
    def refusal(self) -> TelegramRefusal | None:
        """The refusal that was ordered, if one was."""
        if self.status is None:
            return None
        return TelegramRefusal(self.status, self.description, self.retry_after)

    def strikes(self, method: str, arguments: Arguments) -> bool:
        """Whether this call is one of those meant."""
        named = self.method == "*" or self.method.lower() == method
        return named and self.chat_id in {None, arguments.integer("chat_id")}


class TelegramFaults:
    """The faults that are still to come, oldest first."""

    def __init__(self) -> None:
        self._queue: FaultQueue[TelegramFault, [str, Arguments]] = FaultQueue()

    def __bool__(self) -> bool:
        return bool(self._queue)

    def add(self, fault: TelegramFault) -> None:
        """Order one. Raises ValueError for one that strikes less than one time."""
        self._queue.add(fault, fault.strikes, fault.times)

    def take(self, method: str, arguments: Arguments) -> TelegramFault | None:
        """The fault that strikes this call, used up by it."""
        return self._queue.take(method, arguments)

    def clear(self) -> None:
        """Call them all off."""
        self._queue.clear()
