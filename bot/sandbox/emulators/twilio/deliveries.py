"""Bringing what people write to the bot's webhook, and to its fallback when that fails; never the other way."""

from collections.abc import Mapping

from bot.sandbox.emulators.twilio.answers import Unacceptable, read_answer
from bot.sandbox.emulators.twilio.errands import Errands
from bot.sandbox.emulators.twilio.journeys import Journeys
from bot.sandbox.emulators.twilio.messages import Message
from bot.sandbox.emulators.twilio.posting import Answer, Post
from bot.sandbox.emulators.twilio.world import World


class Deliveries:
    """Posts inbound messages. No order is promised between two of them, and none is tried again."""

    def __init__(self, world: World, post: Post, errands: Errands, journeys: Journeys) -> None:
        self._world, self._post, self._errands, self._journeys = world, post, errands, journeys

    def begin(self, message: Message, form: Mapping[str, str]) -> None:
        """Post once, or as the next scripted fate has it: never, twice, later."""
        if not self._world.sender.webhook.url:
            return
        fate = self._world.mishaps.take_fate("message")
        for _ in range(fate.copies):
            self._errands.start_in(fate.delay, lambda: self._deliver(message, form))

    async def _deliver(self, message: Message, form: Mapping[str, str]) -> None:
        """https://www.twilio.com/docs/usage/security/availability-reliability: the fallback gets the same and why."""
        sender = self._world.sender
        failure = await self._try(sender.webhook.url, message, form)
        if failure and sender.fallback_url:
            why = {"ErrorCode": str(failure), "ErrorUrl": sender.webhook.url}
            await self._try(sender.fallback_url, message, {**form, **why})

    async def _try(self, url: str, message: Message, form: Mapping[str, str]) -> int:
        """0, or the debugger's code for an answer that Twilio could not use."""
        answer = await self._post.send(url, form)
        self._world.note_post("message", message.sid, answer.status)
        try:
            texts = read_answer(answer)
        except Unacceptable as error:
            self._world.remark(error.code, message.sid, str(error))
            return error.code
        self._send_back(message, answer, texts)
        return 0

    def _send_back(self, message: Message, answer: Answer, texts: list[str]) -> None:
        if answer.content_type == "text/plain":
            self._world.remark(0, message.sid, "a text/plain answer was sent to the person as a message")
        for text in texts:
            self._journeys.answer(message, text)
