"""The routes of the smaller APIs that a bot uses: the account, the sender's webhooks, the typing indicator."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.sandbox.emulators.twilio.message_routes import read_form
from bot.sandbox.emulators.twilio.paging import listing
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from bot.sandbox.emulators.twilio.state import TwilioState

# https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource
_TYPING = timedelta(seconds=25)


class AccountRoutes:
    """The account resource, Channels Senders v2, and the typing indicator of WhatsApp."""

    def __init__(self, state: TwilioState) -> None:
        self._state = state

    def routes(self) -> list[Route]:
        return [
            Route("/v2/Indicators/Typing.json", self._type, methods=["POST"]),
            Route("/v2/Channels/Senders", self._list_senders, methods=["GET"]),
            Route("/v2/Channels/Senders/{sid}", self._fetch_sender, methods=["GET"]),
            Route(f"/2010-04-01/Accounts/{self._state.account.sid}.json", self._fetch_account, methods=["GET"]),
        ]

    async def _type(self, request: Request) -> JSONResponse:
        """Shown until the next message or for 25 s; counts as having read the person's message."""
        form = await read_form(request)
        if form.get("channel") != ["whatsapp"] or len(form.get("messageId", [])) != 1:
            raise TwilioRefusal(20001)
        message = self._state.message_log.find(form["messageId"][0])
        person = self._state.people.at(message.from_)
        if person is None:
            raise TwilioRefusal(20001, "Not a message from a person")
        person.typing_until = self._state.clock.now() + _TYPING
        return JSONResponse({"success": True})

    async def _list_senders(self, request: Request) -> JSONResponse:
        asked = request.query_params.get("Channel", "whatsapp")
        return listing(request, "senders", [self._state.sender.as_json()] if asked == "whatsapp" else [])

    async def _fetch_sender(self, request: Request) -> JSONResponse:
        if request.path_params["sid"] != self._state.sender.sid:
            raise TwilioRefusal(20404)
        return JSONResponse(self._state.sender.as_json())

    async def _fetch_account(self, _: Request) -> JSONResponse:
        sid = self._state.account.sid
        uri = f"/2010-04-01/Accounts/{sid}.json"
        return JSONResponse({"sid": sid, "friendly_name": "Emulated", "status": "active", "type": "Full", "uri": uri})
