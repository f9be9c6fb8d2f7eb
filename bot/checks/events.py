"""Whether the business's own system takes what is posted to it: a trial, signed as an event is. Never an event."""

from bot.checks.finding import CheckContext, Finding, ok, wrong
from bot.operations.event_trial import advise, ping
from bot.outbox.webhooks import judge
from storage.events import EventState

_SUBJECT = "events"


async def check_events(context: CheckContext) -> list[Finding]:
    """Nothing to say where there is no such system."""
    settings = context.settings
    if not settings.events_url:
        return []
    answer = await ping(settings, context.around.now())
    if judge(answer) is EventState.DELIVERED:
        return [ok(_SUBJECT, f"a trial was taken at EVENTS_URL: {answer}")]
    return [wrong(_SUBJECT, f"a trial was not taken at EVENTS_URL: {answer}", advise(answer))]
