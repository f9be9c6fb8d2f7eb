"""What an agent puts right of the link that was just made is done, or they read exactly what to type instead."""

from collections.abc import AsyncIterator

import pytest

from conversations.agents.turn import Act
from conversations.contact import Contact
from conversations.network import Network
from tests.bot.turns.agents_stage import ADA, BISI, BOSS, TUNDE, Office, open_office, token_in
from tests.bot.turns.test_agents import acts_of

OTHER = "0803 000 0002"


@pytest.fixture
async def office() -> AsyncIterator[Office]:
    """Tunde's newest link is for 0803 000 0001, which he takes to be on MTN."""
    async with open_office() as opened:
        await opened.recruit(TUNDE, "Tunde")
        await opened.recruit(BISI, "Bisi Ade")
        await opened.make_link(TUNDE, "/link 0803 000 0001 mtn school fees ref:LN-7")
        yield opened


async def answer(office: Office, text: str, who: Contact = TUNDE) -> str:
    await office.say(who, text)
    return "\n".join(office.told(who))


@pytest.mark.parametrize(
    "text",
    [
        *("sorry, airtel", "airtel", "it's airtel", "it is airtel not mtn", "no na airtel", "change am to airtel"),
        "no, 0803 000 0001 airtel",
    ],
)
async def test_the_network_of_a_link_that_nobody_opened_is_changed(office: Office, text: str) -> None:
    (link,) = await office.links()
    told = await answer(office, text)
    assert told.startswith(f"Link {link.reference} (0803 ••• 0001) is for Airtel now.")
    (changed,) = await office.links()
    assert (changed.network, changed.number, changed.note) == (Network.AIRTEL, link.number, "school fees")
    assert (await acts_of(office, TUNDE))[-1] is Act.LINK_CHANGED
    assert (await answer(office, "sorry, mtn")).startswith(f"Link {link.reference} (0803 ••• 0001) is for MTN now.")


async def test_a_link_that_was_opened_stays_and_what_to_type_is_said(office: Office) -> None:
    (link,) = await office.links()
    token = await office.make_link(TUNDE, "/link 0803 000 0003 mtn rent")
    await office.open(ADA, token)
    office.told(TUNDE)
    told = await answer(office, "sorry, airtel")
    reference = next(each.reference for each in await office.links() if each.note == "rent")
    assert f"/cancel {reference}" in told
    assert "/link 0803 000 0003 airtel rent" in told
    assert {each.network for each in await office.links()} == {Network.MTN}
    await office.say(TUNDE, f"/cancel {reference}")
    office.told(TUNDE)
    told = await answer(office, "sorry, airtel")
    assert "/cancel" not in told
    assert "/link 0803 000 0003 airtel rent" in told
    assert (await office.link(link.reference)).network is Network.MTN


@pytest.mark.parametrize(
    "text",
    [
        *(f"no it's {OTHER}", f"sorry {OTHER}", f"wrong number, it is {OTHER}", f"the number is {OTHER}"),
        *(f"{OTHER} is the right one", f"it should be {OTHER}", f"the correct number na {OTHER}"),
    ],
)
async def test_another_number_is_described_anew_and_made_when_the_note_is_kept(office: Office, text: str) -> None:
    (link,) = await office.links()
    told = await answer(office, text)
    assert f"/cancel {link.reference}" in told
    assert 'for 0803 000 0002 (MTN) is "school fees"' in told
    assert len(await office.links()) == 1
    await office.say(TUNDE, "skip")
    made = [each for each in await office.links() if each.reference != link.reference]
    assert [(each.number and each.number.spaced, each.network, each.note) for each in made] == [
        (OTHER, Network.MTN, "school fees")
    ]
    assert made[0].external_reference == "LN-7"
    assert (await office.link(link.reference)).is_open(office.clock.at)


@pytest.mark.parametrize(
    "text",
    [
        *("wrong number, it ends 68", "it ends 0168", "the last digits are 68", "wrong number"),
        *("wrong person", "wrong customer", "wrong note", "the name is wrong", "wrong reference", "change the note"),
        *("name no correct", "the note is not correct"),
    ],
)
async def test_of_a_number_that_is_not_said_whole_no_link_is_made(office: Office, text: str) -> None:
    (link,) = await office.links()
    outcome = await office.say(TUNDE, text)
    assert not outcome.typed_code
    told = office.told(TUNDE)[0]
    assert f"Link {link.reference} (0803 ••• 0001) is for 0803 000 0001 (MTN)" in told
    assert f"/cancel {link.reference}" in told
    assert "68" not in told
    assert await office.links() == [link]
    assert "/cancel" in await answer(office, "delete the link")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("not mtn", 'is for MTN. Which one is right? Type it: "sorry, MTN" or "sorry, Airtel".'),
        ("wrong network", "is for MTN. Which one is right?"),
        ("sorry, mtn", "is for that already."),
        ("no, 0803 000 0001", "is for that already."),
        ("sorry, glo", "Glo"),
        ("no it's 0803 000 00", "too short"),
    ],
)
async def test_what_is_not_known_is_asked_and_nothing_is_guessed(office: Office, text: str, told: str) -> None:
    links = await office.links()
    assert told in await answer(office, text)
    assert await office.links() == links


@pytest.mark.parametrize("text", ["sorry, airtel", "wrong number, it ends 68", "mtn"])
async def test_without_a_link_on_the_screen_nothing_is_put_right(office: Office, text: str) -> None:
    links = await office.links()
    await office.say(TUNDE, "/links")
    office.told(TUNDE)
    told = [await answer(office, text, who) for who in (TUNDE, BISI)]
    assert await office.links() == links
    assert all(links[0].reference not in each for each in told)


