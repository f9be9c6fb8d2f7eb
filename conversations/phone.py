"""Nigerian mobile numbers: reading what people type, and showing them masked. Never whose number it is."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

from conversations.discretion import Discreet, Hidden
from conversations.typed import plain, whole_runs

# The mobile ranges 070, 080, 081, 090 and 091, without the service numbers 0700 and 0800.
_RANGES = r"(?:70[1-9]|80[1-9]|81[0-9]|9[01][0-9])[0-9]{7}"
_E164 = re.compile(rf"\+234{_RANGES}")
_NATIONAL = re.compile(_RANGES)
_RANGE_DIGITS = 4  # that tell the plan's ranges apart, of which there are some 500


class NumberProblem(StrEnum):
    """What is wrong with a text that was given as a number."""

    NOT_A_NUMBER = "not_a_number"  # no number in it, or more than one
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    FOREIGN = "foreign"
    NOT_MOBILE = "not_mobile"  # a landline, a service number (0700, 0800) or a range that no network uses


class PhoneNumber(Discreet, frozen=True, order=True):
    """A Nigerian mobile number, kept in E.164 (`+2348031234567`). ValueError for what cannot be one."""

    e164: Hidden[str]

    def __post_init__(self) -> None:
        if not _E164.fullmatch(self.e164):
            raise ValueError("not a Nigerian mobile number in E.164 form")

    @property
    def local(self) -> str:
        """`08031234567`: eleven digits, as the provider takes it."""
        return "0" + self.e164.removeprefix("+234")

    @property
    def spaced(self) -> str:
        """`0803 123 4567`: for the owner's eyes."""
        return f"{self.local[:4]} {self.local[4:7]} {self.local[7:]}"

    @property
    def masked(self) -> str:
        """`0803 ••• 4567`: for everybody else's."""
        return f"{self.local[:4]} ••• {self.local[7:]}"


def parse_number(text: str) -> PhoneNumber | NumberProblem:
    """The one number in `text`, in any usual spelling and with words around it; or what is wrong with it.

    One number that stands there twice is one number; two different ones are NOT_A_NUMBER.
    """
    written = plain(text)
    runs = whole_runs(_WRITTEN, written)
    readings = {_read(run) for run in runs if len(_dialled(run)) >= _FEWEST_DIGITS}
    if len(readings) == 1:
        return readings.pop()
    if not readings and _begins_a_number(written, runs):
        return NumberProblem.TOO_SHORT
    return NumberProblem.NOT_A_NUMBER


def whole_number(run: str) -> PhoneNumber | None:
    """The number that a run of digits is, with whatever parts them; None for what is no such, and never what is wrong
    with it, which takes long to say.
    """
    national = _BEFORE_THE_NATIONAL_NUMBER.sub("", _dialled(run), count=1)
    return PhoneNumber(f"+234{national}") if _is_mobile(national) else None


def vouched_number(e164: str) -> PhoneNumber | None:
    """The same of what stands in E.164 and nothing else, as a channel vouches for it; None for what is no such."""
    return PhoneNumber(e164) if e164.startswith("+234") and _is_mobile(e164.removeprefix("+234")) else None


def join_parted(text: str) -> str:
    """The text with each number as it is dialled whose groups of digits are parted by signs, "0803/123/4567", whatever
    signs; blanks around it. By blanks alone only what reads numbers may part them, for so are dates and sums.
    """
    return _PARTED.sub(lambda run: run["before"] + _joined(run["run"]), text)


def learn() -> None:
    """Load the numbering plan now, so that the first number need not wait for it."""
    _is_given_out("8030")


# Groups of digits with spaces, tabs, dots, dashes and brackets between, not glued to other letters. O stands for
# zero, l and I for one, but only beside a digit, and O between groups: in "I use 08031234567 o" both are words.
# The possessive quantifiers keep hostile texts linear.
_GROUP = r"[OoIl]*+[0-9][0-9OoIl]*+"
_BETWEEN = r"[ \t().-]++"
_WRITTEN = re.compile(rf"(?<![^\W_])\+?[ (]*+{_GROUP}(?:{_BETWEEN}(?:[Oo]++{_BETWEEN})?{_GROUP})*")
_RUN_OF_GROUPS = (
    r"\+?[0-9]++(?:(?:[^\w\s+]{1,2}|_{1,2})[0-9]++)+|\+?[0-9]++(?P<apart> [^\w\s+] )[0-9]++(?:(?P=apart)[0-9]++)+"
)
# Behind the letters that a word begins with, and never within one: of ids of chance some would be numbers.
_PARTED = re.compile(rf"(?P<before>(?<!\S)[^\W\d_]++|(?<![^\W_]))(?P<run>{_RUN_OF_GROUPS})(?![^\W_])")
_GROUP_OF_RUN = re.compile(r"\+?[0-9]+")
_WITHOUT_ZERO = [3, 3, 4]  # digits: so parted, those of a date or of a file are rarely one
_NO_KEY = re.compile(r"[^+0-9]")
_LOOK_ALIKES = str.maketrans("OoIl", "0011")

