"""Nobody is written to faster than WhatsApp allows, and nobody waits for anybody else."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.whatsapp.pacing import BORROWED, FEWEST_SWEPT, WhatsAppPace, WhatsAppPacing
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.twilio.rate_limits import PairLimit

PER_PERSON = timedelta(seconds=6)
START = datetime(2026, 11, 23, 12, tzinfo=UTC)


class LeapingClock(EmulatedClock):
    """Time passes only by sleeping, and then at once."""

    def __init__(self) -> None:
        super().__init__(START)
        self.slept = timedelta()

    async def sleep(self, seconds: float) -> None:
        self.slept += timedelta(seconds=seconds)
        self.advance(seconds)


async def test_a_conversation_is_immediate_and_then_one_message_in_six_seconds() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock)
    for _ in range(BORROWED):
        await pacing.wait_turn("ada")
    assert clock.slept == timedelta()
    for _ in range(3):
        await pacing.wait_turn("ada")
    assert clock.slept == 3 * PER_PERSON


async def test_what_was_borrowed_comes_back_with_time() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock)
    for _ in range(BORROWED):
        await pacing.wait_turn("ada")
    clock.advance((BORROWED * PER_PERSON).total_seconds())
    for _ in range(BORROWED):
        await pacing.wait_turn("ada")
    assert clock.slept == timedelta()


async def test_one_persons_wait_is_nobody_elses() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock)
    for _ in range(BORROWED + 1):
        await pacing.wait_turn("ada")
    slept = clock.slept
    await pacing.wait_turn("ben")
    assert clock.slept == slept


async def test_the_accounts_rate_holds_over_all_people() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock, per_second=4)
    for number in range(12):
        await pacing.wait_turn(f"person {number}")
    assert clock.slept == timedelta(seconds=2)


async def test_a_rate_below_one_a_second_holds_too() -> None:
    """As the sandbox's: one in three seconds, and none of them ahead of its time."""
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock, per_second=1 / 3)
    for number in range(4):
        await pacing.wait_turn(f"person {number}")
    assert clock.slept == timedelta(seconds=9)


async def test_without_a_pause_for_each_person_only_the_accounts_rate_is_left() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock, timedelta(), per_second=10)
    for _ in range(40):
        await pacing.wait_turn("ada")
    assert clock.slept == timedelta(seconds=3)


@given(st.lists(st.floats(0, 30), max_size=200))
def test_whatsapps_own_limit_is_never_met(pauses: list[float]) -> None:
    pace, theirs, now = WhatsAppPace(PER_PERSON, BORROWED), PairLimit(), START
    for pause in pauses:
        now += timedelta(seconds=pause)
        now += pace.reserve(now)
        assert theirs.admit(now)


async def test_a_clock_that_is_set_back_makes_nobody_wait_for_it() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock, per_second=1)
    await pacing.wait_turn("a")
    clock._wound -= timedelta(hours=1)
    before = clock.now()
    await pacing.wait_turn("a")
    assert clock.now() == before


async def test_one_that_is_set_back_while_somebody_waits_makes_nobody_wait_for_it() -> None:
    class SetBack(LeapingClock):
        async def sleep(self, seconds: float) -> None:
            await super().sleep(seconds)
            self._wound -= timedelta(hours=1)

    clock = SetBack()
    pacing = WhatsAppPacing(clock)
    for _ in range(BORROWED + 1):
        await pacing.wait_turn("a")
    assert clock.slept == PER_PERSON


async def test_people_who_owe_nothing_are_forgotten() -> None:
    clock = LeapingClock()
    pacing = WhatsAppPacing(clock, per_second=1_000_000)
    for number in range(FEWEST_SWEPT):
        await pacing.wait_turn(str(number))
    clock.advance(60)
    await pacing.wait_turn("one more")
    assert len(pacing._people) == 1
