"""What each turn did: step before and after, what it wants, what it wrote, masked as in the log. Never whose it is."""

from collections import Counter
from datetime import datetime
from typing import Any

from msgspec import Struct

from bot.log.masking import mask
from bot.monitoring.metrics import Metrics
from bot.ports import Inbound, UnreadableInbound
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.mono.journal import MonoApiCall
from bot.turns.outcome import TurnOutcome
from conversations.contact import Contact

MOST = 200  # entries; the page shows the newest


class TurnNote(Struct, frozen=True):
    """One turn that is on disk. `steps` are empty where there is no session: an agent's turn."""

    at: datetime
    contact: Contact | None
    happened: str
    steps: tuple[str, ...] = ()
    wants: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    verdict: str = ""

    def told(self, who: str) -> dict[str, Any]:
        """As plain values, masked as in the log."""
        told = {"kind": "turn", "who": who, "happened": self.happened, "steps": self.steps, "wants": self.wants}
        return mask({**told, "sealed": self.sealed, "verdict": self.verdict})  # type: ignore[no-any-return]


class TurnLog:
    """The newest turns, oldest first, and where every contact stands."""

    def __init__(self, clock: EmulatedClock) -> None:
        self._clock = clock
        self.notes: list[TurnNote] = []
        self.newest: dict[Contact, TurnOutcome] = {}

    def add(self, inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> None:
        self.notes = [*self.notes[1 - MOST :], self._note(inbound, outcome)]
        if outcome.contact and outcome.turn:
            self.newest[outcome.contact] = outcome

    def _note(self, inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> TurnNote:
        happened = type(inbound if isinstance(inbound, UnreadableInbound) else inbound.event).__name__
        verdict = "seen before: changes nothing" if outcome.repeated else outcome.limit and "a limit is reached"
        turn, before = outcome.turn, self.newest.get(inbound.contact) if inbound.contact else None
        if turn is None:
            return TurnNote(
                self._clock.now(), inbound.contact, happened, sealed=_count(outcome, changed=False), verdict=verdict
            )
        stood = type(before.turn.session.step).__name__ if before and before.turn else "Idle"
        changed = before is None or before.turn is None or before.turn.session != turn.session
        return TurnNote(
            at=self._clock.now(),
            contact=inbound.contact,
            happened=happened,
            steps=(stood, type(turn.session.step).__name__),
            wants=tuple(type(effect).__name__ for effect in turn.effects),
            sealed=_count(outcome, changed=changed),
            verdict=verdict,
        )


class WatchedMetrics(Metrics):
    """The server's metrics, which hear of every turn, and write it down for the page."""

    def __init__(self, log: TurnLog) -> None:
        super().__init__()
        self._log = log

    def turn(self, inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> None:
        super().turn(inbound, outcome)
        self._log.add(inbound, outcome)


def tell_call(call: MonoApiCall) -> dict[str, Any]:
    """A call to the provider, masked as in the log."""
    return mask({"kind": "call", "asked": f"{call.method} {call.path}"})  # type: ignore[no-any-return]


def _count(outcome: TurnOutcome, *, changed: bool) -> tuple[str, ...]:
    """The rows that the turn sealed, by what they are."""
    records = Counter(type(record).__name__ for record in (outcome.turn.records if outcome.turn else ()))
    rows = {"session": int(changed), "outbox": len(outcome.messages), **records}
    return tuple(f"{name} {count}" for name, count in rows.items() if count)
