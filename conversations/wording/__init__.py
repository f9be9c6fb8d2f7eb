"""What the bot says, in every language, and the words that people answer with. Never when it is said.

A language is one `.ftl` file here (Project Fluent), or in `awaiting/` until a native speaker has read it.
"""

from conversations.languages import LANGUAGES
from conversations.wording.catalogue import catalogue_of, name_of, names_of, words_in_all, words_of
from conversations.wording.rendering import Business, Button, Rendered, render

__all__ = [
    "LANGUAGES",
    "Business",
    "Button",
    "Rendered",
    "catalogue_of",
    "name_of",
    "names_of",
    "render",
    "words_in_all",
    "words_of",
]
