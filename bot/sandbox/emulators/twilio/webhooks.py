"""The message webhook: what people write is posted to the bot, and to its fallback when that fails."""

from collections.abc import Mapping

from bot.sandbox.emulators.background_tasks import EmulatorTasks
from bot.sandbox.emulators.twilio.messages import WhatsAppMessage
from bot.sandbox.emulators.twilio.outbound_messages import TwilioOutboundMessages
from bot.sandbox.emulators.twilio.state import TwilioState
from bot.sandbox.emulators.twilio.twiml import Unacceptable, read_answer
from bot.sandbox.emulators.twilio.webhook_client import TwilioWebhookClient, WebhookAnswer


class TwilioWebhooks:
    """Posts inbound messages. No order is promised between two of them, and none is tried again."""

    def __init__(
        self, state: TwilioState, client: TwilioWebhookClient, tasks: EmulatorTasks, outbound: TwilioOutboundMessages
    ) -> None:
        self._state, self._client, self._tasks, self._outbound = state, client, tasks, outbound
        self._held: list[tuple[WhatsAppMessage, Mapping[str, str]]] | None = None

    def hold(self) -> None:
        """Keep webhooks back from now on."""
        self._held = self._held or []

    def release(self, *, reverse: bool = False, copies: int = 1) -> None:
        """Post what was held back, if asked in reversed order, or each several times."""
        held, self._held = self._held or [], None
        for message, form in reversed(held) if reverse else held:
            for _ in range(copies):
                self.begin(message, form)

    def begin(self, message: WhatsAppMessage, form: Mapping[str, str]) -> None:
        """Post once, or as the next scripted fault has it: never, twice, later."""
        if not self._state.sender.webhook.url:
            return
        if self._held is not None:
            self._held.append((message, form))
            return
        fault = self._state.faults.take_webhook_fault("message")
        for _ in range(fault.copies):
            self._tasks.start_in(fault.delay, lambda: self._deliver(message, form))

    async def _deliver(self, message: WhatsAppMessage, form: Mapping[str, str]) -> None:
        """https://www.twilio.com/docs/usage/security/availability-reliability: the fallback gets the same and why."""
        sender = self._state.sender
        failure = await self._try(sender.webhook.url, message, form)
        if failure and sender.fallback_url:
            why = {"ErrorCode": str(failure), "ErrorUrl": sender.webhook.url}
            await self._try(sender.fallback_url, message, {**form, **why})

    async def _try(self, url: str, message: WhatsAppMessage, form: Mapping[str, str]) -> int:
        """0, or the debugger's code for an answer that Twilio could not use."""
        answer = await self._client.send(url, form)
        self._state.note_post("message", message.sid, answer.status)
        try:
            texts = read_answer(answer)
        except Unacceptable as error:
            self._state.remark(error.code, message.sid, str(error))
            return error.code
        self._send_back(message, answer, texts)
        return 0

    def _send_back(self, message: WhatsAppMessage, answer: WebhookAnswer, texts: list[str]) -> None:
        if answer.content_type == "text/plain":
            self._state.remark(0, message.sid, "a text/plain answer was sent to the person as a message")
        for text in texts:
            self._outbound.answer(message, text)
