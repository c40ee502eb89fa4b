// Compressed files and archives: every entry is an input of its own, told by its content. Nothing is ever
// written to disk, so no path of an entry can lead anywhere; counts, depth and expansion are limited.
#include "ingest/archive_entries.hpp"
#include "ingest/run.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <array>

namespace fasti::ingest {
namespace {

struct Feed {
    ByteSource& bytes;
    std::array<char, 64 * 1024> block;
};

la_ssize_t feed(archive*, void* data, const void** out) {
    auto& from = *static_cast<Feed*>(data);
    *out = from.block.data();
    return static_cast<la_ssize_t>(from.bytes.read(from.block));
}

struct FreeArchive {
    void operator()(archive* a) const { archive_read_free(a); }
};
using ArchiveHandle = std::unique_ptr<archive, FreeArchive>;

ArchiveHandle opened(Feed& from) {
    ArchiveHandle handle(archive_read_new());
    archive* a = handle.get();
    // Named one by one: "all" would run programs of the system for rare formats.
    archive_read_support_filter_gzip(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_format_zip_streamable(a);
    archive_read_support_format_tar(a);
    archive_read_support_format_raw(a);
    return archive_read_open(a, &from, nullptr, feed, nullptr) == ARCHIVE_OK ? std::move(handle) : nullptr;
}

std::string error_of(archive* a) {
    const char* message = archive_error_string(a);
    return message != nullptr ? message : "it is damaged";
}

} // namespace

void each_archive_entry(ByteSource& bytes, const Input& input, Run& run,
                        const std::function<void(ByteSource&, const std::string&)>& visit) {
    const auto from = std::make_unique<Feed>(Feed{bytes, {}});
    const ArchiveHandle handle = opened(*from);
    if (!handle) {
        run.skip({input.path, {}, 0}, "broken-archive", "it cannot be opened as an archive");
        return;
    }
    archive* a = handle.get();
    std::uint64_t given = 0;
    bool bomb = false;
    std::uint64_t entries = 0;
    while (!run.stopped() && !bomb) {
        archive_entry* entry = nullptr;
        const int status = archive_read_next_header(a, &entry);
        if (status == ARCHIVE_EOF) {
            break;
        }
        if (status < ARCHIVE_WARN) {
            run.skip({input.path, {}, bytes.offset()}, "broken-archive", error_of(a));
            break;
        }
        if (++entries > run.limits().archive_entries) {
            run.skip({input.path, {}, bytes.offset()}, "too-many-entries", "the rest of the archive is left out");
            break;
        }
        // Single compressed files have no type; directories, links and devices hold nothing.
        if (archive_format(a) != ARCHIVE_FORMAT_RAW && archive_entry_filetype(entry) != AE_IFREG) {
            continue;
        }
        const char* path = archive_entry_pathname(entry);
        ByteSource inner([&](std::span<char> into) -> std::ptrdiff_t {
            const la_ssize_t n = archive_read_data(a, into.data(), into.size());
            if (n < 0) {
                return -1;
            }
            given += static_cast<std::uint64_t>(n);
            bomb = given > run.limits().expansion_free && given / run.limits().expansion_ratio > bytes.offset();
            return bomb ? -1 : static_cast<std::ptrdiff_t>(n);
        });
        visit(inner, archive_format(a) == ARCHIVE_FORMAT_RAW || path == nullptr ? std::string{} : std::string(path));
    }
    if (bomb) {
        run.skip({input.path, {}, bytes.offset()}, "expands-too-much",
                 "it gives more than " + std::to_string(run.limits().expansion_ratio) + " bytes for each byte read");
    }
}

// What systems put beside the files: ".DS_Store", "__MACOSX/._a.txt". Folders are read without them, too.
bool is_hidden(std::string_view path) {
    for (std::size_t at = 0; at < path.size();) {
        const std::size_t end = std::min(path.find('/', at), path.size());
        const std::string_view part = path.substr(at, end - at);
        if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

void read_archive(ByteSource& bytes, const Input& input, Run& run) {
    if (input.depth >= run.limits().archive_depth) {
        run.skip({input.path, {}, 0}, "too-deep", "there are too many archives within archives");
        return;
    }
    each_archive_entry(bytes, input, run, [&](ByteSource& inner, const std::string& name) {
        if (is_hidden(name)) {
            return;
        }
        Input entry = input;
        entry.depth = input.depth + 1;
        if (name.empty()) { // news.jsonl.gz holds news.jsonl
            entry.name = input.name.substr(0, std::min(input.name.rfind('.'), input.name.size()));
        } else {
            entry.path = input.path + "!" + name;
            entry.name = name;
        }
        read_input(inner, entry, run);
    });
}

} // namespace fasti::ingest
