using System;
using System.Collections.Generic;

namespace Motcua
{
    /// <summary>What a limit is counted in.</summary>
    public enum Unit
    {
        SameDay = NativeMethods.MOTCUA_UNIT_SAME_DAY,
        Minute = NativeMethods.MOTCUA_UNIT_MINUTE,
        Hour = NativeMethods.MOTCUA_UNIT_HOUR,
        WorkingHour = NativeMethods.MOTCUA_UNIT_WORKING_HOUR,
        Day = NativeMethods.MOTCUA_UNIT_DAY,
        WorkingDay = NativeMethods.MOTCUA_UNIT_WORKING_DAY,
        Week = NativeMethods.MOTCUA_UNIT_WEEK,
        Month = NativeMethods.MOTCUA_UNIT_MONTH,
        Year = NativeMethods.MOTCUA_UNIT_YEAR,
    }

    /// <summary>What a day is for the office.</summary>
    public enum DayKind
    {
        Working = NativeMethods.MOTCUA_DAY_WORKING,
        Weekend = NativeMethods.MOTCUA_DAY_WEEKEND,
        Holiday = NativeMethods.MOTCUA_DAY_HOLIDAY,
        InLieu = NativeMethods.MOTCUA_DAY_IN_LIEU,
        SwappedOff = NativeMethods.MOTCUA_DAY_SWAPPED_OFF,
        MakeUp = NativeMethods.MOTCUA_DAY_MAKE_UP,
        Closure = NativeMethods.MOTCUA_DAY_CLOSURE,
    }

    /// <summary>The public holidays.</summary>
    public enum Holiday
    {
        None = NativeMethods.MOTCUA_HOLIDAY_NONE,
        NewYear = NativeMethods.MOTCUA_HOLIDAY_NEW_YEAR,
        Tet = NativeMethods.MOTCUA_HOLIDAY_TET,
        HungKings = NativeMethods.MOTCUA_HOLIDAY_HUNG_KINGS,
        Reunification = NativeMethods.MOTCUA_HOLIDAY_REUNIFICATION,
        Labour = NativeMethods.MOTCUA_HOLIDAY_LABOUR,
        National = NativeMethods.MOTCUA_HOLIDAY_NATIONAL,
        Culture = NativeMethods.MOTCUA_HOLIDAY_CULTURE,
        Other = NativeMethods.MOTCUA_HOLIDAY_OTHER,
    }

    /// <summary>How far the facts under an answer are settled.</summary>
    public enum Certainty
    {
        Final = NativeMethods.MOTCUA_CERTAINTY_FINAL,
        Provisional = NativeMethods.MOTCUA_CERTAINTY_PROVISIONAL,
        Projected = NativeMethods.MOTCUA_CERTAINTY_PROJECTED,
    }

    /// <summary>How a dossier was filed.</summary>
    public enum Channel
    {
        Any = NativeMethods.MOTCUA_CHANNEL_ANY,
        InPerson = NativeMethods.MOTCUA_CHANNEL_IN_PERSON,
        Online = NativeMethods.MOTCUA_CHANNEL_ONLINE,
        Post = NativeMethods.MOTCUA_CHANNEL_POST,
    }

    /// <summary>Where a dossier stands.</summary>
    public enum State
    {
        NotStarted = NativeMethods.MOTCUA_STATE_NOT_STARTED,
        InTime = NativeMethods.MOTCUA_STATE_IN_TIME,
        DueSoon = NativeMethods.MOTCUA_STATE_DUE_SOON,
        Overdue = NativeMethods.MOTCUA_STATE_OVERDUE,
        Early = NativeMethods.MOTCUA_STATE_EARLY,
        OnTime = NativeMethods.MOTCUA_STATE_ON_TIME,
        Late = NativeMethods.MOTCUA_STATE_LATE,
        Waiting = NativeMethods.MOTCUA_STATE_WAITING,
        NotAccepted = NativeMethods.MOTCUA_STATE_NOT_ACCEPTED,
        Withdrawn = NativeMethods.MOTCUA_STATE_WITHDRAWN,
        Stopped = NativeMethods.MOTCUA_STATE_STOPPED,
    }

    /// <summary>An exact amount of a unit; a negative one is counted back from an event.</summary>
    public struct Limit
    {
        internal Limit(int thousandths, Unit unit)
            : this()
        {
            Thousandths = thousandths;
            Unit = unit;
        }

        /// <summary>The amount in thousandths.</summary>
        public int Thousandths { get; private set; }

        /// <summary>What it is counted in.</summary>
        public Unit Unit { get; private set; }

        /// <summary>An amount with at most three decimals.</summary>
        public static Limit Of(decimal amount, Unit unit)
        {
            decimal thousandths = amount * 1000;
            if (decimal.Truncate(thousandths) != thousandths || Math.Abs(thousandths) > int.MaxValue)
            {
                throw new ArgumentOutOfRangeException(
                    "amount", amount, "an amount has at most three decimals and is at most 2,147,483.647");
            }
            return new Limit((int)thousandths, unit);
        }

        /// <summary>Working days.</summary>
        public static Limit WorkingDays(decimal days)
        {
            return Of(days, Unit.WorkingDay);
        }

        /// <summary>Due the same day.</summary>
        public static Limit SameDay
        {
            get { return new Limit(0, Unit.SameDay); }
        }
    }

