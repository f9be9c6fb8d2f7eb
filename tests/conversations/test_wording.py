"""The wording files: complete in every language, used, and fit to be read on a small screen by a careful person."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, cast

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from conversations import choice as choices
from conversations.account import (
    Balance,
    Direction,
    Identity,
    LineTransaction,
    Money,
    Statement,
    Summary,
    TransactionPage,
)
from conversations.choice import WORDLESS, Choice
from conversations.consent import EVERY_SCOPE
from conversations.customer.my_data import PER_MESSAGE as LINES_PER_MESSAGE
from conversations.customer.questions import question_of, reads_named
from conversations.customer.receipts import PER_MESSAGE
from conversations.customer.turn import Turn
from conversations.effects import Say, Sentence, sentence
from conversations.languages import AWAITING, DEFAULT_LANGUAGE
from conversations.reading import NEWEST, Span, TransactionFilter
from conversations.session import AskingConsent, Session
from conversations.wording import LANGUAGES, Business, Rendered, catalogue_of, render
from conversations.wording.catalogue import EntryBroken
from tests.scenes import ADA, AGREEMENT, ASKING_OTP, BUSINESS, INVITATION, NOON, RULES, session_at
from tests.texts import LONGEST_LABEL, LONGEST_TEXT, flaws_of

ROOT = Path(__file__).parents[2]
FILES = {language: ROOT / f"conversations/wording/{language}.ftl" for language in LANGUAGES}
CHOICES = set(Choice) - WORDLESS - set(choices.LANGUAGES)
OF_SEVERAL = {"line", "number", "share-contact", "copy"}  # buttons that are no choice of their own
# What the prompt for a code promises, in the words of each language.
PROMISES = {
    "en": ("this line and nothing else", "cannot move money", "Do not give it to anybody, our agent included"),
    "pcm": ("this line and nothing else", "no fit move money", "No give am to anybody, even our agent"),
}
every_language = pytest.mark.parametrize("language", LANGUAGES)


class References(Visitor):
    """What a pattern names: variables, and other entries."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.entries: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's name
        self.variables.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802
        self.entries.add(node.id.name)


@cache
def parse(text: str) -> ftl.Resource:
    """Once for all who look at a file, since it takes half a second."""
    return FluentParser().parse(text)


def parse_file(language: str) -> ftl.Resource:
    return parse(FILES[language].read_text(encoding="utf-8"))


def messages(language: str) -> dict[str, ftl.Message]:
    return _messages_of(parse_file(language))


@cache
def parse_text(text: str) -> dict[str, ftl.Message]:
    """The messages of a file; none of it may be junk."""
    resource = parse(text)
    assert [entry.content for entry in resource.body if isinstance(entry, ftl.Junk)] == []
    return _messages_of(resource)


def _messages_of(resource: ftl.Resource) -> dict[str, ftl.Message]:
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


def references(message: ftl.Message) -> References:
    found = References()
    found.visit(message)
    return found


# The files


@every_language
def test_a_file_has_no_junk_and_no_entry_twice(language: str) -> None:
    body = parse_file(language).body
    assert [entry.content for entry in body if isinstance(entry, ftl.Junk)] == []
    names = [entry.id.name for entry in body if isinstance(entry, ftl.Message)]
    assert [name for name in names if names.count(name) > 1] == []


@every_language
def test_every_entry_stands_in_every_language_and_names_the_same_values(language: str) -> None:
    there, here = messages("en"), messages(language)
    assert set(here) == set(there)
    for name, entry in here.items():
        assert references(entry).variables == references(there[name]).variables, name
        assert {each.id.name for each in entry.attributes} == {each.id.name for each in there[name].attributes}, name


@every_language
def test_no_file_has_a_wide_dash_or_a_character_that_old_phones_show_as_a_box(language: str) -> None:
    text = FILES[language].read_text(encoding="utf-8")
    assert sorted(set(text) - {chr(code) for code in range(32, 127)} - set("\n·•…₦’")) == []


