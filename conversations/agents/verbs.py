"""The commands as agents type them: the verb, and what stands behind it. Never what follows from one."""

import re
from collections.abc import Callable

from conversations.agents import commands
from conversations.agents.agents_typed import about_agent, read_hand, read_remove
from conversations.agents.arguments import (
    is_language,
    is_wish,
    parse_draft,
    parse_name,
    take_references,
)
from conversations.agents.bare import bare, without_please, without_quotes
from conversations.agents.bounds import Days, take_days, take_network_asked
from conversations.agents.commands import Command
from conversations.agents.link_commands import SeekEnding
from conversations.agents.links_typed import (
    STATES,
    behind,
    is_of_one_link,
    read_board,
    read_links,
    without_beginning,
)
from conversations.agents.numbers_typed import split_words, take_ending, take_number
from conversations.agents.report_commands import ShowReport
from conversations.agents.report_typed import read_report
from conversations.agents.session import Draft
from conversations.agents.standing import Which
from conversations.agents.unslashed import read_unslashed
from conversations.changing import replace
from conversations.customer.events import Event, LinkOpened, Oddity, OddityReceived, TextReceived
from conversations.effects import sentence
from conversations.intents.words import words_in
from conversations.minting import parse_code, parse_reference
from conversations.otp import names_code
from conversations.phone import PhoneNumber
from conversations.secret import JoinCode
from conversations.typed import plain

LONGEST_COMMAND = 200  # characters
_JOIN = "/join "
_INVITED = re.compile(r"[A-Za-z0-9-]{4,40}(?: [A-Za-z0-9-]{4,40})?")  # the last line of an invitation, behind the verb
_FEW_WORDS = 4  # beside a reference: "where is K7M-4Q2"
_REFERENCE_LIKE = re.compile(r"[A-Za-z0-9]+-[A-Za-z0-9-]+")
TAPPED = "join-"  # before the code in an address that opens the chat
_GLUED = re.compile(r"/?link(?=[+(]*[0-9])", re.IGNORECASE)  # "/link0803 123 4567"
_CODE = re.compile(r"[A-Za-z0-9]{5}-[A-Za-z0-9]{5}")  # alone, as it stands in the invitation
_SEVERAL = commands.Refuse(sentence("agent-one-link-only"))
NO_CODE = JoinCode("")  # opens nothing, as any wrong one


def read_verb(text: str, *, admin: bool) -> Command | None:
    """The command that a text begins with, after a "please"; None where it begins with none that this agent may use."""
    verb, rest = split_verb(text if text.startswith("/") else _without_courtesies(text))
    reader = (_ADMINS.get(verb) if admin else None) or _EVERYBODYS.get(verb)
    if reader and text.startswith("/"):
        return reader(rest)
    if reader:
        return read_unslashed(verb, rest, reader, lambda said: read_verb(said, admin=admin))
    if plain(text).casefold() in STATES | {Days.YESTERDAY}:
        return read_links(text)
    references, around = take_references(text)
    if len(references) > 1 and not text.startswith("/"):
        return _SEVERAL if len(around.split()) <= _FEW_WORDS else None
    reference = next(iter(references), None)
    if not reference or text.startswith("/"):
        return commands.ShowLink(reference) if reference and not around else None
    around = without_please(around)
    ends = {"cancel": commands.CancelLink, "remind": commands.RemindOfLink}.get(plain(around).casefold())
    return ends(reference) if ends else commands.ShowLink(reference) if len(around.split()) <= _FEW_WORDS else None


def _without_courtesies(text: str) -> str:
    return " ".join(behind("heard-courtesies", text.split(" ")))


def is_line(text: str) -> bool:
    """Whether it is a command with what it needs behind it: "/link 0803 123 4567 hausa" is nothing but that."""
    verb, rest = split_verb(text[:LONGEST_COMMAND])
    if not rest or verb not in {**_EVERYBODYS, **_ADMINS}:
        return False
    return text.startswith("/") or isinstance(take_number(split_words(rest))[0], PhoneNumber)


def names_reference(text: str) -> bool:
    """Whether a reference stands in it as it is shown, with its dash: without that a word of a note may be one."""
    return any("-" in word and parse_reference(word) for word in text.split())


def is_verb(text: str) -> bool:
    """Whether the text is the word of a command and nothing else."""
    return plain(without_please(text)).casefold() in _EVERYBODYS


def read_join(event: Event) -> JoinCode | None:
    """The code of somebody who wants to be an agent. A slash says what is meant; without it the code must be whole.

    The invitation that it came in may be sent on or pasted as it stands.
    """
    if isinstance(event, LinkOpened):
        tapped = event.token.reveal() if event.token else ""
        return parse_code(tapped.removeprefix(TAPPED)) if tapped.startswith(TAPPED) else None
    if not isinstance(event, TextReceived | OddityReceived):
        return None
    text = " ".join(event.text.split())
    before, _, last = text.rpartition(_JOIN)
    invited = last if before and _INVITED.fullmatch(last) else ""
    if isinstance(event, OddityReceived):
        return parse_code(invited) if invited and event.oddity is Oddity.FORWARDED else None
    verb, rest = split_verb(text)
    code = parse_code(rest if verb == "join" else invited or (text if _CODE.fullmatch(text) else ""))
    return code or (NO_CODE if verb == "join" and text.startswith("/") else None)