    /// <summary>What a day is for the office.</summary>
    public sealed class DayInfo
    {
        internal DayInfo(NativeDay day, string source, IList<Session> sessions)
        {
            Date = Marshalling.Date(day.date);
            Kind = (DayKind)day.kind;
            Holiday = (Holiday)day.holiday;
            ExchangedFor = day.exchanged_for == NativeMethods.MOTCUA_NO_DATE
                ? (DateTime?)null
                : Marshalling.Date(day.exchanged_for);
            Certainty = (Certainty)day.certainty;
            IsWorking = day.working != 0;
            IsVerified = day.verified != 0;
            OpenMinutes = day.open_minutes;
            Source = source;
            Sessions = sessions;
        }

        public DateTime Date { get; private set; }
        public DayKind Kind { get; private set; }
        public Holiday Holiday { get; private set; }

        /// <summary>The day this one is exchanged for.</summary>
        public DateTime? ExchangedFor { get; private set; }

        public Certainty Certainty { get; private set; }
        public bool IsWorking { get; private set; }

        /// <summary>Whether the source of this very day has been seen in a text.</summary>
        public bool IsVerified { get; private set; }

        public int OpenMinutes { get; private set; }

        /// <summary>What sets the day.</summary>
        public string Source { get; private set; }

        public IList<Session> Sessions { get; private set; }
    }

    /// <summary>One session of a day.</summary>
    public struct Session
    {
        internal Session(NativeSession session)
            : this()
        {
            Open = TimeSpan.FromMinutes(session.open);
            Close = TimeSpan.FromMinutes(session.close);
        }

        public TimeSpan Open { get; private set; }
        public TimeSpan Close { get; private set; }
    }

    /// <summary>A due time. All instants are on Vietnam's clock, of kind Unspecified.</summary>
    public struct Due
    {
        internal Due(NativeDue due)
            : this()
        {
            At = Marshalling.Instant(due.at_local);
            LegalEnd = Marshalling.Instant(due.legal_end_local);
            Start = Marshalling.Instant(due.start_local);
            Date = Marshalling.Date(due.date);
            Nominal = Marshalling.Date(due.nominal);
            Certainty = (Certainty)due.certainty;
        }

        /// <summary>The instant the result is due.</summary>
        public DateTime At { get; private set; }

        /// <summary>The instant the term ends by law.</summary>
        public DateTime LegalEnd { get; private set; }

        /// <summary>What the receipt counts as.</summary>
        public DateTime Start { get; private set; }

        /// <summary>The date the result is due; at 24:00 the day that ends then.</summary>
        public DateTime Date { get; private set; }

        /// <summary>The last day before it moved because it is off.</summary>
        public DateTime Nominal { get; private set; }

        public Certainty Certainty { get; private set; }
    }

    /// <summary>Where a dossier stands, and by how much office time.</summary>
    public struct Standing
    {
        internal Standing(NativeStanding standing)
            : this()
        {
            State = (State)standing.state;
            Days = standing.days;
            Hours = standing.hours;
            Minutes = standing.minutes;
        }

        public State State { get; private set; }

        /// <summary>Working days.</summary>
        public int Days { get; private set; }

        /// <summary>Working hours beyond them.</summary>
        public int Hours { get; private set; }

        /// <summary>Working minutes beyond those.</summary>
        public int Minutes { get; private set; }
    }

    /// <summary>What the log of a dossier means at an instant, as a row of a batch; instants and
    /// dates as columns carry them.</summary>
    public struct Evaluation
    {
        internal readonly NativeEvaluation Native;

        internal Evaluation(NativeEvaluation native)
        {
            Native = native;
        }

        public long ReceivedLocal { get { return Native.received_local; } }

        public long FinishedLocal { get { return Native.finished_local; } }

        public long EndedLocal { get { return Native.ended_local; } }

        public long DueLocal { get { return Native.due_local; } }

        public int DueDate { get { return Native.due_date; } }

        /// <summary>How far the years touched are settled; null without a due date.</summary>
        public Certainty? Certainty
        {
            get { return Native.certainty == 0 ? (Certainty?)null : (Certainty)Native.certainty; }
        }

        public State State { get { return (State)Native.state; } }

        /// <summary>Working days.</summary>
        public int Days { get { return Native.days; } }

        /// <summary>Working hours beyond them.</summary>
        public int Hours { get { return Native.hours; } }

        /// <summary>Working minutes beyond those.</summary>
        public int Minutes { get { return Native.minutes; } }

        /// <summary>0, or why there is no answer.</summary>
        public int Status { get { return Native.status; } }
    }

    /// <summary>How a batch went; the rows without an answer hold a sentinel.</summary>
    public struct BatchResult
    {
        internal BatchResult(long badRows, long firstBadRow, int reason)
            : this()
        {
            BadRows = badRows;
            FirstBadRow = badRows == 0 ? -1 : firstBadRow;
            Reason = reason;
        }

        /// <summary>Rows without an answer.</summary>
        public long BadRows { get; private set; }

        /// <summary>The first of them, from 0; -1 where there is none.</summary>
        public long FirstBadRow { get; private set; }

        /// <summary>The status that the call for that row alone would have had.</summary>
        public int Reason { get; private set; }
    }
}
