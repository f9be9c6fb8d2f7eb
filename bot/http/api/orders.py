"""From the members of a body, or the columns of a file, to the link that is wanted. Never who wants it."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.http.api.problems import Fault
from conversations.account import clean
from conversations.agents.arguments import LONGEST_NAME, parse_name, stray_number
from conversations.agents.numbers_typed import split_words
from conversations.agents.programs import LinkOrder
from conversations.agents.session import LONGEST_NOTE, Draft
from conversations.external_reference import LONGEST, holds_number, parse_external_reference
from conversations.languages import DEFAULT_LANGUAGE
from conversations.network import Network
from conversations.phone import PhoneNumber, parse_number

NO_NUMBER = "must hold no phone number, in words neither: that belongs into `number`"


def parse_order(content: Mapping[str, Any]) -> LinkOrder | list[Fault]:
    """The link, or everything that is wrong with it. What is null, or not there, is left to the customer."""
    values: dict[str, Any] = {}
    faults = [Fault(_pointer(name[:40]), "is no member of a link") for name in content if name not in READERS]
    for name, read in READERS.items():
        given = content.get(name)
        if given is None:
            continue
        try:
            values[name] = read(_text(given))
        except ValueError as wrong:
            faults.append(Fault(f"/{name}", str(wrong)))
    if faults:
        return faults
    agent = values.pop("agent", "")
    return LinkOrder(Draft(**{"language": DEFAULT_LANGUAGE, **values}), agent)


def names_in(content: Mapping[str, Any]) -> tuple[str, str]:
    """The language and the agent that are named, "" for none and for what cannot be one."""
    return _named(content, "language"), _named(content, "agent")


def _pointer(name: str) -> str:
    """RFC 6901."""
    return "/" + name.replace("~", "~0").replace("/", "~1")


def _named(content: Mapping[str, Any], name: str) -> str:
    try:
        return str(READERS[name](_text(content.get(name))))
    except ValueError:
        return ""


def _text(given: object) -> str:
    """Numbers of phones are texts too: as a number one loses its zero, and a float its digits."""
    if not isinstance(given, str) or not given.strip():
        raise ValueError("must be a text that is not empty")
    if not given.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in given):
        raise ValueError("must be text: there is half a character in it")
    return given


def _read_number(text: str) -> PhoneNumber:
    number = parse_number(text)
    if isinstance(number, PhoneNumber):
        return number
    raise ValueError("must be the number of a Nigerian mobile line, such as 08031234567 or +2348031234567")


def _read_network(text: str) -> Network:
    try:
        return Network(text)
    except ValueError:
        raise ValueError(f"must be {' or '.join(Network)}") from None


def _read_note(text: str) -> str:
    if len(text) > LONGEST_NOTE:
        raise ValueError(f"must be at most {LONGEST_NOTE} characters")
    if stray_number(split_words(text), None):
        raise ValueError(NO_NUMBER)
    return clean(text, LONGEST_NOTE)


def _read_external(text: str) -> str:
    """To the letter as it was given, so that blanks around it are not quietly taken away."""
    if parse_external_reference(text) != text:
        raise ValueError(f"must be one line of at most {LONGEST} characters that can be seen, without blanks around it")
    if holds_number(text):
        raise ValueError(NO_NUMBER)
    return text


def _read_agent(text: str) -> str:
    name = parse_name(text)
    if not name:
        raise ValueError(f"must be the name of an agent, at most {LONGEST_NAME} characters")
    return name


READERS: Mapping[str, Callable[[str], Any]] = {
    "number": _read_number,
    "network": _read_network,
    "note": _read_note,
    "external_reference": _read_external,
    "language": str,  # which are spoken here is asked when the link is made
    "agent": _read_agent,
}
