"""Which settings belong together, and which names look misspelt: what can be told from names alone. Never a value."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

_TELEGRAM = ("TELEGRAM_TOKEN",)
_WHATSAPP = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "WHATSAPP_FROM")
_WHATSAPP_EXTRAS = (
    "TWILIO_API_KEY_SID",
    "TWILIO_API_KEY_SECRET",
    "TWILIO_TEMPLATE_RESUME",
    "TWILIO_TEMPLATE_DONE",
    "TWILIO_TEMPLATE_INVITE",
)
# Where any of the second is set, all of the first must be.
_TOGETHER: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (_TELEGRAM, ("TELEGRAM_WEBHOOK_SECRET",)),
    (_WHATSAPP, _WHATSAPP + _WHATSAPP_EXTRAS),
    (("TWILIO_API_KEY_SID", "TWILIO_API_KEY_SECRET"), ("TWILIO_API_KEY_SID", "TWILIO_API_KEY_SECRET")),
    (("EVENTS_URL", "EVENTS_SECRET"), ("EVENTS_URL", "EVENTS_SECRET")),
)
# Only names that are plainly meant for us: the rest of the environment is other programs' business.
_FAMILIES = ("TELEGRAM_", "WHATSAPP_", "TWILIO_", "MONO_", "OTP_", "BUSINESS_", "ENCRYPTION_", "EVENTS_")
_LIKENESS = 0.85  # TELEGRAM_BOT_TOKEN is like TELEGRAM_TOKEN, TWILIO_REGION is like nothing

CHANNELS = {"telegram": _TELEGRAM, "whatsapp": (*_WHATSAPP, "PUBLIC_URL")}  # what each cannot do without


def missing(channel: str, given: Collection[str]) -> str:
    """Why a channel is off, such as `TELEGRAM_TOKEN is not set`; empty when it is on. KeyError for no channel."""
    absent = [name for name in CHANNELS[channel] if name not in given]
    return f"{_join(absent)} {'are' if len(absent) > 1 else 'is'} not set" if absent else ""


def find_halves(given: Collection[str]) -> Iterator[str]:
    """A sentence for each setting without which another one is of no use."""
    for needed, signs in _TOGETHER:
        present = next((name for name in signs if name in given), None)
        for name in needed:
            if present and name not in given:
                yield f"{name} is not set, although {present} is: one is of no use without the other."


def find_silence(given: Collection[str]) -> Iterator[str]:
    """A sentence when nothing at all is there to talk through."""
    if all(missing(channel, given) for channel in CHANNELS):
        reasons = "; ".join(f"{missing(channel, given)} ({channel})" for channel in CHANNELS)
        yield f"No channel is set up: {reasons}."


def find_misspelt(given: Collection[str], known: Collection[str]) -> Iterator[str]:
    """A sentence for each name that is no setting and looks like one that is not set."""
    for name in sorted(set(given) - set(known)):
        meant = get_close_matches(name, known, n=1, cutoff=_LIKENESS)
        if name.startswith(_FAMILIES) and meant and meant[0] not in given:
            yield f"{name} is not a setting; {meant[0]} may be meant."


def _join(names: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
