"""Tables of grades: for a spreadsheet, and filled into what Moodle and Canvas export."""

import csv
import shutil

import pytest
from nbformat.v4 import new_markdown_cell
from nbgrader.api import Gradebook
from tiny_course import answer, graded_cell, grades, hand_in, make, rnncourse

from rnnstaff import course
from rnnstaff.classroom import filling, roster, tables
from rnnstaff.course import CourseError

ONE_POINT_LATE = """
from nbgrader.plugins import BasePlugin
class OnePoint(BasePlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return 1
c.AssignLatePenalties.plugin_class = OnePoint
"""
HALF = answer("double", "def double(x):\n    return 2")
CLASS = """\
id,first_name,last_name,email,lms_user_id
ada,Ada,Lovelace,ada@example.org,1001
ben,Ben,Smith,Ben@Example.org,1002
chen,陈,Wei,,1003
dora,Dora,"Díaz, M.",dora@example.org,
eve,Eve,=1+1;=2,eve@example.org,1005
fay,Fay,Nobody,,
"""
MESSAGE = "=cmd|' /C calc'!A0"


def explained(notebook):
    """Answer the question that is graded by hand."""
    notebook.cells[-1].source = "Because."


@pytest.fixture(scope="module")
def root(tmp_path_factory, sandboxed):
    """A class: Ada has points by hand, Ben is late, Chen's are missing, Dora is not graded, and Eve did not hand in."""
    root = make(tmp_path_factory.mktemp("course"), ONE_POINT_LATE)
    path = course.assignment(root, "source", "tiny")
    notebook = course.read(path)
    question = graded_cell("explain", "")
    question = new_markdown_cell("## 3 · Why (4 points)", metadata=question.metadata)
    question.metadata.nbgrader |= {"grade": True, "points": 4, "locked": False, "solution": True}
    notebook.cells.append(question)
    course.write(notebook, path)
    course.nbgrader(root, "generate_assignment", "tiny")
    course.nbgrader(root, "db", "assignment", "add", "tiny", "--duedate=2026-11-20 12:00:00 UTC")
    (root / "class.csv").write_text(CLASS, encoding="utf-8")
    roster.read(root, root / "class.csv")
    hand_in(root, "ada", explained)
    folder = hand_in(
        root, "ben", lambda notebook: (HALF(notebook), answer("three", f"raise OSError({MESSAGE!r})")(notebook))
    )
    (folder / "timestamp.txt").write_text("2026-11-21T12:00:00Z")
    hand_in(root, "chen", explained)
    assert grades(root) == {"ada": 3, "ben": 1, "chen": 3}
    hand_in(root, "dora")
    with Gradebook(f"sqlite:///{root}/gradebook.db") as gradebook:
        grade = gradebook.find_grade("explain", "tiny", "tiny", "ada")
        grade.manual_score, grade.needs_manual_grade = 2.5, False
        gradebook.db.commit()
    return root


@pytest.fixture
def copy(root, tmp_path):
    """The class in a folder of its own."""
    return shutil.copytree(root, tmp_path / "course")


def rows_of(path):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(data.decode("utf-8-sig").splitlines()))


def is_formula(text):
    """Say whether a spreadsheet takes a cell for a formula, also one whose separator is the semicolon."""
    return any(part.lstrip().startswith(tuple("=+-@")) for part in text.split(";"))


def test_exercises_of_a_student_add_up_to_the_score(root):
    result = rnncourse(root, "grades", "ti")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "wrote reports/tiny-by-exercise.csv",
        "No score: dora: handed in",
        "No score: eve: not handed in",
        "No score: fay: not handed in",
    ]
    rows = rows_of(root / "reports" / "tiny-by-exercise.csv")
    found = {}
    for row in rows:
        found.setdefault(row["student_id"], []).append((row["cell"], row["score"], row["max_score"], row["by_hand"]))
    assert found["ada"] == [
        ("test-double", "2.0", "2.0", "no"),
        ("test-three", "1.0", "1.0", "no"),
        ("explain", "2.5", "4.0", "yes"),
    ]
    assert [score for _, score, _, _ in found["ben"]] == ["1.0", "0.0", "0.0", "-1.0"]
    assert [row["exercise"] for row in rows if row["student_id"] == "ben"][-1] == tables.PENALTY
    assert [score for _, score, _, _ in found["chen"]] == ["2.0", "1.0", ""]
    assert {score for name in ("dora", "eve", "fay") for _, score, _, _ in found[name]} == {""}
    assert {row["student_id"]: row["status"] for row in rows} == {
        "ada": "graded",
        "ben": "graded",
        "chen": "graded, manual points are missing",
        "dora": "handed in",
        "eve": "not handed in",
        "fay": "not handed in",
    }
    assert not [cell for row in rows for name, cell in row.items() if name != "score" and is_formula(cell)]


