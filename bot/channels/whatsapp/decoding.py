"""What a person wrote, out of the form that Twilio posts about it. Pure; never who they are to us.

twilio.com/docs/messaging/guides/webhook-request
"""

import re

from bot.channels.link_texts import parse_link_text
from bot.channels.whatsapp.addresses import parse_address
from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.keywords import Keyword, keyword_in
from bot.channels.whatsapp.signature import MESSAGE_SID
from conversations.customer.events import (
    ButtonTapped,
    ContactShared,
    Event,
    LinkOpened,
    Oddity,
    OddityReceived,
    TextReceived,
)
from conversations.discretion import Discreet, Hidden
from conversations.secret import LinkToken

_COUNT = re.compile(r"[0-9]{1,3}")
_OPAQUE = re.compile(r"[!-~]{1,200}")
_TAP = re.compile(r"([0-9]{1,9}):([a-z0-9-]{1,40})")
_CARDS = {"text/vcard", "text/x-vcard", "text/directory"}
_ODDITIES = {
    "image/webp": Oddity.STICKER,
    "image": Oddity.PHOTO,
    "audio": Oddity.VOICE,
}


class Written(Discreet, frozen=True):
    """One message of a person's. `sender` is where it came from, `person` WhatsApp's own id for them ("" unknown).

    `answered`: Twilio has dealt with it as an opt-out word, so nothing is to be said. `quoted`: the message of ours
    under which it was written, "" for none. `name` is what they call themselves. `from_log`: found in Twilio's log,
    which never holds that id.
    """

    message: str
    sender: Hidden[str]
    person: Hidden[str]
    event: Event
    keyword: Keyword | None = None
    answered: bool = False
    quoted: str = ""
    name: Hidden[str] = ""
    from_log: bool = False


def decode_message(form: Form) -> Written:
    """Raises `FormWrong` for a field that we use and that is not as it should be."""
    message = form.only("MessageSid", MESSAGE_SID)
    body = form.only("Body").replace("\0", "\N{REPLACEMENT CHARACTER}")
    sender = parse_address(form.only("From"))
    if sender is None:
        raise FormWrong("From")
    event, dealt_with = _event_in(form, body, message), form.maybe("OptOutType").casefold()
    return Written(
        message,
        sender,
        person=form.maybe("ExternalUserId", _OPAQUE).removeprefix("whatsapp:"),
        event=event,
        keyword=Keyword(dealt_with) if dealt_with in list(Keyword) else keyword_of(event, body),
        answered=bool(dealt_with),
        quoted=_quoted_in(form),
        name=form.maybe("ProfileName").replace("\0", ""),
    )


def keyword_of(event: Event, body: str) -> Keyword | None:
    """Only what was typed stops or starts anything: not a button of that label, nor somebody else's words."""
    return keyword_in(body) if isinstance(event, TextReceived | LinkOpened) else None


def read_text(body: str, message: str) -> Event:
    """A text as it stands; the text of a link as the opening that it is. Blank ones are no text at all."""
    token = parse_link_text(body)
    if token:
        return LinkOpened(token=LinkToken(token))
    return TextReceived(body, message) if body.strip() else OddityReceived(Oddity.OTHER, body, message)


def _quoted_in(form: Form) -> str:
    """People also quote themselves; that answers nothing."""
    message, by = form.maybe("OriginalRepliedMessageSid"), form.maybe("OriginalRepliedMessageSender")
    return message if by == form.maybe("To") and MESSAGE_SID.fullmatch(message) else ""


def _event_in(form: Form, body: str, message: str) -> Event:
    if "true" in (form.maybe("Forwarded"), form.maybe("FrequentlyForwarded")):
        return OddityReceived(Oddity.FORWARDED, body, message)
    if tapped := form.maybe("ButtonPayload") or form.maybe("ListId"):
        return _read_tap(tapped)
    if form.maybe("Latitude"):
        return OddityReceived(Oddity.LOCATION, body, message)
    if form.maybe("NumMedia", _COUNT).strip("0"):
        return _read_file(form.maybe("MediaContentType0"), body, message)
    if form.maybe("MessageType") == "reaction":
        return OddityReceived(Oddity.OTHER, body, message)
    return read_text(body, message)


def _read_tap(tapped: str) -> Event:
    """Our own buttons say which question they belong to; those of a template cannot."""
    found = _TAP.fullmatch(tapped)
    return ButtonTapped(found[2], int(found[1])) if found else ButtonTapped(tapped)


def _read_file(kind: str, caption: str, message: str) -> Event:
    """A contact card comes as a file that anybody could have written: WhatsApp vouches for no number in it."""
    kind = kind.partition(";")[0].strip().casefold()
    if kind in _CARDS:
        return ContactShared("", proven=False)
    oddity = _ODDITIES.get(kind) or _ODDITIES.get(kind.partition("/")[0], Oddity.FILE)
    return OddityReceived(oddity, caption, message)
