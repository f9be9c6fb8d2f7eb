"""What can be guessed is refused before anything starts, and named with what to do, and never shown."""

import base64
import secrets
from itertools import cycle, islice

import pytest

from bot.config.reading import read_settings
from bot.errors import SettingsWrong
from storage.keys.material import find_guessable_key
from storage.sealing import Keyring
from tests.for_every import for_every

KEY, OTHER = Keyring.generate_key(), Keyring.generate_key()
ENOUGH = {"ENCRYPTION_KEYS": KEY, "TELEGRAM_TOKEN": "123456:abcdefghij", "MONO_SECRET_KEY": "live_sk_0123456789"}


def of(key: bytes) -> str:
    return base64.b64encode(key).decode()


WEAK_KEYS = {
    "zeros": of(bytes(32)),
    "one byte": of(b"\xa7" * 32),
    "a row": of(bytes(range(7, 39))),
    "backwards": of(bytes(range(200, 168, -1))),
    "a text": of(b"this-is-my-very-secret-key-32byt"),
    "hexadecimal": of(secrets.token_hex(16).encode()),
    "the same half twice": of(secrets.token_bytes(16) * 2),
    "a word again and again": of(bytes(islice(cycle(b"\x00telcolink\xff"), 32))),
}
WEAK_SECRETS = {
    "short": "7f3a",
    "a word": "secret",
    "another": "changeme",
    "one letter": "a" * 40,
    "words of an example": "your-webhook-secret-here",
    "an example's": "change-me-please-secret",
}
SECRETS = ("TELEGRAM_WEBHOOK_SECRET", "MONO_WEBHOOK_SECRET", "METRICS_TOKEN")


def problem(**given: str) -> str:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(ENOUGH | given)
    (sentence,) = wrong.value.problems
    return sentence


@for_every("weak", WEAK_KEYS.values())
@for_every("name", ["ENCRYPTION_KEYS", "INDEX_KEY"])
def test_a_key_that_chance_has_not_made_is_refused(name: str, weak: str) -> None:
    said = problem(**{name: weak})
    assert said.startswith(f"{name} ")
    assert "can be guessed" in said
    assert "openssl rand -base64 32" in said
    assert weak not in said


def test_the_weak_one_of_several_keys_is_named() -> None:
    assert "key 2 of 3 can be guessed" in problem(ENCRYPTION_KEYS=f"{KEY},{of(bytes(32))},{OTHER}")


def test_no_key_that_chance_has_made_is_refused() -> None:
    assert find_guessable_key(",".join(Keyring.generate_key() for _ in range(2_000))) == ""


@for_every("weak", WEAK_SECRETS.values())
@for_every("name", SECRETS)
def test_a_secret_that_can_be_guessed_is_refused(name: str, weak: str) -> None:
    said = problem(**{name: weak})
    assert said.startswith(f"{name} can be guessed: ")
    assert "openssl rand -hex 32" in said
    assert f" {weak}" not in said


@for_every("name", SECRETS)
@for_every(
    "strong",
    [secrets.token_hex(16), secrets.token_urlsafe(24), f"telcolink-webhook-{secrets.token_hex(16)}"],
)
def test_a_secret_that_chance_has_made_is_taken(name: str, strong: str) -> None:
    read_settings(ENOUGH | {name: strong})


@for_every(
    ("text", "complaint"),
    [
        (f"{KEY},{OTHER},{KEY}", "the same key is there twice"),
        (KEY[:-9], "is not "),
        (f"{KEY},{OTHER[:20]}", "is not 32 bytes long"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(text: str, complaint: str) -> None:
    assert complaint in problem(ENCRYPTION_KEYS=text)


def test_the_index_key_is_one_key() -> None:
    assert "it is one key" in problem(INDEX_KEY=f"{KEY},{OTHER}")
    read_settings(ENOUGH | {"INDEX_KEY": KEY})
    read_settings(ENOUGH | {"INDEX_KEY": OTHER})


REHEARSAL = {
    "ACCEPT_LOSING_DATA": "yes",
    "MONO_API_BASE": "http://127.0.0.1:9000",
    "TELEGRAM_API_BASE": "http://localhost:9001",
}
GUESSABLE = {"ENCRYPTION_KEYS": of(b"A" * 32), "MONO_WEBHOOK_SECRET": "changeme", "TELEGRAM_WEBHOOK_SECRET": "secret"}


def test_where_nobody_real_can_be_reached_and_nothing_is_kept_any_secret_will_do() -> None:
    settings = read_settings(ENOUGH | REHEARSAL | GUESSABLE)
    assert settings.mono_webhook_secret.reveal() == "changeme"


@for_every(
    "real",
    [
        {"ACCEPT_LOSING_DATA": "no"},
        {"ACCEPT_LOSING_DATA": "perhaps"},
        {"MONO_API_BASE": ""},
        {"MONO_API_BASE": "https://api.withmono.com"},
        {"MONO_API_BASE": "http://[broken"},
        {"TELEGRAM_API_BASE": ""},
        {
            "PUBLIC_URL": "https://bot.example",
            "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
            "TWILIO_AUTH_TOKEN": "token",
            "WHATSAPP_FROM": "+2348030000000",
        },
    ],
)
def test_no_secret_that_can_be_guessed_is_taken_where_one_of_them_is_real(real: dict[str, str]) -> None:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(ENOUGH | REHEARSAL | GUESSABLE | real)
    assert all(any(each.startswith(name) for each in wrong.value.problems) for name in GUESSABLE)
