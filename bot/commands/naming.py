"""Who types a command that is kept on record: a name given with it, or the one they are logged in by. Never a right."""

import argparse
import getpass

from bot.errors import SettingsWrong

_LONGEST = 40


def add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as", dest="operator", type=_parse_name, metavar="NAME", help="who you are, for the audit")


def name_of_operator(options: argparse.Namespace) -> str:
    """Raises `SettingsWrong` where nobody says it."""
    try:
        return str(options.operator or _parse_name(getpass.getuser()))
    except (OSError, KeyError, argparse.ArgumentTypeError):
        raise SettingsWrong(["Nobody is logged in by name here: say who you are with --as NAME."]) from None


def _parse_name(text: str) -> str:
    name = " ".join(text.split())
    if not 0 < len(name) <= _LONGEST or not name.isprintable():
        raise argparse.ArgumentTypeError(f"must be a name of 1 to {_LONGEST} letters")
    return name
