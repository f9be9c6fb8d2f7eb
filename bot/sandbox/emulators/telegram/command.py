"""`telcolink emulate telegram`: the emulated Telegram alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.command import Emulated, add_address, explain, run_emulator
from bot.sandbox.emulators.levers import tell_levers
from bot.sandbox.emulators.telegram.emulator import ACTIONS, TelegramEmulator, make_token

WHAT = """\
Stands for Telegram: the Bot API for one bot, polled or with a webhook, its
limits on sending, and the people who talk to it.

Point the bot at it with what is printed at its start:
  TELEGRAM_API_BASE, TELEGRAM_TOKEN
The bot polls it, or sets its webhook where PUBLIC_URL is set."""
MORE = f"""\
to look (GET):
  /_emulator/people
      Everybody there is.
  /_emulator/chats/ID[?since=REVISION&timeout=SECONDS]
      What is on the screen of a chat; waiting until something new is on it.
  /_emulator/journal[?method=sendMessage]
      How often each method was answered with which status; its newest calls.
  /_emulator/files/ID
      What the bot has sent: a picture, a document.

levers (POST /_emulator/NAME, the arguments as an object of JSON; 409 where a
person cannot do that):
{tell_levers(TelegramEmulator, ACTIONS)}
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    explain(parser, WHAT, MORE)
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
