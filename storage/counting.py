"""The statements by which reports count: what is open, held, answered, late, judged and followed up in a period.

Nothing here reads words, names or the petitions that ended before the period: a week costs what a week holds.
"""

from collections.abc import Mapping

from sqlalchemy import TextClause, text

from petitions.kinds import OF_ANSWERS
from storage.tables import LIFE, SHARE_LIFE

# Of all petitions only those are read whose life touches the period: an index has the lives as ranges.
# A petition is open from its filing until it ends, and again from a dispute until it ends anew. Columns tell the
# one time of most; of the few that were taken up again, or ended twice, the entries that state `closed_at` do.
TOUCHES = f"{LIFE} && tstzrange(CAST(:start AS timestamptz), CAST(:end AS timestamptz), '[]')"
_SPELLS = f"""
WITH touched AS (
    SELECT id, code, kind, field, level, source, lead AS led, residential_group, status, filed_at, closed_at,
           first_answer_at, first_answer_due, signed_off_at
      FROM petitions
     WHERE programme = :programme AND filed_at < :end
       AND (closed_at IS NULL OR closed_at >= :start OR filed_at >= :start)
       AND {TOUCHES}
), again AS MATERIALIZED (
    SELECT * FROM touched WHERE id IN (SELECT petition_id FROM entries WHERE act IN ('dispute', 'denounce'))
), stated AS (
    SELECT e.petition_id AS id, e.position, e.at, e.act, e.facts->>'closed_at' IS NOT NULL AS shut
      FROM again CROSS JOIN LATERAL (
           -- OFFSET keeps them looked up one petition after the other: the table of entries is never read through.
           SELECT * FROM entries WHERE petition_id = again.id AND facts ? 'closed_at' AND act <> 'undo' OFFSET 0) e
     WHERE NOT EXISTS (SELECT FROM entries u WHERE u.petition_id = e.petition_id AND u.act = 'undo'
                          AND (u.facts->>'undone')::int = e.position)
), followed AS (
    SELECT *, lag(shut, 1, false) OVER each AS was_shut FROM stated
    WINDOW each AS (PARTITION BY id ORDER BY position)
), turned AS (
    SELECT id, at, shut, lead(at) OVER each AS next, row_number() OVER each AS number,
           CASE act WHEN 'guide' THEN 'guided' WHEN 'withdraw' THEN 'withdrawn' WHEN 'merge' THEN 'merged'
                    WHEN 'split' THEN 'split' WHEN 'store' THEN 'stored' WHEN 'denounce' THEN 'stored'
                    ELSE 'closed' END AS how
      FROM followed WHERE shut <> was_shut
    WINDOW each AS (PARTITION BY id ORDER BY position)
), spells AS (
    SELECT t.id, t.filed_at AS opened, turned.at AS ended, true AS first, turned.how
      FROM again t LEFT JOIN turned ON turned.id = t.id AND turned.number = 1
    UNION ALL
    SELECT opening.id, opening.at, opening.next, false, ending.how
      FROM turned opening LEFT JOIN turned ending
        ON ending.id = opening.id AND ending.number = opening.number + 1
     WHERE NOT opening.shut
), whole AS (
    SELECT touched.*, filed_at AS opened, closed_at AS ended, true AS first, status AS how
      FROM touched WHERE id NOT IN (SELECT id FROM again)
    UNION ALL
    SELECT again.*, opened, ended, first, how FROM spells JOIN again USING (id)
), lives AS (
    SELECT *, first AND opened >= :start AND opened < :end AS comes, ended >= :start AND ended < :end AS ends,
           opened < :end AND (ended IS NULL OR ended >= :end) AS stays
      -- OFFSET keeps it from being worked out anew for each figure.
      FROM whole OFFSET 0
)
"""  # noqa: S608 - our own expression
# A body has what was referred to it and it has not answered, and keeps what was signed off: until its resident has
# said whether that is solved, it `awaits`, and nobody has it in hand. All else is the office's.
_HELD = f"""{_SPELLS}, placed AS (
    -- What is looked up for each stands in the CASE: of what has ended nothing is.
    SELECT *, CASE WHEN stays THEN (
           SELECT ARRAY[CASE WHEN awaits OR at_work AND NOT given THEN body END, CASE WHEN awaits THEN body END,
                        CASE WHEN at_work AND silent THEN body END]
             FROM (SELECT body, coalesce(answered_at < :end, false) AS given,
                          accepted_at IS NULL OR accepted_at >= :end AS silent,
                          ended_at IS NULL OR ended_at >= :end AS at_work,
                          status = 'signed_off' AND ended_at < :end AND NOT EXISTS (
                              SELECT FROM entries e WHERE e.petition_id = r.petition_id AND e.act = 'dispute'
                                 AND e.at >= r.ended_at AND e.at < :end) AS awaits
                     FROM referrals r
                    WHERE r.petition_id = lives.id AND r.lead AND r.sent_at < :end
                    ORDER BY r.id DESC LIMIT 1) share) END AS place
      FROM lives OFFSET 0
), held AS MATERIALIZED ( -- planned apart, so that what is counted of it is hashed and not sorted
    SELECT *, place[2] IS NOT NULL AS awaits, place[3] IS NOT NULL AS silent,
           CASE WHEN stays THEN place[1] WHEN signed_off_at IS NOT NULL THEN led END AS lead
      FROM placed
)
"""  # noqa: S608 - our own words
_IN = "{0} >= :start AND {0} < :end"
_OPEN_AFTER = "stays"
_WAITS = f"{_OPEN_AFTER} AND filed_at < CAST(:end AS timestamptz) - interval '{{}} days'"
_FILED, _ENDED = "comes", "ends"
_COUNTED: Mapping[str, str] = {
    "received": _FILED,
    "complaints": f"{_FILED} AND kind = 'KHIEU_NAI'",
    "denunciations": f"{_FILED} AND kind = 'TO_CAO'",
    "suggestions": f"{_FILED} AND kind IN ('KIEN_NGHI', 'PHAN_ANH')",
    "other_kinds": f"{_FILED} AND kind NOT IN ('KHIEU_NAI', 'TO_CAO', 'KIEN_NGHI', 'PHAN_ANH')",
    "open_before": "opened < :start AND (ended IS NULL OR ended >= :start)",
    "reopened": f"NOT first AND {_IN.format('opened')}",
    "ended": _ENDED,
    "closed": f"{_ENDED} AND how NOT IN ('guided', 'stored', 'withdrawn', 'merged', 'split')",
    **{how: f"{_ENDED} AND how = '{how}'" for how in ("guided", "stored", "withdrawn", "merged", "split")},
    "open_after": _OPEN_AFTER,
    "open_to_7": f"{_OPEN_AFTER} AND NOT ({_WAITS.format(7)})",
    "open_to_30": f"{_WAITS.format(7)} AND NOT ({_WAITS.format(30)})",
    "open_to_90": f"{_WAITS.format(30)} AND NOT ({_WAITS.format(90)})",
    "open_longer": _WAITS.format(90),
    "told": f"first AND {_IN.format('first_answer_at')}",
    "told_on_time": f"first AND {_IN.format('first_answer_at')} AND first_answer_at <= first_answer_due",
    "untold_late": f"{_OPEN_AFTER} AND first AND first_answer_due < :end"
    " AND (first_answer_at IS NULL OR first_answer_at >= :end)",
}
"""Figures of `lives` by the condition that is counted."""
_OPEN = {
    "in_hand": f"{_OPEN_AFTER} AND NOT awaits",
    "unaccepted": f"{_OPEN_AFTER} AND silent",
    "awaiting": f"{_OPEN_AFTER} AND awaits",
}
"""Figures of `held`, which knows more; they are compared with no other period."""

