"""Simulated users, a file for each channel: what they do and what they see. Never what they should see."""

from typing import Protocol

from conversations.discretion import Discreet, Hidden

STRANGERS_NUMBER = "+2348099999999"


class Seen(Discreet, frozen=True):
    """One message of the bot, as the person sees it, with the labels that can be tapped. `file`: the name of one."""

    text: Hidden[str]
    labels: tuple[str, ...] = ()
    picture: bool = False
    file: str = ""


class NotShown(Exception):  # noqa: N818 - a noun from the catcher's side
    """The person wants to tap what is not on the screen, or to do what cannot be done there."""


class DemoPerson(Protocol):
    """Somebody in a private chat with the bot. `deletion_takes` seconds until a code is gone from the records."""

    channel: str
    deletion_takes: float
    opening: str  # what stands before a link's token when the link is opened

    async def say(self, text: str) -> None:
        """Type a text."""

    async def tap(self, label: str, older: int = 0) -> None:
        """Tap the newest button of that label, or one that is so many messages older. Raises `NotShown`."""

    async def send(self, kind: str, caption: str = "") -> None:
        """Send something that is no text: photo, sticker, voice, document, location; with words under it or none.

        An album is three photos at once, the words under the first.
        """

    async def share_contact(self, *, own: bool) -> None:
        """Share the own contact card, or somebody else's."""

    async def edit(self, text: str) -> None:
        """Change the last message that was typed. Raises `NotShown` where nobody can."""

    async def say_in_group(self, text: str) -> None:
        """Type a text in a group that the bot is in. Raises `NotShown` where there are none."""

    async def next_message(self, patience: float) -> Seen | None:
        """The next message of the bot that was not seen yet; None when none comes within `patience` real seconds."""

    def is_last_deleted(self) -> bool:
        """Whether the last message that was typed, or the words under what was sent, are gone from the chat."""
