/*
 * motcua for C++17: the C library with values that clean up after themselves.
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 *
 * Header-only, on motcua.h and the C library. Nothing here throws unless asked to: every call that
 * can fail gives a result, which holds a value or an error. result::or_throw(), where the compiler
 * has exceptions, gives the value or throws motcua::exception.
 *
 *     auto calendar = motcua::calendar::vietnam();
 *     if (!calendar) return calendar.error().status();
 *     auto tenth = calendar->add_working_days(motcua::date::of(2026, 8, 19), 10);
 *
 * Handles are moved, not copied. They never change, so const calls on one of them may run in
 * any number of threads at the same time. What views (std::string_view) point to lives as long as
 * the object they were taken from.
 */
#ifndef MOTCUA_HPP
#define MOTCUA_HPP

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#if defined(__cpp_exceptions)
#include <stdexcept>
#endif

#include "motcua.h"

namespace motcua {

/** The library that was loaded speaks another binary interface than this header. */
inline constexpr motcua_status abi_mismatch = -1;

/** Why a call gave no value: a status to act on and a text for a log. */
class error {
public:
    error(motcua_status status, std::string message)
        : status_(status), message_(std::move(message)) {}

    /** One of MOTCUA_...; abi_mismatch. */
    motcua_status status() const noexcept { return status_; }

    /** The stable code, such as "no_calendar_data". */
    std::string_view code() const noexcept {
        return status_ == abi_mismatch ? "abi_mismatch" : motcua_status_code(status_);
    }

    /** What went wrong, in English, for a log. */
    const std::string &message() const noexcept { return message_; }

private:
    motcua_status status_;
    std::string message_;
};

#if defined(__cpp_exceptions)
/** What result::or_throw throws. */
class exception : public std::runtime_error {
public:
    explicit exception(error why) : std::runtime_error(why.message()), error_(std::move(why)) {}

    const error &why() const noexcept { return error_; }
    motcua_status status() const noexcept { return error_.status(); }

private:
    error error_;
};
#endif

/** A value, or why there is none. */
template <typename T>
class [[nodiscard]] result {
public:
    result(T value) : either_(std::in_place_index<0>, std::move(value)) {}
    result(motcua::error why) : either_(std::in_place_index<1>, std::move(why)) {}

    bool ok() const noexcept { return either_.index() == 0; }
    explicit operator bool() const noexcept { return ok(); }

    /** The value. To ask for it where there is none ends the program. */
    T &value() & { return held(*this); }
    const T &value() const & { return held(*this); }
    T &&value() && { return std::move(held(*this)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }

    T value_or(T other) const & { return ok() ? value() : std::move(other); }

    /** The error. To ask for it where there is none ends the program. */
    const motcua::error &error() const {
        const auto *why = std::get_if<1>(&either_);
        if (why == nullptr) std::abort();
        return *why;
    }

    motcua_status status() const noexcept { return ok() ? MOTCUA_OK : error().status(); }

#if defined(__cpp_exceptions)
    T &or_throw() & { return ok() ? value() : throw exception(error()); }
    T or_throw() && { return ok() ? std::move(*this).value() : throw exception(error()); }
#endif

private:
    template <typename Self>
    static auto &held(Self &self) {
        auto *value = std::get_if<0>(&self.either_);
        if (value == nullptr) std::abort();
        return *value;
    }

    std::variant<T, motcua::error> either_;
};

/** A date, as days since 1970-01-01. */
struct date {
    std::int32_t days;

    /** The date of a year, month and day of the Gregorian calendar. */
    static constexpr date of(std::int32_t year, unsigned month, unsigned day) noexcept {
        year -= month <= 2;
        const std::int32_t era = (year >= 0 ? year : year - 399) / 400;
        const auto year_of_era = static_cast<unsigned>(year - era * 400);
        const unsigned day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        const unsigned day_of_era =
            year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        return {era * 146097 + static_cast<std::int32_t>(day_of_era) - 719468};
    }

