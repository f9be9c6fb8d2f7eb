"""Giving accounts back to the provider: for as long as nobody holds one again. Never when that is tried."""

from collections.abc import Callable

from bot.errors import ChannelDown, MessageRefused, ProviderRefusal, ProviderSilent
from bot.providers.port import Provider
from conversations.refusal import Refusal
from conversations.secret import AccountId
from storage.accounts import Accounts
from storage.database import Database


class GivingBack:
    """The provider may give a number the same account again: what a chat holds by now is not taken from it."""

    def __init__(
        self, provider: Provider, forget: Callable[[AccountId], None], database: Database, accounts: Accounts
    ) -> None:
        """`forget` drops what is in memory of an account."""
        self._provider = provider
        self._forget = forget
        self._database = database
        self._accounts = accounts

    async def give_back(self, account: AccountId) -> None:
        """Raises `DeliveryError`s, so that the outbox tries again or gives up."""
        if not await self._database.read(lambda tx: self._accounts.is_held(tx, account)):
            self._forget(account)
            await self._unlink(account)

    async def _unlink(self, account: AccountId) -> None:
        try:
            await self._provider.unlink(account)
        except ProviderRefusal as refused:
            if refused.refusal is Refusal.NOT_ALLOWED:
                raise MessageRefused("the provider does not let us unlink") from None
            if refused.refusal is not Refusal.ACCOUNT_GONE:
                raise ChannelDown("the provider refused for now") from None
        except ProviderSilent:
            raise ChannelDown("the provider did not answer") from None
