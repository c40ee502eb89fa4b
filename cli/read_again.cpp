// See read_again.hpp.
#include "cli/read_again.hpp"

#include "ingest/furniture.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>

namespace fasti::cli {
namespace {

constexpr std::size_t at_once = 256; // articles in memory

} // namespace

Status read_outdated_again(graph::Story& story, const std::function<Result<Engine>()>& load, unsigned threads) {
    const auto outdated = story.outdated();
    if (!outdated) {
        return outdated.error();
    }
    if (outdated->empty()) {
        return {};
    }
    const auto engine = load();
    if (!engine) {
        return engine.error();
    }
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, std::max(threads, 1U));
    for (std::size_t begin = 0; begin < outdated->size(); begin += at_once) {
        const std::size_t count = std::min(at_once, outdated->size() - begin);
        std::vector<Article> articles;
        for (std::size_t i = 0; i < count; ++i) {
            auto article = story.article((*outdated)[begin + i]);
            if (!article) {
                return article.error();
            }
            article->duplicate_of.clear(); // what the reader leaves
            ingest::mark_furniture(*article);
            if (const Status marked = story.mark_repeated(*article); !marked) {
                return marked;
            }
            articles.push_back(std::move(*article));
        }
        std::vector<std::optional<graph::Prepared>> prepared(count);
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
            const auto found = engine->read(std::move(articles[i]));
            prepared[i].emplace(graph::prepare({&found->article, &found->document, &found->timexes, &found->extraction},
                                               story.lexicon()));
        });
        for (const auto& one : prepared) {
            if (const auto added = story.replace(*one); !added) {
                return added.error();
            }
        }
    }
    return {};
}

} // namespace fasti::cli
