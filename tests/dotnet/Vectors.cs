// Runs the shared cases: "answers" as requests in JSON, "typed" through the typed methods. What is
// read and printed is told in tests/c/answers.c and tests/c/typed.c.

using System;
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

    private static long[] Dates(DateTime date)
    {
        return new[] { (long)OfficeCalendar.DaysOf(date), 0 };
    }

    private static long[] Dues(Due due)
    {
        return new[] { OfficeCalendar.SecondsOf(due.At), OfficeCalendar.DaysOf(due.Date) };
    }

    private static long[] Run(string[] field)
    {
        using (OfficeCalendar office =
            field[2].Length == 0 ? OfficeCalendar.Vietnam() : OfficeCalendar.FromJson(field[2]))
        using (Policy policy = Policy.FromJson(field[3].Length == 0 ? "{}" : field[3]))
        {
            switch (field[1])
            {
                case "add_working_days":
                    return Dates(office.AddWorkingDays(Day(field[6]), (int)Number(field[7])));
                case "count_working_days":
                    return new[] { (long)office.CountWorkingDays(Day(field[6]), Day(field[7])), 0 };
                case "add_working_minutes":
                    DateTime found = office.AddWorkingMinutes(Instant(field[6]), (int)Number(field[7]));
                    return new[] { OfficeCalendar.SecondsOf(found), 0 };
                case "count_working_minutes":
                    return new[]
                    {
                        (long)office.CountWorkingMinutes(Instant(field[6]), Instant(field[7])), 0,
                    };
                case "day":
                    DayInfo day = office.Day(Day(field[6]));
                    return new[] { (long)day.Kind, day.IsWorking ? 1 : 0 };
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
                default:
                    throw new InvalidOperationException("no operation " + field[1]);
            }
        }
    }

    private static int Typed(TextReader input)
    {
        int count = 0;
        for (string line = input.ReadLine(); line != null; line = input.ReadLine())
        {
            string[] field = line.Split('\t');
            int status = 0;
            long[] got = { 0, 0 };
            try
            {
                got = Run(field);
            }
            catch (MotcuaException refusal)
            {
                status = refusal.Status;
            }
            bool right = status == Number(field[9]) && (status != 0 ||
                (got[0] == Number(field[10]) && (field[11].Length == 0 || got[1] == Number(field[11]))));
            if (!right)
            {
                Console.Error.WriteLine("{0}: {1}, {2}, {3}", field[0], status, got[0], got[1]);
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
