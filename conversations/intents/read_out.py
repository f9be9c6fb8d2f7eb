"""Who says the code: the SMS, which is read out, or one of whom nobody can tell whether it is that or a person.

"Dem say na 482913" may be the SMS or a man who calls: such a code is neither used nor met with the alarm, but asked
about.
"""

from conversations.discretion import Discreet, Hidden
from conversations.intents.patterns import Pattern

_HAVE = "(?: {heard-has-said})*"
_SAY = "(?: {heard-reads-out})+"
_TELL = "(?: {heard-tells-it})+"
# "… that I should type", which is what the SMS of a code says, and also whoever wants it typed.
_ME = "(?:,? {heard-to-me})*"
_TYPE = r" {heard-that-i-type}\b"
_WHOEVER = (
    rf"(?:\b{{heard-whoever}}{_HAVE}(?:{_TELL}|(?= {{heard-asks}}))|\b{{heard-was-told}}"
    r"|\b{heard-somebody-says}(?= {heard-that-i}\b)|^\W*{heard-begins-saying}(?= {heard-it-is}\b))"
)
_ASK = rf"(?: {{heard-asks}}(?={_ME}{_TYPE}))?"
# And then the code: whatever else was said is read as it stands.
_THE_CODE = r"(?=(?:\W+{heard-before-the-code})*\W*[0-9])"
_READ_OUT = Pattern(rf"\b{{heard-sms-names}}{_HAVE}{_SAY}{_ME}(?:{_TYPE})?{_THE_CODE}")
_BY_WHOEVER = Pattern(rf"{_WHOEVER}{_ASK}\b")
_WHOEVER_SAYS = Pattern(rf"{_WHOEVER}{_ASK}{_ME}(?:{_TYPE})?{_THE_CODE}")


class Saying(Discreet, frozen=True):
    """What is said beside that, and whether it is by whoever that may be."""

    beside: Hidden[str]
    by_whoever: bool


def without_who_says(text: str) -> Saying:
    left = _READ_OUT.sub(" ", _WHOEVER_SAYS.sub(" ", text))
    return Saying(left, by_whoever=_BY_WHOEVER.search(text) is not None)
