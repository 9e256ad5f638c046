using System;

namespace Motcua
{
    /// <summary>Why motcua gives no answer.</summary>
    [Serializable]
    public sealed class MotcuaException : Exception
    {
        /// <summary>The status of a library whose binary interface is another one.</summary>
        public const int AbiMismatch = -1;

        internal MotcuaException(int status, string code, string message)
            : base(message)
        {
            Status = status;
            Code = code;
        }

        /// <summary>The status, as in motcua.h.</summary>
        public int Status { get; private set; }

        /// <summary>The stable code to act on, such as "no_calendar_data".</summary>
        public string Code { get; private set; }
    }
}
