"""When a message may be sent, so that neither Twilio nor WhatsApp has to refuse it. Never what is sent, or how.

80 messages a second for a usual sender and one in three seconds for the sandbox
(twilio.com/docs/whatsapp/best-practices-and-faqs), and to one person one in six seconds, where WhatsApp lends up to 45
(63018). We borrow twenty: a conversation feels immediate, an agent makes ten links in a row, and a restart, which
forgets what was borrowed, stays below the limit.
"""

from datetime import UTC, datetime, timedelta

from bot.ports import Clock

BORROWED = 20
SET_BACK = timedelta(seconds=1)  # a clock that goes back further than this was set anew
FEWEST_SWEPT = 1_000  # people

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class WhatsAppPace:
    """One message in each `interval`, and up to `burst` of them at once out of the time to come."""

    def __init__(self, interval: timedelta, burst: int) -> None:
        self._interval = interval
        self._borrowed = interval * (burst - 1)
        self._repaid_at = _LONG_AGO

    def reserve(self, now: datetime) -> timedelta:
        """Take the next turn; how long until it comes."""
        repaid_at = max(self._repaid_at, now)
        self._repaid_at = repaid_at + self._interval
        return max(repaid_at - self._borrowed - now, timedelta())

    def is_idle(self, now: datetime) -> bool:
        """Whether it could as well be forgotten."""
        return self._repaid_at <= now


class WhatsAppPacing:
    """Lets each message wait for its turn: one in `per_person` for each person, `per_second` over all."""

    def __init__(self, clock: Clock, per_person: timedelta = timedelta(seconds=6), per_second: float = 80) -> None:
        self._clock = clock
        self._per_person = per_person
        self._per_second = per_second
        self._latest = _LONG_AGO
        self._forget()

    async def wait_turn(self, address: str) -> None:
        """Return when a message to this person may be sent. First the person's turn, so that no other waits for it."""
        now = self._look_at_clock()
        now = await self._wait(self._pace(address), now)
        await self._wait(self._overall, now)

    async def _wait(self, pace: WhatsAppPace, now: datetime) -> datetime:
        """Until its next turn; the time then, when the clock may have been set back."""
        if not (wait := pace.reserve(now)):
            return now
        await self._clock.sleep(wait.total_seconds())
        return self._look_at_clock()

    def _look_at_clock(self) -> datetime:
        """Now. Where it was set back, what was lent before would be repaid hours from now: it is forgotten."""
        before, self._latest = self._latest, self._clock.now()
        if self._latest + SET_BACK < before:
            self._forget()
        return self._latest

    def _forget(self) -> None:
        self._overall = WhatsAppPace(timedelta(seconds=1 / self._per_second), max(1, int(self._per_second)))
        self._people: dict[str, WhatsAppPace] = {}
        self._swept_at = FEWEST_SWEPT

    def _pace(self, address: str) -> WhatsAppPace:
        if address not in self._people:
            if len(self._people) >= self._swept_at:
                self._sweep()
            self._people[address] = WhatsAppPace(self._per_person, BORROWED)
        return self._people[address]

    def _sweep(self) -> None:
        """Forget who owes nothing; not again before there are twice as many, so that it costs nothing on the whole."""
        now = self._clock.now()
        self._people = {address: pace for address, pace in self._people.items() if not pace.is_idle(now)}
        self._swept_at = max(FEWEST_SWEPT, 2 * len(self._people))
