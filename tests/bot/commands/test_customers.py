"""`telcolink customers`: found, exported, unlinked and deleted by an operator, beside a running service and without."""

import asyncio
import json
import stat
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from bot.sandbox.emulators.mono import MonoFault
from conversations.consent import EndReason, agree
from conversations.contact import Contact
from storage.database import Database
from tests.bot.commands.customers_stage import OPERATOR, Desk, arrive, hears
from tests.customers import Customer
from tests.ports import free_port
from tests.server_stage import Town, open_town, until

ADA, BEN, EZE = "08030000101", "08031000101", "08032000101"
CAPTURE = pytest.CaptureFixture[str]
looking = pytest.mark.asyncio(loop_scope="module")  # where the service is that all of them look at


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with open_town(tmp_path) as town:
        await town.server.start()
        yield Desk(town)


@pytest.fixture
async def ada(desk: Desk) -> Customer:
    return await linked(arrive(desk.town, desk.town.telegram.phone(ADA), ADA))


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def settled(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Town, Customer]]:
    """A service that runs, and Ada's line with it, for all who only look."""
    async with open_town(tmp_path_factory.mktemp("town")) as town:
        await town.server.start()
        yield town, await linked(arrive(town, town.telegram.phone(ADA), ADA))


@pytest.fixture
def window(settled: tuple[Town, Customer]) -> Desk:
    """A desk from which nothing is changed."""
    desk = Desk(settled[0])
    desk.since = len(desk.acts())
    return desk


@pytest.fixture
def ada_stays(settled: tuple[Town, Customer]) -> Customer:
    return settled[1]


def written(folder: Path) -> list[Path]:
    return list(folder.glob("customer-*"))


async def linked(customer: Customer) -> Customer:
    await customer.link()
    return customer


@looking
async def test_a_customer_is_found_by_number_receipt_and_chat_and_shown_masked(
    window: Desk, ada_stays: Customer, capsys: CAPTURE
) -> None:
    receipt = window.receipt_of(ada_stays)
    for words in (
        ["--number", ADA],
        ["--receipt", receipt.lower()],
        ["--contact", f"telegram:{ada_stays.phone.person}"],
    ):
        assert await window.types("find", *words) == 0
        headings, row = capsys.readouterr().out.splitlines()
        assert headings.split()[:2] == ["CHAT", "IN"]  # the log
        assert all(words in row for words in (receipt, "MTN 0803 ••• 0101", "linked", ada_stays.phone.person[-4:]))
        assert ada_stays.phone.person not in row
    assert window.acts() == [(OPERATOR, "customer-found", receipt)] * 3


@looking
async def test_what_is_nobodys_is_said_to_be_and_was_looked_for_all_the_same(
    window: Desk, ada_stays: Customer, capsys: CAPTURE
) -> None:
    assert await window.types("find", "--receipt", "C-NOBODYS0") == 1
    assert await window.types("find", "--number", "08039999999") == 1
    assert await window.types("unlink", "--receipt", "C-NOBODYS0") == 1
    first, second, third = capsys.readouterr().err.splitlines()
    assert (first, third) == ("The receipt C-NOBODYS0 is nobody's.",) * 2
    assert second.startswith("Nobody is known by that number")
    assert window.acts() == [(OPERATOR, "customer-found", "nobody")] * 2
    assert window.linked() == 1


@looking
async def test_who_is_linking_a_line_is_found_by_its_number_and_not_ended_by_it(window: Desk, capsys: CAPTURE) -> None:
    ben = arrive(window.town, window.town.telegram.phone(BEN), BEN)
    await ben.ask("/start")
    await ben.choose("I agree")
    await ben.ask(f"{BEN} mtn")
    shown = await ben.enter("000000")
    assert "not right" in shown.text
    assert await window.types("find", "--number", BEN) == 0
    _, row = capsys.readouterr().out.splitlines()
    assert "agreed, nothing linked" in row
    assert await window.types("delete", "--number", BEN, "--yes") == 1
    assert "find` shows who only gave it: name their receipt or chat." in capsys.readouterr().err
    assert [act for _, act, _ in window.acts()] == ["customer-found"]


