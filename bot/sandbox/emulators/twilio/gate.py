"""The way into the API: credentials, concurrency, scripted faults and the log of calls; never what a call does."""

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection
from bot.sandbox.emulators.twilio.mishaps import Fault
from bot.sandbox.emulators.twilio.refusals import Refused, error_body, refusal_response
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.world import Asked, World


class Gate:
    """Wraps the API's application. A fault that hides what happened may come before or after it happens."""

    def __init__(self, api: ASGIApp, world: World) -> None:
        self._api, self._world, self._busy = api, world, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._busy += 1
        try:
            fault = self._world.mishaps.take_fault(scope["method"], scope["path"])
            enter = self._break(fault, scope, receive, send) if fault else self._enter(scope, receive, send)
            status = await enter
        finally:
            self._busy -= 1
        self._world.records.note_call(Asked(self._world.clock.now(), scope["method"], scope["path"], status))

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> int:
        """The true answer's HTTP status."""
        refused = self._refusal(Headers(scope=scope))
        if refused:
            await refusal_response(refused)(scope, receive, send)
            return refused.status
        watched = _Watched(send)
        await self._api(scope, receive, watched)
        return watched.status

    async def _break(self, fault: Fault, scope: Scope, receive: Receive, send: Send) -> int:
        await self._world.clock.sleep(fault.slow)
        if not fault.drop and not fault.status:
            return await self._enter(scope, receive, send)
        if fault.after:
            await self._enter(scope, receive, _unheard)
        if fault.drop:
            await drop_connection(scope, receive)
            return 0
        await _faulty(fault)(scope, receive, send)
        return fault.status

    def _refusal(self, headers: Headers) -> Refused | None:
        if not self._world.account.admits(headers.get("Authorization", "")):
            return Refused(20003)
        return Refused(20429) if self._busy > self._world.rules.concurrency else None


class _Watched:
    """Sends on, with Twilio's id of the request, and remembers the status."""

    def __init__(self, send: Send) -> None:
        self._send, self.status = send, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"].append((b"twilio-request-id", new_sid("RQ").encode()))
        await self._send(message)


def _faulty(fault: Fault) -> Response:
    if fault.body:
        return Response(fault.body, fault.status, media_type="text/html")
    return JSONResponse(error_body(fault.status, fault.code or fault.status, "Scripted fault"), fault.status)


async def _unheard(_: Message) -> None:
    """What was done stays done, and nobody hears of it."""
