"""A term as docs/instructor.md and docs/student.md describe it: each of their commands, by users of this machine."""

import csv
import os
import re
import shlex
import shutil
import signal
import subprocess
import urllib.request
from pathlib import Path

from lms_archive import archive
from machine_users import people
from nbformat import writes
from tiny_course import answer, make, read_csv
from waiting import PATIENCE, lab_address

from rnnstaff import states
from rnnstaff.classroom import submissions
from rnnstaff.demo import sample_class

ROOT = Path(__file__).parent.parent
EDITION = ROOT / "rnnstaff" / "authoring" / "edition" / "nbgrader_config.py"
DUE, LONG_AGO = "2026-12-01 23:59:00", "2020-12-01 23:59:00"
UNIT, EXCHANGE = "02_simple_rnn_mnist", "/usr/local/share/nbgrader/exchange"


def commands(page, section=""):
    """The commands of a page of the documentation, or of what follows a heading in it."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```$", text[text.index(section) :], re.MULTILINE | re.DOTALL)
    return [line for block in blocks for line in block.splitlines()]


class Term:
    """A course of an instructor, and students with the student edition's settings."""

    def __init__(self, prof, students):
        self.prof, self.students = prof, dict(zip(("ada", "ben"), students, strict=True))
        self.root = make(prof.home / "course", 'c.LateSubmissionPlugin.penalty_method = "zero"\n')
        prof.owns(self.root)
        for student in students:
            shutil.copy(EDITION, student.home)
            student.owns(student.home)

    def fill(self, command):
        """Put what there is here into the places of a command of the documentation."""
        names = {f"={name}": f"={person.name}" for name, person in self.students.items()}
        places = {UNIT: "tiny", EXCHANGE: str(self.prof.exchange), DUE: LONG_AGO, **names}
        for old, new in places.items():
            command = command.replace(old, new)
        return command

    def instructor(self, command):
        """Run a command of the instructor's page, in the course's folder; an administrator's as root."""
        command = self.fill(command)
        if command.startswith("sudo "):
            return subprocess.run(shlex.split(command)[1:], check=True)
        if command == "jupyter lab":
            return self.formgrader()
        return self.prof.does("sh", "-c", command, where=self.root)

    def student(self, name, command):
        """Run a command of the student's page, in the folder of the student edition."""
        return self.students[name].does("sh", "-c", self.fill(command))

    def formgrader(self):
        """Start JupyterLab, look at Formgrader's page, and stop it."""
        words = ["jupyter", "lab", "--no-browser", "--port=0", "--IdentityProvider.token="]
        log = self.prof.home.parent / "lab.log"
        with log.open("w") as stream, subprocess.Popen(
            self.prof.command(*words, where=self.root), stderr=stream, start_new_session=True
        ) as server:  # fmt: skip
            try:
                address, _ = lab_address(server, log)
                with urllib.request.urlopen(f"{address}/formgrader/gradebook", timeout=PATIENCE) as page:
                    assert "Manual Grading" in page.read().decode()
            finally:
                os.killpg(server.pid, signal.SIGTERM)

    def write(self, path, change=lambda notebook: None):
        """Write a notebook that somebody has worked on."""
        notebook = sample_class.answered(self.root, "tiny")
        change(notebook)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(writes(notebook))
        return path


