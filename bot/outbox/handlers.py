"""How each kind of outbox message is carried out: by a channel, the provider, a webhook. Never when or how often."""

from collections.abc import Awaitable, Callable, Mapping

from bot.errors import ChannelDown, DeliveryError
from bot.monitoring.metrics import Metrics
from bot.outbox.payloads import AccountUnlinking, ChatMessage, MenuChange, MessageDeletion, Payload
from bot.outbox.template_messages import TemplateMessages
from bot.outbox.webhooks import OutgoingWebhooks
from bot.ports import Acceptance, Channel, Inbound, Receive, TemplateMessage
from conversations.contact import Contact
from conversations.customer.events import CustomerLeft
from conversations.secret import AccountId
from conversations.wording import Rendered
from storage.events import WebhookPost

GiveBack = Callable[[AccountId], Awaitable[None]]  # raises `DeliveryError`s


class PayloadHandlers:
    """Hands messages over and sorts what came of it into the dispatcher's terms."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        give_back: GiveBack,
        webhooks: OutgoingWebhooks,
        template_messages: TemplateMessages,
        receive: Receive,
        metrics: Metrics,
    ) -> None:
        self._metrics = metrics
        self._channels = channels
        self._give_back = give_back
        self._webhooks = webhooks
        self._template_messages = template_messages
        self._receive = receive

    async def hand_over(self, body: Payload) -> Acceptance | None:
        """The platform's receipt, where it has one. Raises `DeliveryError`s."""
        match body:
            case ChatMessage(contact, content):
                return await self._say(contact, content)
            case TemplateMessage():
                return Acceptance(await self._template_messages.send(body))
            case MessageDeletion(contact, message):
                await self._channel(contact).delete(contact, message)
            case AccountUnlinking(account):
                await self._give_back(account)
            case MenuChange(contact, items):
                await self._channel(contact).show_menu(contact, items)
            case WebhookPost():
                await self._webhooks.deliver(body)
        return None

    async def ready(self, body: Payload) -> None:
        """Return when its recipient may have another message; what waits is looked at again then."""
        if isinstance(body, ChatMessage) and (channel := self._channels.get(body.contact.channel)):
            await channel.wait_turn(body.contact)

    async def _say(self, contact: Contact, content: Rendered) -> Acceptance | None:
        try:
            taken = await self._channel(contact).deliver(contact, content)
        except DeliveryError as error:
            self._metrics.message(contact.channel, error)
            raise
        self._metrics.message(contact.channel)
        return taken

    async def left_behind(self, body: Payload) -> None:
        """The recipient of a message is gone: their conversation hears it. No menu is reason enough to end one.

        Raises storage's errors: the message is tried again then, and who is gone found gone again.
        """
        if isinstance(body, ChatMessage):
            await self._receive(Inbound(body.contact, CustomerLeft()))

    def _channel(self, contact: Contact) -> Channel:
        channel = self._channels.get(contact.channel)
        if channel is None:
            raise ChannelDown(f"{contact.channel} is off")
        return channel
