/* Every function of the header, used as meant. */
#include "motcua.h"

#include <string.h>

#include "check.h"

#define DATED "{\"date\":\"2026-09-04\",\"certainty\":\"final\"}"

/* 2026-08-19 and the Friday in September that is ten working days after it. */
#define AUG_19 20684
#define SEP_04 20700
#define DAY INT64_C(86400)

int motcua_test_panic(void);

/* The text of a view is that of a C string. */
static int same(motcua_str view, const char *text) {
    return view.len == strlen(text) && memcmp(view.data, text, view.len) == 0;
}

static void limits(const motcua_calendar *calendar) {
    static const char text[] = "03 ng\xc3\xa0y l\xc3\xa0m vi\xe1\xbb\x87""c, tr\xc6\xb0\xe1\xbb\x9dng h\xe1\xbb\xa3p "
                               "ph\xe1\xba\xa3i x\xc3\xa1""c minh th\xc3\xac kh\xc3\xb4ng qu\xc3\xa1 08 "
                               "ng\xc3\xa0y l\xc3\xa0m vi\xe1\xbb\x87""c";
    motcua_time_limit *limit = NULL;
    motcua_str kind;
    motcua_due due;
    size_t count = 0;
    int32_t minute = 0, amount = 0, unit = -1;

    CHECK_STATUS(motcua_time_limit_parse(text, sizeof text - 1, &limit), MOTCUA_OK);
    CHECK_STATUS(motcua_time_limit_kind(limit, &kind), MOTCUA_OK);
    CHECK(kind.len > 0);
    CHECK_STATUS(motcua_time_limit_count(limit, &count), MOTCUA_OK);
    CHECK(count == 2);
    CHECK_STATUS(motcua_time_limit_cut_off(limit, &minute), MOTCUA_OK);
    CHECK(minute == -1);
    CHECK_STATUS(motcua_time_limit_select(limit, NULL, 0, MOTCUA_CHANNEL_ANY, &amount, &unit),
                 MOTCUA_ERROR_AMBIGUOUS_LIMIT);
    CHECK(amount == 0 && unit == -1);
    CHECK_STATUS(motcua_time_limit_select(limit, "", 0, MOTCUA_CHANNEL_ANY, &amount, &unit), MOTCUA_OK);
    CHECK(amount == 3000 && unit == MOTCUA_UNIT_WORKING_DAY);
    CHECK_STATUS(motcua_time_limit_select(limit, "xac minh", 8, MOTCUA_CHANNEL_ANY, &amount, &unit),
                 MOTCUA_OK);
    CHECK(amount == 8000);
    CHECK_STATUS(motcua_time_limit_appointment(calendar, NULL, AUG_19 * DAY + 9 * 3600, limit, "", 0,
                                               MOTCUA_CHANNEL_ANY, &due),
                 MOTCUA_OK);
    CHECK(due.date == AUG_19 + 3);
    motcua_time_limit_free(limit);
    motcua_time_limit_free(NULL);
}

