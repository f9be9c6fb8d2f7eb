"""Plays a script with a person against a stage, and writes down what was said. Never what a script may contain."""

import asyncio
import re
from collections.abc import Callable

from bot.demo.people import NotShown, Person, Seen
from bot.demo.script import Act, Script, matches, parse_span
from bot.demo.stage import Stage
from bot.errors import TelcolinkError
from conversations.phone import PhoneNumber, parse_number

PATIENCE = 8  # rounds of waiting for a message, in each of which a second passes on the stage's clock
ROUND = 0.25  # real seconds
SILENCE = 0.3  # real seconds without a message
READING = 1.5  # seconds that a person takes before they answer, on the stage's clock
_TAP = re.compile(r"\[(.+)\]")
_LINK = re.compile(r"(?:start=|START%20)([\w-]{22})")
_SHOW = re.compile(r"\((.+)\)")


class WentOtherwise(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """The conversation went another way than the script says."""

    def __init__(self, act: Act, happened: str) -> None:
        super().__init__(f"line {act.number}: {act.kind}: {act.text}\n  but {happened}")


class Player:
    """One play. `tell` is given each line of the transcript as it happens."""

    def __init__(self, stage: Stage, person: Person, tell: Callable[[str], None]) -> None:
        self._stage = stage
        self._person = person
        self._tell = tell
        self._last = Seen("")
        self._number = stage.own_number
        self._agent: Person | None = None
        self._link = ""

    async def play(self, script: Script) -> None:
        """Raises `WentOtherwise` at the first line that does not come true."""
        for act in script.acts:
            try:
                await getattr(self, "_act_of_agent" if act.kind == "agent" else f"_{act.kind}")(act)
            except NotShown as missing:
                raise WentOtherwise(act, f"there is no button {missing}; there are {self._last.labels}") from None

    async def _me(self, act: Act) -> None:
        self._stage.clock.advance(READING)
        self._tell(f"  you ▸ {act.text}")
        if found := _TAP.fullmatch(act.text):
            await self._person.tap(found[1])
        elif found := _SHOW.fullmatch(act.text):
            await self._show(found[1])
        elif act.text.startswith("edit "):
            await self._person.edit(act.text.removeprefix("edit "))
        else:
            await self._person.say(self._fill_in(act))

    async def _show(self, what: str) -> None:
        match what:
            case "share my contact":
                self._number = self._stage.own_number
                await self._person.share_contact(own=True)
            case "share a contact":
                await self._person.share_contact(own=False)
            case _:
                await self._person.send(what)

    def _fill_in(self, act: Act) -> str:
        if act.text == "<open link>":
            return f"{self._person.opening} {self._link}"
        self._note_number(act.text)
        code = self._stage.newest_code(self._number) if "code>" in act.text else ""
        if "code>" in act.text and not code:
            raise WentOtherwise(act, "no SMS has come")
        wrong = "".join(str(9 - int(digit)) for digit in code)
        spaced = " ".join((code[:3], code[3:]))
        return act.text.replace("<code>", code).replace("<spaced code>", spaced).replace("<wrong code>", wrong)

    def _note_number(self, text: str) -> None:
        """The number that was named last is where the next SMS goes."""
        number = parse_number(text)
        if isinstance(number, PhoneNumber):
            self._number = number.local

    async def _bot(self, act: Act) -> None:
        if act.text == "nothing":
            unwanted = await self._person.next_message(SILENCE)
            if unwanted:
                raise WentOtherwise(act, f"the bot said: {unwanted.text}")
            return
        seen = await self._next()
        if seen is None:
            raise WentOtherwise(act, "the bot said nothing")
        self._last = seen
        self._show_message(seen)
        if not matches(act.text, seen.text):
            raise WentOtherwise(act, f"the bot said: {seen.text}")

    async def _act_of_agent(self, act: Act) -> None:
        self._agent = self._agent or self._stage.agent()
        self._stage.clock.advance(READING)
        self._tell(f"  agent ▸ {act.text}")
        self._note_number(act.text)
        if found := _TAP.fullmatch(act.text):
            await self._agent.tap(found[1])
        else:
            await self._agent.say(act.text)

    async def _told(self, act: Act) -> None:
        seen = await self._next(self._agent) if self._agent else None
        if seen is None:
            raise WentOtherwise(act, "the agent was told nothing")
        self._show_message(seen, "  to agent ◂")
        if found := _LINK.search(seen.text):
            self._link = found[1]
        if not matches(act.text, seen.text):
            raise WentOtherwise(act, f"the agent was told: {seen.text}")

    async def _next(self, person: Person | None = None) -> Seen | None:
        """The next message; while none comes, time passes, for a limit or a slow provider may hold it back."""
        for _ in range(PATIENCE):
            seen = await (person or self._person).next_message(ROUND)
            if seen:
                return seen
            self._stage.clock.advance(1)
        return None

    def _show_message(self, seen: Seen, who: str = "  bot ◂") -> None:
        first, *rest = seen.text.splitlines()
        self._tell(f"{who} {first}")
        for line in rest:
            self._tell(f"        {line}" if line else "")
        if seen.labels:
            self._tell("        " + "  ".join(f"[{label}]" for label in seen.labels))

    async def _buttons(self, act: Act) -> None:
        expected = tuple(label.strip("[] ") for label in act.text.split("] ["))
        if self._last.labels != expected:
            raise WentOtherwise(act, f"the buttons are {self._last.labels}")

    async def _wait(self, act: Act) -> None:
        self._tell(f"        … {act.text} …")
        await self._stage.let_pass(parse_span(act.text))

    async def _restart(self, act: Act) -> None:
        self._tell("        … the server is killed and starts again …")
        await self._stage.restart()

    async def _deleted(self, act: Act) -> None:
        self._stage.clock.advance(self._person.deletion_takes)
        for _ in range(40):
            if self._person.is_last_deleted():
                return
            await asyncio.sleep(0.05)
        raise WentOtherwise(act, "my last message is still there")

    async def _asked(self, act: Act) -> None:
        expected = int(act.text.split()[0])
        if self._stage.codes_asked() != expected:
            raise WentOtherwise(act, f"{self._stage.codes_asked()} codes were asked for")
