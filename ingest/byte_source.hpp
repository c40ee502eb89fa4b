// Bytes as the readers take them: a look at the beginning, then line by line or whole, with the
// offset always known. One buffer, refilled; a file, a pipe, memory or an archive entry stands behind it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fasti::ingest {

class ByteSource {
public:
    /// Writes up to `into.size()` bytes and gives their number; 0 at the end, −1 on failure.
    using Fill = std::function<std::ptrdiff_t(std::span<char> into)>;

    explicit ByteSource(Fill fill) : fill_(std::move(fill)) {}
    /// Reads from an open file descriptor, which stays the caller's, and adds what it read to `taken`.
    [[nodiscard]] static ByteSource from_descriptor(int descriptor, std::uint64_t* taken = nullptr);
    /// Reads from memory, which must outlive the source.
    [[nodiscard]] static ByteSource from_memory(std::string_view bytes);

    /// At least `wanted` of the next bytes, fewer only when the input ends before. Consumes nothing; the
    /// view holds until the next call.
    [[nodiscard]] std::string_view peek(std::size_t wanted);
    /// Forgets `count` bytes that were peeked at.
    void skip(std::size_t count);

    struct Line {
        std::span<char> bytes;    ///< without the line break; one more byte behind it may be written
        std::uint64_t offset = 0; ///< of its first byte
        std::uint64_t length = 0; ///< of the whole line; more than `bytes.size()` when it was cut
    };
    /// The next line, parted by '\n'. Of a line that is longer than `limit` only a beginning is given.
    [[nodiscard]] std::optional<Line> next_line(std::size_t limit);

    /// All that is left, or nothing when that is more than `limit` (the rest is not read then).
    [[nodiscard]] std::optional<std::string> read_all(std::uint64_t limit);

    /// Up to `into.size()` bytes; 0 at the end.
    [[nodiscard]] std::size_t read(std::span<char> into);

    [[nodiscard]] std::uint64_t offset() const { return offset_; }
    /// The input could not be read to its end.
    [[nodiscard]] bool failed() const { return failed_; }

private:
    bool refill(); // false: nothing came

    Fill fill_;
    std::vector<char> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t offset_ = 0; // of begin_ in the input
    bool ended_ = false;
    bool failed_ = false;
};

} // namespace fasti::ingest
