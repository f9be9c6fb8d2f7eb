"""Telegram's limits, kept by us: who may send when, with a clock that stands and is wound by hand."""

import asyncio
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.pacing import FEWEST_SWEPT, TelegramPace, TelegramPacing
from bot.sandbox.emulators.clock import EmulatedClock
from tests.for_every import for_every
from tests.waiting import until_quiet

START = datetime(2026, 11, 2, 9, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def seconds(moments: list[datetime]) -> list[float]:
    return [(moment - START).total_seconds() for moment in moments]


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


class Crowd:
    """Many who want to send, and when each of them could."""

    def __init__(self, pacing: TelegramPacing, clock: EmulatedClock) -> None:
        self.pacing, self.clock = pacing, clock
        self.sent: list[tuple[str, float]] = []

    async def send(self, *chats: str) -> None:
        await self.pass_time(self.begin(*chats))

    def begin(self, *chats: str) -> list[asyncio.Task[None]]:
        return [asyncio.create_task(self._send(chat)) for chat in chats]

    async def pass_time(self, sending: list[asyncio.Task[None]]) -> None:
        """Until all of them have sent."""
        while not all(task.done() for task in sending):
            await until_quiet()
            self.clock.advance(0.1)

    async def _send(self, chat: str) -> None:
        await self.pacing.wait_turn(chat)
        self.sent.append((chat, round((self.clock.now() - START).total_seconds(), 1)))


def crowd(per_chat: timedelta = SECOND, per_second: float = 30) -> Crowd:
    clock = EmulatedClock(at=START)
    return Crowd(TelegramPacing(clock, per_chat, per_second), clock)


def test_a_pace_gives_out_as_many_as_it_may_and_then_makes_wait() -> None:
    pace = TelegramPace(2, SECOND)
    assert seconds([pace.reserve(START) for _ in range(5)]) == [0, 0, 1, 1, 2]


def test_a_pace_that_rested_has_not_saved_up() -> None:
    pace = TelegramPace(2, SECOND)
    given_out = [pace.reserve(at(moment)) for moment in (0, 0.9, 1.0, 1.0)]
    assert seconds(given_out) == [0, 0.9, 1.0, 1.9]


@given(st.lists(st.floats(0, 2), min_size=1, max_size=60), st.integers(1, 5))
def test_no_span_ever_holds_more_than_it_may(gaps: list[float], count: int) -> None:
    pace, now, moments = TelegramPace(count, SECOND), START, []
    for gap in gaps:
        now += timedelta(seconds=gap)
        moments.append(pace.reserve(now))
    assert moments == sorted(moments)
    later = moments[count:]
    assert all(second - first >= SECOND for first, second in zip(moments, later, strict=False))


def test_a_halted_pace_begins_anew_when_it_is_over() -> None:
    pace = TelegramPace(2, SECOND)
    pace.reserve(START)
    pace.halt(at(5))
    assert pace.is_halted(at(4.9))
    assert not pace.is_halted(at(5))
    assert seconds([pace.reserve(at(1)) for _ in range(3)]) == [5, 5, 6]


async def test_one_chat_waits_a_second_between_messages() -> None:
    people = crowd()
    await people.send("a", "a", "a")
    assert people.sent == [("a", 0.0), ("a", 1.0), ("a", 2.0)]


async def test_a_chat_that_waits_keeps_nobody_else_waiting() -> None:
    people = crowd()
    await people.send("a", "a", "b", "c")
    assert people.sent == [("a", 0.0), ("b", 0.0), ("c", 0.0), ("a", 1.0)]


async def test_all_chats_together_keep_the_overall_limit_in_order_of_asking() -> None:
    people = crowd(per_second=3)
    await people.send(*"abcdefgh")
    assert people.sent == [*((chat, 0.0) for chat in "abc"), *((chat, 1.0) for chat in "def"), ("g", 2.0), ("h", 2.0)]


async def test_less_than_one_a_second_can_be_set() -> None:
    people = crowd(per_second=0.5)
    await people.send("a", "b")
    assert people.sent == [("a", 0.0), ("b", 2.0)]


async def test_limits_that_are_off_let_everybody_pass() -> None:
    people = crowd(timedelta(), 0)
    await people.send(*"aaaaabbbbb")
    assert {moment for _, moment in people.sent} == {0.0}


async def test_a_chat_that_was_too_fast_halts_alone() -> None:
    people = crowd()
    people.pacing.halt("a", timedelta(seconds=5))
    assert [people.pacing.is_halted(chat) for chat in "ab"] == [True, False]
    await people.send("a", "b")
    assert people.sent == [("b", 0.0), ("a", 5.0)]


async def test_a_second_chat_that_was_too_fast_halts_everybody() -> None:
    people = crowd()
    people.pacing.halt("a", timedelta(seconds=5))
    people.pacing.halt("b", timedelta(seconds=7))
    assert people.pacing.is_halted("c")
    await people.send("c")
    assert people.sent == [("c", 7.0)]


@for_every(("later", "halted"), [(0.0, False), (5.1, False)])
async def test_the_same_chat_twice_or_another_much_later_is_no_halt_for_all(later: float, *, halted: bool) -> None:
    people = crowd()
    people.pacing.halt("a", timedelta(seconds=5))
    people.clock.advance(later)
    people.pacing.halt("b" if later else "a", timedelta(seconds=5))
    assert people.pacing.is_halted("c") is halted


async def test_a_halt_that_comes_while_people_wait_holds_them_and_their_order() -> None:
    people = crowd(per_second=1)
    sending = people.begin("a", "b", "c", "d")
    await until_quiet()
    people.pacing.halt("x", timedelta(seconds=10))
    people.pacing.halt("y", timedelta(seconds=10))
    await people.pass_time(sending)
    assert people.sent == [("a", 0.0), ("b", 10.0), ("c", 11.0), ("d", 12.0)]


async def test_a_clock_that_is_set_back_makes_nobody_wait_for_it() -> None:
    class Settable(EmulatedClock):
        back = timedelta()

        def now(self) -> datetime:
            return super().now() - self.back

    clock = Settable(at=START)
    pacing = TelegramPacing(clock)
    await pacing.wait_turn("a")
    pacing.halt("a", timedelta(seconds=5))
    clock.back = timedelta(hours=1)
    async with asyncio.timeout(20):
        await pacing.wait_turn("a")
    assert not pacing.is_halted("a")


async def test_chats_that_are_quiet_are_forgotten() -> None:
    clock = EmulatedClock(at=START)
    pacing = TelegramPacing(clock, SECOND, 0)
    for number in range(3 * FEWEST_SWEPT):
        await pacing.wait_turn(str(number))
        clock.advance(1)
    assert len(pacing._chats) <= FEWEST_SWEPT
