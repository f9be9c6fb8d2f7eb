"""A number goes to another person: who has it next is shown nothing of its last owner, and ends nothing of theirs."""

from datetime import timedelta

import pytest

from bot.channels.whatsapp.inbound import SAME_PERSON
from bot.sandbox.emulators.twilio import WhatsAppUser
from conversations.contact import Contact
from conversations.session import Idle
from storage.chats import Chat
from tests.bot.channels.test_whatsapp_inbound_scan import write_while_down
from tests.bot.channels.whatsapp_stage import ADAS_NUMBER, Stage, said_to

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("whatsapp", ADAS_NUMBER)
AGAIN = "I could not read your last message. Please send it again as plain text."
LATER = (SAME_PERSON + timedelta(hours=1)).total_seconds()


async def chat_of_ada(stage: Stage) -> Chat:
    chat = await stage.database.read(lambda tx: stage.store.chats.find(tx, ADA))
    assert chat
    return chat


def next_owner(stage: Stage, ada: WhatsAppUser) -> WhatsAppUser:
    stage.twilio.state.people.remove(ada)
    return stage.twilio.person(ADAS_NUMBER, name="Eve")


async def looks(stage: Stage, person: WhatsAppUser, *texts: str) -> list[str]:
    """What is told after messages that no webhook brought."""
    told = len(said_to(person))
    await write_while_down(stage, person, *texts, pause=60)
    await stage.module.catch_up()
    await stage.idle()
    return said_to(person)[told:]


async def test_the_next_owner_is_asked_to_write_again_until_it_is_known_who_they_are(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await stage.link(ada)
    eve = next_owner(stage, ada)
    stage.clock.advance(LATER)
    first = await looks(stage, eve, "balance", "hello")
    second = await looks(stage, eve, "unlink", "yes")
    assert first + second == [AGAIN] * 4  # and no menu beside it, which would tell that a line is linked
    assert await stage.step_of(ADA) is Idle
    (told,) = await stage.hears(eve, "balance")
    assert told.startswith("No line is linked here now.")


async def test_whose_number_it_still_is_goes_on_as_soon_as_they_are_named(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    stage.clock.advance(LATER)
    (told,) = await looks(stage, ada, "balance")
    assert told.startswith(AGAIN)
    assert "1,234.50" in (await stage.hears(ada, "balance"))[0]
    assert not (await chat_of_ada(stage)).place.doubted


async def test_what_is_posted_without_the_persons_id_may_be_the_next_owners_too(
    stage: Stage, ada: WhatsAppUser
) -> None:
    await stage.link(ada)
    stage.clock.advance(LATER)
    await stage.hears(stage.twilio.person("+2348039999998", name="Bola"), "hello")  # whom Twilio names
    for text in ("accounts", "unlink"):
        assert await stage.hears(ada, text, ExternalUserId="") == [AGAIN]
    assert "1,234.50" in (await stage.hears(ada, "balance"))[0]
    assert not (await chat_of_ada(stage)).place.doubted


async def test_nobody_is_doubted_for_ever_if_twilio_names_nobody_any_more(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    stage.clock.advance(LATER)
    bola = stage.twilio.person("+2348039999998", name="Bola")
    await stage.hears(bola, "hello")
    assert await stage.hears(ada, "balance", ExternalUserId="") == [AGAIN]
    stage.clock.advance(LATER)
    assert "1,234.50" in (await stage.hears(ada, "balance", ExternalUserId=""))[0]


async def test_who_wrote_within_a_day_is_the_same_person(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    stage.clock.advance(SAME_PERSON.total_seconds() - 3600)
    (told,) = await looks(stage, ada, "balance")
    assert "1,234.50" in told


async def test_what_waits_for_the_last_owner_goes_on_waiting(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    stage.clock.advance(LATER)
    await stage.write(ADA, "For Ada alone.")
    await stage.idle()
    (told,) = await looks(stage, next_owner(stage, ada), "hello")
    assert told.startswith(AGAIN)
    assert ("message", "held") in await stage.outbox()


async def test_a_number_that_somebody_left_is_not_theirs_any_more(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    eve = next_owner(stage, ada)
    ada.phone = "+2348039999999"
    stage.twilio.state.people.add(ada)
    assert "1,234.50" in (await stage.hears(ada, "balance"))[0]
    assert await looks(stage, eve, "balance") == []
    assert (await chat_of_ada(stage)).place.reply_to == ada.phone
    assert said_to(ada)[-1].startswith(AGAIN)


async def test_a_stop_is_heard_whoever_has_the_number(stage: Stage, ada: WhatsAppUser) -> None:
    await stage.link(ada)
    stage.clock.advance(LATER)
    await looks(stage, ada, "STOP")
    assert (await chat_of_ada(stage)).opted_out


async def test_whose_name_was_made_to_lead_to_another_persons_chat_is_a_stranger_to_it(
    stage: Stage, ada: WhatsAppUser
) -> None:
    """Whoever may write to the disk needs no key for that: the names' rows are look-up values, and nothing else."""
    await stage.link(ada)
    eve = stage.twilio.person("+2348039999997", name="Eve")
    await stage.hears(eve, "hello")
    moved = "UPDATE chat_names SET contact = ?"
    await stage.database.run(lambda tx: tx.execute(moved, (stage.store.sessions.key(ADA),)).rowcount)
    (told,) = await stage.hears(eve, "balance")
    assert "1,234.50" not in told
    assert "1,234.50" in (await stage.hears(ada, "balance"))[0]


async def test_a_name_of_before_leads_to_the_chat_still(stage: Stage, ada: WhatsAppUser) -> None:
    """Who has changed their number since, and is looked up in Twilio's list, where nobody has an id."""
    await stage.link(ada)
    for address in ("+2348039999996", "+2348039999995", ADAS_NUMBER):
        stage.twilio.say(ada, "hello", {"From": f"whatsapp:{address}"})
        await stage.idle()
    for address in ("+2348039999996", "+2348039999995", ADAS_NUMBER, ada.bsuid):
        chat = await stage.database.read(lambda tx, name=address: stage.store.chats.named(tx, "whatsapp", name))  # type: ignore[misc]
        assert chat
        assert chat.place.contact == ADA