async def test_who_only_gave_a_number_is_found_exported_and_deleted_before_they_agree(
    desk: Desk, tmp_path: Path, capsys: CAPTURE
) -> None:
    for phone in (desk.town.telegram.phone(ADA), desk.town.whatsapp.phone(BEN)):
        customer = arrive(desk.town, phone, EZE)
        chat = ["--contact", f"{phone.channel}:{phone.person}"]
        await customer.ask("hello")
        assert "for after" in (await customer.ask(EZE)).text, "it is kept"
        for words in (chat, ["--number", EZE]):
            assert await desk.types("find", *words) == 0
            _, row = capsys.readouterr().out.splitlines()
            assert row.endswith("never agreed")
        folder = tmp_path / phone.channel
        folder.mkdir()
        assert await desk.types("export", *chat, "--out", str(folder)) == 0
        assert any(f"+234{EZE[1:]}" in path.read_text("utf-8") for path in written(folder))
        assert await desk.types("delete", *chat, "--yes") == 0
        assert "has deleted what was kept of you here" in await hears(customer, "has deleted")
        assert await desk.types("find", "--number", EZE) == 1
        capsys.readouterr()
    about = [about for _, _, about in desk.acts()]
    assert about == [*["who never agreed"] * 3, "asked", "nobody"] * 2


async def test_a_refusal_is_found_and_exported_and_stays_when_all_else_is_deleted(
    desk: Desk, tmp_path: Path, capsys: CAPTURE
) -> None:
    phone = desk.town.telegram.phone(ADA)
    await arrive(desk.town, phone, ADA).ask("unsubscribe")
    chat = ["--contact", f"telegram:{phone.person}"]
    assert await desk.types("find", *chat) == 0
    assert await desk.types("export", *chat, "--out", str(tmp_path)) == 0
    held = json.loads(next(each for each in written(tmp_path) if each.suffix == ".json").read_text("utf-8"))
    assert held["chats"][0]["conversation"]["silent"] is True
    assert await desk.types("delete", *chat, "--yes") == 1
    assert "that it wants to hear no more" in capsys.readouterr().err
    assert await desk.types("find", *chat) == 0


async def test_a_line_is_unlinked_by_the_running_service_and_its_customer_hears_why(
    desk: Desk, ada: Customer, capsys: CAPTURE
) -> None:
    receipt = desk.receipt_of(ada)
    assert await desk.types("unlink", "--number", ADA, "--because", "tricked") == 0
    assert receipt in capsys.readouterr().out
    assert desk.linked() == 0
    told = await hears(ada, "has unlinked 0803 ••• 0101 for you")
    assert "because somebody may have tricked you into linking it" in told
    await until(lambda: desk.unlinked_at_provider() == 1)
    newest = desk.evidence()[0]
    assert (newest.withdrawn, newest.agreement.reference) == (True, receipt)
    assert desk.acts() == [(OPERATOR, "customer-unlinked", f"{receipt} tricked")]
    assert await desk.types("unlink", "--receipt", receipt) == 1
    assert "there is nothing to unlink" in capsys.readouterr().err
    assert await desk.types("find", "--receipt", receipt) == 0
    assert "ended" in capsys.readouterr().out


async def test_who_lost_their_phone_is_forgotten_once_in_the_middle_of_something(
    desk: Desk, ada: Customer, capsys: CAPTURE
) -> None:
    await ada.ask("link another line")
    assert await desk.types("delete", "--contact", f"telegram:{ada.phone.person}", "--because", "lost") == 0
    told = await hears(ada, "has deleted what was kept of you here")
    assert "because your phone is lost" in told
    assert desk.linked() == 0
    assert await desk.types("find", "--contact", f"telegram:{ada.phone.person}") == 0  # the evidence stays
    asked = len(desk.asked)
    assert await desk.types("delete", "--contact", f"telegram:{ada.phone.person}", "--because", "lost") == 1
    assert "Nothing of that chat can be deleted any more" in capsys.readouterr().err
    assert [act for _, act, _ in desk.acts()] == ["customer-deleted", "customer-found"]
    assert len(desk.asked) == asked