def test_checks_of_a_student_with_their_messages(root, tmp_path):
    path, missing = tables.write(root, "tiny", "check", tmp_path / "checks.csv")
    rows = rows_of(path)
    outcomes = [(row["cell"], row["check"], row["passed"]) for row in rows if row["student_id"] == "ben"]
    assert outcomes == [
        ("test-double", "one is doubled", "yes"),
        ("test-double", "the secret number is doubled", "no"),
        ("test-three", "three is 3", "no"),
    ]
    assert [row["check"] for row in rows if row["student_id"] == "dora"] == [""]
    assert len(missing) == 3
    assert not [cell for row in rows for cell in row.values() if is_formula(cell)]


def test_students_are_as_nbgraders_export_has_them(root, tmp_path):
    path, _ = tables.write(root, "tiny", "student", tmp_path / "students.csv")
    course.nbgrader(root, "export", f"--to={tmp_path / 'grades.csv'}")
    assert rows_of(path) == rows_of(tmp_path / "grades.csv")
    scores = {row["student_id"]: row["score"] for row in rows_of(path)}
    assert scores == {"ada": "5.5", "ben": "0.0", "chen": "3.0", "dora": "", "eve": "", "fay": ""}


# As Moodle 4 writes it: PHP quotes what has a space.
WORKSHEET = """\
\ufeffIdentifier,"Full name","ID number","Email address",Status,Grade,"Maximum grade","Grade can be changed",\
"Last modified (submission)","Last modified (grade)","Feedback comments"
"Participant 811","Ada Lovelace",,ada@example.org,"Submitted for grading - ",,100.00,Yes,\
"Friday, 20 November 2026, 9:05 AM",-,
"Participant 812","Ben Smith",,ben@example.org,"Submitted for grading - Graded - ",1.00,100.00,Yes,\
"Saturday, 21 November 2026, 1:00 PM","Sunday, 22 November 2026, 1:00 PM","<p>Well, ""nearly"",
really</p>"
"Participant 813","Dora Díaz, M.",,dora@example.org,"Submitted for grading - ",12.00,100.00,Yes,-,-,
"Participant 814","Zoe Unknown",,zoe@example.org,"No submission - ",3.00,100.00,Yes,-,-,
"Participant 1001","Eve Moneypenny",,eve@example.org,"No submission - ",7.00,100.00,Yes,-,-,
"""


def fill(root, path, text, column="", encoding="utf-8", newline="\n"):
    """Fill a table, and give its bytes then, and what was said."""
    path.write_bytes(text.replace("\n", newline).encode(encoding))
    filled = filling.fill(root, "tiny", path, column=column)
    return path.read_bytes(), filled


def changed(text, *pairs, encoding="utf-8", newline="\n"):
    """The bytes of a text with these changes, each of what is there once."""
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text.replace("\n", newline).encode(encoding)


def test_moodles_grading_worksheet_is_filled_and_nothing_else_changes(root, tmp_path):
    path = tmp_path / "Grades-tiny-12.csv"
    path.write_bytes(WORKSHEET.encode())
    result = rnncourse(root, "grades", "tiny", f"--into={path}")
    assert result.returncode == 0, result.stderr
    assert path.read_bytes() == changed(
        WORKSHEET,
        ('"Submitted for grading - ",,100.00', '"Submitted for grading - ",78.57,100.00'),
        ('Graded - ",1.00', 'Graded - ",0'),
        ('- ",12.00', '- ",'),
    )
    assert result.stdout.splitlines() == [
        f"filled 2 grades into {path}, column 'Grade'",
        "dora: handed in.",
        "dora: 12.00 was taken out, because it is not the score of what was handed in.",
        "line 6, Participant 814, Zoe Unknown, zoe@example.org: nobody in the roster has this e-mail address or "
        "number.",
        "Not handed in: eve.",
        "In no row: chen, fay.",
        "The roster has neither an e-mail address nor an lms_user_id of fay. Add them to the roster, run `rnncourse "
        "roster FILE`, and fill the table once more.",
        "The scores, of 7 points, are scaled to the 100 of the table.",
    ]


