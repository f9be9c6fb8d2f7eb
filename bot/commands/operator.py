"""Having a wish carried out: by the running service, or by the command itself where none runs. Never what is wished."""

from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from datetime import timedelta
from pathlib import Path

from msgspec import Struct

from bot.config.settings import Settings
from bot.errors import TelcolinkError
from bot.parts import Parts
from bot.ports import Clock
from bot.resources import open_resources
from storage.errors import DatabaseLocked, KeysUnfit
from storage.keys.canaries import find_misfits, newest_in_use
from storage.keys.problems import unknown_to_leader
from storage.looking import is_there, open_read_only
from storage.operator_wishes import OperatorAnswer, OperatorWish, OperatorWishes
from storage.place import ServerUrl
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction

PATIENCE = timedelta(seconds=30)  # the service looks four times a second
LOOK_EVERY = timedelta(milliseconds=20)


class ServiceSilent(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """The service that holds the database did not answer."""


class Operator(Struct, frozen=True):
    """Who acts, and on which database."""

    settings: Settings
    clock: Clock
    name: str

    @contextmanager
    def look(self) -> Iterator[tuple[Transaction, Store]]:
        """Into the database, beside whoever holds it. Raises `KeysUnfit`, storage's other errors and `OSError`."""
        keyring = self.settings.keyring()
        with open_read_only(self.settings.database_place()) as tx:
            if problems := find_misfits(tx, keyring):
                raise KeysUnfit(problems)  # with other keys nobody would be known
            yield tx, Store.under(keyring, self.settings.rules())

    async def carry_out(self, wish: OperatorWish) -> OperatorAnswer:
        """On disk when this returns. Raises `ServiceSilent`, storage's errors and `OSError`."""
        place = self.settings.database_place()
        if not is_there(place):
            raise FileNotFoundError("there is none yet")
        if isinstance(place, ServerUrl):
            check_leader_opens(self.settings.keyring(), place)
        try:
            return await self._by_itself(wish)
        except DatabaseLocked:
            if not isinstance(place, Path):  # a server is shared, but not while an earlier release leads there
                raise
            return await self._by_the_service(wish, place)

    async def _by_itself(self, wish: OperatorWish) -> OperatorAnswer:
        """What follows is sent as far as that can be done at once, the rest when the service starts. Beside a server
        all is left to the service that leads: two that send the same would both be heard.
        """
        alone = isinstance(self.settings.database_place(), Path)
        async with AsyncExitStack() as stack:
            resources = await open_resources(stack, self.settings, self.clock, (), patience=timedelta())
            parts = Parts.of(resources)
            stack.push_async_callback(parts.service.finish)
            if not alone:
                parts.service.dispatcher.leave_sending()
            answer = await parts.operators.carry_out(wish)
            if wish.targets and alone:
                await parts.service.dispatcher.adopt()
            return answer

    async def _by_the_service(self, wish: OperatorWish, file: Path) -> OperatorAnswer:
        wishes = OperatorWishes.beside(self.settings.keyring(), file)
        wishes.make(wish)
        try:
            return await self._answer_to(wishes, wish)
        except BaseException:
            wishes.withdraw(wish.id)
            raise

    async def _answer_to(self, wishes: OperatorWishes, wish: OperatorWish) -> OperatorAnswer:
        until = self.clock.now() + PATIENCE
        while (answer := wishes.read_answer(wish.id)) is None:
            if self.clock.now() >= until:
                raise ServiceSilent(_silence(withdrawn=wishes.withdraw(wish.id)))
            await self.clock.sleep(LOOK_EVERY.total_seconds())
        return answer


def check_leader_opens(keyring: Keyring, place: ServerUrl) -> None:
    """Raises `KeysUnfit` where whoever leads on a server could not open what a command seals there."""
    with open_read_only(place) as tx:
        if newest_in_use(tx, keyring) != keyring.ids[0]:
            raise KeysUnfit([unknown_to_leader(keyring.ids[0])])


def _silence(*, withdrawn: bool) -> str:
    if withdrawn:
        return "Another process holds the database and did not answer: nothing was done. Is it the service?"
    return (
        "The service took the wish and did not answer: it may be done yet. Does it have the same ENCRYPTION_KEYS?"
        " `telcolink audit` shows whether it was."
    )
