"""The emulated Mono put together: the API, its state and its webhooks; no rule of its own.

The numbers, people and codes are ours; nobody should expect them at Mono.
"""

import secrets

from starlette.types import ASGIApp

from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.control_routes import WithControlRoutes, control_app
from bot.sandbox.emulators.mono.api import MonoApi
from bot.sandbox.emulators.mono.control_routes import MonoControlRoutes
from bot.sandbox.emulators.mono.events import MonoEvent
from bot.sandbox.emulators.mono.faults import MonoFault
from bot.sandbox.emulators.mono.journal import MonoJournal
from bot.sandbox.emulators.mono.networks import local
from bot.sandbox.emulators.mono.state import MonoState, Sms
from bot.sandbox.emulators.mono.telecom_routes import TelecomRoutes
from bot.sandbox.emulators.mono.v1_routes import AccountRoutesV1
from bot.sandbox.emulators.mono.v2_routes import AccountRoutesV2
from bot.sandbox.emulators.mono.webhooks import MonoWebhooks, WebhookTarget

ACTIONS = ("advance", "fail", "cast_next", "slow_down", "set_webhook", "send_event", "reset")  # over HTTP


def make_key() -> str:
    """A test secret key such as the dashboard gives."""
    return f"test_sk_{secrets.token_hex(10)}"


class MonoEmulator:
    """Mono's Telco Data API for one business over HTTP, and in Python the hands of those who watch it.

    `app` is the ASGI application; served, it answers the API and `/_emulator/...`. `clock` may be wound.
    """

    def __init__(self, key: str = "", *, clock: EmulatedClock | None = None) -> None:
        self.key = key or make_key()
        self.clock = clock or EmulatedClock()
        self._state = MonoState(self.clock)
        self._webhooks = MonoWebhooks(self.clock)
        shared = (self._state, self._webhooks)
        families = (TelecomRoutes(*shared), AccountRoutesV1(*shared), AccountRoutesV2(*shared))
        routes = {place: route for family in families for place, route in family.routes().items()}
        self._api = MonoApi(self.key, routes, self.clock)
        self.app: ASGIApp = WithControlRoutes(self._api, self._build_control())

    @property
    def journal(self) -> MonoJournal:
        """The calls of the API, answered or not, oldest first."""
        return self._api.journal

    @property
    def is_settled(self) -> bool:
        """Whether the webhook has had every event that is due; some may wait for a later time."""
        return self._webhooks.is_settled

    def sms(self, phone: str) -> list[Sms]:
        """What lies in the inbox of a phone (local form or `+234...`), oldest first."""
        return list(self._state.inbox.get(local(phone), ()))

    @property
    def inboxes(self) -> dict[str, list[Sms]]:
        """The same of every phone that has got one."""
        return {phone: list(inbox) for phone, inbox in self._state.inbox.items()}

    @property
    def next_role(self) -> str:
        """The test number that the next one to log in will be played as, "" for none."""
        return self._state.next_role.name if self._state.next_role else ""

    def advance(self, seconds: float) -> None:
        """Wind the clock."""
        self.clock.advance(seconds)

    def fail(self, path: str, fault: MonoFault, times: int = 1) -> None:
        """Have the next `times` calls of a path go wrong; `*` in it stands for anything. Raises ValueError for none."""
        self._api.faults.add(path, fault, times)

    def cast_next(self, name: str) -> None:
        """Have the next number that logs in behave as the test number of that name (`numbers`) from then on.

        Raises LookupError for a name that no test number has.
        """
        self._state.cast_next(name)

    def slow_down(self, seconds: float) -> None:
        """Have every answer take that long, on the clock."""
        self._api.latency = seconds

    def set_webhook(self, url: str, secret: str, *, lose: int = 0, double: int = 0) -> None:
        """Send events there from now on: the first `lose` get lost, the `double` after them come twice."""
        self._webhooks.target = WebhookTarget(url, secret, lose, double)

    def send_event(self, event: MonoEvent) -> None:
        """Have the webhook get any event, well-formed or not."""
        self._webhooks.send(event)

    def reset(self) -> None:
        """Forget everything but the key, the time and where events go."""
        self._state.clear()
        self._api.clear()
        self._webhooks.clear()

    def _build_control(self) -> ASGIApp:
        actions = [getattr(self, name) for name in ACTIONS]
        control = MonoControlRoutes(actions, self.sms, self.journal)
        return control_app(control.routes(), self._webhooks.stop)
