// Runs the shared cases: "answers" as requests in JSON, "typed" through the typed functions. What
// is read and printed is told in tests/c/answers.c and tests/tests/c_abi/typed.rs.
#include <motcua.hpp>

#include <cstdio>
#include <iostream>

namespace {

enum { id, op, calendar_json, policy_json, words, of_case, a, b, c, status, expected, fields };

using row = std::vector<std::string>;

/// What was said of a question, or why nothing.
struct outcome {
    motcua_status status = MOTCUA_OK;
    row said;
};

template <typename... T>
outcome say(T... numbers) {
    return {MOTCUA_OK, {std::to_string(numbers)...}};
}

template <typename T>
std::string or_none(const std::optional<T> &number) {
    return number ? std::to_string(*number) : "none";
}

template <typename T, typename F>
outcome took(const motcua::result<T> &result, F numbers) {
    if (!result) return {result.status(), {}};
    return numbers(*result);
}

row split(const std::string &line, char at) {
    row parts;
    for (std::size_t from = 0; from != std::string::npos;) {
        const std::size_t to = line.find(at, from);
        parts.push_back(line.substr(from, to == std::string::npos ? to : to - from));
        from = to == std::string::npos ? to : to + 1;
    }
    return parts;
}

outcome evaluate(const motcua::calendar &office, const motcua::policy *how,
                 const std::string &json, motcua::local_time as_of) {
    const auto dossier = motcua::dossier::from_json(json);
    if (!dossier) return {dossier.status(), {}};
    const auto timeline = dossier->evaluate(office, how);
    if (!timeline) return {timeline.status(), {}};
    const auto standing = timeline->standing(office, as_of, how);
    if (!standing) return {standing.status(), {}};
    outcome all = say(standing->state, standing->days, standing->hours, standing->minutes);
    const auto due = timeline->due(as_of, how);
    if (!due && due.status() != MOTCUA_NOT_STARTED) return {due.status(), {}};
    all.said.push_back(due ? std::to_string(due->at_local) : "none");
    all.said.push_back(due ? std::to_string(due->date) : "none");
    const std::int32_t code = timeline->status(as_of).value();
    all.said.push_back(code == 0 ? "none" : std::to_string(code));
    // The door tells what had come by then, the typed functions the whole log.
    for (const auto &at : {timeline->received(), timeline->finished(), timeline->returned()}) {
        all.said.push_back(at && !(as_of < *at) ? std::to_string(at->seconds) : "none");
    }
    return all;
}

void tell(row &said, const motcua_tally &tally) {
    for (const std::uint32_t column :
         {tally.received, tally.online, tally.direct_or_post, tally.carried_over, tally.solved,
          tally.early, tally.on_time, tally.late, tally.pending, tally.in_time, tally.overdue,
          tally.ended}) {
        said.push_back(std::to_string(column));
    }
}

outcome report(const motcua::calendar &office, const motcua::policy *how, const std::string &jsons,
               motcua::date from, motcua::date to) {
    std::vector<motcua::dossier> dossiers;
    if (!jsons.empty()) {
        for (const std::string &json : split(jsons, '\x1e')) {
            auto dossier = motcua::dossier::from_json(json);
            if (!dossier) return {dossier.status(), {}};
            dossiers.push_back(std::move(*dossier));
        }
    }
    const auto report = motcua::report::over(office, from, to, dossiers, how);
    if (!report) return {report.status(), {}};
    outcome all;
    tell(all.said, report->totals());
    const auto rows = report->rows();
    all.said.push_back(std::to_string(rows.size()));
    all.said.push_back(std::to_string(report->refused().size()));
    for (const auto &row : rows) tell(all.said, row.tally);
    return all;
}

outcome run(const motcua::calendar &office, const motcua::policy *how, const row &field) {
    const auto number = [&](int at) { return field[at].empty() ? 0 : std::stoll(field[at]); };
    const auto small = [&](int at) { return static_cast<std::int32_t>(number(at)); };
    const auto due = [](const motcua_due &due) { return say(due.at_local, due.date); };
    const auto count = [](std::int32_t count) { return say(count); };
    if (field[op] == "add_working_days") {
        return took(office.add_working_days(motcua::date{small(a)}, small(b)),
                    [](motcua::date found) { return say(found.days); });
    }
    if (field[op] == "count_working_days") {
        return took(office.count_working_days({small(a)}, {small(b)}), count);
    }
    if (field[op] == "add_working_minutes") {
        return took(office.add_working_minutes(motcua::local_time{number(a)}, small(b)),
                    [](motcua::local_time found) { return say(found.seconds); });
    }
    if (field[op] == "count_working_minutes") {
        return took(office.count_working_minutes({number(a)}, {number(b)}), count);
    }
    if (field[op] == "day") {
        return took(office.day({small(a)}),
                    [](const motcua_day &day) { return say(day.kind, day.working); });
    }
    if (field[op] == "deadline") {
        return took(office.appointment({number(a)}, motcua::limit{small(b), small(c)}, how), due);
    }
    if (field[op] == "deadline_text") {
        const auto text = motcua::time_limit::parse(field[words]);
        if (!text) return {text.status(), {}};
        std::optional<std::string_view> chosen;
        if (field[of_case] == " ") chosen = "";
        else if (!field[of_case].empty()) chosen = field[of_case];
        return took(office.appointment({number(a)}, *text, chosen, small(c), how), due);
    }
    if (field[op] == "parse_time_limit") {
        return took(motcua::time_limit::parse(field[words]), [](const motcua::time_limit &limit) {
            return outcome{MOTCUA_OK,
                           {std::string(limit.kind()), std::to_string(limit.size()),
                            or_none(limit.cut_off())}};
        });
    }
    if (field[op] == "evaluate") return evaluate(office, how, field[words], {number(a)});
    if (field[op] == "report") return report(office, how, field[words], {small(a)}, {small(b)});
    return {-2, {}};
}

bool is_expected(const row &said, const std::string &expected) {
    const row wanted = split(expected, ' ');
    if (wanted.size() != said.size()) return false;
    for (std::size_t at = 0; at < wanted.size(); at++) {
        if (wanted[at] != "-" && wanted[at] != said[at]) return false;
    }
    return true;
}

int typed() {
    unsigned long count = 0;
    std::string line;
    while (std::getline(std::cin, line)) {
        const row field = split(line, '\t');
        if (field.size() != fields) return 1;
        const auto office = field[calendar_json].empty()
                                ? motcua::calendar::vietnam()
                                : motcua::calendar::from_json(field[calendar_json]);
        outcome got{office.status(), {}};
        if (office) {
            const auto how =
                motcua::policy::from_json(field[policy_json].empty() ? "{}" : field[policy_json]);
            got = how ? run(*office, &*how, field) : outcome{how.status(), {}};
        }
        const bool right = std::to_string(got.status) == field[status] &&
                           (got.status != MOTCUA_OK || is_expected(got.said, field[expected]));
        if (!right) {
            std::cerr << field[id] << ": " << got.status;
            for (const std::string &word : got.said) std::cerr << ' ' << word;
            std::cerr << "; expected " << field[status] << ' ' << field[expected] << '\n';
            return 1;
        }
        count++;
    }
    std::cout << count << '\n';
    return 0;
}

int answers() {
    std::size_t len = 0;
    while (std::cin >> len) {
        std::cin.get();
        std::string request(len, '\0');
        std::cin.read(request.data(), static_cast<std::streamsize>(len));
        const auto answer = motcua::answer_json(request);
        if (!answer) return 1;
        std::cout << *answer << '\n';
    }
    return 0;
}

} // namespace

int main(int, char **argv) {
    std::ios::sync_with_stdio(false);
    return std::string_view(argv[1]) == "typed" ? typed() : answers();
}