def test_moodles_identifier_counts_where_nothing_speaks_against_it(root, tmp_path):
    text = 'Identifier,"Full name",Grade\n"Participant 1003","陈 Wei",\n"Participant 1001","Grace Hopper",\n'
    now, _ = fill(root, tmp_path / "w.csv", text)
    assert now == changed(text, ('Wei",', 'Wei",3'))
    other = 'Identifier,"Full name","Email address",Grade\nParticipant 1002,Ben Smith,other.ben@example.org,\n'
    with pytest.raises(CourseError, match="No row of"):
        fill(root, tmp_path / "w.csv", other)
    blind = 'Identifier,Status,Grade,"Maximum grade"\n"Participant 1002",x,,7.00\n"Participant 9",x,,7.00\n'
    now, filled = fill(root, tmp_path / "w.csv", blind)
    assert now == changed(blind, ('1002",x,', '1002",x,0'))
    assert "Moodle's Identifier" in filled.notes[0]


GRADEBOOK = [
    ["First name", "Last name", "ID number", "Email address", "Quiz: Tiny (Real)", "Assignment: Tiny (Real)",
     "Assignment: Tiny (Percentage)", "Course total (Real)", "Last downloaded from this course"],
    ["Ada", "Lovelace", "", "ada@example.org", "9,5", "-", "-", "-", "1764000000"],
    ["Dora", "Díaz, M.", "", "dora@example.org", "7,0", "-", "-", "-", "1764000000"],
    ["Wei", "Chen", "1003", "c.wei@example.org", "", "2,00", "-", "-", "1764000000"],
]  # fmt: skip


@pytest.mark.parametrize(
    ("separator", "encoding", "newline"),
    [(",", "utf-8", "\n"), (";", "utf-8-sig", "\r\n"), ("\t", "utf-16", "\r\n"), (";", "cp1252", "\n")],
)
def test_moodles_gradebook_is_filled_in_each_of_its_forms(root, tmp_path, separator, encoding, newline):
    def cell(text):
        return f'"{text}"' if " " in text or separator in text or "," in text else text

    text = "".join(separator.join(map(cell, row)) + "\n" for row in GRADEBOOK)
    now, filled = fill(root, tmp_path / "g.csv", text, "", encoding, newline)
    row = separator.join(["ada@example.org", '"9,5"', ""])
    pairs = (row + "-", row + ('"5,5"' if separator == "," else "5,5")), ('"2,00"', '"3"')
    assert now == changed(text, *pairs, encoding=encoding, newline=newline)
    assert filled.notes[-1] == "The table does not say how many points there are: the grades are of 7 points."


# As Canvas writes it, with a row of its own for posting, and the student of the course's own view.
CANVAS = """\
Student,ID,SIS User ID,SIS Login ID,Section,Tiny (4711),Other (4712),Assignments Current Score,Final Score
,,,,,Manual Posting,,,
    Points Possible,,,,,10.00,5.00,(read only),(read only)
"Lovelace, Ada",1001,,alovelace,RNN-1,,4.50,90.0,90.0
"Wei, 陈",1003,S-3,chen@else.org,RNN-1 and RNN-2,EX,,0.0,0.0
"Díaz, M., Dora",1004,1001,DORA@example.org,RNN-1,,,0.0,0.0
"Smith, Ben",1002,,bsmith,"RNN-1, late",3.00,1002,60.0,60.0
"Student, Test",1099,,7d5f3a,RNN-1,,,,
"""


def test_a_table_that_is_filled_is_as_private_as_before(root, tmp_path):
    path = tmp_path / "c.csv"
    path.write_text(CANVAS)
    path.chmod(0o600)
    filling.fill(root, "tiny", path)
    assert (path.stat().st_mode & 0o777, path.read_text() == CANVAS) == (0o600, False)


