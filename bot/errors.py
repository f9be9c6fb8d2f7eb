"""Errors of the shell, named from the catcher's side.

TelcolinkError
├── SettingsWrong            the settings cannot work; every wrong one is named
├── PortTaken                the address of the web application cannot be had
├── ClockDoubted             the clock is wrong, or nobody confirms it
├── ProviderError            the provider of lines (Mono)
│   ├── ProviderRefusal      it said no, for a known reason; nothing more will come of the attempt
│   └── ProviderSilent       no usable answer: what was asked may or may not have happened
└── DeliveryError            a message to a person was not delivered
    ├── RecipientGone        blocked, deactivated, never started: do not try again
    ├── WindowClosed         the platform lets it through only once the person has written again: keep it until then
    ├── ChannelBusy          too fast: wait `retry_after`, then try again; it was not sent
    ├── ChannelDown          not sent, or not known whether: try again later
    └── MessageRefused       the platform will never accept this message
        └── TemplateNotSent       an invitation that was to go straight to a number: why, in an agent's terms
"""

from datetime import datetime, timedelta

from conversations.link import Unsent
from conversations.refusal import Refusal


class TelcolinkError(Exception):
    """Anything that this program raises on purpose."""


class SettingsWrong(TelcolinkError):  # noqa: N818 - errors are nouns from the catcher's side
    """Settings that cannot work. `problems` holds one sentence for each, without any secret value."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class PortTaken(TelcolinkError):  # noqa: N818
    """The address of the web application cannot be had: another program has it, or it is none of this machine's."""

    def __init__(self, host: str, port: int, reason: str, remedy: str = "") -> None:
        self.said = f"The web server cannot listen at {host}, port {port} (HOST, PORT): {reason}."
        self.remedy = remedy
        super().__init__(f"{self.said} {remedy}".rstrip())


class ClockDoubted(TelcolinkError):  # noqa: N818
    """The clock is wrong, or nobody confirms it. The next start may find it right."""


class ProviderError(TelcolinkError):
    """The provider did not do what was asked, or it is not known whether it did."""


class ProviderRefusal(ProviderError):  # noqa: N818
    """A known no. `retry_after` is set where the provider said how long to wait."""

    def __init__(self, refusal: Refusal, retry_after: timedelta | None = None) -> None:
        super().__init__(refusal.value)
        self.refusal = refusal
        self.retry_after = retry_after


class ProviderSilent(ProviderError):  # noqa: N818
    """No answer, or one that says nothing: it is unknown whether the request took effect."""


class DeliveryError(TelcolinkError):
    """A message was not delivered."""


class RecipientGone(DeliveryError):  # noqa: N818
    """The person blocked us or is no longer there."""


class WindowClosed(DeliveryError):  # noqa: N818
    """It is too long since the person last wrote, which was at `heard_at` when that was found. It was not sent."""

    def __init__(self, said: str = "", heard_at: datetime | None = None) -> None:
        super().__init__(said)
        self.heard_at = heard_at


class ChannelBusy(DeliveryError):  # noqa: N818
    """The platform asks to wait `retry_after`. The message was not sent."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__(f"retry after {retry_after.total_seconds():g} s")
        self.retry_after = retry_after


class ChannelDown(DeliveryError):  # noqa: N818
    """The platform could not be reached or failed; the message may or may not have been sent."""


class MessageRefused(DeliveryError):  # noqa: N818
    """The platform will never accept this message; trying again is of no use."""


class TemplateNotSent(MessageRefused):
    """An invitation was not sent, and will not be."""

    def __init__(self, why: Unsent) -> None:
        super().__init__(f"the invitation was not sent: {why}")
        self.why = why
