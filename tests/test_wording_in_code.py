"""The wording and the code that says it: no name without its entry, no entry that nobody says."""

import re
from pathlib import Path

import pytest

from conversations.agents.usage import USAGE
from conversations.customer.commands import COMMANDS as CUSTOMERS_COMMANDS
from conversations.intents.intent import INTENTS
from conversations.languages import LANGUAGES, read_wording
from conversations.wording import catalogue_of
from tests.conversations.test_wording import messages, references
from tests.source import read

ROOT = Path(__file__).parents[1]
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
PIECE = re.compile(r"-?[a-z0-9-]*[a-z0-9-]")
# All that can say something in production: the sandbox says nothing of its own.
SPEAKERS = [path for folder in ("conversations", "bot", "storage") for path in (ROOT / folder).rglob("*.py")]
SPEAKERS = [path for path in SPEAKERS if "sandbox" not in path.parts and path.name != "keys.py"]
HEARERS = [path for path in SPEAKERS if path.is_relative_to(ROOT / "conversations")]
# What makes a text a pattern; what in one is no word: an entry, the name of a group, a class or a set of characters.
SIGN = re.compile(r"\\[bdswBDSW]|\(\?|\[[^\]]+\][+*?{]|[^|]\|[^|]")
NO_WORD = re.compile(r"\{heard-[a-z-]+\}|\(\?P[<=]\w+[>)]|\\[a-zA-Z]|\[(?:\\.|[^\]\\])*\]|\{[0-9,]+\}")
WORD = re.compile(r"[^\W\d_]{2,}")
ONE_WORD = re.compile(r"[^\W\d_A-Z]+")
# The same in every language: networks and their parts, what people have numbers of, a currency; what a command and a
# mark are called that agents are told to type.
NAMES = {
    "mtn",
    "airtel",
    "air",
    "tel",
    "glo",
    "bacom",
    "nine",
    "mobile",
    "etisalat",
    "bvn",
    "nin",
    "ngn",
    "link",
    "ref",
}
NOBODY_SAYS = {
    "movements.py": "the networks' words, in the data of a line",
    "balance_groups.py": "the networks' words, in the data of a line",
    "names.py": "how Unicode calls its letters",
    "patterns.py": "how the entries are called",
}
# Single words that the code compares with something, or keeps in a set or a table: what commands are called, and what
# nobody says.
COMMANDS = {*USAGE, *CUSTOMERS_COMMANDS, "find", "join", "on", "off"} - NAMES
COMMANDS_STAND_IN = {
    *("agents/agents_typed.py", "agents/unslashed.py"),
    *("agents/links_typed.py", "agents/menu.py", "agents/misspelt.py", "agents/report_typed.py", "agents/usage.py"),
    *("agents/verbs.py", "customer/commands.py"),
}
OTHERWISE_MEANT = {
    "agents/networks_typed.py": ("a network, the same in every language", {"ninemobile"}),
    "agents/programs.py": ("the channels of who is no person", {"program", "operator"}),
    "changing.py": ("what others may import of it", {"replace"}),
    "choice.py": ("a name of the code's own", {"code"}),
    "customer/pausing.py": ("an entry of the wording", {"paused"}),
    "customer/questions.py": ("a hint of the provider", {"otp"}),
    "drawing/canvas.py": ("an amount's signs as fonts have them", {"tn", "bn", "m"}),
    "drawing/report_picture.py": (
        "rows, as their entries end",
        {"made", "opened", "agreed", "sent", "verified", "linked", "still"},
    ),
    "intents/networks.py": ("networks, the same in every language", {"mnt", "globacom"}),
    "intents/periods.py": ("what the wording files call a unit", {"day", "week", "weekday", "month"}),
    "intents/phrases.py": ("a text that nobody writes", {"learned"}),
    "intents/times.py": ("what the wording files call a unit", {"day", "year"}),
    "languages.py": ("a language's code", {"en"}),
}


def test_every_entry_that_the_code_names_stands_in_the_files() -> None:
    named = {name for path in SPEAKERS for name in read(path).said}
    assert len(named) > 50
    assert sorted(name for name in named if NAME.fullmatch(name) and name not in catalogue_of("en").entries) == []


def test_every_entry_in_the_files_is_named_by_the_code() -> None:
    """As a text, within one (pages name theirs with a dollar), or by its beginning or its end in an f-string."""
    texts = [text for path in SPEAKERS for text in read(path).texts]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.html")]
    named = {name for text in texts for name in NAME.findall(text)}
    referred = {name for message in messages("en").values() for name in references(message).entries}
    ends = [end for path in SPEAKERS for end in read(path).ends]
    begun, ended = (tuple(each for each in ends if PIECE.fullmatch(each) and each[place] == "-") for place in (-1, 0))
    unnamed = [name for name in catalogue_of("en").entries - named - referred if not name.startswith(begun)]
    assert sorted(name for name in unnamed if not name.endswith(ended)) == []


def words_in_pattern(text: str) -> set[str]:
    """The words of a text, where it is a pattern, that are not taken from the wording files."""
    return set(map(str.casefold, WORD.findall(NO_WORD.sub(" ", text)))) if SIGN.search(text) else set()


