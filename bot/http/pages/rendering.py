"""A link's page, and the notice where there is none, as HTML in one language. Never whether a link exists."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.http.pages.facts import PageFacts, WayOn
from bot.http.pages.markup import STYLE, Html, Markup
from bot.http.pages.tapping import with_links
from bot.http.pages.visitors import PageLanguage
from conversations.wording import catalogue_of, name_of
from conversations.wording.formats import expand

SayEntry = Callable[[str], str]

FRAME, LINK, NOTICE, FILE, RECEIPT = (
    Markup.read(f"{name}.html") for name in ("frame", "link", "notice", "file", "receipt")
)
WAY = Markup('<a class="way $kind" href="$url">$label</a>')
PRIVACY = Markup('<a href="$url">$page-privacy</a>')
LANGUAGE = Markup('<a href="?lang=$code" lang="$code" hreflang="$code">$name</a>')
THIS_LANGUAGE = Markup('<span aria-current="true">$name</span>')

# In a ring, on a field of 24 by 24.
_RING = "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z"
TICK, CROSS = f"{_RING}M7.5 12.5l3 3l6-6.5", f"{_RING}M8.5 8.5l7 7m0-7l-7 7"


def render_link(facts: PageFacts, language: PageLanguage, address: str, now: datetime) -> str:
    """The page of an open link. `address` is the page's own, for the QR code that brings a phone to it."""
    business = facts.business
    values = {
        "business": business.name,
        "purpose": business.purpose,
        "support": business.support,
        "agent": facts.agent,
        "site": business.site,
        "until": facts.expires_at,
        "now": now,
    }
    say = _speaker(language.code, values)
    ways = Html("".join(_way(way, language.code) for way in facts.ways))
    report_to = with_links(say("page-report-to"))
    content = LINK.fill(say, ways=ways, qr=draw_inline(address, say("page-qr")), **{"report-to": report_to})
    privacy = PRIVACY.fill(say, url=business.privacy) if business.privacy else Html()
    # What a link preview shows names the business and nobody else.
    titles = {"name": business.name, "title": say("page-title"), "summary": say("page-heading")}
    return _frame(say, language, content=content, privacy=privacy, **titles)


def render_notice(entry: str, language: PageLanguage, values: Mapping[str, Any] | None = None) -> str:
    """A page of one heading, `entry`, and what to do next, `entry` with `-next`."""
    say = _speaker(language.code, values or {})
    titles = {"title": say(entry), "summary": say(f"{entry}-next")}
    return _frame(say, language, content=NOTICE.fill(say, **titles), name="", privacy=Html(), **titles)


def render_file(language: PageLanguage) -> str:
    """The page of a file that is fetched with one tap; it says nothing of the file, nor of whose it is."""
    say = _speaker(language.code, {})
    titles = {"title": say("page-file"), "summary": say("page-file-next")}
    return _frame(say, language, content=FILE.fill(say), name="", privacy=Html(), **titles)


def render_receipt(state: str, language: PageLanguage, values: Mapping[str, Any], signed: str) -> str:
    """Whether a receipt holds, as a notice says it and at a glance, with the address of its signed form."""
    say = _speaker(language.code, values)
    titles = {"title": say(f"page-receipt-{state}"), "summary": say(f"page-receipt-{state}-next")}
    content = RECEIPT.fill(say, signed=signed, state=state, mark=CROSS if state == "ended" else TICK, **titles)
    return _frame(say, language, content=content, name=str(values["business"]), privacy=Html(), **titles)


def draw_inline(address: str, title: str) -> Html:
    """The QR code as SVG that takes the size that the style sheet gives it."""
    import segno  # noqa: PLC0415 - most pages are opened on the phone that would scan it

    code = segno.make_qr(address, error="m")
    # ISO/IEC 18004: four light modules on every side, without which some cameras find nothing on a dark page.
    return Html(code.svg_inline(border=4, omitsize=True, svgclass=None, lineclass=None, title=title))


def _frame(say: SayEntry, language: PageLanguage, **parts: str) -> str:
    here = language.code
    languages = Html("".join(_language(each, here=each == here) for each in language.offered))
    return FRAME.fill(say, language=here, languages=languages, style=STYLE, **parts)


def _way(way: WayOn, language: str) -> Html:
    label = catalogue_of(language).say("page-continue", {"channel": way.channel})
    return WAY.fill(str, kind=way.channel.lower(), url=way.url, label=label)


def _language(language: str, *, here: bool) -> Html:
    markup = THIS_LANGUAGE if here else LANGUAGE
    return markup.fill(str, code=language, name=name_of(language))


def _speaker(language: str, values: Mapping[str, Any]) -> SayEntry:
    catalogue = catalogue_of(language)
    plain = expand(values, catalogue)
    return lambda entry: catalogue.say(entry, plain)
