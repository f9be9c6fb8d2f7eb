"""Files that the bot sends by address: fetched from this machine when the message is sent, as big as Twilio takes."""

import base64

import httpx
import pytest
from starlette.responses import RedirectResponse, Response

from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.sandbox.emulators.twilio.twilio_emulator_stage import PUBLIC, Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

MEGABYTE = 1024 * 1024
PICTURE = b"\x89PNG\r\n\x1a\n"


async def error_of(
    stage: Stage, ada: WhatsAppUser, answer: Response | None, text: str = "scan me", url: str = ""
) -> int:
    """The code with which a message with this file failed; 0 for one that arrived."""
    if answer:
        stage.bot.answers["/files/it"] = answer
    sent = await stage.send(ada.address, text, media_url=[url or f"{PUBLIC}/files/it"])
    return (await stage.call(stage.client.messages(sent.sid).fetch)).error_code or 0


async def test_the_phone_shows_the_picture_to_the_byte_with_its_text(stage: Stage, ada: WhatsAppUser) -> None:
    assert await error_of(stage, ada, Response(PICTURE, media_type="image/png")) == 0
    message = ada.chat[-1]
    assert message.shown.text == "scan me"
    assert [(file.content_type, file.content) for file in message.media] == [("image/png", PICTURE)]
    async with httpx.AsyncClient(base_url=f"{stage.url}/_emulator") as control:
        (seen,) = (await control.get(f"/people/{ada.id}/chat?after=1")).json()
    assert [base64.b64decode(file["content"]) for file in seen["files"]] == [PICTURE]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        pytest.param(Response(b"x" * 5 * MEGABYTE, media_type="image/png"), 0, id="as big as a picture may be"),
        pytest.param(Response(b"x" * (5 * MEGABYTE + 1), media_type="image/png"), 63019, id="a picture too big"),
        pytest.param(Response(b"x" * 16 * MEGABYTE, media_type="video/mp4"), 0, id="as big as anything may be"),
        pytest.param(Response(b"x" * (16 * MEGABYTE + 1), media_type="video/mp4"), 63019, id="too big"),
        pytest.param(Response(b"", media_type="image/png"), 63019, id="empty"),
        pytest.param(Response(b"<svg/>", media_type="image/svg+xml"), 63019, id="of another kind"),
        pytest.param(Response("<html>", media_type="text/html"), 63019, id="a page"),
        pytest.param(Response(PICTURE, 404, media_type="image/png"), 63019, id="not there"),
        pytest.param(Response(PICTURE, 203, media_type="image/png"), 0, id="another 2xx"),
        pytest.param(RedirectResponse("https://example.com/it.png"), 63019, id="elsewhere"),
    ],
)
async def test_what_whatsapp_does_not_take_fails_by_callback(
    stage: Stage, ada: WhatsAppUser, answer: Response, code: int
) -> None:
    assert await error_of(stage, ada, answer) == code
    assert len(ada.chat) == (2 if code == 0 else 1)
    assert stage.bot.at("/whatsapp/status")[-1].get("ErrorCode") == (str(code) if code else None)


async def test_nothing_is_fetched_from_anywhere_but_this_machine(stage: Stage, ada: WhatsAppUser) -> None:
    assert await error_of(stage, ada, None, url="https://example.com/it.png") == 63019
    assert await error_of(stage, ada, None, url="http://127.0.0.1.example.com/it.png") == 63019


async def test_a_text_too_long_to_stand_under_a_picture_fails(stage: Stage, ada: WhatsAppUser) -> None:
    assert await error_of(stage, ada, Response(PICTURE, media_type="image/png"), "x" * 1024) == 0
    assert await error_of(stage, ada, None, "x" * 1025) == 63021
