"""The languages that are spoken: one for each wording file, by its code. Never what is said in them.

Adding `ha.ftl` adds Hausa, for customers and agents, in buttons, words and menus: nothing else knows the list.
"""

from importlib import resources

DEFAULT_LANGUAGE = "en"
WORDING = resources.files("conversations").joinpath("wording")
_FILES = {file.name.removesuffix(".ftl") for file in WORDING.iterdir() if file.name.endswith(".ftl")}
LANGUAGES: tuple[str, ...] = (DEFAULT_LANGUAGE, *sorted(_FILES - {DEFAULT_LANGUAGE}))
