/*
 * motcua: the deadline engine for Vietnam's one-stop public-service desks (mot cua).
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 * Generated from the source of the library; do not edit.
 *
 * Conventions
 *
 * - Status. Functions that can fail return a motcua_status: 0 is success, 1 to 99 is trouble at the
 *   boundary, from 100 on the engine refuses. Act on the number; the text of
 *   motcua_last_error_message is for logs.
 * - Outputs come last and are written only on success, save where a function says otherwise for a
 *   size. No argument is both input and output.
 * - Dates are int32_t days since 1970-01-01. Instants are int64_t seconds since 1970-01-01T00:00 on
 *   Vietnam's clock (..._local) or in UTC (..._utc); the name always says which.
 * - Texts in are UTF-8 with a length, not NUL-terminated; NULL is an empty text if its length is 0.
 *   Texts out are views that live as long as what they were taken from (motcua_str), are copied
 *   into a buffer of the caller, or are owned by the caller as motcua_string.
 * - Handles are made by a ..._new... function and freed by the ..._free of their type, once; to free
 *   NULL is to do nothing. They never change after they are made.
 * - Threads. Any function may be called from any thread. A handle may be used by any number of
 *   threads at the same time, and freed by any thread when no other uses it any more. The text of
 *   the last error is kept for each thread.
 * - Binary interface. Compare motcua_abi_version() with MOTCUA_ABI_VERSION after loading. While
 *   they are equal, later versions only add.
 */

#ifndef MOTCUA_H
#define MOTCUA_H

#include <stddef.h>
#include <stdint.h>

/**
 * The major part of the version this header belongs to.
 */
#define MOTCUA_VERSION_MAJOR 0

/**
 * The minor part of the version this header belongs to.
 */
#define MOTCUA_VERSION_MINOR 1

/**
 * The patch part of the version this header belongs to.
 */
#define MOTCUA_VERSION_PATCH 0

/**
 * A day or year that the lunar calendar does not cover.
 */
#define MOTCUA_ERROR_LUNAR_OUT_OF_RANGE 100

/**
 * A lunar date that does not exist.
 */
#define MOTCUA_ERROR_NO_SUCH_LUNAR_DATE 101

/**
 * A text that is not a date.
 */
#define MOTCUA_ERROR_INVALID_DATE 102

/**
 * A text that is not an instant.
 */
#define MOTCUA_ERROR_INVALID_TIME 103

/**
 * A text that is not an hour of the day.
 */
#define MOTCUA_ERROR_INVALID_CLOCK_TIME 104

/**
 * A date outside the years the calendar knows.
 */
#define MOTCUA_ERROR_NO_CALENDAR_DATA 105

/**
 * A session that closes before or when it opens.
 */
#define MOTCUA_ERROR_EMPTY_SESSION 106

/**
 * Two sessions of one day share time.
 */
#define MOTCUA_ERROR_OVERLAPPING_SESSIONS 107

/**
 * A week without a single session.
 */
#define MOTCUA_ERROR_EMPTY_WEEK 108

/**
 * A make-up day without a single session.
 */
#define MOTCUA_ERROR_EMPTY_MAKE_UP 109

/**
 * A range that ends before it begins.
 */
#define MOTCUA_ERROR_END_BEFORE_START 110

/**
 * Two ranges of dates set the hours of one day.
 */
#define MOTCUA_ERROR_OVERLAPPING_HOURS 111

/**
 * A day listed both off and worked.
 */
#define MOTCUA_ERROR_OFF_AND_MAKE_UP 112

/**
 * A make-up day on a day that is worked anyway.
 */
#define MOTCUA_ERROR_MAKE_UP_ON_WORKING_DAY 113

/**
 * A day listed twice.
 */
#define MOTCUA_ERROR_LISTED_TWICE 114

/**
 * A day outside the year of its notice.
 */
#define MOTCUA_ERROR_NOT_IN_YEAR 115

/**
 * A swap with only one of its two days.
 */
#define MOTCUA_ERROR_UNPAIRED_SWAP 116

/**
 * A split of Tết that the law does not give.
 */
#define MOTCUA_ERROR_TET_SPLIT 117

/**
 * Strict mode, and a year touched has no final notice.
 */
#define MOTCUA_ERROR_NOT_FINAL 118

/**
 * A document of calendar facts that cannot be read.
 */
#define MOTCUA_ERROR_INVALID_CALENDAR 119

/**
 * A number that is not an amount with at most three decimals.
 */
