"""`telcolink events`: what the business's systems were told, and telling it again. Never a secret, nor a whole account.

It looks beside a running service, and posts by itself: the answer is seen at once.
"""

import argparse
import asyncio
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from bot.clock import SystemClock
from bot.commands.naming import add_name, name_of_operator
from bot.commands.operator import Operator
from bot.commands.output import explain, fail, tell, tell_rows
from bot.commands.resending import resend, try_out
from bot.commands.selection import parse_since
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.operations.event_trial import NO_RECEIVER
from bot.ports import Clock
from storage.errors import KeysUnfit, StorageError
from storage.events import TYPES, BusinessEvent, Events
from storage.keys.canaries import find_misfits
from storage.looking import open_read_only
from storage.transaction import Transaction

_HEADINGS = ("ID", "WHEN (UTC)", "TYPE", "REFERENCE", "ACCOUNT", "STATE", "TRIES", "LAST ANSWER")
_WIDTHS = (28, 16, 14, 9, 7, 9, 5, 11)
NEWEST = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("--failed", action="store_true", help="all that were given up")
    parser.add_argument("--all", action="store_true", help="all that are kept, and not only the newest")
    acts = parser.add_subparsers(metavar="ACT", dest="act")
    again = acts.add_parser("resend", help="send again, now, with the same id and body")
    again.add_argument("ids", nargs="*", type=_parse_id, metavar="ID", help="as `telcolink events` lists it")
    again.add_argument("--failed", dest="failed_again", action="store_true", help="all that were given up")
    again.add_argument("--since", type=parse_since, metavar="DATE", help="of those, what happened from then on (UTC)")
    add_name(again)
    acts.add_parser("ping", help="post a trial, which tells of nothing, and say what is answered")


def _parse_id(text: str) -> str:
    if not text.isascii():
        raise argparse.ArgumentTypeError("must be an ID, as `telcolink events` lists it")
    return text


def main(options: argparse.Namespace, settings: Settings | None = None, clock: Clock | None = None) -> int:
    """Print the list, or post; 0 when that was done and taken."""
    clock = clock or SystemClock()
    try:
        settings = settings or read_settings(needs_channel=False)
        return _perform(options, settings, clock)
    except (SettingsWrong, StorageError, OSError) as error:
        return explain(error, "The database cannot be read")


def _perform(options: argparse.Namespace, settings: Settings, clock: Clock) -> int:
    match options.act:
        case "ping":
            return asyncio.run(try_out(settings, clock.now()))
        case "resend":
            chosen = _choose(options, settings, clock.now()) if settings.events_url else NO_RECEIVER
            if isinstance(chosen, str):
                return fail(chosen)
            return asyncio.run(resend(Operator(settings, clock, name_of_operator(options)), chosen))
        case _:
            return _list(settings, clock.now(), options)


def _choose(options: argparse.Namespace, settings: Settings, now: datetime) -> list[BusinessEvent] | str:
    """What is to be sent again; or, in words, why that cannot be."""
    if bool(options.ids) == options.failed_again:
        return "Say which: the ID of one or several, or --failed for all that were given up."
    events = Events(settings.keyring())
    with _look(settings) as tx:
        if options.failed_again:
            return list(events.all(tx, now, only_failed=True, since=options.since)) or "No event was given up."
        found = {identity: events.load(tx, identity, now) for identity in options.ids}
    if lost := [identity for identity, event in found.items() if not event or event.body is None]:
        return f"There is no event {lost[0]} that can be read. Events are kept for 30 days."
    return [event for event in found.values() if event]


def _list(settings: Settings, now: datetime, options: argparse.Namespace) -> int:
    events = Events(settings.keyring())
    with _look(settings) as tx:
        shown = events.all(tx, now, only_failed=options.failed) if _whole(options) else events.latest(tx, now, NEWEST)
        told = tell_rows(_HEADINGS, _WIDTHS, map(_row, shown))
        left_out = 0 if _whole(options) else events.count(tx) - told
    if not told:
        tell("No event was given up." if options.failed else "There are no events yet.")
    if left_out:
        tell(f"{left_out} older ones are not shown: `telcolink events --all` shows them, `--failed` all given up.")
    return 0


@contextmanager
def _look(settings: Settings) -> Iterator[Transaction]:
    """With other keys than the service's, half of what is listed would be missing. Raises `KeysUnfit`."""
    with open_read_only(settings.database_place()) as tx:
        if problems := find_misfits(tx, settings.keyring()):
            raise KeysUnfit(problems)
        yield tx


def _whole(options: argparse.Namespace) -> bool:
    return bool(options.all or options.failed)


def _row(event: BusinessEvent) -> tuple[str, ...]:
    told = json.loads(event.body)["data"] if event.body else {}
    account = told.get("account_id")
    masked = f"…{account[-4:]}" if account else "-"
    when = event.at.strftime("%Y-%m-%d %H:%M")
    answer = event.answer or "-"
    return (
        event.id,
        when,
        TYPES[event.kind],
        told.get("reference") or "-",
        masked,
        event.state,
        str(event.tries),
        answer,
    )
