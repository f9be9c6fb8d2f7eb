"""What is left once the last customer has linked and the last server was stopped in order; never what should be."""

import json
import shutil
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from storage.lookup import of_delivery
from storage.sealing import Keyring
from tests.customers import Customer
from tests.server_stage import Town


@dataclass(slots=True)
class Aftermath:
    """`status` is the last server's. The messages that a customer got are numbered from 0, as they came."""

    town: Town
    customers: list[Customer] = field(default_factory=list)
    status: int | None = None
    forgotten: set[str] = field(default_factory=set)  # messages that were not on disk although Twilio was told so
    _under_way: dict[str, set[int]] = field(default_factory=dict)

    def note_kill(self) -> None:
        """To be told at the moment itself: what the server may not have noted is what came last, or comes just now."""
        for customer in self.customers:
            came = customer.phone.count_shown()
            self._under_way.setdefault(customer.number, set()).update({came - 1, came})

    def note_disk(self) -> None:
        """To be told while there is no server. A copy is looked at: who looks puts in order what a crash has left."""
        with TemporaryDirectory() as folder:
            for file in self.town.database.parent.glob(f"{self.town.database.name}*"):
                shutil.copy(file, folder)
            taken = _rows(Path(folder) / self.town.database.name, "SELECT id FROM inbound_ids")
        keyring = Keyring.parse(self.town.server.settings["ENCRYPTION_KEYS"])
        known = {of_delivery(keyring, "whatsapp", sid): sid for sid in acknowledged(self.town)}
        self.forgotten |= {sid for key, sid in known.items() if (key,) not in taken}

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return _rows(self.town.database, query)

    def heard_at_mono(self, path: str, name: str) -> Counter[str]:
        """How often it was asked with each value of a field."""
        return Counter(json.loads(exchange.asked)[name] for exchange in self.town.wire.to(path))

    def texts_at_twilio(self) -> list[str]:
        """What Twilio still knows of what was said to people."""
        people = self.town.whatsapp.emulator.state.people.everybody()
        return [message.body for person in people for message in person.chat if not message.inbound]

    def order(self, customer: Customer) -> list[int]:
        """Where each message stands that tells it: among all that were written, or among the questions."""
        messages, shown = self._letters(), customer.phone.all_shown()
        if messages:
            return [messages[each.name] for each in shown if each.name in messages]
        return [each.prompt for each in shown if each.prompt]

    def needless_repeats(self, customer: Customer) -> set[int]:
        """The messages that came once more although they were not under way when the server was killed."""
        messages, shown = self._letters(), customer.phone.all_shown()
        if messages:
            repeated = {place for place, each in enumerate(shown) if each.name not in messages}
        else:
            repeated = {place for place, each in enumerate(shown) if each in shown[place + 1 :]}
        return repeated - self._under_way.get(customer.number, set())

    def _letters(self) -> dict[str, int]:
        """What the outbox remembers of messages that the platform reports on: the name of the copy that counts."""
        return dict(self.rows("SELECT receipt, id FROM outbox WHERE receipt IS NOT NULL"))


def acknowledged(town: Town) -> set[str]:
    """The messages of which Twilio was told that they were received."""
    posted = town.whatsapp.emulator.journal.posted
    return {each.message_sid for each in posted if each.kind == "message" and each.status == 200}


def _rows(database: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(database)) as db:
        return db.execute(query).fetchall()
