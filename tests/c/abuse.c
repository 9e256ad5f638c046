/* Every argument of every function wrong in turn: a status, never a crash, and nothing written. */
#include "motcua.h"

#include <limits.h>
#include <string.h>

#include "check.h"

#define AUG_19 20684
#define NINE (AUG_19 * INT64_C(86400) + 9 * 3600)

/* Every output lies in here, filled with a byte that none of them begins with. */
static union {
    unsigned char bytes[256];
    int32_t i32[8];
    int64_t i64[8];
    size_t size[8];
    void *pointer[8];
    motcua_day day;
    motcua_due due;
    motcua_str str;
    motcua_tally tally;
    motcua_standing standing;
    motcua_session session[4];
} a, b, c;

static size_t calls;

static void clear(void) {
    memset(&a, 0x5A, sizeof a);
    memset(&b, 0x5A, sizeof b);
    memset(&c, 0x5A, sizeof c);
}

static int untouched(void) {
    size_t i;
    for (i = 0; i < sizeof a; i++) {
        if (a.bytes[i] != 0x5A || b.bytes[i] != 0x5A || c.bytes[i] != 0x5A) return 0;
    }
    return 1;
}

/* The call gives this status and writes nothing. */
#define REFUSED(status, call)                   \
    do {                                        \
        clear();                                \
        CHECK_STATUS(call, status);             \
        CHECK(untouched());                     \
        calls++;                                \
    } while (0)
#define NULLED(call) REFUSED(MOTCUA_NULL_POINTER, call)
#define TOO_LONG(call) REFUSED(MOTCUA_INVALID_LENGTH, call)
#define ODD(call) REFUSED(MOTCUA_MISALIGNED_POINTER, call)

/* A length that was negative, one that wraps around, and one that only just does not. */
static const size_t lengths[] = {(size_t)-1, (size_t)-1 / 2 + 1, (size_t)1 << (sizeof(size_t) * 8 - 1)};

#define I32P ((int32_t *)(void *)(a.bytes + 1))
#define I64P ((int64_t *)(void *)(a.bytes + 1))

