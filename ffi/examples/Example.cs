using System;
using Motcua;

static class Example
{
    static void Main()
    {
        using (OfficeCalendar calendar = OfficeCalendar.Vietnam())
        {
            Due due = calendar.Appointment(new DateTime(2026, 8, 19, 9, 0, 0), Limit.WorkingDays(10));
            Console.WriteLine("hẹn trả: {0:yyyy-MM-dd HH:mm}", due.At);
        }
    }
}
