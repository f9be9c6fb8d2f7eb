"""What the bot says, in every language, and the words that people answer with. Never when it is said.

A language is one `.ftl` file here (Project Fluent). Adding `ha.ftl` adds Hausa: nothing else knows the list.
"""

from conversations.languages import LANGUAGES
from conversations.wording.catalogue import catalogue_of, name_of, words_of
from conversations.wording.rendering import Business, Button, Rendered, render

__all__ = ["LANGUAGES", "Business", "Button", "Rendered", "catalogue_of", "name_of", "render", "words_of"]
