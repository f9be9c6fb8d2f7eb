"""Every secret may be given as a file's name; what is wrong with the file is said, and never what is in it."""

import base64
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.config.names import find_near
from bot.config.reading import read_settings, secrets, variables
from bot.errors import SettingsWrong
from storage.sealing import Keyring
from tests.for_every import for_every

KEY = "live_sk_0123456789abcdef"


def environment(**more: str) -> dict[str, str]:
    return {"ENCRYPTION_KEYS": Keyring.generate_key(), "TELEGRAM_TOKEN": "1:abc"} | more


def test_a_secret_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "mono").write_text(f"{KEY}\n")
    settings = read_settings(environment(MONO_SECRET_KEY_FILE=str(tmp_path / "mono")))
    assert settings.mono_secret_key.reveal() == KEY


@pytest.mark.parametrize(
    ("content", "said"), [(None, "cannot be read: No such file"), (b"", "is empty"), (b"\xff", "is no text in UTF-8")]
)
def test_a_file_that_will_not_do_is_named_and_nothing_else_is(
    short_path: Path, content: bytes | None, said: str
) -> None:
    if content is not None:
        (short_path / "it").write_bytes(content)
    for name in ("ENCRYPTION_KEYS", "TELEGRAM_TOKEN", "MONO_SECRET_KEY"):
        given = environment(MONO_SECRET_KEY=KEY) | {f"{name}_FILE": str(short_path / "it")}
        del given[name]
        with pytest.raises(SettingsWrong) as wrong:
            read_settings(given)
        (problem,) = wrong.value.problems
        assert problem.startswith(f"{name}_FILE names {short_path}/it, which {said}")


@pytest.fixture
def short_path() -> Iterator[Path]:
    """A folder whose name looks like no secret."""
    with TemporaryDirectory(prefix="t") as folder:
        yield Path(folder)


@for_every("secret", [KEY, f"/{KEY}", "hunter2", f"/run/secrets/{KEY}", base64.b64encode(bytes(range(32))).decode()])
def test_a_secret_in_the_place_of_its_files_name_is_not_shown(secret: str) -> None:
    with pytest.raises(SettingsWrong, match=r"MONO_SECRET_KEY_FILE names .+ cannot be read: No such file") as wrong:
        read_settings(environment(MONO_SECRET_KEY_FILE=secret))
    assert Path(secret).name not in str(wrong.value)


def test_a_secret_is_given_once(tmp_path: Path) -> None:
    (tmp_path / "mono").write_text(KEY)
    with pytest.raises(SettingsWrong, match="MONO_SECRET_KEY_FILE and MONO_SECRET_KEY are both set"):
        read_settings(environment(MONO_SECRET_KEY=KEY, MONO_SECRET_KEY_FILE=str(tmp_path / "mono")))


def test_so_is_the_address_of_the_database_for_a_password_may_stand_in_it(tmp_path: Path) -> None:
    (tmp_path / "url").write_text("sqlite:////data/telcolink.db\n")
    settings = read_settings(environment(MONO_SECRET_KEY=KEY, DATABASE_URL_FILE=str(tmp_path / "url")))
    assert settings.database_place() == Path("/data/telcolink.db")


def test_what_is_no_secret_is_no_files_name_and_not_passed_over() -> None:
    with pytest.raises(SettingsWrong, match="BUSINESS_NAME_FILE is not a setting; BUSINESS_NAME may be meant"):
        read_settings(environment(MONO_SECRET_KEY=KEY, BUSINESS_NAME_FILE="/run/secrets/name"))
    assert dict(find_near(["ADMINS_FILE", "PORT_FILE"], variables())) == {"ADMINS_FILE": "ADMINS", "PORT_FILE": "PORT"}


def test_every_secret_is_among_them() -> None:
    assert {"ENCRYPTION_KEYS", "TELEGRAM_TOKEN", "TWILIO_AUTH_TOKEN", "METRICS_TOKEN", "EVENTS_SECRET"} <= set(
        secrets()
    )


@for_every(
    ("more", "proxies"),
    [
        ({}, 0),
        ({"PUBLIC_URL": "https://bot.example"}, 1),
        ({"PUBLIC_URL": "http://127.0.0.1:8080"}, 0),
        ({"PUBLIC_URL": "https://bot.example", "TRUSTED_PROXIES": "0"}, 0),
        ({"PUBLIC_URL": "https://bot.example", "TRUSTED_PROXIES": "2"}, 2),
    ],
)
def test_behind_an_https_address_there_is_a_proxy(more: dict[str, str], proxies: int) -> None:
    assert read_settings(environment(MONO_SECRET_KEY=KEY, **more)).trusted_proxies == proxies
