"""The person to talk to as something that a thumb can tap, by what `SUPPORT_CONTACT` holds. Never who that is.

Messengers make a number a call only where it is written with its country, and a name only where it is an address.
"""

import re
from collections.abc import Iterator

COUNTRY = "NG"
_WHATSAPP = re.compile(r"\bwhats ?app(?: (?:number|only|on|at))?[ :]*$", re.IGNORECASE)
# core.telegram.org/api/links: `@name` of five letters and more; what stands behind a letter is a mail address.
_TELEGRAM = re.compile(r"(?<![\w.+/-])@(?P<name>[A-Za-z][A-Za-z0-9_]{4,31})\b")


def tappable(support: str) -> str:
    """`Ngozi on 0803 123 4567` with the number to call; a chat's address where it is said to be on WhatsApp."""
    pieces, end = list[str](), 0
    for start, after, number in _numbers_in(support):
        before = support[end:start]
        chat = _WHATSAPP.search(before)  # faq.whatsapp.com/5913398998672934
        pieces += [before, f"https://wa.me/{number.removeprefix('+')}" if chat else number]
        end = after
    return _TELEGRAM.sub(r"https://t.me/\g<name>", "".join((*pieces, support[end:])))


def _numbers_in(text: str) -> Iterator[tuple[int, int, str]]:
    """From where to where each stands, and itself in E.164."""
    if not any(map(str.isdigit, text)):
        return
    import phonenumbers  # noqa: PLC0415 - slow to load, and a start has customers waiting

    for found in phonenumbers.PhoneNumberMatcher(text, COUNTRY):
        yield found.start, found.end, phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164)