def test_no_word_that_people_say_stands_in_a_pattern_of_the_code() -> None:
    """Whoever adds a language, or a word, finds them all in the wording files."""
    hearers = [path for path in HEARERS if path.name not in NOBODY_SAYS]
    said = {path.name: set[str]().union(*map(words_in_pattern, read(path).texts)) - NAMES for path in hearers}
    assert {name: words for name, words in said.items() if words} == {}


def test_every_excuse_for_words_in_a_pattern_is_needed() -> None:
    said = {path.name: set[str]().union(*map(words_in_pattern, read(path).texts)) for path in HEARERS}
    assert [name for name in NOBODY_SAYS if not said[name]] == []
    assert NAMES - set[str]().union(*said.values()) == set()


def words_compared(path: Path) -> set[str]:
    """The single words that a file compares with something, or keeps for that, but for those that are names."""
    return {text for text in read(path).compared if ONE_WORD.fullmatch(text)} - NAMES


def compared_by_file() -> dict[str, set[str]]:
    """What says something compares the names of its values, and hears nothing."""
    said = {path.relative_to(ROOT / "conversations").as_posix(): words_compared(path) for path in HEARERS}
    return {name: words for name, words in said.items() if words and not name.startswith("wording/")}


def test_no_word_that_people_say_is_compared_with_a_text_in_the_code() -> None:
    """Nor kept in a set, a tuple, a list or a table to be looked for: who adds a language finds them in the files."""
    said = compared_by_file()
    commands = dict.fromkeys(COMMANDS_STAND_IN, COMMANDS)
    excused = commands | {name: words for name, (_, words) in OTHERWISE_MEANT.items()}
    assert {name: left for name, words in said.items() if (left := words - excused.get(name, set()))} == {}


def test_every_excuse_for_a_word_that_is_compared_is_needed() -> None:
    said = compared_by_file()
    assert [name for name in sorted(COMMANDS_STAND_IN) if not said.get(name, set()) & COMMANDS] == []
    assert {name: left for name, (_, words) in OTHERWISE_MEANT.items() if (left := words - said.get(name, set()))} == {}
    kept = set[str]().union(*(said[name] for name in COMMANDS_STAND_IN))
    assert COMMANDS - kept == set()


@pytest.mark.parametrize(
    "code",
    [
        'is_so = "word" in words',
        'is_so = said == "word"',
        'SAID = frozenset({"word", "other word"})',
        'PAIRS = {("word", "one"), ("two", "words")}',
        'KNOWN = frozenset(map(squeezed, ("word",)))',
        'SAID = "word"',
        'TIMES = {"word": 2}',
        'place = words.index("word")',
        'match said:\n    case "word":\n        pass',
    ],
)
def test_the_look_for_words_that_are_compared_finds_them(code: str, tmp_path: Path) -> None:
    file = tmp_path / "hearing.py"
    file.write_text(code, encoding="utf-8")
    assert "word" in words_compared(file)


def test_the_look_for_words_that_are_compared_passes_entries_and_values(tmp_path: Path) -> None:
    file = tmp_path / "saying.py"
    file.write_text(
        'class Kind(StrEnum):\n    WORD = "word"\n\n\ndef said():\n    '
        'return sentence("word", name="one"), {"word": 1}, heard_words("heard-word")\n',
        encoding="utf-8",
    )
    assert words_compared(file) == set()


def test_the_look_for_words_in_patterns_finds_them() -> None:
    assert words_in_pattern(r"\b(?:not|don['\u2019]?t) [a-z]+\b") == {"not", "don"}
    assert words_in_pattern(r"(?P<number>[0-9]{4}) of\b") == {"of"}
    assert words_in_pattern(r"(?<!{heard-not-ending} )\b{heard-excepting}\b") == set()
    assert words_in_pattern("a label") == set()


def test_what_a_pattern_or_a_list_of_words_is_made_of_stands_in_the_files() -> None:
    named = {name for path in HEARERS for text in read(path).texts for name in re.findall(r"heard-[a-z-]*[a-z]", text)}
    assert len(named) > 100
    assert sorted(named - catalogue_of("en").entries) == []


def test_no_list_of_a_pattern_has_the_name_of_an_intent() -> None:
    """Its words would mean that anywhere in a sentence."""
    listed = {
        name for path in HEARERS for text in read(path).texts for name in re.findall(r"\{heard-([a-z-]+)\}", text)
    }
    assert len(listed) > 30
    assert sorted(listed & set(map(str, INTENTS))) == []


def test_every_word_that_is_heard_is_looked_for() -> None:
    """By its entry's name, by an intent that is called so, or as a list within phrases."""
    named = {name for path in HEARERS for text in read(path).texts for name in re.findall(r"heard-[a-z-]*[a-z]", text)}
    listed = {f"heard-{name}" for language in LANGUAGES for name in re.findall(r"@([a-z-]+)", read_wording(language))}
    intents = {f"heard-{intent}" for intent in INTENTS}
    heard = {name for name in catalogue_of("en").entries if name.startswith("heard-")}
    assert sorted(heard - named - listed - intents) == []
