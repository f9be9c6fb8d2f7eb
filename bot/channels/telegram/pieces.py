"""Messages that take several calls: what of one arrived is not sent again when the rest is. Never how a piece is sent.

It is remembered by this process alone: a repeat after its death is the one that there can be.
"""

from collections.abc import Awaitable, Callable, Sequence

from bot.errors import ChannelBusy, ChannelDown
from conversations.contact import Contact
from conversations.wording import Rendered

Piece = Callable[[], Awaitable[object]]


class Pieces:
    """Of each chat the message of which a part has arrived, and how many of its pieces that is."""

    def __init__(self) -> None:
        self._arrived: dict[Contact, tuple[Rendered, int]] = {}

    async def send(self, contact: Contact, message: Rendered, pieces: Sequence[Piece]) -> None:
        """Those that have not arrived yet, in their order. Raises the error of the first that cannot be sent."""
        begun, arrived = self._arrived.pop(contact, (message, 0))
        if begun != message:  # that one was given up
            arrived = 0
        for piece in pieces[arrived:]:
            try:
                await piece()
            except (ChannelBusy, ChannelDown):
                self._arrived[contact] = message, arrived
                raise
            arrived += 1
