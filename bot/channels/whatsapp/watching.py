"""A look every so often at whether Twilio still knows us: by the token that it signs with, and by what we send with.

Never what is posted or sent. Where the token was changed at Twilio every webhook is refused, and nothing else tells.
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.addresses import NAME
from bot.channels.whatsapp.refusals import OursToMend
from bot.channels.whatsapp.rest import TwilioRest
from bot.errors import DeliveryError
from bot.monitoring.channel_health import ChannelHealth, Way
from bot.outgoing.client import LeanClient
from conversations.changing import replace
from conversations.secret import Secret

WATCH_EVERY = timedelta(seconds=20)


class AccountWatch:
    """Asks for the account with each token, and for the newest message with what we send with."""

    def __init__(self, http: LeanClient, access: TwilioAccess, tokens: Sequence[Secret], health: ChannelHealth) -> None:
        """`tokens` are all that webhooks may be signed with; `http` stays the caller's."""
        accounts = (replace(access, user=access.account_sid, password=token) for token in tokens)
        self._accounts = [TwilioRest(http, each, access.api_base) for each in accounts]
        self._sending = TwilioRest(http, access, access.api_base)
        self._path = f"/2010-04-01/Accounts/{access.account_sid}"
        self._health = health

    async def look(self) -> None:
        try:
            await self._sending.fetch(f"{self._path}/Messages.json?PageSize=1")
        except DeliveryError as error:
            self._health.unreached(NAME, str(error))
        else:
            self._health.reached(NAME)
        await self._look_at_tokens()

    async def _look_at_tokens(self) -> None:
        """One that is right will do. A Twilio that does not answer says nothing of whether it gets through to us."""
        why = ""
        for account in self._accounts:
            try:
                state = (await account.fetch(f"{self._path}.json")).get("status")
            except OursToMend:
                why = "Twilio refuses TWILIO_AUTH_TOKEN, so that its own posts are refused here"
            except DeliveryError:
                return None
            else:
                if state == "active":
                    return self._health.well(NAME, Way.TAKES)
                why = "the account at Twilio is not active"
        return self._health.failed(NAME, Way.TAKES, why)
