"""`telcolink events`: what the business's systems were told, and telling it again. Never a secret, nor a whole account.

It looks beside a running service, and posts by itself: the answer is seen at once.
"""

import argparse
import asyncio
import json
from contextlib import aclosing
from datetime import datetime

from bot.clock import SystemClock
from bot.commands.output import fail, no_more_readers, tell, tell_rows
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import WebhookReceiver, judge
from bot.outgoing.client import LeanClient
from bot.ports import Clock
from storage.database import Database
from storage.errors import DatabaseLocked, StorageError
from storage.events import Event, Events, EventState
from storage.looking import open_read_only

_HEADINGS = ("ID", "WHEN (UTC)", "TYPE", "REFERENCE", "ACCOUNT", "STATE", "TRIES", "LAST ANSWER")
_WIDTHS = (28, 16, 9, 9, 7, 9, 5, 11)
NEWEST = 200


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("--failed", action="store_true", help="all that were given up")
    parser.add_argument("--all", action="store_true", help="all that are kept, and not only the newest")
    again = parser.add_subparsers(metavar="resend ID").add_parser("resend", help="send one again, now")
    again.add_argument("resend", metavar="ID", help="as `telcolink events` lists it")


def main(options: argparse.Namespace, settings: Settings | None = None, clock: Clock | None = None) -> int:
    """Print the list, or send one event again; 0 when that was done and taken."""
    clock = clock or SystemClock()
    try:
        settings = settings or read_settings(needs_channel=False)
        if identity := getattr(options, "resend", None):
            return asyncio.run(_resend(settings, identity, clock))
        return _list(settings, clock.now(), options)
    except BrokenPipeError:
        return no_more_readers()
    except SettingsWrong as wrong:
        return fail(*wrong.problems)
    except (StorageError, OSError) as error:
        return fail(f"The database cannot be read: {error}")


def _list(settings: Settings, now: datetime, options: argparse.Namespace) -> int:
    events = Events(settings.keyring())
    with open_read_only(settings.database_place()) as tx:
        shown = events.all(tx, now, only_failed=options.failed) if _whole(options) else events.latest(tx, now, NEWEST)
        told = tell_rows(_HEADINGS, _WIDTHS, map(_row, shown))
        left_out = 0 if _whole(options) else events.count(tx) - told
    if not told:
        tell("No event was given up." if options.failed else "There are no events yet.")
    if left_out:
        tell(f"{left_out} older ones are not shown: `telcolink events --all` shows them, `--failed` all given up.")
    return 0


def _whole(options: argparse.Namespace) -> bool:
    return bool(options.all or options.failed)


def _row(event: Event) -> tuple[str, ...]:
    told = json.loads(event.body)["data"] if event.body else {}
    account = told.get("account_id")
    masked = f"…{account[-4:]}" if account else "-"
    when = event.at.strftime("%Y-%m-%d %H:%M")
    answer = event.answer or "-"
    return event.id, when, event.kind, told.get("reference") or "-", masked, event.state, str(event.tries), answer


async def _resend(settings: Settings, identity: str, clock: Clock) -> int:
    if not settings.events_url:
        return fail("EVENTS_URL is not set, so there is nobody to send it to.")
    with open_read_only(settings.database_place()) as tx:
        event = Events(settings.keyring()).load(tx, identity, clock.now())
    if event is None or event.body is None:
        return fail(f"There is no event {identity} that can be read. Events are kept for 30 days.")
    keys = read_secrets(settings.events_secret.get_secret_value())
    async with aclosing(LeanClient()) as http:
        answer = await WebhookReceiver(http, settings.events_url, keys).post(event.id, event.body, clock.now())
    taken = judge(answer) is EventState.DELIVERED
    tell(f"{event.id} was {'taken' if taken else 'not taken'}: {answer}.")
    await _note(settings, event, answer, clock)
    return 0 if taken else 1


async def _note(settings: Settings, event: Event, answer: str, clock: Clock) -> None:
    """In the list, unless a service holds the database: it alone writes then."""
    events = Events(settings.keyring())
    try:
        database = await Database.open(settings.database_place())
    except DatabaseLocked:
        return tell("The service is running, so its list does not show this try.")
    try:
        await database.run(lambda tx: events.note(tx, event.id, answer, clock.now(), judge(answer)))
    finally:
        await database.close()
