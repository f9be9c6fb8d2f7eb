"""The real Mono client against the emulated Mono over HTTP: what is read of a linked line."""

from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal

import pytest
import pytest_asyncio
from msgspec.structs import astuple

from bot.errors import ProviderSilent
from bot.providers.mono.routes import Family
from conversations.account import AccountDetails, Balance, DataStatus, Identity, LineTransaction, Money, Quantity, Unit
from tests.bot.providers.emulated_mono_stage import FAMILIES, Hall, open_hall
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")

MAIN = Balance("Main Balance", Money(125_750))
BALANCES = (
    MAIN,
    Balance("Airtime Bonus", Money(5_000)),
    Balance("Data Bundle", Quantity(Decimal("3.5"), Unit.GIGABYTE)),
    Balance("GoodyBag Social Bundle", Quantity(Decimal("0.25"), Unit.GIGABYTE)),
    Balance("Roaming Bundle", Quantity(Decimal(30), Unit.MINUTE)),
)
KUNLE = Identity("Kunle Oluwaseun Eze", "male", date(1989, 9, 9))
ALL = frozenset({"identity", "balance", "transactions"})
DETAILS = {
    "happy-mtn": (DataStatus.AVAILABLE, ALL),
    "processing-forever": (DataStatus.PROCESSING, frozenset()),
    "no-identity": (DataStatus.AVAILABLE, ALL - {"identity"}),
    "no-balances": (DataStatus.PARTIAL, ALL - {"balance"}),
    "partial": (DataStatus.PARTIAL, frozenset({"balance"})),
    "unavailable": (DataStatus.UNAVAILABLE, frozenset()),
    "failed": (DataStatus.FAILED, frozenset()),
}
MAIN_BALANCES = {"empty": 0, "borrowed": -25_000, "many-balances": 41_250}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall() -> AsyncIterator[Hall]:
    async with open_hall() as hall:
        yield hall


@for_every("family", FAMILIES)
@for_every("name", DETAILS)
async def test_the_details_say_how_far_the_data_is(hall: Hall, name: str, family: Family) -> None:
    stage = hall.open_stage(family)
    status, retrieved = DETAILS[name]
    details = await stage.mono.fetch_details(await stage.link(name))
    assert details == AccountDetails(status, retrieved if family is Family.V2 else None)


@for_every("family", FAMILIES)
@for_every("name", DETAILS)
async def test_what_a_line_does_not_give_is_nothing_and_no_error(hall: Hall, name: str, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link(name)
    held = DETAILS[name][1]
    assert (await stage.mono.fetch_identity(account) is not None) == ("identity" in held)
    assert (await stage.mono.fetch_balances(account) is not None) == ("balance" in held)
    assert bool((await stage.mono.fetch_transactions(account)).transactions) == ("transactions" in held)
    assert (stage.count("/telecom/auth"), stage.count("/telecom/verify")) == (1, 1)


@pytest.mark.parametrize("family", FAMILIES)
async def test_a_happy_line_is_read_whole(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link()
    assert await stage.mono.fetch_identity(account) == KUNLE
    assert await stage.mono.fetch_balances(account) == ((MAIN,) if family is Family.V2 else BALANCES)


@pytest.mark.parametrize("family", FAMILIES)
async def test_a_line_that_is_processed_is_read_once_it_is_ready(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link("processing")
    assert (await stage.mono.fetch_details(account)).status is DataStatus.PROCESSING
    assert await stage.mono.fetch_balances(account) is None
    stage.emulator.advance(30)
    assert (await stage.mono.fetch_details(account)).status is DataStatus.AVAILABLE
    assert await stage.mono.fetch_balances(account)


@for_every("family", FAMILIES)
@for_every("name", MAIN_BALANCES)
async def test_a_main_balance_may_be_nothing_or_less(hall: Hall, name: str, family: Family) -> None:
    stage = hall.open_stage(family)
    balances = await stage.mono.fetch_balances(await stage.link(name))
    assert balances
    assert balances[0].amount == Money(MAIN_BALANCES[name])
    assert len(balances) <= 50


@for_every("family", FAMILIES)
@for_every("name", ["hostile-name", "half-name"])
async def test_a_name_may_hold_anything_and_is_shown_without_harm(hall: Hall, name: str, family: Family) -> None:
    stage = hall.open_stage(family)
    identity = await stage.mono.fetch_identity(await stage.link(name))
    assert identity
    assert identity.full_name
    assert identity.full_name.isprintable()
    assert len(identity.full_name) <= 64
    assert identity.full_name.split()[0] == {"hostile-name": "Bold", "half-name": "Ada"}[name]


@pytest.mark.parametrize("family", FAMILIES)
async def test_odd_people_are_read_as_they_are(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    assert await stage.mono.fetch_identity(await stage.link("nameless")) is None
    minor = await stage.mono.fetch_identity(await stage.link("minor"))
    assert minor
    assert minor.born == date(2014, 1, 1)
    known = await stage.mono.fetch_identity(await stage.link("with-bvn"))
    assert known
    assert "22200000148" not in str(astuple(known))


@pytest.mark.parametrize("family", FAMILIES)
async def test_the_other_shapes_are_read_as_well(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link("other-shapes")
    assert (await stage.mono.fetch_details(account)).status is DataStatus.AVAILABLE
    identity, balances = await stage.mono.fetch_identity(account), await stage.mono.fetch_balances(account)
    assert identity
    assert identity.born
    assert balances
    assert len(balances) == (1 if family is Family.V2 else 5)


@pytest.mark.parametrize("family", FAMILIES)
async def test_transactions_come_page_by_page_and_newest_first(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account, number = await stage.link(), 1
    seen: list[LineTransaction] = []
    while True:
        page = await stage.mono.fetch_transactions(account, number, 10)
        seen += page.transactions
        if not page.more:
            break
        number += 1
    assert (number, len(seen)) == (3, 25)
    assert seen == sorted(seen, key=lambda each: each.at, reverse=True)
    assert seen[0].narration == "20GB Monthly Plan"
    assert seen[0].amount == Money(500_000)


@pytest.mark.parametrize("family", FAMILIES)
async def test_a_line_whose_data_is_broken_is_asked_three_times_for_each_part(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link("data-broken")
    for operation in ("fetch_details", "fetch_identity", "fetch_balances"):
        with pytest.raises(ProviderSilent):
            await getattr(stage.mono, operation)(account)
    assert [operation for operation, _ in stage.outcomes[3:]] == [
        *("fetch_details",) * 3,
        *("fetch_identity",) * 3,
        *("fetch_balances",) * 3,
    ]
    assert (stage.count("/telecom/auth"), stage.count("/telecom/verify")) == (1, 1)
