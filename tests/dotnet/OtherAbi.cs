// Against a library of another binary interface nothing is called but the question for it.

using System;
using Motcua;

internal static class OtherAbi
{
    private static void Refused(Action call)
    {
        try
        {
            call();
        }
        catch (MotcuaException refusal)
        {
            if (refusal.Code == "abi_mismatch" && refusal.Status == MotcuaException.AbiMismatch)
            {
                return;
            }
        }
        throw new InvalidOperationException("a library of another binary interface is used");
    }

    private static void Main()
    {
        Refused(() => OfficeCalendar.Vietnam());
        Refused(() => OfficeCalendar.FromJson("{}"));
        Refused(() => Policy.FromJson("{}"));
        Refused(() => TimeLimit.Parse("x"));
        Refused(() => Dossier.FromJson("{}"));
        Refused(() => Engine.AnswerJson("{}"));
        Console.WriteLine("ok");
    }
}
