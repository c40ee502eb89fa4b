// A section of the model as it will lie in the file: its tables want to begin at a cache line, where a vector's bytes
// need not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <vector>

namespace fasti::language::training {

/// A copy of `bytes` at an address that is a multiple of 64. Not to be copied or moved: what was opened points into it.
class AlignedBytes {
public:
    explicit AlignedBytes(std::span<const std::byte> bytes) : storage_(bytes.size() + line), size_(bytes.size()) {
        const auto address = reinterpret_cast<std::uintptr_t>(storage_.data());
        begin_ = storage_.data() + (line - address % line) % line;
        if (size_ > 0) {
            std::memcpy(begin_, bytes.data(), size_);
        }
    }
    AlignedBytes(const AlignedBytes&) = delete;
    AlignedBytes& operator=(const AlignedBytes&) = delete;

    [[nodiscard]] std::span<const std::byte> bytes() const { return {begin_, size_}; }

private:
    static constexpr std::size_t line = 64;
    std::vector<std::byte> storage_;
    std::byte* begin_;
    std::size_t size_;
};

} // namespace fasti::language::training
