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
 * A text that is not a dossier code.
 */
#define MOTCUA_ERROR_INVALID_DOSSIER_CODE 260

/**
 * A dossier code whose agency identifier is malformed.
 */
#define MOTCUA_ERROR_DOSSIER_CODE_AGENCY 261

/**
 * A dossier code whose date is none.
 */
#define MOTCUA_ERROR_DOSSIER_CODE_DATE 262

/**
 * A dossier code whose order number is none.
 */
#define MOTCUA_ERROR_DOSSIER_CODE_ORDER 263

/**
 * A record of the national portal that cannot be read.
 */
#define MOTCUA_ERROR_INVALID_NATIONAL_RECORD 270

/**
 * A row of a report whose sums do not agree.
 */
#define MOTCUA_ERROR_BROKEN_SUM 300

/**
 * Two reports of different periods or policies that cannot be added up.
 */
#define MOTCUA_ERROR_REPORTS_DIFFER 301

/**
 * A given number larger than what it is a part of.
 */
#define MOTCUA_ERROR_PART_EXCEEDS_WHOLE 302

/**
 * No rule for scoring one-stops was in force at the end of the period.
 */
#define MOTCUA_ERROR_NO_SCORING 303

/**
 * Something given for a dossier that is not in the log.
 */
#define MOTCUA_ERROR_UNKNOWN_DOSSIER 304

/**
 * A record of a document that cannot be read.
 */
#define MOTCUA_ERROR_INVALID_RECORD 350

/**
 * A procedure that stands twice in a catalogue.
 */
#define MOTCUA_ERROR_DUPLICATE_PROCEDURE 351

/**
 * A procedure that the catalogue does not hold.
 */
#define MOTCUA_ERROR_UNKNOWN_PROCEDURE 352

/**
 * A text that is not a procedure code.
 */
#define MOTCUA_ERROR_INVALID_PROCEDURE_CODE 353

/**
 * A text that is not an agency identifier.
 */
#define MOTCUA_ERROR_INVALID_AGENCY_CODE 354

/**
 * A text that is not an amount of money, or a fee beyond what one can hold.
 */
#define MOTCUA_ERROR_INVALID_PRICE 355

/**
 * A step that waits for one that is not there.
 */
#define MOTCUA_ERROR_UNKNOWN_STEP 356

/**
 * Steps that wait for each other.
 */
#define MOTCUA_ERROR_STEP_CYCLE 357

/**
 * Two steps of one name.
 */
#define MOTCUA_ERROR_DUPLICATE_STEP 358

/**
 * Steps that take longer than their procedure.
 */
#define MOTCUA_ERROR_STEPS_DO_NOT_ADD_UP 359

/**
 * A reduction of more than the whole.
 */
#define MOTCUA_ERROR_INVALID_REDUCTION 360

/**
 * Two reductions of one fee at one time.
 */
#define MOTCUA_ERROR_OVERLAPPING_REDUCTIONS 361

/**
 * Two versions of a procedure in force on one day.
 */
#define MOTCUA_ERROR_OVERLAPPING_VERSIONS 362

/**
 * Nothing is published of the fee for a channel.
 */
#define MOTCUA_ERROR_FEE_UNKNOWN 363

/**
 * Several fees stand for cases and nothing picks one.
 */
#define MOTCUA_ERROR_AMBIGUOUS_FEE 364

/**
 * No fee is published for the case asked for.
 */
#define MOTCUA_ERROR_UNKNOWN_FEE_CASE 365

/**
 * Two levels of different regimes.
 */
#define MOTCUA_ERROR_INCOMPARABLE_LEVELS 370

/**
 * A regime without such a level.
 */
#define MOTCUA_ERROR_UNKNOWN_LEVEL 371

/**
 * A regime that is not in force on the date.
 */
#define MOTCUA_ERROR_REGIME_NOT_IN_FORCE 372

/**
 * A request that is not JSON.
 */
#define MOTCUA_ERROR_INVALID_JSON 400

/**
 * A request, a document or a limit text longer than is read.
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
 * A request nested deeper than is read.
 */
#define MOTCUA_ERROR_TOO_DEEP 404

/**
 * More values, events, steps or versions than are read.
 */
#define MOTCUA_ERROR_TOO_MANY 405

/**
 * A plan, an item, a finding or another record without a code.
 */
#define MOTCUA_ERROR_NO_CODE 450

/**
 * Two records of one kind with one code.
 */
#define MOTCUA_ERROR_DUPLICATE_CODE 451

/**
 * A remedy for a finding there cannot be.
 */
#define MOTCUA_ERROR_UNKNOWN_FINDING 452

/**
 * An edition of a quality standard that is not known.
 */
#define MOTCUA_ERROR_UNKNOWN_EDITION 453

/**
 * A period judged before it is over, or a report before its period begins.
 */
#define MOTCUA_ERROR_JUDGED_BEFORE_END 454

/**
 * Columns of one batch that differ in length.
 */
#define MOTCUA_ERROR_COLUMN_LENGTHS 500

/**
 * Logs in a batch that overlap or leave the events.
 */
#define MOTCUA_ERROR_LOG_STARTS 501

/**
 * A number that is not the code of an event.
 */
#define MOTCUA_ERROR_UNKNOWN_EVENT_CODE 502

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
 * Its term has not begun.
 */
#define MOTCUA_STATE_NOT_STARTED 0

/**
 * Open, with time left.
 */
#define MOTCUA_STATE_IN_TIME 1

