"""`telcolink emulate NAME`: what the three commands share. One emulator on loopback until Ctrl-C; never which one."""

import argparse
import asyncio
import os
import re
import signal
import sys
from collections.abc import Callable, Coroutine
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp

from bot.sandbox.emulators.loopback import serve


@dataclass(frozen=True, slots=True)
class Emulated:
    """An emulator that can be served, and what there is to say about it once its base URL is known."""

    app: ASGIApp
    describe: Callable[[str], str]


_LAST_PORT = 65535

Build = Callable[[argparse.Namespace], Emulated]


def explain(parser: argparse.ArgumentParser, what: str, more: str) -> None:
    """What it stands for and how the bot is pointed at it; behind the options its doors and levers."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.description, parser.epilog = what, more


def parse_port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"must be a whole number from 0 to {_LAST_PORT}")
    return int(text)


def parse_url(text: str) -> str:
    """To which something can be posted, "" for none; a word that is none would be noticed only when nothing comes."""
    if text and not re.fullmatch(r"https?://[^/\s]\S*", text):
        raise argparse.ArgumentTypeError("must be an address, such as http://127.0.0.1:8080/mono")
    return text


def add_address(parser: argparse.ArgumentParser, port: int) -> None:
    """Where the command listens unless told otherwise."""
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on")
    parser.add_argument("--port", type=parse_port, default=port, help="port to listen on; 0 takes a free one")


def run_emulator(arguments: argparse.Namespace, build: Build) -> int:
    """Run until Ctrl-C or SIGTERM, or say what is wrong; the answer is the process's exit status."""
    try:
        asyncio.run(until_told(serve_emulator(arguments, build)))
    except OSError as wrong:
        why = os.strerror(wrong.errno) if wrong.errno else str(wrong)  # the library's own names the address once more
        said = f"It cannot listen at {arguments.host}, port {arguments.port}: {why}."
        sys.stderr.write(f"{said} Take another with --port; 0 takes a free one.\n")
        return 1
    except ValueError as wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    return 0


async def serve_emulator(arguments: argparse.Namespace, build: Build) -> None:
    """Serve until cancelled. Raises OSError for a port that is taken, ValueError for what no emulator can be told."""
    emulated = build(arguments)
    async with serve(emulated.app, arguments.host, arguments.port) as url:
        sys.stdout.write(emulated.describe(url))
        sys.stdout.flush()
        await asyncio.Event().wait()


async def until_told(serving: Coroutine[Any, Any, None]) -> None:
    """Until it ends, or Ctrl-C or SIGTERM ends it; what it has opened is closed."""
    # Handlers of the loop's own: Python's may be noticed only when something else wakes the loop, and nothing will.
    task = asyncio.ensure_future(serving)
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    with suppress(asyncio.CancelledError):
        await task
