"""The doors by which other programs move people, updates and time: `/_emulator/...`, all JSON; never the bot's."""

from collections.abc import Callable
from typing import Any, Protocol

from pydantic import ValidationError, validate_call
from pydantic_core import to_jsonable_python
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.emulators.clock import Clock
from bot.emulators.telegram.journal import Journal
from bot.emulators.telegram.people import Impossible
from bot.emulators.telegram.screen import Screen
from bot.emulators.telegram.world import World

Act = Callable[..., Any]

LONGEST_WAIT = 60.0


class Doors:
    """`POST /_emulator/<act>` with an object of keyword arguments runs one of the `acts`; the rest is for looking.

    200 answers with what the act returns, 400 names wrong arguments, 404 an unknown act or thing,
    409 says why a person cannot do that.
    """
