"""What an audit has seen, as two pages for authors: ``docs/graders.md`` and ``docs/messages.html``."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

from rnnstaff.authoring.audit import Cell
from rnnstaff.authoring.bank import RIGHT, WRONG

_PAGES = Path(__file__).parent / "pages"


def caught(cells: Sequence[Cell]) -> str:
    """Give how many wrong answers always lose points, such as ``205 of 205``."""
    return _fair(cells, WRONG)


def accepted(cells: Sequence[Cell]) -> str:
    """Give how many right answers always get all points."""
    return _fair(cells, RIGHT)


def _fair(cells: Sequence[Cell], kind: str) -> str:
    seen = [one for cell in cells for one in cell.of(kind)]
    return f"{sum(one.is_fair for one in seen):,} of {len(seen):,}"


def write(root: Path, units: Mapping[str, Sequence[Cell]], seeds: int, killed: Mapping[str, str]) -> list[Path]:
    """Write both pages and give their paths.

    Parameters
    ----------
    units : what was seen, by unit.
    killed : by unit, how many mutants were killed; empty where there were none.
    """
    pages = {"graders.md": False, "messages.html": True}
    written = []
    for name, escape in pages.items():
        environment = Environment(
            loader=FileSystemLoader(_PAGES), autoescape=escape, trim_blocks=True, keep_trailing_newline=True
        )
        environment.filters |= {"caught": caught, "accepted": accepted}
        page = environment.get_template(f"{name}.j2").render(
            units={unit: list(cells) for unit, cells in units.items()}, seeds=seeds, mutated=bool(killed), killed=killed
        )
        path = root / "docs" / name
        path.write_text(page, encoding="utf-8")
        written.append(path)
    return written
