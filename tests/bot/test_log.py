"""The log is one line an event, and tells neither who nor what was said, whoever writes to it."""

import asyncio
import base64
import io
import json
import logging
import re
import secrets
import sys
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import ChannelBusy
from bot.log import set_up_log
from bot.log.masking import _LONGEST, _LOOKS, _words, mask_text
from bot.providers.mono.operations import UNREADABLE
from conversations.contact import Contact
from conversations.refusal import Refusal
from conversations.secret import OtpCode, Secret
from storage.sealing import Keyring
from tests.for_every import for_every

NUMBER = "8031234567"
LIBRARIES = ["httpx", "httpcore", "uvicorn.error", "apscheduler", "telegram.Bot", "twilio", "aiohttp", "aiosqlite"]


class Log:
    """What was written so far."""

    def __init__(self) -> None:
        self.stream = io.StringIO()

    @property
    def text(self) -> str:
        return self.stream.getvalue()

    @property
    def last(self) -> dict[str, Any]:
        entry: dict[str, Any] = json.loads(self.text.splitlines()[-1])
        return entry


@pytest.fixture(scope="module", autouse=True)
def as_it_was() -> Iterator[None]:
    """Logging is the process's: other tests find it as they left it."""
    root, hook = logging.getLogger(), sys.excepthook
    level, handlers = root.level, root.handlers[:]
    yield
    structlog.reset_defaults()
    root.setLevel(level)
    root.handlers[:] = handlers
    sys.excepthook = hook


def write(event: str = "something_happened", log_format: str = "json", **fields: Any) -> Log:
    log = Log()
    set_up_log(log_format, "info", log.stream)
    structlog.get_logger().info(event, **fields)
    return log


def listen(level: str = "info") -> Log:
    log = Log()
    set_up_log("json", level, log.stream)
    return log


def test_an_event_is_one_line_of_json_with_its_level_and_moment() -> None:
    log = write("provider_called", operation="request_otp", status=200, outcome=Refusal.UNAVAILABLE, seconds=0.25)
    assert log.text.count("\n") == 1
    entry = log.last
    assert abs(datetime.fromisoformat(entry.pop("timestamp")) - datetime.now(UTC)) < timedelta(minutes=1)
    assert entry == {
        "event": "provider_called",
        "level": "info",
        "operation": "request_otp",
        "status": 200,
        "outcome": str(Refusal.UNAVAILABLE),
        "seconds": 0.25,
    }


def test_the_console_format_is_one_line_too() -> None:
    log = write("provider_called", "console", outcome="done", evil="a\x1b[31m\nb\r\u2028c\x85d\x9b")
    assert log.text.count("\n") == 1
    assert "provider_called" in log.text
    assert not [each for each in log.text[:-1] if unicodedata.category(each) in {"Cc", "Zl", "Zp"}]


def test_less_than_the_level_is_not_written() -> None:
    log = listen("error")
    structlog.get_logger().warning("quiet")
    structlog.get_logger().error("loud")
    assert log.last["event"] == "loud"
    assert "quiet" not in log.text


@given(st.text(max_size=400), st.dictionaries(st.text(max_size=30), st.text(max_size=30), max_size=3))
def test_whatever_is_logged_stays_one_line_that_parses(text: str, more: dict[str, str]) -> None:
    log = write("event", reason=text, more=more, several=[text, more])
    assert log.text.count("\n") == 1
    assert log.text.isascii()
    assert log.last["event"] == "event"


SEPARATORS = st.sampled_from(["", " ", "-", ".", " - ", "\u200b", "\u00a0", ") ", "/"])


@given(
    st.sampled_from(["0", "+234", "234", "+234 (0) ", "00234 ", ""]),
    st.lists(SEPARATORS, min_size=9, max_size=9),
    st.sampled_from(["json", "console"]),
)
def test_a_telephone_number_is_masked_however_it_is_spaced(before: str, between: list[str], log_format: str) -> None:
    spelled = before + NUMBER[0] + "".join(gap + digit for gap, digit in zip(between, NUMBER[1:], strict=True))
    text = write("event", log_format, reason=f"call {spelled} now", nested={"a": [spelled]}).text
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z", "", text)
    assert "[number]" in text
    assert not re.search(r"\d{3}", re.sub(r"[^\d\[]", "", text))


def test_a_number_that_is_masked_for_people_may_stand() -> None:
    assert write(shown="0803 ••• 4567").last["shown"] == "0803 ••• 4567"


@given(st.integers(100_000, 99_999_999))
def test_digits_like_a_one_time_password_are_masked_in_any_text(digits: int) -> None:
    assert write(reason=f"the customer wrote {digits}.").last["reason"] == "the customer wrote [number]."


@for_every(
    "name",
    [
        *("otp", "otp_code", "OTP", "sms_otp", "code", "Code", "exchange_code", "pin", "password"),
        *("mono-sec-key", "api_key", "secret", "token", "session_id", "sessionId", "x-session-id", "account_id"),
        *("accountNumber", "phone", "number", "contact", "name", "full_name", "dob", "balance", "bvn", "nin", "text"),
    ],
)
def test_a_field_that_says_what_it_is_shows_nothing(name: str) -> None:
    for value in ("4711", 4711, ["4711"], {"a": "4711"}, 47.11, b"4711"):
        fields: dict[str, Any] = {name: value, "nested": [{name: value}]}
        entry = write(**fields).last
        assert entry[name] == entry["nested"][0][name] == "[hidden]"