DIMENSIONS = ("kind", "field", "level", "source", "lead", "residential_group")
NAMES = {"lead": "body", "residential_group": "group"}
"""What a dimension is called where that is not its column."""
COLUMNS = {"body": "lead", "field": "field", "group": "residential_group"}
"""The columns of the dimensions whose parts can be listed."""
_SETS = "GROUPING SETS ((), {}, (residential_group, field))"


def _counted(figures: Mapping[str, str]) -> str:
    return ", ".join(f"count(*) FILTER (WHERE {where}) AS {name}" for name, where in figures.items())


def _added(figures: Mapping[str, str], source: str, dimensions: tuple[str, ...]) -> str:
    """Return a query of counted figures: counted once by all dimensions together, then added up by each."""
    if not dimensions:
        return f"SELECT {_counted(figures)} {source}"
    sums = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in figures)
    by = ", ".join(dimensions)
    counted = f"FROM (SELECT {_counted(figures)}, {by} {source} GROUP BY {by}) counted"
    return _grouped(sums, counted, dimensions)


def _grouped(figures: str, source: str, dimensions: tuple[str, ...]) -> str:
    """Return a query of figures as a total and by each dimension, and by group and field together."""
    if not dimensions:
        return f"SELECT {figures} {source}"
    sets = _SETS.format(", ".join(f"({one})" for one in dimensions))
    marks = ", ".join(f"GROUPING({one}) = 0 AS by_{one}" for one in dimensions)
    return f"SELECT {figures}, {', '.join(dimensions)}, {marks} {source} GROUP BY {sets}"


