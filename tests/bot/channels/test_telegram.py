"""The Telegram channel at work: messages, keys, notes and deletions, as a person sees them."""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.channels.telegram.inbound import take_update
from bot.channels.telegram.updates import AnswerTap, LeaveChat, decode_update
from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone
from bot.ports import Channel, Inbound
from bot.sandbox.emulators.telegram import ScreenButton as Shown
from bot.sandbox.emulators.telegram import TelegramFault
from conversations.changing import replace
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped
from conversations.wording import Button, Rendered
from tests.bot.channels.telegram_stage import START, EmulatedTelegram, Stage, open_leaping_stage, open_stage
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")

HELLO = Rendered("hello")
CONSENT = Rendered("May we?", (Button("agree", "I agree"), Button("decline", "No, thanks")), prompt=7)


@pytest_asyncio.fixture(loop_scope="module")
async def stage(emulated: EmulatedTelegram) -> AsyncIterator[Stage]:
    async with open_stage(emulated) as stage:
        yield stage


async def test_it_is_a_channel_that_knows_its_own_name(stage: Stage) -> None:
    channel: Channel = stage.telegram
    assert (channel.name, channel.shares_contact, channel.handle) == ("telegram", True, "@telcolink_bot")
    assert stage.telegram.title == "telcolink"
    assert not channel.numbers_answers(stage.ada, CONSENT)


async def test_a_message_is_plain_text_without_a_preview(stage: Stage) -> None:
    await stage.telegram.deliver(stage.ada, Rendered("<b>₦1,234.50</b> https://kudi.example"))
    assert stage.texts == ["<b>₦1,234.50</b> https://kudi.example"]
    (call,) = stage.emulator.journal.made("sendMessage")
    assert json.loads(call.arguments["link_preview_options"]) == {"is_disabled": True}
    assert "parse_mode" not in call.arguments


async def test_a_button_brings_back_its_answer_and_its_question(stage: Stage) -> None:
    await stage.telegram.deliver(stage.ada, CONSENT)
    shown = stage.emulator.screen(stage.person).shown[-1]
    assert shown.buttons == [[Shown("I agree", "7:agree"), Shown("No, thanks", "7:decline")]]
    stage.emulator.tap(stage.person, shown.message_id, "No, thanks")
    (update,) = stage.emulator.updates.waiting()
    inbound = decode_update(update.content, b"").inbound
    assert isinstance(inbound, Inbound)
    assert (inbound.contact, inbound.event) == (stage.ada, ButtonTapped("decline", 7))


async def test_a_tap_that_was_answered_already_gets_a_toast(stage: Stage) -> None:
    await stage.telegram.deliver(stage.ada, CONSENT)
    shown = stage.emulator.screen(stage.person).shown[-1]
    first, again = (stage.emulator.tap(stage.person, shown.message_id, "I agree") for _ in range(2))
    toasts = iter(("", "I have that already."))

    async def receive(_: object) -> str:
        return next(toasts)

    for update in stage.emulator.updates.waiting():
        tap = await take_update(stage.telegram, decode_update(update.content, b""), b"", receive)
        assert tap
        stage.telegram.react(tap)
    await until(lambda: first.answered_at and again.answered_at)
    assert (first.text, again.text) == ("", "I have that already.")


async def test_the_contacts_key_stays_until_the_next_message_without_answers(stage: Stage) -> None:
    await stage.telegram.deliver(stage.ada, Rendered("Your number?", contact_label="Share my number"))
    assert stage.emulator.screen(stage.person).keyboard == [["Share my number"]]
    await stage.telegram.deliver(stage.ada, HELLO)
    assert stage.emulator.screen(stage.person).keyboard == []


async def test_the_contacts_key_goes_away_with_a_question_that_has_buttons_and_nothing_of_that_stays(
    stage: Stage,
) -> None:
    await stage.telegram.deliver(stage.ada, Rendered("Your number?", contact_label="Share my number"))
    await stage.telegram.deliver(stage.ada, replace(CONSENT, puts_key_away=True))
    await until(lambda: stage.emulator.screen(stage.person).lines[-1].deleted)
    screen = stage.emulator.screen(stage.person)
    assert (screen.keyboard, stage.texts) == ([], ["Your number?", "May we?"])
    assert screen.shown[-1].buttons