@for_every(
    "secret",
    [
        f"{secrets.randbelow(10**9) + 10**8}:AA{secrets.token_urlsafe(32)}",
        f"live_sk_{secrets.token_hex(3)}",
        f"test_sk_{secrets.token_hex(8)}",
        Keyring.generate_key(),
        base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        "onlylettersandnodigitsatallinthiskeyofbytesA=",
        secrets.token_hex(16),
        "64f0c2a9e13b7d5a8c9e0f12",
    ],  # never the secret itself: two test processes make different ones
)
@for_every("around", ["{}", "https://api.telegram.org/bot{}/getMe", "key={}, and more", "'{}'"])
def test_tokens_and_keys_are_masked_in_any_text(secret: str, around: str) -> None:
    log = write(around.format(secret), reason=around.format(secret), several=(around.format(secret),))
    assert secret not in log.text
    assert secret.rpartition(":")[2] not in log.text
    assert log.last["reason"] != around.format(secret)


def masked_in_full(text: str) -> str:
    """What comes of a text whatever it is: every look is tried, every character turned over."""
    text = text[:_LONGEST]
    for look, stand_in in _LOOKS:
        text = look.sub(stand_in, text)
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in text)


PIECES = st.sampled_from(
    [
        *("test_sk_", "live_pk_", "_sk_", "k_", "test_", "AA", "=", "a" * 19, "B" * 20, "c" * 38, "d" * 40, "+/_-"),
        *(
            "1",
            "٣",
            "२",
            "²",
            "12345",
            ":",
            "+",
            " ",
            "\u200b",
            "\u00a0",
            "(",
            ")",
            ".",
            "\n",
            "\x1b",
            "\x7f",
            "é",
            "🂡",
        ),
        *("provider_called", "request_otp", "63016: closed", "é" * 300),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=12).map("".join), st.text(max_size=60), st.text(" -~", max_size=45))


@given(TEXTS)
@settings(max_examples=300)
def test_no_text_is_passed_over_that_looking_at_everything_would_change(text: str) -> None:
    assert mask_text(text) == masked_in_full(text)


@for_every("length", [39, 40, 41, 299, 300, 301])
def test_where_a_text_is_long_enough_to_be_looked_at_nothing_slips_through(length: int) -> None:
    for text in ("a" * length, "a" * (length - 1) + " ", "a b" * length, "k" * (length - 1) + "1"):
        assert mask_text(text) == masked_in_full(text)


NAMES = st.one_of(st.text(max_size=12), st.from_regex(r"\A[a-zA-Z0-9_.-]{0,20}\Z"), st.from_regex(r"\A[a-z]{0,9}\n?\Z"))


@given(NAMES)
def test_the_words_of_a_name_are_found_however_it_is_written(name: str) -> None:
    parts = re.findall(r"[a-z]+", re.sub(r"([A-Z])", r"_\1", name).lower())
    assert set(_words(name)) == {*parts, name.lower()}


def test_ordinary_words_are_not_masked() -> None:
    fields: dict[str, Any] = {
        "happened": "TransactionsFetched",
        "limit": "otp_requests_per_contact_day",
        "error": "sqlite3.OperationalError",
        "host": "127.0.0.1",
        "port": 8080,
        "tries": 999_999,
        "file_bytes": 12_345_678,
        "sessions": 3,
        "ready": True,
        "reason": None,
        "library": "apscheduler.executors.default",
    }
    entry = write("outbox_unavailable", **fields).last
    assert {name: entry[name] for name in fields} == fields


def test_a_large_number_may_be_somebodys() -> None:
    assert write(chat=8_031_234_567, weight=1e12).last["chat"] == "[number]"


def test_an_object_is_told_by_its_type_alone() -> None:
    entry = write(a=Contact("telegram", "1"), b=OtpCode("123"), c=Secret("x"), d=b"raw", e=ValueError("said")).last
    assert [entry[name] for name in "abcde"] == ["[Contact]", "[OtpCode]", "[Secret]", "[bytes]", "[ValueError]"]


def test_a_word_from_a_fixed_list_is_told_whatever_its_type() -> None:
    assert write(how=Refusal.WRONG_CODE, what=UNREADABLE).last["what"] == "unreadable"


def test_moments_spans_and_paths_can_be_told() -> None:
    moment = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)
    place = "srv/loans-2026/telcolink/data/of-today/t.db"
    entry = write(until=moment, wait=timedelta(seconds=90), file=Path(place), lost=float("nan")).last
    assert entry["until"] == "2026-11-23T12:30:00+00:00"
    assert (entry["wait"], entry["file"], entry["lost"]) == (90.0, place, "nan")