static void dossiers(const motcua_calendar *calendar) {
    static const char json[] =
        "{\"code\": \"HS-1\", \"field\": \"Ho tich\", \"channel\": \"online\","
        " \"limit\": {\"value\": 10, \"unit\": \"working_day\"}, \"events\": ["
        "{\"type\": \"received\", \"at\": \"2026-08-19T09:00\"},"
        "{\"type\": \"finished\", \"at\": \"2026-09-03T15:10\"}]}";
    static const char disorder[] =
        "{\"code\": \"HS-2\", \"limit\": {\"value\": 1, \"unit\": \"day\"}, \"events\": ["
        "{\"type\": \"received\", \"at\": \"2026-08-19T09:00\"},"
        "{\"type\": \"finished\", \"at\": \"2026-08-18T15:10\"}]}";
    motcua_dossier *dossier = NULL, *broken = NULL;
    const motcua_dossier *both[2];
    motcua_timeline *line = NULL;
    motcua_report *report = NULL;
    motcua_standing standing;
    motcua_due due;
    motcua_tally tally;
    motcua_str text;
    motcua_status reason = 0;
    int32_t status = 0;
    int64_t received = 0, finished = 0, returned = 0;
    size_t rows = 0, refused = 0;

    CHECK_STATUS(motcua_dossier_new_from_json(json, sizeof json - 1, &dossier), MOTCUA_OK);
    CHECK_STATUS(motcua_dossier_new_from_json(disorder, sizeof disorder - 1, &broken), MOTCUA_OK);
    CHECK_STATUS(motcua_dossier_code(dossier, &text), MOTCUA_OK);
    CHECK(same(text, "HS-1"));
    CHECK_STATUS(motcua_dossier_evaluate(broken, calendar, NULL, &line), MOTCUA_ERROR_OUT_OF_ORDER);
    CHECK(line == NULL);
    CHECK_STATUS(motcua_dossier_evaluate(dossier, calendar, NULL, &line), MOTCUA_OK);
    CHECK_STATUS(motcua_timeline_due(line, NULL, SEP_04 * DAY, &due), MOTCUA_OK);
    CHECK(due.date == SEP_04);
    CHECK_STATUS(motcua_timeline_due(line, NULL, AUG_19 * DAY, &due), MOTCUA_NOT_STARTED);
    CHECK_STATUS(motcua_timeline_times(line, &received, &finished, &returned), MOTCUA_OK);
    CHECK(received == AUG_19 * DAY + 9 * 3600 && returned == MOTCUA_NO_INSTANT);
    CHECK(finished == (SEP_04 - 1) * DAY + 15 * 3600 + 600);
    CHECK_STATUS(motcua_timeline_standing(line, calendar, NULL, SEP_04 * DAY, &standing), MOTCUA_OK);
    CHECK(standing.state == MOTCUA_STATE_EARLY && standing.days == 1 && standing.hours == 1);
    CHECK_STATUS(motcua_timeline_status(line, SEP_04 * DAY, &status), MOTCUA_OK);
    CHECK(status == 9);

    both[0] = broken;
    both[1] = dossier;
    CHECK_STATUS(motcua_report_new(calendar, NULL, AUG_19 - 18, SEP_04 + 26, both, 2, &report), MOTCUA_OK);
    CHECK_STATUS(motcua_report_counts(report, &rows, &refused), MOTCUA_OK);
    CHECK(rows == 1 && refused == 1);
    CHECK_STATUS(motcua_report_row(report, 0, &text, &tally), MOTCUA_OK);
    CHECK(same(text, "Ho tich") && tally.received == 1 && tally.online == 1 && tally.early == 1);
    CHECK_STATUS(motcua_report_totals(report, &tally), MOTCUA_OK);
    CHECK(tally.solved == 1 && tally.pending == 0);
    CHECK_STATUS(motcua_report_refused(report, 0, &rows, &reason), MOTCUA_OK);
    CHECK(rows == 0 && reason == MOTCUA_ERROR_OUT_OF_ORDER);
    CHECK_STATUS(motcua_report_row(report, 1, &text, &tally), MOTCUA_OUT_OF_BOUNDS);

    motcua_report_free(report);
    motcua_timeline_free(line);
    motcua_dossier_free(dossier);
    motcua_dossier_free(broken);
    motcua_report_free(NULL);
    motcua_timeline_free(NULL);
    motcua_dossier_free(NULL);
}

