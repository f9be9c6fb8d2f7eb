"""What we ask of Twilio, one method for each call. Never when, nor what follows.

twilio.com/docs/messaging/api/message-resource, twilio.com/docs/content/content-api-resources
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import httpx
from pydantic import SecretStr
from twilio.rest import Client
from twilio.rest.content.v1.content import ContentList

from bot.channels.whatsapp.addresses import twilio_address
from bot.channels.whatsapp.refusals import judge
from bot.channels.whatsapp.settings import WhatsAppSettings
from bot.channels.whatsapp.transport import TwilioHttp

T = TypeVar("T")

# Seconds that Twilio may keep a message in its queue: a stale answer is worse than none.
VALIDITY = 300
PAGE = 1000  # the most that a list gives at once
LOOKED_THROUGH = 100  # messages to a page of the log; more than came in since the last look, as a rule


@dataclass(frozen=True, slots=True)
class TwilioAccess:
    """Who we are at Twilio, and where Twilio is. `user` is an API key's or the account's."""

    account_sid: str
    user: str
    password: SecretStr
    sender: str
    status_url: str
    api_base: str
    content_base: str

    @classmethod
    def of(cls, settings: WhatsAppSettings) -> "TwilioAccess":
        by_key = (settings.twilio_api_key_sid, settings.twilio_api_key_secret)
        by_token = (settings.twilio_account_sid, settings.twilio_auth_tokens()[0])
        user, password = by_key if settings.twilio_api_key_sid else by_token
        return cls(
            settings.twilio_account_sid,
            user,
            password,
            settings.whatsapp_from,
            f"{settings.public_url}/whatsapp/status",
            settings.twilio_api_base,
            settings.twilio_content_base,
        )

    @property
    def messaging_base(self) -> str:
        """messaging.twilio.com beside api.twilio.com, in every region; the same address where there is but one."""
        parts = urlsplit(self.api_base)
        host = parts.netloc.removeprefix("api.")
        return urlunsplit(parts._replace(netloc=f"messaging.{host}")) if host != parts.netloc else self.api_base


@dataclass(frozen=True, slots=True)
class Copy:
    """Twilio's copy of a message. `address` is the person's; the times are to the second.

    `failed`: it did not arrive and never will, because of `code`.
    """

    message: str
    address: str = field(repr=False)
    text: str = field(repr=False)
    created_at: datetime
    has_files: bool = False
    failed: bool = False
    code: int = 0


class Twilio:
    """Every method raises `DeliveryError`s, which hold no text and no address, and nothing else."""

    def __init__(self, http: httpx.AsyncClient, access: TwilioAccess) -> None:
        self._sender = access.sender
        self._client = _client(http, access)
        self._sending = {
            "from_": access.sender,
            "status_callback": access.status_url,
            "validity_period": VALIDITY,
        }

    async def send_text(self, address: str, text: str, picture: str = "") -> str:
        """The message's id. `OutcomeUnknown` where it may have been sent all the same.

        `picture` is a public address, which is fetched only later: a report tells of one that could not be.
        """
        beside = {"media_url": [picture]} if picture else {}
        return await self._send(address, body=text, **beside)

    async def send_content(self, address: str, content: str, variables: str = "") -> str:
        """The same for a content with its variables, a JSON object."""
        filling = {"content_variables": variables} if variables else {}
        return await self._send(address, content_sid=content, **filling)

    async def sent_to(self, address: str, most: int) -> list[Copy]:
        """The newest messages to a person, newest first. Those that wait have no date yet, so none is asked for."""
        listed = self._client.messages.list_async(to=twilio_address(address), limit=most)
        return await self._ask(listed, lambda found: [_copy(each, each.to) for each in found])

    async def received_since(self, moment: datetime, page: int = LOOKED_THROUGH) -> list[Copy]:
        """What people wrote to us, newest first; as many pages as that takes."""
        return await self._ask(self._received_since(moment, page), lambda found: found)

    async def _received_since(self, moment: datetime, page: int) -> list[Copy]:
        """Twilio counts in whole days: the rest of the day is left to itself."""
        found = []
        async for each in await self._client.messages.stream_async(
            to=self._sender, date_sent_after=moment, page_size=page
        ):
            copy = _copy(each, each.from_)
            if copy.created_at < moment:
                break
            found.append(copy)
        return found

    async def created_at(self, message: str) -> datetime:
        return await self._ask(self._client.messages(message).fetch_async(), lambda found: _moment(found.date_created))

    async def redact(self, message: str) -> None:
        """Empty Twilio's copy. Raises `TooEarly`, and `NotThere` for one that is gone."""
        await self._ask(self._client.messages(message).update_async(body=""), _nothing)

    async def show_typing(self, message: str) -> None:
        """For 25 seconds or until we write; it also marks this message of theirs as read."""
        typing = self._client.messaging.v2.typing_indicator
        await self._ask(typing.create_async(channel="whatsapp", message_id=message), _nothing)

    async def contents(self) -> dict[str, str]:
        """The ids of the account's contents by their names."""
        listed = self._client.content.v1.contents.list_async(page_size=PAGE)
        return await self._ask(listed, lambda found: {str(each.friendly_name): str(each.sid) for each in found})

    async def create_content(self, definition: Mapping[str, Any]) -> str:
        asked = ContentList.ContentCreateRequest(definition)
        return await self._ask(self._client.content.v1.contents.create_async(asked), _id_of)

    async def _send(self, address: str, **what: Any) -> str:
        sending = self._client.messages.create_async(to=twilio_address(address), **self._sending, **what)
        return await self._ask(sending, _id_of)

    async def _ask(self, call: Awaitable[Any], read: Callable[[Any], T]) -> T:
        """What `read` makes of the answer."""
        try:
            return read(await call)
        except Exception as error:  # noqa: BLE001 - also whatever the library raises at an answer of a strange shape
            failure = judge(error)
        raise failure  # outside the handler: what is chained may quote numbers


def _client(http: httpx.AsyncClient, access: TwilioAccess) -> Client:
    client = Client(access.user, access.password.get_secret_value(), access.account_sid, http_client=TwilioHttp(http))
    client.edge = client.region = None  # it has looked for them in the environment, which is not its business
    client.api.base_url = access.api_base
    client.messaging.base_url = access.messaging_base
    client.content.base_url = access.content_base
    return client


def _copy(message: Any, address: str) -> Copy:
    return Copy(
        message=message.sid,
        address=str(address),
        text=message.body or "",
        created_at=_moment(message.date_created),
        has_files=str(message.num_media or "0") != "0",
        failed=message.status in ("failed", "undelivered"),
        code=int(message.error_code or 0),
    )


def _id_of(created: Any) -> str:
    if not isinstance(created.sid, str):
        raise TypeError("no id")
    return created.sid


def _nothing(_: object) -> None:
    """Where there is nothing to be read."""


def _moment(at: object) -> datetime:
    if not isinstance(at, datetime):
        raise TypeError("no date")
    return at
