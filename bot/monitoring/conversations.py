"""What comes of conversations, as counters: codes, lines that are linked and end, who does not go on. Never whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.monitoring import labels
from bot.monitoring.labels import each
from conversations.customer.events import Event, OtpSent, OtpVerified
from conversations.customer.facts import LineLinked, Stuck
from conversations.customer.traits import traits_of
from conversations.effects import CheckOtp, ForgetLine, Immediate, RequestOtp

if TYPE_CHECKING:
    from bot.monitoring.instruments import Instruments
    from conversations.customer.turn import Turn

_STAGES: dict[type[Immediate] | type[Event], str] = dict(
    zip((RequestOtp, OtpSent, CheckOtp, OtpVerified), labels.STAGES, strict=True)
)


class ConversationMetrics:
    """What each turn that is on disk came to."""

    def __init__(self, instruments: Instruments) -> None:
        counters = instruments.counters
        self._otps = counters("otp", "How far one-time passwords came", each(labels.STAGES), "stage")
        self._stuck = counters("stuck", "Customers who do not go on by themselves", labels.STUCK, "step", "reason")
        self._linked = counters("lines_linked", "Lines that were linked", each(labels.NETWORKS), "network")
        self._ended = counters("lines_ended", "Lines that a chat holds no longer", each(labels.ENDS), "reason")

    def codes(self, event: Event, wishes: tuple[Immediate, ...]) -> None:
        """How far a one-time password came by what happened, and by what it led to."""
        for kind in (type(event), *map(type, wishes)):
            if stage := _STAGES.get(kind):
                self._otps(stage).inc()

    def lines(self, turn: Turn | None) -> None:
        """What was linked, what ended, and who does not go on."""
        if turn is None:
            return
        for effect in turn.effects:
            if isinstance(effect, ForgetLine):
                self._ended(effect.why.value).inc()
        match turn.fact:
            case LineLinked(line):
                self._linked(line.claim.line.network.value).inc()
            case Stuck(reason):
                place = traits_of(turn.session.step).place
                self._stuck(place.value if place else labels.AT_REST, reason.value).inc()
