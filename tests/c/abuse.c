/* Numbers, dates and texts that make no sense: the very status that says so, and nothing written.
   misuse.c goes through every argument of every function. */
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

int main(void) {
    static const char dossier_json[] =
        "{\"code\": \"x\", \"limit\": {\"value\": 1, \"unit\": \"day\"},"
        " \"events\": [{\"type\": \"received\", \"at\": \"2026-08-19T09:00\"}]}";
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