_FEWEST_DIGITS = 7  # fewer are an age, a time or a house number as long as there is anything longer
_FEWEST_DIGITS_AMONG_WORDS = 4
_MOST_DIGITS = 15  # of any number in the world (ITU-T E.164)

# +234, 00234 or 234, with or without the 0 of the local form: "+234 (0) 803", "2340803", "0803", "803".
_BEFORE_THE_NATIONAL_NUMBER = re.compile(r"(?:\+?0{0,2}234|\+(?=0))?0?")
_LANDLINE_OR_SERVICE = re.compile(r"(?:\+?234|0)(?:[1-6][0-9]{6,}|[78]00[0-9]{7,})")


def _dialled(run: str) -> str:
    """`+234 (0) 8O3…` as keys: digits, and the plus where there is one."""
    return _NO_KEY.sub("", run.translate(_LOOK_ALIKES))


def _joined(run: str) -> str:
    """The run with the first number in it joined, which stands in two groups or more."""
    groups = list(_GROUP_OF_RUN.finditer(run))
    for first in range(len(groups)):
        for end in range(first + 2, min(len(groups), first + _MOST_DIGITS) + 1):
            said = [group[0] for group in groups[first:end]]
            if (number := whole_number("".join(said))) and _is_meant(said):
                begins, ends = groups[first].start(), groups[end - 1].end()
                return f"{run[:begins]} {number.local} {_joined(run[ends:])}"
    return run


def _is_meant(groups: list[str]) -> bool:
    return groups[0].startswith(("0", "234", "+234")) or list(map(len, groups)) == _WITHOUT_ZERO


def _begins_a_number(written: str, runs: list[str]) -> bool:
    """Whether the too few digits of `runs` are meant as a number: "0803 12" is, "in 5 minutes" is not."""
    has_words = any(map(str.isalpha, written))
    return any(len(_dialled(run)) >= (_FEWEST_DIGITS_AMONG_WORDS if has_words else 1) for run in runs)


def _read(run: str) -> PhoneNumber | NumberProblem:
    dialled = _dialled(run)
    if len(dialled.removeprefix("+")) > _MOST_DIGITS:
        return NumberProblem.NOT_A_NUMBER if any(map(_is_whole, _beginnings(run))) else NumberProblem.TOO_LONG
    national = _BEFORE_THE_NATIONAL_NUMBER.sub("", dialled, count=1)
    if _is_mobile(national):
        return PhoneNumber(f"+234{national}")
    return _problem(dialled, national)


def _problem(dialled: str, national: str) -> NumberProblem:
    if _is_foreign(dialled):
        return NumberProblem.FOREIGN
    if len(national) == 10 or _LANDLINE_OR_SERVICE.fullmatch(dialled):
        return NumberProblem.NOT_MOBILE
    return NumberProblem.TOO_SHORT if len(national) < 10 else NumberProblem.TOO_LONG


def _is_mobile(national: str) -> bool:
    """Whether it is in a mobile range that the numbering plan, as phonenumbers knows it, has given out."""
    return bool(_NATIONAL.fullmatch(national)) and _is_given_out(national[:_RANGE_DIGITS])


@cache
def _is_given_out(beginning: str) -> bool:
    """Of a range, not of a number: a channel may vouch for one with each message, and nobody's is kept here."""
    import phonenumbers  # noqa: PLC0415 - slow to load, and a start has customers waiting

    national = int(beginning.ljust(10, "0"))
    number = phonenumbers.PhoneNumber(country_code=234, national_number=national)
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.MOBILE


def _is_foreign(dialled: str) -> bool:
    if dialled.startswith("+"):
        return not dialled.startswith(("+234", "+0"))
    import phonenumbers  # noqa: PLC0415 - as above

    try:
        number = phonenumbers.parse("+" + dialled.removeprefix("00"))
    except phonenumbers.NumberParseException:
        return False
    return number.country_code != 234 and phonenumbers.is_valid_number(number)


def _beginnings(run: str) -> Iterator[str]:
    """What stands before each space: where two numbers follow each other, one of them is a whole number."""
    return (run[: space.start()] for space in re.finditer(" ", run))


def _is_whole(beginning: str) -> bool:
    return len(beginning) <= 2 * _MOST_DIGITS and whole_number(beginning) is not None
