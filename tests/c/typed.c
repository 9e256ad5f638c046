/* Runs the shared cases through the typed functions and prints how many. The fields of a line are
   told in tests/tests/c_abi/typed.rs. */
#include "motcua.h"

#include <inttypes.h>
#include <string.h>

#include "check.h"

enum { ID, OP, CALENDAR, POLICY, TEXT, CASE, A, B, C, STATUS, EXPECTED, FIELDS };

/* What the functions said, as what is expected is written. */
static char said[1 << 14];

static void say_text(const char *text, size_t len) {
    size_t at = strlen(said);
    CHECK(at + len + 2 < sizeof said);
    if (at > 0) said[at++] = ' ';
    memcpy(said + at, text, len);
    said[at + len] = '\0';
}

static void say(int64_t value) {
    char text[32];
    int len = snprintf(text, sizeof text, "%" PRId64, value);
    say_text(text, (size_t)len);
}

static void say_instant(int64_t value) {
    if (value == MOTCUA_NO_INSTANT) say_text("none", 4);
    else say(value);
}

static void say_tally(const motcua_tally *tally) {
    say(tally->received);
    say(tally->online);
    say(tally->direct_or_post);
    say(tally->carried_over);
    say(tally->solved);
    say(tally->early);
    say(tally->on_time);
    say(tally->late);
    say(tally->pending);
    say(tally->in_time);
    say(tally->overdue);
    say(tally->ended);
}

/* Word by word; "-" stands for any. */
static int is_expected(const char *expected) {
    const char *got = said;
    while (*expected != '\0' && *got != '\0') {
        size_t wanted = strcspn(expected, " "), given = strcspn(got, " ");
        int any = wanted == 1 && *expected == '-';
        if (!any && (wanted != given || memcmp(expected, got, wanted) != 0)) return 0;
        expected += wanted;
        got += given;
        expected += *expected == ' ';
        got += *got == ' ';
    }
    return *expected == '\0' && *got == '\0';
}

static int64_t number(const char *text) { return strtoll(text, NULL, 10); }

static motcua_status due_in_words(const motcua_calendar *calendar, const motcua_policy *policy, char **field,
                                  motcua_due *due) {
    /* A case of one space is an empty one; without it there is none. */
    const char *words = field[CASE][0] == '\0' ? NULL : field[CASE];
    size_t len = strcmp(field[CASE], " ") == 0 ? 0 : strlen(field[CASE]);
    motcua_time_limit *limit = NULL;
    motcua_status status;
    CHECK_STATUS(motcua_time_limit_parse(field[TEXT], strlen(field[TEXT]), &limit), MOTCUA_OK);
    status = motcua_time_limit_appointment(calendar, policy, number(field[A]), limit, words, len,
                                           (int32_t)number(field[C]), due);
    motcua_time_limit_free(limit);
    return status;
}

static void read_words(const char *text) {
    motcua_time_limit *limit = NULL;
    motcua_str kind;
    size_t count = 0;
    int32_t minute = 0;
    CHECK_STATUS(motcua_time_limit_parse(text, strlen(text), &limit), MOTCUA_OK);
    CHECK_STATUS(motcua_time_limit_kind(limit, &kind), MOTCUA_OK);
    CHECK_STATUS(motcua_time_limit_count(limit, &count), MOTCUA_OK);
    CHECK_STATUS(motcua_time_limit_cut_off(limit, &minute), MOTCUA_OK);
    say_text(kind.data, kind.len);
    say((int64_t)count);
    say_instant(minute < 0 ? MOTCUA_NO_INSTANT : minute);
    motcua_time_limit_free(limit);
}

static motcua_status evaluate(const motcua_calendar *calendar, const motcua_policy *policy, const char *json,
                              int64_t as_of) {
    motcua_dossier *dossier = NULL;
    motcua_timeline *timeline = NULL;
    motcua_standing standing;
    motcua_due due;
    int32_t code = 0;
    int64_t received = 0, finished = 0, returned = 0;
    motcua_status status = motcua_dossier_new_from_json(json, strlen(json), &dossier);
    if (status == MOTCUA_OK) status = motcua_dossier_evaluate(dossier, calendar, policy, &timeline);
    if (status == MOTCUA_OK) status = motcua_timeline_standing(timeline, calendar, policy, as_of, &standing);
    if (status == MOTCUA_OK) {
        motcua_status started = motcua_timeline_due(timeline, policy, as_of, &due);
        CHECK(started == MOTCUA_OK || started == MOTCUA_NOT_STARTED);
        CHECK_STATUS(motcua_timeline_status(timeline, as_of, &code), MOTCUA_OK);
        CHECK_STATUS(motcua_timeline_times(timeline, &received, &finished, &returned), MOTCUA_OK);
        say(standing.state);
        say(standing.days);
        say(standing.hours);
        say(standing.minutes);
        say_instant(started == MOTCUA_OK ? due.at_local : MOTCUA_NO_INSTANT);
        say_instant(started == MOTCUA_OK ? due.date : MOTCUA_NO_INSTANT);
        say_instant(code == 0 ? MOTCUA_NO_INSTANT : code);
        /* The door tells what had come by then, the typed function the whole log. */
        say_instant(received <= as_of ? received : MOTCUA_NO_INSTANT);
        say_instant(finished <= as_of ? finished : MOTCUA_NO_INSTANT);
        say_instant(returned <= as_of ? returned : MOTCUA_NO_INSTANT);
    }
    motcua_timeline_free(timeline);
    motcua_dossier_free(dossier);
    return status;
}