@pytest.mark.parametrize("text", ["another customer", "no note", "the customer is not here", "change my name"])
async def test_what_blames_nothing_of_the_link_is_no_word_about_it(office: Office, text: str) -> None:
    (link,) = await office.links()
    assert link.reference not in await answer(office, text)


@pytest.mark.parametrize("text", ["last 4829", "no 4829", "it ends with code 4829"])
async def test_digits_that_end_no_number_stay_a_code(office: Office, text: str) -> None:
    assert (await office.say(TUNDE, text)).typed_code


async def test_whoever_was_handed_a_link_finds_none_of_its_hidden_digits_by_correcting_it(office: Office) -> None:
    """Each of a thousand is answered alike; a number that shows to be another is another."""
    (link,) = await office.links()
    await office.say(TUNDE, f"/hand {link.reference} Bisi Ade")
    told = set[str]()
    for number in ("0803 000 0001", "0803 555 0001"):
        await office.say(BISI, f"/status {link.reference}")
        office.told(BISI)
        told.add(await answer(office, f"no, {number}", BISI))
    (alike,) = told
    assert "is for 0803 ••• 0001" in alike
    await office.say(BISI, f"/status {link.reference}")
    office.told(BISI)
    assert "0803 555 0002" in await answer(office, "no, 0803 555 0002", BISI)


async def test_the_whole_number_is_its_makers_alone(office: Office) -> None:
    (link,) = await office.links()
    await office.say(TUNDE, f"/hand {link.reference} Bisi Ade")
    await office.say(BISI, f"/status {link.reference}")
    office.told(BISI)
    told = await answer(office, "wrong number", BISI)
    assert "0803 ••• 0001" in told
    assert "0803 000 0001" not in told
    await office.say(BOSS, f"/remind {link.reference}")
    await office.open(ADA, token_in(office.told(BOSS)[-1]))
    office.told(BISI)
    told = await answer(office, "sorry, airtel", BISI)
    assert "0803 000 0001" not in told


async def test_what_is_put_right_goes_to_the_link_that_was_made_after_the_one_that_is_over(office: Office) -> None:
    (wrong,) = await office.links()
    await office.clock.sleep(60)
    token = await office.make_link(TUNDE, f"/link {OTHER} mtn ref:LN-8 Mama Bose pidgin")
    right = (await office.links())[-1]
    await office.say(TUNDE, "/cancel 0001")
    await office.tap(TUNDE, "link-cancel")
    assert f"{wrong.reference} (0803 ••• 0001) is cancelled" in office.told(TUNDE)[-1]
    await office.open(ADA, token)
    office.told(TUNDE)
    told = await answer(office, "sorry airtel")
    assert f"Link {right.reference} (0803 ••• 0002) cannot be changed any more" in told
    assert (
        f"First end it: /cancel {right.reference} Then make a new one: /link Pidgin {OTHER} airtel ref:LN-8 Mama Bose"
        in told
    )


@pytest.mark.parametrize("text", ["sorry airtel", "wrong number", "wrong network"])
async def test_of_a_customer_who_had_everything_deleted_no_number_is_shown(office: Office, text: str) -> None:
    token = await office.make_link(TUNDE, "/link 0803 000 0003 mtn")
    await office.agree(ADA, token)
    await office.say(ADA, "delete")
    await office.say(ADA, "yes")
    office.told(TUNDE)
    told = await answer(office, text)
    assert "cannot be changed any more" in told
    assert "Make a new one: type /link, the whole number," in told
    assert "0803 123 4567" not in told
    assert "any line" not in told


@pytest.mark.parametrize("note", ["wants airtel too", "rent of the shop", "note for glo", "pidgin class"])
async def test_what_is_offered_to_be_copied_makes_the_same_link(office: Office, note: str) -> None:
    token = await office.make_link(TUNDE, f"/link {OTHER} mtn ref:LN-8 note: {note}")
    first = next(each for each in await office.links() if each.note == note)
    await office.open(ADA, token)
    office.told(TUNDE)
    told = await answer(office, "sorry airtel")
    await office.say(TUNDE, f"/cancel {first.reference}")
    await office.say(TUNDE, told[told.index("/link") :])
    (made,) = [each for each in await office.links() if each.network is Network.AIRTEL]
    assert (made.number, made.note, made.language) == (first.number, note, first.language)
    assert made.external_reference == "LN-8"


@pytest.mark.parametrize("text", ["wrong number", "sorry airtel", "no, 0803 000 0001"])
async def test_some_time_after_it_was_made_its_maker_reads_no_whole_number_either(office: Office, text: str) -> None:
    (link,) = await office.links()
    await office.clock.sleep(3600)
    if text == "sorry airtel":
        await office.say(BOSS, f"/remind {link.reference}")
        await office.open(ADA, token_in(office.told(BOSS)[-1]))
    office.told(TUNDE)
    await office.say(TUNDE, f"/status {link.reference}")
    office.told(TUNDE)
    assert "0803 000 0001" not in await answer(office, text)
    await office.say(TUNDE, f"/cancel {link.reference}")
    office.told(TUNDE)
    assert "0803 000 0001" not in await answer(office, text)


@pytest.mark.parametrize("text", [f"phone {OTHER} airtel", f"number: {OTHER} network: airtel", f"{OTHER} airtel"])
async def test_the_line_of_somebody_else_is_no_correction(office: Office, text: str) -> None:
    (link,) = await office.links()
    assert link.reference not in await answer(office, text)


async def test_after_several_corrections_another_one_keeps_the_note_too(office: Office) -> None:
    for number in ("0803 000 0002", "0803 000 0003"):
        await office.say(TUNDE, f"no, {number}")
    office.told(TUNDE)
    assert 'for 0803 000 0004 (MTN) is "school fees"' in await answer(office, "the number is 0803 000 0004")