static const char *const not_utf8[] = {"\xff", "\xc3", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\xc0\x80"};

/* Texts as they come in: any of these entries. */
static motcua_status text_entry(int which, const char *text, size_t len) {
    switch (which) {
    case 0: return motcua_answer_json(text, len, (motcua_string **)&a.pointer[0]);
    case 1: return motcua_policy_new_from_json(text, len, (motcua_policy **)&a.pointer[0]);
    case 2: return motcua_dossier_new_from_json(text, len, (motcua_dossier **)&a.pointer[0]);
    case 3: return motcua_time_limit_parse(text, len, (motcua_time_limit **)&a.pointer[0]);
    case 4: return motcua_calendar_new_from_json(text, len, (motcua_calendar **)&a.pointer[0]);
    default: return -1;
    }
}
#define TEXT_ENTRIES 5

int main(void) {
    static const char dossier_json[] =
        "{\"code\": \"x\", \"limit\": {\"value\": 1, \"unit\": \"day\"},"
        " \"events\": [{\"type\": \"received\", \"at\": \"2026-08-19T09:00\"}]}";
    static const int32_t days[] = {AUG_19, AUG_19};
    static const int32_t one[] = {1, 1};
    static const int32_t unit[] = {4, 4};
    static const int64_t at[] = {NINE, NINE};
    static const int32_t no_day[] = {INT32_MIN, INT32_MAX, -1, 10956, 29585};
    static const int64_t no_time[] = {INT64_MIN, INT64_MAX, -1, INT64_MIN + 86400, 4000000000000};
    static const int32_t no_unit[] = {INT32_MIN, -1, 9, 99, INT32_MAX};
    motcua_calendar *cal = NULL;
    motcua_policy *pol = NULL;
    motcua_dossier *dos = NULL;
    const motcua_dossier *dossiers[2];
    motcua_timeline *line = NULL;
    motcua_report *rep = NULL;
    motcua_time_limit *lim = NULL;
    motcua_string *str = NULL;
    int which;
    size_t i;

    CHECK_STATUS(motcua_calendar_new_vietnam(&cal), MOTCUA_OK);
    CHECK_STATUS(motcua_policy_new_from_json("{}", 2, &pol), MOTCUA_OK);
    CHECK_STATUS(motcua_dossier_new_from_json(dossier_json, sizeof dossier_json - 1, &dos), MOTCUA_OK);
    CHECK_STATUS(motcua_dossier_evaluate(dos, cal, pol, &line), MOTCUA_OK);
    dossiers[0] = dos;
    dossiers[1] = NULL;
    CHECK_STATUS(motcua_report_new(cal, pol, AUG_19, AUG_19, dossiers, 1, &rep), MOTCUA_OK);
    CHECK_STATUS(motcua_time_limit_parse("5 days", 6, &lim), MOTCUA_OK);
    motcua_time_limit_free(lim);
    CHECK_STATUS(motcua_time_limit_parse("05 ng\xc3\xa0y", 8, &lim), MOTCUA_OK);

    /* NULL for each pointer in turn. */
    NULLED(motcua_calendar_new_vietnam(NULL));
    NULLED(motcua_calendar_new_from_json("{}", 2, NULL));
    NULLED(motcua_calendar_range(NULL, a.i32, b.i32));
    NULLED(motcua_calendar_range(cal, NULL, b.i32));
    NULLED(motcua_calendar_range(cal, a.i32, NULL));
    NULLED(motcua_day_info(NULL, AUG_19, &a.day));
    NULLED(motcua_day_info(cal, AUG_19, NULL));
    NULLED(motcua_day_source(NULL, AUG_19, &a.str));
    NULLED(motcua_day_source(cal, AUG_19, NULL));
    NULLED(motcua_day_sessions(NULL, AUG_19, a.session, 4, b.size));
    NULLED(motcua_day_sessions(cal, AUG_19, NULL, 4, b.size));
    NULLED(motcua_day_sessions(cal, AUG_19, a.session, 4, NULL));
    NULLED(motcua_add_working_days(NULL, AUG_19, 1, a.i32));
    NULLED(motcua_add_working_days(cal, AUG_19, 1, NULL));
    NULLED(motcua_count_working_days(NULL, AUG_19, AUG_19, a.i32));
    NULLED(motcua_count_working_days(cal, AUG_19, AUG_19, NULL));
    NULLED(motcua_add_working_minutes(NULL, NINE, 1, a.i64));
    NULLED(motcua_add_working_minutes(cal, NINE, 1, NULL));
    NULLED(motcua_count_working_minutes(NULL, NINE, NINE, a.i32));
    NULLED(motcua_count_working_minutes(cal, NINE, NINE, NULL));
    NULLED(motcua_local_from_utc(0, NULL));
    NULLED(motcua_utc_from_local(0, NULL));
    NULLED(motcua_policy_new_from_json("{}", 2, NULL));
    NULLED(motcua_appointment(NULL, pol, NINE, 1000, 4, &a.due));
    NULLED(motcua_appointment(cal, pol, NINE, 1000, 4, NULL));
    NULLED(motcua_time_limit_parse("x", 1, NULL));
    NULLED(motcua_time_limit_kind(NULL, &a.str));
    NULLED(motcua_time_limit_kind(lim, NULL));
    NULLED(motcua_time_limit_count(NULL, a.size));
    NULLED(motcua_time_limit_count(lim, NULL));
    NULLED(motcua_time_limit_cut_off(NULL, a.i32));
    NULLED(motcua_time_limit_cut_off(lim, NULL));
    NULLED(motcua_time_limit_select(NULL, NULL, 0, 0, a.i32, b.i32));
    NULLED(motcua_time_limit_select(lim, NULL, 1, 0, a.i32, b.i32));
    NULLED(motcua_time_limit_select(lim, NULL, 0, 0, NULL, b.i32));
    NULLED(motcua_time_limit_select(lim, NULL, 0, 0, a.i32, NULL));
    NULLED(motcua_time_limit_appointment(NULL, pol, NINE, lim, NULL, 0, 0, &a.due));
    NULLED(motcua_time_limit_appointment(cal, pol, NINE, NULL, NULL, 0, 0, &a.due));
    NULLED(motcua_time_limit_appointment(cal, pol, NINE, lim, NULL, 1, 0, &a.due));
    NULLED(motcua_time_limit_appointment(cal, pol, NINE, lim, NULL, 0, 0, NULL));
    NULLED(motcua_dossier_new_from_json("{}", 2, NULL));
    NULLED(motcua_dossier_code(NULL, &a.str));
    NULLED(motcua_dossier_code(dos, NULL));
    NULLED(motcua_dossier_evaluate(NULL, cal, pol, (motcua_timeline **)&a.pointer[0]));
    NULLED(motcua_dossier_evaluate(dos, NULL, pol, (motcua_timeline **)&a.pointer[0]));
    NULLED(motcua_dossier_evaluate(dos, cal, pol, NULL));
    NULLED(motcua_timeline_due(NULL, pol, NINE, &a.due));
    NULLED(motcua_timeline_due(line, pol, NINE, NULL));
    NULLED(motcua_timeline_times(NULL, a.i64, b.i64, c.i64));
    NULLED(motcua_timeline_times(line, NULL, b.i64, c.i64));
    NULLED(motcua_timeline_times(line, a.i64, NULL, c.i64));
    NULLED(motcua_timeline_times(line, a.i64, b.i64, NULL));
    NULLED(motcua_timeline_standing(NULL, cal, pol, NINE, &a.standing));
    NULLED(motcua_timeline_standing(line, NULL, pol, NINE, &a.standing));
    NULLED(motcua_timeline_standing(line, cal, pol, NINE, NULL));
    NULLED(motcua_timeline_status(NULL, NINE, a.i32));
    NULLED(motcua_timeline_status(line, NINE, NULL));
    NULLED(motcua_report_new(NULL, pol, AUG_19, AUG_19, dossiers, 1, (motcua_report **)&a.pointer[0]));
    NULLED(motcua_report_new(cal, pol, AUG_19, AUG_19, NULL, 1, (motcua_report **)&a.pointer[0]));
    NULLED(motcua_report_new(cal, pol, AUG_19, AUG_19, dossiers, 2, (motcua_report **)&a.pointer[0]));
    NULLED(motcua_report_new(cal, pol, AUG_19, AUG_19, dossiers, 1, NULL));
    NULLED(motcua_report_counts(NULL, a.size, b.size));
    NULLED(motcua_report_counts(rep, NULL, b.size));
    NULLED(motcua_report_counts(rep, a.size, NULL));
    NULLED(motcua_report_totals(NULL, &a.tally));
    NULLED(motcua_report_totals(rep, NULL));
    NULLED(motcua_report_row(NULL, 0, &a.str, &b.tally));
    NULLED(motcua_report_row(rep, 0, NULL, &b.tally));
    NULLED(motcua_report_row(rep, 0, &a.str, NULL));
    NULLED(motcua_report_refused(NULL, 0, a.size, b.i32));
    NULLED(motcua_report_refused(rep, 0, NULL, b.i32));
    NULLED(motcua_report_refused(rep, 0, a.size, NULL));
    NULLED(motcua_answer_json("{}", 2, NULL));
    NULLED(motcua_calendar_answer_json(NULL, "{}", 2, (motcua_string **)&a.pointer[0]));
    NULLED(motcua_calendar_answer_json(cal, NULL, 2, (motcua_string **)&a.pointer[0]));
    NULLED(motcua_calendar_answer_json(cal, "{}", 2, NULL));
    NULLED(motcua_last_error_message(NULL, 5, a.size));
    NULLED(motcua_batch_bad_rows(NULL, a.size, b.i32));
    NULLED(motcua_add_working_days_batch(NULL, days, one, 2, a.i32));
    NULLED(motcua_add_working_days_batch(cal, NULL, one, 2, a.i32));
    NULLED(motcua_add_working_days_batch(cal, days, NULL, 2, a.i32));
    NULLED(motcua_add_working_days_batch(cal, days, one, 2, NULL));
    NULLED(motcua_count_working_days_batch(NULL, days, days, 2, a.i32));
    NULLED(motcua_count_working_days_batch(cal, NULL, days, 2, a.i32));
    NULLED(motcua_count_working_days_batch(cal, days, NULL, 2, a.i32));
    NULLED(motcua_count_working_days_batch(cal, days, days, 2, NULL));
    NULLED(motcua_add_working_minutes_batch(NULL, at, one, 2, a.i64));
    NULLED(motcua_add_working_minutes_batch(cal, NULL, one, 2, a.i64));
    NULLED(motcua_add_working_minutes_batch(cal, at, NULL, 2, a.i64));
    NULLED(motcua_add_working_minutes_batch(cal, at, one, 2, NULL));
    NULLED(motcua_count_working_minutes_batch(NULL, at, at, 2, a.i32));
    NULLED(motcua_count_working_minutes_batch(cal, NULL, at, 2, a.i32));
    NULLED(motcua_count_working_minutes_batch(cal, at, NULL, 2, a.i32));
    NULLED(motcua_count_working_minutes_batch(cal, at, at, 2, NULL));
    NULLED(motcua_appointment_batch(NULL, pol, at, one, unit, 2, a.i64, b.i32));
    NULLED(motcua_appointment_batch(cal, pol, NULL, one, unit, 2, a.i64, b.i32));
    NULLED(motcua_appointment_batch(cal, pol, at, NULL, unit, 2, a.i64, b.i32));
    NULLED(motcua_appointment_batch(cal, pol, at, one, NULL, 2, a.i64, b.i32));
    NULLED(motcua_appointment_batch(cal, pol, at, one, unit, 2, NULL, b.i32));
    NULLED(motcua_standing_batch(NULL, pol, at, one, unit, at, 2, NINE, a.i32, b.i32));
    NULLED(motcua_standing_batch(cal, pol, NULL, one, unit, at, 2, NINE, a.i32, b.i32));
    NULLED(motcua_standing_batch(cal, pol, at, NULL, unit, at, 2, NINE, a.i32, b.i32));
    NULLED(motcua_standing_batch(cal, pol, at, one, NULL, at, 2, NINE, a.i32, b.i32));
    NULLED(motcua_standing_batch(cal, pol, at, one, unit, NULL, 2, NINE, a.i32, b.i32));
    NULLED(motcua_standing_batch(cal, pol, at, one, unit, at, 2, NINE, NULL, b.i32));
    NULLED(motcua_validity_int32(NULL, 2, a.bytes));
    NULLED(motcua_validity_int32(days, 2, NULL));
    NULLED(motcua_validity_int64(NULL, 2, a.bytes));
    NULLED(motcua_validity_int64(at, 2, NULL));
    for (which = 0; which < TEXT_ENTRIES; which++) {
        NULLED(text_entry(which, NULL, 1));
    }

    /* NULL is freed without harm, once and twice. */
    for (i = 0; i < 2; i++) {
        motcua_calendar_free(NULL);
        motcua_policy_free(NULL);
        motcua_dossier_free(NULL);
        motcua_timeline_free(NULL);
        motcua_report_free(NULL);
        motcua_time_limit_free(NULL);
        motcua_string_free(NULL);
    }
    CHECK(motcua_string_view(NULL).len == 0);

    /* Lengths that no array has. */
    for (i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        size_t len = lengths[i];
        for (which = 0; which < TEXT_ENTRIES; which++) {
            TOO_LONG(text_entry(which, "{}", len));
        }
        TOO_LONG(motcua_calendar_answer_json(cal, "{}", len, (motcua_string **)&a.pointer[0]));
        TOO_LONG(motcua_time_limit_select(lim, "x", len, 0, a.i32, b.i32));
        TOO_LONG(motcua_time_limit_appointment(cal, pol, NINE, lim, "x", len, 0, &a.due));
        TOO_LONG(motcua_day_sessions(cal, AUG_19, a.session, len, b.size));
        TOO_LONG(motcua_last_error_message((char *)a.bytes, len, b.size));
        TOO_LONG(motcua_report_new(cal, pol, AUG_19, AUG_19, dossiers, len, (motcua_report **)&a.pointer[0]));
        TOO_LONG(motcua_add_working_days_batch(cal, days, one, len, a.i32));
        TOO_LONG(motcua_count_working_days_batch(cal, days, days, len, a.i32));
        TOO_LONG(motcua_add_working_minutes_batch(cal, at, one, len, a.i64));
        TOO_LONG(motcua_count_working_minutes_batch(cal, at, at, len, a.i32));
        TOO_LONG(motcua_appointment_batch(cal, pol, at, one, unit, len, a.i64, b.i32));
        TOO_LONG(motcua_standing_batch(cal, pol, at, one, unit, at, len, NINE, a.i32, b.i32));
        TOO_LONG(motcua_validity_int32(days, len, a.bytes));
        TOO_LONG(motcua_validity_int64(at, len, a.bytes));
    }

    /* Buffers shorter than what goes into them. */
    clear();
    CHECK_STATUS(motcua_day_sessions(cal, AUG_19, a.session, 1, b.size), MOTCUA_BUFFER_TOO_SMALL);
    CHECK(a.bytes[0] == 0x5A && b.size[0] == 2);
    clear();
    CHECK_STATUS(motcua_last_error_message((char *)a.bytes, 3, b.size), MOTCUA_BUFFER_TOO_SMALL);
    CHECK(a.bytes[0] == 0x5A && b.size[0] > 3);
    clear();
    CHECK_STATUS(motcua_last_error_message((char *)a.bytes, sizeof a.bytes, NULL), MOTCUA_OK);
    CHECK(strlen((char *)a.bytes) > 3);

    /* Pointers that are not aligned. */
    ODD(motcua_add_working_days(cal, AUG_19, 1, I32P));
    ODD(motcua_add_working_minutes(cal, NINE, 1, I64P));
    ODD(motcua_add_working_days_batch(cal, I32P, one, 2, b.i32));
    ODD(motcua_add_working_days_batch(cal, days, one, 2, I32P));
    ODD(motcua_add_working_days((const motcua_calendar *)((const char *)cal + 1), AUG_19, 1, b.i32));

    /* Texts that are not UTF-8. */
    for (i = 0; i < sizeof not_utf8 / sizeof *not_utf8; i++) {
        const char *text = not_utf8[i];
        for (which = 0; which < TEXT_ENTRIES; which++) {
            REFUSED(MOTCUA_INVALID_UTF8, text_entry(which, text, strlen(text)));
        }
        REFUSED(MOTCUA_INVALID_UTF8, motcua_calendar_answer_json(cal, text, strlen(text), (motcua_string **)&a.pointer[0]));
        REFUSED(MOTCUA_INVALID_UTF8, motcua_time_limit_select(lim, text, strlen(text), 0, a.i32, b.i32));
        REFUSED(MOTCUA_INVALID_UTF8, motcua_time_limit_appointment(cal, pol, NINE, lim, text, strlen(text), 0, &a.due));
    }
    /* Texts that are nothing, and that hold a NUL. */
    REFUSED(MOTCUA_ERROR_INVALID_JSON, motcua_policy_new_from_json(NULL, 0, (motcua_policy **)&a.pointer[0]));
    REFUSED(MOTCUA_ERROR_INVALID_JSON, motcua_dossier_new_from_json("\0", 1, (motcua_dossier **)&a.pointer[0]));
    REFUSED(MOTCUA_ERROR_INVALID_REQUEST, motcua_dossier_new_from_json("{}", 2, (motcua_dossier **)&a.pointer[0]));
    CHECK_STATUS(motcua_answer_json(NULL, 0, &str), MOTCUA_OK);
    CHECK(motcua_string_view(str).len > 0);
    motcua_string_free(str);

    /* Numbers that stand for nothing. */
    for (i = 0; i < sizeof no_unit / sizeof *no_unit; i++) {
        REFUSED(MOTCUA_UNKNOWN_VALUE, motcua_appointment(cal, pol, NINE, 1000, no_unit[i], &a.due));
        REFUSED(MOTCUA_UNKNOWN_VALUE, motcua_time_limit_select(lim, NULL, 0, no_unit[i], a.i32, b.i32));
        REFUSED(MOTCUA_UNKNOWN_VALUE, motcua_time_limit_appointment(cal, pol, NINE, lim, NULL, 0, no_unit[i], &a.due));
    }
    REFUSED(MOTCUA_UNKNOWN_VALUE, motcua_appointment(cal, pol, NINE, 1000, MOTCUA_UNIT_SAME_DAY, &a.due));
    REFUSED(MOTCUA_UNKNOWN_VALUE, motcua_appointment(cal, pol, NINE, INT32_MAX, MOTCUA_UNIT_DAY, &a.due));
    REFUSED(MOTCUA_UNKNOWN_VALUE, motcua_appointment(cal, pol, NINE, INT32_MIN, MOTCUA_UNIT_DAY, &a.due));
    REFUSED(MOTCUA_ERROR_EMPTY_LIMIT, motcua_appointment(cal, pol, NINE, 0, MOTCUA_UNIT_DAY, &a.due));
    REFUSED(MOTCUA_OUT_OF_BOUNDS, motcua_report_row(rep, (size_t)-1, &a.str, &b.tally));
    REFUSED(MOTCUA_OUT_OF_BOUNDS, motcua_report_refused(rep, 0, a.size, b.i32));
    for (i = 0; i < 200; i++) {
        CHECK(motcua_status_code((motcua_status)(i * 7919 - 700000)) != NULL);
        CHECK(motcua_status_message((motcua_status)(i * 7919 - 700000)) != NULL);
    }

    /* Days and instants that no calendar has. */
    for (i = 0; i < sizeof no_day / sizeof *no_day; i++) {
        int32_t day = no_day[i];
        REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_day_info(cal, day, &a.day));
        REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_day_source(cal, day, &a.str));
        REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_day_sessions(cal, day, a.session, 4, b.size));
        REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_add_working_days(cal, day, 1, a.i32));
        REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_count_working_days(cal, day, AUG_19, a.i32));
        REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_count_working_days(cal, AUG_19, day, a.i32));
    }
    REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_add_working_days(cal, AUG_19, INT32_MAX, a.i32));
    REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_add_working_days(cal, AUG_19, INT32_MIN, a.i32));
    REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_add_working_minutes(cal, NINE, INT32_MAX, a.i64));
    REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_add_working_minutes(cal, NINE, INT32_MIN, a.i64));
    REFUSED(MOTCUA_ERROR_END_BEFORE_START, motcua_report_new(cal, pol, AUG_19, AUG_19 - 1, dossiers, 1, (motcua_report **)&a.pointer[0]));
    for (i = 0; i < sizeof no_time / sizeof *no_time; i++) {
        int64_t time = no_time[i];
        clear();
        CHECK(motcua_add_working_minutes(cal, time, 1, a.i64) >= 100 && untouched());
        CHECK(motcua_count_working_minutes(cal, time, NINE, a.i32) >= 100 && untouched());
        CHECK(motcua_count_working_minutes(cal, NINE, time, a.i32) >= 100 && untouched());
        CHECK(motcua_appointment(cal, pol, time, 1000, MOTCUA_UNIT_HOUR, &a.due) >= 100 && untouched());
        CHECK(motcua_time_limit_appointment(cal, pol, time, lim, NULL, 0, 0, &a.due) >= 100 && untouched());
        calls += 5;
    }
    REFUSED(MOTCUA_ERROR_INVALID_TIME, motcua_local_from_utc(INT64_MAX, a.i64));
    REFUSED(MOTCUA_ERROR_INVALID_TIME, motcua_utc_from_local(INT64_MIN, a.i64));
    REFUSED(MOTCUA_ERROR_INVALID_TIME, motcua_timeline_standing(line, cal, pol, INT64_MIN, &a.standing));
    REFUSED(MOTCUA_ERROR_INVALID_TIME, motcua_timeline_due(line, pol, INT64_MAX, &a.due));
    REFUSED(MOTCUA_ERROR_NO_CALENDAR_DATA, motcua_timeline_standing(line, cal, pol, 4000000000000, &a.standing));
    REFUSED(MOTCUA_NOT_STARTED, motcua_timeline_due(line, pol, 0, &a.due));
    REFUSED(MOTCUA_ERROR_INVALID_TIME, motcua_timeline_status(line, INT64_MAX, a.i32));

    motcua_time_limit_free(lim);
    motcua_report_free(rep);
    motcua_timeline_free(line);
    motcua_dossier_free(dos);
    motcua_policy_free(pol);
    motcua_calendar_free(cal);
    CHECK(motcua_version()[0] != '\0' && motcua_abi_version() == MOTCUA_ABI_VERSION);
    printf("ok %lu\n", (unsigned long)calls);
    return 0;
}
