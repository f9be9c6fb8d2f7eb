"""One-time passwords in every written form, where one is waited for. Never whether a code is right.

`otp` reads a code that stands alone or in a plain SMS; this finds it glued, doubled, cut up, or beside another number.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from conversations.discretion import Discreet, Hidden
from conversations.intents.patterns import Pattern
from conversations.intents.words import heard_words, words_in
from conversations.otp import OtpForm, parse_otp, says_little
from conversations.parted import GROUP, holds_of_length, is_of_length, parted_numbers, without_parted
from conversations.secret import OtpCode
from conversations.typed import plain

_BETWEEN = r"(?: ?- ?|[ _/,.;])"  # one thing between two groups of the same code
_RUN = re.compile(rf"{GROUP}(?:{_BETWEEN}{GROUP}){{0,40}}")
_FIGURES = re.compile(r"[0-9](?:[ ._/,-]?[0-9]){2,40}")
_LONG_FIGURES = re.compile(r"[0-9](?:[ ._/,-]?[0-9]){3,40}")  # and no "call 180"
_GROUPS = re.compile(GROUP)
_NO_DIGIT = re.compile(r"[^0-9]")

_NOT_A_CODE = Pattern(
    r"(?:[₦#$]|\bngn|\bn) ?[0-9][0-9.,]{2,20}+"  # amounts
    r"|\b[0-9]{1,9}+ ?{heard-amounts}\b"
    r"|(?<![0-9])(?:\+?234|0)[ -]?[789][01][0-9][ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9])"  # phone numbers
)
# What a network writes before or after the code, and between two numbers of which neither is named.
_SAYS_CODE = Pattern(r"(?:\b{heard-naming-a-code}|[:=])\W{0,3}$")
_THEN_SAYS_CODE = Pattern(r"\W{0,3}{heard-being}\W{1,3}(?:{heard-whose-code}|mtn|airtel)\b")
_EITHER = Pattern(r"[\s,;/]{1,3}{heard-either}\W{1,3}(?:[a-z]{1,4}\W{1,3}){0,2}[0-9]")
_NEARBY = 24  # characters


class _Candidate(Discreet, frozen=True):
    """What has the length of the code, and where in the text it stands."""

    digits: Hidden[str]
    start: int
    end: int


def codes_in(text: str, form: OtpForm) -> tuple[OtpCode, ...]:
    """What may be the code: one where the text says which, or holds one only; several where that must be asked."""
    if code := parse_otp(text, form):
        return (code,)
    written = _blanked(plain(text))
    candidates = _candidates(written, form)
    either = _may_be_either(written, candidates)
    named = [each for each in candidates if not either and _is_named(written, each)]
    found = dict.fromkeys(each.digits for each in named or candidates) or _parted(written, form)
    return tuple(map(OtpCode, found))


def holds_code_of(text: str, form: OtpForm) -> bool:
    """Whether anything in it has the code's length: while that is waited for, such a text does not stay in the chat."""
    written = plain(text)
    if codes_in(text, form) or any(_candidates(written, form)):
        return True
    return holds_parted_code(text, form) or holds_of_length(_blanked(written), form.min_length, form.max_length)


def holds_parted_code(text: str, form: OtpForm) -> bool:
    """Whether one may stand in it that is in parts: "they sent 482 then 913", "first 482, second 913"."""
    left = _blanked(plain(text))
    in_all = len(_NO_DIGIT.sub("", left))
    return form.min_length <= in_all <= form.max_length or is_of_length(left, form.min_length, form.max_length)


def without_figures(text: str) -> str:
    """What is said beside figures, with a comma in their place."""
    return _FIGURES.sub(" , ", plain(text))


def with_codes_named(text: str) -> str:
    """The text with the word for them in the place of figures that may be a code, which no amount and no phone number
    is: "I gave him code"."""
    return _LONG_FIGURES.sub(" code ", _blanked(plain(text)))


def _blanked(written: str) -> str:
    """The text without amounts and phone numbers, each place where it was."""
    return _NOT_A_CODE.sub(lambda found: ";" * len(found[0]), written)


def _parted(written: str, form: OtpForm) -> list[str]:
    """The digits of a text that gives nothing but one number, in parts: "my code is 482 then 913", on two lines."""
    if not says_little(without_parted(written)):
        return []
    numbers = ["".join(run.pieces) for run in parted_numbers(written)]
    return [digits for digits in numbers if len(numbers) == 1 and form.min_length <= len(digits) <= form.max_length]


def _candidates(written: str, form: OtpForm) -> list[_Candidate]:
    """Unbroken ones; or, where there are none, those in several groups."""
    return [*_fitting(_GROUPS, written, form)] or [*_fitting(_RUN, written, form)]


def _fitting(shape: re.Pattern[str], written: str, form: OtpForm) -> Iterator[_Candidate]:
    for found in shape.finditer(written):
        if found.end() - found.start() < form.min_length:  # most of a text that is made to be slow to read
            continue
        for digits in _readings(found[0]):
            if form.min_length <= len(digits) <= form.max_length:
                yield _Candidate(digits, found.start(), found.end())
                break


def _readings(run: str) -> Iterator[str]:
    """The digits, with O for zero or, at the end, for "o"; and once, where the same stands there twice."""
    for letters in (run, run.rstrip("oO")):
        digits = _NO_DIGIT.sub("", letters.replace("o", "0").replace("O", "0"))
        yield digits
        half, odd = divmod(len(digits), 2)
        if not odd and digits[:half] == digits[half:]:
            yield digits[:half]


def _may_be_either(written: str, candidates: list[_Candidate]) -> bool:
    """Whether one number is said beside another as good as it, or in its place."""
    return any(_EITHER.match(written, each.end) for each in candidates) or any(
        _is_corrected(written[one.end : other.start]) for one, other in pairwise(candidates)
    )


def _is_corrected(between: str) -> bool:
    """Whether it is said between two numbers that the first was a slip."""
    return not heard_words("heard-corrections").isdisjoint(words_in(between).words)


def _is_named(written: str, candidate: _Candidate) -> bool:
    """Whether the text says of this number that it is the code."""
    before = written[max(0, candidate.start - _NEARBY) : candidate.start]
    after = written[candidate.end : candidate.end + _NEARBY]
    return bool(_SAYS_CODE.search(before) or _THEN_SAYS_CODE.match(after))
