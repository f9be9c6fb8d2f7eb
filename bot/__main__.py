"""The command line: `telcolink serve`, `demo`, `emulate`, `doctor`. Never what a command does.

A command is loaded when it is called, and none of the others is: a service that starts again has customers waiting.
"""

import argparse
import atexit
import gc
import sys
from collections.abc import Callable, Container, Sequence
from functools import partial
from typing import Protocol

Prepare = Callable[[argparse.ArgumentParser], None]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit status."""
    from bot.commands.streams import make_readable, replace_closed

    atexit.register(gc.freeze)  # looking once more through all that was loaded is most of what an end takes
    replace_closed()
    for stream in (sys.stdout, sys.stderr):
        make_readable(stream)
    words = sys.argv[1:] if arguments is None else arguments
    try:
        options = build_parser(words[:1]).parse_args(words)  # which loads the command, and takes a while
        return int(options.run(options))
    except KeyboardInterrupt:
        return 130


def build_parser(called: Container[str]) -> argparse.ArgumentParser:
    """What can be typed: the commands that are called, with what each takes; or where none is, the names of all."""
    from bot.commands.parsing import CommandParser

    parser = CommandParser("telcolink", description="Links MTN and Airtel lines by chat, through Mono.")
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in [each for each in COMMANDS if each in called] or COMMANDS:
        what, prepare = COMMANDS[name]
        command = commands.add_parser(name, help=what)
        if name in called:
            prepare(command)
    return parser


class _Version(argparse.Action):
    """`--version`: which release this is takes a while to be found."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from bot.config.version import read_version

        sys.stdout.write(f"telcolink {read_version()}\n")
        parser.exit()


class _Command(Protocol):
    """A module that is a command: what it takes, and what it does."""

    def add_arguments(self, parser: argparse.ArgumentParser, /) -> None: ...

    def main(self, options: argparse.Namespace, /) -> int: ...


def _take_in(parser: argparse.ArgumentParser, command: _Command) -> None:
    command.add_arguments(parser)
    parser.set_defaults(run=command.main)


def _take_in_operators(parser: argparse.ArgumentParser, command: _Command) -> None:
    """One that may do by itself what a service would."""
    command.add_arguments(parser)
    parser.set_defaults(run=_quietly(command.main))


def _quietly(main: Callable[[argparse.Namespace], int]) -> Callable[[argparse.Namespace], int]:
    """What is logged on the way is no part of its answer."""

    def run(options: argparse.Namespace) -> int:
        from bot.log import set_up_log

        set_up_log("console", "warning")
        return main(options)

    return run