/**
 * Open, with little time left.
 */
#define MOTCUA_STATE_DUE_SOON 2

/**
 * Open, and its time is over.
 */
#define MOTCUA_STATE_OVERDUE 3

/**
 * Done before its date.
 */
#define MOTCUA_STATE_EARLY 4

/**
 * Done on its date.
 */
#define MOTCUA_STATE_ON_TIME 5

/**
 * Done too late.
 */
#define MOTCUA_STATE_LATE 6

/**
 * Open, waiting for the applicant or suspended; not late by that.
 */
#define MOTCUA_STATE_WAITING 7

/**
 * Ended: it was not accepted.
 */
#define MOTCUA_STATE_NOT_ACCEPTED 8

/**
 * Ended: withdrawn by the applicant.
 */
#define MOTCUA_STATE_WITHDRAWN 9

/**
 * Ended: stopped for good.
 */
#define MOTCUA_STATE_STOPPED 10

/**
 * An event, in a column of events: handed in.
 */
#define MOTCUA_EVENT_SUBMITTED 1

/**
 * Received, full and correct.
 */
#define MOTCUA_EVENT_RECEIVED 2

/**
 * Received elsewhere than at the agency that solves it.
 */
#define MOTCUA_EVENT_RECEIVED_ELSEWHERE 3

/**
 * The agency that solves it has it.
 */
#define MOTCUA_EVENT_AGENCY_RECEIVED 4

/**
 * Not accepted.
 */
#define MOTCUA_EVENT_RECEPTION_REFUSED 5

/**
 * Handed over to those who solve it.
 */
#define MOTCUA_EVENT_TRANSFERRED 6

/**
 * A step has begun; its argument is a number of the caller's choice for the step.
 */
#define MOTCUA_EVENT_STEP_STARTED 7

/**
 * A step is done; its argument is the number of the step.
 */
#define MOTCUA_EVENT_STEP_FINISHED 8

/**
 * A supplement is asked for before it is received.
 */
#define MOTCUA_EVENT_SUPPLEMENT_REQUESTED_AT_RECEPTION 9

/**
 * A supplement is asked for.
 */
#define MOTCUA_EVENT_SUPPLEMENT_REQUESTED 10

/**
 * The supplement has come.
 */
#define MOTCUA_EVENT_SUPPLEMENT_RECEIVED 11

/**
 * A payment is asked for.
 */
#define MOTCUA_EVENT_PAYMENT_REQUESTED 12

/**
 * The payment was made.
 */
#define MOTCUA_EVENT_PAYMENT_MADE 13

/**
 * Suspended.
 */
#define MOTCUA_EVENT_SUSPENDED 14

/**
 * Taken up again.
 */
#define MOTCUA_EVENT_RESUMED 15

/**
 * Another agency is asked; the argument is a number of the caller's choice for the agency.
 */
#define MOTCUA_EVENT_CONSULTATION_ASKED 16

/**
 * The agency has answered; the argument is its number.
 */
#define MOTCUA_EVENT_CONSULTATION_ANSWERED 17

/**
 * Put off; the argument is the new appointment, in seconds since 1970-01-01T00:00 on Vietnam's
 * clock.
 */
#define MOTCUA_EVENT_REAPPOINTED 18

/**
 * An apology was sent.
 */
#define MOTCUA_EVENT_APOLOGISED 19

/**
 * Withdrawn by the applicant.
 */
#define MOTCUA_EVENT_WITHDRAWN 20

/**
 * Stopped for good.
 */
#define MOTCUA_EVENT_STOPPED 21

/**
 * The result is ready: granted.
 */
#define MOTCUA_EVENT_FINISHED 22

/**
 * The result is ready: refused.
 */
#define MOTCUA_EVENT_REFUSED 23

/**
 * The result was handed over.
 */
#define MOTCUA_EVENT_RETURNED 24

/**
 * The applicant came for the result as appointed and it was not there.
 */
#define MOTCUA_EVENT_CAME_IN_VAIN 25

/**
 * No channel is asked for.
 */
#define MOTCUA_CHANNEL_ANY 0

/**
 * Filed at the counter.
 */
#define MOTCUA_CHANNEL_IN_PERSON 1

/**
 * Filed online.
 */
#define MOTCUA_CHANNEL_ONLINE 2

/**
 * Filed by post.
 */
#define MOTCUA_CHANNEL_POST 3

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
 * A dossier: its procedure, its limit and the log of what happened to it.
 *
 * It never changes, so any number of threads may use one at the same time.
 */
typedef struct motcua_dossier motcua_dossier;

/**
 * What an agency does differently when it counts a term and tells where a dossier stands.
 *
 * It never changes, so any number of threads may use one policy at the same time. Wherever a
 * policy is asked for, NULL stands for that of the one-stop.
 */
typedef struct motcua_policy motcua_policy;

/**
 * Form II.06a: what an office received, solved and has open over a period, by field.
 *
 * It never changes, so any number of threads may use one at the same time.
 */
typedef struct motcua_report motcua_report;

/**
 * A text that the caller owns and gives back to `motcua_string_free`.
 *
 * It never changes, so any number of threads may read one at the same time.
 */
typedef struct motcua_string motcua_string;

/**
 * What the text of a time limit says, such as "Trong 05 ngày làm việc kể từ ngày nhận đủ hồ sơ".
 *
 * It never changes, so any number of threads may use one at the same time.
 */
typedef struct motcua_time_limit motcua_time_limit;

