// See copies.hpp.
#include "graph/copies.hpp"

#include "core/address.hpp"
#include "core/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

namespace fasti::graph {
namespace {

constexpr std::size_t words_of_shingle = 4;
constexpr std::size_t fewest_shingles = 8;
constexpr std::size_t most_words = 50'000; // of one text; what follows tells nothing new
constexpr std::size_t most_smallest = 128;
constexpr std::size_t bands = 20;
constexpr std::size_t rows = 3;
constexpr std::int64_t near_in_time = std::int64_t{14} * 86400;

// Hashes of the words, in order. Case of ASCII letters and all punctuation are left out, since
// papers differ in them; in scripts without blanks each character is a word.
class Words {
public:
    explicit Words(std::vector<std::uint64_t>& out) : out_(out) {}

    void add(std::string_view text) {
        for (std::size_t i = 0; i < text.size() && out_.size() < most_words; ++i) {
            const auto c = static_cast<unsigned char>(text[i]);
            const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (letter) {
                take(c);
            } else if (c >= 'A' && c <= 'Z') {
                take(static_cast<unsigned char>(c | 0x20));
            } else if (c < 0x80) {
                end();
            } else if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0x81) {
                end(); // U+2000 … U+207F: quotation marks, dashes, blanks
                i += 2;
            } else if (c == 0xC2) {
                end(); // U+0080 … U+00BF: blanks, signs, « and »
                ++i;
            } else {
                if (c >= 0xE3) {
                    end();
                }
                take(c);
            }
        }
        end();
    }

private:
    void take(unsigned char c) {
        hash_ = fnv_step(hash_, c);
        open_ = true;
    }
    void end() {
        if (open_) {
            out_.push_back(mix64(hash_));
        }
        hash_ = fnv_start;
        open_ = false;
    }

