"""`telcolink emulate telegram`: the emulated Telegram alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.command import Emulated, add_address, run_emulator
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator, make_token


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    add_address(parser, 8102)
    parser.add_argument("--token", help="the bot's token; made up and printed when not given")
    parser.add_argument("--no-limits", action="store_true", help="never answer 429 for sending too fast")


def main(arguments: argparse.Namespace) -> int:
    """Run until Ctrl-C; the answer is the process's exit status."""
    return run_emulator(arguments, build)


def build(arguments: argparse.Namespace) -> Emulated:
    """The emulator that the arguments ask for. Raises ValueError for a token that could not be one."""
    token = arguments.token or make_token()
    emulator = TelegramEmulator(token, limits=not arguments.no_limits)
    return Emulated(
        emulator.app,
        lambda url: (
            f"Telegram is emulated at {url}\n"
            f"TELEGRAM_API_BASE={url}\n"
            f"TELEGRAM_TOKEN={token}\n"
            f"People are moved through {url}/_emulator/ (POST add_person, start, say, tap ...). Ctrl-C ends it.\n"
        ),
    )
