"""Inbound messages: what people write, as Twilio's record and the form that is posted about it; never the posting."""

from collections.abc import Mapping

from bot.sandbox.emulators.twilio.incoming import form_of, media_fields, reply_fields
from bot.sandbox.emulators.twilio.messages import Media, Shown, WhatsAppMessage
from bot.sandbox.emulators.twilio.people import WhatsAppUser
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.state import TwilioState
from bot.sandbox.emulators.twilio.webhooks import TwilioWebhooks

Fields = Mapping[str, str]


class TwilioInboundMessages:
    """Every way of writing ends here: it is on record and in the person's chat before the webhook is posted."""

    def __init__(self, state: TwilioState, webhooks: TwilioWebhooks) -> None:
        self._state, self._webhooks = state, webhooks

    def write(
        self, person: WhatsAppUser, shown: Shown, fields: Fields | None = None, *, reply_to: str = ""
    ) -> WhatsAppMessage:
        """`reply_to` names a message of the person's chat that this one quotes or taps. Raises LookupError."""
        original = person.message(reply_to) if reply_to else None
        message = self.draft(person, shown)
        message.reply_to = reply_to
        return self._send(person, message, reply_fields(original, message) | dict(fields or {}))

    def attach(self, person: WhatsAppUser, media: Media, caption: str) -> WhatsAppMessage:
        message = self.draft(person, Shown(caption), "MM")
        message.media.append(media)
        message.num_media = 1
        return self._send(person, message, media_fields(media, self._url(message, media)))

    def draft(self, person: WhatsAppUser, shown: Shown, prefix: str = "SM") -> WhatsAppMessage:
        """A message that is on no record yet, and stays on none when an impostor writes it."""
        return WhatsAppMessage(
            sid=new_sid(prefix),
            from_=person.address,
            to=self._state.sender.address,
            body=shown.text,
            direction="inbound",
            status="received",
            created_at=self._state.clock.now(),
            shown=shown,
        )

    def _send(self, person: WhatsAppUser, message: WhatsAppMessage, fields: Fields) -> WhatsAppMessage:
        self._state.message_log.add(message)
        person.wrote(message)
        self._webhooks.begin(message, form_of(message, person, self._state.account) | dict(fields))
        return message

    def _url(self, message: WhatsAppMessage, media: Media) -> str:
        account = f"{self._state.base_url}/2010-04-01/Accounts/{self._state.account.sid}"
        return f"{account}/Messages/{message.sid}/Media/{media.sid}"
