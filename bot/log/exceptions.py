"""An exception as the log tells it: its type and where in our code it passed. Never what a foreign one says."""

from collections.abc import Iterator
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from bot.errors import TelcolinkError
from bot.log.masking import mask_text
from storage.errors import StorageError

_HOUSE = Path(__file__).parents[2]
_ROOMS = frozenset({"bot", "conversations", "storage"})
_MOST_CAUSES = 6
_MOST_PLACES = 6


def describe(error: BaseException) -> list[str]:
    """One text for the error and each of its causes: `ValueError at storage/codec.py:31, bot/turns/engine.py:88`.

    Places are in our own code, the innermost first. Only our own errors speak: others quote what they choked on.
    """
    return [_describe(each) for each, _ in zip(_causes(error), range(_MOST_CAUSES), strict=False)]


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for part in error.exceptions:
                yield from _causes(part)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _describe(error: BaseException) -> str:
    said = f": {mask_text(str(error))}" if isinstance(error, TelcolinkError | StorageError) else ""
    places = ", ".join(_places(error.__traceback__)[-_MOST_PLACES:][::-1])
    return f"{type(error).__name__}{said}{f' at {places}' if places else ''}"


def _places(trace: TracebackType | None) -> list[str]:
    """Outermost first, relative to the house: nobody learns from a log where it stands."""
    places = []
    for frame, line in walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        room = path.relative_to(_HOUSE) if path.is_relative_to(_HOUSE) else path
        if room.parts[0] in _ROOMS:
            places.append(f"{room.as_posix()}:{line}")
    return places
