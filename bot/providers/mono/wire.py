"""The shapes of Mono's bodies in both API families, as pydantic models; never what our side calls things.

Names come in snake and camel case, identifiers as `id` and `_id`, numbers also as text, and unknown fields always. What
we need must have its type; what may be missing is None when it is not what it should be (`Lenient`).
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AliasChoices,
    AliasGenerator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    WrapValidator,
)
from pydantic.alias_generators import to_camel

from conversations.account import DataStatus, Direction
from conversations.lagos import date_in_lagos

T = TypeVar("T")

LARGEST_AMOUNT = 10**15  # kobo: more than any line holds, and far below where a number costs memory
_CLOCK_TIME = re.compile(r"[T ]\d\d:.*")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")  # by far the most, and read the fastest
# 17-Jun-1994 is how Nigeria's bank registers write a birth date.
_DATE_FORMS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y", "%Y/%m/%d", "%d-%b-%Y", "%d %b %Y", "%d %B %Y")


def _none_when_wrong(value: object, validate: Callable[[object], T]) -> T | None:
    try:
        return validate(value)
    except ValidationError:
        return None


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


def _mend(value: object) -> object:
    # A text that was cut in the middle of an emoji ends in half a character, which is no text to pydantic.
    return value.encode("utf-8", "ignore").decode() if isinstance(value, str) else value


def _round_amount(value: Decimal) -> Decimal:
    # Six decimals are finer than a byte of a megabyte; adding zero undoes the exponent that normalizing gives.
    return round(value, 6).normalize() + 0


def _day_of_moment(text: str) -> date | None:
    """The day in Lagos of a moment in UTC: a midnight there may be written so, an hour before it."""
    try:
        moment = datetime.fromisoformat(text)
        return date_in_lagos(moment) if moment.utcoffset() == timedelta() else None
    except (ValueError, OverflowError):
        return None


def _read_date(value: object) -> date:
    text = value.strip() if isinstance(value, str) else ""
    if day := _day_of_moment(text):
        return day
    text = _CLOCK_TIME.sub("", text)
    if _ISO.fullmatch(text):
        return date.fromisoformat(text)
    for form in _DATE_FORMS:
        try:
            return datetime.strptime(text, form).replace(tzinfo=UTC).date()
        except ValueError:
            continue
    raise ValueError("not a date")


def _to_utc(moment: datetime) -> datetime:
    try:
        in_utc = (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
        date_in_lagos(in_utc)  # where it is shown
    except OverflowError:
        raise ValueError("outside the calendar") from None
    return in_utc


def _as_rows(value: object) -> object:
    return [] if value is None else [value] if isinstance(value, dict) else value


Lenient = Annotated[T | None, WrapValidator(_none_when_wrong)]
Word = Annotated[str | None, WrapValidator(_none_when_wrong), BeforeValidator(_mend)]
Opaque = Annotated[str, StringConstraints(pattern=r"^[\x21-\x7e]{1,512}$")]  # may go into a header
Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,128}$")]  # may go into a path
Amount = Annotated[Decimal, Field(ge=-LARGEST_AMOUNT, le=LARGEST_AMOUNT), AfterValidator(_round_amount)]
Status = Annotated[DataStatus, BeforeValidator(_lower)]
CodeLength = Annotated[int, Field(ge=1, le=32)]
Birthday = Annotated[date, BeforeValidator(_read_date), Field(ge=date(1900, 1, 1))]  # before: a program's zero
Instant = Annotated[datetime, AfterValidator(_to_utc)]


def _spellings(name: str) -> AliasChoices:
    return AliasChoices(name, to_camel(name), f"_{name}")


class MonoModel(BaseModel):
    """A JSON object of Mono's. Its errors never show the input."""

    model_config = ConfigDict(
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        alias_generator=AliasGenerator(validation_alias=_spellings),
    )


class OtpField(MonoModel):
    """The one form field that a chat can fill in; any other kind or name is an error."""

    type: Annotated[Literal["elements.input"], BeforeValidator(_lower)]
    name: Annotated[Literal["otp"], BeforeValidator(_lower)]
    hint: Word = None
    min_length: Lenient[CodeLength] = None
    max_length: Lenient[CodeLength] = None


class Prompt(MonoModel):
    """What the customer is to fill in: one field at most. Mono's table calls `form` an object, its sample a list."""

    form: Annotated[tuple[OtpField, ...], BeforeValidator(_as_rows), Field(max_length=1)] = ()


class LogIn(MonoModel):
    """`telecom/auth`."""

    session_id: Opaque
    result: Prompt | None = None


class Verified(MonoModel):
    """`telecom/verify`."""

    code: Opaque


class Named(MonoModel):
    """Anything that is known by an ID: the exchange, the account of a webhook."""

    id: Identifier


class Meta(MonoModel):
    """How far the data is."""

    data_status: Status | None = None
    retrieved_data: Lenient[tuple[str, ...]] = None


class PostedMeta(Meta):
    """The same in a webhook, and how the sync ended: a status that we do not know must not hide that."""

    data_status: Lenient[Status] = None
    sync_status: Word = None


class Details(MonoModel):
    """`accounts/{id}`."""

    meta: Meta | None = None


class Person(MonoModel):
    """`accounts/{id}/identity`. BVN, address and the rest are not read, so that they cannot be kept."""

    full_name: Word = None
    gender: Word = None
    dob: Lenient[Birthday] = None


class Bundle(MonoModel):
    """One row of `accounts/{id}/balances`."""

    name: Word = None
    type: Annotated[Word, BeforeValidator(_lower)] = None
    value: Amount
    unit: Annotated[Word, BeforeValidator(_lower)] = None


class MainBalance(MonoModel):
    """`v2/accounts/{id}/balance`."""

    name: Word = None
    balance: Amount | None
    currency: Word = None


class Movement(MonoModel):
    """One row of `accounts/{id}/transactions`."""

    id: Lenient[Identifier] = None
    type: Annotated[Direction, BeforeValidator(_lower)]
    amount: Amount
    narration: Word = None
    date: Instant
    currency: Word = None
    balance: Lenient[Amount] = None


class Paging(MonoModel):
    """Where a page stands; `next` is only looked at, never followed."""

    next: Word = None
    total: Lenient[int] = None


class Movements(MonoModel):
    """`accounts/{id}/transactions`, whose paging has a name of its own in each family."""

    data: tuple[Lenient[Movement], ...] | None
    paging: Lenient[Paging] = Field(None, validation_alias=AliasChoices("paging", "meta"))
