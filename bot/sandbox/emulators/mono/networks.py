"""Which network a Nigerian number lives on when no script says so. The emulator's own copy of the facts, so that
it is an independent witness of the product's (reference page nigeria.md §1)."""

import re

PROVIDERS = ("mtn", "airtel")

_LOCAL_MOBILE = re.compile(r"0(?:70|80|81|90|91)[0-9]{8}")
_NOT_MOBILE = ("0700", "0800")
_PREFIXES = {
    "mtn": "0703 0704 0706 0707 07025 07026 0803 0806 0810 0813 0814 0816 0903 0906 0913 0916",
    "airtel": "0701 0708 0802 0808 0812 0901 0902 0904 0907 0911 0912",
}
_HOMES = {prefix: network for network, prefixes in _PREFIXES.items() for prefix in prefixes.split()}


def is_local_mobile(phone: str) -> bool:
    """Whether this is `0` and ten digits of a mobile range. Ours: no other form is taken, as none was seen."""
    return _LOCAL_MOBILE.fullmatch(phone) is not None and not phone.startswith(_NOT_MOBILE)


def home_network(phone: str) -> str | None:
    """`mtn`, `airtel`, or None: Glo, 9mobile and unused ranges live nowhere that Mono reaches."""
    return _HOMES.get(phone[:4]) or _HOMES.get(phone[:5])


def international(phone: str) -> str:
    """`+2348030000101`: the form in which answers give a number."""
    return f"+234{phone[1:]}"


def local(phone: str) -> str:
    """`08030000101` from either form."""
    return f"0{phone[4:]}" if phone.startswith("+234") else phone


def institution_name(network: str | None) -> str:
    """`Mtn`: answers have it in title case."""
    return (network or "").capitalize()
