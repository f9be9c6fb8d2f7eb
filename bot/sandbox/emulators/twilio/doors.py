"""The control doors, JSON under /_emulator, by which demos and other processes do what the emulator's methods do.

    GET  /_emulator                                  account, sender, the time
    GET  /_emulator/records                          remarks, API calls with their counts, webhooks posted
    GET  /_emulator/people, /_emulator/people/{id}   {id}: the number's digits, or the business-scoped user id
    GET  /_emulator/people/{id}/chat?after=3&wait=9  messages from number 3 on, waiting up to 9 s for one
    POST /_emulator/{act}                            one of ACTS, its arguments as an object
    POST /_emulator/people/{id}/{act}                one of PERSONAL_ACTS, likewise; bytes are base64

What is asked wrongly is answered with 400 and `{"error"}`, what is not there with 404.
"""

import inspect
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from pydantic import validate_call
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from bot.sandbox.emulators.twilio.people import Person
from bot.sandbox.emulators.twilio.refusals import Refused
from bot.sandbox.emulators.twilio.views import view, view_person, view_record

if TYPE_CHECKING:
    from bot.sandbox.emulators.twilio.emulator import TwilioEmulator

ACTS = (
    *("person", "set_webhook", "promote_token", "advance", "settle", "reset"),
    *("lose", "double", "delay", "scramble_callbacks", "fail_next", "break_call", "approve"),
)
PERSONAL_ACTS = (
    *("say", "reply", "tap", "send_file", "send_voice", "send_contact", "send_place"),
    *("read", "block", "opt_out", "forge"),
)


def doors_app(emulator: "TwilioEmulator") -> Starlette:
    """Its lifespan ends what the emulator has under way."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        await emulator.close()

    handlers = {LookupError: _not_found, Refused: _not_found, ValueError: _wrong}
    return Starlette(routes=Doors(emulator).routes(), lifespan=lifespan, exception_handlers=handlers)


class Doors:
    def __init__(self, emulator: "TwilioEmulator") -> None:
        self._emulator = emulator
        self._acts: dict[str, Callable[..., Any]] = {}

    def routes(self) -> list[Route]:
        people = "/_emulator/people"
        return [
            Route(f"{people}/{{id}}/chat", self._show_chat, methods=["GET"]),
            Route(f"{people}/{{id}}/{{act}}", self._act_as, methods=["POST"]),
            Route(f"{people}/{{id}}", self._show_person, methods=["GET"]),
            Route(people, self._show_people, methods=["GET"]),
            Route("/_emulator/records", self._show_records, methods=["GET"]),
            Route("/_emulator/{act}", self._act, methods=["POST"]),
            Route("/_emulator", self._overview, methods=["GET"]),
        ]

    async def _act(self, request: Request) -> JSONResponse:
        return await self._do(request, ACTS)

    async def _act_as(self, request: Request) -> JSONResponse:
        return await self._do(request, PERSONAL_ACTS, self._person(request))

    async def _do(self, request: Request, acts: tuple[str, ...], *people: Person) -> JSONResponse:
        """Raises LookupError for an act that is not one of `acts`, ValueError for arguments that are wrong."""
        name = request.path_params["act"]
        if name not in acts:
            raise LookupError(f"there is no act {name!r}")
        arguments = await request.json() if await request.body() else {}
        if not isinstance(arguments, dict):
            raise ValueError("arguments are an object")  # noqa: TRY004 - of the caller's JSON, not of our types
        result = self._checked(name)(*people, **arguments)
        result = await result if inspect.isawaitable(result) else result
        return JSONResponse(view(result, self._emulator.clock.now()))

    def _checked(self, name: str) -> Callable[..., Any]:
        """The emulator's method with its arguments checked; made when first asked for, because that takes a while."""
        if name not in self._acts:
            self._acts[name] = validate_call(getattr(self._emulator, name))
        return self._acts[name]

    async def _overview(self, _: Request) -> JSONResponse:
        emulator = self._emulator
        now = emulator.clock.now().isoformat()
        return JSONResponse({"account_sid": emulator.account.sid, "sender": emulator.sender, "now": now})

    async def _show_records(self, _: Request) -> JSONResponse:
        records = self._emulator.records
        shown = {
            "remarks": [view_record(remark) for remark in records.remarks],
            "asked": [view_record(asked) for asked in records.asked],
            "posted": [view_record(posted) for posted in records.posted],
        }
        return JSONResponse(shown | {"counts": dict(records.counts)})

    async def _show_people(self, _: Request) -> JSONResponse:
        now = self._emulator.clock.now()
        return JSONResponse([view_person(person, now) for person in self._emulator.world.people.everybody()])

    async def _show_person(self, request: Request) -> JSONResponse:
        return JSONResponse(view_person(self._person(request), self._emulator.clock.now()))

    async def _show_chat(self, request: Request) -> JSONResponse:
        after, wait = int(request.query_params.get("after", "0")), float(request.query_params.get("wait", "0"))
        chat, now = await self._person(request).wait(after, wait), self._emulator.clock.now()
        return JSONResponse([view(message, now) for message in chat])

    def _person(self, request: Request) -> Person:
        return self._emulator.world.people.find(request.path_params["id"])


async def _not_found(_: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, 404)


async def _wrong(_: Request, error: Exception) -> JSONResponse:
    return JSONResponse({"error": str(error)}, 400)
