"""What a refused record leaves for those that refer to it."""

from __future__ import annotations

from pathlib import Path

from communique.loading import check
from tests.loading.archives import TODAY, archive


def test_an_office_that_was_refused_names_nobody(tmp_path: Path) -> None:
    """Its own complaint stands beside the doubt about the speaker; nothing breaks."""
    outside = "evidence: {basis: outside, note: x}"
    carl = (
        f"kind: person, name: {{text: Carl Dahl, {outside}}}, tenures: [{{office: o, {outside}}}]"
    )
    folder = archive(
        tmp_path / "a",
        files={
            "z.txt": "Yes, he said.",
            "z.yaml": "article: {text_file: z.txt}\n"
            f"actors: {{carl: {{{carl}}}}}\n"
            "offices: {o: {title: O, level: nothing}}\n"
            "quotes: [{by: carl, remarks: [{direct: Yes}]}]\n",
        },
    )

    assert {each.code for each in check([folder], today=TODAY).complaints} == {"E404", "W614"}