/**
 * What the log of a dossier means: when it was received, finished, returned, and is due.
 *
 * It never changes, so any number of threads may use one at the same time.
 */
typedef struct motcua_timeline motcua_timeline;

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
 * Where a dossier stands, and by how much office time: what is left of an open one, by how much
 * a done one was early, by how much an overdue or late one is over.
 */
typedef struct motcua_standing {
    /**
     * Where it stands: one of `MOTCUA_STATE_...`.
     */
    int32_t state;
    /**
     * Working days.
     */
    int32_t days;
    /**
     * Working hours beyond them.
     */
    int32_t hours;
    /**
     * Working minutes beyond those.
     */
    int32_t minutes;
} motcua_standing;

/**
 * What the log of a dossier means at an instant, as a row of a batch. What comes later is not
 * known yet.
 */
typedef struct motcua_evaluation {
    /**
     * When it was received, in seconds since 1970-01-01T00:00 on Vietnam's clock;
     * `MOTCUA_NO_INSTANT` where it was not by then.
     */
    int64_t received_local;
    /**
     * When its result was ready, likewise.
     */
    int64_t finished_local;
    /**
     * When it ended without a result, likewise.
     */
    int64_t ended_local;
    /**
     * When its result is due; `MOTCUA_NO_INSTANT` where its term had not begun.
     */
    int64_t due_local;
    /**
     * The date its result is due, in days since 1970-01-01, or `MOTCUA_NO_DATE`.
     */
    int32_t due_date;
    /**
     * How far the years touched are settled: one of `MOTCUA_CERTAINTY_...`; 0 without a due date.
     */
    int32_t certainty;
    /**
     * Where it stands: one of `MOTCUA_STATE_...`.
     */
    int32_t state;
    /**
     * By how much office time, as in `motcua_standing`: working days.
     */
    int32_t days;
    /**
     * Working hours beyond them.
     */
    int32_t hours;
    /**
     * Working minutes beyond those.
     */
    int32_t minutes;
    /**
     * `MOTCUA_OK`, or why there is no answer.
     */
    motcua_status status;
    /**
     * 0.
     */
    int32_t reserved;
} motcua_evaluation;

/**
 * The columns of form II.06a/VPCP/KSTT (TT 01/2020/TT-VPCP).
 */
typedef struct motcua_tally {
    /**
     * Received in all, those carried over with them.
     */
    uint32_t received;
    /**
     * Received in the period online.
     */
    uint32_t online;
    /**
     * Received in the period at the counter or by post.
     */
    uint32_t direct_or_post;
    /**
     * Carried over from before the period.
     */
    uint32_t carried_over;
    /**
     * Solved in the period.
     */
    uint32_t solved;
    /**
     * Solved before the due date.
     */
    uint32_t early;
    /**
     * Solved on the due date.
     */
    uint32_t on_time;
    /**
     * Solved late.
     */
    uint32_t late;
    /**
     * Open at the end of the period.
     */
    uint32_t pending;
    /**
     * Open, in time.
     */
    uint32_t in_time;
    /**
     * Open, overdue.
     */
    uint32_t overdue;
    /**
     * Withdrawn or stopped, neither solved nor open: only by the strict practice of a policy,
     * else 0. `received` is `solved`, `pending` and this.
     */
    uint32_t ended;
} motcua_tally;

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
 * The term of a dossier had not begun at the instant asked for.
 */
#define MOTCUA_NOT_STARTED 9

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
 * How many rows of the last batch on this thread have no answer, which is the first of them, and
 * why.
 *
 * @param out_count   Receives the number of rows without an answer.
 * @param out_first   Receives the first of them, from 0; 0 where there is none. May be NULL.
 * @param out_reason  Receives the status that the call for this row alone would have had;
 *                    `MOTCUA_OK` where there is none. May be NULL.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `out_count` is valid for writing, the others are NULL or are so too.
 */
motcua_status motcua_batch_bad_rows(size_t *out_count,
                                    size_t *out_first,
                                    motcua_status *out_reason);

/**
 * Adds working days, row by row; see `motcua_add_working_days`.
 *
 * A row without an answer, such as one whose date is `MOTCUA_NO_DATE`, gets `MOTCUA_NO_DATE` and
 * does not stop the others. `out` may be one of the columns read.
 *
 * @param calendar  The calendar.
 * @param dates     The dates, in days since 1970-01-01.
 * @param n         How many working days, for each row.
 * @param len       How many rows. All columns may be NULL if it is 0.
 * @param out       Receives the days found.
 * @return `MOTCUA_OK`; `MOTCUA_BAD_ROWS` where the batch was done but some rows have no answer,
 *         see `motcua_batch_bad_rows`; `MOTCUA_NULL_POINTER`, `MOTCUA_MISALIGNED_POINTER`,
 *         `MOTCUA_INVALID_LENGTH`, with `out` untouched.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed; `dates` and `n` are valid for reading `len` rows,
 * `out` for writing them.
 */
motcua_status motcua_add_working_days_batch(const struct motcua_calendar *calendar,
                                            const int32_t *dates,
                                            const int32_t *n,
                                            size_t len,
                                            int32_t *out);

/**
 * Counts working days, row by row; see `motcua_count_working_days`.
 *
 * A row without an answer gets `INT32_MIN` and does not stop the others. `out` may be one of the
 * columns read.
 *
 * @param calendar  The calendar.
 * @param from      Dates, in days since 1970-01-01.
 * @param to        Dates, in days since 1970-01-01.
 * @param len       How many rows. All columns may be NULL if it is 0.
 * @param out       Receives the counts.
 * @return As `motcua_add_working_days_batch`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed; `from` and `to` are valid for reading `len` rows,
 * `out` for writing them.
 */
