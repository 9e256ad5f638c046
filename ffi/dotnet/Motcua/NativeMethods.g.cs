// Generated from include/motcua.h by the test `c_abi`, which rewrites it under
// UPDATE_HEADER=1; do not edit.

using System;
using System.Runtime.InteropServices;

namespace Motcua
{
    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeDue
    {
        public long at_local;
        public long legal_end_local;
        public long start_local;
        public int date;
        public int nominal;
        public int certainty;
        public int reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeDay
    {
        public int date;
        public int kind;
        public int holiday;
        public int exchanged_for;
        public int certainty;
        public int working;
        public int verified;
        public int open_minutes;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeText
    {
        public IntPtr data;
        public UIntPtr len;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeSession
    {
        public int open;
        public int close;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeStanding
    {
        public int state;
        public int days;
        public int hours;
        public int minutes;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeEvaluation
    {
        public long received_local;
        public long finished_local;
        public long ended_local;
        public long due_local;
        public int due_date;
        public int certainty;
        public int state;
        public int days;
        public int hours;
        public int minutes;
        public int status;
        public int reserved;
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct NativeTally
    {
        public uint received;
        public uint online;
        public uint direct_or_post;
        public uint carried_over;
        public uint solved;
        public uint early;
        public uint on_time;
        public uint late;
        public uint pending;
        public uint in_time;
        public uint overdue;
        public uint ended;
    }

    internal static class NativeMethods
    {
        /// <summary>libmotcua.so, libmotcua.dylib or motcua.dll.</summary>
        private const string Library = "motcua";

        internal const int MOTCUA_VERSION_MAJOR = 0;
        internal const int MOTCUA_VERSION_MINOR = 1;
        internal const int MOTCUA_VERSION_PATCH = 0;
        internal const int MOTCUA_ERROR_LUNAR_OUT_OF_RANGE = 100;
        internal const int MOTCUA_ERROR_NO_SUCH_LUNAR_DATE = 101;
        internal const int MOTCUA_ERROR_INVALID_DATE = 102;
        internal const int MOTCUA_ERROR_INVALID_TIME = 103;
        internal const int MOTCUA_ERROR_INVALID_CLOCK_TIME = 104;
        internal const int MOTCUA_ERROR_NO_CALENDAR_DATA = 105;
        internal const int MOTCUA_ERROR_EMPTY_SESSION = 106;
        internal const int MOTCUA_ERROR_OVERLAPPING_SESSIONS = 107;
        internal const int MOTCUA_ERROR_EMPTY_WEEK = 108;
        internal const int MOTCUA_ERROR_EMPTY_MAKE_UP = 109;
        internal const int MOTCUA_ERROR_END_BEFORE_START = 110;
        internal const int MOTCUA_ERROR_OVERLAPPING_HOURS = 111;
        internal const int MOTCUA_ERROR_OFF_AND_MAKE_UP = 112;
        internal const int MOTCUA_ERROR_MAKE_UP_ON_WORKING_DAY = 113;
        internal const int MOTCUA_ERROR_LISTED_TWICE = 114;
        internal const int MOTCUA_ERROR_NOT_IN_YEAR = 115;
        internal const int MOTCUA_ERROR_UNPAIRED_SWAP = 116;
        internal const int MOTCUA_ERROR_TET_SPLIT = 117;
        internal const int MOTCUA_ERROR_NOT_FINAL = 118;
        internal const int MOTCUA_ERROR_INVALID_CALENDAR = 119;
        internal const int MOTCUA_ERROR_INVALID_AMOUNT = 150;
        internal const int MOTCUA_ERROR_AMBIGUOUS_LIMIT = 151;
        internal const int MOTCUA_ERROR_NO_LIMIT = 152;
        internal const int MOTCUA_ERROR_UNIT_MISSING = 153;
        internal const int MOTCUA_ERROR_CONFLICTING_LIMIT = 154;
        internal const int MOTCUA_ERROR_UNKNOWN_CASE = 155;
        internal const int MOTCUA_ERROR_UNKNOWN_CHANNEL = 156;
        internal const int MOTCUA_ERROR_EMPTY_LIMIT = 200;
        internal const int MOTCUA_ERROR_PART_OF_UNIT = 201;
        internal const int MOTCUA_ERROR_NOT_RECEIVED = 250;
        internal const int MOTCUA_ERROR_OUT_OF_ORDER = 251;
        internal const int MOTCUA_ERROR_IMPOSSIBLE_EVENT = 252;
        internal const int MOTCUA_ERROR_INVALID_DOSSIER_CODE = 260;
        internal const int MOTCUA_ERROR_DOSSIER_CODE_AGENCY = 261;
        internal const int MOTCUA_ERROR_DOSSIER_CODE_DATE = 262;
        internal const int MOTCUA_ERROR_DOSSIER_CODE_ORDER = 263;
        internal const int MOTCUA_ERROR_INVALID_NATIONAL_RECORD = 270;
        internal const int MOTCUA_ERROR_BROKEN_SUM = 300;
        internal const int MOTCUA_ERROR_REPORTS_DIFFER = 301;
        internal const int MOTCUA_ERROR_PART_EXCEEDS_WHOLE = 302;
        internal const int MOTCUA_ERROR_NO_SCORING = 303;
        internal const int MOTCUA_ERROR_UNKNOWN_DOSSIER = 304;
        internal const int MOTCUA_ERROR_INVALID_RECORD = 350;
        internal const int MOTCUA_ERROR_DUPLICATE_PROCEDURE = 351;
        internal const int MOTCUA_ERROR_UNKNOWN_PROCEDURE = 352;
        internal const int MOTCUA_ERROR_INVALID_PROCEDURE_CODE = 353;
        internal const int MOTCUA_ERROR_INVALID_AGENCY_CODE = 354;
        internal const int MOTCUA_ERROR_INVALID_PRICE = 355;
        internal const int MOTCUA_ERROR_UNKNOWN_STEP = 356;
        internal const int MOTCUA_ERROR_STEP_CYCLE = 357;
        internal const int MOTCUA_ERROR_DUPLICATE_STEP = 358;
        internal const int MOTCUA_ERROR_STEPS_DO_NOT_ADD_UP = 359;
        internal const int MOTCUA_ERROR_INVALID_REDUCTION = 360;
        internal const int MOTCUA_ERROR_OVERLAPPING_REDUCTIONS = 361;
        internal const int MOTCUA_ERROR_OVERLAPPING_VERSIONS = 362;
        internal const int MOTCUA_ERROR_FEE_UNKNOWN = 363;
        internal const int MOTCUA_ERROR_AMBIGUOUS_FEE = 364;
        internal const int MOTCUA_ERROR_UNKNOWN_FEE_CASE = 365;
        internal const int MOTCUA_ERROR_INCOMPARABLE_LEVELS = 370;
        internal const int MOTCUA_ERROR_UNKNOWN_LEVEL = 371;
        internal const int MOTCUA_ERROR_REGIME_NOT_IN_FORCE = 372;
        internal const int MOTCUA_ERROR_INVALID_JSON = 400;
        internal const int MOTCUA_ERROR_TOO_LONG = 401;
        internal const int MOTCUA_ERROR_UNKNOWN_OP = 402;
        internal const int MOTCUA_ERROR_INVALID_REQUEST = 403;
        internal const int MOTCUA_ERROR_TOO_DEEP = 404;
        internal const int MOTCUA_ERROR_TOO_MANY = 405;
        internal const int MOTCUA_ERROR_NO_CODE = 450;
        internal const int MOTCUA_ERROR_DUPLICATE_CODE = 451;
        internal const int MOTCUA_ERROR_UNKNOWN_FINDING = 452;
        internal const int MOTCUA_ERROR_UNKNOWN_EDITION = 453;
        internal const int MOTCUA_ERROR_JUDGED_BEFORE_END = 454;
        internal const int MOTCUA_ERROR_COLUMN_LENGTHS = 500;
        internal const int MOTCUA_ERROR_LOG_STARTS = 501;
        internal const int MOTCUA_ERROR_UNKNOWN_EVENT_CODE = 502;
        internal const int MOTCUA_UNIT_SAME_DAY = 0;
        internal const int MOTCUA_UNIT_MINUTE = 1;
        internal const int MOTCUA_UNIT_HOUR = 2;
        internal const int MOTCUA_UNIT_WORKING_HOUR = 3;
        internal const int MOTCUA_UNIT_DAY = 4;
        internal const int MOTCUA_UNIT_WORKING_DAY = 5;
        internal const int MOTCUA_UNIT_WEEK = 6;
        internal const int MOTCUA_UNIT_MONTH = 7;
        internal const int MOTCUA_UNIT_YEAR = 8;
        internal const int MOTCUA_NO_DATE = int.MinValue;
        internal const long MOTCUA_NO_INSTANT = long.MinValue;
        internal const int MOTCUA_DAY_WORKING = 1;
        internal const int MOTCUA_DAY_WEEKEND = 2;
        internal const int MOTCUA_DAY_HOLIDAY = 3;
        internal const int MOTCUA_DAY_IN_LIEU = 4;
        internal const int MOTCUA_DAY_SWAPPED_OFF = 5;
        internal const int MOTCUA_DAY_MAKE_UP = 6;
        internal const int MOTCUA_DAY_CLOSURE = 7;
        internal const int MOTCUA_HOLIDAY_NONE = 0;
        internal const int MOTCUA_HOLIDAY_NEW_YEAR = 1;
        internal const int MOTCUA_HOLIDAY_TET = 2;
        internal const int MOTCUA_HOLIDAY_HUNG_KINGS = 3;
        internal const int MOTCUA_HOLIDAY_REUNIFICATION = 4;
        internal const int MOTCUA_HOLIDAY_LABOUR = 5;
        internal const int MOTCUA_HOLIDAY_NATIONAL = 6;
        internal const int MOTCUA_HOLIDAY_CULTURE = 7;
        internal const int MOTCUA_HOLIDAY_OTHER = 99;
        internal const int MOTCUA_CERTAINTY_FINAL = 1;
        internal const int MOTCUA_CERTAINTY_PROVISIONAL = 2;
        internal const int MOTCUA_CERTAINTY_PROJECTED = 3;
        internal const int MOTCUA_STATE_NOT_STARTED = 0;
        internal const int MOTCUA_STATE_IN_TIME = 1;
        internal const int MOTCUA_STATE_DUE_SOON = 2;
        internal const int MOTCUA_STATE_OVERDUE = 3;
        internal const int MOTCUA_STATE_EARLY = 4;
        internal const int MOTCUA_STATE_ON_TIME = 5;
        internal const int MOTCUA_STATE_LATE = 6;
        internal const int MOTCUA_STATE_WAITING = 7;
        internal const int MOTCUA_STATE_NOT_ACCEPTED = 8;
        internal const int MOTCUA_STATE_WITHDRAWN = 9;
        internal const int MOTCUA_STATE_STOPPED = 10;
        internal const int MOTCUA_EVENT_SUBMITTED = 1;
        internal const int MOTCUA_EVENT_RECEIVED = 2;
        internal const int MOTCUA_EVENT_RECEIVED_ELSEWHERE = 3;
        internal const int MOTCUA_EVENT_AGENCY_RECEIVED = 4;
        internal const int MOTCUA_EVENT_RECEPTION_REFUSED = 5;
        internal const int MOTCUA_EVENT_TRANSFERRED = 6;
        internal const int MOTCUA_EVENT_STEP_STARTED = 7;
        internal const int MOTCUA_EVENT_STEP_FINISHED = 8;
        internal const int MOTCUA_EVENT_SUPPLEMENT_REQUESTED_AT_RECEPTION = 9;
        internal const int MOTCUA_EVENT_SUPPLEMENT_REQUESTED = 10;
        internal const int MOTCUA_EVENT_SUPPLEMENT_RECEIVED = 11;
        internal const int MOTCUA_EVENT_PAYMENT_REQUESTED = 12;
        internal const int MOTCUA_EVENT_PAYMENT_MADE = 13;
        internal const int MOTCUA_EVENT_SUSPENDED = 14;
        internal const int MOTCUA_EVENT_RESUMED = 15;
        internal const int MOTCUA_EVENT_CONSULTATION_ASKED = 16;
        internal const int MOTCUA_EVENT_CONSULTATION_ANSWERED = 17;
        internal const int MOTCUA_EVENT_REAPPOINTED = 18;
        internal const int MOTCUA_EVENT_APOLOGISED = 19;
        internal const int MOTCUA_EVENT_WITHDRAWN = 20;
        internal const int MOTCUA_EVENT_STOPPED = 21;
        internal const int MOTCUA_EVENT_FINISHED = 22;
        internal const int MOTCUA_EVENT_REFUSED = 23;
        internal const int MOTCUA_EVENT_RETURNED = 24;
        internal const int MOTCUA_EVENT_CAME_IN_VAIN = 25;
        internal const int MOTCUA_CHANNEL_ANY = 0;
        internal const int MOTCUA_CHANNEL_IN_PERSON = 1;
        internal const int MOTCUA_CHANNEL_ONLINE = 2;
        internal const int MOTCUA_CHANNEL_POST = 3;
        internal const int MOTCUA_ABI_VERSION = 1;
        internal const int MOTCUA_OK = 0;
        internal const int MOTCUA_NULL_POINTER = 1;
        internal const int MOTCUA_MISALIGNED_POINTER = 2;
        internal const int MOTCUA_INVALID_LENGTH = 3;
        internal const int MOTCUA_INVALID_UTF8 = 4;
        internal const int MOTCUA_BUFFER_TOO_SMALL = 5;
        internal const int MOTCUA_UNKNOWN_VALUE = 6;
        internal const int MOTCUA_OUT_OF_BOUNDS = 7;
        internal const int MOTCUA_BAD_ROWS = 8;
        internal const int MOTCUA_NOT_STARTED = 9;
        internal const int MOTCUA_PANIC = 99;

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_answer_json(
            byte[] request,
            UIntPtr len,
            out StringHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_calendar_answer_json(
            CalendarHandle calendar,
            byte[] request,
            UIntPtr len,
            out StringHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_appointment(
            CalendarHandle calendar,
            PolicyHandle policy,
            long receivedLocal,
            int amountThousandths,
            int unit,
            out NativeDue result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_batch_bad_rows(
            out UIntPtr outCount,
            out UIntPtr outFirst,
            out int outReason);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_add_working_days_batch(
            CalendarHandle calendar,
            int[] dates,
            int[] n,
            UIntPtr len,
            [Out] int[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_count_working_days_batch(
            CalendarHandle calendar,
            int[] from,
            int[] to,
            UIntPtr len,
            [Out] int[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_add_working_minutes_batch(
            CalendarHandle calendar,
            long[] atLocal,
            int[] minutes,
            UIntPtr len,
            [Out] long[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_count_working_minutes_batch(
            CalendarHandle calendar,
            long[] fromLocal,
            long[] toLocal,
            UIntPtr len,
            [Out] int[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_appointment_batch(
            CalendarHandle calendar,
            PolicyHandle policy,
            long[] receivedLocal,
            int[] amountThousandths,
            int[] unit,
            UIntPtr len,
            [Out] long[] outDueLocal,
            [Out] int[] outDueDate);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_standing_batch(
            CalendarHandle calendar,
            PolicyHandle policy,
            long[] receivedLocal,
            int[] amountThousandths,
            int[] unit,
            long[] doneLocal,
            UIntPtr len,
            long asOfLocal,
            [Out] int[] outState,
            [Out] int[] outMinutes);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_validity_int32(
            int[] values,
            UIntPtr len,
            [Out] byte[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_validity_int64(
            long[] values,
            UIntPtr len,
            [Out] byte[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_calendar_new_vietnam(out CalendarHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_calendar_new_from_json(
            byte[] json,
            UIntPtr len,
            out CalendarHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_calendar_free(IntPtr calendar);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_calendar_range(
            CalendarHandle calendar,
            out int first,
            out int last);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_day_info(
            CalendarHandle calendar,
            int date,
            out NativeDay result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_day_source(
            CalendarHandle calendar,
            int date,
            out NativeText result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_day_sessions(
            CalendarHandle calendar,
            int date,
            [Out] NativeSession[] sessions,
            UIntPtr len,
            out UIntPtr count);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_dossier_new_from_json(
            byte[] json,
            UIntPtr len,
            out DossierHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_dossier_free(IntPtr dossier);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_dossier_code(
            DossierHandle dossier,
            out NativeText result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_dossier_evaluate(
            DossierHandle dossier,
            CalendarHandle calendar,
            PolicyHandle policy,
            out TimelineHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_timeline_free(IntPtr timeline);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_timeline_due(
            TimelineHandle timeline,
            PolicyHandle policy,
            long asOfLocal,
            out NativeDue result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_timeline_times(
            TimelineHandle timeline,
            out long outReceivedLocal,
            out long outFinishedLocal,
            out long outReturnedLocal);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_timeline_standing(
            TimelineHandle timeline,
            CalendarHandle calendar,
            PolicyHandle policy,
            long asOfLocal,
            out NativeStanding result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_timeline_status(
            TimelineHandle timeline,
            long asOfLocal,
            out int result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_dossier_batch(
            CalendarHandle calendar,
            PolicyHandle policy,
            int[] amountThousandths,
            int[] unit,
            uint[] starts,
            UIntPtr len,
            long[] atLocal,
            byte[] code,
            long[] argument,
            UIntPtr eventsLen,
            long asOfLocal,
            [Out] NativeEvaluation[] result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_tally_batch(
            PolicyHandle policy,
            int from,
            NativeEvaluation[] evaluations,
            byte[] online,
            uint[] group,
            UIntPtr len,
            [Out] NativeTally[] result,
            UIntPtr groupsLen);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_last_error_message(
            [Out] byte[] buf,
            UIntPtr len,
            out UIntPtr needed);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_policy_new_from_json(
            byte[] json,
            UIntPtr len,
            out PolicyHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_policy_free(IntPtr policy);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_report_new(
            CalendarHandle calendar,
            PolicyHandle policy,
            int from,
            int to,
            IntPtr[] dossiers,
            UIntPtr len,
            out ReportHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_report_free(IntPtr report);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_report_counts(
            ReportHandle report,
            out UIntPtr outRows,
            out UIntPtr outRefused);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_report_totals(
            ReportHandle report,
            out NativeTally result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_report_row(
            ReportHandle report,
            UIntPtr index,
            out NativeText outField,
            out NativeTally result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_report_refused(
            ReportHandle report,
            UIntPtr index,
            out UIntPtr outDossier,
            out int outReason);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern IntPtr motcua_status_code(int status);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern IntPtr motcua_status_message(int status);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern NativeText motcua_string_view(StringHandle text);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_string_free(IntPtr text);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_time_limit_parse(
            byte[] text,
            UIntPtr len,
            out TimeLimitHandle result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern void motcua_time_limit_free(IntPtr timeLimit);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_time_limit_kind(
            TimeLimitHandle timeLimit,
            out NativeText result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_time_limit_count(
            TimeLimitHandle timeLimit,
            out UIntPtr result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_time_limit_cut_off(
            TimeLimitHandle timeLimit,
            out int outMinute);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_time_limit_select(
            TimeLimitHandle timeLimit,
            byte[] caseText,
            UIntPtr caseLen,
            int channel,
            out int outAmountThousandths,
            out int outUnit);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_time_limit_appointment(
            CalendarHandle calendar,
            PolicyHandle policy,
            long receivedLocal,
            TimeLimitHandle timeLimit,
            byte[] caseText,
            UIntPtr caseLen,
            int channel,
            out NativeDue result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern uint motcua_abi_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern IntPtr motcua_version();

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_add_working_days(
            CalendarHandle calendar,
            int date,
            int n,
            out int result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_count_working_days(
            CalendarHandle calendar,
            int from,
            int to,
            out int result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_add_working_minutes(
            CalendarHandle calendar,
            long atLocal,
            int minutes,
            out long result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_count_working_minutes(
            CalendarHandle calendar,
            long fromLocal,
            long toLocal,
            out int result);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_local_from_utc(long atUtc, out long outLocal);

        [DllImport(Library, CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
        internal static extern int motcua_utc_from_local(long atLocal, out long outUtc);
    }
}
