// Runs the shared cases: "answers" as requests in JSON, "typed" through the typed functions. What
// is read and printed is told in tests/c/answers.c and tests/c/typed.c.
#include <motcua.hpp>

#include <cstdio>
#include <iostream>
#include <map>

namespace {

enum { id, op, calendar_json, policy_json, words, of_case, a, b, c, status, x, y, fields };

struct outcome {
    motcua_status status = MOTCUA_OK;
    std::int64_t x = 0, y = 0;
};

template <typename T, typename F>
outcome took(const motcua::result<T> &result, F numbers) {
    if (!result) return {result.status()};
    return numbers(*result);
}

outcome run(const motcua::calendar &office, const motcua::policy *how,
            const std::vector<std::string> &field) {
    const auto number = [&](int at) { return field[at].empty() ? 0 : std::stoll(field[at]); };
    const auto small = [&](int at) { return static_cast<std::int32_t>(number(at)); };
    const auto due = [](const motcua_due &due) { return outcome{0, due.at_local, due.date}; };
    const auto count = [](std::int32_t count) { return outcome{0, count}; };
    if (field[op] == "add_working_days") {
        return took(office.add_working_days(motcua::date{small(a)}, small(b)),
                    [](motcua::date found) { return outcome{0, found.days}; });
    }
    if (field[op] == "count_working_days") {
        return took(office.count_working_days({small(a)}, {small(b)}), count);
    }
    if (field[op] == "add_working_minutes") {
        return took(office.add_working_minutes(motcua::local_time{number(a)}, small(b)),
                    [](motcua::local_time found) { return outcome{0, found.seconds}; });
    }
    if (field[op] == "count_working_minutes") {
        return took(office.count_working_minutes({number(a)}, {number(b)}), count);
    }
    if (field[op] == "day") {
        return took(office.day({small(a)}),
                    [](const motcua_day &day) { return outcome{0, day.kind, day.working}; });
    }
    if (field[op] == "deadline") {
        return took(office.appointment({number(a)}, motcua::limit{small(b), small(c)}, how), due);
    }
    if (field[op] == "deadline_text") {
        const auto text = motcua::time_limit::parse(field[words]);
        if (!text) return {text.status()};
        std::optional<std::string_view> chosen;
        if (field[of_case] == " ") chosen = "";
        else if (!field[of_case].empty()) chosen = field[of_case];
        return took(office.appointment({number(a)}, *text, chosen, small(c), how), due);
    }
    return {-2};
}

int typed() {
    unsigned long count = 0;
    std::string line;
    while (std::getline(std::cin, line)) {
        std::vector<std::string> field;
        for (std::size_t from = 0; from != std::string::npos;) {
            const std::size_t tab = line.find('\t', from);
            field.push_back(line.substr(from, tab == std::string::npos ? tab : tab - from));
            from = tab == std::string::npos ? tab : tab + 1;
        }
        if (field.size() != fields) return 1;
        const auto office = field[calendar_json].empty()
                                ? motcua::calendar::vietnam()
                                : motcua::calendar::from_json(field[calendar_json]);
        outcome got{office.status()};
        if (office) {
            const auto how =
                motcua::policy::from_json(field[policy_json].empty() ? "{}" : field[policy_json]);
            got = how ? run(*office, &*how, field) : outcome{how.status()};
        }
        const bool right = std::to_string(got.status) == field[status] &&
                           (got.status != 0 ||
                            (std::to_string(got.x) == field[x] &&
                             (field[y].empty() || std::to_string(got.y) == field[y])));
        if (!right) {
            std::cerr << field[id] << ": " << got.status << ", " << got.x << ", " << got.y << '\n';
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
