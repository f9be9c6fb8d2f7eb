"""What is said where a command cannot start, and its exit status. Never whether it can.

2 is for what is the same at the next start, so that nothing starts it again: settings, keys, the database as it is.
1 is for what may pass by itself, and whatever watches over the process tries again.
"""

import sys
from collections.abc import Sequence

from bot.errors import SettingsWrong
from storage.errors import DatabaseCorrupt, DatabaseUnfit, KeysUnfit, KeysWrong, StorageError

PASSES, STAYS = 1, 2
_STAYING = (SettingsWrong, KeysWrong, KeysUnfit, DatabaseUnfit, DatabaseCorrupt)


def refuse(error: Exception) -> int:
    """Say why on the error stream; the exit status."""
    problems: Sequence[str] = getattr(error, "problems", None) or [_explain(error)]
    sys.stderr.write("telcolink cannot start:\n" + "".join(f"  - {problem}\n" for problem in problems))
    return STAYS if isinstance(error, _STAYING) else PASSES


def _explain(error: Exception) -> str:
    """Storage speaks of its database as "it": here nobody has named it yet."""
    from bot.commands.output import say_why  # noqa: PLC0415 - a start that can be needs none of it

    if isinstance(error, DatabaseCorrupt):
        return f"{error}. Bring back a copy."
    return f"The database cannot be used: {say_why(error)}" if isinstance(error, StorageError | OSError) else str(error)
