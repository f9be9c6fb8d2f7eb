"""What the dispatcher asks of who carries messages out. Never how that is done."""

from typing import Protocol

from bot.outbox.payloads import Payload
from bot.ports import Acceptance


class Carrier(Protocol):
    """What carries messages out, and raises `DeliveryError`s where it cannot."""

    async def ready(self, body: Payload) -> None:
        """Return when its recipient may have a message."""

    async def hand_over(self, body: Payload) -> Acceptance | None:
        """The platform's receipt, where it has one."""

    async def left_behind(self, body: Payload) -> None:
        """Its recipient is gone."""
