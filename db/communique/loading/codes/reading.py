"""Codes of reading: characters, syntax, and what no file may do."""

from __future__ import annotations

from typing import Final

from .explained import Explained

CODES: Final[dict[str, Explained]] = {
    "E101": Explained(
        "The file is not UTF-8.",
        "Save it as UTF-8; `iconv -f latin1 -t utf-8` converts the most common other encoding.",
        "bad.yaml:2:14: E101: not UTF-8 at byte 0xE9. Hint: save it as UTF-8 in "
        "your editor, or for example with iconv -f latin1 -t utf-8.",
    ),
    "E102": Explained(
        "The file is UTF-16.",
        "Save it as UTF-8.",
        "bad.yaml:1:1: E102: UTF-16 found; only UTF-8 is read. Hint: save the file as UTF-8.",
    ),
    "E103": Explained(
        "An invisible byte order mark stands inside the text; only the first "
        "character of a file may be one.",
        "Delete it.",
        "bad.yaml:3:13: E103: invisible byte order mark U+FEFF inside the text. Hint: delete it.",
    ),
    "E104": Explained(
        "A control character, or NUL, which PostgreSQL cannot store.",
        "Delete it.",
        "bad.yaml:3:13: E104: control character U+0000. Hint: delete it; if there are "
        "many, save as UTF-8.",
    ),
    "E105": Explained(
        "An escape for half a character.",
        "Write the character itself.",
        "bad.yaml:2:17: E105: an escape that is no character. Hint: write the character itself.",
    ),
    "E106": Explained(
        "A line break that YAML would turn into a space, or any line break in a name.",
        "Use plain line feeds; write names in one line.",
        "bad.yaml:2:15: E106: line break U+0085 that is not a line feed. Hint: use a "
        'plain line feed, or write "\\N" between double quotation marks.',
    ),
    "E107": Explained(
        "An invisible sign that turns the direction of writing, outside an excerpt.",
        "Delete it.",
        "bad.yaml:21:11: E107 actors.bo-berg.name.text: invisible sign U+202A that "
        "turns the direction of writing. Hint: delete it; right-to-left text is shown "
        "right without it.",
    ),
    "W107": Explained(
        "An excerpt holds such a sign because the article does.",
        "Nothing, when the words are right; they are kept as printed.",
        "bad.yaml:6:20: W107 article.evidence.says: the article's words hold an "
        "invisible sign that turns the direction of writing. Hint: read the excerpt "
        "again; it is kept as printed.",
    ),
    "E108": Explained(
        "A name or slug is not in Unicode's composed form (NFC).",
        "Write the form that the hint shows.",
        "bad.yaml:21:11: E108 actors.bo-berg.name.text: not in composed form (Unicode "
        'NFC). Hint: write "Bo é Berg": it only looks the same, so paste it from here.',
    ),
    "E109": Explained(
        "An invisible sign in a name, title or slug: nobody sees that it is another name.",
        "Delete it. The joiners that Persian and Indic words need are read.",
        "bad.yaml:2:14: E109 topics.t.label: invisible sign U+00AD in a name. Hint: "
        "delete it; two names would look alike.",
    ),
    "E110": Explained(
        "A character that is private, unassigned or none at all.",
        "Write the character that is meant.",
        "bad.yaml:3:13: E110: U+E000 is private, unassigned or not a character. Hint: "
        "write the character that is meant.",
    ),
    "E201": Explained(
        "The file is not YAML, or the line not JSON.",
        "Follow the hint: most often a value needs quotation marks.",
        "bad.yaml:2:1: E201: a tab stands in the indentation. Hint: indent with spaces.",
    ),
    "E202": Explained(
        "A ` #` begins a remark, and the text behind it would be lost.",
        "Quote the value, or put the remark on a line of its own.",
        'bad.yaml:33:12: E202: text after " #" would be lost. Hint: quote the value, '
        "or put the comment on a line of its own.",
    ),
    "E203": Explained(
        "A key stands twice in one mapping.",
        "Keep one.",
        'bad.yaml:49:5: E203: the key "kind" stands twice; first at 48:5. Hint: keep one of them.',
    ),
    "E204": Explained(
        "A second document, or a second object in a line.",
        "One file is one document; one line is one object.",
        "bad.yaml:3:1: E204: a second document begins here. Hint: one file holds one "
        "document; delete the line `---`.",
    ),
    "E205": Explained(
        "The file holds no record.",
        "Begin with a section, or delete the file.",
        "bad.yaml:1:1: E205: the file holds no record. Hint: begin with a section "
        "such as `article:` or `actors:`.",
    ),
    "E206": Explained(
        "The file is neither a mapping of sections nor a list of such mappings.",
        "Begin with a section such as `article:`.",
        "bad.yaml:1:1: E206: the top level must be a mapping of sections, or a list "
        "of such mappings. Hint: begin with a section such as `article:` or "
        "`actors:`.",
    ),
    "E208": Explained(
        "A merge key, `<<`.",
        "Write the keys out.",
        "bad.yaml:33:5: E208: `<<` copies no keys here. Hint: write the keys out.",
    ),
    "E209": Explained(
        "A key that is a list or a mapping.",
        "Quote it if it is text.",
        "bad.yaml:2:5: E209: a key must be text. Hint: quote it if it begins with [ or {.",
    ),
    "E211": Explained(
        "A YAML directive: a line that begins with %.",
        "Delete it.",
        "bad.yaml:1:1: E211: a line that begins with % is not read. Hint: delete the "
        "line that begins with %.",
    ),
    "E213": Explained(
        "Text over several lines, which YAML folds: words would change.",
        "Write one line, or a block with `|-`.",
        "bad.yaml:33:12: E213: text over several lines is folded, which changes its "
        "words. Hint: write one line, or use `|-`; look for an open bracket or a "
        "wrong indentation too.",
    ),
    "E301": Explained(
        "An anchor or alias.",
        "Write the value out, or quote it.",
        "bad.yaml:1:4: E301: an anchor (&) or alias (*) is not read. Hint: write the "
        'value out, or quote it if it begins with "&".',
    ),
    "E302": Explained(
        "A tag.",
        "Delete it, or quote the value.",
        "bad.yaml:33:12: E302: a tag such as !!str is not read. Hint: delete the tag, "
        'or quote the value if it begins with "!".',
    ),
    "E303": Explained(
        "Nested too deep.",
        "Put fewer brackets or lists inside each other.",
        "bad.yaml:1:23: E303: nested deeper than 20 levels. Hint: put fewer brackets "
        "or lists inside each other, or quote it if it is text.",
    ),
    "E304": Explained(
        "The file is too large.",
        "Split it.",
        "bad.yaml:1:1: E304: the file has more than 5,000,000 bytes. Hint: split it "
        "into several files.",
    ),
    "E305": Explained(
        "One value, or the text of an article, is too long.",
        "Put an article into its own text file; split what is longer.",
        "bad.yaml:5:14: E305 article.text_file: the text is longer than 5,000,000 "
        "bytes. Hint: record the part that is quoted as an article of its own.",
    ),
    "E306": Explained(
        "Too many values, keys or files.",
        "Split the file; load folder by folder.",
        "bad.yaml:1:150001: E306: more than 50,000 values in one file. Hint: split it "
        "into several files.",
    ),
    "E309": Explained(
        "A file was written while it was being loaded.",
        "Load again.",
        "oslo.txt:1:1: E309: changed while it was being loaded. Hint: load again.",
    ),
}
