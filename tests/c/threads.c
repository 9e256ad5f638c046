/* Eight threads share one calendar and one policy; each must get what one thread alone gets.

     threads [rounds of calls in a turn] [seconds]

   Each thread takes one turn alone and then turn after turn beside the others until the time is
   over, one at least. With RACE defined they also write one number without a lock, so that it can
   be seen that the thread sanitizer watches. */
#include "motcua.h"

#include <pthread.h>
#include <string.h>
#include <time.h>

#include "check.h"

#define THREADS 8
#define FIRST 10957
#define DAYS 18628

typedef struct {
    const motcua_calendar *calendar;
    const motcua_policy *policy;
    unsigned long rounds;
    uint32_t seed;
    uint64_t digest;
    time_t until;
    unsigned long turns;
} work;

#ifdef RACE
static unsigned long raced;
#endif

static void mix(uint64_t *digest, uint64_t value) {
    *digest = (*digest ^ value) * UINT64_C(1099511628211);
}

static uint32_t next(uint32_t *state) {
    *state ^= *state << 13;
    *state ^= *state >> 17;
    *state ^= *state << 5;
    return *state;
}

/* Calls of every sort, good ones and bad ones, folded into one number. */
static uint64_t turn(const work *w) {
    uint32_t state = w->seed;
    uint64_t digest = UINT64_C(14695981039346656037);
    unsigned long round;
    for (round = 0; round < w->rounds; round++) {
        int32_t date = FIRST - 50 + (int32_t)(next(&state) % (DAYS + 100));
        int32_t n = (int32_t)(next(&state) % 800) - 400, out = -1, columns[4];
        int64_t at = date * INT64_C(86400) + next(&state) % 86400, later = -1;
        int32_t ns[4];
        motcua_day day;
        motcua_due due;
        motcua_status status;
        memset(&day, 0, sizeof day);
        memset(&due, 0, sizeof due);
        ns[0] = n; ns[1] = date; ns[2] = MOTCUA_NO_DATE; ns[3] = 1;
        columns[0] = columns[1] = columns[3] = date; columns[2] = date + n;
        mix(&digest, (uint64_t)motcua_add_working_days(w->calendar, date, n, &out));
        mix(&digest, (uint64_t)out);
        mix(&digest, (uint64_t)motcua_count_working_days(w->calendar, date, date + n, &out));
        mix(&digest, (uint64_t)out);
        mix(&digest, (uint64_t)motcua_add_working_minutes(w->calendar, at, n, &later));
        mix(&digest, (uint64_t)later);
        mix(&digest, (uint64_t)motcua_day_info(w->calendar, date, &day));
        mix(&digest, (uint64_t)day.kind);
        status = motcua_appointment(w->calendar, w->policy, at, n * 500, (int32_t)(next(&state) % 10), &due);
        mix(&digest, (uint64_t)status);
        mix(&digest, (uint64_t)due.at_local);
        mix(&digest, (uint64_t)motcua_add_working_days_batch(w->calendar, columns, ns, 4, columns));
        mix(&digest, (uint64_t)columns[0]);
        mix(&digest, (uint64_t)columns[3]);
        if (status != MOTCUA_OK) {
            /* The text is this thread's own. */
            char text[256];
            size_t needed = 0, i;
            CHECK_STATUS(motcua_last_error_message(text, sizeof text, &needed), MOTCUA_OK);
            for (i = 0; i < needed; i++) mix(&digest, (uint64_t)text[i]);
        }
        if (round % 64 == 0) {
            static const char format[] = "{\"op\": \"day\", \"date\": \"20%02d-%02d-%02d\"}";
            char request[64];
            motcua_string *answer = NULL;
            motcua_str text;
            size_t i;
            snprintf(request, sizeof request, format, (int)(next(&state) % 60), (int)(next(&state) % 12) + 1,
                     (int)(next(&state) % 28) + 1);
            CHECK_STATUS(motcua_calendar_answer_json(w->calendar, request, strlen(request), &answer), MOTCUA_OK);
            text = motcua_string_view(answer);
            for (i = 0; i < text.len; i++) mix(&digest, (uint64_t)text.data[i]);
            motcua_string_free(answer);
        }
    }
    return digest;
}

static void *turns(void *argument) {
    work *w = argument;
    do {
        CHECK(turn(w) == w->digest);
        w->turns++;
#ifdef RACE
        raced += w->turns;
#endif
    } while (time(NULL) < w->until);
    return NULL;
}

int main(int argc, char **argv) {
    motcua_calendar *calendar = NULL;
    motcua_policy *policy = NULL;
    pthread_t threads[THREADS];
    work all[THREADS];
    unsigned long rounds = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000, taken = 0;
    time_t seconds = argc > 2 ? (time_t)strtoul(argv[2], NULL, 10) : 0;
    int i;
    CHECK_STATUS(motcua_calendar_new_vietnam(&calendar), MOTCUA_OK);
    CHECK_STATUS(motcua_policy_new_from_json("{}", 2, &policy), MOTCUA_OK);
    for (i = 0; i < THREADS; i++) {
        all[i].calendar = calendar;
        all[i].policy = policy;
        all[i].rounds = rounds;
        all[i].turns = 0;
        /* Half of the threads do the same work as another. */
        all[i].seed = 1 + (uint32_t)i / 2;
        all[i].digest = turn(&all[i]);
    }
    CHECK(all[0].digest == all[1].digest && all[0].digest != all[2].digest);
    for (i = 0; i < THREADS; i++) {
        all[i].until = time(NULL) + seconds;
        CHECK(pthread_create(&threads[i], NULL, turns, &all[i]) == 0);
    }
    for (i = 0; i < THREADS; i++) {
        CHECK(pthread_join(threads[i], NULL) == 0);
        taken += all[i].turns;
    }
    motcua_policy_free(policy);
    motcua_calendar_free(calendar);
    printf("ok %lu turns\n", taken);
    return 0;
}
