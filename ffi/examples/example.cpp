#include <iostream>
#include <motcua.hpp>

int main() {
    using motcua::date, motcua::limit, motcua::local_time;
    const auto calendar = motcua::calendar::vietnam();
    if (!calendar) return calendar.status();
    const auto received = local_time::at(date::of(2026, 8, 19), 9, 0);
    const auto due = calendar->appointment(received, limit::working_days(10));
    if (!due) return std::cerr << due.error().message() << '\n', due.status();
    std::cout << (due->date == date::of(2026, 9, 4).days) << '\n';
}