    friend constexpr bool operator==(date a, date b) noexcept { return a.days == b.days; }
    friend constexpr bool operator!=(date a, date b) noexcept { return a.days != b.days; }
    friend constexpr bool operator<(date a, date b) noexcept { return a.days < b.days; }
};

/** An instant on Vietnam's clock, as seconds since 1970-01-01T00:00 there. */
struct local_time {
    std::int64_t seconds;

    static constexpr local_time at(date day, int hour, int minute, int second = 0) noexcept {
        return {day.days * INT64_C(86400) + hour * INT64_C(3600) + minute * INT64_C(60) + second};
    }

    /** The same instant given in seconds since 1970-01-01T00:00 UTC. */
    static result<local_time> from_utc(std::int64_t seconds);

    /** The instant in seconds since 1970-01-01T00:00 UTC. */
    result<std::int64_t> utc() const;

    friend constexpr bool operator==(local_time a, local_time b) noexcept {
        return a.seconds == b.seconds;
    }
    friend constexpr bool operator!=(local_time a, local_time b) noexcept {
        return a.seconds != b.seconds;
    }
    friend constexpr bool operator<(local_time a, local_time b) noexcept {
        return a.seconds < b.seconds;
    }
};

/** An amount of a unit, exact in thousandths; a negative one is counted back from an event. */
struct limit {
    std::int32_t thousandths;
    std::int32_t unit;

    static constexpr limit working_days(std::int32_t n) noexcept {
        return {whole(n), MOTCUA_UNIT_WORKING_DAY};
    }
    static constexpr limit working_hours(std::int32_t n) noexcept {
        return {whole(n), MOTCUA_UNIT_WORKING_HOUR};
    }
    static constexpr limit days(std::int32_t n) noexcept { return {whole(n), MOTCUA_UNIT_DAY}; }
    static constexpr limit same_day() noexcept { return {0, MOTCUA_UNIT_SAME_DAY}; }

private:
    /** The thousandths of n; of more than there is room for, the most, which no call takes. */
    static constexpr std::int32_t whole(std::int32_t n) noexcept {
        constexpr std::int32_t most = INT32_MAX / 1000;
        return (n > most ? most : n < -most ? -most : n) * 1000;
    }
};

/** Elements in a row that belong to somebody else: a std::span for C++17. */
template <typename T>
class span {
public:
    constexpr span() noexcept = default;
    constexpr span(T *data, std::size_t size) noexcept : data_(data), size_(size) {}
    template <std::size_t N>
    constexpr span(T (&array)[N]) noexcept : data_(array), size_(N) {}
    /** Anything with data() and size(), such as a vector or a std::span. */
    template <typename C, typename = decltype(static_cast<T *>(std::declval<C &>().data()))>
    constexpr span(C &&container) noexcept : data_(container.data()), size_(container.size()) {}

    constexpr T *data() const noexcept { return data_; }
    constexpr std::size_t size() const noexcept { return size_; }

private:
    T *data_ = nullptr;
    std::size_t size_ = 0;
};

/** How a batch went: its rows without an answer hold MOTCUA_NO_DATE, MOTCUA_NO_INSTANT or 0. */
struct batch {
    /** Rows without an answer. */
    std::size_t bad = 0;
    /** The first of them. */
    std::size_t first = 0;
    /** What the call for that row alone would have given. */
    motcua_status reason = MOTCUA_OK;