#define MOTCUA_ERROR_INVALID_AMOUNT 150

/**
 * Several limits stand in a text and nothing picks one.
 */
#define MOTCUA_ERROR_AMBIGUOUS_LIMIT 151

/**
 * A text holds no limit.
 */
#define MOTCUA_ERROR_NO_LIMIT 152

/**
 * A number stands without its unit.
 */
#define MOTCUA_ERROR_UNIT_MISSING 153

/**
 * The digits and words of a number differ.
 */
#define MOTCUA_ERROR_CONFLICTING_LIMIT 154

/**
 * A text has no limit for the case asked for.
 */
#define MOTCUA_ERROR_UNKNOWN_CASE 155

/**
 * A text has no limit for the channel asked for.
 */
#define MOTCUA_ERROR_UNKNOWN_CHANNEL 156

/**
 * A limit of nothing.
 */
#define MOTCUA_ERROR_EMPTY_LIMIT 200

/**
 * A part of a unit for which the law gives no count.
 */
#define MOTCUA_ERROR_PART_OF_UNIT 201

/**
 * A dossier that was never received.
 */
#define MOTCUA_ERROR_NOT_RECEIVED 250

/**
 * An event earlier than the one before it.
 */
#define MOTCUA_ERROR_OUT_OF_ORDER 251

/**
 * An event that cannot happen where it stands.
 */
#define MOTCUA_ERROR_IMPOSSIBLE_EVENT 252

/**
 * A row of a report whose sums do not agree.
 */
#define MOTCUA_ERROR_BROKEN_SUM 300

/**
 * A record of a document that cannot be read.
 */
#define MOTCUA_ERROR_INVALID_RECORD 350

/**
 * A procedure that stands twice in a catalogue.
 */
#define MOTCUA_ERROR_DUPLICATE_PROCEDURE 351

/**
 * A request that is not JSON.
 */
#define MOTCUA_ERROR_INVALID_JSON 400

/**
 * A request longer than is read.
 */
#define MOTCUA_ERROR_TOO_LONG 401

/**
 * No operation of this name.
 */
#define MOTCUA_ERROR_UNKNOWN_OP 402

/**
 * A field that is missing, unknown or of another form.
 */
#define MOTCUA_ERROR_INVALID_REQUEST 403

/**
 * Due the same day, or the next working day after the cut-off hour. Its amount is 0.
 */
#define MOTCUA_UNIT_SAME_DAY 0

/**
 * Clock minutes.
 */
#define MOTCUA_UNIT_MINUTE 1

/**
 * Clock hours.
 */
#define MOTCUA_UNIT_HOUR 2

/**
 * Hours inside the office's sessions.
 */
#define MOTCUA_UNIT_WORKING_HOUR 3

/**
 * Calendar days.
 */
#define MOTCUA_UNIT_DAY 4

/**
 * Working days.
 */
#define MOTCUA_UNIT_WORKING_DAY 5

/**
 * Weeks.
 */
#define MOTCUA_UNIT_WEEK 6

/**
 * Months.
 */
#define MOTCUA_UNIT_MONTH 7

/**
 * Years.
 */
#define MOTCUA_UNIT_YEAR 8

/**
 * A date that is not there, in the outputs of calls and in the columns of batches.
 */
#define MOTCUA_NO_DATE INT32_MIN

/**
 * An instant that is not there, in the outputs of calls and in the columns of batches.
 */
#define MOTCUA_NO_INSTANT INT64_MIN

/**
 * An ordinary working day.
 */
#define MOTCUA_DAY_WORKING 1

/**
 * A weekly day of rest on which no public holiday falls.
 */
#define MOTCUA_DAY_WEEKEND 2

/**
 * A public holiday.
 */
#define MOTCUA_DAY_HOLIDAY 3

/**
 * Off in lieu of a holiday that fell on a weekly day of rest.
 */
#define MOTCUA_DAY_IN_LIEU 4

/**
 * An ordinary day given off against a make-up day.
 */
#define MOTCUA_DAY_SWAPPED_OFF 5

/**
 * A weekly day of rest worked against a day given off.
 */
#define MOTCUA_DAY_MAKE_UP 6

/**
 * A closure of this one office.
 */
#define MOTCUA_DAY_CLOSURE 7

/**
 * No holiday.
 */
#define MOTCUA_HOLIDAY_NONE 0

/**
 * 1 January.
 */
#define MOTCUA_HOLIDAY_NEW_YEAR 1

