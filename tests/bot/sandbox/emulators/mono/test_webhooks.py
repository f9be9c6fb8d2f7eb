"""The emulated Mono's webhooks: what they say field by field, and how they are lost, doubled, repeated and dropped."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from starlette.types import Receive, Scope, Send

from bot.sandbox.emulators.loopback import serve
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import NOW, REAL_TIME, Listener, Room, open_house, open_room
from tests.waiting import until

SECRET = "whsec for tests"  # as equality is all that is checked, any text will do
LINKED = ["events.account_connected", "events.account_updated"]

pytestmark = pytest.mark.asyncio(loop_scope="module")


class Hall:
    """Two servers for all tests: the emulator, and one behind which each test puts its own listener."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.mono = room.mono
        self.url = ""
        self.bot = Listener()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.bot(scope, receive, send)

    def listen(self, lose: int = 0, double: int = 0) -> Listener:
        """A new listener, to whom nothing has happened yet."""
        self.mono.reset()
        self.bot = Listener()
        self.mono.set_webhook(self.url, SECRET, lose=lose, double=double)
        return self.bot

    async def unlink(self, account: str) -> None:
        await self.room.http.post(f"/v2/accounts/{account}/unlink")

    async def pass_time(self, seconds: float = 0) -> None:
        """Wind the clock between two moments in which everything that is due has been delivered."""
        await until(lambda: self.mono.is_settled)
        self.mono.advance(seconds)
        await until(lambda: self.mono.is_settled)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall() -> AsyncIterator[Hall]:
    async with open_house() as room:
        hall = Hall(room)
        async with serve(hall) as url:
            hall.url = f"{url}/mono"
            yield hall


async def test_a_link_is_told_with_the_secret_that_was_set(hall: Hall) -> None:
    bot = hall.listen()
    account = await hall.room.link()
    await bot.hear(2)
    assert bot.names() == LINKED
    for headers in bot.headers:
        assert headers["mono-webhook-secret"] == SECRET
        assert headers["content-type"] == "application/json"
    connected = bot.only("events.account_connected")
    assert connected == {"id": account, "customer": connected["customer"], "meta": {}}
    details = (await hall.room.read(f"/v2/accounts/{account}"))["data"]
    assert connected["customer"] == details["customer"]["id"]


async def test_an_update_tells_of_the_account_field_by_field(hall: Hall) -> None:
    bot = hall.listen()
    account = await hall.room.link()
    await bot.hear(2)
    updated = bot.only("events.account_updated")
    opened = updated["account"].pop("created_at")
    assert updated["account"].pop("updated_at") == opened
    assert (opened[-1], len(opened)) == (NOW[-1], len(NOW))
    assert updated["account"] == {
        "_id": account,
        "name": "Main Balance",
        "accountNumber": "+2348030000101",
        "currency": "NGN",
        "balance": 125_750,
        "type": "CURRENCY",
        "bvn": None,
        "authMethod": "mobile_banking",
        "institution": {"name": "Mtn", "bankCode": None, "type": "PERSONAL_BANKING"},
    }
    assert updated["meta"] == {
        "data_status": "AVAILABLE",
        "auth_method": "mobile_banking",
        "ref": None,
        "retrieved_data": ["identity", "balance", "transactions"],
    }


async def test_data_that_is_processed_is_told_when_it_comes(hall: Hall) -> None:
    bot = hall.listen()
    await hall.room.link_named("processing")
    await bot.hear(2)
    first = bot.only("events.account_updated")
    assert (first["meta"]["data_status"], first["account"]["balance"]) == ("PROCESSING", 0)
    await hall.pass_time(29.9)
    assert len(bot.got) == 2
    await hall.pass_time(0.1)
    assert bot.got[2]["data"]["meta"]["data_status"] == "AVAILABLE"


async def test_data_that_never_comes_is_never_told(hall: Hall) -> None:
    bot = hall.listen()
    await hall.room.link_named("processing-forever")
    await bot.hear(2)
    await hall.pass_time(86_400)
    assert bot.names() == LINKED


async def test_an_unlinking_is_told_and_nothing_more_of_the_account(hall: Hall) -> None:
    bot = hall.listen()
    account = await hall.room.link_named("processing")
    await hall.unlink(account)
    await bot.hear(3)
    assert bot.only("events.account_unlinked") == {"account": {"id": account}}
    await hall.pass_time(60)
    assert len(bot.got) == 3


async def refresh(hall: Hall, name: str, part: str = "balance") -> tuple[Listener, str]:
    """The listener, with nothing in it but what came of reading a line in real time; and the job."""
    bot = hall.listen()
    account = await hall.room.link_named(name)
    await hall.pass_time()
    bot.got.clear()
    answer = await hall.room.http.get(f"/v2/accounts/{account}/{part}", headers=REAL_TIME)
    await hall.pass_time(45)
    return bot, answer.headers["x-job-id"]


