"""Where the links stand that a question is about: who opened, who agreed and did not link, who said no. Never of which
day, nor whose they are.
"""

import itertools
from itertools import pairwise

from conversations.agents.small_talk import says_how_many
from conversations.agents.standing import Which
from conversations.intents.words import heard_words, words_in
from conversations.link import Stage

# After these nothing comes, but for whoever cancelled by themselves.
_ENDINGS = {
    Which.DECLINED: "heard-agent-declined",
    Which.EXPIRED: "heard-agent-expired",
    Which.HAVE_CANCELLED: "heard-agent-cancelled",
    Which.WITHDRAWN: "heard-agent-withdrawn",
    Which.FAILED: "heard-agent-failed",
}
_STAGES = {
    Stage.LINKED: "heard-agent-finished",
    Stage.AGREED: "heard-agent-agreed",
    Stage.OPENED: "heard-agent-opened",
}
_CAME = {Stage.OPENED: Which.HAVE_OPENED, Stage.AGREED: Which.HAVE_AGREED, Stage.LINKED: Which.DONE}
_NEVER_CAME = {Stage.OPENED: Which.UNOPENED, Stage.AGREED: Which.NOT_AGREED, Stage.LINKED: Which.OPEN}
_CAME_SHORT_OF = {
    (Stage.OPENED, Stage.AGREED): Which.OPENED_NOT_AGREED,
    (Stage.OPENED, Stage.LINKED): Which.OPENED_NOT_LINKED,
    (Stage.AGREED, Stage.LINKED): Which.AGREED_NOT_LINKED,
}
_SHOWN = 4  # words of "show me those who finished" and the like
_LONGEST = 12  # words; more are a story, which a person must read
_ANSWERED = {"heard-saying-no": Which.DECLINED, "heard-agent-said-yes": Which.HAVE_AGREED}  # behind "said"


def whom_asked_for(text: str) -> Which | None:
    """Where the links stand that a question is about: "who is stuck", "how many did I link", "who never finish"."""
    words = words_in(text).words
    said = set(words)
    shows = len(words) <= _SHOWN and not heard_words("heard-agent-shows").isdisjoint(words[:1])
    if len(words) > _LONGEST or not (asks_who(text) or says_how_many(said) or shows):
        return None
    if said & heard_words("heard-agent-ability"):  # "who can cancel a link" asks about none of them
        return None
    return _answered(words) or _ended(words) or _are_open(words) or _came(words) or _stands(said)


def asks_who(text: str) -> bool:
    """By name, and not how many."""
    said = set(words_in(text).words)
    return said.isdisjoint(heard_words("heard-agent-many")) and not said.isdisjoint(heard_words("heard-agent-who"))


def state_asked_for(text: str) -> Which:
    """The board that tells it: of whoever got no further, theirs; else of those who may still."""
    said = set(words_in(text).words)
    return next((which for which, heard in _ENDINGS.items() if said & heard_words(heard)), Which.OPEN)


def _answered(words: tuple[str, ...]) -> Which | None:
    """ "Who said no"."""
    says = heard_words("heard-agent-says")
    answers = (said for before, said in pairwise(words) if before in says)
    meant = ((_ANSWERED[entry] for entry in _ANSWERED if said in heard_words(entry)) for said in answers)
    return next(itertools.chain.from_iterable(meant), None)


def _ended(words: tuple[str, ...]) -> Which | None:
    said = set(words)
    ended = next((which for which, heard in _ENDINGS.items() if said & heard_words(heard)), None)
    return Which.OPEN if ended and said & heard_words("heard-negations") else ended


def _are_open(words: tuple[str, ...]) -> Which | None:
    """ "How many open links", "which are still open", "how many open": it is a state there, and nothing that somebody
    did.
    """
    being, many = heard_words("heard-agent-being"), heard_words("heard-agent-many")
    links = heard_words("heard-agent-links-or-ones")
    around = zip(("", *words), words, (*words[1:], ""), strict=False)
    is_state = any(word == Which.OPEN and (before in being or after in links) for before, word, after in around)
    is_state = is_state or (words[-1:] == (Which.OPEN,) and not many.isdisjoint(words[-2:-1]))
    return Which.OPEN if is_state and heard_words("heard-negations").isdisjoint(words) else None


def _came(words: tuple[str, ...]) -> Which | None:
    """How far they came: what stands before a "not" they did, and what stands behind it they did not."""
    denied = heard_words("heard-negations")
    place = next((place for place, word in enumerate(words) if word in denied), len(words))
    links = place < len(words) or not heard_words("heard-agent-with-a-deed").isdisjoint(words)
    did, did_not = _stages(words[:place], links=links), _stages(words[place:], links=links)
    if not did_not:
        return _CAME[max(did)] if did else None
    if not did:
        return _NEVER_CAME[min(did_not)]
    return _CAME_SHORT_OF.get((max(did), max(did_not)), _NEVER_CAME[max(did_not)])


def _stages(words: tuple[str, ...], *, links: bool) -> set[Stage]:
    """Those that the words name. "Link" is one where no other is: "opened the link" is of the opening."""
    named = {stage for stage, heard in _STAGES.items() if not heard_words(heard).isdisjoint(words)}
    things, pairs = heard_words("heard-agent-before-a-thing"), zip(("", *words), words, strict=False)
    does_link = links and any(word == "link" and before not in things for before, word in pairs)
    return named or ({Stage.LINKED} if does_link else set())


def _stands(said: set[str]) -> Which | None:
    if said & heard_words("heard-agent-going-on"):
        return Which.OPEN
    return Which.STUCK if Which.STUCK.value in said else None
