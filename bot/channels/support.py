"""The person to talk to as something that a thumb can tap, by what `SUPPORT_CONTACT` holds. Never who that is.

Messengers make a number a call only where it is written with its country, and a name only where it is an address.
"""

import re

import phonenumbers

COUNTRY = "NG"
_WHATSAPP = re.compile(r"\bwhats ?app(?: (?:number|only|on|at))?[ :]*$", re.IGNORECASE)
# core.telegram.org/api/links: `@name` of five letters and more; what stands behind a letter is a mail address.
_TELEGRAM = re.compile(r"(?<![\w.+/-])@(?P<name>[A-Za-z][A-Za-z0-9_]{4,31})\b")


def tappable(support: str) -> str:
    """`Ngozi on 0803 123 4567` with the number to call; a chat's address where it is said to be on WhatsApp."""
    pieces, end = list[str](), 0
    for found in phonenumbers.PhoneNumberMatcher(support, COUNTRY):
        before = support[end : found.start]
        number = phonenumbers.format_number(found.number, phonenumbers.PhoneNumberFormat.E164)
        chat = _WHATSAPP.search(before)  # faq.whatsapp.com/5913398998672934
        pieces += [before, f"https://wa.me/{number.removeprefix('+')}" if chat else number]
        end = found.end
    return _TELEGRAM.sub(r"https://t.me/\g<name>", "".join((*pieces, support[end:])))
