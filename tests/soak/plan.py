"""What befalls the server in a long run, one after the other, and which alarms are to fire for it. Never how."""

from collections.abc import Sequence
from dataclasses import dataclass

CALM_BEFORE = 120.0  # seconds in which caches fill
SOON = 60.0  # seconds of slack for an alarm to be seen, and of calm


@dataclass(frozen=True, slots=True)
class Fault:
    """One of them. Part of what an alarm takes is the server's own doing, part is the rule's: `for`, and its window.

    A hurried run has quicker rules and the same server. `rest` are seconds of calm that the platforms need afterwards.
    """

    name: str
    fires: tuple[str, ...]
    server_takes: float = 15.0
    rule_takes: float = 0.0
    rest: float = 30.0

    def lasts(self, hurry: float) -> float:
        return self.server_takes + (self.rule_takes + SOON) / hurry

    def calm(self, hurry: float) -> float:
        """Seconds after it."""
        return self.rest + SOON / hurry


FAULTS = (
    Fault("forged webhooks", ("TelcolinkForgedWebhooks{door=telegram,reason=secret}",)),
    Fault("the wallet at Mono is empty", ("TelcolinkProviderRefusesUs",)),
    Fault("Mono gone", ("TelcolinkProviderSilent",), 30, 270),
    Fault("the proxy gone", ("TelcolinkChannelDown{channel=telegram,way=takes}",), 50, 120, rest=90),
    Fault("the disk full", ("TelcolinkKeepsNothing", "TelcolinkDiskNearlyFull"), 20, 300, rest=90),
    Fault("the process gone", ("TelcolinkDown",), 10, 120, rest=60),
    # Right again it is one that jumped ahead, at which the process ends and another begins.
    Fault("the clock an hour back", (), 30, 60, rest=60),
)


def takes(faults: Sequence[Fault], hurry: float) -> float:
    """Seconds of the whole run."""
    return CALM_BEFORE / hurry + sum(fault.lasts(hurry) + fault.calm(hurry) for fault in faults)
