"""Which codes were found wrong, so that the same one costs no second try: on a slow network people send it again.

Never a code itself, not even in memory: what is kept only tells one from another, and its key dies with the process.
"""

import hashlib
import secrets
from collections import deque

from conversations.secret import OtpCode, SessionReference

MOST = 10_000  # of which the oldest is forgotten first: many times those that are typed while one lives


class WrongCodes:
    """Each for the request that it was wrong for."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)
        self._found: deque[bytes] = deque()
        self._known: set[bytes] = set()

    def note(self, reference: SessionReference, code: OtpCode) -> None:
        mark = self._mark(reference, code)
        if mark in self._known:
            return
        self._found.append(mark)
        self._known.add(mark)
        if len(self._found) > MOST:
            self._known.discard(self._found.popleft())

    def has(self, reference: SessionReference, code: OtpCode) -> bool:
        return self._mark(reference, code) in self._known

    def _mark(self, reference: SessionReference, code: OtpCode) -> bytes:
        said = f"{reference.reveal()}\0{code.reveal()}".encode()
        return hashlib.blake2b(said, key=self._key, digest_size=16).digest()