def split_verb(text: str) -> tuple[str, str]:
    """The first word without slash, case and the bot's name behind it; and the rest, also where it sticks to it.

    "Pidgin link …" begins with the language of the text to forward. A note keeps its brackets.
    """
    if glued := _GLUED.match(text):
        return "link", without_please(without_quotes(text[glued.end() :]))
    first, _, rest = text.partition(" ")
    verb = _verb_of(first)
    if _verb_of(rest.partition(" ")[0]) == "link" and is_language(first):
        return "link", without_please(without_quotes(f"{first} {rest.partition(' ')[2]}"))
    return verb, without_please(without_quotes(rest)) if verb == "link" else bare(rest)


def sought_by_ending(text: str, message: str) -> SeekEnding | None:
    """The link whose number ends so, said with any words but a command's and those of a code: "check 4567". A state
    beside the digits says nothing of them.
    """
    if text.startswith("/") or split_verb(text)[0] in {**_EVERYBODYS, **_ADMINS} or names_code(text):
        return None
    ending, around = take_ending(split_words(text))
    return SeekEnding(ending, message) if ending and not STATES.issuperset(words_in(" ".join(around)).words) else None


def _verb_of(word: str) -> str:
    return plain(word).removeprefix("/").partition("@")[0].casefold()


def _read_link(rest: str) -> Command:
    if not rest:
        return commands.BeginLink()
    if about := _ABOUT_ONE.get(plain(rest).casefold()):  # "/link cancel" names no link, and describes none
        return about()
    match parse_draft(rest):
        case Draft() as draft:
            return commands.MakeLink(draft)
        case commands.Refuse(because):
            return commands.RefuseLink(because)
        case asked:
            return asked


def _read_links(rest: str) -> Command:
    """Of a week or a month there is no board: the report has its figures."""
    networks, words = take_network_asked(rest.split())
    report = read_board(f"links {' '.join(words)}") if not networks.unserved else None
    return replace(report, networks=networks.only) if isinstance(report, ShowReport) else read_links(rest)


def _read_all_links(rest: str) -> Command:
    return read_links(rest, states=(*STATES, Which.WITHOUT)) if Which.WITHOUT in rest else _read_links(rest)


def _read_status(rest: str) -> Command:
    """By its reference, or by whatever else is known of it."""
    match take_references(rest)[0]:
        case ():
            return read_links(rest) if rest else commands.ShowBoard(Which.OPEN)
        case (reference,):
            return commands.ShowLink(reference)
        case _:
            return _SEVERAL


def _read_today(rest: str) -> Command:
    """The funnel of the day; behind it an agent's name, a network, and no other day."""
    networks, words = take_network_asked(rest.split())
    if networks.unserved:
        return commands.SmallTalk("agent-answer-not-served")
    days, words = take_days(words)
    name = parse_name(" ".join(words)) if words else ""
    is_of_today = days in (Days.ANY, Days.TODAY) and name is not None
    return commands.ShowToday(name or "", networks.only) if is_of_today else commands.Misuse("today", wrong=True)


def _read_cancel(rest: str) -> Command:
    """Only by its reference; whatever else is said of it shows it, with the button that ends it."""
    match take_references(rest):
        case (), _:
            return _seek(rest, "cancel")
        case (reference,), around:
            return commands.CancelLink(reference) if is_of_one_link(around) else commands.ShowLink(reference)
        case _:
            return _SEVERAL


def _read_remind(rest: str) -> Command:
    if is_wish(rest):
        return commands.RemindOfLink("", rest, guessed=True)
    match take_references(rest):
        case (), _:
            return _seek(rest, "remind")
        case (reference,), around:
            return commands.RemindOfLink(reference, around if is_wish(around) else "")
        case _:
            return _SEVERAL


def _seek(rest: str, verb: str) -> Command:
    """Among the open ones; "it" and "them" name none of them, and what looks like a reference only that."""
    if not rest or _REFERENCE_LIKE.fullmatch(rest):
        return commands.Misuse(verb, wrong=bool(rest))
    if not without_beginning(split_words(rest)):
        return commands.LeaveDialog() if verb == "cancel" else commands.ShowBoard(Which.OPEN)
    found = read_links(rest)
    return replace(found, which=Which.OPEN) if isinstance(found, commands.ShowBoard) else found


_ABOUT_ONE: dict[str, Callable[[], Command]] = {
    "cancel": commands.LeaveDialog,
    "remind": lambda: _read_remind(""),
    "status": lambda: _read_status(""),
}
_EVERYBODYS: dict[str, Callable[[str], Command]] = {
    "link": _read_link,
    "links": _read_links,
    "find": lambda rest: read_links(rest) if rest else commands.Misuse("links"),
    "status": _read_status,
    "cancel": _read_cancel,
    "remind": _read_remind,
    "hand": read_hand,
    "today": _read_today,
    "report": read_report,
    "start": lambda _: commands.ShowHelp(),
    "join": lambda _: commands.Refuse(sentence("agent-join-already")),
}
_ADMINS: dict[str, Callable[[str], Command]] = {
    "links": _read_all_links,
    "agents": lambda _: commands.ShowAgents(),
    "invite": about_agent("invite", commands.InviteAgent),
    "remove": read_remove,
    "name": about_agent("name", commands.NameOneself),
}
