// The model file: named sections behind a header, mapped into memory and never copied. A file of
// another version, cut short or changed is refused with a message.
//
//   "FASTIMDL" version:u32 sections:u32 size:u64 checksum:u64 { name:char[16] offset:u64 size:u64 }… bytes…
#pragma once

#include "core/result.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace fasti::language {

inline constexpr std::uint32_t model_version = 5;

class ModelFile {
public:
    [[nodiscard]] static Result<ModelFile> open(const std::filesystem::path& path);

    /// The bytes of a section, aligned to a cache line of 64; empty when there is none of that name.
    [[nodiscard]] std::span<const std::byte> section(std::string_view name) const;

    /// The bytes of a whole file with these sections.
    [[nodiscard]] static std::vector<std::byte>
    pack(const std::vector<std::pair<std::string, std::vector<std::byte>>>& sections);

private:
    struct Mapping;
    std::shared_ptr<const Mapping> mapping_;
};

/// Reads numbers and texts from a section; past its end it gives zeros and `ok()` is false.
class SectionReader {
public:
    explicit SectionReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

    [[nodiscard]] std::uint32_t u32();
    /// `count` values of T in place; empty when the section is too short, or lies where no T may lie.
    template <class T> [[nodiscard]] std::span<const T> array(std::size_t count) {
        align(std::max<std::size_t>(8, alignof(T)));
        const auto address = reinterpret_cast<std::uintptr_t>(bytes_.data() + at_);
        if (count > (bytes_.size() - at_) / sizeof(T) || (count > 0 && address % alignof(T) != 0)) {
            ok_ = false;
            return {};
        }
        const auto* begin = reinterpret_cast<const T*>(bytes_.data() + at_);
        at_ += count * sizeof(T);
        return {begin, count};
    }
    [[nodiscard]] bool ok() const { return ok_; }

private:
    void align(std::size_t to) { at_ = std::min((at_ + to - 1) / to * to, bytes_.size()); }

    std::span<const std::byte> bytes_;
    std::size_t at_ = 0;
    bool ok_ = true;
};

/// Writes what SectionReader reads.
class SectionWriter {
public:
    void u32(std::uint32_t value) { raw(&value, sizeof value); }
    template <class T> void array(std::span<const T> values) {
        const std::size_t to = std::max<std::size_t>(8, alignof(T));
        bytes_.resize((bytes_.size() + to - 1) / to * to);
        raw(values.data(), values.size_bytes());
    }
    [[nodiscard]] std::vector<std::byte> take() { return std::move(bytes_); }

private:
    void raw(const void* data, std::size_t size) {
        const std::size_t at = bytes_.size();
        bytes_.resize(at + size);
        if (size > 0) {
            std::memcpy(bytes_.data() + at, data, size);
        }
    }
    std::vector<std::byte> bytes_;
};

} // namespace fasti::language
