using System;
using System.Runtime.InteropServices;
using System.Text;

namespace Motcua
{
    /// <summary>Texts, statuses and instants on their way to the library and back.</summary>
    internal static class Marshalling
    {
        private static readonly UTF8Encoding Utf8 = new UTF8Encoding(false, true);
        private static readonly DateTime Epoch = new DateTime(1970, 1, 1);
        private static readonly bool AbiIsRight =
            NativeMethods.motcua_abi_version() == NativeMethods.MOTCUA_ABI_VERSION;

        /// <summary>Goes no further where the library is of another binary interface.</summary>
        internal static void CheckAbi()
        {
            if (!AbiIsRight)
            {
                throw new MotcuaException(
                    MotcuaException.AbiMismatch,
                    "abi_mismatch",
                    "the native library of motcua is of another binary interface than this assembly");
            }
        }

        /// <summary>A text in UTF-8; the framework's own marshalling would take the code page.</summary>
        internal static byte[] Bytes(string text, string name)
        {
            if (text == null)
            {
                throw new ArgumentNullException(name);
            }
            try
            {
                return Utf8.GetBytes(text);
            }
            catch (EncoderFallbackException)
            {
                throw new ArgumentException("the text has half of a surrogate pair", name);
            }
        }

        internal static UIntPtr Length(byte[] bytes)
        {
            return (UIntPtr)(uint)bytes.Length;
        }

        internal static string Text(NativeText text)
        {
            int length = checked((int)text.len.ToUInt64());
            if (length == 0)
            {
                return string.Empty;
            }
            byte[] bytes = new byte[length];
            Marshal.Copy(text.data, bytes, 0, length);
            return Utf8.GetString(bytes);
        }

        /// <summary>A text that ends with a NUL and belongs to the library.</summary>
        internal static string Fixed(IntPtr text)
        {
            int length = 0;
            while (Marshal.ReadByte(text, length) != 0)
            {
                length++;
            }
            byte[] bytes = new byte[length];
            Marshal.Copy(text, bytes, 0, length);
            return Utf8.GetString(bytes);
        }

        internal static string Taken(int status, StringHandle text)
        {
            using (text)
            {
                Check(status);
                NativeText view = NativeMethods.motcua_string_view(text);
                string copy = Text(view);
                GC.KeepAlive(text);
                return copy;
            }
        }

        /// <summary>Throws what the call that has just been made on this thread failed with.</summary>
        internal static void Check(int status)
        {
            if (status != NativeMethods.MOTCUA_OK)
            {
                throw Failure(status);
            }
        }

        private static MotcuaException Failure(int status)
        {
            UIntPtr needed;
            NativeMethods.motcua_last_error_message(null, UIntPtr.Zero, out needed);
            byte[] bytes = new byte[checked((int)needed.ToUInt64())];
            string message;
            if (NativeMethods.motcua_last_error_message(bytes, Length(bytes), out needed) ==
                NativeMethods.MOTCUA_OK && bytes.Length > 1)
            {
                message = Utf8.GetString(bytes, 0, bytes.Length - 1);
            }
            else
            {
                message = Fixed(NativeMethods.motcua_status_message(status));
            }
            return new MotcuaException(
                status, Fixed(NativeMethods.motcua_status_code(status)), message);
        }

        /// <summary>A date of Vietnam; one with a time of day or of another zone is refused.</summary>
        internal static int Date(DateTime date, string name)
        {
            CheckKind(date, name);
            if (date.TimeOfDay != TimeSpan.Zero)
            {
                throw new ArgumentException("the date has a time of day; use its Date", name);
            }
            return checked((int)((date.Ticks - Epoch.Ticks) / TimeSpan.TicksPerDay));
        }

        internal static DateTime Date(int days)
        {
            return Epoch.AddDays(days);
        }

        /// <summary>
        /// An instant on Vietnam's clock. A DateTime that says it is of UTC or of this computer's
        /// zone is refused, so that no instant is off by hours unnoticed.
        /// </summary>
        internal static long Instant(DateTime at, string name)
        {
            CheckKind(at, name);
            long ticks = at.Ticks - Epoch.Ticks;
            long seconds = ticks / TimeSpan.TicksPerSecond;
            return ticks % TimeSpan.TicksPerSecond < 0 ? seconds - 1 : seconds;
        }

        internal static DateTime Instant(long seconds)
        {
            return Epoch.AddTicks(checked(seconds * TimeSpan.TicksPerSecond));
        }

        internal static DateTime? OptionalInstant(long seconds)
        {
            return seconds == NativeMethods.MOTCUA_NO_INSTANT ? (DateTime?)null : Instant(seconds);
        }

        private static void CheckKind(DateTime at, string name)
        {
            if (at.Kind != DateTimeKind.Unspecified)
            {
                throw new ArgumentException(
                    "the DateTime is of kind " + at.Kind + "; give Vietnam's own date and clock " +
                    "with kind Unspecified, or convert with VietnamTime.From",
                    name);
            }
        }
    }

    /// <summary>Giờ Việt Nam: UTC+7 all year.</summary>
    public static class VietnamTime
    {
        private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

        /// <summary>The date and clock in Vietnam at an instant, of kind Unspecified.</summary>
        public static DateTime From(DateTimeOffset instant)
        {
            return instant.ToOffset(Offset).DateTime;
        }

        /// <summary>The instant at which Vietnam's clock shows a time.</summary>
        public static DateTimeOffset ToOffset(DateTime local)
        {
            return new DateTimeOffset(Marshalling.Instant(Marshalling.Instant(local, "local")), Offset);
        }
    }
}