def test_every_command_of_the_documentation_works_in_a_term(sandboxed):
    close, fetch, submit, list_, feedback = commands("student.md", "## Handing in")
    half = answer("double", "def double(x):\n    return 2")
    printed = {}
    with people("prof", "ada", "ben") as (prof, *students):
        term = Term(prof, students)
        ada, ben = (student.name for student in students)

        def roster():
            text = (ROOT / "docs" / "instructor.md").read_text(encoding="utf-8")
            table = re.search(r"```text\n(.*?)```", text, re.DOTALL)[1]
            table = table.replace("\nada,", f"\n{ada},").replace("\nben,", f"\n{ben},")
            (term.root / "roster.csv").write_text(table)

        def students_submit():
            for name in term.students:
                term.student(name, close)
                term.student(name, fetch)
            for name, change in {"ada": half, "ben": half}.items():
                term.write(term.students[name].home / "work" / "release" / "tiny" / "tiny.ipynb", change)
                term.student(name, submit)
                assert "tiny" in term.student(name, list_)

        def again(name):
            term.write(term.students[name].home / "work" / "release" / "tiny" / "tiny.ipynb")
            term.student(name, submit)

        def extend():
            again("ada")
            (term.root / "extensions.csv").write_text(f"assignment,student,until\ntiny,{ada},2099-12-31T23:59:00Z\n")

        def from_lms():
            files = {"Chen Wei_77_assignsubmission_file_/tiny.ipynb": writes(sample_class.answered(term.root, "tiny"))}
            (prof.home / "Downloads").mkdir()
            (prof.home / "Downloads" / "submissions.zip").write_bytes(archive(files))
            prof.owns(prof.home)

        def by_mail():
            term.write(prof.home / "Downloads" / "notebook.ipynb", half)
            prof.owns(prof.home)

        def worksheet():
            rows = [f"Participant 7,{name}@example.org,," for name in ("ada", "ben", "chen")]
            table = ["Identifier,Email address,Grade,Maximum grade", *rows, ""]
            (term.root / "worksheet.csv").write_text("\n".join(table))

        def canvas():
            heading, possible = "Student,ID,SIS Login ID,Simple RNN (4711)", "    Points Possible,,,6.00"
            (term.root / "canvas.csv").write_text(f"{heading}\n{possible}\nDiaz,5,dora@example.org,\n")

        before = {
            "rnncourse roster roster.csv": roster,
            "nbgrader list --inbound": students_submit,
            f"nbgrader collect --update {UNIT}": lambda: again("ben"),
            f"mkdir -p downloaded/{UNIT}/archive": from_lms,
            f"mkdir -p submitted/dora/{UNIT}": by_mail,
            f"nbgrader collect --update --student=ada {UNIT}": extend,
            f"rnncourse grades {UNIT} --into=worksheet.csv": worksheet,
            f'rnncourse grades {UNIT} --into=canvas.csv --column="Simple RNN (4711)"': canvas,
        }
        for command in commands("instructor.md"):
            before.pop(command, lambda: None)()
            printed[command] = term.instructor(command)
            if command.startswith("rnncourse grade"):
                is_extended = (term.root / "extensions.csv").exists()
                wanted = {ada: 3 if is_extended else 2, ben: 3, "chen": 3, "dora": 2}
                assert submissions.scores(term.root, "tiny") == wanted
        assert not before  # each was needed
        assert {standing.state for standing in states.of_all(term.root, "tiny").values()} == {states.GRADED}
        assert "chen, dora" in printed[f"nbgrader release_feedback {UNIT}"]
        rows = read_csv(term.root / "grades.csv")
        # Ada and Ben are late, and Ada has an extension.
        assert {name: float(row["score"]) for name, row in rows.items()} == {ada: 3, ben: 0, "chen": 3, "dora": 2}
        assert {row["duedate"] for row in rows.values()} == {LONG_AGO}
        assert [bool(rows[name]["timestamp"]) for name in (ada, ben, "chen", "dora")] == [True, True, False, False]
        assert rows["chen"]["last_name"] == "Wei"
        with (term.root / "checks.csv").open(encoding="utf-8-sig", newline="") as file:
            failed = {(row["student_id"], row["check"]) for row in csv.DictReader(file) if row["passed"] == "no"}
        assert failed == {("dora", "the secret number is doubled")}
        assert (term.root / "reports" / "tiny-by-exercise.csv").is_file()
        assert re.findall(r",([0-9]),$", (term.root / "worksheet.csv").read_text(), re.MULTILINE) == ["3", "0", "3"]
        assert (term.root / "canvas.csv").read_text().endswith("Diaz,5,dora@example.org,4\n")
        for name, score in {"ada": "3.0", "ben": "0.0"}.items():
            term.student(name, feedback)
            pages = term.students[name].home.glob("work/release/tiny/feedback/*/tiny.html")
            assert (
                f"<strong>{float(score):g}</strong> of 3 points"
                in max(pages, key=lambda path: path.parent.name).read_text()
            )


def test_the_student_editions_settings_are_the_instructors():
    from traitlets.config.loader import PyFileConfigLoader

    theirs, ours = (PyFileConfigLoader(str(path)).load_config() for path in (EDITION, ROOT / "nbgrader_config.py"))
    assert theirs.CourseDirectory.course_id == ours.CourseDirectory.course_id
    for name, value in theirs.Execute.items():
        same = ours.Execute[name] == value if name != "on_cell_start" else type(ours.Execute[name]) is type(value)
        assert same, name
    assert theirs.Execute.timeout > 30
    assert set(theirs) == {"CourseDirectory", "Exchange", "Execute"}  # nothing of how it is graded
