"""The script player: people say and hear what a script says, told as it happens. Never what a script may contain."""

import re
from collections.abc import Callable, Iterable
from datetime import time
from math import ceil
from time import monotonic

from bot.errors import TelcolinkError
from bot.sandbox.demo import operator
from bot.sandbox.demo.browsing import DemoBrowser
from bot.sandbox.demo.handed_out import HandedOut
from bot.sandbox.demo.people import DemoPerson, NotShown, Seen
from bot.sandbox.demo.script import AGENTS, Script, ScriptLine, matches, parse_span
from bot.sandbox.demo.stage import DemoStage
from conversations.lagos import next_time
from conversations.phone import PhoneNumber, parse_number

PATIENCE = 13  # rounds of waiting for a message, in each of which a second passes on the stage's clock
ROUND = 0.25  # real seconds, where something is on its way
GLANCE = 0.002  # real seconds after which it is looked whether anything is
AT_LAST = 30.0  # real seconds more, where something still is: a machine that stood still is not a bot that is silent
READING = 1.5  # seconds that a person takes before they answer, on the stage's clock
_TAP = re.compile(r"\[(.+)\]((?: older)*)")
_SHOW = re.compile(r"\(([^)]+)\)(?: (.+))?")
_NUMBER = re.compile(r"\b0\d{3} \d{3} \d{4}\b")
_IN_GROUP = "in a group: "


