// What the fuzz targets of ingest share: bytes read as one format must end with every article valid.
#pragma once

#include "core/utf8.hpp"
#include "ingest/reader.hpp"

#include <cstdlib>

inline void read_fuzzed(const std::uint8_t* data, std::size_t size, const char* format) {
    using namespace fasti;
    ingest::Options options;
    options.input_format = format;
    options.limits.article_bytes = 1u << 20;
    options.limits.expansion_free = 4u << 20;
    const auto report = ingest::read_article_bytes(
        {reinterpret_cast<const char*>(data), size}, "fuzz", options, {}, [](Article&& article) {
            if (!utf8::valid(article.text) || article.id.empty() || article.text.empty()) {
                std::abort();
            }
            std::uint32_t end = 0;
            for (const Furniture& furniture : article.furniture) {
                if (furniture.span.begin < end || furniture.span.end > article.text.size() || furniture.span.empty()) {
                    std::abort();
                }
                end = furniture.span.end;
            }
            return true;
        });
    if (!report) {
        std::abort();
    }
}
