"""`telcolink api-keys new NAME`: a key for one of the business's programs, shown once. Never kept."""

import argparse
import hashlib
import secrets

from bot.commands.output import fail, tell
from bot.config.api_keys import NAME

_BYTES = 32  # of chance in a key
_PREFIX = "tlk_"  # so that a scanner for secrets knows one


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command can be told."""
    acts = parser.add_subparsers(required=True, metavar="ACT", dest="act")
    new = acts.add_parser("new", help="make a key")
    new.add_argument("name", metavar="NAME", help="of the program; the audit and the events show it")


def main(options: argparse.Namespace) -> int:
    """Print the key, and what is to be put into API_KEYS."""
    if not NAME.fullmatch(options.name):
        return fail("NAME must be at most 40 small letters, digits, dots and dashes, such as loans-backend.")
    key = _PREFIX + secrets.token_urlsafe(_BYTES)
    tell(f"The key of {options.name}. It is shown this once, and kept nowhere:\n\n    {key}\n")
    tell("Put this into API_KEYS, with a comma behind what is there already, and start the service again:\n")
    tell(f"    {options.name}:{hashlib.sha256(key.encode()).hexdigest()}\n")
    tell("The program sends it as `Authorization: Bearer KEY`, and never in an address.")
    return 0
