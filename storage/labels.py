"""What each name in somebody's own data means, in words for who it is about. Never a name itself: those are stored.

A name that means something else within another is listed behind that one too, with a dot.
"""

from collections.abc import Iterator
from typing import Any

_LABELS = {
    "account": "the provider's number for the line",
    "address": "number or id of the chat",
    "adult": "age that the owner must have",
    "after": "the agent's link that came last",
    "again_at": "asked again at",
    "agent": "agent who sent the link",
    "agreed_at": "agreed at",
    "agreement": "agreement",
    "agreements": "what was agreed to and ended",
    "anew_at": "network asked for new balances at",
    "answer": "newest answer",
    "as_of": "as of",
    "asked": "what was asked, and in which words",
    "missing.asked": "times asked",
    "log_in": "there is to be a new log-in at the provider",
    "step.asked": "the code that was asked for",
    "at": "when",
    "attempt": "number of the latest request",
    "before": "what came before",
    "business": "who asked",
    "case": "a person was asked for",
    "channel": "channel",
    "chat": "chat",
    "chats": "chats",
    "chosen": "agreed to so far",
    "claim": "line, and the agreement for it",
    "code": "code of the provider",
    "code_left": "a message with a code may still be in the chat",
    "consent": "number of the agreement",
    "consent_shown": "mark of the consent text that was shown last",
    "contact": "chat",
    "contested": "somebody else came with the same link",
    "conversation": "conversation",
    "count": "times read",
    "customer": "who agreed",
    "e164": "number",
    "end": "end that was told of",
    "exchanges": "tries to exchange the code",
    "expires_at": "ends at",
    "external_reference": "the business's own name for it",
    "first": "first day",
    "form": "what the code looks like",
    "found": "numbers that were given",
    "gone_on": "went on without the link after its end",
    "has_key": "a button that shares the number may be shown",
    "heard": "times that it was said",
    "heard_at": "newest message at",
    "held_by": "held by",
    "hint": "hint for the code",
    "invitation": "the agent's link in use",
    "invited_in": "chat that the invitation was sent to",
    "language": "language",
    "last": "last day",
    "last_at": "last time",
    "left": "still to be asked",
    "line": "line",
    "lines": "linked lines",
    "link": "the agent's link",
    "linked_at": "linked at",
    "links": "agents' links",
    "made_at": "made at",
    "max_length": "longest code",
    "memory": "remembered, to go on with one tap",
    "message": "id of the newest message",
    "messages_to_be_sent": "messages that still go out",
    "milestone": "where the link stands",
    "min_length": "shortest code",
    "missing": "the provider does not know the line",
    "months": "months that it lasts",
    "more": "more of them follow",
    "moved_at": "changed last at",
    "narrowed": "less may be read from now on",
    "named": "what was named to be hidden",
    "narrows": "asked to show less of it",
    "network": "network",
    "not_listed": "what is held and not listed, and why",
    "note": "the agent's note",
    "notice": "told that the agreement ends",
    "number": "number",
    "obtained_at": "code was right at",
    "offered": "answers that the newest question offers",
    "opened_at": "opened at",
    "opted_out": "asked for no more messages",
    "origin": "how the line came to be linked",
    "own_number": "the chat's own number",
    "page": "page",
    "person": "the channel's id for the person",
    "pictured_at": "newest picture at",
    "place": "address of the chat",
    "polls": "times that the details were asked for",
    "program": "program that made the link",
    "prompt": "number of the question",
    "proven": "the channel vouches for the number",
    "purpose": "what for",
    "reached": "how far the link ever came",
    "reached_by": "how the chat is reached",
    "reading": "what was asked to be shown",
    "readings": "readings through this chat",
    "reads": "what may be read",
    "reason": "why it stopped",
    "reference": "reference",
    "agreement.reference": "number of the receipt",
    "reminded_at": "reminded that it is shared at",
    "renews": "asked to share it for longer",
    "reply_to": "where answers go",
    "requested_at": "code asked for at",
    "requests": "when codes were asked for",
    "rumour": "the provider said by itself that it ended, and is asked",
    "said": "what was answered",
    "selection": "which transactions",
    "shown": "mark of the words that were shown",
    "silent": "wants to hear nothing unasked",
    "since": "since",
    "span": "days",
    "step": "step",
    "strays": "when a number was typed that the link is not for",
    "stumbles": "messages in a row that were not understood",
    "summary_due": "details asked for again at",
    "template_sent": "told by a template that something waits",
    "tend_at": "agreement looked at next at",
    "terms": "terms",
    "text_only": "the app shows no buttons",
    "doubted": "the newest message may be of another person, to whom the number has gone",
    "names": "other numbers and ids that the chat goes by, or went by",
    "asks": "the question stood last above the answers",
    "then": "asked for meanwhile",
    "told": "told that a person was asked",
    "tried": "network that did not work",
    "tries_left": "tries left for the code",
    "unsaid": "not told yet that it is linked",
    "unshown": "number of the link, not shown in full",
    "unsure": "a check of the code had no answer",
    "until": "until",
    "unused_days": "days unused after which it ends",
    "used_at": "read last at",
    "version": "version of the text",
    "warned": "warned of the end",
    "way": "in or out",
    "why": "why it ended",
    "window_closed": "the channel lets nothing through until they write",
    "withdrawn": "ended by this",
    "words": "match words",
    "asked.words": "the very words",
}


def label_of(name: str, holder: str = "") -> str:
    """What it means; what has no label stands as it is called."""
    return _LABELS.get(f"{holder}.{name}") or _LABELS.get(name) or name.replace("_", " ")


def legend_of(held: dict[str, Any]) -> dict[str, str]:
    """Each name that stands in it with what it means, in alphabetical order."""
    return dict(sorted({_shown(name, holder): label_of(name, holder) for holder, name in _names(held)}.items()))


def _shown(name: str, holder: str) -> str:
    return f"{holder}.{name}" if f"{holder}.{name}" in _LABELS else name


def _names(value: Any, holder: str = "") -> Iterator[tuple[str, str]]:
    """Every name in it, with the one that it stands in."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield holder, name
            yield from _names(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _names(inner, holder)
