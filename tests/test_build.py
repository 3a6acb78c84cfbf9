"""The build: what students get gives nothing away, and nothing built is stale."""

import shutil

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from rnnstaff import course
from rnnstaff.authoring import build, check, outputs
from rnnstaff.course import CourseError

ROOT = course.find_root()
UNITS = course.units(ROOT)


@pytest.fixture
def work():
    with build.workspace(ROOT) as folder:
        yield folder


def edit(path, change):
    notebook = course.read(path)
    change(notebook)
    course.write(notebook, path)


def first(notebook, mark):
    return next(cell for cell in notebook.cells if mark in cell.source)


@pytest.fixture(scope="module")
def released():
    """A workspace in which all assignments were released."""
    with build.workspace(ROOT) as folder:
        for unit in UNITS:
            build.release(folder, unit)
        yield folder


@pytest.mark.parametrize("unit", UNITS)
def test_the_stored_release_is_what_the_source_gives_and_holds_no_answer(unit, released):
    stored = course.assignment(ROOT, "release", unit)
    assert course.assignment(released, "release", unit).read_bytes() == stored.read_bytes()
    source = course.read(course.assignment(ROOT, "source", unit))
    assert list(check._leaks(source, course.read(stored), unit)) == []


@pytest.mark.parametrize("unit", UNITS)
def test_the_stored_solution_is_what_the_source_gives(unit, released):
    solution = build.solution(released, unit)
    assert build.solution_is_fresh(course.assignment(ROOT, "solutions", unit), solution)


@pytest.mark.parametrize("unit", UNITS)
def test_points_outputs_and_format_of_the_source_are_right(unit):
    source = course.read(course.assignment(ROOT, "source", unit))
    assert [*check._format(source, unit), *check._source(source, unit)] == []


@pytest.mark.parametrize("path", course.lessons(ROOT), ids=lambda path: path.stem)
def test_a_lesson_holds_the_outputs_of_its_own_code_and_says_what_they_show_and_take(path):
    lesson = course.read(path)
    assert [
        problem for look in (check._format, check._outputs, check._texts) for problem in look(lesson, path.name)
    ] == []


@pytest.mark.parametrize(
    ("metadata", "lacking"),
    [
        ({}, ["alt text", "its width on the page"]),
        ({"alt": "A curve."}, ["its width on the page"]),
        ({"alt": "A curve.", "width": 900, "height": 300}, []),
    ],
)
def test_a_figure_without_alt_text_or_width_is_found(metadata, lacking):
    output = new_output("display_data", {"image/png": "iVBORw0KGgo="}, metadata={"image/png": metadata})
    notebook = new_notebook(cells=[new_code_cell("plot()", id="figure", outputs=[output])])
    notebook.metadata = {outputs.metadata.OURS: {"outputs_of": outputs.fingerprint(notebook)}}
    assert list(check._outputs(notebook, "a.ipynb")) == [
        f"a.ipynb: cell figure shows a figure without {words}: use plotting.show(figure, alt=…)." for words in lacking
    ]


@pytest.mark.parametrize(
    ("mark", "given_away"),
    [
        ("BEGIN HIDDEN TESTS", 'with checks("a class that never occurs has its column of zeros"):'),
        ("BEGIN SOLUTION", "    return keras.utils.to_categorical(labels, num_labels)"),
    ],
)
def test_a_hidden_line_that_is_shown_is_found(mark, given_away, work):
    path = course.assignment(work, "source", UNITS[0])
    source = course.read(path)
    release = course.read(path)
    end = mark.replace("BEGIN", "END")
    first(source, mark).source = f"### {mark}\n{given_away}\n### {end}"
    for cell in release.cells:
        cell.source = "nothing"
    release.cells[3].source = given_away
    assert [problem for problem in check._leaks(source, release, "release") if given_away.strip() in problem]


def test_a_mark_that_is_left_in_the_release_is_found(work):
    release = course.read(course.assignment(work, "source", UNITS[0]))
    found = list(check._leaks(release, release, "release"))
    assert "release holds the mark BEGIN HIDDEN TESTS." in found
    assert "release holds the mark BEGIN SOLUTION." in found


def test_points_that_differ_from_the_code_are_found(work):
    path = course.assignment(work, "source", UNITS[0])
    edit(path, lambda notebook: first(notebook, "Checks(points=").metadata.nbgrader.update(points=99))
    assert ["99 points" in problem for problem in check._source(course.read(path), "source")] == [True]


@pytest.fixture
def copy(course_root):
    """A course with what is built, to be made stale."""
    for folder in ("release", "solutions"):
        shutil.copytree(ROOT / folder, course_root / folder)
    for unit in UNITS[1:]:  # one unit is enough
        for folder in ("source", "release", "solutions"):
            shutil.rmtree(course_root / folder / unit, ignore_errors=True)
    return course_root


@pytest.mark.slow
def test_a_build_of_the_same_sources_gives_the_same_bytes_twice(copy):
    def contents():
        return {
            path: path.read_bytes() for folder in ("release", "solutions") for path in (copy / folder).rglob("*.ipynb")
        }

    shutil.rmtree(copy / "release")
    shutil.rmtree(copy / "solutions")
    build.build(copy)
    once = contents()
    assert build.build(copy) == []
    build.build(copy, force=True)
    assert contents() == once


