// See engine.hpp.
#include "cli/engine.hpp"

#include "core/data_dir.hpp"
#include "core/work_clock.hpp"
#include "language/tokenizer.hpp"

#include <filesystem>

namespace fasti::cli {
namespace {

bool english(const Article& article) {
    return article.language.empty() || article.language == "en" || article.language.starts_with("en-");
}

} // namespace

Result<temporal::Rules> load_rules(const std::vector<std::string>& folders) {
    auto own = find_data("temporal/en");
    if (!own) {
        return own.error();
    }
    std::vector<std::filesystem::path> places = {*own};
    places.insert(places.end(), folders.begin(), folders.end());
    return temporal::Rules::load(places);
}

Result<language::Model> load_model() {
    const auto path = find_data("language/en/en.model");
    return path ? language::Model::open(*path) : Result<language::Model>(path.error());
}

Result<events::Lexicons> load_lexicons() {
    const auto folder = find_data("events/en");
    return folder ? events::Lexicons::load(*folder) : Result<events::Lexicons>(folder.error());
}

Result<Engine> Engine::load(Depth depth, const std::vector<std::string>& rules, temporal::Options options) {
    Engine engine;
    engine.depth_ = depth;
    engine.options_ = options;
    auto loaded = load_rules(rules);
    if (!loaded) {
        return loaded.error();
    }
    engine.rules_ = std::make_shared<const temporal::Rules>(std::move(*loaded));

    auto model = load_model();
    if (!model) {
        return model.error();
    }
    engine.model_ = std::make_shared<const language::Model>(std::move(*model));

    if (depth == Depth::events) {
        auto lexicons = load_lexicons();
        if (!lexicons) {
            return lexicons.error();
        }
        engine.lexicons_ = std::make_shared<const events::Lexicons>(std::move(*lexicons));
    }
    return engine;
}

std::unique_ptr<Found> Engine::read(Article&& article) const {
    const WorkClock clock(seconds_);
    auto found = std::make_unique<Found>();
    found->article = std::move(article);
    const Article& text = found->article;
    Document& document = found->document;
    document = lines_ ? language::tokenize_lines(text) : language::tokenize(text);
    if (!english(text)) {
        found->diagnostics.push_back({Severity::note, "other-language",
                                      "the article is in '" + text.language + "'; only English is read for events",
                                      text.origin, std::nullopt, std::nullopt});
        return found;
    }
    const auto go_on = [&] {
        found->too_slow = found->too_slow || clock.over();
        return !found->too_slow;
    };
    if (!go_on() || (depth_ != Depth::timexes && !language::analyze(document, *model_, go_on))) {
        return found;
    }
    const temporal::Candidates candidates = temporal::match(document, *rules_);
    if (!go_on()) {
        return found;
    }
    if (depth_ == Depth::timexes) {
        language::tag(document, *model_, temporal::sentences_needing_tags(candidates, document));
    }
    found->timexes = temporal::resolve(candidates, text, document, *rules_, options_);
    if (go_on() && depth_ == Depth::events) {
        found->extraction = events::extract(text, document, found->timexes, *lexicons_);
    }
    return found;
}

} // namespace fasti::cli
