"""`telcolink demo`: all of it on loopback, for a person at a terminal or a script. Never a real account."""

import argparse
import asyncio
import sys
import tempfile
from pathlib import Path

from bot.commands.output import explain
from bot.errors import SettingsWrong
from bot.log import set_up_log
from bot.sandbox.demo.cast import BUSINESS
from bot.sandbox.demo.fitting import PLATFORMS, fitting
from bot.sandbox.demo.player import Player, WentOtherwise
from bot.sandbox.demo.script import ScriptWrong, read_script
from bot.sandbox.demo.stage import open_stage
from bot.sandbox.demo.terminal import Terminal, write
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.command import parse_port, until_told

STANDARD = Path(__file__).parent / "standard.chat"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument(
        "--play", type=Path, metavar="FILE.chat", help="play a conversation; exit 0 if it goes as written"
    )
    parser.add_argument("--console", action="store_true", help="talk to the bot with no platform at all")
    parser.add_argument("--whatsapp", action="store_true", help="talk to it on an emulated WhatsApp")
    parser.add_argument("--numbered", action="store_true", help="on WhatsApp, as it is without `whatsapp setup`")
    parser.add_argument("--agent-on", choices=("telegram", "whatsapp"), default="telegram", help="where the agent is")
    parser.add_argument("--languages", default="", metavar="CODES", help="of the customer, as LANGUAGES: en,ha,ig,yo")
    parser.add_argument("--web", action="store_true", help="see it in a browser: two phones and what is behind them")
    parser.add_argument(
        "--port", type=parse_port, default=0, help="where --web listens on loopback; a free one unless given"
    )
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the database there from one demo to the next")


def main(options: argparse.Namespace) -> int:
    """Play the script that is given, what is piped in, or the standard one where nothing is; or let a person chat."""
    set_up_log("console", "error")
    try:
        return _show(options) if options.web else _talk(options)
    except SettingsWrong as wrong:
        return _refuse("\n".join(wrong.problems))
    except ScriptWrong as wrong:
        return _refuse(str(wrong))
    except OSError as error:
        return explain(error, "It cannot be done")


def _talk(options: argparse.Namespace) -> int:
    piped = "" if options.play or sys.stdin.isatty() else sys.stdin.read()
    script = options.play or (None if sys.stdin.isatty() or piped.strip() else STANDARD)
    with tempfile.TemporaryDirectory(prefix="telcolink-") as passing:
        folder = options.keep or Path(passing)
        folder.mkdir(parents=True, exist_ok=True)
        if piped.strip():
            path = Path(passing) / "piped.chat"
            path.write_text(piped, encoding="utf-8")
            return asyncio.run(_play_piped(piped, path, _venue(options), folder))
        if script:
            return asyncio.run(_play(script, _venue(options), folder))
        asyncio.run(until_told(_chat(_venue(options), folder)))
        return 0


def _venue(options: argparse.Namespace) -> Venue:
    if options.console and not options.web:
        return Venue("console", languages=options.languages)
    customers, buttons = "whatsapp" if options.whatsapp else "telegram", not options.numbered
    return Venue(customers, options.agent_on, buttons=buttons, languages=options.languages)


def _show(options: argparse.Namespace) -> int:
    from bot.sandbox.demo.web import show  # noqa: PLC0415 - half of it is not needed at a terminal

    venue = _venue(options)
    script = read_script(options.play) if options.play else None
    try:
        asyncio.run(until_told(show(venue, options.port, _tell_address, script)))
    except OSError as taken:
        another = "another one with --port, or none for any that is free"
        return _refuse(f"Port {options.port} cannot be had ({taken.strerror}). Choose {another}.")
    return 0


def _tell_address(address: str) -> None:
    write(f"See it at {address}\nOpen that in a browser on this machine; nothing leaves it. Ctrl-C ends it.")


def _refuse(why: str) -> int:
    write(why)
    return 1


async def _play(path: Path, wanted: Venue, folder: Path) -> int:
    script = read_script(path)
    venue = fitting(script, wanted, (*PLATFORMS, "console"))
    agents = f", agents on {venue.agents}" if script.has_agents else ""
    write(f"{script.title} (on {venue.customers}{agents})\n")
    async with open_stage(folder, venue) as stage:
        try:
            await Player(stage, write).play(script)
        except WentOtherwise as otherwise:
            write(f"\nIt went another way.\n{otherwise}")
            return 1
    write("\nIt went as written.")
    return 0


async def _play_piped(piped: str, path: Path, venue: Venue, folder: Path) -> int:
    """A script as such; anything else as what a customer types, line by line."""
    try:
        read_script(path)
    except ScriptWrong:
        async with open_stage(folder, venue) as stage:
            await Terminal(stage).play(piped.splitlines())
        return 0
    return await _play(path, venue, folder)


async def _chat(venue: Venue, folder: Path) -> None:
    async with open_stage(folder, venue) as stage:
        await Terminal(stage).run(BUSINESS["BUSINESS_NAME"])
