"""Invented histories of a line, each the same for a number every time: lifelike, none, hostile, endless. All ours."""

import random
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from bot.sandbox.emulators.mono.invented_data import InventedMovement, invent_movements

LIFELIKE_DAYS = 230  # more than six months, wherever in a month one looks
MANY = 10_000
HOSTILE_AMOUNTS = (10**15, -150_000, 0, 10**40, 1)
HOSTILE_NARRATIONS = (
    *("*6GB* _Weekly_ `Plan`", "<b>1GB</b> &amp; plan <script>", "\u202eevil\u202c data bundle\u200b\x00", "{0} %s $x"),
    *('=cmd|" /C calc"!A0', "Ade" * 200, "", "XtraTime\n\nRecovery", "https://example.com/1GB plan"),
)


class InventedHistory(StrEnum):
    """What moved on a line before it was linked."""

    MONTH = "month"  # 25 movements
    LIFELIKE = "lifelike"
    NONE = "none"
    HOSTILE = "hostile"
    ENDLESS = "endless"


def invent_history(kind: InventedHistory, phone: str, opened_at: datetime) -> list[InventedMovement]:
    """Newest first."""
    return sorted(_HISTORIES[kind](phone, opened_at), key=lambda each: each.at, reverse=True)


def _lifelike(phone: str, opened_at: datetime) -> Iterator[InventedMovement]:
    """Data every week, calls on most days, top-ups when they are needed, a loan at the end of some months."""
    chance = random.Random(phone)
    for days in range(1, LIFELIKE_DAYS):
        at = opened_at - timedelta(days=days, minutes=chance.randint(0, 600))
        weekday, day = at.weekday(), at.day
        if chance.random() < 0.7:
            yield InventedMovement("debit", 50 * chance.randint(8, 500), "Call charges", at)
        if chance.random() < 0.2:
            yield InventedMovement("debit", 400 * chance.randint(1, 4), "SMS charge", at - timedelta(minutes=5))
        if weekday == 4:
            yield InventedMovement("debit", 150_000, "6GB Weekly Plan", at - timedelta(minutes=9))
            yield InventedMovement("credit", 200_000, "VTU", at - timedelta(minutes=30))
        if weekday in (1, 6) and chance.random() < 0.8:
            yield InventedMovement("credit", 50_000 * chance.randint(1, 3), "VTU", at - timedelta(minutes=40))
        if day == 2 and at.month % 2:
            yield InventedMovement("debit", 500_000, "20GB Monthly Plan", at - timedelta(minutes=50))
            yield InventedMovement("credit", 500_000, "Airtime transfer", at - timedelta(minutes=70))
        if day == 26:
            yield InventedMovement("credit", 42_500, "XtraTime", at)
            yield InventedMovement("debit", 50_000, "XtraTime Recovery", at + timedelta(days=3))
        if day == 15:
            yield InventedMovement("debit", 5_000, "Caller tune renewal", at)


def _none(_: str, __: datetime) -> Iterator[InventedMovement]:
    return iter(())


def _hostile(_: str, opened_at: datetime) -> Iterator[InventedMovement]:
    for place, narration in enumerate(HOSTILE_NARRATIONS * 3):
        amount = HOSTILE_AMOUNTS[place % len(HOSTILE_AMOUNTS)]
        at = opened_at - timedelta(hours=40 * place - 100)  # the first of them are still to come
        yield InventedMovement("credit" if place % 4 == 3 else "debit", amount, narration, at)


def _endless(_: str, opened_at: datetime) -> Iterator[InventedMovement]:
    for place in range(MANY):
        narration = f"Call charges {place}" if place % 5 else "1GB Daily Plan"
        yield InventedMovement("debit", 100 + place, narration, opened_at - timedelta(minutes=25 * (place + 1)))


_HISTORIES: Mapping[InventedHistory, Callable[[str, datetime], Iterator[InventedMovement] | list[InventedMovement]]] = {
    InventedHistory.MONTH: invent_movements,
    InventedHistory.LIFELIKE: _lifelike,
    InventedHistory.NONE: _none,
    InventedHistory.HOSTILE: _hostile,
    InventedHistory.ENDLESS: _endless,
}
