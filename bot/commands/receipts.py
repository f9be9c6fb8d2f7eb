"""`telcolink receipts verify FILE`: whether a signed receipt is genuine, by nothing but a public key. Never a database.

Exits with 0 where it is, 1 where it is not, 2 where there is no key to check it with.
"""

import argparse
import base64
import json
import sys
from pathlib import Path
from urllib.parse import urlsplit

from bot.commands.output import say_why
from bot.config.addresses import is_loopback
from bot.config.reading import read_settings
from bot.errors import SettingsWrong, TelcolinkError
from bot.receipts.about import WELL_KNOWN
from bot.receipts.signing import LONGEST, ReceiptFalse, ReceiptKeys, verify

PATIENCE = 10.0  # seconds
LONGEST_ABOUT = 65_536  # bytes
KEY_BYTES = 32  # of Ed25519


class NoKey(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """There is nothing to check a receipt with; it says why."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    acts = parser.add_subparsers(dest="act", required=True, metavar="ACT")
    check = acts.add_parser("verify", help="whether a signed receipt is genuine")
    check.add_argument("file", type=Path, help="the receipt, as it was saved from its page")
    keys = check.add_mutually_exclusive_group()
    keys.add_argument(
        "--key", action="append", type=_parse_key, metavar="BASE64", help="a public key that may have signed it"
    )
    keys.add_argument("--from", dest="source", metavar="ADDRESS", help="of the service that publishes its keys")


def main(options: argparse.Namespace) -> int:
    """Without a key or an address, the keys are those of this machine's settings."""
    try:
        keys = options.key or (_keys_from(options.source) if options.source else _own_keys())
        with options.file.open("rb") as file:
            said = verify(file.read(LONGEST + 1), keys)
    except ReceiptFalse as false:
        return _end(f"NOT genuine: {false}.", 1)
    except NoKey as missing:
        return _end(f"cannot be checked: {missing}", 2)
    except OSError as unread:
        return _end(f"cannot be checked: {say_why(unread)}", 2)
    rows = [f"  {name}: {_word(value)}" for name, value in said.items()]
    now = "Whether it has ended since `as_of` stands at its `page`."
    return _end("\n".join(["Genuine: signed, and no byte was changed.", *rows, now]), 0)


def _parse_key(text: str) -> str:
    """With what is no key at all nothing can be found out."""
    try:
        raw = base64.b64decode(text, validate=True)
    except ValueError:
        raw = b""
    if len(raw) != KEY_BYTES or base64.b64encode(raw).decode() != text:
        raise argparse.ArgumentTypeError(f"must be a public key: {KEY_BYTES} bytes in base64")
    return text


def _word(value: object) -> str:
    return "-" if value is None else " ".join(map(str, value)) if isinstance(value, list) else str(value)


def _own_keys() -> list[str]:
    try:
        settings = read_settings(needs_channel=False)
    except SettingsWrong as wrong:
        raise NoKey("give --key or --from; the settings of this machine have no keys") from wrong
    return list(ReceiptKeys(settings.keyring(), settings.receipt_keys.reveal()).public.values())


def _keys_from(address: str) -> list[str]:
    """What the service publishes: over https alone, whole within bounds, and from nowhere else than it was asked of."""
    import httpx  # noqa: PLC0415 - slow to load, and only needed here

    parts = urlsplit(address)
    if parts.scheme != "https" and not (parts.scheme == "http" and is_loopback(parts.hostname or "")):
        raise NoKey("the address must begin with https://")
    try:
        with httpx.stream("GET", address.rstrip("/") + WELL_KNOWN, timeout=PATIENCE, follow_redirects=False) as answer:
            body = b""
            for piece in answer.iter_bytes():
                body += piece
                if len(body) > LONGEST_ABOUT:
                    raise NoKey("what the address answers is too long")
        published = json.loads(body)["keys"] if answer.status_code == httpx.codes.OK else []
        keys = [str(key["public"]) for key in published]
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, TypeError, KeyError) as error:
        raise NoKey(f"no keys at that address ({type(error).__name__})") from None
    if not keys:
        raise NoKey("no keys at that address")
    return keys


def _end(said: str, status: int) -> int:
    sys.stdout.write(f"{said}\n")
    return status
