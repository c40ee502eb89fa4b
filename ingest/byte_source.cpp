// See byte_source.hpp. One byte of the buffer is always spare, so that a line's end can take the
// NUL that in-place parsers want.
#include "ingest/byte_source.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace fasti::ingest {
namespace {

constexpr std::size_t first_buffer = 256 * 1024;

} // namespace

ByteSource ByteSource::from_descriptor(int descriptor, std::uint64_t* taken) {
    return ByteSource([descriptor, taken](std::span<char> into) -> std::ptrdiff_t {
        for (;;) {
            const ssize_t n = ::read(descriptor, into.data(), into.size());
            if (n >= 0 || errno != EINTR) {
                if (taken != nullptr && n > 0) {
                    *taken += static_cast<std::uint64_t>(n);
                }
                return n;
            }
        }
    });
}

ByteSource ByteSource::from_memory(std::string_view bytes) {
    return ByteSource([bytes](std::span<char> into) mutable -> std::ptrdiff_t {
        const std::size_t n = std::min(bytes.size(), into.size());
        std::copy_n(bytes.begin(), n, into.begin());
        bytes.remove_prefix(n);
        return static_cast<std::ptrdiff_t>(n);
    });
}

bool ByteSource::refill() {
    if (ended_) {
        return false;
    }
    if (begin_ > 0 && end_ + 1 >= buffer_.size()) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ + 1 >= buffer_.size()) {
        buffer_.resize(buffer_.empty() ? first_buffer : buffer_.size() * 2);
    }
    const std::ptrdiff_t n = fill_(std::span(buffer_).subspan(end_, buffer_.size() - 1 - end_));
    if (n <= 0) {
        ended_ = true;
        failed_ = n < 0;
        return false;
    }
    end_ += static_cast<std::size_t>(n);
    return true;
}

std::string_view ByteSource::peek(std::size_t wanted) {
    while (end_ - begin_ < wanted && refill()) {
    }
    return {buffer_.data() + begin_, end_ - begin_};
}

void ByteSource::skip(std::size_t count) {
    count = std::min(count, end_ - begin_);
    begin_ += count;
    offset_ += count;
}

std::optional<ByteSource::Line> ByteSource::next_line(std::size_t limit) {
    std::size_t looked = 0; // no line break before begin_ + looked
    for (;;) {
        const std::size_t held = end_ - begin_;
        const void* found =
            held > looked ? std::memchr(buffer_.data() + begin_ + looked, '\n', held - looked) : nullptr;
        if (found != nullptr || held > limit) {
            break;
        }
        looked = held;
        if (!refill()) {
            break;
        }
    }
    if (begin_ == end_) {
        return std::nullopt;
    }
    const std::string_view held{buffer_.data() + begin_, end_ - begin_};
    const std::size_t end = held.find('\n', looked);
    Line line;
    line.offset = offset_;
    line.length = std::min(end, held.size());
    line.bytes = std::span(buffer_).subspan(begin_, std::min<std::size_t>(line.length, limit));
    if (end != std::string_view::npos || held.size() <= limit) {
        skip(end == std::string_view::npos ? held.size() : end + 1);
        return line;
    }
    // Too long: what is held goes, then everything up to the line break.
    skip(held.size());
    for (;;) {
        const std::string_view more = peek(1);
        if (more.empty()) {
            break;
        }
        const std::size_t stop = more.find('\n');
        line.length += std::min(stop, more.size());
        skip(stop == std::string_view::npos ? more.size() : stop + 1);
        if (stop != std::string_view::npos) {
            break;
        }
    }
    line.bytes = {};
    return line;
}

std::optional<std::string> ByteSource::read_all(std::uint64_t limit) {
    while (end_ - begin_ <= limit && refill()) {
    }
    if (end_ - begin_ > limit) {
        return std::nullopt;
    }
    std::string out(buffer_.data() + begin_, end_ - begin_);
    skip(out.size());
    return out;
}

std::size_t ByteSource::read(std::span<char> into) {
    const std::string_view held = peek(1);
    const std::size_t n = std::min(held.size(), into.size());
    std::copy_n(held.begin(), n, into.begin());
    skip(n);
    return n;
}

} // namespace fasti::ingest
