"""`telcolink emulate telegram`: the emulated Telegram alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.alone import run_alone, stay
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator, make_token


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.add_argument("--host", default="127.0.0.1", help="loopback address to listen on")
    parser.add_argument("--port", type=int, default=8102, help="port to listen on; 0 takes a free one")
    parser.add_argument("--token", help="the bot's token; made up and printed when not given")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429 for sending too fast")


def main(arguments: argparse.Namespace) -> int:
    """Run until Ctrl-C; the answer is the process's exit status."""
    return run_alone(_run(arguments))


async def _run(arguments: argparse.Namespace) -> None:
    token = arguments.token or make_token()
    emulator = TelegramEmulator(token, limits=not arguments.no_limits)
    async with serve(emulator.app, arguments.host, arguments.port) as url:
        await stay(
            f"Telegram is emulated at {url}\n"
            f"TELEGRAM_API_BASE={url}\n"
            f"TELEGRAM_TOKEN={token}\n"
            f"People are moved through {url}/_emulator/ (POST add_person, start, say, tap ...). Ctrl-C ends it.\n"
        )
