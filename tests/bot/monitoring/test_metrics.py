"""The metrics count what happened, under names that stay, and never name a person."""

import asyncio
import re
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from math import isnan
from pathlib import Path

import pytest

from bot.channels.whatsapp.refusals import NotOnWhatsApp, OursToMend
from bot.errors import ChannelBusy, RecipientGone
from bot.http.refused import RefusedPosts
from bot.monitoring.channel_health import Way
from bot.monitoring.metrics import CONTENT_TYPE, Metrics
from bot.outbox.payloads import KINDS
from bot.ports import Inbound, UnreadableInbound
from bot.turns.outcome import Passage, TurnOutcome
from conversations.account import Missing
from conversations.agents.turn import Act
from conversations.changing import replace
from conversations.consent import EndReason
from conversations.contact import Contact
from conversations.customer.events import OtpSent, OtpVerified, Restarted, TextReceived
from conversations.customer.facts import LineLinked
from conversations.customer.turn import Turn
from conversations.effects import ForgetLine, RequestOtp
from conversations.link import Reason
from conversations.memory import Case
from conversations.network import Line, Network
from conversations.otp import OtpForm
from conversations.pause import Pause
from conversations.phone import PhoneNumber
from conversations.rules import Rules
from conversations.secret import AccountId, ExchangeCode, SessionReference
from conversations.session import AskingConsent, Session
from storage.database import MEMORY, Database
from storage.outbox import OutboxMessage
from storage.sealing import Keyring
from storage.store import Store
from tests.scenes import LINKED, NOON

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
ADA, BEN = Contact("telegram", "2348031234567"), Contact("telegram", "2348021234567")
LINE = Line(PhoneNumber("+2348031234567"), Network.MTN)
LETTER = OutboxMessage(1, b"lane", "message", b"", 0, NOW, NOW)
REQUEST = RequestOtp(1, LINE, allowances=())
TYPED = Inbound(ADA, TextReceived("hello"), delivery="1")
UNREADABLE = UnreadableInbound("whatsapp", "no JSON", b"{", delivery="2")


def figures(metrics: Metrics) -> dict[str, float]:
    """What Prometheus would read, without the process's own figures."""
    lines = metrics.render().decode().splitlines()
    pairs = [line.rsplit(" ", 1) for line in lines if not line.startswith(("#", "telcolink_process"))]
    return {name: float(value) for name, value in pairs}


