"""The link's page as its reader meets it: what it says, in which language, and what it is made of."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from bot.http.pages.facts import PageFacts, WayOn
from bot.http.pages.languages import choose_language
from bot.http.pages.markup import STYLE
from conversations.changing import replace
from conversations.languages import DEFAULT_LANGUAGE
from conversations.wording import LANGUAGES, Business
from tests.bot.http.pages_stage import KUDI, NOW, OPEN, PREFIX, TOKEN, WAYS, Outline, Site
from tests.for_every import for_every


@pytest.fixture
def site() -> Site:
    return Site()


# What it says


async def test_the_page_says_who_asks_for_what_until_when_and_where_to_go_on(site: Site) -> None:
    outline = Outline((await site.get()).text)
    said = outline.texts["main"]
    assert outline.texts["h1"] == "Kudi Loans asks to see details of your MTN or Airtel line"
    assert "Adaeze Okafor from Kudi Loans sent you this link." in said
    assert "for your loan application" in said
    assert "ends tomorrow at 10:00" in said  # Lagos is an hour ahead of UTC
    assert "Continue on WhatsApp" in said
    assert "Continue on Telegram" in said
    assert [way.url for way in WAYS] == [link for link in outline.links() if link and TOKEN in link]


async def test_the_page_shows_how_the_sms_looks_and_how_to_report(site: Site) -> None:
    said = Outline((await site.get()).text).texts["main"]
    assert "Your code is 123456" in said
    assert "it cannot move money" in said
    assert "Nobody needs to hear it" in said
    assert "To report it: 0700 000 5834." in said


async def test_an_agent_without_a_name_is_not_named() -> None:
    nameless = Site(PageFacts(KUDI, "", WAYS, NOW))
    said = Outline((await nameless.get()).text).texts["main"]
    assert "Kudi Loans sent you this link." in said
    assert "Nobody needs to hear it." in said
    assert "Kudi Loans send you this link." in (await nameless.get(f"{TOKEN}?lang=pcm")).text


async def test_only_the_channels_that_are_on_are_offered() -> None:
    page = (await Site(PageFacts(KUDI, "Ada", WAYS[1:], NOW + timedelta(hours=1))).get()).text
    assert "Continue on Telegram" in page
    assert "Continue on WhatsApp" not in page


async def test_without_a_privacy_page_none_is_linked() -> None:
    quiet = Business("Kudi Loans", "your loan application", "0700 000 5834")
    outline = Outline((await Site(PageFacts(quiet, "Ada", (), NOW)).get()).text)
    assert outline.links() == [f"?lang={language}" for language in LANGUAGES if language != DEFAULT_LANGUAGE]


async def test_the_qr_code_is_of_the_pages_own_address(site: Site) -> None:
    def drawn(address: str) -> str:
        return segno.make_qr(address, error="m").svg_inline(border=4).split(' d="')[1].split('"')[0]

    page = (await site.get()).text
    assert drawn(PREFIX + TOKEN) in page
    assert drawn(PREFIX + TOKEN[::-1]) not in page


async def test_the_picture_is_a_png_that_stands_in_no_index(site: Site) -> None:
    answer = await site.get(f"{TOKEN}/qr.png")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert "noindex" in answer.headers["x-robots-tag"]


# In which language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_language_has_its_page_and_leads_to_the_others(site: Site, language: str) -> None:
    answer = await site.get(f"{TOKEN}?lang={language}")
    outline = Outline(answer.text)
    assert (outline.language(), answer.headers["content-language"]) == (language, language)
    others = [f"?lang={other}" for other in LANGUAGES if other != language]
    assert [link for link in outline.links() if link and link.startswith("?")] == others


@for_every(
    ("asked", "accepted", "chosen", "answered"),
    [
        (None, "", "en", "en"),
        (None, "pcm", "en", "pcm"),
        (None, "pcm-NG,en;q=0.8", "en", "pcm"),
        (None, "en-NG,pcm;q=0.5", "en", "en"),
        (None, "en-GB,en;q=0.9", "pcm", "pcm"),  # what every phone says, against what the agent chose
        ("en", "pcm", "pcm", "en"),
        ("pcm", "en", "en", "pcm"),
        ("xx", "fr, de;q=0.5", "en", "en"),
        (None, "pcm;q=0", "en", "en"),
        (None, "PCM ; q=1.0 , *", "en", "pcm"),
        (None, "pcm;q=", "en", "en"),
    ],
)
def test_the_language_asked_for_comes_first_then_the_browsers_then_the_agents_choice(
    asked: str | None, accepted: str, chosen: str, answered: str
) -> None:
    assert choose_language(asked, accepted, chosen) == answered


async def test_only_the_languages_that_the_operator_offers_are_shown_asked_for_or_chosen() -> None:
    site = Site(replace(OPEN, language="pcm"), languages=("en", "ha", "yo"))
    for asked, header, answered in (("ha", "", "ha"), ("pcm", "", "en"), ("", "yo-NG", "yo"), ("", "pcm", "en")):
        outline = Outline((await site.get(f"{TOKEN}?lang={asked}", accept_language=header)).text)
        offered = [link for link in outline.links() if link and link.startswith("?")]
        others = [f"?lang={code}" for code in ("en", "ha", "yo") if code != answered]
        assert (outline.language(), offered) == (answered, others)


@given(st.text())
def test_no_header_is_too_strange_to_choose_a_language_by(accepted: str) -> None:
    assert choose_language(None, accepted) in LANGUAGES


# What it is made of


async def test_the_page_is_small_and_has_no_script_and_loads_nothing(site: Site) -> None:
    page = (await site.get()).content
    outline = Outline(page.decode())
    assert len(page) < 9_000
    assert not {"script", "img", "link", "iframe", "form", "object"} & {tag for tag, _ in outline.tags}
    assert not [
        name for _, attributes in outline.tags for name in attributes if name.startswith("on") or name == "style"
    ]
    assert "url(" not in page.decode()
    assert "@import" not in page.decode()


async def test_the_page_stays_under_15_kb_with_the_longest_names() -> None:
    long = Business("B" * 200, "p" * 200, "s" * 200, "https://kudi.example/" + "x" * 200)
    assert len((await Site(PageFacts(long, "A" * 200, WAYS, NOW)).get()).content) < 15_000


async def test_the_policy_allows_the_pages_own_style_by_its_hash_and_nothing_else(site: Site) -> None:
    answer = await site.get()
    policy = dict(part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";"))
    style = re.findall(r"<style>(.*?)</style>", answer.text, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style[0].encode()).digest()).decode()
    assert len(style) == 1
    assert policy.pop("style-src") == f"'sha256-{digest}'"
    assert set(policy.values()) == {"'none'"}
    assert "default-src" in policy


async def test_hostile_names_are_text_and_nothing_more() -> None:
    hostile = '"><script>alert(1)</script>{ $business } $page-title &amp;'
    facts = PageFacts(
        Business(hostile, hostile, hostile), hostile, (WayOn(hostile, "https://x/?a=1&b=" + hostile),), NOW
    )
    page = (await Site(facts).get()).text
    outline = Outline(page)
    assert "<script" not in page
    assert hostile in outline.texts["h1"]
    assert outline.texts["title"].startswith(f"A request from {hostile}")


# For everybody


async def test_the_page_reads_well_aloud(site: Site) -> None:
    outline = Outline((await site.get()).text)
    assert [tag for tag, _ in outline.tags if tag in {"header", "nav", "main", "footer"}] == [
        "header",
        "nav",
        "main",
        "footer",
    ]
    assert [tag for tag, _ in outline.tags if re.fullmatch("h[1-6]", tag)] == ["h1", "h2", "h2", "h2"]
    assert outline.all("nav")[0]["aria-label"] == "Language"
    assert "QR code of this page" in outline.texts["svg"]
    assert "width=device-width" in str(outline.all("meta"))
    assert "user-scalable" not in str(outline.all("meta"))  # nobody is kept from enlarging it


def _luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _palettes() -> Iterator[dict[str, str]]:
    ways = dict(re.findall(r"\.(\w+) \{ background: (#\w+) \}", STYLE)) | {"white": "#ffffff"}
    for block in re.findall(r":root \{(.*?)\}", STYLE):
        yield ways | dict(re.findall(r"--(\w+): (#\w+)", block))


@for_every("scheme", ["light", "dark"])
@for_every(
    ("text", "ground"),
    [
        *((text, ground) for text in ("ink", "soft", "accent") for ground in ("paper", "card", "tint")),
        ("white", "whatsapp"),
        ("white", "telegram"),
    ],
)
def test_every_text_stands_out_from_its_ground(scheme: str, text: str, ground: str) -> None:
    light, dark = _palettes()
    palette = light if scheme == "light" else dark
    darker, lighter = sorted((_luminance(palette[text]), _luminance(palette[ground])))
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5  # WCAG 2.2, 1.4.3
