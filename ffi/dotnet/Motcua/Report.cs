using System;
using System.Collections.Generic;

namespace Motcua
{
    /// <summary>The columns of form II.06a.</summary>
    public struct Tally
    {
        private readonly NativeTally tally;

        internal Tally(NativeTally tally)
        {
            this.tally = tally;
        }

        public long Received { get { return tally.received; } }
        public long Online { get { return tally.online; } }
        public long DirectOrPost { get { return tally.direct_or_post; } }
        public long CarriedOver { get { return tally.carried_over; } }
        public long Solved { get { return tally.solved; } }
        public long Early { get { return tally.early; } }
        public long OnTime { get { return tally.on_time; } }
        public long Late { get { return tally.late; } }
        public long Pending { get { return tally.pending; } }
        public long InTime { get { return tally.in_time; } }
        public long Overdue { get { return tally.overdue; } }
        public long Ended { get { return tally.ended; } }
    }

    /// <summary>One row of a report.</summary>
    public sealed class ReportRow
    {
        internal ReportRow(string field, Tally tally)
        {
            Field = field;
            Tally = tally;
        }

        public string Field { get; private set; }
        public Tally Tally { get; private set; }
    }

    /// <summary>A dossier that a report left out, and why.</summary>
    public sealed class RefusedDossier
    {
        internal RefusedDossier(int index, int reason)
        {
            Index = index;
            Reason = reason;
        }

        /// <summary>Which of the dossiers, from 0.</summary>
        public int Index { get; private set; }

        /// <summary>The status, as in motcua.h.</summary>
        public int Reason { get; private set; }
    }

    /// <summary>Form II.06a: what an office received, solved and has open over a period.</summary>
    public sealed class Report
    {
        private Report(Tally totals, IList<ReportRow> rows, IList<RefusedDossier> refused)
        {
            Totals = totals;
            Rows = rows;
            Refused = refused;
        }

        public Tally Totals { get; private set; }
        public IList<ReportRow> Rows { get; private set; }
        public IList<RefusedDossier> Refused { get; private set; }

        /// <summary>A report over dossiers; one that cannot be told is listed as refused.</summary>
        public static Report Over(
            OfficeCalendar calendar,
            DateTime from,
            DateTime to,
            IList<Dossier> dossiers,
            Policy policy = null)
        {
            if (calendar == null)
            {
                throw new ArgumentNullException("calendar");
            }
            if (dossiers == null)
            {
                throw new ArgumentNullException("dossiers");
            }
            IntPtr[] handles = new IntPtr[dossiers.Count];
            int held = 0;
            try
            {
                for (; held < handles.Length; held++)
                {
                    if (dossiers[held] == null)
                    {
                        throw new ArgumentNullException("dossiers", "a dossier is null");
                    }
                    bool added = false;
                    // Kept from being freed while the report is made.
                    dossiers[held].Handle.DangerousAddRef(ref added);
                    handles[held] = dossiers[held].Handle.DangerousGetHandle();
                }
                ReportHandle report;
                Marshalling.Check(NativeMethods.motcua_report_new(
                    calendar.Handle, Policy.HandleOf(policy), Marshalling.Date(from, "from"),
                    Marshalling.Date(to, "to"), handles, (UIntPtr)(uint)handles.Length, out report));
                using (report)
                {
                    return Read(report);
                }
            }
            finally
            {
                while (held > 0)
                {
                    held--;
                    dossiers[held].Handle.DangerousRelease();
                }
            }
        }

        /// <summary>Evaluations counted for a period from a day to the instant they are of, a tally for
        /// each group; without groups all are of the first.</summary>
        public static Tally[] Tallies(
            Evaluation[] evaluations,
            byte[] online,
            DateTime from,
            uint[] group = null,
            int groups = 1,
            Policy policy = null)
        {
            UIntPtr length = Columns.Length(evaluations, online, (Array)group ?? online);
            NativeEvaluation[] told = Array.ConvertAll(evaluations, one => one.Native);
            NativeTally[] tallies = new NativeTally[groups];
            Marshalling.Check(NativeMethods.motcua_tally_batch(
                Policy.HandleOf(policy), Marshalling.Date(from, "from"), told, online, group,
                length, tallies, (UIntPtr)(uint)groups));
            return Array.ConvertAll(tallies, tally => new Tally(tally));
        }

        private static Report Read(ReportHandle report)
        {
            UIntPtr rowCount, refusedCount;
            NativeTally totals;
            Marshalling.Check(NativeMethods.motcua_report_counts(report, out rowCount, out refusedCount));
            Marshalling.Check(NativeMethods.motcua_report_totals(report, out totals));
            List<ReportRow> rows = new List<ReportRow>();
            for (uint index = 0; index < rowCount.ToUInt32(); index++)
            {
                NativeText field;
                NativeTally tally;
                Marshalling.Check(NativeMethods.motcua_report_row(
                    report, (UIntPtr)index, out field, out tally));
                rows.Add(new ReportRow(Marshalling.Text(field), new Tally(tally)));
            }
            List<RefusedDossier> refused = new List<RefusedDossier>();
            for (uint index = 0; index < refusedCount.ToUInt32(); index++)
            {
                UIntPtr dossier;
                int reason;
                Marshalling.Check(NativeMethods.motcua_report_refused(
                    report, (UIntPtr)index, out dossier, out reason));
                refused.Add(new RefusedDossier((int)dossier.ToUInt32(), reason));
            }
            return new Report(new Tally(totals), rows.AsReadOnly(), refused.AsReadOnly());
        }
    }
}
