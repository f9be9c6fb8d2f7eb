"""Courtesies, and the questions that agents ask again and again; each with its answer. Never a command."""

from collections.abc import Callable, Collection

from conversations.choice import Choice
from conversations.intents.hearing import heard_in
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import Meant
from conversations.intents.networks import networks_in
from conversations.intents.stages import Situation
from conversations.intents.words import heard_rows, heard_words, words_in
from conversations.keys import Key
from conversations.network import OtherNetwork

_COURTESIES: dict[object, Key] = {
    Courtesy.THANKS: "agent-answer-thanks",
    Courtesy.GREETING: "agent-answer-greeting",
    Courtesy.OK: "agent-answer-greeting",
}
COURTESIES = frozenset(_COURTESIES.values())
# What their customers ask, too.
_QUESTIONS: dict[object, Key] = {
    Topic.FREE: "agent-answer-free",
    Topic.MONEY: "agent-answer-free",
    Topic.HOW_LONG: "agent-answer-takes",
    Topic.PHONE_LOST: "agent-answer-lost",
    Topic.OTHERS_LINE: "agent-answer-own-line",
    Choice.PERSON: "agent-answer-person",
}
_LONGEST = 12  # words; more are a story, which a person must read
_COUNTED = 8  # words of "how many did I do this week" and the like
_SHORT = 6  # words of a question that is nothing else


def answer_to(text: str) -> Key | None:
    """The answer to what an agent says beside the commands; None where it is not known."""
    heard = heard_in(text, Situation.ENDED)
    if isinstance(heard, Meant) and heard.intent in _COURTESIES:
        return _COURTESIES[heard.intent]
    said = set(words_in(text).words)
    if len(said) > _LONGEST:
        return None
    if said & heard_words("heard-agent-code"):
        return _of_code(said)
    if said & heard_words("heard-agent-doubt"):
        return "agent-answer-real"
    if any(isinstance(network, OtherNetwork) for network in networks_in(text)):
        return "agent-answer-not-served"
    if said & heard_words("heard-agent-private") and said & heard_words("heard-agent-theirs"):
        return "agent-answer-private"
    if said & heard_words("heard-agent-unlinks") or _want_an_end(said):
        return "agent-answer-unlink"
    if said & heard_words("heard-agent-words") and said & heard_words("heard-agent-words-differ"):
        return "agent-answer-words"
    if wanted := next((answer for answer, wants in _WANTED.items() if wants(said)), None):
        return wanted
    if said & heard_words("heard-agent-opens") and (answer := _of_link(said)):
        return answer
    return _QUESTIONS.get(heard.intent) if isinstance(heard, Meant) else None


def asks_for_links(text: str) -> bool:
    """How one is made, or that one is wanted: nothing else about links."""
    said = set(words_in(text).words)
    wants = said & (heard_words("heard-questions") | heard_words("heard-agent-makes"))
    return "link" in said and bool(wants) and not _of_link(said) and not _wants_to_mend(said)


def asks_what_happened(text: str) -> bool:
    """On a day, in few words: "what happened yesterday", "any update today"."""
    said = words_in(text).words
    asks = heard_words("heard-questions") | heard_words("heard-agent-asks")
    return len(said) <= _SHORT and not asks.isdisjoint(said) and not heard_words("heard-agent-events").isdisjoint(said)


def asks_what_was_done(text: str, whose: str) -> bool:
    """How many they linked, in a sentence; of somebody who is named also what they did, and of themselves where nothing
    else is asked: "what did I do today".
    """
    said = set(words_in(text).words)
    if not said & heard_words("heard-questions"):
        return False
    did = heard_words("heard-agent-did")
    around = said - heard_words("heard-questions") - heard_words("heard-today") - heard_words("heard-yesterday")
    does_oneself = bool(said & heard_words("heard-agent-i-or-we") and said & did and around <= _around_deed())
    does = heard_words("heard-agent-linked") | did if whose else heard_words("heard-agent-linked")
    return (says_how_many(said) and len(said) <= _COUNTED) or does_oneself or not said.isdisjoint(does)


def asks_for_board(text: str, whose: str) -> bool:
    """To see their links, in few words, or to have one of them sent again, which its row leads to."""
    said = words_in(text).words
    wants, links = heard_words("heard-agent-shows"), heard_words("heard-agent-links")
    sends_again = heard_words("heard-agent-code").isdisjoint(said) and says_all("heard-agent-sends-again", said)
    shows = not links.isdisjoint(said) and (whose or not wants.isdisjoint(said))
    return len(said) <= _SHORT and bool(sends_again or shows)


def asks_to_resend(text: str) -> bool:
    """The text to forward, and of no link by name: "resend", "send am again"."""
    said = set(words_in(text).words)
    orders, again = heard_words("heard-agent-orders"), heard_words("heard-agent-once-more")
    resends = heard_words("heard-agent-resends")
    around = heard_words("heard-agent-around-link") | heard_words("heard-agent-about")
    forwarded = heard_words("heard-agent-forwarded")
    orders_again = said & again and said & (orders | forwarded)
    return said <= around | orders | again | resends | forwarded and bool(said & resends or orders_again)


def asks_of_days(text: str, whose: str) -> bool:
    """What came of a week's or a month's links, of which there is no board: how many, or all of them."""
    said = words_in(text).words
    shows = not heard_words("heard-agent-links").isdisjoint(said) and asks_for_board(text, whose)
    reports = not heard_words("heard-agent-report").isdisjoint(said)
    return shows or asks_what_was_done(text, whose) or (reports and len(said) <= _LONGEST)


