// See model_file.hpp.
#include "language/model_file.hpp"

#include "core/stable_hash.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fasti::language {
namespace {

constexpr std::array<char, 8> magic = {'F', 'A', 'S', 'T', 'I', 'M', 'D', 'L'};

struct Header {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t sections;
    std::uint64_t size;     // of the whole file
    std::uint64_t checksum; // of all behind the header
};

struct Entry {
    std::array<char, 16> name;
    std::uint64_t offset;
    std::uint64_t size;
};

// Eight bytes at a time: a model of 20 MB is checked in a few milliseconds.
std::uint64_t checksum(std::span<const std::byte> bytes) {
    std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
    std::size_t i = 0;
    for (; i + 32 <= bytes.size(); i += 32) {
        for (std::size_t k = 0; k < 4; ++k) {
            std::uint64_t word = 0;
            std::memcpy(&word, bytes.data() + i + 8 * k, 8);
            lanes[k] = (lanes[k] ^ word) * 0x9E3779B97F4A7C15ULL;
            lanes[k] ^= lanes[k] >> 31;
        }
    }
    std::uint64_t tail = 0;
    for (; i < bytes.size(); ++i) {
        tail = tail * 131 + static_cast<std::uint64_t>(bytes[i]);
    }
    return mix64(lanes[0] ^ mix64(lanes[1]) ^ mix64(lanes[2] + tail) ^ mix64(lanes[3] * 3));
}

} // namespace

struct ModelFile::Mapping {
    const std::byte* data = nullptr;
    std::size_t size = 0;

    Mapping() = default;
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    ~Mapping() {
        if (data != nullptr) {
            munmap(const_cast<std::byte*>(data), size);
        }
    }
};

Result<ModelFile> ModelFile::open(const std::filesystem::path& path) {
    const auto refuse = [&](ErrorCode code, std::string why) {
        return Error{code, "the language model cannot be used: " + std::move(why), path.string(),
                     "build the project again, or point FASTI_DATA to a folder with a whole model"};
    };
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0) {
        return refuse(ErrorCode::io, std::strerror(errno));
    }
    struct stat info {};
    const bool known = fstat(file, &info) == 0;
    const auto size = known ? static_cast<std::size_t>(info.st_size) : 0;
    if (size < sizeof(Header)) {
        ::close(file);
        return refuse(ErrorCode::format, "it is too short");
    }
    void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (data == MAP_FAILED) {
        return refuse(ErrorCode::io, std::strerror(errno));
    }
    auto mapping = std::make_shared<Mapping>();
    mapping->data = static_cast<const std::byte*>(data);
    mapping->size = size;

    Header header{};
    std::memcpy(&header, mapping->data, sizeof header);
    if (header.magic != magic) {
        return refuse(ErrorCode::format, "it is no model");
    }
    if (header.version != model_version) {
        return refuse(ErrorCode::version, "it has version " + std::to_string(header.version) + ", this program reads " +
                                              std::to_string(model_version));
    }
    if (header.size != size || header.sections > (size - sizeof header) / sizeof(Entry)) {
        return refuse(ErrorCode::format, "it is cut short");
    }
    if (header.checksum != checksum({mapping->data + sizeof header, size - sizeof header})) {
        return refuse(ErrorCode::format, "its checksum is wrong");
    }
    for (std::uint32_t i = 0; i < header.sections; ++i) {
        Entry entry{};
        std::memcpy(&entry, mapping->data + sizeof header + i * sizeof entry, sizeof entry);
        if (entry.offset > size || entry.size > size - entry.offset) {
            return refuse(ErrorCode::format, "a section lies outside");
        }
    }
    ModelFile model;
    model.mapping_ = std::move(mapping);
    return model;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
    Header header{};
    std::memcpy(&header, mapping_->data, sizeof header);
    for (std::uint32_t i = 0; i < header.sections; ++i) {
        Entry entry{};
        std::memcpy(&entry, mapping_->data + sizeof header + i * sizeof entry, sizeof entry);
        if (std::string_view(entry.name.data(), strnlen(entry.name.data(), entry.name.size())) == name) {
            return {mapping_->data + entry.offset, entry.size};
        }
    }
    return {};
}

std::vector<std::byte> ModelFile::pack(const std::vector<std::pair<std::string, std::vector<std::byte>>>& sections) {
    const auto aligned = [](std::size_t n) { return (n + 63) & ~std::size_t{63}; };
    std::size_t at = aligned(sizeof(Header) + sections.size() * sizeof(Entry));
    std::vector<Entry> entries;
    for (const auto& [name, bytes] : sections) {
        Entry entry{};
        std::copy_n(name.begin(), std::min(name.size(), entry.name.size()), entry.name.begin());
        entry.offset = at;
        entry.size = bytes.size();
        at = aligned(at + bytes.size());
        entries.push_back(entry);
    }
    std::vector<std::byte> out(at);
    std::memcpy(out.data() + sizeof(Header), entries.data(), entries.size() * sizeof(Entry));
    for (std::size_t i = 0; i < sections.size(); ++i) {
        const auto& bytes = sections[i].second; // may be empty: memcpy would not take its null
        std::copy(bytes.begin(), bytes.end(), out.begin() + static_cast<std::ptrdiff_t>(entries[i].offset));
    }
    Header header{magic, model_version, static_cast<std::uint32_t>(sections.size()), out.size(), 0};
    header.checksum = checksum(std::span(out).subspan(sizeof header));
    std::memcpy(out.data(), &header, sizeof header);
    return out;
}

std::uint32_t SectionReader::u32() {
    std::uint32_t value = 0;
    if (bytes_.size() - at_ < sizeof value) {
        ok_ = false;
        return 0;
    }
    std::memcpy(&value, bytes_.data() + at_, sizeof value);
    at_ += sizeof value;
    return value;
}

} // namespace fasti::language
