"""Numbers that are said in words."""

from conversations.intents.spelt import figures_of, numbers_spelt
from tests.for_every import for_every


@for_every(
    ("text", "numbers"),
    [
        ("four eight two nine one three", ("482913",)),
        ("Four, eight, two - nine one three.", ("482913",)),
        ("it is FORTY eight twenty nine thirteen", ("482913",)),
        ("double four oh two nine one", ("440291",)),
        ("triple four oh two one", ("444021",)),
        ("foh eit tu nain wan tri", ("482913",)),
        ("twenty twenty thirty forty", ("20203040",)),
        ("one two three four, or five six seven eight", ("1234", "5678")),
        ("zero eight zero three one two three four five six seven", ("08031234567",)),
        ("twenty twenty six", ()),
        ("two or three bags, one for each", ()),
        ("four 4 eight 8 two", ()),
        ("", ()),
    ],
)
def test_digits_in_words_are_the_digits(text: str, numbers: tuple[str, ...]) -> None:
    assert numbers_spelt(text) == numbers


@for_every(
    ("text", "figures"),
    [
        ("four eight two nine one three please", "482913"),
        ("the code is four eight two, nine one three", "482913"),
        ("4 eight 2 nine 1 three", "482913"),
        ("forty eight 2913", "482913"),
        ("my number na zero 803 one two three 4567", "08031234567"),
        ("four people called about eight two nine one three", ""),
        ("give it to one two three four", ""),
        ("482913", ""),
        ("two", ""),
        ("", ""),
    ],
)
def test_a_text_that_gives_a_number_and_nothing_else_is_its_figures(text: str, figures: str) -> None:
    assert figures_of(text) == figures
