"""How each kind of letter is delivered: to a channel, the provider, the business's systems. Never when or how often."""

from collections.abc import Awaitable, Callable, Mapping

from bot.errors import ChannelDown, DeliveryError, MessageRefused, ProviderRefused, ProviderSilent
from bot.hooks import Hooks
from bot.inviting import Inviting
from bot.letters import Deletion, Invite, LetterBody, Menu, Message, Unlinking
from bot.metrics import Metrics
from bot.ports import Channel, Provider, Receipt
from conversations.contact import Contact
from conversations.events import CustomerLeft
from conversations.refusal import Refusal
from conversations.secret import AccountId
from conversations.wording import Rendered
from storage.events import Posting


class Delivery:
    """Hands letters over and sorts what came of it into the courier's terms."""

    def __init__(
        self,
        channels: Mapping[str, Channel],
        provider: Provider,
        hooks: Hooks,
        inviting: Inviting,
        report: Callable[[Contact, CustomerLeft], Awaitable[None]],
        metrics: Metrics,
    ) -> None:
        self._metrics = metrics
        self._channels = channels
        self._provider = provider
        self._hooks = hooks
        self._inviting = inviting
        self._report = report

    async def hand_over(self, body: LetterBody) -> Receipt | None:
        """The platform's receipt, where it has one. Raises `DeliveryError`s."""
        match body:
            case Message(contact, content):
                return await self._say(contact, content)
            case Invite():
                return Receipt(await self._inviting.send(body))
            case Deletion(contact, message):
                await self._channel(contact).delete(contact, message)
            case Unlinking(account):
                await self._unlink(account)
            case Menu(contact, items):
                await self._channel(contact).show_menu(contact, items)
            case Posting():
                await self._hooks.deliver(body)
        return None

    async def _say(self, contact: Contact, content: Rendered) -> Receipt | None:
        outcome = "sent"
        try:
            return await self._channel(contact).deliver(contact, content)
        except DeliveryError as error:
            outcome = type(error).__name__
            raise
        finally:
            self._metrics.message(contact.channel, outcome)

    async def left_behind(self, body: LetterBody) -> None:
        """The recipient of a message is gone: their conversation hears it. No menu is reason enough to end one."""
        if isinstance(body, Message):
            await self._report(body.contact, CustomerLeft())

    def _channel(self, contact: Contact) -> Channel:
        channel = self._channels.get(contact.channel)
        if channel is None:
            raise ChannelDown(f"{contact.channel} is off")
        return channel

    async def _unlink(self, account: AccountId) -> None:
        try:
            await self._provider.unlink(account)
        except ProviderRefused as refused:
            if refused.refusal is Refusal.NOT_ALLOWED:
                raise MessageRefused("the provider does not let us unlink") from None
            if refused.refusal is not Refusal.ACCOUNT_GONE:
                raise ChannelDown("the provider refused for now") from None
        except ProviderSilent:
            raise ChannelDown("the provider did not answer") from None
