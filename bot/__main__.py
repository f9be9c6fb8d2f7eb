"""The command line: `telcolink serve`, `demo`, `emulate`, `doctor`. Never what a command does."""

import argparse
import sys
from collections.abc import Sequence

import uvloop

from bot.channels.whatsapp.setup import setup as set_up_whatsapp
from bot.commands import audit, doctor, events, keys
from bot.commands.customers import command as customers
from bot.commands.serve import serve
from bot.commands.version import read_version
from bot.config.reading import read_settings
from bot.errors import PortTaken, SettingsWrong
from bot.log import set_up_log
from bot.sandbox import demo
from bot.sandbox.emulators.mono import command as mono
from bot.sandbox.emulators.telegram import command as telegram
from bot.sandbox.emulators.twilio import command as twilio
from storage.errors import KeysUnfit, StorageError

EMULATORS = {"mono": mono, "telegram": telegram, "twilio": twilio}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("telcolink", description="Links MTN and Airtel lines by chat, through Mono.")
    parser.add_argument("--version", action="version", version=f"%(prog)s {read_version()}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    commands.add_parser("serve", help="run the service (settings from the environment)").set_defaults(run=_serve)
    commands.add_parser("doctor", help="check settings, keys, webhooks and disk").set_defaults(run=_doctor)
    demo_parser = commands.add_parser("demo", help="all of it on loopback, no account needed")
    demo.add_arguments(demo_parser)
    demo_parser.set_defaults(run=demo.main)
    events_parser = commands.add_parser("events", help="what the business's systems were told, and again")
    events.add_arguments(events_parser)
    events_parser.set_defaults(run=events.main)
    audit_help, consents_help = "what agents and operators did, and whether the record is whole", "the same of consents"
    for name, what, show in (("audit", audit_help, audit.show_audit), ("consents", consents_help, audit.show_consents)):
        record_parser = commands.add_parser(name, help=what)
        audit.add_arguments(record_parser, name)
        record_parser.set_defaults(run=show)
    customers_parser = commands.add_parser("customers", help="find, export, unlink or delete for a customer")
    customers.add_arguments(customers_parser)
    customers_parser.set_defaults(run=customers.main)
    keys_parser = commands.add_parser("keys", help="which keys are in use, and sealing anew with the newest")
    keys.add_arguments(keys_parser)
    keys_parser.set_defaults(run=keys.main)
    whatsapp_parser = commands.add_parser("whatsapp", help="set up what WhatsApp needs at Twilio")
    whatsapp_parser.add_argument("act", choices=["setup"], help="make the contents with buttons; safe to run twice")
    whatsapp_parser.set_defaults(run=_set_up_whatsapp)
    emulate = commands.add_parser("emulate", help="one emulator alone").add_subparsers(required=True, metavar="NAME")
    for name, emulator in EMULATORS.items():
        emulator_parser = emulate.add_parser(name)
        emulator.add_arguments(emulator_parser)
        emulator_parser.set_defaults(run=emulator.main)
    return parser


def _serve(_: argparse.Namespace) -> int:
    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        return _refuse(wrong.problems)
    set_up_log(settings.log_format, settings.log_level)
    try:
        return uvloop.run(serve(settings))
    except SettingsWrong as wrong:
        return _refuse(wrong.problems)
    except KeysUnfit as unfit:
        return _refuse(unfit.problems)
    except PortTaken as taken:
        return _refuse([str(taken)], status=1)
    except (StorageError, OSError) as error:
        return _refuse([str(error)])


def _set_up_whatsapp(_: argparse.Namespace) -> int:
    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        return _refuse(wrong.problems)
    return set_up_whatsapp(settings)


def _doctor(_: argparse.Namespace) -> int:
    return doctor.main()


def _refuse(problems: list[str], status: int = 2) -> int:
    sys.stderr.write("telcolink cannot start:\n" + "".join(f"  - {problem}\n" for problem in problems))
    return status


if __name__ == "__main__":
    sys.exit(main())
