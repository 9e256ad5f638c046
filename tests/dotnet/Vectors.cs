// Runs the shared cases: "answers" as requests in JSON, "typed" through the typed methods. What is
// read and printed is told in tests/c/answers.c and tests/tests/c_abi/typed.rs.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using Motcua;

internal static class Vectors
{
    private static readonly DateTime Epoch = new DateTime(1970, 1, 1);

    private static long Number(string text)
    {
        return long.Parse(text, CultureInfo.InvariantCulture);
    }

    private static DateTime Day(string text)
    {
        return Epoch.AddDays(Number(text));
    }

    private static DateTime Instant(string text)
    {
        return Epoch.AddSeconds(Number(text));
    }

    private static List<string> Say(params long[] numbers)
    {
        List<string> said = new List<string>();
        foreach (long number in numbers)
        {
            said.Add(number.ToString(CultureInfo.InvariantCulture));
        }
        return said;
    }

    private static List<string> Dues(Due due)
    {
        return Say(OfficeCalendar.SecondsOf(due.At), OfficeCalendar.DaysOf(due.Date));
    }

    /// <summary>The door tells what had come by then, the typed methods the whole log.</summary>
    private static void Tell(List<string> said, DateTime? at, DateTime asOf)
    {
        said.AddRange(at == null || at > asOf ? new List<string> { "none" } : Say(OfficeCalendar.SecondsOf(at.Value)));
    }

    private static List<string> Evaluate(
        OfficeCalendar office, Policy policy, string json, DateTime asOf)
    {
        using (Dossier dossier = Dossier.FromJson(json))
        using (Timeline timeline = dossier.Evaluate(office, policy))
        {
            Standing standing = timeline.Standing(office, asOf, policy);
            List<string> said =
                Say((long)standing.State, standing.Days, standing.Hours, standing.Minutes);
            try
            {
                said.AddRange(Dues(timeline.Due(asOf, policy)));
            }
            catch (MotcuaException refusal)
            {
                if (refusal.Code != "not_started")
                {
                    throw;
                }
                said.AddRange(new[] { "none", "none" });
            }
            int code = timeline.Status(asOf);
            said.AddRange(code == 0 ? new List<string> { "none" } : Say(code));
            Tell(said, timeline.Received, asOf);
            Tell(said, timeline.Finished, asOf);
            Tell(said, timeline.Returned, asOf);
            return said;
        }
    }

    private static List<string> Tallied(Tally tally)
    {
        return Say(
            tally.Received, tally.Online, tally.DirectOrPost, tally.CarriedOver, tally.Solved,
            tally.Early, tally.OnTime, tally.Late, tally.Pending, tally.InTime, tally.Overdue,
            tally.Ended);
    }

    private static List<string> Reported(
        OfficeCalendar office, Policy policy, string jsons, DateTime from, DateTime to)
    {
        List<Dossier> dossiers = new List<Dossier>();
        foreach (string json in jsons.Split(new[] { '\x1e' }, StringSplitOptions.RemoveEmptyEntries))
        {
            dossiers.Add(Dossier.FromJson(json));
        }
        Report report = Report.Over(office, from, to, dossiers, policy);
        dossiers.ForEach(dossier => dossier.Dispose());
        List<string> said = Tallied(report.Totals);
        said.AddRange(Say(report.Rows.Count, report.Refused.Count));
        foreach (ReportRow row in report.Rows)
        {
            said.AddRange(Tallied(row.Tally));
        }
        return said;
    }

    private static List<string> Run(string[] field)
    {
        using (OfficeCalendar office =
            field[2].Length == 0 ? OfficeCalendar.Vietnam() : OfficeCalendar.FromJson(field[2]))
        using (Policy policy = Policy.FromJson(field[3].Length == 0 ? "{}" : field[3]))
        {
            switch (field[1])
            {
                case "add_working_days":
                    return Say(OfficeCalendar.DaysOf(
                        office.AddWorkingDays(Day(field[6]), (int)Number(field[7]))));
                case "count_working_days":
                    return Say(office.CountWorkingDays(Day(field[6]), Day(field[7])));
                case "add_working_minutes":
                    return Say(OfficeCalendar.SecondsOf(
                        office.AddWorkingMinutes(Instant(field[6]), (int)Number(field[7]))));
                case "count_working_minutes":
                    return Say(office.CountWorkingMinutes(Instant(field[6]), Instant(field[7])));
                case "day":
                    DayInfo day = office.Day(Day(field[6]));
                    return Say((long)day.Kind, day.IsWorking ? 1 : 0);
                case "deadline":
                    Limit limit = Limit.Of(Number(field[7]) / 1000m, (Unit)Number(field[8]));
                    return Dues(office.Appointment(Instant(field[6]), limit, policy));
                case "deadline_text":
                    string chosen = field[5] == " " ? "" : field[5].Length == 0 ? null : field[5];
                    using (TimeLimit text = TimeLimit.Parse(field[4]))
                    {
                        return Dues(office.Appointment(
                            Instant(field[6]), text, chosen, (Channel)Number(field[8]), policy));
                    }
                case "parse_time_limit":
                    using (TimeLimit text = TimeLimit.Parse(field[4]))
                    {
                        List<string> said = new List<string> { text.Kind };
                        said.AddRange(Say(text.Count));
                        said.AddRange(text.CutOff == null
                            ? new List<string> { "none" }
                            : Say((long)text.CutOff.Value.TotalMinutes));
                        return said;
                    }
                case "evaluate":
                    return Evaluate(office, policy, field[4], Instant(field[6]));
                case "report":
                    return Reported(office, policy, field[4], Day(field[6]), Day(field[7]));
                default:
                    throw new InvalidOperationException("no operation " + field[1]);
            }
        }
    }

    private static bool IsExpected(List<string> said, string[] expected)
    {
        bool right = said.Count == expected.Length;
        for (int at = 0; right && at < expected.Length; at++)
        {
            right = expected[at] == "-" || expected[at] == said[at];
        }
        return right;
    }

    private static int Typed(TextReader input)
    {
        int count = 0;
        for (string line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            string[] field = line.Split('\t');
            int status = 0;
            List<string> said = new List<string>();
            try
            {
                said = Run(field);
            }
            catch (MotcuaException refusal)
            {
                status = refusal.Status;
            }
            bool right = status == Number(field[9]) &&
                (status != 0 || IsExpected(said, field[10].Split(' ')));
            if (!right)
            {
                Console.Error.WriteLine("{0}: {1}, {2}; expected {3}, {4}",
                    field[0], status, string.Join(" ", said), field[9], field[10]);
                return 1;
            }
            count++;
        }
        Console.WriteLine(count);
        return 0;
    }

    private static int Answers(Stream input, Stream output)
    {
        for (;;)
        {
            int length = 0;
            int next = input.ReadByte();
            if (next < 0)
            {
                output.Flush();
                return 0;
            }
            for (; next != '\n'; next = input.ReadByte())
            {
                length = length * 10 + (next - '0');
            }
            byte[] request = new byte[length];
            for (int read = 0; read < length;)
            {
                read += input.Read(request, read, length - read);
            }
            byte[] answer = Encoding.UTF8.GetBytes(Engine.AnswerUtf8(request) + "\n");
            output.Write(answer, 0, answer.Length);
        }
    }

    private static int Main(string[] arguments)
    {
        using (Stream input = new BufferedStream(Console.OpenStandardInput(), 1 << 16))
        using (Stream output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16))
        {
            return arguments[0] == "typed"
                ? Typed(new StreamReader(input, new UTF8Encoding(false)))
                : Answers(input, output);
        }
    }
}
