// The names of an enumeration's values, in their order: one table serves printing and parsing.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace fasti {

template <class Enum, std::size_t N> struct EnumNames {
    std::array<std::string_view, N> names;

    [[nodiscard]] constexpr std::string_view name(Enum value) const {
        const auto i = static_cast<std::size_t>(value);
        return i < N ? names[i] : std::string_view{};
    }
    [[nodiscard]] constexpr std::optional<Enum> parse(std::string_view name) const {
        for (std::size_t i = 0; i < N; ++i) {
            if (names[i] == name) {
                return static_cast<Enum>(i);
            }
        }
        return std::nullopt;
    }
};

} // namespace fasti
