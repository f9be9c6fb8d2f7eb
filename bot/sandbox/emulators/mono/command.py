"""`telcolink emulate mono`: the emulated Mono alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.command import Emulated, add_address, explain, parse_url, run_emulator
from bot.sandbox.emulators.levers import tell_levers
from bot.sandbox.emulators.mono.emulator import ACTIONS, MonoEmulator
from bot.sandbox.emulators.mono.numbers import describe_table

WHAT = """\
Stands for Mono: log-in by number and one-time password, the permanent account
ID, identity, balances and transactions, unlinking and webhooks, under both
families of paths (MONO_API_FAMILY). It sends no SMS: the codes are to be read.

Point the bot at it with what is printed at its start:
  MONO_API_BASE, MONO_SECRET_KEY
and for its webhooks, the same secret on both sides:
  telcolink emulate mono --webhook-url PUBLIC_URL/mono --webhook-secret SECRET
  MONO_WEBHOOK_SECRET=SECRET
Without a webhook everything works as well, a little later."""
MORE = f"""\
test numbers (ours, not Mono's; any other number is happy on the network of its prefix):
{describe_table()}

to look (GET):
  /_emulator/sms?phone=08030000101
      What lies in the inbox of a phone, oldest first: the codes.
  /_emulator/journal
      The newest calls: method, path, phone, time.

levers (POST /_emulator/NAME, the arguments as an object of JSON):
{tell_levers(MonoEmulator, ACTIONS)}
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    explain(parser, WHAT, MORE)
    add_address(parser, 8101)
    parser.add_argument("--key", default="", help="the secret key; made up and printed when not given")
    posted = "where news of accounts is posted: PUBLIC_URL/mono"
    parser.add_argument("--webhook-url", type=parse_url, metavar="URL", help=posted)
    parser.add_argument("--webhook-secret", default="", metavar="SECRET", help="what it carries: MONO_WEBHOOK_SECRET")
    parser.add_argument("--latency", type=float, default=0.0, metavar="SECONDS", help="before every answer")


def main(arguments: argparse.Namespace) -> int:
    """Run until Ctrl-C; the answer is the process's exit status."""
    return run_emulator(arguments, build)


def build(arguments: argparse.Namespace) -> Emulated:
    """The emulator that the arguments ask for."""
    emulator = MonoEmulator(arguments.key)
    emulator.slow_down(arguments.latency)
    if arguments.webhook_url:
        emulator.set_webhook(arguments.webhook_url, arguments.webhook_secret)
    return Emulated(
        emulator.app,
        lambda url: f"Mono is emulated at {url}\nMONO_API_BASE={url}\nMONO_SECRET_KEY={emulator.key}\n",
    )
