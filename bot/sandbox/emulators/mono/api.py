"""The API as plain ASGI, because benchmarks go through it: key, route and body are checked, faults are met."""

from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.mono.api_request import ApiRequest, read_request
from bot.sandbox.emulators.mono.faults import MonoFault, MonoFaults, perform
from bot.sandbox.emulators.mono.journal import MonoApiCall, MonoJournal
from bot.sandbox.emulators.mono.refusals import MonoRefusal, answer_refused
from bot.sandbox.emulators.mono.routes import ApiRoute, ApiRoutes


class MonoApi:
    """An ASGI application for the API of both families. What is not documented is not there: 404."""

    def __init__(self, key: str, routes: ApiRoutes, clock: EmulatedClock) -> None:
        self._key = key
        self._routes = routes
        self._clock = clock
        self.faults = MonoFaults()
        self.journal = MonoJournal()
        self.latency = 0.0

    def clear(self) -> None:
        """Forget all calls; from now on everything goes right, and at once."""
        self.faults.clear()
        self.journal.clear()
        self.latency = 0.0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = await read_request(scope, receive)
        call = MonoApiCall(request.method, request.path, request.text("phone"), self._clock.now())
        self.journal.note(call, request.route)
        route = self._routes.get((request.method, request.route))
        fault = self.faults.take(request.path) or self._fault_of_line(request, route)
        if wait := self.latency + (fault.delay if fault else 0):
            await self._clock.sleep(wait)
        answer = perform(fault, lambda: self._answer(request, route), self._clock.now())
        await answer(scope, receive, send)

    def _answer(self, request: ApiRequest, route: ApiRoute | None) -> ASGIApp:
        try:
            return self._admit(request, route).work(request)
        except MonoRefusal as refused:
            bare = route is not None and route.bare and refused.status != 401
            return answer_refused(refused, self._clock.now(), bare=bare)

    def _admit(self, request: ApiRequest, route: ApiRoute | None) -> ApiRoute:
        if request.key != self._key:
            raise MonoRefusal(401, "Unauthorized")
        if route is None:
            raise MonoRefusal(404, "Not found")
        if request.flaw:
            raise request.flaw
        return route

    def _fault_of_line(self, request: ApiRequest, route: ApiRoute | None) -> MonoFault | None:
        """What goes wrong on the test number that this is about, for somebody with the key."""
        line = route.whose(request) if route and request.key == self._key else None
        return line.faults.get(route.operation) if route and line else None
