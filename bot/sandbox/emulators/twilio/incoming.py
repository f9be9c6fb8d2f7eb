"""The form that Twilio posts about a message that a person wrote; never the posting.

Taken from documentation and public captures: https://www.twilio.com/docs/messaging/guides/webhook-request
"""

import json
from collections.abc import Mapping
from datetime import timedelta

from bot.sandbox.emulators.twilio.account import TwilioAccount
from bot.sandbox.emulators.twilio.messages import MapPlace, Media, ShownChoice, WhatsAppMessage
from bot.sandbox.emulators.twilio.people import WhatsAppUser

# A reply to anything older comes without its context.
_CONTEXT = timedelta(days=7)

_KINDS = {"text/vcard": "contacts", "image/webp": "sticker"}


def form_of(message: WhatsAppMessage, person: WhatsAppUser, account: TwilioAccount) -> dict[str, str]:
    """What every inbound message carries, whatever it is."""
    form = {
        "SmsMessageSid": message.sid,
        "NumMedia": str(message.num_media),
        "ProfileName": person.name,
        "MessageType": "text",
        "SmsSid": message.sid,
        "SmsStatus": "received",
        "Body": message.body,
        "To": message.to,
        "NumSegments": "1",
        "ReferralNumMedia": "0",
        "MessageSid": message.sid,
        "AccountSid": account.sid,
        "ChannelMetadata": _metadata(person),
        "From": message.from_,
        "ExternalUserId": person.bsuid,
        "ApiVersion": "2010-04-01",
    }
    return form | _wa_id(person)


def reply_fields(original: WhatsAppMessage | None, message: WhatsAppMessage) -> dict[str, str]:
    """Which message this one answers, as far back as WhatsApp tells it."""
    if original is None or message.created_at - original.created_at > _CONTEXT:
        return {}
    return {"OriginalRepliedMessageSid": original.sid, "OriginalRepliedMessageSender": original.from_}


def tap_fields(choice: ShownChoice, from_list: bool) -> dict[str, str]:
    """Of a list, Twilio documents nothing; bots read `ListId`, so that alone is sent beside the body."""
    if from_list:
        return {"MessageType": "interactive", "ListId": choice.id}
    return {
        "MessageType": "interactive",
        "ButtonText": choice.title,
        "ButtonPayload": choice.id,
        "ButtonType": "REPLY",
    }


def media_fields(media: Media, url: str) -> dict[str, str]:
    """The file's type and address; `MessageType` follows from the type."""
    major = media.content_type.partition("/")[0]
    kind = _KINDS.get(media.content_type) or (major if major in {"image", "audio", "video"} else "document")
    return {"MessageType": kind, "MediaUrl0": url, "MediaContentType0": media.content_type}


def place_fields(place: MapPlace) -> dict[str, str]:
    """Latitude and longitude, and what else is known of the place."""
    fields = {"MessageType": "location", "Latitude": str(place.latitude), "Longitude": str(place.longitude)}
    optional: Mapping[str, str] = {"Label": place.label, "Address": place.address}
    return fields | {name: value for name, value in optional.items() if value}


def _wa_id(person: WhatsAppUser) -> dict[str, str]:
    return {"WaId": person.phone.removeprefix("+")} if person.phone else {}


def _metadata(person: WhatsAppUser) -> str:
    context = {"ProfileName": person.name} | _wa_id(person)
    return json.dumps({"type": "whatsapp", "data": {"context": context}}, ensure_ascii=False)
