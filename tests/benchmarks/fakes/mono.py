"""Mono's side of a linking: the six answers of a happy conversation, after a while. Never a refusal."""

import asyncio
import json
from itertools import count
from typing import Any

from tests.benchmarks.wire import Reply

CODE = "246813"  # what every SMS says
_NAME = "ADAEZE NKEMDILIM OKONJI"
_FORM = {
    "type": "elements.input",
    "name": "otp",
    "hint": "Enter OTP",
    "contentType": "password",
    "minLength": 6,
    "maxLength": 6,
}
_BALANCES = (("Main Balance", "currency", 41250, "ngn"), ("Airtime Bonus", "currency", 320000, "ngn"))
_BUNDLES = (
    ("Data Bundle", "data", 4.75, "gb"),
    ("Social Bundle", "data", 0.5, "gb"),
    ("Voice", "voice", 30, "minutes"),
)


def _data(**fields: Any) -> bytes:
    return json.dumps({"status": "successful", "data": fields}).encode()


_PROMPT = {"title": "Please enter the OTP sent to your phone", "form": [_FORM]}
_LOGGED_IN = _data(session_id="Q7vLm2TzX9pRk4Wd", result=_PROMPT)
_VERIFIED = _data(code="code_Zt8QmW4rLx2NpV7sKe1J")
_DETAILS = json.dumps(
    {
        "meta": {"data_status": "AVAILABLE", "auth_method": "mobile_banking"},
        "account": {"institution": {"name": "Mtn", "type": "PERSONAL_BANKING"}, "name": "Main Balance", "bvn": None},
    }
).encode()
_IDENTITY = json.dumps({"fullName": _NAME, "gender": "female", "bvn": None, "dob": "1994-06-17T00:00:00.000Z"}).encode()
_ROWS = [
    {"_id": f"6a10f0d1e4b7a91d5c3e8f{number}", "name": name, "type": kind, "value": value, "unit": unit}
    for number, (name, kind, value, unit) in enumerate((*_BALANCES, *_BUNDLES), start=11)
]
_READINGS = json.dumps(_ROWS).encode()


class Mono:
    """Each answer comes `latency` seconds after its question."""

    key = "test_sk_0123456789"

    def __init__(self, latency: float = 0.0) -> None:
        self.asked = 0
        self._latency = latency
        self._accounts = count(1)

    def handle(self, _: str, target: str, __: bytes, reply: Reply) -> None:
        self.asked += 1
        answer = self._answer(target)
        if self._latency:
            asyncio.get_running_loop().call_later(self._latency, reply, answer)
        else:
            reply(answer)

    def _answer(self, target: str) -> bytes:
        if target.endswith("/telecom/auth"):
            return _LOGGED_IN
        if target.endswith("/telecom/verify"):
            return _VERIFIED
        if target.endswith("/accounts/auth"):
            return _data(id=f"{next(self._accounts):024x}")
        if target.endswith("/identity"):
            return _IDENTITY
        return _READINGS if target.endswith("/balances") else _DETAILS
