// A story: articles and what they give, linked across articles and kept in one SQLite file
// (story.db). `cli` adds, removes and links; queries and views only read.
//
//   auto story = Story::create_or_open("out/");
//   for each article (any thread):  Prepared p = prepare({&article, &document, &timexes, &extraction},
//   story->lexicon()); in order, one thread:           story->add(p); story->link();                  // one
//   transaction from the first add to here
//
// Whatever the order of adds, changes and removals, equal sets of articles give equal views.
// Until link() returns, the file on disk is what it was before; a killed run loses only itself.
#pragma once

#include "core/article.hpp"
#include "core/document.hpp"
#include "core/event.hpp"
#include "core/result.hpp"
#include "core/timex.hpp"
#include "graph/lexicon.hpp"
#include "graph/view.hpp"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::graph {

/// What one article gives, as the stages before left it. All four must outlive the call only.
/// The document needs sentences with spans; with tokens and trees the headlines get shorter.
struct ExtractedArticle {
    const Article* article = nullptr;
    const Document* document = nullptr;
    const std::vector<Timex>* timexes = nullptr;
    const Extraction* extraction = nullptr;
};

struct ArticleRecord;

/// An article made ready for the story: its reports with their headlines, its actors with their
/// keys, its sentences. Holds copies only.
class Prepared {
public:
    explicit Prepared(std::unique_ptr<ArticleRecord> record);
    Prepared(Prepared&&) noexcept;
    Prepared& operator=(Prepared&&) noexcept;
    ~Prepared();
    [[nodiscard]] const ArticleRecord& record() const { return *record_; }

private:
    std::unique_ptr<ArticleRecord> record_;
};

/// Pure: depends on the article alone, so it may run on any thread.
[[nodiscard]] Prepared prepare(const ExtractedArticle& extracted, const Lexicon& lexicon);

enum class Added : std::uint8_t { added, replaced, unchanged };

/// Counts that a summary prints.
struct Summary {
    std::uint32_t articles = 0;
    std::uint32_t copies = 0; ///< articles that are copies of others
    std::uint32_t undated_articles = 0;
    std::vector<std::string> first_undated; ///< ids of at most five
    std::uint32_t sentences = 0;
    std::uint32_t actors = 0;
    std::uint32_t events = 0;  ///< after linking
    std::uint32_t reports = 0; ///< events counted once in each article
    std::uint32_t disputed = 0;
    std::uint32_t undated_events = 0;
    std::vector<std::uint32_t> events_by_reason; ///< one count for each AnchorReason
};

/// What to put into a view.
struct ViewOptions {
    std::uint32_t max_actors = 0; ///< 0: all
    std::uint32_t max_events = 0; ///< 0: all; else the most important, chosen by content
    std::uint32_t timeline = 30;  ///< entries of the view's timeline
    bool ranks = true;            ///< fill ActorNode::rank and community
};

/// A merge with its score and its reasons, for `show`.
struct MergeReason {
    std::string first; ///< a name, or an article id with the words of the trigger
    std::string second;
    int points = 0;
    std::string reasons; ///< "same name; shared role +2"
};

/// The user's decisions that match nothing any more, by line of their file.
struct UnmatchedDecision {
    std::uint32_t line = 0;
    std::string text;
    std::string why;
};

class Story {
public:
    /// `path` is a folder (made when missing; the file is story.db in it) or the file. Waits up
    /// to `wait_seconds` for another writer, then fails with ErrorCode::busy.
    [[nodiscard]] static Result<Story> create_or_open(const std::filesystem::path& path, unsigned wait_seconds = 30);
    /// Fails with not_found, format (no story, truncated) or version (made by a newer program).
    [[nodiscard]] static Result<Story> open_readonly(const std::filesystem::path& path);

    Story(Story&&) noexcept;
    Story& operator=(Story&&) noexcept;
    ~Story(); ///< what was not linked is rolled back

    [[nodiscard]] const Lexicon& lexicon() const;

    /// True when the story holds this article with this very text and date: it needs no extraction.
    [[nodiscard]] Result<bool> holds(const Article& article) const;
    /// Same id and same content: unchanged. Same id, other content: replaced.
    [[nodiscard]] Result<Added> add(const Prepared& prepared);
    /// The same, also where the content is: for an article that was outdated().
    [[nodiscard]] Result<Added> replace(const Prepared& prepared);
    /// Adds the lines to `article.furniture` that enough articles of its source have, as far as the story has
    /// articles now; all other furniture must be there already.
    [[nodiscard]] Status mark_repeated(Article& article) const;
    /// Ids of the articles that were read under marks other than mark_repeated() gives them now, sorted. Each must be
    /// marked, read and replaced before link(): then a story is the same however it grew.
    [[nodiscard]] Result<std::vector<std::string>> outdated() const;
    /// Whether copies of an article count as voices of their own, in the whole story, from the next
    /// link() on; a story remembers it. At first they count once, with as many places as there are copies.
    [[nodiscard]] Status keep_duplicates(bool keep);
    /// False when there is no such article.
    [[nodiscard]] Result<bool> remove(std::string_view article_id);
    /// Replaces the user's decisions by those of `text` (docs/linking.md). A contradiction or a
    /// line that is no decision is an Error with the line in `place`, and nothing changes.
    [[nodiscard]] Status set_decisions(std::string_view text, std::string_view path);
    /// Decisions that name nothing in the story as it is linked now.
    [[nodiscard]] Result<std::vector<UnmatchedDecision>> unmatched_decisions() const;
    /// Links what changed and commits.
    [[nodiscard]] Status link();
    /// The slow way: forgets all links and makes them anew. The oracle of link().
    [[nodiscard]] Status link_all();

    [[nodiscard]] Result<GraphView> view(const ViewOptions& options = {}) const;
    [[nodiscard]] Result<Summary> summary() const;
    /// The whole text of an article, and its metadata.
    [[nodiscard]] Result<Article> article(std::string_view id) const;
    /// Why the actor or event with this public id is one: every merge that was kept.
    [[nodiscard]] Result<std::vector<MergeReason>> merges(std::string_view id) const;

    struct Impl;
    [[nodiscard]] Impl& impl() const { return *impl_; } ///< for graph/*.cpp

private:
    explicit Story(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

} // namespace fasti::graph
