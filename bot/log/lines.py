"""The log: one line an event, ours and the libraries', each value looked at before it is written. Never a decision.

Our code logs no personal data. What is done here is a second lock: whatever looks like a number, a code, a token or
a key is masked, an object of unknown kind is named by its type alone, and of an exception only type and place are told.
"""

import json
import logging
import sys
from contextlib import suppress
from types import TracebackType
from typing import Any, TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from bot.log.exceptions import describe
from bot.log.masking import mask
from bot.log.once import Once
from bot.log.straight import straight_log

_LEVELS = logging.getLevelNamesMapping()
_PLAIN_TYPES = json.JSONEncoder()  # nothing else is left of a value; `json.dumps` would build an encoder for each line


def set_up_log(log_format: str, level: str, stream: TextIO | None = None) -> None:
    """From now on write to `stream` (standard error) as `json` or `console`, from `level` upwards.

    Libraries are heard from WARNING upwards, whatever they were told.
    """
    writer = _Writer(stream or sys.stderr)
    silent = _LEVELS[level.upper()] > logging.INFO
    straight_log.write_to(writer.info if log_format == "json" else None, silent=silent)
    structlog.configure(
        processors=_processors(log_format),
        wrapper_class=structlog.make_filtering_bound_logger(_LEVELS[level.upper()]),
        logger_factory=lambda *_: writer,
    )
    logging.basicConfig(level=logging.WARNING, handlers=[_Libraries()], force=True)
    sys.excepthook = _log_crash


class _Writer:
    """Writes lines. A log that cannot be written, on a full disk say, must not break what it tells of."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, line: str) -> None:
        with suppress(OSError, ValueError):
            self._stream.write(line + "\n")
            self._stream.flush()

    debug = info = warning = error = critical = write


class _Libraries(logging.Handler):
    """Takes what libraries log. A text is kept as the template it is: the values that belong in it stay out.

    The same from the same place is said once an hour: what the web server logs, anybody can have it say without end.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)

    def emit(self, record: logging.LogRecord) -> None:
        template = str(record.msg).strip().partition("\n")[0] or "nothing said"
        log = structlog.get_logger()
        tell = log.error if record.levelno >= logging.ERROR else log.warning
        error = _error_in(record.exc_info)
        place = (record.pathname, record.lineno, template, *(describe(error) if error else ()))
        tell(template, library=record.name, exc_info=error, once=str(place))


def _log_crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """In place of Python's own words for an error that nobody caught, which hold what the error says."""
    if not issubclass(kind, KeyboardInterrupt):
        structlog.get_logger().critical("crashed", exc_info=error.with_traceback(trace))


def _processors(log_format: str) -> list[Processor]:
    renderers: dict[str, Processor] = {
        "json": structlog.processors.JSONRenderer(serializer=_write_json),
        "console": structlog.dev.ConsoleRenderer(colors=False),
    }
    return [
        structlog.contextvars.merge_contextvars,
        Once(),
        _make_safe,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        renderers[log_format],
    ]


def _write_json(fields: EventDict, **_: object) -> str:
    return _PLAIN_TYPES.encode(fields)


def _make_safe(_: WrappedLogger, __: str, fields: EventDict) -> EventDict:
    error = _error_in(fields.pop("exc_info", None))
    safe: dict[str, Any] = mask(fields)
    return {**safe, "trace": describe(error)} if error else safe


def _error_in(exc_info: object) -> BaseException | None:
    match exc_info:
        case BaseException():
            return exc_info
        case (_, BaseException() as error, _):
            return error
        case True:
            return sys.exc_info()[1]
    return None