class WentOtherwise(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """The conversation went another way than the script says."""

    def __init__(self, line: ScriptLine, happened: str) -> None:
        super().__init__(f"line {line.number}: {line.written}\n  but {happened}")


class Player:
    """One play. `tell` is given each line of the transcript as it happens."""

    def __init__(self, stage: DemoStage, tell: Callable[[str], None]) -> None:
        self._stage = stage
        self._tell = tell
        self.cast: dict[str, DemoPerson] = {}
        self._last = Seen("")
        self._number = stage.own_number
        self.handed_out = HandedOut()
        self._browser = DemoBrowser()

    async def play(self, script: Script) -> None:
        """Raises `WentOtherwise` at the first line that does not come true."""
        self.begin({line.who for line in script.lines}, script.at)
        for line in script.lines:
            await self.act(line)

    def begin(self, who: Iterable[str], at: time) -> None:
        """Everybody who will act or hear comes; the clock shows that time of day."""
        now = self._stage.clock.now()
        self._stage.clock.advance((next_time(at, now) - now).total_seconds())
        self.cast = {name: self._stage.person(name) for name in sorted(who)}

    async def act(self, line: ScriptLine) -> None:
        """One line. Raises `WentOtherwise` when it does not come true."""
        try:
            await getattr(self, f"_{line.kind}")(line)
        except NotShown as missing:
            raise WentOtherwise(line, f"there is no {missing}; the buttons are {self._last.labels}") from None

    # What people do

    async def _says(self, line: ScriptLine) -> None:
        person = self.cast[line.who]
        self._stage.clock.advance(READING)
        self._tell(f"  {'you' if line.who == 'me' else line.who} ▸ {line.text}")
        if found := _TAP.fullmatch(line.text):
            await person.tap(found[1], found[2].count("older"))
        elif found := _SHOW.fullmatch(line.text):
            await self._show(person, found[1], self._fill_in(found[2] or "", line, person))
        elif line.text.startswith("edit "):
            await person.edit(self._fill_in(line.text.removeprefix("edit "), line, person))
        elif line.text.startswith(_IN_GROUP):
            await person.say_in_group(line.text.removeprefix(_IN_GROUP))
        else:
            await person.say(self._fill_in(line.text, line, person))

    async def _show(self, person: DemoPerson, what: str, caption: str) -> None:
        match what:
            case "share my contact":
                self._number = self._stage.own_number
                await person.share_contact(own=True)
            case "share a contact":
                await person.share_contact(own=False)
            case _:
                await person.send(what, caption)

    def _fill_in(self, text: str, line: ScriptLine, person: DemoPerson) -> str:
        handed = self.handed_out
        self._note_number(text)
        code = self.newest_code() if "code>" in text else ""
        if "code>" in text and not code:
            raise WentOtherwise(line, "no SMS has come")
        values = {
            "<open link>": f"{person.opening} {handed.token}",
            "<reference>": handed.reference,
            "<join>": handed.join,
            "<code>": code,
            "<spaced code>": " ".join((code[:3], code[3:])),
            "<wrong code>": "".join(str(9 - int(digit)) for digit in code),
        }
        return re.sub(r"<[a-z ]+>", lambda place: values.get(place[0], place[0]), text)

    def newest_code(self) -> str:
        """What `<code>` means now, "" where no SMS has come."""
        return self._stage.newest_code(self._number)

    def _note_number(self, text: str) -> None:
        """The number that was named last is where the next SMS goes."""
        number = parse_number(found[0] if (found := _NUMBER.search(text)) else text)
        if isinstance(number, PhoneNumber):
            self._number = number.local

    # What they see

    async def _hears(self, line: ScriptLine) -> None:
        if line.text == "nothing":
            await self._stage.idle()
            unwanted = await self.cast[line.who].next_message(0)
            if unwanted:
                raise WentOtherwise(line, f"the bot said: {unwanted.text}")
            return
        seen = await self._next(self.cast[line.who])
        if seen is None:
            raise WentOtherwise(line, "the bot said nothing")
        self.note(line.who, seen)
        self._show_message(seen, "bot ◂" if line.who == "me" else f"to {line.who} ◂")
        if not matches(line.text, seen.text):
            raise WentOtherwise(line, f"the bot said: {seen.text}")

    def note(self, who: str, seen: Seen) -> None:
        """Somebody has seen this message: what it offers, and hands out, is what later lines mean."""
        self._last = seen
        self._browser.note(seen.text)
        if who in AGENTS:
            self.handed_out.note(seen.text)

    async def _next(self, person: DemoPerson) -> Seen | None:
        """The next message; while none comes, time passes, for a limit or a slow provider may hold it back."""
        for _ in range(PATIENCE):
            if seen := await self._next_now(person):
                return seen
            self._stage.clock.advance(1)
        return await self._next_now(person, AT_LAST)

    async def _next_now(self, person: DemoPerson, patience: float = ROUND) -> Seen | None:
        """The next message without time passing: None as soon as none can come, and where `patience` brings none."""
        end = monotonic() + patience
        while True:
            none_comes = self._stage.waits_for_time or monotonic() > end
            if (seen := await person.next_message(0 if none_comes else GLANCE)) or none_comes:
                return seen

    def _show_message(self, seen: Seen, who: str) -> None:
        first, *rest = f"[{seen.file}] {seen.text}".splitlines() if seen.file else seen.text.splitlines()
        self._tell(f"  {who} {first}")
        for line in rest:
            self._tell(f"        {line}" if line else "")
        if seen.labels:
            self._tell("        " + "  ".join(f"[{label}]" for label in seen.labels))

    async def _buttons(self, line: ScriptLine) -> None:
        expected = tuple(label.strip("[] ") for label in line.text.split("] ["))
        if self._last.labels != expected:
            raise WentOtherwise(line, f"the buttons are {self._last.labels}")

    async def _picture(self, line: ScriptLine) -> None:
        if not self._last.picture:
            raise WentOtherwise(line, "there was none")

    async def _page(self, line: ScriptLine) -> None:
        said = await self._browser.read()
        self._tell(f"        … the address is opened in a browser: {said} …")
        if not matches(line.text, said):
            raise WentOtherwise(line, f"the page said: {said}")

    async def _file(self, line: ScriptLine) -> None:
        """What a message brought along can be opened as often as they like."""
        got = self._last.file or await self._browser.fetch() or "nothing"
        self._tell(f"        … the file is opened: {got} …")
        if not matches(line.text, got):
            raise WentOtherwise(line, f"there was {got}")

    async def _deleted(self, line: ScriptLine) -> None:
        """It is not waited for what is to be said beside it, which a limit may hold back; after a refusal, as long."""
        person = self.cast[line.who]
        self._stage.clock.advance(person.deletion_takes)
        for _ in range(PATIENCE + ceil(person.deletion_takes)):
            await self._stage.rest()
            if person.is_last_deleted():
                return
            self._stage.clock.advance(1)
        raise WentOtherwise(line, "the last message is still there")

    # What happens around them

    async def _wait(self, line: ScriptLine) -> None:
        self._tell(f"        … {line.text} …")
        await self._stage.let_pass(parse_span(line.text))

    async def _restart(self, line: ScriptLine) -> None:
        """What was heard is noted by then; a kill before that repeats it, as it must (tests/crash)."""
        self._tell("        … the server is killed and starts again …")
        await self._stage.idle()
        await self._stage.restart()

    async def _pause(self, line: ScriptLine) -> None:
        self._tell(f'        … telcolink pause "{line.text}" …')
        await operator.pause(self._stage.app, line.text)

    async def _resume(self, _: ScriptLine) -> None:
        self._tell("        … telcolink resume …")
        await operator.resume(self._stage.app)

    async def _killed(self, _: ScriptLine) -> None:
        self._tell("        … the server will be killed in the middle of the next call to the provider …")
        self._stage.kill_in_next_call()

    async def _outcome(self, line: ScriptLine) -> None:
        try:
            self._stage.mono.cast_next(line.text)
        except LookupError:
            raise WentOtherwise(line, "no test number has that name") from None

    async def _network(self, line: ScriptLine) -> None:
        self._tell(f"        … the network is {line.text} …")
        if line.text == "down":
            self._stage.network.down = True
        else:
            await self._stage.mend_network()

    async def _held(self, _: ScriptLine) -> None:
        self._tell("        … what is sent stays on its way …")
        self._stage.hold()

    async def _delivered(self, line: ScriptLine) -> None:
        self._tell(f"        … it arrives {line.text} …")
        self._stage.release(reverse=line.text == "backwards", copies=2 if line.text == "twice" else 1)

    async def _asked(self, line: ScriptLine) -> None:
        asked = sum(call.path.endswith("/telecom/auth") for call in self._stage.mono.journal.calls)
        if asked != int(line.text.split()[0]):
            raise WentOtherwise(line, f"{asked} codes were asked for")
