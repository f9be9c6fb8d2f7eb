"""What can be told to go wrong: webhooks lost, doubled or late, messages that fail, API calls that break."""

from collections import deque
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from bot.sandbox.emulators.faults import FaultQueue

WebhookKind = Literal["message", "status"]


@dataclass(frozen=True, slots=True)
class WebhookFault:
    """What becomes of one webhook: how many `copies` are posted (0 loses it), and after how long."""

    copies: int = 1
    delay: timedelta = timedelta()


LOST = WebhookFault(copies=0)
DOUBLED = WebhookFault(copies=2)
_USUAL = WebhookFault()


def late(seconds: float) -> WebhookFault:
    """A webhook that is posted `seconds` late."""
    return WebhookFault(delay=timedelta(seconds=seconds))


@dataclass(frozen=True, slots=True)
class TwilioFault:
    """What becomes of the next `times` API calls whose method and path fit; an empty `method` or `path` fits all.

    `status` is answered instead of the truth (0: the truth), with Twilio's error body for `code`, or with `body` as
    HTML, as from a proxy. `delay` seconds pass on the clock first; `drop` breaks the connection without an answer;
    `carried_out`: what was asked for is done all the same, before the answer or the break.
    """

    method: str = ""
    path: str = ""
    status: int = 0
    code: int = 0
    body: str = ""
    delay: float = 0
    drop: bool = False
    carried_out: bool = False
    times: int = 1

    def fits(self, method: str, path: str) -> bool:
        return self.method in {"", method} and self.path in path


@dataclass(slots=True)
class TwilioFaults:
    """Everything that is scripted and has not happened yet. `scrambled`: status callbacks overtake each other."""

    webhooks: dict[WebhookKind, deque[WebhookFault]] = field(
        default_factory=lambda: {"message": deque(), "status": deque()}
    )
    message_errors: deque[int] = field(default_factory=deque)
    calls: FaultQueue[TwilioFault, [str, str]] = field(default_factory=FaultQueue)
    scrambled: bool = False

    def take_webhook_fault(self, webhook: WebhookKind) -> WebhookFault:
        webhooks = self.webhooks[webhook]
        return webhooks.popleft() if webhooks else _USUAL

    def take_message_error(self) -> int:
        """The error code that the next outgoing message fails with; 0 for none."""
        return self.message_errors.popleft() if self.message_errors else 0
