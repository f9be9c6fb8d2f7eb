"""Log-in, check and exchange: `telecom/auth`, `telecom/verify` and the two exchanges, as their pages show them."""

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.accounts import Account
from bot.sandbox.emulators.mono.answers import Refused, answer_json, answer_success
from bot.sandbox.emulators.mono.api_request import ApiRequest
from bot.sandbox.emulators.mono.forms import field_names
from bot.sandbox.emulators.mono.lines import Line
from bot.sandbox.emulators.mono.numbers import line_of
from bot.sandbox.emulators.mono.routes import Route, Routes
from bot.sandbox.emulators.mono.webhooks import Webhooks
from bot.sandbox.emulators.mono.world import World

TITLE = "Please enter the OTP sent to your phone"


class Telecom:
    """The calls that lead to an account. Which family begun with does not matter to the next call (ours)."""

    def __init__(self, world: World, webhooks: Webhooks) -> None:
        self._world = world
        self._webhooks = webhooks

    def routes(self) -> Routes:
        log_in = Route("log_in", self._line_of_number, self._log_in)
        check = Route("check", self._line_of_session, self._check)
        return {
            ("POST", "/v1/telecom/auth"): log_in,
            ("POST", "/v2/telecom/auth"): log_in,
            ("POST", "/v1/telecom/verify"): check,
            ("POST", "/v2/telecom/verify"): check,
            ("POST", "/account/auth"): Route("exchange", self._line_of_code, self._exchange_v1),
            ("POST", "/v2/accounts/auth"): Route("exchange", self._line_of_code, self._exchange_v2),
        }

    def _log_in(self, request: ApiRequest) -> ASGIApp:
        session = self._world.log_in(request.body.get("phone"), request.body.get("provider"))
        result = {"title": TITLE, "form": session.line.form}
        return answer_json({"status": "successful", "data": {"session_id": session.id, "result": result}})

    def _check(self, request: ApiRequest) -> ASGIApp:
        """What is missing costs no try."""
        session = self._world.session(_session_id(request))
        for name in field_names(session.line.form):
            if not request.text(name):
                raise Refused(400, f"{name} is required")
        code = self._world.check(session, request.text("otp"))
        return answer_json({"status": "successful", "data": {"code": code}})

    def _exchange_v1(self, request: ApiRequest) -> ASGIApp:
        return answer_json({"id": self._exchange(request).id})

    def _exchange_v2(self, request: ApiRequest) -> ASGIApp:
        account = self._exchange(request)
        if account.line.other_shapes:
            return answer_json({"id": account.id})  # as the Partners guide prints it
        return answer_success({"id": account.id}, self._world.clock.now())

    def _exchange(self, request: ApiRequest) -> Account:
        if not request.text("code"):
            raise Refused(400, "code is required")
        account = self._world.exchange(request.text("code"))
        self._webhooks.tell_linked(account)
        return account

    def _line_of_number(self, request: ApiRequest) -> Line:
        return line_of(request.text("phone"))

    def _line_of_session(self, request: ApiRequest) -> Line | None:
        return self._world.line_of_session(_session_id(request))

    def _line_of_code(self, request: ApiRequest) -> Line | None:
        return self._world.line_of_code(request.text("code"))


def _session_id(request: ApiRequest) -> str | None:
    return request.headers.get("x-session-id")
