"""Who says the code: the SMS, which is read out, or one of whom nobody can tell whether it is that or a person.

"Dem say na 482913" may be the SMS or a man who calls: such a code is neither used nor met with the alarm, but asked
about.
"""

import re

from conversations.discretion import Discreet, Hidden

_HAVE = r"(?: (?:have|has|had|don|just|now|are|is|were|was|dey))*"
_SAY = r"(?: (?:say|says|said|saying|read|reads|talk|talks|show|shows|shown|showing))+"
_TELL = r"(?: (?:say|says|said|saying|talk|talked|tell|tells|told|telling|give|gave|given|giving))+"
# "… that I should type", which is what the SMS of a code says, and also whoever wants it typed.
_ME = r"(?:,? (?:me|us|that))*"
_TYPE = r" (?:make i|i (?:should|must|can|go|need to)|to) (?:type|enter|put|use|write)\b"
_SMS = r"(?:(?:the |my |this |that )?(?:new )?(?:message|messages|sms|text|phone|inbox|screen|mtn|airtel|network)|it)"
_WHOEVER = (
    rf"(?:\b(?:they|dem|them|(?:mtn|airtel|network) (?:people|office)){_HAVE}(?:{_TELL}|(?= ask))"
    rf"|\bim(?: don| dey)? (?:say|talk|tell)|\be{_HAVE} (?:say|talk)(?= make i\b)"
    r"|\bi (?:was|have been|am) (?:told|given)|^\W*(?:say|talk)(?= na\b))"
)
_ASK = rf"(?: ask(?:s|ed)?(?={_ME}{_TYPE}))?"
# And then the code: whatever else was said is read as it stands.
_THE_CODE = r"(?=(?:\W+(?:na|it|is|be|the|my|your|code|otp|this|number))*\W*[0-9])"
_READ_OUT = re.compile(rf"\b{_SMS}{_HAVE}{_SAY}{_ME}(?:{_TYPE})?{_THE_CODE}", re.IGNORECASE)
_BY_WHOEVER = re.compile(rf"{_WHOEVER}{_ASK}\b", re.IGNORECASE)
_WHOEVER_SAYS = re.compile(rf"{_WHOEVER}{_ASK}{_ME}(?:{_TYPE})?{_THE_CODE}", re.IGNORECASE)


class Saying(Discreet, frozen=True):
    """What is said beside that, and whether it is by whoever that may be."""

    beside: Hidden[str]
    by_whoever: bool


def without_who_says(text: str) -> Saying:
    left = _READ_OUT.sub(" ", _WHOEVER_SAYS.sub(" ", text))
    return Saying(left, by_whoever=_BY_WHOEVER.search(text) is not None)
