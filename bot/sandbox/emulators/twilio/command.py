"""`telcolink emulate twilio`: the emulated Twilio alone, on loopback, until it is stopped."""

import argparse

from bot.sandbox.emulators.command import Emulated, add_address, explain, parse_url, run_emulator
from bot.sandbox.emulators.levers import tell_levers
from bot.sandbox.emulators.twilio.control_routes import ACTIONS, PERSONAL_ACTIONS
from bot.sandbox.emulators.twilio.emulator import SANDBOX, TwilioEmulator
from bot.sandbox.emulators.twilio.forged_webhooks import WAYS

WHAT = """\
Stands for Twilio's WhatsApp: messages, media, contents and their approval, the
24-hour window, status callbacks, the message log, and the people who write.

Point the bot at it with what is printed at its start:
  TWILIO_API_BASE, TWILIO_CONTENT_BASE, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN,
  TWILIO_API_KEY_SID, TWILIO_API_KEY_SECRET, WHATSAPP_FROM
and it at the bot, as on Twilio's console:
  telcolink emulate twilio --webhook-url PUBLIC_URL/whatsapp
    --status-url PUBLIC_URL/whatsapp/status --deliver-to http://127.0.0.1:8080
Webhooks are signed for PUBLIC_URL, and go to --deliver-to where that is given."""
MORE = f"""\
to look (GET):
  /_emulator
      The account, the sender, the time.
  /_emulator/people, /_emulator/people/ID
      Everybody there is. ID: a number's digits, or the id without a number.
  /_emulator/people/ID/chat[?after=NUMBER&wait=SECONDS]
      The messages of a chat; waiting for one behind that number.
  /_emulator/journal
      API calls with their counts, webhooks that were posted, the debugger.

levers (POST /_emulator/NAME, the arguments as an object of JSON):
{tell_levers(TwilioEmulator, ACTIONS)}

levers of a person (POST /_emulator/people/ID/NAME, likewise; bytes as base64):
{tell_levers(TwilioEmulator, PERSONAL_ACTIONS, leading=2)}

ways to forge: {", ".join(WAYS)}
"""


_ADDRESSES = {
    "webhook-url": "where messages are posted, as it is signed",
    "deliver-to": "where that address really is, if elsewhere",
    "fallback-url": "where they are posted when that one fails",
    "status-url": "where it is told what became of a message",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    explain(parser, WHAT, MORE)
    add_address(parser, 8103)
    parser.add_argument("--account-sid", default="", metavar="SID", help="made up and printed unless given")
    parser.add_argument("--auth-token", default="", metavar="TOKEN", help="what webhooks are signed with; likewise")
    parser.add_argument("--from", dest="sender", default=SANDBOX, metavar="WHATSAPP_FROM", help="whatsapp:+…")
    for name, what in _ADDRESSES.items():
        parser.add_argument(f"--{name}", default="", type=parse_url, metavar="URL", help=what)


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
