"""The routes of the API, behind credentials and faults, as one ASGI application; never the control routes."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from bot.sandbox.emulators.twilio.account_routes import AccountRoutes
from bot.sandbox.emulators.twilio.api import TwilioApi
from bot.sandbox.emulators.twilio.content_routes import ContentRoutes
from bot.sandbox.emulators.twilio.message_routes import MessageRoutes
from bot.sandbox.emulators.twilio.outbound_messages import TwilioOutboundMessages
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal, refusal_response
from bot.sandbox.emulators.twilio.state import TwilioState


def api_app(state: TwilioState, outbound: TwilioOutboundMessages) -> ASGIApp:
    """Everything under api.twilio.com, messaging.twilio.com and content.twilio.com; of this account alone."""
    routes = [
        *MessageRoutes(state, outbound).routes(),
        *ContentRoutes(state).routes(),
        *AccountRoutes(state).routes(),
    ]
    return TwilioApi(Starlette(routes=routes, exception_handlers={TwilioRefusal: _refuse, HTTPException: _miss}), state)


async def _refuse(_: Request, refused: Exception) -> Response:
    assert isinstance(refused, TwilioRefusal)  # noqa: S101 - tells the type checker what is registered above
    return refusal_response(refused)


async def _miss(request: Request, error: Exception) -> Response:
    wrong_method = isinstance(error, HTTPException) and error.status_code == 405
    return refusal_response(TwilioRefusal(20004 if wrong_method else 20404, f"{request.url.path} was not found"))
