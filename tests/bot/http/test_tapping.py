"""Numbers and addresses in a text of a page can be tapped."""

from bot.http.pages.tapping import with_links


def test_on_a_page_they_are_links_and_everything_else_is_escaped() -> None:
    assert with_links("Call +2348031234567, write <to> help@kudi.example or https://t.me/kudi_help.") == (
        'Call <a href="tel:+2348031234567">+2348031234567</a>, write &lt;to&gt;'
        ' <a href="mailto:help@kudi.example">help@kudi.example</a>'
        ' or <a href="https://t.me/kudi_help">https://t.me/kudi_help</a>.'
    )
    assert with_links('"https://x.example/a?b=1&c=2"') == (
        '&quot;<a href="https://x.example/a?b=1&amp;c=2">https://x.example/a?b=1&amp;c=2</a>&quot;'
    )
