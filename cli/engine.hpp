// From an article to what is in it: language, temporal and events one after the other. Loaded
// once, const afterwards, and shared by all threads.
#pragma once

#include "core/diagnostic.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "core/result.hpp"
#include "core/timex.hpp"
#include "events/extract.hpp"
#include "language/analyze.hpp"
#include "temporal/temporal.hpp"

#include <memory>
#include <string>
#include <vector>

namespace fasti::cli {

/// How far an article is read; each includes the ones before.
enum class Depth {
    timexes, ///< tokens, tags where a reading depends on tense, time expressions
    trees,   ///< all of the language layer
    events,  ///< everything
};

/// One article with everything that was found in it. Never moves: its parts point into each other.
struct Found {
    Article article;
    Document document;
    std::vector<Timex> timexes;
    Extraction extraction;
    std::vector<Diagnostic> diagnostics;
    bool too_slow = false; ///< took more than its time; what is here is not all
};

class Engine {
public:
    /// Loads what `depth` needs. `rules` are folders that override or add temporal rules.
    [[nodiscard]] static Result<Engine> load(Depth depth, const std::vector<std::string>& rules,
                                             temporal::Options options);

    [[nodiscard]] std::unique_ptr<Found> read(Article&& article) const;
    /// Each line of an article is one sentence, never split.
    void one_sentence_per_line(bool on) { lines_ = on; }
    /// Seconds of processor time that one article may take; 0: any.
    void limit_seconds(double seconds) { seconds_ = seconds; }

private:
    Engine() = default;

    Depth depth_ = Depth::events;
    bool lines_ = false;
    double seconds_ = 0;
    temporal::Options options_;
    std::shared_ptr<const temporal::Rules> rules_;
    std::shared_ptr<const language::Model> model_;
    std::shared_ptr<const events::Lexicons> lexicons_;
};

[[nodiscard]] Result<language::Model> load_model();
[[nodiscard]] Result<events::Lexicons> load_lexicons();
/// The temporal rules of the program, then those of `folders` over them.
[[nodiscard]] Result<temporal::Rules> load_rules(const std::vector<std::string>& folders);

} // namespace fasti::cli
