"""The settings: their shapes, their defaults and what follows from them. Never where they are read from."""

from datetime import timedelta
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.config import shapes
from bot.config.names import CHANNELS, missing
from bot.providers.mono.routes import Family
from conversations.allowance import Limits
from conversations.session import Rules
from conversations.wording import Business
from storage.sealing import Keyring

ABSENT: Final = SecretStr("")  # as false as the empty text
_LIMITS, _RULES = Limits(), Rules()
_SQLITE = "sqlite:///"


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
    events_secret: shapes.SigningKeys = ABSENT

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


def _derive_webhook_secret(values: dict[str, str]) -> str:
    """A secret that needs no setting: the same on every start, and of no use for anything else (RFC 5869)."""
    newest_key = shapes.split_list(values["ENCRYPTION_KEYS"])[0]
    token, key = (text.encode("utf-8", "surrogatepass") for text in (values["TELEGRAM_TOKEN"], newest_key))
    return HKDF(SHA256(), 32, salt=token, info=b"telcolink telegram webhook").derive(key).hex()
