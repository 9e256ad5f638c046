using System;

namespace Motcua
{
    /// <summary>What the text of a time limit says.</summary>
    public sealed class TimeLimit : IDisposable
    {
        private TimeLimit(TimeLimitHandle handle)
        {
            Handle = handle;
        }

        internal TimeLimitHandle Handle { get; private set; }

        public static TimeLimit Parse(string text)
        {
            Marshalling.CheckAbi();
            byte[] bytes = Marshalling.Bytes(text, "text");
            TimeLimitHandle handle;
            Marshalling.Check(NativeMethods.motcua_time_limit_parse(
                bytes, Marshalling.Length(bytes), out handle));
            return new TimeLimit(handle);
        }

        /// <summary>What kind of text it is: "deadline", "same_day", "none", ...</summary>
        public string Kind
        {
            get
            {
                NativeText kind;
                Marshalling.Check(NativeMethods.motcua_time_limit_kind(Handle, out kind));
                string text = Marshalling.Text(kind);
                GC.KeepAlive(this);
                return text;
            }
        }

        /// <summary>How many limits stand in the text.</summary>
        public int Count
        {
            get
            {
                UIntPtr count;
                Marshalling.Check(NativeMethods.motcua_time_limit_count(Handle, out count));
                return (int)count.ToUInt32();
            }
        }

        /// <summary>The cut-off hour the text sets.</summary>
        public TimeSpan? CutOff
        {
            get
            {
                int minute;
                Marshalling.Check(NativeMethods.motcua_time_limit_cut_off(Handle, out minute));
                return minute < 0 ? (TimeSpan?)null : TimeSpan.FromMinutes(minute);
            }
        }

        /// <summary>The one limit for a case and a channel; null is no case, "" the plain one.</summary>
        public Limit Select(string ofCase = null, Channel channel = Channel.Any)
        {
            UIntPtr length;
            byte[] bytes = CaseBytes(ofCase, out length);
            int thousandths, unit;
            Marshalling.Check(NativeMethods.motcua_time_limit_select(
                Handle, bytes, length, (int)channel, out thousandths, out unit));
            return new Limit(thousandths, (Unit)unit);
        }

        /// <summary>A case as C takes it: NULL is none, anything else one.</summary>
        internal static byte[] CaseBytes(string ofCase, out UIntPtr length)
        {
            length = UIntPtr.Zero;
            if (ofCase == null)
            {
                return null;
            }
            byte[] bytes = Marshalling.Bytes(ofCase, "ofCase");
            length = Marshalling.Length(bytes);
            // An array without elements may arrive as NULL.
            return bytes.Length == 0 ? new byte[1] : bytes;
        }

        public void Dispose()
        {
            Handle.Dispose();
        }
    }
}