async def test_nothing_is_done_without_a_yes(desk: Desk, ada: Customer, capsys: CAPTURE) -> None:
    desk.confirms = False
    assert await desk.types("unlink", "--number", ADA) == 1
    assert "nobody said yes" in capsys.readouterr().err
    assert (desk.linked(), desk.acts(), len(desk.asked)) == (1, [], 1)
    assert await desk.types("unlink", "--number", ADA, "--yes") == 0
    assert (desk.linked(), len(desk.asked)) == (0, 1)


@looking
async def test_all_that_is_held_is_written_for_its_reader_alone(
    window: Desk, ada_stays: Customer, tmp_path: Path, capsys: CAPTURE
) -> None:
    receipt = window.receipt_of(ada_stays)
    assert await window.types("export", "--number", ADA, "--out", str(tmp_path)) == 0
    files = {path.suffix: path for path in written(tmp_path)}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files.values()} == {0o600}
    (chat,) = json.loads(files[".json"].read_text("utf-8"))["chats"]
    assert chat["chat"] == {"channel": "telegram", "address": ada_stays.phone.person}
    assert chat["lines"][0]["claim"]["line"]["number"]["e164"] == f"+234{ADA[1:]}"
    assert chat["agreements"][0]["agreement"]["reference"] == receipt
    assert f"+234{ADA[1:]}" in files[".txt"].read_text("utf-8")
    assert window.acts() == [(OPERATOR, "customer-exported", receipt)]
    assert str(files[".txt"]) in capsys.readouterr().out


async def test_without_a_service_the_command_does_it_by_itself(desk: Desk, ada: Customer, capsys: CAPTURE) -> None:
    receipt = desk.receipt_of(ada)
    assert await desk.town.server.stop() == 0
    assert await desk.types("unlink", "--receipt", receipt) == 0
    assert receipt in capsys.readouterr().out
    assert (desk.linked(), desk.unlinked_at_provider()) == (0, 1)
    assert "as you asked" in await hears(ada, "has unlinked")
    assert desk.acts() == [(OPERATOR, "customer-unlinked", f"{receipt} asked")]


async def test_who_is_on_a_channel_that_is_off_is_said_to_wait_and_hears_it_once_that_is_on(
    desk: Desk, capsys: CAPTURE
) -> None:
    eze = await linked(arrive(desk.town, desk.town.whatsapp.phone(EZE), EZE))
    assert await desk.town.server.stop() == 0
    sender = desk.town.server.settings.pop("WHATSAPP_FROM")
    others = {name: value for name, value in desk.town.server.settings.items() if name.startswith("TWILIO_")}
    for name in others:
        del desk.town.server.settings[name]
    assert await desk.types("delete", "--number", EZE) == 0
    said = capsys.readouterr().out
    assert "whatsapp is off: the customer is told there only if it is on again within 24 hours" in said
    assert "is told in the chat" not in said
    desk.town.server.settings |= {"WHATSAPP_FROM": sender, **others}
    await desk.town.server.start()
    await hears(eze, "has deleted what was kept of you here")


async def test_a_wish_that_the_service_took_and_did_not_answer_is_carried_out_once_after_its_death(
    desk: Desk, ada: Customer
) -> None:
    desk.town.server.pause()
    typing = asyncio.create_task(desk.types("unlink", "--number", ADA))
    folder = desk.town.database.with_name(f"{desk.town.database.name}.wishes")
    await until(lambda: folder.exists() and any(path.suffix == ".wish" for path in folder.iterdir()))
    await desk.town.server.kill()
    desk.town.telegram.emulator.advance(2)  # it lets the webhook be set once a second
    await desk.town.server.start()
    assert await typing == 0
    assert (desk.linked(), len(desk.acts())) == (0, 1)
    assert list(folder.iterdir()) == []


# After a copy was brought back


