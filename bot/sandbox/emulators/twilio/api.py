"""What stands before every route: credentials, concurrency, faults and the journal; never what a call does."""

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.sandbox.emulators.loopback import drop_connection
from bot.sandbox.emulators.twilio.faults import TwilioFault
from bot.sandbox.emulators.twilio.journal import TwilioApiCall
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal, error_body, refusal_response
from bot.sandbox.emulators.twilio.sids import new_sid
from bot.sandbox.emulators.twilio.state import TwilioState


class TwilioApi:
    """Wraps the API's application. A fault that hides what happened may come before or after it happens."""

    def __init__(self, api: ASGIApp, state: TwilioState) -> None:
        self._api, self._state, self._busy = api, state, 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._busy += 1
        try:
            fault = self._state.faults.calls.take(scope["method"], scope["path"])
            enter = self._break(fault, scope, receive, send) if fault else self._enter(scope, receive, send)
            status = await enter
        finally:
            self._busy -= 1
        self._state.journal.note(TwilioApiCall(self._state.clock.now(), scope["method"], scope["path"], status))

    async def _enter(self, scope: Scope, receive: Receive, send: Send) -> int:
        """The true answer's HTTP status."""
        refused = self._refusal(Headers(scope=scope))
        if refused:
            await refusal_response(refused)(scope, receive, send)
            return refused.status
        watched = _Watched(send)
        await self._api(scope, receive, watched)
        return watched.status

    async def _break(self, fault: TwilioFault, scope: Scope, receive: Receive, send: Send) -> int:
        await self._state.clock.sleep(fault.delay)
        if not fault.drop and not fault.status:
            return await self._enter(scope, receive, send)
        if fault.carried_out:
            await self._enter(scope, receive, _unheard)
        if fault.drop:
            await drop_connection(scope, receive)
            return 0
        await _faulty(fault)(scope, receive, send)
        return fault.status

    def _refusal(self, headers: Headers) -> TwilioRefusal | None:
        if not self._state.account.admits(headers.get("Authorization", "")):
            return TwilioRefusal(20003)
        return TwilioRefusal(20429) if self._busy > self._state.rules.concurrency else None


class _Watched:
    """Sends on, with Twilio's id of the request, and remembers the status."""

    def __init__(self, send: Send) -> None:
        self._send, self.status = send, 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            message["headers"].append((b"twilio-request-id", new_sid("RQ").encode()))
        await self._send(message)


def _faulty(fault: TwilioFault) -> Response:
    if fault.body:
        return Response(fault.body, fault.status, media_type="text/html")
    return JSONResponse(error_body(fault.status, fault.code or fault.status, "Scripted fault"), fault.status)


async def _unheard(_: Message) -> None:
    """What was done stays done, and nobody hears of it."""
