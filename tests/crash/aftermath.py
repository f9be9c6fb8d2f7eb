"""What is left once the last customer has linked and the last server was stopped in order; never what should be."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

from tests.customers import Customer
from tests.server_stage import Town


@dataclass(slots=True)
class Aftermath:
    """`status` is the last server's. The messages that a customer got are numbered from 0, as they came."""

    town: Town
    customers: list[Customer] = field(default_factory=list)
    status: int | None = None
    _under_way: dict[str, set[int]] = field(default_factory=dict)

    def note_kill(self) -> None:
        """To be told at the moment itself: what the server may not have noted is what came last, or comes just now."""
        for customer in self.customers:
            came = customer.phone.count_shown()
            self._under_way.setdefault(customer.number, set()).update({came - 1, came})

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.town.database)) as db:
            return db.execute(query).fetchall()

    def heard_at_mono(self, path: str, name: str) -> Counter[str]:
        """How often it was asked with each value of a field."""
        return Counter(json.loads(exchange.asked)[name] for exchange in self.town.wire.to(path))

    def order(self, customer: Customer) -> list[int]:
        """Where each message stands that tells it: among all that were written, or among the questions."""
        letters, shown = self._letters(), customer.phone.all_shown()
        if letters:
            return [letters[each.name] for each in shown if each.name in letters]
        return [each.prompt for each in shown if each.prompt]

    def needless_repeats(self, customer: Customer) -> set[int]:
        """The messages that came once more although they were not under way when the server was killed."""
        letters, shown = self._letters(), customer.phone.all_shown()
        if letters:
            repeated = {place for place, each in enumerate(shown) if each.name not in letters}
        else:
            repeated = {place for place, each in enumerate(shown) if each in shown[place + 1 :]}
        return repeated - self._under_way.get(customer.number, set())

    def _letters(self) -> dict[str, int]:
        """What the outbox remembers of messages that the platform reports on: the name of the copy that counts."""
        return dict(self.rows("SELECT receipt, id FROM outbox WHERE receipt IS NOT NULL"))