_FEW = ("lead", "field", "residential_group")
_PETITION = "JOIN petitions p ON p.id = {}.petition_id AND p.programme = :programme"
_NOT_UNDONE = """
    NOT EXISTS (SELECT FROM entries u WHERE u.petition_id = e.petition_id AND u.act = 'undo'
                   AND (u.facts->>'undone')::int = e.position)
"""
# What came of an answer: what its sign-off states, nothing once it is taken up again. Only a dispute brings
# that; the index has denunciations, too.
_CAME_OF_IT = f"""
    CASE WHEN EXISTS (SELECT FROM entries WHERE petition_id = p.id AND act IN ('dispute', 'denounce')) THEN (
        SELECT CASE WHEN count(*) = 1 THEN min(e.facts->>'result') END FROM entries e
         WHERE e.petition_id = r.petition_id AND e.at >= r.ended_at AND e.at < :end AND e.facts ? 'result'
           AND e.act NOT IN ('answer', 'correct', 'undo') AND {_NOT_UNDONE}) ELSE p.result END
"""  # noqa: S608 - our own words
_ANSWERED = f"""
    FROM (SELECT p.code, p.filed_at, p.field, p.residential_group, {_CAME_OF_IT} AS result, r.body AS lead,
                 r.answered_at <= r.due_at AS timely,
                 extract(epoch FROM r.ended_at - p.filed_at) / 86400 AS days
            FROM referrals r {_PETITION.format("r")}
           WHERE r.lead AND r.status = 'signed_off' AND {_IN.format("r.ended_at")}
          OFFSET 0) answered -- worked out once, not for each figure
"""  # noqa: S608 - our own names
_RESULTS = ", ".join(f"'{one}'" for one in OF_ANSWERS)
_ANSWERS = (
    "count(*) AS answered, count(*) FILTER (WHERE timely) AS on_time,"
    " percentile_cont(0.5) WITHIN GROUP (ORDER BY days) AS median_days, "
    + ", ".join(f"count(*) FILTER (WHERE result = '{one}') AS {one}" for one in OF_ANSWERS)
    + f", count(*) FILTER (WHERE result IS NULL OR result NOT IN ({_RESULTS})) AS result_open"
)
# Days as a card counts them, from midnight to midnight: those of a zone without summer time.
_DAY = "floor(extract(epoch FROM {} - CAST(:start AS timestamptz)) / 86400)"
_LAST = "CAST(:end AS timestamptz) - interval '1 microsecond'"
_LATE = f"""
    FROM (SELECT p.code, p.filed_at, r.body AS lead, p.field, p.residential_group,
                 {_DAY.format(_LAST)} - {_DAY.format("r.due_at")} AS days
            FROM referrals r {_PETITION.format("r")}
           WHERE r.lead AND r.accepted_at < :end AND r.due_at < :end AND r.paused_at IS NULL
             AND {SHARE_LIFE} @> CAST(:end AS timestamptz)
             AND (r.ended_at IS NULL OR r.ended_at >= :end)
             AND (r.answered_at IS NULL OR r.answered_at >= :end)) late
"""  # noqa: S608 - our own names
_JUDGED = {
    "judged": "act IN ('rate', 'dispute')",
    "solved": "act = 'rate' AND rating = 'solved'",
    "partly": "act = 'rate' AND rating = 'partly'",
    "unsolved": "act = 'dispute'",
    "escalated": "act = 'escalate'",
    "carried_out": "act = 'confirm_carried'",
}
_SAID = f"""
    FROM (SELECT e.act, e.facts->>'rating' AS rating, p.lead, p.field, p.residential_group
            FROM entries e {_PETITION.format("e")}
           WHERE e.act IN ('rate', 'dispute', 'escalate', 'confirm_carried') AND {_IN.format("e.at")}
             AND {_NOT_UNDONE}) judged
"""  # noqa: S608 - our own names
# What was followed up before the last moment: as it is now, or, where that was changed since, as its history says.
_FOLLOWED = f"""
    FROM (SELECT p.code, p.filed_at, p.lead, p.field, p.residential_group,
                 p.carry_due < :end AND (p.carried_at IS NULL OR p.carried_at >= :end) AS late
            FROM petitions p
           WHERE p.carry_due IS NOT NULL AND p.programme = :programme
             AND p.id NOT IN (SELECT petition_id FROM entries WHERE facts ? 'carry_due' AND at >= :end)
           UNION ALL
          SELECT p.code, p.filed_at, p.lead, p.field, p.residential_group,
                 stated.due < :end AND NOT EXISTS (
                     SELECT FROM entries r WHERE r.petition_id = p.id AND r.position > stated.position
                        AND r.act = 'carry_out' AND r.at < :end)
            FROM (SELECT e.* FROM (
                         SELECT DISTINCT petition_id FROM entries WHERE facts ? 'carry_due' AND at >= :end) changed
                   CROSS JOIN LATERAL (
                         SELECT e.petition_id, e.position, CAST(e.facts->>'carry_due' AS timestamptz) AS due
                           FROM entries e
                          WHERE e.petition_id = changed.petition_id AND e.at < :end
                            AND e.facts ? 'carry_due' AND e.act <> 'undo' AND {_NOT_UNDONE}
                          ORDER BY e.at DESC, e.position DESC LIMIT 1) e
                   WHERE e.due IS NOT NULL) stated
           CROSS JOIN LATERAL (
                 -- OFFSET keeps them looked up one after the other, and only those that matter.
                 SELECT * FROM petitions
                  WHERE id = stated.petition_id AND programme = :programme OFFSET 0) p) followed
"""  # noqa: S608 - our own names
_FOLLOWING = "count(*) AS followed_up, count(*) FILTER (WHERE late) AS carry_overdue"


