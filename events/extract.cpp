// The order of work within one article; see extract.hpp.
#include "events/extract.hpp"

#include "events/actors.hpp"
#include "events/anchor.hpp"
#include "events/event_finder.hpp"

namespace fasti::events {

Result<Lexicons> Lexicons::load(const std::filesystem::path& dir) {
    Lexicons lexicons;
    auto actors = ActorLexicon::load(dir);
    if (!actors)
        return actors.error();
    lexicons.actors_ = std::move(*actors);
    auto events = EventLexicon::load(dir);
    if (!events)
        return events.error();
    lexicons.events_ = std::move(*events);
    return lexicons;
}

Extraction extract(const Article& article, const Document& document, std::span<const Timex> timexes,
                   const Lexicons& lexicons) {
    ActorIndex index = find_actors(article, document, lexicons.actors());
    Extraction extraction;
    find_events(document, timexes, index, lexicons.events(), lexicons.actors(), extraction);
    extraction.actors = std::move(index.actors);
    anchor_events(article, document, timexes, extraction);
    return extraction;
}

} // namespace fasti::events
