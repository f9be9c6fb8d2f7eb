"""Whether an operator has paused linking: easily forgotten, and then nobody is linked. Never ends it."""

from bot.checks.finding import CheckContext, Finding, warn
from storage.errors import StorageError
from storage.looking import open_read_only
from storage.pauses import Pauses


async def check_pause(context: CheckContext) -> list[Finding]:
    """What cannot be looked into is told of by the checks of the database."""
    settings = context.settings
    try:
        with open_read_only(settings.database_place()) as tx:
            pause = Pauses(settings.keyring()).find(tx) if tx.has_table("pause") else None
    except (StorageError, OSError):
        return []
    if pause is None:
        return []
    since = f" since {pause.since:%Y-%m-%d %H:%M} UTC" if pause.since else ""
    told = f"“{pause.words}”" if pause.words else "so, without a reason"
    said = f"linking is paused{since}, and customers are told {told}"
    return [warn("pause", said, "As it should be while it lasts; `telcolink resume` ends it.")]