def asks_for_report(text: str, whose: str) -> bool:
    """The usual one: "show me the report", "Bisi's report"."""
    said = words_in(text).words
    orders = heard_words("heard-agent-orders") | heard_words("heard-agent-shows") | heard_words("heard-agent-makes")
    reports = not heard_words("heard-agent-report").isdisjoint(said)
    return reports and len(said) <= _SHORT and bool(whose or not orders.isdisjoint(said))


def complains_of_link(text: str) -> bool:
    """That one does not work, in a text that begins with the word: no link is wanted."""
    words = words_in(text).words
    said = set(words)
    works, broken = heard_words("heard-agent-link-works"), heard_words("heard-agent-link-broken")
    return words[:1] == ("link",) and len(words) <= _SHORT and bool(said & broken or (_denies(said) and said & works))


def asks_how_many(text: str) -> bool:
    """Of their links there are."""
    said = words_in(text).words
    return says_how_many(said) and not heard_words("heard-agent-links").isdisjoint(said)


def says_how_many(said: Collection[str]) -> bool:
    return says_all("heard-agent-how-many", said)


def says_all(entry: str, said: Collection[str]) -> bool:
    """Whether all words of one of an entry's rows stand there, in whichever order."""
    return any(set(row).issubset(said) for row in heard_rows(entry))


def asks_for_links_left(text: str) -> bool:
    """How many more they may make: "how many links can I make", "what is my limit"."""
    said = set(words_in(text).words)
    if len(said) > _COUNTED + 2:
        return False
    if said & heard_words("heard-agent-limit") and said & (
        heard_words("heard-questions") | heard_words("heard-agent-shows")
    ):
        return True
    makes = heard_words("heard-agent-makes") | heard_words("heard-agent-one-or-all")
    could = said & heard_words("heard-agent-ability") and not said & _whom_served()
    left = said & heard_words("heard-agent-links") and said & heard_words("heard-agent-left")
    return says_how_many(said) and bool((could and said & makes) or (left and said & heard_words("heard-i")))


def asks_how_it_goes(text: str) -> bool:
    """How their customers get on, in few words: "did she agree", "any update". "Customer has no phone" tells."""
    words = words_in(text).words
    said = set(words)
    asks = (
        not heard_words("heard-is").isdisjoint(words[:1])
        or words in heard_rows("heard-agent-asks-alone")
        or said & (heard_words("heard-questions") | heard_words("heard-agent-asks"))
    )
    of_what = said & heard_words("heard-agent-progress")
    is_short = len(said) <= _SHORT and not any(map(str.isdigit, text))
    return (
        is_short and bool(asks) and bool(of_what - heard_words("heard-agent-customers") if _denies(said) else of_what)
    )


def _of_code(said: set[str]) -> Key | None:
    denied = _denies(said)
    if said & heard_words("heard-agent-code-refused") or (denied and said & heard_words("heard-agent-code-wrong")):
        return "agent-answer-wrong-code"
    if denied or said & heard_words("heard-agent-code-missing"):
        return "agent-answer-no-code"
    return "agent-answer-code-theirs" if said & heard_words("heard-agent-code-asked") else None


def _wants_to_mend(said: set[str]) -> bool:
    """What was made is not what was meant: the wrong number, say."""
    asks_how = said & heard_words("heard-questions") and said & heard_words("heard-agent-cancel")
    return bool(asks_how or (said & heard_words("heard-agent-mends") and said & heard_words("heard-agent-made")))


def _want_an_end(said: set[str]) -> bool:
    """Their customer, and not the agent: "customer wants to stop"."""
    return bool(
        said & _whom_served() and said & heard_words("heard-agent-ending") and said & heard_words("heard-agent-wanting")
    )


def _wants_to_leave(said: set[str]) -> bool:
    """To be an agent no more: "I want to leave", "remove me", "/resign"."""
    leaves, removes = said & heard_words("heard-agent-leaving"), said & heard_words("heard-agent-removes")
    wants = said & (heard_words("heard-agent-wanting") | heard_words("heard-agent-asks-to-leave"))
    of_agents = said & heard_words("heard-agent-agent") and (_denies(said) or said & heard_words("heard-agent-ending"))
    return bool(
        (leaves and len(said) == 1)
        or (removes and said & heard_words("heard-agent-me"))
        or (removes and said & heard_words("heard-my") and said & heard_words("heard-agent-membership"))
        or (said & heard_words("heard-i") and wants and (leaves or of_agents))
    )


def _wants_to_do_it(said: set[str]) -> bool:
    """In the customer's place: "can I type it for her", "make I do am for am"."""
    does, theirs = said & heard_words("heard-agent-does"), said & heard_words("heard-agent-theirs")
    return bool(said & heard_words("heard-i") and said & heard_words("heard-agent-for") and does and theirs)


def _of_link(said: set[str]) -> Key | None:
    if said & heard_words("heard-agent-lasts") or (
        said & heard_words("heard-agent-one") and said & heard_words("heard-agent-several")
    ):
        return "agent-answer-lasts"
    return "agent-answer-not-opening" if _denies(said) else None


def _whom_served() -> frozenset[str]:
    return heard_words("heard-agent-customers") | heard_words("heard-agent-she-or-they")


def _around_deed() -> frozenset[str]:
    return heard_words("heard-agent-beside-board") | heard_words("heard-agent-done-by")


def _denies(said: set[str]) -> bool:
    return not said.isdisjoint(heard_words("heard-negations"))


_WANTED: dict[Key, Callable[[set[str]], bool]] = {
    "agent-answer-leave": _wants_to_leave,
    "agent-answer-mend": _wants_to_mend,
    "agent-answer-code-theirs": _wants_to_do_it,
}
