"""Log-in, check and exchange: `telecom/auth`, `telecom/verify` and the two exchanges, as their pages show them."""

from collections.abc import Mapping
from typing import Any

from starlette.types import ASGIApp

from bot.emulators.mono.answers import Refused, answer_json, answer_refused, answer_success
from bot.emulators.mono.faults import perform
from bot.emulators.mono.numbers import line_of
from bot.emulators.mono.webhooks import Webhooks
from bot.emulators.mono.world import World


class Telecom:
    """The calls that lead to an account. `flat` chooses the shape of the v2 exchange that Partners pages print."""

    def __init__(self, world: World, webhooks: Webhooks) -> None:
        self._world = world
        self._webhooks = webhooks
        self.flat = False

    def auth(self, body: Mapping[str, Any]) -> ASGIApp:
        phone = body.get("phone")
        fault = line_of(phone).faults.get("auth") if isinstance(phone, str) else None
        return perform(fault, lambda: self._auth(body), self._world.clock.now())

    def _auth(self, body: Mapping[str, Any]) -> ASGIApp:
        session, line = self._world.log_in(body.get("phone"), body.get("provider"))
        result = {"title": "Please enter the OTP sent to your phone", "form": list(line.form)}
        return answer_json({"status": "successful", "data": {"session_id": session, "result": result}})

    def verify(self, session: str | None, body: Mapping[str, Any]) -> ASGIApp:
        line = self._world.line_of_session(session or "")
        fault = line.faults.get("verify") if line else None
        return perform(fault, lambda: self._verify(session, body), self._world.clock.now())

    def _verify(self, session: str | None, body: Mapping[str, Any]) -> ASGIApp:
        if "otp" not in body:
            raise Refused(400, "otp is required")
        return answer_json({"status": "successful", "data": {"code": self._world.verify(session, body["otp"])}})

    def exchange(self, body: Mapping[str, Any], *, enveloped: bool) -> ASGIApp:
        line = self._world.line_of_code(body.get("code"))
        fault = line.faults.get("exchange") if line else None
        return perform(fault, lambda: self._exchange(body, enveloped=enveloped), self._world.clock.now())

    def _exchange(self, body: Mapping[str, Any], *, enveloped: bool) -> ASGIApp:
        try:
            account = self._world.exchange(body.get("code"))
        except Refused as refused:
            return answer_refused(refused, self._world.clock.now())
        self._webhooks.announce(account)
        if enveloped and not self.flat:
            return answer_success({"id": account.id}, self._world.clock.now(), "Request was succesfully completed")
        return answer_json({"id": account.id})
