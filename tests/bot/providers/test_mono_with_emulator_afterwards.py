"""The real Mono client against the emulated Mono over HTTP: a linked line refreshed, told of, and given back."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.errors import ProviderRefusal, ProviderSilent
from bot.providers.mono.news import AccountDataReady, AccountUnlinked, Ignored, ReauthorisationNeeded
from bot.providers.mono.routes import Family
from bot.sandbox.emulators.mono import MonoFault
from conversations.account import AccountDetails, DataStatus, Money
from conversations.changing import replace
from conversations.refusal import Refusal
from conversations.secret import AccountId
from tests.bot.providers.emulated_mono_stage import FAMILIES, SECRET, Hall, Stage, open_hall
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

READINGS = ("fetch_details", "fetch_balances", "fetch_transactions")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall() -> AsyncIterator[Hall]:
    async with open_hall() as hall:
        yield hall


@pytest.mark.parametrize("family", FAMILIES)
async def test_a_refresh_brings_what_is_new_once_in_five_minutes(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link()
    found = []
    for seconds in (0, 3, 290, 10, 3):
        stage.emulator.advance(seconds)
        await stage.mono.refresh(account)
        balances = await stage.mono.fetch_balances(account)
        assert balances
        assert isinstance(balances[0].amount, Money)
        found.append(balances[0].amount.kobo - 125_750)
    assert found == [0, 10_000, 10_000, 10_000, 20_000]


@pytest.mark.parametrize("name", ["nothing-new", "slow-refresh", "refresh-fails", "needs-log-in"])
async def test_a_refresh_that_comes_to_nothing_is_no_error(hall: Hall, name: str) -> None:
    stage = hall.open_stage()
    account = await stage.link(name)
    await stage.mono.refresh(account)
    stage.emulator.advance(3)
    await stage.mono.refresh(account)
    assert await stage.mono.fetch_balances(account)


async def test_a_refresh_without_money_is_ours_to_mend(hall: Hall) -> None:
    stage = hall.open_stage()
    account = await stage.link()
    stage.emulator.fail("/v2/*/balance", MonoFault(402))
    with pytest.raises(ProviderRefusal) as refused:
        await stage.mono.refresh(account)
    assert refused.value.refusal is Refusal.NOT_ALLOWED


@pytest.mark.parametrize("family", FAMILIES)
async def test_an_account_that_was_given_back_is_gone(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    account = await stage.link()
    await stage.mono.unlink(account)
    for operation in READINGS:
        with pytest.raises(ProviderRefusal) as refused:
            await getattr(stage.mono, operation)(account)
        assert refused.value.refusal is Refusal.ACCOUNT_GONE
    await stage.mono.unlink(account)


@pytest.mark.parametrize("family", FAMILIES)
async def test_an_unlinking_that_went_unheard_is_found_done_when_it_is_repeated(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    await stage.mono.unlink(await stage.link("unlink-unheard"))
    assert [outcome for operation, outcome in stage.outcomes if operation == "unlink"] == ["silent", "done"]


async def test_an_unlinking_that_fails_is_tried_three_times(hall: Hall) -> None:
    stage = hall.open_stage()
    account = await stage.link("unlink-broken")
    with pytest.raises(ProviderSilent):
        await stage.mono.unlink(account)
    assert stage.count("/unlink") == 3


async def hear(hall: Hall, stage: Stage) -> list[object]:
    """What Mono has told by now, in our words."""
    await until(lambda: stage.emulator.is_settled)
    return [undated(event) for event in hall.heard]


def undated(event: object) -> object:
    """The event without the network's time, which is always given."""
    if not isinstance(event, AccountDataReady):
        return event
    assert event.as_of
    return replace(event, as_of=None)


def ready(account: AccountId) -> AccountDataReady:
    return AccountDataReady(account, DataStatus.AVAILABLE)


async def test_a_webhook_tells_that_the_data_is_ready(hall: Hall) -> None:
    stage = hall.open_stage()
    account = await stage.link("processing")
    assert ready(account) not in await hear(hall, stage)
    stage.emulator.advance(30)
    assert ready(account) in await hear(hall, stage)


async def test_a_doubled_webhook_has_one_identity(hall: Hall) -> None:
    stage = hall.open_stage()
    stage.emulator.set_webhook(hall.webhook_url, SECRET.reveal(), double=2)
    account = await stage.link()
    events = await hear(hall, stage)
    assert len(hall.heard) == 4
    assert set(events) == {ready(account), Ignored("mono.events.account_connected")}


async def test_a_webhook_tells_of_an_unlinking(hall: Hall) -> None:
    stage = hall.open_stage()
    account = await stage.link()
    await stage.mono.unlink(account)
    assert AccountUnlinked(account) in await hear(hall, stage)


async def test_webhooks_tell_of_a_line_that_needs_a_new_log_in(hall: Hall) -> None:
    stage = hall.open_stage(Family.V2)
    account = await stage.link("needs-log-in")
    await stage.mono.refresh(account)
    await hear(hall, stage)
    stage.emulator.advance(3)
    events = await hear(hall, stage)
    assert events.count(ReauthorisationNeeded(account)) == 2
    assert await stage.mono.fetch_details(account) == AccountDetails(DataStatus.UNAVAILABLE, frozenset())
    stage.emulator.advance(1)
    assert await stage.link("needs-log-in") == account
    assert (await stage.mono.fetch_details(account)).status is DataStatus.AVAILABLE


async def test_a_line_that_is_linked_again_may_have_the_account_that_was_given_back(hall: Hall) -> None:
    stage = hall.open_stage()
    account = await stage.link("same-account")
    await stage.mono.unlink(account)
    assert await stage.link("same-account") == account
