"""Settings: few are needed, every mistake is named at once, and no value is ever told."""

import base64
import re
import secrets
from collections.abc import Iterator
from contextlib import chdir
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.settings import DECLARATIONS as CHANNELS
from bot.config.reading import names_around, read_settings, variables
from bot.config.settings import Settings
from bot.errors import SettingsWrong
from bot.providers.mono.routes import Family
from conversations.allowance import Limits
from conversations.contact import Contact
from conversations.otp import looks_like_otp
from conversations.rules import Rules
from storage.place import ServerUrl
from storage.sealing import Keyring
from tests.for_every import for_every

KEY, OWN = Keyring.generate_key(), secrets.token_hex(16)
TOKEN = f"123456:{secrets.token_urlsafe(24)}"
ENOUGH = {"ENCRYPTION_KEYS": KEY, "TELEGRAM_TOKEN": TOKEN, "MONO_SECRET_KEY": f"live_sk_{secrets.token_hex(8)}"}
WHATSAPP = {
    "PUBLIC_URL": "https://bot.example.com",
    "TWILIO_ACCOUNT_SID": f"AC{secrets.token_hex(16)}",
    "TWILIO_AUTH_TOKEN": secrets.token_hex(16),
    "WHATSAPP_FROM": "+234 803 123 4567",
}


def read(**more: str) -> Settings:
    return read_settings(ENOUGH | more)


def problems(environment: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsWrong) as wrong:
        read_settings(environment)
    return wrong.value.problems


def mistakes(environment: dict[str, str]) -> list[str]:
    try:
        read_settings(environment)
    except SettingsWrong as wrong:
        return wrong.problems
    return []


def problem(**more: str) -> str:
    (sentence,) = problems(ENOUGH | more)
    return sentence


def test_three_variables_are_enough() -> None:
    settings = read()
    assert not settings.off_because("telegram")
    assert settings.off_because("whatsapp") == (
        "TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WHATSAPP_FROM and PUBLIC_URL are not set"
    )
    assert (settings.host, settings.port) == ("127.0.0.1", 8080)
    assert settings.database_place() == Path("telcolink.db")


def test_the_defaults_are_those_of_the_product() -> None:
    settings = read()
    assert settings.rules() == Rules()
    assert settings.limits() == Limits()
    assert settings.link_hours == 24
    assert settings.mono_api_family is Family.AUTO
    business = settings.business()
    assert (business.name, business.purpose, business.support) == (
        "",
        "your application",
        "the person who sent you here",
    )
    assert (business.privacy, business.consent_months) == ("", 12)


def test_what_is_set_reaches_rules_and_limits() -> None:
    rules = read(SESSION_MINUTES="8.5", WARNING_MINUTES="2", MEMORY_HOURS="48", OTP_REQUESTS_PER_HOUR="7").rules()
    assert rules.session == timedelta(minutes=8.5)
    assert rules.warning == timedelta(minutes=2)
    assert rules.memory == timedelta(days=2)
    assert rules.limits.otp_requests_per_hour == 7
    assert (read().mono_otp_length, read(MONO_OTP_LENGTH="4").mono_otp_length) == (6, 4)
    rules = read(SHARING_REMINDER_DAYS="30", READS_SERVE_SECONDS="90").rules()
    assert (rules.sharing_reminder, rules.reads_serve) == (timedelta(days=30), timedelta(seconds=90))


def test_every_limit_is_a_setting() -> None:
    names = [name for name in Limits.__struct_fields__ if name != "otp_request_gaps"]
    environment = {name.upper(): str(number) for number, name in enumerate(names, start=11)}
    limits = read(**environment, OTP_REQUEST_GAPS="5, 10,20").limits()
    assert [getattr(limits, name) for name in names] == list(range(11, 11 + len(names)))
    assert limits.otp_request_gaps == tuple(timedelta(seconds=gap) for gap in (5, 10, 20))


