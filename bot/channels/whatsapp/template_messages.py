"""Writing first: the approved template with which a link's invitation goes to its number. Never whether it should.

twilio.com/docs/content/using-variables-with-content-api: the template stands at Twilio and has three variables.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.channels.whatsapp.addresses import NAME
from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.contents import as_variables
from bot.channels.whatsapp.messages import plain
from bot.channels.whatsapp.refusals import (
    ContentUnfit,
    NotAnAddress,
    NotJoined,
    NotOnWhatsApp,
    NotThere,
    OnTrial,
    OursToMend,
    Withheld,
    judge_code,
)
from bot.channels.whatsapp.sending import SKEW
from bot.channels.whatsapp.twilio import Copy
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone, TemplateNotSent, WindowClosed
from bot.ports import TemplateMessage
from conversations.link import Direct, Unsent


class WhatsAppTemplateSender:
    """Implements `TemplateSender`. `template` is the id of an approved content."""

    direct = Direct(NAME, "WhatsApp")

    def __init__(self, whatsapp: WhatsApp, template: str) -> None:
        self._whatsapp = whatsapp
        self._template = template

    async def invite(self, body: TemplateMessage) -> str:
        """The message's id at Twilio."""
        whatsapp, address = self._whatsapp, body.contact.address
        await whatsapp.pacing.wait_turn(address)
        if await self._has_opted_out(address):
            raise TemplateNotSent(Unsent.UNWANTED)
        with self._trying():
            return await self._sent_already(body) or await self._send(body)

    async def find(self, body: TemplateMessage) -> str | None:
        """The message's id at Twilio, where it was sent."""
        with self._trying():
            return await self._sent_already(body)

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """What goes wrong within is told in the terms of a `TemplateSender`."""
        with self._whatsapp.sending.under_way():
            try:
                yield
            except DeliveryError as error:
                failed = error
            else:
                return
        if isinstance(failed, ChannelBusy | ChannelDown) and not isinstance(failed, OursToMend):
            raise failed
        raise TemplateNotSent(why_unsent(failed))

    async def _has_opted_out(self, address: str) -> bool:
        """Whether whoever goes by that number has opted out, whatever we call them."""
        tables = self._whatsapp.tables
        chat = await tables.database.read(lambda tx: tables.chats.named(tx, NAME, address))
        return chat is not None and chat.opted_out

    async def _send(self, body: TemplateMessage) -> str:
        values = [" ".join(plain(value).split()) for value in body.values]
        if not all(values):
            raise ContentUnfit("an empty value")  # twilio.com/docs/api/errors/63013
        return await self._whatsapp.twilio.send_content(body.contact.address, self._template, as_variables(values))

    async def _sent_already(self, body: TemplateMessage) -> str | None:
        """Looked up before every try, for a process that ended in the middle of one does not know of it.

        What the template says is not known here, but the match words stand in it.
        """
        words = body.values[-1]

        def is_it(copy: Copy) -> bool:
            return copy.created_at >= body.made_at - SKEW and words in copy.text

        found = await self._whatsapp.sending.find(body.contact.address, is_it)
        if found and found.failed:
            raise judge_code(found.code)
        return found.message if found else None


def why_unsent(error: DeliveryError) -> Unsent:
    """A refusal, at once or by a report, in an agent's terms."""
    match error:
        case NotOnWhatsApp() | NotAnAddress():
            return Unsent.NOT_THERE
        case Withheld():
            return Unsent.WITHHELD
        case OursToMend() | ContentUnfit() | NotThere() | NotJoined() | OnTrial() | WindowClosed():
            return Unsent.OURS  # WindowClosed: the template is not approved
        case RecipientGone():
            return Unsent.UNWANTED
        case ChannelBusy():
            return Unsent.BUSY
        case _:
            return Unsent.REFUSED