static void batches(const motcua_calendar *calendar) {
    static const int32_t dates[] = {AUG_19, MOTCUA_NO_DATE, AUG_19, INT32_MAX};
    static const int32_t n[] = {10, 1, -1, 1};
    static const int64_t at[] = {AUG_19 * DAY + 9 * 3600, AUG_19 * DAY, MOTCUA_NO_INSTANT};
    static const int32_t amount[] = {10000, 0, 1000};
    static const int32_t unit[] = {MOTCUA_UNIT_WORKING_DAY, MOTCUA_UNIT_SAME_DAY, 77};
    static const int64_t done[] = {MOTCUA_NO_INSTANT, AUG_19 * DAY + 10 * 3600, 0};
    int32_t found[4], counts[4], states[3], left[3];
    int64_t later[3];
    uint8_t valid[4];
    size_t bad = 9, first = 9;
    motcua_status reason = -1;

    CHECK_STATUS(motcua_add_working_days_batch(calendar, dates, n, 4, found), MOTCUA_BAD_ROWS);
    CHECK(found[0] == SEP_04 && found[1] == MOTCUA_NO_DATE && found[2] == AUG_19 - 1);
    CHECK(found[3] == MOTCUA_NO_DATE);
    CHECK_STATUS(motcua_batch_bad_rows(&bad, &first, &reason), MOTCUA_OK);
    CHECK(bad == 2 && first == 1 && reason == MOTCUA_ERROR_NO_CALENDAR_DATA);
    CHECK_STATUS(motcua_validity_int32(found, 4, valid), MOTCUA_OK);
    CHECK(valid[0] == 1 && valid[1] == 0 && valid[2] == 1 && valid[3] == 0);

    CHECK_STATUS(motcua_count_working_days_batch(calendar, dates, found, 1, counts), MOTCUA_OK);
    CHECK(counts[0] == 10);
    CHECK_STATUS(motcua_batch_bad_rows(&bad, NULL, NULL), MOTCUA_OK);
    CHECK(bad == 0);
    /* The answers may go where the questions were. */
    CHECK_STATUS(motcua_add_working_days_batch(calendar, found, n, 1, found), MOTCUA_OK);
    CHECK_STATUS(motcua_count_working_days_batch(calendar, dates, found, 1, counts), MOTCUA_OK);
    CHECK(counts[0] == 20);

    CHECK_STATUS(motcua_add_working_minutes_batch(calendar, at, n, 3, later), MOTCUA_BAD_ROWS);
    CHECK(later[0] == at[0] + 600 && later[1] == AUG_19 * DAY + 451 * 60);
    CHECK(later[2] == MOTCUA_NO_INSTANT);
    CHECK_STATUS(motcua_validity_int64(later, 3, valid), MOTCUA_OK);
    CHECK(valid[0] == 1 && valid[1] == 1 && valid[2] == 0);
    CHECK_STATUS(motcua_count_working_minutes_batch(calendar, at, later, 2, counts), MOTCUA_OK);
    CHECK(counts[0] == 10 && counts[1] == 1);

    CHECK_STATUS(motcua_appointment_batch(calendar, NULL, at, amount, unit, 3, later, found),
                 MOTCUA_BAD_ROWS);
    CHECK(later[0] == SEP_04 * DAY + 17 * 3600 && found[0] == SEP_04);
    CHECK(found[1] == AUG_19 && later[2] == MOTCUA_NO_INSTANT && found[2] == MOTCUA_NO_DATE);
    CHECK_STATUS(motcua_appointment_batch(calendar, NULL, at, amount, unit, 2, later, NULL), MOTCUA_OK);
    CHECK_STATUS(motcua_standing_batch(calendar, NULL, at, amount, unit, done, 3,
                                       (SEP_04 - 2) * DAY, states, left),
                 MOTCUA_BAD_ROWS);
    CHECK(states[0] == MOTCUA_STATE_IN_TIME && left[0] == 960);
    CHECK(states[1] == MOTCUA_STATE_ON_TIME && states[2] == 0 && left[2] == INT32_MIN);
    CHECK_STATUS(motcua_add_working_days_batch(calendar, NULL, NULL, 0, NULL), MOTCUA_OK);
}

