"""What is hidden cannot be found by subtraction: every hidden small cell could be something else."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from reports.suppression import TOTAL, hidden

SMALLEST = 5
TABLES = st.integers(1, 5).flatmap(
    lambda rows: st.integers(1, 5).flatmap(
        lambda columns: st.lists(st.integers(0, 12), min_size=rows * columns, max_size=rows * columns).map(
            lambda counts: {(f"r{n // columns}", f"c{n % columns}"): count for n, count in enumerate(counts)}
        )
    )
)


def known(cells: dict[tuple[str, str], int], out: frozenset[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the hidden cells whose value the sums of rows and columns determine (Gauss, exactly)."""
    rows, columns = sorted({row for row, _ in cells}), sorted({column for _, column in cells})
    lines = [[*((row, column) for column in columns), (row, TOTAL)] for row in [*rows, TOTAL]]
    lines += [[*((row, column) for row in rows), (TOTAL, column)] for column in [*columns, TOTAL]]
    unknown = sorted(out)
    matrix = []
    for line in lines:
        *parts, total = line
        weights = {cell: Fraction(1) for cell in parts} | {total: Fraction(-1)}
        matrix.append([weights.get(cell, Fraction(0)) for cell in unknown])
    pivots: list[int] = []
    for column in range(len(unknown)):
        row = next((row for row in range(len(pivots), len(matrix)) if matrix[row][column]), None)
        if row is None:
            continue
        at = len(pivots)
        matrix[at], matrix[row] = matrix[row], matrix[at]
        matrix[at] = [value / matrix[at][column] for value in matrix[at]]
        for other in range(len(matrix)):
            if other != at and matrix[other][column]:
                factor = matrix[other][column]
                matrix[other] = [a - factor * b for a, b in zip(matrix[other], matrix[at], strict=True)]
        pivots.append(column)
    return {unknown[column] for at, column in enumerate(pivots) if sum(map(bool, matrix[at])) == 1}


@given(cells=TABLES)
def test_no_small_cell_can_be_found_by_subtraction(cells: dict[tuple[str, str], int]) -> None:
    out = hidden(cells, SMALLEST)
    rows, columns = ({cell[side] for cell, count in cells.items() if count} for side in (0, 1))
    small = {one for one, count in cells.items() if count < SMALLEST and one[0] in rows and one[1] in columns}
    assert small <= out
    assert small & known(cells, out) == set()


def test_a_table_of_large_counts_is_shown_whole() -> None:
    assert hidden({("a", "x"): 5, ("a", "y"): 9, ("b", "x"): 7, ("b", "y"): 30}, SMALLEST) == frozenset()


def test_one_small_cell_takes_a_circle_of_the_smallest_with_it() -> None:
    cells = {("a", "x"): 2, ("a", "y"): 9, ("b", "x"): 70, ("b", "y"): 300, ("c", "x"): 90, ("c", "y"): 8}
    assert hidden(cells, SMALLEST) == {("a", "x"), ("a", "y"), ("c", "x"), ("c", "y")}


def test_a_single_small_cell_hides_even_the_sum_of_all() -> None:
    assert (TOTAL, TOTAL) in hidden({("a", "x"): 3}, SMALLEST)


def test_where_nothing_was_counted_nothing_is_hidden() -> None:
    assert hidden({("a", "x"): 0, ("b", "y"): 0}, SMALLEST) == frozenset()
    cells = {("a", "x"): 9, ("a", "y"): 0, ("b", "x"): 8, ("b", "y"): 0}
    assert hidden(cells, SMALLEST) == frozenset(), "the sum of the column tells that too"


def test_a_small_count_of_people_who_live_anywhere_is_hidden_only_for_the_sake_of_another() -> None:
    assert hidden({("-", "x"): 1, ("-", "y"): 2}, SMALLEST, "-") == frozenset()
    cells = {("-", "x"): 1, ("-", "y"): 2, ("a", "x"): 3, ("a", "y"): 9}
    assert hidden(cells, SMALLEST, "-") == {*cells}