def _queries(dimensions: tuple[str, ...], few: tuple[str, ...]) -> tuple[TextClause, ...]:
    """Return what counts petitions, in all and by these dimensions; `few` are those of what was answered."""
    return (
        text(
            _HELD + _added({**_COUNTED, **_OPEN}, "FROM held", dimensions)
            if dimensions
            else _SPELLS + _added(_COUNTED, "FROM lives", ())
        ),
        text(_grouped(_ANSWERS, _ANSWERED, few)),
        text(_grouped("count(*) AS overdue, max(days) AS longest_days", _LATE, few)),
        text(_added(_JUDGED, _SAID, few)),
    )


BY_PARTS, TOTALS = _queries(DIMENSIONS, _FEW), _queries((), ())
BY_PARTS += (text(_grouped(_FOLLOWING, _FOLLOWED, _FEW)),)
"""What is followed up is compared with no other period: how it stood long ago costs what has happened since."""
FOUND = {
    **{
        name: (_HELD, f"FROM held WHERE {where}")
        for name, where in {**_COUNTED, **_OPEN}.items()
        if name in {"received", "ended", "in_hand", "reopened"}
    },
    "answered": ("", f"{_ANSWERED} WHERE true"),
    "overdue": ("", f"{_LATE} WHERE true"),
    "followed_up": ("", f"{_FOLLOWED} WHERE true"),
    "carry_overdue": ("", f"{_FOLLOWED} WHERE late"),
}
"""Where the petitions behind a figure are found."""
TURNED_AWAY = text("""
    SELECT count(*) FILTER (WHERE gate = 'denunciation') AS turned_to_paper,
           count(*) FILTER (WHERE gate = 'emergency') AS turned_to_help
      FROM turned_away WHERE programme = :programme AND at >= :start AND at < :end
""")
RECURRING = text("""
    SELECT count(*) AS recurring FROM (
        SELECT 1 FROM petitions
         WHERE programme = :programme AND filed_at < :end
           AND filed_at >= CAST(:end AS timestamptz) - interval '90 days'
           AND coalesce(street, residential_group) IS NOT NULL
         GROUP BY field, coalesce(street, residential_group)
        HAVING count(*) >= 3 AND max(filed_at) >= :start) matters
""")
FILED_BY_CELL = text("""
    SELECT residential_group, field, count(*) FILTER (WHERE filed_at >= :start) AS now,
           count(*) FILTER (WHERE filed_at < :start) AS before, GROUPING(residential_group) = 0 AS by_group
      FROM petitions
     WHERE programme = :programme AND filed_at < :end
       AND filed_at >= CAST(:start AS timestamptz) - interval '56 days'
     GROUP BY GROUPING SETS ((field), (residential_group, field))
""")
STEPS = text(
    _SPELLS  # noqa: S608 - our own names
    + """
, moved AS (
    SELECT width_bucket(at, CAST(:bounds AS timestamptz[])) AS step,
           count(*) FILTER (WHERE comes) AS opened, count(*) FILTER (WHERE comes AND first) AS received,
           count(*) FILTER (WHERE NOT comes) AS ended
      FROM whole CROSS JOIN LATERAL (VALUES (opened, true), (ended, false)) moment (at, comes)
     WHERE at IS NOT NULL GROUP BY step
)
    SELECT coalesce(received, 0) AS received, coalesce(ended, 0) AS ended,
           CAST(sum(coalesce(opened, 0) - coalesce(ended, 0)) OVER (ORDER BY step) AS bigint) AS open_after
      FROM generate_series(0, cardinality(CAST(:bounds AS timestamptz[])) - 1) step LEFT JOIN moved USING (step)
     ORDER BY step
"""
)
"""What came and went between each two bounds; what was before the first of them comes first."""


OF_PARTS = (*_COUNTED, *_OPEN, "answered", "on_time", "median_days", *OF_ANSWERS, "result_open", "overdue",
             "longest_days", *_JUDGED, "followed_up", "carry_overdue")  # fmt: skip
"""Figures that a body, a field, a group or a cell has."""
