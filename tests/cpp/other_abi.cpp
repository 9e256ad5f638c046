// Against a library of another binary interface nothing is called but the question for it.
#include <motcua.hpp>

#include <iostream>

template <typename T>
static bool refuses(const motcua::result<T> &result) {
    return result.status() == motcua::abi_mismatch && result.error().code() == "abi_mismatch";
}

int main() {
    const bool all = refuses(motcua::calendar::vietnam()) && refuses(motcua::calendar::from_json("{}")) &&
                     refuses(motcua::policy::from_json("{}")) && refuses(motcua::time_limit::parse("x")) &&
                     refuses(motcua::dossier::from_json("{}")) && refuses(motcua::answer_json("{}"));
    std::cout << (all ? "ok" : "called") << '\n';
}