/**
 * The days of the lunar new year.
 */
#define MOTCUA_HOLIDAY_TET 2

/**
 * The Hung Kings' Commemoration Day, the 10th of the 3rd lunar month.
 */
#define MOTCUA_HOLIDAY_HUNG_KINGS 3

/**
 * 30 April.
 */
#define MOTCUA_HOLIDAY_REUNIFICATION 4

/**
 * 1 May.
 */
#define MOTCUA_HOLIDAY_LABOUR 5

/**
 * 2 September and, from 2021, the day before or after it.
 */
#define MOTCUA_HOLIDAY_NATIONAL 6

/**
 * 24 November, from 2026.
 */
#define MOTCUA_HOLIDAY_CULTURE 7

/**
 * A holiday newer than this list.
 */
#define MOTCUA_HOLIDAY_OTHER 99

/**
 * All years touched have their official notice.
 */
#define MOTCUA_CERTAINTY_FINAL 1

/**
 * A year touched has an announcement that is not final.
 */
#define MOTCUA_CERTAINTY_PROVISIONAL 2

/**
 * A year touched is known by the law and the lunar calendar alone.
 */
#define MOTCUA_CERTAINTY_PROJECTED 3

/**
 * The version of the binary interface this header describes. It grows by one with each change
 * that breaks a caller; what is only added leaves it alone.
 */
#define MOTCUA_ABI_VERSION 1

/**
 * The calendar of an office: every day from 2000 to 2050, what it is, why, and its hours.
 *
 * It never changes, so any number of threads may ask one calendar at the same time.
 */
typedef struct motcua_calendar motcua_calendar;

/**
 * What an agency does differently when it counts a term and tells where a dossier stands.
 *
 * It never changes, so any number of threads may use one policy at the same time. Wherever a
 * policy is asked for, NULL stands for that of the one-stop.
 */
typedef struct motcua_policy motcua_policy;

/**
 * A text that the caller owns and gives back to `motcua_string_free`.
 */
typedef struct motcua_string motcua_string;

/**
 * How a call ended. 0 is success, 1 to 99 is trouble at the boundary, from 100 on the engine
 * refuses and says why. Numbers are never changed or used again; later versions add some, so
 * treat an unknown one as a failure.
 */
typedef int32_t motcua_status;

/**
 * A due time. Instants are seconds since 1970-01-01T00:00 on Vietnam's clock, dates are days
 * since 1970-01-01.
 */
typedef struct motcua_due {
    /**
     * The instant the result is due.
     */
    int64_t at_local;
    /**
     * The instant the term ends by law: 24:00 of the last day for days and longer units.
     */
    int64_t legal_end_local;
    /**
     * What the receipt counts as by the policy on hours and cut-off.
     */
    int64_t start_local;
    /**
     * The date the result is due. At 24:00 this is the day that ends then.
     */
    int32_t date;
    /**
     * The last day before it moved because it is off.
     */
    int32_t nominal;
    /**
     * How far the years touched are settled: one of `MOTCUA_CERTAINTY_...`.
     */
    int32_t certainty;
    /**
     * 0.
     */
    int32_t reserved;
} motcua_due;

/**
 * What a day is for the office.
 */
typedef struct motcua_day {
    /**
     * The day, in days since 1970-01-01.
     */
    int32_t date;
    /**
     * What it is: one of `MOTCUA_DAY_...`.
     */
    int32_t kind;
    /**
     * The public holiday that falls on it: one of `MOTCUA_HOLIDAY_...`.
     */
    int32_t holiday;
    /**
     * The day it is exchanged for, or `MOTCUA_NO_DATE`.
     */
    int32_t exchanged_for;
    /**
     * How far its year is settled: one of `MOTCUA_CERTAINTY_...`.
     */
    int32_t certainty;
    /**
     * 1 if the office works on it, else 0.
     */
    int32_t working;
    /**
     * 1 if the source of this very day has been seen in a text, else 0.
     */
    int32_t verified;
    /**
     * Minutes the office is open on it.
     */
    int32_t open_minutes;
} motcua_day;

/**
 * A text that belongs to a handle: UTF-8, not NUL-terminated, valid until the handle is freed.
 * Do not free it. An empty text may have any `data`.
 */
typedef struct motcua_str {
    /**
     * Its first byte.
     */
    const char *data;
    /**
     * Its length in bytes.
     */
    size_t len;
} motcua_str;

/**
 * One session of a day, in minutes since its midnight.
 */