motcua_status motcua_count_working_days_batch(const struct motcua_calendar *calendar,
                                              const int32_t *from,
                                              const int32_t *to,
                                              size_t len,
                                              int32_t *out);

/**
 * Adds working minutes, row by row; see `motcua_add_working_minutes`.
 *
 * A row without an answer, such as one whose instant is `MOTCUA_NO_INSTANT`, gets
 * `MOTCUA_NO_INSTANT` and does not stop the others. `out` may be `at_local`.
 *
 * @param calendar  The calendar.
 * @param at_local  The instants, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param minutes   How many working minutes, for each row.
 * @param len       How many rows. All columns may be NULL if it is 0.
 * @param out       Receives the instants found, in the same seconds.
 * @return As `motcua_add_working_days_batch`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed; `at_local` and `minutes` are valid for reading
 * `len` rows, `out` for writing them.
 */
motcua_status motcua_add_working_minutes_batch(const struct motcua_calendar *calendar,
                                               const int64_t *at_local,
                                               const int32_t *minutes,
                                               size_t len,
                                               int64_t *out);

/**
 * Counts working minutes, row by row; see `motcua_count_working_minutes`.
 *
 * A row without an answer gets `INT32_MIN` and does not stop the others.
 *
 * @param calendar    The calendar.
 * @param from_local  Instants, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param to_local    Instants, in the same seconds.
 * @param len         How many rows. All columns may be NULL if it is 0.
 * @param out         Receives the minutes.
 * @return As `motcua_add_working_days_batch`.
 *
 * # Safety
 *
 * `calendar` is a calendar that is not freed; `from_local` and `to_local` are valid for reading
 * `len` rows, `out` for writing them.
 */
motcua_status motcua_count_working_minutes_batch(const struct motcua_calendar *calendar,
                                                 const int64_t *from_local,
                                                 const int64_t *to_local,
                                                 size_t len,
                                                 int32_t *out);

/**
 * Due times, row by row; see `motcua_appointment`.
 *
 * A row without an answer gets `MOTCUA_NO_INSTANT` and `MOTCUA_NO_DATE` and does not stop the
 * others.
 *
 * @param calendar            The calendar.
 * @param policy              How terms are counted; NULL for the one-stop.
 * @param received_local      The receipts, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param amount_thousandths  The amounts in thousandths.
 * @param unit                What they are counted in: `MOTCUA_UNIT_...` for each row.
 * @param len                 How many rows. All columns may be NULL if it is 0.
 * @param out_due_local       Receives the due instants, in the same seconds.
 * @param out_due_date        Receives the due dates, in days since 1970-01-01. NULL if they are
 *                            not wanted.
 * @return As `motcua_add_working_days_batch`.
 *
 * # Safety
 *
 * `calendar` is a calendar and `policy` NULL or a policy, neither freed; the columns read are
 * valid for reading `len` rows, those written for writing them.
 */
motcua_status motcua_appointment_batch(const struct motcua_calendar *calendar,
                                       const struct motcua_policy *policy,
                                       const int64_t *received_local,
                                       const int32_t *amount_thousandths,
                                       const int32_t *unit,
                                       size_t len,
                                       int64_t *out_due_local,
                                       int32_t *out_due_date);

/**
 * Where dossiers stand at an instant, row by row.
 *
 * A row without an answer gets the state 0 and `INT32_MIN` minutes and does not stop the others.
 *
 * @param calendar            The calendar.
 * @param policy              How terms are counted and standings told; NULL for the one-stop.
 * @param received_local      The receipts, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param amount_thousandths  The amounts of the limits in thousandths.
 * @param unit                What they are counted in: `MOTCUA_UNIT_...` for each row.
 * @param done_local          When each was done, in the same seconds; `MOTCUA_NO_INSTANT` for
 *                            one that is open.
 * @param len                 How many rows. All columns may be NULL if it is 0.
 * @param as_of_local         The instant at which they stand, in the same seconds.
 * @param out_state           Receives the states: `MOTCUA_STATE_...`.
 * @param out_minutes         Receives the working minutes from the instant at which it was done,
 *                            or else from `as_of_local`, to the due instant; negative where it
 *                            is over. NULL if they are not wanted.
 * @return As `motcua_add_working_days_batch`.
 *
 * # Safety
 *
 * `calendar` is a calendar and `policy` NULL or a policy, neither freed; the columns read are
 * valid for reading `len` rows, those written for writing them.
 */
motcua_status motcua_standing_batch(const struct motcua_calendar *calendar,
                                    const struct motcua_policy *policy,
                                    const int64_t *received_local,
                                    const int32_t *amount_thousandths,
                                    const int32_t *unit,
                                    const int64_t *done_local,
                                    size_t len,
                                    int64_t as_of_local,
                                    int32_t *out_state,
                                    int32_t *out_minutes);

/**
 * Marks the rows of a column of dates, counts or minutes that hold a value.
 *
 * @param values  The column.
 * @param len     How many rows. Both columns may be NULL if it is 0.
 * @param out     Receives 1 for each row that holds a value, 0 for each that holds `INT32_MIN`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_MISALIGNED_POINTER`,
 *         `MOTCUA_INVALID_LENGTH`.
 *
 * # Safety
 *
 * `values` is valid for reading `len` rows, `out` for writing them.
 */
