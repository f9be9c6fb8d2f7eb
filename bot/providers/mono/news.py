"""What Mono's webhooks say: the JSON of one as an event, and what it means for a line; never if it is genuine."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from msgspec import Struct
from pydantic import ValidationError

from bot.errors import TelcolinkError
from bot.providers.mono.operations import read_content
from bot.providers.mono.wire import Instant, Lenient, MonoModel, Named, PostedMeta
from bot.providers.port import AccountEvent
from conversations.account import DataStatus
from conversations.changing import replace
from conversations.line_events import DataReady, EndPosted
from conversations.secret import AccountId


class WebhookUnreadable(TelcolinkError):  # noqa: N818 - errors are nouns from the catcher's side
    """A genuine delivery whose body is no event. It holds nothing of the body."""


class AccountDataReady(Struct, frozen=True):
    """There is something to read, which the network gave at `as_of`; `status` is never PROCESSING."""

    account: AccountId
    status: DataStatus
    as_of: datetime | None = None


class AccountUnlinked(Struct, frozen=True):
    """The account was given back, by us or at Mono."""

    account: AccountId


class ReauthorisationNeeded(Struct, frozen=True):
    """The line can be read no further until the customer logs in with a new OTP."""

    account: AccountId


class Ignored(Struct, frozen=True):
    """An event without consequence for us; `name` is Mono's, or empty when it is no name."""

    name: str


MonoEvent = AccountDataReady | AccountUnlinked | ReauthorisationNeeded | Ignored


def read_news(body: bytes) -> AccountEvent | None:
    """A repeated event finds nothing left to do: whether a summary is still due is a column, not a memory."""
    try:
        event = decode_event(body)
    except WebhookUnreadable:
        return None
    match event:
        case AccountDataReady(account, as_of=as_of):
            return DataReady(account, as_of)
        case AccountUnlinked(account):
            return EndPosted(account)
        case ReauthorisationNeeded(account):
            return EndPosted(account, log_in=True)
        case Ignored():
            return None


def decode_event(body: bytes) -> MonoEvent:
    """Raises `WebhookUnreadable`, whatever the body is, and nothing else."""
    content = read_content(body)
    if not isinstance(content, dict) or not isinstance(name := content.get("event"), str):
        raise WebhookUnreadable("not an event")
    return _read_event(name, content.get("data"))


class _Account(Named):
    updated_at: Lenient[Instant] = None


class _Data(MonoModel):
    account: _Account
    meta: Lenient[PostedMeta] = None


def _read_event(name: str, data: object) -> MonoEvent:
    ignored = Ignored(name if re.fullmatch(r"[a-z_.]{1,64}", name) else "")
    build = _EVENTS.get(name)
    if build is None:
        return ignored
    try:
        said = _Data.model_validate(data)
    except ValidationError:
        return ignored
    event = build(AccountId(said.account.id), said.meta or PostedMeta()) or ignored
    return replace(event, as_of=said.account.updated_at) if isinstance(event, AccountDataReady) else event


def _read_update(account: AccountId, meta: PostedMeta) -> MonoEvent | None:
    if (meta.sync_status or "").casefold() == "reauthorisation_required":
        return ReauthorisationNeeded(account)
    if meta.data_status is DataStatus.PROCESSING:
        return None
    return AccountDataReady(account, meta.data_status or DataStatus.AVAILABLE)  # unsaid: worth a look


def _read_unlinking(account: AccountId, _: PostedMeta) -> MonoEvent:
    return AccountUnlinked(account)


def _read_reauthorisation(account: AccountId, _: PostedMeta) -> MonoEvent:
    return ReauthorisationNeeded(account)


_EVENTS: Mapping[str, Callable[[AccountId, PostedMeta], MonoEvent | None]] = {
    "mono.events.account_updated": _read_update,
    "mono.accounts.account_updated": _read_update,  # so in the prose of the real-time page
    "mono.events.account_unlinked": _read_unlinking,
    "mono.events.reauthorisation_required": _read_reauthorisation,
}
