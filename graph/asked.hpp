// What the queries have in common: the actors and events that are asked for, and the answer unless the file failed.
#pragma once

#include "graph/query.hpp"
#include "graph/select.hpp"
#include "graph/sqlite.hpp"

#include <cstdint>
#include <string_view>
#include <utility>

namespace fasti::graph {

struct FoundActor {
    ActorMatch match;
    std::uint32_t number = 0; ///< the story's
};
[[nodiscard]] Result<FoundActor> look_up(const Story& story, std::string_view name);
/// Both actors, or the error of the first that is not known; one and the same is an error, too.
[[nodiscard]] Result<std::pair<FoundActor, FoundActor>> look_up_both(const Story& story, std::string_view first,
                                                                     std::string_view second);

[[nodiscard]] EventFilter filter_of(const QueryOptions& options);

template <class T> Result<T> checked(Database& db, T value) {
    if (db.failed()) {
        return db.status().error();
    }
    return value;
}

} // namespace fasti::graph
