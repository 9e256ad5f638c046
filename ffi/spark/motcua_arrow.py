"""The batches of libmotcua on Arrow columns: no row is looked at in Python.

`Office` holds a calendar and a policy. It answers Arrow arrays as Spark, DuckDB and Parquet hand them
over, without copying what goes in, and it is made once for each process that evaluates.
"""

import ctypes
from ctypes import POINTER, byref, c_char_p, c_int32, c_int64, c_size_t, c_uint32, c_void_p

import numpy as np
import pyarrow as pa

ABI_VERSION = 1
OK, BAD_ROWS = 0, 8
NO_DATE, NO_INSTANT = -(2**31), -(2**63)

# What column `unit` and the events of column `code` hold, as in motcua.h.
SAME_DAY, WORKING_HOUR, DAY, WORKING_DAY = 0, 3, 4, 5
SUBMITTED, RECEIVED, SUPPLEMENT_REQUESTED, SUPPLEMENT_RECEIVED = 1, 2, 10, 11
SUSPENDED, RESUMED, REAPPOINTED, APOLOGISED, WITHDRAWN = 14, 15, 18, 19, 20
FINISHED, RETURNED = 22, 24
OVERDUE, LATE = 3, 6

# struct motcua_evaluation
EVALUATION = np.dtype(
    [
        ("received", "<i8"),
        ("finished", "<i8"),
        ("ended", "<i8"),
        ("due", "<i8"),
        ("due_date", "<i4"),
        ("certainty", "<i4"),
        ("state", "<i4"),
        ("days", "<i4"),
        ("hours", "<i4"),
        ("minutes", "<i4"),
        ("status", "<i4"),
        ("reserved", "<i4"),
    ]
)

# struct motcua_tally: the columns of form II.06a
TALLY = [
    "received",
    "online",
    "direct_or_post",
    "carried_over",
    "solved",
    "early",
    "on_time",
    "late",
    "pending",
    "in_time",
    "overdue",
    "ended",
]

# How an evaluation is a column of a table.
INSTANTS = ["received", "finished", "ended", "due"]
NUMBERS = ["state", "days", "hours", "minutes", "status"]
EVALUATION_SQL = (
    "struct<received:bigint,finished:bigint,ended:bigint,due:bigint,due_date:date,certainty:int,"
    "state:int,days:int,hours:int,minutes:int,status:int>"
)

# The columns of a table of dossiers, and of the parts a report is added up from.
KEY = ["province", "field"]
LOG = ["amount", "unit", "at_local", "code", "argument"]
PART_SQL = ", ".join([f"{name} string" for name in KEY] + [f"{name} bigint" for name in TALLY + ["refused"]])


class MotcuaError(Exception):
    """The library refuses a call as a whole."""


def day(date):
    """The days since 1970-01-01, of a date such as 2026-09-30."""
    return int(np.datetime64(date, "D").astype("int64"))


def instant(date, second_of_day=0):
    """The seconds since 1970-01-01T00:00 on Vietnam's clock."""
    return day(date) * 86_400 + second_of_day


def end_of(date):
    """The last second of a day: where a period that ends with it is judged."""
    return instant(date, 86_399)


def plain(column):
    """The numbers of an Arrow column without a null, as they lie in memory."""
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    if column.null_count > 0:
        raise MotcuaError("a column has nulls where each dossier needs a value")
    return column.to_numpy(zero_copy_only=True)


def events(lists):
    """Where each log begins, and one column of the events of all, of a column of lists."""
    if isinstance(lists, pa.ChunkedArray):
        lists = lists.combine_chunks()
    if lists.null_count > 0:
        raise MotcuaError("a dossier has no log")
    return plain(lists.offsets), plain(lists.values)


def address(column, kind):
    return column.ctypes.data_as(POINTER(kind))


