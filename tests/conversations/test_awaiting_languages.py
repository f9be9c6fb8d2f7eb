"""The languages that await a native reader: offered where the operator wants them, and never half a sentence."""

import re
from functools import cache

import pytest
from fluent.syntax import FluentSerializer
from fluent.syntax import ast as ftl

from conversations.agents import commands
from conversations.agents.acting import act
from conversations.agents.session import Agent, AgentContext, AgentSession, Draft
from conversations.agents.turn import AgentTurn, Tell
from conversations.choice import WORDLESS, Choice
from conversations.contact import Contact
from conversations.customer.events import Chosen, Event
from conversations.customer.stepping import step
from conversations.customer.turn import Turn
from conversations.effects import Say, sentence
from conversations.languages import AWAITING, LANGUAGES, read_wording
from conversations.link import LinkRules
from conversations.rules import Rules
from conversations.session import Idle, Session
from conversations.wording import catalogue_of, render, words_of
from tests.conversations.test_wording import messages, parse, parse_text, references
from tests.scenes import BUSINESS, NOON, session_at
from tests.texts import LONGEST_LABEL

SOMEBODY = Contact("console", "2001")
LETTERS = set("·•…₦’ɓɗƙƁƊƘẹọṣẸỌṢịụṅỊỤṄùáú")  # beside ASCII
ASKED_BACK = (Choice.AGREE, Choice.ALLOW, Choice.LEAVE_OUT, Choice.DECLINE, Choice.CONFIRM, Choice.CANCEL)
SLACK = 12  # characters more, which a sentence of four words may need
NOT_FOR_CUSTOMERS = ("Agents", "What people say")  # sections; the second is what is heard
ALIKE = {
    **dict.fromkeys(("button-mtn", "button-airtel"), "a name"),
    **dict.fromkeys(("button-line", "button-number", "gigabytes", "megabytes"), "nothing but values and units"),
    **dict.fromkeys(("word-stop", "word-start"), "the channels' rules name the word"),
    "word-send": "an agent's",
    "page-sms-text": "the networks write it in English",
}  # and why; an entry that nobody can translate yet is named here too, and is said in English
every_awaiting = pytest.mark.parametrize("language", AWAITING)


def hear(event: Event, *languages: str) -> Turn:
    return step(session_at(Idle()), event, NOON, Rules(languages=languages))


def value_length(message: ftl.Message) -> int:
    return len(FluentSerializer().serialize_entry(ftl.Message(message.id, message.value))) if message.value else 0


def is_plain(message: ftl.Message) -> bool:
    return not references(message).variables


@cache
def customers_entries() -> set[str]:
    """All that a customer can be told or shown, by the sections of the file."""
    section, found = "", set[str]()
    for entry in parse(read_wording("en")).body:
        if isinstance(entry, ftl.GroupComment):
            section = entry.content or ""
        elif isinstance(entry, ftl.Message) and not section.startswith(NOT_FOR_CUSTOMERS):
            found.add(entry.id.name)
    return found


def quoted_in(language: str) -> set[str]:
    """What people are asked to type or tap, without the values and the empty texts of selectors."""
    return {each.casefold() for each in re.findall(r'(?<!\{)"([^"{}]+)"', read_wording(language))}


def said_in(language: str, turn: Turn) -> list[str]:
    return [render(each, language, BUSINESS).text for each in turn.durable if isinstance(each, Say)]


@every_awaiting
def test_an_entry_names_what_the_default_one_names_and_is_at_most_a_third_longer(language: str) -> None:
    there, here = messages("en"), parse_text(read_wording(language))
    assert set(here) - set(there) == set()
    for name, entry in here.items():
        assert references(entry).variables == references(there[name]).variables, name
        assert {each.id.name for each in entry.attributes} <= {each.id.name for each in there[name].attributes}, name
        longest = value_length(there[name])
        assert value_length(entry) <= max(longest * 4 / 3, longest + SLACK), name