def test_a_code_has_a_length_by_which_it_is_known_for_one_also_where_none_is_waited_for() -> None:
    lengths = [each for each in range(1, 20) if not mistakes({**ENOUGH, "MONO_OTP_LENGTH": str(each)})]
    assert lengths == [each for each in range(1, 20) if looks_like_otp("48291350674829135067"[:each])]


def test_an_empty_variable_is_as_none() -> None:
    settings = read(PORT="", BUSINESS_NAME="  ", TELEGRAM_WEBHOOK_SECRET="", OTP_CHECKS_PER_CODE="")
    assert (settings.host, settings.port, settings.business_name) == ("127.0.0.1", 8080, "")


def test_a_port_from_the_host_opens_the_door_to_it() -> None:
    assert read(PORT="5000").host == "0.0.0.0"  # noqa: S104
    assert read(PORT="5000", HOST="127.0.0.1").host == "127.0.0.1"


def test_every_mistake_is_named_at_once() -> None:
    found = problems(
        {
            "ENCRYPTION_KEYS": "short",
            "PORT": "99999",
            "PUBLIC_URL": "http://bot.example.com",
            "MONO_API_FAMILY": "v3",
            "TELEGRAM_TOKN": TOKEN,
            "TWILIO_AUTH_TOKEN": "abc",
            "WARNING_MINUTES": "10",
        }
    )
    begun = [sentence.split()[0] for sentence in found]
    for name in (
        *("PUBLIC_URL", "PORT", "ENCRYPTION_KEYS", "MONO_SECRET_KEY", "MONO_API_FAMILY", "WARNING_MINUTES"),
        *("TELEGRAM_TOKN", "TWILIO_ACCOUNT_SID", "WHATSAPP_FROM", "No"),
    ):
        assert begun.count(name) == 1, name
    assert len(found) == 10
    assert all(sentence.endswith(".") for sentence in found)


def test_no_channel_at_all_is_a_mistake() -> None:
    without = {name: text for name, text in ENOUGH.items() if name != "TELEGRAM_TOKEN"}
    (sentence,) = problems(without)
    assert sentence.startswith("No channel is set up: ")
    reasons = sentence.removeprefix("No channel is set up: ").removesuffix(".").split("; ")
    assert "TELEGRAM_TOKEN is not set (telegram)" in reasons
    assert len(reasons) == len(CHANNELS)
    assert read_settings(without, needs_channel=False).off_because("telegram") == "TELEGRAM_TOKEN is not set"


def test_the_provider_is_one_of_those_that_there_are() -> None:
    assert read().provider == read(PROVIDER="Mono").provider == "mono"
    assert problem(PROVIDER="pigeons").startswith("PROVIDER must be mono")


@for_every("needed", ["ENCRYPTION_KEYS", "MONO_SECRET_KEY"])
def test_what_cannot_be_guessed_is_asked_for(needed: str) -> None:
    (sentence,) = problems({name: text for name, text in ENOUGH.items() if name != needed})
    assert sentence.startswith(f"{needed} is not set; ")


