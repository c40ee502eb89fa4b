// See event_words.hpp.
#include "exporters/event_words.hpp"

#include <algorithm>

namespace fasti::exporters {

std::vector<std::string> actor_names(const graph::GraphView& view, const graph::EventNode& event) {
    std::vector<std::string> names;
    for (const graph::ParticipantView& participant : event.participants) {
        if (participant.actor == graph::none) {
            continue;
        }
        const std::string& name = view.actors[participant.actor].name;
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

std::string place_name(const graph::GraphView& view, const graph::EventNode& event) {
    return event.place < view.actors.size() ? view.actors[event.place].name : std::string{};
}

std::string credit(const graph::ArticleNode& article) {
    std::string out = !article.source.empty() ? article.source : article.title;
    if (!out.empty() && !article.published.empty()) {
        out += ", " + article.published.substr(0, 10);
    }
    return out;
}

} // namespace fasti::exporters
