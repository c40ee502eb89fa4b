// Any bytes as text: the temporal rules must find, or not find, and stay within the text.
#include "core/data_dir.hpp"
#include "temporal/temporal.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace fasti;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const temporal::Rules rules = [] {
        const auto dir = find_data("temporal/en");
        if (!dir) {
            std::abort();
        }
        const std::array dirs = {*dir};
        auto loaded = temporal::Rules::load(dirs);
        if (!loaded) {
            std::abort();
        }
        return *loaded;
    }();
    Article article;
    article.text.assign(reinterpret_cast<const char*>(data), size);
    article.published = parse_date("2021-10-20");
    Document document;
    document.text = article.text;
    for (const auto style : {temporal::Style::news, temporal::Style::narrative}) {
        const auto found = temporal::match(document, rules);
        std::uint32_t end = 0;
        for (const Timex& t : temporal::resolve(found, article, document, rules, {style, true})) {
            if (t.span.begin < end || t.span.end <= t.span.begin || t.span.end > size) {
                std::abort();
            }
            end = t.span.end;
        }
    }
    return 0;
}