def _prepare_serve(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(run=_serve)


def _prepare_doctor(parser: argparse.ArgumentParser) -> None:
    from bot.commands import doctor

    parser.set_defaults(run=lambda _: doctor.main())


def _prepare_demo(parser: argparse.ArgumentParser) -> None:
    from bot.sandbox import demo

    _take_in(parser, demo)


def _prepare_events(parser: argparse.ArgumentParser) -> None:
    from bot.commands import events

    _take_in_operators(parser, events)


def _prepare_api_keys(parser: argparse.ArgumentParser) -> None:
    from bot.commands import api_keys

    _take_in(parser, api_keys)


def _prepare_links(parser: argparse.ArgumentParser) -> None:
    from bot.commands import links

    _take_in_operators(parser, links)


def _prepare_report(parser: argparse.ArgumentParser) -> None:
    from bot.commands import report

    _take_in(parser, report)


def _prepare_record(name: str, parser: argparse.ArgumentParser) -> None:
    from bot.commands import audit

    audit.add_arguments(parser, name)
    parser.set_defaults(run=audit.show_audit if name == "audit" else audit.show_consents)


def _prepare_customers(parser: argparse.ArgumentParser) -> None:
    from bot.commands.customers import command

    _take_in_operators(parser, command)


def _prepare_pause(parser: argparse.ArgumentParser) -> None:
    from bot.commands import pausing

    pausing.add_pause_arguments(parser)
    parser.set_defaults(run=_quietly(pausing.main))


def _prepare_resume(parser: argparse.ArgumentParser) -> None:
    from bot.commands import pausing

    pausing.add_resume_arguments(parser)
    parser.set_defaults(run=_quietly(pausing.main))


def _prepare_receipts(parser: argparse.ArgumentParser) -> None:
    from bot.commands import receipts

    _take_in(parser, receipts)


def _prepare_keys(parser: argparse.ArgumentParser) -> None:
    from bot.commands import keys

    _take_in(parser, keys)


def _prepare_database(parser: argparse.ArgumentParser) -> None:
    from bot.commands import database

    _take_in(parser, database)


def _prepare_whatsapp(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("act", choices=["setup"], help="make the contents with buttons; safe to run twice")
    parser.set_defaults(run=_quietly(_set_up_whatsapp))


def _prepare_emulate(parser: argparse.ArgumentParser) -> None:
    from bot.sandbox.emulators.mono import command as mono
    from bot.sandbox.emulators.telegram import command as telegram
    from bot.sandbox.emulators.twilio import command as twilio

    parser.description = "One platform's stand-in on loopback, until Ctrl-C: for a bot, or for programs of your own."
    names = parser.add_subparsers(required=True, metavar="NAME")
    for name, emulator, what in (
        ("mono", mono, "codes, accounts and lines, with test numbers for every outcome"),
        ("telegram", telegram, "the Bot API, and people who talk to a bot"),
        ("twilio", twilio, "WhatsApp through Twilio, and people who write to it"),
    ):
        _take_in(names.add_parser(name, help=what), emulator)


COMMANDS: dict[str, tuple[str, Prepare]] = {
    "serve": ("run the service (settings from the environment)", _prepare_serve),
    "doctor": ("check settings, keys, webhooks and disk", _prepare_doctor),
    "demo": ("all of it on loopback, no account needed", _prepare_demo),
    "events": ("what the business's systems were told, and again", _prepare_events),
    "api-keys": ("a key for one of the business's programs", _prepare_api_keys),
    "links": ("make many links from a file", _prepare_links),
    "report": ("how links came along: in words, a picture, or a table", _prepare_report),
    "audit": ("what agents and operators did, and whether the record is whole", partial(_prepare_record, "audit")),
    "consents": ("the same of consents", partial(_prepare_record, "consents")),
    "customers": ("find, export, unlink or delete for a customer", _prepare_customers),
    "pause": ("link no lines for a while, and tell customers why", _prepare_pause),
    "resume": ("link lines again", _prepare_resume),
    "receipts": ("whether a signed receipt is genuine", _prepare_receipts),
    "keys": ("which keys are in use, and sealing anew with the newest", _prepare_keys),
    "database": ("copy it into another, from a file to a server or back", _prepare_database),
    "whatsapp": ("set up what WhatsApp needs at Twilio", _prepare_whatsapp),
    "emulate": ("one emulator alone", _prepare_emulate),
}


def _serve(_: argparse.Namespace) -> int:
    gc.disable()  # all that is loaded now stays: looking for what does not took a tenth of the start
    import uvloop

    from bot.commands.refused_start import refuse
    from bot.commands.serve import serve
    from bot.config.reading import read_settings
    from bot.errors import ClockDoubted, PortTaken, SettingsWrong
    from bot.log import set_up_log
    from storage.errors import StorageError

    try:
        settings = read_settings()
        set_up_log(settings.log_format, settings.log_level)
        return uvloop.run(serve(settings))
    except (SettingsWrong, PortTaken, ClockDoubted, StorageError, OSError) as error:
        return refuse(error)
    finally:
        gc.enable()


def _set_up_whatsapp(_: argparse.Namespace) -> int:
    from bot.channels.whatsapp.setup import setup
    from bot.commands.refused_start import refuse
    from bot.config.reading import read_settings
    from bot.errors import SettingsWrong

    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        return refuse(wrong)
    return setup(settings)


if __name__ == "__main__":
    sys.exit(main())
