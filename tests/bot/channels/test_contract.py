"""What every channel must do, whichever it is: Telegram, WhatsApp and the console are put to the same questions."""

from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from bot.channels.module import ChannelKind
from bot.channels.registry import CHANNELS
from bot.channels.settings import DECLARATIONS
from bot.config.declarations import SettingsPart
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, RecipientGone
from bot.ports import Inbound
from conversations.customer.events import TextReceived
from conversations.effects import MenuItem
from conversations.wording import Button, Rendered
from storage.errors import StorageFull
from storage.sealing import Keyring
from tests.bot.channels.contract_stage import OPENINGS, WAYS_IN, NotAcknowledged, Subject

HELLO = Rendered("hello")
ASKING = Rendered("May we?", (Button("agree", "I agree"), Button("decline", "No, thanks")), prompt=7)
MENU = (MenuItem("link", "make a link"), MenuItem("help", "what you can type"))
ON_WITHOUT_A_NETWORK = {"console"}  # nothing there can be busy or down
NEEDED = {"ENCRYPTION_KEYS": Keyring.generate_key(), "MONO_SECRET_KEY": "test_sk_0123456789"}

every_way_in = pytest.mark.parametrize(("channel", "way"), WAYS_IN)
every_kind = pytest.mark.parametrize("kind", CHANNELS, ids=lambda kind: kind.name)


@pytest.fixture(params=OPENINGS)
async def subject(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Subject]:
    async with OPENINGS[request.param](tmp_path) as subject:
        yield subject


async def greet(subject: Subject) -> Inbound:
    """They have written, so that they may be written to."""
    await subject.write("hello there")
    return subject.receiver.turns[-1]


def test_every_channel_that_can_be_switched_on_is_put_to_these_questions() -> None:
    known = {kind.name for kind in CHANNELS} | ON_WITHOUT_A_NETWORK
    assert known == set(OPENINGS), "OPENINGS in contract_stage.py"


# What goes out


async def test_a_message_arrives_once(subject: Subject) -> None:
    await greet(subject)
    await subject.module.channel.deliver(subject.contact, HELLO)
    assert await subject.said() == ["hello"]


async def test_a_question_arrives_once_with_its_answers(subject: Subject) -> None:
    await greet(subject)
    await subject.module.channel.deliver(subject.contact, ASKING)
    (question,) = await subject.said()
    assert question.startswith("May we?")


@pytest.mark.parametrize("error", [RecipientGone, ChannelBusy, ChannelDown])
async def test_what_the_platform_refuses_is_told_in_our_words_and_nothing_arrived(
    subject: Subject, error: type[DeliveryError]
) -> None:
    await greet(subject)
    if error not in subject.break_next:
        assert subject.module.channel.name in ON_WITHOUT_A_NETWORK
        return
    subject.break_next[error]()
    with pytest.raises(error) as refused:
        await subject.module.channel.deliver(subject.contact, HELLO)
    assert not isinstance(refused.value, ChannelBusy) or refused.value.retry_after > timedelta(0)
    assert (refused.value.__cause__, refused.value.__context__) == (None, None)
    assert await subject.said() == []


async def test_their_message_is_deleted_and_gone_already_is_no_error(subject: Subject) -> None:
    event = (await greet(subject)).event
    assert isinstance(event, TextReceived)
    subject.let_settle()
    for _ in range(2):
        await subject.module.channel.delete(subject.contact, event.message)
    assert ("hello there" in await subject.shown()) is not subject.module.channel.deletes_messages


async def test_typing_and_menus_are_shown_where_there_are_any(subject: Subject) -> None:
    channel = subject.module.channel
    await greet(subject)
    await channel.show_typing(subject.contact)
    assert subject.is_typing is None or subject.is_typing()
    for items in (MENU, ()):
        await channel.show_menu(subject.contact, items)
    assert await subject.said() == []


async def test_a_passing_note_is_changed_where_there_is_such_a_thing(subject: Subject) -> None:
    channel = subject.module.channel
    await greet(subject)
    note = await channel.show_progress(subject.contact, "one moment", None)
    if note:
        await channel.show_progress(subject.contact, "done", note)
    assert await subject.said() == (["done"] if note else [])


async def test_nothing_but_our_errors_comes_out_of_it(subject: Subject) -> None:
    """Whatever is asked of it while the platform fails in each of its ways, each of which is met."""
    await greet(subject)
    channel, contact = subject.module.channel, subject.contact
    subject.let_settle()
    for error, sabotage in reversed(subject.break_next.items()):  # who is gone does not come back
        sabotage()
        met = []
        for work in (
            channel.deliver(contact, HELLO),
            channel.delete(contact, "999"),
            channel.show_menu(contact, MENU),
            channel.show_typing(contact),
            channel.show_progress(contact, "one moment", None),
        ):
            try:
                await work
            except DeliveryError as refused:
                met.append(refused)
        assert [each for each in met if isinstance(each, error)]


async def test_it_says_what_it_is_called_and_where_its_chat_is(subject: Subject) -> None:
    channel = subject.module.channel
    assert channel.name == subject.contact.channel
    assert channel.brand
    assert channel.handle
    assert channel.way_in.startswith("https://") if subject.has_way_in else channel.way_in == ""


# What comes in


