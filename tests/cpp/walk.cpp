// Every part of motcua.hpp, used as meant; without exceptions where they are turned off.
#include <motcua.hpp>
#include <motcua.hpp>

#include <array>
#include <cstdio>
#include <thread>
#include <type_traits>

#define CHECK(condition)                                                        \
    do {                                                                        \
        if (!(condition)) {                                                     \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition); \
            std::exit(1);                                                       \
        }                                                                       \
    } while (0)

using motcua::date;
using motcua::limit;
using motcua::local_time;

static_assert(date::of(1970, 1, 1).days == 0);
static_assert(date::of(2000, 2, 29).days == 11016);
static_assert(date::of(2026, 8, 19).days == 20684);
static_assert(limit::working_days(10).thousandths == 10'000);
static_assert(limit::working_days(3'000'000).thousandths == 2'147'483'000);
static_assert(limit::working_hours(INT32_MIN).thousandths == -2'147'483'000);
static_assert(limit::days(INT32_MAX).thousandths == 2'147'483'000);
static_assert(!std::is_copy_constructible_v<motcua::calendar>);
static_assert(std::is_nothrow_move_constructible_v<motcua::calendar>);

namespace {

constexpr date august = date::of(2026, 8, 19);
constexpr date september = date::of(2026, 9, 4);

void calendars(const motcua::calendar &office) {
    CHECK(office.range().first == date::of(2000, 1, 1));
    CHECK(office.range().second == date::of(2050, 12, 31));
    CHECK(office.add_working_days(august, 10).value() == september);
    CHECK(*office.count_working_days(august, september) == 10);
    const local_time nine = local_time::at(august, 9, 0);
    CHECK(*office.add_working_minutes(nine, 480) == local_time::at(date::of(2026, 8, 20), 9, 0));
    CHECK(*office.count_working_minutes(nine, local_time::at(august, 17, 0)) == 390);
    CHECK(office.day(date::of(2026, 8, 22))->kind == MOTCUA_DAY_MAKE_UP);
    CHECK(!office.source(august)->empty());
    CHECK(office.sessions(august)->size() == 2);
    CHECK(office.sessions(date::of(2026, 8, 23))->empty());
    CHECK(local_time::from_utc(0)->seconds == 25200);
    CHECK(*nine.utc() == nine.seconds - 25200);

    const auto outside = office.add_working_days(date::of(1999, 12, 31), 1);
    CHECK(!outside && outside.status() == MOTCUA_ERROR_NO_CALENDAR_DATA);
    CHECK(outside.error().code() == "no_calendar_data");
    CHECK(outside.error().message().find("1999-12-31") != std::string::npos);
    CHECK(outside.value_or(august) == august);
    CHECK(office.sessions(date{0}).status() == MOTCUA_ERROR_NO_CALENDAR_DATA);

    const auto own = motcua::calendar::from_json(R"({"closures": ["2026-08-20"]})");
    CHECK(own->day(date::of(2026, 8, 20))->kind == MOTCUA_DAY_CLOSURE);
    CHECK(motcua::calendar::from_json("[]").status() == MOTCUA_ERROR_INVALID_CALENDAR);
    CHECK(motcua::calendar::from_json(std::string_view()).status() == MOTCUA_ERROR_INVALID_CALENDAR);
}

void limits(const motcua::calendar &office) {
    const local_time nine = local_time::at(august, 9, 0);
    const auto due = office.appointment(nine, limit::working_days(10));
    CHECK(due->date == september.days && due->at_local == local_time::at(september, 17, 0).seconds);
    const auto midnight = motcua::policy::from_json(R"({"policy": {"due": "midnight"}})");
    const auto later = office.appointment(nine, limit::working_days(10), &*midnight);
    CHECK(later->at_local == local_time::at(september, 24, 0).seconds);
    CHECK(office.appointment(nine, limit{0, 99}).status() == MOTCUA_UNKNOWN_VALUE);
    CHECK(office.appointment(nine, limit::days(3'000'000)).status() == MOTCUA_UNKNOWN_VALUE);
    CHECK(motcua::policy::from_json("{").status() == MOTCUA_ERROR_INVALID_JSON);

    const auto text = motcua::time_limit::parse(
        "03 ngày làm việc, trường hợp phải xác minh thì không quá 08 ngày làm việc");
    CHECK(text->size() == 2 && !text->kind().empty() && !text->cut_off());
    CHECK(text->select().status() == MOTCUA_ERROR_AMBIGUOUS_LIMIT);
    CHECK(text->select("")->thousandths == 3000);
    CHECK(text->select("xác minh")->thousandths == 8000);
    CHECK(office.appointment(nine, *text, "")->date == date::of(2026, 8, 22).days);
    CHECK(motcua::time_limit::parse("\xff").status() == MOTCUA_INVALID_UTF8);
}

void dossiers(const motcua::calendar &office) {
    auto dossier = motcua::dossier::from_json(
        R"({"code": "HS-1", "field": "Hộ tịch", "channel": "online",
            "limit": {"value": 10, "unit": "working_day"},
            "events": [{"type": "received", "at": "2026-08-19T09:00"},
                       {"type": "finished", "at": "2026-09-03T15:10"}]})");
    CHECK(dossier->code() == "HS-1");
    const auto line = dossier->evaluate(office);
    const local_time later = local_time::at(september, 0, 0);
    CHECK(line->due(later)->date == september.days);
    CHECK(line->due(local_time{0}).status() == MOTCUA_NOT_STARTED);
    CHECK(line->standing(office, later)->state == MOTCUA_STATE_EARLY);
    CHECK(*line->status(later) == 9);
    CHECK(*line->received() == local_time::at(august, 9, 0));
    CHECK(line->finished() && !line->returned());

    std::vector<motcua::dossier> all;
    all.push_back(std::move(dossier).value());
    const auto report =
        motcua::report::over(office, date::of(2026, 8, 1), date::of(2026, 9, 30), all);
    CHECK(report->rows().size() == 1 && report->rows()[0].field == "Hộ tịch");
    CHECK(report->totals().early == 1 && report->refused().empty());
    CHECK(motcua::report::over(office, august, date{0}, all).status() ==
          MOTCUA_ERROR_END_BEFORE_START);
}

void batches(const motcua::calendar &office) {
    const std::vector<std::int32_t> dates = {august.days, MOTCUA_NO_DATE};
    const std::array<std::int32_t, 2> n = {10, 1};
    std::int32_t out[2] = {};
    const auto how = office.add_working_days(dates, n, out);
    CHECK(how && !how->all_good() && how->bad == 1 && how->first == 1);
    CHECK(how->reason == MOTCUA_ERROR_NO_CALENDAR_DATA);
    CHECK(out[0] == september.days && out[1] == MOTCUA_NO_DATE);
    CHECK(office.count_working_days({dates.data(), 1}, {out, 1}, {out, 1})->all_good());
    CHECK(out[0] == 10);
    CHECK(office.add_working_days(dates, n, {out, 1}).status() == MOTCUA_INVALID_LENGTH);

    const std::vector<std::int64_t> at = {local_time::at(august, 9, 0).seconds};
    const std::vector<std::int32_t> amount = {10000}, unit = {MOTCUA_UNIT_WORKING_DAY};
    std::vector<std::int64_t> due(1);
    std::vector<std::int32_t> due_date(1), state(1), left(1);
    CHECK(office.add_working_minutes(at, {n.data(), 1}, due)->all_good());
    CHECK(due[0] == at[0] + 600);
    CHECK(office.count_working_minutes(at, due, left)->all_good() && left[0] == 10);
    CHECK(office.appointments(at, amount, unit, due)->all_good());
    CHECK(office.appointments(at, amount, unit, due, due_date)->all_good());
    CHECK(due_date[0] == september.days);
    const std::vector<std::int64_t> open = {MOTCUA_NO_INSTANT};
    const local_time as_of = local_time::at(date::of(2026, 9, 3), 10, 0);
    CHECK(office.standings(at, amount, unit, open, as_of, state, left)->all_good());
    CHECK(state[0] == MOTCUA_STATE_IN_TIME && left[0] == 810);
    CHECK(office.standings(at, amount, unit, open, as_of, state)->all_good());

    const std::vector<std::uint32_t> starts = {0, 1};
    const std::vector<std::uint8_t> code = {MOTCUA_EVENT_RECEIVED};
    const std::vector<std::uint8_t> online = {1};
    std::vector<motcua_evaluation> told(1);
    CHECK(office.dossiers(amount, unit, starts, at, code, {}, as_of, told)->all_good());
    CHECK(told[0].state == MOTCUA_STATE_IN_TIME && told[0].due_date == september.days);
    CHECK(office.dossiers(amount, unit, {}, at, code, {}, as_of, told).status() ==
          MOTCUA_INVALID_LENGTH);
    CHECK(office.dossiers({}, {}, {}, {}, {}, {}, as_of, {})->all_good());
    const auto counted = motcua::tallies(told, online, date::of(2026, 8, 1));
    CHECK(counted->size() == 1 && counted->front().online == 1 && counted->front().in_time == 1);
}

void threads(const motcua::calendar &office) {
    std::vector<std::thread> all;
    for (int i = 0; i < 4; i++) {
        all.emplace_back([&office] {
            for (int n = -200; n < 200; n++) {
                const date found = office.add_working_days(august, n).value();
                CHECK(office.count_working_days(august, found).value() == n || n == 0);
            }
        });
    }
    for (std::thread &one : all) one.join();
}

} // namespace

int main() {
    const auto office = motcua::calendar::vietnam();
    CHECK(office.ok());
    calendars(*office);
    limits(*office);
    dossiers(*office);
    batches(*office);
    threads(*office);
    const std::string request = R"({"op": "add_working_days", "date": "2026-08-19", "n": 10})";
    const std::string dated = R"({"date":"2026-09-04","certainty":"final"})";
    CHECK(motcua::answer_json(request).value() == dated);
    CHECK(office->answer_json(request).value() == dated);
    CHECK(!motcua::version().empty());
#if defined(__cpp_exceptions)
    CHECK(motcua::calendar::vietnam().or_throw().add_working_days(august, 10).or_throw() == september);
    bool thrown = false;
    try {
        (void)office->day(date{0}).or_throw();
    } catch (const motcua::exception &why) {
        thrown = why.status() == MOTCUA_ERROR_NO_CALENDAR_DATA && why.what()[0] != '\0';
    }
    CHECK(thrown);
#endif
    std::puts("ok");
}
