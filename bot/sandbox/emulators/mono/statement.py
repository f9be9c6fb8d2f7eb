"""The statement of an account at a moment: balances and movements of its line, and what was found there since."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.sandbox.emulators.mono.accounts import MonoAccount
from bot.sandbox.emulators.mono.invented_data import InventedMovement, invent_holdings
from bot.sandbox.emulators.mono.invented_histories import InventedHistory, invent_history
from bot.sandbox.emulators.mono.lines import MAIN_BALANCE, Holding

TOP_UP = 10_000  # kobo: what every real-time reading finds that finds something


@dataclass(frozen=True, slots=True)
class StatementEntry:
    """A movement in its place: `number` counts from the oldest, `balance` is what was there after it, in kobo."""

    number: int
    movement: InventedMovement
    balance: int


def holdings_of(account: MonoAccount, now: datetime) -> tuple[Holding, ...]:
    """All balances; none while they cannot be read."""
    return _holdings(account, now) if account.has("balance", now) else ()


def main_balance_of(account: MonoAccount, now: datetime) -> int | None:
    """The kobo of the main balance; None while it cannot be read, or where there is none."""
    return _main_balance(holdings_of(account, now))


def entries_of(account: MonoAccount, now: datetime) -> Iterator[StatementEntry]:
    """All movements, newest first, with a running balance that ends in the main balance."""
    if not account.has("transactions", now):
        return
    found = [InventedMovement("credit", TOP_UP, "VTU", at) for at in account.finds(now)][::-1]
    line = account.line
    movements = found + invent_history(InventedHistory(line.history), line.phone, account.opened_at)
    balance = _main_balance(_holdings(account, now)) or 0
    for place, movement in enumerate(movements):
        yield StatementEntry(len(movements) - place, movement, balance)
        balance += movement.amount if movement.type == "debit" else -movement.amount


def _main_balance(holdings: tuple[Holding, ...]) -> int | None:
    return next((int(each.value) for each in holdings if each.name == MAIN_BALANCE), None)


def _holdings(account: MonoAccount, now: datetime) -> tuple[Holding, ...]:
    line = account.line
    held = invent_holdings(line.phone) if line.holdings is None else line.holdings
    grown = TOP_UP * sum(1 for _ in account.finds(now))
    return tuple(_grow(each, grown) for each in held) if grown else held


def _grow(holding: Holding, kobo: int) -> Holding:
    return replace(holding, value=holding.value + kobo) if holding.name == MAIN_BALANCE else holding
