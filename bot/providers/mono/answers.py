"""Mono's answers read into our words: each reader takes the JSON of one; never HTTP, never a refusal.

Every reader raises ValueError for JSON in no known shape, and takes None, or `data: null`, as "nothing there yet" where
that is possible. v2 wraps what it says in `data`; v1 mostly does not.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from operator import attrgetter

from pydantic import TypeAdapter

from bot.providers.mono.wire import (
    Bundle,
    Details,
    Lenient,
    LogIn,
    MainBalance,
    Movement,
    Movements,
    Named,
    OtpField,
    Paging,
    Person,
    Verified,
)
from bot.providers.port import OtpChallenge
from conversations.account import (
    AccountDetails,
    Balance,
    DataStatus,
    Identity,
    LineTransaction,
    Money,
    Quantity,
    TransactionPage,
    Unit,
    clean,
    tidy_name,
)
from conversations.otp import DEFAULT_LENGTH, OtpForm, names_number
from conversations.secret import AccountId, ExchangeCode, SessionReference

MOST_BALANCES = 50  # a chat message holds no more
_UNITS: Mapping[str, Unit] = {
    "gb": Unit.GIGABYTE,
    **dict.fromkeys(("minutes", "minute", "mins", "min"), Unit.MINUTE),
    **dict.fromkeys(("sms", "messages", "message"), Unit.MESSAGE),
}
_GENDERS: Mapping[str, str] = {"f": "female", "m": "male"}
_bundles = TypeAdapter(tuple[Lenient[Bundle], ...])


def read_challenge(content: object, usual: int = DEFAULT_LENGTH) -> OtpChallenge:
    """`usual` is how long a code is of which the form says nothing."""
    log_in = LogIn.model_validate(_unwrap(content))
    fields = log_in.result.form if log_in.result else ()
    form = _read_form(fields[0], usual) if fields else OtpForm(usual, usual)
    return OtpChallenge(SessionReference(log_in.session_id), form)


def _read_form(field: OtpField, usual: int) -> OtpForm:
    hint = "" if names_number(field.hint or "") else clean(field.hint or "")
    longest = field.max_length or max(usual, field.min_length or 0)
    shortest = field.min_length or min(usual, longest)
    return OtpForm(shortest, longest, hint) if shortest <= longest else OtpForm(usual, usual, hint)


def read_code(content: object) -> ExchangeCode:
    return ExchangeCode(Verified.model_validate(_unwrap(content)).code)


def read_account_id(content: object) -> AccountId:
    return AccountId(Named.model_validate(_unwrap(content)).id)


def read_details(content: object) -> AccountDetails:
    inner = _unwrap(content)
    meta = None if inner is None else Details.model_validate(inner).meta
    if meta is None or meta.data_status is None:
        return AccountDetails(DataStatus.PROCESSING)
    held = meta.retrieved_data
    return AccountDetails(meta.data_status, None if held is None else frozenset(clean(one).lower() for one in held))


def read_identity(content: object) -> Identity | None:
    inner = _unwrap(content)
    if inner is None:
        return None
    person = Person.model_validate(inner)
    gender = clean(person.gender or "", 16).lower()
    identity = Identity(tidy_name(person.full_name or "") or None, _GENDERS.get(gender, gender) or None, person.dob)
    return None if identity == Identity() else identity


def read_balances(content: object) -> tuple[Balance, ...] | None:
    """Rows that cannot be read are left out; no rows are no balances."""
    match _unwrap(content) or None:
        case None | {"bundles": None}:
            return None
        case list(rows) | {"bundles": rows}:
            bundles = _bundles.validate_python(rows)
            return tuple(_read_bundle(row) for row in bundles if row)[:MOST_BALANCES] or None
        case {"balance": _} as main:
            return _read_main_balance(MainBalance.model_validate(main))
    raise ValueError("balances in no known shape")


def _read_bundle(bundle: Bundle) -> Balance:
    return Balance(clean(bundle.name or ""), _read_amount(bundle))


def _read_amount(bundle: Bundle) -> Money | Quantity:
    unit = bundle.unit or ""
    if bundle.type == "currency" or unit == "ngn":
        return _to_money(bundle.value, unit)  # kobo, although the unit says naira
    if unit in _UNITS:
        return Quantity(bundle.value, _UNITS[unit])
    return Quantity(bundle.value, Unit.OTHER, clean(unit or bundle.type or "", 16))


def _read_main_balance(main: MainBalance) -> tuple[Balance, ...] | None:
    if main.balance is None:
        return None
    return (Balance(clean(main.name or ""), _to_money(main.balance, main.currency)),)


def read_transactions(content: object, *, page: int, limit: int) -> TransactionPage:
    """All of them, whatever was asked for; rows that cannot be read are left out, and counted."""
    movements = Movements.model_validate(content)
    read = [_read_movement(row) for row in movements.data or () if row]
    rows = sorted(read, key=attrgetter("at"), reverse=True)
    unread = len(movements.data or ()) - len(read)
    more = bool(rows or unread) and _has_more(movements.paging, page * limit)
    return TransactionPage(tuple(rows), page, more, unread, movements.paging.total if movements.paging else None)


def _read_movement(row: Movement) -> LineTransaction:
    money = _to_money(row.amount, row.currency)
    after = None if row.balance is None else _to_money(row.balance, row.currency)
    return LineTransaction(row.type, money, clean(row.narration or ""), row.date, row.id or "", after)


def _has_more(paging: Paging | None, shown: int) -> bool:
    return paging is not None and (bool(paging.next) or (paging.total or 0) > shown)


def _to_money(amount: Decimal, currency: str | None) -> Money:
    known = re.fullmatch(r"[A-Za-z]{3}", currency or "")
    kobo = round(amount)  # halves go to the even side
    return Money(kobo, known[0].upper()) if known else Money(kobo)


def _unwrap(content: object) -> object:
    return content["data"] if isinstance(content, dict) and "data" in content else content
