"""Invented people, balances and movements, the same for a number every time. All of it is ours."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, TypeVar

from bot.sandbox.emulators.mono.lines import MAIN_BALANCE, EmulatedLine, Holding

T = TypeVar("T")

_WOMEN = ("ADAEZE", "AISHA", "BOLANLE", "CHIAMAKA", "FUNKE", "HALIMA", "NGOZI", "ZAINAB")
_MEN = ("CHINEDU", "EMEKA", "IBRAHIM", "KUNLE", "MUSA", "SEGUN", "TUNDE", "YAKUBU")
_MIDDLE = ("NKEMDILIM", "OLUWASEUN", "ABIODUN", "IFEOMA", "BALA", "EFE")
_FAMILIES = ("OKONJI", "BELLO", "ADEYEMI", "EZE", "YUSUF", "OKAFOR", "LAWAL", "EKPO", "DANJUMA", "ALABI")
_PURCHASES = (
    ("6GB Weekly Plan", 150_000),
    ("1.5GB Daily Plan", 50_000),
    ("Call charges", 4_200),
    ("20GB Monthly Plan", 500_000),
)
_TOP_UPS = (("VTU", 100_000), ("VTU", 50_000), ("Airtime transfer", 20_000))
_MOVEMENTS = 25
_APART = timedelta(hours=31)


class InventedMovement(NamedTuple):
    """Airtime that came or went; `amount` in kobo."""

    type: Literal["credit", "debit"]
    amount: int
    narration: str
    at: datetime


def invent_person(line: EmulatedLine, today: datetime) -> Mapping[str, str | None]:
    """Who owns the line: `fullName`, `gender`, `dob` (`YYYY-MM-DD`), where the line does not say otherwise."""
    seed = _seed(line.phone)
    woman = seed[0] % 2 == 0
    name = f"{_pick(_WOMEN if woman else _MEN, seed[1])} {_pick(_MIDDLE, seed[2])} {_pick(_FAMILIES, seed[3])}"
    year = 1960 + seed[4] % 42 if line.age is None else today.year - line.age
    born = f"{year}-01-01" if line.age is not None else f"{year}-{1 + seed[5] % 12:02}-{1 + seed[6] % 28:02}"
    person = {"fullName": name, "gender": "female" if woman else "male", "dob": born}
    return {**person, **line.person}


def invent_holdings(phone: str) -> tuple[Holding, ...]:
    """What was on the line on the day of linking."""
    seed = _seed(phone)
    return (
        Holding(MAIN_BALANCE, "currency", 100 * seed[7] + 123_450, "ngn"),
        Holding("Airtime Bonus", "currency", 5_000 * (1 + seed[8] % 9), "ngn"),
        Holding("Data Bundle", "data", 1.5 + seed[9] % 8, "gb"),
        Holding("GoodyBag Social Bundle", "data", 0.25, "gb"),
        Holding("Roaming Bundle", "voice", 30, "minutes"),
    )


def invent_movements(phone: str, opened_at: datetime) -> list[InventedMovement]:
    """What happened on the line before it was linked, newest first."""
    return [_invent_movement(phone, place, opened_at - _APART * (place + 1)) for place in range(_MOVEMENTS)]


def _invent_movement(phone: str, place: int, at: datetime) -> InventedMovement:
    is_credit = place % 3 == 2
    narration, amount = _pick(_TOP_UPS if is_credit else _PURCHASES, _seed(phone)[place % 16] + place)
    return InventedMovement("credit" if is_credit else "debit", amount, narration, at)


def _seed(phone: str) -> bytes:
    return hashlib.sha256(phone.encode()).digest()


def _pick(choices: Sequence[T], number: int) -> T:
    return choices[number % len(choices)]
