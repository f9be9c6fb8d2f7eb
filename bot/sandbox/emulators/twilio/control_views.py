"""What the control routes show of people, messages and the journal, as JSON; never Twilio's own resources."""

from base64 import b64encode
from dataclasses import asdict
from datetime import datetime

from bot.sandbox.emulators.twilio.journal import DebuggerEntry, PostedWebhook, TwilioApiCall
from bot.sandbox.emulators.twilio.messages import WhatsAppMessage
from bot.sandbox.emulators.twilio.people import WhatsAppUser


def view(result: object, now: datetime) -> dict[str, object]:
    """What an action answers: a person, a message, or `{"result": …}`."""
    if isinstance(result, WhatsAppMessage):
        return view_message(result)
    if isinstance(result, WhatsAppUser):
        return view_person(result, now)
    return {"result": result}


def view_person(person: WhatsAppUser, now: datetime) -> dict[str, object]:
    """A person, with whether the business may write freely to them."""
    return {
        "id": person.id,
        "address": person.address,
        "phone": person.phone,
        "bsuid": person.bsuid,
        "name": person.name,
        "read_receipts": person.read_receipts,
        "blocked": person.blocked,
        "opted_out": person.opted_out,
        "typing": person.is_shown_typing(now),
        "window_open": person.window_open(now),
    }


def view_message(message: WhatsAppMessage) -> dict[str, object]:
    """What the phone shows (files in base64), and what has become of Twilio's copy (`body`, `redacted`, `deleted`)."""
    files = [{"content_type": file.content_type, "content": b64encode(file.content).decode()} for file in message.media]
    return {
        "sid": message.sid,
        "mine": message.inbound,
        "at": message.created_at.isoformat(),
        **asdict(message.shown),
        "files": files,
        "body": message.body,
        "status": message.status,
        "error_code": message.error_code,
        "redacted": message.redacted,
        "deleted": message.deleted,
    }


def view_entry(entry: DebuggerEntry | TwilioApiCall | PostedWebhook) -> dict[str, object]:
    """An entry of the journal."""
    return asdict(entry) | {"at": entry.at.isoformat()}
