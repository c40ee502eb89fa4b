// Strong ids: an ActorId can't be given where an EventId is wanted. They number things within
// one run or one story and never leave the program; public ids are strings made from content
// (stable_hash.hpp).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>

namespace fasti {

/// A number that names one thing of the kind `Tag`. `none()` names nothing.
template <class Tag> struct Id {
    static constexpr std::uint32_t none_value = 0xffffffffu;
    std::uint32_t value = none_value;

    [[nodiscard]] static constexpr Id none() { return {}; }
    [[nodiscard]] constexpr bool valid() const { return value != none_value; }

    friend constexpr bool operator==(Id, Id) = default;
    friend constexpr auto operator<=>(Id, Id) = default;
};

using ArticleId = Id<struct ArticleTag>;
using ActorId = Id<struct ActorTag>;
using EventId = Id<struct EventTag>;

} // namespace fasti

template <class Tag> struct std::hash<fasti::Id<Tag>> {
    std::size_t operator()(fasti::Id<Tag> id) const noexcept { return std::hash<std::uint32_t>{}(id.value); }
};
