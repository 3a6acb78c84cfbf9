"""A gradebook moves from one database to another, such as from SQLite to PostgreSQL, with all its tables."""

from nbgrader.api import Gradebook
from sqlalchemy import MetaData, NullPool, create_engine, delete, func, insert, select
from sqlalchemy.engine import Connection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError

from rnnstaff import states
from rnnstaff.course import CourseError

_MOST = 1000  # rows at a time


def move(source: str, target: str) -> dict[str, int]:
    """Copy all rows of a gradebook into an empty one, in one transaction; the source stays as it is.

    Parameters
    ----------
    source, target : as SQLAlchemy writes the place of a database, such as ``sqlite:///gradebook.db``.

    Returns
    -------
    by table, the number of rows.

    Raises
    ------
    CourseError : one of them cannot be opened, or the target holds something already.
    """
    try:
        with Gradebook(target):  # makes nbgrader's tables, with the types that this database has
            pass
        before, after = (create_engine(place, poolclass=NullPool) for place in (source, target))
        with before.connect() as old, after.begin() as new:
            return _copy(old, new)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise CourseError(
            f"this names no database, or its driver is missing (pip install 'psycopg[binary]'): {error}"
        ) from error
    except SQLAlchemyError as error:
        raise CourseError(f"the gradebook was not moved: {str(error).splitlines()[0]}") from error


def _copy(old: Connection, new: Connection) -> dict[str, int]:
    there, here = MetaData(), MetaData()
    states.create_table(new)
    there.reflect(old)
    here.reflect(new)
    if "assignment" not in there.tables:
        raise CourseError("the first is no gradebook: it has no assignments.")
    for name in ("assignment", "student"):
        if new.execute(select(func.count()).select_from(here.tables[name])).scalar():
            raise CourseError(f"the second gradebook is not empty: its table {name} has rows.")
    new.execute(delete(here.tables["course"]))  # nbgrader has made the default one
    counts = {}
    for table in there.sorted_tables:  # what others point to comes first
        if table.name == "alembic_version":
            continue
        target = here.tables.get(table.name)
        if target is None:
            raise CourseError(f"the first gradebook has a table that no gradebook of this course has: {table.name}.")
        result = old.execute(select(table))
        counts[table.name] = 0
        while rows := result.mappings().fetchmany(_MOST):
            new.execute(insert(target), [dict(row) for row in rows])
            counts[table.name] += len(rows)
    return counts