static motcua_status report(const motcua_calendar *calendar, const motcua_policy *policy, char *jsons, int32_t from,
                            int32_t to) {
    enum { MOST = 64 };
    motcua_dossier *dossiers[MOST];
    motcua_report *made = NULL;
    motcua_tally tally;
    motcua_status status;
    motcua_str field;
    size_t count = 0, rows = 0, refused = 0, i;
    char *json;
    for (json = strtok(jsons, "\x1e"); json != NULL; json = strtok(NULL, "\x1e")) {
        CHECK(count < MOST);
        CHECK_STATUS(motcua_dossier_new_from_json(json, strlen(json), &dossiers[count]), MOTCUA_OK);
        count++;
    }
    status = motcua_report_new(calendar, policy, from, to, (const motcua_dossier *const *)dossiers, count, &made);
    if (status == MOTCUA_OK) {
        CHECK_STATUS(motcua_report_totals(made, &tally), MOTCUA_OK);
        CHECK_STATUS(motcua_report_counts(made, &rows, &refused), MOTCUA_OK);
        say_tally(&tally);
        say((int64_t)rows);
        say((int64_t)refused);
        for (i = 0; i < rows; i++) {
            CHECK_STATUS(motcua_report_row(made, i, &field, &tally), MOTCUA_OK);
            say_tally(&tally);
        }
    }
    motcua_report_free(made);
    for (i = 0; i < count; i++) motcua_dossier_free(dossiers[i]);
    return status;
}

static motcua_status run(const motcua_calendar *calendar, const motcua_policy *policy, char **field) {
    const char *op = field[OP];
    int64_t a = number(field[A]), b = number(field[B]), later = 0;
    int32_t out = 0, c = (int32_t)number(field[C]);
    motcua_status status;
    if (strcmp(op, "add_working_days") == 0) {
        status = motcua_add_working_days(calendar, (int32_t)a, (int32_t)b, &out);
        say(out);
    } else if (strcmp(op, "count_working_days") == 0) {
        status = motcua_count_working_days(calendar, (int32_t)a, (int32_t)b, &out);
        say(out);
    } else if (strcmp(op, "add_working_minutes") == 0) {
        status = motcua_add_working_minutes(calendar, a, (int32_t)b, &later);
        say(later);
    } else if (strcmp(op, "count_working_minutes") == 0) {
        status = motcua_count_working_minutes(calendar, a, b, &out);
        say(out);
    } else if (strcmp(op, "day") == 0) {
        motcua_day day;
        status = motcua_day_info(calendar, (int32_t)a, &day);
        if (status == MOTCUA_OK) {
            say(day.kind);
            say(day.working);
        }
    } else if (strcmp(op, "deadline") == 0 || strcmp(op, "deadline_text") == 0) {
        motcua_due due;
        status = strcmp(op, "deadline") == 0 ? motcua_appointment(calendar, policy, a, (int32_t)b, c, &due)
                                             : due_in_words(calendar, policy, field, &due);
        if (status == MOTCUA_OK) {
            say(due.at_local);
            say(due.date);
        }
    } else if (strcmp(op, "parse_time_limit") == 0) {
        read_words(field[TEXT]);
        status = MOTCUA_OK;
    } else if (strcmp(op, "evaluate") == 0) {
        status = evaluate(calendar, policy, field[TEXT], a);
    } else {
        CHECK(strcmp(op, "report") == 0);
        status = report(calendar, policy, field[TEXT], (int32_t)a, (int32_t)b);
    }
    return status;
}

int main(void) {
    static char line[1 << 16];
    unsigned long count = 0;
    motcua_calendar *vietnam = NULL;
    CHECK_STATUS(motcua_calendar_new_vietnam(&vietnam), MOTCUA_OK);
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *field[FIELDS], *next = line;
        motcua_calendar *own = NULL;
        motcua_policy *policy = NULL;
        motcua_status status = MOTCUA_OK;
        int i;
        said[0] = '\0';
        CHECK(strchr(line, '\n') != NULL);
        line[strcspn(line, "\n")] = '\0';
        for (i = 0; i < FIELDS; i++) {
            CHECK(next != NULL);
            field[i] = next;
            next = strchr(next, '\t');
            if (next != NULL) *next++ = '\0';
        }
        if (field[CALENDAR][0] != '\0') {
            status = motcua_calendar_new_from_json(field[CALENDAR], strlen(field[CALENDAR]), &own);
        }
        if (status == MOTCUA_OK && field[POLICY][0] != '\0') {
            status = motcua_policy_new_from_json(field[POLICY], strlen(field[POLICY]), &policy);
        }
        if (status == MOTCUA_OK) status = run(own != NULL ? own : vietnam, policy, field);
        if (status != number(field[STATUS]) || (status == MOTCUA_OK && !is_expected(field[EXPECTED]))) {
            fprintf(stderr, "%s: status %ld, %s; expected %s, %s\n", field[ID], (long)status, said, field[STATUS],
                    field[EXPECTED]);
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
