"""`telcolink emulate twilio`: the emulated Twilio alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.command import Emulated, add_address, run_emulator
from bot.sandbox.emulators.twilio.emulator import SANDBOX, TwilioEmulator


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    add_address(parser, 8103)
    parser.add_argument("--account-sid", default="", help="made up unless given, as are the others")
    parser.add_argument("--auth-token", default="")
    parser.add_argument("--from", dest="sender", default=SANDBOX, metavar="WHATSAPP_FROM", help="whatsapp:+…")
    parser.add_argument("--webhook-url", default="", help="the bot's public address, which is signed")
    parser.add_argument("--deliver-to", default="", help="where that address really is, when it is elsewhere")
    parser.add_argument("--fallback-url", default="")
    parser.add_argument("--status-url", default="")


def main(arguments: argparse.Namespace) -> int:
    """Run until Ctrl-C; the answer is the process's exit status."""
    return run_emulator(arguments, build)


def build(arguments: argparse.Namespace) -> Emulated:
    """The emulator that the arguments ask for."""
    emulator = TwilioEmulator(arguments.account_sid, arguments.auth_token, sender=arguments.sender)
    if arguments.webhook_url:
        urls = {"fallback_url": arguments.fallback_url, "status_url": arguments.status_url}
        emulator.set_webhook(arguments.webhook_url, arguments.deliver_to, **urls)
    return Emulated(emulator.app, lambda url: describe(emulator, url))


def describe(emulator: TwilioEmulator, url: str) -> str:
    """What there is to know about an emulator that is served at `url`, which it is told too."""
    emulator.base_url = url
    moved = f"people are moved through {url}/_emulator. Ctrl-C ends it."
    return f"Twilio is emulated at {url}; {moved}\n{settings(emulator)}\n"


def settings(emulator: TwilioEmulator) -> str:
    """The bot's settings for this emulator, ready to be pasted into its environment. Worth nothing at Twilio."""
    account, url = emulator.account, emulator.base_url
    values = {
        "TWILIO_API_BASE": url,
        "TWILIO_CONTENT_BASE": url,
        "TWILIO_ACCOUNT_SID": account.sid,
        "TWILIO_AUTH_TOKEN": account.auth_token,
        "TWILIO_API_KEY_SID": account.api_key_sid,
        "TWILIO_API_KEY_SECRET": account.api_key_secret,
        "WHATSAPP_FROM": emulator.sender,
    }
    return "\n".join(f"{name}={value}" for name, value in values.items())