@every_language
def test_a_number_of_what_can_be_one_is_said_in_the_singular_too(language: str) -> None:
    """A consent is never over after fewer than thirty days."""
    lines = FILES[language].read_text(encoding="utf-8").splitlines()
    several = re.compile(r"\{ \$(?!unused)\w+ \} (?:second|minute|hour|day|month)s")
    assert [line for line in lines if several.search(line) and "*[other]" not in line] == []


def test_the_languages_that_can_be_chosen_are_those_that_have_a_file() -> None:
    assert sorted(choices.LANGUAGES.values()) == sorted((*LANGUAGES, *AWAITING))
    assert LANGUAGES[0] == DEFAULT_LANGUAGE


# The entries and the choices


@every_language
def test_every_choice_has_a_label_and_words(language: str) -> None:
    named = {name.removeprefix("button-") for name in catalogue_of(language).entries if name.startswith("button-")}
    assert named - OF_SEVERAL == {choice.value for choice in CHOICES}
    for choice in CHOICES:
        words = catalogue_of(language).words(f"button-{choice.value}")
        assert words
        assert all(words), choice


# The renderer


@every_language
def test_an_entry_that_is_missing_or_lacks_a_value_is_an_error_and_no_placeholder(language: str) -> None:
    for broken in (cast("Any", Sentence)("no-such-entry"), sentence("wrong-code", tries=2)):
        with pytest.raises(EntryBroken):
            render(Say((broken,)), language, BUSINESS)


def test_a_language_that_is_not_spoken_is_answered_in_the_default_one() -> None:
    assert render(Say((sentence("declined", lines=0),)), "fr", BUSINESS).text.startswith("All right")


def test_sentences_stand_a_blank_line_apart() -> None:
    assert render(Say((sentence("kept"), sentence("ask-begin"))), "en", BUSINESS).text.count("\n\n") == 1


def test_hints_for_the_answers_stand_only_where_there_are_answers() -> None:
    without = render(Say((sentence("kept"),)), "en", BUSINESS)
    assert (without.buttons, without.menu_hint, without.list_label) == ((), "", "")
    assert render(Say((sentence("kept"),), (Choice.HELP,)), "en", BUSINESS).menu_hint


def test_a_message_that_shows_what_was_read_of_a_line_is_marked() -> None:
    page = {"page": TransactionPage((), 1, more=False), "selection": NEWEST, "network": "MTN", "number": "0803 •••"}
    assert render(Say((sentence("transactions", **page),)), "en", BUSINESS).sensitive
    assert not render(Say((sentence("kept"),)), "en", BUSINESS).sensitive


def test_braces_in_a_value_are_only_text() -> None:
    business = Business("{ $support } & Sons", "your { -loan }", "Ngozi")
    assert "{ $support } & Sons" in render(Say((sentence("consent-again"),)), "en", business).text


def test_the_look_for_flaws_finds_them() -> None:
    planted = ["at None", "{ $x }", "You can try at at 12:00", "two  spaces", " left over", "x" * 1100, "SecretStr(…)"]
    assert [text for text in planted if not flaws_of(Rendered(text))] == []
    assert flaws_of(Rendered("All is well.")) == []


# What is said


@every_language
def test_every_prompt_for_a_code_says_who_asks_which_number_and_what_the_code_cannot_do(language: str) -> None:
    turn = Turn(session_at(ASKING_OTP, language=language), NOON, RULES).ask()
    (say,) = [effect for effect in turn.effects if isinstance(effect, Say)]
    text = render(say, language, BUSINESS).text
    assert language in PROMISES, "what it promises stands in PROMISES, for whoever reads the language to compare"
    for promise in (*PROMISES[language], "Kudi Loans", "0803 ••• 4567", "MTN", "6-digit"):
        assert promise in text
    assert "123 4567" not in text


