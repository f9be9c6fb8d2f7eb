"""The control routes, by which demos and other processes call the emulator's methods; never Twilio's API.

    GET  /_emulator                                  account, sender, the time
    GET  /_emulator/journal                          API calls with their counts, webhooks posted, the debugger
    GET  /_emulator/people, /_emulator/people/{id}   {id}: the number's digits, or the business-scoped user id
    GET  /_emulator/people/{id}/chat?after=3&wait=9  messages from number 3 on, waiting up to 9 s for one
    POST /_emulator/{action}                         one of ACTIONS, its arguments as an object
    POST /_emulator/people/{id}/{action}             one of PERSONAL_ACTIONS, likewise; bytes are base64

What is asked wrongly is answered with 400 and `{"error"}`, what is not there with 404.
"""

from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.sandbox.emulators.control_routes import ControlActions
from bot.sandbox.emulators.twilio.control_views import view, view_entry, view_person
from bot.sandbox.emulators.twilio.people import WhatsAppUser

if TYPE_CHECKING:
    from bot.sandbox.emulators.twilio.emulator import TwilioEmulator

ACTIONS = (
    *("person", "set_webhook", "promote_token", "advance", "settle", "reset"),
    *("lose", "double", "delay", "hold", "release", "scramble_callbacks", "fail_next", "fail", "approve"),
)
PERSONAL_ACTIONS = (
    *("say", "reply", "tap", "send_file", "send_voice", "send_contact", "send_place"),
    *("read", "block", "opt_out", "use_old_app", "forge"),
)


class TwilioControlRoutes:
    """The emulator's methods as actions; the rest is for looking."""

    def __init__(self, emulator: "TwilioEmulator") -> None:
        self._emulator = emulator
        self._actions = ControlActions(getattr(emulator, name) for name in ACTIONS)
        self._personal = ControlActions(getattr(emulator, name) for name in PERSONAL_ACTIONS)

    def routes(self) -> list[Route]:
        people = "/_emulator/people"
        return [
            Route(f"{people}/{{id}}/chat", self._show_chat, methods=["GET"]),
            Route(f"{people}/{{id}}/{{action}}", self._act_as, methods=["POST"]),
            Route(f"{people}/{{id}}", self._show_person, methods=["GET"]),
            Route(people, self._show_people, methods=["GET"]),
            Route("/_emulator/journal", self._show_journal, methods=["GET"]),
            Route("/_emulator/{action}", self._act, methods=["POST"]),
            Route("/_emulator", self._overview, methods=["GET"]),
        ]

    async def _act(self, request: Request) -> JSONResponse:
        return self._show(await self._actions.run(request))

    async def _act_as(self, request: Request) -> JSONResponse:
        return self._show(await self._personal.run(request, self._person(request)))

    def _show(self, result: object) -> JSONResponse:
        return JSONResponse(view(result, self._emulator.clock.now()))

    async def _overview(self, _: Request) -> JSONResponse:
        emulator = self._emulator
        now = emulator.clock.now().isoformat()
        return JSONResponse({"account_sid": emulator.account.sid, "sender": emulator.sender, "now": now})

    async def _show_journal(self, _: Request) -> JSONResponse:
        journal = self._emulator.journal
        shown = {
            "calls": [view_entry(call) for call in journal.calls],
            "posted": [view_entry(posted) for posted in journal.posted],
            "debugger": [view_entry(entry) for entry in journal.debugger],
        }
        return JSONResponse(shown | {"counts": dict(journal.counts)})

    async def _show_people(self, _: Request) -> JSONResponse:
        now = self._emulator.clock.now()
        return JSONResponse([view_person(person, now) for person in self._emulator.state.people.everybody()])

    async def _show_person(self, request: Request) -> JSONResponse:
        return JSONResponse(view_person(self._person(request), self._emulator.clock.now()))

    async def _show_chat(self, request: Request) -> JSONResponse:
        after, wait = int(request.query_params.get("after", "0")), float(request.query_params.get("wait", "0"))
        chat, now = await self._person(request).wait(after, wait), self._emulator.clock.now()
        return JSONResponse([view(message, now) for message in chat])

    def _person(self, request: Request) -> WhatsAppUser:
        return self._emulator.state.people.find(request.path_params["id"])