typedef struct motcua_session {
    /**
     * When the office opens.
     */
    int32_t open;
    /**
     * When it closes, at most 1440.
     */
    int32_t close;
} motcua_session;

/**
 * The call succeeded and all its outputs are written.
 */
#define MOTCUA_OK 0

/**
 * A pointer that must not be NULL is.
 */
#define MOTCUA_NULL_POINTER 1

/**
 * A pointer is not aligned for what it points to.
 */
#define MOTCUA_MISALIGNED_POINTER 2

/**
 * A length is larger than any array can be.
 */
#define MOTCUA_INVALID_LENGTH 3

/**
 * A text is not UTF-8.
 */
#define MOTCUA_INVALID_UTF8 4

/**
 * A buffer is too small for what was to be written into it.
 */
#define MOTCUA_BUFFER_TOO_SMALL 5

/**
 * A number that stands for a choice (a unit, a channel) stands for none.
 */
#define MOTCUA_UNKNOWN_VALUE 6

/**
 * An index is not below the count.
 */
#define MOTCUA_OUT_OF_BOUNDS 7

/**
 * The batch was done, and some of its rows have no answer: their outputs hold the sentinel.
 */
#define MOTCUA_BAD_ROWS 8

/**
 * The library came upon a fault of its own. The process goes on and so may the caller; the
 * outputs are not written.
 */
#define MOTCUA_PANIC 99

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

/**
 * Answers a request in JSON on the built-in calendar: everything that motcua does stands behind
 * this one call, with the same requests and answers in every language.
 *
 * Whatever is wrong with a request, the answer is a JSON object: a refusal is
 * `{"error": {"code": ..., "message": ...}}` and the status is still `MOTCUA_OK`.
 *
 * @param request  UTF-8, not NUL-terminated. NULL if `len` is 0.
 * @param len      Bytes in `request`.
 * @param out      Receives the answer, to be freed with `motcua_string_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`.
 *
 * # Safety
 *
 * `request` is valid for reading `len` bytes, `out` for writing.
 */
motcua_status motcua_answer_json(const char *request, size_t len, struct motcua_string **out);

/**
 * Answers a request in JSON on an office's own calendar; else as `motcua_answer_json`. A
 * request with a `calendar` of its own is answered on that one.
 *
 * @param calendar  The calendar.
 * @param request   UTF-8, not NUL-terminated. NULL if `len` is 0.
 * @param len       Bytes in `request`.
 * @param out       Receives the answer, to be freed with `motcua_string_free`.
 * @return As `motcua_answer_json`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `request` is valid for reading `len` bytes, `out`
 * for writing.
 */
motcua_status motcua_calendar_answer_json(const struct motcua_calendar *calendar,
                                          const char *request,
                                          size_t len,
                                          struct motcua_string **out);

/**
 * The due time of a limit that runs from a receipt.
 *
 * @param calendar            The calendar.
 * @param policy              How the term is counted; NULL for the one-stop.
 * @param received_local      The receipt, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param amount_thousandths  The amount in thousandths: 10000 for 10, 1500 for 1.5. A negative
 *                            one is counted back from an event, which stands in the place of
 *                            the receipt.
 * @param unit                What it is counted in: one of `MOTCUA_UNIT_...`.
 * @param out                 Receives the due time.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_UNKNOWN_VALUE` for no such unit or amount;
 *         `MOTCUA_ERROR_EMPTY_LIMIT`, `MOTCUA_ERROR_PART_OF_UNIT`, `MOTCUA_ERROR_INVALID_TIME`;
 *         `MOTCUA_ERROR_NO_CALENDAR_DATA` where the term leaves 2000 to 2050.
 *
 * # Safety
 *
 * `calendar` is a calendar and `policy` NULL or a policy, neither freed; `out` is valid for
 * writing.
 */
motcua_status motcua_appointment(const struct motcua_calendar *calendar,
                                 const struct motcua_policy *policy,
                                 int64_t received_local,
                                 int32_t amount_thousandths,
                                 int32_t unit,
                                 struct motcua_due *out);

/**
 * Makes the calendar of an office with the default hours (Monday to Friday 07:30-11:30 and
 * 13:00-17:00) on the built-in facts.
 *
 * @param out  Receives the calendar, to be freed with `motcua_calendar_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `out` is valid for writing.
 */
motcua_status motcua_calendar_new_vietnam(struct motcua_calendar **out);

