"""A transaction that counts what it gave to who asked. Never an expectation."""

from collections.abc import Sequence
from typing import Any

from storage.transaction import Rows, Transaction


class HandedOver:
    """How many statements were asked, and how many rows came of them; of a file they come as they are asked for."""

    def __init__(self, tx: Transaction) -> None:
        self.put, self.find, self.find_each, self.executemany = tx.put, tx.find, tx.find_each, tx.executemany
        self.next_number, self.has_table, self.part = tx.next_number, tx.has_table, tx.part
        self.statements = 0
        self.rows = 0
        self._tx = tx

    def execute(self, statement: str, values: Sequence[Any] = ()) -> Rows:
        given = self._tx.execute(statement, values)
        self.statements += 1
        self.rows += max(0, given.rowcount) if statement.startswith("SELECT") else 0
        return given