motcua_status motcua_validity_int32(const int32_t *values, size_t len, uint8_t *out);

/**
 * Marks the rows of a column of instants that hold a value.
 *
 * @param values  The column.
 * @param len     How many rows. Both columns may be NULL if it is 0.
 * @param out     Receives 1 for each row that holds a value, 0 for each that holds `INT64_MIN`.
 * @return As `motcua_validity_int32`.
 *
 * # Safety
 *
 * `values` is valid for reading `len` rows, `out` for writing them.
 */
motcua_status motcua_validity_int64(const int64_t *values, size_t len, uint8_t *out);

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
 * Makes the calendar of an office from a JSON object laid over the built-in facts: its own hours,
 * closures, make-up hours and official notices, as the `calendar` of a request in JSON.
 *
 * @param json  For example `{"hours": {"mon-fri": [["07:30","11:30"],["13:30","17:00"]]}}`.
 *              UTF-8, not NUL-terminated.
 * @param len   Bytes in `json`.
 * @param out   Receives the calendar, to be freed with `motcua_calendar_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`;
 *         `MOTCUA_ERROR_INVALID_CALENDAR` for a text that is no such object, and the other
 *         statuses of 100 to 149 for facts that contradict each other.
 *
 * # Safety
 *
 * `json` is valid for reading `len` bytes, `out` for writing.
 */
motcua_status motcua_calendar_new_from_json(const char *json,
                                            size_t len,
                                            struct motcua_calendar **out);

/**
 * Frees a calendar. NULL is nothing. No other thread may be using the calendar any more.
 *
 * @param calendar  What is freed, or NULL.
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
 * What sets a day: the official notice that tells of it, the law, or the office's own closure.
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
 * Makes a dossier from a JSON object as the requests `evaluate` and `report` carry it.
 *
 * @param json  For example `{"code": "HS-1", "limit": {"value": 10, "unit": "working_day"},
 *              "events": [{"type": "received", "at": "2026-08-19T09:00"}]}`. UTF-8, not
 *              NUL-terminated.
 * @param len   Bytes in `json`.
 * @param out   Receives the dossier, to be freed with `motcua_dossier_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`;
 *         `MOTCUA_ERROR_INVALID_JSON`, `MOTCUA_ERROR_TOO_LONG`, `MOTCUA_ERROR_TOO_DEEP`,
 *         `MOTCUA_ERROR_TOO_MANY`, `MOTCUA_ERROR_INVALID_REQUEST`.
 *
 * # Safety
 *
 * `json` is valid for reading `len` bytes, `out` for writing.
 */
motcua_status motcua_dossier_new_from_json(const char *json,
                                           size_t len,
                                           struct motcua_dossier **out);

/**
 * Frees a dossier. NULL is nothing. No other thread may be using the dossier any more.
 *
 * @param dossier  What is freed, or NULL.
 *
 * # Safety
 *
 * `dossier` is NULL or a dossier that is not freed.
 */
void motcua_dossier_free(struct motcua_dossier *dossier);

/**
 * The code of a dossier.
 *
 * @param dossier  The dossier.
 * @param out      Receives the code, which lives as long as the dossier.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `dossier` is a dossier that is not freed, `out` is valid for writing.
 */
motcua_status motcua_dossier_code(const struct motcua_dossier *dossier, struct motcua_str *out);

/**
 * Folds the log of a dossier once into what it means.
 *
 * @param dossier   The dossier.
 * @param calendar  The calendar of its office.
 * @param policy    How its term is counted; NULL for the one-stop.
 * @param out       Receives what the log means, to be freed with `motcua_timeline_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_OUT_OF_ORDER`,
 *         `MOTCUA_ERROR_IMPOSSIBLE_EVENT` and others of 250 to 299; for its limit as
 *         `motcua_time_limit_select` and `motcua_appointment`.
 *
 * # Safety
 *
 * `dossier` and `calendar` are handles that are not freed, `policy` is NULL or such a handle,
 * `out` is valid for writing.
 */
motcua_status motcua_dossier_evaluate(const struct motcua_dossier *dossier,
                                      const struct motcua_calendar *calendar,
                                      const struct motcua_policy *policy,
                                      struct motcua_timeline **out);

/**
 * Frees what a log means. NULL is nothing. No other thread may be using it any more.
 *
 * @param timeline  What is freed, or NULL.
 *
 * # Safety
 *
 * `timeline` is NULL or one that is not freed.
 */
void motcua_timeline_free(struct motcua_timeline *timeline);

/**
 * When the result is due, by the promise in force at an instant.
 *
 * @param timeline     What the log of a dossier means.
 * @param policy       Which promise holds after a new appointment; NULL for the one-stop.
 * @param as_of_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param out          Receives the due time.
 * @return `MOTCUA_OK`; `MOTCUA_NOT_STARTED` where the term had not begun by then;
 *         `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_INVALID_TIME`.
 *
 * # Safety
 *
 * `timeline` is one that is not freed, `policy` is NULL or a policy that is not freed, `out` is
 * valid for writing.
 */
motcua_status motcua_timeline_due(const struct motcua_timeline *timeline,
                                  const struct motcua_policy *policy,
                                  int64_t as_of_local,
                                  struct motcua_due *out);

