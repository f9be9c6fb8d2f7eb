"""A receipt's page: valid, narrowed, ended or unknown, at once and with nothing of whom; and its signed form."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.http.pages.receipts import SIGNED
from bot.receipts.signing import ReceiptKeys, verify
from tests.bot.http.receipt_stage import PREFIX, ReceiptSite, open_site
from tests.scenes import ADA


@pytest.fixture
async def site() -> AsyncIterator[ReceiptSite]:
    async with open_site() as opened:
        yield opened


async def test_a_receipt_that_holds_is_valid_and_shows_nothing_of_whom(site: ReceiptSite) -> None:
    page = await site.get(await site.address())
    assert page.status_code == 200
    assert "This receipt is valid" in page.text
    assert "Kudi Loans gave it on 23 November 2026" in page.text
    for personal in (ADA.address, "803", "Adaeze", "MTN", "C-"):
        assert personal not in page.text.split("<main>")[1]
    assert "<script" not in page.text
    assert page.headers["x-robots-tag"].startswith("noindex")


async def test_it_says_at_once_that_less_is_read_and_that_it_has_ended(site: ReceiptSite) -> None:
    address = await site.address()
    await site.narrow()
    assert "This receipt is valid, in part" in (await site.get(address)).text
    await site.end()
    ended = await site.get(address)
    assert (ended.status_code, "This receipt has ended" in ended.text) == (200, True)


async def test_it_ends_by_its_date_whoever_sweeps(site: ReceiptSite) -> None:
    address = await site.address()
    site.bench.clock.at += timedelta(days=366)
    assert "This receipt has ended" in (await site.get(address)).text


async def test_every_other_address_is_unknown_in_the_same_words(site: ReceiptSite) -> None:
    address = await site.address()
    others = (
        PREFIX,
        address[:-1],
        f"{address}x",
        PREFIX + address.removeprefix(PREFIX).upper(),
        f"{PREFIX}%00/x",
        f"{PREFIX}{'a' * 26}",
    )
    answers = [await site.get(PREFIX + other) for other in others]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert "This receipt is not known here" in answers[0].text


async def test_the_signed_receipt_is_there_to_be_saved_and_is_genuine(site: ReceiptSite) -> None:
    address = await site.address()
    given = await site.get(f"{address}{SIGNED}")
    keys = ReceiptKeys(site.bench.store.keyring)
    said = verify(given.content, keys.public.values())
    assert (said["page"], said["business"]) == (address, "Kudi Loans")
    assert given.headers["content-disposition"] == f'attachment; filename="receipt-{said["receipt"]}.json"'
    assert (await site.get(f"{address}x{SIGNED}")).status_code == 404
    assert (await site.get("https://kudi.example/.well-known/telcolink.json")).json()["keys"] == list(keys.public)


async def test_who_tries_many_addresses_has_to_wait(site: ReceiptSite) -> None:
    answers = [await site.get(f"{PREFIX}{number}") for number in range(31)]
    assert [answer.status_code for answer in answers[-2:]] == [404, 429]
