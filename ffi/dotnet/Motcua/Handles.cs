using System;
using System.Runtime.InteropServices;

namespace Motcua
{
    /// <summary>A handle of the library: freed once, and never while a call is using it.</summary>
    internal abstract class NativeHandle : SafeHandle
    {
        protected NativeHandle()
            : base(IntPtr.Zero, true)
        {
        }

        public override bool IsInvalid
        {
            get { return handle == IntPtr.Zero; }
        }
    }

    internal sealed class CalendarHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_calendar_free(handle);
            return true;
        }
    }

    internal sealed class PolicyHandle : NativeHandle
    {
        /// <summary>NULL, which is the policy of the one-stop.</summary>
        internal static readonly PolicyHandle OneStop = new PolicyHandle();

        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_policy_free(handle);
            return true;
        }
    }

    internal sealed class TimeLimitHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_time_limit_free(handle);
            return true;
        }
    }

    internal sealed class DossierHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_dossier_free(handle);
            return true;
        }
    }

    internal sealed class TimelineHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_timeline_free(handle);
            return true;
        }
    }

    internal sealed class ReportHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_report_free(handle);
            return true;
        }
    }

    internal sealed class StringHandle : NativeHandle
    {
        protected override bool ReleaseHandle()
        {
            NativeMethods.motcua_string_free(handle);
            return true;
        }
    }
}
