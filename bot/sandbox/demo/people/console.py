"""A simulated user of the console channel. Never what they should see."""

from bot.channels.console import Console
from bot.sandbox.demo.people import STRANGERS_NUMBER, NotShown, Seen
from conversations.customer.events import Oddity
from conversations.wording import Rendered

ODDITIES = {
    "photo": Oddity.PHOTO,
    "sticker": Oddity.STICKER,
    "voice": Oddity.VOICE,
    "document": Oddity.FILE,
    "location": Oddity.LOCATION,
}


class ConsolePerson:
    """Somebody at the console channel."""

    channel = "console"
    deletion_takes = 0.0
    opening = "/start"

    def __init__(self, console: Console, name: str) -> None:
        self._console = console
        self._name = name
        self._seen = 0

    async def say(self, text: str) -> None:
        await self._console.say(self._name, text)

    async def tap(self, label: str, older: int = 0) -> None:
        shown = [(message, each) for message in reversed(self._messages()) for each in message.buttons]
        offered = [(message, each) for message, each in shown if each.label == label]
        if len(offered) <= older:
            raise NotShown(label)
        message, button = offered[older]
        await self._console.tap(self._name, button.choice, message.prompt)

    async def send(self, kind: str, caption: str = "") -> None:
        if kind == "album":
            for words in (caption, "", ""):
                await self.send("photo", words)
            return
        await self._console.send_oddity(self._name, ODDITIES[kind], caption)

    async def share_contact(self, *, own: bool) -> None:
        await self._console.share_contact(self._name, STRANGERS_NUMBER, own=own)

    async def edit(self, text: str) -> None:
        await self._console.edit(self._name, text)

    async def say_in_group(self, text: str) -> None:
        raise NotShown("there are no groups at the console")

    async def next_message(self, patience: float) -> Seen | None:
        if not await self._console.wait(self._name, self._seen, patience):
            return None
        message = self._messages()[self._seen]
        self._seen += 1
        labels = tuple(button.label for button in message.buttons)
        return Seen(message.text, labels, file=message.file.name if message.file else "")

    def is_last_deleted(self) -> bool:
        mine = [bubble for bubble in self._console.chat(self._name).bubbles if bubble.mine]
        return bool(mine) and mine[-1].deleted

    def _messages(self) -> list[Rendered]:
        return [bubble.message for bubble in self._console.chat(self._name).bubbles if bubble.message]
