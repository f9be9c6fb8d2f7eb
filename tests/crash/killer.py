"""Somebody who kills the server when it hurts most; never what must hold all the same."""

import asyncio
import random
from collections.abc import Callable, Iterator

from bot.sandbox.emulators.mono import MonoFault
from bot.sandbox.emulators.telegram import TelegramFault
from bot.sandbox.emulators.twilio import TwilioEmulator, TwilioFault
from tests.crash.aftermath import Aftermath, acknowledged
from tests.server_stage import Server, Town, until

LATE = MonoFault(delay=0.4)  # asked, and done when nobody listens any more
UNHEARD = MonoFault(hang=True, carried_out=True)  # done at once, and never answered

Struck = Callable[[], bool]
Window = Callable[[Town], Struck]  # has the next call of its kind take long; true once it is under way


def at_mono(path: str, fault: MonoFault) -> Window:
    def arm(town: Town) -> Struck:
        before = len(town.wire.to(path))
        town.mono.fail(f"*{path}", fault)
        return lambda: len(town.wire.to(path)) > before

    return arm


def at_telegram(method: str, status: int | None = None) -> Window:
    """With a status nothing was done; without one everything was, and only the answer is late."""

    def arm(town: Town) -> Struck:
        telegram = town.telegram.emulator
        telegram.fail(TelegramFault(method, status=status, delay=2.0))
        return lambda: not telegram.faults

    return arm


def when_acknowledged(town: Town) -> Struck:
    """On WhatsApp."""
    before = len(acknowledged(town))
    return lambda: len(acknowledged(town)) > before


def at_twilio(path: str, *, done: bool) -> Window:
    """Done, and the answer is lost; or not done, after a long while."""

    def arm(town: Town) -> Struck:
        twilio = town.whatsapp.emulator
        fault = TwilioFault("POST", path, delay=2.0, status=500)
        twilio.fail(TwilioFault("POST", path, drop=True, carried_out=True) if done else fault)
        return lambda: not twilio.state.faults.calls

    return arm


def as_somebody_writes(befall: Callable[[TwilioEmulator], None]) -> Window:
    """On WhatsApp, where nobody repeats a message that was not acknowledged. `befall` is what happens to this one."""

    def arm(town: Town) -> Struck:
        twilio = town.whatsapp.emulator
        before = _count_written(twilio)
        befall(twilio)
        return lambda: _count_written(twilio) > before

    return arm


def after(seconds: float) -> Window:
    """At no moment in particular."""

    def arm(_: Town) -> Struck:
        clock = asyncio.get_running_loop().time
        moment = clock() + seconds
        return lambda: clock() >= moment

    return arm


# threats-and-faults.md §4.2: F6, F20, F23 · F8, F9 · F13, F14 · F15, F16 · F18; on WhatsApp F0 to F4 as well
ANSWERED: dict[str, Window] = {
    "a code is asked for": at_mono("/telecom/auth", LATE),
    "a code is being checked": at_mono("/telecom/verify", LATE),
    "a code is being exchanged": at_mono("/accounts/auth", LATE),
}
UNANSWERED: dict[str, Window] = {
    "a code was sent and nobody heard": at_mono("/telecom/auth", UNHEARD),
    "a code was checked and nobody heard": at_mono("/telecom/verify", UNHEARD),
    "a code was exchanged and nobody heard": at_mono("/accounts/auth", UNHEARD),
    "a summary is being fetched": at_mono("/identity", UNHEARD),
}
MONO = ANSWERED | UNANSWERED
TELEGRAM: dict[str, Window] = {
    "a reply is written and not taken": at_telegram("sendMessage", status=500),
    "a reply is taken and not noted": at_telegram("sendMessage"),
    "a deletion is done and not noted": at_telegram("deleteMessage"),
}
WHATSAPP: dict[str, Window] = {
    "a message is being taken in": as_somebody_writes(lambda _: None),
    "a message was taken in": when_acknowledged,
    "a message is lost": as_somebody_writes(lambda twilio: twilio.lose()),
    "a message comes when its log is read": as_somebody_writes(lambda twilio: twilio.delay(0.7)),
    "a reply is written and not taken": at_twilio("/Messages.json", done=False),
    "a reply is taken and nobody heard": at_twilio("/Messages.json", done=True),
    "a redaction is asked for": at_twilio("/Messages/", done=False),
    "a redaction is done and nobody heard": at_twilio("/Messages/", done=True),
}
# Who dies in a call to Mono knows of no channel: once each is what pays.
ONCE: dict[str, dict[str, Window]] = {"telegram": TELEGRAM | MONO, "whatsapp": WHATSAPP}
WINDOWS: dict[str, dict[str, Window]] = {"telegram": TELEGRAM | MONO, "whatsapp": WHATSAPP | MONO}


def plan(windows: dict[str, Window], chance: random.Random) -> Iterator[tuple[str, Window]]:
    """Where to kill: every window in turn and in any order, and after each round at some other moment."""
    while True:
        yield from chance.sample(list(windows.items()), len(windows))
        yield "nobody knows what happens", after(chance.uniform(0, 0.5))


async def kill(town: Town, window: Window, aftermath: Aftermath) -> None:
    """Kill the server when it hurts. An heir waits for the database by then, and serves when this returns."""
    heir = Server(town.server.settings, town.server.folder, town.server.prepare)
    heir.spawn()
    try:
        await until(window(town))
        heir.pause()
        aftermath.note_kill()
    finally:
        late, town.server = town.server, heir
        await late.kill()
    aftermath.note_disk()
    heir.go_on()
    town.telegram.emulator.advance(2)  # it lets the webhook be set once a second
    await town.server.until_ready()
    town.telegram.end_rests()


async def scare(town: Town, aftermath: Aftermath) -> None:
    """An answer of Twilio's is lost, and nobody is killed: the server looks for its message, and must not repeat it.

    Nor is anybody killed until more has come: a repetition would be laid to that.
    """
    twilio = town.whatsapp.emulator
    looked = "GET /2010-04-01/Accounts/{sid}/Messages.json"
    before = twilio.journal.counts[looked]
    await until(at_twilio("/Messages.json", done=True)(town))
    await until(lambda: twilio.journal.counts[looked] > before)
    await until(lambda: all(customer.phone.count_shown() > 2 for customer in aftermath.customers))


def _count_written(twilio: TwilioEmulator) -> int:
    return sum(message.inbound for person in twilio.state.people.everybody() for message in person.chat)