/**
 * When the dossier was received, full and correct; when its result was ready; and when that was
 * handed over. These are the times of the whole log: compare one with an instant to learn whether
 * it had come by then.
 *
 * @param timeline            What the log of a dossier means.
 * @param out_received_local  Receives the receipt, in seconds since 1970-01-01T00:00 on
 *                            Vietnam's clock, or `MOTCUA_NO_INSTANT`.
 * @param out_finished_local  Receives the same of the result, or `MOTCUA_NO_INSTANT`.
 * @param out_returned_local  Receives the same of the hand-over, or `MOTCUA_NO_INSTANT`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `timeline` is one that is not freed, the outputs are valid for writing.
 */
motcua_status motcua_timeline_times(const struct motcua_timeline *timeline,
                                    int64_t *out_received_local,
                                    int64_t *out_finished_local,
                                    int64_t *out_returned_local);

/**
 * Where the dossier stands at an instant.
 *
 * @param timeline     What the log of a dossier means.
 * @param calendar     The calendar of its office.
 * @param policy       How standings are told; NULL for the one-stop.
 * @param as_of_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param out          Receives where it stands.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_NO_CALENDAR_DATA`,
 *         `MOTCUA_ERROR_INVALID_TIME`.
 *
 * # Safety
 *
 * `timeline` and `calendar` are handles that are not freed, `policy` is NULL or such a handle, `out`
 * is valid for writing.
 */
motcua_status motcua_timeline_standing(const struct motcua_timeline *timeline,
                                       const struct motcua_calendar *calendar,
                                       const struct motcua_policy *policy,
                                       int64_t as_of_local,
                                       struct motcua_standing *out);

/**
 * The status of the dossier at an instant by the codes 1 to 10 of the national portal.
 *
 * @param timeline     What the log of a dossier means.
 * @param as_of_local  The instant, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param out          Receives the code; 0 before the first event.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_ERROR_INVALID_TIME`.
 *
 * # Safety
 *
 * `timeline` is one that is not freed, `out` is valid for writing.
 */
motcua_status motcua_timeline_status(const struct motcua_timeline *timeline,
                                     int64_t as_of_local,
                                     int32_t *out);

/**
 * Evaluates dossiers and tells where they stand at an instant, row by row; see
 * `motcua_dossier_evaluate`.
 *
 * The events of all dossiers stand in three columns, one log behind the other, each in the order
 * of time. A row without an answer has its `status` and does not stop the others. `out` must not
 * lie over the columns read.
 *
 * @param calendar            The calendar.
 * @param policy              How terms are counted and standings told; NULL for the one-stop.
 * @param amount_thousandths  The amounts of the limits in thousandths.
 * @param unit                What they are counted in: `MOTCUA_UNIT_...` for each row.
 * @param starts              Where the events of each dossier begin, and where those of the last
 *                            one end: one entry more than there are dossiers.
 * @param len                 How many dossiers. Their columns may be NULL if it is 0, `starts`
 *                            too.
 * @param at_local            When each event happened, in seconds since 1970-01-01T00:00 on
 *                            Vietnam's clock.
 * @param code                What happened: `MOTCUA_EVENT_...` for each event.
 * @param argument            The arguments of the events that have one; NULL where none has.
 * @param events_len          How many events. Their columns may be NULL if it is 0.
 * @param as_of_local         The instant at which the dossiers stand, in the same seconds.
 * @param out                 Receives what they mean.
 * @return As `motcua_add_working_days_batch`; `MOTCUA_ERROR_LOG_STARTS` where a log does not
 *         begin where the one before it ends, or leaves the events; `MOTCUA_ERROR_INVALID_TIME`
 *         for `as_of_local`, with `out` untouched.
 *
 * # Safety
 *
 * `calendar` is a calendar and `policy` NULL or a policy, neither freed; the columns of dossiers
 * are valid for reading `len` rows, `starts` for one more, those of events for `events_len`, and
 * nobody changes `starts` and the events during the call; `out` is valid for writing `len` rows.
 */
motcua_status motcua_dossier_batch(const struct motcua_calendar *calendar,
                                   const struct motcua_policy *policy,
                                   const int32_t *amount_thousandths,
                                   const int32_t *unit,
                                   const uint32_t *starts,
                                   size_t len,
                                   const int64_t *at_local,
                                   const uint8_t *code,
                                   const int64_t *argument,
                                   size_t events_len,
                                   int64_t as_of_local,
                                   struct motcua_evaluation *out);

/**
 * Counts evaluations of one instant into the columns of form II.06a, group by group; see
 * `motcua_report_new`.
 *
 * The period ends with the instant the dossiers were evaluated at: its last second, for a period
 * that is over. A row without an answer, and a dossier that was over before the period or never
 * received, adds nothing. The tallies of parts add up, column by column, to those of the whole.
 *
 * @param policy       Where dossiers stand that wait or ended without a result; NULL for the
 *                     one-stop.
 * @param from         The first day of the period, in days since 1970-01-01.
 * @param evaluations  What the dossiers mean.
 * @param online       1 for each that was filed online, 0 for the others.
 * @param group        To which group each belongs, from 0: its field, its agency. NULL where all
 *                     belong to group 0.
 * @param len          How many dossiers. Their columns may be NULL if it is 0.
 * @param out          Receives the tally of each group.
 * @param groups_len   How many groups. `out` may be NULL if it is 0.
 * @return `MOTCUA_OK`; `MOTCUA_OUT_OF_BOUNDS` for a group that is not below their number,
 *         `MOTCUA_UNKNOWN_VALUE` for a state that is none, `MOTCUA_ERROR_INVALID_TIME`,
 *         `MOTCUA_ERROR_NO_CALENDAR_DATA` for `from`; `MOTCUA_NULL_POINTER`,
 *         `MOTCUA_MISALIGNED_POINTER`, `MOTCUA_INVALID_LENGTH`; with `out` untouched.
 *
 * # Safety
 *
 * `policy` is NULL or a policy that is not freed; the columns are valid for reading `len` rows,
 * `out` for writing `groups_len`.
 */