@pytest.mark.slow
def test_check_finds_what_is_stale_and_what_a_student_would_trip_over(copy):
    assert list(check.problems(copy)) == []
    source = course.assignment(copy, "source", UNITS[0])

    edit(source, lambda notebook: notebook.cells[0].update(source="# Another title"))
    found = "\n".join(check.problems(copy))
    assert f"release {UNITS[0]} is stale" in found
    assert f"solutions {UNITS[0]} is stale" in found

    edit(
        source,
        lambda notebook: first(notebook, "BEGIN SOLUTION").update(
            source="### BEGIN SOLUTION\n### END SOLUTION\n1 / 0 ("
        ),
    )
    assert "fails with SyntaxError" in "\n".join(check.problems(copy))


def as_saved_by_another_editor(notebook):
    notebook.metadata.kernelspec = {"name": "my-env", "display_name": "my-env (3.12.1)", "language": "python"}
    notebook.metadata.language_info.version = "3.12.1"
    notebook.metadata.vscode = {"interpreter": {"hash": "aee8"}}


def test_the_kernel_of_an_authors_editor_goes_into_no_release(work):
    unit = UNITS[0]
    before = build.release(work, unit).read_bytes()
    edit(course.assignment(work, "source", unit), as_saved_by_another_editor)
    assert build.release(work, unit).read_bytes() == before


def test_a_lesson_and_a_solution_that_an_editor_saved_are_found_and_put_right(copy):
    lesson = copy / "notebooks" / "lesson.ipynb"
    solution = course.assignment(copy, "solutions", UNITS[0])
    course.write(course.read(solution), lesson)
    before = lesson.read_bytes()
    for path in (lesson, solution):
        edit(path, as_saved_by_another_editor)
    assert any("lesson.ipynb names a kernel" in problem for problem in check._kernel(course.read(lesson), lesson.name))
    with build.workspace(copy) as work:
        build.release(work, UNITS[0])
        assert not build.solution_is_fresh(solution, build.solution(work, UNITS[0]))
    solution.write_bytes(before)
    assert build.build(copy) == [lesson]
    assert lesson.read_bytes() == before


def test_outputs_of_other_code_are_found(copy):
    path = course.assignment(copy, "solutions", UNITS[0])
    edit(path, lambda notebook: next(course.code_cells(notebook)).update(source="1 + 1"))
    assert not outputs.is_fresh(course.read(path))


def test_a_lesson_that_fails_keeps_its_stored_outputs(copy):
    path = copy / "notebooks" / "broken.ipynb"
    source = course.read(course.assignment(copy, "solutions", UNITS[0]))
    source.cells = [new_code_cell("1 / 0", id="a", execution_count=7)]
    course.write(source, path)
    before = path.read_bytes()
    with pytest.raises(CourseError, match=r"broken\.ipynb: cell a failed(.|\n)*ZeroDivisionError"):
        build._run_lesson(path, lambda *_: None)
    assert path.read_bytes() == before


def test_a_folder_that_is_no_course_is_told_so(tmp_path):
    with pytest.raises(CourseError, match="run this in the course's folder"):
        course.find_root(tmp_path)


@pytest.mark.parametrize(
    ("raw", "stored"),
    [
        (
            "Epoch 1/2\n10/10 - 0s - 16ms/step - accuracy: 0.5 - loss: 1.7\n",
            "Epoch 1/2\n10/10 - accuracy: 0.5 - loss: 1.7\n",
        ),
        ("469/469 ━━━━━━━━ 31s 64ms/step - loss: 0.7446\n", "469/469 - loss: 0.7446\n"),
        ("10%|█ | 1/10\r100%|██| 10/10\n", "100%|██| 10/10\n"),
        ("It took 3 steps\n", "It took 3 steps\n"),
    ],
)
def test_timings_and_progress_are_taken_out_of_stored_outputs(raw, stored):
    notebook = course.read(course.assignment(ROOT, "source", UNITS[0]))
    cell = next(course.code_cells(notebook))
    cell.outputs = [
        {"output_type": "stream", "name": "stdout", "text": raw[:5]},
        {"output_type": "stream", "name": "stdout", "text": raw[5:]},
        {"output_type": "display_data", "data": {"application/vnd.jupyter.widget-view+json": {}}, "metadata": {}},
    ]
    cell.outputs = [course.nbformat.from_dict(output) for output in cell.outputs]
    outputs.seal(notebook)
    assert [output.text for output in cell.outputs] == [stored]


def test_a_timed_cell_keeps_its_outputs_while_its_code_stays(work):
    before = course.read(course.assignment(work, "source", UNITS[0]))
    cell = next(course.code_cells(before))
    cell.metadata.tags = [outputs.TIMED_TAG]
    now = course.nbformat.reads(course.nbformat.writes(before), as_version=4)
    cell.outputs = [new_output("stream", text="12 s")]
    again = next(course.code_cells(now))
    again.outputs = [new_output("stream", text="13 s")]
    outputs.seal(now, before)
    assert again.outputs[0].text == "12 s"
    again.source += "\n"
    again.outputs = [new_output("stream", text="14 s")]
    outputs.seal(now, before)
    assert again.outputs[0].text == "14 s"