async def test_what_the_provider_has_let_go_of_is_listed_and_ended_again(
    desk: Desk, ada: Customer, capsys: CAPTURE
) -> None:
    eze = await linked(arrive(desk.town, desk.town.whatsapp.phone(EZE), EZE))
    receipt = desk.receipt_of(ada)
    copy = desk.town.database.with_suffix(".copy")
    assert await desk.town.server.stop() == 0
    copy.write_bytes(desk.town.database.read_bytes())
    assert await desk.types("unlink", "--number", ADA) == 0
    desk.town.database.write_bytes(copy.read_bytes())
    assert desk.linked() == 2
    capsys.readouterr()

    assert await desk.types("reconcile") == 0
    listed = capsys.readouterr().out
    assert (receipt in listed, "the provider" in listed, desk.receipt_of(eze) in listed) == (True, True, False)
    assert desk.linked() == 2
    assert await desk.types("reconcile", "--repeat") == 0
    assert desk.linked() == 1
    assert "once more" in await hears(ada, "had ended this before")
    assert desk.acts()[-1] == (OPERATOR, "customer-unlinked", f"{receipt} again")
    assert await desk.types("reconcile", "--repeat") == 0
    said = capsys.readouterr().out
    assert "Nothing that stands here is known to have ended" in said
    assert "Noted" not in said, "of what was not known to be a copy"


async def test_a_copy_that_runs_already_is_spoken_of_until_it_was_reconciled_and_no_more_then(
    desk: Desk, ada: Customer, capsys: CAPTURE
) -> None:
    assert await desk.town.server.stop() == 0
    copy = desk.town.database.read_bytes()
    assert await desk.types("unlink", "--number", ADA) == 0
    await _starts_again(desk)  # which notes where the record ends
    desk.town.database.write_bytes(copy)
    for told in (1, 2):
        await _starts_again(desk)
        assert (desk.town.server.said.count("copy_brought_back"), bool(desk.missed())) == (told, True)
    desk.town.telegram.emulator.advance(2)  # it lets the webhook be set once a second
    await desk.town.server.start()
    mono = desk.town.server.settings["MONO_API_BASE"]
    desk.town.server.settings["MONO_API_BASE"] = f"http://127.0.0.1:{free_port()}"
    assert await desk.types("reconcile", "--repeat") == 0
    assert "the provider said nothing" in capsys.readouterr().out
    desk.town.server.settings["MONO_API_BASE"] = mono
    assert await desk.types("reconcile") == 0
    assert desk.missed(), "while nothing is known of somebody, and by a list alone"
    assert await desk.types("reconcile", "--repeat") == 0
    assert (desk.linked(), desk.missed()) == (0, {})
    assert "Noted that this copy is reconciled." in capsys.readouterr().out
    assert await desk.town.server.stop() == 0
    await _starts_again(desk)
    assert desk.town.server.said.count("copy_brought_back") == 3
    assert not desk.missed()


async def _starts_again(desk: Desk) -> None:
    """And ends in order."""
    desk.town.telegram.emulator.advance(2)  # it lets the webhook be set once a second
    await desk.town.server.start()
    assert await desk.town.server.stop() == 0


async def test_what_the_businesss_system_was_told_is_ended_again(
    desk: Desk, ada: Customer, tmp_path: Path, capsys: CAPTURE
) -> None:
    (line,) = desk.found(ada).lines
    events = tmp_path / "events.jsonl"
    body = {"type": "line.withdrawn", "data": {"account_id": line.account.reveal(), "consent_id": "C-ABCDEFGH"}}
    before, after = ({**body, "timestamp": f"{year}-01-01T00:00:00.000Z"} for year in (2020, 2090))
    events.write_text(f"{json.dumps(before)}\nno event\n[]\n{{}}\n", encoding="utf-8")
    assert await desk.types("reconcile", "--repeat", "--events", str(events)) == 0
    assert desk.linked() == 1
    assert "3 lines of the file are no events, the first of them line 2" in capsys.readouterr().out
    assert await desk.types("reconcile", "--events", "none.jsonl") == 1
    assert capsys.readouterr().err == "It cannot be done: none.jsonl: no such file or directory\n"
    events.write_text("no event at all", encoding="utf-8")
    assert await desk.types("reconcile", "--repeat", "--events", str(events)) == 1
    assert "holds no event" in capsys.readouterr().err
    events.write_text(json.dumps(after), encoding="utf-8-sig")
    assert await desk.types("reconcile", "--repeat", "--events", str(events)) == 0
    assert "your events" in capsys.readouterr().out
    assert desk.linked() == 0


