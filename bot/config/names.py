"""Which settings belong together, and which names look misspelt: what can be told from names alone. Never a value."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.config.declarations import ProviderDeclaration, Together
from bot.config.secret_files import SUFFIX
from bot.providers.settings import DECLARATIONS as PROVIDERS

_EVENTS = ("EVENTS_URL", "EVENTS_SECRET")
_TOGETHER = (*(each for channel in CHANNELS for each in channel.together), Together(needed=_EVENTS, signs=_EVENTS))
_NEEDED = {channel.name: channel.needed for channel in CHANNELS}
# Only names that are plainly meant for us: the rest of the environment is other programs' business.
_PARTS = {f"{name.partition('_')[0].upper()}_" for each in (*CHANNELS, *PROVIDERS) for name in each.part.fields()}
_FAMILIES = (*sorted(_PARTS - {"PUBLIC_"}), "OTP_", "BUSINESS_", "ENCRYPTION_", "EVENTS_")
_NEARNESS = 0.88
_SHORTEST = 5  # characters of a name that says anything
_SYSTEMS_OWN = {"LANGUAGE", "SESSION"}  # set where people log in: gettext's languages, the desktop
_LIKENESS = 0.85  # a setting's name with a word more is like it, another program's of the same family is not


def missing(channel: str, given: Collection[str]) -> str:
    """Why a channel is off, such as `PUBLIC_URL is not set`; empty when it is on. KeyError for no channel."""
    absent = [name for name in _NEEDED[channel] if name not in given]
    return f"{_join(absent)} {'are' if len(absent) > 1 else 'is'} not set" if absent else ""


def find_absent(given: Collection[str], provider: ProviderDeclaration) -> Iterator[str]:
    """A sentence for each setting that the provider cannot do without, and how to get it."""
    return (f"{name} is not set; {how}." for name, how in provider.needed.items() if name not in given)


def find_halves(given: Collection[str]) -> Iterator[str]:
    """A sentence for each setting without which another one is of no use."""
    for together in _TOGETHER:
        present = next((name for name in together.signs if name in given), None)
        for name in together.needed:
            if present and name not in given:
                yield f"{name} is not set, although {present} is: one is of no use without the other."


def find_silence(given: Collection[str]) -> Iterator[str]:
    """A sentence when nothing at all is there to talk through."""
    if all(missing(channel, given) for channel in _NEEDED):
        reasons = "; ".join(f"{missing(channel, given)} ({channel})" for channel in _NEEDED)
        yield f"No channel is set up: {reasons}."


def find_misspelt(given: Collection[str], known: Collection[str]) -> Iterator[str]:
    """A sentence for each name that is no setting and looks like one that is not set."""
    strangers = [name for name in sorted(set(given) - set(known)) if is_of_our_families(name)]
    for name in strangers:  # few of all that is in an environment: comparing takes a while
        meant = _filed(name, known) or next(iter(get_close_matches(name, known, n=1, cutoff=_LIKENESS)), "")
        if meant and meant not in given:
            yield f"{name} is not a setting; {meant} may be meant."


def is_of_our_families(name: str) -> bool:
    """Whether it begins as only our names do."""
    return name.startswith(_FAMILIES)


def find_near(given: Collection[str], known: Collection[str]) -> Iterator[tuple[str, str]]:
    """Each name that is no setting, and the one that it is like: whatever case, order and signs it is written with."""
    plain = {_plain(name): name for name in known}
    words = {frozenset(_words(name)): name for name in known}
    for name in sorted(set(given) - set(known) - _SYSTEMS_OWN):
        like = get_close_matches(_plain(name), plain, n=1, cutoff=_NEARNESS)
        meant = _filed(name, known) or words.get(frozenset(_words(name)))
        meant = meant or (plain[like[0]] if like else _find_longer(_words(name), known))
        if meant and len(name) >= _SHORTEST:
            yield name, meant


def _filed(name: str, known: Collection[str]) -> str:
    """The setting that is given as a file's name and may not be; "" where it is none."""
    setting = name.removesuffix(SUFFIX)
    return setting if setting != name and setting in known else ""


def _find_longer(given: list[str], known: Collection[str]) -> str:
    """The name of which this one is the beginning, or that has its words in a longer form; "" where none has."""
    return next((name for name in known if _is_beginning(given, _words(name)) or _is_short(given, _words(name))), "")


def _is_beginning(given: list[str], words: list[str]) -> bool:
    """DATABASE of DATABASE_URL."""
    return given == words[:-1]


def _is_short(given: list[str], words: list[str]) -> bool:
    """MIN_AGE of MINIMUM_AGE, TRUSTED_PROXY of TRUSTED_PROXIES. A single word is like too many others' names."""
    return len(given) == len(words) > 1 and all(
        len(one) <= len(other) and one[: max(3, len(one) - 1)] == other[: max(3, len(one) - 1)]
        for one, other in zip(given, words, strict=True)
    )


def _plain(name: str) -> str:
    return "".join(_words(name))


def _words(name: str) -> list[str]:
    return re.findall(r"[A-Z0-9]+", name.upper())


def _join(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
