"""The smaller APIs that a bot and its doctor use: the account, the sender's webhooks, the typing indicator."""

from datetime import timedelta

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.sandbox.emulators.twilio.message_doors import read_form
from bot.sandbox.emulators.twilio.paging import listing
from bot.sandbox.emulators.twilio.refusals import Refused
from bot.sandbox.emulators.twilio.world import World

# https://www.twilio.com/docs/whatsapp/api/typing-indicators-resource
_TYPING = timedelta(seconds=25)


class AccountDoors:
    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[Route]:
        return [
            Route("/v2/Indicators/Typing.json", self._type, methods=["POST"]),
            Route("/v2/Channels/Senders", self._list_senders, methods=["GET"]),
            Route("/v2/Channels/Senders/{sid}", self._fetch_sender, methods=["GET"]),
            Route(f"/2010-04-01/Accounts/{self._world.account.sid}.json", self._fetch_account, methods=["GET"]),
        ]

    async def _type(self, request: Request) -> JSONResponse:
        """Shown until the next message or for 25 s; counts as having read the person's message."""
        form = await read_form(request)
        if form.get("channel") != ["whatsapp"] or len(form.get("messageId", [])) != 1:
            raise Refused(20001)
        message = self._world.ledger.find(form["messageId"][0])
        person = self._world.people.at(message.from_)
        if person is None:
            raise Refused(20001, "Not a message from a person")
        person.typing_until = self._world.clock.now() + _TYPING
        return JSONResponse({"success": True})

    async def _list_senders(self, request: Request) -> JSONResponse:
        asked = request.query_params.get("Channel", "whatsapp")
        return listing(request, "senders", [self._world.sender.as_json()] if asked == "whatsapp" else [])

    async def _fetch_sender(self, request: Request) -> JSONResponse:
        if request.path_params["sid"] != self._world.sender.sid:
            raise Refused(20404)
        return JSONResponse(self._world.sender.as_json())

    async def _fetch_account(self, _: Request) -> JSONResponse:
        sid = self._world.account.sid
        uri = f"/2010-04-01/Accounts/{sid}.json"
        return JSONResponse({"sid": sid, "friendly_name": "Emulated", "status": "active", "type": "Full", "uri": uri})
