/* Runs the shared cases through the typed functions. Each line has, parted by tabs: the id, the
   operation, the calendar and the policy in JSON (or nothing), the text and case of a limit, three
   numbers that are asked, the status expected and two numbers expected. */
#include "motcua.h"

#include <inttypes.h>
#include <string.h>

#include "check.h"

enum { ID, OP, CALENDAR, POLICY, TEXT, CASE, A, B, C, STATUS, X, Y, FIELDS };

static int64_t number(const char *text) { return strtoll(text, NULL, 10); }

int main(void) {
    static char line[1 << 16];
    unsigned long count = 0;
    motcua_calendar *vietnam = NULL;
    CHECK_STATUS(motcua_calendar_new_vietnam(&vietnam), MOTCUA_OK);
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *field[FIELDS], *next = line;
        motcua_calendar *own = NULL;
        const motcua_calendar *calendar = vietnam;
        motcua_policy *policy = NULL;
        motcua_status status = MOTCUA_OK;
        int64_t a, b, c, x = 0, y = 0;
        int32_t out = 0;
        int i;
        line[strcspn(line, "\n")] = '\0';
        for (i = 0; i < FIELDS; i++) {
            CHECK(next != NULL);
            field[i] = next;
            next = strchr(next, '\t');
            if (next != NULL) *next++ = '\0';
        }
        a = number(field[A]);
        b = number(field[B]);
        c = number(field[C]);
        if (field[CALENDAR][0] != '\0') {
            status = motcua_calendar_new_from_json(field[CALENDAR], strlen(field[CALENDAR]), &own);
            calendar = own;
        }
        if (status == MOTCUA_OK && field[POLICY][0] != '\0') {
            status = motcua_policy_new_from_json(field[POLICY], strlen(field[POLICY]), &policy);
        }
        if (status != MOTCUA_OK) {
            /* Refused already. */
        } else if (strcmp(field[OP], "add_working_days") == 0) {
            status = motcua_add_working_days(calendar, (int32_t)a, (int32_t)b, &out);
            x = out;
        } else if (strcmp(field[OP], "count_working_days") == 0) {
            status = motcua_count_working_days(calendar, (int32_t)a, (int32_t)b, &out);
            x = out;
        } else if (strcmp(field[OP], "add_working_minutes") == 0) {
            status = motcua_add_working_minutes(calendar, a, (int32_t)b, &x);
        } else if (strcmp(field[OP], "count_working_minutes") == 0) {
            status = motcua_count_working_minutes(calendar, a, b, &out);
            x = out;
        } else if (strcmp(field[OP], "day") == 0) {
            motcua_day day;
            status = motcua_day_info(calendar, (int32_t)a, &day);
            if (status == MOTCUA_OK) {
                x = day.kind;
                y = day.working;
            }
        } else if (strcmp(field[OP], "deadline") == 0) {
            motcua_due due;
            status = motcua_appointment(calendar, policy, a, (int32_t)b, (int32_t)c, &due);
            if (status == MOTCUA_OK) {
                x = due.at_local;
                y = due.date;
            }
        } else if (strcmp(field[OP], "deadline_text") == 0) {
            motcua_time_limit *limit = NULL;
            motcua_due due;
            CHECK_STATUS(motcua_time_limit_parse(field[TEXT], strlen(field[TEXT]), &limit), MOTCUA_OK);
            /* A case of one space is an empty one; without it there is none. */
            status = motcua_time_limit_appointment(
                calendar, policy, a, limit, field[CASE][0] == '\0' ? NULL : field[CASE],
                strcmp(field[CASE], " ") == 0 ? 0 : strlen(field[CASE]), (int32_t)c, &due);
            if (status == MOTCUA_OK) {
                x = due.at_local;
                y = due.date;
            }
            motcua_time_limit_free(limit);
        } else {
            CHECK(!"an operation that is known");
        }
        if (status != number(field[STATUS]) ||
            (status == MOTCUA_OK && (x != number(field[X]) || (field[Y][0] != '\0' && y != number(field[Y]))))) {
            fprintf(stderr, "%s: status %ld, %" PRId64 ", %" PRId64 "; expected %s, %s, %s\n", field[ID],
                    (long)status, x, y, field[STATUS], field[X], field[Y]);
            exit(1);
        }
        motcua_policy_free(policy);
        motcua_calendar_free(own);
        count++;
    }
    motcua_calendar_free(vietnam);
    printf("%lu\n", count);
    return 0;
}
