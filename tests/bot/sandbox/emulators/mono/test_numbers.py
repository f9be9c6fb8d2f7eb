"""Every test number of the emulated Mono does what its line in the table says; a number without a test is an error."""

from collections.abc import AsyncIterator, Iterable

import httpx
import pytest
import pytest_asyncio

from bot.sandbox.emulators.mono import BY_NAME
from bot.sandbox.emulators.mono.numbers import TABLE, describe_table
from tests.bot.sandbox.emulators.mono.mono_emulator_stage import Room, open_house, open_room

ANSWERED_LOG_INS: dict[str, tuple[int, object]] = {
    "busy": (429, "Too many requests"),
    "broken": (500, "Something went wrong"),
    "bad-key": (401, "Unauthorized"),
    "no-money": (402, "Request failed, insufficient wallet balance"),
    "not-allowed": (403, "This app does not have access to this product"),
}
FORMS = {
    "happy-mtn": [("otp", 6, 6)],
    "four-digits": [("otp", 4, 4)],
    "eight-digits": [("otp", 8, 8)],
    "no-lengths": [("otp", None, None)],
    "two-fields": [("otp", 6, 6), ("pin", 4, 4)],
}
BROKEN = {"unlink-broken": 200, "data-broken": 500}
TESTED_BELOW = {
    *("ported", "nowhere", "never", "sent-unheard", "gateway", "empty-200", "null-200", "huge", "other-schema"),
    *("check-unheard", "check-broken", "check-expired", "code-spent", "exchange-unheard", "unlink-unheard"),
    "same-account",
}
TESTED_WITH_DATA = {
    *("happy-airtel", "processing", "processing-forever", "no-identity", "no-balances", "partial", "unavailable"),
    *("failed", "empty", "borrowed", "many-balances", "hostile-name", "half-name", "nameless", "minor", "with-bvn"),
    "other-shapes",
}
TESTED_WITH_HISTORIES = {"six-months", "no-movements", "hostile-movements", "endless"}
TESTED_IN_REAL_TIME = {"nothing-new", "slow-refresh", "refresh-fails", "needs-log-in"}


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    async with open_room() as room:
        yield room


async def log_in(room: Room, name: str) -> httpx.Response:
    return await room.ask_otp(BY_NAME[name].phone, BY_NAME[name].network or "mtn")


def test_every_number_is_tested() -> None:
    tested: list[Iterable[str]] = [ANSWERED_LOG_INS, FORMS, BROKEN, TESTED_BELOW, TESTED_WITH_DATA, TESTED_IN_REAL_TIME]
    assert set[str]().union(*tested, TESTED_WITH_HISTORIES) == set(BY_NAME)


def test_the_table_has_each_number_and_each_name_once_and_describes_it() -> None:
    assert len({line.phone for line in TABLE}) == len(BY_NAME) == len(TABLE)
    for line, described in zip(TABLE, describe_table().splitlines(), strict=True):
        assert described.split(maxsplit=2) == [line.phone, line.name, line.about]


def test_a_line_shows_neither_number_nor_money_nor_name() -> None:
    for line in TABLE:
        assert line.phone not in repr(line)
    assert "25000" not in repr(BY_NAME["borrowed"])
    assert "222" not in repr(BY_NAME["with-bvn"])
    assert "BOLD" not in repr(BY_NAME["hostile-name"])


@pytest.mark.parametrize("name", ANSWERED_LOG_INS)
async def test_a_log_in_that_fails_is_answered_with_its_status_and_sends_nothing(room: Room, name: str) -> None:
    answer = await log_in(room, name)
    assert (answer.status_code, answer.json()["message"]) == ANSWERED_LOG_INS[name]
    assert answer.json()["status"] == "failed"
    assert answer.headers.get("retry-after") == ("30" if name == "busy" else None)
    assert room.mono.sms(BY_NAME[name].phone) == []


async def test_a_ported_number_lives_on_its_new_network(room: Room) -> None:
    assert (await room.ask_otp(BY_NAME["ported"].phone, "mtn")).status_code == 400
    assert (await room.ask_otp(BY_NAME["ported"].phone, "airtel")).status_code == 200


async def test_a_number_that_lives_nowhere_is_found_on_no_network(room: Room) -> None:
    for provider in ("mtn", "airtel"):
        answer = await room.ask_otp(BY_NAME["nowhere"].phone, provider)
        assert answer.json()["message"] == "Phone number not found on the selected network"


@pytest.mark.parametrize(
    ("phone", "network"),
    [("08031112222", "mtn"), ("07025112222", "mtn"), ("09161112222", "mtn"), ("08021112222", "airtel")],
)
async def test_any_other_number_is_happy_on_the_network_of_its_prefix(room: Room, phone: str, network: str) -> None:
    account = await room.link(phone, network)
    assert (await room.read(f"/accounts/{account}"))["meta"]["data_status"] == "AVAILABLE"
    assert (await room.read(f"/accounts/{account}/identity"))["fullName"]


