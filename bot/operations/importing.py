"""Rows of a file, each of which is to become a link once. Never the file, nor what is wrong with a row of it."""

import asyncio
import json
from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.turns.programs import Answered, ProgramTurns, Unknown
from conversations.agents.programs import LinkMade, NoSuchAgent, NotSpoken, OpenAlready
from conversations.allowance import Refused
from conversations.contact import Contact
from conversations.link import Addresses, Link
from storage.operator_wishes import OrderedRow, RowMade
from storage.program_answers import AskedOnce

REMEMBERED = timedelta(days=30)  # as long as links are kept after their end
_FILES = "file"  # whose rows are known again, whoever brings them


class LinkImport:
    """Makes what an operator's file wants; `addresses` are where links lead now."""

    def __init__(self, programs: ProgramTurns, addresses: Callable[[], Addresses]) -> None:
        self._programs = programs
        self._addresses = addresses

    async def make_all(self, operator: Contact, rows: Sequence[OrderedRow]) -> tuple[RowMade, ...]:
        """What came of each, in their order. All of them share a sync; each is on disk by itself."""
        return tuple(await asyncio.gather(*(self._make(operator, row) for row in rows)))

    async def _make(self, operator: Contact, row: OrderedRow) -> RowMade:
        once = AskedOnce(_FILES, row.key, row.request, REMEMBERED)
        outcome = await self._programs.make(operator, row.order, _describe, once)
        match outcome:
            case Answered(content, again):
                return await self._tell(json.loads(content), again=again)
            case OpenAlready(link):
                return RowMade("open already", link.reference, about="there is an open link for that number")
            case Unknown(what):
                return RowMade("refused", about="; ".join(map(_say, what)))
            case Refused(limit, until):
                return RowMade("refused", about=f"{limit.name.upper()} is reached: again from {until:%H:%M} UTC on")
            case _:
                return RowMade("refused", about="what was kept of this row cannot be read")

    async def _tell(self, made: dict[str, str], *, again: bool) -> RowMade:
        """A file of links that were made before has their addresses too, while they can be opened."""
        reference, about = made["reference"], made["about"]
        seen = await self._programs.find(reference)
        result = "made before" if again else "made"
        if not seen:
            return RowMade(result, reference, about=about)
        return RowMade(result, reference, seen.link.words, self._addresses_of(seen.link), about)

    def _addresses_of(self, link: Link) -> tuple[tuple[str, str], ...]:
        if not link.token or link.is_final:
            return ()
        addresses, token = self._addresses(), link.token.reveal()
        page = (("Page", addresses.page + token),) if addresses.page else ()
        return (*page, *((brand, prefix + token) for brand, prefix in addresses.chats))


def _say(unknown: NotSpoken | NoSuchAgent) -> str:
    match unknown:
        case NotSpoken(languages):
            return f"language must be {' or '.join(languages)}"
        case NoSuchAgent():
            return "agent is no agent's name"


def _describe(made: LinkMade, _: str) -> bytes:
    """What is kept of the row: nothing of its customer."""
    return json.dumps({"reference": made.link.reference, "about": " ".join(made.notes)}).encode()
