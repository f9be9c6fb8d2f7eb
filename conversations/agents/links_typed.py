"""What agents type to see links: a state, a day, a page, what is sought. Never the command before it."""

import itertools
import re
from collections.abc import Collection

from conversations.agents import commands
from conversations.agents.arguments import is_wish
from conversations.agents.bounds import Days, take_days, take_network_asked
from conversations.agents.commands import Command
from conversations.agents.numbers_typed import split_words, take_masked, take_number
from conversations.agents.report_typed import report_of
from conversations.agents.standing import Which
from conversations.changing import replace
from conversations.intents.patterns import Pattern
from conversations.intents.slips import meant_by
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.phone import PhoneNumber
from conversations.typed import plain

STATES = frozenset(each.value for each in Which if each is not Which.WITHOUT and each.value.isalpha())
_LONG = 6  # letters
_LONG_STATES = sorted(state for state in STATES if len(state) > _LONG)
_WHOSE = re.compile("['’]s?$")
_DAYS = frozenset({Days.TODAY.value, Days.YESTERDAY.value})
_DIGITS = re.compile(r"[0-9]{4}")
SEEKING = frozenset({"links", "find", "status", "cancel", "remind"})
_SIGNS = ".,;:!?"
_BESIDE_BOARD = (
    *("heard-agent-about", "heard-agent-shows", "heard-agent-asks", "heard-agent-being", "heard-agent-who"),
    *("heard-questions", "heard-courtesies", "heard-agent-beside-board"),
)
_PAGE = re.compile(r"[1-9][0-9]{0,2}")
_PAGE_IN_WORDS = Pattern(r"\b{heard-agent-page} ?([1-9][0-9]{0,2})\b")  # as the board itself says it


def read_links(rest: str, *, states: Collection[str] = STATES) -> Command:
    """A state, "today" or "yesterday", a network, the number of a page; all else is sought, figures too."""
    networks, bound = take_network_asked(rest.split())
    if networks.unserved:
        return commands.SmallTalk("agent-answer-not-served")
    rest = " ".join(bound)
    paged = _PAGE_IN_WORDS.search(rest)
    masked, rest = take_masked(_PAGE_IN_WORDS.sub("", rest))
    number, words = take_number(without_beginning(split_words(rest)))
    sought = [number.local] if isinstance(number, PhoneNumber) else [masked] if masked else []
    which, page, days = Which.ALL, int(paged[1]) if paged else 1, set[str]()
    alone = not sought and sum(not _is_day_or_page(word) for word in words) == 1
    named = [word for word in map(str.casefold, map(plain, words)) if word not in states and not _is_day_or_page(word)]
    is_named = bool(named) and not (alone and _state_meant(named[0]))
    for word in words:
        said = plain(word).casefold()
        state = Which(said) if said in states else _state_meant(said) if alone else None
        if state:
            which = state
        elif said in _DAYS:
            days.add(said)
        elif _PAGE.fullmatch(said) and not is_named:
            page = int(said)
        else:
            sought.append(word)
    board = commands.ShowBoard(which, page - 1, Days.TODAY in days, " ".join(sought), Days.YESTERDAY in days)
    if networks.only and which is Which.WITHOUT:  # who came by no link is not looked through
        return commands.Misuse("links", wrong=True)
    return replace(board, networks=networks.only)


def read_board(text: str) -> Command | None:
    """A board that is named in a sentence and nothing else: "mtn links today", "how many on airtel", "links this week".

    `text` is what stands beside the networks.
    """
    days, words = take_days(text.split())
    left = [word for word in words if not any(is_heard_as(word.strip(_SIGNS), entry) for entry in _BESIDE_BOARD)]
    said = words_in(text).words
    names = days is not Days.ANY or left or not heard_words("heard-agent-board-words").isdisjoint(said)
    if not names or not all(_is_state(word.strip(_SIGNS)) for word in left):
        return None
    if days.is_span:
        return report_of(days)
    of_day = f"{days.value} " if days in (Days.TODAY, Days.YESTERDAY) else ""
    board, counts = read_links(of_day + " ".join(left)), not heard_words("heard-agent-many").isdisjoint(said)
    return replace(board, counts=counts) if isinstance(board, commands.ShowBoard) else board


def _is_state(word: str) -> bool:
    said = plain(word).casefold()
    return said in STATES or _state_meant(said) is not None


def _is_day_or_page(word: str) -> bool:
    said = plain(word).casefold()
    return said in _DAYS or bool(_PAGE.fullmatch(said))


def _state_meant(said: str) -> Which | None:
    """Of a word alone: another one, or with a slip if it is long. "stock" is a note's, and "canceled" is none."""
    if is_heard_as(said, "heard-agent-finished"):
        return Which.DONE
    if is_heard_as(said, "heard-agent-going-on"):
        return Which.OPEN
    return next(map(Which, filter(None, [meant_by(said, _LONG_STATES)])), None) if len(said) >= _LONG else None


def without_beginning(words: list[str]) -> list[str]:
    """What is sought, without the words around it: "the one for Ada", "Ada's link", "Ada abeg"."""
    words = behind("heard-agent-about", words)
    words = [*words[:1], *behind("heard-courtesies", words[:0:-1])[::-1]]
    if len(words) > 1 and is_heard_as(words[-1], "heard-agent-owned"):
        return [*words[:-2], _WHOSE.sub("", words[-2])]
    return words


def seeks_digits(verb: str, rest: str) -> bool:
    """Whether four digits behind that verb are a piece of a number, as a board shows it, and no customer's code: with
    nothing beside them but what else a search can hold.
    """
    words = [plain(word).casefold() for word in rest.split()]
    beside = [word for word in words if not _DIGITS.fullmatch(word)]
    known = all(word in STATES | _DAYS or is_heard_as(word, "heard-agent-about") or is_wish(word) for word in beside)
    return verb in SEEKING and len(words) == len(beside) + 1 and known


def is_of_one_link(around: str) -> bool:
    """Whether nothing but its number, as it is shown, a courtesy or "the link" stands beside a reference."""
    said = [word.strip("().,:;!") for word in take_masked(around)[1].split()]
    return all(is_heard_as(word, "heard-agent-about") or is_heard_as(word, "heard-courtesies") for word in said if word)


def behind(heard: str, words: list[str]) -> list[str]:
    """The words without those that they begin with of that list."""
    return list(itertools.dropwhile(lambda word: is_heard_as(word, heard), words))
