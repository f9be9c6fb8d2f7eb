"""An agent's link comes with its QR picture, and whatever becomes of the picture, the text comes."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bot.channels.whatsapp.channel import SETTLED
from bot.channels.whatsapp.pictures import FETCHED_WITHIN, LONGEST_CAPTION, Pictures
from bot.channels.whatsapp.refusals import OutcomeUnknown
from bot.drawing.png import draw_now
from bot.drawing.qr import draw_png
from bot.http.doors import door_routes
from bot.sandbox.emulators.twilio import TwilioFault, WhatsAppMessage, WhatsAppUser
from conversations.changing import replace
from conversations.contact import Contact
from conversations.wording import Button, Rendered
from tests.bot.channels.whatsapp_board import Board
from tests.bot.channels.whatsapp_stage import PUBLIC, Stage, from_bot, open_stage, said_to
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

AGENT = "+2348020000001"
PAGE = f"{PUBLIC}/l/k7Qp2-Xy_9aBcDeFgHiJkL"
LINK = Rendered("Link K7M-4Q2 is ready.", qr=PAGE)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(board: Board, tmp_path: Path) -> AsyncIterator[Stage]:
    async with open_stage(board, tmp_path, ADMINS=f"whatsapp:{AGENT}") as stage:
        yield stage


@pytest_asyncio.fixture(loop_scope="module")
async def agent(stage: Stage) -> WhatsAppUser:
    """Somebody who may make links, and whose name is known."""
    agent = stage.twilio.person(AGENT, "Tunde")
    await stage.hears(agent, "/link mtn", 2)
    await stage.idle()
    agent.chat.clear()
    return agent


async def make_link(stage: Stage, agent: WhatsAppUser) -> tuple[WhatsAppMessage, ...]:
    """The two messages of a new link: the one for the agent, though its text may have come alone, and last; the one to
    forward.
    """
    agent.chat.clear()
    await stage.hears(agent, "/link airtel", 2)
    await stage.idle()
    return tuple(sorted(from_bot(agent.chat), key=lambda message: "is ready" not in message.shown.text))


def media_sent(stage: Stage) -> int:
    return sum(bool(message.num_media) for message in stage.twilio.state.message_log.page({}).messages)


def lose_page(stage: Stage) -> None:
    """Nobody can fetch a picture any more."""
    stage.board.bot = Starlette(
        routes=[*door_routes(stage.module.doors()), Route("/l/{rest:path}", lambda _: PlainTextResponse("no", 503))]
    )


# The way it should go


async def test_a_link_comes_with_the_picture_that_its_page_shows(stage: Stage, agent: WhatsAppUser) -> None:
    mine, forward = await make_link(stage, agent)
    page = next(word for word in mine.shown.text.split() if word.startswith(f"{PUBLIC}/l/"))
    served = await stage.board.http.get(f"{stage.board.url}{page.removeprefix(PUBLIC)}/qr.png")
    assert [(file.content_type, file.content) for file in mine.media] == [("image/png", served.content)]
    assert served.content == draw_png(page)
    assert (mine.shown.media_url, forward.media) == (f"{page}/qr.png", [])
    assert "Match words:" in mine.shown.text


async def test_what_follows_a_picture_does_not_overtake_it(stage: Stage, agent: WhatsAppUser) -> None:
    """Twilio fetches it after it took the message. Where nothing is told of that, it is not waited for long."""
    for _ in ("sent", "delivered"):
        stage.twilio.lose("status")
    agent.chat.clear()
    stage.twilio.say(agent, "/link airtel")
    await stage.until(lambda: said_to(agent))
    await stage.twilio.settle()
    assert ["is ready" in text for text in said_to(agent)] == [True]
    # The wait begins when the bot knows that Twilio took it, which may be later.
    await until(lambda: len(said_to(agent)) == 2, act=lambda: stage.clock.advance(FETCHED_WITHIN))


async def test_what_is_told_of_it_moves_its_letter_on(stage: Stage, agent: WhatsAppUser) -> None:
    await make_link(stage, agent)
    assert set(await stage.states()) == {"delivered"}


@pytest.mark.parametrize(
    ("message", "picture"),
    [
        (LINK, f"{PAGE}/qr.png"),
        (replace(LINK, qr="https://wa.me/2348031234567?text=START%20x"), ""),
        (replace(LINK, qr="https://elsewhere.example/l/x"), ""),
        (replace(LINK, qr=""), ""),
        (replace(LINK, text="x" * LONGEST_CAPTION), f"{PAGE}/qr.png"),
        (replace(LINK, text="x" * (LONGEST_CAPTION + 1)), ""),
        (replace(LINK, text="😀" * (LONGEST_CAPTION // 2 + 1)), ""),
    ],
)
async def test_only_a_page_of_ours_has_one_and_only_under_a_short_text(
    stage: Stage, message: Rendered, picture: str
) -> None:
    tables, clock = stage.whatsapp.tables, stage.whatsapp.clock
    assert await Pictures(f"{PUBLIC}/l/", f"{PUBLIC}/f/").address_of(message, tables, clock) == picture
    assert await Pictures().address_of(message, tables, clock) == ""


async def test_a_picture_leaves_no_room_for_buttons_so_they_are_numbers(stage: Stage, agent: WhatsAppUser) -> None:
    asking = replace(LINK, buttons=(Button("agree", "I agree"),), prompt=1, menu_hint="Reply with a number:")
    await stage.whatsapp.deliver(Contact("whatsapp", AGENT), asking)
    await stage.twilio.settle()
    assert stage.twilio.state.message_log.page({}).messages[0].body.endswith("1. I agree")


# Whatever becomes of it


@pytest.mark.parametrize("code", [21620, 63019, 99999])
async def test_a_picture_that_is_refused_at_once_is_left_away(stage: Stage, agent: WhatsAppUser, code: int) -> None:
    stage.twilio.fail(TwilioFault("POST", "Messages.json", status=400, code=code))
    mine, _ = await make_link(stage, agent)
    assert ("is ready" in mine.shown.text, mine.media) == (True, [])


async def test_a_picture_that_cannot_be_fetched_is_left_away_and_the_text_sent(
    stage: Stage, agent: WhatsAppUser
) -> None:
    lose_page(stage)
    mine, forward = await make_link(stage, agent)
    assert ("is ready" in mine.shown.text, mine.media, forward.media) == (True, [], [])
    assert sorted(await stage.states())[-2:] == ["delivered", "failed"]
    assert media_sent(stage) == 2  # that of the first link, and the one that failed


@pytest.mark.parametrize("code", [63005, 63013, 63021])
async def test_so_is_one_that_whatsapp_finds_something_wrong_with(stage: Stage, agent: WhatsAppUser, code: int) -> None:
    stage.twilio.fail_next(code)
    mine, _ = await make_link(stage, agent)
    assert ("is ready" in mine.shown.text, mine.media) == (True, [])


async def test_a_text_that_fails_without_a_picture_too_is_let_go(stage: Stage, agent: WhatsAppUser) -> None:
    for code in (63013, 0, 63013):  # the link, the text to forward, the link once more
        stage.twilio.fail_next(code)
    agent.chat.clear()
    await stage.hears(agent, "/link airtel")
    await stage.idle()
    assert not any("is ready" in text for text in said_to(agent))
    assert (await stage.states()).count("failed") == 2


async def test_the_text_that_goes_out_instead_is_on_disk_with_the_report(stage: Stage, agent: WhatsAppUser) -> None:
    stage.module.reports._forward = lambda _: None  # the process dies before anybody takes it further
    lose_page(stage)
    agent.chat.clear()
    await stage.hears(agent, "/link airtel")
    await stage.idle()
    assert not any("is ready" in text for text in said_to(agent))
    await stage.restart()
    await stage.until(lambda: any("is ready" in text for text in said_to(agent)))


async def test_an_unknown_outcome_is_looked_up_by_the_text_and_nothing_is_sent_twice(
    stage: Stage, agent: WhatsAppUser
) -> None:
    to, before = Contact("whatsapp", AGENT), media_sent(stage)
    mine, _ = await make_link(stage, agent)
    again = Rendered(mine.shown.text + "!", qr=mine.shown.media_url.removesuffix("/qr.png"))
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(to, again)
    receipt = await stage.whatsapp.deliver(to, again)
    assert stage.twilio.state.message_log.find(receipt.name).num_media == 1
    assert media_sent(stage) == before + 2


async def test_what_is_found_to_have_failed_is_sent_again(stage: Stage, agent: WhatsAppUser) -> None:
    """Its report may have come before anybody knew of the message."""
    to = Contact("whatsapp", AGENT)
    stage.twilio.fail_next(63019)
    stage.twilio.fail(TwilioFault("POST", "Messages.json", drop=True, carried_out=True))
    with pytest.raises(OutcomeUnknown):
        await stage.whatsapp.deliver(to, LINK)
    await stage.twilio.settle()
    receipt = await stage.whatsapp.deliver(to, LINK)
    assert stage.twilio.state.message_log.find(receipt.name).num_media == 1
    assert media_sent(stage) == 3


# Pictures of figures

SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='9' height='9' fill='#f00'/></svg>"
FIGURES = Rendered("Spent ₦5.00", picture=SVG, sensitive=True)


async def deliver(stage: Stage, agent: WhatsAppUser, message: Rendered) -> WhatsAppMessage:
    agent.chat.clear()
    await stage.whatsapp.deliver(Contact("whatsapp", AGENT), message)
    await stage.twilio.settle()
    (sent,) = from_bot(agent.chat)
    return sent


async def test_figures_are_fetched_from_an_address_that_is_good_once(stage: Stage, agent: WhatsAppUser) -> None:
    sent = await deliver(stage, agent, FIGURES)
    assert sent.shown.media_url.startswith(f"{PUBLIC}/f/")
    assert [file.content for file in sent.media] == [draw_now(SVG)]
    assert sent.shown.text == "Spent ₦5.00"
    again = await stage.board.http.get(f"{stage.board.url}{sent.shown.media_url.removeprefix(PUBLIC)}")
    assert again.status_code == 404


async def test_twilios_copies_of_text_and_picture_are_taken_back(stage: Stage, agent: WhatsAppUser) -> None:
    sent = await deliver(stage, agent, FIGURES)
    stage.clock.advance(SETTLED.total_seconds() + 1)
    await stage.whatsapp.delete(Contact("whatsapp", AGENT), sent.sid)
    assert (sent.redacted, sent.media) == (True, [])


@pytest.mark.parametrize(
    "message", [replace(FIGURES, text="Spent ₦5.00 " * 100), replace(FIGURES, picture="<svg")], ids=["long", "broken"]
)
async def test_words_that_have_no_picture_to_stand_under_go_alone(
    stage: Stage, agent: WhatsAppUser, message: Rendered
) -> None:
    sent = await deliver(stage, agent, message)
    assert (sent.shown.media_url, sent.media) == ("", [])
    assert sent.shown.text.startswith("Spent ₦5.00")
