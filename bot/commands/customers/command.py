"""`telcolink customers find|export|unlink|delete|reconcile`: which act, for whom, in whose name. Never how it is done.

Every act is in the audit before anything is shown, under the operator's name.
"""

import argparse
import asyncio
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bot.clock import SystemClock
from bot.commands.customers import ending, lookup, reconciling
from bot.commands.customers.export import write_export
from bot.commands.customers.told_events import NoEvents
from bot.commands.naming import add_name, name_of_operator
from bot.commands.operator import Operator, ServiceSilent
from bot.commands.output import explain, fail, tell, tell_rows
from bot.commands.selection import parse_contact, parse_receipt
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.ports import Clock
from conversations.agents.turn import Act
from conversations.on_behalf import Because
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from storage.customers import Customer
from storage.errors import StorageError
from storage.operator_wishes import OperatorWish

Confirm = Callable[[str], bool]

_WHAT = {
    "find": "who has which lines and agreements, masked",
    "export": "all that is held of one person, into files that only you can read",
    "unlink": "end the lines, as if by the customer's hand",
    "delete": "forget everything of the chat, as if by the customer's hand",
    "reconcile": "after a copy was brought back: what was ended since then and stands here again",
}
_REASONS = tuple(each.value for each in Because if each is not Because.AGAIN)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    acts = parser.add_subparsers(required=True, metavar="ACT", dest="act")
    for act, what in _WHAT.items():
        one = acts.add_parser(act, help=what, description=what)
        add_name(one)
        if act == "reconcile":
            reconciling.add_arguments(one)
            continue
        whom = one.add_mutually_exclusive_group(required=True)
        whom.add_argument("--number", type=_parse_number, metavar="0803…", help="of the line")
        whom.add_argument("--contact", type=parse_contact, metavar="CHANNEL:ADDRESS", help="of the chat")
        whom.add_argument("--receipt", type=parse_receipt, metavar="C-…", help="of an agreement, also an ended one")
        if act == "find":
            one.add_argument("--day", type=_parse_day, metavar="DATE", help="what the log of that day (UTC) calls them")
        if act == "export":
            one.add_argument("--out", type=Path, default=Path(), metavar="FOLDER", help="where the files go")
        if act in ("unlink", "delete"):
            one.add_argument("--because", choices=_REASONS, default="asked", help="what the customer is told (asked)")
            one.add_argument("--yes", action="store_true", help="do not ask whether to go on")


def main(
    options: argparse.Namespace,
    settings: Settings | None = None,
    clock: Clock | None = None,
    confirm: Confirm | None = None,
) -> int:
    """0 where it was done; else 1 and why not."""
    try:
        settings = settings or read_settings(needs_channel=False)
        operator = Operator(settings, clock or SystemClock(), name_of_operator(options))
        return asyncio.run(_perform(options, operator, confirm or _ask))
    except (SettingsWrong, ServiceSilent, NoEvents, StorageError, OSError) as error:
        return explain(error, "It cannot be done")


async def _perform(options: argparse.Namespace, operator: Operator, confirm: Confirm) -> int:
    if options.act == "reconcile":
        return await reconciling.reconcile(operator, options, confirm)
    found = lookup.find(operator, options)
    match options.act:
        case "find":
            return await _find(operator, options, found)
        case "export":
            return await _export(operator, options, found)
        case _:
            chosen = ending.choose(operator, options, found)
            return fail(chosen) if isinstance(chosen, str) else await ending.end(operator, options, chosen, confirm)


async def _find(operator: Operator, options: argparse.Namespace, found: Sequence[Customer]) -> int:
    await operator.carry_out(OperatorWish(operator.name, Act.CUSTOMER_FOUND, lookup.about(found)))
    if not found:
        return fail(lookup.nobody(options))
    day = options.day or operator.clock.now().date()
    tell_rows(lookup.HEADINGS, lookup.WIDTHS, lookup.rows(found, operator.settings.keyring(), day))
    return 0


async def _export(operator: Operator, options: argparse.Namespace, found: Sequence[Customer]) -> int:
    if not found:
        return fail(lookup.nobody(options))
    if not options.out.is_dir():
        return fail(f"There is no folder {options.out}.")
    await operator.carry_out(OperatorWish(operator.name, Act.CUSTOMER_EXPORTED, lookup.about(found)))
    for path in write_export(operator, found, options.out):
        tell(f"Written, for you alone to read: {path}")
    return 0


def _ask(question: str) -> bool:
    """Nobody is asked who does not sit there."""
    return sys.stdin.isatty() and input(f"{question} Type yes to go on: ").strip().lower() == "yes"


def _parse_number(text: str) -> PhoneNumber:
    number = parse_number(text)
    if isinstance(number, NumberProblem):
        raise argparse.ArgumentTypeError("must be a Nigerian mobile number, such as 08031234567")
    return number


def _parse_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError("must be a day such as 2026-11-29") from None