@dataclass(slots=True)
class Supervisor:
    """Seconds that pass when a test says so."""

    seconds: float = 1000.0

    def read(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Supervisor:
    return Supervisor()


@pytest.fixture
def metrics(watch: Supervisor) -> Metrics:
    return Metrics(watch.read)


def test_turns_are_counted_by_event_and_outcome(metrics: Metrics) -> None:
    metrics.turn(TYPED, TurnOutcome(ADA, messages=(LETTER,)))
    metrics.turn(TYPED, TurnOutcome(ADA, messages=(LETTER,)))
    metrics.turn(TYPED, TurnOutcome(ADA))
    counted = figures(metrics)
    assert counted['telcolink_turns_total{event="TextReceived",outcome="answered"}'] == 2
    assert counted['telcolink_turns_total{event="TextReceived",outcome="unanswered"}'] == 1


def test_a_repeated_delivery_is_counted_as_that_and_nothing_else(metrics: Metrics) -> None:
    metrics.turn(TYPED, TurnOutcome(repeated=True))
    metrics.turn(UNREADABLE, TurnOutcome(repeated=True))
    counted = figures(metrics)
    assert counted['telcolink_inbound_repeated_total{channel="telegram"}'] == 1
    assert counted['telcolink_inbound_repeated_total{channel="whatsapp"}'] == 1
    assert counted['telcolink_turns_total{event="TextReceived",outcome="repeated"}'] == 1
    assert not [name for name in counted if "quarantined_total" in name]


def test_an_unreadable_delivery_is_counted_as_put_aside(metrics: Metrics) -> None:
    metrics.turn(UNREADABLE, TurnOutcome(messages=(LETTER,)))
    counted = figures(metrics)
    assert counted['telcolink_quarantined_total{channel="whatsapp"}'] == 1
    assert counted['telcolink_turns_total{event="UnreadableInbound",outcome="quarantined"}'] == 1


def test_one_time_passwords_are_followed_from_request_to_success(metrics: Metrics) -> None:
    sent = OtpSent(1, SessionReference("s"), OtpForm())
    metrics.turn(TYPED, TurnOutcome(ADA, immediate=(REQUEST,)))
    metrics.turn(Inbound(ADA, sent), TurnOutcome(ADA, messages=(LETTER,)))
    metrics.turn(Inbound(ADA, OtpVerified(2, ExchangeCode("c"))), TurnOutcome(ADA))
    metrics.turn(Inbound(ADA, sent), TurnOutcome(repeated=True))
    stages = {name: value for name, value in figures(metrics).items() if "_otp_total" in name and value}
    assert stages == {f'telcolink_otp_total{{stage="{stage}"}}': 1.0 for stage in ("requested", "sent", "verified")}


def test_who_does_not_go_on_is_counted_by_step_and_reason(metrics: Metrics) -> None:
    turn = Turn(Session(ADA, step=AskingConsent()), NOON, Rules()).stuck(Reason.NOT_UNDERSTOOD)
    metrics.turn(TYPED, TurnOutcome(ADA, messages=(LETTER,), passage=Passage(TYPED.event, Session(ADA), turn)))
    counted = {name: value for name, value in figures(metrics).items() if "_stuck_total" in name and value}
    assert counted == {'telcolink_stuck_total{reason="not-understood",step="consent"}': 1.0}


def test_lines_are_counted_as_they_are_linked_and_end(metrics: Metrics) -> None:
    linked = Turn(Session(ADA), NOON, Rules()).stating(LineLinked(LINKED))
    ended = Turn(Session(ADA), NOON, Rules()).do(ForgetLine(LINKED.account, EndReason.TIME))
    for turn in (linked, ended):
        metrics.turn(TYPED, TurnOutcome(ADA, passage=Passage(TYPED.event, Session(ADA), turn)))
    counted = {name: value for name, value in figures(metrics).items() if "telcolink_lines_" in name and value}
    assert counted == {
        'telcolink_lines_linked_total{network="mtn"}': 1.0,
        'telcolink_lines_ended_total{reason="time"}': 1.0,
    }


def test_turns_of_other_chats_are_counted_with_the_one_that_led_to_them(metrics: Metrics) -> None:
    ended = Turn(Session(ADA), NOON, Rules()).do(ForgetLine(LINKED.account, EndReason.OPERATOR))
    other = TurnOutcome(ADA, passage=Passage(Restarted(), Session(ADA), ended))
    metrics.turn(TYPED, TurnOutcome(ADA, told=(replace(other, messages=(LETTER,), told=(other,)),)))
    counted = figures(metrics)
    assert counted['telcolink_turns_total{event="Restarted",outcome="answered"}'] == 1
    assert counted['telcolink_turns_total{event="Restarted",outcome="unanswered"}'] == 1
    assert counted['telcolink_lines_ended_total{reason="operator"}'] == 2


def test_every_labelled_counter_is_there_from_the_start() -> None:
    metrics = Metrics(channels=["telegram"])
    metrics.provider.expect(["request_otp"])
    metrics.expect_attempts(KINDS)
    RefusedPosts("telegram", metrics, ("secret",))
    text = metrics.render().decode()
    names = re.findall(r"^# TYPE (\w+) counter", text, re.MULTILINE)
    assert len(names) > 10
    assert [name for name in names if not re.search(rf"^{name}[ {{]", text, re.MULTILINE)] == []
    assert 'telcolink_provider_calls_total{operation="request_otp",outcome="not_allowed"} 0.0' in text
    assert 'telcolink_limits_reached_total{limit="otp_requests_per_hour"} 0.0' in text
    assert 'telcolink_reply_seconds_count{channel="telegram"} 0.0' in text
    assert 'telcolink_provider_seconds_count{operation="request_otp",outcome="silent"} 0.0' in text
    assert 'telcolink_provider_failed_in_a_row{operation="request_otp"} 0.0' in text


def test_what_happens_is_counted_under_a_label_that_was_there() -> None:
    metrics = Metrics(channels=["telegram", "whatsapp"])
    metrics.expect_attempts(KINDS)
    known = set(figures(metrics))
    metrics.turn(TYPED, TurnOutcome(ADA, messages=(LETTER,), immediate=(REQUEST,)))
    metrics.turn(UNREADABLE, TurnOutcome())
    for error in (
        RecipientGone("gone"),
        NotOnWhatsApp("63003"),
        ChannelBusy(timedelta(seconds=1)),
        OursToMend("20003"),
    ):
        metrics.message("whatsapp", error)
    for kind in KINDS:
        metrics.outbox_attempt(kind, "sent")
    assert set(figures(metrics)) == known


async def test_channels_and_the_release_are_told_when_somebody_asks() -> None:
    metrics = Metrics()
    database = await Database.open(MEMORY)
    metrics.watch(database, Store.under(Keyring.parse(Keyring.generate_key()), Rules()))
    metrics.tell_release(lambda: "9.9.9")
    metrics.health.expect("telegram")
    metrics.health.failed("telegram", Way.SENDS, "502")
    await metrics.refresh()
    await database.close()
    counted = figures(metrics)
    assert counted['telcolink_channel_up{channel="telegram",way="takes"}'] == 1
    assert counted['telcolink_channel_up{channel="telegram",way="sends"}'] == 0
    assert counted['telcolink_channel_good_seconds{channel="telegram",way="takes"}'] >= 0
    assert [
        name for name in counted if name.startswith('telcolink_build_info{python="3.') and 'version="9.9.9"' in name
    ]


def test_sending_is_counted_by_kind_channel_and_outcome(metrics: Metrics) -> None:
    metrics.outbox_attempt("message", "sent")
    metrics.outbox_attempt("deletion", "postponed")
    metrics.message("whatsapp", RecipientGone("gone"))
    metrics.reply("telegram", 0.3)
    counted = figures(metrics)
    assert counted['telcolink_outbox_attempts_total{kind="message",outcome="sent"}'] == 1
    assert counted['telcolink_outbox_attempts_total{kind="deletion",outcome="postponed"}'] == 1
    assert counted['telcolink_messages_total{channel="whatsapp",outcome="RecipientGone"}'] == 1
    assert counted['telcolink_reply_seconds_bucket{channel="telegram",le="0.25"}'] == 0
    assert counted['telcolink_reply_seconds_bucket{channel="telegram",le="0.5"}'] == 1


def test_calls_of_the_provider_are_timed_by_operation_and_outcome(metrics: Metrics) -> None:
    metrics.provider.call("request_otp", "done", 1.5)
    metrics.provider.call("request_otp", "silent", 14.0)
    counted = figures(metrics)
    assert counted['telcolink_provider_seconds_count{operation="request_otp",outcome="done"}'] == 1
    assert counted['telcolink_provider_seconds_sum{operation="request_otp",outcome="silent"}'] == 14


def test_tries_that_come_to_nothing_are_counted_until_one_is_answered(metrics: Metrics) -> None:
    def in_a_row(*outcomes: str) -> float:
        for outcome in outcomes:
            metrics.provider.call("request_otp", outcome, 1.0)
        return figures(metrics)['telcolink_provider_failed_in_a_row{operation="request_otp"}']

    assert in_a_row("done", "silent", "unavailable") == 2
    assert in_a_row("silent") == 3
    assert in_a_row("number_not_on_network") == 0


def test_limits_refused_agents_and_commits_are_counted(metrics: Metrics) -> None:
    metrics.limit_reached("otp_requests_per_hour")
    metrics.agent_otp_refused()
    metrics.join_refused()
    metrics.commit(20, 0.004)
    counted = figures(metrics)
    assert counted['telcolink_limits_reached_total{limit="otp_requests_per_hour"}'] == 1
    assert counted["telcolink_agent_otp_refused_total"] == 1
    assert counted["telcolink_joins_refused_total"] == 1
    assert counted["telcolink_commit_jobs_sum"] == 20
    assert counted['telcolink_commit_seconds_bucket{le="0.005"}'] == 1


async def test_the_tables_are_told_as_they_stand(metrics: Metrics, watch: Supervisor, tmp_path: Path) -> None:
    store = Store.under(Keyring.parse(Keyring.generate_key()), Rules(), tells_systems=True)
    case = Case(NOW + timedelta(hours=24))
    session = Session(ADA, step=AskingConsent(), expires_at=NOW + timedelta(minutes=10), case=case)
    database = await Database.open(tmp_path / "t.db")
    try:
        metrics.watch(database, store, lambda: NOW, tmp_path)
        await database.run(lambda tx: store.sessions.save(tx, session, NOW))
        await database.run(lambda tx: store.events.add(tx, "expired", "K7M-4Q2", {}, NOW - timedelta(days=30)))
        await database.run(lambda tx: store.events.add(tx, "expired", "B2C-9XY", {}, NOW - timedelta(minutes=20)))
        await database.run(lambda tx: store.outbox.add(tx, b"lane", "message", b"x", NOW, NOW))
        minute = timedelta(minutes=1)
        await database.run(lambda tx: store.outbox.add(tx, b"other", "redaction", b"x", NOW, NOW, rest=minute))
        await database.run(lambda tx: store.quarantine.add(tx, "telegram", "odd", b"{", NOW))
        await database.run(lambda tx: store.kept_posts.keep(tx, "/telegram", b"{", NOW - timedelta(seconds=30)))
        await database.run(lambda tx: store.kept_posts.keep(tx, "/telegram", b"{", NOW))
        await database.run(lambda tx: store.pauses.begin(tx, Pause("back at 15:00", NOW)))
        await database.run(lambda tx: store.audit.record(tx, ADA, Act.LINK_MADE, "K7M-4Q2", NOW))
        lost = replace(LINKED, account=AccountId("lost"), missing=Missing(NOW, NOW))
        for contact, line in ((ADA, LINKED), (BEN, LINKED), (ADA, lost)):
            await database.run(partial(store.accounts.keep, contact=contact, line=line))
        await metrics.refresh()
        counted = figures(metrics)
        assert counted['telcolink_sessions{step="AskingConsent"}'] == 1
        assert (counted["telcolink_accounts_held"], counted["telcolink_accounts_missing"]) == (2, 1)
        assert counted["telcolink_outbox_waiting"] == 3
        assert counted["telcolink_quarantine_held"] == 1
        assert counted["telcolink_posts_waiting"] == 2
        assert counted["telcolink_posts_waiting_seconds"] == 30
        assert counted["telcolink_cases_open"] == 1
        assert counted["telcolink_events_failed"] == 1
        assert counted["telcolink_events_waiting_seconds"] == 1200
        assert counted["telcolink_paused"] == 1
        assert counted["telcolink_disk_free_bytes"] > 0
        assert counted["telcolink_database_bytes"] == database.size > 0
        assert counted["telcolink_database_healthy"] == counted["telcolink_leads"] == 1
        assert counted["telcolink_lease_epoch"] == 0
        head = await database.read(store.audit.ledger.head)
        assert counted['telcolink_ledger_rows{ledger="audit"}'] == head.number == 1
        assert counted['telcolink_ledger_head{ledger="audit"}'] == head.value > 0
        assert counted['telcolink_ledger_rows{ledger="consents"}'] == 0
        await database.run(lambda tx: tx.execute("DELETE FROM sessions").rowcount)
        watch.seconds += 5
        await metrics.refresh()
        assert figures(metrics)['telcolink_sessions{step="AskingConsent"}'] == 0
    finally:
        await database.close()
    watch.seconds += 5
    await metrics.refresh()
    assert figures(metrics)["telcolink_outbox_waiting"] == 3


async def test_what_no_key_opens_is_counted_by_its_table(metrics: Metrics) -> None:
    store = Store.under(Keyring.parse(Keyring.generate_key()), Rules())
    database = await Database.open(MEMORY)
    try:
        metrics.watch(database, store)
        for text in ("one", "two"):
            await database.run(lambda tx, text=text: store.outbox.add(tx, b"lane", "message", text.encode(), NOW, NOW))  # type: ignore[misc]
        await database.run(lambda tx: tx.execute("UPDATE outbox SET sealed = substr(sealed, 1, 30)").rowcount)
        for _ in range(3):
            assert await database.run(store.outbox.waiting) == []
        await metrics.refresh()
        unopened = {name: count for name, count in figures(metrics).items() if "unopened_rows" in name}
        assert unopened.pop('telcolink_unopened_rows{table="outbox"}') == 2
        assert len(unopened) > 10
        assert not any(unopened.values())
    finally:
        await database.close()


async def test_who_asks_again_at_once_costs_the_database_nothing(metrics: Metrics, watch: Supervisor) -> None:
    store = Store.under(Keyring.parse(Keyring.generate_key()), Rules())
    database = await Database.open(MEMORY)
    try:
        metrics.watch(database, store)
        commits: list[int] = []
        database.on_commit = lambda jobs, _: commits.append(jobs)
        await asyncio.gather(*(metrics.refresh() for _ in range(20)))
        watch.seconds += 4.9
        await metrics.refresh()
        assert sum(commits) == 2  # one for the tables, and one for the accounts
        watch.seconds += 0.1
        await metrics.refresh()
        assert sum(commits) == 3  # the accounts are not counted again so soon
        watch.seconds += 55
        await metrics.refresh()
        assert sum(commits) == 5
    finally:
        await database.close()


async def test_without_a_database_there_is_nothing_to_refresh(metrics: Metrics) -> None:
    await metrics.refresh()
    assert figures(metrics)["telcolink_outbox_waiting"] == 0


async def test_of_a_process_that_stands_by_the_guide_names_what_is_missing() -> None:
    """A channel that is not there is no channel that is down, nor is a record that nobody has read a shorter one."""
    async with AsyncExitStack() as stack:
        database = await Database.open(MEMORY)
        stack.push_async_callback(database.close)
        stands_by, leads = Metrics(channels=("telegram",)), Metrics(channels=("telegram",))
        for metrics in (stands_by, leads):
            metrics.tell_release(lambda: "9.9.9")
        leads.watch(database, Store.under(Keyring.parse(Keyring.generate_key()), Rules()))
        leads.health.expect("telegram")
        told = []
        for metrics in (stands_by, leads):
            await metrics.refresh()
            told.append(figures(metrics))
    missing = {name.partition("{")[0] for name in told[1].keys() - told[0].keys()}
    guide = (Path(__file__).parents[3] / "docs" / "operations.md").read_text("utf-8")
    (said,) = re.findall(r"^\| `GET /metrics` \| (.+) \|$", guide, re.MULTILINE)
    assert missing == set(re.findall(r"`(telcolink_[a-z]\w+)`", said)) - {"telcolink_disk_free_bytes"}
    assert isnan(told[0]["telcolink_disk_free_bytes"])
    assert "`telcolink_disk_free_bytes` is NaN" in said


def test_two_sets_of_metrics_do_not_meet() -> None:
    first, second = Metrics(), Metrics()
    first.agent_otp_refused()
    assert figures(second)["telcolink_agent_otp_refused_total"] == 0


def test_every_figure_is_ours_explained_and_names_nobody(metrics: Metrics) -> None:
    metrics.turn(TYPED, TurnOutcome(ADA, messages=(LETTER,), immediate=(REQUEST,)))
    metrics.turn(UNREADABLE, TurnOutcome())
    text = metrics.render().decode()
    names = re.findall(r"^# TYPE (\w+)", text, re.MULTILINE)
    assert names
    assert all(name.startswith("telcolink_") and not name.endswith("_created") for name in names)
    assert all(re.search(rf"^# HELP {name} \w", text, re.MULTILINE) for name in names)
    assert not re.search("8031234567|hello|no JSON", text)
    assert CONTENT_TYPE.startswith("text/plain; version=0.0.4")
