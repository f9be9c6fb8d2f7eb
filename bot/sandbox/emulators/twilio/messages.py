"""A message: Twilio's record of it beside what the person's phone shows; never how it travels."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import format_datetime
from functools import lru_cache

FINAL = frozenset({"received", "delivered", "undelivered", "failed", "read"})


@dataclass(frozen=True, slots=True)
class ShownChoice:
    """Something that can be tapped: a quick-reply button or an item of a list."""

    id: str
    title: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class ShownLink:
    """A button that leads out of the chat: `kind` is Twilio's (`URL`, `PHONE_NUMBER`, …)."""

    kind: str
    title: str
    target: str


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A location: degrees, and what it is called."""

    latitude: float
    longitude: float
    label: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the phone shows. `opener` is the button of a list picker, empty when the choices are buttons."""

    text: str = ""
    choices: tuple[ShownChoice, ...] = ()
    opener: str = ""
    links: tuple[ShownLink, ...] = ()
    media_url: str = ""
    place: MapPlace | None = None


@dataclass(slots=True)
class Media:
    """A file of a message. Twilio keeps it until the message or the file is deleted."""

    sid: str
    content_type: str
    content: bytes
    created_at: datetime


@dataclass(slots=True)
class WhatsAppMessage:
    """Twilio's record. Redacting empties `body`, never `shown`: the phone keeps what it has received.

    `approved`: made from a template that Meta approved, so it may open a conversation. `failing_with`: the error
    that will meet it under way whatever else happens; 0 for none.
    """

    sid: str
    from_: str
    to: str
    body: str
    direction: str
    status: str
    created_at: datetime
    shown: Shown
    updated_at: datetime = field(init=False)
    sent_at: datetime | None = None
    final_at: datetime | None = None
    error_code: int | None = None
    error_message: str | None = None
    media: list[Media] = field(default_factory=list)
    num_media: int = 0
    reply_to: str = ""
    status_callback: str = ""
    validity: timedelta = timedelta(hours=10)
    approved: bool = False
    failing_with: int = 0
    redacted: bool = False
    deleted: bool = False

    def __post_init__(self) -> None:
        self.updated_at = self.created_at
        if self.status in FINAL:
            self.sent_at = self.final_at = self.created_at

    @property
    def inbound(self) -> bool:
        return self.direction == "inbound"

    def become(self, status: str, now: datetime, error: tuple[int, str] | None = None) -> None:
        self.status, self.updated_at = status, now
        if error:
            self.error_code, self.error_message = error
        if status in FINAL and self.final_at is None:
            self.final_at = now
        if self.sent_at is None:
            self.sent_at = now

    def erase(self) -> None:
        """Deleted at Twilio, with its media; irreversible."""
        self.deleted, self.body = True, ""
        self.media.clear()

    def as_json(self, account_sid: str) -> dict[str, object]:
        """The Message resource, https://www.twilio.com/docs/messaging/api/message-resource"""
        uri = f"/2010-04-01/Accounts/{account_sid}/Messages/{self.sid}"
        return {
            "account_sid": account_sid,
            "api_version": "2010-04-01",
            "body": self.body,
            "date_created": rfc2822(self.created_at),
            "date_sent": rfc2822(self.sent_at) if self.sent_at else None,
            "date_updated": rfc2822(self.updated_at),
            "direction": self.direction,
            "error_code": self.error_code,
            "error_message": self.error_message,
            "from": self.from_,
            "messaging_service_sid": None,
            "num_media": str(self.num_media),
            "num_segments": "1",
            "price": None,
            "price_unit": None,
            "sid": self.sid,
            "status": self.status,
            "subresource_uris": {"media": f"{uri}/Media.json"},
            "to": self.to,
            "uri": f"{uri}.json",
        }


def rfc2822(moment: datetime) -> str:
    """`Mon, 02 Nov 2026 09:30:15 +0000`, as the API writes times."""
    return _rfc2822(moment.replace(microsecond=0))


@lru_cache(maxsize=1024)
def _rfc2822(moment: datetime) -> str:
    return format_datetime(moment)