@pytest.mark.parametrize(("mark", "newline"), [("", "\n"), ("\ufeff", "\r\n")])
def test_canvas_gradebook_is_filled_and_nothing_else_changes(root, tmp_path, mark, newline):
    now, filled = fill(root, tmp_path / "c.csv", mark + CANVAS, newline=newline)
    pairs = ("alovelace,RNN-1,", "alovelace,RNN-1,7.86"), (",3.00,", ",0,")
    assert now == changed(mark + CANVAS, *pairs, newline=newline)
    assert (filled.count, filled.column) == (2, "Tiny (4711)")
    assert "line 5, chen: 'EX' stays in its place." in filled.notes
    assert "line 8, Student, Test, 7d5f3a: nobody in the roster has this e-mail address or number." in filled.notes
    assert filled.notes[-1] == "The scores, of 7 points, are scaled to the 10 of the table."


def test_canvas_with_semicolons_and_decimal_commas(root, tmp_path):
    text = (
        "LastName;FirstName;ID;SIS Login ID;Section;02 tiny (1)\n    Points Possible;;;;;7,00\nLovelace;Ada;1001;a;S;\n"
    )
    now, filled = fill(root, tmp_path / "c.csv", text, "02 Tiny")
    assert now == changed(text, ("a;S;", "a;S;5,5"))
    assert not [note for note in filled.notes if "scaled" in note]


def test_a_copy_is_filled_and_the_table_stays(root, tmp_path):
    table, copy = tmp_path / "c.csv", tmp_path / "filled.csv"
    table.write_text(CANVAS)
    result = rnncourse(root, "grades", "tiny", f"--into={table}", f"--to={copy}", "--column=Other (4712)")
    assert result.returncode == 0, result.stderr
    assert table.read_text() == CANVAS
    assert "RNN-1,,3.93,90.0,90.0" in copy.read_text()


REFUSED = [
    ("Email address,Tiny\nada@example.org,\nADA@example.org,\n", "", "lines 2 and 3: each could be ada"),
    ("Email address,ID number,Tiny\nada@example.org,1002,\n", "", "line 2, ada@example.org: it could be ada or ben"),
    ("Email address,Tiny\nzoe@example.org,\n", "", "has an e-mail address or a number that the roster has"),
    ("Name,Tiny\nAda,\n", "", "does not say whose its rows are"),
    ("Email address,Week 1,Week 2\nada@example.org,,\n", "", "--column=HEADING, of these: 'Week 1', 'Week 2'"),
    ("Email address,Tiny (1),Tiny (2)\nada@example.org,,\n", "", "Several columns are called tiny"),
    ("Email address,Tiny\nada@example.org,\n", "Email address", "No column is called Email address"),
    ("ID,Tiny,Final Score\n1001,,\nPoints Possible,,(read only)\n", "Final Score", "Canvas works out"),
    ("Identifier,Email address,Grade,Scale\nParticipant 1,ada@example.org,,Good\n", "", "words of a scale"),
    ("Email address,Tiny\nada@example.org\n", "", "line 2 ends before the column 'Tiny'"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "column", "words"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_not_clear_is_refused_and_nothing_is_written(root, tmp_path, text, column, words):
    path = tmp_path / "table.csv"
    path.write_text(text)
    with pytest.raises(CourseError) as raised:
        filling.fill(root, "tiny", path, column=column)
    assert words in str(raised.value)
    assert path.read_text() == text
    assert [*tmp_path.iterdir()] == [path]


def test_two_students_with_one_address_are_named(copy, tmp_path):
    with Gradebook(f"sqlite:///{copy}/gradebook.db") as gradebook:
        gradebook.update_or_create_student("ada2", email="ada@example.org")
    path = tmp_path / "table.csv"
    path.write_text(WORKSHEET)
    result = rnncourse(copy, "grades", "tiny", f"--into={path}")
    assert result.returncode == 1
    assert "run `rnncourse roster FILE`" in result.stderr.splitlines()[0]
    assert "line 2, Participant 811, Ada Lovelace, ada@example.org: it could be ada or ada2" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"), [(["--column=x"], "add --into=FILE"), (["--into=x", "--by=check"], "leave out one of them")]
)
def test_options_that_do_not_go_together_are_said(root, words, said):
    assert said in rnncourse(root, "grades", "tiny", *words).stderr


def test_the_score_of_an_older_hand_in_is_filled_and_said(copy, tmp_path):
    hand_in(copy, "ada", HALF)
    _, filled = fill(copy, tmp_path / "w.csv", WORKSHEET)
    assert "ada: graded by an older hand-in." in filled.notes
    assert filled.count == 2