SECRETS = (
    *("ENCRYPTION_KEYS", "TELEGRAM_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "TWILIO_AUTH_TOKEN", "TWILIO_API_KEY_SECRET"),
    *("MONO_SECRET_KEY", "MONO_WEBHOOK_SECRET", "EVENTS_SECRET"),
)
BAD = [
    ("TELEGRAM_TOKEN", "your-token-here"),
    ("TELEGRAM_TOKEN", f"bot{TOKEN}"),
    ("TELEGRAM_TOKEN", f'"{TOKEN}"'),
    ("TELEGRAM_WEBHOOK_SECRET", "with spaces in it"),
    ("TELEGRAM_WEBHOOK_SECRET", "x" * 257),
    ("PUBLIC_URL", "bot.example.com"),
    ("PUBLIC_URL", "http://bot.example.com"),
    ("PUBLIC_URL", "https://user:word@bot.example.com"),
    ("PUBLIC_URL", "https://bot.example.com/?a=1"),
    ("BUSINESS_URL", "https://kudi.example/loans"),
    ("PUBLIC_URL", "https://bot.example.com:99999"),
    ("PUBLIC_URL", "https://"),
    ("PUBLIC_URL", "https://bot .example.com"),
    ("PUBLIC_URL", "https://[bad"),
    ("PRIVACY_URL", "http://example.com/privacy"),
    ("MONO_API_BASE", "https://api.withmono.com/v2"),
    ("MONO_API_BASE", "ftp://api.withmono.com"),
    ("MONO_API_FAMILY", "v3"),
    ("MONO_SECRET_KEY", "live_pk_abcdef"),
    ("MONO_SECRET_KEY", "two words"),
    ("PORT", "http"),
    ("PORT", "65536"),
    ("PORT", "-1"),
    ("HOST", "http://0.0.0.0"),
    ("LOG_FORMAT", "xml"),
    ("LOG_LEVEL", "loud"),
    ("LOG_LEVEL", "debug"),
    ("DATABASE_URL", "telcolink.db"),
    ("DATABASE_URL", "sqlite://telcolink.db"),
    ("DATABASE_URL", "sqlite:///"),
    ("DATABASE_URL", "sqlite:////data/"),
    ("DATABASE_URL", "sqlite:///telcolink.db?mode=ro"),
    ("ENCRYPTION_KEYS", "not base64!"),
    ("ENCRYPTION_KEYS", base64.b64encode(b"too short").decode()),
    ("ENCRYPTION_KEYS", f"{KEY},{KEY}"),
    ("ENCRYPTION_KEYS", f"{KEY},"),
    ("API_KEYS", "loans"),
    ("API_KEYS", "loans:" + "a" * 63),
    ("API_KEYS", "Loans Backend:" + "a" * 64),
    ("API_KEYS", ",".join(f"loans:{digit * 64}" for digit in "ab")),
    ("API_KEYS", ",".join(f"{name}:{64 * 'a'}" for name in ("one", "two"))),
    ("ADMINS", "@ada"),
    ("ADMINS", "telegram:ada"),
    ("ADMINS", "telegram:0"),
    ("ADMINS", "whatsapp:08031234567"),
    ("ADMINS", "telegram:1,telegram:1"),
    ("ADMINS", "telegram:1,"),
    ("HOST", "1.2.3"),
    ("HOST", "256.0.0.1"),
    ("HOST", "localhost:8080"),
    ("PUBLIC_URL", "https://bot.example.com:9443"),
    ("ACCEPT_LOSING_DATA", "perhaps"),
    ("SESSION_MINUTES", "0"),
    ("SESSION_MINUTES", "nan"),
    ("SESSION_MINUTES", "2"),
    ("WARNING_MINUTES", "10"),
    ("LINK_HOURS", "0.5"),
    ("LINK_HOURS", "169"),
    ("CONSENT_MONTHS", "0"),
    ("OTP_CHECKS_PER_CODE", "0"),
    ("OTP_CHECKS_PER_CODE", "three"),
    ("OTP_REQUEST_GAPS", "60;120"),
    ("TELEGRAM_SENDS_PER_SECOND", "0"),
    ("WHATSAPP_SENDS_PER_SECOND", "0"),
    ("WHATSAPP_SENDS_PER_SECOND", "inf"),
    ("WHATSAPP_SECONDS_PER_PERSON", "-1"),
    ("BUSINESS_NAME", "x" * 201),
    ("BUSINESS_NAME", "two\nlines"),
]


@for_every(("name", "text"), BAD)
def test_a_value_that_cannot_work_is_named_and_not_shown(name: str, text: str) -> None:
    sentence = problem(**{name: text})
    named = "WARNING_MINUTES" if text == "2" else name
    assert sentence.startswith(f"{named} ")
    assert name not in (*SECRETS, "ADMINS") or text not in sentence


@for_every(
    ("name", "text", "said"),
    [
        ("PORT", "65536", "must be a whole number from 0 to 65535"),
        ("PORT", "80.5", "must be a whole number from 0 to 65535"),
        ("SESSION_MINUTES", "0", "must be a number above 0, at most 60"),
        ("LINK_HOURS", "nan", "must be a number from 1 to 168"),
        ("LOG_LEVEL", "loud", "must be info, warning or error"),
        ("NOTES_IN_NOTICES", "perhaps", "must be yes or no"),
        ("LANGUAGES", "en,French", "must be some of en,pcm,ha,ig,yo, with commas between; entry 2 is none"),
        ("BUSINESS_NAME", "half \ud83d of an emoji", "must be a text in UTF-8"),
    ],
)
def test_what_a_value_must_be_is_said(name: str, text: str, said: str) -> None:
    assert problem(**{name: text}) == f"{name} {said}."


GOOD = [
    ("PUBLIC_URL", "https://bot.example.com/", "public_url", "https://bot.example.com"),
    ("PUBLIC_URL", "http://127.0.0.1:8080", "public_url", "http://127.0.0.1:8080"),
    ("PUBLIC_URL", "http://localhost:8080", "public_url", "http://localhost:8080"),
    ("PUBLIC_URL", "http://[::1]:8080", "public_url", "http://[::1]:8080"),
    ("PRIVACY_URL", "https://a.example/p?lang=en#rights", "privacy_url", "https://a.example/p?lang=en#rights"),
    ("LOG_LEVEL", "WARNING", "log_level", "warning"),
    ("MONO_API_FAMILY", "v1", "mono_api_family", Family.V1),
    ("ACCEPT_LOSING_DATA", "Yes", "accept_losing_data", True),
    ("ACCEPT_LOSING_DATA", "0", "accept_losing_data", False),
    ("PORT", "0", "port", 0),
    ("WHATSAPP_SENDS_PER_SECOND", "0.33", "whatsapp_sends_per_second", 0.33),
    ("WHATSAPP_SECONDS_PER_PERSON", "0", "whatsapp_seconds_per_person", 0),
    (
        "ADMINS",
        "telegram:12345, whatsapp:+2348031234567",
        "admins",
        (Contact("telegram", "12345"), Contact("whatsapp", "+2348031234567")),
    ),
]


@for_every(("name", "text", "field", "value"), GOOD)
def test_a_usual_value_is_understood(name: str, text: str, field: str, value: object) -> None:
    assert getattr(read(**{name: text}), field) == value


def test_three_slashes_are_relative_and_four_absolute() -> None:
    assert read(DATABASE_URL="sqlite:///data/t.db").database_place() == Path("data/t.db")
    assert read(DATABASE_URL="sqlite:////data/t.db").database_place() == Path("/data/t.db")


def test_a_server_is_named_by_its_address_and_hides_its_password() -> None:
    place = read(DATABASE_URL="postgresql://ada:hunter2@db/telcolink").database_place()
    assert isinstance(place, ServerUrl)
    assert "hunter2" not in repr(place)


# Of the last three libpq takes a part of the password for the host, for the port, and for a sign in another notation.
@for_every(
    "address",
    [
        "postgresql://ada:hunter2@db",
        "postgres://ada:hunter2@db/name?colour=blue",
        "postgresql://ada:a@hunter2@db/name",
        "postgresql://ada:hunter2/a@db/name",
        "postgresql://ada:%hunter2@db/name",
    ],
)
def test_an_address_that_names_no_database_is_refused_without_its_password(address: str) -> None:
    sentence = problem(DATABASE_URL=address)
    assert "must name a database" in sentence
    assert "hunter2" not in sentence


@for_every(
    "wrong",
    [
        "db:notaport/name",
        "db:99999/name",
        "db:0/name",
        "db/name?port=1,2",
        "db/name?hostaddr=300.1.1.1",
        "db/name?hostaddr=10.0.0.1,10.0.0.2",
        "db/name?sslmode=bogus",
        "db/name?channel_binding=bogus",
        "db/name?target_session_attrs=bogus",
        "db/name?service=bogus",
        "db/name?sslrootcert=system&sslmode=require",
        "db/name?connect_timeout=soon",
        "db/name?keepalives_idle=long",
        "db/name?tcp_user_timeout=long",
    ],
)
def test_a_value_with_which_no_server_is_ever_reached_is_refused_at_once(wrong: str) -> None:
    sentence = problem(DATABASE_URL=f"postgresql://ada:hunter2@{wrong}")
    assert "DATABASE_URL must hold only values that libpq takes" in sentence
    assert re.search(r"invalid|could not|not found|weak", sentence), sentence
    assert "hunter2" not in sentence


def test_what_else_names_no_server_is_left_to_the_server() -> None:
    """A password with a sign that ends it, in the place of a port, is shown by no sentence."""
    assert "hunter2" not in problem(DATABASE_URL="postgresql://ada:a@b:hunter2@db/name")
    for address in (
        "postgresql://ada:hunter2@db:5433/name",
        "postgresql://ada@db1:5432,db2:5433/name?target_session_attrs=read-write",
        "postgresql://ada@db/name?hostaddr=10.0.0.1&sslmode=verify-full&sslrootcert=/etc/ssl/ours.pem",
        "postgresql://ada@%2Frun%2Fpostgresql/name?connect_timeout=10&keepalives=1",
        "postgresql://ada@[::1]/name?options=-csearch_path%3Dtelcolink",
        "postgresql://ada@@abstract/name",
        "postgresql:///name",
    ):
        assert read(DATABASE_URL=address).database_place()


def test_the_keyring_opens_with_every_key_of_the_list() -> None:
    newer = Keyring.generate_key()
    cell = {"table": "t", "column": "c", "row": "1"}
    sealed = read().keyring().seal(b"x", **cell)
    assert read(ENCRYPTION_KEYS=f"{newer}, {KEY}").keyring().open(sealed, **cell) == b"x"


def test_a_bot_api_server_of_ones_own_calls_any_port() -> None:
    address = "https://bot.example.com:9443"
    assert read(PUBLIC_URL=address, TELEGRAM_API_BASE="https://bots.example.com").public_url == address


def test_whatsapp_is_on_when_all_of_it_is_set() -> None:
    settings = read(**WHATSAPP)
    assert not settings.off_because("whatsapp")
    assert settings.whatsapp_from == "whatsapp:+2348031234567"
    assert [token.reveal() for token in settings.twilio_auth_tokens()] == [WHATSAPP["TWILIO_AUTH_TOKEN"]]


def test_whatsapp_without_an_address_is_off_and_says_so() -> None:
    without = {name: text for name, text in WHATSAPP.items() if name != "PUBLIC_URL"}
    assert read(**without).off_because("whatsapp") == "PUBLIC_URL is not set"


def test_while_a_token_is_changed_both_are_known_the_newer_first() -> None:
    tokens = read(**WHATSAPP | {"TWILIO_AUTH_TOKEN": "new, old"}).twilio_auth_tokens()
    assert [token.reveal() for token in tokens] == ["new", "old"]
    assert read().twilio_auth_tokens() == ()


@for_every("name", sorted(set(WHATSAPP) - {"PUBLIC_URL"}))
def test_half_of_whatsapp_is_a_mistake(name: str) -> None:
    rest = {each: text for each, text in WHATSAPP.items() if each != name}
    assert problem(**rest).startswith(f"{name} is not set, although ")


@for_every("text", ["hello", "whsec_c2hvcnQ=", f"whsec_{KEY},"])
def test_keys_that_cannot_sign_events_are_said_at_the_start(text: str) -> None:
    sentence = problem(EVENTS_URL="https://a.example/hook", EVENTS_SECRET=text)
    assert sentence.startswith("EVENTS_SECRET must be whsec_ and 24 to 64 bytes")
    assert text not in sentence


def test_half_of_a_pair_is_a_mistake() -> None:
    assert problem(**WHATSAPP, TWILIO_API_KEY_SID=f"SK{'0' * 32}").startswith("TWILIO_API_KEY_SECRET is not set")
    assert problem(EVENTS_URL="https://a.example/hook").startswith("EVENTS_SECRET is not set")
    without = {name: text for name, text in ENOUGH.items() if name != "TELEGRAM_TOKEN"}
    assert problems(without | WHATSAPP | {"TELEGRAM_WEBHOOK_SECRET": OWN})[0].startswith("TELEGRAM_TOKEN is not")


@for_every(
    ("name", "text"),
    [
        ("TWILIO_ACCOUNT_SID", "AC123"),
        ("TWILIO_ACCOUNT_SID", f"SK{'0' * 32}"),
        ("TWILIO_AUTH_TOKEN", "same,same"),
        ("TWILIO_AUTH_TOKEN", "new,"),
        ("WHATSAPP_FROM", "08031234567"),
        ("WHATSAPP_FROM", "sms:+2348031234567"),
        ("TWILIO_TEMPLATE_DONE", "HX1"),
    ],
)
def test_a_shape_that_twilio_does_not_have_is_a_mistake(name: str, text: str) -> None:
    assert problem(**WHATSAPP | {name: text}).startswith(f"{name} ")


@for_every(
    ("name", "meant"),
    [
        ("TELEGRAM_WEBHOOK_SECRETS", "TELEGRAM_WEBHOOK_SECRET"),
        ("MONO_WEBHOOK_SECRT", "MONO_WEBHOOK_SECRET"),
        ("OTP_CHECK_PER_CODE", "OTP_CHECKS_PER_CODE"),
    ],
)
def test_a_misspelt_name_is_hinted_at(name: str, meant: str) -> None:
    assert problem(**{name: "something"}) == f"{name} is not a setting; {meant} may be meant."


def test_names_of_other_programs_are_left_alone() -> None:
    assert read(TWILIO_REGION="ie1", TELEGRAM_BOT_TOKEN="x", PATH="/bin", PORTS="1", MONO_ENV="live")


def test_a_webhook_secret_is_made_where_none_is_set() -> None:
    made = read().telegram_webhook_secret.reveal()
    assert made == read().telegram_webhook_secret.reveal()
    assert len(made) == 64
    for other in ({"TELEGRAM_TOKEN": "1:other"}, {"ENCRYPTION_KEYS": Keyring.generate_key()}):
        assert read(**other).telegram_webhook_secret.reveal() != made
    assert read(TELEGRAM_WEBHOOK_SECRET=OWN).telegram_webhook_secret.reveal() == OWN


def test_settings_show_nothing_of_themselves() -> None:
    environment = ENOUGH | WHATSAPP | {"ADMINS": "telegram:987654321", "EVENTS_URL": "https://a.example/h4sh"}
    environment |= {name: secrets.token_hex(16) for name in SECRETS if name not in environment}
    environment["TWILIO_API_KEY_SID"] = f"SK{'0' * 32}"
    settings = read_settings(environment)
    shown = f"{settings!r} {settings} {settings.rules()!r} {settings.keyring()!r} {settings.admins!r}"
    dumped = repr([getattr(settings, name.lower()) for name in SECRETS])
    assert shown.startswith("Settings(…)")
    for name in (*SECRETS, "ADMINS", "EVENTS_URL"):
        assert environment[name].rpartition(":")[2] not in shown
        assert name not in SECRETS or environment[name] not in dumped


def test_settings_do_not_change() -> None:
    with pytest.raises(AttributeError, match="port was read at the start"):
        read().port = 1


@given(st.sampled_from(sorted(variables())), st.text(st.characters(), max_size=60))
def test_any_text_for_any_setting_is_taken_or_refused_in_a_sentence(name: str, text: str) -> None:
    for sentence in mistakes(ENOUGH | {name: text}):
        assert sentence.endswith(".")
        assert "\n" not in sentence
        assert name not in SECRETS or len(text.strip()) < 12 or text.strip() not in sentence


@pytest.fixture
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder as the working directory, and an environment without our variables."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    with chdir(tmp_path):
        yield tmp_path


def test_the_environment_goes_before_the_file(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"{name}={text}" for name, text in ENOUGH.items()]
    (elsewhere / ".env").write_text("\n".join([*lines, "BUSINESS_NAME=File", "LOG_LEVEL=error", "# a note"]))
    monkeypatch.setenv("BUSINESS_NAME", "Environment")
    settings = read_settings()
    assert (settings.business_name, settings.log_level) == ("Environment", "error")


def test_what_the_example_leaves_empty_hides_no_misspelt_name(elsewhere: Path) -> None:
    (elsewhere / ".env").write_text("SESSION_MINUTES=\nWARNING_MINUTES= \nSESSON_MINUTES=5\n")
    assert "SESSON_MINUTES" in names_around()
    assert not {"SESSION_MINUTES", "WARNING_MINUTES"} & set(names_around())


def test_a_file_that_an_editor_has_marked_as_utf_8_loses_nothing_of_its_first_line(elsewhere: Path) -> None:
    lines = ["BUSINESS_NAME=File", *(f"{name}={text}" for name, text in ENOUGH.items())]
    (elsewhere / ".env").write_text("\r\n".join(lines), encoding="utf-8-sig")
    assert read_settings().business_name == "File"


def test_a_misspelt_name_in_the_file_is_hinted_at_too(elsewhere: Path) -> None:
    (elsewhere / ".env").write_text("TELEGRAM_TOKN=1:a\n")
    with pytest.raises(SettingsWrong) as wrong:
        read_settings()
    assert "TELEGRAM_TOKN is not a setting; TELEGRAM_TOKEN may be meant." in wrong.value.problems


def test_a_file_that_is_no_text_is_a_mistake_and_no_crash(elsewhere: Path) -> None:
    (elsewhere / ".env").write_bytes(b"BUSINESS_NAME=\xff\xfe")
    with pytest.raises(SettingsWrong, match=r"\.env cannot be read"):
        read_settings()


def test_a_line_of_the_file_that_sets_nothing_is_named_by_its_number(elsewhere: Path) -> None:
    lines = [f"{name}={text}" for name, text in ENOUGH.items()]
    (elsewhere / ".env").write_text("\n".join(['BUSINESS_NAME="Kudi Loans', *lines, "just a line", "LOG_LEVEL=loud"]))
    with pytest.raises(SettingsWrong) as wrong:
        read_settings()
    *torn, other = wrong.value.problems
    numbers = (1, len(lines) + 2)
    assert torn == [
        f".env, line {number}, sets nothing: no NAME=value, or a quote without an end." for number in numbers
    ]
    assert other.startswith("LOG_LEVEL must be ")


def test_a_setting_that_the_file_sets_twice_is_named_and_what_is_another_programs_is_not(elsewhere: Path) -> None:
    lines = [f"{name}={text}" for name, text in ENOUGH.items()]
    (elsewhere / ".env").write_text("\n".join(["OTHERS=1", "PORT=5000", *lines, "OTHERS=2", "PORT=6000"]))
    with pytest.raises(SettingsWrong) as wrong:
        read_settings()
    assert wrong.value.problems == [f"PORT is set again in .env, line {len(lines) + 4}: take out one of the two."]


def test_an_environment_that_is_handed_in_is_all_that_is_read(elsewhere: Path) -> None:
    (elsewhere / ".env").write_text("BUSINESS_NAME=File\n")
    assert read().business_name == ""
