"""Failures that are ordered in advance, method by method: refusals, slow answers, lost answers; never by chance."""

from dataclasses import dataclass

from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.refusals import ApiRefusal


@dataclass(slots=True)
class Fault:
    """What goes wrong with the next `times` calls of `method` ("*" for any), in one chat when that is given.

    With a `status` the call is refused and nothing is done; without one it is done. `slow` seconds pass before
    the answer. With `answer_lost` the connection breaks instead of an answer: together with a `status` nothing
    was done, alone everything was.
    """

    method: str
    times: int = 1
    status: int | None = None
    description: str = "Internal Server Error"
    retry_after: int | None = None
    slow: float = 0.0
    answer_lost: bool = False
    chat_id: int | None = None

    @property
    def refusal(self) -> ApiRefusal | None:
        """The refusal that was ordered, if one was."""
        if self.status is None:
            return None
        return ApiRefusal(self.status, self.description, self.retry_after)

    def strikes(self, method: str, arguments: Arguments) -> bool:
        """Whether this call is one of those meant."""
        named = self.method == "*" or self.method.lower() == method
        return named and self.chat_id in {None, arguments.integer("chat_id")}


class Faults:
    """The faults that are still to come, oldest first."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def __bool__(self) -> bool:
        return bool(self._faults)

    def add(self, fault: Fault) -> None:
        """Order one."""
        self._faults.append(fault)

    def take(self, method: str, arguments: Arguments) -> Fault | None:
        """The fault that strikes this call, used up by it."""
        for fault in self._faults:
            if fault.strikes(method, arguments):
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Call them all off."""
        self._faults.clear()