@every_awaiting
def test_all_that_customers_are_told_is_said_in_it(language: str) -> None:
    assert customers_entries() - set(parse_text(read_wording(language))) - set(ALIKE) == set()
    assert set(ALIKE) <= customers_entries()


@every_awaiting
def test_what_it_asks_to_type_or_tap_is_understood(language: str) -> None:
    catalogue, here = catalogue_of(language), parse_text(read_wording(language))
    buttons = [name for name, entry in here.items() if name.startswith("button-") and is_plain(entry)]
    labels = {catalogue.say(name, {}).casefold() for name in buttons}
    words = {word.casefold() for choice in Choice if choice not in WORDLESS for word in words_of(choice)}
    assert quoted_in(language) - quoted_in("en") - labels - words == set()
    for choice in ASKED_BACK:
        assert catalogue.say(f"ask-back-{choice}", {}).rpartition(": ")[2] in words_of(choice), choice


@every_awaiting
def test_one_thing_is_not_counted(language: str) -> None:
    """Some languages have no singular: `[one]` is never come to there, `[1]` is."""
    assert not any(letter.isdigit() for letter in catalogue_of(language).say("menu", {"lines": 1}))


@every_awaiting
def test_labels_fit_their_buttons_and_letters_are_those_of_the_language(language: str) -> None:
    text = read_wording(language)
    assert sorted(set(text) - {chr(code) for code in range(32, 127)} - LETTERS - {"\n"}) == []
    labels = {name: entry for name, entry in parse_text(text).items() if name.startswith("button-")}
    said = {name: catalogue_of(language).say(name, {}) for name, entry in labels.items() if is_plain(entry)}
    said["own"] = catalogue_of(language).say("button-own-number", {"number": "0803 123 4567"})
    assert {name: label for name, label in said.items() if len(label) > LONGEST_LABEL} == {}


@every_awaiting
def test_it_is_offered_and_spoken_where_it_is_switched_on(language: str) -> None:
    menu = hear(Chosen(Choice.LANGUAGE), "en", language)
    assert menu.session.dialog.offered == (Choice("en"), Choice(language))
    spoken = hear(Chosen(Choice(language)), "en", language)
    assert spoken.session.language == language
    assert all(text not in said_in("en", spoken) for text in said_in(language, spoken))


@every_awaiting
def test_elsewhere_it_is_said_not_to_be_spoken(language: str) -> None:
    turn = hear(Chosen(Choice(language)), "en", "pcm")
    assert turn.session.language == "en"
    assert turn.session.dialog.offered == (Choice("en"), Choice("pcm"))
    assert "English, Pidgin" in said_in("en", turn)[0]


def test_what_it_does_not_say_is_said_in_the_default_language() -> None:
    entry = "agent-ask-name"
    assert entry not in catalogue_of("ha").entries
    assert catalogue_of("ha").say(entry, {}) == catalogue_of("en").say(entry, {})


def test_an_agent_makes_no_link_in_a_language_that_is_not_spoken() -> None:
    agent = AgentTurn(Agent(SOMEBODY, "Tunde", NOON), AgentSession(), NOON, LinkRules(languages=("en",)))
    turn = act(agent, commands.MakeLink(Draft(language="ha")), AgentContext())
    (told,) = turn.effects
    assert isinstance(told, Tell)
    assert told.say.sentences[-1] == sentence("agent-text-languages", languages="English")


@every_awaiting
def test_agents_are_not_spoken_to_in_half_a_language(language: str) -> None:
    agent = AgentTurn(Agent(SOMEBODY, "Tunde", NOON), AgentSession(), NOON, LinkRules(languages=("en", language)))
    assert act(agent, commands.SpeakLanguage(language), AgentContext()).session.language == "en"
    assert language not in LANGUAGES


def test_a_session_begins_in_a_language_that_is_spoken() -> None:
    assert [Rules(languages=("en", "yo")).spoken(each) for each in ("yo", "ha", "fr")] == ["yo", "en", "en"]
    assert Session(SOMEBODY).language == "en"
