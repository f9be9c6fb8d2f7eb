"""The link's page as crawlers, guessers and floods meet it: nothing spent, nothing told, not too often."""

import secrets
from datetime import timedelta

import httpx
import pytest

from bot.http.headers import HEADERS
from bot.http.pages.answers import PAGES
from bot.http.pages.facts import PageFacts
from bot.http.pages.lookup import look_up_with
from bot.http.rate_limit import RateLimit
from bot.turns.link_progress import OpenLink
from conversations.link import Addresses
from tests.bot.http.pages_stage import KUDI, NOW, TOKEN, WAYS, Outline, Site
from tests.for_every import for_every

HOUSE = {name.decode() for name, _ in HEADERS}


@pytest.fixture
def site() -> Site:
    return Site()


# For crawlers and guessers


async def test_a_link_preview_shows_the_business_and_nobody_else(site: Site) -> None:
    outline = Outline((await site.get()).text)
    shown = outline.texts["title"] + str(outline.all("meta"))
    assert "Kudi Loans" in shown
    assert not [secret for secret in ("Adaeze", "Okafor", TOKEN) if secret in shown]


async def test_looking_again_and_again_finds_the_same_page(site: Site) -> None:
    first, *rest = [(await site.get(user_agent=crawler)).text for crawler in ("WhatsApp/2.23", "TelegramBot", "curl")]
    assert rest == [first, first]


MALFORMED = {
    "empty": "",
    "too short": TOKEN[:-1],
    "too long": f"{TOKEN}x",
    "very long": "a" * 5_000,
    "a folder": f"{TOKEN}/",
    "a path": f"{TOKEN}/more",
    "a way out": "%2e%2e%2f",
    "zero": "%00",
    "no text": "%ff%fe",
    "a picture": "🙂",
}


@pytest.mark.parametrize("what", MALFORMED)
async def test_every_token_without_an_open_link_is_answered_alike_to_the_byte(site: Site, what: str) -> None:
    answer, other = await site.get(MALFORMED[what]), await site.get(secrets.token_urlsafe(16))
    assert answer.status_code == 404
    assert (answer.content, answer.headers) == (other.content, other.headers)
    assert len(site.looked_up) == 2  # and by the same way, so that time does not tell either


async def test_the_picture_of_no_link_is_answered_as_its_page_is(site: Site) -> None:
    picture, page = await site.get("x/qr.png"), await site.get("x")
    assert (picture.status_code, picture.content, picture.headers) == (404, page.content, page.headers)


async def test_a_disk_that_fails_is_no_missing_link() -> None:
    answer = await Site(broken=True).get()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


async def test_every_answer_carries_every_header() -> None:
    for answer in await _answers():
        assert answer.headers.keys() >= HOUSE
        assert "noindex" in answer.headers["x-robots-tag"]
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "set-cookie" not in answer.headers


async def _answers() -> list[httpx.Response]:
    site, broken = Site(), Site(broken=True)
    found = [await site.get(), await site.get("x"), await site.get(f"{TOKEN}/qr.png"), await broken.get()]
    for _ in range(PAGES):
        await site.get("x")
    found.append(await site.get())
    assert [each.status_code for each in found] == [200, 404, 200, 503, 429]
    return found


async def test_the_page_of_an_open_link_leads_on_with_its_token_and_no_other_token_has_one() -> None:
    async def find(token: str) -> OpenLink | None:
        return OpenLink("Adaeze Okafor", NOW, "pcm") if token == TOKEN else None

    chats = tuple((way.channel, way.url.removesuffix(TOKEN)) for way in WAYS)
    look_up = look_up_with(find, lambda: KUDI, lambda: Addresses(chats=chats))
    assert await look_up(TOKEN) == PageFacts(KUDI, "Adaeze Okafor", WAYS, NOW, "pcm")
    assert await look_up(TOKEN[:-1]) is None


# How often


async def test_one_address_may_come_so_often_and_hears_exactly_when_again(site: Site) -> None:
    for _ in range(PAGES):
        assert (await site.get("x")).status_code == 404
        await site.sleep(1)
    refused = await site.get()
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "30")
    assert "Try again in 30 seconds." in refused.text
    assert (await site.get(peer="192.0.2.2")).status_code == 200
    await site.sleep(0.5)
    assert (await site.get()).headers["retry-after"] == "30"  # never too early
    await site.sleep(29.4)
    assert (await site.get()).status_code == 429
    await site.sleep(0.1)
    assert (await site.get()).status_code == 200
    assert (await site.get()).status_code == 429


