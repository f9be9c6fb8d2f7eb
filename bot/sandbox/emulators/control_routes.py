"""The control routes of an emulator, `/_emulator/...`: its methods over HTTP, as JSON; never the platform's API."""

import inspect
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from functools import cached_property
from typing import Any

from pydantic import validate_call
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

PREFIX = "/_emulator"


class ControlActions:
    """Methods that other programs may call by name; the arguments are an object in the request's body, and checked."""

    def __init__(self, methods: Iterable[Callable[..., Any]]) -> None:
        self._methods = tuple(methods)

    @cached_property
    def _checked(self) -> Mapping[str, Callable[..., Any]]:
        """Made when first used: building the checks takes longer than most tests of the rest."""
        return {method.__name__: validate_call(method) for method in self._methods}

    async def run(self, request: Request, *leading: Any) -> Any:
        """Run the request's `action`, with what goes before its own arguments.

        Raises LookupError for an action that there is not, ValueError for wrong arguments.
        """
        action = self._checked.get(request.path_params["action"])
        if action is None:
            raise LookupError("there is no such action")
        arguments = await request.json() if await request.body() else {}
        if not isinstance(arguments, dict):
            raise ValueError("arguments are an object")  # noqa: TRY004 - of the caller's JSON, not of our types
        try:
            result = action(*leading, **arguments)
            return await result if inspect.isawaitable(result) else result
        except ArithmeticError as wrong:
            raise ValueError(str(wrong)) from None


class WithControlRoutes:
    """One ASGI application out of two: the platform's API, and the control routes, which have the lifespan."""

    def __init__(self, api: ASGIApp, control: ASGIApp) -> None:
        self._api = api
        self._control = control

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_api = scope["type"] == "http" and not scope["path"].startswith(PREFIX)
        await (self._api if is_api else self._control)(scope, receive, send)


def control_app(
    routes: Sequence[Route], close: Callable[[], Awaitable[None]], not_there: type[Exception] = LookupError
) -> Starlette:
    """The routes as an application, whose lifespan ends in `close`.

    What is not there (LookupError and `not_there`) is answered with 404, what is asked wrongly (ValueError) with 400,
    both with `{"error"}`.
    """

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        try:
            yield
        finally:
            await close()

    handlers = {LookupError: _not_found, not_there: _not_found, ValueError: _wrong}
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers)


def refuse(status: int, why: object) -> Response:
    """Say why not."""
    return JSONResponse({"error": str(why)}, status)


async def _not_found(_: Request, error: Exception) -> Response:
    return refuse(404, error)


async def _wrong(_: Request, error: Exception) -> Response:
    return refuse(400, error)
