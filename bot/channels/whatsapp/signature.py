"""Whether a webhook is Twilio's, for this account and this sender; never what it tells.

twilio.com/docs/usage/webhooks/webhooks-security: the signature covers the public address and every field. It has no
separators, so that whoever has seen one request could cut its fields elsewhere: hence those that count are checked
for their number and shape, and a message is known by an id that was signed with it.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from hmac import compare_digest
from hmac import new as new_hmac

from twilio.request_validator import RequestValidator

from bot.channels.whatsapp.forms import Form
from bot.errors import TelcolinkError
from bot.http.webhook_endpoint import Delivery
from conversations.secret import Secret

SIGNATURE_HEADER = b"x-twilio-signature"

MOST_BYTES = 64 * 1024  # of a form; Twilio sends less than four thousand
# Of SHA-1 in base64. What cannot be one, or names another account, is refused before anything is signed: a signature
# of a large form costs more than all the rest, and anybody may post one.
_SIGNATURE = re.compile(r"[A-Za-z0-9+/]{27}=")

# "Accept both cases, compare exactly"; twilio.com/docs/glossary/what-is-a-sid
MESSAGE_SID = re.compile(r"(?:SM|MM)[0-9a-fA-F]{32}")


class NotGenuine(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """Not signed by Twilio, or not meant for us."""


class SignatureCheck:
    """Admits what was signed with one of the tokens for the address that Twilio was given, not the one we see."""

    def __init__(self, public_url: str, tokens: Sequence[Secret], account_sid: str, sender: str) -> None:
        """`tokens` are all that may sign, several while they are being changed."""
        self._public_url = public_url
        self._validators = [RequestValidator(token.reveal()) for token in tokens]
        # Each begun once: to begin one takes longer than to sign a form.
        self._signing = [new_hmac(token.reveal().encode(), digestmod="sha1") for token in tokens]
        self._account_sid = account_sid
        self._sender = sender

    async def admit(self, delivery: Delivery, *, ours: str) -> Form:
        """The form of a genuine delivery; `ours` is the field that must name our sender.

        Raises `NotGenuine`, `FormWrong`, and as `Delivery.read`.
        """
        signature = delivery.header(SIGNATURE_HEADER).decode("latin-1")
        if not _SIGNATURE.fullmatch(signature):
            raise NotGenuine("signature")
        form = Form(await delivery.read(MOST_BYTES))
        if self._account_sid not in form.getall("AccountSid"):
            raise NotGenuine("account")
        if self._sender not in form.getall(ours):
            raise NotGenuine("sender")
        if not self.is_signed(self._url(delivery), form, signature):
            raise NotGenuine("signature")
        for name in ("AccountSid", ours):
            form.only(name)
        return form

    def is_signed(self, url: str, form: Form, signature: str) -> bool:
        """Whether one of the tokens makes this signature of the address and every field.

        Of the address as it is configured first, made here: the library takes ten times as long for one, and its check
        signs the address with a port and without one. What this does not admit is the library's to judge.
        """
        given, text = signature.encode(), (url + form.signed_part()).encode()
        for begun in self._signing:
            signed = begun.copy()
            signed.update(text)
            if compare_digest(b64encode(signed.digest()), given):
                return True
        return any(validator.validate(url, form, signature) for validator in self._validators)

    def _url(self, delivery: Delivery) -> str:
        """The configured address with path and query as they were received."""
        return self._public_url + delivery.target.decode("latin-1")
