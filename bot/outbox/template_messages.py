"""Template messages to the number of a link: sent while it is open, for half a minute, and never without a word.

Never what it says, nor what its agent hears when it does not arrive.
"""

from datetime import timedelta

import structlog

from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, TemplateNotSent
from bot.ports import Clock, Inbound, Receive, TemplateMessage, TemplateSender
from conversations.link import Link, Unsent
from conversations.link_events import TemplateUnsent
from storage.database import Database
from storage.links import Links

PATIENCE = timedelta(seconds=30)  # after that its agent forwards the text, also where we were not there meanwhile

log = structlog.get_logger()


class TemplateMessages:
    """Carries out the outbox's invitations, in the dispatcher's terms. Without an `inviter` none can be sent."""

    def __init__(
        self, inviter: TemplateSender | None, database: Database, links: Links, clock: Clock, receive: Receive
    ) -> None:
        self._inviter = inviter
        self._database = database
        self._links = links
        self._clock = clock
        self._receive = receive

    async def send(self, body: TemplateMessage) -> str:
        """The platform's receipt. What will not be tried again is reported before this raises.

        Where the disk cannot take the report this raises storage's errors, and the row is tried again.
        """
        try:
            return await self._invite(body)
        except TemplateNotSent as error:
            why = error.why
        except (ChannelBusy, ChannelDown) as error:
            if self._can_wait(body, error):
                raise
            why = Unsent.BUSY if isinstance(error, ChannelBusy) else Unsent.UNKNOWN
        log.warning("invitation_not_sent", why=why)
        await self._receive(Inbound(body.contact, TemplateUnsent(body.reference, why)))
        raise TemplateNotSent(why)

    async def _invite(self, body: TemplateMessage) -> str:
        if not self._inviter:
            raise TemplateNotSent(Unsent.OURS)
        link = await self._database.read(lambda tx: self._links.find(tx, body.reference))
        if not link or not self._is_open(link):
            raise MessageRefused("the link is over, or has its customer")
        if self._clock.now() < body.made_at + PATIENCE:
            return await self._inviter.invite(body)
        if receipt := await self._inviter.find(body):
            return receipt
        raise TemplateNotSent(Unsent.LATE)

    def _is_open(self, link: Link) -> bool:
        return not link.is_final and link.customer is None and self._clock.now() < link.expires_at

    def _can_wait(self, body: TemplateMessage, error: DeliveryError) -> bool:
        pause = error.retry_after if isinstance(error, ChannelBusy) else timedelta()
        return self._clock.now() + pause < body.made_at + PATIENCE