    bool all_good() const noexcept { return bad == 0; }
};

namespace detail {

inline std::string_view view(motcua_str text) noexcept {
    return text.len == 0 ? std::string_view() : std::string_view(text.data, text.len);
}

/** The error of the call that has just failed on this thread. */
inline error last(motcua_status status) {
    std::size_t needed = 0;
    std::string message;
    motcua_last_error_message(nullptr, 0, &needed);
    message.resize(needed);
    if (needed == 0 || motcua_last_error_message(message.data(), needed, nullptr) != MOTCUA_OK) {
        message = motcua_status_message(status);
    } else {
        message.resize(needed - 1);
    }
    return error(status, std::move(message));
}

template <typename T>
result<T> given(motcua_status status, T value) {
    if (status != MOTCUA_OK) return last(status);
    return result<T>(std::move(value));
}

template <typename T, void (*Free)(T *)>
struct freed {
    void operator()(T *handle) const noexcept { Free(handle); }
};
template <typename T, void (*Free)(T *)>
using owned = std::unique_ptr<T, freed<T, Free>>;

inline error wrong_abi() {
    return error(abi_mismatch, "the library of motcua that was loaded is of another binary "
                               "interface than the header");
}

inline bool right_abi() noexcept { return motcua_abi_version() == MOTCUA_ABI_VERSION; }

inline error lengths_differ() {
    return error(MOTCUA_INVALID_LENGTH, "the columns of a batch differ in length");
}

inline result<batch> batched(motcua_status status) {
    if (status != MOTCUA_OK && status != MOTCUA_BAD_ROWS) return last(status);
    batch how;
    motcua_batch_bad_rows(&how.bad, &how.first, &how.reason);
    return how;
}

inline result<std::string> taken(motcua_status status, motcua_string *text) {
    if (status != MOTCUA_OK) return last(status);
    const owned<motcua_string, motcua_string_free> owner(text);
    return std::string(view(motcua_string_view(text)));
}

} // namespace detail

inline result<local_time> local_time::from_utc(std::int64_t seconds) {
    local_time local{};
    const motcua_status status = motcua_local_from_utc(seconds, &local.seconds);
    return detail::given(status, local);
}

inline result<std::int64_t> local_time::utc() const {
    std::int64_t utc = 0;
    const motcua_status status = motcua_utc_from_local(seconds, &utc);
    return detail::given(status, utc);
}

/** How an agency counts terms and tells where dossiers stand. Without one: as the one-stop. */
class policy {
public:
    static result<policy> from_json(std::string_view json) {
        if (!detail::right_abi()) return detail::wrong_abi();
        motcua_policy *handle = nullptr;
        const motcua_status status = motcua_policy_new_from_json(json.data(), json.size(), &handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return policy(handle);
    }

    const motcua_policy *get() const noexcept { return handle_.get(); }

private:
    explicit policy(motcua_policy *handle) : handle_(handle) {}
    detail::owned<motcua_policy, motcua_policy_free> handle_;
};

/** What the text of a time limit says. */
class time_limit {
public:
    static result<time_limit> parse(std::string_view text) {
        if (!detail::right_abi()) return detail::wrong_abi();
        motcua_time_limit *handle = nullptr;
        const motcua_status status = motcua_time_limit_parse(text.data(), text.size(), &handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return time_limit(handle);
    }

    /** What kind of text it is: "deadline", "same_day", "none", ... */
    std::string_view kind() const {
        motcua_str text{};
        motcua_time_limit_kind(get(), &text);
        return detail::view(text);
    }

    /** How many limits stand in it. */
    std::size_t size() const {
        std::size_t count = 0;
        motcua_time_limit_count(get(), &count);
        return count;
    }

    /** The cut-off hour it sets, in minutes since midnight. */
    std::optional<int> cut_off() const {
        std::int32_t minute = -1;
        motcua_time_limit_cut_off(get(), &minute);
        return minute < 0 ? std::nullopt : std::optional<int>(minute);
    }

    /** The one limit for a case and a channel; an empty case is the limit given without one. */
    result<limit> select(std::optional<std::string_view> of_case = std::nullopt,
                         std::int32_t channel = MOTCUA_CHANNEL_ANY) const {
        limit chosen{};
        const auto [text, len] = case_of(of_case);
        const motcua_status status = motcua_time_limit_select(get(), text, len, channel,
                                                              &chosen.thousandths, &chosen.unit);
        return detail::given(status, chosen);
    }

    const motcua_time_limit *get() const noexcept { return handle_.get(); }

    /** A case as C takes it: NULL is none, anything else one. */
    static std::pair<const char *, std::size_t> case_of(std::optional<std::string_view> of_case) {
        if (!of_case) return {nullptr, 0};
        return {of_case->empty() ? "" : of_case->data(), of_case->size()};
    }

private:
    explicit time_limit(motcua_time_limit *handle) : handle_(handle) {}
    detail::owned<motcua_time_limit, motcua_time_limit_free> handle_;
};

/** The calendar of an office: every day from 2000 to 2050, what it is, why, and its hours. */
class calendar {
public:
    /** An office with the default hours, on the built-in facts. */
    static result<calendar> vietnam() {
        if (!detail::right_abi()) return detail::wrong_abi();
        motcua_calendar *handle = nullptr;
        const motcua_status status = motcua_calendar_new_vietnam(&handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return calendar(handle);
    }

    /** An office with its own hours, closures and notices, as a request's `calendar` in JSON. */
    static result<calendar> from_json(std::string_view json) {
        if (!detail::right_abi()) return detail::wrong_abi();
        motcua_calendar *handle = nullptr;
        const motcua_status status =
            motcua_calendar_new_from_json(json.data(), json.size(), &handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return calendar(handle);
    }

    std::pair<date, date> range() const {
        std::pair<date, date> ends{};
        motcua_calendar_range(get(), &ends.first.days, &ends.second.days);
        return ends;
    }

    result<motcua_day> day(date day) const {
        motcua_day info{};
        const motcua_status status = motcua_day_info(get(), day.days, &info);
        return detail::given(status, info);
    }

    /** What sets a day; the text lives as long as the calendar. */
    result<std::string_view> source(date day) const {
        motcua_str text{};
        const motcua_status status = motcua_day_source(get(), day.days, &text);
        return detail::given(status, detail::view(text));
    }

    result<std::vector<motcua_session>> sessions(date day) const {
        std::size_t count = 0;
        std::vector<motcua_session> all;
        motcua_status status = motcua_day_sessions(get(), day.days, nullptr, 0, &count);
        if (status == MOTCUA_BUFFER_TOO_SMALL) {
            all.resize(count);
            status = motcua_day_sessions(get(), day.days, all.data(), all.size(), &count);
        }
        return detail::given(status, std::move(all));
    }

    result<date> add_working_days(date from, std::int32_t n) const {
        date found{};
        const motcua_status status = motcua_add_working_days(get(), from.days, n, &found.days);
        return detail::given(status, found);
    }

    result<std::int32_t> count_working_days(date from, date to) const {
        std::int32_t count = 0;
        const motcua_status status = motcua_count_working_days(get(), from.days, to.days, &count);
        return detail::given(status, count);
    }

    result<local_time> add_working_minutes(local_time at, std::int32_t minutes) const {
        local_time found{};
        const motcua_status status =
            motcua_add_working_minutes(get(), at.seconds, minutes, &found.seconds);
        return detail::given(status, found);
    }

    result<std::int32_t> count_working_minutes(local_time from, local_time to) const {
        std::int32_t minutes = 0;
        const motcua_status status =
            motcua_count_working_minutes(get(), from.seconds, to.seconds, &minutes);
        return detail::given(status, minutes);
    }

    /** The due time of a limit from a receipt. */
    result<motcua_due> appointment(local_time received, limit term,
                                   const policy *how = nullptr) const {
        motcua_due due{};
        const motcua_status status = motcua_appointment(get(), how ? how->get() : nullptr,
                                                        received.seconds, term.thousandths,
                                                        term.unit, &due);
        return detail::given(status, due);
    }

    /** The due time of a limit in words from a receipt. */
    result<motcua_due> appointment(local_time received, const time_limit &term,
                                   std::optional<std::string_view> of_case = std::nullopt,
                                   std::int32_t channel = MOTCUA_CHANNEL_ANY,
                                   const policy *how = nullptr) const {
        motcua_due due{};
        const auto [text, len] = time_limit::case_of(of_case);
        const motcua_status status =
            motcua_time_limit_appointment(get(), how ? how->get() : nullptr, received.seconds,
                                          term.get(), text, len, channel, &due);
        return detail::given(status, due);
    }

    /** Answers a request in JSON on this calendar. */
    result<std::string> answer_json(std::string_view request) const {
        motcua_string *text = nullptr;
        const motcua_status status =
            motcua_calendar_answer_json(get(), request.data(), request.size(), &text);
        return detail::taken(status, text);
    }

    /** Dates and numbers of working days in, dates out, row by row, all as in C. */
    result<batch> add_working_days(span<const std::int32_t> dates, span<const std::int32_t> n,
                                   span<std::int32_t> out) const {
        if (dates.size() != n.size() || n.size() != out.size()) return detail::lengths_differ();
        return detail::batched(motcua_add_working_days_batch(get(), dates.data(), n.data(),
                                                             out.size(), out.data()));
    }

    /** Two columns of dates in, counts of working days out. */
    result<batch> count_working_days(span<const std::int32_t> from, span<const std::int32_t> to,
                                     span<std::int32_t> out) const {
        if (from.size() != to.size() || to.size() != out.size()) return detail::lengths_differ();
        return detail::batched(motcua_count_working_days_batch(get(), from.data(), to.data(),
                                                               out.size(), out.data()));
    }

    /** Instants and working minutes in, instants out. */
    result<batch> add_working_minutes(span<const std::int64_t> at_local,
                                      span<const std::int32_t> minutes,
                                      span<std::int64_t> out) const {
        if (at_local.size() != minutes.size() || minutes.size() != out.size()) {
            return detail::lengths_differ();
        }
        return detail::batched(motcua_add_working_minutes_batch(
            get(), at_local.data(), minutes.data(), out.size(), out.data()));
    }

    /** Two columns of instants in, working minutes out. */
    result<batch> count_working_minutes(span<const std::int64_t> from_local,
                                        span<const std::int64_t> to_local,
                                        span<std::int32_t> out) const {
        if (from_local.size() != to_local.size() || to_local.size() != out.size()) {
            return detail::lengths_differ();
        }
        return detail::batched(motcua_count_working_minutes_batch(
            get(), from_local.data(), to_local.data(), out.size(), out.data()));
    }

    /** Receipts and limits in, due instants and, if wanted, due dates out. */
    result<batch> appointments(span<const std::int64_t> received_local,
                               span<const std::int32_t> amount_thousandths,
                               span<const std::int32_t> unit, span<std::int64_t> out_due_local,
                               span<std::int32_t> out_due_date = {},
                               const policy *how = nullptr) const {
        const std::size_t len = received_local.size();
        if (amount_thousandths.size() != len || unit.size() != len ||
            out_due_local.size() != len ||
            (out_due_date.data() != nullptr && out_due_date.size() != len)) {
            return detail::lengths_differ();
        }
        return detail::batched(motcua_appointment_batch(
            get(), how ? how->get() : nullptr, received_local.data(), amount_thousandths.data(),
            unit.data(), len, out_due_local.data(), out_due_date.data()));
    }

    /** Receipts, limits and completions in, states and, if wanted, working minutes left out. */
    result<batch> standings(span<const std::int64_t> received_local,
                            span<const std::int32_t> amount_thousandths,
                            span<const std::int32_t> unit, span<const std::int64_t> done_local,
                            local_time as_of, span<std::int32_t> out_state,
                            span<std::int32_t> out_minutes = {},
                            const policy *how = nullptr) const {
        const std::size_t len = received_local.size();
        if (amount_thousandths.size() != len || unit.size() != len || done_local.size() != len ||
            out_state.size() != len ||
            (out_minutes.data() != nullptr && out_minutes.size() != len)) {
            return detail::lengths_differ();
        }
        return detail::batched(motcua_standing_batch(
            get(), how ? how->get() : nullptr, received_local.data(), amount_thousandths.data(),
            unit.data(), done_local.data(), len, as_of.seconds, out_state.data(),
            out_minutes.data()));
    }

    /**
     * Dossiers by columns: their limits, where the events of each begin (one entry more than there
     * are dossiers, or none of none), and the events of all, one log behind the other; arguments may be left out
     * where no event has one.
     */
    result<batch> dossiers(span<const std::int32_t> amount_thousandths,
                           span<const std::int32_t> unit, span<const std::uint32_t> starts,
                           span<const std::int64_t> at_local, span<const std::uint8_t> code,
                           span<const std::int64_t> argument, local_time as_of,
                           span<motcua_evaluation> out, const policy *how = nullptr) const {
        const std::size_t len = out.size();
        const bool no_starts = len == 0 && starts.size() == 0;
        if (amount_thousandths.size() != len || unit.size() != len ||
            (starts.size() != len + 1 && !no_starts) || code.size() != at_local.size() ||
            (argument.data() != nullptr && argument.size() != at_local.size())) {
            return detail::lengths_differ();
        }
        return detail::batched(motcua_dossier_batch(
            get(), how ? how->get() : nullptr, amount_thousandths.data(), unit.data(),
            starts.data(), len, at_local.data(), code.data(), argument.data(), at_local.size(),
            as_of.seconds, out.data()));
    }

    const motcua_calendar *get() const noexcept { return handle_.get(); }

private:
    explicit calendar(motcua_calendar *handle) : handle_(handle) {}
    detail::owned<motcua_calendar, motcua_calendar_free> handle_;
};

/** What the log of a dossier means. */
class timeline {
public:
    /** The due time by the promise in force at an instant. */
    result<motcua_due> due(local_time as_of, const policy *how = nullptr) const {
        motcua_due due{};
        const motcua_status status = motcua_timeline_due(
            handle_.get(), how ? how->get() : nullptr, as_of.seconds, &due);
        return detail::given(status, due);
    }

    result<motcua_standing> standing(const calendar &office, local_time as_of,
                                     const policy *how = nullptr) const {
        motcua_standing standing{};
        const motcua_status status = motcua_timeline_standing(
            handle_.get(), office.get(), how ? how->get() : nullptr, as_of.seconds, &standing);
        return detail::given(status, standing);
    }

    /** The status of the national portal, 1 to 10; 0 before the first event. */
    result<std::int32_t> status(local_time as_of) const {
        std::int32_t code = 0;
        const motcua_status status = motcua_timeline_status(handle_.get(), as_of.seconds, &code);
        return detail::given(status, code);
    }

    std::optional<local_time> received() const { return times()[0]; }
    std::optional<local_time> finished() const { return times()[1]; }
    std::optional<local_time> returned() const { return times()[2]; }

private:
    friend class dossier;
    explicit timeline(motcua_timeline *handle) : handle_(handle) {}

    std::vector<std::optional<local_time>> times() const {
        std::int64_t at[3] = {MOTCUA_NO_INSTANT, MOTCUA_NO_INSTANT, MOTCUA_NO_INSTANT};
        motcua_timeline_times(handle_.get(), &at[0], &at[1], &at[2]);
        std::vector<std::optional<local_time>> times;
        for (const std::int64_t seconds : at) {
            times.push_back(seconds == MOTCUA_NO_INSTANT
                                ? std::nullopt
                                : std::optional<local_time>(local_time{seconds}));
        }
        return times;
    }

    detail::owned<motcua_timeline, motcua_timeline_free> handle_;
};

/** A dossier: its procedure, its limit and the log of what happened to it. */
class dossier {
public:
    static result<dossier> from_json(std::string_view json) {
        if (!detail::right_abi()) return detail::wrong_abi();
        motcua_dossier *handle = nullptr;
        const motcua_status status =
            motcua_dossier_new_from_json(json.data(), json.size(), &handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return dossier(handle);
    }

    std::string_view code() const {
        motcua_str text{};
        motcua_dossier_code(get(), &text);
        return detail::view(text);
    }

    result<timeline> evaluate(const calendar &office, const policy *how = nullptr) const {
        motcua_timeline *handle = nullptr;
        const motcua_status status = motcua_dossier_evaluate(
            get(), office.get(), how ? how->get() : nullptr, &handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return timeline(handle);
    }

    const motcua_dossier *get() const noexcept { return handle_.get(); }

private:
    explicit dossier(motcua_dossier *handle) : handle_(handle) {}
    detail::owned<motcua_dossier, motcua_dossier_free> handle_;
};

/** Form II.06a over a period. */
class report {
public:
    struct row {
        /** The field; lives as long as the report. */
        std::string_view field;
        motcua_tally tally;
    };
    struct refusal {
        /** Which of the dossiers, from 0. */
        std::size_t dossier;
        motcua_status reason;
    };

    static result<report> over(const calendar &office, date from, date to,
                               const std::vector<dossier> &dossiers, const policy *how = nullptr) {
        std::vector<const motcua_dossier *> handles;
        for (const dossier &one : dossiers) handles.push_back(one.get());
        motcua_report *handle = nullptr;
        const motcua_status status =
            motcua_report_new(office.get(), how ? how->get() : nullptr, from.days, to.days,
                              handles.data(), handles.size(), &handle);
        if (status != MOTCUA_OK) return detail::last(status);
        return report(handle);
    }

    std::vector<row> rows() const {
        std::vector<row> all(counts().first);
        for (std::size_t index = 0; index < all.size(); index++) {
            motcua_str field{};
            motcua_report_row(handle_.get(), index, &field, &all[index].tally);
            all[index].field = detail::view(field);
        }
        return all;
    }

    motcua_tally totals() const {
        motcua_tally totals{};
        motcua_report_totals(handle_.get(), &totals);
        return totals;
    }

    std::vector<refusal> refused() const {
        std::vector<refusal> all(counts().second);
        for (std::size_t index = 0; index < all.size(); index++) {
            motcua_report_refused(handle_.get(), index, &all[index].dossier, &all[index].reason);
        }
        return all;
    }

private:
    explicit report(motcua_report *handle) : handle_(handle) {}

    std::pair<std::size_t, std::size_t> counts() const {
        std::pair<std::size_t, std::size_t> counts{};
        motcua_report_counts(handle_.get(), &counts.first, &counts.second);
        return counts;
    }

    detail::owned<motcua_report, motcua_report_free> handle_;
};

/**
 * Evaluations counted into form II.06a for a period from a day to the instant they are of, a tally
 * for each group; without groups all are of the first.
 */
inline result<std::vector<motcua_tally>> tallies(span<const motcua_evaluation> evaluations,
                                                 span<const std::uint8_t> online, date from,
                                                 span<const std::uint32_t> group = {},
                                                 std::size_t groups = 1,
                                                 const policy *how = nullptr) {
    const std::size_t len = evaluations.size();
    if (online.size() != len || (group.data() != nullptr && group.size() != len)) {
        return detail::lengths_differ();
    }
    std::vector<motcua_tally> out(groups);
    const motcua_status status =
        motcua_tally_batch(how ? how->get() : nullptr, from.days, evaluations.data(),
                           online.data(), group.data(), len, out.data(), out.size());
    if (status != MOTCUA_OK) return detail::last(status);
    return out;
}

/** Answers a request in JSON on the built-in calendar. */
inline result<std::string> answer_json(std::string_view request) {
    if (!detail::right_abi()) return detail::wrong_abi();
    motcua_string *text = nullptr;
    const motcua_status status = motcua_answer_json(request.data(), request.size(), &text);
    return detail::taken(status, text);
}

/** The version of the library that was loaded. */
inline std::string_view version() noexcept { return motcua_version(); }

} // namespace motcua

#endif
