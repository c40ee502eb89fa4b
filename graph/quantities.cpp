// See quantities.hpp.
#include "graph/quantities.hpp"

#include "core/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace fasti::graph {
namespace {

constexpr std::size_t most_quantities = 8;
constexpr std::array<std::string_view, 4> currencies = {"$", "€", "£", "¥"};

struct Scale {
    std::string_view word;
    std::int64_t factor;
};
constexpr std::array<Scale, 4> scales = {
    {{"thousand", 1'000}, {"million", 1'000'000}, {"billion", 1'000'000'000}, {"trillion", 1'000'000'000'000}}};

std::optional<std::int64_t> scale_of(std::string_view word) {
    const auto* const found =
        std::find_if(scales.begin(), scales.end(), [&](const Scale& s) { return s.word == word; });
    return found == scales.end() ? std::nullopt : std::optional(found->factor);
}

/// In thousandths, so that "1.78" before "billion" is a whole number.
struct Number {
    std::int64_t thousandths = 0;
    std::string_view currency;
};

std::optional<Number> number_of(std::string_view word) {
    static constexpr std::array<std::string_view, 13> spelled = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"};
    const std::string folded = utf8::fold(word.substr(0, std::min<std::size_t>(word.size(), 24)));
    for (std::size_t i = 2; i < spelled.size(); ++i) { // "one" is an article as often as a number
        if (spelled[i] == folded) {
            return Number{static_cast<std::int64_t>(i) * 1000, {}};
        }
    }
    Number out;
    std::string_view rest = folded;
    for (const std::string_view currency : currencies) {
        if (rest.starts_with(currency)) {
            out.currency = currency;
            rest.remove_prefix(currency.size());
        }
    }
    while (!rest.empty() && (rest.back() == ',' || rest.back() == '.')) {
        rest.remove_suffix(1);
    }
    int decimals = -1; // so many more are read; −1: before the point
    std::size_t digits = 0;
    for (const char c : rest) {
        if (c == '.' && decimals < 0 && digits > 0) {
            decimals = 3;
        } else if (c >= '0' && c <= '9') {
            if (decimals != 0) {
                out.thousandths = out.thousandths * 10 + (c - '0');
                decimals -= decimals > 0 ? 1 : 0;
            }
            if (++digits > 12) {
                return std::nullopt;
            }
        } else if (c != ',' || decimals >= 0) {
            return std::nullopt;
        }
    }
    for (int i = decimals < 0 ? 3 : decimals; i > 0; --i) {
        out.thousandths *= 10;
    }
    return digits > 0 ? std::optional(out) : std::nullopt;
}

} // namespace

void find_quantities(std::string_view phrase, std::string_view head, std::vector<Quantity>& out) {
    const auto next = [](std::string_view text) { return text.substr(0, std::min(text.find(' '), text.size())); };
    while (!phrase.empty() && out.size() < most_quantities) {
        const std::string_view word = next(phrase);
        phrase.remove_prefix(std::min(word.size() + 1, phrase.size()));
        const auto number = number_of(word);
        if (!number) {
            continue;
        }
        std::string_view unit = number->currency.empty() ? head : number->currency;
        std::int64_t factor = 1;
        const std::string after = utf8::fold(next(phrase).substr(0, 16));
        if (const auto scale = scale_of(after); scale && number->thousandths < 1'000'000'000) {
            factor = *scale;
        }
        if (number->currency.empty() && head == word) {
            unit = {}; // a bare number counts nothing that is named
        }
        out.push_back({number->thousandths * factor / 1000, std::string(unit)});
    }
}

std::string spoken(const Quantity& quantity) {
    std::string number = std::to_string(quantity.value);
    for (auto scale = scales.rbegin(); scale != scales.rend() - 1; ++scale) {
        if (quantity.value >= scale->factor && quantity.value % (scale->factor / 1000) == 0) {
            std::string part = std::to_string(quantity.value % scale->factor / (scale->factor / 1000) + 1000).substr(1);
            part.erase(part.find_last_not_of('0') + 1);
            number = std::to_string(quantity.value / scale->factor) + (part.empty() ? "" : "." + part) + ' ' +
                     std::string(scale->word);
            break;
        }
    }
    const bool currency = std::find(currencies.begin(), currencies.end(), quantity.unit) != currencies.end();
    if (currency) {
        return quantity.unit + number;
    }
    // "274 billion" of nothing that is named has its scale for a unit.
    return number.ends_with(quantity.unit) ? number : number + ' ' + quantity.unit;
}

} // namespace fasti::graph