async def test_a_key_that_cannot_be_put_away_holds_up_nothing(stage: Stage) -> None:
    await stage.telegram.deliver(stage.ada, HELLO)
    stage.emulator.fail(TelegramFault("deleteMessage", status=502))
    await stage.telegram.deliver(stage.ada, replace(CONSENT, puts_key_away=True))
    await stage.telegram.deliver(stage.ada, HELLO)
    assert stage.texts[:2] == ["hello", "May we?"]
    assert "hello" in stage.texts[2:]


async def test_a_text_that_is_too_long_comes_in_pieces_with_the_buttons_below(stage: Stage) -> None:
    lines = ["a" * 3000 + "\n", "b" * 3000]
    await stage.telegram.deliver(stage.ada, Rendered("".join(lines), CONSENT.buttons))
    first, second = stage.emulator.screen(stage.person).shown[-2:]
    assert [first.text, second.text] == lines
    assert (first.buttons, bool(second.buttons)) == ([], True)


async def test_a_message_of_the_customers_is_deleted_and_gone_already_is_no_error(stage: Stage) -> None:
    typed = stage.emulator.say(stage.person, "493021")
    for _ in range(2):
        await stage.telegram.delete(stage.ada, str(typed))
    await stage.telegram.delete(stage.ada, "999")
    assert all(line.text != "493021" for line in stage.emulator.screen(stage.person).shown)


async def test_a_message_that_is_too_old_to_be_deleted_is_left(stage: Stage) -> None:
    typed = stage.emulator.say(stage.person, "493021")
    stage.clock.advance(timedelta(hours=49).total_seconds())
    await stage.telegram.delete(stage.ada, str(typed))
    assert stage.emulator.screen(stage.person).shown[-1].text == "493021"


async def test_typing_is_shown(stage: Stage) -> None:
    await stage.telegram.show_typing(stage.ada)
    assert [action.action for action in stage.emulator.screen(stage.person).actions] == ["typing"]


async def test_a_passing_note_is_shown_and_changed(stage: Stage) -> None:
    note = await stage.telegram.show_progress(stage.ada, "one moment", None)
    assert stage.texts == ["one moment"]
    for _ in range(2):
        assert await stage.telegram.show_progress(stage.ada, "done", note) == note
    assert stage.texts == ["done"]


async def test_messages_keep_the_pace_that_telegram_asks_for() -> None:
    async with open_leaping_stage(TELEGRAM_SECONDS_PER_CHAT="1") as stage:
        for _ in range(10):
            await stage.telegram.deliver(stage.ada, HELLO)
        lines = [line for line in stage.emulator.screen(stage.person).shown if line.by_bot]
        assert [(line.at - START).total_seconds() for line in lines] == list(range(10))
        assert stage.emulator.journal.counts["sendmessage", 429] == 0


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (TelegramFault("sendMessage", status=403, description="Forbidden: bot was blocked by the user"), RecipientGone),
        (TelegramFault("sendMessage", status=403, description="Forbidden: user is deactivated"), RecipientGone),
        (TelegramFault("sendMessage", status=400, description="Bad Request: chat not found"), RecipientGone),
        (TelegramFault("sendMessage", status=400, description="Bad Request: BUTTON_DATA_INVALID"), MessageRefused),
        (TelegramFault("sendMessage", status=429, description="Too Many Requests", retry_after=7), ChannelBusy),
        (TelegramFault("sendMessage", status=401, description="Unauthorized"), ChannelDown),
        (TelegramFault("sendMessage", status=500), ChannelDown),
        (TelegramFault("sendMessage", status=502, description="Bad Gateway"), ChannelDown),
        (TelegramFault("sendMessage", drop=True), ChannelDown),
    ],
    ids=lambda value: value.description if isinstance(value, TelegramFault) else value.__name__,
)
async def test_refusals_and_failures_are_told_in_our_words(
    stage: Stage, fault: TelegramFault, expected: type[DeliveryError]
) -> None:
    stage.emulator.fail(fault)
    with pytest.raises(DeliveryError) as failed:
        await stage.telegram.deliver(stage.ada, HELLO)
    assert type(failed.value) is expected
    assert failed.value.__cause__ is failed.value.__context__ is None
    if isinstance(failed.value, ChannelBusy):
        assert failed.value.retry_after == timedelta(seconds=7)


