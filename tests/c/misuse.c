/* Every function of the header with each of its arguments wrong in turn. The calls are generated
   from the header by tests/tests/c_abi/misuse.rs; what they are made of stands here. */
#include "motcua.h"

#include <limits.h>
#include <string.h>

#include "check.h"

#define AUG_19 20684
#define NINE (AUG_19 * INT64_C(86400) + 9 * 3600)
#define ROWS 3

/* Each output has a room of its own, filled with a byte that no answer begins with. */
enum { ROOMS = 12, ROOM = 512 };
static union {
    unsigned char bytes[ROOM];
    int64_t i64;
    void *pointer;
    motcua_due due;
} out[ROOMS];
#define OUT(type, room) ((type *)(void *)out[room].bytes)
#define ODD_OUT(type, room) ((type *)(void *)(out[room].bytes + 1))
#define ODD(type, pointer) ((type *)(void *)((char *)(uintptr_t)(pointer) + 1))

static unsigned long calls;
static const char *function;
static motcua_status status;

static motcua_calendar *calendar;
static motcua_policy *policy;
static motcua_dossier *dossier;
static const motcua_dossier *dossiers[ROWS];
static motcua_timeline *timeline;
static motcua_report *report;
static motcua_time_limit *time_limit;
static motcua_string *string;

static const int32_t days[ROWS] = {AUG_19, AUG_19, AUG_19};
static const int32_t numbers[ROWS] = {1, 1, 1};
static const int32_t amounts[ROWS] = {1000, 1000, 1000};
static const int32_t units[ROWS] = {MOTCUA_UNIT_WORKING_DAY, MOTCUA_UNIT_DAY, MOTCUA_UNIT_HOUR};
static const int64_t instants[ROWS] = {NINE, NINE, NINE};

/* Three dossiers that were received, and what they mean. */
static const uint32_t starts[ROWS + 1] = {0, 1, 2, 3};
static const uint8_t codes[ROWS] = {MOTCUA_EVENT_RECEIVED, MOTCUA_EVENT_RECEIVED, MOTCUA_EVENT_RECEIVED};
static motcua_evaluation evaluations[ROWS];
static const uint8_t online[ROWS] = {1, 0, 1};
static const uint32_t groups[ROWS] = {0, 0, 0};

static const int32_t absurd32[] = {INT32_MIN, INT32_MIN + 1, -1, 0, 9, 99, 10956, 29585, INT32_MAX};
static const int64_t absurd64[] = {INT64_MIN, INT64_MIN + 1, INT64_MIN + 86400, -1, 0, 4000000000000, INT64_MAX};
static const size_t no_length[] = {SIZE_MAX, SIZE_MAX / 2 + 1, SIZE_MAX - 7};
static const char *const not_utf8[] = {"\xff", "\xc3", "\xed\xa0\x80", "\xf8\x88\x80\x80\x80", "\xc0\x80"};
#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Before each call. */
static void fresh(void) {
    memset(out, 0x5A, sizeof out);
    calls++;
}

static void fail(const char *what, int line) {
    fprintf(stderr, "%s: %s, status %ld (call of line %d)\n", function, what, (long)status, line);
    exit(1);
}

/* Nothing stands in a room beyond its first bytes. */
static void only(int room, size_t size, int line) {
    size_t i;
    for (i = size; i < ROOM; i++) {
        if (out[room].bytes[i] != 0x5A) fail("wrote where it must not", line);
    }
}

static void untouched(int line) {
    int room;
    for (room = 0; room < ROOMS; room++) only(room, 0, line);
}

/* A call that must be refused with this status and write nothing. */
static void refused(motcua_status expected, int line) {
    if (status != expected) fail("is not refused as it should be", line);
    untouched(line);
}

/* A call may succeed or be refused, by a status that is known and is no fault of the library. */
static int sensible(int line) {
    if (status == MOTCUA_OK || status == MOTCUA_BAD_ROWS) return 1;
    if (status == MOTCUA_PANIC || strcmp(motcua_status_code(status), "unknown") == 0) fail("fell over", line);
    return 0;
}

/* A copy with nothing after it, so that a byte read too many is noticed by the checkers. */
static void *exact(const void *source, size_t size) {
    void *copy = malloc(size > 0 ? size : 1);
    CHECK(copy != NULL);
    memcpy(copy, source, size);
    return copy;
}

#include "misuse_calls.inc"

static void set_up(void) {
    static const char good[] = "{\"code\": \"x\", \"limit\": {\"value\": 1, \"unit\": \"day\"},"
                               " \"events\": [{\"type\": \"received\", \"at\": \"2026-08-19T08:00\"}]}";
    static const char bad[] = "{\"code\": \"x\", \"limit\": {\"value\": 1, \"unit\": \"day\"},"
                              " \"events\": [{\"type\": \"returned\", \"at\": \"2026-08-19T08:00\"}]}";
    static const char words[] = "03 ng\xc3\xa0y l\xc3\xa0m vi\xe1\xbb\x87""c, tr\xc6\xb0\xe1\xbb\x9dng h\xe1\xbb\xa3p "
                                "ph\xe1\xba\xa3i x\xc3\xa1""c minh th\xc3\xac kh\xc3\xb4ng qu\xc3\xa1 08 "
                                "ng\xc3\xa0y l\xc3\xa0m vi\xe1\xbb\x87""c";
    motcua_dossier *refused_one = NULL;
    const motcua_dossier *both[2];
    CHECK_STATUS(motcua_calendar_new_vietnam(&calendar), MOTCUA_OK);
    CHECK_STATUS(motcua_policy_new_from_json("{}", 2, &policy), MOTCUA_OK);
    CHECK_STATUS(motcua_dossier_new_from_json(good, sizeof good - 1, &dossier), MOTCUA_OK);
    CHECK_STATUS(motcua_dossier_new_from_json(bad, sizeof bad - 1, &refused_one), MOTCUA_OK);
    dossiers[0] = dossiers[1] = dossiers[2] = both[0] = dossier;
    both[1] = refused_one;
    CHECK_STATUS(motcua_dossier_evaluate(dossier, calendar, policy, &timeline), MOTCUA_OK);
    CHECK_STATUS(motcua_report_new(calendar, policy, AUG_19, AUG_19, both, 2, &report), MOTCUA_OK);
    CHECK_STATUS(motcua_time_limit_parse(words, sizeof words - 1, &time_limit), MOTCUA_OK);
    CHECK_STATUS(motcua_answer_json("{}", 2, &string), MOTCUA_OK);
    motcua_dossier_free(refused_one);
    CHECK_STATUS(motcua_dossier_batch(calendar, policy, amounts, units, starts, ROWS, instants, codes,
                                      NULL, ROWS, NINE, evaluations),
                 MOTCUA_OK);
}

int main(void) {
    set_up();
    all();
    motcua_string_free(string);
    motcua_time_limit_free(time_limit);
    motcua_report_free(report);
    motcua_timeline_free(timeline);
    motcua_dossier_free(dossier);
    motcua_policy_free(policy);
    motcua_calendar_free(calendar);
    printf("ok %lu\n", calls);
    return 0;
}
