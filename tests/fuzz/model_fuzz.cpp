// Any bytes as a model file, and as each section of a whole one: refused or opened, never a crash.
#include "language/analyze.hpp"
#include "language/model_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

void open_bytes(std::span<const std::byte> bytes) {
    static const auto path = std::filesystem::temp_directory_path() / ("fasti_model_fuzz" + std::to_string(getpid()));
    {
        std::ofstream out(path, std::ios::binary | std::ios::trunc);
        out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    (void)fasti::language::Model::open(path);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::span<const std::byte> bytes(reinterpret_cast<const std::byte*>(data), size);
    open_bytes(bytes);
    // With a right checksum around it, so that the readers of the sections see the bytes.
    const std::vector<std::byte> section(bytes.begin(), bytes.end());
    std::vector<std::pair<std::string, std::vector<std::byte>>> sections;
    for (const char* const name :
         {"lexicon", "tagger", "tags", "lemmas", "namer", "gazetteer", "actions", "labels", "actions-back", "heads"}) {
        sections.emplace_back(name, section);
    }
    open_bytes(fasti::language::ModelFile::pack(sections));
    return 0;
}
