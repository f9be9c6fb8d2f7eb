"""The server's half of answers in one piece: a prepared one is a single write to the connection. Never what it says."""

from functools import partial
from typing import Any

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, RequestResponseCycle

from bot.http.prepared_answer import CLOSING, IN_ONE_PIECE, PreparedAnswer, written

_CLOSES = written((CLOSING,))
_OFFERED: dict[str, dict[object, object]] = {IN_ONE_PIECE: {}}


def offered(cycle: RequestResponseCycle, app: Any) -> Any:
    """The application of this request, which may send its answer so.

    The cycle knows nothing of it: what refers to itself stays in memory until somebody looks for garbage.
    """
    return partial(_serve, cycle, app)


async def _serve(cycle: RequestResponseCycle, app: Any, scope: Any, receive: Any, _: Any) -> None:
    scope["extensions"] = _OFFERED
    await app(scope, receive, partial(_send, cycle))


async def _send(cycle: RequestResponseCycle, message: Any) -> None:
    """As the cycle does it, which knows every other message; an answer that has begun ends as it began."""
    if message["type"] != IN_ONE_PIECE or cycle.response_started:
        await RequestResponseCycle.send(cycle, message)
        return
    if cycle.flow.write_paused and not cycle.disconnected:
        await cycle.flow.drain()
    if cycle.disconnected:
        return
    answer: PreparedAnswer = message["answer"]
    cycle.keep_alive = cycle.keep_alive and not answer.closes
    cycle.response_started = cycle.response_complete = True
    cycle.waiting_for_100_continue = False
    cycle.transport.write(_compose(cycle, answer))
    cycle.message_event.set()
    if not cycle.keep_alive:
        cycle.transport.close()
    cycle.on_response()


def _compose(cycle: RequestResponseCycle, answer: PreparedAnswer) -> bytes:
    closing = b"" if cycle.keep_alive or answer.closes else _CLOSES
    body = b"" if cycle.scope["method"] == "HEAD" else answer.body
    dated = written(cycle.default_headers)
    return b"".join((STATUS_LINE[answer.status], dated, answer.lines, closing, b"\r\n", body))
