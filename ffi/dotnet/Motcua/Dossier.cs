using System;

namespace Motcua
{
    /// <summary>A dossier: its procedure, its limit and the log of what happened to it.</summary>
    public sealed class Dossier : IDisposable
    {
        private Dossier(DossierHandle handle)
        {
            Handle = handle;
        }

        internal DossierHandle Handle { get; private set; }

        /// <summary>A dossier as requests in JSON carry it.</summary>
        public static Dossier FromJson(string json)
        {
            Marshalling.CheckAbi();
            byte[] bytes = Marshalling.Bytes(json, "json");
            DossierHandle handle;
            Marshalling.Check(NativeMethods.motcua_dossier_new_from_json(
                bytes, Marshalling.Length(bytes), out handle));
            return new Dossier(handle);
        }

        public string Code
        {
            get
            {
                NativeText code;
                Marshalling.Check(NativeMethods.motcua_dossier_code(Handle, out code));
                string text = Marshalling.Text(code);
                GC.KeepAlive(this);
                return text;
            }
        }

        /// <summary>Folds the log into what it means.</summary>
        public Timeline Evaluate(OfficeCalendar calendar, Policy policy = null)
        {
            if (calendar == null)
            {
                throw new ArgumentNullException("calendar");
            }
            TimelineHandle timeline;
            Marshalling.Check(NativeMethods.motcua_dossier_evaluate(
                Handle, calendar.Handle, Policy.HandleOf(policy), out timeline));
            return new Timeline(timeline);
        }

        public void Dispose()
        {
            Handle.Dispose();
        }
    }

    /// <summary>What the log of a dossier means.</summary>
    public sealed class Timeline : IDisposable
    {
        private readonly TimelineHandle handle;

        internal Timeline(TimelineHandle handle)
        {
            this.handle = handle;
            long received, finished, returned;
            Marshalling.Check(NativeMethods.motcua_timeline_times(
                handle, out received, out finished, out returned));
            Received = Marshalling.OptionalInstant(received);
            Finished = Marshalling.OptionalInstant(finished);
            Returned = Marshalling.OptionalInstant(returned);
        }

        /// <summary>When it was received, full and correct.</summary>
        public DateTime? Received { get; private set; }

        /// <summary>When its result was ready.</summary>
        public DateTime? Finished { get; private set; }

        /// <summary>When the result was handed over.</summary>
        public DateTime? Returned { get; private set; }

        /// <summary>The due time by the promise in force at an instant.</summary>
        public Due Due(DateTime asOf, Policy policy = null)
        {
            NativeDue due;
            Marshalling.Check(NativeMethods.motcua_timeline_due(
                handle, Policy.HandleOf(policy), Marshalling.Instant(asOf, "asOf"), out due));
            return new Due(due);
        }

        /// <summary>Where the dossier stands at an instant.</summary>
        public Standing Standing(OfficeCalendar calendar, DateTime asOf, Policy policy = null)
        {
            if (calendar == null)
            {
                throw new ArgumentNullException("calendar");
            }
            NativeStanding standing;
            Marshalling.Check(NativeMethods.motcua_timeline_standing(
                handle, calendar.Handle, Policy.HandleOf(policy),
                Marshalling.Instant(asOf, "asOf"), out standing));
            return new Standing(standing);
        }

        /// <summary>The status of the national portal, 1 to 10; 0 before the first event.</summary>
        public int Status(DateTime asOf)
        {
            int status;
            Marshalling.Check(NativeMethods.motcua_timeline_status(
                handle, Marshalling.Instant(asOf, "asOf"), out status));
            return status;
        }

        public void Dispose()
        {
            handle.Dispose();
        }
    }
}
