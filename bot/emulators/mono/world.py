"""What the emulated Mono remembers: sessions, codes, accounts, the SMS that networks sent. Never how it is asked."""

import secrets
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.emulators.clock import Clock
from bot.emulators.mono.answers import Refused
from bot.emulators.mono.networks import is_local_mobile
from bot.emulators.mono.numbers import Line, line_of

LIFE = timedelta(seconds=600)  # documented for sessions and codes
WRONG_CODES = 3  # ours: the session dies with the third


@dataclass(slots=True)
class Session:
    """One log-in: the code that went out by SMS, and how often it was guessed wrong."""

    line: Line
    code: str = field(repr=False)
    at: datetime
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Sms:
    """What lies in the inbox of a phone."""

    sender: str
    text: str = field(repr=False)
    at: datetime


@dataclass(slots=True)
class Account:
    """A linked line. Its data is there from `ready_at` on; `refreshed_at` is when it was last read anew."""

    id: str
    line: Line
    opened_at: datetime
    ready_at: datetime | None
    refreshed_at: datetime | None = None
    job: str = ""

    def is_ready(self, now: datetime) -> bool:
        return self.ready_at is not None and now >= self.ready_at


class World:
    """All of it. Raises `Refused` in Mono's terms; which number behaves how stands in `numbers`."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.inbox: dict[str, list[Sms]] = {}
        self.accounts: dict[str, Account] = {}
        self._sessions: dict[str, Session] = {}
        self._codes: dict[str, tuple[Line, datetime]] = {}

    def log_in(self, phone: object, provider: object) -> tuple[str, Line]:
        """A new session; it puts an end to any earlier one of the number (ours)."""
        if not isinstance(provider, str) or not provider:
            raise Refused(400, "provider is required")
        if provider not in {"mtn", "airtel"}:
            raise Refused(400, "Unsupported telco provider")
        if not isinstance(phone, str) or not is_local_mobile(phone):
            raise Refused(400, "phone is not valid")
        line = line_of(phone)
        if line.network != provider:
            raise Refused(400, "Phone number not found on the selected network")
        self._sessions = {name: other for name, other in self._sessions.items() if other.line.phone != phone}
        session, code = secrets.token_hex(8), _digits(line.code_length)
        self._sessions[session] = Session(line, code, self.clock.now())
        self._send(line, code)
        return session, line

    def line_of_session(self, session: str) -> Line | None:
        found = self._sessions.get(session)
        return found.line if found else None

    def verify(self, session: str | None, otp: object) -> str:
        """The code that a right OTP is worth; a session gives one, once."""
        if not session:
            raise Refused(400, "x-session-id header is required")
        found = self._sessions.get(session)
        if found is None or self.clock.now() - found.at >= LIFE:
            raise Refused(400, "Session has expired")
        if not isinstance(otp, str) or not secrets.compare_digest(otp.encode(), found.code.encode()):
            found.wrong += 1
            if found.wrong >= WRONG_CODES:
                del self._sessions[session]
            raise Refused(400, "Invalid OTP Sent", response_code=400)
        del self._sessions[session]
        code = f"code_{secrets.token_hex(10)}"
        self._codes[code] = (found.line, self.clock.now())
        return code

    def line_of_code(self, code: object) -> Line | None:
        found = self._codes.get(code) if isinstance(code, str) else None
        return found[0] if found else None

    def exchange(self, code: object) -> Account:
        """The account of a code, which is used up by it (inferred). A line keeps its account while it is linked."""
        line, at = self._codes.pop(code, (None, None)) if isinstance(code, str) else (None, None)
        now = self.clock.now()
        if line is None or at is None or now - at >= LIFE:
            raise Refused(400, "Invalid or expired code")
        for account in self.accounts.values():
            if account.line.phone == line.phone:
                return account
        ready = None if line.processing == float("inf") else now + timedelta(seconds=line.processing)
        account = Account(secrets.token_hex(12), line, now, ready)
        self.accounts[account.id] = account
        return account

    def account(self, name: str) -> Account:
        if name not in self.accounts:
            raise Refused(404, "Account not found")
        return self.accounts[name]

    def clear(self) -> None:
        for part in (self.inbox, self.accounts, self._sessions, self._codes):
            part.clear()

    def _send(self, line: Line, code: str) -> None:
        text = f"{code} is your {(line.network or '').upper()} code. It is valid for 10 minutes."
        sms = Sms((line.network or "").upper(), text, self.clock.now())
        self.inbox.setdefault(line.phone, []).append(sms)


def _digits(length: int) -> str:
    return "".join(secrets.choice("0123456789") for _ in range(length))
