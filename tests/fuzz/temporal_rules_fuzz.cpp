// Any bytes as a rule file: it is read, or refused with a place. What compiles must also run.
#include "temporal/rule_set.hpp"
#include "temporal/temporal.hpp"

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

using namespace fasti;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    auto file = temporal::parse_rule_file(text, "fuzz.rules");
    if (!file) {
        return file.error().place.empty() ? std::abort(), 1 : 0;
    }
    std::vector<temporal::RuleFile> files;
    files.push_back(std::move(*file));
    auto set = temporal::compile_rules(std::move(files), {0});
    if (set) {
        const temporal::Rules rules(std::make_shared<const temporal::RuleSet>(std::move(*set)));
        (void)rules.check();
        (void)rules.test();
    }
    return 0;
}