async def test_the_end_of_another_chats_agreement_for_the_line_ends_no_other(
    desk: Desk, ada: Customer, tmp_path: Path, capsys: CAPTURE
) -> None:
    (line,) = desk.found(ada).lines
    assert await desk.town.server.stop() == 0
    elsewhere = Contact("whatsapp", "+2348030000101")
    ended = agree(elsewhere, "en", line.linked_at)
    database = await Database.open(desk.town.database)
    await database.run(
        lambda tx: desk.store.consents.record(tx, elsewhere, ended, ended.at, withdrawn=True, why=EndReason.TIME)
    )
    await database.close()
    events = tmp_path / "events.jsonl"
    data = {"account_id": line.account.reveal(), "consent_id": ended.reference, "reason": "time"}
    body = {"type": "line.withdrawn", "timestamp": "2090-01-01T00:00:00.000Z", "data": data}
    events.write_text(json.dumps(body), encoding="utf-8")
    assert await desk.types("reconcile", "--repeat", "--events", str(events)) == 0
    assert "Nothing that stands here is known to have ended" in capsys.readouterr().out
    assert desk.linked() == 1


@looking
@pytest.mark.parametrize(("left", "is_less"), [(["identity"], True), (["identity", "balances", "transactions"], False)])
async def test_where_a_customer_left_less_to_be_read_than_stands_here_that_is_said(
    window: Desk, ada_stays: Customer, tmp_path: Path, capsys: CAPTURE, left: list[str], is_less: bool
) -> None:
    (line,), events = window.found(ada_stays).lines, tmp_path / "events.jsonl"
    receipt = line.claim.agreement.reference
    data = {"account_id": line.account.reveal(), "consent_id": receipt, "scopes": left}
    body = {"type": "line.narrowed", "timestamp": "2090-01-01T00:00:00.000Z", "data": data}
    events.write_text(json.dumps(body), encoding="utf-8")
    assert await window.types("reconcile", "--events", str(events)) == 0
    assert (f"less may be read than stands here: {receipt}." in capsys.readouterr().out) == is_less


@looking
async def test_what_was_linked_after_the_copy_is_named_unless_it_ended(
    window: Desk, ada_stays: Customer, tmp_path: Path, capsys: CAPTURE
) -> None:
    events = tmp_path / "events.jsonl"
    happened = [("linked", "1", "C-AAAAAAAA"), ("linked", "2", "C-BBBBBBBB"), ("withdrawn", "2", "C-BBBBBBBB")]
    bodies = [
        {
            "type": f"line.{kind}",
            "timestamp": f"2090-01-0{number}T00:00:00.000Z",
            "data": {"account_id": account, "consent_id": receipt},
        }
        for number, (kind, account, receipt) in enumerate(happened, start=1)
    ]
    events.write_text("\n".join(map(json.dumps, bodies)), encoding="utf-8")
    assert await window.types("reconcile", "--events", str(events)) == 0
    assert "not known here: C-AAAAAAAA. Have" in capsys.readouterr().out


async def test_many_that_are_gone_are_an_alarm_and_not_an_ending(desk: Desk, ada: Customer, capsys: CAPTURE) -> None:
    for number in ("08032000102", "08032000103"):
        await linked(arrive(desk.town, desk.town.telegram.phone(number), number))
    desk.town.mono.fail("*/accounts/*", MonoFault(404, message="Account not found"), times=9)
    assert await desk.types("reconcile", "--repeat") == 1
    assert "A wrong key looks like that" in capsys.readouterr().err
    assert desk.linked() == 3
