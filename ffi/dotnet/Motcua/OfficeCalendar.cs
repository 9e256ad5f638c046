using System;
using System.Collections.Generic;

namespace Motcua
{
    /// <summary>
    /// The calendar of an office: every day from 2000 to 2050, what it is, why, and its hours. It
    /// never changes, and any number of threads may use one at the same time.
    /// </summary>
    public sealed class OfficeCalendar : IDisposable
    {
        /// <summary>A date that is not there, in the columns of batches.</summary>
        public const int NoDate = NativeMethods.MOTCUA_NO_DATE;

        /// <summary>An instant that is not there, in the columns of batches.</summary>
        public const long NoInstant = NativeMethods.MOTCUA_NO_INSTANT;

        private OfficeCalendar(CalendarHandle handle)
        {
            Handle = handle;
        }

        internal CalendarHandle Handle { get; private set; }

        /// <summary>An office with the default hours, on the built-in facts.</summary>
        public static OfficeCalendar Vietnam()
        {
            Marshalling.CheckAbi();
            CalendarHandle handle;
            Marshalling.Check(NativeMethods.motcua_calendar_new_vietnam(out handle));
            return new OfficeCalendar(handle);
        }

        /// <summary>An office with its own hours, closures and notices.</summary>
        public static OfficeCalendar FromJson(string json)
        {
            Marshalling.CheckAbi();
            byte[] bytes = Marshalling.Bytes(json, "json");
            CalendarHandle handle;
            Marshalling.Check(NativeMethods.motcua_calendar_new_from_json(
                bytes, Marshalling.Length(bytes), out handle));
            return new OfficeCalendar(handle);
        }

        /// <summary>The first day the calendar knows.</summary>
        public DateTime FirstDay
        {
            get
            {
                int first, last;
                Marshalling.Check(NativeMethods.motcua_calendar_range(Handle, out first, out last));
                return Marshalling.Date(first);
            }
        }

        /// <summary>The last day the calendar knows.</summary>
        public DateTime LastDay
        {
            get
            {
                int first, last;
                Marshalling.Check(NativeMethods.motcua_calendar_range(Handle, out first, out last));
                return Marshalling.Date(last);
            }
        }

        /// <summary>What a day is for the office.</summary>
        public DayInfo Day(DateTime date)
        {
            int day = Marshalling.Date(date, "date");
            NativeDay info;
            NativeText source;
            UIntPtr count;
            Marshalling.Check(NativeMethods.motcua_day_info(Handle, day, out info));
            Marshalling.Check(NativeMethods.motcua_day_source(Handle, day, out source));
            string text = Marshalling.Text(source);
            // The text belongs to the calendar.
            GC.KeepAlive(this);
            int status = NativeMethods.motcua_day_sessions(Handle, day, null, UIntPtr.Zero, out count);
            if (status != NativeMethods.MOTCUA_BUFFER_TOO_SMALL)
            {
                Marshalling.Check(status);
            }
            NativeSession[] sessions = new NativeSession[(int)count.ToUInt32()];
            Marshalling.Check(NativeMethods.motcua_day_sessions(Handle, day, sessions, count, out count));
            List<Session> all = new List<Session>();
            foreach (NativeSession session in sessions)
            {
                all.Add(new Session(session));
            }
            return new DayInfo(info, text, all.AsReadOnly());
        }

        /// <summary>The n-th working day after a date, before it for a negative number.</summary>
        public DateTime AddWorkingDays(DateTime date, int n)
        {
            int found;
            Marshalling.Check(NativeMethods.motcua_add_working_days(
                Handle, Marshalling.Date(date, "date"), n, out found));
            return Marshalling.Date(found);
        }

        /// <summary>Working days after one date up to and with another.</summary>
        public int CountWorkingDays(DateTime from, DateTime to)
        {
            int count;
            Marshalling.Check(NativeMethods.motcua_count_working_days(
                Handle, Marshalling.Date(from, "from"), Marshalling.Date(to, "to"), out count));
            return count;
        }

