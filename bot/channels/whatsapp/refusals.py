"""What Twilio's errors mean to us: one table, for refused calls and for messages that failed later. Never what is done.

twilio.com/docs/api/errors/<code>
"""

from collections.abc import Mapping
from datetime import timedelta
from json import JSONDecodeError
from typing import Any

import structlog
from twilio.base.exceptions import TwilioException, TwilioRestException, TwilioServiceException

from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone, WindowClosed
from bot.outgoing.errors import NotSent, RequestFailed

SOON = timedelta(seconds=2)

log = structlog.get_logger()


class OutcomeUnknown(ChannelDown):
    """No answer, or none that says anything: what was asked may have been done."""


class TooEarly(ChannelDown):
    """What was asked for comes too soon after the message."""


class NotThere(MessageRefused):
    """There is no such thing at Twilio, or no more."""


class OursToMend(ChannelDown):
    """The settings or the account are not in order; nothing gets through until somebody has mended that."""


class NotOnWhatsApp(RecipientGone):
    """Nobody there goes by that address."""


class NotAnAddress(MessageRefused):
    """Nobody can go by that address."""


class NotJoined(RecipientGone):
    """The sender is the sandbox, which reaches only those who have joined it."""


class OnTrial(MessageRefused):
    """The account is for trials, and reaches only those who were added to it."""


class Withheld(MessageRefused):
    """Meta holds back such messages from this person."""


class ContentUnfit(MessageRefused):
    """The content, or what was filled into it, is not as it must be."""


MEANINGS: Mapping[int, tuple[type[DeliveryError], str]] = {
    20003: (OursToMend, "the credentials are wrong or expired"),
    20005: (OursToMend, "the account is not active"),
    20009: (TooEarly, "the message is younger than a minute, or still on its way"),
    20404: (NotThere, "there is no such thing"),
    20429: (ChannelBusy, "too many calls at once"),
    21211: (NotAnAddress, "not an address"),
    21603: (OursToMend, "no sender was given"),
    21608: (OnTrial, "a trial account writes to verified numbers only"),
    21610: (RecipientGone, "they opted out at Twilio"),
    21617: (MessageRefused, "the text is too long"),
    21620: (MessageRefused, "not the address of a file"),
    21654: (ContentUnfit, "variables without a content"),
    21655: (ContentUnfit, "there is no such content"),
    21656: (ContentUnfit, "the content's variables are wrong"),
    21658: (ContentUnfit, "a variable is too long"),
    30001: (ChannelBusy, "Twilio's queue is full"),
    30036: (MessageRefused, "it waited longer at Twilio than it is worth"),
    63001: (OursToMend, "WhatsApp does not accept the sender's credentials"),
    63002: (OursToMend, "WhatsApp does not know the sender"),
    63003: (NotOnWhatsApp, "WhatsApp does not know the recipient"),
    63005: (MessageRefused, "WhatsApp does not take the content"),
    63007: (OursToMend, "not a WhatsApp sender of this account"),
    63009: (ChannelDown, "WhatsApp failed"),
    63010: (ChannelDown, "Twilio failed"),
    63012: (ChannelDown, "WhatsApp failed"),
    63013: (MessageRefused, "against WhatsApp's policy"),
    63014: (RecipientGone, "they blocked us"),
    63015: (NotJoined, "they have not joined the sandbox"),
    63016: (WindowClosed, "more than 24 hours since they last wrote"),
    63017: (ChannelBusy, "too fast for the account"),
    63018: (ChannelBusy, "too fast for the sender, or for one person"),
    63019: (MessageRefused, "the file could not be fetched"),
    63020: (OursToMend, "Meta's invitation to the business is not accepted"),
    63021: (MessageRefused, "WhatsApp finds the content invalid"),
    63024: (NotOnWhatsApp, "no valid WhatsApp user, or an app that is too old"),
    63027: (ContentUnfit, "there is no such template in that language"),
    63028: (ContentUnfit, "the template has other variables"),
    63030: (MessageRefused, "a parameter that WhatsApp does not support"),
    63032: (Withheld, "Meta holds back marketing from this person"),
    63038: (ChannelBusy, "the account's messages of the day are used up"),
    63040: (ContentUnfit, "Meta rejected the template"),
    63041: (ContentUnfit, "Meta has paused the template"),
    63042: (ContentUnfit, "Meta has disabled the template"),
    63049: (Withheld, "Meta declined a marketing template"),
    63051: (OursToMend, "the sender is locked"),
}
_WAITS = {63017: timedelta(seconds=30), 63018: timedelta(seconds=30), 63038: timedelta(hours=1)}
_BY_STATUS: Mapping[int, int] = {401: 20003, 403: 20003, 404: 20404, 429: 20429}
_LEFT_OPEN = frozenset({408, 425, 499})  # somebody on the way did not wait, or not see it through


def judge(error: Exception) -> DeliveryError:
    """A failed call in our words; no text and no address is quoted."""
    match error:
        case TwilioRestException() | TwilioServiceException():
            return judge_code(error.code or 0, error.status)
        case TwilioException(args=(_, response, *_)):  # a page of a list
            return judge_code(0, getattr(response, "status_code", 0))
        case RequestFailed():
            return judge_failure(error)
        case JSONDecodeError():
            return OutcomeUnknown(type(error).__name__)
    log.error("twilio_answer_not_understood", error=type(error).__name__, exc_info=error)
    return OutcomeUnknown(type(error).__name__)


def judge_failure(error: RequestFailed) -> DeliveryError:
    """A request that had no answer in our words."""
    kind = ChannelDown if isinstance(error, NotSent) else OutcomeUnknown
    return kind(type(error).__name__)


def judge_answer(status: int, content: Mapping[str, Any] | None) -> DeliveryError:
    """An answer that is not what was asked for, from its HTTP status and the object in its body, if there is one."""
    if 200 <= status < 300:
        return OutcomeUnknown("the answer is not JSON")
    code = content.get("code") if content else None
    return judge_code(code if isinstance(code, int) else status, status)


def judge_code(code: int, status: int = 0) -> DeliveryError:
    """The same from a code, and from the HTTP status (0: none) where the code is not in the table."""
    if code not in MEANINGS:
        code = _BY_STATUS.get(status, code)
    kind, meaning = MEANINGS.get(code) or _unlisted(status)
    said = f"{code}: {meaning}"
    if issubclass(kind, OursToMend):
        log.error("twilio_needs_mending", once=said, reason=said, remedy="telcolink doctor says what to copy again")
    return ChannelBusy(_WAITS.get(code, SOON)) if kind is ChannelBusy else kind(said)


def say_code(code: int) -> str:
    """A code with its meaning beside it, for the log, where a bare "code" would be taken for a customer's."""
    return f"{code}: {(MEANINGS.get(code) or _unlisted(0))[1]}"


def _unlisted(status: int) -> tuple[type[DeliveryError], str]:
    if not status:
        return ChannelDown, "it failed for a reason that is not in the list"
    if 400 <= status < 500 and status not in _LEFT_OPEN:
        return MessageRefused, "refused for a reason that is not in the list"
    return OutcomeUnknown, f"the answer was {status}"
