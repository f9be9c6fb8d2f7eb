"""Operators at the command line beside a real server, or without one. Never what must come of it."""

import argparse
import asyncio
from dataclasses import dataclass, field

from bot.commands.customers import command
from bot.config.reading import read_settings
from bot.config.settings import Settings
from conversations.agents.turn import Act
from conversations.phone import PhoneNumber
from storage.audit import AuditEntry
from storage.consents import Evidence
from storage.customers import Customer as Found
from storage.customers import find_by_number
from storage.ledger_head import Head
from storage.looking import open_read_only
from storage.noted_heads import NotedHeads
from storage.store import Store
from tests.customers import Customer
from tests.phones import Phone
from tests.server_stage import Town

OPERATOR = "Ngozi Okafor"


@dataclass(slots=True)
class Desk:
    """Where an operator sits, since so many acts were done. `confirms` is what they say when they are asked."""

    town: Town
    confirms: bool = True
    since: int = 0
    asked: list[str] = field(default_factory=list)

    @property
    def settings(self) -> Settings:
        return read_settings(self.town.server.settings, needs_channel=False)

    @property
    def store(self) -> Store:
        return Store.under(self.settings.keyring(), self.settings.rules())

    async def types(self, *words: str) -> int:
        """`telcolink customers …`; its exit status."""
        parser = argparse.ArgumentParser()
        command.add_arguments(parser)
        options = parser.parse_args([*words, "--as", OPERATOR])
        return await asyncio.to_thread(command.main, options, self.settings, None, self._confirm)

    def acts(self) -> list[tuple[str, str, str]]:
        """What operators did, in whose name, and about what; oldest first."""
        with open_read_only(self.settings.database_place()) as tx:
            entries = [entry for _, entry in self.store.audit.ledger.entries(tx) if entry]
        acts = [(each.name, each.act.value, each.about) for each in reversed(entries) if _is_operators(each)]
        return acts[self.since :]

    def evidence(self) -> list[Evidence]:
        with open_read_only(self.settings.database_place()) as tx:
            return [entry for _, entry in self.store.consents.ledger.entries(tx) if entry]

    def receipt_of(self, customer: Customer) -> str:
        return self.found(customer).lines[0].claim.agreement.reference

    def found(self, customer: Customer) -> Found:
        with open_read_only(self.settings.database_place()) as tx:
            return find_by_number(tx, self.store, PhoneNumber(f"+234{customer.number[1:]}"), ())[0]

    def missed(self) -> dict[str, Head]:
        """What the place of the database remembers and it does not hold."""
        with open_read_only(self.settings.database_place()) as tx:
            return NotedHeads.beside(self.town.database).not_held(tx, self.store.ledgers)

    def linked(self) -> int:
        """How many lines can be read."""
        with open_read_only(self.settings.database_place()) as tx:
            return len(self.store.accounts.all(tx))

    def unlinked_at_provider(self) -> int:
        return sum(call.path.endswith("/unlink") for call in self.town.mono.journal.calls)

    def _confirm(self, question: str) -> bool:
        self.asked.append(question)
        return self.confirms


def arrive(town: Town, phone: Phone, number: str) -> Customer:
    return Customer(phone, town.mono, number)


async def hears(customer: Customer, words: str) -> str:
    """What the customer is told next that has these words."""
    while words not in (shown := await customer.next()).text:
        pass
    return shown.text


def _is_operators(entry: AuditEntry) -> bool:
    return entry.contact.channel == "operator" and entry.act in Act