        /// <summary>An instant a number of working minutes after another.</summary>
        public DateTime AddWorkingMinutes(DateTime at, int minutes)
        {
            long found;
            Marshalling.Check(NativeMethods.motcua_add_working_minutes(
                Handle, Marshalling.Instant(at, "at"), minutes, out found));
            return Marshalling.Instant(found);
        }

        /// <summary>Whole working minutes between two instants.</summary>
        public int CountWorkingMinutes(DateTime from, DateTime to)
        {
            int minutes;
            Marshalling.Check(NativeMethods.motcua_count_working_minutes(
                Handle, Marshalling.Instant(from, "from"), Marshalling.Instant(to, "to"), out minutes));
            return minutes;
        }

        /// <summary>The due time of a limit from a receipt.</summary>
        public Due Appointment(DateTime received, Limit limit, Policy policy = null)
        {
            NativeDue due;
            Marshalling.Check(NativeMethods.motcua_appointment(
                Handle, Policy.HandleOf(policy), Marshalling.Instant(received, "received"),
                limit.Thousandths, (int)limit.Unit, out due));
            return new Due(due);
        }

        /// <summary>The due time of a limit in words from a receipt.</summary>
        public Due Appointment(
            DateTime received,
            TimeLimit limit,
            string ofCase = null,
            Channel channel = Channel.Any,
            Policy policy = null)
        {
            if (limit == null)
            {
                throw new ArgumentNullException("limit");
            }
            UIntPtr length;
            byte[] bytes = TimeLimit.CaseBytes(ofCase, out length);
            NativeDue due;
            Marshalling.Check(NativeMethods.motcua_time_limit_appointment(
                Handle, Policy.HandleOf(policy), Marshalling.Instant(received, "received"),
                limit.Handle, bytes, length, (int)channel, out due));
            return new Due(due);
        }

        /// <summary>Answers a request in JSON on this calendar.</summary>
        public string AnswerJson(string request)
        {
            byte[] bytes = Marshalling.Bytes(request, "request");
            StringHandle answer;
            int status = NativeMethods.motcua_calendar_answer_json(
                Handle, bytes, Marshalling.Length(bytes), out answer);
            return Marshalling.Taken(status, answer);
        }

        /// <summary>Days since 1970-01-01 and working days in, days out; NoDate for bad rows.</summary>
        public BatchResult AddWorkingDays(int[] dates, int[] n, int[] result)
        {
            UIntPtr length = Columns.Length(dates, n, result);
            return Columns.Done(
                NativeMethods.motcua_add_working_days_batch(Handle, dates, n, length, result));
        }

        /// <summary>Two columns of days in, counts out; int.MinValue for bad rows.</summary>
        public BatchResult CountWorkingDays(int[] from, int[] to, int[] result)
        {
            UIntPtr length = Columns.Length(from, to, result);
            return Columns.Done(
                NativeMethods.motcua_count_working_days_batch(Handle, from, to, length, result));
        }

        /// <summary>Seconds on Vietnam's clock and minutes in, seconds out; NoInstant for bad rows.</summary>
        public BatchResult AddWorkingMinutes(long[] atLocal, int[] minutes, long[] result)
        {
            UIntPtr length = Columns.Length(atLocal, minutes, result);
            return Columns.Done(
                NativeMethods.motcua_add_working_minutes_batch(Handle, atLocal, minutes, length, result));
        }

        /// <summary>Two columns of seconds in, minutes out; int.MinValue for bad rows.</summary>
        public BatchResult CountWorkingMinutes(long[] fromLocal, long[] toLocal, int[] result)
        {
            UIntPtr length = Columns.Length(fromLocal, toLocal, result);
            return Columns.Done(
                NativeMethods.motcua_count_working_minutes_batch(
                    Handle, fromLocal, toLocal, length, result));
        }

