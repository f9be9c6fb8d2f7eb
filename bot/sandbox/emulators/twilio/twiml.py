"""TwiML: what a message webhook answered, read as Twilio does; never acting on it.

https://www.twilio.com/docs/messaging/guides/webhook-request, https://www.twilio.com/docs/api/errors/12300
"""

from xml.etree import ElementTree

from bot.sandbox.emulators.twilio.webhook_client import WebhookAnswer

_TWIML = frozenset({"text/xml", "application/xml", "text/html"})


class Unacceptable(Exception):  # noqa: N818 - errors are nouns from the catcher's side
    """An answer that Twilio cannot use; `code` is what its debugger shows."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


def read_answer(answer: WebhookAnswer) -> list[str]:
    """The texts that Twilio sends to the person because of this answer. Raises Unacceptable."""
    if answer.failure is not None:
        raise Unacceptable(11200, f"HTTP {answer.status}" if answer.status else "no answer")
    if not answer.body.strip() or not answer.content_type:
        raise Unacceptable(11200, "an empty answer, or one without a content type")
    if answer.content_type == "text/plain":
        return [answer.body]
    if answer.content_type not in _TWIML:
        raise Unacceptable(12300, f"content type {answer.content_type}")
    return _messages(_parse(answer))


def _parse(answer: WebhookAnswer) -> ElementTree.Element:
    html = answer.content_type == "text/html"
    try:
        root = ElementTree.fromstring(answer.body)  # noqa: S314 - it comes from the bot under test, on loopback
    except ElementTree.ParseError:
        raise Unacceptable(12300 if html else 12100, "not XML") from None
    if root.tag != "Response":
        raise Unacceptable(12300 if html else 12100, "no <Response>")
    return root


def _messages(response: ElementTree.Element) -> list[str]:
    return [_text(verb) for verb in response if verb.tag in {"Message", "Sms"}]


def _text(verb: ElementTree.Element) -> str:
    body = verb.find("Body")
    return "".join((verb if body is None else body).itertext()).strip()
