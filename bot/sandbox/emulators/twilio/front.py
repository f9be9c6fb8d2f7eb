"""One ASGI application out of two: the API behind its gate, and the control doors, which need no credentials."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.sandbox.emulators.twilio.account_doors import AccountDoors
from bot.sandbox.emulators.twilio.content_doors import ContentDoors
from bot.sandbox.emulators.twilio.gate import Gate
from bot.sandbox.emulators.twilio.journeys import Journeys
from bot.sandbox.emulators.twilio.message_doors import MessageDoors
from bot.sandbox.emulators.twilio.refusals import Refused, refusal_response
from bot.sandbox.emulators.twilio.world import World


class Front:
    """Sends each request to one of the two; the control doors have the lifespan."""

    def __init__(self, doors: ASGIApp, api: ASGIApp) -> None:
        self._doors, self._api = doors, api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        control = scope["type"] != "http" or scope["path"].startswith("/_emulator")
        await (self._doors if control else self._api)(scope, receive, send)


def api_app(world: World, journeys: Journeys) -> ASGIApp:
    """Everything under api.twilio.com, messaging.twilio.com and content.twilio.com; of this account alone."""
    routes = [
        *MessageDoors(world, journeys).routes(),
        *ContentDoors(world).routes(),
        *AccountDoors(world).routes(),
    ]
    return Gate(Starlette(routes=routes, exception_handlers={Refused: _refuse, HTTPException: _miss}), world)


async def _refuse(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, Refused)  # noqa: S101 - tells the type checker what is registered above
    return refusal_response(refused)


async def _miss(request: Request, error: Exception) -> Response:
    wrong_method = isinstance(error, HTTPException) and error.status_code == 405
    return refusal_response(Refused(20004 if wrong_method else 20404, f"{request.url.path} was not found"))
