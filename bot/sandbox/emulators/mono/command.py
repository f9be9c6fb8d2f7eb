"""`telcolink emulate mono`: the emulated Mono alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.command import Emulated, add_address, run_emulator
from bot.sandbox.emulators.mono.emulator import MonoEmulator
from bot.sandbox.emulators.mono.numbers import describe_table

EPILOG = f"""\
test numbers (ours, not Mono's; any other number is happy on the network of its prefix):
{describe_table()}

The SMS: GET /_emulator/sms?phone=08030000101. Time, faults, latency, webhooks:
POST /_emulator/advance, fail, slow_down, set_webhook, send_event, reset.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.epilog = EPILOG
    add_address(parser, 8101)
    parser.add_argument("--key", default="", help="the secret key; made up and printed when not given")
    parser.add_argument("--webhook-url", help="where events go")
    parser.add_argument("--webhook-secret", default="", help="what they carry")
    parser.add_argument("--latency", type=float, default=0.0, help="seconds before every answer")


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
