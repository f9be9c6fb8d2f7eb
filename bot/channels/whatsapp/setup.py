"""`telcolink whatsapp setup`: makes the contents that messages with buttons are sent by. Never deletes one.

They are known by their names at Twilio, so that there is nothing else to keep and nothing is made twice.
"""

import asyncio
import sys
from contextlib import aclosing

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.contents import SHAPES, missing
from bot.channels.whatsapp.twilio import Twilio
from bot.config.settings import Settings
from bot.errors import DeliveryError
from bot.outgoing.client import LeanClient


def setup(settings: Settings) -> int:
    """Make what is missing and say so; the process's exit status. May be run again at any time."""
    if reason := settings.off_because("whatsapp"):
        return _fail(f"WhatsApp is off: {reason}.")
    try:
        made = asyncio.run(make_contents(settings))
    except DeliveryError as error:
        return _fail(f"Twilio did not take it ({error}). Run this again; what was made stays.")
    sys.stdout.write(
        f"{len(SHAPES)} contents are ready, {made} of them new. A running server knows them after a start.\n"
    )
    return 0


async def make_contents(settings: Settings) -> int:
    """Make what is missing; how many that were. Raises `DeliveryError`s."""
    async with aclosing(LeanClient()) as http:
        twilio = Twilio(http, TwilioAccess.of(settings))
        new = list(missing(await twilio.contents()))
        for shape in new:
            await twilio.create_content(shape.definition())
    return len(new)


def _fail(said: str) -> int:
    sys.stderr.write(f"{said}\n")
    return 1
