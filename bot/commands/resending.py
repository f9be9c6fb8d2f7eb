"""Posting to EVENTS_URL by hand: a trial, and events that were given up, each in its turn. Never the list of them."""

import json
from collections.abc import Iterable
from contextlib import aclosing
from datetime import datetime

from bot.commands.operator import Operator, ServiceSilent
from bot.commands.output import fail, tell
from bot.config.settings import Settings
from bot.operations.event_trial import NO_RECEIVER, advise, open_receiver, ping
from bot.outbox.webhooks import NO_ANSWER, judge
from bot.outgoing.client import LeanClient
from conversations.agents.turn import Act
from storage.events import BusinessEvent, EventState, subject_of
from storage.operator_wishes import EventPosted, OperatorWish


async def try_out(settings: Settings, now: datetime) -> int:
    """`telcolink events ping`."""
    if not settings.events_url:
        return fail(NO_RECEIVER)
    answer = await ping(settings, now)
    if judge(answer) is EventState.DELIVERED:
        tell(f"The trial was taken: {answer}.")
        return 0
    return fail(f"The trial was not taken: {answer}. {advise(answer)}")


async def resend(operator: Operator, events: Iterable[BusinessEvent]) -> int:
    """Send them in their order. Behind one that was not taken those of its link wait; behind no answer, all do."""
    posted, left = list[EventPosted](), 0
    async with aclosing(LeanClient()) as http:
        receiver, held, silent = open_receiver(operator.settings, http), set[str](), False
        for event in events:
            subject = subject_of(event.id, json.loads(event.body)["data"]) if event.body else ""
            if silent or subject in held or event.body is None:
                left += 1
                continue
            answer = await receiver.post(event.id, event.body, operator.clock.now())
            taken = judge(answer) is EventState.DELIVERED
            tell(f"{event.id} was {'taken' if taken else 'not taken'}: {answer}.")
            posted.append(EventPosted(event.id, answer))
            silent = answer == NO_ANSWER
            held |= set() if taken else {subject}
    await _note(operator, posted)
    if left:
        tell(f"{left} more wait for those before them, or cannot be read.")
    return 0 if not left and all(judge(each.answer) is EventState.DELIVERED for each in posted) else 1


async def _note(operator: Operator, posted: list[EventPosted]) -> None:
    """In the list and in the audit; what waits behind an event that was taken now goes on."""
    about = f"{len(posted)} events" if len(posted) != 1 else posted[0].event
    if not posted:
        return
    try:
        await operator.carry_out(OperatorWish(operator.name, Act.EVENTS_RESENT, about, posted=tuple(posted)))
    except ServiceSilent:
        tell("The service did not answer, so its list does not show this.")
