"""The API's door, as plain ASGI because benchmarks go through it: key, place and body are checked, faults are met."""

from dataclasses import dataclass, field
from datetime import datetime

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.clock import Clock
from bot.sandbox.emulators.mono.answers import Refused, answer_refused
from bot.sandbox.emulators.mono.api_request import ApiRequest, read_request
from bot.sandbox.emulators.mono.faults import Fault, FaultScript, perform
from bot.sandbox.emulators.mono.routes import Route, Routes


@dataclass(frozen=True, slots=True)
class Call:
    """One request that was made, answered or not. `phone` as it was sent, "" where there was none."""

    method: str
    path: str = field(repr=False)
    phone: str = field(repr=False)
    at: datetime


class ApiDoor:
    """An ASGI application for the API of both families. What is not documented is not there: 404."""

    def __init__(self, key: str, routes: Routes, clock: Clock) -> None:
        self._key = key
        self._routes = routes
        self._clock = clock
        self.script = FaultScript()
        self.calls: list[Call] = []
        self.latency = 0.0

    def clear(self) -> None:
        """Forget all calls; from now on everything goes right, and at once."""
        self.script.clear()
        self.calls.clear()
        self.latency = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = await read_request(scope, receive)
        self.calls.append(Call(request.method, request.path, request.text("phone"), self._clock.now()))
        route = self._routes.get((request.method, request.place))
        fault = self.script.take(request.path) or self._fault_of_line(request, route)
        if wait := self.latency + (fault.delay if fault else 0):
            await self._clock.sleep(wait)
        answer = perform(fault, lambda: self._answer(request, route), self._clock.now())
        await answer(scope, receive, send)

    def _answer(self, request: ApiRequest, route: Route | None) -> ASGIApp:
        try:
            return self._admit(request, route).work(request)
        except Refused as refused:
            bare = route is not None and route.bare and refused.status != 401
            return answer_refused(refused, self._clock.now(), bare=bare)

    def _admit(self, request: ApiRequest, route: Route | None) -> Route:
        if request.key != self._key:
            raise Refused(401, "Unauthorized")
        if route is None:
            raise Refused(404, "Not found")
        if request.flaw:
            raise request.flaw
        return route

    def _fault_of_line(self, request: ApiRequest, route: Route | None) -> Fault | None:
        """What goes wrong on the test number that this is about, for somebody with the key."""
        line = route.whose(request) if route and request.key == self._key else None
        return line.faults.get(route.operation) if route and line else None