/**
 * Frees a calendar. NULL is nothing. No other thread may be using the calendar any more.
 *
 * # Safety
 *
 * `calendar` is NULL or a calendar that is not freed.
 */
void motcua_calendar_free(struct motcua_calendar *calendar);

/**
 * The first and the last day the calendar knows.
 *
 * @param calendar  The calendar.
 * @param first     Receives the first day, in days since 1970-01-01.
 * @param last      Receives the last day, in days since 1970-01-01.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `first` and `last` are valid for writing.
 */
motcua_status motcua_calendar_range(const struct motcua_calendar *calendar,
                                    int32_t *first,
                                    int32_t *last);

/**
 * What a day is for the office.
 *
 * @param calendar  The calendar.
 * @param date      The day, in days since 1970-01-01.
 * @param out       Receives what is known of it.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_NO_CALENDAR_DATA` outside 2000 to
 *         2050.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `out` is valid for writing.
 */
motcua_status motcua_day_info(const struct motcua_calendar *calendar,
                              int32_t date,
                              struct motcua_day *out);

/**
 * What sets a day: the official notice of its year, the law, or the office's own closure.
 *
 * @param calendar  The calendar.
 * @param date      The day, in days since 1970-01-01.
 * @param out       Receives the text, which lives as long as the calendar.
 * @return As `motcua_day_info`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `out` is valid for writing.
 */
motcua_status motcua_day_source(const struct motcua_calendar *calendar,
                                int32_t date,
                                struct motcua_str *out);

/**
 * The sessions of a day, in order; none on a day off.
 *
 * @param calendar  The calendar.
 * @param date      The day, in days since 1970-01-01.
 * @param sessions  Receives the sessions. NULL if `len` is 0, to ask for the number only.
 * @param len       How many sessions there is room for.
 * @param count     Receives the number of sessions; also when there is too little room.
 * @return `MOTCUA_OK`; `MOTCUA_BUFFER_TOO_SMALL`, with `sessions` untouched; else as
 *         `motcua_day_info`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `sessions` is valid for writing `len` sessions,
 * `count` for writing.
 */
motcua_status motcua_day_sessions(const struct motcua_calendar *calendar,
                                  int32_t date,
                                  struct motcua_session *sessions,
                                  size_t len,
                                  size_t *count);

/**
 * Copies the text of the last failure on this thread, with a NUL at its end.
 *
 * The text is English UTF-8 for logs. To act on a failure use its status. A call that succeeds
 * leaves the text as it was; before the first failure it is empty. Where a runtime may move the
 * caller to another thread between two calls, the text may be that of another call.
 *
 * @param buf     Receives the text and its NUL. NULL if `len` is 0, to ask for the size only.
 * @param len     Bytes in `buf`.
 * @param needed  Receives the bytes needed, the NUL included; also when `buf` is too small.
 *                May be NULL.
 * @return `MOTCUA_OK`; `MOTCUA_BUFFER_TOO_SMALL`, with `buf` untouched; `MOTCUA_NULL_POINTER`.
 *         A failure of this function does not change the text.
 *
 * # Safety
 *
 * `buf` is valid for writing `len` bytes, `needed` is NULL or valid for writing.
 */
motcua_status motcua_last_error_message(char *buf, size_t len, size_t *needed);

/**
 * Makes a policy from a JSON object with the fields `policy` and `standing`, as requests in JSON
 * carry them; what is left out is as in the policy of the one-stop.
 *
 * @param json  For example `{"policy": {"due": "same_clock"}}`. UTF-8, not NUL-terminated.
 * @param len   Bytes in `json`.
 * @param out   Receives the policy, to be freed with `motcua_policy_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`;
 *         `MOTCUA_ERROR_INVALID_JSON`, `MOTCUA_ERROR_TOO_LONG`, `MOTCUA_ERROR_INVALID_REQUEST`.
 *
 * # Safety
 *
 * `json` is valid for reading `len` bytes, `out` for writing.
 */
motcua_status motcua_policy_new_from_json(const char *json, size_t len, struct motcua_policy **out);

/**
 * Frees a policy. NULL is nothing. No other thread may be using the policy any more.
 *
 * # Safety
 *
 * `policy` is NULL or a policy that is not freed.
 */
void motcua_policy_free(struct motcua_policy *policy);

/**
 * The stable code of a status: "no_calendar_data", the same as in JSON.
 *
 * @return A NUL-terminated text that lives as long as the library is loaded, never NULL;
 *         "unknown" for a number that is no status. Do not free it.
 */
