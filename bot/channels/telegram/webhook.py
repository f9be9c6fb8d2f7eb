"""Telegram's webhook: an update is acknowledged when its turn is on disk; never what it means."""

import hmac
from collections.abc import Hashable
from datetime import datetime
from urllib.parse import quote_plus

from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.inbound import take_update
from bot.channels.telegram.settings import WEBHOOK
from bot.channels.telegram.updates import AnswerTap, Decoded, decode
from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import NOT_GENUINE, TAKEN, Delivery, NotAdmitted
from bot.monitoring.metrics import Metrics
from bot.ports import Receive
from conversations.secret import Secret

SECRET_HEADER = b"x-telegram-bot-api-secret-token"
_FORM = (b"content-type", b"application/x-www-form-urlencoded")

Update = tuple[Decoded, bytes]  # with the body that it was read from


class TelegramDoor:
    """Implements `Door`: 401 without the secret, else 200.

    core.telegram.org/bots/api#setwebhook. What an update contains is never a reason to refuse it.
    """

    path = WEBHOOK
    taken = TAKEN

    def __init__(self, telegram: Telegram, secret: Secret, metrics: Metrics) -> None:
        self.refused = RefusedPosts("telegram", metrics, ("secret", "size"))
        self._telegram = telegram
        self._expected = secret.reveal().encode()
        self._receive: Receive

    def open_to(self, receive: Receive) -> None:
        """Who hears of what is taken."""
        self._receive = receive

    async def admit(self, delivery: Delivery) -> Update:
        if not _is_genuine(delivery.header(SECRET_HEADER), self._expected):
            self.refused.note(
                "secret", "if Telegram's own posts are refused, `telcolink serve` sets the secret anew at its start"
            )
            raise NotAdmitted(NOT_GENUINE)
        return self.read(await delivery.read())

    def read(self, body: bytes) -> Update:
        return decode(body), body

    def lane_of(self, posted: Update) -> Hashable:
        inbound = posted[0].inbound
        return inbound.contact if inbound else None

    async def take(self, posted: Update) -> PreparedAnswer:
        tap = await self._take(posted)
        return _answering(tap) if tap else TAKEN

    def note_not_taken(self) -> None:
        """Telegram posts it again."""

    async def take_late(self, posted: Update, at: datetime) -> None:
        if tap := await self._take(posted):
            self._telegram.react(tap)

    async def _take(self, posted: Update) -> AnswerTap | None:
        tap = await take_update(self._telegram, *posted, self._receive)
        self._telegram.taken += 1
        return tap


def _answering(tap: AnswerTap) -> PreparedAnswer:
    """The acknowledgement that answers a tap as well, which saves a call; nobody is told how that went.

    core.telegram.org/bots/api#making-requests-when-getting-updates, as a form, which is one of the kinds that it names.
    """
    shown = f"&text={quote_plus(tap.toast)}" if tap.toast else ""
    call = f"method=answerCallbackQuery&callback_query_id={quote_plus(tap.query)}{shown}"
    return PreparedAnswer.of(200, call.encode(), _FORM)


def _is_genuine(given: bytes, expected: bytes) -> bool:
    """Bytes are compared, for a header may hold any, and in a time that says nothing. No secret matches nothing."""
    return bool(expected) and hmac.compare_digest(given, expected)
