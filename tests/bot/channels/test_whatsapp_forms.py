"""Forms are read as Python's own library does it, however odd they are."""

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.whatsapp.forms import Form, FormWrong


@given(
    st.one_of(
        st.binary(max_size=60),
        st.text("ab=&+%43AB2f:;é\udcff", max_size=40).map(lambda text: text.encode("utf-8", "replace")),
    )
)
def test_a_form_is_read_as_pythons_own_library_reads_it(body: bytes) -> None:
    read = Form(body)
    pairs = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True)
    assert [*read] == list(dict.fromkeys(name for name, _ in pairs))
    for name in read:
        assert read.getall(name) == [value for each, value in pairs if each == name]


@pytest.mark.parametrize("fields", [999, 1000, 1001])
def test_a_form_has_a_thousand_fields_at_most(fields: int) -> None:
    body = b"&".join([b"a="] * fields)
    if fields <= 1000:
        assert len(Form(body).getall("a")) == fields
    else:
        with pytest.raises(FormWrong, match="too many"):
            Form(body)