motcua_status motcua_tally_batch(const struct motcua_policy *policy,
                                 int32_t from,
                                 const struct motcua_evaluation *evaluations,
                                 const uint8_t *online,
                                 const uint32_t *group,
                                 size_t len,
                                 struct motcua_tally *out,
                                 size_t groups_len);

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
 *         `MOTCUA_ERROR_INVALID_JSON`, `MOTCUA_ERROR_TOO_LONG`, `MOTCUA_ERROR_TOO_DEEP`,
 *         `MOTCUA_ERROR_TOO_MANY`, `MOTCUA_ERROR_INVALID_REQUEST`.
 *
 * # Safety
 *
 * `json` is valid for reading `len` bytes, `out` for writing.
 */
motcua_status motcua_policy_new_from_json(const char *json, size_t len, struct motcua_policy **out);

/**
 * Frees a policy. NULL is nothing. No other thread may be using the policy any more.
 *
 * @param policy  What is freed, or NULL.
 *
 * # Safety
 *
 * `policy` is NULL or a policy that is not freed.
 */
void motcua_policy_free(struct motcua_policy *policy);

/**
 * Makes a report over dossiers. A dossier that cannot be told is left out of the sums and
 * listed as refused; it does not stop the others.
 *
 * @param calendar  The calendar of the office.
 * @param policy    How terms are counted and standings told; NULL for the one-stop.
 * @param from      The first day of the period, in days since 1970-01-01.
 * @param to        Its last day, in days since 1970-01-01.
 * @param dossiers  The dossiers. NULL if `len` is 0.
 * @param len       How many.
 * @param out       Receives the report, to be freed with `motcua_report_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, for a dossier too; `MOTCUA_INVALID_LENGTH`;
 *         `MOTCUA_ERROR_END_BEFORE_START`, `MOTCUA_ERROR_NO_CALENDAR_DATA`.
 *
 * # Safety
 *
 * `calendar` and the `len` dossiers are handles that are not freed, `policy` is NULL or such a
 * handle, `out` is valid for writing.
 */
motcua_status motcua_report_new(const struct motcua_calendar *calendar,
                                const struct motcua_policy *policy,
                                int32_t from,
                                int32_t to,
                                const struct motcua_dossier *const *dossiers,
                                size_t len,
                                struct motcua_report **out);

/**
 * Frees a report. NULL is nothing. No other thread may be using the report any more.
 *
 * @param report  What is freed, or NULL.
 *
 * # Safety
 *
 * `report` is NULL or a report that is not freed.
 */
void motcua_report_free(struct motcua_report *report);

/**
 * How many rows the report has, and how many dossiers it refused.
 *
 * @param report       The report.
 * @param out_rows     Receives the number of rows, one for each field.
 * @param out_refused  Receives the number of dossiers refused.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `report` is a report that is not freed, the outputs are valid for writing.
 */
motcua_status motcua_report_counts(const struct motcua_report *report,
                                   size_t *out_rows,
                                   size_t *out_refused);

/**
 * The sums of all rows.
 *
 * @param report  The report.
 * @param out     Receives the sums.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `report` is a report that is not freed, `out` is valid for writing.
 */
motcua_status motcua_report_totals(const struct motcua_report *report, struct motcua_tally *out);

/**
 * One row of the report.
 *
 * @param report     The report.
 * @param index      Which row, from 0.
 * @param out_field  Receives the field of the row, which lives as long as the report.
 * @param out        Receives the columns of the row.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_OUT_OF_BOUNDS`.
 *
 * # Safety
 *
 * `report` is a report that is not freed, the outputs are valid for writing.
 */
motcua_status motcua_report_row(const struct motcua_report *report,
                                size_t index,
                                struct motcua_str *out_field,
                                struct motcua_tally *out);

/**
 * One of the dossiers the report refused.
 *
 * @param report       The report.
 * @param index        Which of those refused, from 0.
 * @param out_dossier  Receives which of the dossiers it was, from 0.
 * @param out_reason   Receives the status that says why.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`; `MOTCUA_OUT_OF_BOUNDS`.
 *
 * # Safety
 *
 * `report` is a report that is not freed, the outputs are valid for writing.
 */
motcua_status motcua_report_refused(const struct motcua_report *report,
                                    size_t index,
                                    size_t *out_dossier,
                                    motcua_status *out_reason);

/**
 * The stable code of a status: "no_calendar_data", the same as in JSON.
 *
 * @param status  Any number.
 * @return A NUL-terminated text that lives as long as the library is loaded, never NULL;
 *         "unknown" for a number that is no status. Do not free it.
 */
const char *motcua_status_code(motcua_status status);

/**
 * What a status means, in one English sentence.
 *
 * @param status  Any number.
 * @return A NUL-terminated text that lives as long as the library is loaded, never NULL. Do not
 *         free it.
 */
const char *motcua_status_message(motcua_status status);

/**
 * The text of a `motcua_string`, valid until it is freed; an empty one for NULL.
 *
 * @param string  The text.
 * @return A view of it: UTF-8, not NUL-terminated. Do not free it.
 *
 * # Safety
 *
 * `string` is NULL or a text that is not freed.
 */
