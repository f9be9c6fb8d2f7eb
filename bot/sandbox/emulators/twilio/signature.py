"""X-Twilio-Signature, made by hand so that the bot's validator never agrees only with itself; nothing is checked here.

https://www.twilio.com/docs/usage/webhooks/webhooks-security
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable


def sign(token: str, url: str, params: Iterable[tuple[str, str]]) -> str:
    """Base64 of HMAC-SHA1, keyed with the auth token, over the full URL and every distinct name and value, sorted.

    There are no separators between them. A fragment (the connection overrides) is no part of what is signed.
    """
    text = url.partition("#")[0] + "".join(name + value for name, value in sorted(set(params)))
    return base64.b64encode(hmac.new(token.encode(), text.encode(), hashlib.sha1).digest()).decode()
