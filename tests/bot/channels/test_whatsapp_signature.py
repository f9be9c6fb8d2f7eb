"""What Twilio signed gets in, and nothing else: its published examples, what is known to break them, our own rules."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.types import Message
from twilio.request_validator import RequestValidator

from bot.channels.whatsapp.forms import Form, FormWrong
from bot.channels.whatsapp.signature import MOST_BYTES, NotGenuine, SignatureCheck
from bot.http.webhook_endpoint import BodyTooLarge, Delivery
from bot.sandbox.emulators.twilio.signature import sign
from conversations.changing import replace
from conversations.secret import Secret
from tests.for_every import for_every

# github.com/twilio/twilio-python, tests/unit/test_request_validator.py, at 306691e
TOKEN = "12345"
URL = "https://mycompany.com/myapp.php?foo=1&bar=2"
WITH_PORT = "https://mycompany.com:1234/myapp.php?foo=1&bar=2"
CALL = {
    "CallSid": "CA1234567890ABCDE",
    "Digits": "1234",
    "From": "+14158675309",
    "To": "+18005551212",
    "Caller": "+14158675309",
}
REPEATED = [("Sid", "CA123"), ("SidAccount", "AC123"), ("Digits", "5678"), ("Digits", "1234"), ("Digits", "1234")]
JSON_URL = f"{URL}&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"

ACCOUNT, SENDER = f"AC{'0' * 32}", "whatsapp:+14155238886"
PUBLIC = "https://bot.example"
FIELDS = {"AccountSid": ACCOUNT, "To": SENDER, "Body": " hi \r\n+&= 😀 ", "Blank": ""}


def check_of(*tokens: str, public: str = PUBLIC) -> SignatureCheck:
    return SignatureCheck(public, [Secret(token) for token in tokens or (TOKEN,)], ACCOUNT, SENDER)


def form(fields: dict[str, str] | list[tuple[str, str]]) -> Form:
    return Form(urlencode(fields).encode())


def posted(
    fields: dict[str, str] | list[tuple[str, str]] | bytes,
    signature: str | None,
    *,
    path: bytes = b"/whatsapp",
    query: bytes = b"",
    host: str = "10.0.0.7:8080",
) -> Delivery:
    """A delivery as the server behind a proxy sees it: another host, and no TLS."""
    body = fields if isinstance(fields, bytes) else urlencode(fields).encode()
    headers = [(b"host", host.encode()), (b"content-type", b"application/x-www-form-urlencoded")]
    if signature is not None:
        headers.append((b"x-twilio-signature", signature.encode("latin-1")))
    scope = {
        "type": "http",
        "method": "POST",
        "scheme": "http",
        "path": path.decode(),
        "raw_path": path,
        "query_string": query,
        "headers": headers,
    }

    async def receive() -> dict[str, object]:
        return {"type": "http.request", "body": body}

    return Delivery(scope, receive)


def signed(fields: dict[str, str], url: str = f"{PUBLIC}/whatsapp", token: str = TOKEN) -> str:
    return sign(token, url, fields.items())


@pytest.mark.parametrize(
    ("url", "fields", "signature"),
    [
        pytest.param(URL, [*CALL.items()], "RSOYDt4T1cUTdK1PDd93/VVr8B8=", id="1"),
        pytest.param(URL, REPEATED, "IK+Dwps556ElfBT0I3Rgjkr1wJU=", id="2: repeated fields"),
        pytest.param(WITH_PORT, [*CALL.items()], "RSOYDt4T1cUTdK1PDd93/VVr8B8=", id="3: a port that was not signed"),
        pytest.param(WITH_PORT.replace("https", "http"), [*CALL.items()], "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", id="4: http"),
        pytest.param(URL, [*CALL.items()], "kvajT1Ptam85bY51eRf/AJRuM3w=", id="5: signed with 443"),
        pytest.param(
            URL.replace("https", "http"), [*CALL.items()], "0ZXoZLH/DfblKGATFgpif+LLRf4=", id="6: signed with 80"
        ),
    ],
)
def test_the_published_examples_are_valid(url: str, fields: list[tuple[str, str]], signature: str) -> None:
    assert check_of().is_signed(url, form(fields), signature)
    assert not check_of().is_signed(url, form([*fields, ("Another", "")]), signature)
    assert not check_of("12346").is_signed(url, form(fields), signature)


TEXTS = st.one_of(st.sampled_from(["", "a", "A", "a b", "+", "=&%41", "é", "😀", "\0", "Body"]), st.text(max_size=8))
URLS = st.builds(
    "{}://{}{}{}".format,
    st.sampled_from(["https", "http"]),
    st.sampled_from(["bot.example", "bücher.example"]),
    st.sampled_from(["", ":443", ":80", ":8080"]),
    st.sampled_from(["", "/", "/whatsapp", "/whatsapp/status?a=%20b&c", "/wh%61t?%ff"]),
)


@given(URLS, st.lists(st.tuples(TEXTS, TEXTS), max_size=6), st.text(min_size=1, max_size=9))
def test_what_is_signed_is_what_the_library_signs(url: str, fields: list[tuple[str, str]], token: str) -> None:
    """Doubled names and values, no fields at all, any letters, any port."""
    made = RequestValidator(token).compute_signature(url, form(fields))
    check = check_of(token)
    check._validators = []  # what is admitted without it
    assert check.is_signed(url, form(fields), made)
    assert not check.is_signed(url, form([*fields, ("Another", "1")]), made)
    assert not check.is_signed(f"{url}x", form(fields), made)


def test_the_published_example_of_a_json_body_is_valid_in_the_library() -> None:
    body = '{"property": "value", "boolean": true}'
    assert RequestValidator(TOKEN).validate(JSON_URL, body, "a9nBmqA0ju/hNViExpshrM61xv4=")


async def test_the_address_that_counts_is_the_configured_one() -> None:
    admitted = await check_of().admit(posted(FIELDS, signed(FIELDS)), ours="To")
    assert admitted.only("Body") == " hi \r\n+&= 😀 "


@for_every(
    ("path", "query", "url"),
    [
        (b"/whatsapp", b"a=%20b&c", f"{PUBLIC}/whatsapp?a=%20b&c"),
        (b"/what%73app", b"", f"{PUBLIC}/what%73app"),
        (b"/whatsapp/", b"", f"{PUBLIC}/whatsapp/"),
    ],
)
async def test_path_and_query_are_taken_as_they_came(path: bytes, query: bytes, url: str) -> None:
    await check_of().admit(posted(FIELDS, signed(FIELDS, url), path=path, query=query), ours="To")


async def test_a_public_address_may_have_a_path_of_its_own() -> None:
    signature = signed(FIELDS, "https://bot.example/kudi/whatsapp")
    await check_of(public="https://bot.example/kudi").admit(posted(FIELDS, signature), ours="To")


async def test_any_token_of_a_rotation_will_do() -> None:
    both = check_of("the new one", TOKEN)
    await both.admit(posted(FIELDS, signed(FIELDS)), ours="To")
    await both.admit(posted(FIELDS, signed(FIELDS, token="the new one")), ours="To")
    with pytest.raises(NotGenuine):
        await both.admit(posted(FIELDS, signed(FIELDS, token="another")), ours="To")


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("http://bot.example/whatsapp", id="http for https"),
        pytest.param("https://bot.example/whatsapp/", id="a slash more"),
        pytest.param("https://BOT.example/whatsapp", id="other letter case"),
        pytest.param("http://10.0.0.7:8080/whatsapp", id="the internal host"),
        pytest.param("https://bot.example/whatsapp?a=1", id="a query that was not sent"),
        pytest.param("https://bot.example/whatsapp/status", id="the other door"),
    ],
)
async def test_a_signature_of_another_address_is_refused(url: str) -> None:
    with pytest.raises(NotGenuine, match="signature"):
        await check_of().admit(posted(FIELDS, signed(FIELDS, url)), ours="To")


async def test_a_port_in_the_signed_address_does_not_matter() -> None:
    await check_of().admit(posted(FIELDS, signed(FIELDS, "https://bot.example:443/whatsapp")), ours="To")


@for_every("signature", [None, "", "é" * 28, "RSOYDt4T1cUTdK1PDd93/VVr8B8="])
async def test_without_the_right_signature_nothing_gets_in(signature: str | None) -> None:
    with pytest.raises(NotGenuine, match="signature"):
        await check_of().admit(posted(FIELDS, signature), ours="To")


@pytest.mark.parametrize(
    "spoilt",
    [
        pytest.param({name: value for name, value in FIELDS.items() if name != "Blank"}, id="a blank field is dropped"),
        pytest.param({**FIELDS, "Body": "hi"}, id="the text is trimmed"),
        pytest.param({**FIELDS, "More": ""}, id="a field more"),
        pytest.param([*FIELDS.items(), ("Body", "another")], id="a second value"),
    ],
)
async def test_fields_that_were_not_signed_are_refused(spoilt: dict[str, str] | list[tuple[str, str]]) -> None:
    with pytest.raises(NotGenuine, match="signature"):
        await check_of().admit(posted(spoilt, signed(FIELDS)), ours="To")


async def test_fields_cut_elsewhere_keep_the_signature_but_not_their_names() -> None:
    """There is nothing between names and values in what is signed."""
    cut = {
        ("Bod" if name == "Body" else name): ("y" + value if name == "Body" else value)
        for name, value in FIELDS.items()
    }
    admitted = await check_of().admit(posted(cut, signed(FIELDS)), ours="To")
    with pytest.raises(FormWrong, match="Body"):
        admitted.only("Body")


async def test_the_same_value_twice_keeps_the_signature_but_is_no_field_to_use() -> None:
    admitted = await check_of().admit(posted([*FIELDS.items(), ("Body", FIELDS["Body"])], signed(FIELDS)), ours="To")
    with pytest.raises(FormWrong, match="Body"):
        admitted.only("Body")


@for_every(
    ("field", "value", "reason"),
    [("AccountSid", f"AC{'1' * 32}", "account"), ("To", "whatsapp:+14155238887", "sender"), ("To", "", "sender")],
)
async def test_what_is_meant_for_others_is_refused(field: str, value: str, reason: str) -> None:
    fields = {**FIELDS, field: value}
    with pytest.raises(NotGenuine, match=reason):
        await check_of().admit(posted(fields, signed(fields)), ours="To")


async def test_a_form_without_an_account_is_nobodys() -> None:
    fields = {"To": SENDER}
    with pytest.raises(NotGenuine, match="account"):
        await check_of().admit(posted(fields, signed(fields)), ours="To")


async def test_a_form_that_names_its_account_twice_is_wrong() -> None:
    fields = [*FIELDS.items(), ("AccountSid", ACCOUNT)]
    with pytest.raises(FormWrong, match="AccountSid"):
        await check_of().admit(posted(fields, signed(FIELDS)), ours="To")


async def test_more_than_64_kilobytes_are_not_even_read() -> None:
    with pytest.raises(BodyTooLarge):
        await check_of().admit(posted(b"Body=" + b"x" * MOST_BYTES, signed(FIELDS)), ours="To")


async def test_a_form_of_endless_fields_is_wrong() -> None:
    with pytest.raises(FormWrong, match="too many"):
        await check_of().admit(posted(b"a=&" * 5000, signed(FIELDS)), ours="To")


@for_every("signature", ["", "x", "=" * 28, "A" * 28, "A" * 27 + "=\n", "\xff" * 27 + "="])
async def test_what_can_be_no_signature_is_refused_before_anything_is_read(signature: str) -> None:
    async def receive() -> Message:
        raise AssertionError("it was read")

    delivery = replace(posted(FIELDS, signature), receive=receive)
    with pytest.raises(NotGenuine, match="signature"):
        await check_of().admit(delivery, ours="To")


@for_every("body", [b"{}", b"\xff\xfe=%ff%fe&Body=%00", b"&&&===", b""])
async def test_bytes_of_any_kind_are_only_refused(body: bytes) -> None:
    with pytest.raises(NotGenuine):
        await check_of().admit(posted(body, "RSOYDt4T1cUTdK1PDd93/VVr8B8="), ours="To")