def test_a_value_without_end_is_cut() -> None:
    endless: list[Any] = []
    endless.append(endless)
    log = write(reason="y " * 10_000, many=list(range(10_000)), endless=endless)
    assert len(log.text) < 2_000


def fail(said: str) -> None:
    raise ValueError(said)


def test_an_exception_is_told_by_type_and_place() -> None:
    log = listen()
    try:
        Keyring.parse(f"{Keyring.generate_key()},!").index("x", "y")
    except ValueError:
        structlog.get_logger().exception("it_failed")
    (first,) = log.last["trace"]
    assert re.fullmatch(
        r"KeysWrong: key 2 is not base64 at storage/keys/material\.py:\d+(, storage/[\w/]+\.py:\d+)*", first
    )


@for_every("log_format", ["json", "console"])
def test_what_a_foreign_exception_says_stays_out(log_format: str) -> None:
    log = Log()
    set_up_log(log_format, "info", log.stream)
    name = "Adaeze Okafor"
    try:
        try:
            fail(name)
        except ValueError as error:
            raise KeyError(name) from error
    except KeyError as error:
        structlog.get_logger().error("it_failed", exc_info=error)
    assert "KeyError" in log.text
    assert "ValueError" in log.text
    assert name not in log.text


def test_our_own_exceptions_may_speak() -> None:
    log = listen()
    structlog.get_logger().error("it_failed", exc_info=ChannelBusy(timedelta(seconds=5)))
    assert log.last["trace"] == ["ChannelBusy: retry after 5 s"]


def test_every_part_of_a_group_of_exceptions_is_told() -> None:
    log = listen()
    structlog.get_logger().error("it_failed", exc_info=ExceptionGroup("Adaeze", [ValueError("Okafor"), OSError()]))
    assert log.last["trace"] == ["ExceptionGroup", "ValueError", "OSError"]


def test_no_exception_is_no_trace() -> None:
    log = listen()
    structlog.get_logger().error("it_failed", exc_info=True)
    assert "trace" not in log.last


@for_every("library", LIBRARIES)
def test_libraries_are_heard_from_warning_upwards(library: str) -> None:
    logger = logging.getLogger(library)
    level, logger.level = logger.level, logging.DEBUG
    log = listen()
    logger.info("quiet")
    logger.warning("loud")
    logger.level = level
    assert (log.last["event"], log.last["library"], log.last["level"]) == ("loud", library, "warning")
    assert "quiet" not in log.text


def test_what_libraries_put_into_their_texts_stays_out() -> None:
    log = listen()
    logger = logging.getLogger("telegram.ext")
    logger.critical("Error while parsing! Data: %s\nand more", {"text": "Adaeze"}, exc_info=ValueError("Okafor"))
    entry = log.last
    assert entry["event"] == "Error while parsing! Data: %s"
    assert entry["trace"] == ["ValueError"]
    assert log.text.count("\n") == 1
    assert not re.search("Adaeze|Okafor|more", log.text)


def test_what_a_library_says_without_end_is_said_once_an_hour() -> None:
    log = listen()
    logger = logging.getLogger("uvicorn.protocols")  # whose level nothing sets
    for address in range(1_000):
        logger.warning("Invalid HTTP request received from %s", address)
        logger.error("Exception in ASGI application", exc_info=ValueError(address))
    logger.error("Exception in ASGI application", exc_info=KeyError("another"))
    assert [json.loads(line).get("trace") for line in log.text.splitlines()] == [None, ["ValueError"], ["KeyError"]]


def test_the_level_holds_for_libraries_too() -> None:
    log = listen("error")
    logging.getLogger("uvicorn").warning("quiet")
    logging.getLogger("uvicorn").error("loud")
    assert log.last["event"] == "loud"
    assert "quiet" not in log.text


async def test_a_task_that_failed_unheard_does_not_speak_either() -> None:
    log = listen()
    handler = asyncio.get_running_loop().default_exception_handler
    handler({"message": "Task exception was never retrieved", "exception": ValueError("Okafor")})
    assert log.last["event"] == "Task exception was never retrieved"
    assert "Okafor" not in log.text


async def test_a_request_does_not_bring_its_address_into_the_log() -> None:
    log = listen("debug")
    transport = httpx.MockTransport(lambda _: httpx.Response(200))
    async with httpx.AsyncClient(transport=transport) as http:
        await http.get("https://api.telegram.org/bot123456:AAtoken/getMe")
    assert log.text == ""


def test_a_crash_is_an_entry_without_its_words() -> None:
    log = listen()
    try:
        fail("Adaeze")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (log.last["event"], log.last["level"]) == ("crashed", "critical")
    assert "Adaeze" not in log.text
    assert log.text.count("\n") == 1


def test_what_is_bound_to_the_context_goes_with_every_entry() -> None:
    log = listen()
    with structlog.contextvars.bound_contextvars(turn="t1"):
        structlog.get_logger().info("event")
    assert log.last["turn"] == "t1"


def test_a_log_that_cannot_be_written_breaks_nobody() -> None:
    log = listen()
    log.stream.close()
    structlog.get_logger().error("lost")
    logging.getLogger("uvicorn").error("lost")
