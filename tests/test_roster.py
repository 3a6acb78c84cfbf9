"""The class list, by ``rnncourse roster``: as a spreadsheet saves it, and all of it or nothing."""

import shutil

import pytest
from nbgrader.api import Gradebook
from tiny_course import make, rnncourse

from rnnstaff.classroom import roster
from rnnstaff.course import CourseError

KNOWN = {"ada": ("Ada", "Lovelace", "ada@example.org", None), "zoe": ("Zoë", "Müller", None, "77")}
TABLE = [
    ["ID", "Vorname", "First name", "Surname", "E-Mail Address", "LMS user ID", "Group"],
    ["ada", "", "Ada", "King; Countess", "ada@example.org", "1001", "A"],
    ["zoe", "", "Zoë", "Müller", "", "77", "A"],
    [],
    ["eve", "", 'Eve "E"', "Moneypenny", "Eve@example.org"],
]


def students(root):
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        return {s.id: (s.first_name, s.last_name, s.email, s.lms_user_id) for s in gradebook.students}


def text_of(separator, rows=TABLE):
    def cell(text):
        is_quoted = any(mark in text for mark in (separator, '"'))
        return '"{}"'.format(text.replace('"', '""')) if is_quoted else text

    return "".join(separator.join(map(cell, row)) + "\r\n" for row in rows)


@pytest.fixture(scope="module")
def known(tmp_path_factory):
    """A course that knows some students."""
    root = make(tmp_path_factory.mktemp("course"))
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        for name, (first, last, email, number) in KNOWN.items():
            gradebook.add_student(name, first_name=first, last_name=last, email=email, lms_user_id=number)
        gradebook.add_student("left", email="left@example.org")
    return root


@pytest.fixture
def root(known, tmp_path):
    """A copy of it, which may be changed."""
    return shutil.copytree(known, tmp_path / "course")


@pytest.mark.parametrize(
    ("separator", "encoding"),
    [(",", "utf-8-sig"), (",", "utf-8"), (";", "cp1252"), (";", "utf-8-sig"), ("\t", "utf-16"), ("\t", "cp1252")],
)
def test_a_list_as_excel_saves_it_is_imported_and_said(root, separator, encoding):
    (root / "class.csv").write_bytes(text_of(separator).encode(encoding))
    result = rnncourse(root, "roster", "class.csv")
    assert result.returncode == 0, result.stderr
    guess = "class.csv does not say how its letters are written; read as Windows writes them in the West, it has "
    assert result.stdout.splitlines() == [
        "added: eve",
        "changed: ada: last_name Lovelace → King; Countess, lms_user_id nothing → 1001",
        "unchanged: 1",
        "not in class.csv, left as they are: left",
        *(
            [f"{guess}Zoë, Müller. If that is wrong, save it as CSV UTF-8 and import it once more."]
            * (encoding == "cp1252")
        ),
        "columns that were ignored: Vorname, Group",
    ]
    assert students(root) == {
        "ada": ("Ada", "King; Countess", "ada@example.org", "1001"),
        "zoe": KNOWN["zoe"],
        "eve": ('Eve "E"', "Moneypenny", "Eve@example.org", None),
        "left": (None, None, "left@example.org", None),
    }
    again = rnncourse(root, "roster", "class.csv").stdout.splitlines()
    assert again[:2] == ["added: nobody", "unchanged: 3"]


def test_a_column_that_is_not_there_changes_nothing_and_an_empty_cell_takes_away(root):
    (root / "class.csv").write_text("sep=;\nlast_name;username\n;ada\n")
    assert rnncourse(root, "roster", "class.csv").returncode == 0
    assert students(root)["ada"] == ("Ada", None, "ada@example.org", None)


def test_a_row_that_ends_early_takes_away_nothing(root):
    (root / "class.csv").write_text("id,first_name,email,lms_user_id\nada,Ada\nzoe,Zoe,\n")
    assert rnncourse(root, "roster", "class.csv").returncode == 0
    assert students(root)["ada"] == KNOWN["ada"]
    assert students(root)["zoe"] == ("Zoe", "Müller", None, "77")


BAD = {
    "id,email\nnew,new@example.org\n,who@example.org\n": "line 3: its id is missing.",
    "id,email\nnew,new@example.org\n\n../new,\n": "line 4: '../new' cannot be the name of a folder.",
    "id,email\nnew,new@example.org\ncat[1],\n": "line 3: 'cat[1]' cannot be the name of a folder.",
    'id,name\nnew,"two\nlines"\nnew,\n': "lines 2 and 4: they have the same id, 'new'.",
    "id,email\nnew,new@example.org\nother,New@example.org\n": "lines 2 and 3: they have the same email",
    "id,email\nnew,new@example.org\nAda,\n": "line 3: 'Ada' is known as 'ada'.",
    "id,email\nnew,new@example.org\nother,example.org\n": "line 3: 'example.org' is no e-mail address.",
    "id;canvas id\nnew;1\nother;1,23E+11\n": "line 3: '1,23E+11' is a number that Excel shortened",
    "id,email\nnew,new@example.org\nother,o@example.org,Smith\n": "line 3: it has 3 cells, and the first row has 2.",
    f"id\nnew\n{'x' * 129}\n": "line 3: id has more than 128 characters.",
    "name,email\nnew,new@example.org\n": "has no column `id`",
    "id,username\nnew,new\n": "'id' and 'username' both mean id",
    'id,name\nnew,a"b,"c\n"d,e\n': "line 2: a quotation mark is missing",
    "\n \n": "class.csv is empty.",
}


@pytest.mark.parametrize(("text", "words"), BAD.items(), ids=range(len(BAD)))
def test_a_bad_row_is_named_by_its_line_and_nothing_is_imported(known, tmp_path, text, words):
    before = students(known)
    path = tmp_path / "class.csv"
    path.write_text(text)
    with pytest.raises(CourseError) as raised:
        roster.read(known, path)
    assert words in str(raised.value)
    assert students(known) == before


def test_all_bad_rows_are_said_by_the_command(known, tmp_path):
    path = tmp_path / "class.csv"
    path.write_text("id,email\n,who@example.org\na/b,\n")
    result = rnncourse(known, "roster", str(path))
    assert (result.returncode, result.stderr.splitlines()) == (
        1,
        [
            f"rnncourse: {path} was not imported; correct it and try again.",
            "line 2: its id is missing.",
            "line 3: 'a/b' cannot be the name of a folder.",
        ],
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"PK\x03\x04 and more", "class.csv is a workbook. In Excel, choose Save As, and CSV UTF-8."),
        (b"id\nnew\x81\xff\n", "class.csv is no text that can be read"),
        (b"i\0d\0\n\0", "class.csv is no text that can be read"),
        (None, "class.csv cannot be read: No such file"),
    ],
)
def test_what_is_no_table_says_what_to_do(known, tmp_path, data, words):
    path = tmp_path / "class.csv"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(CourseError, match=words):
        roster.read(known, path)
