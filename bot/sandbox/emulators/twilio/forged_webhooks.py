"""Forged webhooks, not from Twilio or not as it sent them: a genuine form with its signature spoilt in known ways."""

import json
from collections.abc import Callable, Mapping
from urllib.parse import urlencode

from bot.sandbox.emulators.twilio.signature import sign

Form = dict[str, str]
Pairs = list[tuple[str, str]]
_FORM = "application/x-www-form-urlencoded"


def _recut(form: Form) -> Pairs:
    """The signature has no separators: the same text, cut between name and value elsewhere, keeps it valid."""
    return [("Bod", f"y{value}") if name == "Body" else (name, value) for name, value in form.items()]


# What is done to the form after it was signed.
_SPOILT: Mapping[str, Callable[[Form], Pairs]] = {
    "tampered": lambda form: [*(form | {"Body": form["Body"] + "1"}).items()],
    "dropped": lambda form: [pair for pair in form.items() if pair[0] != "ProfileName"],
    "added": lambda form: [*form.items(), ("Forwarded", "true")],
    "repeated": lambda form: [*form.items(), ("Body", form["Body"] + "1")],
    "recut": _recut,
}
# What stands in the header instead of the true signature.
_HEADERS: Mapping[str, Callable[[str, str, Form], str]] = {
    "empty": lambda token, url, form: "",
    "non_ascii": lambda token, url, form: "é" * 28,
    "wrong_token": lambda token, url, form: sign(token[::-1] + "0", url, form.items()),
    "wrong_url": lambda token, url, form: sign(token, url + "/", form.items()),
}
WAYS = ("absent", "json", *_SPOILT, *_HEADERS)


def forge(way: str, token: str, url: str, form: Form) -> tuple[bytes, dict[str, str]]:
    """Body and headers of a post spoilt in that way, one of WAYS. Raises ValueError for another."""
    if way not in WAYS:
        raise ValueError(f"forged how? one of {', '.join(WAYS)}")
    header = _HEADERS[way](token, url, form) if way in _HEADERS else sign(token, url, form.items())
    headers = {"Content-Type": _FORM, "X-Twilio-Signature": header}
    if way == "absent":
        del headers["X-Twilio-Signature"]
    if way == "json":
        return json.dumps(form).encode(), headers | {"Content-Type": "application/json"}
    pairs = _SPOILT[way](form) if way in _SPOILT else [*form.items()]
    return urlencode(pairs).encode(), headers