struct motcua_str motcua_string_view(const struct motcua_string *string);

/**
 * Frees a text. NULL is nothing. No other thread may be using the text any more.
 *
 * @param string  The text, or NULL.
 *
 * # Safety
 *
 * `string` is NULL or a text that is not freed.
 */
void motcua_string_free(struct motcua_string *string);

/**
 * Reads the text of a time limit. A text without a limit is read too, and says so by its kind.
 *
 * @param text  UTF-8, not NUL-terminated. NULL if `len` is 0.
 * @param len   Bytes in `text`.
 * @param out   Receives what the text says, to be freed with `motcua_time_limit_free`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`.
 *
 * # Safety
 *
 * `text` is valid for reading `len` bytes, `out` for writing.
 */
motcua_status motcua_time_limit_parse(const char *text, size_t len, struct motcua_time_limit **out);

/**
 * Frees what a text says. NULL is nothing. No other thread may be using it any more.
 *
 * @param time_limit  What is freed, or NULL.
 *
 * # Safety
 *
 * `time_limit` is NULL or one that is not freed.
 */
void motcua_time_limit_free(struct motcua_time_limit *time_limit);

/**
 * What kind of text it is: "deadline", "same_day", "none", ... as `parse_time_limit` in JSON.
 *
 * @param time_limit  What the text says.
 * @param out         Receives the name, which lives as long as `time_limit`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `time_limit` is one that is not freed, `out` is valid for writing.
 */
motcua_status motcua_time_limit_kind(const struct motcua_time_limit *time_limit,
                                     struct motcua_str *out);

/**
 * How many limits stand in the text.
 *
 * @param time_limit  What the text says.
 * @param out         Receives the number.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `time_limit` is one that is not freed, `out` is valid for writing.
 */
motcua_status motcua_time_limit_count(const struct motcua_time_limit *time_limit, size_t *out);

/**
 * The cut-off hour the text sets of its own.
 *
 * @param time_limit  What the text says.
 * @param out_minute  Receives the hour in minutes since midnight, -1 where the text sets none.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`.
 *
 * # Safety
 *
 * `time_limit` is one that is not freed, `out_minute` is valid for writing.
 */
motcua_status motcua_time_limit_cut_off(const struct motcua_time_limit *time_limit,
                                        int32_t *out_minute);

/**
 * The one limit that counts for a case and a channel, as `motcua_appointment` takes it.
 *
 * @param time_limit              What the text says.
 * @param case_text               Words of the case, compared without regard to diacritics and
 *                                capitals; NULL for none; an empty one that is not NULL picks
 *                                the limit that is given without a case.
 * @param case_len                Bytes in `case_text`.
 * @param channel                 One of `MOTCUA_CHANNEL_...`.
 * @param out_amount_thousandths  Receives the amount in thousandths, negative for a limit that
 *                                is counted back from an event.
 * @param out_unit                Receives the unit: one of `MOTCUA_UNIT_...`.
 * @return `MOTCUA_OK`; `MOTCUA_NULL_POINTER`, `MOTCUA_INVALID_LENGTH`, `MOTCUA_INVALID_UTF8`,
 *         `MOTCUA_UNKNOWN_VALUE`; `MOTCUA_ERROR_NO_LIMIT`, `MOTCUA_ERROR_TOO_LONG`,
 *         `MOTCUA_ERROR_AMBIGUOUS_LIMIT`,
 *         `MOTCUA_ERROR_UNIT_MISSING`, `MOTCUA_ERROR_CONFLICTING_LIMIT`,
 *         `MOTCUA_ERROR_UNKNOWN_CASE`, `MOTCUA_ERROR_UNKNOWN_CHANNEL`.
 *
 * # Safety
 *
 * `time_limit` is one that is not freed, `case_text` is valid for reading `case_len` bytes, the
 * outputs for writing.
 */
motcua_status motcua_time_limit_select(const struct motcua_time_limit *time_limit,
                                       const char *case_text,
                                       size_t case_len,
                                       int32_t channel,
                                       int32_t *out_amount_thousandths,
                                       int32_t *out_unit);

/**
 * The due time of a limit in words that runs from a receipt, with the cut-off hour the words set.
 *
 * @param calendar        The calendar.
 * @param policy          How the term is counted; NULL for the one-stop.
 * @param received_local  The receipt, in seconds since 1970-01-01T00:00 on Vietnam's clock.
 * @param time_limit      What the text says.
 * @param case_text       As for `motcua_time_limit_select`.
 * @param case_len        Bytes in `case_text`.
 * @param channel         One of `MOTCUA_CHANNEL_...`.
 * @param out             Receives the due time.
 * @return As `motcua_time_limit_select` and `motcua_appointment`.
 *
 * # Safety
 *
 * `calendar` and `time_limit` are handles that are not freed, `policy` is NULL or such a handle,
 * `case_text` is valid for reading `case_len` bytes, `out` for writing.
 */
motcua_status motcua_time_limit_appointment(const struct motcua_calendar *calendar,
                                            const struct motcua_policy *policy,
                                            int64_t received_local,
                                            const struct motcua_time_limit *time_limit,
                                            const char *case_text,
                                            size_t case_len,
                                            int32_t channel,
                                            struct motcua_due *out);

/**
 * The version of the binary interface of the loaded library. Compare it with
 * `MOTCUA_ABI_VERSION` after loading and go no further where they differ.
 *
 * @return The version, which grows by one with each change that breaks a caller.
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