class Office:
    """A calendar with the policy of its office."""

    def __init__(self, library):
        self.c = ctypes.CDLL(library)
        if self.c.motcua_abi_version() != ABI_VERSION:
            raise MotcuaError(f"{library} is of another binary interface")
        self.c.motcua_status_message.restype = c_char_p
        self.calendar = c_void_p()
        self.check(self.c.motcua_calendar_new_vietnam(byref(self.calendar)))

    def check(self, status):
        if status not in (OK, BAD_ROWS):
            raise MotcuaError(self.c.motcua_status_message(c_int32(status)).decode())

    def evaluate(self, amount, unit, at, code, argument, as_of):
        """What dossiers mean at an instant, a row of `EVALUATION` each."""
        amount, unit = plain(amount), plain(unit)
        (starts, at), of_code, of_argument = events(at), events(code), events(argument)
        for other, (others, _) in (("code", of_code), ("argument", of_argument)):
            if not np.array_equal(starts, others):
                raise MotcuaError(f"the lists `at_local` and `{other}` differ in length")
        code, argument = of_code[1].view("u1"), of_argument[1]
        out = np.empty(len(amount), EVALUATION)
        status = self.c.motcua_dossier_batch(
            self.calendar,
            None,
            address(amount, c_int32),
            address(unit, c_int32),
            address(starts, c_uint32),
            c_size_t(len(amount)),
            address(at, c_int64),
            address(code, ctypes.c_uint8),
            address(argument, c_int64),
            c_size_t(len(at)),
            c_int64(as_of),
            out.ctypes.data_as(c_void_p),
        )
        self.check(status)
        return out

    def tally(self, evaluations, online, group, groups, first_day):
        """Form II.06a: a row for each group, a column for each of `TALLY`."""
        # Arrow packs truth values into bits, C wants bytes.
        online = online.cast(pa.uint8()) if online.type == pa.bool_() else online
        online, group = plain(online), np.ascontiguousarray(group, "u4")
        out = np.zeros((groups, len(TALLY)), "u4")
        status = self.c.motcua_tally_batch(
            None,
            c_int32(first_day),
            evaluations.ctypes.data_as(c_void_p),
            address(online, ctypes.c_uint8),
            address(group, c_uint32),
            c_size_t(len(evaluations)),
            out.ctypes.data_as(c_void_p),
            c_size_t(groups),
        )
        self.check(status)
        return out

    def report(self, batch, first_day, as_of):
        """The part of form II.06a that a record batch makes: a row for each province and field."""
        told = self.evaluate(*(batch[name] for name in LOG), as_of)
        provinces, fields = (batch[name].dictionary_encode() for name in KEY)
        of_field = plain(fields.indices)
        group = plain(provinces.indices).astype("u4") * len(fields.dictionary) + of_field
        groups = len(provinces.dictionary) * len(fields.dictionary)
        tallies = self.tally(told, batch["online"], group, groups, first_day)
        names = [
            provinces.dictionary.take(pa.array(np.arange(groups) // len(fields.dictionary))),
            fields.dictionary.take(pa.array(np.arange(groups) % len(fields.dictionary))),
        ]
        refused = np.bincount(group[told["status"] != OK], minlength=groups)
        counts = [pa.array(column.astype("i8")) for column in (*tallies.T, refused)]
        return pa.RecordBatch.from_arrays(names + counts, names=KEY + TALLY + ["refused"])


def as_struct(told):
    """Evaluations as a column of a table; null where a sentinel stands."""
    columns = [pa.array(told[name], mask=told[name] == NO_INSTANT) for name in INSTANTS]
    date = pa.array(told["due_date"], mask=told["due_date"] == NO_DATE).cast(pa.date32())
    certainty = pa.array(told["certainty"], mask=told["certainty"] == 0)
    columns += [date, certainty] + [pa.array(told[name]) for name in NUMBERS]
    return pa.StructArray.from_arrays(columns, [*INSTANTS, "due_date", "certainty", *NUMBERS])
