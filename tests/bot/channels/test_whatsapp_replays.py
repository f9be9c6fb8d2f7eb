"""What was posted once is known again for thirteen months, and a replay changes nothing, not even after /delete."""

from datetime import timedelta

import pytest

from bot.channels.whatsapp.inbound import REMEMBERED
from bot.sandbox.emulators.twilio import WhatsAppUser
from tests.bot.channels.whatsapp_stage import CODE, Stage, said_to
from tests.raw import everything_in

pytestmark = pytest.mark.asyncio(loop_scope="module")

Form = dict[str, str]


async def post(stage: Stage, ada: WhatsAppUser, text: str, answers: int = 1) -> Form:
    """What was posted, once it was answered."""
    seen, form = len(said_to(ada)), stage.form(ada, text)
    await stage.post(form)
    await stage.until(lambda: len(said_to(ada)) >= seen + answers)
    return form


async def link_and_delete(stage: Stage, ada: WhatsAppUser) -> list[Form]:
    said = (("hello", 1), ("yes", 1), ("0803 123 4567", 1), ("mtn", 1), (CODE, 2), ("delete", 1), ("yes", 1))
    forms = [await post(stage, ada, text, answers) for text, answers in said]
    await stage.idle()
    return forms


@pytest.mark.parametrize("later", [timedelta(hours=49), timedelta(days=365)], ids=["49 hours", "a year"])
async def test_a_replay_changes_nothing_long_after_everything_was_deleted(
    stage: Stage, ada: WhatsAppUser, later: timedelta
) -> None:
    forms = await link_and_delete(stage, ada)
    stage.clock.advance(later.total_seconds())
    for _ in range(2):
        await stage.sweeps.old_rows()
    before, said = await stage.database.read(everything_in), len(said_to(ada))
    assert {(await stage.post(form)).status_code for form in forms} == {200}
    await stage.idle()
    assert await stage.database.read(everything_in) == before
    assert len(said_to(ada)) == said


async def test_it_is_known_no_longer_than_it_must_be(stage: Stage, ada: WhatsAppUser) -> None:
    await post(stage, ada, "hello")
    stage.clock.advance((REMEMBERED + timedelta(minutes=1)).total_seconds())
    await stage.sweeps.old_rows()
    assert await stage.count("inbound_ids") == 0


async def test_no_name_of_a_message_stands_in_the_clear(stage: Stage, ada: WhatsAppUser) -> None:
    """What was sent has one, for two days, for Twilio's reports on it."""
    form = await post(stage, ada, "hello")
    kept = "SELECT count(*) FROM inbound_ids WHERE id = ?"
    assert await stage.database.read(lambda tx: tx.execute(kept, (form["MessageSid"],)).fetchone()) == (0,)
    assert await stage.count("inbound_ids") == 1
