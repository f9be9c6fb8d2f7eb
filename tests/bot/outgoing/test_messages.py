"""Addresses and headers are encoded once, and nothing that would be read as something else gets into a request."""

import httpx
import pytest

from bot.outgoing.messages import NO_HEADERS, Headers, Origin
from tests.for_every import for_every


@for_every(
    ("address", "host", "port", "tls", "named"),
    [
        ("https://api.example", "api.example", 443, True, "api.example"),
        ("https://api.example:443/v1/", "api.example", 443, True, "api.example"),
        ("http://127.0.0.1:8080", "127.0.0.1", 8080, False, "127.0.0.1:8080"),
        ("http://[::1]:8080/", "::1", 8080, False, "[::1]:8080"),
        ("https://ẹ̀kọ́.example/", "xn--ek-1ya2z8d.example", 443, True, ""),
    ],
)
def test_an_address_is_taken_apart(address: str, host: str, port: int, tls: bool, named: str) -> None:
    origin = Origin.of(address)
    assert (origin.port, origin.tls) == (port, tls)
    assert origin.host.isascii()
    if named:
        assert origin.host == host
        assert f"host: {named}\r\n".encode() in origin.encode("GET", "/x", NO_HEADERS, b"")


@for_every(
    ("address", "target", "asked"),
    [
        ("https://a.example", "/x?y=z", b"/x?y=z"),
        ("https://a.example/", "/x", b"/x"),
        ("https://a.example/v1/", "/x", b"/v1/x"),
        ("https://a.example", "", b"/"),
        ("https://a.example/in/?key=1", "", b"/in/?key=1"),
        ("https://a.example/a b/ọ̀", "", b"/a%20b/%E1%BB%8D%CC%80"),
    ],
)
def test_a_target_follows_its_base(address: str, target: str, asked: bytes) -> None:
    assert Origin.of(address).encode("POST", target, NO_HEADERS, b"").startswith(b"POST " + asked + b" HTTP/1.1\r\n")


@for_every(
    "address",
    [
        "https://api.telegram.org/bot12345:AA-b_c",
        "HTTP://Mono_Api:8080/v2/?a=b%20c&d='e'",
        "https://user:word@a.example/~x;y=$1!(*),+@",
        "http://[2001:db8::1]/",
    ],
)
def test_an_address_is_read_as_a_general_client_reads_it(address: str) -> None:
    ours, theirs = Origin.of(address), httpx.URL(address)
    assert (ours.host, ours.itself) == (theirs.raw_host.decode(), theirs.raw_path.decode())
    assert ours.lines.startswith(b"host: %b\r\n" % theirs.netloc)


@for_every("address", ["", "a.example", "ftp://a.example/", "https://", "http://a:b/", "http://a\n/"])
def test_what_is_no_address_is_refused_without_being_named(address: str) -> None:
    with pytest.raises(ValueError, match="not an address of HTTP") as caught:
        Origin.of(address)
    assert caught.value.__context__ is None


def test_addresses_of_one_server_are_equal() -> None:
    assert Origin.of("https://a.example/v1") == Origin.of("https://a.example:443/v2")
    assert Origin.of("https://a.example/") != Origin.of("http://a.example:443/")


@for_every(
    ("name", "value"),
    [("x", "a\r\nb: c"), ("x", "a\n"), ("x\r\nb", "c"), ("x:", "a"), ("", "a"), ("x", " a"), ("x", "a\0")],
)
def test_nothing_gets_out_of_a_header(name: str, value: str) -> None:
    with pytest.raises(ValueError, match="not a header"):
        Headers.of({name: value})


@for_every("name", ["Host", "content-length", "Transfer-Encoding", "Accept-Encoding", "connection"])
def test_the_clients_own_headers_are_not_the_callers(name: str) -> None:
    with pytest.raises(ValueError, match="not a header"):
        Headers.of({name: "1"})


def test_headers_are_values_that_show_nothing() -> None:
    key = Headers.of({"X-Key": "secret"})
    assert key + Headers.of({"x": ""}) == Headers.of({"x-key": "secret", "x": ""})
    assert len({key, Headers.of({"x-key": "secret"})}) == 1
    assert "secret" not in repr(key)


@for_every("target", ["/a b", "/a\r\nx: y", "/ọ̀", "/\x7f"])
@for_every("method", ["POST", "GET"])
def test_nothing_gets_out_of_a_target(method: str, target: str) -> None:
    with pytest.raises(ValueError, match="not a method and target"):
        Origin.of("http://a.example").encode(method, target, NO_HEADERS, b"")


@for_every("method", ["HEAD", "CONNECT", "post", "G ET"])
def test_a_method_whose_answer_is_framed_otherwise_is_refused(method: str) -> None:
    with pytest.raises(ValueError, match="not a method and target"):
        Origin.of("http://a.example").encode(method, "/", NO_HEADERS, b"")
