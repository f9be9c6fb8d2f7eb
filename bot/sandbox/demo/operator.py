"""What an operator does beside the demo: linking is paused, and goes on. Never by the command line."""

from functools import partial

from bot.app import App
from conversations.pause import Pause


async def pause(app: App, words: str) -> None:
    """As `telcolink pause` leaves it, and at once."""
    await app.database.run(partial(app.store.pauses.begin, pause=Pause(words)))
    await app.pausing.look()


async def resume(app: App) -> None:
    await app.database.run(app.store.pauses.end)
    await app.pausing.look()