async def test_a_refused_visit_looks_nothing_up(site: Site) -> None:
    for _ in range(PAGES + 5):
        await site.get("x")
    assert len(site.looked_up) == PAGES


async def test_a_network_of_ipv6_is_one_visitor(site: Site) -> None:
    for number in range(PAGES):
        await site.get("x", peer=f"2001:db8:0:1::{number:x}")
    assert (await site.get(peer="2001:db8:0:1:ffff::9")).status_code == 429
    assert (await site.get(peer="2001:db8:0:2::1")).status_code == 200


async def test_what_a_visitor_says_of_their_own_address_counts_for_nothing(site: Site) -> None:
    answers = [await site.get("x", x_forwarded_for=f"203.0.113.{number}") for number in range(PAGES + 1)]
    assert answers[-1].status_code == 429


async def test_behind_a_trusted_proxy_the_address_that_it_saw_counts() -> None:
    site = Site(proxies=1)
    for number in range(PAGES):
        await site.get("x", x_forwarded_for=f"203.0.113.{number}, 198.51.100.7")
    assert (await site.get(x_forwarded_for="9.9.9.9, 198.51.100.7")).status_code == 429
    assert (await site.get(x_forwarded_for="9.9.9.9, 198.51.100.8")).status_code == 200
    assert (await site.get()).status_code == 200  # one that came past the proxy


@for_every(
    ("written", "same", "other"),
    [
        ("198.51.100.7:{}", "198.51.100.7", "198.51.100.8:1024"),
        ("[::ffff:198.51.100.7]:{}", "198.51.100.7:443", "[::ffff:198.51.100.8]:1024"),
        ("[2001:db8:0:1::{:x}]:443", "2001:db8:0:1:ffff::9", "[2001:db8:0:2::1024]:443"),
        ("[2001:db8:0:1::{:x}]", "[2001:db8:0:1::9]:443", "[2001:db8:0:2::1024]"),
    ],
)
async def test_a_port_makes_no_visitor_of_its_own(written: str, same: str, other: str) -> None:
    site = Site(proxies=1)
    for number in range(PAGES):
        await site.get("x", x_forwarded_for=f"9.9.9.9, {written.format(1024 + number)}")
    assert (await site.get(x_forwarded_for=f"9.9.9.9, {same}")).status_code == 429
    assert (await site.get(x_forwarded_for=f"9.9.9.9, {other}")).status_code == 200


@for_every(
    "text", ["unknown", "[x]:1", "[]", "[[::1]]:1", "1.2.3:80", "1.2.3.4:", ":80", "1.2.3.4:x", "1" * 5000, "[" * 5000]
)
async def test_what_is_no_address_is_a_visitor_by_itself(text: str) -> None:
    site = Site(proxies=1)
    answers = [await site.get("x", x_forwarded_for=text) for _ in range(PAGES + 1)]
    assert [answers[-2].status_code, answers[-1].status_code] == [404, 429]
    assert (await site.get(x_forwarded_for=f"x{text}")).status_code == 200


def test_the_table_of_visitors_has_an_end_and_forgets_who_was_longest_away() -> None:
    limit = RateLimit(most=1, within=timedelta(minutes=1), most_addresses=2)
    assert limit.admit("a", NOW) is None
    assert limit.admit("b", NOW) is None
    assert limit.admit("a", NOW) is not None
    assert limit.admit("c", NOW) is None  # b is forgotten
    assert limit.admit("a", NOW) is not None
    assert limit.admit("b", NOW) is None


def test_after_a_clock_was_set_back_nobody_waits_until_it_comes_there_again() -> None:
    limit = RateLimit(2, timedelta(minutes=1))
    for _ in range(2):
        assert limit.admit("a", NOW + timedelta(hours=9)) is None
    assert limit.admit("a", NOW) == timedelta(minutes=1)
    assert limit.admit("a", NOW + timedelta(minutes=1)) is None
