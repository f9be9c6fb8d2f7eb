"""`telcolink pause "back at 15:00"` and `telcolink resume`: no line is linked for a while, and customers are told why.

Where a service holds the database it carries that out. Never what a pause holds up.
"""

import argparse
import asyncio
from typing import Any

from bot.clock import SystemClock
from bot.commands.naming import add_name, name_of_operator
from bot.commands.operator import Operator, ServiceSilent
from bot.commands.output import explain, tell
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.ports import Clock
from conversations.account import clean
from conversations.agents.turn import Act
from conversations.pause import LONGEST, Pause
from storage.errors import StorageError
from storage.looking import is_held
from storage.operator_wishes import OperatorWish


def add_pause_arguments(parser: argparse.ArgumentParser) -> None:
    """What `telcolink pause` can be told."""
    parser.add_argument("words", nargs="*", action=_Words, help="what customers are told: back at 15:00")
    add_name(parser)
    parser.set_defaults(act=Act.LINKING_PAUSED)


class _Words(argparse.Action):
    """All that was typed, as one text: quotes around it make no difference."""

    def __call__(self, _: object, options: argparse.Namespace, typed: Any, __: object = None) -> None:
        try:
            options.words = parse_words(" ".join(typed))
        except argparse.ArgumentTypeError as wrong:
            raise argparse.ArgumentError(self, str(wrong)) from None


def add_resume_arguments(parser: argparse.ArgumentParser) -> None:
    """The same of `telcolink resume`."""
    add_name(parser)
    parser.set_defaults(act=Act.LINKING_RESUMED, words="")


def parse_words(text: str) -> str:
    """In one line, as it can be shown in every chat."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise argparse.ArgumentTypeError("must be text in UTF-8: a part of it would be lost") from None
    words = clean(text, len(text))
    if len(words) > LONGEST:
        raise argparse.ArgumentTypeError(
            f"must be at most {LONGEST} characters: it stands in a message on a small screen"
        )
    return words


def main(options: argparse.Namespace, settings: Settings | None = None, clock: Clock | None = None) -> int:
    """0 where it is so now; else 1 and what is the matter."""
    try:
        settings = settings or read_settings(needs_channel=False)
        operator = Operator(settings, clock or SystemClock(), name_of_operator(options))
        return asyncio.run(_carry_out(operator, options.act, options.words))
    except (SettingsWrong, ServiceSilent, StorageError, OSError) as error:
        return explain(error, "It cannot be done")


async def _carry_out(operator: Operator, act: Act, words: str) -> int:
    with operator.look() as (tx, store):
        before = store.pauses.find(tx) if tx.has_table("pause") else None
    if act is Act.LINKING_RESUMED and before is None:
        tell("Linking is not paused.")
        return 0
    if act is Act.LINKING_PAUSED and before and before.words == words:
        tell("Linking is paused already, in these words." if words else "Linking is paused already, without a reason.")
        return 0
    is_served = is_held(operator.settings.database_place())
    await operator.carry_out(OperatorWish(operator.name, act, words))
    tell(_said(act, words, before, "within a second or two" if is_served else "from the next start of the service on"))
    return 0


def _said(act: Act, words: str, before: Pause | None, since: str) -> str:
    if act is Act.LINKING_RESUMED:
        return f"Linking goes on {since}. Whoever was stopped goes on with one tap."
    told = f"customers are told: “{words}”." if words else "customers are told so, without a reason."
    if before:
        return f"Linking stays paused, and {since} {told} `telcolink resume` ends it."
    return f"Linking is paused {since}, and {told} `telcolink resume` ends it."