async def test_what_they_write_is_handed_on_once_with_its_delivery_and_whose_it_is(subject: Subject) -> None:
    await subject.write("0803 123 4567")
    (inbound,) = subject.receiver.came
    assert inbound.contact == subject.contact
    assert inbound.delivery
    assert isinstance(inbound.event, TextReceived)
    assert inbound.event.text == "0803 123 4567"


async def test_a_delivery_that_comes_again_has_no_second_turn(subject: Subject) -> None:
    delivery = await subject.write("hello")
    await subject.repeat(delivery)
    await subject.write("hello")
    assert len(subject.receiver.turns) == 2
    assert len({inbound.delivery for inbound in subject.receiver.turns}) == 2


@every_way_in
@pytest.mark.parametrize("times", [1, 2])
async def test_what_breaks_on_a_defect_of_ours_is_put_aside_and_claimed_and_holds_up_nothing(
    tmp_path: Path, channel: str, way: str, times: int
) -> None:
    async with OPENINGS[channel](tmp_path) as subject:
        for text in ("one", "two"):
            await subject.ways[way].bring(text)
        receiver = subject.receiver
        receiver.troubles = [ZeroDivisionError()] * times
        await subject.ways[way].come()
        (aside,) = receiver.aside
        assert b"one" in aside.content
        assert (aside.channel, aside.contact) == (channel, subject.contact if times == 1 else None)
        assert texts_of(receiver.turns) == ["two"]
        assert await receiver.has_seen(aside)


@every_way_in
@pytest.mark.parametrize(("text", "is_code"), [("482913", True), ("it is 48 29", True), ("no 123", False)])
async def test_what_is_put_aside_and_may_hold_a_code_does_not_stay_in_the_chat(
    tmp_path: Path, channel: str, way: str, text: str, *, is_code: bool
) -> None:
    async with OPENINGS[channel](tmp_path) as subject:
        await subject.ways[way].bring(text)
        subject.receiver.troubles = [ZeroDivisionError()] * 2
        await subject.ways[way].come()
        (aside,) = subject.receiver.aside
        assert (aside.with_code and aside.with_code[0]) == (subject.contact if is_code else None)


@every_way_in
async def test_a_disk_that_fails_over_a_defect_is_no_acknowledgement(tmp_path: Path, channel: str, way: str) -> None:
    async with OPENINGS[channel](tmp_path) as subject:
        for text in ("one", "two"):
            await subject.ways[way].bring(text)
        subject.receiver.troubles = [ZeroDivisionError(), StorageFull("no room")]
        with suppress(NotAcknowledged):
            await subject.ways[way].come()
        with suppress(NotAcknowledged):
            await subject.ways[way].come()
        assert sorted(texts_of(subject.receiver.turns)) == ["one", "two"]
        assert subject.receiver.aside == []


async def test_every_way_in_is_put_to_these_questions(subject: Subject) -> None:
    listed = {way for channel, way in WAYS_IN if channel == subject.module.channel.name}
    assert listed == set(subject.ways), "WAYS_IN in contract_stage.py"


def texts_of(turns: list[Inbound]) -> list[str]:
    return [turn.event.text for turn in turns if isinstance(turn.event, TextReceived)]


# What the service has of it


async def test_doors_sweeps_and_background_work_are_what_the_service_can_use(subject: Subject) -> None:
    module = subject.module
    for door in module.doors():
        assert door.path.startswith(f"/{module.channel.name}")
    for span, sweep in module.sweeps():
        assert span >= timedelta(seconds=1)
        assert callable(sweep)
    for what, work in module.background():
        assert what
        assert callable(work)
    assert module.inviter is None or module.inviter.direct.channel == module.channel.name
    await module.register("Kudi Loans")


# Before it is opened


@every_kind
def test_without_its_settings_it_is_off_and_names_what_is_missing(kind: ChannelKind) -> None:
    settings = read_settings(NEEDED, needs_channel=False)
    for name in kind.declaration.needed:
        assert name in settings.off_because(kind.name)


@every_kind
def test_what_it_declares_are_settings_of_its_own(kind: ChannelKind) -> None:
    declaration, fields = kind.declaration, set(Settings.fields())
    own = {name.upper() for name in declaration.part.fields()}
    assert issubclass(Settings, declaration.part)
    assert issubclass(declaration.part, SettingsPart)
    assert {name.lower() for name in own} <= fields
    assert set(declaration.needed) <= own
    assert {name for each in declaration.together for name in (*each.needed, *each.signs)} <= own


@every_kind
def test_it_has_checks_for_the_doctor(kind: ChannelKind) -> None:
    assert kind.checks
    assert all(check.__name__.startswith("check_") for check in kind.checks)


@every_kind
def test_an_administrator_can_be_named_by_their_address_there(kind: ChannelKind) -> None:
    contact = f"{kind.name}:{kind.declaration.address.example}"
    (admin,) = read_settings(NEEDED | {"ADMINS": contact}, needs_channel=False).admins
    assert f"{admin.channel}:{admin.address}" == contact


def test_registry_and_settings_list_the_same_channels() -> None:
    """In one order, which is that in which they are named and asked."""
    listed = [kind.name for kind in CHANNELS], [declaration.name for declaration in DECLARATIONS]
    assert listed[0] == listed[1], "bot/channels/registry.py, and bot/channels/settings.py"
    assert tuple(kind.declaration for kind in CHANNELS) == DECLARATIONS