static void dossier_columns(const motcua_calendar *calendar) {
    static const int32_t amount[] = {10000, 10000, 2000};
    static const int32_t unit[] = {MOTCUA_UNIT_WORKING_DAY, 77, MOTCUA_UNIT_WORKING_DAY};
    static const uint32_t starts[] = {0, 2, 3, 6};
    static const int64_t nine = AUG_19 * DAY + 9 * 3600;
    int64_t at[6], argument[6] = {0};
    static const uint8_t code[] = {MOTCUA_EVENT_RECEIVED, MOTCUA_EVENT_FINISHED, MOTCUA_EVENT_RECEIVED,
                                   MOTCUA_EVENT_RECEIVED, MOTCUA_EVENT_REAPPOINTED, MOTCUA_EVENT_APOLOGISED};
    static const uint8_t online[] = {1, 0, 0};
    static const uint32_t group[] = {1, 1, 0};
    motcua_evaluation told[3];
    motcua_tally parts[2], whole;
    size_t bad = 0, i;

    for (i = 0; i < 6; i++) at[i] = nine + (int64_t)i * 60;
    argument[4] = SEP_04 * DAY + 17 * 3600;
    CHECK_STATUS(motcua_dossier_batch(calendar, NULL, amount, unit, starts, 3, at, code, argument, 6,
                                      (SEP_04 + 1) * DAY - 1, told),
                 MOTCUA_BAD_ROWS);
    CHECK_STATUS(motcua_batch_bad_rows(&bad, NULL, NULL), MOTCUA_OK);
    CHECK(bad == 1 && told[0].status == MOTCUA_OK && told[1].status == MOTCUA_UNKNOWN_VALUE);
    CHECK(told[0].state == MOTCUA_STATE_EARLY && told[0].due_date == SEP_04 && told[0].days == 10);
    CHECK(told[0].finished_local == at[1] && told[0].ended_local == MOTCUA_NO_INSTANT);
    CHECK(told[0].certainty == MOTCUA_CERTAINTY_FINAL && told[1].due_date == MOTCUA_NO_DATE);
    /* Put off to the day it is judged on. */
    CHECK(told[2].state == MOTCUA_STATE_DUE_SOON && told[2].due_local == argument[4]);
    CHECK_STATUS(motcua_tally_batch(NULL, AUG_19, told, online, group, 3, parts, 2), MOTCUA_OK);
    CHECK(parts[0].received == 1 && parts[0].in_time == 1 && parts[0].direct_or_post == 1);
    CHECK(parts[1].received == 1 && parts[1].early == 1 && parts[1].online == 1);
    CHECK_STATUS(motcua_tally_batch(NULL, AUG_19, told, online, NULL, 3, &whole, 1), MOTCUA_OK);
    CHECK(whole.received == 2 && whole.solved == 1 && whole.pending == 1);
}

