"""Which small counts are not shown outside the office, and which others would give them away."""

import heapq
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

Cell = tuple[str, str]
"""Row and column; `TOTAL` stands for all of them."""
TOTAL = ""


def hidden(counts: Mapping[Cell, int], smallest: int, anywhere: str | None = None) -> frozenset[Cell]:
    """Return the cells, and where need be the totals, that must not be shown.

    A small count gives somebody away in a row that says where they live: not in the row `anywhere`. Nor does a
    nought in a row or column of nothing but noughts, whose sum tells as much; it hides nothing else either.

    Whoever knows the totals of rows and columns learns a hidden cell by subtraction exactly where it lies on no
    circle of hidden cells, rows and columns taken as the ends of each. So every small cell is given a circle, of
    cells as small as possible. The sum of all stands, except beside a single small cell: then nothing is shown.
    """
    table = _with_totals(_counted(counts))
    out = {cell for cell, count in table.items() if count < smallest and TOTAL not in cell and cell[0] != anywhere}
    for cell in sorted(out):
        if not _circles(table, out, cell):
            return frozenset(table)
    for line in _lines(table):
        small = [cell for cell in line if cell in out]
        if small and all(table[cell] == smallest - 1 for cell in small):  # as large as they can be: the sum tells
            out |= {min((cell for cell in line if cell not in out), key=table.__getitem__, default=small[0])}
    for cell in sorted(out):
        _circles(table, out, cell)
    return frozenset(out)


def _counted(counts: Mapping[Cell, int]) -> dict[Cell, int]:
    """Return the rows and columns in which something was counted."""
    rows, columns = Counter[str](), Counter[str]()
    for (row, column), count in counts.items():
        rows[row] += count
        columns[column] += count
    return {cell: count for cell, count in counts.items() if rows[cell[0]] and columns[cell[1]]}


def _with_totals(counts: Mapping[Cell, int]) -> dict[Cell, int]:
    """Return a whole table: every row and column crossed, with their sums."""
    rows, columns = sorted({row for row, _ in counts}), sorted({column for _, column in counts})
    table = {(row, column): counts.get((row, column), 0) for row in rows for column in columns}
    table |= {(row, TOTAL): sum(table[row, column] for column in columns) for row in rows}
    table |= {(TOTAL, column): sum(table[row, column] for row in rows) for column in columns}
    return table | {(TOTAL, TOTAL): sum(counts.values())}


def _lines(table: Mapping[Cell, int]) -> Iterator[list[Cell]]:
    """Yield every row and every column with its total."""
    for side in (0, 1):
        for name in sorted({cell[side] for cell in table} - {TOTAL}):
            yield [cell for cell in table if cell[side] == name]


def _circles(table: Mapping[Cell, int], out: set[Cell], cell: Cell) -> bool:
    """Hide what makes a circle through a cell, at the least cost; False where there is none."""
    way = _cheapest(table, out, cell)
    out |= set(way)
    return bool(way)


def _cheapest(table: Mapping[Cell, int], out: Collection[Cell], cell: Cell) -> list[Cell]:
    """Return the cells on the cheapest way from the cell's row to its column, but for the cell itself."""
    start, goal = ("row", cell[0]), ("column", cell[1])
    queue: list[tuple[int, tuple[str, str], list[Cell]]] = [(0, start, [])]
    seen: set[tuple[str, str]] = set()
    while queue:
        cost, place, way = heapq.heappop(queue)
        if place == goal:
            return way
        if place in seen:
            continue
        seen.add(place)
        side = place[0] == "column"
        for other in (one for one in table if one[side] == place[1] and one not in {cell, (TOTAL, TOTAL)}):
            step = ("row", other[0]) if side else ("column", other[1])
            price = 0 if other in out else table[other] + 1
            heapq.heappush(queue, (cost + price, step, [*way, other]))
    return []
