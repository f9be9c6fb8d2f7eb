"""What no message of the bot may contain, whatever it is about. Never what one should contain."""

import re

from conversations.effects import Say
from conversations.wording import LANGUAGES, Rendered, render
from tests.scenes import BUSINESS

LONGEST_TEXT = 1024  # characters that every channel shows in one message with buttons
LONGEST_LABEL = 20  # characters that every channel shows on a button
_JUNK = re.compile(
    r"None|True|False|nan|datetime|Decimal|object at|<|>|\{|\}|\$|\\|…\)|  |\t|\n{3}| [.,:;!?]|\.\.|[\u2066-\u2069]"
)
_WORD_TWICE = re.compile(r"\b(at|in|on|the|to|you|for|and|is|dey|go|wey)\s+\1\b", re.IGNORECASE)


def flaws_of(rendered: Rendered) -> list[str]:
    """Everything about a message that a person should never see."""
    text = rendered.text
    flaws = [f"junk: {found[0]!r}" for found in _JUNK.finditer(text)]
    flaws += [f"twice: {found[0]!r}" for found in _WORD_TWICE.finditer(text)]
    flaws += [f"label too long: {button.label!r}" for button in rendered.buttons if len(button.label) > LONGEST_LABEL]
    flaws += [f"label: {button.label!r}" for button in rendered.buttons if _JUNK.search(button.label)]
    if not text.strip() or text != text.strip():
        flaws.append("empty, or with space around")
    if len(text) > LONGEST_TEXT:
        flaws.append(f"{len(text)} characters")
    return [f"{flaw} in {text!r}" for flaw in flaws]


def flaws_in_any_language(say: Say) -> list[str]:
    """The same for a message as it is said in every language, on channels of every kind."""
    shown = (
        render(say, language, BUSINESS, shares_contact=shares, handle=handle)
        for language in LANGUAGES
        for shares, handle in ((True, "@KudiBot"), (False, ""))
    )
    return [flaw for rendered in shown for flaw in flaws_of(rendered)]
