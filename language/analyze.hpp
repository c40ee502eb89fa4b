// The language layer: from an article to a Document with sentences, tags, lemmas, names and trees.
//
//   const auto model = Model::open(path);                 // once, shared by all threads
//   Document document = analyze(article, *model);         // or step by step: tokenize, tag, find_names, parse
#pragma once

#include "core/document.hpp"
#include "core/result.hpp"
#include "language/tokenizer.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>

namespace fasti::language {

/// Everything that was learned, mapped from one file. Copies share it.
class Model {
public:
    [[nodiscard]] static Result<Model> open(const std::filesystem::path& path);

    struct Parts;
    [[nodiscard]] const Parts& parts() const { return *parts_; }

private:
    std::shared_ptr<const Parts> parts_;
};

/// Tags and lemmas of all sentences.
void tag(Document& document, const Model& model);
/// Tags and lemmas of these sentences only.
void tag(Document& document, const Model& model, std::span<const std::uint32_t> sentences);
/// Names of a tagged document.
void find_names(Document& document, const Model& model);
/// Heads and relations of a tagged document.
void parse(Document& document, const Model& model);

/// Tags, lemmas, names and trees of a document that has tokens.
void analyze(Document& document, const Model& model);
/// The same as long as `go_on()` says so, which is asked at every sentence; false when it did not to the end, and the
/// document is left half done.
[[nodiscard]] bool analyze(Document& document, const Model& model, const std::function<bool()>& go_on);
/// All of it, from the text on.
[[nodiscard]] Document analyze(const Article& article, const Model& model);

} // namespace fasti::language
