"""What we ask of Twilio, one method for each call. Never when, nor what follows.

twilio.com/docs/messaging/api/message-resource, twilio.com/docs/content/content-api-resources
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar
from urllib.parse import quote

from msgspec import Struct
from yarl import URL

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.addresses import twilio_address
from bot.channels.whatsapp.refusals import OutcomeUnknown, judge
from bot.channels.whatsapp.rest import TwilioRest
from bot.outgoing.client import LeanClient
from conversations.discretion import Discreet, Hidden

if TYPE_CHECKING:
    from twilio.rest import Client

T = TypeVar("T")
Ask = Callable[[], Awaitable[Any]]

# Seconds that Twilio may keep a message in its queue: a stale answer is worse than none.
VALIDITY = 300
PAGE = 1000  # the most that a list gives at once
LOOKED_THROUGH = 100  # messages to a page of the log; more than came in since the last look, as a rule


class Copy(Discreet, frozen=True):
    """Twilio's copy of a message. `address` is the person's; the times are to the second.

    `failed`: it did not arrive and never will, because of `code`.
    """

    message: str
    address: Hidden[str]
    text: Hidden[str]
    created_at: datetime
    has_files: bool = False
    failed: bool = False
    code: int = 0


class Kept(Struct, frozen=True):
    """When a message was made, whether a person wrote it, and whether its text is still there."""

    created_at: datetime
    is_theirs: bool
    has_text: bool


class Twilio:
    """Every method raises `DeliveryError`s, which hold no text and no address, and nothing else."""

    def __init__(self, http: LeanClient, access: TwilioAccess) -> None:
        """`http` stays the caller's."""
        self._sender = access.sender
        self._load = partial(_load, http, access)
        self._loaded: Client | None = None
        self._api = TwilioRest(http, access, access.api_base)
        self._messaging = TwilioRest(http, access, access.messaging_base)
        self._messages = f"/2010-04-01/Accounts/{access.account_sid}/Messages"
        self._sending = _form(
            {"From": access.sender, "StatusCallback": access.status_url, "ValidityPeriod": str(VALIDITY)}
        )

    async def send_text(self, address: str, text: str, picture: str = "") -> str:
        """The message's id. `OutcomeUnknown` where it may have been sent all the same.

        `picture` is a public address, which is fetched only later: a report tells of one that could not be.
        """
        return await self._send(address, {"Body": text, "MediaUrl": picture} if picture else {"Body": text})

    async def send_content(self, address: str, content: str, variables: str = "") -> str:
        """The same for a content with its variables, a JSON object."""
        filling = {"ContentVariables": variables} if variables else {}
        return await self._send(address, {"ContentSid": content, **filling})

    async def sent_to(self, address: str, most: int) -> list[Copy]:
        """The newest messages to a person, newest first. Those that wait have no date yet, so none is asked for."""
        listed = (await self._library()).messages.list_async(to=twilio_address(address), limit=most)
        return await self._ask(listed, lambda found: [_copy(each, each.to) for each in found])

    async def received_since(self, moment: datetime, size: int = LOOKED_THROUGH) -> AsyncIterator[list[Copy]]:
        """What people wrote to us, newest first, a page at a time.

        Twilio counts in whole days: the rest of the day is left to itself.
        """
        log = (await self._library()).messages
        ask: Ask | None = partial(log.page_async, to=self._sender, date_sent_after=moment, page_size=size)
        while ask:
            copies, ask = await self._ask(ask(), partial(_read_page, since=moment))
            yield copies

    async def look(self, message: str) -> Kept:
        """What Twilio still has of it."""
        found = await self._api.fetch(self._path_of(message))
        with suppress(ValueError, OverflowError):
            made = parsedate_to_datetime(str(found.get("date_created"))).replace(tzinfo=UTC)  # it is never another
            return Kept(made, is_theirs=found.get("direction") == "inbound", has_text=bool(found.get("body")))
        raise OutcomeUnknown("no date")

    async def redact(self, message: str) -> bool:
        """Empty Twilio's copy; whether files of it are left. Raises `TooEarly`, and `NotThere` for one that is gone."""
        emptied = await self._api.post(self._path_of(message), "Body=")
        return _has_files(emptied.get("num_media"))

    async def delete_files(self, message: str) -> None:
        """twilio.com/docs/messaging/api/media-resource: what a message brought is kept apart from its text."""
        folder = f"{self._messages}/{quote(message, safe='')}/Media"
        listed = (await self._api.fetch(f"{folder}.json")).get("media_list")
        for file in listed if isinstance(listed, list) else ():
            if isinstance(file, dict) and _is_id(sid := file.get("sid")):
                await self._api.delete(f"{folder}/{quote(sid, safe='')}.json")

    async def show_typing(self, message: str) -> None:
        """For 25 seconds or until we write; it also marks this message of theirs as read."""
        await self._messaging.post("/v2/Indicators/Typing.json", _form({"channel": "whatsapp", "messageId": message}))

    async def contents(self) -> dict[str, str]:
        """The ids of the account's contents by their names."""
        listed = (await self._library()).content.v1.contents.list_async(page_size=PAGE)
        return await self._ask(listed, lambda found: {str(each.friendly_name): str(each.sid) for each in found})

    async def create_content(self, definition: Mapping[str, Any]) -> str:
        contents = (await self._library()).content.v1.contents
        from twilio.rest.content.v1.content import ContentList  # noqa: PLC0415 - loaded with the library

        return await self._ask(contents.create_async(ContentList.ContentCreateRequest(definition)), _id_of)

    async def _library(self) -> "Client":
        """The library's client, loaded with the first call that it serves, beside the conversations."""
        if self._loaded is None:
            self._loaded = await asyncio.to_thread(self._load)
        return self._loaded

    async def _send(self, address: str, what: Mapping[str, str]) -> str:
        form = _form({"To": twilio_address(address), **what})
        created = await self._api.post(f"{self._messages}.json", f"{form}&{self._sending}")
        if _is_id(sid := created.get("sid")):
            return sid
        raise OutcomeUnknown("no id")

    def _path_of(self, message: str) -> str:
        return f"{self._messages}/{quote(message, safe='')}.json"

    async def _ask(self, call: Awaitable[Any], read: Callable[[Any], T]) -> T:
        """What `read` makes of the answer."""
        try:
            return read(await call)
        except Exception as error:  # noqa: BLE001 - also whatever the library raises at an answer of a strange shape
            failure = judge(error)
        raise failure  # outside the handler: what is chained may quote numbers


