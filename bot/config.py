"""The settings: read from the environment and `.env`, checked all at once. Nothing else reads the environment."""

import os
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot import config_shapes as shapes
from bot.config_names import CHANNELS, find_halves, find_misspelt, find_silence, missing
from bot.errors import SettingsWrong
from bot.providers.mono_routes import Family
from conversations.allowance import Limits
from conversations.session import Rules
from conversations.wording import Business
from storage.sealing import Keyring

ABSENT: Final = SecretStr("")  # as false as the empty text
_LIMITS, _RULES = Limits(), Rules()
_SQLITE = "sqlite:///"
_HOW_TO_GET = {
    "ENCRYPTION_KEYS": "; `openssl rand -base64 32` makes a key",
    "MONO_SECRET_KEY": "; Mono's dashboard shows it with the app",
}
# Hosts that give an application a new disk at each start, and the variable by which each is known.
_PASSING_HOSTS = {"DYNO": "Heroku", "K_SERVICE": "Cloud Run", "AWS_LAMBDA_FUNCTION_NAME": "Lambda"}


class Settings(BaseSettings):
    """Every setting under its variable's name in lower case; secrets hide in `repr`. Made by `read_settings`.

    What is not set is empty, and an empty secret is false. `.env.example` says what each one means.
    """

    model_config = SettingsConfigDict(
        alias_generator=str.upper,
        case_sensitive=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )

    business_name: shapes.Line = ""
    business_purpose: shapes.Line = "your application"
    support_contact: shapes.Line = "the person who sent you here"
    privacy_url: shapes.Endpoint = ""
    consent_months: shapes.Months = 12

    public_url: shapes.Address = ""
    host: shapes.HostName = "127.0.0.1"
    port: shapes.Port = 8080
    trusted_proxies: shapes.Proxies = 0
    admins: shapes.Contacts = ()
    log_format: shapes.LogFormat = "json"
    log_level: shapes.LogLevel = "info"

    database_url: shapes.DatabaseUrl = f"{_SQLITE}telcolink.db"
    accept_losing_data: shapes.Flag = False
    encryption_keys: shapes.EncryptionKeys

    telegram_token: shapes.BotToken = ABSENT
    telegram_webhook_secret: shapes.WebhookSecret = ABSENT
    telegram_api_base: shapes.Address = "https://api.telegram.org"
    telegram_sends_per_second: shapes.Rate = 30
    telegram_seconds_per_chat: shapes.Seconds = 1

    twilio_account_sid: shapes.AccountSid = ""
    twilio_auth_token: shapes.RotatingTokens = ABSENT
    twilio_api_key_sid: shapes.KeySid = ""
    twilio_api_key_secret: shapes.PlainSecret = ABSENT
    twilio_api_base: shapes.Address = "https://api.twilio.com"
    twilio_content_base: shapes.Address = "https://content.twilio.com"
    whatsapp_from: shapes.Sender = ""
    whatsapp_sends_per_second: shapes.Rate = 80
    whatsapp_seconds_per_person: shapes.Seconds = 6
    twilio_template_resume: shapes.TemplateSid = ""
    twilio_template_done: shapes.TemplateSid = ""
    twilio_template_invite: shapes.TemplateSid = ""

    mono_secret_key: shapes.ProviderKey
    mono_api_base: shapes.UnversionedAddress = "https://api.withmono.com"
    mono_api_family: Family = Family.AUTO
    mono_webhook_secret: shapes.PlainSecret = ABSENT

    events_url: shapes.Endpoint = ""
    events_secret: shapes.PlainSecret = ABSENT

    session_minutes: shapes.Minutes = _RULES.session / timedelta(minutes=1)
    warning_minutes: shapes.Minutes = Field(_RULES.warning / timedelta(minutes=1), validate_default=True)
    memory_hours: shapes.Hours = _RULES.memory / timedelta(hours=1)
    link_hours: shapes.LinkHours = 24

    otp_requests_per_session: shapes.Count = _LIMITS.otp_requests_per_session
    otp_request_gaps: shapes.Gaps = _LIMITS.otp_request_gaps
    otp_requests_per_number_day: shapes.Count = _LIMITS.otp_requests_per_number_day
    otp_requests_per_contact_day: shapes.Count = _LIMITS.otp_requests_per_contact_day
    otp_requests_per_prefix_hour: shapes.Count = _LIMITS.otp_requests_per_prefix_hour
    otp_requests_per_hour: shapes.Count = _LIMITS.otp_requests_per_hour
    otp_checks_per_code: shapes.Count = _LIMITS.otp_checks_per_code
    otp_checks_per_number_day: shapes.Count = _LIMITS.otp_checks_per_number_day
    links_per_agent_hour: shapes.Count = _LIMITS.links_per_agent_hour

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what is handed in: `read_settings` has looked around already."""
        return (init_settings,)

    @model_validator(mode="before")
    @classmethod
    def _fill_in(cls, values: dict[str, str]) -> dict[str, str]:
        """What follows from other settings where it is not set itself."""
        following = {}
        if "PORT" in values:
            following["HOST"] = "0.0.0.0"  # noqa: S104 - a host that gives the port forwards to it from elsewhere
        if "TELEGRAM_TOKEN" in values and "ENCRYPTION_KEYS" in values:
            following["TELEGRAM_WEBHOOK_SECRET"] = _derive_webhook_secret(values)
        return following | values

    @field_validator("warning_minutes")
    @classmethod
    def _warn_before_the_end(cls, minutes: float, info: ValidationInfo) -> float:
        session = info.data.get("session_minutes")
        if session is not None and minutes >= session:
            raise ValueError("must be less than SESSION_MINUTES")
        return minutes

    def __repr__(self) -> str:
        return f"{type(self).__name__}(…)"

    __str__ = __repr__

    def rules(self) -> Rules:
        return Rules(
            session=timedelta(minutes=self.session_minutes),
            warning=timedelta(minutes=self.warning_minutes),
            memory=timedelta(hours=self.memory_hours),
            limits=self.limits(),
        )

    def limits(self) -> Limits:
        return Limits(**{name: getattr(self, name) for name in Limits.__dataclass_fields__})

    def business(self) -> Business:
        """`name` is empty where the bot's own name is to be used."""
        return Business(
            name=self.business_name,
            purpose=self.business_purpose,
            support=self.support_contact,
            privacy=self.privacy_url,
            consent_months=self.consent_months,
        )

    def keyring(self) -> Keyring:
        return Keyring.parse(self.encryption_keys.get_secret_value())

    def database_path(self) -> Path:
        return Path(self.database_url.removeprefix(_SQLITE))

    def twilio_auth_tokens(self) -> tuple[SecretStr, ...]:
        """All that a webhook may be signed with, the current one first."""
        return tuple(map(SecretStr, filter(None, shapes.split_list(self.twilio_auth_token.get_secret_value()))))

    @property
    def telegram_on(self) -> bool:
        return not self.off_because("telegram")

    @property
    def whatsapp_on(self) -> bool:
        return not self.off_because("whatsapp")

    def off_because(self, channel: str) -> str:
        """Why `telegram` or `whatsapp` is off, such as `TELEGRAM_TOKEN is not set`; empty when it is on."""
        return missing(channel, [name for name in CHANNELS[channel] if getattr(self, name.lower())])


