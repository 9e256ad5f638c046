/* A little of everything, in the words of the header. */
#include "motcua.h"

#include <string.h>

#include "check.h"

/* 2026-08-19 and the Friday in September that is ten working days after it. */
#define AUG_19 20684
#define SEP_04 20700
#define DAY INT64_C(86400)

int motcua_test_panic(void);

int main(void) {
    motcua_calendar *calendar = NULL;
    motcua_calendar *untouched = NULL;
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

    CHECK_STATUS(motcua_local_from_utc(0, &at), MOTCUA_OK);
    CHECK(at == 7 * 3600);
    CHECK_STATUS(motcua_utc_from_local(at, &at), MOTCUA_OK);
    CHECK(at == 0);

    CHECK_STATUS(motcua_answer_json(request, sizeof request - 1, &answer), MOTCUA_OK);
    text = motcua_string_view(answer);
    CHECK(text.len == 21 && memcmp(text.data, "{\"date\":\"2026-09-04\"}", 21) == 0);
    motcua_string_free(answer);

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
