// Any bytes as CoNLL-U: what is read can be written, and what was written reads back with the same words.
#include "language/conllu.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace fasti::language;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto& [article, document] : read_conllu(bytes, "fuzz", {}, {})) {
        std::ostringstream out;
        write_conllu(out, *article, document);
        const auto again = read_conllu(out.view(), "fuzz", {}, {});
        if (again.size() != 1 || again[0].document.tokens.size() != document.tokens.size() ||
            again[0].document.sentences.size() != document.sentences.size()) {
            std::abort();
        }
        for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
            std::uint32_t steps = 0; // no circle is left
            for (std::uint32_t at = t; at != fasti::Token::no_head; at = document.tokens[at].head) {
                if (++steps > document.tokens.size()) {
                    std::abort();
                }
            }
            if (t > 300) {
                break;
            }
        }
    }
    return 0;
}
