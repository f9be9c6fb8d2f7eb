"""Time that passes at once in the demo: what the schedule would find is found. Never how the clock is wound."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.app import App

SELDOM = timedelta(days=7)  # what comes once a week or later must not come into every conversation of a Sunday
Rest = Callable[[], Awaitable[None]]  # until nothing more happens before time has passed


async def look_seldom(app: App) -> None:
    """Agents hear of weeks and half years, where so much passes: it is looked for as that begins, and as it ends."""
    for _, sweep in app.parts.sweeps_for_agents():
        await sweep()


async def look(app: App, rest: Rest, *, seldom: bool) -> None:
    """What the end of a span brings."""
    await app.sweeps.sessions()
    await app.sweeps.summaries()
    await app.sweeps.links()
    await rest()  # nothing is said of a consent in the middle of something else
    await app.sweeps.consents()
    if seldom:
        await look_seldom(app)
    await rest()
