"""One-time passwords: the provider's form, and what a person types into it. Never whether a code is right."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from conversations.intents.patterns import Pattern
from conversations.parted import holds_of_length, is_of_length
from conversations.secret import OtpCode
from conversations.typed import plain, whole_runs
from conversations.wording import words_in_all

DEFAULT_LENGTH = 6


class OtpForm(Struct, frozen=True):
    """What the provider says of the code: lengths in characters (6 and 6 where it gives none), and its hint."""

    min_length: int = DEFAULT_LENGTH
    max_length: int = DEFAULT_LENGTH
    hint: str = ""


def parse_otp(text: str, form: OtpForm) -> OtpCode | None:
    """The code in `text`, spaces and dashes ignored; None when the text cannot be one (and costs no try).

    Words may stand around it, a whole SMS too, as long as exactly one number has the right length.
    """
    written = _joined(plain(text))
    long = (run for run in whole_runs(_RUN, written) if len(run) >= form.min_length)
    runs = [run for run in long if form.min_length <= len(_digits(run)) <= form.max_length]
    unbroken = {run for run in runs if run.isdigit()}
    found = unbroken or set(map(_digits, runs))
    return OtpCode(found.pop()) if len(found) == 1 else None


def looks_like_otp(text: str) -> bool:
    """Whether a text that is not being waited for is probably a code (so that it is never echoed or kept).

    A number of 4 to 8 digits, alone, among very few words, or in a text that speaks of a code. Phone numbers are
    none, nor, where nobody speaks of a code, amounts, times and years. Six digits are one however they are parted,
    where nothing else is said, or a code is spoken of, or that somebody sent or uses something.
    """
    spaced = _with_zeros(plain(text).casefold())
    written, words = _joined(spaced), _WORD.findall(spaced)
    if _names_code(words):
        unfiled = _FILE_NUMBER.sub(" ", written)
        return any(_code_like(written)) or _SIX.search(unfiled) is not None or _holds_parted(spaced)  # "otp482913"
    if _hands_over(words) and _holds_parted(_DAY_OR_TIME.sub(" ; ", spaced)):
        return True
    if _says_little(words) and is_of_length(
        _without_counted(_DAY_OR_TIME.sub(" ; ", spaced)), DEFAULT_LENGTH, DEFAULT_LENGTH
    ):
        return True
    return len(words) <= _FEW_WORDS and any(map(_holds_code, {written, spaced}))


def holds_code(text: str) -> bool:
    """Whether a number of 4 to 8 digits stands anywhere in it that is none of the other kinds of number."""
    return _holds_code(_joined(plain(text).casefold()))


def names_code(text: str) -> bool:
    """Whether it speaks of one."""
    return _names_code(_WORD.findall(plain(text).casefold()))


def is_meant_as_otp(text: str) -> bool:
    """Whether a text where a code is waited for is an attempt at it, of whatever length: digits, alone or called so."""
    written = _joined(plain(text).casefold())
    words = _WORD.findall(written)
    called = not words or (len(words) <= _FEW_WORDS and _names_code(words))
    return called and bool(whole_runs(_RUN, _AMOUNT_OR_TIME.sub(" ", written)))


def says_little(text: str) -> bool:
    """Whether it says nothing but what leads up to a number: "my code is", "abeg na"."""
    return _says_little(_WORD.findall(text.casefold()))


def is_sum(text: str) -> bool:
    """Whether it is an amount and nothing else: where one is asked for, 5000 is none of the codes that it could be."""
    return bool(_SUM.fullmatch(plain(text).strip()))


def without_file_numbers(text: str) -> str:
    """The text without a business's own numbers: "customer 20260001" is no phone number that is too short."""
    return _FILE_NUMBER.sub(" ", plain(text).casefold())


def names_number(hint: str) -> bool:
    """Whether a hint says to which number the code went, and not only how long it is, or what is to be dialled."""
    return sum(map(str.isdecimal, hint)) >= _FEWEST_OF_A_NUMBER


@cache
def _heard(*entries: str) -> frozenset[str]:
    return frozenset(word for entry in entries for word in words_in_all(entry))


def _names_code(words: list[str]) -> bool:
    return not _heard("heard-code-words").isdisjoint(words)


def _says_little(words: list[str]) -> bool:
    return _heard(*_AROUND_FIGURES).issuperset(words)


def _hands_over(words: list[str]) -> bool:
    """Whether it says of figures that they were sent, or are to be used: "she sent me …"."""
    return not _heard("heard-handing-over").isdisjoint(words)


def _holds_parted(spaced: str) -> bool:
    """Whether six digits stand in it that are no amount, day or number of a file, whatever parts them."""
    return holds_of_length(_without_counted(spaced), DEFAULT_LENGTH, DEFAULT_LENGTH)


def _without_counted(spaced: str) -> str:
    unfiled = _FILE_NUMBER.sub(" ", spaced)
    return _COUNTED.sub(lambda found: found[0] if found["called"] else " ; ", unfiled)