async def test_every_method_raises_our_errors_only(stage: Stage) -> None:
    typed = stage.emulator.say(stage.person, "493021")
    calls: list[Awaitable[object]] = [
        stage.telegram.deliver(stage.ada, HELLO),
        stage.telegram.delete(stage.ada, str(typed)),
        stage.telegram.show_menu(stage.ada, ()),
        stage.telegram.show_typing(stage.ada),
        stage.telegram.show_progress(stage.ada, "one moment", None),
        stage.telegram.show_progress(stage.ada, "done", "1"),
    ]
    stage.emulator.fail(TelegramFault("*", times=len(calls), status=500))
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [ChannelDown] * len(calls)


async def test_people_who_never_started_or_left_are_gone(stage: Stage) -> None:
    stranger = Contact("telegram", str(stage.emulator.add_person("Obi").id))
    with pytest.raises(RecipientGone):
        await stage.telegram.deliver(stranger, HELLO)
    stage.emulator.block(stage.person)
    with pytest.raises(RecipientGone):
        await stage.telegram.deliver(stage.ada, HELLO)


async def test_after_too_many_requests_the_chat_rests_and_typing_is_left_out() -> None:
    async with open_leaping_stage() as stage:
        stage.emulator.fail(TelegramFault("sendMessage", status=429, retry_after=30))
        with pytest.raises(ChannelBusy):
            await stage.telegram.deliver(stage.ada, HELLO)
        await stage.telegram.show_typing(stage.ada)
        await stage.telegram.deliver(stage.ada, HELLO)
        screen = stage.emulator.screen(stage.person)
        assert screen.actions == []
        assert screen.shown[-1].at == START + timedelta(seconds=30)


async def test_what_is_too_fast_for_no_chat_halts_none(stage: Stage) -> None:
    stage.emulator.fail(TelegramFault("getMe", status=429, retry_after=3600))
    stage.emulator.fail(TelegramFault("sendMessage", status=429, retry_after=30))
    with pytest.raises(ChannelBusy):
        await stage.telegram.ask(stage.telegram.calls.do("getMe", {}))
    with pytest.raises(ChannelBusy):
        await stage.telegram.deliver(stage.ada, HELLO)
    obi = stage.emulator.add_person("Obi").id
    stage.emulator.start(obi)
    async with asyncio.timeout(20):
        await stage.telegram.deliver(Contact("telegram", str(obi)), HELLO)


async def test_a_tap_is_answered_and_an_old_one_is_let_be(stage: Stage, capsys: pytest.CaptureFixture[str]) -> None:
    await stage.telegram.deliver(stage.ada, CONSENT)
    message = stage.emulator.screen(stage.person).shown[-1].message_id
    press = stage.emulator.tap(stage.person, message, "I agree")
    stage.telegram.react(AnswerTap(press.id))
    await until(lambda: press.answered_at)
    stage.telegram.react(AnswerTap(press.id))
    await until(lambda: stage.emulator.journal.counts["answercallbackquery", 400])
    await stage.telegram.show_typing(stage.ada)  # a whole call later
    assert "background_task_failed" not in capsys.readouterr().out


async def test_a_group_is_left(stage: Stage) -> None:
    group = stage.emulator.add_group()
    stage.telegram.react(LeaveChat(group))
    await until(lambda: stage.emulator.screen(group).chat_id and stage.emulator.state.chats[group].bot_status == "left")


async def test_a_token_that_is_refused_is_told_to_the_operator(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.emulator.fail(TelegramFault("sendMessage", status=401, description="Unauthorized"))
    with pytest.raises(ChannelDown):
        await stage.telegram.deliver(stage.ada, HELLO)
    assert "telegram_token_refused" in capsys.readouterr().out
