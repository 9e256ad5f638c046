// Every part of the C# library, used as meant and misused.

using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;
using System.Threading;
using Motcua;

internal static class Walk
{
    [DllImport("motcua", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
    private static extern int motcua_test_panic();

    private static readonly DateTime August = new DateTime(2026, 8, 19);
    private static readonly DateTime September = new DateTime(2026, 9, 4);
    private static int checks;

    private static void Check(bool condition, string what)
    {
        checks++;
        if (!condition)
        {
            throw new InvalidOperationException("not so: " + what);
        }
    }

    private static void Same<T>(T got, T expected)
    {
        Check(Equals(got, expected), "got " + got + ", expected " + expected);
    }

    private static void Refused(string code, Action call)
    {
        try
        {
            call();
        }
        catch (MotcuaException refusal)
        {
            Same(refusal.Code, code);
            Check(refusal.Message.Length > 0 && refusal.Status > 0, "a refusal tells why");
            return;
        }
        Check(false, code + " is refused");
    }

    private static void Throws<T>(Action call) where T : Exception
    {
        try
        {
            call();
        }
        catch (T)
        {
            checks++;
            return;
        }
        Check(false, typeof(T).Name + " is thrown");
    }

    private static void Calendars(OfficeCalendar office)
    {
        Same(office.FirstDay, new DateTime(2000, 1, 1));
        Same(office.LastDay, new DateTime(2050, 12, 31));
        Same(office.AddWorkingDays(August, 10), September);
        Same(office.CountWorkingDays(August, September), 10);
        Same(office.AddWorkingMinutes(August.AddHours(9), 480), August.AddDays(1).AddHours(9));
        Same(office.CountWorkingMinutes(August.AddHours(9), August.AddHours(17)), 390);
        DayInfo day = office.Day(new DateTime(2026, 8, 22));
        Same(day.Kind, DayKind.MakeUp);
        Same(day.ExchangedFor, new DateTime(2026, 8, 31));
        Same(day.Sessions.Count, 2);
        Same(day.Sessions[0].Open, new TimeSpan(7, 30, 0));
        Check(day.IsWorking && day.Source.Length > 0, "a make-up day is worked, and by a notice");
        Same(office.Day(new DateTime(2026, 9, 2)).Holiday, Holiday.National);
        Same(office.Day(new DateTime(2026, 8, 23)).Sessions.Count, 0);
        Refused("no_calendar_data", () => office.AddWorkingDays(new DateTime(1999, 12, 31), 1));
        Refused("no_calendar_data", () => office.Day(DateTime.MaxValue.Date));
        Refused("no_calendar_data", () => office.Day(DateTime.MinValue));
        using (OfficeCalendar own = OfficeCalendar.FromJson(
            "{\"closures\": [{\"since\": \"2026-08-20\", \"until\": \"2026-08-20\", \"reason\": \"chuyển trụ sở\"}]}"))
        {
            Same(own.Day(August.AddDays(1)).Kind, DayKind.Closure);
            // The text has come through UTF-8 whole.
            Same(own.Day(August.AddDays(1)).Source, "chuyển trụ sở");
        }
        Refused("invalid_calendar", () => OfficeCalendar.FromJson("[]"));
        Refused("invalid_calendar", () => OfficeCalendar.FromJson(""));
    }

    /// <summary>No DateTime that means another instant elsewhere is taken.</summary>
    private static void Times(OfficeCalendar office)
    {
        foreach (DateTimeKind kind in new[] { DateTimeKind.Utc, DateTimeKind.Local })
        {
            DateTime of = DateTime.SpecifyKind(August, kind);
            Throws<ArgumentException>(() => office.AddWorkingDays(of, 1));
            Throws<ArgumentException>(() => office.CountWorkingDays(August, of));
            Throws<ArgumentException>(() => office.AddWorkingMinutes(of, 1));
            Throws<ArgumentException>(() => office.Appointment(of, Limit.WorkingDays(1)));
            Throws<ArgumentException>(() => office.Day(of));
        }
        Throws<ArgumentException>(() => office.AddWorkingDays(August.AddHours(9), 1));
        DateTimeOffset instant = new DateTimeOffset(2026, 8, 19, 2, 0, 0, TimeSpan.Zero);
        Same(VietnamTime.From(instant), August.AddHours(9));
        Same(VietnamTime.From(instant).Kind, DateTimeKind.Unspecified);
        Same(VietnamTime.ToOffset(August.AddHours(9)), instant);
        Same(office.AddWorkingMinutes(VietnamTime.From(instant), 0), August.AddHours(9));
        Same(office.AddWorkingDays(August, 1).Kind, DateTimeKind.Unspecified);
        Same(OfficeCalendar.SecondsOf(new DateTime(1969, 12, 31, 23, 59, 59).AddMilliseconds(500)), -1L);
        Same(OfficeCalendar.DaysOf(August), 20684);
    }

    private static void Limits(OfficeCalendar office)
    {
        DateTime nine = August.AddHours(9);
        Due due = office.Appointment(nine, Limit.WorkingDays(10));
        Same(due.At, September.AddHours(17));
        Same(due.Date, September);
        Same(due.Certainty, Certainty.Final);
        Same(office.Appointment(nine, Limit.WorkingDays(1.5m)).At, August.AddDays(2).AddHours(11.5));
        Same(office.Appointment(nine, Limit.SameDay).Date, August);
        using (Policy policy = Policy.FromJson("{\"policy\": {\"due\": \"midnight\"}}"))
        {
            Same(office.Appointment(nine, Limit.WorkingDays(10), policy).At, September.AddDays(1));
        }
        Refused("unknown_value", () => office.Appointment(nine, Limit.Of(1, (Unit)99)));
        Refused("empty_limit", () => office.Appointment(nine, Limit.WorkingDays(0)));
        Refused("invalid_json", () => Policy.FromJson("{"));
        Throws<ArgumentOutOfRangeException>(() => Limit.Of(0.0001m, Unit.Day));
        Throws<ArgumentOutOfRangeException>(() => Limit.Of(decimal.MaxValue / 2000, Unit.Day));
        using (TimeLimit limit = TimeLimit.Parse(
            "03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc"))
        {
            Same(limit.Count, 2);
            Same(limit.CutOff, null);
            Check(limit.Kind.Length > 0, "a text has a kind");
            Refused("ambiguous_limit", () => limit.Select());
            Same(limit.Select("").Thousandths, 3000);
            Same(limit.Select("xác minh").Unit, Unit.WorkingDay);
            Same(office.Appointment(nine, limit, "").Date, new DateTime(2026, 8, 22));
            Refused("unknown_value", () => limit.Select(null, (Channel)9));
        }
        Throws<ArgumentNullException>(() => TimeLimit.Parse(null));
        Throws<ArgumentException>(() => TimeLimit.Parse("\ud800"));
        Throws<ArgumentNullException>(() => office.Appointment(nine, (TimeLimit)null));
    }

    private static void Dossiers(OfficeCalendar office)
    {
        using (Dossier dossier = Dossier.FromJson(
            "{\"code\": \"HS-Đ1\", \"field\": \"Hộ tịch\", \"channel\": \"online\"," +
            " \"limit\": {\"value\": 10, \"unit\": \"working_day\"}, \"events\": [" +
            "{\"type\": \"received\", \"at\": \"2026-08-19T09:00\"}," +
            "{\"type\": \"finished\", \"at\": \"2026-09-03T15:10\"}]}"))
        using (Timeline timeline = dossier.Evaluate(office))
        {
            Same(dossier.Code, "HS-Đ1");
            Same(timeline.Received, August.AddHours(9));
            Same(timeline.Returned, null);
            Same(timeline.Due(September).Date, September);
            Same(timeline.Standing(office, September).State, State.Early);
            Same(timeline.Status(September), 9);
            Refused("not_started", () => timeline.Due(August));
            Report report = Report.Over(
                office, new DateTime(2026, 8, 1), new DateTime(2026, 9, 30), new[] { dossier });
            Same(report.Rows.Count, 1);
            Same(report.Rows[0].Field, "Hộ tịch");
            Same(report.Totals.Early, 1L);
            Same(report.Refused.Count, 0);
            Throws<ArgumentNullException>(() => Report.Over(office, August, August, new Dossier[1]));
            Refused("end_before_start", () => Report.Over(
                office, September, August, new List<Dossier>()));
        }
    }

    private static void Batches(OfficeCalendar office)
    {
        int day = OfficeCalendar.DaysOf(August);
        int[] dates = { day, OfficeCalendar.NoDate };
        int[] n = { 10, 1 };
        int[] found = new int[2];
        BatchResult how = office.AddWorkingDays(dates, n, found);
        Same(how.BadRows, 1L);
        Same(how.FirstBadRow, 1L);
        Same(how.Reason, 105);
        Same(found[0], OfficeCalendar.DaysOf(September));
        Same(found[1], OfficeCalendar.NoDate);
        int[] counts = new int[1];
        Same(office.CountWorkingDays(new[] { day }, new[] { found[0] }, counts).FirstBadRow, -1L);
        Same(counts[0], 10);
        long[] at = { OfficeCalendar.SecondsOf(August.AddHours(9)) };
        long[] later = new long[1];
        office.AddWorkingMinutes(at, new[] { 10 }, later);
        Same(later[0], at[0] + 600);
        office.CountWorkingMinutes(at, later, counts);
        Same(counts[0], 10);
        int[] dueDates = new int[1];
        int[] amount = { 10000 };
        int[] unit = { (int)Unit.WorkingDay };
        Same(office.Appointments(at, amount, unit, later, dueDates).BadRows, 0L);
        Same(office.Appointments(at, amount, unit, later).BadRows, 0L);
        Same(dueDates[0], OfficeCalendar.DaysOf(September));
        int[] states = new int[1];
        office.Standings(at, amount, unit, new[] { OfficeCalendar.NoInstant },
            new DateTime(2026, 9, 3, 10, 0, 0), states, counts);
        Same((State)states[0], State.InTime);
        Same(counts[0], 810);
        byte[] received = { 2 };
        Evaluation[] told = new Evaluation[1];
        DateTime asOf = new DateTime(2026, 9, 3, 10, 0, 0);
        Same(office.Dossiers(amount, unit, new uint[] { 0, 1 }, at, received, null, asOf, told).BadRows, 0L);
        Same(told[0].State, State.InTime);
        Same(told[0].DueDate, OfficeCalendar.DaysOf(September));
        Same(told[0].FinishedLocal, OfficeCalendar.NoInstant);
        Same(told[0].Certainty, Certainty.Final);
        Evaluation[] before = new Evaluation[1];
        office.Dossiers(amount, unit, new uint[] { 0, 1 }, at, received, null, August, before);
        Same(before[0].Certainty, null);
        Same(office.Dossiers(new int[0], new int[0], new uint[0], new long[0], new byte[0], null, asOf,
            new Evaluation[0]).BadRows, 0L);
        Tally[] tallies = Report.Tallies(told, new byte[] { 1 }, new DateTime(2026, 8, 1), new uint[] { 1 }, 2);
        Same(tallies[0].Received, 0L);
        Same(tallies[1].Online, 1L);
        Throws<ArgumentException>(
            () => office.Dossiers(amount, unit, new uint[1], at, received, null, asOf, told));
        Throws<ArgumentException>(() => office.AddWorkingDays(dates, n, counts));
        Throws<ArgumentNullException>(() => office.AddWorkingDays(null, n, found));
        Same(office.AddWorkingDays(new int[0], new int[0], new int[0]).BadRows, 0L);
    }

    /// <summary>Threads that share a calendar, with objects left to the collector.</summary>
    private static void Threads(OfficeCalendar office)
    {
        Exception failure = null;
        List<Thread> threads = new List<Thread>();
        for (int i = 0; i < 4; i++)
        {
            Thread thread = new Thread(() =>
            {
                try
                {
                    for (int k = 1; k < 300; k++)
                    {
                        DateTime found = office.AddWorkingDays(August, k);
                        if (office.CountWorkingDays(August, found) != k)
                        {
                            throw new InvalidOperationException("not so: " + k);
                        }
                        TimeLimit.Parse("05 ngày làm việc");
                        Refused("no_calendar_data", () => office.AddWorkingDays(August, 1000000));
                    }
                }
                catch (Exception caught)
                {
                    failure = caught;
                }
            });
            threads.Add(thread);
            thread.Start();
        }
        threads.ForEach(thread => thread.Join());
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Check(failure == null, "threads agree: " + failure);
    }

    private static void Main()
    {
        Same(Marshal.SizeOf(typeof(NativeDay)), 32);
        Same(Marshal.SizeOf(typeof(NativeDue)), 40);
        Same(Marshal.SizeOf(typeof(NativeStanding)), 16);
        Same(Marshal.SizeOf(typeof(NativeTally)), 48);
        Same(Marshal.SizeOf(typeof(NativeSession)), 8);
        Same(Marshal.SizeOf(typeof(NativeText)), 2 * IntPtr.Size);
        OfficeCalendar office = OfficeCalendar.Vietnam();
        Calendars(office);
        Times(office);
        Limits(office);
        Dossiers(office);
        Batches(office);
        Threads(office);
        // A fault of the library is a status here too, and the process lives.
        Same(motcua_test_panic(), 99);
        Same(Engine.AnswerJson("{\"op\": \"add_working_days\", \"date\": \"2026-08-19\", \"n\": 10}"),
            "{\"date\":\"2026-09-04\",\"certainty\":\"final\"}");
        Check(office.AnswerJson("Đ").Contains("invalid_json"), "whatever is asked is answered");
        Check(Engine.Version.Split('.').Length == 3, "the version has three parts");
        office.Dispose();
        office.Dispose();
        Throws<ObjectDisposedException>(() => office.AddWorkingDays(August, 1));
        Console.WriteLine("ok " + checks);
    }
}
