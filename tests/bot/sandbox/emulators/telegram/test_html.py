"""Telegram's HTML as the emulator reads it: what is left of the text, and the entities over it."""

import html
from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.emulators.telegram.entities import MarkupWrong, measure, parse_html
from tests.for_every import for_every

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=50)
NAMES = ["b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "blockquote", "tg-spoiler"]


@given(TEXTS)
def test_escaped_text_comes_out_as_it_was(text: str) -> None:
    assert parse_html(html.escape(text, quote=False)) == (text, [])


@given(TEXTS, TEXTS, TEXTS, st.sampled_from(NAMES))
def test_an_entity_covers_what_its_tag_encloses(before: str, inside: str, after: str, name: str) -> None:
    source = f"{html.escape(before)}<{name}>{html.escape(inside)}</{name}>{html.escape(after)}"
    source = source.replace("&#x27;", "'").replace("&quot;", '"')
    text, entities = parse_html(source)
    assert text == before + inside + after
    covered = [(entity["offset"], entity["length"]) for entity in entities]
    assert covered == ([(measure(before), measure(inside))] if inside else [])


@given(st.text("<>/ab i&;=\"'\N{OK HAND SIGN}", max_size=40))
def test_any_text_is_read_or_refused(source: str) -> None:
    with suppress(MarkupWrong):
        text, entities = parse_html(source)
        assert all(0 < e["length"] <= measure(text) - e["offset"] for e in entities)


@for_every(
    ("source", "text", "entities"),
    [
        ("<B>x</b >", "x", [("bold", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("\N{OK HAND SIGN}<u>₦</u>", "\N{OK HAND SIGN}₦", [("underline", 2, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("&lt;&#8358;&#x20A6;&amp;&quot;&gt;", '<₦₦&">', []),
        ("&nbsp; &unknown; &#0; & so", "&nbsp; &unknown; &#0; & so", []),
    ],
)
def test_html_as_telegram_reads_it(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    shown, found = parse_html(source)
    assert (shown, [(e["type"], e["offset"], e["length"]) for e in found]) == (text, entities)


def test_links_carry_their_address() -> None:
    _, entities = parse_html('<a href="https://a.b/?x=1&amp;y=2">one</a> <a>https://c.d</a>')
    assert [entity["url"] for entity in entities] == ["https://a.b/?x=1&y=2", "https://c.d"]