def _load(http: LeanClient, access: TwilioAccess) -> "Client":
    """With what it loads as it is asked for, for that takes as long. A start has customers waiting meanwhile."""
    from twilio.rest import Client  # noqa: PLC0415

    from bot.channels.whatsapp.transport import TwilioHttp  # noqa: PLC0415

    client = Client(access.user, access.password.reveal(), access.account_sid, http_client=TwilioHttp(http))
    client.edge = client.region = None  # it has looked for them in the environment, which is not its business
    client.api.base_url = access.api_base
    client.content.base_url = access.content_base
    _ = client.messages, client.content.v1.contents
    return client


def _form(fields: Mapping[str, str]) -> str:
    """As a browser writes it; half a character is left out. By yarl, as `urlencode` takes five times as long."""
    return URL.build(query=fields).raw_query_string


def _read_page(page: Any, since: datetime) -> tuple[list[Copy], Ask | None]:
    """Its copies as far as they are that new, and how to ask for those that follow, where there may be some."""
    copies = list[Copy]()
    for each in page:
        copy = _copy(each, each.from_)
        if copy.created_at < since:
            return copies, None
        copies.append(copy)
    return copies, page.next_page_async if page.next_page_url else None


def _has_files(count: object) -> bool:
    """By the count of them, which Twilio writes as a text."""
    return str(count or "0") != "0"


def _copy(message: Any, address: str) -> Copy:
    return Copy(
        message=message.sid,
        address=str(address),
        text=message.body or "",
        created_at=_moment(message.date_created),
        has_files=_has_files(message.num_media),
        failed=message.status in ("failed", "undelivered"),
        code=int(message.error_code or 0),
    )


def _id_of(created: Any) -> str:
    if not _is_id(created.sid):
        raise TypeError("no id")
    return created.sid


def _is_id(value: object) -> TypeGuard[str]:
    """Something that can be asked for by that name; half a character cannot."""
    return isinstance(value, str) and value != "" and value.isascii()


def _moment(at: object) -> datetime:
    if not isinstance(at, datetime):
        raise TypeError("no date")
    return at
