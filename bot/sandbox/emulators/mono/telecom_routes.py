"""The routes of log-in, check and exchange: `telecom/auth`, `telecom/verify`, `accounts/auth`, as documented."""

from starlette.types import ASGIApp

from bot.sandbox.emulators.mono.accounts import MonoAccount
from bot.sandbox.emulators.mono.api_request import ApiRequest
from bot.sandbox.emulators.mono.forms import field_names
from bot.sandbox.emulators.mono.lines import EmulatedLine
from bot.sandbox.emulators.mono.refusals import MonoRefusal
from bot.sandbox.emulators.mono.responses import answer_json, answer_success
from bot.sandbox.emulators.mono.routes import ApiRoute, ApiRoutes
from bot.sandbox.emulators.mono.state import MonoState
from bot.sandbox.emulators.mono.webhooks import MonoWebhooks

TITLE = "Please enter the OTP sent to your phone"


class TelecomRoutes:
    """The calls that lead to an account. Which family begun with does not matter to the next call (ours)."""

    def __init__(self, state: MonoState, webhooks: MonoWebhooks) -> None:
        self._state = state
        self._webhooks = webhooks

    def routes(self) -> ApiRoutes:
        log_in = ApiRoute("log_in", self._line_of_number, self._log_in)
        check = ApiRoute("check", self._line_of_session, self._check)
        return {
            ("POST", "/v1/telecom/auth"): log_in,
            ("POST", "/v2/telecom/auth"): log_in,
            ("POST", "/v1/telecom/verify"): check,
            ("POST", "/v2/telecom/verify"): check,
            ("POST", "/account/auth"): ApiRoute("exchange", self._line_of_code, self._exchange_v1),
            ("POST", "/v2/accounts/auth"): ApiRoute("exchange", self._line_of_code, self._exchange_v2),
        }

    def _log_in(self, request: ApiRequest) -> ASGIApp:
        session = self._state.log_in(request.body.get("phone"), request.body.get("provider"))
        result = {"title": TITLE, "form": session.line.form}
        return answer_json({"status": "successful", "data": {"session_id": session.id, "result": result}})

    def _check(self, request: ApiRequest) -> ASGIApp:
        """What is missing costs no try."""
        session = self._state.session(_session_id(request))
        for name in field_names(session.line.form):
            if not request.text(name):
                raise MonoRefusal(400, f"{name} is required")
        code = self._state.check(session, request.text("otp"))
        return answer_json({"status": "successful", "data": {"code": code}})

    def _exchange_v1(self, request: ApiRequest) -> ASGIApp:
        return answer_json({"id": self._exchange(request).id})

    def _exchange_v2(self, request: ApiRequest) -> ASGIApp:
        account = self._exchange(request)
        if account.line.other_shapes:
            return answer_json({"id": account.id})  # as the Partners guide prints it
        return answer_success({"id": account.id}, self._state.clock.now())

    def _exchange(self, request: ApiRequest) -> MonoAccount:
        if not request.text("code"):
            raise MonoRefusal(400, "code is required")
        account = self._state.exchange(request.text("code"))
        self._webhooks.tell_linked(account)
        return account

    def _line_of_number(self, request: ApiRequest) -> EmulatedLine:
        return self._state.line_logging_in(request.text("phone"))

    def _line_of_session(self, request: ApiRequest) -> EmulatedLine | None:
        return self._state.line_of_session(_session_id(request))

    def _line_of_code(self, request: ApiRequest) -> EmulatedLine | None:
        return self._state.line_of_code(request.text("code"))


def _session_id(request: ApiRequest) -> str | None:
    return request.headers.get("x-session-id")