async def test_a_real_time_job_is_told_from_its_beginning_to_its_end(hall: Hall) -> None:
    bot, job = await refresh(hall, "happy-mtn", "transactions")
    jobs = [event["data"] for event in bot.got if event["event"] == "mono.accounts.jobs.update"]
    assert [told["status"] for told in jobs] == ["processing", "finished"]
    assert set(jobs[0]) == {"account", "business", "app", "id", "name", "status"}
    assert {(told["id"], told["name"]) for told in jobs} == {(job, "jobs.accounts.sync_statement")}
    meta = bot.only("events.account_updated")["meta"]
    assert (meta["sync_status"], meta["job_id"], meta["has_new_data"]) == ("SUCCESSFUL", job, True)


@pytest.mark.parametrize(("name", "status"), [("nothing-new", "SUCCESSFUL"), ("refresh-fails", "FAILED")])
async def test_has_new_data_is_left_out_when_there_is_none(hall: Hall, name: str, status: str) -> None:
    bot, job = await refresh(hall, name)
    meta = bot.only("events.account_updated")["meta"]
    assert (meta["sync_status"], meta["job_id"], "has_new_data" in meta) == (status, job, False)
    assert meta["data_status"] == "AVAILABLE"


async def test_a_slow_job_tells_that_the_data_is_there(hall: Hall) -> None:
    bot, job = await refresh(hall, "slow-refresh")
    assert bot.only("events.account_updated")["meta"]["job_id"] == job


async def test_a_line_that_needs_a_new_log_in_is_told_twice(hall: Hall) -> None:
    bot, _ = await refresh(hall, "needs-log-in")
    meta = bot.only("events.account_updated")["meta"]
    assert (meta["sync_status"], meta["data_status"]) == ("REAUTHORISATION_REQUIRED", "UNAVAILABLE")
    assert (meta["retrieved_data"], "job_id" in meta) == ([], False)
    assert list(bot.only("events.reauthorisation_required")["account"]) == ["_id"]


async def test_what_is_lost_never_comes(hall: Hall) -> None:
    bot = hall.listen(lose=1)
    await hall.room.link()
    await hall.pass_time(3600)
    assert bot.names() == ["events.account_updated"]


async def test_what_is_doubled_comes_twice_and_is_the_same(hall: Hall) -> None:
    bot = hall.listen(double=1)
    for name in ("one", "two"):
        hall.mono.send_event({"event": name, "data": {}})
        await hall.pass_time()
    assert bot.got == [{"event": "one", "data": {}}] * 2 + [{"event": "two", "data": {}}]


async def test_the_lost_go_before_the_doubled(hall: Hall) -> None:
    bot = hall.listen(lose=1, double=1)
    for number in range(3):
        hall.mono.send_event({"event": str(number)})
        await hall.pass_time()
    assert bot.names() == ["1", "1", "2"]


@pytest.mark.parametrize("status", [500, 400, 302, 0])
async def test_what_is_not_taken_is_repeated_until_it_is(hall: Hall, status: int) -> None:
    bot = hall.listen()
    bot.plan = [status, status]
    hall.mono.send_event({"event": "again"})
    await hall.pass_time(3600)
    await hall.pass_time(3600)
    await hall.pass_time(3600)
    assert bot.got == [{"event": "again"}] * 3


async def test_repeats_come_after_two_seconds_and_twice_as_long_each_time_and_end_with_the_fifth_try(
    hall: Hall,
) -> None:
    bot = hall.listen()
    bot.plan = [500] * 9
    hall.mono.send_event({"event": "again"})
    await hall.pass_time()
    for wait in (2.0, 4.0, 8.0, 16.0):
        tried = len(bot.got)
        await hall.pass_time(wait - 0.01)
        assert len(bot.got) == tried
        await hall.pass_time(0.01)
        assert len(bot.got) == tried + 1
    await hall.pass_time(86_400)
    assert len(bot.got) == 5


async def test_a_webhook_that_never_answers_is_left_after_ten_seconds(hall: Hall) -> None:
    bot = hall.listen()
    bot.plan = [-1]
    hall.mono.send_event({"event": "again"})
    await bot.hear(1)
    assert not hall.mono.is_settled
    hall.mono.advance(10)
    await hall.pass_time(2)
    assert len(bot.got) == 2


@pytest.mark.parametrize("status", [200, 201, 204])
async def test_any_2xx_is_enough(hall: Hall, status: int) -> None:
    bot = hall.listen()
    bot.plan = [status]
    hall.mono.send_event({"event": "once"})
    await hall.pass_time(3600)
    assert len(bot.got) == 1


async def test_nobody_at_the_other_end_harms_nothing(hall: Hall) -> None:
    hall.mono.set_webhook("http://127.0.0.1:9/mono", SECRET)
    hall.mono.send_event({"event": "nobody"})
    for _ in range(5):
        await hall.pass_time(3600)
    assert await hall.room.link()
    await hall.pass_time()


async def test_forgetting_everything_drops_what_was_to_come_but_not_the_listener(hall: Hall) -> None:
    bot = hall.listen(lose=5)
    hall.mono.reset()
    await hall.room.link_named("processing")
    await hall.pass_time()
    hall.mono.reset()
    await hall.pass_time(60)
    assert bot.names() == LINKED


async def test_without_a_listener_nothing_is_said() -> None:
    async with open_room() as room:
        await room.link_named("processing")
        room.mono.send_event({"event": "nobody"})
        room.mono.advance(60)
        assert room.mono.is_settled
