"""A rehearsal: every platform is an emulator on this machine, and what is kept may be lost. Never what that allows."""

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.config.addresses import is_loopback
from bot.config.declarations import SettingsPart
from bot.config.shapes import parse_flag
from bot.providers.settings import DECLARATIONS as PROVIDERS

_ADDRESSES = "_BASE"  # how the settings end that say where a platform is


def is_rehearsal(given: Mapping[str, str]) -> bool:
    """Whether nobody real can be reached with these settings, and ACCEPT_LOSING_DATA says that nothing will be kept."""
    on = [channel.part for channel in CHANNELS if all(name in given for name in channel.needed)]
    addresses = [name for part in (*on, *(provider.part for provider in PROVIDERS)) for name in _addresses(part)]
    return _accepts_losing_data(given) and all(_is_here(given.get(name, "")) for name in addresses)


def _addresses(part: type[SettingsPart]) -> Iterator[str]:
    return (name.upper() for name in part.fields() if name.upper().endswith(_ADDRESSES))


def _is_here(address: str) -> bool:
    try:
        return is_loopback(urlsplit(address).hostname or "")
    except ValueError:
        return False


def _accepts_losing_data(given: Mapping[str, str]) -> bool:
    try:
        return parse_flag(given.get("ACCEPT_LOSING_DATA", "no"))
    except ValueError:
        return False