def read_settings(environment: Mapping[str, str] | None = None, *, needs_channel: bool = True) -> Settings:
    """The settings of `environment`; without one, of the process's environment and of `.env` where that is silent.

    `needs_channel=False` is for callers that bring a channel of their own, as the demo's console.
    Raises `SettingsWrong` with a sentence for every mistake, none of which holds a value.
    """
    found = _look_around() if environment is None else environment
    given = {name: text.strip() for name, text in found.items() if text.strip()}
    problems = [*find_misspelt(given, variables()), *find_halves(given)]
    if needs_channel:
        problems += find_silence(given)
    try:
        settings = Settings.model_validate(given)
    except ValidationError as wrong:
        problems = [_say(error) for error in wrong.errors(include_url=False, include_input=False)] + problems
    if problems:
        raise SettingsWrong(problems)
    return settings


def variables() -> tuple[str, ...]:
    """The names of all settings, as the environment has them."""
    return tuple(name.upper() for name in Settings.model_fields)


def passing_host() -> str:
    """The host on whose disk nothing stays, where this process runs on one that is known; or empty."""
    return next((host for variable, host in _PASSING_HOSTS.items() if variable in os.environ), "")


def _look_around() -> dict[str, str]:
    try:
        file = DotEnvSettingsSource(Settings, ".env").env_vars
    except (OSError, ValueError):
        raise SettingsWrong([".env cannot be read: it must be a text in UTF-8 that this user may open."]) from None
    return {name: text or "" for name, text in {**file, **EnvSettingsSource(Settings).env_vars}.items()}


def _derive_webhook_secret(values: dict[str, str]) -> str:
    """A secret that needs no setting: the same on every start, and of no use for anything else (RFC 5869)."""
    newest_key = shapes.split_list(values["ENCRYPTION_KEYS"])[0]
    token, key = (text.encode("utf-8", "surrogatepass") for text in (values["TELEGRAM_TOKEN"], newest_key))
    return HKDF(SHA256(), 32, salt=token, info=b"telcolink telegram webhook").derive(key).hex()


def _say(error: Any) -> str:
    """One of pydantic's errors as a sentence that begins with the variable's name."""
    name = str(error["loc"][0]).upper()
    if error["type"] == "missing":
        return f"{name} is not set{_HOW_TO_GET.get(name, '')}."
    if error["type"] == "value_error":
        return f"{name} {error['ctx']['error']}."
    return f"{name} {error['msg'].replace('Input should be', 'must be').partition(', unable')[0]}."