const char *motcua_status_code(motcua_status status);

/**
 * What a status means, in one English sentence.
 *
 * @return A NUL-terminated text that lives as long as the library is loaded, never NULL. Do not
 *         free it.
 */
const char *motcua_status_message(motcua_status status);

/**
 * The text of a `motcua_string`, valid until it is freed; an empty one for NULL.
 *
 * # Safety
 *
 * `string` is NULL or a text that is not freed.
 */
struct motcua_str motcua_string_view(const struct motcua_string *string);

/**
 * Frees a text. NULL is nothing.
 *
 * # Safety
 *
 * `string` is NULL or a text that is not freed.
 */
void motcua_string_free(struct motcua_string *string);

/**
 * The version of the binary interface of the loaded library. Compare it with
 * `MOTCUA_ABI_VERSION` after loading and go no further where they differ.
 */
uint32_t motcua_abi_version(void);

/**
 * The version of the loaded library, "major.minor.patch".
 *
 * @return A NUL-terminated text that lives as long as the library is loaded. Do not free it.
 */
const char *motcua_version(void);

/**
 * Adds working days: the n-th working day strictly after a date, strictly before it for n < 0;
 * for 0 the date itself if it is worked, else the next day that is.
 *
 * @param calendar  The calendar.
 * @param date      The date, in days since 1970-01-01.
 * @param n         How many working days.
 * @param out       Receives the day found, in days since 1970-01-01.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_NO_CALENDAR_DATA` where the count
 *         begins or ends outside 2000 to 2050.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `out` is valid for writing.
 */
motcua_status motcua_add_working_days(const struct motcua_calendar *calendar,
                                      int32_t date,
                                      int32_t n,
                                      int32_t *out);

/**
 * Counts the working days after `from` up to and with `to`, negative when `to` is the earlier.
 *
 * @param calendar  The calendar.
 * @param from      A date, in days since 1970-01-01.
 * @param to        A date, in days since 1970-01-01.
 * @param out       Receives the count.
 * @return As `motcua_add_working_days`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `out` is valid for writing.
 */
motcua_status motcua_count_working_days(const struct motcua_calendar *calendar,
                                        int32_t from,
                                        int32_t to,
                                        int32_t *out);

/**
 * Adds working minutes, counted from the instant if the office is open then, else from the next
 * opening; an exact end of a session is that closing instant. A negative number counts back; 0
 * is the instant itself if the office is open or just closing, else the next opening.
 *
 * @param calendar  The calendar.
 * @param at_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param minutes   How many working minutes.
 * @param out       Receives the instant found, in the same seconds.
 * @return As `motcua_add_working_days`; `MOTCUA_ERROR_INVALID_TIME` for an instant that no clock
 *         shows.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `out` is valid for writing.
 */
motcua_status motcua_add_working_minutes(const struct motcua_calendar *calendar,
                                         int64_t at_local,
                                         int32_t minutes,
                                         int64_t *out);

/**
 * Counts the whole working minutes between two instants, negative when `to` is the earlier.
 *
 * @param calendar    The calendar.
 * @param from_local  An instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param to_local    An instant, in the same seconds.
 * @param out         Receives the minutes.
 * @return As `motcua_add_working_minutes`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed, `out` is valid for writing.
 */
motcua_status motcua_count_working_minutes(const struct motcua_calendar *calendar,
                                           int64_t from_local,
                                           int64_t to_local,
                                           int32_t *out);

/**
 * Turns an instant in seconds since 1970-01-01T00:00 UTC into seconds on Vietnam's clock, which
 * is seven hours ahead all year.
 *
 * @param at_utc     The instant in UTC.
 * @param out_local  Receives the instant on Vietnam's clock.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_INVALID_TIME` for an instant that no
 *         clock shows.
 *
 * # Safety
 *
 * `out_local` is valid for writing.
 */
motcua_status motcua_local_from_utc(int64_t at_utc, int64_t *out_local);

/**
 * Turns an instant in seconds since 1970-01-01T00:00 on Vietnam's clock into seconds of UTC.
 *
 * @param at_local  The instant on Vietnam's clock.
 * @param out_utc   Receives the instant in UTC.
 * @return As `motcua_local_from_utc`.
 *
 * # Safety
 *
 * `out_utc` is valid for writing.
 */
motcua_status motcua_utc_from_local(int64_t at_local, int64_t *out_utc);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* MOTCUA_H */
