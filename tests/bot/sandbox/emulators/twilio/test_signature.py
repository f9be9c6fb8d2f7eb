"""The emulator's signature against the vectors that Twilio publishes (twilio-python 306691e, MIT)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.request_validator import RequestValidator

from bot.sandbox.emulators.twilio.signature import sign

TOKEN = "12345"
URL = "https://bot.example/whatsapp"
CALL = [
    ("CallSid", "CA1234567890ABCDE"),
    ("Digits", "1234"),
    ("From", "+14158675309"),
    ("To", "+18005551212"),
    ("Caller", "+14158675309"),
]
REPEATED = [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")]
BODY_HASH = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"


# Vectors 3 to 6 are about ports: they say which form of the URL a signature may have been made over.
@pytest.mark.parametrize(
    ("url", "params", "signature"),
    [
        pytest.param("https://mycompany.com/myapp.php?foo=1&bar=2", CALL, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", id="1, 3"),
        pytest.param("https://mycompany.com/myapp.php?foo=1&bar=2", REPEATED, "IK+Dwps556ElfBT0I3Rgjkr1wJU=", id="2"),
        pytest.param("http://mycompany.com:1234/myapp.php?foo=1&bar=2", CALL, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", id="4"),
        pytest.param("https://mycompany.com:443/myapp.php?foo=1&bar=2", CALL, "kvajT1Ptam85bY51eRf/AJRuM3w=", id="5"),
        pytest.param("http://mycompany.com:80/myapp.php?foo=1&bar=2", CALL, "0ZXoZLH/DfblKGATFgpif+LLRf4=", id="6"),
        pytest.param(
            f"https://mycompany.com/myapp.php?foo=1&bar=2&bodySHA256={BODY_HASH}",
            [],
            "a9nBmqA0ju/hNViExpshrM61xv4=",
            id="7",
        ),
    ],
)
def test_signatures_are_those_that_twilio_publishes(url: str, params: list[tuple[str, str]], signature: str) -> None:
    assert sign(TOKEN, url, params) == signature


def test_the_fragment_with_connection_overrides_is_not_signed() -> None:
    assert sign(TOKEN, f"{URL}#rc=2&rp=all", CALL) == sign(TOKEN, URL, CALL)


@given(form=st.dictionaries(st.text(min_size=1, max_size=8), st.text(max_size=20), max_size=6))
def test_twilios_own_validator_agrees_about_any_form(form: dict[str, str]) -> None:
    assert RequestValidator(TOKEN).validate(URL, form, sign(TOKEN, URL, form.items()))
