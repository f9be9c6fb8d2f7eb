"""Invented people, balances and transactions, the same for a number every time. All of it is ours."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.emulators.mono.answers import iso
from bot.emulators.mono.networks import international
from bot.emulators.mono.numbers import Line

WOMEN = ("ADAEZE", "AISHA", "BOLANLE", "CHIAMAKA", "FUNKE", "HALIMA", "NGOZI", "ZAINAB")
MEN = ("CHINEDU", "EMEKA", "IBRAHIM", "KUNLE", "MUSA", "SEGUN", "TUNDE", "YAKUBU")
MIDDLE = ("NKEMDILIM", "OLUWASEUN", "ABIODUN", "IFEOMA", "BALA", "EFE")
FAMILIES = ("OKONJI", "BELLO", "ADEYEMI", "EZE", "YUSUF", "OKAFOR", "LAWAL", "EKPO", "DANJUMA", "ALABI")
PURCHASES = (
    ("6GB Weekly Plan", 150000),
    ("1.5GB Daily Plan", 50000),
    ("Call charges", 4200),
    ("20GB Monthly Plan", 500000),
)
TOP_UPS = (("VTU", 100000), ("VTU", 50000), ("Airtime transfer", 20000))
MOVEMENTS = 25
APART = timedelta(hours=31)


def identity_of(line: Line, now: datetime) -> dict[str, Any] | None:
    """Who owns the line, with the fields of both families; None where the network does not say."""
    if line.person is None:
        return None
    seed = _seed(line.phone)
    woman = seed[0] % 2 == 0
    name = f"{_pick(WOMEN if woman else MEN, seed[1])} {_pick(MIDDLE, seed[2])} {_pick(FAMILIES, seed[3])}"
    born = f"{1960 + seed[4] % 42}-{1 + seed[5] % 12:02}-{1 + seed[6] % 28:02}"
    invented = {"fullName": name, "gender": "female" if woman else "male", "dob": born}
    person = invented | dict(line.person)
    if person["dob"] == "12-years":
        person["dob"] = f"{now.year - 12}-01-15"
    return person


def balances_of(line: Line) -> list[Mapping[str, Any]]:
    """What is on the line, in the shapes of the balances page: kobo, decimal gigabytes, minutes."""
    if line.balances is None:
        return []
    if line.balances:
        return list(line.balances)
    seed = _seed(line.phone)
    return [
        {"name": "Main Balance", "type": "currency", "value": 100 * seed[7] + 123450, "unit": "ngn"},
        {"name": "Airtime Bonus", "type": "currency", "value": 5000 * (1 + seed[8] % 9), "unit": "ngn"},
        {"name": "Data Bundle", "type": "data", "value": 1.5 + seed[9] % 8, "unit": "gb"},
        {"name": "GoodyBag Social Bundle", "type": "data", "value": 0.25, "unit": "gb"},
        {"name": "Roaming Bundle", "type": "voice", "value": 30, "unit": "minutes"},
    ]


def main_balance_of(line: Line) -> int:
    """The kobo of the main balance, 0 where there is none."""
    return next((int(each["value"]) for each in balances_of(line) if each["name"] == "Main Balance"), 0)


def transactions_of(line: Line, opened_at: datetime) -> Iterator[dict[str, Any]]:
    """Movements back from the day of linking, newest first; the running balance fits them."""
    balance = main_balance_of(line)
    if line.balances is None:
        return
    for place in range(MOVEMENTS):
        credit = place % 3 == 2
        narration, amount = _pick(TOP_UPS if credit else PURCHASES, _seed(line.phone)[place % 16] + place)
        yield {
            "type": "credit" if credit else "debit",
            "amount": amount,
            "narration": narration,
            "balance": balance,
            "date": iso(opened_at - APART * (place + 1)),
        }
        balance += -amount if credit else amount


def details_of(line: Line, account: str) -> dict[str, Any]:
    """The account fields that both families share."""
    return {
        "id": account,
        "network": (line.network or "").capitalize(),
        "number": international(line.phone),
        "balance": main_balance_of(line),
    }


def _seed(phone: str) -> bytes:
    return hashlib.sha256(phone.encode()).digest()


def _pick(choices: Any, number: int) -> Any:
    return choices[number % len(choices)]
