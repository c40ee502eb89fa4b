// See headline_copies.hpp.
#include "language/training/headline_copies.hpp"

#include "language/characters.hpp"

#include <optional>
#include <string>

namespace fasti::language::training {
namespace {

constexpr std::size_t least_words = 4, most_words = 16;

struct Word {
    std::string form;
    Upos upos;
    Xpos xpos;
};

/// "hit" → "hits", "carry" → "carries".
std::string third_person(std::string_view base) {
    const auto ends = [&](std::string_view with) { return base.ends_with(with); };
    const auto vowel = [](char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; };
    std::string out(base);
    if (ends("s") || ends("x") || ends("z") || ends("ch") || ends("sh") || ends("o")) {
        return out + "es";
    }
    if (ends("y") && base.size() > 1 && !vowel(base[base.size() - 2])) {
        out.pop_back();
        return out + "ies";
    }
    return out + "s";
}

/// The sentence's tree, by places in the sentence.
class Tree {
public:
    explicit Tree(const Example& example) : example_(example), first_(example.tokens().begin) {}

    [[nodiscard]] std::size_t size() const { return example_.words.size(); }
    [[nodiscard]] const Token& token(std::size_t i) const { return example_.token(i); }
    [[nodiscard]] std::string_view word(std::size_t i) const { return example_.document->word(token(i)); }
    [[nodiscard]] bool depends(std::size_t i, std::size_t head) const { return token(i).head == first_ + head; }
    [[nodiscard]] std::optional<std::size_t> root() const {
        for (std::size_t i = 0; i < size(); ++i) {
            if (token(i).relation == Relation::root) {
                return i;
            }
        }
        return std::nullopt;
    }
    /// Where the phrase of `head`, which stands before its verb, begins.
    [[nodiscard]] std::size_t begin_of(std::size_t head) const {
        for (std::size_t i = 0; i < head; ++i) {
            if (depends(i, head)) {
                return begin_of(i);
            }
        }
        return head;
    }

private:
    const Example& example_;
    std::uint32_t first_;
};

/// The words of the headline, or none where the sentence has no subject with a finite verb behind it.
std::vector<Word> headline_of(const Tree& tree) {
    const auto root = tree.root();
    if (!root || tree.token(*root).upos != Upos::verb || tree.size() < least_words || tree.size() > most_words + 6) {
        return {};
    }
    std::optional<std::size_t> subject;
    bool passive = false, plural = false, helped = false;
    for (std::size_t i = 0; i < *root; ++i) {
        if (!tree.depends(i, *root)) {
            continue;
        }
        const Relation relation = tree.token(i).relation;
        if (relation == Relation::nsubj || relation == Relation::nsubj_pass) {
            subject = i;
        }
        passive = passive || relation == Relation::aux_pass;
        helped = helped || (relation == Relation::aux && tree.token(i).lemma != "will");
    }
    if (!subject || helped || tree.token(*subject).upos == Upos::pron || tree.word(tree.size() - 1) != ".") {
        return {};
    }
    plural = tree.token(*subject).xpos == Xpos::nns || tree.token(*subject).xpos == Xpos::nnps;
    for (std::size_t i = *subject + 1; i < *root; ++i) {
        plural = plural || (tree.depends(i, *subject) && tree.token(i).relation == Relation::conj);
    }
    std::vector<Word> out;
    for (std::size_t i = tree.begin_of(*subject); i + 1 < tree.size(); ++i) {
        const Token& token = tree.token(i);
        const bool helper = tree.depends(i, *root) && token.upos == Upos::aux;
        if ((token.upos == Upos::det && (token.lemma == "the" || token.lemma == "a")) || (helper && passive)) {
            continue;
        }
        if (helper) {
            out.push_back({"to", Upos::part, Xpos::to});
        } else if (i == *root && token.xpos == Xpos::vbd) {
            const Xpos form = plural ? Xpos::vbp : Xpos::vbz;
            out.push_back({plural ? std::string(token.lemma) : third_person(token.lemma), Upos::verb, form});
        } else {
            out.push_back({std::string(tree.word(i)), token.upos, token.xpos});
        }
    }
    if (out.size() < least_words || out.size() > most_words) {
        return {};
    }
    return out;
}

bool stays_low(const Word& word) {
    return word.form.size() < 4 &&
           (word.upos == Upos::adp || word.upos == Upos::det || word.upos == Upos::cconj || word.upos == Upos::part);
}

void raise(std::string& form) {
    if (is_ascii_lower(form[0])) {
        form[0] = static_cast<char>(form[0] - 32);
    }
}

} // namespace

HeadlineCopies headline_copies(const std::vector<Example>& examples) {
    HeadlineCopies out;
    ConlluDocument& made = out.documents.emplace_back();
    made.article = std::make_unique<Article>();
    std::string& text = made.article->text;
    Document& document = made.document;
    for (std::uint32_t index = 0; index < examples.size(); ++index) {
        std::vector<Word> words = headline_of(Tree(examples[index]));
        if (words.empty()) {
            continue;
        }
        const bool titled = out.source.size() % 2 == 1;
        const auto first = static_cast<std::uint32_t>(document.tokens.size());
        for (Word& word : words) {
            if (document.tokens.size() == first || (titled && !stays_low(word))) {
                raise(word.form);
            }
            Token token;
            token.span.begin = static_cast<std::uint32_t>(text.size());
            text += word.form;
            token.span.end = static_cast<std::uint32_t>(text.size());
            text += ' ';
            token.upos = word.upos;
            token.xpos = word.xpos;
            document.tokens.push_back(token);
        }
        Sentence sentence;
        sentence.tokens = {first, static_cast<std::uint32_t>(document.tokens.size())};
        document.sentences.push_back(sentence);
        out.source.push_back(index);
    }
    document.text = text;
    return out;
}

} // namespace fasti::language::training
