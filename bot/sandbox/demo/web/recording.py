"""A run as a `.chat` script: what people did and what they saw, so that it can be played again. Never the playing."""

import re
from datetime import datetime

from bot.sandbox.demo.people import Seen
from bot.sandbox.demo.venue import Venue
from conversations.lagos import LAGOS
from conversations.match_words import WORDS

UNTOLD = 20.0  # seconds that pass between two lines without being written down
LONGEST = 140  # characters of what was heard; the rest is said in the same message

# What no second run says again: codes of links, receipts and invitations, addresses, times, dates, sums, waits.
_CHANGING = re.compile(
    r"https?://\S+|\S*(?:t\.me|wa\.me)/\S+|\b[0-9a-f]{16,}\b|\b[CR]-[0-9A-Z-]+|\b\d+-[a-z0-9]{8,}\b|\b[0-9A-Z]{3,5}-[0-9A-Z]{3,5}\b"
    r"|\b\d{1,2}:\d{2}\b|\b\d{1,2} [A-Z][a-z]+(?: \d{4})?\b|₦[\d,.]+"
    r"|\b[\d.,]+ ?(?:GB|MB|min|minutes?|seconds?|hours?)\b"
)
_WORD = re.compile(r"[A-Za-z]+")


class Recording:
    """One run from its beginning. `text` is the script so far."""

    def __init__(self, venue: Venue, begun_at: datetime, title: str = "A run of the demo") -> None:
        self._head = [f"# {title}", f"at: {begun_at.astimezone(LAGOS):%H:%M}", f"only: {venue.customers}"]
        self._agents = venue.agents
        self._lines: list[str] = []
        self._last = begun_at

    @property
    def text(self) -> str:
        with_agents = any(line.startswith(("agent:", "colleague:")) for line in self._lines)
        head = [*self._head, f"agents: {self._agents}"] if with_agents else self._head
        return "\n".join([*head, "", *self._lines]) + "\n"

    @property
    def length(self) -> int:
        """How many lines there are."""
        return len(self._lines)

    def act(self, written: str, now: datetime) -> None:
        """Somebody does it, or something happens, at `now`."""
        self._let_pass(now)
        self._lines.append(written)

    def remark(self, text: str) -> None:
        """What cannot be said in the script's own words."""
        self._lines.append(f"# {text}")

    def hear(self, who: str, seen: Seen, now: datetime) -> None:
        """A message came to somebody."""
        self._let_pass(now)
        self._lines.append(f"{'bot' if who == 'me' else f'to {who}'}: {lasting(seen.text)}")
        if seen.picture:
            self._lines.append("picture")
        if seen.labels and all(lasting(label) == label for label in seen.labels):
            self._lines.append("buttons: " + " ".join(f"[{label}]" for label in seen.labels))

    def passed(self, now: datetime) -> None:
        """Time that is accounted for already, by a line that lets it pass."""
        self._last = now

    def _let_pass(self, now: datetime) -> None:
        span = (now - self._last).total_seconds()
        if span > UNTOLD:
            self._lines.append(f"wait: {round(span)} seconds")
        self._last = now


def lasting(text: str) -> str:
    """The beginning of a message with an ellipsis wherever another run says something else."""
    plain = _CHANGING.sub("…", " ".join(text.split()))
    if "words" in plain or "screens" in plain:
        plain = _WORD.sub(lambda word: "…" if word[0].lower() in WORDS else word[0], plain)
    if len(plain) > LONGEST:
        plain = plain[:LONGEST].rpartition(" ")[0]
    return re.sub(r"(?:\s*…[\s.,;:!]*)+", " … ", plain).strip()
