"""What a student gets back, by exercise: what failed, the hint, the answer, and the comments on it.

nbgrader makes it (``nbgrader generate_feedback``), and :class:`ByExercise` is one of its preprocessors. The page
is made by ``feedback_page.py``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import ClearMarkScheme, NbGraderPreprocessor
from nbgrader.utils import is_grade, is_locked, is_solution, is_task

from rnnstaff import course, states
from rnnstaff.classroom import outcomes
from rnnstaff.classroom.outcomes import Outcome

_CELL = re.compile(r"\bcell ([\w-]+)")
# What a flag for a student begins with. Others name files of other people, or ask the instructor for something.
_FOR_STUDENTS = re.compile(
    r"(?!.* was removed: )(There was more than one cell |The cells? |The text of |A call from |All cells |The notebook"
    r"|The kernel (died|did not stop)|Another notebook |.+\.ipynb (was graded|is|has|cannot be)\b)"
)
_OTHER = "There was something else, of which your instructor knows."
_NOTES = {
    states.GRADED_OLDER: "You have handed in again since. This is the feedback on what you handed in before.",
    states.GRADED_VERSION: "The assignment was changed after this was graded.",
}


@dataclass
class Exercise:
    """What a student did in an exercise and what came of it: the cells from the one before it to the one that grades.

    Parameters
    ----------
    number : its place on the page, from 1.
    by_hand : whether an instructor gives the points.
    is_waiting : whether these points are still missing.
    scheme : how points are given by hand, as Markdown.
    question, answer : the course's cells, and the student's.
    test : the test cell, if there is one.
    """

    number: int
    title: str
    score: float
    max_score: float
    by_hand: bool
    is_waiting: bool
    scheme: str = ""
    question: list[NotebookNode] = field(default_factory=list)
    answer: list[NotebookNode] = field(default_factory=list)
    test: NotebookNode | None = None
    comment: str = ""

    @property
    def passed(self) -> list[Outcome]:
        """The checks that passed."""
        return [check for check in self._checks if check.passed]

    @property
    def failed(self) -> list[tuple[Outcome, list[str]]]:
        """The checks that failed, those that say the same together: what they say, and their names."""
        found: dict[Outcome, list[str]] = {}
        for check in self._checks:
            if not check.passed:
                found.setdefault(replace(check, check=""), []).append(check.check)
        return list(found.items())

    @property
    def _checks(self) -> Iterator[Outcome]:
        return outcomes.of_cell(self.test) if self.test else iter(())

    @property
    def state(self) -> str:
        """How it went, in a word or two."""
        if self.is_waiting:
            return "not graded yet"
        if self.score >= self.max_score:
            return "all points"
        return "some points" if self.score > 0 else "no points"


@dataclass(frozen=True)
class Feedback:
    """What the page shows of a notebook.

    Parameters
    ----------
    title : of the notebook.
    student : name and id.
    not_graded : why there are no points, a sentence; else empty.
    notes : what was noticed in the submission.
    rest : the cells that belong to no exercise.
    """

    title: str
    student: str
    not_graded: str
    notes: Sequence[str]
    exercises: Sequence[Exercise]
    rest: Sequence[NotebookNode]


class ByExercise(NbGraderPreprocessor):
    """Sort a graded notebook by its exercises, into ``resources["feedback"]``, after ``GetGrades``."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Collect what the page shows."""
        facts = resources["nbgrader"]
        root, unit, student = states.place_of(Path(resources["metadata"]["path"]))
        standing = states.of(root, unit, student)
        source = _source(root, unit, facts["notebook"])
        with Gradebook(facts["db_url"]) as gradebook:
            waiting = {
                grade.name
                for grade in gradebook.find_submission_notebook(facts["notebook"], unit, student).grades
                if grade.needs_manual_grade
            }
            name = _name(gradebook, student)
        exercises, rest = self._sort(nb.cells, source, waiting)
        not_graded = "" if standing.is_graded else standing.reason or f"It is {standing.state}."
        headings = (outcomes.heading(cell.source) for cell in source if cell.cell_type == "markdown")
        resources["feedback"] = Feedback(
            next(filter(None, headings), facts["notebook"]),
            name,
            not_graded,
            [*filter(None, [_NOTES.get(standing.state)]), *_for_students(standing.flags, exercises)],
            exercises,
            rest,
        )
        return nb, resources

    def _sort(
        self, cells: list[NotebookNode], source: list[NotebookNode], waiting: set[str]
    ) -> tuple[list[Exercise], list[NotebookNode]]:
        """Give the exercises, and the cells that belong to none: before the first and after the last."""
        texts = {_begin(cell): cell.source for cell in source if cell.cell_type == "markdown"}
        graded = {cell.metadata.nbgrader.grade_id: cell for cell in source if is_grade(cell) or is_task(cell)}
        exercises: list[Exercise] = []
        rest: list[NotebookNode] = []
        before: list[NotebookNode] = []
        for cell in cells:
            is_own = "nbgrader" not in cell.metadata and _begin(cell) not in texts
            if is_own and exercises and not before:
                exercises[-1].answer.append(cell)
                continue
            if "nbgrader" not in cell.metadata and not is_own and _is_same(cell.source, texts[_begin(cell)]):
                cell.source = texts[_begin(cell)]  # as it was before it was made harmless: it has links, for example
            if not exercises and is_locked(cell) and not is_grade(cell) and not is_task(cell):
                rest, before = [*rest, *before, cell], []
                continue
            before.append(cell)
            if is_grade(cell) or is_task(cell):
                exercises.append(self._exercise(before, graded, texts, waiting, len(exercises) + 1))
                before = []
        return exercises, [*rest, *before]

    def _exercise(
        self,
        cells: list[NotebookNode],
        graded: dict[str, NotebookNode],
        texts: dict[str, str],
        waiting: set[str],
        number: int,
    ) -> Exercise:
        *others, last = cells
        settings = last.metadata.nbgrader
        title = outcomes.title(graded.get(settings.grade_id, last))
        if title == settings.grade_id:  # a name for a program
            above = [outcomes.heading(texts.get(_begin(cell), "")) for cell in others]  # not what a student wrote
            title = next(filter(None, reversed(above)), f"Exercise {number}")
        by_hand = is_solution(last) or is_task(last)
        exercise = Exercise(
            number, title, settings.score, settings.points, by_hand, by_hand and settings.grade_id in waiting
        )
        for cell in others:
            is_theirs = is_solution(cell) or ("nbgrader" not in cell.metadata and _begin(cell) not in texts)
            (exercise.answer if is_theirs else exercise.question).append(cell)
        if is_task(last):
            last.source, exercise.scheme = self._split(last.source)
            exercise.question.append(last)
            exercise.comment = settings.get("comment") or ""
        elif is_solution(last):
            exercise.answer.append(last)
        else:
            exercise.test = last
        return exercise

    def _split(self, text: str) -> tuple[str, str]:
        """Split the text of a task into the question and the mark scheme, without nbgrader's marks."""
        marks = ClearMarkScheme()
        question: list[str] = []
        scheme: list[str] = []
        lines = question
        for line in text.splitlines():
            if marks.begin_mark_scheme_delimeter in line:
                lines = scheme
            elif marks.end_mark_scheme_delimeter in line:
                lines = question
            else:
                lines.append(line)
        return "\n".join(question), "\n".join(scheme)