@every_language
def test_no_label_is_longer_than_the_shortest_button_of_any_channel(language: str) -> None:
    values = {"network": "Airtel", "number": "0803 ••• 4567", "again": "yes", "text": AGREEMENT.reference}
    for name in catalogue_of(language).entries:
        if name.startswith("button-") and name != "button-own-number":
            assert len(catalogue_of(language).say(name, values)) <= LONGEST_LABEL, name
    assert len(catalogue_of(language).say("button-own-number", {"number": "0803 123 4567"})) <= LONGEST_LABEL


def longest_messages() -> Iterator[Say]:
    """Full lines, long names, several receipts: the longest that can reasonably come."""
    balances = tuple(Balance(f"Data Bundle Monthly Plan No. {number:02}", Money(-123_456_789)) for number in range(30))
    identity = Identity("Oluwaseun Chukwuemeka Abdulrahman-Okonkwo Adeyemi", "female")
    narration = "Purchase of data bundle of 1.5 GB for thirty days and one night…"
    movements = (LineTransaction(Direction.DEBIT, Money(123_456_789), narration, NOON),) * 10
    page = TransactionPage(movements, 12, more=True, unread=3, read_at=NOON)
    span = TransactionFilter(Span(date(2026, 9, 28), date(2026, 11, 30)), Direction.DEBIT)
    line = {"network": "Airtel", "number": "0803 ••• 4567"}
    yield Say((
        sentence("linked", **line),
        sentence("summary", summary=Summary(identity, balances, NOON), network="Airtel", masked=False),
        sentence("as-of", at=NOON, today="no"),
    ))  # fmt: skip
    yield Say((
        sentence("transactions", page=page, selection=span, **line),
        sentence("transactions-as-of", at=NOON, today="no"),
        sentence("ask-more"),
    ))  # fmt: skip
    yield Say((
        sentence("statement", statement=Statement(movements), selection=span, **line),
        sentence("transactions-unread", n=1000),
        sentence("statement-stopped", at=NOON),
        sentence("statement-other"),
    ))  # fmt: skip
    held = {"at": NOON, "end": NOON, "ends": "yes", "times": 12, "reads": reads_named(EVERY_SCOPE), **line}
    yield Say((sentence("account-line", **held),) * LINES_PER_MESSAGE)
    yield Say((
        sentence(
            "receipt",
            reference=AGREEMENT.reference,
            at=NOON,
            end=NOON,
            unused=180,
            reads=reads_named(EVERY_SCOPE),
        ),
        sentence("receipt-next"),
    ))  # fmt: skip
    ended = {"reference": AGREEMENT.reference, "at": NOON, "ended": NOON, "why": sentence("ended-operator")}
    yield Say((sentence("receipt-ended", **ended),) * PER_MESSAGE)
    changed = sentence("consent-changed")
    yield Say(
        (changed, sentence("consent-ends", reads=reads_named(EVERY_SCOPE), at=NOON, end=NOON, why="unused", **line))
    )
    yield Say((sentence("consent-over", at=NOON, why="unused", unused=180, reference="C-AAAAAAAA", **line),))
    yield Say((sentence("proof"), *question_of(Session(ADA, step=AskingConsent(), offer=INVITATION))[0][1:]))
    yield Say(question_of(Session(ADA, step=AskingConsent(), offer=INVITATION))[0])


@every_language
@pytest.mark.parametrize("say", list(longest_messages()), ids=lambda say: say.sentences[0].key)
def test_the_longest_messages_fit_into_one(say: Say, language: str) -> None:
    business = Business(
        "Kudi Microfinance Bank Limited",
        "your application for a small business loan",
        "Ngozi on 0700 555 0100 or help@kudi.example",
        "https://kudi.example/privacy",
    )
    text = render(say, language, business, handle="@KudiMicrofinanceBot", deletes_messages=False).text
    assert len(text) <= LONGEST_TEXT