        /// <summary>Receipts and limits in, due seconds and, if not null, due days out.</summary>
        public BatchResult Appointments(
            long[] receivedLocal,
            int[] amountThousandths,
            int[] unit,
            long[] dueLocal,
            int[] dueDate = null,
            Policy policy = null)
        {
            UIntPtr length = Columns.Length(
                receivedLocal, amountThousandths, unit, dueLocal, (Array)dueDate ?? dueLocal);
            return Columns.Done(NativeMethods.motcua_appointment_batch(
                Handle, Policy.HandleOf(policy), receivedLocal, amountThousandths, unit, length,
                dueLocal, dueDate));
        }

        /// <summary>Receipts, limits and completions in, states and, if not null, minutes left out.</summary>
        public BatchResult Standings(
            long[] receivedLocal,
            int[] amountThousandths,
            int[] unit,
            long[] doneLocal,
            DateTime asOf,
            int[] state,
            int[] minutes = null,
            Policy policy = null)
        {
            UIntPtr length = Columns.Length(
                receivedLocal, amountThousandths, unit, doneLocal, state, (Array)minutes ?? state);
            return Columns.Done(NativeMethods.motcua_standing_batch(
                Handle, Policy.HandleOf(policy), receivedLocal, amountThousandths, unit, doneLocal,
                length, Marshalling.Instant(asOf, "asOf"), state, minutes));
        }

        /// <summary>Dossiers by columns: their limits, where the events of each begin, one entry more
        /// than there are dossiers or none of none, and the events of all; arguments may be null.</summary>
        public BatchResult Dossiers(
            int[] amountThousandths,
            int[] unit,
            uint[] starts,
            long[] atLocal,
            byte[] code,
            long[] argument,
            DateTime asOf,
            Evaluation[] result,
            Policy policy = null)
        {
            UIntPtr length = Columns.Length(amountThousandths, unit, result);
            UIntPtr events = Columns.Length(atLocal, code, (Array)argument ?? code);
            if (starts == null)
            {
                throw new ArgumentNullException("starts");
            }
            bool noStarts = result.Length == 0 && starts.Length == 0;
            if (starts.Length != result.Length + 1 && !noStarts)
            {
                throw new ArgumentException("there is one start more than dossiers", "starts");
            }
            NativeEvaluation[] told = new NativeEvaluation[result.Length];
            BatchResult done = Columns.Done(NativeMethods.motcua_dossier_batch(
                Handle, Policy.HandleOf(policy), amountThousandths, unit, starts, length, atLocal,
                code, argument, events, Marshalling.Instant(asOf, "asOf"), told));
            for (int row = 0; row < told.Length; row++)
            {
                result[row] = new Evaluation(told[row]);
            }
            return done;
        }

        /// <summary>Days since 1970-01-01, as columns carry dates.</summary>
        public static int DaysOf(DateTime date)
        {
            return Marshalling.Date(date, "date");
        }

        /// <summary>Seconds since 1970-01-01T00:00 on Vietnam's clock, as columns carry instants.</summary>
        public static long SecondsOf(DateTime at)
        {
            return Marshalling.Instant(at, "at");
        }

        public void Dispose()
        {
            Handle.Dispose();
        }
    }

    internal static class Columns
    {
        internal static UIntPtr Length(params Array[] columns)
        {
            foreach (Array column in columns)
            {
                if (column == null)
                {
                    throw new ArgumentNullException("columns", "a column of a batch is null");
                }
                if (column.Length != columns[0].Length)
                {
                    throw new ArgumentException("the columns of a batch differ in length");
                }
            }
            return (UIntPtr)(uint)columns[0].Length;
        }

        internal static BatchResult Done(int status)
        {
            if (status != NativeMethods.MOTCUA_BAD_ROWS)
            {
                Marshalling.Check(status);
            }
            UIntPtr count, first;
            int reason;
            Marshalling.Check(NativeMethods.motcua_batch_bad_rows(out count, out first, out reason));
            return new BatchResult((long)count.ToUInt64(), (long)first.ToUInt64(), reason);
        }
    }
}