int main(void) {
    motcua_calendar *calendar = NULL;
    motcua_calendar *untouched = NULL, *own = NULL;
    motcua_policy *policy = NULL;
    motcua_string *answer = NULL;
    motcua_day day;
    motcua_due due;
    motcua_session sessions[2];
    motcua_str text;
    int32_t date = 0, first = 0, last = 0, count = 0;
    int64_t at = 0;
    size_t size = 0;
    char message[256];
    static const char request[] = "{\"op\": \"add_working_days\", \"date\": \"2026-08-19\", \"n\": 10}";
    static const char hours[] = "{\"hours\": {\"mon-fri\": [[\"08:00\", \"11:00\"]]}}";
    static const char clock[] = "{\"policy\": {\"due\": \"same_clock\"}}";

    CHECK(motcua_abi_version() == MOTCUA_ABI_VERSION);
    snprintf(message, sizeof message, "%d.%d.%d", MOTCUA_VERSION_MAJOR, MOTCUA_VERSION_MINOR,
             MOTCUA_VERSION_PATCH);
    CHECK(strcmp(motcua_version(), message) == 0);
    CHECK(strcmp(motcua_status_code(MOTCUA_ERROR_NO_CALENDAR_DATA), "no_calendar_data") == 0);
    CHECK(strcmp(motcua_status_code(-1), "unknown") == 0);

    /* Before the first failure the text is empty. */
    CHECK_STATUS(motcua_last_error_message(message, 1, &size), MOTCUA_OK);
    CHECK(size == 1 && message[0] == '\0');

    CHECK_STATUS(motcua_calendar_new_vietnam(&calendar), MOTCUA_OK);
    CHECK_STATUS(motcua_calendar_range(calendar, &first, &last), MOTCUA_OK);
    CHECK(first == 10957 && last == 29584);

    CHECK_STATUS(motcua_add_working_days(calendar, AUG_19, 10, &date), MOTCUA_OK);
    CHECK(date == SEP_04);
    CHECK_STATUS(motcua_count_working_days(calendar, AUG_19, SEP_04, &count), MOTCUA_OK);
    CHECK(count == 10);
    CHECK_STATUS(motcua_add_working_minutes(calendar, AUG_19 * DAY + 9 * 3600, 480, &at), MOTCUA_OK);
    CHECK(at == (AUG_19 + 1) * DAY + 9 * 3600);
    CHECK_STATUS(motcua_count_working_minutes(calendar, AUG_19 * DAY, at, &count), MOTCUA_OK);
    CHECK(count == 480 + 90);

    /* Saturday 22 August 2026 is worked so that Monday 31 August is off. */
    CHECK_STATUS(motcua_day_info(calendar, AUG_19 + 3, &day), MOTCUA_OK);
    CHECK(day.kind == MOTCUA_DAY_MAKE_UP && day.working == 1 && day.open_minutes == 480);
    CHECK(day.exchanged_for == AUG_19 + 12 && day.holiday == MOTCUA_HOLIDAY_NONE);
    CHECK_STATUS(motcua_day_source(calendar, AUG_19 + 3, &text), MOTCUA_OK);
    CHECK(text.len > 0 && text.data != NULL);
    CHECK_STATUS(motcua_day_sessions(calendar, AUG_19, sessions, 2, &size), MOTCUA_OK);
    CHECK(size == 2 && sessions[0].open == 450 && sessions[1].close == 1020);
    CHECK_STATUS(motcua_day_sessions(calendar, AUG_19, NULL, 0, &size), MOTCUA_BUFFER_TOO_SMALL);
    CHECK(size == 2);

    CHECK_STATUS(motcua_appointment(calendar, NULL, AUG_19 * DAY + 9 * 3600, 10000,
                                    MOTCUA_UNIT_WORKING_DAY, &due),
                 MOTCUA_OK);
    CHECK(due.date == SEP_04 && due.at_local == SEP_04 * DAY + 17 * 3600);
    CHECK(due.certainty == MOTCUA_CERTAINTY_FINAL);
    CHECK_STATUS(motcua_policy_new_from_json(clock, sizeof clock - 1, &policy), MOTCUA_OK);
    CHECK_STATUS(motcua_appointment(calendar, policy, AUG_19 * DAY + 9 * 3600, 10000,
                                    MOTCUA_UNIT_WORKING_DAY, &due),
                 MOTCUA_OK);
    CHECK(due.at_local == SEP_04 * DAY + 9 * 3600);
    motcua_policy_free(policy);
    CHECK_STATUS(motcua_calendar_new_from_json(hours, sizeof hours - 1, &own), MOTCUA_OK);
    CHECK_STATUS(motcua_day_info(own, AUG_19, &day), MOTCUA_OK);
    CHECK(day.open_minutes == 180);
    motcua_calendar_free(own);
    limits(calendar);
    dossiers(calendar);
    batches(calendar);
    dossier_columns(calendar);

    CHECK_STATUS(motcua_local_from_utc(0, &at), MOTCUA_OK);
    CHECK(at == 7 * 3600);
    CHECK_STATUS(motcua_utc_from_local(at, &at), MOTCUA_OK);
    CHECK(at == 0);

    CHECK_STATUS(motcua_answer_json(request, sizeof request - 1, &answer), MOTCUA_OK);
    text = motcua_string_view(answer);
    CHECK(text.len == strlen(DATED) && memcmp(text.data, DATED, text.len) == 0);
    motcua_string_free(answer);
    CHECK_STATUS(motcua_calendar_answer_json(calendar, request, sizeof request - 1, &answer), MOTCUA_OK);
    CHECK(same(motcua_string_view(answer), DATED));
    motcua_string_free(answer);
    CHECK(motcua_string_view(NULL).len == 0);
    CHECK(motcua_status_message(MOTCUA_BAD_ROWS)[0] == 'S');

    /* A failure is a status and a text, and writes nothing. */
    date = 7;
    CHECK_STATUS(motcua_add_working_days(calendar, 0, 1, &date), MOTCUA_ERROR_NO_CALENDAR_DATA);
    CHECK(date == 7);
    CHECK_STATUS(motcua_last_error_message(NULL, 0, &size), MOTCUA_BUFFER_TOO_SMALL);
    CHECK(size > 1 && size <= sizeof message);
    CHECK_STATUS(motcua_last_error_message(message, size, NULL), MOTCUA_OK);
    CHECK(strlen(message) == size - 1 && strstr(message, "1970-01-01") != NULL);
    CHECK_STATUS(motcua_calendar_new_vietnam(NULL), MOTCUA_NULL_POINTER);
    CHECK_STATUS(motcua_add_working_days(untouched, AUG_19, 1, &date), MOTCUA_NULL_POINTER);

    CHECK_STATUS(motcua_test_panic(), MOTCUA_PANIC);
    CHECK_STATUS(motcua_last_error_message(message, sizeof message, NULL), MOTCUA_OK);
    CHECK(strstr(message, "on request") != NULL);

    motcua_calendar_free(calendar);
    motcua_calendar_free(NULL);
    motcua_string_free(NULL);
    motcua_policy_free(NULL);
    puts("ok");
    return 0;
}
