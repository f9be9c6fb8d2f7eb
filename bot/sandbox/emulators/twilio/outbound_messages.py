"""Outbound messages after the create call: the queue, WhatsApp's verdict, the phone, the status callbacks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot.sandbox.emulators.background_tasks import EmulatorTasks
from bot.sandbox.emulators.twilio.media_limits import LARGEST, LONGEST_CAPTION, PICTURES, is_taken
from bot.sandbox.emulators.twilio.messages import Media, Shown, WhatsAppMessage
from bot.sandbox.emulators.twilio.people import WhatsAppUser
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.state import TwilioState
from bot.sandbox.emulators.twilio.webhook_client import TwilioWebhookClient

# https://www.twilio.com/docs/whatsapp/best-practices-and-faqs.md
_LONGEST_LINE = timedelta(hours=4)

_ERRORS = {
    30036: "Validity Period Expired",
    63014: "Message is blocked: the user opted out or blocked the sender",
    63016: "Failed to send freeform message because you are outside the allowed window.",
    63018: "Rate limit exceeded for Channel",
    63019: "Media failed to download",
    63021: "Channel invalid content error",
    63024: "Invalid message recipient",
}
# Twilio gives these up itself; everything else is the channel's word on what Twilio did send.
_FAILED = frozenset({30036, 63018, 63019})


class TwilioOutboundMessages:
    """Sends messages on their way. Status callbacks follow each other, or overtake when scrambled."""

    def __init__(self, state: TwilioState, client: TwilioWebhookClient, tasks: EmulatorTasks) -> None:
        self._state, self._client, self._tasks = state, client, tasks

    def begin(self, message: WhatsAppMessage) -> None:
        """Put a created message in line; everything else happens beside the caller."""
        message.failing_with = message.failing_with or self._state.faults.take_message_error()
        line = self._state.rate.reserve(self._state.clock.now())
        if line > message.validity:
            line, message.failing_with = message.validity, 30036
        if line > _LONGEST_LINE:
            line, message.failing_with = _LONGEST_LINE, 63018
        self._tasks.start_in(line, lambda: self._travel(message))

    def answer(self, original: WhatsAppMessage, text: str) -> None:
        """Send what the bot's webhook answered, as Twilio does with TwiML."""
        message = WhatsAppMessage(
            sid=new_sid("SM"),
            from_=original.to,
            to=original.from_,
            body=text,
            direction="outbound-reply",
            status="queued",
            created_at=self._state.clock.now(),
            shown=Shown(text),
            status_callback=self._state.sender.status_url,
        )
        self._state.message_log.add(message)
        self.begin(message)

    def read(self, person: WhatsAppUser) -> None:
        """The person has looked; the business hears of it only with read receipts on."""
        unread = [message for message in person.chat if message.status == "delivered"]
        if person.read_receipts:
            for message in unread:
                self._tasks.start(self._report(message, ["read"]))

    async def _travel(self, message: WhatsAppMessage) -> None:
        if message.shown.media_url and not message.failing_with:
            await self._load_media(message)
        person = self._state.people.at(message.to)
        error = self._verdict(message, person)
        if person is None or error:
            error = error or 63024
            await self._report(message, ["failed" if error in _FAILED else "undelivered"], error)
            return
        person.received(message)
        await self._report(message, ["sent", "delivered"])

    def _verdict(self, message: WhatsAppMessage, person: WhatsAppUser | None) -> int:
        """The error code that keeps the message from the phone, 0 for none."""
        now = self._state.clock.now()
        if message.failing_with or person is None:
            return message.failing_with
        if person.blocked:
            return 63014
        if not message.approved and not person.window_open(now):
            return 63016
        if person.old_app and message.shown.choices:
            return 63024
        return 0 if person.pair.admit(now) else 63018

    async def _report(self, message: WhatsAppMessage, statuses: Sequence[str], error: int = 0) -> None:
        """Take the statuses one after the other, posting a callback for each; never for the initial one."""
        forms = []
        for status in statuses:
            reason = (error, _ERRORS.get(error, "Channel error")) if error else None
            message.become(status, self._state.clock.now(), reason)
            forms.append(self._form(message))
        if self._state.faults.scrambled:
            forms.reverse()
        for form in forms:
            await self._call_back(message, form)

    async def _call_back(self, message: WhatsAppMessage, form: dict[str, str]) -> None:
        if not message.status_callback:
            return
        fault = self._state.faults.take_webhook_fault("status")
        for _ in range(fault.copies):
            if fault.delay:
                self._tasks.start_in(fault.delay, lambda: self._post_status(message, form))
            else:
                await self._post_status(message, form)

    async def _post_status(self, message: WhatsAppMessage, form: dict[str, str]) -> None:
        """No fallback and, whatever the answer, no second try: https://www.twilio.com/docs/api/errors/11200"""
        answer = await self._client.send(message.status_callback, form)
        self._state.note_post("status", message.sid, answer.status)
        if answer.failure is not None:
            self._state.remark(11200, message.sid, f"status callback: HTTP {answer.status}")

    def _form(self, message: WhatsAppMessage) -> dict[str, str]:
        form = {
            "ChannelPrefix": "whatsapp",
            "ChannelInstallSid": self._state.sender.sid,
            "ApiVersion": "2010-04-01",
            "MessageSid": message.sid,
            "SmsSid": message.sid,
            "MessageStatus": message.status,
            "SmsStatus": message.status,
            "AccountSid": self._state.account.sid,
            "From": message.from_,
            "To": message.to,
        }
        if message.error_code:
            form |= {"ErrorCode": str(message.error_code), "ChannelStatusMessage": message.error_message or ""}
        if message.status == "read":
            form["EventType"] = "READ"
        return form

    async def _load_media(self, message: WhatsAppMessage) -> None:
        """Fetch what the message brings, as late as Twilio does."""
        fetched = await self._client.fetch(message.shown.media_url, LARGEST)
        if fetched is None or not is_taken(*fetched):
            message.failing_with = 63019
            return
        content_type, content = fetched
        message.media.append(Media(new_sid("ME"), content_type, content, self._state.clock.now()))
        if content_type not in PICTURES:
            message.shown = replace(message.shown, text="")
        elif len(message.shown.text) > LONGEST_CAPTION:
            message.failing_with = 63021
