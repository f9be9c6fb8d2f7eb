"""Messages that take several calls: what of one arrived is not sent again when the rest is. Never how a piece is sent.

It is remembered by this process alone, and by what the message hashes to, never its words: a repeat after its death is
the one that there can be.
"""

from collections.abc import Awaitable, Callable, Sequence

from bot.errors import ChannelBusy, ChannelDown
from conversations.contact import Contact
from conversations.wording import Rendered

Piece = Callable[[], Awaitable[object]]

MOST = 1_000  # chats that are remembered: more than wait in the middle of a message at any time


class Pieces:
    """Of each chat the message of which a part has arrived, and how many of its pieces that is."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._arrived: dict[Contact, tuple[int, int]] = {}  # whose message broke off last at the end

    async def send(self, contact: Contact, message: Rendered, pieces: Sequence[Piece]) -> None:
        """Those that have not arrived yet, in their order. Raises the error of the first that cannot be sent."""
        mark = hash(message)
        begun, arrived = self._arrived.pop(contact, (mark, 0))
        if begun != mark:  # that one was given up
            arrived = 0
        for piece in pieces[arrived:]:
            try:
                await piece()
            except (ChannelBusy, ChannelDown):
                self._remember(contact, mark, arrived)
                raise
            arrived += 1

    def _remember(self, contact: Contact, mark: int, arrived: int) -> None:
        if not arrived:
            return
        self._arrived[contact] = mark, arrived
        if len(self._arrived) > self._most:
            del self._arrived[next(iter(self._arrived))]