@pytest.mark.parametrize("name", FORMS)
async def test_the_code_is_as_long_as_the_form_says(room: Room, name: str) -> None:
    form = (await log_in(room, name)).json()["data"]["result"]["form"]
    assert [(field["name"], field.get("minLength"), field.get("maxLength")) for field in form] == FORMS[name]
    assert len(room.otp(BY_NAME[name].phone)) == (form[0].get("maxLength") or 6)
    assert form[0]["hint"] == {"eight-digits": "The long code", "no-lengths": "One time code"}.get(name, "Enter OTP")


async def test_a_gateway_answers_with_html(room: Room) -> None:
    answer = await log_in(room, "gateway")
    assert (answer.status_code, answer.headers["content-type"]) == (502, "text/html")
    assert answer.text.startswith("<html>")


async def test_some_200s_say_nothing_of_use(room: Room) -> None:
    bodies = {name: await log_in(room, name) for name in ("empty-200", "null-200", "other-schema", "huge")}
    assert {answer.status_code for answer in bodies.values()} == {200}
    assert bodies["empty-200"].content == b""
    assert bodies["null-200"].json() == {"status": "successful", "data": None}
    assert "data" not in bodies["other-schema"].json()
    assert len(bodies["huge"].content) > 3_000_000
    assert bodies["huge"].json()["status"] == "successful"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def house() -> AsyncIterator[Room]:
    async with open_house() as house:
        yield house


@pytest.mark.asyncio(loop_scope="module")
async def test_a_log_in_may_go_unheard_although_the_sms_goes_out(house: Room) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        await log_in(house, "sent-unheard")
    assert len(house.mono.sms(BY_NAME["sent-unheard"].phone)) == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_a_log_in_may_never_be_answered_and_send_nothing(house: Room) -> None:
    house.http.timeout = httpx.Timeout(5, read=0.05)  # a busy machine connects late
    with pytest.raises(httpx.ReadTimeout):
        await log_in(house, "never")
    assert house.mono.sms(BY_NAME["never"].phone) == []
    house.http.timeout = httpx.Timeout(5)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_check_may_be_done_unheard(house: Room) -> None:
    phone = BY_NAME["check-unheard"].phone
    session = await house.log_in(phone)
    with pytest.raises(httpx.RemoteProtocolError):
        await house.check(session, house.otp(phone))
    assert (await house.check(session, house.otp(phone))).json()["message"] == "Session has expired"


@pytest.mark.asyncio(loop_scope="module")
async def test_an_exchange_may_be_done_unheard_and_leaves_an_account(house: Room) -> None:
    code = await house.earn_code(BY_NAME["exchange-unheard"].phone)
    with pytest.raises(httpx.RemoteProtocolError):
        await house.exchange(code)
    assert (await house.exchange(code)).json()["message"] == "Invalid or expired code"
    assert (await house.read("/v2/accounts"))["meta"]["total"] == 1


@pytest.mark.asyncio(loop_scope="module")
async def test_an_unlinking_may_be_done_unheard(house: Room) -> None:
    account = await house.link_named("unlink-unheard")
    with pytest.raises(httpx.RemoteProtocolError):
        await house.http.post(f"/v2/accounts/{account}/unlink")
    assert (await house.http.get(f"/v2/accounts/{account}")).status_code == 404


@pytest.mark.parametrize(("name", "status"), [("check-broken", 500), ("check-expired", 404)])
async def test_a_check_may_fail_and_spends_nothing(room: Room, name: str, status: int) -> None:
    phone = BY_NAME[name].phone
    session = await room.log_in(phone)
    for _ in range(5):
        assert (await room.check(session, room.wrong_otp(phone))).status_code == status


async def test_a_code_may_be_spent_before_it_was_used(room: Room) -> None:
    answer = await room.exchange(await room.earn_code(BY_NAME["code-spent"].phone))
    assert (answer.status_code, answer.json()["message"]) == (400, "Invalid or expired code")


@pytest.mark.parametrize("name", BROKEN)
async def test_reads_and_unlinking_break_each_on_their_own_number(room: Room, name: str) -> None:
    account = await room.link_named(name)
    for path in ("", "/identity", "/transactions"):
        for family in ("", "/v2"):
            assert (await room.http.get(f"{family}/accounts/{account}{path}")).status_code == BROKEN[name]
    assert (await room.http.get(f"/accounts/{account}/balances")).status_code == BROKEN[name]
    assert (await room.http.get(f"/v2/accounts/{account}/balance")).status_code == BROKEN[name]
    assert (await room.http.post(f"/accounts/{account}/unlink")).status_code == 700 - BROKEN[name]


async def test_some_line_gets_the_same_account_again_with_nothing_of_the_old_one(room: Room) -> None:
    account = await room.link_named("same-account")
    await room.http.post(f"/v2/accounts/{account}/unlink")
    assert (await room.http.get(f"/accounts/{account}")).status_code == 404
    assert await room.link_named("same-account") == account
    assert (await room.http.get(f"/accounts/{account}")).status_code == 200
