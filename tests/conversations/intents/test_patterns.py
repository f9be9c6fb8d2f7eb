"""Patterns that are made of the words of the wording files: in every language, as a person writes them."""

import importlib
import pkgutil
import re

import conversations
from conversations.intents.patterns import Pattern, spelt_out
from tests.for_every import for_every

EXCEPTING = Pattern(r"\b{heard-excepting} (\w+)")


@for_every("text", ("all but mtn", "ALL BUT MTN", "all aside mtn", "all aside from mtn", "all apart from mtn"))
def test_a_pattern_holds_every_phrase_of_a_list_also_without_what_may_be_missing(text: str) -> None:
    assert [found.casefold() for found in EXCEPTING.findall(text)] == ["mtn"]


@for_every("text", ("unlink", "comot"))
def test_the_words_of_every_language_stand_in_it(text: str) -> None:
    assert Pattern("{heard-ending-a-line}").fullmatch(text)


@for_every("text", ("don't", "don\u2019t", "dont"))
def test_an_apostrophe_may_be_curly_or_left_out(text: str) -> None:
    assert Pattern("{heard-not-ending}").fullmatch(text)


def test_what_must_not_stand_before_may_have_words_of_any_length() -> None:
    assert not Pattern(r"(?<!{heard-excepting} )mtn").search("all apart from mtn, all but mtn")
    assert Pattern(r"(?<!{heard-excepting} )mtn").sub("it", "unlink mtn") == "unlink it"


def test_no_sign_of_a_list_is_left_over() -> None:
    assert "heard-" not in spelt_out(r"(?<!{heard-excepting} my ){heard-not-ending}")


def patterns() -> dict[str, str]:
    """As they are written in the code, by where they stand."""
    names = [module.name for module in pkgutil.walk_packages(conversations.__path__, "conversations.")]
    found = {name: vars(importlib.import_module(name)) for name in names}
    return {
        f"{name}.{each}": value.written
        for name, module in found.items()
        for each, value in module.items()
        if isinstance(value, Pattern)
    }


def repeated(written: str) -> set[str]:
    """The entries whose words may come again and again."""
    groups = re.findall(r"\(\?:([^()]*(?:\([^()]*\)[^()]*)*)\)[*+]", written)
    return {entry for group in groups for entry in re.findall(r"\{(heard-[a-z-]+)\}", group)}


def test_no_word_stands_twice_where_words_may_be_repeated() -> None:
    """Two ways to read each word are a million for twenty, and a service that stands still over one message."""
    found = patterns()
    assert len(found) > 30
    entries = set[str]().union(*map(repeated, found.values()))
    assert {"heard-before-a-network", "heard-agent-of-these", "heard-to-me"} <= entries
    for entry in sorted(entries):
        said = re.split(r"\|", spelt_out(f"{{{entry}}}").replace("(?:", "").replace(")", ""))
        assert [each for each in said if " " in each] == [], (
            entry
        )  # made of words that stand there too, it would be two
        assert len(said) == len(set(said)), entry
