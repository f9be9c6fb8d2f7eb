"""`.env.example` names every setting, no other, and tells the truth about each."""

import re
from itertools import pairwise
from pathlib import Path

import pytest

from bot.config.reading import read_settings, variables
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from conversations.allowance import Limits
from storage.sealing import Keyring

ROOT = Path(__file__).parents[2]
LINES = (ROOT / ".env.example").read_text("utf-8").splitlines()
NAMES = [line.partition("=")[0] for line in LINES if "=" in line and not line.startswith("#")]
EXPLAINED = {name: above for above, line in pairwise(LINES) if (name := line.partition("=")[0]) in NAMES}
ENOUGH = {"ENCRYPTION_KEYS": Keyring.generate_key(), "TELEGRAM_TOKEN": "1:a", "MONO_SECRET_KEY": "k"}

# Defaults that are told in words, for they depend on something else.
IN_WORDS = {"BUSINESS_NAME", "HOST", "TRUSTED_PROXIES", "TWILIO_API_KEY_SID"}


def test_it_names_every_setting_once_and_no_other() -> None:
    named, settings = set(NAMES), set(variables())
    assert settings - named == set(), "settings that .env.example lacks"
    assert named - settings == set(), "names there of which no setting is made"
    assert sorted(named) == sorted(NAMES), "names that stand there twice"


def test_every_setting_is_read_somewhere() -> None:
    """Or is a limit, which are all read together."""
    sources = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot").rglob("*.py"))
    fields = set(Settings.fields()) - set(Limits.__struct_fields__)
    assert {name for name in fields if not re.search(rf"\.{name}\b", sources)} == set()


def test_each_setting_has_one_line_that_explains_it() -> None:
    for name in NAMES:
        assert re.fullmatch(r"# [^ ].{10,}", EXPLAINED[name]), name


def test_no_value_is_given_away() -> None:
    assert all(line.endswith("=") for line in LINES if line and not line.startswith("#"))


def test_as_it_stands_only_what_is_needed_is_missing() -> None:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(dict.fromkeys(NAMES, ""))
    assert [sentence.split()[0] for sentence in wrong.value.problems] == ["ENCRYPTION_KEYS", "MONO_SECRET_KEY", "No"]


def test_the_defaults_it_shows_are_the_defaults() -> None:
    default = read_settings(ENOUGH)
    shown = {name: found[1] for name in NAMES if (found := re.search(r"\[(.+)\]$", EXPLAINED[name]))}
    assert len(shown) > 20
    for name in set(shown) - IN_WORDS:
        explicit = read_settings({"HOST": default.host} | ENOUGH | {name: shown[name]})
        assert getattr(explicit, name.lower()) == getattr(default, name.lower()), name


def test_a_default_that_is_not_shown_is_none_at_all() -> None:
    default = read_settings(ENOUGH)
    made = {"TELEGRAM_WEBHOOK_SECRET", *ENOUGH}
    for name in NAMES:
        assert name in made or EXPLAINED[name].endswith("]") or not getattr(default, name.lower()), name
