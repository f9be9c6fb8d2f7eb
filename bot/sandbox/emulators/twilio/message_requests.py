"""Requests to create a message: everything that Twilio refuses at once, and the message that comes of the rest.

https://www.twilio.com/docs/messaging/api/message-resource
"""

import re
from collections.abc import Mapping
from datetime import timedelta
from urllib.parse import urlsplit

from bot.sandbox.emulators.twilio.contents import Unfit
from bot.sandbox.emulators.twilio.messages import MapPlace, Shown, WhatsAppMessage
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from bot.sandbox.emulators.twilio.sids import is_address, new_sid
from bot.sandbox.emulators.twilio.state import TwilioState

Form = Mapping[str, list[str]]

_LONGEST_BODY = 1600
_MOST_MEDIA = 10
_HOST = re.compile(r"[A-Za-z0-9.\-\[\]:]+")
_GEO = re.compile(r"geo:(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)(?:\|(.*))?")


def read_message_request(form: Form, state: TwilioState) -> WhatsAppMessage:
    """The queued message that the form asks for. Raises Refused."""
    _refuse_unsupported(form)
    to, sender = _addresses(form, state)
    content_sid = _first(form, "ContentSid")
    message = WhatsAppMessage(
        sid=new_sid("MM" if _first(form, "MediaUrl") else "SM"),
        from_=sender,
        to=to,
        body="",
        direction="outbound-api",
        status="queued",
        created_at=state.clock.now(),
        shown=Shown() if content_sid else _free_form(form),
        status_callback=_callback(form) or state.sender.status_url,
        validity=_validity(form),
    )
    if content_sid:
        _fill(message, form, state)
    message.body = message.shown.text
    message.num_media = 1 if message.shown.media_url else 0
    return message


def _refuse_unsupported(form: Form) -> None:
    """Features that an account has to be given first, and that this one has not."""
    if "MessagingServiceSid" in form:
        raise TwilioRefusal(21701)
    if "ContentRetention" in form or "AddressRetention" in form:
        raise TwilioRefusal(30029)


def _addresses(form: Form, state: TwilioState) -> tuple[str, str]:
    to, sender = _first(form, "To"), _first(form, "From")
    if not to:
        raise TwilioRefusal(21604)
    if not sender:
        raise TwilioRefusal(21603)
    if sender != state.sender.address:
        raise TwilioRefusal(63007)
    if not is_address(to):
        raise TwilioRefusal(21211, f"The 'To' number {to} is not a valid phone number.")
    person = state.people.at(to)
    if person is not None and person.opted_out:
        raise TwilioRefusal(21610)
    return to, sender


def _free_form(form: Form) -> Shown:
    if "ContentVariables" in form:
        raise TwilioRefusal(21654)
    body, media = _first(form, "Body"), form.get("MediaUrl", [])
    # Which unit Twilio counts is not documented: UTF-16 is the one that nobody's count exceeds.
    if len(body.encode("utf-16-le")) // 2 > _LONGEST_BODY:
        raise TwilioRefusal(21617)
    if not body.strip() and not media:
        raise TwilioRefusal(21619)
    if len(media) > _MOST_MEDIA:
        raise TwilioRefusal(21623)
    if not all(_is_url(url) for url in media):
        raise TwilioRefusal(21620)
    # WhatsApp takes the first file and ignores the rest.
    return Shown(body, media_url=media[0] if media else "", place=_place(form))


def _fill(message: WhatsAppMessage, form: Form, state: TwilioState) -> None:
    """Content that WhatsApp will not take is found out under way, not here."""
    content = state.contents.find(_first(form, "ContentSid"), 21655)
    message.approved = content.approved
    try:
        message.shown = content.fill(_first(form, "ContentVariables"))
    except Unfit:
        message.failing_with = 63021


def _callback(form: Form) -> str:
    url = _first(form, "StatusCallback")
    if url and not _is_url(url):
        raise TwilioRefusal(21609)
    return url


def _validity(form: Form) -> timedelta:
    text = _first(form, "ValidityPeriod") or "36000"
    if not text.isdecimal() or not 1 <= int(text) <= 36_000:
        raise TwilioRefusal(90007)
    return timedelta(seconds=int(text))


def _place(form: Form) -> MapPlace | None:
    action = _first(form, "PersistentAction")
    if not action:
        return None
    found = _GEO.fullmatch(action)
    if found is None:
        raise TwilioRefusal(20001, "Invalid PersistentAction")
    return MapPlace(float(found[1]), float(found[2]), found[3] or "")


def _is_url(text: str) -> bool:
    """Fully qualified, and no underscore in the host. Private hosts pass: here the bot lives on one."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(_HOST.fullmatch(parts.netloc)) and len(text) <= 4000
    except ValueError:
        return False


def _first(form: Form, name: str) -> str:
    values = form.get(name)
    return values[0] if values else ""
