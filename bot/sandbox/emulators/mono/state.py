"""The state of the emulated Mono: sessions, codes, accounts, the SMS that networks sent. Never how it is asked."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.mono.accounts import MonoAccount
from bot.sandbox.emulators.mono.forms import code_length
from bot.sandbox.emulators.mono.lines import FOR_EVER, EmulatedLine
from bot.sandbox.emulators.mono.networks import PROVIDERS, home_network, is_local_mobile
from bot.sandbox.emulators.mono.numbers import BY_NAME, line_of
from bot.sandbox.emulators.mono.refusals import MonoRefusal

LIFE = timedelta(minutes=10)  # documented for sessions and codes
WRONG_CODES = 3  # ours: the session dies with the third


@dataclass(slots=True)
class LoginSession:
    """One log-in: the OTP that went out by SMS, and how often it was guessed wrong."""

    id: str = field(repr=False)
    line: EmulatedLine
    otp: str = field(repr=False)
    at: datetime
    wrong: int = 0


@dataclass(frozen=True, slots=True)
class Sms:
    """What lies in the inbox of a phone."""

    sender: str
    text: str = field(repr=False)
    at: datetime


class MonoState:
    """All of it. Raises `Refused` in Mono's terms; which number behaves how stands in `numbers`."""

    def __init__(self, clock: EmulatedClock) -> None:
        self.clock = clock
        self.inbox: dict[str, list[Sms]] = {}
        self._sessions: dict[str, LoginSession] = {}
        self._newest: dict[str, str] = {}  # the session of each phone
        self._codes: dict[str, tuple[EmulatedLine, datetime]] = {}
        self._accounts: dict[str, MonoAccount] = {}
        self._linked: dict[str, MonoAccount] = {}  # the account of each phone
        self._names: dict[str, str] = {}  # the id that a phone always gets
        self._recast: dict[str, EmulatedLine] = {}  # the phones that behave as a test number does
        self.next_role: EmulatedLine | None = None

    @property
    def accounts(self) -> Collection[MonoAccount]:
        """All that are linked."""
        return self._accounts.values()

    def log_in(self, phone: object, provider: object) -> LoginSession:
        """A new session; it puts an end to any earlier one of the number (ours)."""
        line = self._reachable(phone, provider)
        self._sessions.pop(self._newest.get(line.phone, ""), None)
        otp = _draw_code(code_length(line.form))
        session = LoginSession(secrets.token_hex(8), line, otp, self.clock.now())
        self._sessions[session.id] = session
        self._newest[line.phone] = session.id
        self._deliver(session)
        return session

    def cast_next(self, name: str) -> None:
        """The next number that logs in behaves as the test number of that name from then on. Raises LookupError."""
        self.next_role = BY_NAME[name]

    def line_logging_in(self, phone: str) -> EmulatedLine:
        """How this number behaves, which it may learn only now."""
        if self.next_role and is_local_mobile(phone):
            self._recast[phone], self.next_role = _as_played_by(self.next_role, phone), None
        return self._recast.get(phone) or line_of(phone)

    def line_of_session(self, session: str | None) -> EmulatedLine | None:
        found = self._sessions.get(session or "")
        return found.line if found else None

    def session(self, name: str | None) -> LoginSession:
        """A session that lives."""
        if not name:
            raise MonoRefusal(400, "x-session-id header is required")
        session = self._sessions.get(name)
        if session is None or self.clock.now() - session.at >= LIFE:
            raise MonoRefusal(400, "Session has expired")
        return session

    def check(self, session: LoginSession, otp: str) -> str:
        """The code that a right OTP is worth; a session gives one, once."""
        if otp != session.otp:
            session.wrong += 1
            if session.wrong >= WRONG_CODES:
                del self._sessions[session.id]
            raise MonoRefusal(400, "Invalid OTP Sent", response_code=400)
        del self._sessions[session.id]
        code = f"code_{secrets.token_hex(10)}"
        self._codes[code] = (session.line, self.clock.now())
        return code

    def line_of_code(self, code: str) -> EmulatedLine | None:
        found = self._codes.get(code)
        return found[0] if found else None

    def exchange(self, code: str) -> MonoAccount:
        """The account of a code, which that uses up (inferred). A line keeps its account while it is linked (ours), and
        a line of some numbers for good: whether Mono gives the same one again is unknown.
        """
        found, now = self._codes.pop(code, None), self.clock.now()
        if found is None or now - found[1] >= LIFE:
            raise MonoRefusal(400, "Invalid or expired code")
        line = found[0]
        account = self._linked.get(line.phone) or self._link(line, now)
        account.logged_in_at = now
        return account

    def line_of_account(self, name: str) -> EmulatedLine | None:
        account = self._accounts.get(name)
        return account.line if account else None

    def account(self, name: str) -> MonoAccount:
        """A linked account."""
        account = self._accounts.get(name)
        if account is None:
            raise MonoRefusal(404, "Account not found")
        return account

    def unlink(self, account: MonoAccount) -> None:
        """Its data goes, its id means nothing any more (documented)."""
        account.unlinked = True
        del self._accounts[account.id], self._linked[account.line.phone]

    def clear(self) -> None:
        """Forget everything."""
        kept = (self._accounts, self._linked)
        for part in (self.inbox, self._sessions, self._newest, self._codes, *kept, self._names, self._recast):
            part.clear()
        self.next_role = None

    def _reachable(self, phone: object, provider: object) -> EmulatedLine:
        """The line that is meant, when it lives on the network that is named."""
        if not isinstance(provider, str) or not provider:
            raise MonoRefusal(400, "provider is required")
        if provider not in PROVIDERS:
            raise MonoRefusal(400, "Unsupported telco provider")
        if not isinstance(phone, str) or not phone:
            raise MonoRefusal(400, "phone is required")
        if not is_local_mobile(phone):
            raise MonoRefusal(400, "phone is not valid")
        line = self.line_logging_in(phone)
        if line.network != provider:
            raise MonoRefusal(400, "Phone number not found on the selected network")
        return line

    def _link(self, line: EmulatedLine, now: datetime) -> MonoAccount:
        ready = None if line.processing == FOR_EVER else now + timedelta(seconds=line.processing)
        name = secrets.token_hex(12)
        if line.keeps_account:
            name = self._names.setdefault(line.phone, name)
        account = MonoAccount(name, secrets.token_hex(12), line, now, ready, logged_in_at=now)
        self._accounts[account.id] = self._linked[line.phone] = account
        return account

    def _deliver(self, session: LoginSession) -> None:
        """The wording and the sender are ours: Mono's are unknown."""
        network = (session.line.network or "").upper()
        text = f"{session.otp} is your {network} code. It is valid for 10 minutes."
        self.inbox.setdefault(session.line.phone, []).append(Sms(network, text, session.at))


def _as_played_by(role: EmulatedLine, phone: str) -> EmulatedLine:
    """The number in that role. Only one that is somewhere else than its prefix says takes its network along."""
    at_home = role.network == home_network(role.phone)
    return replace(role, phone=phone, network=home_network(phone) if at_home else role.network)


def _draw_code(length: int) -> str:
    """None that is a round sum as well: what tells amounts from codes in an agent's chat takes it for one."""
    code = "000"
    while code.endswith("000"):
        code = "".join(secrets.choice("0123456789") for _ in range(length))
    return code