def _with_zeros(written: str) -> str:
    """With the letter O as zero within six figures: "48o913"."""
    return _SIX_WITH_O.sub(lambda found: found[0].replace("o", "0"), written)


def _holds_code(written: str) -> bool:
    codes = _code_like(_AMOUNT_OR_TIME.sub(" ", _FILE_NUMBER.sub(" ", written)))
    return any(not (_WORD.search(written) and _YEAR_OR_SUM.fullmatch(code)) for code in codes)


# Groups of digits with single spaces or a dash between, not glued to letters or to more digits after a comma.
_RUN = re.compile(r"(?<![^\W_])[0-9]++(?:(?: ?- ?| )[0-9]++)*")
_WORD = re.compile(r"[^\W\d_]+")
_NOTHING_ELSE = re.compile(r"[0-9\s.-]+")
_NO_DIGIT = re.compile(r"[^0-9]")

_FEW_WORDS = 3
_SHORTEST = 4  # digits
_FEWEST_OF_A_NUMBER, _MOST_OF_A_NUMBER = 7, 13  # digits, of which a network may hide some
_SIX = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])")
_BESIDE_OTHERS = re.compile(r"(?:[0-9]{4}|[0-9]{6})(?:(?: ?- ?| )(?:[0-9]{4}|[0-9]{6}))+")
_SUM = re.compile(r"[1-9][0-9]{0,3}000")
_YEAR_OR_SUM = re.compile(rf"(?:19|20)[0-9]{{2}}|{_SUM.pattern}")
_START_OF_A_PHONE_NUMBER = re.compile(r"(?:0|234)[789][01][0-9]{4,}")
_AMOUNT_OR_TIME = Pattern(
    r"\b(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])\b|"  # a month
    r"(?:[₦#$]|\bngn|\bn) ?[0-9][0-9.,]*+k?|\b[0-9][0-9.,]*+ ?{heard-counted}\b|\b[0-9]++[.,:/][0-9.,:/]++"
)
_SIX_WITH_O = re.compile(r"(?<![^\W_])(?=o{0,2}[0-9])[0-9o]{6}(?![^\W_])")
_AROUND_FIGURES = ("heard-courtesies", "heard-before-figures")
# An amount, a month or a day, unless it is called the code: "482,913 naira", "250,000", "12/11/2026".
_COUNTED = Pattern(
    r"(?P<called>\b{heard-code-words}\W{0,3}(?:{heard-being}\W{1,3})?[0-9][0-9.,]*+)"
    r"|(?:[₦$]|\bngn) ?[0-9][0-9.,]*+|\bn ?[0-9]{1,3}(?:,[0-9]{3}){1,4}|\b[0-9][0-9.,]*+ ?{heard-counted}\b"
    r"|(?<![0-9,])[1-9][0-9]{0,2}(?:,[0-9]{3}){0,2},000(?!,?[0-9])"
    r"|\b(?:[0-9]{1,2}[-/.]){1,2}(?:19|20)[0-9]{2}\b|\b(?:19|20)[0-9]{2}[-/.][0-9]{1,2}\b"
)
_DAY_OR_TIME = re.compile(
    r"\b(?:0?[1-9]|[12][0-9]|3[01])([-/.])(?:0?[1-9]|1[0-2])\1[0-9]{2}\b"
    r"|(?<![0-9:])(?:[01]?[0-9]|2[0-3]):[0-5][0-9](?![0-9:])"
)
# A business's own numbers: "APP-004512", "LN-2026-0042", "ref 2026/0042", "customer 20260001". A customer's six digits
# stay a code.
_FILE_NUMBER = Pattern(
    r"\b(?:(?!{heard-code-beginnings})[a-z]{2,10}-)+[0-9]{2,10}(?:[-/][0-9]{2,10}+)+\b(?![-/][0-9]{2})"
    r"|\b(?!{heard-code-beginnings})[a-z]{2,10}-[0-9]{3,10}\b"
    r"|\b{heard-filed} ?{heard-number-of-file}?[.:#]? ?[0-9]{2,10}(?:[-/][0-9]{2,10})?\b"
    r"|\b{heard-filed-people} ?{heard-number-of-file}?[.:#]? ?[0-9]{7,10}\b"
)


def _joined(written: str) -> str:
    """A text of digits, spaces, dashes and dots as digits only: it can be nothing but one code. Others as they are."""
    return _digits(written) if _NOTHING_ELSE.fullmatch(written) else written


def _digits(run: str) -> str:
    return _NO_DIGIT.sub("", run)


def _code_like(written: str) -> Iterator[str]:
    """Also one that is written twice, or beside a line's last four digits: "4567 482913"."""
    for run in whole_runs(_RUN, written):
        if len(run) < _SHORTEST:  # most of a text that is made to be slow to read
            continue
        digits = _digits(run)
        is_phone = len(digits) <= _MOST_OF_A_NUMBER and _START_OF_A_PHONE_NUMBER.fullmatch(digits)
        if _SHORTEST <= len(digits) <= 8 and not is_phone:
            yield digits
        elif not is_phone and _BESIDE_OTHERS.fullmatch(run):
            yield from _SIX.findall(run)