def _source(root: Path, unit: str, notebook: str) -> list[NotebookNode]:
    """Give the cells of a notebook of the assignment as the course has it; none if it is not there any more."""
    path = root / "source" / unit / f"{notebook}.ipynb"
    return course.read(path).cells if path.is_file() else []


def _name(gradebook: Gradebook, student: str) -> str:
    try:
        found = gradebook.find_student(student)
    except MissingEntry:
        return student
    name = " ".join(filter(None, [found.first_name, found.last_name]))
    return f"{name} ({student})" if name else student


def _begin(cell: NotebookNode) -> str:
    """Give the first line of a cell's text: students write their answer below a question, too."""
    return next((line.strip() for line in cell.source.splitlines() if line.strip()), "")


def _is_same(submitted: str, text: str) -> bool:
    return submitted.split() == text.split()


def _for_students(flags: Sequence[str], exercises: Sequence[Exercise]) -> Iterator[str]:
    """Give the flags that are for students, with the names that they know."""
    names = dict(_cell_names(exercises))

    def named(match: re.Match) -> str:
        return names.get(match[1], f"cell number {int(match[1]) + 1}" if match[1].isdecimal() else "setup cell")

    shown = [_CELL.sub(named, flag) for flag in flags if _FOR_STUDENTS.match(flag)]
    yield from shown
    if len(shown) < len(flags):
        yield _OTHER


def _cell_names(exercises: Sequence[Exercise]) -> Iterator[tuple[str, str]]:
    for exercise in exercises:
        kinds = [("test cell", [exercise.test]), ("answer cell", exercise.answer), ("cell", exercise.question)]
        for kind, cells in kinds:
            for cell in filter(None, cells):
                if grade_id := cell.metadata.get("nbgrader", {}).get("grade_id"):
                    yield grade_id, f"{kind} of “{exercise.title}”"
