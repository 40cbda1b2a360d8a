"""Guards on the event stream: a hostile file ends in one complaint, and soon."""

from __future__ import annotations

import pytest

from communique.loading.complaints import Refused
from communique.loading.nodes import NOTHING, plain
from communique.loading.reader import read

HOSTILE = {
    "200,000 brackets": (b"[" * 200_000, "E303"),
    "20,000 braces": (b"{" * 20_000, "E303"),
    "3,000 question marks": (b"? " * 3_000, "E303"),
    "an alias bomb": (b"a: &a [x]\nb: [*a, *a]\n", "E301"),
    "an undefined alias": (b"a: *x\n", "E301"),
    "a constructor": (b"a: !!python/object/apply:os.system [ls]\n", "E302"),
    "Latin-1": ("a: é\n".encode("latin-1"), "E101"),
    "UTF-16": ("a: b\n".encode("utf-16"), "E102"),
    "a mark inside": ("a: b\ufeff\n".encode(), "E103"),
    "a control character": (b"a: \x07\n", "E104"),
    "an escaped NUL": (b'a: "x\\0"\n', "E104"),
    "half a surrogate": (b'a: "\\ud800"\n', "E105"),
    "private use": ("a: \ue000\n".encode(), "E110"),
    "a tab": (b"a:\n\tb: c\n", "E201"),
    "two documents": (b"---\na: b\n---\nc: d\n", "E204"),
    "nothing": (b"", "E205"),
    "a list of text": (b"- a\n", "E206"),
    "a complex key": (b"? [1, 2]\n: b\n", "E209"),
    "a directive": (b"%YAML 1.3\n---\na: b\n", "E211"),
    "a file too long": (b"a" * 5_000_001, "E304"),
    "a value too long": (b"a: " + b"x" * 1_000_001, "E305"),
    "too many values": (b"a: [" + b"1, " * 50_001 + b"]", "E306"),
    "too many keys": ("".join(f"k{n}: v\n" for n in range(5_001)).encode(), "E306"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused(name: str) -> None:
    content, code = HOSTILE[name]

    with pytest.raises(Refused) as refused:
        read("f.yaml", content)

    assert refused.value.complaint.code == code
    assert str(refused.value.complaint).startswith(f"f.yaml:{refused.value.complaint.line}:")


def test_scalars_stay_text_until_a_field_types_them() -> None:
    (root,) = read(
        "f.yaml", b"country: NO\nversion: 1.10\ntime: 1:30\nday: 2024-01-05\nmode: 0755\ngone: ~\n"
    )

    assert plain(root) == {
        "country": "NO",
        "version": "1.10",
        "time": "1:30",
        "day": "2024-01-05",
        "mode": "0755",
        "gone": NOTHING,
    }


def test_a_byte_order_mark_at_the_start_and_windows_line_ends_are_taken() -> None:
    (root,) = read("f.yaml", b"\xef\xbb\xbfa: b\r\nc: |-\r\n  d\r\n  e\r\n")

    assert plain(root) == {"a": "b", "c": "d\ne"}


def test_a_list_of_mappings_is_several_trees() -> None:
    assert [plain(root) for root in read("f.yaml", b"- a: b\n- c: d\n")] == [{"a": "b"}, {"c": "d"}]