    std::vector<std::uint64_t>& out_;
    std::uint64_t hash_ = fnv_start;
    bool open_ = false;
};

std::vector<std::uint64_t> find_shingles(const Article& article) {
    std::vector<std::uint64_t> words;
    words.reserve(article.text.size() / 5);
    Words reader(words);
    std::uint32_t at = 0;
    const std::string_view text = article.text;
    for (const Furniture& piece : article.furniture) {
        if (piece.span.begin >= at && piece.span.end <= text.size()) {
            reader.add(text.substr(at, piece.span.begin - at));
            at = piece.span.end;
        }
    }
    reader.add(text.substr(at));
    std::vector<std::uint64_t> out;
    for (std::size_t i = 0; i + words_of_shingle <= words.size(); ++i) {
        std::uint64_t h = 0;
        for (std::size_t k = 0; k < words_of_shingle; ++k) {
            h = (h << 7 | h >> 57) ^ words[i + k];
            h *= 0x9e3779b97f4a7c15ULL;
        }
        out.push_back(mix64(h));
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

// 48 bits: SQLite keeps them in six bytes.
std::int64_t key_of(std::uint64_t hash) {
    return static_cast<std::int64_t>(hash >> 16);
}

std::vector<std::int64_t> find_keys(const std::vector<std::uint64_t>& shingles) {
    constexpr std::size_t bins = bands * rows;
    constexpr std::uint64_t empty = ~std::uint64_t{0};
    std::array<std::uint64_t, bins> minima;
    minima.fill(empty);
    for (const std::uint64_t s : shingles) {
        const std::uint64_t h = mix64(s); // apart from the order that `smallest` goes by
        auto& least = minima[static_cast<std::size_t>((h >> 32) * bins >> 32)];
        least = std::min<std::uint64_t>(least, h & 0xffffffffULL);
    }
    // A bin without a shingle takes the next one's minimum (Shrivastava and Li 2014).
    std::array<std::uint64_t, bins> filled;
    for (std::size_t i = 0; i < bins; ++i) {
        std::size_t steps = 0;
        while (minima[(i + steps) % bins] == empty) {
            ++steps;
        }
        filled[i] = minima[(i + steps) % bins] + (static_cast<std::uint64_t>(steps) << 32);
    }
    std::vector<std::int64_t> keys;
    for (std::size_t band = 0; band < bands; ++band) {
        std::uint64_t h = band;
        for (std::size_t row = 0; row < rows; ++row) {
            h = mix64(h * 0x9e3779b97f4a7c15ULL + filled[band * rows + row]);
        }
        keys.push_back(key_of(h));
    }
    return keys;
}

// The front page of a site is nobody's address.
std::int64_t address_key(const std::string& url) {
    const std::string address = plain_address(url);
    const std::size_t path = address.find_first_of("/?");
    return path == std::string::npos || path + 1 >= address.size() ? 0 : key_of(stable_hash(address, 41));
}

template <class T> void append(std::string& out, const T& value) {
    out.append(reinterpret_cast<const char*>(&value), sizeof value);
}
template <class T> bool take(std::string_view& rest, T& value) {
    if (rest.size() < sizeof value) {
        return false;
    }
    std::memcpy(&value, rest.data(), sizeof value);
    rest.remove_prefix(sizeof value);
    return true;
}

} // namespace

Sketch sketch(const Article& article) {
    Sketch out;
    const auto shingles = find_shingles(article);
    out.shingles = static_cast<std::uint32_t>(shingles.size());
    if (shingles.size() < fewest_shingles) {
        return out;
    }
    out.keys = find_keys(shingles);
    out.address = address_key(article.url);
    if (out.address != 0) {
        out.keys.push_back(out.address);
    }
    std::sort(out.keys.begin(), out.keys.end());
    out.keys.erase(std::unique(out.keys.begin(), out.keys.end()), out.keys.end());
    for (std::size_t i = 0; i < std::min(most_smallest, shingles.size()); ++i) {
        out.smallest.push_back(static_cast<std::uint32_t>(shingles[i] >> 32));
    }
    return out;
}

double resemblance(const Sketch& a, const Sketch& b) {
    std::size_t seen = 0;
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; seen < most_smallest && (i < a.smallest.size() || j < b.smallest.size()); ++seen) {
        if (j == b.smallest.size() || (i < a.smallest.size() && a.smallest[i] < b.smallest[j])) {
            ++i;
        } else if (i == a.smallest.size() || b.smallest[j] < a.smallest[i]) {
            ++j;
        } else {
            ++common;
            ++i;
            ++j;
        }
    }
    return seen == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(seen);
}

bool are_copies(const Sketch& a, const Sketch& b, std::int64_t seconds_apart) {
    const double shared = resemblance(a, b);
    if (shared >= 0.9) {
        return true;
    }
    if (seconds_apart > near_in_time || seconds_apart < -near_in_time) {
        return false;
    }
    // How much of the shorter text stands in the longer one: papers cut from the end.
    const double fewer = std::min(a.shingles, b.shingles);
    const double all = static_cast<double>(a.shingles) + static_cast<double>(b.shingles);
    const double held = shared / (1.0 + shared) * all / fewer;
    if (a.address != 0 && a.address == b.address) {
        return held >= 0.5;
    }
    return shared >= 0.6 || (held >= 0.85 && fewer >= 40);
}

std::string write_sketch(const Sketch& sketch) {
    std::string out;
    append(out, sketch.shingles);
    append(out, sketch.address);
    append(out, static_cast<std::uint32_t>(sketch.keys.size()));
    for (const std::int64_t key : sketch.keys) {
        append(out, key);
    }
    for (const std::uint32_t hash : sketch.smallest) {
        append(out, hash);
    }
    return out;
}

Sketch read_sketch(std::string_view bytes) {
    Sketch out;
    std::uint32_t keys = 0;
    if (!take(bytes, out.shingles) || !take(bytes, out.address) || !take(bytes, keys) || keys > bands + 1) {
        return {};
    }
    out.keys.resize(keys);
    for (std::int64_t& key : out.keys) {
        if (!take(bytes, key)) {
            return {};
        }
    }
    for (std::uint32_t hash = 0; take(bytes, hash);) {
        out.smallest.push_back(hash);
    }
    return out;
}

} // namespace fasti::graph
